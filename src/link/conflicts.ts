import type { Measure } from '../model/claim.ts';
import { dayNumber } from '../model/days.ts';
import { type Count, PART, size } from './counts.ts';
import { compareTimes } from './days.ts';
import { factsOf } from './facts.ts';
import { isPartOf, itemSort } from './items.ts';

/** How two figures of one event stand to each other. Only a `conflict` is a dispute; the others say why it is none. */
export type FigureRelation =
  | 'conflict'
  | 'compatible'
  | 'update'
  | 'newer count'
  | 'other thing'
  | 'other side'
  | 'other scope'
  | 'other window'
  | 'subset';

/** Measures that only grow as the dead are found and the fled are counted. */
const growing = new Set<Measure>(['killed', 'injured', 'missing', 'displaced', 'damaged', 'captured']);

/** Share by which two large numbers may differ and still be one rounded, and by which a rough one may. */
const ROUNDED = 0.05;
const ROUGH = 0.1;
/** Below this every single one counts. */
const LARGE = 50;

export function compareFigures(a: Count, b: Count): FigureRelation {
  if (a.claim.measure !== b.claim.measure) return 'other thing';
  const part = isPartOf(a.claim.item, b.claim.item)
    ? { of: a, whole: b }
    : isPartOf(b.claim.item, a.claim.item)
      ? { of: b, whole: a }
      : null;
  if (itemSort(a.claim.item) !== itemSort(b.claim.item) && !part) return 'other thing';
  if (differ(a.side, b.side) || differ(a.claim.actor?.side, b.claim.actor?.side)) return 'other side';
  if (a.share !== b.share) return 'other scope';
  const [x, y] = [factsOf(a.claim).when, factsOf(b.claim).when];
  if (x && y && compareTimes(x, y) === 'clash') return 'other window';
  if (part && (part.of.low ?? 0) <= (part.whole.high ?? Number.POSITIVE_INFINITY)) return 'subset';
  if (!part && meet(a, b)) return 'compatible';
  if (isPartInOnesOwn(a, b) || isPartInOnesOwn(b, a)) return 'subset';
  if (a.source === b.source) return 'update';
  return isNewer(a, b) ? 'newer count' : 'conflict';
}

const differ = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a && b && a !== b);

/** Weapons that two voices of one side count, in one article: the one whose number is less than half, a mayor beside a ministry, speaks of a part. */
export const isPartInOnesOwn = (a: Count, b: Count): boolean =>
  a.filed.document.id === b.filed.document.id &&
  (a.claim.measure === 'launched' || a.claim.measure === 'intercepted') &&
  a.source !== b.source &&
  sideOf(a) !== null &&
  sideOf(a) === sideOf(b) &&
  a.high !== 0 &&
  size(a) < PART * size(b);

const sideOf = ({ source }: Count): string | null => source.party?.side ?? null;

/** Is there a number that both allow, give or take rounding? */
function meet(a: Count, b: Count): boolean {
  const least = Math.max(a.low ?? 0, b.low ?? 0);
  const most = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
  if (least <= most) return true;
  const slack = isRough(a) || isRough(b) ? ROUGH : most >= LARGE ? ROUNDED : 0;
  return least - most <= slack * least;
}

const isRough = ({ claim, low, high }: Count): boolean => claim.value?.modifier !== null && low === high;

/** Hours after which a count of the same day is a later one. */
const HOURS = 4;

/** By how many days the first was published later; of one day, by the hour where both tell it, 0 if that is about the same time. */
function laterBy(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  const days = dayNumber(one) - dayNumber(other);
  if (days !== 0 || !one.includes('T') || !other.includes('T')) return days;
  const hours = (Date.parse(one) - Date.parse(other)) / 3_600_000;
  return Math.abs(hours) >= HOURS ? hours : 0;
}

/**
 * Counts of different times are often no quarrel: tolls rise, so that a later and higher one contradicts nobody, unless it is the other side's;
 * of what does not grow, one side's sources bring each other up to date.
 */
function isNewer(a: Count, b: Count): boolean {
  const later = laterBy(b.filed.document.published, a.filed.document.published);
  if (later === 0) return false;
  const [x, y] = [a.source.party?.side ?? null, b.source.party?.side ?? null];
  if (x !== null && y !== null && x !== y) return false;
  return growing.has(a.claim.measure!) ? Math.sign(size(b) - size(a)) === Math.sign(later) : x !== null && x === y;
}
