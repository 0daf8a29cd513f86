import type { TimeExpression } from '../../model/moment.ts';
import { isSpace, lookUp, type Stretch, type Word } from './cursor.ts';
import { COUNTED } from './number-words.ts';
import { type Atom, atom } from './time-atom.ts';
import { AMBIGUOUS, DATED, HOLIDAYS, MONTH_BEFORE, MONTHS, SHIFTS, SHORT_MONTHS } from './time-words.ts';

/** "February 23, 2024", "23 February", "the 23rd of Feb.", "5 to 6 May", "December 28 and 29", "May 2024", "in May". */
export function month(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  if (!s.capital(word.start)) return null;
  const number = lookUp<number>(MONTHS, word.lower)!;
  const stop = SHORT_MONTHS.has(word.lower) && text[word.end] === '.' ? word.end + 1 : word.end;
  const before = daysBefore(s, word.start);
  const after = before ? null : daysAfter(s, word, stop);
  const end = before ? stop : (after?.end ?? stop);
  const year = yearAfter(s, end);
  const start = before?.start ?? word.start;
  const days = before ?? after;
  if (days) {
    const date = (day: number): TimeExpression => ({ kind: 'date', year: year?.value ?? null, month: number, day });
    const expression: TimeExpression =
      days.last === null ? date(days.first) : { kind: 'range', from: date(days.first), to: date(days.last) };
    return atom(start, year?.end ?? end, expression);
  }
  const lead = s.before(word.start);
  const expression: TimeExpression = { kind: 'month', year: year?.value ?? null, month: number };
  if (year) return atom(start, year.end, expression);
  if (lead?.hyphen && lead.lower !== 'mid') return null;
  const shift = lookUp<number>(SHIFTS, lead?.lower);
  const next = s.after(word.end);
  const dates = lead !== null && /^(?:an?|the)$/.test(lead.lower) && next !== null && DATED.has(next.lower);
  if ((AMBIGUOUS.has(word.lower) || stop > word.end) && !dates) if (!lead || !MONTH_BEFORE.has(lead.lower)) return null;
  if (
    next &&
    !next.hyphen &&
    s.capital(next.start) &&
    next.end - next.start > 1 &&
    (!lead || !MONTH_BEFORE.has(lead.lower))
  )
    return null;
  return shift !== undefined && lead
    ? atom(lead.start, stop, shift === 0 ? expression : { ...expression, shift })
    : atom(word.start, stop, expression);
}

/** "New Year's Day", "Christmas Eve", "Victory Day 2022". */
export function holiday(s: Stretch, word: Word): Atom | null {
  if (!s.capital(word.start)) return null;
  const rest = s.ahead(word.start, 16).toLowerCase().replace('’', "'");
  for (const [name, [month, day]] of HOLIDAYS) {
    if (!rest.startsWith(name)) continue;
    const end = word.start + name.length;
    const year = yearAfter(s, end);
    return atom(word.start, year?.end ?? end, { kind: 'date', year: year?.value ?? null, month, day });
  }
  return null;
}

interface MonthDays {
  first: number;
  last: number | null;
  start: number;
  end: number;
}

const DAYS_BEFORE =
  /(?:^|[^\d.,:/$€£-])(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—/]\s?|,?\s(?:and|to|until|till|through)\s))?(\d{1,2})(?:st|nd|rd|th)?(?:[ \u00a0]of)?[ \u00a0\n]$/;
function daysBefore(s: Stretch, at: number): MonthDays | null {
  const { text } = s;
  const base = Math.max(0, at - 24);
  if (at - 1 <= base || !isSpace(text.charCodeAt(at - 1))) return null;
  const match = DAYS_BEFORE.exec(text.slice(base, at));
  if (!match) return null;
  const first = Number(match[1] ?? match[2]);
  const last = match[1] === undefined ? null : Number(match[2]);
  if (first < 1 || first > 31 || (last !== null && (last <= first || last > 31))) {
    return last !== null && last >= 1 && last <= 31
      ? { first: last, last: null, start: at - match[0].length + match[0].lastIndexOf(match[2]), end: at }
      : null;
  }
  return { first, last, start: base + match.index + match[0].search(/\d/), end: at };
}

const DAYS_AFTER =
  /^[ \u00a0\n](?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:(?:\s?[-–—]\s?|,?\s(?:and|to|until|till|through)\s(?:the )?)(\d{1,2})(?:st|nd|rd|th)?)?(?![\d:%]|[.,]\d|[-–]\d|-[a-z]|\s?(?:%|[ap]\.?m\b))/;
const DAY_AFTER = /^[ \u00a0\n](?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|-[a-z])/;
function daysAfter(s: Stretch, word: Word, at: number): MonthDays | null {
  const rest = s.ahead(at, 24);
  const match = DAYS_AFTER.exec(rest) ?? DAY_AFTER.exec(rest);
  if (!match) return null;
  const first = Number(match[1]);
  if (first < 1 || first > 31) return null;
  const one = (): MonthDays => ({ first, last: null, start: word.start, end: at + DAY_AFTER.exec(rest)![0].length });
  const last = match[2] === undefined ? null : Number(match[2]);
  if (last === null || last <= first || last > 31) {
    const end = one();
    // "In April 12 people were killed": the month wants no day
    const next = s.after(end.end);
    const lead = s.before(word.start);
    const counts =
      next &&
      !next.hyphen &&
      !s.capital(next.start) &&
      (COUNTED.has(next.lower) || (next.lower.length > 4 && next.lower.endsWith('s')));
    return counts && lead?.lower === 'in' ? null : end;
  }
  // "on December 28 and 12 people": the second number counts something
  const end = at + match[0].length;
  const next = s.after(end);
  if (
    next &&
    !next.hyphen &&
    !s.capital(next.start) &&
    (COUNTED.has(next.lower) || (next.lower.length > 4 && next.lower.endsWith('s')))
  )
    return one();
  return { first, last, start: word.start, end };
}

const YEAR_AFTER = /^(?:,? |,?\n)(?:of )?((?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|-[a-z])/;
export function yearAfter(s: Stretch, at: number): { value: number; end: number } | null {
  const match = YEAR_AFTER.exec(s.ahead(at, 12));
  if (!match) return null;
  const value = Number(match[1]);
  const end = at + match[0].length;
  const next = s.after(end);
  // "in May 2000 people fled"; but "in June 1995 rebels seized the town": so many would be 1,995, or about 2,000
  const mayCount = value % 100 === 0 || value < 1900;
  return mayCount && next && !next.hyphen && COUNTED.has(next.lower) && next.lower !== 'of' ? null : { value, end };
}
