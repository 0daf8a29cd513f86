import { sql } from 'kysely';
import type { Db, Dialect } from './dialects/dialect.ts';
import { eventConditions } from './events.ts';
import type { Filters } from './filters.ts';
import type { DayFigure, EventPoint } from './ledger.ts';

/** Sums of what each origin says, a day, measure and item at a time, in order of day. Open bounds add nothing to their sum. */
export async function readTimeline(db: Db, dialect: Dialect, filters: Filters): Promise<DayFigure[]> {
  let query = db
    .selectFrom('event_values')
    .innerJoin('events', 'events.seq', 'event_values.event')
    .select(({ fn }) => [
      'event_values.day',
      'event_values.measure',
      'event_values.item',
      'event_values.side',
      'event_values.origin',
      fn.countAll<number>().as('events'),
      fn.sum<number | null>('event_values.low').as('low'),
      fn.sum<number | null>('event_values.high').as('high'),
    ])
    .where('event_values.day', '>', '');
  for (const condition of await eventConditions(db, dialect, filters)) query = query.where(condition);
  const columns = [
    'event_values.day',
    'event_values.measure',
    'event_values.item',
    'event_values.side',
    'event_values.origin',
  ] as const;
  const rows = await query
    .groupBy(columns)
    .orderBy(sql`${sql.join(columns.map((column) => sql.ref(column)))}`)
    .limit(20_000)
    .execute();
  return rows.map((row) => ({ ...row, side: row.side || null }));
}

/** Events that have a point on the map, the latest first. */
export async function readPoints(db: Db, dialect: Dialect, filters: Filters, limit: number): Promise<EventPoint[]> {
  let query = db
    .selectFrom('events')
    .select(['id', 'title', 'type', 'standing', 'day', 'latitude', 'longitude', 'precision', 'documents', 'disputes'])
    .where('latitude', 'is not', null)
    .where('longitude', 'is not', null);
  for (const condition of await eventConditions(db, dialect, filters)) query = query.where(condition);
  const rows = await query.orderBy('events.day', 'desc').orderBy('events.id', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...row, day: row.day || null, latitude: row.latitude!, longitude: row.longitude! }));
}
