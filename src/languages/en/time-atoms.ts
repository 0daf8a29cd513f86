import type { DayPart, Season, TimeExpression, TimeUnit } from '../../model/moment.ts';
import type { Span } from '../../model/span.ts';
import { isDigit, isHyphen, isLetter, isSpace, lookUp, type Stretch, startsOf, type Word } from './cursor.ts';
import { COUNTED, GROUPS, NUMBER_WORDS } from './number-words.ts';
import { readNumeral } from './numeral.ts';
import type { Numeral } from './numeral-lexicon.ts';
import {
  AMBIGUOUS,
  BARE_PARTS,
  DAY_PARTS,
  MONTH_BEFORE,
  MONTHS,
  NAMED_DAYS,
  NOT_DAY_AFTER,
  NOT_DAY_BEFORE,
  PAST,
  SEASONS,
  SHIFTS,
  SHORT_MONTHS,
  TIME_UNITS,
  WEEKDAYS,
} from './time-words.ts';

/** A time that one word and its neighbours name, before times are joined to longer ones. */
export interface Atom extends Span {
  expression: TimeExpression;
}

type Reader = (s: Stretch, word: Word) => Atom | null;

const unitOf = (word: string | undefined): TimeUnit | undefined => lookUp<TimeUnit>(TIME_UNITS, word);
const atom = (start: number, end: number, expression: TimeExpression): Atom => ({ start, end, expression });
const capital = (s: Stretch, word: Word): boolean => s.capital(word.start);

/** Which reader a word of the text wakes. */
const READERS = new Map<string, Reader>([
  ...Object.keys(MONTHS).map((word): [string, Reader] => [word, month]),
  ...Object.keys(WEEKDAYS).map((word): [string, Reader] => [word, weekday]),
  ...Object.keys(NAMED_DAYS).map((word): [string, Reader] => [word, namedDay]),
  ...Object.keys(SEASONS).map((word): [string, Reader] => [word, season]),
  ...[...Object.keys(SHIFTS), ...PAST, 'earlier', 'later'].map((word): [string, Reader] => [word, unit]),
  ...[...BARE_PARTS].map((word): [string, Reader] => [word, barePart]),
  ...['that', 'same', 'following', 'then'].map((word): [string, Reader] => [word, anchored]),
  ...['ago', 'before', 'after'].map((word): [string, Reader] => [word, counted]),
  [
    'tonight',
    (_s, word) =>
      atom(word.start, word.end, {
        kind: 'part',
        part: 'night',
        of: { kind: 'unit', unit: 'day', shift: 0, part: 'whole' },
      }),
  ],
  ['overnight', (_s, word) => atom(word.start, word.end, { kind: 'overnight', of: null })],
  ['weekend', weekend],
  ['hours', smallHours],
  ['year', ofUnit],
  ['month', ofUnit],
  ['week', ofUnit],
]);

/** Could the word that begins at this letter name a time? A cheap test before `atomAt`. */
export const beginsTime = startsOf(READERS.keys());

/** The time that the word at `at` names, if it names one. */
export function atomAt(s: Stretch, at: number): Atom | null {
  const word = s.wordAt(at);
  return READERS.get(word.lower)?.(s, word) ?? null;
}

// ---- months and dates ----

/** "February 23, 2024", "23 February", "the 23rd of Feb.", "5 to 6 May", "December 28 and 29", "May 2024", "in May". */
function month(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  if (!capital(s, word)) return null;
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
  if (AMBIGUOUS.has(word.lower) || stop > word.end) if (!lead || !MONTH_BEFORE.has(lead.lower)) return null;
  const next = s.after(word.end);
  if (next && !next.hyphen && capital(s, next) && next.end - next.start > 1 && (!lead || !MONTH_BEFORE.has(lead.lower)))
    return null;
  return atom(shift !== undefined && lead ? lead.start : word.start, stop, expression);
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
      !capital(s, next) &&
      (COUNTED.has(next.lower) || (next.lower.length > 4 && next.lower.endsWith('s')));
    return counts && lead?.lower === 'in' ? null : end;
  }
  // "on December 28 and 12 people": the second number counts something
  const end = at + match[0].length;
  const next = s.after(end);
  if (
    next &&
    !next.hyphen &&
    !capital(s, next) &&
    (COUNTED.has(next.lower) || (next.lower.length > 4 && next.lower.endsWith('s')))
  )
    return one();
  return { first, last, start: word.start, end };
}

