import { isDigit, isLetter, lettersEnd, lowered, wordAfter, type Word } from './cursor.ts';
import { GROUPS, NUMBER_WORDS, ORDINALS, PARTS, PLURALS, SCALES } from './number-words.ts';

/** A number as written, digits or words, without anything that stands around it. */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /**
   * `plain` is an exact number; `plural` a bare plural, its value the unit ("dozens" is 12, "tens of thousands" 10,000);
   * `several` has no number of its own; `zero` is "no", "none", "nobody".
   */
  form: 'plain' | 'plural' | 'several' | 'zero' | 'ordinal' | 'fraction';
  /** The vague words themselves, lower-cased, for a modifier ("a handful of"); null for a number. */
  vague: string | null;
  /** Of digits: as they stand, without scale. Empty for words. */
  digits: string;
  /** Does a scale word follow the digits or make the number ("million")? 1 when none. */
  scale: number;
}

const ENTRY = {
  unit: 1,
  scale: 2,
  plural: 3,
  ordinal: 4,
  article: 5,
  vague: 6,
  zero: 7,
  half: 8,
} as const;
interface Entry {
  kind: (typeof ENTRY)[keyof typeof ENTRY];
  value: number;
}

/** Every word that can begin or continue a number in words. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...Object.entries(NUMBER_WORDS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.unit, value }]),
  ...Object.entries(SCALES).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.scale, value }]),
  ...Object.entries(PLURALS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.plural, value }]),
  ...Object.entries(ORDINALS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.ordinal, value }]),
  ...['a', 'an'].map((word): [string, Entry] => [word, { kind: ENTRY.article, value: 1 }]),
  ...['several', 'couple', 'pair', 'handful'].map((word): [string, Entry] => [word, { kind: ENTRY.vague, value: 3 }]),
  ...['no', 'none', 'nobody', 'not', 'without'].map((word): [string, Entry] => [word, { kind: ENTRY.zero, value: 0 }]),
  ...['half', 'quarter'].map((word): [string, Entry] => [word, { kind: ENTRY.half, value: 0 }]),
]);

// Two letters decide for most words of a text that they are no number: one table look-up and no string made.
const STARTS = new Uint8Array(26 * 26);
for (const word of ENTRIES.keys())
  if (word.length > 1) STARTS[(word.charCodeAt(0) - 97) * 26 + word.charCodeAt(1) - 97] = 1;

/** Could a word of these two first letters begin a number? A cheap test before `readWords`. */
export function mayStart(a: number, b: number): boolean {
  const x = (a | 32) - 97;
  if (x < 0 || x > 25) return false;
  const y = (b | 32) - 97;
  // "a" and "an" stand alone: what follows them decides
  if (x === 0) return y < 0 || y > 25 || y === 13;
  return y >= 0 && y < 26 && STARTS[x * 26 + y] === 1;
}

const GROUPING = new Set([44, 0xa0, 0x2009, 0x202f, 0x2007]);
const HALVES = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** Reads digits at `at`, with their grouping, decimals, vulgar fraction and a scale word ("1.7 million", "4 hundred million"). */
export function readDigits(text: string, at: number, to: number): Numeral {
  let i = at;
  while (i < to && isDigit(text.charCodeAt(i))) i++;
  let digits = text.slice(at, i);
  if (i - at <= 3) {
    const mark = text.charCodeAt(i);
    if (GROUPING.has(mark)) {
      while (i + 3 < to && text.charCodeAt(i) === mark && isThree(text, i + 1, to)) {
        digits += text.slice(i + 1, i + 4);
        i += 4;
      }
    }
  }
  if (i + 1 < to && text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1;
    while (j < to && isDigit(text.charCodeAt(j))) j++;
    if (!(j + 1 < to && text.charCodeAt(j) === 46 && isDigit(text.charCodeAt(j + 1)))) {
      digits += text.slice(i, j);
      i = j;
    }
  }
  let value = Number(digits);
  let form: Numeral['form'] = 'plain';
  const half = HALVES.get(text[i]);
  if (half !== undefined && i < to) {
    value += half;
    digits += text[i++];
  } else if (i + 1 < to && (text[i] === '/' || text[i] === '⁄') && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1;
    while (j < to && isDigit(text.charCodeAt(j))) j++;
    const over = Number(text.slice(i + 1, j));
    if (over > value && text[j] !== '/' && over > 0) {
      value /= over;
      form = 'fraction';
      i = j;
    }
  }
  if (form === 'plain' && ordinalSuffix(text, i, to))
    return { start: at, end: i + 2, value, form: 'ordinal', vague: null, digits, scale: 1 };
  let end = i;
  let scale = 1;
  // "2 and a half million" · "4 hundred million" · "1.8 billion-mile"
  const and = wordAfter(text, end, to);
  if (and && !and.hyphen && and.lower === 'and') {
    const part = halfAfter(text, and.end, to);
    if (part) {
      value += 0.5;
      end = part;
    }
  }
  for (let next = wordAfter(text, end, to); next && scale < 1e6; next = wordAfter(text, end, to)) {
    const entry = ENTRIES.get(next.lower);
    if (entry?.kind !== ENTRY.scale || next.lower === 'score') break;
    value *= entry.value;
    scale *= entry.value;
    end = next.end;
  }
  return { start: at, end, value: exactly(value), form, vague: null, digits, scale };
}

