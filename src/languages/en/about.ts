import type { Measure } from '../../model/claim.ts';
import { EXTENTS, NUMBER, TOPICS } from './about-topics.ts';
import type { Article } from './article.ts';
import type { Draft } from './draft.ts';

/** How far back, in sentences, an answer or a record may point. */
export const REACH = 14;

/** What each sign that a claim is the one answered weighs; found by fitting half of our gold answers and trying them on the other half. */
const WEIGHTS = {
  /** The answer's own words hold it. */
  inside: 1.2,
  /** It is of a topic that the answer names. */
  topic: 1.3,
  /** The answer names what it counts. */
  item: 1.5,
  /** Each name or longer word that its sentence and the answer share. */
  word: 1.2,
  /** It is no part of another. */
  whole: 0.5,
  /** Its doer is on the answering side. */
  done: 0.5,
  /** Somebody of the answering side says it. */
  mate: -0.5,
  /** The answer names whose claim it is. */
  addressed: 0.5,
  /** It is a count, and no happening. */
  figure: -1,
  /** It stands in the same paragraph. */
  paragraph: 1.5,
  /** It stands among the article's first sentences. */
  lead: 0.6,
  /** Each sentence between. */
  distance: -0.25,
} as const;
type Sign = keyof typeof WEIGHTS;

/** No more than so many shared words count. */
const SHARED = 3;
/** Claims of one sentence are answered together unless the likeliest outweighs them by more. */
const TOGETHER = 2;
/** How many sentences are an article's lead. */
const LEAD = 3;

/**
 * What a response answers, the likeliest first, at most three of one sentence: claims of others, weighed by signs. Empty when nothing was
 * said before it.
 */
export function answered(article: Article, response: Draft, claims: readonly Draft[]): Draft[] {
  const own = response.voice.source?.figure ?? null;
  const open = claims.filter(
    (d) =>
      happened(d) &&
      !again(d, response) &&
      d.stance === 'asserts' &&
      response.sentence - d.sentence <= REACH &&
      (own === null || d.voice.source?.figure !== own),
  );
  const pool = open.length > 0 ? open : claims.filter((d) => happened(d) && d.sentence === response.sentence);
  const signs = signsOf(article, response);
  const weighed = pool
    .map((d) => ({ d, weight: weigh(signs(d)) }))
    .sort((a, b) => b.weight - a.weight || b.d.sentence - a.d.sentence || a.d.first - b.d.first);
  const best = weighed[0];
  if (!best) return [];
  return weighed
    .filter((x) => x.d.sentence === best.d.sentence && best.weight - x.weight <= TOGETHER)
    .slice(0, 3)
    .map((x) => x.d);
}

const weigh = (signs: Record<Sign, number>): number =>
  (Object.keys(WEIGHTS) as Sign[]).reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0);

/** The signs that a claim is the one that `response` answers. */
function signsOf(article: Article, response: Draft): (d: Draft) => Record<Sign, number> {
  const { source } = response.voice;
  const side = source?.figure.actor.side ?? null;
  const words = article.lower(response.first, response.last);
  const topics = TOPICS.filter(([pattern]) => pattern.test(words));
  const from = source ? Math.min(response.last, Math.max(response.first, source.last)) : response.first;
  const after = article.lower(from, response.last);
  const named = content(article, source ? source.last : response.first, response.last);
  const shared = new Map<number, number>();
  const { paragraph } = article.sentences[response.sentence];
  const sharedWith = (sentence: number): number => {
    let n = shared.get(sentence);
    if (n === undefined) {
      const { first, last } = article.sentences[sentence];
      n = sentence === response.sentence ? 0 : Math.min(SHARED, content(article, first, last, named).size);
      shared.set(sentence, n);
    }
    return n;
  };
  return (d) => {
    const said = d.voice.source?.figure.actor.side ?? null;
    const away = response.sentence - d.sentence;
    return {
      inside: Number(away === 0 && response.first <= d.first && d.first < response.last),
      topic: Number(topics.some(([, fits]) => fits(d))),
      item: Number(d.item !== null && after.includes(d.item)),
      word: sharedWith(d.sentence),
      whole: Number(d.whole === null),
      done: Number(side !== null && d.filledActor?.side === side),
      mate: Number(side !== null && said === side),
      // "on the Russian report", "Israel's figures"
      addressed: Number(said !== null && said.length > 4 && after.includes(said.toLowerCase().slice(0, 5))),
      figure: Number(d.kind === 'figure'),
      paragraph: Number(article.sentences[d.sentence].paragraph === paragraph),
      lead: Number(d.sentence < LEAD),
      distance: away,
    };
  };
}

/**
 * What a superlative ranks: of the figures near it, the nearest that measures what its words compare ("deadliest" the dead, "largest barrage"
 * what was launched), before parts of it; without one, the nearest happening that is not the record's own wording.
 */
export function ranked(article: Article, superlative: Draft, claims: readonly Draft[]): Draft[] {
  const words = article.lower(superlative.first, superlative.last);
  const extent: readonly Measure[] = EXTENTS.find(([pattern]) => pattern.test(words))?.[1] ?? [];
  // a tenfold greater count makes up for two sentences: what is ranked is the great number, not one of its parts
  const far = (d: Draft) =>
    superlative.sentence -
    d.sentence -
    2 * Math.log10((d.quantity?.low ?? d.quantity?.high ?? 1) + 1) +
    (d.whole === null ? 0 : 1.5) +
    (d.modality === 'actual' ? 0 : 3);
  const able = claims
    .filter((d) => happened(d) && d.quantity?.high !== 0)
    .sort(
      (a, b) =>
        far(a) - far(b) ||
        Math.abs(a.first - superlative.first) - Math.abs(b.first - superlative.first) ||
        a.first - b.first,
    );
  const near = able.filter((d) => superlative.sentence - d.sentence <= REACH / 2);
  const number = NUMBER.test(words) ? near.find((d) => d.kind === 'figure') : undefined;
  const apart = (d: Draft) => d.last <= superlative.first || superlative.last <= d.first;
  const pick =
    number ??
    extent.map((measure) => able.find((d) => d.measure === measure)).find((d) => d !== undefined) ??
    near.find((d) => d.kind === 'figure' && d.sentence === superlative.sentence) ??
    near.find((d) => d.kind === 'occurrence' && apart(d)) ??
    near[0];
  return pick ? [pick] : [];
}

/** Is an occurrence the answer's own word for what it answers ("on the raid")? What it points at stands further back. */
const again = (d: Draft, response: Draft) =>
  d.kind === 'occurrence' &&
  d.np !== null &&
  d.sentence === response.sentence &&
  response.first <= d.first &&
  d.last <= response.last;

const happened = (d: Draft) => d.kind === 'figure' || d.kind === 'occurrence';

/** The longer nouns and the numbers of a stretch, in lower case, or those of them that are `among` others. */
function content(article: Article, first: number, last: number, among?: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = first; i < last; i++) {
    const { lower } = article.tokens[i];
    if ((article.pos[i] !== 'NN' && article.pos[i] !== 'CD') || lower.length <= 3) continue;
    const word = lower.endsWith('s') ? lower.slice(0, -1) : lower;
    if (!among || among.has(word)) words.add(word);
  }
  return words;
}