const YEAR_AFTER = /^(?:,? |,?\n)(?:of )?((?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|-[a-z])/;
function yearAfter(s: Stretch, at: number): { value: number; end: number } | null {
  const match = YEAR_AFTER.exec(s.ahead(at, 12));
  if (!match) return null;
  const end = at + match[0].length;
  const next = s.after(end);
  return next && !next.hyphen && COUNTED.has(next.lower) && next.lower !== 'of'
    ? null
    : { value: Number(match[1]), end };
}

// ---- weekdays and days ----

/** "Tuesday", "last Tuesday", "Wednesday night", "next Friday evening". */
function weekday(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  if (!capital(s, word)) return null;
  if (
    word.lower.length < 6 &&
    !/^\.?,? (?:\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec))/.test(s.ahead(word.end, 6))
  )
    return null;
  const lead = s.before(word.start);
  if (
    lead &&
    (NOT_DAY_AFTER.has(lead.lower) || (lead.hyphen && lead.lower.length > 3 && !Object.hasOwn(WEEKDAYS, lead.lower)))
  )
    return null;
  const next = s.after(word.end);
  if (next && !next.hyphen && NOT_DAY_BEFORE.has(text.slice(next.start, next.end))) return null;
  const shift = lead?.hyphen ? undefined : lookUp<number>(SHIFTS, lead?.lower);
  const which = shift === undefined ? 'near' : shift === 0 ? 'this' : shift < 0 ? 'last' : 'next';
  const day: TimeExpression = { kind: 'weekday', weekday: lookUp<number>(WEEKDAYS, word.lower)!, which, week: null };
  const stop = text[word.end] === '.' && word.lower.length < 6 ? word.end + 1 : word.end;
  return withPart(s, shift === undefined ? word.start : lead!.start, stop, day);
}

/** Takes a part of the day that follows into the time: "Tuesday night", "yesterday morning". */
function withPart(s: Stretch, start: number, end: number, day: TimeExpression): Atom {
  let next = s.after(end);
  if (next?.lower === 'early' || next?.lower === 'late') {
    const after = s.after(next.end);
    if (lookUp<DayPart>(DAY_PARTS, after?.lower)) next = after;
  }
  const part = lookUp<DayPart>(DAY_PARTS, next?.lower);
  return next && part ? atom(start, next.end, { kind: 'part', part, of: day }) : atom(start, end, day);
}

/** "today", "yesterday evening"; but not "USA Today". */
function namedDay(s: Stretch, word: Word): Atom | null {
  if (isTitle(s, word)) return null;
  return withPart(s, word.start, word.end, {
    kind: 'unit',
    unit: 'day',
    shift: lookUp<number>(NAMED_DAYS, word.lower)!,
    part: 'whole',
  });
}

/** A capital within a name: "USA Today", "CBS This Morning". */
function isTitle(s: Stretch, word: Word): boolean {
  const lead = s.capital(word.start) ? s.before(word.start) : null;
  return lead !== null && s.capital(lead.start);
}

/** "at dawn", "by midnight": of the day at hand. */
function barePart(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  return lead && /^(?:at|before|by|until|till|after|around|about|from|since|to|and|between|shortly)$/.test(lead.lower)
    ? atom(word.start, word.end, { kind: 'part', part: lookUp<DayPart>(DAY_PARTS, word.lower)!, of: null })
    : null;
}

