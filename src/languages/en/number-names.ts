import type { QuantityKind } from '../../model/quantity.ts';
import {
  isApostrophe,
  isDigit,
  isHyphen,
  isLetter,
  isSpace,
  lettersEnd,
  lookUp,
  lowered,
  type Stretch,
} from './cursor.ts';
import { beforeStop } from './number-dates.ts';
import { countsThings, isCounted } from './number-nouns.ts';
import {
  LABELS,
  NAMES_IN_NUMBERS,
  NOT_A_NAME,
  NOT_ONE,
  PERSONAL,
  PLAIN_LABELS,
  PRONOUN_BEFORE_ONE,
  SAYING,
  SCALE_LETTERS,
  STREETS,
  UNITS,
} from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';
import { MONTHS } from './time-words.ts';

/** What letters glued to a number make of it. */
export interface Glued {
  kind: QuantityKind;
  start: number;
  end: number;
  value: number;
}

/** Letters or hyphens glued to digits: "155mm", "4.3M", "1990s", "M23", "Shahed-136", "F-16s", "MiG-31K", "T-72B3"; null when there are none. */
export function gluedKind(s: Stretch, numeral: Numeral): Glued | null {
  return gluedBefore(s, numeral) ?? gluedAfter(s, numeral);
}

function gluedBefore(s: Stretch, { start, end, value }: Numeral): Glued | null {
  const { text } = s;
  const previous = start > 0 ? text.charCodeAt(start - 1) : 32;
  const hyphen = isHyphen(previous) && start - 1 > 0 && isLetter(text.charCodeAt(start - 2));
  if (!hyphen)
    return isLetter(previous) || previous === 95
      ? { kind: 'model', start: nameStart(s, start), end: nameEnd(s, end), value }
      : null;
  // long dashes join clauses: "the dead—12 of them women"
  if (previous > 0x2012 && previous < 0x2100) return null;
  const word = s.before(start);
  if (!word || word.lower === 'minus' || Object.hasOwn(MONTHS, word.lower)) return null;
  // "mid-2023", "sub-7" modify; "last-32", "covid-19" name; a model has capitals
  if (!/\p{Lu}/u.test(text.slice(word.start, word.end)))
    return /^(?:mid|pre|post|late|early|sub|now|non|to|plus)$/.test(word.lower)
      ? null
      : { kind: 'other', start, end, value };
  return { kind: 'model', start: nameStart(s, start), end: nameEnd(s, end), value };
}

function gluedAfter(s: Stretch, { start, end, value, digits }: Numeral): Glued | null {
  const { text, to } = s;
  if (!(end < to && isLetter(text.charCodeAt(end)))) {
    const decade =
      end + 1 < to && isApostrophe(text.charCodeAt(end)) && text[end + 1] === 's' && /^(?:1[5-9]|20)\d0$/.test(digits);
    return decade ? { kind: 'year', start, end: end + 2, value } : null;
  }
  const stop = lettersEnd(text, end, to);
  const letters = text.slice(end, stop);
  const suffix = lowered(text, end, stop);
  const open = !(
    stop < to &&
    (isDigit(text.charCodeAt(stop)) ||
      (isHyphen(text.charCodeAt(stop)) && stop + 1 < to && isDigit(text.charCodeAt(stop + 1))))
  );
  if (suffix === 's' && open) return { kind: 'year', start, end: stop, value };
  const scale = lookUp<number>(SCALE_LETTERS, letters === 'M' ? 'mn' : letters === 'B' ? 'bn' : suffix);
  if (scale !== undefined && open)
    return { kind: 'cardinal', start, end: stop, value: Number((value * scale).toPrecision(15)) };
  if (suffix === 'yo') return { kind: 'age', start, end: stop, value };
  const squared = UNITS.has(suffix) && /^[23](?![\p{L}\p{N}-])/u.test(s.ahead(stop, 2));
  if (squared) return { kind: 'measure', start, end: stop + 1, value };
  if (open && (UNITS.has(suffix) || /^[a-zμ]{1,3}$/.test(letters))) return { kind: 'measure', start, end: stop, value };
  return { kind: 'model', start, end: nameEnd(s, end), value };
}

