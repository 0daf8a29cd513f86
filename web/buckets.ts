import { dayWords, monthWords, spanWords } from './format.ts';
import type { DayTotal } from './wire.ts';

export type By = 'day' | 'week' | 'month';

const DAY = 86_400_000;
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The last day of a bucket, inclusive. */
export function bucketEnd(day: string, by: By): string {
  if (by === 'day') return day;
  if (by === 'week') return addDays(day, 6);
  const [year, month] = day.split('-').map(Number);
  return addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1);
}

export const bucketWords = (day: string, by: By): string =>
  by === 'day' ? dayWords(day) : by === 'week' ? spanWords(day, bucketEnd(day, by)) : monthWords(day);

/** The first day of every bucket from one day to another, empty ones too. */
export function bucketsBetween(since: string, until: string, by: By): string[] {
  const buckets: string[] = [];
  let day =
    by === 'month'
      ? `${since.slice(0, 7)}-01`
      : by === 'week'
        ? addDays(since, -((new Date(since).getUTCDay() + 6) % 7))
        : since;
  for (; day <= until && buckets.length < 2000; day = addDays(bucketEnd(day, by), 1)) buckets.push(day);
  return buckets;
}

/** How fine a time is looked at: days up to three months, weeks up to two years. */
export const byFor = (since: string, until: string): By => {
  const days = daysBetween(since, until);
  return days <= 92 ? 'day' : days <= 740 ? 'week' : 'month';
};

/** One measure of one item over time: what each side claims in each bucket. */
export interface Series {
  key: string;
  measure: string;
  item: string;
  /** Sides by how often they speak of it, most first. */
  sides: (string | null)[];
  /** By bucket, then by side. */
  values: Map<string, Map<string | null, DayTotal>>;
  events: number;
}

/** Measures that most events speak of come first. */
export function seriesOf(totals: readonly DayTotal[]): Series[] {
  const series = new Map<string, Series & { spoken: Map<string | null, number> }>();
  for (const total of totals) {
    const key = `${total.measure} ${total.item}`;
    const one = series.get(key) ?? {
      key,
      measure: total.measure,
      item: total.item,
      sides: [],
      values: new Map(),
      events: 0,
      spoken: new Map(),
    };
    series.set(key, one);
    const bucket = one.values.get(total.day) ?? new Map<string | null, DayTotal>();
    one.values.set(total.day, bucket.set(total.side, total));
    one.events += total.events;
    one.spoken.set(total.side, (one.spoken.get(total.side) ?? 0) + total.events);
  }
  return [...series.values()]
    .map(({ spoken, ...one }) => ({
      ...one,
      sides: [...spoken].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1)).map(([side]) => side),
    }))
    .sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1));
}
