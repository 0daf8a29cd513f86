import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { claimsOfEvent } from './claims.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { EventPage, EventRow, LinkRow } from './ledger.ts';
import { choose, days, eventNarrowings, isoDay, type Narrowing, plainNarrowing } from './narrowing.ts';
import { type Order, paged } from './page.ts';
import { waiting } from './reviews.ts';
import { inChunks, inOrderOf } from './rows.ts';

export const eventColumns = [
  'events.seq',
  'events.id',
  'events.day',
  'events.json',
  'events.documents',
  'events.origins',
  'events.claims',
  'events.disputes',
  'events.first',
  'events.latest',
] as const;
type Row = {
  json: string;
  documents: number;
  origins: number;
  claims: number;
  disputes: number;
  first: string;
  latest: string;
};

const eventRow = ({ json, documents, origins, claims, disputes, first, latest }: Row): EventRow => ({
  event: JSON.parse(json),
  documents,
  origins,
  claims,
  disputes,
  first: first || null,
  latest: latest || null,
});

/** All filters, as conditions on `events`, for a list of events in any of their orders that have an index. */
export async function eventConditions(db: Db, dialect: Dialect, filters: Filters): Promise<RawBuilder<SqlBool>[]> {
  return [...(await choose(await eventNarrowings(db, dialect, filters))).conditions, ...plainConditions(filters)];
}

/**
 * The same for a list of what hangs on events, in an order of its own, which none of them may take the lead from unless it is
 * rare; `event` is its column that tells which. What was known by a day it tells by itself.
 */
export async function joinedNarrowings(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  event: string,
): Promise<Narrowing[]> {
  const plain = plainConditions({ ...filters, asOf: undefined }).map((condition) =>
    plainNarrowing(db, dialect, condition, event),
  );
  return [...(await eventNarrowings(db, dialect, filters, event)), ...plain];
}

function plainConditions(filters: Filters): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (filters.since !== undefined || filters.until !== undefined) conditions.push(days('events', filters));
  if (filters.type !== undefined) conditions.push(sql`events.type = ${filters.type}`);
  if (filters.standing !== undefined) conditions.push(sql`events.standing = ${filters.standing}`);
  if (filters.asOf !== undefined) conditions.push(sql`events.known <= ${isoDay('asOf', filters.asOf)}`);
  return conditions;
}

const byDay: Order = [
  { column: 'events.day', type: 'string' },
  { column: 'events.id', type: 'string' },
];

/** The latest day first. */
export async function listEvents(db: Db, dialect: Dialect, filters: Filters, paging: Paging): Promise<Page<EventRow>> {
  const { after, orderBy, fetch, page } = paged(byDay, paging);
  // Which rows first, and only then all that is in them: what is sorted is small.
  let few = db.selectFrom('events').select('events.seq').where(after);
  for (const condition of await eventConditions(db, dialect, filters)) few = few.where(condition);
  const found = await few.orderBy(orderBy).limit(fetch).execute();
  return page(
    await inOrderOf(found, (some) => db.selectFrom('events').select(eventColumns).where('seq', 'in', some).execute()),
    (row) => [row.day, row.id],
    eventRow,
  );
}

const byDoubt: Order = [
  { column: 'events.disputes', type: 'number' },
  { column: 'events.day', type: 'string' },
  { column: 'events.id', type: 'string' },
];

/** The most disputed first, as long as they wait for a reviewer: for `by`, or for anybody. */
export async function listQueue(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  paging: Paging,
  by?: string,
): Promise<Page<EventRow>> {
  const { after, orderBy, fetch, page } = paged(byDoubt, paging);
  let few = db.selectFrom('events').select('events.seq').where(after).where(waiting(by));
  const { since, until, ...others } = filters;
  for (const condition of await eventConditions(db, dialect, others)) few = few.where(condition);
  // Days are tested, and not found by their index: the order of doubt has one, and ends the search early.
  if (since !== undefined) few = few.where(sql<boolean>`substr(events.day, 1, 10) >= ${isoDay('since', since)}`);
  if (until !== undefined)
    few = few.where(sql<boolean>`events.day > '' and substr(events.day_from, 1, 10) <= ${isoDay('until', until)}`);
  const first = await few.orderBy(orderBy).limit(fetch).execute();
  return page(
    await inOrderOf(first, (some) => db.selectFrom('events').select(eventColumns).where('seq', 'in', some).execute()),
    (row) => [row.disputes, row.day, row.id],
    eventRow,
  );
}

export async function readEvent(db: Db, id: string): Promise<EventPage | null> {
  const row = await db.selectFrom('events').select(eventColumns).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const filed = await claimsOfEvent(db, row.seq);
  const links = await linksOf(
    db,
    filed.map(({ claim }) => claim.id),
  );
  return { ...eventRow(row), filed, links: links.filter((link) => link.event === id) };
}

/** Every link ever made of some claims, oldest first. */
export async function linksOf(db: Db, claims: readonly string[]): Promise<LinkRow[]> {
  const columns = ['seq', 'claim', 'event', 'other', 'score', 'reason', 'by', 'at'] as const;
  const rows = await inChunks(claims, (some) =>
    db.selectFrom('links').select(columns).where('claim', 'in', some).execute(),
  );
  return rows.sort((a, b) => a.seq - b.seq).map(({ seq: _, ...link }) => link);
}
