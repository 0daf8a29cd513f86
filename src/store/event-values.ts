import { sql } from 'kysely';
import type { Db } from './dialects/dialect.ts';
import { putRows } from './event-parts.ts';
import { chunks } from './rows.ts';

/** What one origin says of a measure and item of an event: a row of `event_values` without its event. */
export type Value = {
  measure: string;
  item: string;
  origin: string;
  side: string;
  low: number | null;
  high: number | null;
  day: string;
};

const sums = ['low', 'high', 'events'] as const;
type Sum = { span: 'day' | 'month'; day: string; measure: string; item: string; side: string } & Record<
  (typeof sums)[number],
  number
>;

/** Files what each origin says of an event's figures, and adds what changed to what each side says a day and a month. */
export async function fileValues(tx: Db, event: number, values: readonly Value[]): Promise<void> {
  const { gone, come } = await putRows<Value>(tx, 'event_values', event, values);
  if (gone.length === 0 && come.length === 0) return;
  const stayed = values.filter((value) => !come.includes(value));
  const change = new Map<string, Sum>();
  const add = (said: readonly Value[], sign: 1 | -1) => {
    for (const { low, high, day, ...rest } of heard(said)) {
      for (const bucket of [
        { span: 'day', day },
        { span: 'month', day: `${day.slice(0, 7)}-01` },
      ] as const) {
        const key = JSON.stringify([bucket, rest.measure, rest.item, rest.side]);
        const sum = change.get(key) ?? { ...bucket, ...rest, low: 0, high: 0, events: 0 };
        change.set(key, { ...sum, low: sum.low + sign * low, high: sum.high + sign * high, events: sum.events + sign });
      }
    }
  };
  add([...stayed, ...gone], -1);
  add(values, 1);
  await addUp(
    tx,
    [...change.values()].filter((sum) => sums.some((name) => sum[name] !== 0)),
  );
}

/** Each side once a measure and item: of its origins the highest figure counts, and an open bound counts as the other one. */
function heard(values: readonly Value[]) {
  const sides = new Map<
    string,
    { measure: string; item: string; side: string; day: string; low: number; high: number }
  >();
  for (const { measure, item, side, day, low, high } of values) {
    if (day === '') continue;
    const key = JSON.stringify([measure, item, side]);
    const before = sides.get(key);
    sides.set(key, {
      measure,
      item,
      side,
      day,
      low: Math.max(low ?? high ?? 0, before?.low ?? 0),
      high: Math.max(high ?? low ?? 0, before?.high ?? 0),
    });
  }
  return sides.values();
}

async function addUp(tx: Db, changes: readonly Sum[]): Promise<void> {
  for (const chunk of chunks(changes))
    await tx
      .insertInto('side_sums')
      .values(chunk)
      .onConflict((on) =>
        on
          .columns(['span', 'day', 'measure', 'item', 'side'])
          .doUpdateSet((update) =>
            Object.fromEntries(
              sums.map((sum) => [
                sum,
                sql<number>`${update.ref(`side_sums.${sum}`)} + ${update.ref(`excluded.${sum}`)}`,
              ]),
            ),
          ),
      )
      .execute();
}
