import { type Stretch, startsOf } from './cursor.ts';
import { anchored, counted, period, sinceThen } from './time-anchored.ts';
import { type Atom, atom, type Reader } from './time-atom.ts';
import { holiday, month } from './time-dates.ts';
import { barePart, namedDay, smallHours, weekday } from './time-days.ts';
import { ofUnit, unit, weekend } from './time-units.ts';
import { BARE_PARTS, HOLIDAYS, MONTHS, NAMED_DAYS, PAST, SEASONS, SHIFTS, WEEKDAYS } from './time-words.ts';
import { season } from './time-years.ts';

/** Which reader a word of the text wakes. */
const READERS = new Map<string, Reader>([
  ...Object.keys(MONTHS).map((word): [string, Reader] => [word, month]),
  ...Object.keys(WEEKDAYS).map((word): [string, Reader] => [word, weekday]),
  ...Object.keys(NAMED_DAYS).map((word): [string, Reader] => [word, namedDay]),
  ...Object.keys(SEASONS).map((word): [string, Reader] => [word, season]),
  ...[...Object.keys(SHIFTS), ...PAST, 'earlier', 'later'].map((word): [string, Reader] => [word, unit]),
  ...[...BARE_PARTS].map((word): [string, Reader] => [word, barePart]),
  ...['that', 'same', 'following'].map((word): [string, Reader] => [word, anchored]),
  ...['ago', 'before', 'after'].map((word): [string, Reader] => [word, counted]),
  [
    'tonight',
    (_s, word) =>
      atom(word.start, word.end, {
        kind: 'part',
        part: 'night',
        of: { kind: 'unit', unit: 'day', shift: 0, part: 'whole' },
      }),
  ],
  ['overnight', (_s, word) => atom(word.start, word.end, { kind: 'overnight', of: null })],
  // not "then", whose first letters are those of every "the"
  ['since', sinceThen],
  ...[...HOLIDAYS.keys()].map((name): [string, Reader] => [name.slice(0, name.indexOf(' ')), holiday]),
  ['weekend', weekend],
  ['period', period],
  ['hours', smallHours],
  ['year', ofUnit],
  ['month', ofUnit],
  ['week', ofUnit],
]);

/** Could the word that begins at this letter name a time? A cheap test before `atomAt`. */
export const beginsTime = startsOf(READERS.keys());

/** The time that the word at `at` names, if it names one. */
export function atomAt(s: Stretch, at: number): Atom | null {
  const word = s.wordAt(at);
  return READERS.get(word.lower)?.(s, word) ?? null;
}
