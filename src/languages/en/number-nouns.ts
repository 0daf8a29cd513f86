import type { Stretch, Word } from './cursor.ts';
import { COUNTED, NOT_PLURAL, PHRASE_ENDS } from './number-words.ts';

const isPlural = (word: string): boolean =>
  word.length > 3 &&
  !NOT_PLURAL.has(word) &&
  (word.endsWith('s') ? !NO_PLURAL_END.has(word.charCodeAt(word.length - 2)) : word.endsWith('men'));
// -ss, -us, -is, 's
const NO_PLURAL_END = new Set([115, 117, 105, 39]);

/** Is the word, in lower case, one that numbers count whatever else they could be ("people", "killed")? */
export const isCounted = (s: Stretch, word: Word): boolean => !s.capital(word.start) && COUNTED.has(word.lower);

/** Does what follows `at` look like the things that a number there counts: a plural noun within so many words of one phrase? */
export function countsThings(s: Stretch, at: number, within = 3): boolean {
  let place = at;
  for (let i = 0; i < within; i++) {
    const word = s.after(place);
    if (!word || (word.hyphen && i === 0) || PHRASE_ENDS.has(word.lower)) return false;
    if (s.capital(word.start) ? i > 0 && isPlural(word.lower) : COUNTED.has(word.lower) || isPlural(word.lower))
      return true;
    place = word.end;
  }
  return false;
}
