import { isDigit, type Stretch } from './cursor.ts';
import { countsThings } from './number-nouns.ts';
import { AGE_UNITS, DESCRIBING, ONE_OF_AGE, PEOPLE_OF_AGE, UNIT_LEADS, UNITS } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** The unit after a number ("20 km", "500-kilogram", "58 nautical miles", "two long hours"): where it ends; null when there is none. */
export function unitEnd(s: Stretch, { end, digits, value }: Numeral): number | null {
  const { text, to } = s;
  if (end < to && /[°″′]/.test(text[end])) return end + 1;
  let word = s.after(end);
  if (word && UNIT_LEADS.has(word.lower)) {
    const next = s.after(word.end);
    if (next && UNITS.has(next.lower)) word = next;
  }
  if (!word || !UNITS.has(word.lower)) return null;
  // "a two-story house", but "a 1995 story"
  if ((word.lower === 'story' || word.lower === 'stories') && !word.hyphen) return null;
  // "two Mi-8s", "31 M1A1s": a name begins with the unit's letters
  if (/^[-‐‑]?\d/.test(s.ahead(word.end, 2))) return null;
  if (word.lower.length === 1 && digits === '') return null;
  // "three night raids", "5,000 foot soldiers", "two barrel bombs": the unit only describes what is counted
  if (DESCRIBING.has(word.lower) && !word.hyphen && value !== 1 && countsThings(s, word.end)) return null;
  return word.end;
}

/** "71 years old", "10-year-old", "aged 12", "a girl of 15", "children under five", ", 71,": where it ends; null when it is no age. */
export function ageEnd(s: Stretch, numeral: Numeral): number | null {
  const { start, end, value } = numeral;
  if (value % 1 !== 0) return null;
  const after = s.after(end);
  if (after && AGE_UNITS.has(after.lower)) {
    const next = s.after(after.end);
    if (next && (next.lower === 'old' || next.lower === 'olds')) return next.end;
    const age = next?.lower === 'of' ? s.after(next.end) : null;
    if (age?.lower === 'age') return age.end;
  }
  if (value > 130) return null;
  const before = s.before(start);
  if (before && /^age[sd]?$/.test(before.lower)) return end;
  if (before && /^(?:of|under|over|between|below|above)$/.test(before.lower)) {
    const whose = s.before(before.start);
    if (whose && /^age[sd]?$/.test(whose.lower)) return end;
    // "a girl of 17 sustained wounds"
    const one = whose && before.lower === 'of' && ONE_OF_AGE.has(whose.lower);
    const bare = one || !countsThings(s, end);
    if (
      whose &&
      bare &&
      PEOPLE_OF_AGE.has(whose.lower) &&
      (before.lower === 'of' || whose.lower.endsWith('n') || whose.lower.endsWith('s') || whose.lower === 'those')
    )
      return end;
  }
  return isApposed(s, numeral) ? end : null;
}

/** "Halyna, 71, said", "Senard, 65.": digits between commas after a name. */
function isApposed(s: Stretch, { start, end, value, digits, scale }: Numeral): boolean {
  const { text, to } = s;
  if (digits === '' || scale !== 1 || value < 1 || start - 3 < 0 || text[start - 1] !== ' ' || text[start - 2] !== ',')
    return false;
  const name = s.before(start - 2);
  // "two women, 56 and 40, were killed"
  if (name && /^ and \d{1,2},/.test(s.ahead(end, 8)) && countsThings(s, name.start - 1, 1)) return true;
  if (end < to && !/[,.;)]/.test(text[end])) return false;
  if (end + 1 < to && isDigit(text.charCodeAt(end + 1))) return false;
  if (name === null) return false;
  if (s.capital(name.start)) return true;
  // "said a trader, 41, who", "another, 19, survived": of a common noun only where it is one person
  if (text[end] !== ',') return false;
  if (SOMEBODY.has(name.lower)) return true;
  const person = PERSON.test(name.lower) && !NO_PERSON.has(name.lower);
  return person && ARTICLES.has(s.before(name.start)?.lower ?? '');
}

const SOMEBODY = new Set(
  'man woman boy girl another son daughter wife husband mother father brother sister'.split(' '),
);
const PERSON =
  /(?:er|or|ist|ian|man|ant|ent|eer|ee|[^i]al|ess|boy|girl|nurse|widow|wife|son|child|cook|guard|judge|monk|priest|imam|aunt|uncle|niece|nephew|bride|smith)$/;
const NO_PERSON = new Set([
  'number',
  'order',
  'member',
  'total',
  'per cent',
  'percent',
  'incident',
  'moment',
  'border',
  'tower',
  'river',
  'hospital',
  'month',
]);
const ARTICLES = new Set([
  'a',
  'an',
  'the',
  'his',
  'her',
  'their',
  'my',
  'our',
  'another',
  'local',
  'young',
  'retired',
  'former',
]);
