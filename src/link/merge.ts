import type { Draft } from './draft.ts';
import { compareAcross, type Evidence, TELLING } from './evidence.ts';
import { weights } from './weights.ts';
import { isVast } from './whereabouts.ts';

/** Two events that are one, by what a passage of the lesser says. */
export interface Likeness extends Evidence {
  into: Draft;
  from: Draft;
}
/** Most that one passage can say for or against it. */
const MOST = 8;

/**
 * Finds events that are one. A passage that joined early saw little of the event that it now belongs to, so once all have joined the lesser
 * event is weighed against the greater, each of its passages by the claims that it has. Only events that share a mark are weighed at all.
 */
export class Merging {
  private readonly order = new Map<Draft, number>();
  private readonly marks = new Map<Draft, string[]>();
  private readonly marked = new Map<string, Set<Draft>>();
  private readonly found = new Set<Likeness>();

  constructor(drafts: readonly Draft[]) {
    for (const [at, draft] of drafts.entries()) {
      this.order.set(draft, at);
      this.mark(draft);
    }
    for (const draft of drafts)
      for (const other of this.besides(draft)) if (this.isBefore(draft, other)) this.weigh(draft, other);
  }

  /** The two that are most alike, null when none are one any more; `may` says which may be. */
  next(may: (into: Draft, from: Draft) => boolean): Likeness | null {
    const better = (a: Likeness, b: Likeness) =>
      b.points - a.points ||
      this.order.get(a.into)! - this.order.get(b.into)! ||
      this.order.get(a.from)! - this.order.get(b.from)!;
    let best: Likeness | null = null;
    for (const one of this.found) if ((best === null || better(one, best) < 0) && may(one.into, one.from)) best = one;
    return best;
  }

  /** Two have become one: what it is like is weighed anew. */
  merged({ into, from }: Likeness): void {
    for (const mark of this.marks.get(from)!) this.marked.get(mark)!.delete(from);
    for (const one of this.found)
      if ([into, from].some((d) => d === one.into || d === one.from)) this.found.delete(one);
    this.mark(into);
    for (const other of this.besides(into)) this.weigh(into, other);
  }

  private isBefore = (a: Draft, b: Draft): boolean => this.order.get(a)! < this.order.get(b)!;

  private mark(draft: Draft): void {
    const marks = marksOf(draft);
    this.marks.set(draft, marks);
    for (const mark of marks) {
      const there = this.marked.get(mark);
      if (there) there.add(draft);
      else this.marked.set(mark, new Set([draft]));
    }
  }

  private besides(draft: Draft): Set<Draft> {
    const others = new Set(this.marks.get(draft)!.flatMap((mark) => [...this.marked.get(mark)!]));
    others.delete(draft);
    return others;
  }

  private weigh(a: Draft, b: Draft): void {
    if (areApart(a, b)) return;
    const greater = a.passages.length - b.passages.length || (this.isBefore(a, b) ? 1 : -1);
    const likeness = greater > 0 ? likenessOf(b, a) : likenessOf(a, b);
    if (likeness) this.found.add(likeness);
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

/** Days between two that are dated so far apart that nothing makes them one. */
const WEEK = 7;
function areApart(a: Draft, b: Draft): boolean {
  if (!a.windows.size || !b.windows.size) return false;
  for (const { window: x } of a.windows.values())
    for (const { window: y } of b.windows.values()) if (x.from <= y.to + WEEK && y.from <= x.to + WEEK) return false;
  return true;
}

/** Names of exact places and targets, and numbers: what telling evidence is made of. */
function marksOf(draft: Draft): string[] {
  const marks = new Set<string>(draft.target.keys());
  for (const { where } of draft.places.values())
    if (!isVast(where)) {
      if (where.id !== null) marks.add(where.id);
      marks.add(where.words.join(' '));
    }
  for (const [measure, figures] of draft.figures)
    for (const { claim } of figures)
      for (const bound of [claim.value!.low, claim.value!.high])
        if (bound !== null && bound >= TELLING) marks.add(`${measure} ${bound}`);
  return [...marks];
}
