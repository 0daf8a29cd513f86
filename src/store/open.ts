import { statSync } from 'node:fs';
import { openSqlite, sqlite } from './dialects/sqlite.ts';
import type { Ledger } from './ledger.ts';
import { migrate } from './migrations.ts';
import { SqlLedger } from './sql-ledger.ts';

export interface OpenOptions {
  /** The clock, as ISO 8601 in UTC; for tests and repeatable runs. */
  now?: () => string;
  /** Throw where there is no such file, instead of making it. */
  mustExist?: boolean;
}

/** Thrown where a ledger cannot be opened; the message says which, why, and what to do. */
export class LedgerError extends Error {
  override name = 'LedgerError';
}

/** Opens a ledger, makes it where there is none, and brings it up to date: a path to a SQLite file, or a `postgres://` URL. */
export async function openLedger(
  where: string,
  { now = () => new Date().toISOString(), mustExist = false }: OpenOptions = {},
): Promise<Ledger> {
  try {
    return /^postgres(ql)?:\/\//.test(where)
      ? await postgresLedger(where, now)
      : await fileLedger(where, now, mustExist);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(`cannot open the ledger ${hidden(where)}: ${(error as Error).message || String(error)}`, {
      cause: error,
    });
  }
}

async function fileLedger(file: string, now: () => string, mustExist: boolean): Promise<Ledger> {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory())
    throw new LedgerError(`the ledger ${file} is a folder: name a file, such as ${file}/counterclaim.db`);
  if (!there && mustExist)
    throw new LedgerError(
      `there is no ledger ${file}: make one with "counterclaim ingest", or name another with --ledger`,
    );
  const writer = openSqlite(file);
  try {
    await migrate(writer, sqlite, now);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  return new SqlLedger(file, openSqlite(file), writer, sqlite, now);
}

async function postgresLedger(url: string, now: () => string): Promise<Ledger> {
  const { openPostgres, postgres } = await import('./dialects/postgres.ts');
  const pool = await openPostgres(url);
  try {
    await migrate(pool, postgres, now);
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return new SqlLedger(hidden(url), pool, pool, postgres, now);
}

/** A location without its password. */
const hidden = (where: string): string => where.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:…@');
