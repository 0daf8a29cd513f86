import { answerer } from './answering.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import { type Draft, draft } from './draft.ts';
import { gate } from './gates.ts';
import {
  BREAKING,
  BROKEN,
  CONTEXT,
  DEGREES,
  FILES,
  FIRST_OF,
  MOST,
  RANGE,
  RANKED,
  VIOLENT_DEGREES,
} from './record-words.ts';
import { hedgesOf } from './stance.ts';
import type { Voice, Voices } from './voices.ts';
import { list } from './words.ts';

/** How many tokens behind a superlative its range may stand. */
const REACH = 16;

/** The sentence in which records are looked for. */
interface Scan {
  article: Article;
  first: number;
  last: number;
  /** Is it about war? Asked of words that rank other things too. */
  context: () => boolean;
}

/** Tokens [from, to) of a record. */
type Found = readonly [from: number, to: number] | null;
type Rule = (s: Scan, i: number) => Found;

/** Words by which a record may begin, and what must be true of those around them. */
const RULES = new Map<string, Rule>();
const rule = (list: Iterable<string>, r: Rule) => {
  for (const word of list) RULES.set(word, r);
};
/** The rule of a word or, of "largest-yet" and "second-deadliest", of a part of it. */
const ruleOf = (word: string): Rule | undefined =>
  RULES.get(word) ??
  (word.includes('-') ? RULES.get(word.split('-').find((part) => RULES.has(part)) ?? '') : undefined);
const RECORD = gate({ has: (word) => ruleOf(word) !== undefined });

/** Records: "the largest so far", "the previous record", "a record 337 drones", "never since 2013", "surpassing". */
export function superlatives(article: Article, voices: Voices, cast: Cast, index: number): Draft[] {
  if (!article.passes(index, RECORD)) return [];
  const { first, last } = article.sentences[index];
  const s: Scan = { article, first, last, context: () => CONTEXT.test(article.lower(first, last)) };
  const found: Draft[] = [];
  for (let i = first; i < last; i++) {
    const { lower: word, gates } = article.tokens[i].word;
    const at = (gates & RECORD) !== 0 ? ruleOf(word)?.(s, i) : null;
    if (!at || found.some((d) => at[0] < d.last && d.first < at[1])) continue;
    found.push(
      draft({
        kind: 'superlative',
        type: 'attack',
        sentence: index,
        first: at[0],
        last: at[1],
        voice: calledSo(article, voices, cast, index, at[0]) ?? voices.at(at[0]),
        rules: [`superlative-${word}`],
        hedges: hedgesOf(article, index, at[0]),
      }),
    );
  }
  return found;
}

/** Verbs by which somebody says what something is, and how many chunks may stand between them and the record. */
const CALLING = list('call describe term label brand deem consider declare dub');
const CALLED = 7;

