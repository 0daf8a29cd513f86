import { sql } from 'kysely';
import type { Message } from '../model/claim.ts';
import type { Document, DocumentInfo } from '../model/document.ts';
import { stableId } from '../model/ids.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import type { Filters, Page, Paging } from './filters.ts';
import { fold } from './fold.ts';
import type { Added, DocumentPage, DocumentRow } from './ledger.ts';
import { choose, isoDay, worded } from './narrowing.ts';
import { type Order, paged } from './page.ts';

export const infoColumns = [
  'documents.id',
  'documents.url',
  'documents.outlet',
  'documents.author',
  'documents.title',
  'documents.language',
  'documents.published',
  'documents.sha256',
] as const;

export const info = (
  row: Record<'id' | 'language' | 'sha256', string> &
    Record<'url' | 'outlet' | 'author' | 'title' | 'published', string | null>,
): DocumentInfo => ({
  id: row.id,
  url: row.url,
  outlet: row.outlet,
  author: row.author,
  title: row.title,
  language: row.language,
  published: row.published,
  text_sha256: row.sha256,
});

const order: Order = [
  { column: 'documents.known', type: 'string' },
  { column: 'documents.id', type: 'string' },
];

/** Of the filters: since, until (publication), origin (outlet), search, asOf. */
export async function listDocuments(
  db: Db,
  dialect: Dialect,
  filters: Filters,
  paging: Paging,
): Promise<Page<DocumentRow>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  const narrowings =
    filters.search === undefined ? [] : await choose([worded(db, dialect, 'documents', filters.search)]);
  let query = db
    .selectFrom('documents')
    .select([...infoColumns, 'known', 'seen', 'current', 'claims', 'appearances'])
    .where(after);
  for (const condition of narrowings) query = query.where(condition);
  if (filters.since !== undefined) query = query.where('known', '>=', isoDay('since', filters.since));
  if (filters.until !== undefined) query = query.where('known', '<=', isoDay('until', filters.until));
  if (filters.asOf !== undefined) query = query.where('known', '<=', isoDay('asOf', filters.asOf));
  if (filters.origin !== undefined)
    query = query.where(sql<string>`lower(outlet)`, 'like', `%${fold(filters.origin)}%`);
  const rows = await query.orderBy(orderBy).limit(fetch).execute();
  return page(
    rows,
    (row) => [row.known, row.id],
    (row) => ({
      ...info(row),
      seen: row.seen,
      claims: row.claims,
      appearances: row.appearances,
      current: row.current === 1,
    }),
  );
}

