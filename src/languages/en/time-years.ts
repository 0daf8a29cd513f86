import type { Season } from '../../model/moment.ts';
import { lookUp, type Stretch, type Word } from './cursor.ts';
import { COUNTED } from './number-words.ts';
import { type Atom, atom } from './time-atom.ts';
import { yearAfter } from './time-dates.ts';
import { DATED, SEASONS, SHIFTS } from './time-words.ts';

/** "spring 2022", "last summer", "in the winter". */
export function season(s: Stretch, word: Word): Atom | null {
  const { text } = s;
  const name = lookUp<Season>(SEASONS, word.lower)!;
  const year = yearAfter(s, word.end) ?? yearAfter(s, text.startsWith(' of', word.end) ? word.end + 3 : word.end);
  const lead = s.before(word.start);
  if (year) return atom(word.start, year.end, { kind: 'season', season: name, year: year.value, shift: 0 });
  const shift = lookUp<number>(SHIFTS, lead?.lower);
  if (shift !== undefined && lead)
    return atom(lead.start, word.end, { kind: 'season', season: name, year: null, shift });
  const of = lead?.lower === 'the' ? s.before(lead.start) : lead;
  return of && /^(?:in|since|during|until|by|of)$/.test(of.lower) && (lead?.lower === 'the' || word.lower !== 'fall')
    ? atom(word.start, word.end, { kind: 'season', season: name, year: null, shift: 0 })
    : null;
}

const YEAR_LEAD = new Set(
  'in since of from until till by before after during to between through throughout around and or early late mid circa year years spring summer autumn fall winter for'.split(
    ' ',
  ),
);
const YEAR = /^((?:1[5-9]|20)\d\d)(?:([-–/])(\d\d|(?:19|20)\d\d)|([-–]))?(?![\d:%]|[.,]\d|-[a-z])/;
const DECADE = /^((?:1[5-9]|20)\d0)['’]?s\b/;
const ISO = /^((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/;

/** "in 2014", "since 1998", "2024-05-16", "2025-26", "the 1990s", "23.02.2025": the digits at `at`. */
export function digitsAtom(s: Stretch, at: number): Atom | null {
  const rest = s.ahead(at, 12);
  const iso = ISO.exec(rest);
  if (iso)
    return atom(at, at + iso[0].length, {
      kind: 'date',
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
    });
  const dotted = DAY_FIRST.exec(rest);
  if (dotted)
    return atom(at, at + dotted[0].length, {
      kind: 'date',
      year: Number(dotted[3]),
      month: Number(dotted[2]),
      day: Number(dotted[1]),
    });
  const decade = DECADE.exec(rest);
  if (decade) return atom(at, at + decade[0].length, { kind: 'year', year: Number(decade[1]), years: 10 });
  const match = YEAR.exec(rest);
  if (!match) return null;
  const lead = s.before(at);
  // "during the 2006 war"
  const the = lead?.lower === 'the' ? s.before(lead.start)?.lower : undefined;
  // "a man born in 1961"
  if (lead && s.before(lead.start)?.lower === 'born') return null;
  // "a 2016 attack"
  const dates = lead?.lower === 'a' && DATED.has(s.after(at + match[0].length)?.lower ?? '');
  const led = lead && (YEAR_LEAD.has(lead.lower) || the === 'since' || the === 'during' || the === 'in');
  if (!lead || !(led || dates)) return null;
  const first = Number(match[1]);
  const end = at + match[1].length + (match[3] !== undefined ? match[3].length + 1 : 0);
  const next = s.after(end);
  if (
    next &&
    !next.hyphen &&
    !s.capital(next.start) &&
    (COUNTED.has(next.lower) || (next.lower.length > 6 && next.lower.endsWith('s')))
  )
    return null;
  if (match[4] !== undefined && next?.hyphen) return null;
  if (lead.lower === 'of' && isLabelOf(s, lead)) return null;
  if (match[3] !== undefined) {
    const last = match[3].length === 2 ? Math.floor(first / 100) * 100 + Number(match[3]) : Number(match[3]);
    if (last <= first) return null;
    return atom(at, end, { kind: 'year', year: first, years: last - first + 1 });
  }
  return atom(at, end, { kind: 'year', year: first, years: 1 });
}

// "the resolution of 1701 words"; a year after "of" wants a month, a season, "end", "war" or the like before: anything but a number noun
const isLabelOf = (s: Stretch, of: Word): boolean => {
  const noun = s.before(of.start);
  return (
    noun === null ||
    /^(?:total|average|maximum|minimum|record|number|toll|distance|crew|force|height|depth|weight|group|rate|population|more|some|capacity)$/.test(
      noun.lower,
    )
  );
};
