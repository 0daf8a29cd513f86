import type { DayPart, TimeExpression } from '../../model/moment.ts';
import { lookUp, type Stretch, type Word } from './cursor.ts';
import { type Atom, atom } from './time-atom.ts';
import { DAY_PARTS, NAMED_DAYS, NOT_DAY_AFTER, NOT_DAY_BEFORE, SHIFTS, WEEKDAYS } from './time-words.ts';

/** "Tuesday", "last Tuesday", "Wednesday night", "next Friday evening". */
export function weekday(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  if (!s.capital(word.start)) return null;
  if (
    word.lower.length < 6 &&
    !/^\.?,? (?:\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec))/.test(s.ahead(word.end, 6))
  )
    return null;
  const lead = s.before(word.start);
  if (
    lead &&
    (NOT_DAY_AFTER.has(lead.lower) || (lead.hyphen && lead.lower.length > 3 && !Object.hasOwn(WEEKDAYS, lead.lower)))
  )
    return null;
  // "on a Sunday night": some Sunday
  if (lead?.lower === 'a' && s.before(lead.start)?.lower === 'on') return null;
  const next = s.after(word.end);
  if (next && !next.hyphen && NOT_DAY_BEFORE.has(text.slice(next.start, next.end))) return null;
  const shift = lead?.hyphen ? undefined : lookUp<number>(SHIFTS, lead?.lower);
  const which = shift === undefined ? 'near' : shift === 0 ? 'this' : shift < 0 ? 'last' : 'next';
  const day: TimeExpression = { kind: 'weekday', weekday: lookUp<number>(WEEKDAYS, word.lower)!, which, week: null };
  const stop = text[word.end] === '.' && word.lower.length < 6 ? word.end + 1 : word.end;
  return withPart(s, shift === undefined ? word.start : lead!.start, stop, day);
}

/** Takes a part of the day that follows into the time: "Tuesday night", "yesterday morning". */
function withPart(s: Stretch, start: number, end: number, day: TimeExpression): Atom {
  let next = s.after(end);
  if (next?.lower === 'early' || next?.lower === 'late') {
    const after = s.after(next.end);
    if (lookUp<DayPart>(DAY_PARTS, after?.lower)) next = after;
  }
  const part = lookUp<DayPart>(DAY_PARTS, next?.lower);
  return next && part ? atom(start, next.end, { kind: 'part', part, of: day }) : atom(start, end, day);
}

/** "today", "yesterday evening"; but not "USA Today". */
export function namedDay(s: Stretch, word: Word): Atom | null {
  if (isTitle(s, word)) return null;
  const shift = lookUp<number>(NAMED_DAYS, word.lower)!;
  // "the day before yesterday", "the day after tomorrow"
  const beyond = s.before(word.start);
  const day = shift !== 0 && beyond?.lower === (shift < 0 ? 'before' : 'after') ? s.before(beyond.start) : null;
  if (day?.lower === 'day')
    return atom(day.start, word.end, { kind: 'unit', unit: 'day', shift: 2 * shift, part: 'whole' });
  return withPart(s, word.start, word.end, {
    kind: 'unit',
    unit: 'day',
    shift,
    part: 'whole',
  });
}

/** A capital within a name: "USA Today", "CBS This Morning". */
export function isTitle(s: Stretch, word: Word): boolean {
  const lead = s.capital(word.start) ? s.before(word.start) : null;
  return lead !== null && s.capital(lead.start);
}

/** "at dawn", "by midnight": of the day at hand. */
export function barePart(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  return lead && /^(?:at|before|by|until|till|after|around|about|from|since|to|and|between|shortly)$/.test(lead.lower)
    ? atom(word.start, word.end, { kind: 'part', part: lookUp<DayPart>(DAY_PARTS, word.lower)!, of: null })
    : null;
}

/** "in the early hours", "in the small hours": of the day at hand. */
export function smallHours(s: Stretch, word: Word): Atom | null {
  const lead = s.before(word.start);
  if (!lead || !/^(?:early|small|predawn|late|morning)$/.test(lead.lower)) return null;
  const outer = s.before(lead.start);
  const start = lead.lower === 'morning' && outer?.lower === 'early' ? outer.start : lead.start;
  return atom(start, word.end, { kind: 'part', part: lead.lower === 'late' ? 'evening' : 'dawn', of: null });
}
