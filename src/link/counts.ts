import type { Claim } from '../model/claim.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { byPublication } from './cluster.ts';
import { figureKey } from './draft.ts';
import { factsOf } from './facts.ts';
import type { Source } from './origins.ts';
import { comparePlaces, type Where } from './whereabouts.ts';

/** A figure of an event with who said it and what it is a count of. */
export interface Count {
  filed: FiledClaim;
  claim: Claim;
  source: Source;
  low: number | null;
  high: number | null;
  /** Of one region or town of the event, where the event has a whole; null is the whole. */
  share: string | null;
  /** The side that suffered it, null when not said. */
  side: string | null;
}

/** What is less than this share of another count is a part of it: a later one is no update, and another's no quarrel. */
export const PART = 0.5;

/** One end of it, to order counts by: where the bounds are open, the end that is known. */
export const size = ({ low, high }: Pick<Count, 'low' | 'high'>): number => low ?? high ?? 0;

const isFigure = ({ kind, value, measure, stance, modality }: Claim): boolean =>
  kind === 'figure' &&
  value !== null &&
  measure !== null &&
  modality === 'actual' &&
  (stance === 'asserts' || stance === 'confirms');

/** The figures of an event, in order of publication: what is planned, guessed or taken back is none. */
export function countsOf(filed: readonly FiledClaim[], sources: readonly Source[]): Count[] {
  const figures = filed.filter((f) => isFigure(f.claim));
  const shares = sharesAmong(figures);
  const sourceOf = new Map(sources.flatMap((source) => source.claims.map((c) => [c.claim.id, source])));
  return figures.map((one) => ({
    filed: one,
    claim: one.claim,
    source: sourceOf.get(one.claim.id)!,
    low: one.claim.value!.low,
    high: one.claim.value!.high,
    share: shares.get(one.claim.id) ?? null,
    side: one.claim.target?.side ?? null,
  }));
}

interface Placed extends FiledClaim {
  where: Where;
  /** What it counts. */
  key: string;
}
const breadth = ({ where }: Placed): number => where.precision ?? 1;
/** `where_prec` from which a place is a region, of which others that are counted may be parts. */
const REGION = 4;

/** Is it where most of what counts the same thing is, and is no region counted that holds it? Then the rest lies beside it ("two died in hospital in X"), and it is no share. */
function isAtTheScene(one: Placed, placed: readonly Placed[]): boolean {
  const same = placed.filter((other) => other.key === one.key);
  const relations = same.map((other) => ({ other, relation: comparePlaces(one.where, other.where) }));
  const holds = ({ other, relation }: (typeof relations)[number]) =>
    breadth(other) >= REGION && breadth(other) > breadth(one) && (relation === 'inside' || relation === 'unsure');
  return relations.filter(({ relation }) => relation === 'same').length * 2 > same.length && !relations.some(holds);
}

/**
 * Figures that are a region's share, by id of the claim, with the name of the place: those that one article counts for several places
 * apart, or for a place and for what holds it; and what other articles count for such a place.
 */
function sharesAmong(figures: readonly FiledClaim[]): Map<string, string> {
  const placed = figures
    .filter((f) => factsOf(f.claim).where !== null)
    .map((f): Placed => ({ ...f, where: factsOf(f.claim).where!, key: figureKey(f.claim) }));
  const atScene = new Map<Placed, boolean>();
  const isMain = (one: Placed): boolean => {
    if (!atScene.has(one)) atScene.set(one, isAtTheScene(one, placed));
    return atScene.get(one)!;
  };
  const shares: Placed[] = [];
  for (const a of placed)
    for (const b of placed) {
      if (a === b || a.key !== b.key || a.document.id !== b.document.id || shares.includes(a)) continue;
      const relation = comparePlaces(a.where, b.where);
      if (relation === 'same' || relation === 'near') continue;
      const holds =
        (relation === 'inside' || relation === 'unsure') &&
        breadth(a) > breadth(b) &&
        size(a.claim.value!) >= size(b.claim.value!);
      if (!holds && !isMain(a)) shares.push(a);
    }
  const found = new Map<string, string>();
  for (const one of placed) {
    const share = shares.find((s) => s.key === one.key && comparePlaces(s.where, one.where) === 'same');
    if (share) found.set(one.claim.id, share.where.words.join(' ') || share.where.name);
  }
  return found;
}

/**
 * What each source's count was, article by article: within one article the highest, for tolls rise, parts are less than the whole,
 * and an article that corrects one downwards takes the old one back. In order of publication.
 */
export function byArticle(counts: readonly Count[]): Count[] {
  const found = new Map<string, Count>();
  for (const count of counts) {
    const { filed, claim, source, share, side } = count;
    const key = JSON.stringify([filed.document.id, source.name, claim.measure, claim.item, share, side]);
    const before = found.get(key);
    if (!before || size(count) > size(before)) found.set(key, count);
  }
  return [...found.values()].sort((a, b) => byPublication(a.filed.document, b.filed.document));
}
