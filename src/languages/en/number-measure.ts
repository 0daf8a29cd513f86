import { isDigit, isUpper, wordAfter, wordBefore } from './cursor.ts';
import { countsThings } from './number-nouns.ts';
import { AGE_UNITS, DESCRIBING, PEOPLE_OF_AGE, UNIT_LEADS, UNITS } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** The unit after a number ("20 km", "500-kilogram", "58 nautical miles", "two long hours"): where it ends; null when there is none. */
export function unitEnd(text: string, { end, digits, value }: Numeral, to: number): number | null {
  if (end < to && /[°″′]/.test(text[end])) return end + 1;
  let word = wordAfter(text, end, to);
  if (word && UNIT_LEADS.has(word.lower)) {
    const next = wordAfter(text, word.end, to);
    if (next && UNITS.has(next.lower)) word = next;
  }
  if (!word || !UNITS.has(word.lower)) return null;
  if (word.lower.length === 1 && digits === '') return null;
  // "three night raids", "5,000 foot soldiers", "two barrel bombs": the unit only describes what is counted
  if (DESCRIBING.has(word.lower) && !word.hyphen && value !== 1 && countsThings(text, word.end, to)) return null;
  return word.end;
}

/** "71 years old", "10-year-old", "aged 12", "a girl of 15", "children under five", ", 71,": where it ends; null when it is no age. */
export function ageEnd(text: string, numeral: Numeral, from: number, to: number): number | null {
  const { start, end, value } = numeral;
  if (value % 1 !== 0) return null;
  const after = wordAfter(text, end, to);
  if (after && AGE_UNITS.has(after.lower)) {
    const next = wordAfter(text, after.end, to);
    if (next && (next.lower === 'old' || next.lower === 'olds')) return next.end;
    const age = next?.lower === 'of' ? wordAfter(text, next.end, to) : null;
    if (age?.lower === 'age') return age.end;
  }
  if (value > 130) return null;
  const before = wordBefore(text, start, from);
  if (before && /^age[sd]?$/.test(before.lower)) return end;
  if (before && /^(?:of|under|over|between|below|above)$/.test(before.lower)) {
    const whose = wordBefore(text, before.start, from);
    if (whose && /^age[sd]?$/.test(whose.lower)) return end;
    const bare = !countsThings(text, end, to);
    if (
      whose &&
      bare &&
      PEOPLE_OF_AGE.has(whose.lower) &&
      (before.lower === 'of' || whose.lower.endsWith('n') || whose.lower.endsWith('s') || whose.lower === 'those')
    )
      return end;
  }
  return isApposed(text, numeral, from, to) ? end : null;
}

/** "Halyna, 71, said", "Senard, 65.": digits between commas after a name. */
function isApposed(text: string, { start, end, value, digits, scale }: Numeral, from: number, to: number): boolean {
  if (
    digits === '' ||
    scale !== 1 ||
    value < 1 ||
    start - 3 < from ||
    text[start - 1] !== ' ' ||
    text[start - 2] !== ','
  )
    return false;
  if (end < to && !/[,.;)]/.test(text[end])) return false;
  if (end + 1 < to && isDigit(text.charCodeAt(end + 1))) return false;
  const name = wordBefore(text, start - 2, from);
  if (name === null) return false;
  // "said a trader, 41, who": of a common noun only between two commas, and never of the dead
  return (
    isUpper(text.charCodeAt(name.start)) ||
    (text[end] === ',' && /[^sd]$/.test(name.lower) && !/^(?:to|by|from|at|of)$/.test(name.lower))
  );
}
