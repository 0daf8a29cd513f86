import type { Dispute } from '../model/event.ts';
import { itemsOf } from '../model/items.ts';
import { compareFigures } from './conflicts.ts';
import { byArticle, type Count } from './counts.ts';
import { figureKey } from './draft.ts';
import { Ties } from './ties.ts';
import type { Told, View } from './told.ts';

/** Figures that cannot all be true: each against what every other origin stood by when it was published, with all that repeat them. */
export function figureDisputes({ counts }: Told, view: View): Dispute[] {
  const actual = counts.filter((c) => !isDenial(c, view));
  const clashes = new Ties<Count>();
  const current = new Map<string | null, Map<string, Count>>();
  for (const count of byArticle(actual)) {
    const { claim, share, side, source } = count;
    const rivals = current.get(claim.measure) ?? new Map<string, Count>();
    current.set(claim.measure, rivals.set(JSON.stringify([claim.item, share, side, source.name]), count));
    for (const other of rivals.values()) if (other !== count && isConflict(other, count)) clashes.tie(other, count);
  }
  const positions = new Map(
    actual.map((c) => [c, JSON.stringify([figureKey(c.claim), c.share, c.low, c.high])] as const),
  );
  return clashes.groups().map((unordered) => {
    const group = unordered.sort(view.inOrder);
    const { measure, item } = group[0].claim;
    const held = new Set(group.map((c) => positions.get(c)));
    const stands = (c: Count) =>
      group.some(
        (g) =>
          g.source === c.source && figureKey(g.claim) === figureKey(c.claim) && compareFigures(g, c) === 'compatible',
      );
    const repeated = actual.filter((c) => held.has(positions.get(c)) || stands(c));
    const voices = new Map(group.map((c) => [c.source.name, c]));
    const where = group[0].share === null ? '' : ` in ${group[0].claim.place?.name}`;
    const each = [...voices.values()].map((c) => `${view.name(c.claim)} said ${inWords(c)}`).join('; ');
    return {
      kind: 'figures',
      claims: view.sorted(repeated.map((c) => c.claim.id)),
      note: `These cannot all be true, of ${itemsOf(item!)} ${measure}${where}: ${each}.`,
    };
  });
}

/** What an article says in its own voice beside a source's number it tells of as that source's. */
const isConflict = (a: Count, b: Count): boolean =>
  !(a.filed.document.id === b.filed.document.id && (a.source.party === null || b.source.party === null)) &&
  compareFigures(a, b) === 'conflict';

const inWords = ({ low, high }: Count): string =>
  low === null
    ? `at most ${high}`
    : high === null
      ? `at least ${low}`
      : low === high
        ? String(low)
        : `${low} to ${high}`;

/** "No one was hurt" beside a denial in the same breath is that denial. */
const isDenial = (count: Count, view: View): boolean =>
  count.high === 0 &&
  view.claims.some(
    ({ claim }) =>
      claim.stance === 'denies' &&
      claim.sentence.start < count.claim.sentence.end &&
      count.claim.sentence.start < claim.sentence.end &&
      view.get(claim.id)!.document.id === count.filed.document.id &&
      view.source(claim) === count.source,
  );