const LONGEST_NAME = 24;

/** Letters, digits and single hyphens that go before on a name: "MiG-", "Kh-", "al-Qassam-". */
function nameStart(s: Stretch, at: number): number {
  const { text } = s;
  const limit = Math.max(0, at - LONGEST_NAME);
  let i = at;
  while (
    i > limit &&
    (isLetter(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i - 1)) || isHyphen(text.charCodeAt(i - 1)))
  )
    i--;
  while (i < at && isHyphen(text.charCodeAt(i))) i++;
  return i;
}

/** And after: "31K", "72B3". */
function nameEnd(s: Stretch, at: number): number {
  const { text, to } = s;
  const limit = Math.min(to, at + LONGEST_NAME);
  let i = at;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (isLetter(c) || isDigit(c)) i++;
    else if (isHyphen(c) && i + 1 < limit && (isDigit(text.charCodeAt(i + 1)) || s.capital(i + 1))) i++;
    else break;
  }
  return i;
}

/** "9/11", "24/7": where the name ends. */
export function numberNameEnd(s: Stretch, start: number): number | null {
  const { text, to } = s;
  if (text[start + 1] !== '/' && text[start + 2] !== '/') return null;
  const name = NAMES_IN_NUMBERS.find((one) => text.startsWith(one, start) && start + one.length <= to);
  return name && !isDigit(text.charCodeAt(start + name.length)) ? start + name.length : null;
}

/** "No. 2", "Resolution 1701", "Channel 12", "Group of Seven", "Brigade 47", "29 votes to six", "49 Zorro Road", "9/11": a name or a score, no count. */
export function isLabelled(s: Stretch, numeral: Numeral): boolean {
  const { text } = s;
  const { start, end } = numeral;
  const after = s.after(end);
  if (after && !after.hyphen && (after.lower === 'votes' || after.lower === 'vote')) return true;
  if (isVote(s, numeral)) return true;
  if (numeral.digits !== '') {
    if (start > 0 && text[start - 1] === '#') return true;
    // "as 026", "007": no count begins with a nought
    if (/^(?:0\d|\d{13})/.test(numeral.digits)) return true;
    if (isAddress(s, end) || isScore(s, numeral)) return true;
  }
  const stopped = beforeStop(s, start);
  const before = s.before(stopped);
  if (!before || before.hyphen) return false;
  if (stopped !== start) return /^(?:nos?|art|vol|pp?|ch|sec|para|bldg|apt|rm)$/.test(before.lower);
  if (before.lower === 'of' && numeral.digits === '') {
    const group = s.before(before.start);
    return group?.lower === 'group' && s.capital(group.start) && s.capital(start);
  }
  const counted = after !== null && !after.hyphen && isCounted(s, after);
  if (counted || numeral.scale !== 1) return false;
  return (
    PLAIN_LABELS.has(before.lower) || (LABELS.has(before.lower) && /\p{Lu}/u.test(text.slice(before.start, before.end)))
  );
}

/** "29 votes to six", "passed 14 to 1": is this a side of a vote? */
function isVote(s: Stretch, { start, end, value }: Numeral): boolean {
  if (value > LARGEST_HOUSE) return false;
  const to = s.before(start);
  if (to?.lower === 'to') {
    const votes = s.before(to.start)?.lower;
    if (votes !== undefined) return votes === 'votes' || votes === 'vote';
    const side = /(?:^|\s)(\d{1,3})\s$/.exec(s.behind(to.start, 5));
    return side !== null && Number(side[1]) > value && voted(s, to.start - side[0].trimStart().length);
  }
  const side = s.after(end)?.lower === 'to' ? /^\sto\s(\d{1,3})(?!\d)/.exec(s.ahead(end, 8)) : null;
  return side !== null && Number(side[1]) < value && voted(s, start);
}

