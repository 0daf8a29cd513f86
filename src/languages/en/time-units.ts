import type { DayPart, TimeUnit } from '../../model/moment.ts';
import { isHyphen, isSpace, lookUp, type Stretch, type Word } from './cursor.ts';
import { readNumeral } from './numeral.ts';
import type { Numeral } from './numeral-lexicon.ts';
import { type Atom, atom, dayAtHand, unitOf } from './time-atom.ts';
import { isTitle } from './time-days.ts';
import { durationBefore } from './time-lengths.ts';
import { DAY_PARTS, PAST, SHIFTS } from './time-words.ts';

/** "this week", "last month", "the past two days", "recent weeks", "earlier this month", "later in the day", "the next day". */
export function unit(s: Stretch, word: Word): Atom | null {
  if (isTitle(s, word)) return null;
  if (word.lower === 'earlier' || word.lower === 'later') return earlier(s, word);
  const lead = s.before(word.start);
  const article = lead?.lower === 'the';
  const next = s.after(word.end);
  if (!next || (next.hyphen && word.lower !== 'past')) return pastCount(s, word);
  if (word.lower === 'recent') {
    const what = unitOf(next.lower);
    return what && next.lower.endsWith('s') ? atom(word.start, next.end, { kind: 'past', count: 3, unit: what }) : null;
  }
  const part = lookUp<DayPart>(DAY_PARTS, next.lower);
  const shift = lookUp<number>(SHIFTS, word.lower);
  if (part !== undefined) {
    // "this morning", "last night", "the previous evening"
    if (shift === undefined) return null;
    if (article || word.lower === 'previous')
      return atom(lead && article ? lead.start : word.start, next.end, {
        kind: 'anchored',
        shift,
        unit: 'day',
        part,
        anchor: 'context',
        base: null,
      });
    if (word.lower === 'last' && part === 'night') return atom(word.start, next.end, { kind: 'overnight', of: null });
    if (word.lower === 'next') return null;
    return atom(word.start, next.end, { kind: 'part', part, of: { kind: 'unit', unit: 'day', shift, part: 'whole' } });
  }
  const what = unitOf(next.lower);
  if (what === undefined) return pastCount(s, word);
  if (next.lower.endsWith('s') && next.lower !== 'hours' && what !== 'hour')
    return word.lower === 'past' ? pastOf(word, next, 3, what) : null;
  if (word.lower === 'past' || (word.lower === 'last' && (article || what === 'day' || what === 'hour')))
    return pastOf(word, next, 1, what);
  if (shift === undefined || what === 'hour') return null;
  if (article && shift !== 0)
    return atom(lead!.start, next.end, {
      kind: 'anchored',
      shift,
      unit: what,
      part: null,
      anchor: 'context',
      base: null,
    });
  if (what === 'day')
    return shift === 0 ? atom(word.start, next.end, { kind: 'unit', unit: 'day', shift: 0, part: 'whole' }) : null;
  return atom(word.start, next.end, { kind: 'unit', unit: what, shift, part: 'whole' });
}

const pastOf = (word: Word, end: Word, count: number, what: TimeUnit): Atom =>
  atom(word.start, end.end, { kind: 'past', count, unit: what });

/** "past 24 hours", "last two weeks", "previous few days". */
function pastCount(s: Stretch, word: Word): Atom | null {
  const { text, to } = s;
  if (!PAST.has(word.lower)) return null;
  let at = word.end;
  while (at < to && at - word.end < 3 && (isSpace(text.charCodeAt(at)) || isHyphen(text.charCodeAt(at)))) at++;
  if (at >= to) return null;
  const few = s.after(word.end);
  let count: number;
  let end: number;
  if (few?.lower === 'few' || few?.lower === 'several' || few?.lower === 'couple') {
    count = few.lower === 'couple' ? 2 : 3;
    end = few.end;
    const of = s.after(end);
    if (of?.lower === 'of') end = of.end;
  } else {
    const numeral: Numeral | null = readNumeral(s, at);
    if (numeral?.form !== 'plain' || numeral.value > 5000) return null;
    count = numeral.value;
    end = numeral.end;
  }
  const what = s.after(end);
  const of = unitOf(what?.lower);
  return what && of
    ? atom(word.start, what.end, {
        kind: 'past',
        count,
        unit: of === 'hour' && what.lower.startsWith('min') ? 'hour' : of,
      })
    : null;
}

/** "earlier this week", "earlier in the day", "later on Tuesday", "two days earlier", "hours later". */
function earlier(s: Stretch, word: Word): Atom | null {
  const part = word.lower === 'earlier' ? 'earlier' : 'later';
  const next = s.after(word.end);
  if (next?.lower === 'today') return null;
  if (next?.lower === 'this' || next?.lower === 'that') {
    const what = s.after(next.end);
    const of = unitOf(what?.lower);
    if (what && of) {
      if (next.lower === 'this') return atom(word.start, what.end, { kind: 'unit', unit: of, shift: 0, part });
      return atom(word.start, what.end, {
        kind: 'anchored',
        shift: 0,
        unit: of,
        part: null,
        anchor: 'context',
        base: null,
      });
    }
    return null;
  }
  if (next?.lower === 'in') {
    const the = s.after(next.end);
    const what = the?.lower === 'the' ? s.after(the.end) : the;
    const of = unitOf(what?.lower);
    if (what && of)
      return of === 'day' || of === 'hour'
        ? dayAtHand(word.start, what.end)
        : atom(word.start, what.end, { kind: 'unit', unit: of, shift: 0, part });
    return null;
  }
  const span = durationBefore(s, word.start);
  return (
    span &&
    atom(span.start, word.end, {
      kind: 'anchored',
      shift: word.lower === 'earlier' ? 0 - span.count : span.count,
      unit: span.unit,
      part: null,
      anchor: 'context',
      base: null,
    })
  );
}

/** "at the weekend", "over the weekend", "at weekends" no. */
export function weekend(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  return lead?.lower === 'the'
    ? atom(lead.start, word.end, { kind: 'unit', unit: 'weekend', shift: 0, part: 'whole' })
    : null;
}

/** "the start of the year", "so far in the month": the unit itself, when one of these stands before it. */
export function ofUnit(s: Stretch, word: Word): Atom | null {
  const the = s.before(word.start);
  const of = the?.lower === 'the' ? s.before(the.start) : null;
  const edge = of?.lower === 'of' ? s.before(of.start) : null;
  return the && edge && /^(?:start|beginning|end|middle|half|quarter|turn|months|weeks|days)$/.test(edge.lower)
    ? atom(the.start, word.end, { kind: 'unit', unit: unitOf(word.lower)!, shift: 0, part: 'whole' })
    : null;
}
