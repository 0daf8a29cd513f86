import type { TimeExpression, TimeMention } from '../../model/moment.ts';
import { isUpper, lookUp, type Stretch, type Word } from './cursor.ts';
import type { Atom } from './time-atom.ts';
import { canEnd, shapeOf } from './time-shape.ts';
import { LIMITS } from './time-words.ts';

/** Takes in the outermost words before a time: "since", "by", "until", "between"; none that stands before `floor`. Knows a dateline. */
export function finished(s: Stretch, atom: Atom, floor: number): TimeMention {
  const { end } = atom;
  let { start, expression } = atom;
  if (expression.kind === 'date' && isDateline(s, atom))
    return { start, end, expression: { kind: 'dateline', date: expression }, shape: 'point' };
  let word = wordFrom(s, start, floor);
  if (word && expression.kind === 'range') {
    // "from Friday to Sunday", "the night between Monday and Tuesday"
    if (word.lower === 'between' || word.lower === 'from') {
      start = word.start;
      word = wordFrom(s, start, floor);
    }
    if (word?.lower === 'night') {
      start = word.start;
      expression = { kind: 'part', part: 'night', of: expression };
      word = wordFrom(s, start, floor);
    }
  }
  // "since the October 7 attack"
  const before = word?.lower === 'the' && canEnd(expression) ? wordFrom(s, word.start, floor) : null;
  if (before && before.lower === 'since') word = before;
  if (word?.lower === 'since')
    return { start: word.start, end, expression: { kind: 'since', from: expression }, shape: 'since' };
  const which = lookUp<Limit>(LIMITS, word?.lower);
  if (word && which && (which !== 'by' || canEnd(expression))) {
    // "before dawn" is a part of the day, not a limit
    const dawn = which === 'before' && expression.kind === 'part' && expression.part === 'dawn';
    const whole: TimeExpression = dawn ? expression : { kind: 'limit', which, of: expression };
    return { start: word.start, end, expression: whole, shape: shapeOf(expression) };
  }
  if (canEnd(expression)) {
    // "as of 11 June", "in the week ending 4 June"
    const outer = word && wordFrom(s, word.start, floor);
    if (word?.lower === 'of' && outer?.lower === 'as')
      return { start: outer.start, end, expression: { kind: 'limit', which: 'by', of: expression }, shape: 'point' };
    if ((word?.lower === 'ending' || word?.lower === 'to') && outer?.lower === 'week')
      return { start: outer.start, end, expression: weekTo(expression), shape: 'range' };
  }
  if (word && opensSince(s, word, expression))
    return { start, end, expression: { kind: 'since', from: expression }, shape: 'since' };
  return { start, end, expression, shape: shapeOf(expression) };
}

/** The seven days that end on a day. */
const weekTo = (day: TimeExpression): TimeExpression => ({
  kind: 'range',
  from: { kind: 'anchored', shift: -6, unit: 'day', part: null, anchor: 'context', base: day },
  to: day,
});

type Limit = Extract<TimeExpression, { kind: 'limit' }>['which'];

/** The word before `at`, unless it belongs to the time before. */
function wordFrom(s: Stretch, at: number, floor: number): Word | null {
  const word = s.before(at);
  return word && word.start >= floor ? word : null;
}

/** "Since the fighting began on Sunday": a stretch that opens with what happened then. */
function opensSince(s: Stretch, before: Word, expression: TimeExpression): boolean {
  if (!(/^(?:in|on|at|last|of)$/.test(before.lower) && canEnd(expression)) && expression.kind !== 'ago') return false;
  let word: Word | null = before;
  for (let i = 0; i < 10 && word; i++) {
    if (word.lower === 'since') return true;
    word = s.before(word.start);
  }
  return false;
}

/** "GOMA, Congo, Nov 12 (Agency) -": capitals open the line, the date stands before an agency's name in brackets or a dash. */
function isDateline(s: Stretch, atom: Atom): boolean {
  const { text } = s;
  if (
    !/^\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2}[-–—:]|\)\s{0,2}[-–—]|[-–—]{1,2}\s|\([^()\n]{2,40}\)\s)/.test(
      s.ahead(atom.end, 48),
    )
  )
    return false;
  // "Kabul, 27 October 2025 – At least"
  const base = Math.max(0, atom.start - 80);
  const line = text.slice(base, atom.start);
  const start = line.lastIndexOf('\n') + 1;
  if (start === 0 && base > 0) return false;
  return (
    isUpper(line.charCodeAt(start)) &&
    (/^[\p{Lu}][\p{Lu}\p{M} .'’/-]+(?:[,(]|\s)/u.test(line.slice(start)) ||
      /^(?:[\p{Lu}][\p{L}\p{M}'’-]+[ /,]+){1,4}$/u.test(line.slice(start))) &&
    !/[.!?]\s/.test(line.slice(start).replace(/\b[A-Z]\.\s/g, ''))
  );
}
