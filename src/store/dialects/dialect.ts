import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Tables } from '../tables.ts';

export type Db = Kysely<Tables>;
/** Tables whose rows are found by their words. */
export type Worded = 'claims' | 'documents' | 'events';

/** A row whose words are filed. */
export interface Indexed {
  seq: number;
  published?: string;
}

/** What the two databases do differently; everything else is one set of queries. */
export interface Dialect {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * What `migrations.ts` writes for a numbered key, for text that sorts by code point, behind tables kept in key order, and for the claims of
   * each dispute in the JSON of an event.
   */
  readonly words: { serial: string; text: string; compact: string; disputed: string };
  /** Statements that make the full-text indexes. */
  readonly textIndexes: readonly string[];
  /** A condition that rows are tested by, and that no index is chosen for: for lists whose order must lead. */
  tested(condition: RawBuilder<unknown>): RawBuilder<SqlBool>;
  /** A condition that a column has one of the values that a query collects first: for filters that few rows have. */
  among(column: string, query: RawBuilder<unknown>): RawBuilder<SqlBool>;
  hasTable(db: Db, name: string): Promise<boolean>;
  /** Called first in each writing transaction: from here to its end no other process writes. */
  lock(tx: Db): Promise<void>;
  /** Files the words of rows, in place of those that were there; of claims with their `published`, by which they are found again. */
  index(tx: Db, table: Worded, rows: readonly (Indexed & { words: string })[]): Promise<void>;
  unindex(tx: Db, table: Worded, rows: readonly Indexed[]): Promise<void>;
  unindexAll(tx: Db, table: Worded): Promise<void>;
  /** Files the words of all claims anew, where how they are filed has changed. */
  reindexClaims(tx: Db): Promise<void>;
  /** A condition on `seq` of a table, or what refers to it: its row has the words asked for. Found through the index first, or tested row by row. */
  matches(table: Worded, query: string, how: 'found' | 'tested', seq?: string): RawBuilder<SqlBool>;
  /**
   * A condition on claims for a list whose newest rows are wanted, published by `before`: they have the words asked for, and, where that
   * can be told in time, are among the newest that meet `others` too, `most` of them at least where there are as many.
   */
  newest(
    db: Db,
    query: string,
    others: readonly RawBuilder<SqlBool>[],
    before: string | null,
    most: number,
  ): Promise<RawBuilder<SqlBool>>;
  /** How many rows have the words, counted up to `cap`, or estimated. */
  countMatches(db: Db, table: Worded, query: string, cap: number): Promise<number>;
}
