import { isDigit, isSpace, isUpper, wordAfter, wordBefore } from './cursor.ts';
import { countsThings, isCounted } from './number-nouns.ts';
import { unitEnd } from './number-measure.ts';
import { NO_YEAR_BEFORE, YEAR_BEFORE } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';
import { MONTHS } from './time-words.ts';

const HALF_OF_DAY = /^\s{0,2}[ap]\.?\s?m\b\.?/i;
const ZONE = /^\s?(?:hours\s)?(?:GMT|UTC|BST|EST|EDT|CET|CEST|EET|IST|MSK|PKT|local time|hrs\b|Z\b)/;
const OCLOCK = /^\so['’ʼ]clock\b/i;

/** "7:40 p.m.", "3 a.m.", "03:15", "0315 GMT", "5 o'clock", "6.15pm": where it ends, null when it is no time of day. */
export function clockEnd(text: string, { start, end }: Numeral, to: number): number | null {
  const digit = (i: number): boolean => i < to && isDigit(text.charCodeAt(i));
  let stop = end;
  const minutes = text[end] === ':' && digit(end + 1) && digit(end + 2);
  if (minutes) {
    stop = end + 3;
    if (text[stop] === ':' && digit(stop + 1) && digit(stop + 2)) stop += 3;
  }
  const rest = text.slice(stop, Math.min(to, stop + 16));
  const half = end - start <= 5 ? HALF_OF_DAY.exec(rest) : null;
  const mark = half ?? OCLOCK.exec(rest) ?? (minutes || end - start === 4 ? ZONE.exec(rest) : null);
  if (mark) return stop + mark[0].length;
  return minutes && Number(text.slice(start, end)) < 25 ? stop : null;
}

const isYearLike = (digits: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(digits);
const ISO = /^([-/.])\d{1,2}\1\d{1,2}(?!\d)/;
const TWO_YEARS = /^[-–/](?:\d\d|\d{4})(?![\d,.]*\d)/;
const DAY_FIRST = /^([/.-])\d{1,2}\1(?:19|20)\d\d(?!\d)/;
const DOTTED = /^\.(?:19|20)\d\d(?!\d)/;

/** "2024-05-16", "2025-26", "12/05/2024", "23.02.2025": where it ends. */
export function dateEnd(text: string, { end, digits }: Numeral, to: number): number | null {
  const rest = text.slice(end, Math.min(to, end + 9));
  const match = /^\d{4}$/.test(digits)
    ? (ISO.exec(rest) ?? (isYearLike(digits) ? TWO_YEARS.exec(rest) : null))
    : /^\d{1,2}$/.test(digits)
      ? DAY_FIRST.exec(rest)
      : /^\d{1,2}\.\d{1,2}$/.test(digits)
        ? DOTTED.exec(rest)
        : null;
  return match ? end + match[0].length : null;
}

/** "Feb. 23", "23 February", "December 28 and 29", "5 to 6 May", "the 27th of June". */
export function isDayOfMonth(text: string, numeral: Numeral, from: number, to: number): boolean {
  const { start, end, value } = numeral;
  if (value < 1 || value > 31 || value % 1 !== 0 || numeral.scale !== 1) return false;
  if (monthAfter(text, end, to)) return true;
  const of = wordAfter(text, end, to);
  if (of?.lower === 'of' && monthAfter(text, of.end, to)) return true;
  if (numeral.digits === '') return false;
  const month = monthBefore(text, start, from);
  if (month === null) return pairedBefore(text, start, from) || pairedAfter(text, end, to);
  // "On 7 February 96 trucks", "In April 12 people died": the month has its day already, or wants none
  const lead = text.slice(Math.max(from, month - 5), month);
  return !(countsThings(text, end, to) && /(?:\d(?:st|nd|rd|th)?|\bin)\s$/i.test(lead));
}

/** The end of the word before a stop and white space: "No. 2", "Feb. 23"; `at` itself where there is no stop. */
export function beforeStop(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && isSpace(text.charCodeAt(i - 1)) && at - i < 3) i--;
  return i > from && text[i - 1] === '.' ? i - 1 : at;
}

const isMonth = (text: string, word: { start: number; lower: string } | null): boolean =>
  word !== null && Object.hasOwn(MONTHS, word.lower) && isUpper(text.charCodeAt(word.start));

function monthBefore(text: string, at: number, from: number): number | null {
  const word = wordBefore(text, beforeStop(text, at, from), from);
  return word && isMonth(text, word) ? word.start : null;
}

const monthAfter = (text: string, at: number, to: number): boolean => isMonth(text, wordAfter(text, at, to));

const JOINED = /^(?:\s?[-–—]\s?|,?\s(?:and|to|or|until|through)\s)\d{1,2}(?!\d)/;
const pairedAfter = (text: string, at: number, to: number): boolean => {
  const match = JOINED.exec(text.slice(at, Math.min(to, at + 14)));
  return match !== null && monthAfter(text, at + match[0].length, to);
};
const PAIRED = /(?:^|[^\d,.])(\d{1,2})(?:\s?[-–—]\s?|\s(?:and|to|or|until|through)\s)$/;
function pairedBefore(text: string, at: number, from: number): boolean {
  const base = Math.max(from, at - 14);
  const match = PAIRED.exec(text.slice(base, at));
  return match !== null && monthBefore(text, base + match.index + match[0].indexOf(match[1]), from) !== null;
}

/** Is a bare number of four digits a year here? What could be one is, unless it counts something. */
export function isYear(text: string, numeral: Numeral, from: number, to: number): boolean {
  const { start, end, digits } = numeral;
  if (end - start !== 4) return false;
  const word = wordBefore(text, start, from);
  const before = word?.lower ?? '';
  if (NO_YEAR_BEFORE.has(before)) return false;
  const timely = YEAR_BEFORE.has(before) && !(before === 'to' && wordBefore(text, word!.start, from)?.lower === 'up');
  const year = Number(digits);
  // whole centuries are counts as often as years: "released 1900 prisoners"
  if (year < 1500 || year > (timely ? 2199 : 2049)) return false;
  const after = wordAfter(text, end, to);
  if (after && !after.hyphen && isCounted(text, after)) return false;
  if (timely) return !(/^(?:the|an?|this|that)$/.test(before) && unitEnd(text, numeral, to) !== null);
  const named = word !== null && word.start > from && isUpper(text.charCodeAt(word.start));
  return year >= 1900 && (named || !countsThings(text, end, to)) && unitEnd(text, numeral, to) === null;
}
