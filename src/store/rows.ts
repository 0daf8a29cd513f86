/** Rows at a time in one statement: both databases take a few ten thousand parameters, and no table has 30 columns. */
const AT_ONCE = 500;

export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

/** The rows of a query that takes a list, for lists of any length. */
export async function inChunks<T, Row>(all: readonly T[], query: (some: T[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(all)) rows.push(...(await query(some)));
  return rows;
}

export const grouped = <T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
};
