import type { Span } from './span.ts';

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight';
export type TimeUnit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'season' | 'year' | 'decade';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/**
 * What the words of a time say, in no language and on no calendar yet: `resolveTime` lays it on days. Months are 1 to 12, weekdays
 * 0 (Sunday) to 6; a null year is the year that the publication date tells.
 */
export type TimeExpression =
  | { kind: 'date'; year: number | null; month: number; day: number }
  /** `shift`: -1 of "last October", the latest that is over; 1 of "next October". */
  | { kind: 'month'; year: number | null; month: number; shift?: number }
  /** A date, month or season of the year so many from publication's: "April 15 last year". */
  | { kind: 'of-year'; shift: number; of: Extract<TimeExpression, { kind: 'date' | 'month' | 'season' }> }
  /** `years` in a row: 1, 2 for "2025-26", 10 for "the 1990s". */
  | { kind: 'year'; year: number; years: number }
  /** `shift` seasons or, with a year, that year's: 0 the nearest on or before publication, -1 the one before this, 1 the next. */
  | { kind: 'season'; season: Season; year: number | null; shift: number }
  /** `near`: the latest on or before publication; `last`, `next`: strictly before and after it; `this`: of the same week. A `week` other than null is counted from publication's own. */
  | { kind: 'weekday'; weekday: number; which: 'near' | 'last' | 'next' | 'this'; week: number | null }
  /** A calendar unit counted from publication's own: "today" is day 0, "last week" week -1. `part` keeps to what lies before or after publication. */
  | { kind: 'unit'; unit: TimeUnit; shift: number; part: 'whole' | 'earlier' | 'later' }
  /** So many units before publication ("two weeks ago"); a negative count lies ahead. */
  | { kind: 'ago'; count: number; unit: TimeUnit }
  /** The so many units that end with publication ("over the past 24 hours"); of "in recent weeks" the count is 3, as of "several". */
  | { kind: 'past'; count: number; unit: TimeUnit }
  /** The night that ends on a day: that of publication when null. */
  | { kind: 'overnight'; of: TimeExpression | null }
  /** A part of a day; of the day at hand (the anchor's, else publication's) when null. */
  | { kind: 'part'; part: DayPart; of: TimeExpression | null }
  /** A stretch of a longer unit, in hundredths of its length: "early March" 0 to 33, "the second half of 2023" 50 to 100. */
  | { kind: 'stretch'; from: number; to: number; of: TimeExpression }
  | { kind: 'range'; from: TimeExpression; to: TimeExpression }
  /** Up to publication. */
  | { kind: 'since'; from: TimeExpression }
  | { kind: 'limit'; which: 'before' | 'by' | 'until' | 'after'; of: TimeExpression }
  /** So many units after (negative: before) another time of the text: the one at hand, the last of more than a day ("the same period"), or that of the clause that follows ("a week after 44 people were killed"). */
  | {
      kind: 'anchored';
      shift: number;
      unit: TimeUnit;
      part: DayPart | null;
      anchor: 'context' | 'period' | 'following';
      /** Of `following`: the time that it is counted back from, when the same sentence names it ("on Tuesday, a week after …"). */
      base: TimeExpression | null;
    }
  /** The date in a dateline: when the article was written, not when anything happened. */
  | { kind: 'dateline'; date: TimeExpression };

export interface TimeMention extends Span {
  expression: TimeExpression;
  /** One stretch named as one, a stretch with two ends, or an open one up to publication. */
  shape: 'point' | 'range' | 'since';
}