/** All but the claims of a document's page. */
export async function readDocument(
  db: Db,
  id: string,
): Promise<(Omit<DocumentPage, 'claims'> & { seq: number }) | null> {
  const row = await db
    .selectFrom('documents')
    .select([...infoColumns, 'seq', 'messages', 'text'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const appearances = await db
    .selectFrom('appearances')
    .select(['url', 'outlet', 'author', 'title', 'published', 'seen'])
    .where('document', '=', row.seq)
    .orderBy('seq')
    .execute();
  const urls = appearances.flatMap(({ url }) => (url === null ? [] : [url]));
  const versions = urls.length === 0 ? [] : await versionsOf(db, urls);
  return {
    seq: row.seq,
    document: { ...info(row), text: row.text },
    messages: JSON.parse(row.messages),
    appearances,
    versions,
  };
}

/** The texts seen at some addresses, oldest first for each address. */
async function versionsOf(db: Db, urls: readonly string[]) {
  const rows = await db
    .selectFrom('appearances')
    .innerJoin('documents', 'documents.seq', 'appearances.document')
    .select([
      'documents.id as document',
      'appearances.url',
      'appearances.published',
      'appearances.seen',
      'documents.current',
    ])
    .where('appearances.url', 'in', urls)
    .orderBy('appearances.url')
    .orderBy('appearances.instant')
    .orderBy('appearances.seq')
    .execute();
  return rows.map((row) => ({ ...row, url: row.url!, current: row.current === 1 }));
}

/** A publication date in a form that compares as text: a time in UTC, or a day as it is, before every time of that day. '' when it is none. */
export function instant(published: string | null): string {
  const time = published === null ? Number.NaN : Date.parse(published);
  if (Number.isNaN(time)) return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(published!) ? published! : new Date(time).toISOString();
}

/**
 * Files a document where it is new, its address where that is, or what was not known of it before. Then settles which
 * text is the current one of its address: the latest published, or among equals the last that was seen.
 */
export async function fileDocument(
  tx: Db,
  dialect: Dialect,
  document: Document,
  messages: readonly Message[],
  now: string,
): Promise<{ added: Added; superseded: string[] }> {
  const { id, url, outlet, author, title, language, published, text } = document;
  const mark = stableId('a', id, url, url === null ? outlet : null);
  const known = (published ?? now).slice(0, 10);
  const row = await tx
    .selectFrom('documents')
    .select(['seq', 'url', 'outlet', 'author', 'title', 'published'])
    .where('id', '=', id)
    .executeTakeFirst();
  const there = await tx.selectFrom('appearances').selectAll().where('mark', '=', mark).executeTakeFirst();
  const place = { url, outlet, author, title, published, instant: instant(published) };

  let added: Added = 'new';
  let seq: number;
  if (!row) {
    const filed = await tx
      .insertInto('documents')
      .values({
        id,
        sha256: document.text_sha256,
        url,
        outlet,
        author,
        title,
        language,
        published,
        known,
        seen: now,
        current: 1,
        claims: 0,
        appearances: 1,
        messages: JSON.stringify(messages),
        text,
      })
      .returning('seq')
      .executeTakeFirstOrThrow();
    seq = filed.seq;
    await dialect.index(tx, 'documents', [{ seq, words: `${title ?? ''} ${text}` }]);
    await tx
      .insertInto('appearances')
      .values({ mark, document: seq, seen: now, ...place })
      .execute();
  } else if (!there) {
    seq = row.seq;
    added = 'appearance';
    await tx
      .insertInto('appearances')
      .values({ mark, document: seq, seen: now, ...place })
      .execute();
    await tx
      .updateTable('documents')
      .set(({ eb }) => ({ appearances: eb('appearances', '+', 1) }))
      .where('seq', '=', seq)
      .execute();
  } else {
    seq = row.seq;
    const news = Object.fromEntries(
      (['outlet', 'author', 'title', 'published'] as const)
        .filter((field) => there[field] === null && place[field] !== null)
        .map((field) => [field, place[field]]),
    );
    if (Object.keys(news).length === 0) return { added: 'known', superseded: [] };
    added = 'completed';
    await tx
      .updateTable('appearances')
      .set({ ...news, ...(news.published ? { instant: place.instant } : {}) })
      .where('mark', '=', mark)
      .execute();
    if (row.url === url) {
      await tx
        .updateTable('documents')
        .set({ ...news, ...(news.published ? { known } : {}), messages: JSON.stringify(messages) })
        .where('seq', '=', seq)
        .execute();
    }
  }
  return { added, superseded: url === null ? [] : await settleVersions(tx, url) };
}

/** Marks what is current among the texts of an address; returns ids of those that no longer are. */
async function settleVersions(tx: Db, url: string): Promise<string[]> {
  const here = await tx.selectFrom('appearances').select('document').distinct().where('url', '=', url).execute();
  if (here.length < 2) return [];
  const superseded: string[] = [];
  for (const { document } of here) {
    const latest = await sql<{
      n: number;
    }>`select count(*) as n from appearances a where a.document = ${document} and (a.url is null or not exists
      (select 1 from appearances b where b.url = a.url and b.document <> a.document and (b.instant, b.seq) > (a.instant, a.seq)))`.execute(
      tx,
    );
    const current = latest.rows[0].n > 0 ? 1 : 0;
    const changed = await tx
      .updateTable('documents')
      .set({ current })
      .where('seq', '=', document)
      .where('current', '<>', current)
      .returning('id')
      .executeTakeFirst();
    if (!changed) continue;
    await tx.updateTable('claims').set({ current }).where('document', '=', document).execute();
    if (current === 0) superseded.push(changed.id);
  }
  return superseded.sort();
}
