import type { DayPart, TimeExpression, TimeMention } from '../../model/moment.ts';
import { isDigit, isLetter, isUpper, lookUp, Stretch, type Word } from './cursor.ts';
import { type Atom, atomAt, beginsTime, digitsAtom } from './time-atoms.ts';
import { LIMITS, PART_OF, SINCE, STRETCHES } from './time-words.ts';

/**
 * Finds every time in text[from, to), in order and without overlap, as an expression that `resolveTime` lays on days. Nothing outside
 * the stretch is looked at. Linear in its length; never throws. A mention leaves out "on", "in" and "at".
 */
export function findTimes(text: string, from = 0, to = text.length): TimeMention[] {
  const s = new Stretch(text.slice(from, to));
  let last = 0;
  return joined(s, findAtoms(s)).map((atom) => {
    const mention = finished(s, atom, last);
    last = mention.end;
    return from === 0 ? mention : { ...mention, start: mention.start + from, end: mention.end + from };
  });
}

function findAtoms(s: Stretch): Atom[] {
  const { text, to } = s;
  const found: Atom[] = [];
  let inWord = false;
  for (let i = 0; i < to; i++) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      if (!inWord && beginsTime(text, i)) i = file(s, found, atomAt(s, i), i);
      inWord = true;
    } else if (isDigit(c)) {
      if (!inWord) i = file(s, found, digitsAtom(s, i), i);
      inWord = true;
    } else inWord = false;
  }
  return found;
}

/** Files an atom with what stands before it; it takes the place of earlier ones that it holds. Returns the last character read. */
function file(s: Stretch, found: Atom[], atom: Atom | null, at: number): number {
  if (!atom) return at;
  let whole = widened(s, atom);
  while (found.length > 0 && whole.start <= found[found.length - 1].start) found.pop();
  const last = found[found.length - 1];
  if (last && whole.start < last.end) {
    if (atom.start < last.end) return at;
    whole = atom;
  }
  found.push(whole);
  return Math.max(at, whole.end - 1);
}

// ---- what stands before a time: "late on", "the night of", "early" ----

interface Lead {
  part?: DayPart;
  stretch?: readonly [number, number];
}
const LEADS = new Map<string, Lead>([
  ...Object.entries(PART_OF).map(([words, part]): [string, Lead] => [words, { part }]),
  ...Object.entries(STRETCHES).map(([words, stretch]): [string, Lead] => [
    words,
    { stretch, part: lookUp<DayPart>(PART_OF, words) },
  ]),
]);
const LEAD_ENDS = new Set([...LEADS.keys()].map((words) => words.slice(words.lastIndexOf(' ') + 1)));

/** Takes the longest phrase of the tables that stands before the time into it. */
function widened(s: Stretch, atom: Atom): Atom {
  let word: Word | null = s.before(atom.start);
  if (!word || !LEAD_ENDS.has(word.lower)) return atom;
  let phrase = '';
  let best: Atom | null = null;
  for (let i = 0; i < 5 && word; i++) {
    phrase = phrase === '' ? word.lower : `${word.lower} ${phrase}`;
    const lead = LEADS.get(phrase);
    if (lead) best = led(atom, lead, word.start, phrase) ?? best;
    word = s.before(word.start);
  }
  return best ?? atom;
}

const isLong = (x: TimeExpression): boolean =>
  x.kind === 'month' ||
  x.kind === 'year' ||
  x.kind === 'season' ||
  (x.kind === 'unit' && x.unit !== 'day' && x.unit !== 'hour');

function led(atom: Atom, lead: Lead, start: number, phrase: string): Atom | null {
  const { end, expression: of } = atom;
  if (isLong(of))
    return lead.stretch
      ? { start, end, expression: { kind: 'stretch', from: lead.stretch[0], to: lead.stretch[1], of } }
      : null;
  if (!lead.part || of.kind === 'past' || of.kind === 'ago' || of.kind === 'overnight') return null;
  if (phrase === 'overnight on') return { start, end, expression: { kind: 'overnight', of } };
  if (of.kind === 'part') return { start, end, expression: of };
  if (of.kind === 'anchored') return { start, end, expression: { ...of, part: lead.part } };
  return { start, end, expression: { kind: 'part', part: lead.part, of } };
}

// ---- times that belong together: "Wednesday, January 21", "between Friday and Sunday" ----

/** Joins neighbours to ranges and to one. */
function joined(s: Stretch, atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const last = out[out.length - 1];
    const both = last && atom.start - last.end <= 24 ? join(s, last, atom) : null;
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

const inner = (x: TimeExpression): TimeExpression =>
  (x.kind === 'part' && x.of) || x.kind === 'stretch' || x.kind === 'of-year' ? inner(x.of as TimeExpression) : x;
const isDay = (x: TimeExpression): boolean => {
  const of = inner(x);
  return of.kind === 'weekday' || of.kind === 'date' || (of.kind === 'unit' && of.unit === 'day');
};
const canEnd = (x: TimeExpression): boolean => isDay(x) || isLong(inner(x)) || (x.kind === 'part' && x.of === null);

function join(s: Stretch, a: Atom, b: Atom): Atom | null {
  const { text } = s;
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

// ---- the outermost words: since, by, until; datelines ----

function finished(s: Stretch, atom: Atom, floor: number): TimeMention {
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
  if (before && SINCE.has(before.lower)) word = before;
  if (word && SINCE.has(word.lower))
    return { start: word.start, end, expression: { kind: 'since', from: expression }, shape: 'since' };
  const which = lookUp<Limit>(LIMITS, word?.lower);
  if (word && which && (which !== 'by' || canEnd(expression))) {
    // "before dawn" is a part of the day, not a limit
    const dawn = which === 'before' && expression.kind === 'part' && expression.part === 'dawn';
    const whole: TimeExpression = dawn ? expression : { kind: 'limit', which, of: expression };
    return { start: word.start, end, expression: whole, shape: shapeOf(expression) };
  }
  if (word && opensSince(s, word, expression))
    return { start, end, expression: { kind: 'since', from: expression }, shape: 'since' };
  return { start, end, expression, shape: shapeOf(expression) };
}

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
    if (SINCE.has(word.lower)) return true;
    word = s.before(word.start);
  }
  return false;
}

const shapeOf = (x: TimeExpression): TimeMention['shape'] => {
  if (x.kind === 'since') return 'since';
  if (x.kind === 'range' || x.kind === 'past') return 'range';
  return x.kind === 'part' && x.of ? shapeOf(x.of) : 'point';
};

/** "GOMA, Congo, Nov 12 (Agency) -": capitals open the line, the date stands before an agency's name in brackets or a dash. */
function isDateline(s: Stretch, atom: Atom): boolean {
  const { text } = s;
  if (!/^\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2}[-–—:]|[-–—]{1,2}\s|\([^()\n]{2,40}\)\s)/.test(s.ahead(atom.end, 48)))
    return false;
  const base = Math.max(0, atom.start - 80);
  const line = text.slice(base, atom.start);
  const start = line.lastIndexOf('\n') + 1;
  if (start === 0 && base > 0) return false;
  return (
    isUpper(line.charCodeAt(start)) &&
    /^[\p{Lu}][\p{Lu}\p{M} .'’/-]+(?:[,(]|\s)/u.test(line.slice(start)) &&
    !/[.!?]\s/.test(line.slice(start).replace(/\b[A-Z]\.\s/g, ''))
  );
}
