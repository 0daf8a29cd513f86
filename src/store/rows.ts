/** Rows at a time in one statement: both databases take a few ten thousand parameters, and no table has 30 columns. */
const ROWS = 128;
/** Values at a time in a list. */
const VALUES = 512;

// A statement for each number of rows would be a thousand statements, none of them used twice. Powers of two are eight, and stay prepared.

/** Rows in lots of a power of two. */
export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; ) {
    const size = Math.min(ROWS, 2 ** Math.floor(Math.log2(all.length - from)));
    yield all.slice(from, from + size);
    from += size;
  }
}

/** The rows of a query that takes a list to look in, for lists of any length. Each is filled up with its last value to a power of two. */
export async function inChunks<T, Row>(all: readonly T[], query: (some: T[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < all.length; from += VALUES) {
    const some = all.slice(from, from + VALUES);
    const size = 2 ** Math.ceil(Math.log2(some.length));
    rows.push(...(await query([...some, ...Array<T>(size - some.length).fill(some.at(-1)!)])));
  }
  return rows;
}

/** The rows of some numbers, in the order of these: for lists that find which first, and only then all that is in them. */
export async function inOrderOf<Row extends { seq: number }>(
  found: readonly { seq: number }[],
  query: (some: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const place = new Map(found.map(({ seq }, at) => [seq, at]));
  const rows = await inChunks([...place.keys()], query);
  return rows.sort((a, b) => place.get(a.seq)! - place.get(b.seq)!);
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
