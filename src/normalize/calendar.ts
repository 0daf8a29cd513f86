/** Whole days, counted from 1 January 1970 in the proleptic Gregorian calendar, without clock or zone. */
export type Day = number;

/** A stretch of whole days, both inclusive. */
export interface Days {
  from: Day;
  to: Day;
}

const MS = 86_400_000;

/** The day of a date; months 1 to 12, overflowing as `Date` does (month 13 is January of the next year, day 0 the last of the month before). */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / MS);
}

export const yearOf = (day: Day): number => new Date(day * MS).getUTCFullYear();
/** 1 to 12. */
export const monthOf = (day: Day): number => new Date(day * MS).getUTCMonth() + 1;
export const dayOfMonth = (day: Day): number => new Date(day * MS).getUTCDate();
/** 0 (Sunday) to 6. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const monthDays = (year: number, month: number): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 0),
});
export const yearDays = (year: number, years = 1): Days => ({ from: dayOf(year, 1, 1), to: dayOf(year + years, 1, 0) });
/** Monday to Sunday. */
export const weekDays = (day: Day): Days => {
  const monday = day - ((weekdayOf(day) + 6) % 7);
  return { from: monday, to: monday + 6 };
};

/** Is it a date that exists? */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= dayOfMonth(dayOf(year, month + 1, 0));

/** The same date so many months on (negative: back); the 31st of a shorter month is its last day. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  const last = dayOf(yearOf(day), month + 1, 0);
  return Math.min(last, dayOf(yearOf(day), month, dayOfMonth(day)));
}

/** ISO 8601, years 0 to 9999. */
export const isoDate = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);

/** The day that an ISO date or date-time names in its own offset; null when it is none. */
export function parseDay(iso: string | null): Day | null {
  const match = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(iso);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return isDate(year, month, day) ? dayOf(year, month, day) : null;
}
