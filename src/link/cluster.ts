import type { Judgement } from '../model/ledger.ts';
import { Draft } from './draft.ts';
import { compare, type Evidence } from './evidence.ts';
import type { Passage } from './passages.ts';
import { Rulings } from './rulings.ts';
import { weights } from './weights.ts';

/** 0 to 3: spells of fighting are what days of it belong to, and what has a day and a place is what the rest can be told by. */
const anchored = (p: Passage): number =>
  (p.windows.some((w) => w.sort === 'spell') ? 3 : p.windows.length ? 2 : 0) + (p.places.length ? 1 : 0);

/** Documents by publication, the undated last, then by id. */
export function byPublication(
  a: { published: string | null; id: string },
  b: { published: string | null; id: string },
): number {
  const at = (d: { published: string | null }) =>
    d.published === null ? Number.POSITIVE_INFINITY : Date.parse(d.published);
  const [x, y] = [at(a), at(b)];
  return x === y ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : x < y ? -1 : 1;
}

/** A total order that no arrival changes: the best anchored first, then by publication and place in the text. */
export function bySeniority(a: Passage, b: Passage): number {
  return anchored(b) - anchored(a) || byPublication(a.document, b.document) || a.ordinal - b.ordinal;
}

/**
 * Each passage, the senior first, joins the event that it matches best, or begins one. What comes out hangs on the passages
 * alone and not on the order in which they came.
 * Reviewers' rulings stand above: what they set apart is not joined, what they put together is joined last, as whole events.
 */
export function cluster(passages: readonly Passage[], rulings = new Rulings([])): Draft[] {
  const drafts: Draft[] = [];
  for (const passage of [...passages].sort(bySeniority)) {
    let best: { draft: Draft; evidence: Evidence } | null = null;
    for (const draft of drafts) {
      const evidence = compare(passage, draft);
      const better = evidence.points >= weights.threshold && (best === null || evidence.points > best.evidence.points);
      if (better && !rulings.forbid(passage, draft.passages)) best = { draft, evidence };
    }
    if (best) best.draft.add(passage, best.evidence);
    else {
      const draft = new Draft();
      draft.add(passage, null);
      drafts.push(draft);
    }
  }
  for (const ruling of rulings.together) join(drafts, ruling);
  return drafts;
}

/** Makes one event of the two that hold the claims of a ruling; nothing where they are one already or not both at hand. */
function join(drafts: Draft[], { claims: [a, b], by, reason }: Judgement): void {
  const holding = (id: string) => drafts.findIndex((d) => d.passages.some((p) => p.claims.some((c) => c.id === id)));
  const [first, second] = [holding(a), holding(b)].sort((x, y) => x - y);
  if (first < 0 || first === second) return;
  const [gone] = drafts.splice(second, 1);
  for (const passage of gone.passages) {
    const partner = drafts[first].passages[0];
    const ruled: Evidence = {
      points: Number.POSITIVE_INFINITY,
      reasons: [{ points: Number.POSITIVE_INFINITY, why: `${by}: ${reason}`, other: partner }],
    };
    drafts[first].add(passage, gone.evidence.get(passage) ?? ruled);
  }
}
