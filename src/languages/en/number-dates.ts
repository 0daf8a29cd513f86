import { isDigit, isHyphen, isSpace, type Stretch } from './cursor.ts';
import { unitEnd } from './number-measure.ts';
import { countsThings, isCounted } from './number-nouns.ts';
import { NO_YEAR_BEFORE, YEAR_BEFORE } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';
import { MONTHS } from './time-words.ts';

const MARK = /^(?:\s{0,2}[ap]\.?\s?m\b\.?|\so['’ʼ]clock\b)/i;
const ZONE = /^\s?(?:hours\s)?(?:GMT|UTC|BST|EST|EDT|CET|CEST|EET|IST|MSK|PKT|local time|hrs\b|Z\b)/;

/** ":40", of an hour or a minute. */
const sixtieths = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 58 && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2));

/** "7:40 p.m.", "3 a.m.", "03:15", "0315 GMT", "5 o'clock", "6.15pm": where it ends, null when it is no time of day. */
export function clockEnd(s: Stretch, { start, end }: Numeral): number | null {
  const { text } = s;
  const minutes = sixtieths(text, end);
  let stop = minutes ? end + 3 : end;
  if (minutes && sixtieths(text, stop)) stop += 3;
  // what follows most numbers is neither: no expression is run on it
  const next = text.charCodeAt(isSpace(text.charCodeAt(stop)) ? stop + 1 : stop) | 32;
  const mark = next === 97 || next === 112 || next === 111 || next === 32 ? MARK.exec(s.ahead(stop, 16)) : null;
  const zone = mark === null && (minutes || end - start === 4) ? ZONE.exec(s.ahead(stop, 16)) : mark;
  if (zone) return stop + zone[0].length;
  return minutes && Number(text.slice(start, end)) < 25 ? stop : null;
}

const isYearLike = (digits: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(digits);
const ISO = /^([-/.])\d{1,2}\1\d{1,2}(?!\d)/;
const TWO_YEARS = /^[-–/](?:\d\d|\d{4})(?![\d,.]*\d)/;
const DAY_FIRST = /^([/.-])\d{1,2}\1(?:19|20)\d\d(?!\d)/;
const DOTTED = /^\.(?:19|20)\d\d(?!\d)/;

/** "2024-05-16", "2025-26", "12/05/2024", "23.02.2025": where it ends. */
export function dateEnd(s: Stretch, { end, digits }: Numeral): number | null {
  const joint = s.text.charCodeAt(end);
  if (end >= s.to || !(joint === 46 || joint === 47 || isHyphen(joint))) return null;
  const rest = s.ahead(end, 9);
  const match =
    digits.length === 4 && !digits.includes('.')
      ? (ISO.exec(rest) ?? (isYearLike(digits) ? TWO_YEARS.exec(rest) : null))
      : (DAY_FIRST.exec(rest) ?? (digits.includes('.') ? DOTTED.exec(rest) : null));
  return match ? end + match[0].length : null;
}

/** "Feb. 23", "23 February", "December 28 and 29", "5 to 6 May", "the 27th of June". */
export function isDayOfMonth(s: Stretch, numeral: Numeral): boolean {
  const { start, end, value } = numeral;
  if (value < 1 || value > 31 || value % 1 !== 0 || numeral.scale !== 1) return false;
  if (monthAfter(s, end)) return true;
  const of = s.after(end);
  if (of?.lower === 'of' && monthAfter(s, of.end)) return true;
  if (numeral.digits === '') return false;
  const month = monthBefore(s, start);
  if (month === null) return pairedBefore(s, start) || pairedAfter(s, end);
  // "On 7 February 96 trucks", "In April 12 people died": the month has its day already, or wants none
  const lead = s.behind(month, 5);
  if (/\d(?:st|nd|rd|th)?\s$/.test(lead)) return !countsThings(s, end);
  return !(/\bin\s$/i.test(lead) && countsThings(s, end, 1));
}

/** The end of the word before a stop and white space: "No. 2", "Feb. 23"; `at` itself where there is no stop. */
export function beforeStop(s: Stretch, at: number): number {
  const { text } = s;
  let i = at;
  while (i > 0 && isSpace(text.charCodeAt(i - 1)) && at - i < 3) i--;
  return i > 0 && text[i - 1] === '.' ? i - 1 : at;
}

const isMonth = (s: Stretch, word: { start: number; lower: string } | null): boolean =>
  word !== null && s.capital(word.start) && Object.hasOwn(MONTHS, word.lower);

function monthBefore(s: Stretch, at: number): number | null {
  const word = s.before(beforeStop(s, at));
  return word && isMonth(s, word) ? word.start : null;
}

const monthAfter = (s: Stretch, at: number): boolean => isMonth(s, s.after(at));

const JOINED = /^(?:\s?[-–—]\s?|,?\s(?:and|to|or|until|through)\s)\d{1,2}(?!\d)/;
const PAIRED = /(?:^|[^\d,.])(\d{1,2})(?:\s?[-–—]\s?|\s(?:and|to|or|until|through)\s)$/;
const JOINTS = new Set(['and', 'to', 'or', 'until', 'through']);

/** "28" of "28 and 29 December": a number and then a month follow. */
function pairedAfter(s: Stretch, at: number): boolean {
  const word = s.after(at);
  if (word && !JOINTS.has(word.lower)) return false;
  const match = JOINED.exec(s.ahead(at, 14));
  return match !== null && monthAfter(s, at + match[0].length);
}

/** "29" of "December 28 and 29". */
function pairedBefore(s: Stretch, at: number): boolean {
  const word = s.before(at);
  if (word && !JOINTS.has(word.lower)) return false;
  const base = Math.max(0, at - 14);
  const match = PAIRED.exec(s.text.slice(base, at));
  return match !== null && monthBefore(s, base + match.index + match[0].indexOf(match[1])) !== null;
}

/** Is a bare number of four digits a year here? What could be one is, unless it counts something. */
export function isYear(s: Stretch, numeral: Numeral): boolean {
  const { start, end, digits } = numeral;
  if (end - start !== 4) return false;
  const word = s.before(start);
  const before = word?.lower ?? '';
  if (NO_YEAR_BEFORE.has(before)) return false;
  const timely = YEAR_BEFORE.has(before) && !(before === 'to' && s.before(word!.start)?.lower === 'up');
  const year = Number(digits);
  // whole centuries are counts as often as years: "released 1900 prisoners"
  if (year < 1500 || year > (timely ? 2199 : 2049)) return false;
  const after = s.after(end);
  if (after && !after.hyphen && isCounted(s, after)) return false;
  if (timely) return !(/^(?:the|an?|this|that)$/.test(before) && unitEnd(s, numeral) !== null);
  const named = word !== null && word.start > 0 && s.capital(word.start);
  return year >= 1900 && (named || !countsThings(s, end)) && unitEnd(s, numeral) === null;
}
