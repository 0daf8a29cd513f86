import { isDigit, isLetter, lookUp, type Stretch, type Word } from './cursor.ts';
import { GROUPS, NOT_ZERO, PARTS, PLURALS } from './number-words.ts';
import { readCount } from './numeral-count.ts';
import { readDigits } from './numeral-digits.ts';
import { beginsNumber, ENTRY, entryOf, isGroup, isPart, make, type Numeral, ofAfter } from './numeral-lexicon.ts';

/** The numeral that stands at `at`: digits, or number words; null when none. */
export function readNumeral(s: Stretch, at: number): Numeral | null {
  const { text } = s;
  const c = text.charCodeAt(at);
  if (isDigit(c)) return readDigits(s, at);
  return isLetter(c) && beginsNumber(text, at) ? readWords(s, at) : null;
}

/**
 * Reads a number in words that begins with the word at `at`: "twenty-six", "one hundred and twelve", "two and a half thousand",
 * "half a dozen", "tens of thousands", "a couple of", "no". Null when it is none.
 */
export function readWords(s: Stretch, at: number): Numeral | null {
  const first = s.wordAt(at);
  const entry = entryOf(first);
  if (!entry) return null;
  switch (entry.kind) {
    case ENTRY.unit:
      return readCount(s, first);
    case ENTRY.article:
      return readArticle(s, first);
    case ENTRY.plural:
      return readPlural(s, first, entry.value);
    case ENTRY.ordinal:
      return make(first.start, first.end, entry.value, 'ordinal');
    case ENTRY.scale:
      return first.lower === 'dozen' ? make(at, first.end, 12, 'plain', null, 12) : null; // "hundred" wants "a" or a number
    case ENTRY.vague:
      return readVague(s, first, first.start);
    case ENTRY.zero:
      return readZero(s, first);
    case ENTRY.half:
      return readHalf(s, first, first.start);
    case ENTRY.both:
      return readBoth(s, first);
  }
}

/** "a dozen", "a hundred and fifty", "a couple of", "a few thousand", "a third of"; null for a bare article. */
function readArticle(s: Stretch, article: Word): Numeral | null {
  const next = s.after(article.end);
  if (!next || next.hyphen) return null;
  const entry = entryOf(next);
  if (next.lower === 'few') return readVague(s, next, article.start);
  if (next.lower === 'score' && ofAfter(s, next.end) === null) return null;
  if (entry?.kind === ENTRY.scale)
    return next.lower === 'score' ? make(article.start, next.end, 20, 'plain') : readCount(s, article);
  if (entry?.kind === ENTRY.vague || isGroup(next.lower)) return readVague(s, next, article.start);
  if (entry?.kind === ENTRY.half) return readHalf(s, next, article.start);
  if (isPart(next.lower)) {
    const of = s.after(next.end);
    if (of?.lower === 'of')
      return make(article.start, next.end, 1 / PARTS[next.lower as keyof typeof PARTS], 'fraction');
  }
  return null;
}

const IF_NOT = /^,? (?:if not|or even|or|to) (?:dozens|scores|hundreds|thousands),?(?= of )/;

/** "dozens", "tens of thousands", "hundreds of thousands". */
function readPlural(s: Stretch, word: Word, unit: number): Numeral {
  // "tens, if not hundreds, of thousands" is that of the smaller
  const doubt = IF_NOT.exec(s.ahead(word.end, 32));
  const of = ofAfter(s, doubt ? word.end + doubt[0].length : word.end);
  const next = of === null ? null : s.after(of);
  const scale = lookUp<number>(PLURALS, next?.lower);
  if (next && scale !== undefined && scale > unit)
    return make(word.start, next.end, unit * scale, 'plural', `${word.lower} of ${next.lower}`, unit * scale);
  return make(word.start, word.end, unit, 'plural', word.lower, unit);
}

/** "several", "a few dozen", "a couple of hundred", "a handful of", "a pair of". */
function readVague(s: Stretch, word: Word, start: number): Numeral | null {
  const count = lookUp<number>(GROUPS, word.lower);
  const article = start < word.start;
  if (word.lower === 'single') return article ? make(start, word.end, 1, 'plain') : null;
  if (word.lower === 'handful' && !article) return null;
  const of = ofAfter(s, word.end);
  const next = s.after(of ?? word.end);
  const entry = entryOf(next);
  const scaled = next && (entry?.kind === ENTRY.scale || entry?.kind === ENTRY.plural) && next.lower !== 'score';
  // "the couple's house", "the pair": two who belong together, no count
  if (count !== undefined && !article && of === null) return null;
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
function readHalf(s: Stretch, word: Word, start: number): Numeral | null {
  const share = word.lower === 'half' ? 0.5 : 0.25;
  let at = word.end;
  if (word.lower === 'quarter') {
    const of = ofAfter(s, at);
    if (of === null) return null;
    at = of;
  }
  let next = s.after(at);
  if (next && (next.lower === 'a' || next.lower === 'an')) next = s.after(next.end);
  const entry = entryOf(next);
  if (next && entry?.kind === ENTRY.scale && next.lower !== 'score')
    return make(start, next.end, share * entry.value, 'plain', null, entry.value);
  if (word.lower === 'quarter') return start < word.start ? make(start, word.end, 0.25, 'fraction') : null;
  const after = s.after(word.end);
  return after &&
    !after.hyphen &&
    (after.lower === 'of' || after.lower === 'the' || after.lower === 'its' || after.lower === 'their')
    ? make(start, word.end, 0.5, 'fraction')
    : null;
}

const DOING = /^(?:were|are|have|had|died|perished|fell)$/;
const THEM = /^(?:them|which|whom|the|those|these|its|their|his|her)$/;

/** "Both were shot down", "both men died", "both of them", "both of which": two that were named before. */
function readBoth(s: Stretch, word: Word): Numeral | null {
  const next = s.after(word.end);
  const further = next && s.after(next.end);
  const two =
    next?.lower === 'of' ? THEM.test(further?.lower ?? '') : [next, further].some((w) => DOING.test(w?.lower ?? ''));
  return two ? make(word.start, word.end, 2, 'plain') : null;
}

/** "no one", "not a single", "not one", "none", "nobody", "no", "without": nothing of what follows. */
function readZero(s: Stretch, word: Word): Numeral | null {
  const zero = (end: number): Numeral => make(word.start, end, 0, 'zero');
  if (word.lower === 'none' || word.lower === 'nobody') return zero(word.end);
  const next = s.after(word.end);
  if (!next || (next.hyphen && next.lower !== 'one')) return null;
  if (word.lower === 'no' && next.lower === 'one') return zero(next.end);
  if (word.lower !== 'not' && NOT_ZERO.has(next.lower)) return null;
  if (word.lower === 'no') return zero(word.end);
  if (word.lower === 'without') return zero(word.end);
  if (next.lower === 'one') return zero(next.end);
  if (next.lower === 'a') {
    const single = s.after(next.end);
    if (single?.lower === 'single') {
      const one = s.after(single.end);
      return zero(one?.lower === 'one' ? one.end : single.end);
    }
  }
  return null;
}
