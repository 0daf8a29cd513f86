import type { Claim, Place } from './claim.ts';
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

export interface Exceeded {
  measure: string;
  item: string;
  above: number;
}

/** An event that a record may be held against, and its day (ISO). */
export interface Rival {
  id: string;
  day: string;
  place: Place | null;
  /** Whose attack it was, as it is filed: '' where nobody says. */
  rival: string | null;
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
   * For checking records: the events filed as `rival` (null: as any) whose figure of this measure and item is larger than `above`, of that
   * day or later, the earliest first, at most `limit`.
   */
  exceeding(figure: Exceeded, rival: string | null, since: string | null, limit: number): Promise<Rival[]>;
  /** First and last day for which the ledger holds any event. */
  coverage(): Promise<{ from: string | null; to: string | null }>;
}

/** What linking one document did: rows to write in one transaction. */
export interface LinkOutcome {
  /**
   * Events made or changed, with the block keys that each of their claims is filed under. `rival` is the side whose records its figures
   * may break, '' where it is unknown whose; null where they break none.
   */
  events: { event: Event; keys: { claim: string; keys: string[] }[]; rival: string | null }[];
  /** Ids of events that are no more (their claims went elsewhere). */
  removed: string[];
  links: Link[];
}
