import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Claim } from '../model/claim.ts';
import type { FiledClaim } from '../model/ledger.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { info, infoColumns } from './documents.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { ClaimRow } from './ledger.ts';
import { choose, claimNarrowings, isoDay, worded } from './narrowing.ts';
import { type Order, paged } from './page.ts';
import { inChunks, inOrderOf } from './rows.ts';
import type { Tables } from './tables.ts';

const order: Order = [
  { column: 'claims.published', type: 'string' },
  { column: 'claims.spot', type: 'number' },
  { column: 'claims.rank', type: 'number' },
];

/** Claims with their documents and events. */
function rows(db: Db) {
  return db
    .selectFrom('claims')
    .innerJoin('documents', 'documents.seq', 'claims.document')
    .leftJoin('event_claims', 'event_claims.claim', 'claims.seq')
    .leftJoin('events', 'events.seq', 'event_claims.event')
    .select([
      ...infoColumns,
      'claims.seq',
      'claims.id as claim',
      'claims.json',
      'claims.quote',
      'claims.current',
      'claims.published as claim_published',
      'claims.spot',
      'claims.rank',
      'events.id as event',
    ]);
}
type Row =
  ReturnType<typeof rows> extends SelectQueryBuilder<Tables, never, infer R>
    ? R
    : Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const claimRow = (row: Row): ClaimRow => ({
  claim: JSON.parse(row.json),
  document: info(row),
  event: row.event,
  quote: row.quote,
  current: row.current === 1,
});

/** Newest document first, in it in order of reading. */
export async function listClaims(db: Db, dialect: Dialect, filters: Filters, paging: Paging): Promise<Page<ClaimRow>> {
  const { keys, after, orderBy, fetch, page } = paged(order, paging);
  const { search, type, asOf } = filters;
  const words = search === undefined ? null : { ...worded(db, dialect, 'claims', search), ordered: true };
  const { conditions, leads } = await choose([
    ...(words ? [words] : []),
    ...(await claimNarrowings(db, dialect, filters)),
  ]);
  // Where a filter leads, SQLite must not walk all that are current, in their order, to look out for what it finds.
  const plain = (condition: RawBuilder<SqlBool>) => (leads ? dialect.tested(condition) : condition);
  conditions.push(plain(sql`claims.current = 1`), after);
  if (type !== undefined) conditions.push(plain(sql`claims.type = ${type}`));
  if (asOf !== undefined) {
    // Where the list begins; a day more, because its times are in UTC and days the publisher's own.
    const bound = new Date(Date.parse(isoDay('asOf', asOf)) + 2 * 86_400_000).toISOString().slice(0, 10);
    conditions.push(sql`claims.known <= ${asOf}`, plain(sql`claims.published < ${bound}`));
  }
  if (words && leads === words) {
    const [, ...others] = conditions;
    conditions[0] = await dialect.newest(db, search!, others, (keys?.[0] as string | undefined) ?? null, fetch);
  }
  // Which claims first, and only then all that is in them: what is sorted is small.
  let few = db.selectFrom('claims').select('claims.seq');
  for (const condition of conditions) few = few.where(condition);
  const first = await few.orderBy(orderBy).limit(fetch).execute();
  return page(
    await inOrderOf(first, (some) => rows(db).where('claims.seq', 'in', some).execute()),
    (row) => [row.claim_published, row.spot, row.rank],
    claimRow,
  );
}

/** Claims by id; unknown ones are left out. */
export async function readClaims(db: Db, ids: readonly string[]): Promise<Map<string, ClaimRow>> {
  const found = await inChunks(ids, (some) => rows(db).where('claims.id', 'in', some).execute());
  return new Map(found.map((row) => [row.claim, claimRow(row)]));
}

/** An event's claims in order of publication, then of reading. */
export async function claimsOfEvent(db: Db, event: number): Promise<ClaimRow[]> {
  const found = await rows(db)
    .where('event_claims.event', '=', event)
    .orderBy('claims.published')
    .orderBy('documents.id')
    .orderBy('claims.rank', 'desc')
    .execute();
  return found.map(claimRow);
}

/** The current claims of a document, in order of reading; of a text that is no longer current, all that were read in it. */
export async function claimsOfDocument(db: Db, document: number): Promise<Claim[]> {
  const found = await db
    .selectFrom('claims')
    .innerJoin('documents', 'documents.seq', 'claims.document')
    .select('claims.json')
    .where('claims.document', '=', document)
    .where(sql<boolean>`(claims.current = 1 or documents.current = 0)`)
    .orderBy('rank', 'desc')
    .execute();
  return found.map(({ json }) => JSON.parse(json));
}

/** Current claims by id, with their documents, in the order of the ids of documents and of reading. */
export async function filedClaims(
  db: Db,
  where: 'claims.id' | 'documents.id',
  ids: readonly string[],
): Promise<FiledClaim[]> {
  const found = await db
    .selectFrom('claims')
    .innerJoin('documents', 'documents.seq', 'claims.document')
    .select([...infoColumns, 'claims.json'])
    .where(where, 'in', ids)
    // Tested, never found: for a long list SQLite would rather walk the index of all claims that are current.
    .where(sql<boolean>`+claims.current = 1`)
    .orderBy('documents.id')
    .orderBy('claims.rank', 'desc')
    .execute();
  return found.map((row) => ({ claim: JSON.parse(row.json), document: info(row) }));
}
