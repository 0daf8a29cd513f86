import type { Claim } from '../src/model/claim.ts';
import type { DocumentInfo } from '../src/model/document.ts';
import type { Dispute, Event, Origin, RecordCheck, Standing } from '../src/model/event.ts';

/** What the API under /api/v1 sends: the model's own shapes, and around them the rows of its OpenAPI document (docs/api.md). */
export type { Claim, Dispute, DocumentInfo, Event, Origin, RecordCheck, Standing };

export interface Page<T> {
  items: T[];
  /** Hand back as `cursor` for what follows; null at the end. */
  next: string | null;
}

export type EventBrief = Pick<Event, 'id' | 'type' | 'title' | 'time' | 'place' | 'standing'>;

/** A claim beside the words and the article that it stands in: what every number is shown with. */
export interface ClaimRow {
  claim: Claim;
  document: DocumentInfo;
  event: string | null;
  /** The sentence's own words; `claim.sentence.start` is the offset of their first character in the article. */
  quote: string;
  current: boolean;
}

export interface EventRow {
  event: Event;
  documents: number;
  origins: number;
  claims: number;
  disputes: number;
  /** Publication of the first and the latest article. */
  first: string | null;
  latest: string | null;
}

export interface EventPage extends EventRow {
  /** In order of publication. */
  filed: ClaimRow[];
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

export interface DocumentPage {
  document: DocumentInfo & { text: string };
  claims: Claim[];
  messages: { start: number; end: number; rule: string; reason: string }[];
  appearances: { url: string | null; outlet: string | null; published: string | null; seen: string }[];
  versions: { document: string; url: string; published: string | null; seen: string; current: boolean }[];
}

export interface DisputeRow extends Dispute {
  id: string;
  event: EventBrief;
  since: string | null;
  words: ClaimRow[];
}

export interface RecordRow extends RecordCheck {
  about: { id: string; title: string };
  broken_by: string | null;
  quote: string;
  document: DocumentInfo;
}

export interface OriginRow {
  key: string;
  name: string;
  kind: Origin['kind'];
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

export interface Relay {
  origin: string;
  relay: string;
  times: number;
}

/** What one side claims of one measure and item for the events of one day, week or month. */
export interface DayTotal {
  /** First day of the bucket. */
  day: string;
  measure: string;
  item: string;
  side: string | null;
  low: number;
  high: number;
  events: number;
}

export interface EventPoint {
  id: string;
  title: string;
  standing: Standing;
  day: string | null;
  latitude: number;
  longitude: number;
  precision: number | null;
  documents: number;
  disputes: number;
}

export interface LedgerInfo {
  location: string;
  documents: number;
  claims: number;
  events: number;
  disputes: number;
  records: number;
  origins: number;
  from: string | null;
  to: string | null;
  /** The most talkative first: the order that colours are handed out in. */
  sides: string[];
}

export interface Me {
  name: string;
  role: 'none' | 'reader' | 'reviewer' | 'admin';
  /** True where the server hands a session to its own page. */
  local: boolean;
}

export interface Review {
  id: number;
  at: string;
  by: string;
  action: 'accept' | 'correct' | 'reject' | 'same' | 'different' | 'standing' | 'undo';
  subject: string;
  other: string | null;
  field: string | null;
  old: unknown;
  new: unknown;
  reason: string;
  undone_by: number | null;
}

export interface Agreement {
  reviewers: [string, string];
  both: number;
  agree: number;
  kappa: number | null;
}

export interface Filed {
  document: string | null;
  title: string | null;
  status: 'new' | 'unchanged' | 'refused';
  reason: string | null;
  claims: number;
  events: string[];
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
