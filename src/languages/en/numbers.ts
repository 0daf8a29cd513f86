import { bounds, type QuantityMention, type Sense } from '../../model/quantity.ts';
import { isDigit, isHyphen, isLetter, skipSpace, wordAfter, wordBefore } from './cursor.ts';
import { type Kind, kindOf } from './number-kind.ts';
import { modifiersAfter, modifiersBefore, type Surround } from './number-modifiers.ts';
import { TRENDS } from './number-words.ts';
import { mayStart, type Numeral, readDigits, readNumeral, readWords } from './numeral.ts';

/**
 * Finds every number in text[from, to), in order and without overlap of the number words, with its bounds, its kind and what
 * stands around it. Nothing outside the stretch is looked at. Linear in its length; never throws. Counts of things are the kinds
 * `cardinal`, `vague` and `zero`.
 */
export function findQuantities(text: string, from = 0, to = text.length): QuantityMention[] {
  const found: QuantityMention[] = [];
  let inWord = false;
  for (let i = from; i < to; ) {
    const c = text.charCodeAt(i);
    if (isDigit(c)) {
      const next = take(text, readDigits(text, i, to), from, to, found);
      inWord = next < to && isLetter(text.charCodeAt(next - 1));
      i = next;
    } else if (isLetter(c)) {
      if (!inWord && mayStart(c, i + 1 < to ? text.charCodeAt(i + 1) : 0)) {
        const numeral = readWords(text, i, to);
        if (numeral) {
          i = take(text, numeral, from, to, found);
          inWord = false;
          continue;
        }
      }
      inWord = true;
      i++;
    } else {
      inWord = false;
      i++;
    }
  }
  return found;
}

/** Reads the mention that the numeral begins and files it; returns where to read on. */
function take(text: string, numeral: Numeral, from: number, to: number, found: QuantityMention[]): number {
  const kind = kindOf(text, numeral, from, to);
  const floor = found.length > 0 ? Math.max(from, found[found.length - 1].numberEnd) : from;
  const before = modifiersBefore(text, Math.min(kind.start, numeral.start), floor);
  const second = secondOf(text, numeral, kind, before, floor, to);
  const numbers = second ? [kind.value, second.kind.value] : [kind.value];
  const last = second ?? { numeral, kind };
  const numberEnd = Math.max(
    last.numeral.end,
    last.kind.end > last.numeral.end && last.kind.kind === 'cardinal' ? last.kind.end : 0,
  );
  let end = Math.max(last.kind.end, last.numeral.end);
  const after = modifiersAfter(text, end, to);
  const shut = text[end] === '+' ? end + 1 : after.at;
  const plus = shut !== after.at;
  end = Math.max(end, shut);
  const word = text[kind.start - 1];
  const sign = word === '~' || word === '≈' ? 'about' : word === '>' ? 'least' : word === '<' ? 'most' : null;
  const set = before.sense && !(before.sense === 'about' && after.sense) ? before : after.sense ? after : null;
  const sense: Sense = senseOf(numeral, second !== null, plus ? 'least' : (set?.sense ?? sign));
  const { low, high } = bounds(sense, numbers);
  const start = before.at;
  found.push({
    start,
    end,
    numberStart: numeral.start,
    numberEnd,
    low: numeral.form === 'zero' ? 0 : low,
    high: numeral.form === 'zero' ? 0 : high,
    sense,
    modifier: plus ? 'plus' : (set?.words ?? (sign ? word : numeral.vague)),
    exact: numbers,
    kind: kind.kind === 'cardinal' && second && second.kind.kind !== 'cardinal' ? second.kind.kind : kind.kind,
    relation: after.relation ?? before.relation,
    partitive: wordAfter(text, last.numeral.end, to)?.lower === 'of',
    trend: trendOf(text, start, from),
  });
  return Math.max(last.kind.end, last.numeral.end);
}

function senseOf(numeral: Numeral, range: boolean, set: Surround['sense']): Sense {
  if (numeral.form === 'several' || numeral.form === 'plural') return numeral.form;
  if (set === 'least' || set === 'most') return set;
  return range ? 'range' : (set ?? 'exact');
}

/** The upper end of a range that the numeral begins: "between 45 and 55", "15 to 20", "4-6", "three or four", "30 but fewer than 50". */
function secondOf(
  text: string,
  numeral: Numeral,
  kind: Kind,
  before: Surround,
  from: number,
  to: number,
): { numeral: Numeral; kind: Kind } | null {
  if (
    numeral.form !== 'plain' ||
    kind.kind === 'model' ||
    kind.kind === 'date' ||
    kind.kind === 'year' ||
    kind.kind === 'clock'
  )
    return null;
  const at = Math.max(kind.end, numeral.end);
  let next = at;
  if (at < to && isHyphen(text.charCodeAt(at))) next = at + 1;
  else {
    const word = wordAfter(text, at, to);
    if (!word || word.hyphen) return null;
    const lead = wordBefore(text, before.at, from);
    if (word.lower === 'and' ? lead?.lower !== 'between' : word.lower !== 'to' && word.lower !== 'or') return null;
    next = skipSpace(text, word.end, to);
  }
  let start = next;
  while (start < to && start - next < 3 && !isDigit(text.charCodeAt(start)) && !isLetter(text.charCodeAt(start)))
    start++;
  if (start >= to) return null;
  const second = readNumeral(text, start, to);
  if (!second || second.form !== 'plain') return null;
  const what = kindOf(text, second, start, to);
  if (what.value <= kind.value && !(second.scale > 1 && numeral.scale === 1)) return null;
  return { numeral: second, kind: what };
}

/** Which way the words before a number say that it moved. */
function trendOf(text: string, at: number, from: number): 'up' | 'down' | null {
  let word = wordBefore(text, at, from);
  for (
    let i = 0;
    i < 2 && word && (word.lower === 'by' || word.lower === 'a' || word.lower === 'to' || word.lower === 'about');
    i++
  )
    word = wordBefore(text, word.start, from);
  return word ? ((TRENDS as Readonly<Record<string, 'up' | 'down'>>)[word.lower] ?? null) : null;
}
