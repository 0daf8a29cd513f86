import { bounds, type QuantityMention, type Sense } from '../../model/quantity.ts';
import { isDigit, isLetter, wordAfter, wordBefore } from './cursor.ts';
import { type Kind, kindOf } from './number-kind.ts';
import { boundAfterNoun, modifiersAfter, modifiersBefore, type Surround } from './number-modifiers.ts';
import { countsThings } from './number-nouns.ts';
import { DETERMINERS, GROUPS } from './number-words.ts';
import { type Part, rangeFrom } from './number-range.ts';
import { trendBefore } from './number-trend.ts';
import { readWords } from './numeral.ts';
import { readDigits, withPoint } from './numeral-digits.ts';
import { mayStart, type Numeral } from './numeral-lexicon.ts';

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
    let numeral: Numeral | null = null;
    if (isDigit(c)) numeral = withPoint(text, readDigits(text, i, to), from);
    else if (!inWord && isLetter(c) && mayStart(c, i + 1 < to ? text.charCodeAt(i + 1) : 0))
      numeral = readWords(text, i, to);
    if (numeral) {
      i = file(text, numeral, from, to, found);
      inWord = isLetter(text.charCodeAt(i - 1));
    } else {
      inWord = isLetter(c);
      i++;
    }
  }
  return found;
}

/** Reads the mention that the numeral begins and files it; returns where to read on. */
function file(text: string, numeral: Numeral, from: number, to: number, found: QuantityMention[]): number {
  const previous = found[found.length - 1];
  const floor = previous ? Math.max(from, previous.numberEnd) : from;
  const first: Part = { numeral, kind: kindOf(text, numeral, from, to) };
  if (first.kind.kind === 'cardinal' && isListedLabel(text, numeral, previous, to)) first.kind.kind = 'other';
  const before = modifiersBefore(text, first.kind.start, floor);
  const range = rangeFrom(text, first, before.at, floor, to);
  const last = range?.second ?? first;
  const numberEnd = Math.max(last.numeral.end, last.kind.kind === 'cardinal' ? last.kind.end : 0);
  const reach = Math.max(last.kind.end, last.numeral.end);
  const plus = text[reach] === '+' && reach < to;
  const after = plus
    ? { at: reach + 1, sense: 'least' as const, words: 'plus', relation: null }
    : modifiersAfter(text, reach, to);
  const set = boundOf(text, before, after, first.kind, from) ?? boundAfterNoun(text, reach, to);
  const numbers = range ? [range.low, last.kind.value] : [first.kind.value];
  const sense: Sense = range?.sense ?? senseOf(numeral, numbers.length > 1, set?.sense ?? null);
  // "a second missile" is one more
  const more = numeral.form === 'ordinal' ? articleBefore(text, before.at, from) : null;
  found.push({
    start: more ?? range?.start ?? before.at,
    end: after.at,
    numberStart: numeral.start,
    numberEnd,
    ...(numeral.form === 'zero' ? { low: 0, high: 0 } : more !== null ? { low: 1, high: 1 } : bounds(sense, numbers)),
    sense,
    modifier: range?.sense === 'range' && !set ? null : (set?.words ?? numeral.vague),
    exact: numbers,
    kind: first.kind.kind === 'cardinal' ? last.kind.kind : first.kind.kind,
    relation: more !== null ? 'another' : (after.relation ?? before.relation),
    partitive: isPartitive(text, last, to),
    trend: trendBefore(text, before.at, from),
  });
  return reach;
}

/** The stronger of the words before and after, or a mark before the number. */
function boundOf(
  text: string,
  before: Surround,
  after: Surround,
  kind: Kind,
  from: number,
): Pick<Surround, 'sense' | 'words'> | null {
  if (before.sense && !(before.sense === 'about' && after.sense)) return before;
  if (after.sense) return after;
  const at = kind.start - 1;
  const mark = at >= from ? MARKS.get(text[at]) : undefined;
  return mark ? { sense: mark, words: text[at] } : null;
}

const MARKS = new Map<string, Surround['sense']>([
  ['~', 'about'],
  ['≈', 'about'],
  ['>', 'least'],
  ['≥', 'least'],
  ['<', 'most'],
  ['≤', 'most'],
]);

function senseOf(numeral: Numeral, range: boolean, set: Surround['sense']): Sense {
  if (numeral.form === 'several' || numeral.form === 'plural') return numeral.form;
  if (set === 'least' || set === 'most') return set;
  return range ? 'range' : (set ?? 'exact');
}

/** "20 of the 23", "eight of them", "three out of four"; but "hundreds of families" and "a couple of boats" are no parts. */
function isPartitive(text: string, { numeral, kind }: Part, to: number): boolean {
  if (kind.kind === 'date') return false;
  let of = wordAfter(text, numeral.end, to);
  if (of?.lower === 'out') of = wordAfter(text, of.end, to);
  if (of?.lower !== 'of') return false;
  const whole =
    numeral.form === 'several' || numeral.form === 'plural' || Object.hasOwn(GROUPS, lastWord(text, numeral));
  return !whole || DETERMINERS.has(wordAfter(text, of.end, to)?.lower ?? '');
}

const lastWord = (text: string, { start, end }: Numeral): string => wordBefore(text, end, start)?.lower ?? '';

/** "Articles 5 and 6": a number beside one that is a label is a label too, unless it counts. */
function isListedLabel(text: string, numeral: Numeral, previous: QuantityMention | undefined, to: number): boolean {
  if (previous?.kind !== 'other' || numeral.digits === '' || numeral.start - previous.numberEnd > 5) return false;
  return (
    /^(?:,? and |, |\/)$/.test(text.slice(previous.numberEnd, numeral.start)) &&
    /\d$/.test(text.slice(previous.numberStart, previous.numberEnd)) &&
    !countsThings(text, numeral.end, to)
  );
}

function articleBefore(text: string, at: number, from: number): number | null {
  const word = wordBefore(text, at, from);
  return word && (word.lower === 'a' || word.lower === 'another') ? word.start : null;
}
