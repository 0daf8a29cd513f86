import { sql } from 'kysely';
import type { Db } from './dialects/dialect.ts';
import { chunks } from './rows.ts';

/** Who passed a claim on: numbers of `claims`, and of `names`. */
export interface Relay {
  claim: number;
  origin: number;
  relay: number;
}

/** Files who passed some claims on, and adds it to the sums of each pair. */
export async function fileRelays(tx: Db, relays: readonly Relay[]): Promise<void> {
  for (const chunk of chunks(relays)) await tx.insertInto('relays').values(chunk).execute();
  await addUp(tx, relays, 1);
}

/** Forgets who passed a claim on, to file it anew. */
export async function forgetRelays(tx: Db, claim: number): Promise<void> {
  const gone = await tx.deleteFrom('relays').where('claim', '=', claim).returningAll().execute();
  await addUp(tx, gone, -1);
}

async function addUp(tx: Db, relays: readonly Relay[], sign: 1 | -1): Promise<void> {
  const pairs = new Map<string, { origin: number; relay: number; times: number }>();
  for (const { origin, relay } of relays) {
    const pair = pairs.get(`${origin} ${relay}`) ?? { origin, relay, times: 0 };
    pair.times += sign;
    pairs.set(`${origin} ${relay}`, pair);
  }
  for (const chunk of chunks([...pairs.values()]))
    await tx
      .insertInto('relayed')
      .values(chunk)
      .onConflict((on) =>
        on.columns(['origin', 'relay']).doUpdateSet({ times: sql<number>`relayed.times + excluded.times` }),
      )
      .execute();
}

/** Who passes on whom, the most often first. */
export const listRelays = (db: Db, limit: number): Promise<{ origin: string; relay: string; times: number }[]> =>
  db
    .selectFrom('relayed')
    .innerJoin('names as roots', 'roots.id', 'relayed.origin')
    .innerJoin('names as by', 'by.id', 'relayed.relay')
    .select(['roots.name as origin', 'by.name as relay', 'times'])
    .where('times', '>', 0)
    .orderBy('times', 'desc')
    .orderBy('roots.name')
    .orderBy('by.name')
    .limit(limit)
    .execute();

/** Who passes an origin on, the most often first. */
export const relaysOf = (
  db: Db,
  origin: number,
  limit: number,
): Promise<{ key: string; name: string; times: number }[]> =>
  db
    .selectFrom('relayed')
    .innerJoin('names', 'names.id', 'relayed.relay')
    .select(['names.key', 'names.name', 'times'])
    .where('relayed.origin', '=', origin)
    .where('times', '>', 0)
    .orderBy('times', 'desc')
    .orderBy('names.key')
    .limit(limit)
    .execute();
