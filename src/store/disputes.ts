import { sql } from 'kysely';
import type { Dispute, Event } from '../model/event.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { joinedNarrowings } from './events.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { DisputeRow } from './ledger.ts';
import { choose, days, type Narrowing, plainNarrowing } from './narrowing.ts';
import { type Order, paged } from './page.ts';
import { inOrderOf } from './rows.ts';

const order: Order = [
  { column: 'disputes.since', type: 'string' },
  { column: 'disputes.id', type: 'string' },
];

const rows = (db: Db) =>
  db
    .selectFrom('disputes')
    .innerJoin('events', 'events.seq', 'disputes.event')
    .select([
      'disputes.seq',
      'disputes.id',
      'disputes.kind',
      'disputes.note',
      'disputes.claims',
      'disputes.since',
      'events.json',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function disputeRow({ id, kind, note, claims, since, json }: Row): DisputeRow {
  const { id: event, title, type, standing, time, place }: Event = JSON.parse(json);
  return {
    id,
    kind: kind as Dispute['kind'],
    note,
    claims: JSON.parse(claims),
    since: since || null,
    event: { id: event, title, type, standing, time, place },
  };
}

/** The newest first; filters are those of the events that they are about. */
export async function listDisputes(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  paging: Paging,
): Promise<Page<DisputeRow>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  // Which disputes first, and only then all that is in them: for most questions their index has the answer.
  let few = db.selectFrom('disputes').select('disputes.seq').where(after);
  for (const condition of (await choose(await narrowings(db, dialect, filters))).conditions) few = few.where(condition);
  // Few events of another standing than contested are disputed, if any: they are looked for, instead of looked out for.
  if (filters.standing !== undefined && filters.standing !== 'contested')
    few = few.where(
      dialect.among(
        'disputes.event',
        sql`select seq from events where standing = ${filters.standing} and disputes > 0`,
      ),
    );
  // A time of that day sorts before the day with a letter behind it.
  if (filters.asOf !== undefined) few = few.where('disputes.since', '<', `${filters.asOf}U`);
  const first = await few.orderBy(orderBy).limit(fetch).execute();
  return page(
    await inOrderOf(first, (some) => rows(db).where('disputes.seq', 'in', some).execute()),
    (row) => [row.since, row.id],
    disputeRow,
  );
}

/** Filters of the events that they are about; of a day, which most disputes must be asked for, they have columns of their own. */
async function narrowings(db: Db, dialect: Dialect, filters: Filters): Promise<Narrowing[]> {
  const event = 'disputes.event';
  const { since, until, ...others } = filters;
  const some = await joinedNarrowings(db, dialect, others, event);
  if (since === undefined && until === undefined) return some;
  return [
    ...some,
    {
      ...plainNarrowing(db, dialect, days('events', filters), event),
      tested: dialect.tested(days('disputes', filters)),
    },
  ];
}

export async function readDispute(db: Db, id: string): Promise<DisputeRow | null> {
  const row = await rows(db).where('disputes.id', '=', id).executeTakeFirst();
  return row ? disputeRow(row) : null;
}
