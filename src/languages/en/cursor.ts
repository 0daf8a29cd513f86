/** A word beside a place in a text. `lower` is lower-cased, with a straight apostrophe. */
export interface Word {
  start: number;
  end: number;
  lower: string;
  /** Nothing but a hyphen or dash stands between it and the place it was asked from. */
  hyphen: boolean;
}

// No English word is longer; what is longer is read as no word, so that every look around costs a bounded time.
const LONGEST = 40;
const WIDEST_GAP = 40;

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7);
export const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde);
export const isHyphen = (c: number): boolean => c === 45 || (c >= 0x2010 && c <= 0x2014) || c === 0x2212;
export const isSpace = (c: number): boolean =>
  c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f;
export const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 0x2bc;

/** Past white space, but over no blank line: the end of a paragraph is returned as it is. */
export function skipSpace(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + WIDEST_GAP);
  let lines = 0;
  let i = at;
  while (i < limit && isSpace(text.charCodeAt(i))) if (text.charCodeAt(i++) === 10 && ++lines > 1) return at;
  return i;
}

function skipSpaceBack(text: string, at: number, from: number): number {
  const limit = Math.max(from, at - WIDEST_GAP);
  let lines = 0;
  let i = at;
  while (i > limit && isSpace(text.charCodeAt(i - 1))) if (text.charCodeAt(--i) === 10 && ++lines > 1) return at;
  return i;
}

/** Where a run of letters that begins at `at` ends; an apostrophe between letters belongs to it, save a possessive 's. */
export function lettersEnd(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + LONGEST + 1);
  let i = at;
  while (i < limit) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) i++;
    else if (
      isApostrophe(c) &&
      i > at &&
      i + 1 < limit &&
      isLetter(text.charCodeAt(i + 1)) &&
      !isPossessive(text, i, to)
    )
      i++;
    else break;
  }
  return i;
}

const isPossessive = (text: string, i: number, to: number): boolean =>
  (text.charCodeAt(i + 1) | 32) === 115 && (i + 2 >= to || !isLetter(text.charCodeAt(i + 2)));

export const lowered = (text: string, start: number, end: number): string => {
  const word = text.slice(start, end).toLowerCase();
  return word.includes('’') ? word.replaceAll('’', "'") : word;
};

/** The word that follows `at` after white space or one hyphen; null at a digit, a mark, a paragraph's end or `to`. */
export function wordAfter(text: string, at: number, to: number): Word | null {
  let i = at;
  const hyphen = i < to && isHyphen(text.charCodeAt(i));
  if (hyphen) i++;
  else i = skipSpace(text, i, to);
  if (i >= to || !isLetter(text.charCodeAt(i))) return null;
  const end = lettersEnd(text, i, to);
  return end - i > LONGEST ? null : { start: i, end, lower: lowered(text, i, end), hyphen };
}

/** The word that ends before `at`, as `wordAfter` looks ahead. */
export function wordBefore(text: string, at: number, from: number): Word | null {
  let i = at;
  const hyphen = i > from && isHyphen(text.charCodeAt(i - 1));
  if (hyphen) i--;
  else i = skipSpaceBack(text, i, from);
  const end = i;
  const limit = Math.max(from, end - LONGEST - 1);
  while (i > limit) {
    const c = text.charCodeAt(i - 1);
    if (isLetter(c)) i--;
    else if (isApostrophe(c) && i < end && i - 1 > limit && isLetter(text.charCodeAt(i - 2))) i--;
    else break;
  }
  if (i === end || end - i > LONGEST || (i > from && isDigit(text.charCodeAt(i - 1)))) return null;
  return { start: i, end, lower: lowered(text, i, end), hyphen };
}
