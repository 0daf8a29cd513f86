import type { TimeExpression } from '../../model/moment.ts';
import type { Stretch } from './cursor.ts';
import type { Atom } from './time-atom.ts';
import { canEnd, inner, isDay, isLong } from './time-shape.ts';

/** An hour of the clock, and how it is told from the day behind it: "3 a.m. on", "23:30 Moscow time on". */
const HOUR = String.raw`(?:about |around )?\d{1,2}(?:[:.]\d\d)?(?: ?(?:[ap]\.?m\.?|hours|hrs|gmt|utc|e[es]?s?t|\w+ time))* (?:on |of )?(?:the )?`;
/** Before the first day of a stretch between two hours, and between its two days. */
const FROM_HOUR = new RegExp(`\\b(between|from) ${HOUR}$`, 'i');
const TO_HOUR = new RegExp(`^ (?:and|to|until|till) ${HOUR}$`, 'i');

/** Hours of the evening: "11:00 p.m.", "22:30". */
const EVENING = /\bp\.?m\b|\b(?:1[89]|2[0-3])[:.]\d\d/i;

/** Joins neighbours to ranges and to one. */
export function joined(s: Stretch, atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const last = out[out.length - 1];
    const both = last && atom.start - last.end <= 40 ? (join(s, last, atom) ?? betweenHours(s, last, atom)) : null;
    if (both) out[out.length - 1] = both;
    else out.push(last ? counted(s, last, atom) : atom);
  }
  return out;
}

/** "On Tuesday, a week after …": the time that a length is counted back from is the day that the sentence named before. */
function counted(s: Stretch, last: Atom, atom: Atom): Atom {
  const x = atom.expression;
  if (x.kind !== 'anchored' || x.anchor !== 'following' || !isDay(last.expression)) return atom;
  const between = atom.start - last.end > 80 ? '.' : s.text.slice(last.end, atom.start);
  return /[.;!?\n]/.test(between) ? atom : { ...atom, expression: { ...x, base: last.expression } };
}

