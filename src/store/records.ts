import type { RecordCheck } from '../model/event.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { info, infoColumns } from './documents.ts';
import { joinedNarrowings } from './events.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { RecordRow } from './ledger.ts';
import { choose } from './narrowing.ts';
import { type Order, paged } from './page.ts';

const order: Order = [
  { column: 'records.since', type: 'string' },
  { column: 'records.id', type: 'string' },
];

/** Superlatives, the latest first; filters are those of the events that they are about. */
export async function listRecords(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  paging: Paging,
): Promise<Page<RecordRow>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  let query = db
    .selectFrom('records')
    .innerJoin('events', 'events.seq', 'records.event')
    .innerJoin('claims', 'claims.seq', 'records.claim')
    .innerJoin('documents', 'documents.seq', 'claims.document')
    .leftJoin('events as breakers', 'breakers.id', 'records.breaker')
    .select([
      ...infoColumns,
      'records.id as record',
      'records.since',
      'records.status',
      'records.note',
      'records.breaker',
      'claims.id as claim',
      'claims.quote',
      'events.id as event',
      'events.title as event_title',
      'breakers.title as broken_by',
    ])
    .where(after);
  const { conditions } = await choose(await joinedNarrowings(db, dialect, filters, 'records.event'));
  for (const condition of conditions) query = query.where(condition);
  if (filters.asOf !== undefined) query = query.where('records.since', '<', `${filters.asOf}U`);
  const rows = await query.orderBy(orderBy).limit(fetch).execute();
  return page(
    rows,
    (row) => [row.since, row.record],
    (row) => ({
      claim: row.claim,
      status: row.status as RecordCheck['status'],
      event: row.breaker,
      note: row.note,
      about: { id: row.event, title: row.event_title },
      broken_by: row.broken_by,
      quote: row.quote,
      document: info(row),
    }),
  );
}
