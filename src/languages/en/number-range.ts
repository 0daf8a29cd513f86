import { isDigit, isHyphen, isLetter, isSpace, type Stretch } from './cursor.ts';
import { type Kind, kindOf } from './number-kind.ts';
import { TRENDS } from './number-words.ts';
import { readNumeral } from './numeral.ts';
import type { Numeral } from './numeral-lexicon.ts';

export interface Part {
  numeral: Numeral;
  kind: Kind;
}

export interface Range {
  /** Where "between" begins, else where the modifiers before the first number do. */
  start: number;
  /** The lower end, with the scale that it shares: "10 to 15 million". */
  low: number;
  second: Part;
  sense: 'range' | null;
}

/**
 * The range that a number begins: "between 45 and 55", "15 to 20", "4-6", "three or four", "more than 30 but fewer than 50";
 * null when it stands alone. `at` is where its modifiers begin. Two numbers of different kinds, or that fall, make none.
 */
export function rangeFrom(s: Stretch, first: Part, at: number): Range | null {
  const { text, to } = s;
  const { numeral, kind } = first;
  if (
    numeral.form !== 'plain' ||
    kind.kind === 'model' ||
    kind.kind === 'date' ||
    kind.kind === 'year' ||
    kind.kind === 'clock'
  )
    return null;
  const end = Math.max(kind.end, numeral.end);
  const lead = s.before(at);
  const link = linkAfter(s, end, lead?.lower ?? '');
  if (!link || (link.word === 'comma' && at !== kind.start)) return null;
  if (link.word === 'to' && lead && moves(s, lead, end > numeral.end || kind.kind === 'money')) return null;
  let place = link.at;
  // a currency, a sign or a letter may open the second number
  while (
    place < to &&
    place - link.at < 4 &&
    !isDigit(text.charCodeAt(place)) &&
    !(place === link.at && isLetter(text.charCodeAt(place)))
  )
    place++;
  const numeral2 = place < to ? readNumeral(s, place) : null;
  if (numeral2?.form !== 'plain') return null;
  const second: Part = { numeral: numeral2, kind: kindOf(s, numeral2) };
  if (second.kind.start < end || !alike(first, second)) return null;
  if (link.word === 'spaced' && !isMeasured(second)) return null;
  const shares = numeral2.scale > 1 && numeral.scale === 1 && numeral.value * numeral2.scale < numeral2.value;
  const low = shares ? kind.value * numeral2.scale : kind.value;
  if (low >= second.kind.value) return null;
  if (link.word === '-' && (second.kind.value > 100 * low || numeral.digits === '' || numeral2.digits === '')) {
    if (numeral.digits !== '' || numeral2.digits !== '') return null;
  }
  return {
    start: link.word === 'and' && lead ? lead.start : at,
    low,
    second,
    sense: link.word === 'but' || link.word === 'and' ? 'range' : null,
  };
}

interface Link {
  word: 'and' | 'to' | 'or' | 'but' | 'comma' | '-' | 'spaced';
  at: number;
}

const MAYBE = new Set(['possibly', 'perhaps', 'maybe', 'even', 'as']);
// "one, possibly two"
const COMMA = /^, (?:or )?(?:possibly|perhaps|maybe) /;
const BUT = /^,? but (?:fewer|less|not more|no more|under|below)(?: than)? /;

function linkAfter(s: Stretch, at: number, lead: string): Link | null {
  const { text, to } = s;
  if (at >= to) return null;
  if (isHyphen(text.charCodeAt(at))) {
    // "200,000 to-260,000", "500-to 700-": a hyphen, then the word
    const word = s.after(at);
    return word?.lower === 'to' ? { word: 'to', at: s.skipSpace(word.end) } : { word: '-', at: at + 1 };
  }
  const word = s.after(at);
  if (!word) {
    const comma = text.charCodeAt(at) === 44 ? COMMA.exec(s.ahead(at, 16)) : null;
    if (comma) return { word: 'comma', at: at + comma[0].length };
    const dash = s.skipSpace(at);
    return dash > at && isHyphen(text.charCodeAt(dash)) && dash + 1 < to && isSpace(text.charCodeAt(dash + 1))
      ? { word: 'spaced', at: s.skipSpace(dash + 1) }
      : null;
  }
  if (word.lower === 'and' && lead === 'between') return { word: 'and', at: s.skipSpace(word.end) };
  if (word.lower === 'to' || word.lower === 'or') {
    // "500-to 700"; "three, or possibly four"
    const maybe = word.lower === 'or' ? s.after(word.end) : null;
    const end = maybe && MAYBE.has(maybe.lower) ? maybe.end : word.end;
    return { word: word.lower, at: s.skipSpace(isHyphen(text.charCodeAt(end)) ? end + 1 : end) };
  }
  const but = word.lower === 'but' ? BUT.exec(s.ahead(at, 32)) : null;
  return but ? { word: 'but', at: at + but[0].length } : null;
}

/** "rose from 12 to 14", "up 5% to 20": what goes before says that the first number became the second, or led to it. */
function moves(s: Stretch, lead: { start: number; lower: string }, unit: boolean): boolean {
  if (lead.lower !== 'from') return unit && (lead.lower === 'by' || TRENDS.has(lead.lower));
  let word = s.before(lead.start);
  for (let i = 0; i < 16 && word; i++) {
    if (CHANGES.has(word.lower) || (i < 3 && TRENDS.has(word.lower))) return true;
    word = s.before(word.start);
  }
  return false;
}

/** What changes from one number to another, and how that is said. */
const CHANGES = new Set(
  `went gone going revised raised lowered changed updated amended moved doubled corrected lifted brought increased toll tally number numbers figure count
  total estimate`.split(/\s+/),
);

const isMeasured = ({ kind }: Part): boolean =>
  kind.kind === 'measure' || kind.kind === 'percent' || kind.kind === 'money';

/** May the two be ends of one range: of one kind, or the first without the unit that the second has? */
function alike(first: Part, second: Part): boolean {
  if (first.kind.kind === second.kind.kind) return true;
  const bare = first.kind.kind === 'cardinal' && first.kind.end === first.numeral.end;
  if (bare) return isMeasured(second) || second.kind.kind === 'age' || second.kind.kind === 'other';
  return isMeasured(first) && second.kind.kind === 'cardinal' && first.kind.kind === 'money';
}
