import { detached } from '../model/detached.ts';
import type { Span } from '../model/span.ts';

/** A spelling and what it is by itself: made once, and shared by all tokens of all texts that are spelt so. */
export interface Word {
  readonly text: string;
  /** A number of its characters: others may share it. */
  readonly hash: number;
  /** Its small letters, with straight apostrophes. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Begins with an upper-case letter. */
  readonly capital: boolean;
  /** Letters with a full stop after each: "U.N.", "p.m." */
  readonly dotted: boolean;
  /** The word classes of its language that it is in, as bits; what a bit means is the language's own. */
  readonly classes: number;
  /** The rules of its language that look at it closer, as bits: see the language's gates. */
  readonly gates: number;
  /** The verb that it may be a form of, if it may. */
  readonly verb: VerbForm | undefined;
}

/** A form of a verb. */
export interface VerbForm {
  readonly lemma: string;
  /** Which forms it can be, as bits; what a bit means is the language's own. */
  readonly bits: number;
  /** The gates that its lemma passes. */
  readonly gates: number;
}

/** What a language knows of a lower-case word. */
export type Describe = (lower: string) => Pick<Word, 'classes' | 'gates' | 'verb'>;

/** A word, number or punctuation mark where it stands. `i` is its index among the document's tokens. */
export class Token implements Span {
  readonly end: number;
  // What its word is, it is too: held by the token itself, because rules ask for it at every turn and words lie all over memory.
  declare readonly text: string;
  declare readonly lower: string;
  declare readonly kind: Word['kind'];
  declare readonly capital: boolean;

  constructor(
    readonly i: number,
    readonly start: number,
    readonly word: Word,
    /** Characters of white space before it: 0 none, 1 some, 2 a paragraph's end. */
    readonly gap: 0 | 1 | 2,
  ) {
    this.end = start + word.text.length;
    this.text = word.text;
    this.lower = word.lower;
    this.kind = word.kind;
    this.capital = word.capital;
  }
}

