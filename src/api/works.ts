import type { Article } from '../model/document.ts';
import type { NewReview, Review } from '../store/ledger.ts';

/** What became of one text that was handed in. */
export interface Filed {
  /** The document's id; null where it was refused. */
  document: string | null;
  title: string | null;
  status: 'new' | 'unchanged' | 'refused';
  /** Why it was refused; null where it was not. */
  reason: string | null;
  claims: number;
  /** Ids of the events that its claims stand in. */
  events: string[];
  disputes: number;
}

/** What changes a ledger. The pipeline does these; the API hands them what came in and tells what came of it. */
export interface Works {
  /** Reads one text. */
  text(article: Article): Promise<Filed>;
  /** Fetches an address and reads what is there, an article or a feed of them; only the public internet is fetched from. */
  address(url: string): AsyncIterable<Filed>;
  /** Reads a file's articles, one outcome each, in their order. */
  file(name: string, bytes: Uint8Array): AsyncIterable<Filed>;
  /** Adds a reviewer's act and judges anew what it touches. */
  review(act: NewReview): Promise<Review>;
  /** Takes an act back, by adding one that says so. */
  undo(id: number, by: string, reason: string): Promise<Review>;
}
