import type { DayPart } from '../../model/moment.ts';
import { isDigit, isSpace, lookUp, type Stretch, type Word } from './cursor.ts';
import { type Atom, atom, dayAtHand, unitOf } from './time-atom.ts';
import { durationBefore } from './time-lengths.ts';
import { DAY_PARTS, WEEKDAYS } from './time-words.ts';

/** "two weeks ago", "the day before", "a day after the raid", "two days before". */
export function counted(s: Stretch, word: Word): Atom | null {
  if (word.lower === 'ago') {
    const span = durationBefore(s, word.start);
    return span && atom(span.start, word.end, { kind: 'ago', count: span.count, unit: span.unit });
  }
  const sign = word.lower === 'before' ? -1 : 1;
  const what = s.before(word.start);
  const of = unitOf(what?.lower);
  const part = lookUp<DayPart>(DAY_PARTS, what?.lower) ?? null;
  const the = what && s.before(what.start);
  const ends = !clauseFollows(s, word.end);
  if (what && (of || part) && the?.lower === 'the')
    return ends
      ? atom(the.start, word.end, {
          kind: 'anchored',
          shift: sign,
          unit: of ?? 'day',
          part,
          anchor: 'context',
          base: null,
        })
      : null;
  const span = durationBefore(s, word.start);
  if (!span || span.count === 0) return null;
  return atom(span.start, word.end, {
    kind: 'anchored',
    shift: sign * span.count,
    unit: span.unit,
    part: null,
    anchor: ends ? 'context' : 'following',
    base: null,
  });
}

/** Does a noun or clause follow, so that "a week after" counts from it? */
const clauseFollows = (s: Stretch, at: number): boolean => {
  const { text, to } = s;
  const next = s.after(at);
  if (next?.lower === 'at' && /^(?:least|most)$/.test(s.after(next.end)?.lower ?? '')) return true;
  if (next) return !/^(?:in|at|on|when|and|but|near|by|while|as|with|for|during|over)$/.test(next.lower);
  let i = at;
  while (i < to && isSpace(text.charCodeAt(i)) && i - at < 3) i++;
  return i > at && i < to && isDigit(text.charCodeAt(i));
};

/** "since then". */
export function sinceThen(s: Stretch, word: Word): Atom | null {
  const then = s.after(word.end);
  if (then?.lower !== 'then') return null;
  return dayAtHand(then.start, then.end);
}

/** "that evening", "the same day", "that week", "the following morning". */
export function anchored(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  let next = s.after(word.end);
  if (word.lower === 'that' && next?.lower === 'same') next = s.after(next.end);
  if (!next || next.hyphen) return null;
  const part = lookUp<DayPart>(DAY_PARTS, next.lower) ?? null;
  const of = unitOf(next.lower);
  const weekdayNumber = s.capital(next.start) ? lookUp<number>(WEEKDAYS, next.lower) : undefined;
  if ((!part && (!of || of === 'hour')) || next.lower.endsWith('s') || weekdayNumber !== undefined) return null;
  if (word.lower === 'that' && lead && /^(?:said|says|so|such)$/.test(lead.lower)) return null;
  const start = word.lower !== 'that' && lead?.lower === 'the' ? lead.start : word.start;
  return atom(start, next.end, {
    kind: 'anchored',
    shift: word.lower === 'following' ? 1 : 0,
    unit: part ? 'day' : of!,
    part,
    anchor: 'context',
    base: null,
  });
}

/** "during the reporting period", "over the same period": the last stretch of more than a day. */
export function period(s: Stretch, word: Word): Atom | null {
  const kind = s.before(word.start);
  const lead = kind && /^(?:reporting|same|review)$/.test(kind.lower) ? s.before(kind.start) : kind;
  if (!lead || !/^(?:the|this|that)$/.test(lead.lower)) return null;
  const before = s.before(lead.start);
  if (!before || !/^(?:in|during|over|for|within|throughout|across)$/.test(before.lower)) return null;
  return atom(lead.start, word.end, {
    kind: 'anchored',
    shift: 0,
    unit: 'day',
    part: null,
    anchor: 'period',
    base: null,
  });
}
