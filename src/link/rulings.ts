import type { Judgement } from '../model/ledger.ts';
import type { Passage } from './passages.ts';

/** What reviewers said of pairs of claims: of two rows about one pair, the later. */
export class Rulings {
  readonly together: Judgement[];
  private readonly apart = new Map<string, Set<string>>();
  private readonly pairs: Judgement[];

  constructor(judgements: readonly Judgement[]) {
    const latest = new Map<string, Judgement>();
    for (const one of [...judgements].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
      latest.set(pairKey(one), one);
    this.pairs = [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    this.together = this.pairs.filter((j) => j.same);
    for (const {
      claims: [a, b],
    } of this.pairs.filter((j) => !j.same)) {
      this.apart.set(a, (this.apart.get(a) ?? new Set()).add(b));
      this.apart.set(b, (this.apart.get(b) ?? new Set()).add(a));
    }
  }

  /** Did a reviewer set a claim of one apart from a claim of the other? */
  forbid(passage: Passage, others: readonly Passage[]): boolean {
    if (this.apart.size === 0) return false;
    const barred = new Set(passage.claims.flatMap((c) => [...(this.apart.get(c.id) ?? [])]));
    return barred.size > 0 && others.some((p) => p.claims.some((c) => barred.has(c.id)));
  }

  /** Claims that a reviewer set apart from another of their own passage: of each pair, the one that comes later in it. */
  alone(passages: readonly Passage[]): Set<string> {
    const found = new Set<string>();
    for (const { claims } of passages)
      for (const [i, { id }] of claims.entries())
        for (const earlier of claims.slice(0, i)) if (this.apart.get(id)?.has(earlier.id)) found.add(id);
    return found;
  }

  /** Keys by which the events of a judged pair find each other, however little else they share. */
  keys({ claims }: Passage): string[] {
    const ids = new Set(claims.map((c) => c.id));
    return this.pairs.filter((j) => j.claims.some((id) => ids.has(id))).map((j) => `j ${pairKey(j)}`);
  }
}

const pairKey = ({ claims }: Judgement): string => [...claims].sort().join(' ');
