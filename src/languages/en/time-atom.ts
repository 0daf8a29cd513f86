import type { TimeExpression, TimeUnit } from '../../model/moment.ts';
import type { Span } from '../../model/span.ts';
import { lookUp, type Stretch, type Word } from './cursor.ts';
import { TIME_UNITS } from './time-words.ts';

/** A time that one word and its neighbours name, before times are joined to longer ones. */
export interface Atom extends Span {
  expression: TimeExpression;
}

/** Reads the time that a word of the stretch names; null when it names none here. */
export type Reader = (s: Stretch, word: Word) => Atom | null;

export const atom = (start: number, end: number, expression: TimeExpression): Atom => ({ start, end, expression });

/** The day that the text is at: "then", "since the morning". */
export const dayAtHand = (start: number, end: number): Atom =>
  atom(start, end, { kind: 'anchored', shift: 0, unit: 'day', part: null, anchor: 'context', base: null });

export const unitOf = (word: string | undefined): TimeUnit | undefined => lookUp<TimeUnit>(TIME_UNITS, word);
