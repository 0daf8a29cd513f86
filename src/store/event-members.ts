import type { Db } from './dialects/dialect.ts';
import { chunks } from './rows.ts';

/** A claim of an event, by number, with the keys under which linking finds it. */
export interface Member {
  claim: number;
  keys: string[];
}

/** The claims of an event and their keys; only what differs is written. A claim is in one event: whatever had it loses it. */
export async function fileMembers(tx: Db, event: number, members: readonly Member[]): Promise<void> {
  const there = await tx.selectFrom('event_claims').select(['claim', 'keys']).where('event', '=', event).execute();
  const before = new Map(there.map((row) => [row.claim, row.keys]));
  const now = new Map(members.map(({ claim, keys }) => [claim, JSON.stringify(keys)]));
  const changed = members.filter(({ claim }) => before.get(claim) !== now.get(claim));
  const left = there.filter((row) => !now.has(row.claim)).map(({ claim }) => claim);
  await forgetMembers(tx, [...left, ...changed.map(({ claim }) => claim)]);
  for (const chunk of chunks(changed))
    await tx
      .insertInto('event_claims')
      .values(chunk.map(({ claim }) => ({ event, claim, keys: now.get(claim)! })))
      .execute();
  const filed = changed.flatMap(({ claim, keys }) => keys.map((key) => ({ key, claim })));
  for (const chunk of chunks(filed)) await tx.insertInto('block_keys').values(chunk).execute();
}

/** Takes claims out of whatever event they are in, and from under their keys. */
export async function forgetMembers(tx: Db, claims: readonly number[]): Promise<void> {
  for (const chunk of chunks(claims)) {
    const rows = await tx.deleteFrom('event_claims').where('claim', 'in', chunk).returning(['claim', 'keys']).execute();
    for (const { claim, keys } of rows)
      for (const some of chunks(JSON.parse(keys) as string[]))
        await tx.deleteFrom('block_keys').where('key', 'in', some).where('claim', '=', claim).execute();
  }
}
