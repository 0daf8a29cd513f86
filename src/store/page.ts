import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { FilterError, type Page, type Paging } from './filters.ts';

const DEFAULT_LIMIT = 50;

/** Sort keys of a list, all descending, the last of them unique. */
export type Order = readonly { column: string; type: 'string' | 'number' }[];

/** How a page of a list is asked for: after which row, in which order, one row more than wanted to know whether others follow. */
export function paged(order: Order, { limit = DEFAULT_LIMIT, cursor }: Paging) {
  if (!Number.isInteger(limit) || limit < 1)
    throw new FilterError('limit', `"${limit}" is no number of rows: give a whole number from 1`);
  const keys =
    cursor === undefined
      ? null
      : decodeCursor(
          cursor,
          order.map(({ type }) => type),
        );
  const columns = sql.join(order.map(({ column }) => sql.ref(column)));
  const after: RawBuilder<SqlBool> = keys ? sql`(${columns}) < (${sql.join(keys)})` : sql<SqlBool>`1 = 1`;
  return {
    /** Values of the sort keys in the last row of the page before, null for the first page. */
    keys,
    after,
    orderBy: sql`${sql.join(order.map(({ column }) => sql`${sql.ref(column)} desc`))}`,
    fetch: limit + 1,
    /** Turns the fetched rows into a page; `keysOf` gives a row's values of the sort keys. */
    page<Row, Item>(
      rows: readonly Row[],
      keysOf: (row: Row) => (string | number)[],
      item: (row: Row) => Item,
    ): Page<Item> {
      const shown = rows.slice(0, limit);
      return { items: shown.map(item), next: rows.length > limit ? encodeCursor(keysOf(shown.at(-1)!)) : null };
    },
  };
}