/** "in the early hours", "in the small hours": of the day at hand. */
function smallHours(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  if (!lead || !/^(?:early|small|predawn|late|morning)$/.test(lead.lower)) return null;
  const outer = s.before(lead.start);
  const start = lead.lower === 'morning' && outer?.lower === 'early' ? outer.start : lead.start;
  return atom(start, word.end, { kind: 'part', part: lead.lower === 'late' ? 'evening' : 'dawn', of: null });
}

// ---- seasons and years ----

function season(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  const name = lookUp<Season>(SEASONS, word.lower)!;
  const year = yearAfter(s, word.end) ?? yearAfter(s, text.startsWith(' of', word.end) ? word.end + 3 : word.end);
  const lead = s.before(word.start);
  if (year) return atom(word.start, year.end, { kind: 'season', season: name, year: year.value, shift: 0 });
  const shift = lookUp<number>(SHIFTS, lead?.lower);
  if (shift !== undefined && lead)
    return atom(lead.start, word.end, { kind: 'season', season: name, year: null, shift });
  const of = lead?.lower === 'the' ? s.before(lead.start) : lead;
  return of && /^(?:in|since|during|until|by|of)$/.test(of.lower) && (lead?.lower === 'the' || word.lower !== 'fall')
    ? atom(word.start, word.end, { kind: 'season', season: name, year: null, shift: 0 })
    : null;
}

