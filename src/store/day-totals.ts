import { sql } from 'kysely';
import type { DayTotal } from '../model/rows.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { eventConditions } from './events.ts';
import type { Filters } from './filters.ts';

export type Bucket = 'day' | 'week' | 'month';

const ROWS = 20_000;
const DAY = 86_400_000;

/**
 * What each side claims of a measure and item, summed over the events of a day, week (from Monday) or month, in order of day. Of several origins
 * of one side on one event the highest figure counts, so that ten who repeat one ministry count once; an open bound counts as the other one.
 * At most 20,000 days, measures and sides: ask for a shorter time if there are more.
 */
export async function readDayTotals(db: Db, dialect: Dialect, filters: Filters, by: Bucket): Promise<DayTotal[]> {
  const { since, until, ...others } = filters;
  const narrowed = Object.values(others).some((value) => value !== undefined);
  const rows = narrowed ? await sumsOf(db, dialect, filters, by) : await sumsOnFile(db, filters, by);
  const totals = rows.map((row): DayTotal => ({ ...row, side: row.side || null }));
  return by === 'week' ? weekly(totals) : totals;
}

/** Of all events: kept up with every change. */
const sumsOnFile = (db: Db, { since = '', until = '9999' }: Filters, by: Bucket) =>
  db
    .selectFrom('side_sums')
    .select(['day', 'measure', 'item', 'side', 'low', 'high', 'events'])
    .where('span', '=', by === 'month' ? 'month' : 'day')
    .where('day', '>=', by === 'month' ? since.slice(0, 7) : since)
    .where('day', '<=', until)
    .where('events', '>', 0)
    .orderBy('day')
    .orderBy('measure')
    .orderBy('item')
    .orderBy('side')
    .limit(ROWS)
    .execute();

/** Of the events that the filters leave: summed when asked. */
async function sumsOf(db: Db, dialect: Dialect, filters: Filters, by: Bucket) {
  const { since = '', until = '9999' } = filters;
  const month = by === 'month';
  const day = month ? sql<string>`substr(event_values.day, 1, 7) || '-01'` : sql<string>`event_values.day`;
  let query = db
    .selectFrom('event_values')
    .innerJoin('events', 'events.seq', 'event_values.event')
    .select([
      day.as('day'),
      'event_values.measure',
      'event_values.item',
      'event_values.side',
      sql<number>`max(coalesce(event_values.low, event_values.high, 0))`.as('low'),
      sql<number>`max(coalesce(event_values.high, event_values.low, 0))`.as('high'),
    ])
    .where('event_values.day', '>', '')
    .where('event_values.day', '>=', month ? since.slice(0, 7) : since)
    .where('event_values.day', '<=', month ? `${until.slice(0, 7)}-31` : until)
    .groupBy([
      'event_values.event',
      'event_values.day',
      'event_values.measure',
      'event_values.item',
      'event_values.side',
    ]);
  for (const condition of await eventConditions(db, dialect, { ...filters, since: undefined, until: undefined }))
    query = query.where(condition);
  return db
    .selectFrom(query.as('said'))
    .select(({ fn }) => [
      'said.day',
      'said.measure',
      'said.item',
      'said.side',
      fn.sum<number>('said.low').as('low'),
      fn.sum<number>('said.high').as('high'),
      fn.countAll<number>().as('events'),
    ])
    .groupBy(['said.day', 'said.measure', 'said.item', 'said.side'])
    .orderBy('said.day')
    .orderBy('said.measure')
    .orderBy('said.item')
    .orderBy('said.side')
    .limit(ROWS)
    .execute();
}

/** Days summed to weeks, each named by its Monday. */
function weekly(days: readonly DayTotal[]): DayTotal[] {
  const weeks = new Map<string, DayTotal>();
  for (const row of days) {
    const at = Date.parse(row.day);
    const day = new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
    const key = JSON.stringify([day, row.measure, row.item, row.side]);
    const week = weeks.get(key);
    if (week)
      Object.assign(week, { low: week.low + row.low, high: week.high + row.high, events: week.events + row.events });
    else weeks.set(key, { ...row, day });
  }
  return [...weeks.values()];
}