/** ".5" where nothing but a space, bracket or currency stands before the point; else the numeral as it is. */
export function withPoint(text: string, numeral: Numeral, from: number): Numeral {
  const point = numeral.start - 1;
  if (point < from || text[point] !== '.' || !/^\d+$/.test(numeral.digits)) return numeral;
  if (point > from && !/[\s($€£-]/.test(text[point - 1])) return numeral;
  const digits = `0.${numeral.digits}`;
  return { ...numeral, start: point, digits, value: exactly(Number(digits) * numeral.scale) };
}

const isThree = (text: string, at: number, to: number): boolean =>
  at + 3 <= to &&
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !(at + 3 < to && isDigit(text.charCodeAt(at + 3)));

function ordinalSuffix(text: string, at: number, to: number): boolean {
  if (at + 2 > to || (at + 2 < to && isLetter(text.charCodeAt(at + 2)))) return false;
  const suffix = text.slice(at, at + 2).toLowerCase();
  return suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd';
}

// 4.35 million is 4350000, not 4349999.999999999
const exactly = (value: number): number => (value > 1000 ? Number(value.toPrecision(15)) : value);

/** After "and": "a half" ends here, or null. */
function halfAfter(text: string, at: number, to: number): number | null {
  const a = wordAfter(text, at, to);
  if (a?.lower !== 'a') return null;
  const half = wordAfter(text, a.end, to);
  return half?.lower === 'half' ? half.end : null;
}

/**
 * Reads a number in words that begins with the word at `at`: "twenty-six", "one hundred and twelve", "two and a half thousand",
 * "half a dozen", "tens of thousands", "a couple of", "no". Null when it is none.
 */
export function readWords(text: string, at: number, to: number): Numeral | null {
  const end = lettersEnd(text, at, to);
  const first: Word = { start: at, end, lower: lowered(text, at, end), hyphen: false };
  const entry = ENTRIES.get(first.lower);
  if (!entry) return null;
  switch (entry.kind) {
    case ENTRY.unit:
      return readCount(text, first, to);
    case ENTRY.article:
      return readArticle(text, first, to);
    case ENTRY.plural:
      return readPlural(text, first, entry.value, to);
    case ENTRY.ordinal:
      return make(first.start, first.end, entry.value, 'ordinal');
    case ENTRY.scale:
      return readPlain(text, first, to);
    case ENTRY.vague:
      return readVague(text, first, first.start, to);
    case ENTRY.zero:
      return readZero(text, first, to);
    case ENTRY.half:
      return readHalf(text, first, first.start, to);
  }
}

const make = (
  start: number,
  end: number,
  value: number,
  form: Numeral['form'],
  vague: string | null = null,
  scale = 1,
): Numeral => ({
  start,
  end,
  value: exactly(value),
  form,
  vague,
  digits: '',
  scale,
});

/** "two", "twenty-six", "three hundred and twelve thousand", "two and a half million", "two-thirds". */
function readCount(text: string, first: Word, to: number, start = first.start): Numeral {
  let total = 0;
  let current = 0;
  let room = Infinity; // what may still be added stands below this: 10 after a ten, 100 after a hundred
  let scale = 1;
  let end = first.end;
  let word: Word | null = first;
  let ordinal = false;
  let last = Infinity; // each scale must be smaller than the one before
  while (word) {
    const entry = ENTRIES.get(word.lower);
    if (!entry) break;
    if (entry.kind === ENTRY.unit || (entry.kind === ENTRY.ordinal && word !== first)) {
      if (entry.value >= room || (room !== Infinity && entry.value === 0)) break;
      if (entry.kind === ENTRY.ordinal) {
        // "twenty-first", "hundred and third"; but "two thirds" is a fraction, and "two second" nothing
        if (current + total === 0 || (room === 10 && !word.hyphen && entry.value > 9)) break;
        ordinal = true;
      }
      current += entry.value;
      room = entry.value >= 20 ? 10 : 0;
    } else if (entry.kind === ENTRY.scale && word !== first) {
      if (word.lower === 'score' && current < 2) break;
      if (entry.value === 100 && current < 100 && current > 0) {
        current *= 100;
        room = 100;
      } else if (current > 0 && entry.value < last && entry.value !== 100) {
        total += current * entry.value;
        current = 0;
        last = entry.value;
        room = entry.value;
      } else if (current === 0 && total > 0 && entry.value > 100) {
        total *= entry.value; // "two dozen million", "four hundred million"
        room = 0;
      } else break;
      scale = Math.max(scale, entry.value);
    } else break;
    end = word.end;
    if (ordinal) break;
    let next = wordAfter(text, end, to);
    if (next && !next.hyphen && next.lower === 'and') {
      const half = halfAfter(text, next.end, to);
      if (half !== null && scale === 1) {
        // "two and a half thousand"
        current += 0.5;
        end = half;
        room = 0;
        next = wordAfter(text, end, to);
      } else if (room >= 100 && scale >= 100) {
        const more = wordAfter(text, next.end, to);
        const entryMore = more ? ENTRIES.get(more.lower) : undefined;
        next =
          more && !more.hyphen && entryMore?.kind === ENTRY.unit && entryMore.value > 0 && entryMore.value < 100
            ? more
            : null;
      } else next = null;
    }
    if (next && isPart(next.lower) && total === 0 && scale === 1 && current > 0 && next.lower.endsWith('s'))
      return make(start, next.end, current / PARTS[next.lower.slice(0, -1) as keyof typeof PARTS], 'fraction');
    word = next;
  }
  // "one-third"
  const value = total + current;
  const part = wordAfter(text, end, to);
  if (
    value === 1 &&
    part &&
    isPart(part.lower) &&
    part.lower !== 'second' &&
    (part.hyphen || part.lower !== 'half') &&
    !ordinal
  )
    if (part.hyphen || wordAfter(text, part.end, to)?.lower === 'of')
      return make(start, part.end, 1 / PARTS[part.lower as keyof typeof PARTS], 'fraction');
  return make(start, end, value, ordinal ? 'ordinal' : 'plain', null, scale);
}

const isPart = (word: string): boolean =>
  Object.hasOwn(PARTS, word) || (word.endsWith('s') && Object.hasOwn(PARTS, word.slice(0, -1)));

/** "a dozen", "a hundred and fifty", "a couple of", "a few thousand", "a third of"; null for a bare article. */
function readArticle(text: string, article: Word, to: number): Numeral | null {
  const next = wordAfter(text, article.end, to);
  if (!next || next.hyphen) return null;
  const entry = ENTRIES.get(next.lower);
  if (next.lower === 'few') return readVague(text, next, article.start, to);
  if (entry?.kind === ENTRY.scale) return readPlain(text, next, to, article.start);
  if (entry?.kind === ENTRY.vague || Object.hasOwn(GROUPS, next.lower)) return readVague(text, next, article.start, to);
  if (entry?.kind === ENTRY.half) return readHalf(text, next, article.start, to);
  if (isPart(next.lower)) {
    const of = wordAfter(text, next.end, to);
    if (of?.lower === 'of')
      return make(article.start, next.end, 1 / PARTS[next.lower as keyof typeof PARTS], 'fraction');
  }
  return null;
}

/** A scale word that begins a number: "hundred and fifty", "dozen". Its one is understood. */
function readPlain(text: string, word: Word, to: number, start = word.start): Numeral | null {
  const value = SCALES[word.lower as keyof typeof SCALES];
  if (word.lower === 'score')
    return start === word.start
      ? null
      : ofAfter(text, word.end, to)
        ? make(start, word.end, 20, 'plain', null, 20)
        : null;
  if (start === word.start && value !== 12) return null; // "hundred" without "a" or a number is no number
  let end = word.end;
  let total = value;
  const next = wordAfter(text, end, to);
  const entry = next ? ENTRIES.get(next.lower) : undefined;
  if (next && entry?.kind === ENTRY.scale && entry.value > value && next.lower !== 'score') {
    total *= entry.value; // "a hundred thousand"
    end = next.end;
  } else if (next?.lower === 'and' && value >= 100) {
    const half = halfAfter(text, next.end, to);
    const more = wordAfter(text, next.end, to);
    const add = more ? ENTRIES.get(more.lower) : undefined;
    if (half !== null) {
      total *= 1.5; // "a million and a half"
      end = half;
    } else if (more && add?.kind === ENTRY.unit && add.value > 0) {
      const rest = readCount(text, more, to);
      if (rest.form === 'plain' && rest.value < value) {
        total += rest.value;
        end = rest.end;
      }
    }
  }
  return make(start, end, total, 'plain', null, Math.max(value, total / value > 1 ? total : value));
}

const ofAfter = (text: string, at: number, to: number): number | null => {
  const of = wordAfter(text, at, to);
  return of?.lower === 'of' ? of.end : null;
};

/** "dozens", "tens of thousands", "hundreds of thousands". */
function readPlural(text: string, word: Word, unit: number, to: number): Numeral {
  const of = ofAfter(text, word.end, to);
  const next = of === null ? null : wordAfter(text, of, to);
  const scale = next ? PLURALS[next.lower as keyof typeof PLURALS] : undefined;
  if (next && scale !== undefined && scale > unit)
    return make(word.start, next.end, unit * scale, 'plural', `${word.lower} of ${next.lower}`, unit * scale);
  return make(word.start, word.end, unit, 'plural', word.lower, unit);
}

/** "several", "a few dozen", "a couple of hundred", "a handful of", "a pair of". */
function readVague(text: string, word: Word, start: number, to: number): Numeral | null {
  const count = GROUPS[word.lower as keyof typeof GROUPS] as number | undefined;
  const article = start < word.start;
  if (word.lower === 'single') return article ? make(start, word.end, 1, 'plain') : null;
  if (word.lower === 'handful' && !article) return null;
  const of = ofAfter(text, word.end, to);
  const next = wordAfter(text, of ?? word.end, to);
  const entry = next ? ENTRIES.get(next.lower) : undefined;
  const scaled = next && (entry?.kind === ENTRY.scale || entry?.kind === ENTRY.plural) && next.lower !== 'score';
  if (count !== undefined) {
    if (scaled && entry.kind === ENTRY.scale)
      return make(start, next.end, count * entry.value, 'plain', null, entry.value);
    return make(start, word.end, count, 'plain');
  }
  const words = `${article ? 'a ' : ''}${word.lower}`;
  if (scaled) return make(start, next.end, entry.value, 'plural', `${words} ${next.lower}`, entry.value);
  return make(start, word.end, 3, 'several', word.lower === 'handful' ? 'a handful of' : words);
}

/** "half a dozen", "half of", "a quarter of a million", "half". */
function readHalf(text: string, word: Word, start: number, to: number): Numeral | null {
  const share = word.lower === 'half' ? 0.5 : 0.25;
  let at = word.end;
  if (word.lower === 'quarter') {
    const of = ofAfter(text, at, to);
    if (of === null) return null;
    at = of;
  }
  let next = wordAfter(text, at, to);
  if (next && (next.lower === 'a' || next.lower === 'an')) next = wordAfter(text, next.end, to);
  const entry = next ? ENTRIES.get(next.lower) : undefined;
  if (next && entry?.kind === ENTRY.scale && next.lower !== 'score')
    return make(start, next.end, share * entry.value, 'plain', null, entry.value);
  if (word.lower === 'quarter') return start < word.start ? make(start, word.end, 0.25, 'fraction') : null;
  const after = wordAfter(text, word.end, to);
  return after &&
    !after.hyphen &&
    (after.lower === 'of' || after.lower === 'the' || after.lower === 'its' || after.lower === 'their')
    ? make(start, word.end, 0.5, 'fraction')
    : null;
}

/** "no one", "not a single", "not one", "none", "nobody", "no", "without": nothing of what follows. */
function readZero(text: string, word: Word, to: number): Numeral | null {
  const zero = (end: number): Numeral => make(word.start, end, 0, 'zero');
  if (word.lower === 'none' || word.lower === 'nobody') return zero(word.end);
  const next = wordAfter(text, word.end, to);
  if (!next || (next.hyphen && next.lower !== 'one')) return null;
  if (word.lower === 'no') return zero(next.lower === 'one' ? next.end : word.end);
  if (word.lower === 'without') return zero(word.end);
  if (next.lower === 'one') return zero(next.end);
  if (next.lower === 'a') {
    const single = wordAfter(text, next.end, to);
    if (single?.lower === 'single') {
      const one = wordAfter(text, single.end, to);
      return zero(one?.lower === 'one' ? one.end : single.end);
    }
  }
  return null;
}

/** The numeral that stands at `at`: digits, or number words; null when none. */
export function readNumeral(text: string, at: number, to: number): Numeral | null {
  const c = text.charCodeAt(at);
  if (isDigit(c)) return readDigits(text, at, to);
  return isLetter(c) && mayStart(c, at + 1 < to ? text.charCodeAt(at + 1) : 0) ? readWords(text, at, to) : null;
}
