import type { EventFigure } from '../model/event.ts';
import { isPartInOnesOwn } from './conflicts.ts';
import { byArticle, type Count, PART, size } from './counts.ts';

/**
 * What an event's figures are, by measure and item: the bounds over what each origin said last. Shares are left out, unless nobody
 * counts the whole; then those of the place that most is said of stand for it. A bound is open (null) where an origin leaves it open. `best` is the lower median of what the origins say, so always a number that somebody stands by.
 */
export function figuresOf(counts: readonly Count[]): EventFigure[] {
  const rows = new Map<string, Count[]>();
  for (const count of counts) {
    const key = JSON.stringify([count.claim.measure, count.claim.item]);
    rows.set(key, [...(rows.get(key) ?? []), count]);
  }
  return [...rows.values()]
    .map((row) => figure(wholeOf(row)))
    .sort((a, b) => (a.measure === b.measure ? (a.item < b.item ? -1 : 1) : a.measure < b.measure ? -1 : 1));
}

function wholeOf(counts: readonly Count[]): Count[] {
  const whole = counts.filter((c) => c.share === null);
  if (whole.length) return whole;
  const of = (share: string | null) => counts.filter((c) => c.share === share);
  return counts.map((c) => of(c.share)).reduce((most, some) => (some.length > most.length ? some : most));
}

function figure(counts: readonly Count[]): EventFigure {
  const { measure, item } = counts[0].claim;
  const latest = latestBySource(counts);
  const all = [...latest.values()];
  const telling = withoutGlimpses(all.filter((c) => !all.some((whole) => isPartInOnesOwn(c, whole))));
  const lows = telling.map((c) => c.low);
  const highs = telling.map((c) => c.high);
  return {
    measure: measure!,
    item: item ?? '',
    low: lows.includes(null) ? null : Math.min(...(lows as number[])),
    best: median(telling.map(size)),
    high: highs.includes(null) ? null : Math.max(...(highs as number[])),
    by: [...latest].map(([origin, { low, high }]) => ({
      origin,
      low,
      high,
      claims: counts.filter((c) => c.source.name === origin).map((c) => c.claim.id),
    })),
  };
}

/** Each source's latest count, a part that it names later left out. */
export function latestBySource(counts: readonly Count[]): Map<string, Count> {
  const latest = new Map<string, Count>();
  for (const count of byArticle(counts)) {
    const before = latest.get(count.source.name);
    if (!before || size(count) >= PART * size(before) || count.high === 0) latest.set(count.source.name, count);
  }
  return latest;
}

/** What somebody without a body or a side behind him counts below half of the rest is what he saw of it. */
function withoutGlimpses(counts: readonly Count[]): Count[] {
  const isGlimpse = ({ source: { party } }: Count) =>
    !party || (party.side === null && (party.kind === 'person' || party.kind === 'unnamed'));
  const solid = counts.filter((c) => !isGlimpse(c));
  if (!solid.length) return [...counts];
  const middle = median(solid.map(size));
  return counts.filter((c) => !isGlimpse(c) || size(c) >= PART * middle);
}

/** The lower median: always one of the numbers. */
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1];
