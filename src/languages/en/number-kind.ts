import type { QuantityKind } from '../../model/quantity.ts';
import {
  isApostrophe,
  isDigit,
  isHyphen,
  isLetter,
  isSpace,
  isUpper,
  lettersEnd,
  lowered,
  skipSpace,
  wordAfter,
  wordBefore,
} from './cursor.ts';
import {
  AGE_UNITS,
  COUNTED,
  CURRENCY_CODES,
  CURRENCY_LANDS,
  CURRENCY_MARKS,
  CURRENCY_WORDS,
  LABELS,
  MONEY_LETTERS,
  NOT_ONE,
  NOT_ZERO,
  PRONOUN_BEFORE_ONE,
  SAYING,
  SCALE_LETTERS,
  UNITS,
  YEAR_BEFORE,
} from './number-words.ts';
import type { Numeral } from './numeral.ts';
import { MONTHS } from './time-words.ts';

/** What a numeral is: its kind, where its unit ends (its own end when it has none), and its value with a glued scale ("$2.8bn"). */
export interface Kind {
  kind: QuantityKind;
  start: number;
  end: number;
  value: number;
}

const isMonth = (word: string | undefined): boolean => word !== undefined && Object.hasOwn(MONTHS, word);

/** Classifies the numeral by what stands around it in text[from, to). Looks a bounded way, whatever the text. */
export function kindOf(text: string, numeral: Numeral, from: number, to: number): Kind {
  const as = (kind: QuantityKind, end = numeral.end, start = numeral.start, value = numeral.value): Kind => ({
    kind,
    start,
    end,
    value,
  });
  const { start, end, digits } = numeral;
  if (numeral.form === 'zero') return as(zeroKind(text, numeral, to));
  const before = wordBefore(text, start, from);
  const after = wordAfter(text, end, to);

  const money = moneyAround(text, numeral, from, to);
  if (money) return money;
  if (text[end] === '%' || text.startsWith(' %', end)) return as('percent', text[end] === '%' ? end + 1 : end + 2);
  if (after && isPercent(text, after.lower, after.end, to))
    return as('percent', after.lower === 'per' ? wordAfter(text, after.end, to)!.end : after.end);
  if (numeral.form === 'fraction') return as('fraction');

  if (digits !== '' && numeral.scale === 1) {
    const clock = clockEnd(text, start, end, to);
    if (clock) return as('clock', clock);
    const iso = isoEnd(text, end, to, digits);
    if (iso) return as('date', iso);
    const glued = gluedKind(text, numeral, from, to);
    if (glued) return glued;
    if (isDayOfMonth(text, numeral, from, to)) return as('date');
    if (isYear(text, numeral, before?.lower, after?.lower, from, to)) return as('year');
  }
  if (numeral.form === 'ordinal')
    return as(
      isMonth(after?.lower) ||
        (after?.lower === 'of' && isMonth(wordAfter(text, after.end, to)?.lower)) ||
        isMonth(before?.lower)
        ? 'date'
        : 'ordinal',
    );
  if (after?.lower === 'of' && isMonth(wordAfter(text, after.end, to)?.lower) && numeral.value <= 31) return as('date');

  const clock = digits !== '' && numeral.scale === 1 ? null : clockEnd(text, start, end, to);
  if (clock) return as('clock', clock);
  const age = ageEnd(text, numeral, from, to);
  if (age) return as('age', age);
  const unit = unitEnd(text, numeral, to);
  if (unit) return as('measure', unit);
  if (isLabelled(text, numeral, from, to)) return as('other');
  if (
    numeral.value === 1 &&
    digits === '' &&
    text.slice(start, end).toLowerCase() === 'one' &&
    isPronoun(text, numeral, from, to)
  )
    return as('other');
  if (numeral.form === 'plural' || numeral.form === 'several') return as('vague');
  if (after?.hyphen && !after.lower.startsWith('plus') && after.lower !== 'strong') return as('other');
  return as('cardinal');
}

