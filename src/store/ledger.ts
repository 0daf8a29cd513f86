import type { Claim, Message } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { FiledClaim, LinkOutcome, LinkView } from '../model/ledger.ts';
import type {
  Change,
  ClaimRow,
  Counts,
  DayFigure,
  DayTotal,
  DisputeRow,
  DocumentPage,
  DocumentRow,
  EventPage,
  EventPoint,
  EventRow,
  FeedEntry,
  LinkRow,
  NewReview,
  OriginPage,
  OriginRow,
  RecordRow,
  Review,
  Role,
  SideRecord,
  Token,
} from '../model/rows.ts';
import type { Bucket } from './day-totals.ts';
import type { Filters, Page, Paging } from './filters.ts';

// Rows are the model's; whoever has a ledger has them from here.
export type * from '../model/rows.ts';

/**
 * What filing a document did: it was `new`; it was `known` as it is; a known text had a new `appearance`; or what was not
 * known of it (a date, an outlet) was `completed`, so that it must be read again.
 */
export type Added = 'new' | 'known' | 'appearance' | 'completed';

/** Everything that can be asked of a ledger. All lists are in a total order, newest first unless they say otherwise. */
export interface LedgerReads extends LinkView {
  events(filters?: Filters, paging?: Paging): Promise<Page<EventRow>>;
  event(id: string): Promise<EventPage | null>;
  claims(filters?: Filters, paging?: Paging): Promise<Page<ClaimRow>>;
  claim(id: string): Promise<ClaimRow | null>;
  /** Many at once; unknown ones are left out. */
  claimsById(ids: readonly string[]): Promise<Map<string, ClaimRow>>;
  documents(filters?: Filters, paging?: Paging): Promise<Page<DocumentRow>>;
  document(id: string): Promise<DocumentPage | null>;
  /** Newest dispute first. */
  disputes(filters?: Filters, paging?: Paging): Promise<Page<DisputeRow>>;
  dispute(id: string): Promise<DisputeRow | null>;
  /** Latest superlative first. */
  records(filters?: Filters, paging?: Paging): Promise<Page<RecordRow>>;
  /** The most prolific first. */
  origins(filters?: Filters, paging?: Paging): Promise<Page<OriginRow>>;
  origin(key: string): Promise<OriginPage | null>;
  /** Who passes on whom: the pairs with most claims first. */
  relays(limit: number): Promise<{ origin: string; relay: string; times: number }[]>;
  /** Addresses whose text changed, latest first. */
  changes(filters?: Filters, paging?: Paging): Promise<Page<Change>>;
  links(claim: string): Promise<LinkRow[]>;
  /** Ids of claims, events, documents and disputes that begin so, ten at most, in order. */
  find(prefix: string): Promise<string[]>;
  /** Which of these documents were known by the end of a day: published by then, or, undated, first seen by then. */
  knownBy(documents: readonly string[], day: string): Promise<string[]>;
  /** Would filing this document change nothing? */
  knows(document: Document): Promise<boolean>;
  timeline(filters?: Filters): Promise<DayFigure[]>;
  /** Sums over days, weeks or months, a side at a time, in order of day. */
  dayTotals(filters: Filters, by: Bucket): Promise<DayTotal[]>;
  /** The highest that each side has claimed of one event, and what it beat. */
  sideRecords(filters?: Filters): Promise<SideRecord[]>;
  points(filters?: Filters, limit?: number): Promise<EventPoint[]>;
  counts(): Promise<Counts>;
  /** The feed after an entry, in order. */
  feed(after: number, limit: number): Promise<FeedEntry[]>;
  feedEnd(): Promise<number>;
  /** Latest first. */
  reviews(filter?: { subject?: string; by?: string }, paging?: Paging): Promise<Page<Review>>;
  /** Events worth a reviewer's time: the most contested first, as long as a claim of theirs waits for a verdict; of `by`, or of anybody. */
  queue(filters?: Filters, paging?: Paging, by?: string): Promise<Page<EventRow>>;
}

/** The same view inside a transaction, with the means to write. */
export interface LedgerWriter extends LedgerReads {
  /** Files the text and where it stood; what it says of versions is brought up to date. */
  addDocument(document: Document, messages?: readonly Message[]): Promise<{ added: Added; superseded: string[] }>;
  /** Files what was read in a document; claims that it no longer has are kept, and no longer current. Returns the current ones with reviewers' corrections in them. */
  putClaims(document: string, claims: readonly Claim[]): Promise<FiledClaim[]>;
  /** Files what linking found, with the disputes, records and origins that follow from it. */
  putOutcome(outcome: LinkOutcome): Promise<void>;
  addReview(review: NewReview): Promise<Review>;
  undoReview(id: number, by: string, reason: string): Promise<Review>;
  /** Lays the reviews in force over a claim anew. Returns it where it counts, nothing where it does not. */
  reapply(claim: string): Promise<FiledClaim[]>;
  /** Forgets every event, dispute and record (not links and reviews), so that relinking can begin. */
  clearEvents(): Promise<void>;
}

export interface Ledger extends LedgerReads {
  /** Where it is, for messages; a password in it is hidden. */
  readonly location: string;
  readonly kind: 'sqlite' | 'postgres';
  /** Runs `work` in one transaction: all of it is kept, or nothing. One writer at a time over all processes; waits its turn. */
  write<T>(work: (writer: LedgerWriter) => Promise<T>): Promise<T>;
  /** Ids of all current documents in the order in which relinking takes them: by publication, then id. */
  documentIds(): AsyncIterable<string>;
  addToken(name: string, role: Role): Promise<{ token: string; row: Token }>;
  /** The row of a token that is good; null for an unknown or revoked one. */
  checkToken(token: string): Promise<Token | null>;
  tokens(): Promise<Token[]>;
  revokeToken(id: number): Promise<boolean>;
  close(): Promise<void>;
}
