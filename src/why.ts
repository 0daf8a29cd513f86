import { Draft } from './link/draft.ts';
import { compare } from './link/evidence.ts';
import { type Passage, passagesOf } from './link/passages.ts';
import { weights } from './link/weights.ts';
import type { FiledClaim, Judgement } from './model/ledger.ts';
import type { ClaimRow } from './model/rows.ts';
import type { Ledger } from './store/ledger.ts';

/** Why two claims are, or are not, about one event. */
export interface Explanation {
  together: boolean;
  /** The events that they stand in; null for none. */
  events: [string | null, string | null];
  /** What speaks for it (above 0) and against it, as the passages of the two weigh against each other; the strongest first. */
  reasons: { points: number; why: string }[];
  /** Their sum, and from which on two passages are taken to be about one event. */
  points: number;
  threshold: number;
  /** What the first weighs against the whole event of the other; null where that has no more than this passage. */
  withEvent: { points: number; reasons: { points: number; why: string }[] } | null;
  judgements: Judgement[];
}

/** Throws a RangeError where there is no such claim, or it is no longer current. */
export async function why(ledger: Ledger, one: string, other: string): Promise<Explanation> {
  const [a, b] = [await current(ledger, one), await current(ledger, other)];
  const [first, second] = [await passageOf(ledger, a), await passageOf(ledger, b)];
  const judgements = (await ledger.judgements([one])).filter(({ claims }) => claims.includes(other));
  const shared = {
    together: a.event !== null && a.event === b.event,
    events: [a.event, b.event] as Explanation['events'],
    threshold: weights.threshold,
    judgements,
  };
  if (first.claims.some(({ id }) => id === other)) {
    const points = weights.threshold;
    return {
      ...shared,
      reasons: [{ points, why: 'told together in one passage of one article' }],
      points,
      withEvent: null,
    };
  }
  const alone = weigh(first, [second]);
  const rest =
    b.event === null
      ? []
      : (await passagesOfEvent(ledger, b.event)).filter((passage) => !passage.claims.some(({ id }) => id === one));
  return { ...shared, ...alone, withEvent: rest.length > 1 ? weigh(first, rest) : null };
}

async function current(ledger: Ledger, id: string): Promise<ClaimRow> {
  const row = await ledger.claim(id);
  if (!row) throw new RangeError(`there is no claim ${id}: "counterclaim claims" lists what there is`);
  if (!row.current) throw new RangeError(`the claim ${id} is no longer current, and stands in no event`);
  return row;
}

const passageOf = async (ledger: Ledger, { claim, document }: ClaimRow): Promise<Passage> =>
  passagesOf(await ledger.filed([document.id])).find((passage) => passage.claims.some(({ id }) => id === claim.id))!;

/** Every passage that has a claim in an event. */
async function passagesOfEvent(ledger: Ledger, id: string): Promise<Passage[]> {
  const event = (await ledger.event(id))!.event;
  return passagesIn(await ledger.filed(event.documents), new Set(event.claims));
}

/** The passages of some articles that have one of these claims. */
export function passagesIn(filed: readonly FiledClaim[], claims: ReadonlySet<string>): Passage[] {
  const articles = new Map<string, FiledClaim[]>();
  for (const one of filed) articles.set(one.document.id, [...(articles.get(one.document.id) ?? []), one]);
  return [...articles.values()]
    .flatMap((article) => passagesOf(article))
    .filter((passage) => passage.claims.some(({ id }) => claims.has(id)));
}

function weigh(passage: Passage, against: readonly Passage[]): Pick<Explanation, 'points' | 'reasons'> {
  const draft = new Draft();
  for (const other of against) draft.add(other, null);
  const { points, reasons } = compare(passage, draft);
  const strongest = reasons
    .map(({ points, why }) => ({ points, why }))
    .sort((x, y) => Math.abs(y.points) - Math.abs(x.points));
  return { points, reasons: strongest };
}