const zeroKind = (text: string, numeral: Numeral, to: number): QuantityKind => {
  const word = lowered(text, numeral.start, numeral.end);
  if (word !== 'no' && word !== 'without') return 'zero';
  const after = wordAfter(text, numeral.end, to);
  if (!after || NOT_ZERO.has(after.lower)) return 'other';
  // "without warning", "without a": only what can be counted is counted
  return 'zero';
};

const isPercent = (text: string, word: string, end: number, to: number): boolean =>
  word === 'percent' ||
  word === 'pc' ||
  word === 'pct' ||
  word === 'percentage' ||
  (word === 'per' && wordAfter(text, end, to)?.lower === 'cent');

/** "$5 million", "US$2bn", "PLN 6.5 billion", "€ 3", "5,000 rubles", "two million US dollars", "1,200€". */
function moneyAround(text: string, numeral: Numeral, from: number, to: number): Kind | null {
  const { start, end } = numeral;
  let at = start;
  const space = at > from && isSpace(text.charCodeAt(at - 1)) ? 1 : 0;
  const mark = at - space - 1;
  let before = -1;
  if (mark >= from && CURRENCY_MARKS.has(text[mark])) {
    before = mark;
    while (before > from && mark - before < 3 && isUpper(text.charCodeAt(before - 1))) before--;
  } else if (mark >= from && isLetter(text.charCodeAt(mark))) {
    at = mark + 1;
    let i = at;
    while (i > from && at - i < 5 && (isLetter(text.charCodeAt(i - 1)) || text[i - 1] === '$')) i--;
    if (CURRENCY_CODES.has(text.slice(i, at)) && numeral.digits !== '') before = i;
  } else if (mark > from && (text[mark] === '=' || text[mark] === '.') && isLetter(text.charCodeAt(mark - 1))) {
    const word = wordBefore(text, mark, from);
    if (word && (CURRENCY_CODES.has(text.slice(word.start, word.end)) || (text[mark] === '=' && word.lower === 'y')))
      before = word.start;
  }
  let value = numeral.value;
  let stop = end;
  const letters = lettersEnd(text, end, to);
  if (letters > end && numeral.digits !== '') {
    const scale = MONEY_LETTERS[text.slice(end, letters).toLowerCase() as keyof typeof MONEY_LETTERS] as
      | number
      | undefined;
    if (scale !== undefined && before >= 0) {
      value = Number((value * scale).toPrecision(15));
      stop = letters;
    }
  }
  if (before >= 0) {
    const next = wordAfter(text, stop, to);
    return { kind: 'money', start: before, end: next && CURRENCY_WORDS.has(next.lower) ? next.end : stop, value };
  }
  if (stop < to && CURRENCY_MARKS.has(text[stop])) return { kind: 'money', start, end: stop + 1, value };
  let word = wordAfter(text, stop, to);
  if (!word) return null;
  for (let i = 0; i < 2 && word && CURRENCY_LANDS.has(word.lower); i++) word = wordAfter(text, word.end, to);
  if (!word || !CURRENCY_WORDS.has(word.lower)) {
    const code = wordAfter(text, stop, to)!;
    return CURRENCY_CODES.has(text.slice(code.start, code.end)) ? { kind: 'money', start, end: code.end, value } : null;
  }
  // "crown", "rand" and "won" are other words too: "12 won"
  if ((word.lower === 'won' || word.lower === 'real' || word.lower === 'rand') && numeral.scale === 1) return null;
  return { kind: 'money', start, end: word.end, value };
}