const YEAR_LEAD = new Set(
  'in since of from until till by before after during to between through throughout around and or early late mid circa year years spring summer autumn fall winter for'.split(
    ' ',
  ),
);
const YEAR = /^((?:1[5-9]|20)\d\d)(?:([-–/])(\d\d|(?:19|20)\d\d)|([-–]))?(?![\d:%]|[.,]\d|-[a-z])/;
const DECADE = /^((?:1[5-9]|20)\d0)['’]?s\b/;
const ISO = /^((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/;

/** "in 2014", "since 1998", "2024-05-16", "2025-26", "the 1990s", "23.02.2025": the digits at `at`. */
export function digitsAtom(s: Stretch, at: number): Atom | null {
  const rest = s.ahead(at, 12);
  const iso = ISO.exec(rest);
  if (iso)
    return atom(at, at + iso[0].length, {
      kind: 'date',
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
    });
  const dotted = DAY_FIRST.exec(rest);
  if (dotted)
    return atom(at, at + dotted[0].length, {
      kind: 'date',
      year: Number(dotted[3]),
      month: Number(dotted[2]),
      day: Number(dotted[1]),
    });
  const decade = DECADE.exec(rest);
  if (decade) return atom(at, at + decade[0].length, { kind: 'year', year: Number(decade[1]), years: 10 });
  const match = YEAR.exec(rest);
  if (!match) return null;
  const lead = s.before(at);
  // "during the 2006 war"
  const the = lead?.lower === 'the' ? s.before(lead.start)?.lower : undefined;
  if (!lead || !(YEAR_LEAD.has(lead.lower) || the === 'since' || the === 'during' || the === 'in')) return null;
  const first = Number(match[1]);
  const end = at + match[1].length + (match[3] !== undefined ? match[3].length + 1 : 0);
  const next = s.after(end);
  if (
    next &&
    !next.hyphen &&
    !capital(s, next) &&
    (COUNTED.has(next.lower) || (next.lower.length > 6 && next.lower.endsWith('s')))
  )
    return null;
  if (match[4] !== undefined && next?.hyphen) return null;
  if (lead.lower === 'of' && isLabelOf(s, lead)) return null;
  if (match[3] !== undefined) {
    const last = match[3].length === 2 ? Math.floor(first / 100) * 100 + Number(match[3]) : Number(match[3]);
    if (last <= first) return null;
    return atom(at, end, { kind: 'year', year: first, years: last - first + 1 });
  }
  return atom(at, end, { kind: 'year', year: first, years: 1 });
}

// "the resolution of 1701 words"; a year after "of" wants a month, a season, "end", "war" or the like before: anything but a number noun
const isLabelOf = (s: Stretch, of: Word): boolean => {
  const noun = s.before(of.start);
  return (
    noun === null ||
    /^(?:total|average|maximum|minimum|record|number|toll|distance|crew|force|height|depth|weight|group|rate|population|more|some|capacity)$/.test(
      noun.lower,
    )
  );
};

// ---- units ----

/** "this week", "last month", "the past two days", "recent weeks", "earlier this month", "later in the day", "the next day". */
function unit(s: Stretch, word: Word): Atom | null {
  if (isTitle(s, word)) return null;
  if (word.lower === 'earlier' || word.lower === 'later') return earlier(s, word);
  const lead = s.before(word.start);
  const article = lead?.lower === 'the';
  const next = s.after(word.end);
  if (!next || (next.hyphen && word.lower !== 'past')) return pastCount(s, word);
  if (word.lower === 'recent') {
    const what = unitOf(next.lower);
    return what && next.lower.endsWith('s') ? atom(word.start, next.end, { kind: 'past', count: 3, unit: what }) : null;
  }
  const part = lookUp<DayPart>(DAY_PARTS, next.lower);
  const shift = lookUp<number>(SHIFTS, word.lower);
  if (part !== undefined) {
    // "this morning", "last night", "the previous evening"
    if (shift === undefined) return null;
    if (article || word.lower === 'previous')
      return atom(lead && article ? lead.start : word.start, next.end, {
        kind: 'anchored',
        shift,
        unit: 'day',
        part,
        anchor: 'context',
        base: null,
      });
    if (word.lower === 'last' && part === 'night') return atom(word.start, next.end, { kind: 'overnight', of: null });
    if (word.lower === 'next') return null;
    return atom(word.start, next.end, { kind: 'part', part, of: { kind: 'unit', unit: 'day', shift, part: 'whole' } });
  }
  const what = unitOf(next.lower);
  if (what === undefined) return pastCount(s, word);
  if (next.lower.endsWith('s') && next.lower !== 'hours' && what !== 'hour')
    return word.lower === 'past' ? pastOf(word, next, 3, what) : null;
  if (word.lower === 'past' || (word.lower === 'last' && (article || what === 'day' || what === 'hour')))
    return pastOf(word, next, 1, what);
  if (shift === undefined || what === 'hour') return null;
  if (article && shift !== 0)
    return atom(lead!.start, next.end, {
      kind: 'anchored',
      shift,
      unit: what,
      part: null,
      anchor: 'context',
      base: null,
    });
  if (what === 'day')
    return shift === 0 ? atom(word.start, next.end, { kind: 'unit', unit: 'day', shift: 0, part: 'whole' }) : null;
  return atom(word.start, next.end, { kind: 'unit', unit: what, shift, part: 'whole' });
}

const pastOf = (word: Word, end: Word, count: number, what: TimeUnit): Atom =>
  atom(word.start, end.end, { kind: 'past', count, unit: what });

/** "past 24 hours", "last two weeks", "previous few days". */
function pastCount(s: Stretch, word: Word): Atom | null {
  const { text, to } = s;
  if (!PAST.has(word.lower)) return null;
  let at = word.end;
  while (at < to && at - word.end < 3 && (isSpace(text.charCodeAt(at)) || isHyphen(text.charCodeAt(at)))) at++;
  if (at >= to) return null;
  const few = s.after(word.end);
  let count: number;
  let end: number;
  if (few?.lower === 'few' || few?.lower === 'several' || few?.lower === 'couple') {
    count = few.lower === 'couple' ? 2 : 3;
    end = few.end;
    const of = s.after(end);
    if (of?.lower === 'of') end = of.end;
  } else {
    const numeral: Numeral | null = readNumeral(s, at);
    if (numeral?.form !== 'plain' || numeral.value > 5000) return null;
    count = numeral.value;
    end = numeral.end;
  }
  const what = s.after(end);
  const of = unitOf(what?.lower);
  return what && of
    ? atom(word.start, what.end, {
        kind: 'past',
        count,
        unit: of === 'hour' && what.lower.startsWith('min') ? 'hour' : of,
      })
    : null;
}

/** "earlier this week", "earlier in the day", "later on Tuesday", "two days earlier", "hours later". */
function earlier(s: Stretch, word: Word): Atom | null {
  const part = word.lower === 'earlier' ? 'earlier' : 'later';
  const next = s.after(word.end);
  if (next?.lower === 'today') return null;
  if (next?.lower === 'this' || next?.lower === 'that') {
    const what = s.after(next.end);
    const of = unitOf(what?.lower);
    if (what && of) {
      if (next.lower === 'this') return atom(word.start, what.end, { kind: 'unit', unit: of, shift: 0, part });
      return atom(word.start, what.end, {
        kind: 'anchored',
        shift: 0,
        unit: of,
        part: null,
        anchor: 'context',
        base: null,
      });
    }
    return null;
  }
  if (next?.lower === 'in') {
    const the = s.after(next.end);
    const what = the?.lower === 'the' ? s.after(the.end) : the;
    const of = unitOf(what?.lower);
    if (what && of)
      return of === 'day' || of === 'hour'
        ? atom(word.start, what.end, {
            kind: 'anchored',
            shift: 0,
            unit: 'day',
            part: null,
            anchor: 'context',
            base: null,
          })
        : atom(word.start, what.end, { kind: 'unit', unit: of, shift: 0, part });
    return null;
  }
  const span = durationBefore(s, word.start);
  return (
    span &&
    atom(span.start, word.end, {
      kind: 'anchored',
      shift: word.lower === 'earlier' ? 0 - span.count : span.count,
      unit: span.unit,
      part: null,
      anchor: 'context',
      base: null,
    })
  );
}

interface Duration {
  start: number;
  count: number;
  unit: TimeUnit;
}

/** The length of time that ends before `at`: "two days", "a week", "several months", "24 hours", "hours", "more than a year". */
function durationBefore(s: Stretch, at: number): Duration | null {
  const what = s.before(at);
  const of = unitOf(what?.lower);
  if (!what || what.hyphen || !of) return null;
  const count = countBefore(s, what.start);
  if (count)
    return {
      start: count.start,
      count: count.value * (what.lower.startsWith('fortnight') ? 2 : what.lower.startsWith('min') ? 1 / 60 : 1),
      unit: of,
    };
  return what.lower.endsWith('s') ? { start: what.start, count: of === 'hour' ? 0 : 3, unit: of } : null;
}

function countBefore(s: Stretch, at: number): { start: number; value: number } | null {
  const { text } = s;
  let end = at;
  while (end > 0 && at - end < 3 && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === at && end > 0 && isHyphen(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (
    start > 0 &&
    end - start < 6 &&
    (isDigit(text.charCodeAt(start - 1)) || (text[start - 1] === '.' && start < end))
  )
    start--;
  if (start < end)
    return start > 0 && (isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)))
      ? null
      : { start, value: Number(text.slice(start, end)) };
  const word = s.before(at);
  if (!word) return null;
  if (word.lower === 'a' || word.lower === 'an') return { start: word.start, value: 1 };
  const group = word.lower === 'of' ? s.before(word.start) : word;
  const first = s.before((group ?? word).start);
  const article = first?.lower === 'a' || first?.lower === 'the';
  if (
    group &&
    (group.lower === 'couple' || group.lower === 'few' || group.lower === 'handful' || group.lower === 'dozen') &&
    article
  )
    return { start: first!.start, value: group.lower === 'dozen' ? 12 : (lookUp<number>(GROUPS, group.lower) ?? 3) };
  if (word.lower === 'several' || word.lower === 'many') return { start: word.start, value: 3 };
  if (word.lower === 'half') return null;
  const value = lookUp<number>(NUMBER_WORDS, word.lower);
  if (value === undefined) return null;
  // "twenty-four"
  const tens = value < 10 && word.start > 0 && isHyphen(text.charCodeAt(word.start - 1)) ? s.before(word.start) : null;
  const ten = lookUp<number>(NUMBER_WORDS, tens?.lower);
  return tens && ten !== undefined && ten >= 20
    ? { start: tens.start, value: ten + value }
    : { start: word.start, value };
}

/** "two weeks ago", "the day before", "a day after the raid", "two days before". */
function counted(s: Stretch, word: Word): Atom | null {
  if (word.lower === 'ago') {
    const span = durationBefore(s, word.start);
    return span && atom(span.start, word.end, { kind: 'ago', count: span.count, unit: span.unit });
  }
  const sign = word.lower === 'before' ? -1 : 1;
  const what = s.before(word.start);
  const of = unitOf(what?.lower);
  const part = lookUp<DayPart>(DAY_PARTS, what?.lower) ?? null;
  const the = what && s.before(what.start);
  const ends = !clauseFollows(s, word.end);
  if (what && (of || part) && the?.lower === 'the')
    return ends
      ? atom(the.start, word.end, {
          kind: 'anchored',
          shift: sign,
          unit: of ?? 'day',
          part,
          anchor: 'context',
          base: null,
        })
      : null;
  const span = durationBefore(s, word.start);
  if (!span || span.count === 0) return null;
  return atom(span.start, word.end, {
    kind: 'anchored',
    shift: sign * span.count,
    unit: span.unit,
    part: null,
    anchor: ends ? 'context' : 'following',
    base: null,
  });
}

/** Does a noun or clause follow, so that "a week after" counts from it? */
const clauseFollows = (s: Stretch, at: number): boolean => {
  const { text, to } = s;
  const next = s.after(at);
  if (next?.lower === 'at' && /^(?:least|most)$/.test(s.after(next.end)?.lower ?? '')) return true;
  if (next) return !/^(?:in|at|on|when|and|but|near|by|while|as|with|for|during|over)$/.test(next.lower);
  let i = at;
  while (i < to && isSpace(text.charCodeAt(i)) && i - at < 3) i++;
  return i > at && i < to && isDigit(text.charCodeAt(i));
};

/** "that evening", "the same day", "that week", "the following morning", "since then". */
function anchored(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  if (word.lower === 'then')
    return lead?.lower === 'since'
      ? atom(word.start, word.end, {
          kind: 'anchored',
          shift: 0,
          unit: 'day',
          part: null,
          anchor: 'context',
          base: null,
        })
      : null;
  let next = s.after(word.end);
  if (word.lower === 'that' && next?.lower === 'same') next = s.after(next.end);
  if (!next || next.hyphen) return null;
  const part = lookUp<DayPart>(DAY_PARTS, next.lower) ?? null;
  const of = unitOf(next.lower);
  const weekdayNumber = capital(s, next) ? lookUp<number>(WEEKDAYS, next.lower) : undefined;
  if ((!part && (!of || of === 'hour')) || next.lower.endsWith('s') || weekdayNumber !== undefined) return null;
  if (word.lower === 'that' && lead && /^(?:said|says|so|such)$/.test(lead.lower)) return null;
  const start = word.lower !== 'that' && lead?.lower === 'the' ? lead.start : word.start;
  return atom(start, next.end, {
    kind: 'anchored',
    shift: word.lower === 'following' ? 1 : 0,
    unit: part ? 'day' : of!,
    part,
    anchor: 'context',
    base: null,
  });
}

/** "at the weekend", "over the weekend", "at weekends" no. */
function weekend(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  return lead?.lower === 'the'
    ? atom(lead.start, word.end, { kind: 'unit', unit: 'weekend', shift: 0, part: 'whole' })
    : null;
}

/** "the start of the year", "so far in the month": the unit itself, when one of these stands before it. */
function ofUnit(s: Stretch, word: Word): Atom | null {
  const the = s.before(word.start);
  const of = the?.lower === 'the' ? s.before(the.start) : null;
  const edge = of?.lower === 'of' ? s.before(of.start) : null;
  return the && edge && /^(?:start|beginning|end|middle|half|quarter|turn|months|weeks|days)$/.test(edge.lower)
    ? atom(the.start, word.end, { kind: 'unit', unit: unitOf(word.lower)!, shift: 0, part: 'whole' })
    : null;
}
