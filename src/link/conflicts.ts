import type { Measure } from '../model/claim.ts';
import { type Count, size } from './counts.ts';
import { compareTimes, dayNumber, windowOf } from './days.ts';
import { itemClass } from './items.ts';

/** How two figures of one event stand to each other. Only a `conflict` is a dispute; the others say why it is none. */
export type FigureRelation =
  | 'conflict' | 'compatible' | 'update' | 'newer count' | 'other thing' | 'other side' | 'other scope' | 'other window' | 'subset';

/** Measures that only grow as the dead are found and the fled are counted. */
const growing = new Set<Measure>(['killed', 'injured', 'missing', 'displaced', 'damaged', 'captured']);

/** Classes that are a part of another: fighters and children are people. */
const wholes: Readonly<Record<string, string>> = { fighters: 'people', child: 'people', woman: 'people', captives: 'people' };

export function compareFigures(a: Count, b: Count): FigureRelation {
  if (a.claim.measure !== b.claim.measure) return 'other thing';
  const [x, y] = [itemClass(a.claim.item), itemClass(b.claim.item)];
  const part = wholes[x] === y ? { of: a, whole: b } : wholes[y] === x ? { of: b, whole: a } : null;
  if (x !== y && !part) return 'other thing';
  if (a.side !== null && b.side !== null && a.side !== b.side) return 'other side';
  if (a.share !== b.share) return 'other scope';
  if (a.claim.time && b.claim.time && compareTimes(windowOf(a.claim.time), windowOf(b.claim.time)) === 'clash') return 'other window';
  if (part) return part.whole.high !== null && (part.of.low ?? 0) > part.whole.high ? 'conflict' : 'subset';
  if (meet(a, b)) return 'compatible';
  if (a.source === b.source) return 'update';
  return isNewer(a, b) ? 'newer count' : 'conflict';
}

/** Is there a number that both allow? */
const meet = (a: Count, b: Count): boolean =>
  Math.max(a.low ?? 0, b.low ?? 0) <= Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);

/** Tolls rise: another's later and higher count contradicts nobody, unless the two stand on different sides. */
function isNewer(a: Count, b: Count): boolean {
  const [x, y] = [a.source.party?.side ?? null, b.source.party?.side ?? null];
  if (!growing.has(a.claim.measure!) || (x !== null && y !== null && x !== y)) return false;
  if (a.filed.document.published === null || b.filed.document.published === null) return false;
  const days = dayNumber(b.filed.document.published) - dayNumber(a.filed.document.published);
  return days !== 0 && Math.sign(size(b) - size(a)) === Math.sign(days);
}
