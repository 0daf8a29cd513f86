import type { Db } from './dialects/dialect.ts';
import type { FeedEntry } from './ledger.ts';
import { chunks } from './rows.ts';

/** Adds to the feed of changes, inside the transaction that makes them. */
export async function announce(tx: Db, at: string, entries: readonly Pick<FeedEntry, 'kind' | 'id'>[]): Promise<void> {
  for (const chunk of chunks(entries))
    await tx
      .insertInto('feed')
      .values(chunk.map(({ kind, id }) => ({ at, kind, id })))
      .execute();
}

export async function readFeed(db: Db, after: number, limit: number): Promise<FeedEntry[]> {
  return (await db
    .selectFrom('feed')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()) as FeedEntry[];
}

/** The last entry's number; 0 when there is none. */
export async function feedEnd(db: Db): Promise<number> {
  return (await db.selectFrom('feed').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.seq ?? 0;
}
