import { sql } from 'kysely';
import type { Event } from '../model/event.ts';
import { type ClaimFacts, type Contribution, contributions } from './contributions.ts';
import type { Db } from './dialects/dialect.ts';
import { putRows } from './event-parts.ts';
import { chunks } from './rows.ts';

type Row = { origin: number } & { [Name in keyof Contribution]: number };
const sums = ['events', 'claims', 'revised', 'denied', 'contradicted'] as const;
type Sums = { origin: number } & Record<(typeof sums)[number], number>;

/** Files how each origin fared in an event and its disputes, and adds what changed to the sums over all events. Of null, an event that is no more. */
export async function fileOrigins(
  tx: Db,
  event: number,
  said: Event | null,
  facts: ReadonlyMap<string, ClaimFacts>,
): Promise<void> {
  const { origins, disputants } = said
    ? contributions(said, facts)
    : { origins: new Map<number, Contribution>(), disputants: [] };
  const { gone, come } = await putRows<Row>(
    tx,
    'event_origins',
    event,
    [...origins].map(([origin, one]) => ({ origin, ...one })),
  );
  await putRows(
    tx,
    'dispute_origins',
    event,
    disputants.map((one) => ({ ...one })),
  );
  const change = new Map<number, Sums>();
  const add = ({ origin, claims, revised, denied, contradicted }: Row, sign: 1 | -1) => {
    const sum = change.get(origin) ?? { origin, events: 0, claims: 0, revised: 0, denied: 0, contradicted: 0 };
    const more = { events: 1, claims, revised, denied, contradicted };
    for (const name of sums) sum[name] += sign * more[name];
    change.set(origin, sum);
  };
  for (const row of gone) add(row, -1);
  for (const row of come) add(row, 1);
  await addUp(
    tx,
    [...change.values()].filter((sum) => sums.some((name) => sum[name] !== 0)),
  );
}

async function addUp(tx: Db, changes: readonly Sums[]): Promise<void> {
  for (const chunk of chunks(changes))
    await tx
      .insertInto('origins')
      .values(chunk.map((sum) => ({ ...sum, key: sql<string>`(select key from names where id = ${sum.origin})` })))
      .onConflict((on) =>
        on
          .column('origin')
          .doUpdateSet((update) =>
            Object.fromEntries(
              sums.map((sum) => [sum, sql<number>`${update.ref(`origins.${sum}`)} + ${update.ref(`excluded.${sum}`)}`]),
            ),
          ),
      )
      .execute();
}
