import type { Article } from './article.ts';
import type { Draft } from './draft.ts';

const TOPICS: readonly [RegExp, (d: Draft) => boolean][] = [
  [/\b(?:dead|deaths?|killed|toll|died|casualt|victims|harmed)\b/, (d) => d.measure === 'killed' || d.type === 'casualties'],
  [/\b(?:wounded|injur|hurt)\b/, (d) => d.measure === 'injured'],
  [/\b(?:child|children)\b/, (d) => d.item === 'child'],
  [/\b(?:civilians?)\b/, (d) => d.item === 'civilian' || d.measure === 'killed' || d.measure === 'injured'],
  [/\b(?:captur|prisoner|abduct|kidnap|hostage|detain|captive)/, (d) => d.measure === 'captured' || d.type === 'detention' || d.measure === 'returned'],
  [/\b(?:drones?|missiles?|rockets?|lost|losing|shot down|downed)\b/, (d) => d.measure === 'launched' || d.measure === 'intercepted' || d.measure === 'hit'],
  [/\b(?:exchange|transfer|release|swap|numbers)\b/, (d) => d.measure === 'returned' || d.type === 'exchange'],
  [/\b(?:attack|strikes?|raids?|shelling|bombed|bombing|bombardment|firing|fired|blast|struck|hit)\b/, (d) => d.type === 'attack' || d.type === 'damage' || d.type === 'interception'],
  [/\b(?:town|village|loss|control|withdrew)\b/, (d) => d.type === 'territory'],
];

/**
 * What a response answers: of the claims before it that another made, those that it names by topic, nearest first; else the last one that
 * another side made.
 */
export function answered(article: Article, response: Draft, claims: readonly Draft[]): Draft[] {
  const words = article.words(response.first, response.last).toLowerCase();
  const own = response.voice.source?.figure;
  const side = own?.actor.side ?? null;
  const open = claims.filter((d) => d !== response && (d.kind === 'figure' || d.kind === 'occurrence') && d.stance === 'asserts' && (d.sentence < response.sentence || (d.sentence === response.sentence && d.first < response.first)) && response.sentence - d.sentence <= 12 && (d.voice.source === null || d.voice.source.figure !== own));
  const others = open.filter((d) => side === null || d.voice.source === null || d.voice.source.figure.actor.side !== side);
  const pool = others.length ? others : open;
  if (pool.length === 0) {
    // an answer may stand before or around what it answers ("confirmed that a major general was killed")
    return claims.filter((d) => d !== response && d.kind !== 'response' && d.kind !== 'superlative' && d.sentence === response.sentence && d.first >= response.first).slice(0, 2);
  }
  const nearest = pool.at(-1)!.sentence;
  const topics = TOPICS.filter(([pattern]) => pattern.test(words));
  for (const reach of [1, 4, 12]) {
    const close = pool.filter((d) => nearest - d.sentence < reach);
    for (const [, fits] of topics) {
      const hits = close.filter(fits);
      if (hits.length > 0) return hits.slice(-3).reverse();
    }
    if (topics.length === 0) break;
  }
  return pool.filter((d) => d.sentence === nearest).slice(-3).reverse();
}

/** What a superlative ranks: the figure or occurrence of its own sentence, else the nearest before it. */
export function ranked(superlative: Draft, claims: readonly Draft[]): Draft[] {
  const open = claims.filter((d) => d.kind === 'figure' || d.kind === 'occurrence');
  const same = open.filter((d) => d.sentence === superlative.sentence && d.kind === 'figure');
  const pick = same.length ? same : open.filter((d) => d.sentence === superlative.sentence);
  const near = pick.length ? pick : open.filter((d) => d.sentence < superlative.sentence && superlative.sentence - d.sentence <= 3 && d.kind === 'figure').slice(-1);
  const best = near.toSorted((a, b) => Math.abs(a.first - superlative.first) - Math.abs(b.first - superlative.first))[0];
  return best ? [best] : [];
}