const voted = (s: Stretch, at: number): boolean => VOTING.has(s.before(at)?.lower ?? '');
// few parliaments have more seats
const LARGEST_HOUSE = 800;
const VOTING = new Set('voted passed approved won lost beat backed adopted rejected carried by of'.split(' '));

/** "2-0", "89-89": a score, not a range, since it does not rise. */
function isScore(s: Stretch, { start, end, value }: Numeral): boolean {
  const { text } = s;
  const after = !isHyphen(text.charCodeAt(end)) ? null : /^[-–](\d{1,3})(?![\d.,]*\d)/.exec(s.ahead(end, 6));
  if (after) return Number(after[1]) <= value;
  if (start === 0 || !isHyphen(text.charCodeAt(start - 1))) return false;
  const before = /(?:^|[^\d.,])(\d{1,3})[-–]$/.exec(s.behind(start, 5));
  return before !== null && value <= Number(before[1]);
}

/** A capital word right before digits, with no noun after that they could count: "Galaxy 20 Ultra", "S&P 500", "Pixel 11 has". */
export function isNamed(s: Stretch, { start, end, digits, scale }: Numeral): boolean {
  const before = digits === '' || digits.length > 4 || scale !== 1 ? null : s.before(start);
  if (!before || !s.capital(before.start) || NOT_A_NAME.has(before.lower) || countsThings(s, end)) return false;
  if (before.end - before.start === 1) return true;
  const after = s.after(end);
  // broadcasters: "told France 24."
  if (!after) return digits === '24';
  if (s.capital(after.start)) return true;
  // the first word of a sentence is a capital anyway
  const lead = s.behind(before.start, 2);
  return !(lead === '' || /[.!?:"“”\n]\s?$/.test(lead)) && !VERBS_AFTER.has(after.lower) && !after.lower.endsWith('ed');
}

const VERBS_AFTER = new Set(
  'were are have had in at on near of more others other over from by to and dead while during as when'.split(' '),
);

/** "575 Wilbraham Road", "9 E 71st St": a house number. */
function isAddress(s: Stretch, at: number): boolean {
  let place = at;
  for (let i = 0; i < 4; i++) {
    const word = s.after(place);
    if (!word || word.hyphen || !s.capital(word.start)) return false;
    if (i > 0 && STREETS.has(word.lower)) return true;
    place = word.end;
    if (i === 0) {
      // "9 E 71st St"
      const ordinal = /^ \d{1,3}(?:st|nd|rd|th)/.exec(s.ahead(place, 8));
      if (ordinal) place += ordinal[0].length;
    }
  }
  return false;
}

/** "One of them said", "no one", "one day", "the one", "one's": no count. "One of them was killed" is one. */
export function isPronoun(s: Stretch, numeral: Numeral): boolean {
  const { text, to } = s;
  const { start, end } = numeral;
  if (end < to && isApostrophe(text.charCodeAt(end))) return true;
  const before = s.before(start);
  const after = s.after(end);
  // "said that one civilian was killed", not "that one was killed"
  if (before?.lower === 'that' && after && !PERSONAL.has(after.lower) && !NOT_ONE.has(after.lower))
    return SAYING.has(after.lower) || /(?:ed|ly)$/.test(after.lower);
  if (before && (PRONOUN_BEFORE_ONE.has(before.lower) || before.hyphen)) return true;
  if (!after) return false;
  if (after.hyphen || NOT_ONE.has(after.lower) || SAYING.has(after.lower)) return true;
  if (after.lower !== 'of') return false;
  // the verb within a few words tells: "one of the men said"; but "one of those killed had told"
  let word = after;
  for (let i = 0; i < 5; i++) {
    const next = s.after(word.end);
    if (!next || PERSONAL.has(next.lower)) return false;
    if (SAYING.has(next.lower) && i > 0) return true;
    word = next;
  }
  return false;
}

export const isOne = (s: Stretch, { start, end, digits, value }: Numeral): boolean =>
  value === 1 &&
  digits === '' &&
  s.text.slice(start, end).toLowerCase() === 'one' &&
  !isSpace(s.text.charCodeAt(start));
