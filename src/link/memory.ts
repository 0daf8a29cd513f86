import type { Event } from '../model/event.ts';
import type {
  Exceeded,
  FiledClaim,
  FiledEvent,
  Judgement,
  Link,
  LinkOutcome,
  LinkView,
  Rival,
} from '../model/ledger.ts';
import { dayOf, earliest, sizeOf } from './records.ts';

/** A ledger of links in memory: what relinking and the tests run on. It answers as the SQL ledger does, in the same orders. */
export class MemoryLinks implements LinkView {
  readonly events = new Map<string, Event>();
  readonly links: Link[] = [];
  readonly reviews: Judgement[] = [];
  private readonly documents = new Map<string, FiledClaim[]>();
  private readonly claims = new Map<string, FiledClaim>();
  private readonly byKey = new Map<string, Set<string>>();
  private readonly keys = new Map<string, string[]>();
  private readonly eventOf = new Map<string, string>();
  /** Events by id, as records are checked against them. */
  private readonly figures = new Map<string, Rival>();

  /** Files an article's claims, before or after it is linked. An article filed again replaces what it said. */
  file(filed: readonly FiledClaim[]): void {
    if (filed.length === 0) return;
    this.documents.set(filed[0].document.id, [...filed]);
    for (const one of filed) this.claims.set(one.claim.id, one);
  }

  /** Writes what linking found. */
  put({ events, removed, links }: LinkOutcome): void {
    for (const id of removed) {
      for (const claim of this.events.get(id)?.claims ?? []) if (this.eventOf.get(claim) === id) this.release(claim);
      this.events.delete(id);
      this.figures.delete(id);
    }
    for (const { event, keys, rival } of events) {
      for (const claim of this.events.get(event.id)?.claims ?? [])
        if (this.eventOf.get(claim) === event.id) this.release(claim);
      this.events.set(event.id, event);
      this.figures.set(event.id, { id: event.id, day: dayOf(event, this.claimsOf(event)), place: event.place, rival });
      for (const claim of event.claims) {
        this.release(claim);
        this.eventOf.set(claim, event.id);
      }
      for (const { claim, keys: some } of keys) {
        this.keys.set(claim, some);
        for (const key of some) {
          const there = this.byKey.get(key);
          if (there) there.add(claim);
          else this.byKey.set(key, new Set([claim]));
        }
      }
    }
    this.links.push(...links);
  }

  private release(claim: string): void {
    for (const key of this.keys.get(claim) ?? []) this.byKey.get(key)?.delete(claim);
    this.keys.delete(claim);
    this.eventOf.delete(claim);
  }

  async neighbours(keys: readonly string[]): Promise<FiledEvent[]> {
    const ids = new Set<string>();
    for (const key of keys) for (const claim of this.byKey.get(key) ?? []) ids.add(this.eventOf.get(claim)!);
    return [...ids].sort().map((id) => {
      const event = this.events.get(id)!;
      return { event, claims: this.claimsOf(event) };
    });
  }

  private claimsOf = (event: Event): FiledClaim[] => event.claims.flatMap((claim) => this.claims.get(claim) ?? []);

  async filed(documents: readonly string[]): Promise<FiledClaim[]> {
    return documents.flatMap((id) => this.documents.get(id) ?? []);
  }

  async judgements(claims: readonly string[]): Promise<Judgement[]> {
    const asked = new Set(claims);
    return this.reviews.filter((r) => r.claims.some((claim) => asked.has(claim)));
  }

  async exceeding(
    { measure, item, above }: Exceeded,
    rival: string | null,
    since: string | null,
    limit: number,
  ): Promise<Rival[]> {
    return [...this.figures.values()]
      .filter((one) => one.rival !== null && (rival === null || one.rival === rival))
      .filter(({ day }) => since === null || day >= since)
      .filter(({ id }) => sizeOf(this.events.get(id)!, measure, item) > above)
      .sort(earliest)
      .slice(0, limit);
  }

  async coverage(): Promise<{ from: string | null; to: string | null }> {
    const [firsts, lasts] = [new Set<string>(), new Set<string>()];
    for (const { id, day } of this.figures.values()) {
      firsts.add(this.events.get(id)!.time?.from ?? day);
      lasts.add(day);
    }
    const dated = (days: Set<string>) => [...days].filter(Boolean).sort();
    return { from: dated(firsts)[0] ?? null, to: dated(lasts).at(-1) ?? null };
  }
}
