import type { Db } from './dialects/dialect.ts';

const MOST = 10;
/** Tables whose rows have public ids, by the letter that those begin with. */
const tables = { c: 'claims', d: 'documents', e: 'events', x: 'disputes' } as const;

/** Ids that begin with a prefix, so that nobody need type all of one. */
export async function findIds(db: Db, prefix: string): Promise<string[]> {
  const table = tables[prefix[0] as keyof typeof tables];
  if (!table || !/^[a-z]_[0-9a-f]*$/.test(prefix)) return [];
  // "g" follows the last hexadecimal digit.
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', '>=', prefix)
    .where('id', '<', `${prefix}g`)
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(({ id }) => id);
}
