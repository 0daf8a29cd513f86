import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Tables } from '../tables.ts';

export type Db = Kysely<Tables>;
/** Tables whose rows are found by their words. */
export type Worded = 'claims' | 'documents' | 'events';

/** What the two databases do differently; everything else is one set of queries. */
export interface Dialect {
  readonly kind: 'sqlite' | 'postgres';
  /** What `migrations.ts` writes for a numbered key, for text that sorts by code point, and behind tables kept in key order. */
  readonly words: { serial: string; text: string; compact: string };
  /** Statements that make the full-text indexes. */
  readonly textIndexes: readonly string[];
  /** A condition that rows are tested by, and that no index is chosen for: for lists whose order must lead. */
  tested(condition: RawBuilder<unknown>): RawBuilder<SqlBool>;
  hasTable(db: Db, name: string): Promise<boolean>;
  /** Called first in each writing transaction: from here to its end no other process writes. */
  lock(tx: Db): Promise<void>;
  /** Files the words of rows under their `seq`, in place of those that were there. */
  index(tx: Db, table: Worded, rows: readonly { seq: number; words: string }[]): Promise<void>;
  unindex(tx: Db, table: Worded, seqs: readonly number[]): Promise<void>;
  unindexAll(tx: Db, table: Worded): Promise<void>;
  /** A condition on `table.seq`: its row has the words asked for. Found through the index first, or tested row by row. */
  matches(table: Worded, query: string, how: 'found' | 'tested'): RawBuilder<SqlBool>;
  /** How many rows have the words; counting stops at `cap`. */
  countMatches(db: Db, table: Worded, query: string, cap: number): Promise<number>;
}
