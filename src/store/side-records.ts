import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Event } from '../model/event.ts';
import type { SideFigure, SideRecord } from '../model/rows.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { eventConditions } from './events.ts';
import type { Filters } from './filters.ts';
import { inChunks } from './rows.ts';

const ROWS = 500;

/** What a figure counts as where records are kept: its lower bound, and an open one's other. An index has it. */
const value = sql<number>`coalesce(v.low, v.high)`;

/**
 * The running table of records: of each measure, item and side the highest figure that the side has claimed of one event, beside the highest
 * before that day, which it beat. Of equals the first in time holds it; totals over a time are no day's, and stay out. In order of measure,
 * item and side, at most 500; what nobody has beaten yet is no record, and who is on
 * no side has none.
 */
export async function readSideRecords(db: Db, dialect: Dialect, filters: Filters): Promise<SideRecord[]> {
  const conditions = await eventConditions(db, dialect, filters);
  const highest = (beside: RawBuilder<SqlBool>) =>
    sql<number | null>`(select v.event from event_values v join events on events.seq = v.event
      where v.measure = said.measure and v.item = said.item and v.side = said.side and v.day > '' and ${sql.join([beside, ...conditions], sql` and `)}
      order by ${value} desc, v.day limit 1)`;
  const groups = db
    .selectFrom('side_sums as said')
    .select(['said.measure', 'said.item', 'said.side'])
    .select(highest(sql`1 = 1`).as('now'))
    .where('said.span', '=', 'month')
    .where('said.side', '>', '')
    .where('said.events', '>', 0)
    .groupBy(['said.measure', 'said.item', 'said.side']);
  const rows = await db
    .selectFrom(groups.as('said'))
    .select(['said.measure', 'said.item', 'said.side', 'said.now'])
    .select(highest(sql`v.day < (select day from events where seq = said.now)`).as('before'))
    .where('said.now', 'is not', null)
    .orderBy('said.measure')
    .orderBy('said.item')
    .orderBy('said.side')
    .execute();
  const beaten = rows.filter(({ before }) => before !== null).slice(0, ROWS);
  const events = new Map(
    (
      await inChunks([...new Set(beaten.flatMap(({ now, before }) => [now!, before!]))], (some) =>
        db.selectFrom('events').select(['seq', 'day', 'json']).where('seq', 'in', some).execute(),
      )
    ).map(({ seq, day, json }) => [seq, { day, event: JSON.parse(json) as Event }]),
  );
  return beaten.map(({ measure, item, side, now, before }): SideRecord => {
    const figure = (seq: number) => figureOf(events.get(seq)!, measure, item, side);
    return { measure, item, side, now: figure(now!), before: figure(before!) };
  });
}

/** The highest figure that origins of a side give of a measure and item of an event. */
function figureOf(
  { event, day }: { event: Event; day: string },
  measure: string,
  item: string,
  side: string,
): SideFigure {
  const sides = new Map(event.origins.map((origin) => [origin.name, origin.side ?? '']));
  const [{ origin, low, high, claims }] = event.figures
    .filter((figure) => figure.measure === measure && figure.item === item)
    .flatMap(({ by }) => by)
    .filter((said) => (sides.get(said.origin) ?? '') === side)
    .sort((a, b) => (b.low ?? b.high ?? 0) - (a.low ?? a.high ?? 0));
  return { low, high, origin, claims, day, event: { id: event.id, title: event.title } };
}
