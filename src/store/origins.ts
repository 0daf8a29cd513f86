import type { PartyKind } from '../model/claim.ts';
import type { Dispute } from '../model/event.ts';
import type { Db } from './dialects/dialect.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { OriginPage, OriginRow } from './ledger.ts';
import { namesFor } from './narrowing.ts';
import { type Order, paged } from './page.ts';
import { relaysOf } from './relays.ts';

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
    .selectFrom((from) =>
      from
        .selectFrom('dispute_origins as own')
        .innerJoin('dispute_origins as other', (on) =>
          on
            .onRef('other.event', '=', 'own.event')
            .onRef('other.kind', '=', 'own.kind')
            .onRef('other.nth', '=', 'own.nth')
            .onRef('other.origin', '<>', 'own.origin'),
        )
        .select(({ fn }) => ['other.origin as by', 'own.kind', fn.sum<number>('own.contradicted').as('times')])
        .where('own.origin', '=', row.origin)
        .where('own.contradicted', '>', 0)
        .where('other.contradicts', '=', 1)
        .groupBy(['other.origin', 'own.kind'])
        .as('against'),
    )
    .innerJoin('names', 'names.id', 'against.by')
    .select(['names.key', 'names.name', 'names.side', 'against.kind', 'against.times'])
    .orderBy('times', 'desc')
    .orderBy('names.key')
    .limit(100)
    .execute();
  const edge = (direction: 'asc' | 'desc') =>
    db
      .selectFrom('claims')
      .select('published')
      .where('origin', '=', row.origin)
      .where('published', '>', '')
      .orderBy('published', direction)
      .limit(1)
      .executeTakeFirst();
  return {
    ...originRow(row),
    first: (await edge('asc'))?.published ?? null,
    latest: (await edge('desc'))?.published ?? null,
    relayed_by: await relaysOf(db, row.origin, 100),
    contradicted_by: against.map(({ kind, times, ...by }) => ({
      ...by,
      kind: kind as Dispute['kind'],
      times: Number(times),
    })),
  };
}