function join(s: Stretch, a: Atom, b: Atom): Atom | null {
  const { text } = s;
  if (b.start - a.end > 24) return null;
  const between = text.slice(a.end, b.start).toLowerCase().replace(/\s+/g, ' ');
  const x = inner(a.expression);
  const y = inner(b.expression);
  const as = (expression: TimeExpression, start = a.start): Atom => ({ start, end: b.end, expression });
  // one day named twice: the date decides, the part of the day stays
  if (
    x.kind === 'weekday' &&
    (y.kind === 'date' || (y.kind === 'range' && y.from.kind === 'date')) &&
    (between === ', ' || between === ' ' || between === ' (' || between === ', the ')
  )
    return as(a.expression.kind === 'part' ? { ...a.expression, of: b.expression } : b.expression);
  if (x.kind === 'date' && y.kind === 'weekday' && (between === ', ' || between === ' (' || between === ', a '))
    return as(b.expression.kind === 'part' ? { ...b.expression, of: a.expression } : a.expression);
  // "April 15 last year", "in October of this year"
  if (y.kind === 'unit' && y.unit === 'year' && b.expression === y && /^ (?:of |in )?$/.test(between)) {
    const dated = inYear(a.expression, y.shift);
    if (dated) return as(dated);
  }
  if (x.kind === 'unit' && x.unit === 'weekend' && isDay(b.expression) && between === ' of ') return as(b.expression);
  if (x.kind === 'ago' && x.unit === 'week' && y.kind === 'weekday' && between === ' on ')
    return as(inWeek(b.expression, -x.count));
  // "Tuesday of last week", "last week on Tuesday"
  if (x.kind === 'weekday' && y.kind === 'unit' && y.unit === 'week' && /^ (?:of |in )?$/.test(between))
    return as(inWeek(a.expression, y.shift));
  if (x.kind === 'unit' && x.unit === 'week' && y.kind === 'weekday' && (between === ' on ' || between === ', on '))
    return as(inWeek(b.expression, x.shift));
  if (a.expression.kind === 'overnight' && a.expression.of && isDay(b.expression) && between === ' to ')
    return as({ kind: 'overnight', of: { kind: 'range', from: a.expression.of, to: b.expression } });
  if (
    a.expression.kind === 'overnight' &&
    !a.expression.of &&
    (isDay(b.expression) || b.expression.kind === 'range') &&
    /^ (?:on |into |to |from |between |\()?$/.test(between)
  )
    return as({ kind: 'overnight', of: b.expression });
  // "in the early hours on", "at dawn on": the part that stands apart
  if (
    a.expression.kind === 'part' &&
    a.expression.of === null &&
    isDay(b.expression) &&
    /^ (?:on |of )?$/.test(between)
  )
    return as({ ...a.expression, of: b.expression });
  if (
    isDay(a.expression) &&
    b.expression.kind === 'part' &&
    b.expression.of === null &&
    /^,? (?:at |before |in the |around )$/.test(between)
  )
    return as({ ...b.expression, of: a.expression });
  if (isDay(a.expression) && b.expression.kind === 'overnight' && !b.expression.of && between === ' ')
    return as({ kind: 'overnight', of: a.expression });
  if (!canEnd(a.expression) || !canEnd(b.expression)) return null;
  const word = s.before(a.start);
  const lead = word?.lower;
  const open = lead === 'between' || lead === 'from';
  const range =
    between === ' and ' || between === ' and the '
      ? lead === 'between' || follows(x, y)
      : /^(?: to | to the | until | till | through | up to | into |\s?[-–—]\s?)$/.test(between) &&
        (open || isDay(b.expression) || isLong(y));
  if (!range) return null;
  if (/^(?:since|by|before|after)$/.test(lead ?? '')) return null;
  return as({ kind: 'range', from: a.expression, to: b.expression }, open && word ? word.start : a.start);
}

/** "between 8 p.m. on Tuesday and 3 a.m. on Wednesday": a night, when it begins in the evening and ends in the morning. */
function betweenHours({ text }: Stretch, a: Atom, b: Atom): Atom | null {
  if (!isDay(a.expression) || !isDay(b.expression)) return null;
  const between = text.slice(a.end, b.start);
  const before = text.slice(Math.max(0, a.start - 40), a.start);
  const lead = TO_HOUR.test(between) ? FROM_HOUR.exec(before) : null;
  if (!lead) return null;
  const range: TimeExpression = { kind: 'range', from: a.expression, to: b.expression };
  const night = EVENING.test(lead[0]) && !EVENING.test(between);
  return {
    start: a.start - before.length + lead.index,
    end: b.end,
    expression: night ? { kind: 'overnight', of: range } : range,
  };
}

/** A date or month of the year so many years from publication's; null when it has its year already, or is none. */
function inYear(x: TimeExpression, shift: number): TimeExpression | null {
  if (x.kind === 'part' || x.kind === 'stretch') {
    const of = x.of && inYear(x.of, shift);
    return of && { ...x, of };
  }
  if (x.kind !== 'date' && x.kind !== 'month' && x.kind !== 'season') return null;
  return x.year === null ? { kind: 'of-year', shift, of: x } : null;
}

/** The day in the week so many weeks from publication's. */
function inWeek(x: TimeExpression, week: number): TimeExpression {
  if (x.kind === 'part' && x.of) return { ...x, of: inWeek(x.of, week) };
  return x.kind === 'weekday' ? { ...x, week } : x;
}

/** "Monday and Tuesday", "March and April" are one stretch; "Monday and Thursday" are two times. */
function follows(x: TimeExpression, y: TimeExpression): boolean {
  if (x.kind === 'weekday' && y.kind === 'weekday') return (x.weekday + 1) % 7 === y.weekday;
  if (x.kind === 'month' && y.kind === 'month') return (x.month % 12) + 1 === y.month;
  return x.kind === 'year' && y.kind === 'year' && x.year + 1 === y.year;
}