/** "Monitors described the battle as the worst", "in what residents called the worst": the voice of whoever calls it so; null where nobody does. */
function calledSo(article: Article, voices: Voices, cast: Cast, index: number, at: number): Voice | null {
  const cl = article.clauses[index];
  const to = article.chunkAt(at);
  for (let i = to; i >= 0 && to - i <= CALLED; i--) {
    const c = cl.chunks[i];
    if (c.verb && CALLING.has(c.verb.lemma) && !c.verb.negated) {
      const { last: end } = article.sentences[index];
      const source = answerer({ article, voices, cast, cl, index, end, before: [], found: [] }, c);
      return source && { source, relays: [], attribution: null };
    }
    if (c.verb || c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC') return null;
  }
  return null;
}

const before = ({ article, first }: Scan, i: number, n: number): string => article.lower(Math.max(first, i - n), i);
const behind = ({ article, last }: Scan, i: number, n: number): string => article.lower(i, Math.min(last, i + n));
const ranged = (s: Scan, i: number): boolean => RANGE.test(behind(s, i, REACH));
const defined = (s: Scan, i: number): boolean =>
  /\b(?:the|its|their|his|our|was|is|were|marked|called|calls)\b/.test(before(s, i, 3));
const denied = (s: Scan, i: number): boolean =>
  /\b(?:not|nor|neither)\s+(?:the|its)?\s*$/.test(before(s, i, 2)) || /\bneither\b/.test(before(s, i, 6));

/** From the word before a superlative to the end of its words of range. */
const span = (s: Scan, i: number, to = i + 1): Found => [Math.max(s.first, i - 1), rangeEnd(s, to)];

/** "the deadliest strike", "the bloodiest in the town since 2021", "one of the deadliest attacks in years". */
rule(VIOLENT_DEGREES, (s, i) => {
  const noun = rankedNoun(s, i);
  if (denied(s, i) || !(ranged(s, i) || (noun !== null && defined(s, i)))) return null;
  return oneOf(s, i) && !(ranged(s, i) && noun !== null) ? null : span(s, i, noun ?? i + 1);
});

/** "the largest barrage", "the highest in 15 years": never cities or prices. */
rule(DEGREES, (s, i) => {
  const noun = rankedNoun(s, i);
  const yet = s.article.tokens[i].lower.includes('-');
  if (denied(s, i) || oneOf(s, i)) return null;
  if (noun !== null && (yet || ranged(s, i) || defined(s, i))) return span(s, i, noun);
  return (yet || ranged(s, i)) && s.context() && !priced(s) && s.article.pos[i + 1] !== 'NN' ? span(s, i) : null;
});

/** "the most intense shelling", "the most in a single night since". */
rule(['most'], (s, i) => {
  const next = s.article.tokens[i + 1]?.lower ?? '';
  if (MOST.has(next)) return rankedNoun(s, i + 1) !== null || ranged(s, i) ? span(s, i, i + 2) : null;
  if (/^(?:in|since|on)$/.test(next))
    return /(?:\bthe|,)\s*$/.test(before(s, i, 1)) && ranged(s, i) ? span(s, i) : null;
  return rankedNoun(s, i + 1) !== null && ranged(s, i) && defined(s, i) ? span(s, i, i + 2) : null;
});

/** "the first such attack", "the first time that missiles were fired", "the first strike on the city since". */
rule(['first'], (s, i) => {
  const next = s.article.tokens[i + 1]?.lower ?? '';
  if (!/\b(?:the|its|his)\s*$/.test(before(s, i, 1))) return null;
  const time = next === 'time' || next === 'such' || next === 'since';
  if (!FIRST_OF.test(behind(s, i, 12))) return null;
  return time || (rankedNoun(s, i) !== null && /\bsince\b/.test(behind(s, i, REACH))) ? span(s, i) : null;
});

/** "an unprecedented attack", "unprecedented in this war". */
rule(['unprecedented'], (s, i) =>
  (rankedNoun(s, i) !== null ||
    /^unprecedented (?:in|since|for)\b/.test(behind(s, i, 2)) ||
    /\b(?:was|is|were|are)\s*$/.test(before(s, i, 1))) &&
  s.context()
    ? span(s, i)
    : null,
);

/** "a record 337 drones", "the previous record", "a record number of attacks"; no criminal record. */
rule(['record', 'records'], (s, i) => {
  const { article } = s;
  if (/^VB/.test(article.pos[i]) || /^records? (?:of|keeping|label|show\w*|that)\b/.test(behind(s, i, 2))) return null;
  const lead = before(s, i, 4);
  return /\b(?:a|the|previous|new|last|former|old|its|all-time|his|that)\b[^,]*$/.test(lead) &&
    !FILES.test(lead) &&
    s.context()
    ? [Math.max(s.first, i - 2), rangeEnd(s, i + 1)]
    : null;
});

/** "a new high", "a two-year high". */
rule(['high'], (s, i) =>
  s.article.pos[i] !== 'VB' && /\b(?:a|an) (?:new|all-time|record|\w+-\w+)\s*$/.test(before(s, i, 3)) && s.context()
    ? span(s, i)
    : null,
);

/** "Never since 2013 has the town seen a burial of this size", "not in months have so many died". */
rule(['never', 'not'], (s, i) =>
  /^\w+ (?:since|before|in)\b/.test(behind(s, i, 2)) &&
  /\b(?:so many|such|this size|of this|so large|as many|the like)\b/.test(behind(s, i, 30))
    ? [i, s.last]
    : null,
);

/** "No battle since the spring has yielded so much". */
rule(['no'], (s, i) =>
  i === s.first &&
  /\b(?:since|in this|of the) \b.*\b(?:so (?:much|many)|as many|such)\b|\bso (?:much|many)\b.*\bsince\b/.test(
    behind(s, i, 40),
  )
    ? [i, s.last]
    : null,
);

/** "surpassing the previous high", "broke the record". */
rule(BREAKING, (s, i) => (BROKEN.test(behind(s, i, 14)) && s.context() ? [i, Math.min(s.last, i + 8)] : null));

/** Prices and rates have records of their own. */
const priced = ({ article, first, last }: Scan): boolean =>
  /[%$€£]|\b(?:prices?|per ?cent|rates?)\b/.test(article.lower(first, last));

/** "one of the largest": no record unless a range makes it one. */
const oneOf = (s: Scan, i: number): boolean => /\bone of (?:the|its|their)\s*$/.test(before(s, i, 3));

/** The token behind the noun that the superlative at `i` ranks, if it is one of war; over "of" only from the superlative itself. */
function rankedNoun({ article, last }: Scan, i: number): number | null {
  const { tokens, pos } = article;
  for (let k = i + 1; k < last && k <= i + 7; k++) {
    if (RANKED.has(tokens[k].lower)) return k + 1;
    if (tokens[k].kind === 'mark' && tokens[k].text !== '-') return null;
    const over = k === i + 1 && (tokens[k].lower === 'of' || tokens[k].lower === 'in');
    if (pos[k] === 'IN' && !over) return null;
    if (/^(?:VB[DZ]?|BE|HV|MD)$/.test(pos[k])) return null;
  }
  return null;
}

/** On to the end of the words of range: up to the next comma, quotation mark or stop. */
function rangeEnd({ article, last }: Scan, from: number): number {
  let i = from;
  while (
    i < last &&
    i < from + 12 &&
    !(article.tokens[i].kind === 'mark' && /[,;."”“—–:]/.test(article.tokens[i].text))
  )
    i++;
  return i;
}
