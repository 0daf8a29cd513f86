import type { Event } from '../model/event.ts';
import type { Db } from './dialects/dialect.ts';
import { chunks } from './rows.ts';
import type { NameRole } from './tables.ts';

/** Tables whose rows hang on an event and are told apart, within it, by these columns. */
const parts = {
  event_names: ['role', 'name'],
  event_figures: ['measure', 'item'],
  event_values: ['measure', 'item', 'origin'],
  event_origins: ['origin'],
  dispute_origins: ['kind', 'nth', 'origin'],
  records: ['claim'],
} as const;
export type Part = keyof typeof parts;
type Row = Readonly<Record<string, string | number | null>>;

/**
 * Makes the rows of an event in one table what they should be. Most are what they were, and are left alone: looking costs less
 * than writing. Rows are without the column `event`. Gives those that went (or changed, as they were) and those that came.
 */
export async function putRows<R extends Row>(
  tx: Db,
  table: Part,
  event: number,
  rows: readonly R[],
): Promise<{ gone: R[]; come: R[] }> {
  const keyOf = (row: Row) => parts[table].map((column) => row[column]).join('\n');
  const wanted = new Map(rows.map((row) => [keyOf(row), row]));
  const there = (await tx.selectFrom(table).selectAll().where('event', '=', event).execute()) as unknown as R[];
  const gone: R[] = [];
  for (const row of there) {
    const now = wanted.get(keyOf(row));
    if (now && Object.keys(now).every((column) => now[column] === row[column])) wanted.delete(keyOf(row));
    else gone.push(row);
  }
  if (gone.length > 0 && gone.length === there.length) await tx.deleteFrom(table).where('event', '=', event).execute();
  else
    for (const row of gone) {
      let stale = tx.deleteFrom(table).where('event', '=', event);
      for (const column of parts[table]) stale = stale.where(column as never, '=', row[column] as never);
      await stale.execute();
    }
  const come = [...wanted.values()];
  for (const chunk of chunks(come))
    await tx
      .insertInto(table)
      .values(chunk.map((row) => ({ event, ...row })) as never)
      .execute();
  return { gone, come };
}

/** Who and where an event is about, by number in `names`. */
export interface Named {
  origin: number;
  actor: number | null;
  target: number | null;
  place: number | null;
}

export function nameRows(place: number | null, claims: readonly Named[]): { role: NameRole; name: number }[] {
  const rows: { role: NameRole; name: number }[] = [];
  const add = (role: NameRole, names: readonly (number | null)[]) => {
    for (const name of new Set(names)) if (name !== null) rows.push({ role, name });
  };
  add(
    'origin',
    claims.map((claim) => claim.origin),
  );
  add(
    'actor',
    claims.flatMap((claim) => [claim.actor, claim.target]),
  );
  add('place', [place, ...claims.map((claim) => claim.place)]);
  return rows;
}

/** An event's figures, over all origins, on its day; '' where they are totals over a time. */
export const figureRows = ({ figures }: Event, day: string, rival: string | null) =>
  figures.flatMap(({ measure, item, low, best, high }) => {
    const value = best ?? low ?? high;
    return value === null ? [] : [{ measure, item, low, best, high, value, day, rival }];
  });

/** The same by origin. */
export function valueRows({ figures, origins }: Event, day: string) {
  const sides = new Map(origins.map((origin) => [origin.name, origin.side ?? '']));
  return figures.flatMap(({ measure, item, by }) =>
    by.map(({ origin, low, high }) => ({ measure, item, origin, side: sides.get(origin) ?? '', low, high, day })),
  );
}
