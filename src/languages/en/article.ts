import { type Quotation, quotations } from '../../extract/quotes.ts';
import { type Sentence, sentences } from '../../extract/sentences.ts';
import { type Token, tokenize, Vocabulary } from '../../extract/tokens.ts';
import type { Document } from '../../model/document.ts';
import type { TimeMention } from '../../model/moment.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import { chunk } from './chunk.ts';
import { Clauses } from './clause.ts';
import { gatesOf, gatesOfLemma } from './gates.ts';
import { plainHeadlines } from './headlines.ts';
import { findQuantities } from './numbers.ts';
import { type Pos, tag } from './tag.ts';
import { findTimes } from './times.ts';
import { verbForms } from './verbs.ts';
import { CLOSED, classesOf } from './words.ts';

const vocabulary = new Vocabulary((lower) => {
  const verb = verbForms(lower);
  return {
    classes: classesOf(lower),
    gates: gatesOf(lower),
    verb: verb && { ...verb, gates: gatesOfLemma(verb.lemma) },
  };
});

/** Words after which a full stop ends no sentence, lower-case, without the stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'gen lt col maj capt sgt cpl pvt brig adm cmdr cdr mr mrs ms dr prof rev hon sen rep gov pres st mt ft no nos jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd co corp jr sr vs etc approx est fig vol pp al col'.split(
    ' ',
  ),
);

/** An article taken apart: what every rule reads. All indices are into `tokens`. */
export interface Article {
  readonly document: Document;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly pos: readonly Pos[];
  readonly sentences: readonly Sentence[];
  /** Chunks and relations, one a sentence. */
  readonly clauses: readonly Clauses[];
  readonly quotations: readonly Quotation[];
  readonly quantities: readonly QuantityMention[];
  readonly times: readonly TimeMention[];
  /** Has a sentence a word of one of these classes (see `words.ts`)? */
  has(sentence: number, classes: number): boolean;
  /** Has it a word that passes one of these gates (see `gates.ts`)? */
  passes(sentence: number, gates: number): boolean;
  /** The index of the sentence that a token stands in. */
  sentenceAt(token: number): number;
  /** The chunk of its sentence that a token stands in. */
  chunkAt(token: number): number;
  /** The first token that ends behind this character. */
  tokenAt(character: number): number;
  /** The words of tokens [first, last), as they stand in the text. */
  words(first: number, last: number): string;
  /** The same with single spaces. */
  phrase(first: number, last: number): string;
  /** The same in lower case too: what patterns are held against. */
  lower(first: number, last: number): string;
}

/** White space within a sentence that is more than a single space; that which may be inside a token: thin and hard spaces in numbers. */
const UNEVEN = /[^\S\n ]| [ \n]|[^\n]\n[^\n]/;
const INNER = /[^\S\n\r\t ]/;

/** Takes an article apart. Linear in the length of its text. */
export function openArticle(document: Document): Article {
  const { text } = document;
  const written = tokenize(text, vocabulary);
  const found = sentences(written, ABBREVIATIONS);
  const { tokens, text: plain } = plainHeadlines(written, found, text);
  const quantities = findQuantities(plain);
  const times = findTimes(text);
  const pos: Pos[] = new Array(tokens.length);
  mark(tokens, times, (i) => {
    pos[i] = 'TM';
  });
  for (const q of quantities) {
    if (q.kind === 'clock')
      mark(tokens, [q], (i) => {
        pos[i] = 'TM';
      });
    if (q.kind === 'model' || q.kind === 'ordinal' || q.kind === 'other' || q.kind === 'date' || q.kind === 'clock')
      continue;
    if (q.kind === 'zero' && /^(?:no|none|nobody|nothing|without|neither)$/i.test(text.slice(q.start, q.end))) continue;
    const unit = q.kind === 'money' || q.kind === 'measure' || q.kind === 'percent';
    mark(tokens, [q], (i, only) => {
      if (pos[i] !== 'TM')
        pos[i] = unit && !only && tokens[i].kind === 'word' && tokens[i].start >= q.numberEnd ? 'NN' : 'CD';
    });
  }
  const common = new Set<string>();
  for (const { word } of tokens)
    if (word.kind === 'word' && !word.capital && (word.classes & CLOSED) === 0) common.add(word.lower);
  const sentenceOf = new Int32Array(tokens.length);
  const chunkOf = new Int32Array(tokens.length);
  const classesIn = new Int32Array(found.length);
  const gatesIn = new Int32Array(found.length);
  for (const { index, first, last } of found)
    for (let i = first; i < last; i++) {
      classesIn[index] |= tokens[i].word.classes;
      gatesIn[index] |= tokens[i].word.gates;
    }
  const clauses = found.map((s) => {
    tag(tokens, s, pos, common);
    const chunks = chunk(tokens, s, pos);
    for (const { at, first, last } of chunks) for (let i = first; i < last; i++) chunkOf[i] = at;
    sentenceOf.fill(s.index, s.first, s.last);
    return new Clauses(tokens, chunks);
  });
  const tokenAt = (character: number): number => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle].end > character) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const lowered = text.toLowerCase();
  // "İ" has two characters in lower case: then places in the lowered text are others
  const same = lowered.length === text.length;
  const uneven = UNEVEN.test(text);
  const inner = uneven && INNER.test(text);
  /** Have tokens [first, last) nothing but single spaces between them? */
  const even = (first: number, last: number): boolean => {
    if (!uneven || inner) return !inner;
    for (let i = first + 1; i < last; i++) {
      const { end } = tokens[i - 1];
      if (tokens[i].start > end && (tokens[i].start > end + 1 || text.charCodeAt(end) !== 32)) return false;
    }
    return true;
  };
  const slice = (of: string, first: number, last: number): string =>
    last > first ? of.slice(tokens[first].start, tokens[last - 1].end) : '';
  const single = (words: string, first: number, last: number): string =>
    even(first, last) ? words : words.replace(/\s+/g, ' ');
  return {
    document,
    text,
    tokens,
    pos,
    sentences: found,
    clauses,
    quotations: quotations(tokens),
    quantities,
    times,
    has: (sentence, classes) => (classesIn[sentence] & classes) !== 0,
    passes: (sentence, gates) => (gatesIn[sentence] & gates) !== 0,
    sentenceAt: (token) => sentenceOf[token] ?? 0,
    chunkAt: (token) => chunkOf[token] ?? 0,
    tokenAt,
    words: (first, last) => slice(text, first, last),
    phrase: (first, last) => single(slice(text, first, last), first, last),
    lower: (first, last) =>
      single(same ? slice(lowered, first, last) : slice(text, first, last).toLowerCase(), first, last),
  };
}

/** Calls `set` for each token that a mention covers; mentions and tokens are both in order. */
function mark(
  tokens: readonly Token[],
  mentions: readonly { start: number; end: number }[],
  set: (i: number, only: boolean) => void,
): void {
  if (mentions.length === 0) return;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end > mentions[0].start) high = middle;
    else low = middle + 1;
  }
  let i = low;
  for (const m of mentions) {
    while (i < tokens.length && tokens[i].end <= m.start) i++;
    const first = i;
    for (let k = first; k < tokens.length && tokens[k].start < m.end; k++) {
      set(k, tokens[first].end >= m.end);
      i = k;
    }
  }
}
