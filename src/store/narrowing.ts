import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db, Dialect, Worded } from './dialects/dialect.ts';
import type { Filters } from './filters.ts';
import { FilterError } from './filters.ts';
import { fold } from './fold.ts';
import type { NameRole } from './tables.ts';

type Condition = RawBuilder<SqlBool>;

/**
 * One filter on a list, in two forms that select the same rows: `found` collects them through the filter's own index,
 * `tested` asks each row of the list in its order. The first is right for what is rare, the second for what is common.
 */
export interface Narrowing {
  found: Condition;
  tested: Condition;
  /** Where the filter's own index gives its rows in the order of the list: `found` may lead then, however many there are. */
  ordered?: boolean;
  /** How many rows it selects; counting stops at `cap`. */
  count(cap: number): Promise<number>;
}

/** Up to this many rows are collected and sorted; a list that a filter leaves longer is walked in its order, testing. */
const RARE = 4_000;

/** The conditions to ask for: the rarest filter found, the others tested. `leads` is the one that is found, if any is. */
export async function choose(
  narrowings: readonly Narrowing[],
): Promise<{ conditions: Condition[]; leads: Narrowing | null }> {
  const counted: { narrowing: Narrowing; count: number }[] = [];
  for (const narrowing of narrowings) counted.push({ narrowing, count: await narrowing.count(RARE + 1) });
  const rarest = counted.reduce<(typeof counted)[0] | null>(
    (best, one) => (best && best.count <= one.count ? best : one),
    null,
  );
  const leads =
    rarest !== null && rarest.count <= RARE ? rarest.narrowing : (narrowings.find(({ ordered }) => ordered) ?? null);
  return { conditions: narrowings.map((one) => (one === leads ? one.found : one.tested)), leads };
}

export const never: Condition = sql<SqlBool>`1 = 0`;

/** Ids of the names that a filter means: whole words of the name, the id, or the side. */
export async function namesFor(db: Db, sort: 'party' | 'place', wanted: string): Promise<number[]> {
  const words = fold(wanted);
  if (words === '') throw new FilterError(sort === 'place' ? 'place' : 'actor', 'a name is needed');
  const rows = await db
    .selectFrom('names')
    .select('id')
    .where('sort', '=', sort)
    .where('words', 'like', `% ${words} %`)
    .execute();
  return rows.map((row) => row.id);
}

const count = async (db: Db, from: RawBuilder<unknown>, cap: number): Promise<number> => {
  const counted = await sql<{
    n: number;
  }>`select count(*) as n from (select 1 ${from} limit ${cap}) as counted`.execute(db);
  return counted.rows[0].n;
};

/** Events, or rows that hang on one, by somebody or somewhere named in them; `event` is the column that tells which. */
function eventsNamed(db: Db, dialect: Dialect, role: NameRole, ids: readonly number[], event: string): Narrowing {
  const from = sql`from event_names where role = ${role} and name in (${sql.join(ids)})`;
  return {
    found: dialect.among(event, sql`select event_names.event ${from}`),
    tested: sql`exists (select 1 ${from} and event_names.event = ${sql.ref(event)})`,
    count: (cap) => count(db, from, cap),
  };
}

/** A condition on columns of `events`, for a list of what hangs on one. */
export function plainNarrowing(db: Db, dialect: Dialect, condition: Condition, event: string): Narrowing {
  const from = (plain: Condition) => sql`from events where ${plain}`;
  return {
    found: dialect.among(event, sql`select events.seq ${from(condition)}`),
    tested: sql`exists (select 1 ${from(dialect.tested(condition))} and events.seq = ${sql.ref(event)})`,
    count: (cap) => count(db, from(condition), cap),
  };
}

