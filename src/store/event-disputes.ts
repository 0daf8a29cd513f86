import type { Event } from '../model/event.ts';
import { stableId } from '../model/ids.ts';
import type { ClaimFacts } from './contributions.ts';
import type { Db } from './dialects/dialect.ts';
import { putRows } from './event-parts.ts';
import { announce } from './feed.ts';
import { chunks } from './rows.ts';

/** What may change of a dispute. */
const mutable = ['note', 'since', 'day', 'day_from'] as const;

/** Files an event's disputes with its days: those that go on keep their row. New ones are told in the feed. */
export async function fileDisputes(
  tx: Db,
  event: number,
  { id, disputes }: Event,
  days: { day: string; day_from: string },
  facts: ReadonlyMap<string, ClaimFacts>,
  now: string,
): Promise<void> {
  const there = await tx
    .selectFrom('disputes')
    .select(['id', ...mutable])
    .where('event', '=', event)
    .execute();
  const rows = new Map(
    disputes.map(({ kind, claims, note }) => {
      // It became a dispute when the second of its claims was published.
      const said = claims.map((claim) => facts.get(claim)?.published ?? '').sort();
      const row = {
        id: stableId('x', id, kind, claims),
        event,
        kind,
        note,
        claims: JSON.stringify(claims),
        since: said[1] ?? said[0] ?? '',
        ...days,
      };
      return [row.id, row];
    }),
  );
  const gone = there.filter((row) => !rows.has(row.id)).map((row) => row.id);
  for (const some of chunks(gone)) await tx.deleteFrom('disputes').where('id', 'in', some).execute();
  for (const before of there) {
    const now = rows.get(before.id);
    rows.delete(before.id);
    if (now && mutable.some((column) => now[column] !== before[column]))
      await tx
        .updateTable('disputes')
        .set(Object.fromEntries(mutable.map((column) => [column, now[column]])))
        .where('id', '=', before.id)
        .execute();
  }
  for (const chunk of chunks([...rows.values()])) await tx.insertInto('disputes').values(chunk).execute();
  await announce(
    tx,
    now,
    [...rows.keys()].map((id) => ({ kind: 'dispute', id })),
  );
}

/** Files the superlatives about an event, as they stand now. */
export async function fileRecords(
  tx: Db,
  event: number,
  { id, records }: Event,
  facts: ReadonlyMap<string, ClaimFacts & { seq: number }>,
  now: string,
): Promise<void> {
  const rows = records.flatMap(({ claim, status, event: breaker, note }) => {
    const fact = facts.get(claim);
    return fact ? [{ id: claim, claim: fact.seq, status, breaker, note, since: fact.published }] : [];
  });
  const { come } = await putRows(tx, 'records', event, rows);
  if (come.length > 0) await announce(tx, now, [{ kind: 'record', id }]);
}
