import { bounds, type QuantityMention, type Sense } from '../../model/quantity.ts';
import { isDigit, isLetter, Stretch } from './cursor.ts';
import { type Kind, kindOf } from './number-kind.ts';
import { boundAfterNoun, modifiersAfter, modifiersBefore, type Surround } from './number-modifiers.ts';
import { countsThings } from './number-nouns.ts';
import { type Part, rangeFrom } from './number-range.ts';
import { trendBefore } from './number-trend.ts';
import { DETERMINERS } from './number-words.ts';
import { readWords } from './numeral.ts';
import { readDigits, withPoint } from './numeral-digits.ts';
import { beginsNumber, isGroup, type Numeral } from './numeral-lexicon.ts';

/**
 * Finds every number in text[from, to), in order and without overlap of the number words, with its bounds, its kind and what
 * stands around it. Nothing outside the stretch is looked at. Linear in its length; never throws. Counts of things are the kinds
 * `cardinal`, `vague` and `zero`.
 */
export function findQuantities(text: string, from = 0, to = text.length): QuantityMention[] {
  const s = new Stretch(text.slice(from, to));
  const found: QuantityMention[] = [];
  let inWord = false;
  for (let i = 0; i < s.to; ) {
    const c = s.text.charCodeAt(i);
    let numeral: Numeral | null = null;
    if (isDigit(c)) numeral = withPoint(s, readDigits(s, i));
    else if (!inWord && isLetter(c) && beginsNumber(s.text, i)) numeral = readWords(s, i);
    else if (!inWord && AS_MANY.test(s.ahead(i, 8))) numeral = asMany(s, i, found.at(-1));
    if (numeral) {
      i = file(s, numeral, found);
      inWord = isLetter(s.text.charCodeAt(i - 1));
    } else {
      inWord = isLetter(c);
      i++;
    }
  }
  for (const q of from === 0 ? [] : found) {
    q.start += from;
    q.end += from;
    q.numberStart += from;
    q.numberEnd += from;
  }
  return found;
}

const AS_MANY = /^as many $/;
/** What "as many" may be: not "as many as 12", nor "in as many days". */
const LIKE = /^as many (?!as |other |again|days|weeks|months|years|nights|times)/;
const REACH = 60;

/** "Four soldiers and as many policemen": the number before it once more. */
function asMany(s: Stretch, at: number, previous: QuantityMention | undefined): Numeral | null {
  if (previous?.kind !== 'cardinal' || previous.exact.length !== 1 || !LIKE.test(s.ahead(at, 20))) return null;
  const between = s.text.slice(previous.numberEnd, at);
  return between.length < REACH && / and $/.test(between)
    ? {
        start: at,
        end: at + 'as many'.length,
        value: previous.exact[0],
        form: 'plain',
        vague: null,
        digits: '',
        scale: 1,
      }
    : null;
}

/** Reads the mention that the numeral begins and files it; returns where to read on. */
function file(s: Stretch, numeral: Numeral, found: QuantityMention[]): number {
  const { text, to } = s;
  const previous = found[found.length - 1];
  const floor = previous?.numberEnd ?? 0;
  const first: Part = { numeral, kind: kindOf(s, numeral) };
  if (first.kind.kind === 'cardinal' || first.kind.kind === 'vague')
    first.kind.kind = listed(s, numeral, previous) ?? first.kind.kind;
  const before = modifiersBefore(s, first.kind.start, floor);
  const range = rangeFrom(s, first, before.at);
  const last = range?.second ?? first;
  const numberEnd = Math.max(last.numeral.end, last.kind.kind === 'cardinal' ? last.kind.end : 0);
  const reach = Math.max(last.kind.end, last.numeral.end);
  const plus = text[reach] === '+' && reach < to;
  const after = plus
    ? { at: reach + 1, sense: 'least' as const, words: 'plus', relation: null }
    : modifiersAfter(s, reach);
  const set = boundOf(s, before, after, first.kind) ?? boundAfterNoun(s, reach);
  const numbers = range ? [range.low, last.kind.value] : [first.kind.value];
  const sense: Sense = range?.sense ?? senseOf(numeral, numbers.length > 1, set?.sense ?? null);
  // "a second missile" is one more
  const more = numeral.form === 'ordinal' ? articleBefore(s, before.at) : null;
  const { low, high } = more === null ? bounds(sense, numbers) : ONE_MORE;
  found.push({
    start: more ?? range?.start ?? before.at,
    end: after.at,
    numberStart: numeral.start,
    numberEnd,
    low,
    high,
    sense,
    modifier: range?.sense === 'range' && !set ? null : (set?.words ?? numeral.vague),
    exact: numbers,
    kind: first.kind.kind === 'cardinal' ? last.kind.kind : first.kind.kind,
    relation: more !== null ? 'another' : (after.relation ?? before.relation),
    partitive: isPartitive(s, last),
    trend: trendBefore(s, before.at),
  });
  return reach;
}

const ONE_MORE = { low: 1, high: 1 };

/** The stronger of the words before and after, or a mark before the number. */
function boundOf(s: Stretch, before: Surround, after: Surround, kind: Kind): Pick<Surround, 'sense' | 'words'> | null {
  const { text } = s;
  if (before.sense && !(before.sense === 'about' && after.sense)) return before;
  if (after.sense) return after;
  const at = kind.start - 1;
  const mark = at >= 0 ? MARKS.get(text[at]) : undefined;
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
function isPartitive(s: Stretch, { numeral, kind }: Part): boolean {
  if (kind.kind === 'date') return false;
  let of = s.after(numeral.end);
  if (of?.lower === 'out') of = s.after(of.end);
  if (of?.lower !== 'of') return false;
  const whole = numeral.form === 'several' || numeral.form === 'plural' || isGroup(lastWord(s, numeral));
  return !whole || DETERMINERS.has(s.after(of.end)?.lower ?? '');
}

const lastWord = (s: Stretch, { end }: Numeral): string => s.before(end)?.lower ?? '';

/** "Articles 5 and 6", "aged 3 and 5", "hundreds, if not thousands": what the number before it was, it is too; the last counts nothing more. */
function listed(s: Stretch, numeral: Numeral, previous: QuantityMention | undefined): 'other' | 'age' | null {
  if (!previous || numeral.start - previous.numberEnd > 14) return null;
  const between = s.text.slice(previous.numberEnd, numeral.start);
  if (numeral.form === 'plural')
    return previous.kind === 'vague' && /^,? (?:if not|or even|or perhaps|perhaps even|or) $/.test(between)
      ? 'other'
      : null;
  if (previous.kind !== 'other' && previous.kind !== 'age') return null;
  const lists = previous.kind === 'age' ? /^ (?:and|or|to) $/ : /^(?:,? and |, |\/)$/;
  const digits = numeral.digits !== '' && /\d$/.test(s.text.slice(previous.numberStart, previous.numberEnd));
  return lists.test(between) && (digits || previous.kind === 'age') && !countsThings(s, numeral.end)
    ? previous.kind
    : null;
}

function articleBefore(s: Stretch, at: number): number | null {
  const word = s.before(at);
  return word && (word.lower === 'a' || word.lower === 'another') ? word.start : null;
}
