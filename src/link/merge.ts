import type { Draft } from './draft.ts';
import { compareAcross, type Evidence } from './evidence.ts';
import { weights } from './weights.ts';

/** Two events that are one, by what a passage of the lesser says. */
export interface Likeness extends Evidence {
  into: Draft;
  from: Draft;
}
/** Most that one passage can say for or against it. */
const MOST = 8;

/**
 * The two events that are most alike and one, if any are; `may` says which may be. A passage that joined early saw little of the event that it now belongs to,
 * so once all have joined the lesser event is weighed against the greater, each of its passages by the claims that it has.
 */
export class Merging {
  private readonly known = new Map<Draft, Map<Draft, Likeness | null>>();

  next(drafts: readonly Draft[], may: (into: Draft, from: Draft) => boolean): Likeness | null {
    let best: Likeness | null = null;
    for (const from of drafts)
      for (const into of drafts) {
        if (from === into || from.passages.length > into.passages.length) continue;
        const found = this.likeness(from, into);
        if (found && (best === null || found.points > best.points) && may(into, from)) best = found;
      }
    if (best) this.forget(best);
    return best;
  }

  private likeness(from: Draft, into: Draft): Likeness | null {
    const row = this.known.get(from) ?? new Map<Draft, Likeness | null>();
    this.known.set(from, row);
    if (!row.has(into)) row.set(into, likenessOf(from, into));
    return row.get(into)!;
  }

  /** What is about to change is weighed anew. */
  private forget({ into, from }: Likeness): void {
    for (const gone of [into, from]) {
      this.known.delete(gone);
      for (const row of this.known.values()) row.delete(gone);
    }
  }
}

/** Null if nothing tells that they are one. What one article says here and there is no evidence: it was weighed when its passages joined. */
function likenessOf(from: Draft, into: Draft): Likeness | null {
  let sum = 0;
  const claims = from.passages.reduce((all, passage) => all + passage.claims.length, 0);
  const enough = weights.mergeThreshold * claims;
  let left = claims;
  let top: Evidence | null = null;
  let telling = false;
  for (const passage of from.passages) {
    const evidence = compareAcross(passage, into);
    telling ||= evidence.reasons.some((r) => r.telling);
    if (top === null || evidence.points > top.points) top = evidence;
    sum += passage.claims.length * Math.max(-MOST, Math.min(MOST, evidence.points));
    left -= passage.claims.length;
    if (sum + left * MOST < enough) return null; // whatever the rest says
  }
  return telling && sum >= enough ? { into, from, points: sum / claims, reasons: top!.reasons } : null;
}