// Dotted abbreviations (U.N., a.m., U.S.-led) · numbers with their separators and glued units (1,550 7:40 155mm 25-storey 4-6) ·
// words with inner hyphens, slashes, apostrophes (al-Barbari, AFC/M23, didn't), addresses of sites (Tamilnet.com) · any other mark.
const TOKEN =
  /(?:\p{L}\.){2,}(?:[-‐‑]\p{L}[\p{L}\p{M}\p{N}]*)*|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d])(?:\.\d+)?[\p{L}\p{N}]*|\d+(?:[.:]\d+)*(?:[\p{L}\p{M}\p{N}]*(?:[-‐‑/]\p{L}[\p{L}\p{M}\p{N}]*|[-‐‑]\d+(?:[.,]\d+)*)*)|[\p{L}\p{M}\p{N}]+(?:[-‐‑/&'’ʼ][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:\.(?:com|org|net|info|gov|news|press|ru|ua|tv|uk|il|ir)(?![\p{L}\p{N}]))*|\.{2,}|[^\s]/uy;

/** The possessive, and what is left of an auxiliary: "Iran's", "they've". */
const CLITIC = /['’ʼ](?:s|S|ve|ll|re|d|m)$/;
const LETTER = /\p{L}/u;
const UPPER = /^\p{Lu}/u;

/** What an ASCII character is to the tokeniser. Most words and marks of English are told from their neighbours by it alone. */
const CLASS = new Uint8Array(128);
const [SPACE, LETTER_, MARK, JOINER] = [1, 2, 3, 4];
for (let c = 33; c < 127; c++) CLASS[c] = MARK;
for (const c of '\t\n\v\f\r ') CLASS[c.charCodeAt(0)] = SPACE;
for (let c = 65; c <= 90; c++) CLASS[c] = CLASS[c + 32] = LETTER_;
// behind these a word may go on; what a digit begins is the pattern's too
for (const c of "-/&'0123456789") CLASS[c.charCodeAt(0)] = JOINER;

/** The class of the character at `at`; 0 beyond ASCII and beyond the text. */
function classAt(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return c < 128 ? CLASS[c] : 0;
}

/** The most spellings that are kept; a language uses fewer, save for names and numbers. */
const SPELLINGS = 50_000;
/** How many slots the table of words begins with: it doubles when half of them are taken. */
const SLOTS = 1 << 12;

/**
 * The words of a language as they are met. A hash table over the text's own characters: no string is made for a word that is known. It is as small
 * as it can be, because every word of a text is looked for in it, somewhere else in memory each time.
 */
export class Vocabulary {
  private table = slots(SLOTS);
  private size = 0;

  constructor(private readonly describe: Describe) {}

  /** The word that is spelt text[start, end). */
  word(text: string, start: number, end: number): Word {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    const { table } = this;
    let slot = slotOf(hash, table);
    for (let word = table[slot]; word; word = table[slot]) {
      if (word.hash === hash && isSpelt(word.text, text, start, end)) return word;
      slot = (slot + 1) & (table.length - 1);
    }
    const word = this.learn(detached(text.slice(start, end)), hash);
    this.add(word);
    return word;
  }

  private add(word: Word): void {
    if (++this.size > SPELLINGS) {
      this.table = slots(SLOTS);
      this.size = 1;
    } else if (2 * this.size > this.table.length) {
      const { table } = this;
      this.table = slots(2 * table.length);
      for (const known of table) if (known) place(known, this.table);
    }
    place(word, this.table);
  }

  private learn(text: string, hash: number): Word {
    const first = text.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? 'number' : LETTER.test(text) ? 'word' : 'mark';
    const lower = kind === 'mark' ? text : text.toLowerCase().replace(/[’ʼ]/g, "'");
    const { classes, gates, verb } = this.describe(lower);
    return {
      text,
      hash,
      lower,
      kind,
      capital: (first >= 65 && first <= 90) || (first > 127 && UPPER.test(text)),
      dotted: kind === 'word' && text.endsWith('.'),
      classes,
      gates,
      verb,
    };
  }
}

const slots = (n: number): (Word | undefined)[] => new Array(n).fill(undefined);
const slotOf = (hash: number, table: readonly unknown[]): number => (hash ^ (hash >>> 15)) & (table.length - 1);

function place(word: Word, table: (Word | undefined)[]): void {
  let slot = slotOf(word.hash, table);
  while (table[slot]) slot = (slot + 1) & (table.length - 1);
  table[slot] = word;
}

function isSpelt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) if (word.charCodeAt(i - start) !== text.charCodeAt(i)) return false;
  return true;
}

/**
 * Cuts a text into tokens, in order, without overlap; white space is in none. The possessive `'s` is a token of its own, and so is a clipped auxiliary.
 * Linear in the length of the text. `wrapped` says that single line ends are no paragraph ends (agency copy set to a width).
 */
export function tokenize(text: string, vocabulary: Vocabulary, wrapped = isWrapped(text)): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  const push = (start: number, end: number) => {
    const gap = start === last ? 0 : gapOf(text, last, start, wrapped);
    tokens.push(new Token(tokens.length, start, vocabulary.word(text, start, end), gap));
    last = end;
  };
  for (let i = 0; i < text.length; ) {
    if (classAt(text, i) === SPACE) {
      i++;
      continue;
    }
    let end = plainEnd(text, i);
    if (end === i) {
      TOKEN.lastIndex = i;
      const found = TOKEN.exec(text);
      if (!found) {
        i++; // white space beyond ASCII
        continue;
      }
      end = TOKEN.lastIndex;
      const clitic = CLITIC.exec(found[0]);
      if (clitic && clitic.index > 0) {
        push(i, i + clitic.index);
        i += clitic.index;
      }
    }
    push(i, end);
    i = end;
  }
  return tokens;
}

/** Where an ASCII word or mark that begins here ends, when its neighbours leave no doubt; else `at` itself. */
function plainEnd(text: string, at: number): number {
  const first = classAt(text, at);
  if (isDoubled(text, at)) return at + 2;
  if (first === MARK) return text.charCodeAt(at) === 46 && text.charCodeAt(at + 1) === 46 ? at : at + 1;
  if (first !== LETTER_) return at;
  let end = at + 1;
  while (classAt(text, end) === LETTER_) end++;
  const next = classAt(text, end);
  // "Tamilnet.com"
  if (text.charCodeAt(end) === 46 && classAt(text, end + 1) === LETTER_ && text.charCodeAt(end + 1) > 96) return at;
  // "U.N.": a letter and its stop
  if (next === MARK && (end > at + 1 || text.charCodeAt(end) !== 46)) return end;
  return next === SPACE || end === text.length ? end : at;
}

/** "''" and "``": the quotation marks of wire copy, each written as two of one. */
function isDoubled(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return (c === 39 || c === 96) && text.charCodeAt(at + 1) === c;
}

function gapOf(text: string, from: number, to: number, wrapped: boolean): 0 | 1 | 2 {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 0x2029) lines++;
  }
  return lines >= 2 || (lines === 1 && !wrapped) ? 2 : 1;
}

/**
 * Is the text set to a line width, so that a single line end is mere white space? True when at least half of its
 * non-empty lines end without a sentence's end and are longer than 40 characters.
 */
export function isWrapped(text: string): boolean {
  let open = 0;
  let all = 0;
  for (const line of text.slice(0, 20_000).split('\n')) {
    const trimmed = line.trim();
    if (trimmed.length <= 40) continue;
    all++;
    if (!/[.!?:;…"”’')\]]$/.test(trimmed)) open++;
  }
  return all >= 3 && open * 2 >= all;
}
