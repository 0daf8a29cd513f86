import type { Claim } from '../src/model/claim.ts';

/** Digits grouped by thin spaces, from five digits on, so that no locale reads a decimal point into a toll. */
export const digits = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Inclusive bounds as a person writes them; null is an open bound. */
export function bounds(low: number | null, high: number | null): string {
  if (low === null && high === null) return '?';
  if (low === null) return `≤ ${digits(high!)}`;
  if (high === null) return `≥ ${digits(low)}`;
  return low === high ? digits(low) : `${digits(low)}–${digits(high)}`;
}

/** A claim's figure with the article's modifier: `at least 12`, `about 40`, `dozens`. */
export function valueWords(value: NonNullable<Claim['value']>): string {
  if (!value.modifier) return bounds(value.low, value.high);
  if (!/\d/.test(value.text)) return value.text.toLowerCase();
  const number = value.low ?? value.high;
  return number === null
    ? value.text
    : `${value.modifier} ${value.low !== null && value.high !== null ? bounds(value.low, value.high) : digits(number)}`;
}

/** A round number beside an axis: "15k", "2.5M". */
export const shortDigits = (value: number): string =>
  value >= 1e6 ? `${value / 1e6}M` : value >= 1e4 ? `${value / 1e3}k` : digits(value);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as "11 Mar 2025"; days of events belong to no time zone. */
export function dayWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

export const monthWords = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** Whole days, both inclusive: "10–11 Mar 2025", "28 Feb – 2 Mar 2025". */
export function spanWords(from: string, to: string): string {
  if (from === to) return dayWords(from);
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  if (fromYear !== toYear) return `${dayWords(from)} – ${dayWords(to)}`;
  if (fromMonth !== toMonth) return `${fromDay} ${MONTHS[fromMonth - 1]} – ${toDay} ${MONTHS[toMonth - 1]} ${toYear}`;
  return `${fromDay}–${toDay} ${MONTHS[toMonth - 1]} ${toYear}`;
}

/** A moment in the reader's own zone; a bare date stays a date. */
export function momentWords(moment: string): string {
  if (!moment.includes('T')) return dayWords(moment);
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const clock = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  return `${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}, ${clock}`;
}

/** The article's own clock, when its offset is not the reader's: "09:40 UTC+3". Null when there is nothing to add. */
export function ownClock(moment: string): string | null {
  const parts = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(moment);
  if (!parts) return null;
  const [, clock, offset] = parts;
  const minutes =
    offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  if (-new Date(moment).getTimezoneOffset() === minutes) return null;
  const hours =
    offset === 'Z' || minutes === 0
      ? ''
      : `${offset[0]}${Number(offset.slice(1, 3))}${offset.endsWith(':00') ? '' : offset.slice(3)}`;
  return `${clock} UTC${hours}`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${digits(count)} ${count === 1 ? one : many}`;
