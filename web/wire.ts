import type { Claim, Stance } from '../src/model/claim.ts';
import type { DocumentInfo } from '../src/model/document.ts';
import type { Dispute, Event, Origin, RecordCheck } from '../src/model/event.ts';

/** What the API under /api/v1 sends; the shapes are those of its OpenAPI document (docs/api.md). */
export type { Claim, Dispute, DocumentInfo, Event, Origin, RecordCheck, Stance };

export interface Page<T> {
  items: T[];
  /** Hand back as `cursor` for what follows; null at the end. */
  next: string | null;
}

/** An event by name, where all of it would be too much. */
export type EventBrief = Pick<Event, 'id' | 'type' | 'title' | 'time' | 'place' | 'standing'>;

/** A claim beside the words and the article that it stands in: what every number is shown with. */
export interface ClaimView {
  claim: Claim;
  document: DocumentInfo;
  /** The sentence's own words; `claim.sentence.start` is the offset of their first character in the article. */
  sentence: string;
  event: string | null;
}

export interface EventPage {
  event: Event;
  /** At most 500, latest said first. */
  claims: ClaimView[];
  documents: DocumentInfo[];
}

export interface DocumentPage {
  document: DocumentInfo;
  text: string;
  appearances: { url: string | null; outlet: string | null; published: string | null; seen: string }[];
  claims: ClaimView[];
}

export interface DisputeView {
  id: string;
  dispute: Dispute;
  event: EventBrief;
  claims: ClaimView[];
}

export interface RecordView {
  record: RecordCheck;
  claim: ClaimView;
  event: EventBrief;
  broken_by: EventBrief | null;
}

/** The largest figure that one side claims for a measure, so far. */
export interface RunningRecord {
  measure: string;
  item: string;
  side: string | null;
  origin: string;
  low: number;
  high: number | null;
  event: EventBrief;
  claim: string;
}

export interface OriginView {
  key: string;
  name: string;
  kind: Origin['kind'];
  side: string | null;
  claims: number;
  events: number;
  documents: number;
  /** How many of its claims it later changed itself. */
  revised: number;
  /** How many somebody denied. */
  denied: number;
  /** How many stand in a dispute over figures or responsibility. */
  contradicted: number;
}

export interface OriginPage {
  origin: OriginView;
  relayed_by: { name: string; claims: number }[];
  contradicted_by: { key: string; name: string; side: string | null; disputes: number }[];
  recent: ClaimView[];
}

export interface Relay {
  origin: string;
  name: string;
  side: string | null;
  relay: string;
  claims: number;
}

/** What one side claims of one measure for the events of one day; the sum over events of its own highest figure. */
export interface DayCount {
  /** First day of the bucket. */
  day: string;
  side: string | null;
  measure: string;
  low: number;
  high: number;
  events: number;
  /** Ids of the claims that weigh most, at most five. */
  claims: string[];
}

export interface PlaceCount {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  precision: number | null;
  events: number;
  contested: number;
}

export interface LedgerInfo {
  name: string;
  documents: number;
  claims: number;
  events: number;
  disputes: number;
  from: string | null;
  to: string | null;
  /** By how many claims, most first: the order that colours are handed out in. */
  sides: string[];
  /** What this request may do. */
  access: 'none' | 'reader' | 'reviewer' | 'admin';
  /** True when the desk runs on the reader's own machine and hands the page a session. */
  local: boolean;
}

export interface ReviewAct {
  id: string;
  kind: 'accept' | 'correct' | 'reject' | 'merge' | 'split' | 'standing' | 'undo';
  claim: string | null;
  event: string | null;
  field: string | null;
  old: unknown;
  new: unknown;
  by: string;
  at: string;
  reason: string;
  undone: boolean;
}

export interface QueueItem {
  claim: ClaimView;
  event: EventBrief | null;
  /** 0 to 1: how much it needs a person. */
  doubt: number;
  reasons: string[];
}

export interface Agreement {
  reviewers: [string, string];
  /** Claims that both judged. */
  both: number;
  agree: number;
  /** Cohen's kappa; null when chance alone would agree. */
  kappa: number | null;
}

export interface Filed {
  id: string | null;
  title: string | null;
  status: 'new' | 'unchanged' | 'refused';
  reason: string | null;
  claims: number;
  events: number;
  disputes: number;
}

/** RFC 9457, with the fields that were wrong. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { field: string; detail: string }[];
}
