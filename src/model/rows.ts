import type { Claim, Message, PartyKind } from './claim.ts';
import type { Document, DocumentInfo } from './document.ts';
import type { Dispute, Event, RecordCheck } from './event.ts';
import type { FiledClaim } from './ledger.ts';

// What a ledger answers with: the rows of its lists and the pages of its things, for commands, API and web alike.

/** One place where a text was read. The same text under two addresses is one document with two of these. */
export interface Appearance {
  url: string | null;
  outlet: string | null;
  author: string | null;
  title: string | null;
  published: string | null;
  /** When the ledger first saw it there, ISO 8601 in UTC. */
  seen: string;
}

export interface DocumentRow extends DocumentInfo {
  seen: string;
  claims: number;
  appearances: number;
  /** False once a later version of the same address has taken its place. */
  current: boolean;
}

/** A document whole, for the reader: its text, what was read in it, and where it stood. */
export interface DocumentPage {
  document: Document;
  claims: Claim[];
  messages: Message[];
  appearances: Appearance[];
  /** All texts seen at its address, oldest first, itself among them; one entry when it never changed. */
  versions: { document: string; url: string; published: string | null; seen: string; current: boolean }[];
}

export interface ClaimRow extends FiledClaim {
  /** The event it stands in; null when it stands in none. */
  event: string | null;
  /** The words of its sentence. */
  quote: string;
  /** False when a later version of its article no longer has it, or a reviewer rejected it. */
  current: boolean;
}

export interface EventRow {
  event: Event;
  /** Distinct counts, so that a list can say "14 articles, 2 origins" without counting. */
  documents: number;
  origins: number;
  claims: number;
  disputes: number;
  /** Publication of its first and its latest document; null when none is dated. */
  first: string | null;
  latest: string | null;
}

/** An event whole: its claims with their documents, in order of publication. */
export interface EventPage extends EventRow {
  filed: ClaimRow[];
  /** Why each of its claims stands in it. */
  links: LinkRow[];
}

export interface LinkRow {
  claim: string;
  event: string;
  other: string | null;
  score: number;
  reason: string;
  by: string;
  at: string;
}

export interface DisputeRow extends Dispute {
  id: string;
  event: Pick<Event, 'id' | 'title' | 'type' | 'standing' | 'time' | 'place'>;
  /** Publication of the later of the claims that clash: when it became disputed. */
  since: string | null;
}

export interface RecordRow extends RecordCheck {
  /** The event that the superlative is about. */
  about: Pick<Event, 'id' | 'title'>;
  /** Title of the event that breaks it, if one does. */
  broken_by: string | null;
  quote: string;
  document: DocumentInfo;
}

/** Who says what, and how it fared. */
export interface OriginRow {
  /** Key for `origin()`: the party's id, or its folded name. */
  key: string;
  name: string;
  id: string | null;
  kind: PartyKind;
  side: string | null;
  claims: number;
  events: number;
  /** Figures that it later changed itself. */
  revised: number;
  /** Claims that somebody denied. */
  denied: number;
  /** Claims that cannot be true beside another origin's. */
  contradicted: number;
}

export interface OriginPage extends OriginRow {
  contradicted_by: { key: string; name: string; side: string | null; kind: Dispute['kind']; times: number }[];
  relayed_by: { key: string; name: string; times: number }[];
  first: string | null;
  latest: string | null;
}

/** An address whose text changed between two readings. */
export interface Change {
  url: string;
  before: string;
  after: string;
  outlet: string | null;
  title: string | null;
  seen: string;
  vanished: Claim[];
  appeared: Claim[];
  /** Claims that stand in both, with different figures, sources or times. */
  changed: { before: Claim; after: Claim }[];
}

/** One figure of one origin on one event's day: what the timeline and the map draw. */
export interface DayFigure {
  day: string;
  measure: string;
  item: string;
  side: string | null;
  origin: string;
  events: number;
  low: number | null;
  high: number | null;
}

/** What one side claims of one measure and item, summed over the events of one day, week or month. */
export interface DayTotal {
  /** First day of the day, week or month. */
  day: string;
  measure: string;
  item: string;
  side: string | null;
  low: number;
  high: number;
  events: number;
}

/** A figure that a side claims of one event. */
export interface SideFigure {
  low: number | null;
  high: number | null;
  origin: string;
  /** Who says so, of that origin. */
  claims: string[];
  /** The event's last day. */
  day: string;
  event: { id: string; title: string };
}

/** The highest that a side has claimed of one event so far, and what it beat. */
export interface SideRecord {
  measure: string;
  item: string;
  /** Of the origins that claim it. */
  side: string;
  now: SideFigure;
  before: SideFigure;
}

export interface EventPoint {
  id: string;
  title: string;
  type: string;
  standing: string;
  day: string | null;
  latitude: number;
  longitude: number;
  precision: number | null;
  documents: number;
  disputes: number;
}

/** What a reviewer did. Rows are added; undoing one adds another and marks this one. */
export interface Review {
  id: number;
  at: string;
  by: string;
  action: ReviewAction;
  /** `accept` `correct` `reject`: a claim's id. `same` `different`: two claims' ids. `standing`: a claim of the event meant. */
  subject: string;
  /** The other claim, of `same` and `different`. */
  other: string | null;
  /** Of `correct`: a path into the claim such as `value.low` or `source.name`. */
  field: string | null;
  /** JSON values. */
  old: unknown;
  new: unknown;
  reason: string;
  /** The review that took this one back. */
  undone_by: number | null;
}
export type ReviewAction = 'accept' | 'correct' | 'reject' | 'same' | 'different' | 'standing' | 'undo';
export type NewReview = Pick<Review, 'by' | 'action' | 'subject' | 'reason'> &
  Partial<Pick<Review, 'other' | 'field' | 'new'>>;

export type Role = 'reader' | 'reviewer' | 'admin';
export interface Token {
  id: number;
  name: string;
  role: Role;
  created: string;
  revoked: string | null;
}

/** One entry of the feed of changes. `seq` only grows; what has a lower one is complete. */
export interface FeedEntry {
  seq: number;
  at: string;
  kind: 'document' | 'event' | 'removed' | 'dispute' | 'record' | 'review';
  id: string;
}

export interface Counts {
  documents: number;
  appearances: number;
  claims: number;
  events: number;
  disputes: number;
  records: number;
  origins: number;
}
