import { isHyphen, isLetter, isSpace, lettersEnd, lookUp, type Stretch } from './cursor.ts';
import { CURRENCY_CODES, CURRENCY_LANDS, CURRENCY_MARKS, CURRENCY_WORDS, MONEY_LETTERS } from './number-words.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** A sum: where it begins and ends with its currency, and its value with a glued scale and sign ("$-2.8bn"). */
export interface Money {
  start: number;
  end: number;
  value: number;
}

/** "$5 million", "US$2bn", "PLN 6.5 billion", "€ 3", "5,000 rubles", "two million US dollars", "1,200€"; null when no currency stands beside it. */
export function moneyAround(s: Stretch, numeral: Numeral): Money | null {
  const { text, to } = s;
  const negative = numeral.start > 0 && isHyphen(text.charCodeAt(numeral.start - 1));
  const signed = negative ? numeral.start - 1 : numeral.start;
  const before = numeral.digits === '' ? null : currencyBefore(s, signed);
  if (before !== null) {
    const letters = lettersEnd(text, numeral.end, to);
    const scale = letters > numeral.end ? scaleOf(text.slice(numeral.end, letters)) : undefined;
    const stop = scale === undefined ? numeral.end : letters;
    const value = scale === undefined ? numeral.value : Number((numeral.value * scale).toPrecision(15));
    const next = s.after(stop);
    const end = next && CURRENCY_WORDS.has(next.lower) ? next.end : stop;
    return { start: before, end, value: negative ? -value : value };
  }
  const end = currencyAfter(s, numeral);
  return end === null ? null : { start: numeral.start, end, value: numeral.value };
}

const scaleOf = (letters: string): number | undefined => lookUp<number>(MONEY_LETTERS, letters.toLowerCase());

/** Where the currency begins that stands before `at`. */
function currencyBefore(s: Stretch, at: number): number | null {
  const { text } = s;
  const last = at - 1 - (at > 0 && isSpace(text.charCodeAt(at - 1)) ? 1 : 0);
  if (last < 0) return null;
  if (CURRENCY_MARKS.has(text[last])) {
    let i = last;
    while (i > 0 && last - i < 3 && s.capital(i - 1)) i--;
    return i;
  }
  if (isLetter(text.charCodeAt(last))) {
    let i = last;
    while (i > 0 && last - i < 4 && (isLetter(text.charCodeAt(i - 1)) || text[i - 1] === '$')) i--;
    return CURRENCY_CODES.has(text.slice(i, last + 1)) ? i : null;
  }
  // "Rs. 500"; "Y=590" is how plain ASCII writes yen
  if ((text[last] === '.' || text[last] === '=') && last > 0) {
    const word = s.before(last);
    const code = word ? text.slice(word.start, word.end) : '';
    if (word && CURRENCY_CODES.has(text[last] === '=' ? `${code}=` : code)) return word.start;
  }
  return null;
}

// Currencies that are other words too: they need a scale, or their land, before them.
const OTHER_WORDS_TOO = new Set(['won', 'real', 'rand', 'crown', 'crowns', 'bucks']);

function currencyAfter(s: Stretch, { end, scale }: Numeral): number | null {
  const { text, to } = s;
  if (end < to && CURRENCY_MARKS.has(text[end])) return end + 1;
  const first = s.after(end);
  let word = first;
  for (let i = 0; i < 2 && word && CURRENCY_LANDS.has(word.lower); i++) word = s.after(word.end);
  if (word && CURRENCY_WORDS.has(word.lower))
    return OTHER_WORDS_TOO.has(word.lower) && scale === 1 && word === first ? null : word.end;
  return first && CURRENCY_CODES.has(text.slice(first.start, first.end)) ? first.end : null;
}
