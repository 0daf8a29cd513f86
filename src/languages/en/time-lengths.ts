import type { TimeUnit } from '../../model/moment.ts';
import { isDigit, isHyphen, isLetter, isSpace, lookUp, type Stretch } from './cursor.ts';
import { GROUPS, NUMBER_WORDS } from './number-words.ts';
import { unitOf } from './time-atom.ts';

/** A length of time, and where its words begin; `count` 0 of "hours", 3 of "days". */
export interface Duration {
  start: number;
  count: number;
  unit: TimeUnit;
}

/** The length of time that ends before `at`: "two days", "a week", "several months", "24 hours", "hours", "more than a year". */
export function durationBefore(s: Stretch, at: number): Duration | null {
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
