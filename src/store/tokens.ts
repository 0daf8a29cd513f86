import { randomBytes } from 'node:crypto';
import { sha256 } from '../model/ids.ts';
import type { Db } from './dialects/dialect.ts';
import type { Role, Token } from './ledger.ts';

const columns = ['id', 'name', 'role', 'created', 'revoked'] as const;

/**
 * A new token, shown once and kept only as its SHA-256: it is 256 random bits, which nobody guesses, so no slow hash is
 * needed. (The one place where chance is wanted.)
 */
export async function addToken(db: Db, name: string, role: Role, now: string): Promise<{ token: string; row: Token }> {
  const token = `cc_${randomBytes(32).toString('base64url')}`;
  const row = await db
    .insertInto('tokens')
    .values({ name, role, hash: sha256(token), created: now, revoked: null })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { token, row: row as Token };
}

export async function checkToken(db: Db, token: string): Promise<Token | null> {
  const row = await db
    .selectFrom('tokens')
    .select(columns)
    .where('hash', '=', sha256(token))
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return (row as Token | undefined) ?? null;
}

export async function listTokens(db: Db): Promise<Token[]> {
  return (await db.selectFrom('tokens').select(columns).orderBy('id').execute()) as Token[];
}

/** False where there is no such token, or it was revoked before. */
export async function revokeToken(db: Db, id: number, now: string): Promise<boolean> {
  const row = await db
    .updateTable('tokens')
    .set({ revoked: now })
    .where('id', '=', id)
    .where('revoked', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
