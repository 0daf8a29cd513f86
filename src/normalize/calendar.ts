/** Whole days, counted from 1 January 1970 in the proleptic Gregorian calendar, without clock or zone. */
export type Day = number;

/** A stretch of whole days, both inclusive. */
export interface Days {
  from: Day;
  to: Day;
}

/** Days of 400 years: the calendar repeats after so many. */
const CYCLE = 146_097;
/** Days from 1 March of the year 0, where counting begins inside, to 1 January 1970. */
const EPOCH = 719_468;

/**
 * The day of a date; months 1 to 12, overflowing as `Date` does (month 13 is January of the next year, day 0 the last of the month before).
 * By arithmetic on years that begin in March, so that a leap day is a year's last: `Date` takes ten times as long.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const months = 12 * year + month - 3;
  const y = Math.floor(months / 12);
  const m = months - 12 * y;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    1 -
    EPOCH
  );
}

/** Year, month (1 to 12) and day of the month. */
function dateOf(day: Day): [year: number, month: number, day: number] {
  const since = day + EPOCH;
  const cycle = Math.floor(since / CYCLE);
  const inCycle = since - cycle * CYCLE;
  const y = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const inYear = inCycle - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * inYear + 2) / 153);
  return [400 * cycle + y + (m >= 10 ? 1 : 0), m < 10 ? m + 3 : m - 9, inYear - Math.floor((153 * m + 2) / 5) + 1];
}

export const yearOf = (day: Day): number => dateOf(day)[0];
/** 1 to 12. */
export const monthOf = (day: Day): number => dateOf(day)[1];
export const dayOfMonth = (day: Day): number => dateOf(day)[2];
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
export function isoDate(day: Day): string {
  const [year, month, date] = dateOf(day);
  const digits = (n: number, length: number) => String(n).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`;
}

/** The day that an ISO date or date-time names in its own offset; null when it is none. */
export function parseDay(iso: string | null): Day | null {
  if (iso === null || !/^\d{4}-\d\d-\d\d(?:$|[T ])/.test(iso)) return null;
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  return isDate(year, month, day) ? dayOf(year, month, day) : null;
}
