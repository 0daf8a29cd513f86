import type { Measure } from '../../model/claim.ts';
import type { Draft } from './draft.ts';
import type { Situation } from './situation.ts';
import { list } from './words.ts';

/** What a number measures and by which word; `rule` names the way it was found. */
export interface Judgement {
  measure: Measure;
  /** Chunk of the deciding verb; -1 when a noun or what was said before decides. */
  predicate: number;
  rule: string;
  negated?: true;
  /** The measure comes from an earlier figure: so may the item. */
  from?: Draft;
  item?: string | null;
}

/** One way to read a number: a judgement, or why it is no figure, or null when this way does not apply. */
export type Way = (s: Situation) => Judgement | string | null;

export const behindAt = (s: Situation): number => s.behind[0]?.at ?? -1;

export const beforeAt = (s: Situation): number => s.before?.c.at ?? -1;

export const isCaptive = (item: string | undefined): boolean => item === 'hostage' || item === 'prisoner';

/** Does any of the words stand in the sentence, before token `to`? */
export function sentenceHas(
  { article, index }: Situation,
  words: ReadonlySet<string>,
  to = Number.POSITIVE_INFINITY,
): boolean {
  const { first, last } = article.sentences[index];
  for (let i = first; i < Math.min(last, to); i++) if (words.has(article.tokens[i].lower)) return true;
  return false;
}

/** Stands "in Goma", "on Tuesday", "according to the mayor" or the like right behind the chunk at `k`? */
const isPlaced = (cl: Situation['cl'], k: number): boolean =>
  cl.chunks[k + 1]?.kind === 'TM' ||
  (cl.chunks[k + 1]?.kind === 'IN' && cl.chunks[k + 2]?.kind === 'TM') ||
  (cl.chunks[k + 1]?.kind === 'IN' &&
    PLACING.has(cl.word(cl.chunks[k + 1])) &&
    /^(?:NP|IN)$/.test(cl.chunks[k + 2]?.kind ?? ''));

const PLACING = list('in at near from on outside inside according');

/**
 * Does the phrase at `k` continue a list that the figure before it began, or break it down ("46 were hurt: 22 in Kotli …")? What has a place
 * of its own shares the verb of the figure before ("21 died in Sake and 12 in Goma").
 */
export function inList(cl: Situation['cl'], k: number, sibling: Draft, ownVerb = false): boolean {
  const gapped = !ownVerb && /^(?:CC|CM)$/.test(cl.chunks[k - 1]?.kind ?? '') && isPlaced(cl, k);
  const shared = gapped && isPlaced(cl, sibling.predicate) ? sibling.predicate : -1;
  for (let i = k - 1; i >= 0; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'PU' && cl.tokens[c.first].text === ':') return !ownVerb;
    if ((c.kind === 'VG' && c.at !== shared) || c.kind === 'SC' || (c.kind === 'PU' && !/^[()]$/.test(cl.word(c))))
      return false;
    if (sibling.np && c.at === sibling.np.at) return true;
  }
  return false;
}
