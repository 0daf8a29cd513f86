import type { Generated } from 'kysely';

/**
 * The tables of a ledger, one interface each; `docs/ledger.md` explains them to people who open the file.
 * `seq` numbers rows inside one ledger; `id` is the stable id that the world sees. Days are ISO dates; `''` is "no day",
 * so that rows compare in one order in both databases. Flags are 0 or 1. `json` is the public shape, ready to print.
 */
export interface Tables {
  migrations: { version: number; what: string; at: string };
  documents: DocumentsTable;
  appearances: AppearancesTable;
  names: NamesTable;
  claims: ClaimsTable;
  relays: { claim: number; origin: number; relay: number };
  relayed: { origin: number; relay: number; times: number };
  events: EventsTable;
  event_claims: { event: number; claim: number; keys: string };
  event_names: { event: number; name: number; role: NameRole };
  event_figures: EventFiguresTable;
  event_values: EventValuesTable;
  side_sums: SideSumsTable;
  event_origins: EventOriginsTable;
  dispute_origins: DisputeOriginsTable;
  origins: OriginsTable;
  disputes: DisputesTable;
  records: RecordsTable;
  block_keys: { key: string; claim: number };
  links: LinksTable;
  reviews: ReviewsTable;
  tokens: TokensTable;
  feed: { seq: Generated<number>; at: string; kind: string; id: string };
}

export interface DocumentsTable {
  seq: Generated<number>;
  id: string;
  sha256: string;
  url: string | null;
  outlet: string | null;
  author: string | null;
  title: string | null;
  language: string;
  published: string | null;
  /** The day from which it counts as known: of publication, or, undated, the day it was first seen. */
  known: string;
  seen: string;
  current: number;
  claims: number;
  appearances: number;
  messages: string;
  text: string;
}

export interface AppearancesTable {
  seq: Generated<number>;
  /** Digest of document and address (or outlet, where there is no address): one row a place. */
  mark: string;
  document: number;
  url: string | null;
  outlet: string | null;
  author: string | null;
  title: string | null;
  published: string | null;
  /** `published` as an instant in UTC, to order versions by; '' when undated. */
  instant: string;
  seen: string;
  /** The appearance of another text that stood at its address just before; null where the text is the first or the same. */
  replaces: number | null;
}

/** Everybody and everywhere ever named. A party is one row whether it acts or speaks. */
export interface NamesTable {
  id: Generated<number>;
  sort: 'party' | 'place';
  key: string;
  name: string;
  uid: string | null;
  kind: string | null;
  side: string | null;
  /** Folded name, id and side between bars and blanks, for finding whole words in. */
  words: string;
}
export type NameRole = 'origin' | 'actor' | 'place';

export interface ClaimsTable {
  seq: Generated<number>;
  id: string;
  document: number;
  /** The document's place among those published at one time: 52 bits of its id, so that order hangs on nothing that came first. */
  spot: number;
  /** Minus its place in the document, so that "newest document first, then reading order" is one descending order. */
  rank: number;
  published: string;
  day: string;
  day_from: string;
  known: string;
  kind: string;
  type: string;
  measure: string | null;
  item: string | null;
  low: number | null;
  high: number | null;
  stance: string;
  modality: string;
  origin: number;
  actor: number | null;
  target: number | null;
  place: number | null;
  extractor: string;
  /** 1; 0 when its article no longer has it, or has a later text; -1 when a reviewer rejected it. */
  current: number;
  quote: string;
  json: string;
  /** What the extractor read, where a reviewer corrected it; null where nobody did. */
  read: string | null;
}

export interface EventsTable {
  seq: Generated<number>;
  id: string;
  type: string;
  title: string;
  day: string;
  day_from: string;
  /** The day from which it counts as known. */
  known: string;
  standing: string;
  /** The standing that the rules gave, beneath a reviewer's. */
  judged: string;
  first: string;
  latest: string;
  documents: number;
  origins: number;
  claims: number;
  disputes: number;
  latitude: number | null;
  longitude: number | null;
  precision: number | null;
  json: string;
}

export interface EventFiguresTable {
  event: number;
  measure: string;
  item: string;
  low: number | null;
  best: number | null;
  high: number | null;
  /** `best`, or else the bound that there is: what records are compared by. */
  value: number;
  day: string;
  /** The side whose records it may break, '' where that is unknown; null where it breaks none. */
  rival: string | null;
}

export interface EventValuesTable {
  event: number;
  measure: string;
  item: string;
  origin: string;
  side: string;
  low: number | null;
  high: number | null;
  day: string;
}

/** Sums over the events of a day, and of a month: of each event a side's highest figure. */
export interface SideSumsTable {
  span: 'day' | 'month';
  /** First day of it. */
  day: string;
  measure: string;
  item: string;
  side: string;
  low: number;
  high: number;
  events: number;
}

export interface EventOriginsTable {
  event: number;
  origin: number;
  claims: number;
  revised: number;
  denied: number;
  contradicted: number;
}

/** Who is in which dispute of an event, the `nth` of its kind: each of those that contradict does so to all that the others are contradicted in. */
export interface DisputeOriginsTable {
  event: number;
  kind: string;
  nth: number;
  origin: number;
  /** How many of its claims are. */
  contradicted: number;
  contradicts: number;
}

/** Sums of `event_origins`, kept up with every change so that the list needs no scan. */
export interface OriginsTable {
  origin: number;
  /** Its key in `names`. */
  key: string;
  claims: number;
  events: number;
  revised: number;
  denied: number;
  contradicted: number;
}

export interface DisputesTable {
  seq: Generated<number>;
  id: string;
  event: number;
  kind: string;
  note: string;
  claims: string;
  since: string;
  /** Days of its event. */
  day: string;
  day_from: string;
}

export interface RecordsTable {
  seq: Generated<number>;
  /** Of the claim. */
  id: string;
  claim: number;
  event: number;
  status: string;
  breaker: string | null;
  note: string;
  since: string;
}

export interface LinksTable {
  seq: Generated<number>;
  claim: string;
  event: string;
  other: string | null;
  score: number;
  reason: string;
  by: string;
  at: string;
}

export interface ReviewsTable {
  id: Generated<number>;
  at: string;
  by: string;
  action: string;
  subject: string;
  other: string | null;
  field: string | null;
  old: string | null;
  new: string | null;
  reason: string;
  undone_by: number | null;
}

export interface TokensTable {
  id: Generated<number>;
  name: string;
  role: string;
  hash: string;
  created: string;
  revoked: string | null;
}
