import type { Measure } from '../../model/claim.ts';
import { EXTENTS, TOPICS } from './about-topics.ts';
import type { Article } from './article.ts';
import type { Draft } from './draft.ts';

/** How far back, in sentences, an answer or a record may point. */
export const REACH = 14;

/** What each sign that a claim is the one answered weighs; a sentence of distance costs `distance`. */
const WEIGHT = {
  inside: 6,
  topic: 4,
  word: 1.5,
  whole: 2,
  party: 2,
  sameSide: -4,
  voiced: 1,
  addressed: 4,
  distance: 0.3,
} as const;
/** No more than so many shared words count. */
const SHARED = 3;

/**
 * What a response answers, the likeliest first, at most three of one sentence: claims of others, weighed by whether the response names their
 * topic or whose claim it is or repeats their words, whether they say what its speaker did or suffered, whether they are a whole or only a part of one, and how
 * far back they stand. Empty when nothing was said before it.
 */
export function answered(article: Article, response: Draft, claims: readonly Draft[]): Draft[] {
  const own = response.voice.source?.figure ?? null;
  const side = own?.actor.side ?? null;
  const words = article.lower(response.first, response.last);
  const topics = TOPICS.filter(([pattern]) => pattern.test(words));
  const after = article.lower(
    own ? Math.min(response.last, Math.max(response.first, response.voice.source!.last)) : response.first,
    response.last,
  );
  const named = content(article, own ? response.voice.source!.last : response.first, response.last);
  const shared = new Map<number, number>();
  const weigh = (d: Draft): number => {
    const inside = d.sentence === response.sentence && response.first <= d.first && d.first < response.last;
    if (!shared.has(d.sentence)) {
      const { first, last } = article.sentences[d.sentence];
      shared.set(
        d.sentence,
        d.sentence === response.sentence ? 0 : Math.min(SHARED, content(article, first, last, named).size),
      );
    }
    const party = side !== null && (d.filledActor?.side === side || d.filledTarget?.side === side);
    // "on the Russian report", "Israel's figures": whose claim it is
    const said = d.voice.source?.figure.actor.side ?? null;
    const addressed = said !== null && said.length > 4 && after.includes(said.toLowerCase().slice(0, 5));
    const mate = side !== null && d.voice.source !== null && d.voice.source.figure.actor.side === side;
    return (
      (inside ? WEIGHT.inside : 0) +
      (topics.some(([, fits]) => fits(d)) ? WEIGHT.topic : 0) +
      WEIGHT.word * shared.get(d.sentence)! +
      (d.whole === null ? WEIGHT.whole : 0) +
      (party ? WEIGHT.party : 0) +
      (d.voice.source !== null ? WEIGHT.voiced : 0) +
      (addressed ? WEIGHT.addressed : 0) +
      (mate ? WEIGHT.sameSide : 0) -
      WEIGHT.distance * (response.sentence - d.sentence)
    );
  };
  const open = claims.filter(
    (d) =>
      happened(d) &&
      !again(d, response) &&
      d.stance === 'asserts' &&
      response.sentence - d.sentence <= REACH &&
      (own === null || d.voice.source?.figure !== own),
  );
  const pool = open.length > 0 ? open : claims.filter((d) => happened(d) && d.sentence === response.sentence);
  const weighed = pool
    .map((d) => ({ d, weight: weigh(d) }))
    .sort((a, b) => b.weight - a.weight || b.d.sentence - a.d.sentence || a.d.first - b.d.first);
  const best = weighed[0];
  if (!best) return [];
  return weighed
    .filter((x) => x.d.sentence === best.d.sentence && best.weight - x.weight <= WEIGHT.whole)
    .slice(0, 3)
    .map((x) => x.d);
}

/**
 * What a superlative ranks: of the figures near it, the nearest that measures what its words compare ("deadliest" the dead, "largest barrage"
 * what was launched), before parts of it; without one, the nearest happening that is not the record's own wording.
 */
export function ranked(article: Article, superlative: Draft, claims: readonly Draft[]): Draft[] {
  const words = article.lower(superlative.first, superlative.last);
  const extent: readonly Measure[] = EXTENTS.find(([pattern]) => pattern.test(words))?.[1] ?? [];
  const far = (d: Draft) =>
    superlative.sentence - d.sentence + (d.whole === null ? 0 : 1.5) + (d.modality === 'actual' ? 0 : 3);
  const near = claims
    .filter((d) => happened(d) && d.quantity?.high !== 0 && superlative.sentence - d.sentence <= REACH / 2)
    .sort(
      (a, b) =>
        far(a) - far(b) ||
        Math.abs(a.first - superlative.first) - Math.abs(b.first - superlative.first) ||
        a.first - b.first,
    );
  const apart = (d: Draft) => d.last <= superlative.first || superlative.last <= d.first;
  const pick =
    extent.map((measure) => near.find((d) => d.measure === measure)).find((d) => d !== undefined) ??
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
