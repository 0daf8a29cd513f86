import { isHyphen, isLetter, isSpace, isUpper, lettersEnd, wordAfter, wordBefore } from './cursor.ts';
import { CURRENCY_CODES, CURRENCY_LANDS, CURRENCY_MARKS, CURRENCY_WORDS, MONEY_LETTERS } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** A sum: where it begins and ends with its currency, and its value with a glued scale and sign ("$-2.8bn"). */
export interface Money {
  start: number;
  end: number;
  value: number;
}

/** "$5 million", "US$2bn", "PLN 6.5 billion", "€ 3", "5,000 rubles", "two million US dollars", "1,200€"; null when no currency stands beside it. */
export function moneyAround(text: string, numeral: Numeral, from: number, to: number): Money | null {
  const negative = numeral.start > from && isHyphen(text.charCodeAt(numeral.start - 1));
  const signed = negative ? numeral.start - 1 : numeral.start;
  const before = numeral.digits === '' ? null : currencyBefore(text, signed, from);
  if (before !== null) {
    const letters = lettersEnd(text, numeral.end, to);
    const scale = letters > numeral.end ? scaleOf(text.slice(numeral.end, letters)) : undefined;
    const stop = scale === undefined ? numeral.end : letters;
    const value = scale === undefined ? numeral.value : Number((numeral.value * scale).toPrecision(15));
    const next = wordAfter(text, stop, to);
    const end = next && CURRENCY_WORDS.has(next.lower) ? next.end : stop;
    return { start: before, end, value: negative ? -value : value };
  }
  const end = currencyAfter(text, numeral, to);
  return end === null ? null : { start: numeral.start, end, value: numeral.value };
}

const scaleOf = (letters: string): number | undefined =>
  (MONEY_LETTERS as Readonly<Record<string, number>>)[letters.toLowerCase()];

/** Where the currency begins that stands before `at`. */
function currencyBefore(text: string, at: number, from: number): number | null {
  const last = at - 1 - (at > from && isSpace(text.charCodeAt(at - 1)) ? 1 : 0);
  if (last < from) return null;
  if (CURRENCY_MARKS.has(text[last])) {
    let i = last;
    while (i > from && last - i < 3 && isUpper(text.charCodeAt(i - 1))) i--;
    return i;
  }
  if (isLetter(text.charCodeAt(last))) {
    let i = last;
    while (i > from && last - i < 4 && (isLetter(text.charCodeAt(i - 1)) || text[i - 1] === '$')) i--;
    return CURRENCY_CODES.has(text.slice(i, last + 1)) ? i : null;
  }
  // "Rs. 500"; "Y=590" is how plain ASCII writes yen
  if ((text[last] === '.' || text[last] === '=') && last > from) {
    const word = wordBefore(text, last, from);
    const code = word ? text.slice(word.start, word.end) : '';
    if (word && CURRENCY_CODES.has(text[last] === '=' ? `${code}=` : code)) return word.start;
  }
  return null;
}

// Currencies that are other words too: they need a scale, or their land, before them.
const OTHER_WORDS_TOO = new Set(['won', 'real', 'rand', 'crown', 'crowns', 'bucks']);

function currencyAfter(text: string, { end, scale }: Numeral, to: number): number | null {
  if (end < to && CURRENCY_MARKS.has(text[end])) return end + 1;
  const first = wordAfter(text, end, to);
  let word = first;
  for (let i = 0; i < 2 && word && CURRENCY_LANDS.has(word.lower); i++) word = wordAfter(text, word.end, to);
  if (word && CURRENCY_WORDS.has(word.lower))
    return OTHER_WORDS_TOO.has(word.lower) && scale === 1 && word === first ? null : word.end;
  return first && CURRENCY_CODES.has(text.slice(first.start, first.end)) ? first.end : null;
}
