import type { Claim } from './claim.ts';
import type { DocumentInfo } from './document.ts';
import type { Event } from './event.ts';

/** A claim beside the document that it stands in: what linking compares. */
export interface FiledClaim {
  claim: Claim;
  document: DocumentInfo;
}

/** An event as the ledger holds it, with all that is needed to judge it anew. */
export interface FiledEvent {
  event: Event;
  claims: FiledClaim[];
}

/**
 * A reviewer's word on linking, above the machine's: the two claims are (`same`) or are not one event.
 * Rows are added, never overwritten; of two about one pair the later holds; an undone one is not handed to linking.
 */
export interface Judgement {
  claims: readonly [string, string];
  same: boolean;
  by: string;
  at: string;
  reason: string;
}

/** Why a claim stands in an event: a row, added and never overwritten. */
export interface Link {
  claim: string;
  event: string;
  /** The claim it was matched with most strongly; null for the first of its event. */
  other: string | null;
  /** 0 to 1; 1 when a reviewer said so. */
  score: number;
  reason: string;
  /** `machine` with the linker's version, or the reviewer. */
  by: string;
}

/** What linking asks of a ledger. Implemented by `store/` on SQL and by the tests in memory. */
export interface LinkView {
  /** Every event that has a claim filed under one of these block keys, whole, in order of id. */
  neighbours(keys: readonly string[]): Promise<FiledEvent[]>;
  /**
   * Every current claim of these documents, each document's in the order in which the text says them. What a claim without
   * a place or a day is about shows only in its whole article, so linking reads articles whole.
   */
  filed(documents: readonly string[]): Promise<FiledClaim[]>;
  /** The reviewers' current judgements that touch any of these claims. */
  judgements(claims: readonly string[]): Promise<Judgement[]>;
  /**
   * For checking records: events with a figure of this measure and item of at least `low`, dated within [from, to] (ISO dates, null open),
   * largest first, at most `limit`.
   */
  largest(
    measure: string,
    item: string,
    low: number,
    from: string | null,
    to: string | null,
    limit: number,
  ): Promise<Event[]>;
  /** First and last day for which the ledger holds any event. */
  coverage(): Promise<{ from: string | null; to: string | null }>;
}

/** What linking one document did: rows to write in one transaction. */
export interface LinkOutcome {
  /** Events made or changed, with the block keys that each of their claims is filed under. */
  events: { event: Event; keys: { claim: string; keys: string[] }[] }[];
  /** Ids of events that are no more (their claims went elsewhere). */
  removed: string[];
  links: Link[];
}
