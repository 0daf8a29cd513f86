import type { Sentence } from '../../extract/sentences.ts';
import { Token, type Word } from '../../extract/tokens.ts';
import { NOUN_HAPPENINGS, STATES } from './happenings.ts';
import { isItemNoun } from './items.ts';
import * as W from './words.ts';

/** Classes of words that are no names, whatever letter they begin with. */
const PLAIN = W.CLOSED | W.ADVERBS | W.ADJECTIVES | W.NOUN_FIRST | W.NOUN_FIRST_S | W.VERB | W.NOUNS_ING | W.ADJ_ED_ING;
/** Capitals of their own, though a verb or a modal is spelt so. */
const ALWAYS_CAPITAL = W.list(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december us un eu uk who mark',
);
/** So short and so long a line may be a headline; so many of its words begin with a capital, and so many of these are no names. */
const SHORTEST = 4;
const LONGEST = 24;
const CAPITALS = 0.8;
const FEWEST = 2;

/**
 * Reads Headlines In Title Case as if their common words were small: "Ambush on Army Convoy Leaves Five Soldiers Dead". A word that the article
 * has as a name elsewhere stays one. Gives the tokens, and the text that they stand in with the same letters made small, in the same length.
 */
export function plainHeadlines(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  text: string,
): { tokens: readonly Token[]; text: string } {
  const titles = sentences.filter((s) => isTitle(tokens, s));
  if (titles.length === 0) return { tokens, text };
  const names = namesOutside(tokens, sentences, new Set(titles));
  const plain = [...tokens];
  let letters = '';
  let at = 0;
  for (const { first, last } of titles)
    for (let i = first + 1; i < last; i++) {
      const token = tokens[i];
      if (!token.capital || names.has(token.lower) || !isPlain(token)) continue;
      plain[i] = new Token(i, token.start, smallOf(token.word), token.gap);
      letters += text.slice(at, token.start) + text[token.start].toLowerCase();
      at = token.start + 1;
    }
  return { tokens: plain, text: letters + text.slice(at) };
}

/** The same word without its capital: one for each, as words are compared by what they are. */
function smallOf(word: Word): Word {
  const known = SMALL.get(word);
  if (known) return known;
  const small = { ...word, capital: false };
  SMALL.set(word, small);
  return small;
}
const SMALL = new WeakMap<Word, Word>();

const isPlain = ({ lower, text, word }: Token): boolean =>
  !ALWAYS_CAPITAL.has(lower) &&
  text.slice(1) === lower.slice(1) &&
  ((word.classes & PLAIN) !== 0 || STATES.has(lower) || NOUN_HAPPENINGS.has(lower) || isItemNoun(lower));

function isTitle(tokens: readonly Token[], { first, last }: Sentence): boolean {
  if (last - first < SHORTEST || last - first > LONGEST || /^[.?!]$/.test(tokens[last - 1].text)) return false;
  let words = 0;
  let capitals = 0;
  let plain = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token.kind !== 'word' || (!token.capital && (token.word.classes & W.CLOSED) !== 0)) continue;
    words++;
    if (!token.capital) continue;
    capitals++;
    if (i > first && isPlain(token)) plain++;
  }
  return capitals >= CAPITALS * words && plain >= FEWEST;
}

/** The capitalised words within the sentences that are no titles. */
function namesOutside(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  titles: ReadonlySet<Sentence>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const s of sentences)
    if (!titles.has(s))
      for (let i = s.first + 1; i < s.last; i++) (tokens[i].capital ? names : small).add(tokens[i].lower);
  for (const word of small) names.delete(word);
  return names;
}