const AM_PM = /^(?:\s{0,2}[ap]\.?\s?m\b\.?)/i;
const ZONE = /^\s?(?:hours\s)?(?:GMT|UTC|BST|EST|EDT|CET|CEST|IST|MSK|local time|hrs\b|hours GMT|Z\b)/;
const OCLOCK = /^\so['’ʼ]clock\b/i;

/** "7:40 p.m.", "3 a.m.", "03:15", "0315 GMT", "5 o'clock", "6.15pm": where it ends, null when it is no time of day. */
function clockEnd(text: string, start: number, end: number, to: number): number | null {
  let stop = end;
  let minutes = false;
  if (
    text.charCodeAt(end) === 58 &&
    end + 2 < to + 0 &&
    isDigit(text.charCodeAt(end + 1)) &&
    isDigit(text.charCodeAt(end + 2))
  ) {
    stop = end + 3;
    minutes = true;
    if (text.charCodeAt(stop) === 58 && isDigit(text.charCodeAt(stop + 1)) && isDigit(text.charCodeAt(stop + 2)))
      stop += 3;
  } else if (end + 2 < to && text.charCodeAt(end) === 58 && isDigit(text.charCodeAt(end + 1))) return null;
  const rest = text.slice(stop, Math.min(to, stop + 16));
  const half = AM_PM.exec(rest);
  if (half && end - start <= 5) return stop + half[0].length;
  const clock = OCLOCK.exec(rest);
  if (clock) return stop + clock[0].length;
  const digits = end - start;
  const zone = minutes || digits === 4 ? ZONE.exec(rest) : null;
  if (zone) return stop + zone[0].length;
  return minutes && Number(text.slice(start, end)) < 25 ? stop : null;
}

/** "2024-05-16", "2025-26", "12/05/2024", "23.02.2025": where it ends. */
function isoEnd(text: string, end: number, to: number, digits: string): number | null {
  const rest = text.slice(end, Math.min(to, end + 7));
  if (/^\d{4}$/.test(digits)) {
    const iso =
      /^[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/.exec(rest) ??
      (isYearLike(digits) ? /^[-–/](?:\d\d|\d{4})(?![\d,.]*\d)/.exec(rest) : null);
    return iso ? end + iso[0].length : null;
  }
  const days = /^\d{1,2}$/.test(digits)
    ? /^([/.-])\d{1,2}\1(?:19|20)\d\d(?!\d)/.exec(text.slice(end, Math.min(to, end + 9)))
    : /^\d{1,2}\.\d{1,2}$/.test(digits)
      ? /^\.(?:19|20)\d\d(?!\d)/.exec(rest)
      : null;
  return days ? end + days[0].length : null;
}

const isYearLike = (digits: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(digits);

/** Letters or hyphens glued to the digits: "155mm", "20km", "1990s", "M23", "Shahed-136", "F-16", "MiG-31K", "S-300s", "T-72B3". */
function gluedKind(text: string, numeral: Numeral, from: number, to: number): Kind | null {
  const { start, end, value } = numeral;
  const previous = start > from ? text.charCodeAt(start - 1) : 32;
  if (
    isLetter(previous) ||
    previous === 95 ||
    (isHyphen(previous) && start - 1 > from && isLetter(text.charCodeAt(start - 2)))
  ) {
    const word = wordBefore(text, start, from);
    if (
      isHyphen(previous) &&
      word &&
      (word.lower === 'mid' ||
        word.lower === 'pre' ||
        word.lower === 'post' ||
        word.lower === 'late' ||
        word.lower === 'early') &&
      isYearLike(numeral.digits)
    )
      return { kind: 'year', start, end, value };
    if (isHyphen(previous) && word && isMonth(word.lower)) return null;
    if (isHyphen(previous) && word?.lower === 'minus') return { kind: 'measure', start, end, value };
    // a dash that joins clauses: "the toll-12 dead" is a name, "dead—12 of them" is not
    if (previous === 0x2014) return null;
    if (previous === 0x2013 && word && word.end - word.start > 4 && !isUpper(text.charCodeAt(word.start))) return null;
    return { kind: 'model', start, end: nameEnd(text, end, to), value };
  }
  if (!(end < to && isLetter(text.charCodeAt(end)))) return null;
  const stop = lettersEnd(text, end, to);
  const suffix = lowered(text, end, stop);
  const glued = text.slice(end, stop);
  if (suffix === 's' || (suffix === 's' && isApostrophe(text.charCodeAt(end))))
    return { kind: isYearLike(numeral.digits) || value % 10 === 0 ? 'year' : 'other', start, end: stop, value };
  const scale = SCALE_LETTERS[suffix as keyof typeof SCALE_LETTERS] as number | undefined;
  if (scale !== undefined && !isDigit(text.charCodeAt(stop)))
    return { kind: 'cardinal', start, end: stop, value: Number((value * scale).toPrecision(15)) };
  if (UNITS.has(suffix)) return { kind: 'measure', start, end: stop, value };
  if (/^[a-zμ]{1,3}$/i.test(glued) && !isUpper(glued.charCodeAt(0)))
    return { kind: 'measure', start, end: stop, value };
  return { kind: 'model', start, end: nameEnd(text, end, to), value };
}

/** Letters, digits and single hyphens that go on a name: "31K", "72B3". */
function nameEnd(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + 24);
  let i = at;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (isLetter(c) || isDigit(c)) i++;
    else if (isHyphen(c) && i + 1 < limit && (isDigit(text.charCodeAt(i + 1)) || isUpper(text.charCodeAt(i + 1)))) i++;
    else break;
  }
  return i;
}

/** "Feb. 23", "23 February", "December 28 and 29", "5 to 6 May", "the 27th of June". */
function isDayOfMonth(text: string, numeral: Numeral, from: number, to: number): boolean {
  const { start, end, digits, value } = numeral;
  if (!/^\d{1,2}$/.test(digits) || value < 1 || value > 31) return false;
  const after = monthAfter(text, end, to);
  if (after) return true;
  if (monthBefore(text, start, from)) {
    // "On 7 February 96 trucks", "In April 12 people died": the month has its day, or wants none
    const month = wordBefore(text, skipStop(text, start, from), from);
    const lead = month ? text.slice(Math.max(from, month.start - 4), month.start) : '';
    const next = wordAfter(text, end, to);
    const counts =
      next !== null &&
      !next.hyphen &&
      !isUpper(text.charCodeAt(next.start)) &&
      (COUNTED.has(next.lower) || (next.lower.length > 4 && next.lower.endsWith('s')));
    return !((/\d(?:st|nd|rd|th)?\s$/.test(lead) && counts) || (/\bin\s$/i.test(lead) && counts));
  }
  return pairedBefore(text, start, from) || pairedAfter(text, end, to);
}

const skipStop = (text: string, at: number, from: number): number => {
  let i = at;
  while (i > from && isSpace(text.charCodeAt(i - 1)) && at - i < 3) i--;
  return i > from && text[i - 1] === '.' ? i - 1 : at;
};

function monthBefore(text: string, at: number, from: number): boolean {
  const word = wordBefore(text, skipStop(text, at, from), from);
  return word !== null && isMonth(word.lower) && isUpper(text.charCodeAt(word.start));
}

function monthAfter(text: string, at: number, to: number): boolean {
  const word = wordAfter(text, at, to);
  return word !== null && isMonth(word.lower) && isUpper(text.charCodeAt(word.start));
}

const JOINED = /^(?:\s?[-–—]\s?|,?\s(?:and|to|or|until|through)\s|,\s)(\d{1,2})(?!\d)/;
const pairedAfter = (text: string, at: number, to: number): boolean => {
  const match = JOINED.exec(text.slice(at, Math.min(to, at + 14)));
  return match !== null && !match[0].startsWith(',') && monthAfter(text, at + match[0].length, to);
};
const PAIRED = /(?:^|[^\d,.])(\d{1,2})(?:\s?[-–—]\s?|\s(?:and|to|or|until|through)\s)$/;
function pairedBefore(text: string, at: number, from: number): boolean {
  const base = Math.max(from, at - 14);
  const match = PAIRED.exec(text.slice(base, at));
  if (!match) return false;
  const day = base + match.index + (isDigit(match[0].charCodeAt(0)) ? 0 : 1);
  return monthBefore(text, day, from);
}

/** A bare number of four digits that is a year here. */
function isYear(
  text: string,
  numeral: Numeral,
  before: string | undefined,
  after: string | undefined,
  from: number,
  to: number,
): boolean {
  const { start, end, digits } = numeral;
  if (end - start !== 4 || !isYearLike(digits)) return false;
  if (after !== undefined && COUNTED.has(after) && !isUpper(text.charCodeAt(skipSpace(text, end, to))))
    return after === 'of' && before !== undefined && isMonth(before);
  if (before !== undefined && YEAR_BEFORE.has(before)) return true;
  // "February 23, 2024", "(2016)", "2014 and 2017"
  const lead = text.slice(Math.max(from, start - 2), start);
  if (lead.endsWith(', ') || lead.endsWith('('))
    return after === undefined || !after.endsWith('s') || isUpper(text.charCodeAt(skipSpace(text, end, to)));
  return (
    start === from || after === undefined || isUpper(text.charCodeAt(skipSpace(text, end, to))) || before === 'and'
  );
}

/** "71 years old", "10-year-old", "aged 12", "a girl of 15", ", 71,": where it ends. */
function ageEnd(text: string, numeral: Numeral, from: number, to: number): number | null {
  const { start, end, value } = numeral;
  if (value > 130 || value !== Math.floor(value)) return null;
  const after = wordAfter(text, end, to);
  if (after && AGE_UNITS.has(after.lower)) {
    const next = wordAfter(text, after.end, to);
    if (next && (next.lower === 'old' || next.lower === 'olds')) return next.end;
    if (next?.lower === 'of') {
      const age = wordAfter(text, next.end, to);
      if (age?.lower === 'age') return age.end;
    }
  }
  const before = wordBefore(text, start, from);
  if (before && (before.lower === 'aged' || before.lower === 'age' || before.lower === 'ages')) return end;
  if (before?.lower === 'of' || before?.lower === 'under' || before?.lower === 'over' || before?.lower === 'between') {
    const whose = wordBefore(text, before.start, from);
    if (whose && (whose.lower === 'age' || whose.lower === 'ages' || whose.lower === 'aged')) return end;
    if (before.lower === 'of' && whose && PEOPLE_OF_AGE.has(whose.lower) && !wordAfter(text, end, to)) return end;
  }
  // "Halyna, 71, said" · "Senard, 65." · "(42)"
  if (
    numeral.digits !== '' &&
    numeral.scale === 1 &&
    value >= 1 &&
    start - 3 >= from &&
    text[start - 1] === ' ' &&
    text[start - 2] === ','
  ) {
    const next = text[end];
    const name = wordBefore(text, start - 2, from);
    if (
      (next === ',' || next === '.' || next === ';' || next === ')' || next === undefined || end === to) &&
      name &&
      isUpper(text.charCodeAt(name.start)) &&
      !isDigit(text.charCodeAt(end + 1))
    )
      return end;
  }
  return null;
}

const PEOPLE_OF_AGE = new Set([
  'boy',
  'girl',
  'child',
  'man',
  'woman',
  'son',
  'daughter',
  'teenager',
  'pupil',
  'baby',
  'infant',
  'toddler',
  'youth',
]);

const UNIT_LEADS = new Set([
  'nautical',
  'square',
  'cubic',
  'metric',
  'statute',
  'full',
  'long',
  'whole',
  'straight',
  'consecutive',
  'more',
  'further',
  'additional',
  'kilowatt',
  'megawatt',
  'sq',
  'working',
  'calendar',
  'light',
  'degrees',
  'minus',
  'road',
  'air',
  'sea',
  'foot',
]);

/** The unit after a number ("20 km", "500-kilogram", "58 nautical miles", "two long hours"): where it ends; null when there is none. */
function unitEnd(text: string, numeral: Numeral, to: number): number | null {
  if (text[numeral.end] === '°' || text[numeral.end] === '″' || text[numeral.end] === '′') return numeral.end + 1;
  let word = wordAfter(text, numeral.end, to);
  if (word && UNIT_LEADS.has(word.lower)) {
    const next = wordAfter(text, word.end, to);
    if (next && UNITS.has(next.lower)) word = next;
  }
  if (!word || !UNITS.has(word.lower)) return null;
  // single letters and short forms only as written: "12 C", not "12 m" at will; "second" and "quarter" after a number in words is an ordinal
  if (word.lower.length === 1 && numeral.digits === '') return null;
  return word.end;
}

/** "No. 2", "Resolution 1701", "Channel 12", "Group of Seven", "Brigade 47", "29 votes to six": the number is a name or a score. */
function isLabelled(text: string, numeral: Numeral, from: number, to: number): boolean {
  const { start, end } = numeral;
  if (start > from && text[start - 1] === '#') return true;
  const stopped = skipStop(text, start, from);
  const before = wordBefore(text, stopped, from);
  if (!before || before.hyphen) return false;
  const capital = isUpper(text.charCodeAt(before.start));
  if (stopped !== start)
    return (
      before.lower === 'no' ||
      before.lower === 'nos' ||
      before.lower === 'art' ||
      before.lower === 'vol' ||
      before.lower === 'p' ||
      before.lower === 'pp'
    );
  const after = wordAfter(text, end, to);
  const counts =
    after !== null &&
    !after.hyphen &&
    !isUpper(text.charCodeAt(after.start)) &&
    (COUNTED.has(after.lower) || after.lower.endsWith('s'));
  if (
    before.lower === 'number' ||
    before.lower === 'page' ||
    before.lower === 'article' ||
    before.lower === 'resolution'
  )
    return !(before.lower === 'number' && counts);
  if (capital && LABELS.has(before.lower) && !counts) return true;
  if (before.lower === 'of' && numeral.digits === '') {
    const group = wordBefore(text, before.start, from);
    return (
      group !== null &&
      group.lower === 'group' &&
      isUpper(text.charCodeAt(group.start)) &&
      isUpper(text.charCodeAt(start))
    );
  }
  if (before.lower === 'to') {
    const votes = wordBefore(text, before.start, from);
    return votes !== null && (votes.lower === 'votes' || votes.lower === 'vote');
  }
  // A name that ends in a number: a capital before it, no lower-case noun after it
  if (numeral.digits !== '' && capital && before.start > from && !SENTENCE_WORDS.has(before.lower))
    return after === null && !punctuated(text, end, to)
      ? false
      : after !== null && isUpper(text.charCodeAt(after.start));
  return after?.lower === 'votes' || after?.lower === 'vote';
}

const SENTENCE_WORDS = new Set([
  'the',
  'a',
  'an',
  'some',
  'about',
  'over',
  'at',
  'in',
  'of',
  'another',
  'all',
  'these',
  'those',
  'only',
  'just',
  'nearly',
  'almost',
  'around',
  'roughly',
  'up',
  'to',
  'and',
  'or',
  'but',
  'with',
  'for',
  'more',
  'than',
]);
const punctuated = (text: string, at: number, to: number): boolean => at < to && !isSpace(text.charCodeAt(at));

/** "One of them said", "no one", "one day", "the one", "one's": no count. "One of them was killed" is one. */
function isPronoun(text: string, numeral: Numeral, from: number, to: number): boolean {
  if (isApostrophe(text.charCodeAt(numeral.end))) return true;
  const before = wordBefore(text, numeral.start, from);
  if (before && (PRONOUN_BEFORE_ONE.has(before.lower) || before.hyphen)) return true;
  const after = wordAfter(text, numeral.end, to);
  if (!after) return false;
  if (after.hyphen || NOT_ONE.has(after.lower) || SAYING.has(after.lower)) return true;
  if (after.lower !== 'of') return false;
  // the verb within a few words tells: "one of the men said"
  let word = after;
  for (let i = 0; i < 5; i++) {
    const next = wordAfter(text, word.end, to);
    if (!next) return false;
    if (SAYING.has(next.lower) && i > 0) return true;
    word = next;
  }
  return false;
}
