import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import Database from 'libsql';
import type { Tables } from '../tables.ts';
import type { Dialect } from './dialect.ts';

/** Milliseconds that SQLite itself waits for a lock; only while a ledger is opened can that be more than a moment. */
const BUSY_TIMEOUT = 2_000;
/** Pages of the log (of 4 KiB) that are carried over into the file at once: what many commits changed is written there once. */
const CHECKPOINT = 8_000;
/** Milliseconds between two questions for the write lock, and after which we give up: relinking a large ledger takes minutes. */
const ASK_AGAIN = 10;
const PATIENCE = 600_000;
/** Statements kept prepared, the last used; dropped ones are only freed when JavaScript next collects its garbage. */
const KEPT = 400;

/**
 * One connection to a SQLite file, in WAL mode: readers never wait for the writer. `synchronous = normal` keeps the file
 * whole through any crash, and all that was committed through a crash of the process.
 */
export function openSqlite(file: string): Kysely<Tables> {
  const database = new Database(file);
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = normal',
    'cache_size = -131072',
    `wal_autocheckpoint = ${CHECKPOINT}`,
    'temp_store = memory',
  ])
    database.prepare(`pragma ${pragma}`).all([]);
  return new Kysely<Tables>({ dialect: new ImmediateDialect({ database: keepStatements(database) }) });
}

/** Preparing costs more than most of our queries do. */
function keepStatements(database: InstanceType<typeof Database>): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = kept.get(text);
      if (known) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const prepared = database.prepare(text) as unknown as {
        reader: boolean;
        all: SqliteStatement['all'];
        run: SqliteStatement['run'];
        iterate: SqliteStatement['iterate'];
      };
      const statement: SqliteStatement = {
        reader: prepared.reader,
        all: (parameters) => prepared.all(parameters),
        run: (parameters) => prepared.run(parameters),
        iterate: (parameters) => prepared.iterate(parameters),
      };
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
      kept.set(text, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      database.close();
    },
  };
}

/**
 * Transactions take the write lock when they begin, not at their first write, where SQLite could only refuse. While another
 * process has it we ask again and again: SQLite's own waiting would stop this whole process, and a server must go on answering.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let waited = 0; ; waited += ASK_AGAIN) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (waited >= PATIENCE)
          throw new Error(
            `another process has been writing to this ledger for ${PATIENCE / 1000} seconds: wait until it is done, and try again`,
          );
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
      }
    }
  }
}

const isBusy = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
}

/** Bits of a rowid of full text that tell the row; those above tell the minute of its publication, so that the newest come first in its order. */
const SEQ_BITS = sql.lit(33);
const SEQ = sql.lit(2 ** 33 - 1);
const minuteOf = (published: unknown) => sql`max(coalesce(unixepoch(${published}) / 60, 0), 0)`;
/** The rowid under which the words of a row are filed: its `seq`, or, of what has a publication, the place that it has by that. */
const placeOf = (seq: unknown, published?: unknown) =>
  published === undefined ? sql`${seq}` : sql`(${minuteOf(published)} << ${SEQ_BITS} | ${seq})`;

/** Full text is FTS5 without a copy of the text. Folds case and accents, splits at all that is no letter or digit. */
const ftsTable = (table: string) =>
  `create virtual table ${table}_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')`;

export const sqlite: Dialect = {
  kind: 'sqlite',
  words: {
    serial: 'integer primary key autoincrement',
    text: 'text',
    compact: 'without rowid',
    disputed: `json_each(events.json, '$.disputes') as dispute cross join json_each(dispute.value, '$.claims') as said`,
  },
  textIndexes: [ftsTable('claims'), ftsTable('documents'), ftsTable('events')],
  tested: (condition) => sql`+(${condition})`,
  among: (column, query) => sql`${sql.ref(column)} in (${query})`,
  async hasTable(db, name) {
    const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db);
    return found.rows.length > 0;
  },
  async lock() {},
  async unindex(tx, table, rows) {
    for (const { seq, published } of rows)
      await sql`delete from ${sql.table(`${table}_words`)} where rowid = ${placeOf(seq, published)}`.execute(tx);
  },
  async unindexAll(tx, table) {
    const words = sql.table(`${table}_words`);
    await sql`insert into ${words} (${words}) values ('delete-all')`.execute(tx);
  },
  async index(tx, table, rows) {
    for (const { seq, published, words } of rows)
      await sql`insert or replace into ${sql.table(`${table}_words`)} (rowid, words) values (${placeOf(seq, published)}, ${words})`.execute(
        tx,
      );
  },
  async reindexClaims(tx) {
    await sqlite.unindexAll(tx, 'claims');
    const place = placeOf(sql.ref('seq'), sql.ref('published'));
    await sql`insert into claims_words (rowid, words) select ${place} as place, quote from claims order by place`.execute(
      tx,
    );
  },
  matches(table, query, how, seq = `${table}.seq`) {
    const words = sql.table(`${table}_words`);
    const name = sql.raw(`${table}_words`);
    const published = table === 'claims' ? sql.ref('claims.published') : undefined;
    return how === 'found'
      ? sqlite.among(seq, sql`select rowid & ${SEQ} from ${words} where ${name} match ${ftsQuery(query)}`)
      : sql`exists (select 1 from ${words} where ${name} match ${ftsQuery(query)} and rowid = ${placeOf(sql.ref(seq), published)})`;
  },
  async newest(_, query, others, before, most) {
    const words = sql`claims_words match ${ftsQuery(query)}${before === null ? sql`` : sql` and claims_words.rowid < ${minuteOf(before)} + 1 << ${SEQ_BITS}`}`;
    // The order is that of the index, so this ends as soon as there are enough, however common the words are.
    const enough = sql`select claims_words.rowid as place from claims_words cross join claims on claims.seq = claims_words.rowid & ${SEQ}
      where ${sql.join([words, ...others], sql` and `)} order by claims_words.rowid desc limit ${most}`;
    return sql`claims.seq in (select rowid & ${SEQ} from claims_words where ${words}
      and claims_words.rowid >= (select coalesce(min(place), 0) from (${enough})) >> ${SEQ_BITS} << ${SEQ_BITS})`;
  },
  async countMatches(db, table, query, cap) {
    const name = sql.raw(`${table}_words`);
    const counted = await sql<{ n: number }>`select count(*) as n from
      (select 1 from ${sql.table(`${table}_words`)} where ${name} match ${ftsQuery(query)} limit ${cap})`.execute(db);
    return counted.rows[0].n;
  },
};

/** Every word or "quoted phrase" as an FTS5 string, so that nothing a user types is syntax. */
function ftsQuery(query: string): string {
  const parts = [...query.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, phrase, word]) => phrase ?? word);
  const quoted = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => `"${part}"`);
  return quoted.length > 0 ? quoted.join(' ') : '""';
}
