import type { Claim } from '../model/claim.ts';
import type { FiledClaim, LinkView } from '../model/ledger.ts';
import { compareFigures, type FigureRelation } from './conflicts.ts';
import { countsOf } from './counts.ts';
import { Draft } from './draft.ts';
import { canonical } from './events.ts';
import { compare } from './evidence.ts';
import { articleKey } from './keys.ts';
import { sourcesOf } from './origins.ts';
import { type Passage, passagesOf } from './passages.ts';
import { weights } from './weights.ts';

/** Why two claims are or are not one event, and how their figures stand to each other. */
export interface Explanation {
  /** Are they one event in the ledger? */
  same: boolean;
  /** What speaks for and against it between the two passages alone, in points; null where both stand in one passage. */
  points: number | null;
  /** Points from which a passage is taken to be about an event. */
  threshold: number;
  /** In words, with points, the strongest first. */
  reasons: { points: number; why: string }[];
  /** The event that each is in, null for none. */
  events: [string | null, string | null];
  /** What reviewers said of the two. */
  judgements: string[];
  /** Null unless both are figures of one event. */
  figures: { relation: FigureRelation; note: string } | null;
}

/** In a sentence each, why two figures are or are not a dispute. */
const relations: Readonly<Record<FigureRelation, string>> = {
  conflict:
    'Both cannot be true: the same measure of the same thing, by different origins, and no number that both allow.',
  compatible: 'Both can be true: there is a number that both allow, give or take rounding.',
  update: 'One origin said both: the later is an update.',
  'newer count': 'The later is higher: tolls rise, and it is taken for a newer count.',
  'other thing': 'They count different things.',
  'other side': 'They count what different sides did or suffered.',
  'other scope': 'They count different regions, or one a region and the other the whole.',
  'other window': 'They count different times.',
  subset: 'One counts a part of what the other counts.',
};

/** Explains a pair of claims of the ledger, for `counterclaim why`. What joined them may lie in other articles; that is in `Link` rows. */
export async function explainPair(a: FiledClaim, b: FiledClaim, view: LinkView): Promise<Explanation> {
  const near = await view.neighbours([articleKey(a.document.id), articleKey(b.document.id)]);
  const home = (one: FiledClaim) => near.find((n) => n.event.claims.includes(one.claim.id)) ?? null;
  const [x, y] = [home(a), home(b)];
  const passages = [await passageOf(a, view), await passageOf(b, view)];
  const [mine, other] = passages;
  const evidence = mine && other && !shares(mine, b.claim) ? compare(mine, draftOf(other)) : null;
  const judgements = (await view.judgements([a.claim.id])).filter((j) => j.claims.includes(b.claim.id));
  const same = x !== null && x.event.id === y?.event.id;
  return {
    same,
    points: evidence?.points ?? null,
    threshold: weights.threshold,
    reasons: evidence
      ? [...evidence.reasons]
          .sort((p, q) => Math.abs(q.points) - Math.abs(p.points))
          .map(({ points, why }) => ({ points, why }))
      : [
          {
            points: 0,
            why: mine && other ? 'told together in one passage' : 'one of them says of nothing that it happened',
          },
        ],
    events: [x?.event.id ?? null, y?.event.id ?? null],
    judgements: judgements.map((j) => `${j.by} (${j.at}): ${j.same ? 'one event' : 'not one event'}, ${j.reason}`),
    figures: same ? figuresOf(x.claims, a, b) : null,
  };
}

async function passageOf({ claim, document }: FiledClaim, view: LinkView): Promise<Passage | null> {
  return passagesOf(await view.filed([document.id])).find((p) => shares(p, claim)) ?? null;
}

const shares = (passage: Passage, claim: Claim): boolean => passage.claims.some((c) => c.id === claim.id);

function draftOf(passage: Passage): Draft {
  const draft = new Draft();
  draft.add(passage, null);
  return draft;
}

function figuresOf(filed: readonly FiledClaim[], a: FiledClaim, b: FiledClaim): Explanation['figures'] {
  const ordered = [...filed].sort(canonical);
  const counts = countsOf(ordered, sourcesOf(ordered));
  const find = (one: FiledClaim) => counts.find((c) => c.claim.id === one.claim.id);
  const [x, y] = [find(a), find(b)];
  if (!x || !y) return null;
  const relation = compareFigures(x, y);
  return { relation, note: relations[relation] };
}
