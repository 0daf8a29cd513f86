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

/** Shortened words that a number follows: their stop is theirs. */
const SHORTENED = /\b(?:approx|est|ca)\.$/i;

const CLOSING = /["”]/;

const MEMO = 64;

/** A stretch of text, and the words around any place in it. What was asked before is kept, since rule after rule asks for the same neighbours. */
export class Stretch {
  readonly #afterAt: number[] = new Array(MEMO).fill(-1);
  readonly #after: (Word | null)[] = new Array(MEMO).fill(null);
  readonly #beforeAt: number[] = new Array(MEMO).fill(-1);
  readonly #before: (Word | null)[] = new Array(MEMO).fill(null);

  readonly text: string;
  /** Where it ends. */
  readonly to: number;

  constructor(text: string) {
    this.text = text;
    this.to = text.length;
  }

  /** The word that follows `at` after white space or one hyphen; null at a digit, a mark, a paragraph's end or the stretch's. */
  after(at: number): Word | null {
    const slot = at % MEMO;
    if (this.#afterAt[slot] !== at) {
      this.#afterAt[slot] = at;
      this.#after[slot] = this.#wordAfter(at);
    }
    return this.#after[slot];
  }

  /** The word that ends before `at`, as `after` looks ahead. */
  before(at: number): Word | null {
    const slot = at % MEMO;
    if (this.#beforeAt[slot] !== at) {
      this.#beforeAt[slot] = at;
      this.#before[slot] = this.#wordBefore(at);
    }
    return this.#before[slot];
  }

  /** The word whose first letter stands at `at`. */
  wordAt(at: number): Word {
    const end = lettersEnd(this.text, at, this.to);
    return { start: at, end, lower: lowered(this.text, at, end), hyphen: false };
  }

  /** The characters from `at` on, at most so many. */
  ahead(at: number, length: number): string {
    return this.text.slice(at, at + length);
  }

  /** The characters up to `at`, at most so many. */
  behind(at: number, length: number): string {
    return this.text.slice(Math.max(0, at - length), at);
  }

  /** Does a capital letter stand at `at`? */
  capital(at: number): boolean {
    return isUpper(this.text.charCodeAt(at));
  }

  /** Past white space, but over no blank line: the end of a paragraph is returned as it is. */
  skipSpace(at: number): number {
    const limit = Math.min(this.to, at + WIDEST_GAP);
    let lines = 0;
    let i = at;
    while (i < limit && isSpace(this.text.charCodeAt(i)))
      if (this.text.charCodeAt(i++) === 10 && ++lines > 1) return at;
    return i;
  }

  #skipSpaceBack(at: number): number {
    const limit = Math.max(0, at - WIDEST_GAP);
    let lines = 0;
    let i = at;
    while (i > limit && isSpace(this.text.charCodeAt(i - 1)))
      if (this.text.charCodeAt(--i) === 10 && ++lines > 1) return at;
    return i;
  }

  #wordAfter(at: number): Word | null {
    const { text, to } = this;
    if (at >= to) return null;
    const hyphen = isHyphen(text.charCodeAt(at));
    const start = hyphen ? at + 1 : this.skipSpace(at);
    if (start >= to || !isLetter(text.charCodeAt(start))) return null;
    const end = lettersEnd(text, start, to);
    return end - start > LONGEST ? null : { start, end, lower: lowered(text, start, end), hyphen };
  }

  #wordBefore(at: number): Word | null {
    const { text } = this;
    if (at <= 0) return null;
    const hyphen = isHyphen(text.charCodeAt(at - 1));
    const space = hyphen ? at - 1 : this.#skipSpaceBack(at);
    // ""more than" 14 people": past the mark that closes a few quoted words
    if (space < at && CLOSING.test(text[space - 1] ?? '')) return this.#wordBefore(space - 1);
    const end = text[space - 1] === '.' && SHORTENED.test(this.behind(space, 8)) ? space - 1 : space;
    const limit = Math.max(0, end - LONGEST - 1);
    let i = end;
    while (i > limit) {
      const c = text.charCodeAt(i - 1);
      const inner = isApostrophe(c) && i < end && i - 1 > limit && isLetter(text.charCodeAt(i - 2));
      if (!isLetter(c) && !inner) break;
      i--;
    }
    if (i === end || end - i > LONGEST || (i > 0 && isDigit(text.charCodeAt(i - 1)))) return null;
    return { start: i, end, lower: lowered(text, i, end), hyphen };
  }
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

/** What a table has for a word; undefined when it has none, even for "constructor". */
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/** A stretch of letters in lower case, with straight apostrophes. */
export function lowered(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  // most words are plain already
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 97 || c > 122) return word.toLowerCase().replaceAll('’', "'");
  }
  return word;
}

/**
 * Tells by its first three letters whether a word could be one of these: one look-up in a table, and no string made, for most words of a
 * text. The words are in lower-case ASCII.
 */
export function startsOf(words: Iterable<string>): (text: string, at: number) => boolean {
  const table = new Uint8Array(27 ** 3);
  const letter = (c: number): number => {
    const x = (c | 32) - 97;
    return x >= 0 && x < 26 ? x : 26;
  };
  // a word of two letters is over at its third character, one of a letter at its second
  const key = (text: string, at: number): number => {
    const second = letter(text.charCodeAt(at + 1));
    return (letter(text.charCodeAt(at)) * 27 + second) * 27 + (second === 26 ? 26 : letter(text.charCodeAt(at + 2)));
  };
  for (const word of words) table[key(word, 0)] = 1;
  return (text, at) => table[key(text, at)] === 1;
}
