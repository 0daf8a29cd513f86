import { isTotal } from '../model/days.ts';
import type { Event } from '../model/event.ts';
import type { FiledClaim, FiledEvent, Judgement, Link, LinkOutcome, LinkView } from '../model/ledger.ts';

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
    }
    for (const { event, keys } of events) {
      for (const claim of this.events.get(event.id)?.claims ?? [])
        if (this.eventOf.get(claim) === event.id) this.release(claim);
      this.events.set(event.id, event);
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
      return { event, claims: event.claims.flatMap((claim) => this.claims.get(claim) ?? []) };
    });
  }

  async filed(documents: readonly string[]): Promise<FiledClaim[]> {
    return documents.flatMap((id) => this.documents.get(id) ?? []);
  }

  async judgements(claims: readonly string[]): Promise<Judgement[]> {
    const asked = new Set(claims);
    return this.reviews.filter((r) => r.claims.some((claim) => asked.has(claim)));
  }

  async largest(
    measure: string,
    item: string,
    low: number,
    from: string | null,
    to: string | null,
    limit: number,
  ): Promise<Event[]> {
    const value = (event: Event) => {
      const figure = event.figures.find((f) => f.measure === measure && f.item === item);
      return figure ? (figure.best ?? figure.low ?? figure.high ?? -1) : -1;
    };
    const within = ({ time }: Event) =>
      !(time && isTotal(time)) &&
      (from === null || (time !== null && time.to >= from)) &&
      (to === null || (time !== null && time.to <= to));
    return [...this.events.values()]
      .filter((event) => value(event) >= low && within(event))
      .sort((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async coverage(): Promise<{ from: string | null; to: string | null }> {
    const times = [...this.events.values()].flatMap((e) => e.time ?? []);
    return {
      from: times.map((t) => t.from).sort()[0] ?? null,
      to:
        times
          .map((t) => t.to)
          .sort()
          .at(-1) ?? null,
    };
  }
}
