import { sql } from 'kysely';
import type { PartyKind } from '../model/claim.ts';
import type { Dispute } from '../model/event.ts';
import type { Db } from './dialects/dialect.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { OriginPage, OriginRow } from './ledger.ts';
import { namesFor } from './narrowing.ts';
import { type Order, paged } from './page.ts';

const order: Order = [
  { column: 'origins.claims', type: 'number' },
  { column: 'origins.key', type: 'string' },
];

const origins = (db: Db) =>
  db
    .selectFrom('origins')
    .innerJoin('names', 'names.id', 'origins.origin')
    .select([
      'origins.origin',
      'names.key',
      'names.name',
      'names.uid',
      'names.kind',
      'names.side',
      'origins.claims',
      'origins.events',
      'origins.revised',
      'origins.denied',
      'origins.contradicted',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof origins>['execute']>>[number];

const originRow = ({ key, name, uid, kind, side, claims, events, revised, denied, contradicted }: Row): OriginRow => ({
  key,
  name,
  id: uid,
  kind: (kind ?? 'person') as PartyKind,
  side,
  claims,
  events,
  revised,
  denied,
  contradicted,
});

/** The most prolific first. Of the filters: origin and search (both by name). */
export async function listOrigins(db: Db, filters: Filters, paging: Paging): Promise<Page<OriginRow>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  let query = origins(db).where('origins.events', '>', 0).where(after);
  for (const wanted of [filters.origin, filters.search]) {
    if (wanted === undefined) continue;
    const ids = await namesFor(db, 'party', wanted);
    query = query.where('origins.origin', 'in', ids.length > 0 ? ids : [-1]);
  }
  return page(await query.orderBy(orderBy).limit(fetch).execute(), (row) => [row.claims, row.key], originRow);
}

export async function readOrigin(db: Db, key: string): Promise<OriginPage | null> {
  const row = await origins(db).where('names.sort', '=', 'party').where('names.key', '=', key).executeTakeFirst();
  if (!row) return null;
  const against = await db
    .selectFrom('contradictions')
    .innerJoin('names', 'names.id', 'contradictions.by')
    .select(({ fn }) => [
      'names.key',
      'names.name',
      'names.side',
      'contradictions.kind',
      fn.sum<number>('contradictions.times').as('times'),
    ])
    .where('contradictions.origin', '=', row.origin)
    .groupBy(['names.id', 'names.key', 'names.name', 'names.side', 'contradictions.kind'])
    .orderBy('times', 'desc')
    .orderBy('names.key')
    .limit(100)
    .execute();
  const relayed = await db
    .selectFrom('relays')
    .innerJoin('names', 'names.id', 'relays.relay')
    .select(({ fn }) => ['names.key', 'names.name', fn.countAll<number>().as('times')])
    .where('relays.origin', '=', row.origin)
    .groupBy(['names.id', 'names.key', 'names.name'])
    .orderBy('times', 'desc')
    .orderBy('names.key')
    .limit(100)
    .execute();
  const dates = await sql<{
    first: string | null;
    latest: string | null;
  }>`select min(published) as first, max(published) as latest from claims
    where origin = ${row.origin} and published > ''`.execute(db);
  return {
    ...originRow(row),
    ...dates.rows[0],
    relayed_by: relayed,
    contradicted_by: against.map(({ kind, times, ...by }) => ({
      ...by,
      kind: kind as Dispute['kind'],
      times: Number(times),
    })),
  };
}

/** Who passes on whom, the most often first. */
export async function listRelays(db: Db, limit: number): Promise<{ origin: string; relay: string; times: number }[]> {
  const pairs = await db
    .selectFrom('relays')
    .innerJoin('names as roots', 'roots.id', 'relays.origin')
    .innerJoin('names as by', 'by.id', 'relays.relay')
    .select(({ fn }) => ['roots.name as origin', 'by.name as relay', fn.countAll<number>().as('times')])
    .groupBy(['relays.origin', 'relays.relay', 'roots.name', 'by.name'])
    .orderBy('times', 'desc')
    .orderBy('roots.name')
    .orderBy('by.name')
    .limit(limit)
    .execute();
  return pairs;
}