/** What narrows a list of events, or of what hangs on one: `event` is the column that tells which. */
export async function eventNarrowings(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  event = 'events.seq',
): Promise<Narrowing[]> {
  const narrowings: Narrowing[] = [];
  for (const role of ['place', 'actor', 'origin'] as const) {
    const wanted = filters[role];
    if (wanted === undefined) continue;
    const ids = await namesFor(db, role === 'place' ? 'place' : 'party', wanted);
    narrowings.push(
      ids.length > 0
        ? eventsNamed(db, dialect, role, ids, event)
        : { found: never, tested: never, count: async () => 0 },
    );
  }
  if (filters.search !== undefined) narrowings.push(worded(db, dialect, 'events', filters.search, event));
  return narrowings;
}

/** Rows that have the words of a search; `seq` is the column that tells which, of the table or of what hangs on it. */
export function worded(db: Db, dialect: Dialect, table: Worded, search: string, seq = `${table}.seq`): Narrowing {
  return {
    found: dialect.matches(table, search, 'found', seq),
    tested: dialect.matches(table, search, 'tested', seq),
    count: (cap) => dialect.countMatches(db, table, search, cap),
  };
}

/** What narrows the list of claims. */
export async function claimNarrowings(db: Db, dialect: Dialect, filters: Filters): Promise<Narrowing[]> {
  const narrowings: Narrowing[] = [];
  for (const [wanted, sort, columns] of [
    [filters.place, 'place', ['place']],
    [filters.actor, 'party', ['actor', 'target']],
    [filters.origin, 'party', ['origin']],
  ] as const) {
    if (wanted === undefined) continue;
    const ids = await namesFor(db, sort, wanted);
    if (ids.length === 0) {
      narrowings.push({ found: never, tested: never, count: async () => 0 });
      continue;
    }
    const named = (column: string) => sql`${sql.ref(`claims.${column}`)} in (${sql.join(ids)})`;
    const each = (column: string) => sql`select claims.seq from claims where ${named(column)}`;
    const all = sql`${sql.join(columns.map(each), sql` union all `)}`;
    narrowings.push({
      found: columns.length === 1 ? sql`${named(columns[0])}` : dialect.among('claims.seq', all),
      tested: dialect.tested(sql.join(columns.map(named), sql` or `)),
      ordered: sort === 'party' && columns.length === 1 && ids.length === 1,
      count: (cap) => count(db, sql`from (${all}) as them`, cap),
    });
  }
  if (filters.since !== undefined || filters.until !== undefined) {
    const within = (table: string) => days(table, filters);
    narrowings.push({
      found: dialect.among('claims.seq', sql`select seq from claims as dated where current = 1 and ${within('dated')}`),
      tested: dialect.tested(within('claims')),
      count: (cap) => count(db, sql`from claims where current = 1 and ${within('claims')}`, cap),
    });
  }
  if (filters.standing !== undefined) {
    const from = sql`from event_claims join events on events.seq = event_claims.event where events.standing = ${filters.standing}`;
    narrowings.push({
      found: dialect.among('claims.seq', sql`select event_claims.claim ${from}`),
      tested: sql`exists (select 1 ${from} and event_claims.claim = claims.seq)`,
      count: (cap) => count(db, from, cap),
    });
  }
  return narrowings;
}

/** Rows of a table with `day` and `day_from` that overlap the days asked for. */
export function days(table: string, { since, until }: Filters): Condition {
  const parts: Condition[] = [];
  if (since !== undefined) parts.push(sql`${sql.ref(`${table}.day`)} >= ${isoDay('since', since)}`);
  if (until !== undefined) {
    parts.push(sql`${sql.ref(`${table}.day_from`)} <= ${isoDay('until', until)}`);
    if (since === undefined) parts.push(sql`${sql.ref(`${table}.day`)} > ''`);
  }
  return parts.length > 0 ? sql`(${sql.join(parts, sql` and `)})` : sql<SqlBool>`1 = 1`;
}

/** Throws a FilterError for what is no day. */
export function isoDay(field: string, day: string): string {
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(Date.parse(day)) ||
    new Date(day).toISOString().slice(0, 10) !== day
  )
    throw new FilterError(field, `"${day}" is no day: write it as 2025-03-11`);
  return day;
}
