import type { Claim } from '../model/claim.ts';
import type { FiledClaim } from '../model/ledger.ts';
import type { Count } from './counts.ts';
import type { Source } from './origins.ts';
import type { Passage } from './passages.ts';
import { comparePlaces, isVast, type Where } from './whereabouts.ts';

/** What disputes are looked for in: an event's claims in order of publication, who said each, and where each passage is. */
export interface Told {
  filed: readonly FiledClaim[];
  sources: readonly Source[];
  counts: readonly Count[];
  passages: readonly Passage[];
}

/** The event's claims with who said each and where. */
export class View {
  readonly claims: readonly FiledClaim[];
  private readonly order: Map<string, number>;
  private readonly sourceOf: Map<string, Source>;
  private readonly passageOf: Map<string, Passage>;
  private readonly byId: Map<string, FiledClaim>;

  constructor({ filed, sources, passages }: Told) {
    this.claims = filed;
    this.order = new Map(filed.map((f, i) => [f.claim.id, i]));
    this.byId = new Map(filed.map((f) => [f.claim.id, f]));
    this.sourceOf = new Map(sources.flatMap((s) => s.claims.map((c) => [c.claim.id, s])));
    this.passageOf = new Map(passages.flatMap((p) => p.claims.map((c) => [c.id, p])));
  }

  get = (id: string): FiledClaim | undefined => this.byId.get(id);
  source = (claim: Claim): Source => this.sourceOf.get(claim.id)!;
  side = (claim: Claim): string | null => this.source(claim).party?.side ?? claim.source?.side ?? null;
  places = (claim: Claim): readonly Where[] => this.passageOf.get(claim.id)?.places ?? [];
  /** Ids, each once, in order of publication. */
  inOrder = (a: { claim: Claim }, b: { claim: Claim }): number =>
    this.order.get(a.claim.id)! - this.order.get(b.claim.id)!;
  sorted = (ids: Iterable<string>): string[] =>
    [...new Set(ids)].sort((a, b) => this.order.get(a)! - this.order.get(b)!);
  name = (claim: Claim): string =>
    claim.source ? this.source(claim).name : `${this.get(claim.id)!.document.outlet ?? 'an article'} in its own voice`;
  /** Do they stand in one passage of an article, or in two that follow each other? */
  private areNeighbours(a: Claim, b: Claim): boolean {
    const [x, y] = [this.passageOf.get(a.id), this.passageOf.get(b.id)];
    return Boolean(x && y && x.document.id === y.document.id && Math.abs(x.ordinal - y.ordinal) <= 1);
  }
  /** May the two be of one spot? Exact places must be one; what has no place is where the passage beside it is. */
  sameSpot(a: Claim, b: Claim): boolean {
    const [x, y] = [this.places(a), this.places(b)];
    if (!x.length && !y.length) return true;
    if (!x.length || !y.length) return this.areNeighbours(a, b);
    return x.some((p) => y.some((q) => !(isVast(p) && isVast(q)) && ['same', 'near'].includes(comparePlaces(p, q))));
  }
}
