import type { Time } from '../model/claim.ts';
import { dayNumber, isTotal } from '../model/days.ts';

/**
 * When something is said to have happened: whole days since 1970-01-01, both inclusive.
 *
 * - `moment`: a day, or a night between two.
 * - `spell`: up to a week: a battle, a weekend, "since Sunday".
 * - `total`: anything longer. What is counted over it is a total and no occurrence.
 */
export interface Window {
  from: number;
  to: number;
  sort: 'moment' | 'spell' | 'total';
}

export function windowOf(time: Time): Window {
  const from = dayNumber(time.from);
  const to = dayNumber(time.to);
  const days = to - from;
  return { from, to, sort: isTotal(time) ? 'total' : days > 1 || time.precision === 'since' ? 'spell' : 'moment' };
}

/**
 * How two windows stand to each other: `within` is a day of a longer time, `next` that they touch, `clash` that both cannot
 * be of one occurrence. Two nights that share a day clash; totals are one only when they count from the same day.
 */
export type TimeRelation = 'same' | 'overlap' | 'within' | 'next' | 'clash';

export function compareTimes(a: Window, b: Window): TimeRelation {
  if (a.sort === 'total' && b.sort === 'total')
    return Math.abs(a.from - b.from) <= 3 && Math.abs(a.to - b.to) <= 31 ? 'same' : 'clash';
  if (a.sort === 'total' || b.sort === 'total') return 'clash';
  if (a.from === b.from && a.to === b.to) return 'same';
  const shared = Math.min(lasts(a), lasts(b)) - Math.max(a.from, b.from) + 1;
  if (shared < 0) return 'clash';
  if (shared === 0) return 'next';
  if (a.sort === 'spell' && b.sort === 'spell') return a.from === b.from ? 'same' : 'overlap';
  if (a.sort !== b.sort) return a.from === b.from && a.to > a.from && b.to > b.from ? 'overlap' : 'within';
  return a.from < a.to && b.from < b.to ? 'clash' : 'overlap';
}

/** A spell goes on after the report of it: what was so "since Sunday" was still so the day after. */
const lasts = (w: Window): number => (w.sort === 'spell' ? w.to + 1 : w.to);
