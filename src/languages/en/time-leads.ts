import type { DayPart } from '../../model/moment.ts';
import { lookUp, type Stretch, type Word } from './cursor.ts';
import type { Atom } from './time-atom.ts';
import { isLong } from './time-shape.ts';
import { NIGHTS_TO, PART_OF, STRETCHES } from './time-words.ts';

/** What a phrase before a time makes of it: of a day, its part; of anything longer, a stretch of it. */
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
export function widened(s: Stretch, atom: Atom): Atom {
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

function led(atom: Atom, lead: Lead, start: number, phrase: string): Atom | null {
  const { end, expression: of } = atom;
  if (isLong(of))
    return lead.stretch
      ? { start, end, expression: { kind: 'stretch', from: lead.stretch[0], to: lead.stretch[1], of } }
      : null;
  if (!lead.part || of.kind === 'past' || of.kind === 'ago' || of.kind === 'overnight') return null;
  if (NIGHTS_TO.has(phrase)) return { start, end, expression: { kind: 'overnight', of } };
  if (of.kind === 'part') return { start, end, expression: of };
  if (of.kind === 'anchored') return { start, end, expression: { ...of, part: lead.part } };
  return { start, end, expression: { kind: 'part', part: lead.part, of } };
}
