import type { ClaimRow, DisputeRow as Dispute, Role } from '../src/model/rows.ts';

// What the API under /api/v1 sends: the model's rows and pages as they are, and beside them what only the desk asks for (docs/api.md).
export type { Claim } from '../src/model/claim.ts';
export type { DocumentInfo } from '../src/model/document.ts';
export type { Event, Standing } from '../src/model/event.ts';
export type {
  ClaimRow,
  DayTotal,
  DocumentPage,
  EventPage,
  EventPoint,
  EventRow,
  OriginPage,
  OriginRow,
  RecordRow,
  Review,
  SideFigure,
  SideRecord,
} from '../src/model/rows.ts';

export interface Page<T> {
  items: T[];
  /** Hand back as `cursor` for what follows; null at the end. */
  next: string | null;
}

/** A dispute with the claims that clash, at most six of them. */
export interface DisputeRow extends Dispute {
  words: ClaimRow[];
}

export interface Relay {
  origin: string;
  relay: string;
  times: number;
}

export interface LedgerInfo {
  location: string;
  documents: number;
  claims: number;
  events: number;
  disputes: number;
  records: number;
  origins: number;
  /** First and last day of any event. */
  from: string | null;
  to: string | null;
  /** The most talkative first: the order that colours are handed out in. */
  sides: string[];
}

export interface Me {
  name: string;
  role: Role | 'none';
  /** True where the server hands a session to its own page. */
  local: boolean;
}

export interface Agreement {
  reviewers: [string, string];
  both: number;
  agree: number;
  /** Cohen's kappa; null where chance alone would agree. */
  kappa: number | null;
}

/** What became of one text that was handed in. */
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
