import { isUpper, type Word, wordAfter } from './cursor.ts';
import { COUNTED, NOT_PLURAL, PHRASE_ENDS } from './number-words.ts';

const isPlural = (word: string): boolean =>
  word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word) && !NOT_PLURAL.has(word);

/** Is the word, in lower case, one that numbers count whatever else they could be ("people", "killed")? */
export const isCounted = (text: string, word: Word): boolean =>
  !isUpper(text.charCodeAt(word.start)) && COUNTED.has(word.lower);

/** Does what follows `at` look like the things that a number there counts: a plural noun within three words of one phrase? */
export function countsThings(text: string, at: number, to: number): boolean {
  let place = at;
  for (let i = 0; i < 3; i++) {
    const word = wordAfter(text, place, to);
    if (!word || (word.hyphen && i === 0) || PHRASE_ENDS.has(word.lower)) return false;
    if (
      isUpper(text.charCodeAt(word.start))
        ? i > 0 && isPlural(word.lower)
        : COUNTED.has(word.lower) || isPlural(word.lower)
    )
      return true;
    place = word.end;
  }
  return false;
}
