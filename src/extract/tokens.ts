import type { Span } from '../model/span.ts';

/** A word, number or punctuation mark. `i` is its index among the document's tokens. */
export interface Token extends Span {
  i: number;
  text: string;
  lower: string;
  kind: 'word' | 'number' | 'mark';
  /** Begins with an upper-case letter. */
  capital: boolean;
  /** Characters of white space before it: 0 none, 1 some, 2 a paragraph's end. */
  gap: 0 | 1 | 2;
}

// Dotted abbreviations (U.N., a.m.) · numbers with their separators and glued units (1,550 7:40 155mm 25-storey 4-6) ·
// words with inner hyphens, slashes, apostrophes (al-Barbari, AFC/M23, didn't) · any other mark.
const TOKEN =
  /(?:\p{L}\.){2,}|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d])(?:\.\d+)?[\p{L}\p{N}]*|\d+(?:[.:]\d+)*(?:[\p{L}\p{M}\p{N}]*(?:[-‐‑/]\p{L}[\p{L}\p{M}\p{N}]*|[-‐‑]\d+(?:[.,]\d+)*)*)|[\p{L}\p{M}\p{N}]+(?:[-‐‑/&'’ʼ][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\.{2,}|[^\s]/gu;

const CLITIC = /['’ʼ](?:s|S)$/;
const LETTER = /\p{L}/u;
const UPPER = /^\p{Lu}/u;

/**
 * Cuts a text into tokens, in order, without overlap; white space is in none. The possessive `'s` is a token of its own.
 * Linear in the length of the text. `wrapped` says that single line ends are no paragraph ends (agency copy set to a width).
 */
export function tokenize(text: string, wrapped = isWrapped(text)): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  TOKEN.lastIndex = 0;
  const push = (start: number, word: string, gap: 0 | 1 | 2) => {
    const first = word.charCodeAt(0);
    const digit = first >= 48 && first <= 57;
    const kind = digit
      ? 'number'
      : word.length > 1
        ? LETTER.test(word)
          ? 'word'
          : 'mark'
        : LETTER.test(word)
          ? 'word'
          : 'mark';
    const capital = (first >= 65 && first <= 90) || (first > 127 && UPPER.test(word));
    tokens.push({
      i: tokens.length,
      start,
      end: start + word.length,
      text: word,
      lower: kind === 'mark' ? word : word.toLowerCase(),
      kind,
      capital,
      gap,
    });
  };
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    const start = m.index;
    const word = m[0];
    const gap = start === last ? 0 : gapOf(text, last, start, wrapped);
    last = start + word.length;
    if (word.length > 2 && CLITIC.test(word)) {
      push(start, word.slice(0, -2), gap);
      push(last - 2, word.slice(-2), 0);
    } else push(start, word, gap);
  }
  return tokens;
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
