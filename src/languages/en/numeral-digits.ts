import { isDigit, isLetter, type Stretch } from './cursor.ts';
import { ENTRY, entryOf, exactly, halfAfter, type Numeral } from './numeral-lexicon.ts';

const GROUPING = new Set([44, 0xa0, 0x2009, 0x202f, 0x2007]);
const HALVES = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** Reads digits at `at`, with their grouping, decimals, vulgar fraction and a scale word ("1.7 million", "4 hundred million"). */
export function readDigits(s: Stretch, at: number): Numeral {
  const { text, to } = s;
  let i = at;
  while (i < to && isDigit(text.charCodeAt(i))) i++;
  let digits = text.slice(at, i);
  if (i - at <= 3) {
    const mark = text.charCodeAt(i);
    if (GROUPING.has(mark)) {
      while (i + 3 < to && text.charCodeAt(i) === mark && isThree(s, i + 1)) {
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
  if (form === 'plain' && ordinalSuffix(s, i))
    return { start: at, end: i + 2, value, form: 'ordinal', vague: null, digits, scale: 1 };
  let end = i;
  let scale = 1;
  // "2 and a half million" · "4 hundred million" · "1.8 billion-mile"
  const and = s.after(end);
  if (and && !and.hyphen && and.lower === 'and') {
    const part = halfAfter(s, and.end);
    if (part) {
      value += 0.5;
      end = part;
    }
  }
  for (let next = s.after(end); next && scale < 1e6; next = s.after(end)) {
    const entry = entryOf(next);
    if (entry?.kind !== ENTRY.scale || next.lower === 'score') break;
    value *= entry.value;
    scale *= entry.value;
    end = next.end;
  }
  return { start: at, end, value: exactly(value), form, vague: null, digits, scale };
}

/** ".5" where nothing but a space, bracket or currency stands before the point; else the numeral as it is. */
export function withPoint(s: Stretch, numeral: Numeral): Numeral {
  const { text } = s;
  const point = numeral.start - 1;
  if (point < 0 || text[point] !== '.' || !/^\d+$/.test(numeral.digits)) return numeral;
  if (point > 0 && !/[\s($€£-]/.test(text[point - 1])) return numeral;
  const digits = `0.${numeral.digits}`;
  return { ...numeral, start: point, digits, value: exactly(Number(digits) * numeral.scale) };
}

const isThree = (s: Stretch, at: number): boolean =>
  at + 3 <= s.to &&
  isDigit(s.text.charCodeAt(at)) &&
  isDigit(s.text.charCodeAt(at + 1)) &&
  isDigit(s.text.charCodeAt(at + 2)) &&
  !(at + 3 < s.to && isDigit(s.text.charCodeAt(at + 3)));

function ordinalSuffix(s: Stretch, at: number): boolean {
  const { text, to } = s;
  if (at + 2 > to || (at + 2 < to && isLetter(text.charCodeAt(at + 2)))) return false;
  const suffix = text.slice(at, at + 2).toLowerCase();
  return suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd';
}
