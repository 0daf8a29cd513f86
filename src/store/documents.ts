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
import { inChunks } from './rows.ts';

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
    filters.search === undefined ? [] : (await choose([worded(db, dialect, 'documents', filters.search)])).conditions;
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

/** Those that were known by the end of a day, in the order given. Throws a FilterError for what is no day. */
export async function knownBy(db: Db, ids: readonly string[], day: string): Promise<string[]> {
  const by = isoDay('asOf', day);
  const rows = await inChunks(ids, (some) =>
    db.selectFrom('documents').select('id').where('id', 'in', some).where('known', '<=', by).execute(),
  );
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => known.has(id));
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

/** What may be learnt later of a place where a text stood. */
const learnable = ['url', 'outlet', 'author', 'title', 'published'] as const;
type Place = Record<(typeof learnable)[number], string | null>;

/** One row a place where a text stood: its address, or, without one, its outlet. */
const markOf = (document: string, { url, outlet }: Place) => stableId('a', document, url, url === null ? outlet : null);

/** What a document tells of its place beyond what is on file; null where that place is not on file. */
async function learnt(db: Db, seq: number, id: string, place: Place) {
  const there = await db.selectFrom('appearances').selectAll().where('document', '=', seq).orderBy('seq').execute();
  const mark = markOf(id, place);
  // A text without address and outlet stood nowhere: the first place that is named is its place, whichever comes first.
  const unplaced = (one: Pick<Place, 'url' | 'outlet'>) => one.url === null && one.outlet === null;
  const row = there.find((one) => one.mark === mark) ?? (unplaced(place) ? there[0] : there.find(unplaced));
  if (!row) return null;
  const news = Object.fromEntries(
    learnable.filter((field) => row[field] === null && place[field] !== null).map((field) => [field, place[field]]),
  ) as Partial<Place>;
  return { row, news, primary: row === there[0] };
}

/** Would filing it change nothing? */
export async function isKnown(db: Db, document: Document): Promise<boolean> {
  const row = await db.selectFrom('documents').select('seq').where('id', '=', document.id).executeTakeFirst();
  const found = row && (await learnt(db, row.seq, document.id, document));
  return found ? Object.keys(found.news).length === 0 : false;
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
  const { id, url, outlet, author, title, published } = document;
  const place = { url, outlet, author, title, published };
  const there = await tx.selectFrom('documents').select(['seq', 'current']).where('id', '=', id).executeTakeFirst();
  const seq = there?.seq ?? (await newDocument(tx, dialect, document, messages, now));
  const found = there && (await learnt(tx, seq, id, place));
  if (found) {
    if (Object.keys(found.news).length === 0) return { added: 'known', superseded: [] };
    const full = { ...found.row, ...found.news };
    const renewed = { ...found.news, mark: markOf(id, full), instant: instant(full.published) };
    await tx.updateTable('appearances').set(renewed).where('seq', '=', found.row.seq).execute();
    if (found.primary) {
      const known = found.news.published ? { known: found.news.published.slice(0, 10) } : {};
      const set = { ...found.news, ...known, messages: JSON.stringify(messages) };
      await tx.updateTable('documents').set(set).where('seq', '=', seq).execute();
    }
  } else {
    const row = { mark: markOf(id, place), document: seq, ...place, instant: instant(published), seen: now };
    await tx.insertInto('appearances').values(row).execute();
    const more = sql<number>`appearances + 1`;
    await tx.updateTable('documents').set({ appearances: more }).where('seq', '=', seq).execute();
  }
  const { superseded, revived } = url === null ? { superseded: [], revived: [] } : await settleVersions(tx, url);
  const added = !there ? 'new' : found?.primary || revived.includes(id) ? 'completed' : 'appearance';
  return { added, superseded };
}

async function newDocument(tx: Db, dialect: Dialect, document: Document, messages: readonly Message[], now: string) {
  const { text_sha256: sha256, text, ...fields } = document;
  const known = (document.published ?? now).slice(0, 10);
  const counts = { current: 1, claims: 0, appearances: 0 };
  const row = { ...fields, sha256, text, known, seen: now, ...counts, messages: JSON.stringify(messages) };
  const { seq } = await tx.insertInto('documents').values(row).returning('seq').executeTakeFirstOrThrow();
  await dialect.index(tx, 'documents', [{ seq, words: `${document.title ?? ''} ${text}` }]);
  return seq;
}

/**
 * Settles which text replaced which at an address, and which of them is current; gives ids of those that no longer are, and
 * of those that are again.
 */
async function settleVersions(tx: Db, url: string): Promise<{ superseded: string[]; revived: string[] }> {
  const here = await tx
    .selectFrom('appearances')
    .select(['seq', 'document', 'replaces'])
    .where('url', '=', url)
    .orderBy('instant')
    .orderBy('seq')
    .execute();
  for (const [i, row] of here.entries()) {
    const before = here[i - 1];
    const replaces = before && before.document !== row.document ? before.seq : null;
    if (replaces !== row.replaces)
      await tx.updateTable('appearances').set({ replaces }).where('seq', '=', row.seq).execute();
  }
  const settled = { superseded: [] as string[], revived: [] as string[] };
  for (const document of new Set(here.map((row) => row.document))) {
    // It may be the last text of another address, or stand at none.
    const last = await sql<{
      n: number;
    }>`select count(*) as n from appearances a where a.document = ${document} and (a.url is null or not exists
      (select 1 from appearances b where b.url = a.url and b.document <> a.document and (b.instant, b.seq) > (a.instant, a.seq)))`.execute(
      tx,
    );
    const current = last.rows[0].n > 0 ? 1 : 0;
    const changed = await tx
      .updateTable('documents')
      .set({ current })
      .where('seq', '=', document)
      .where('current', '<>', current)
      .returning('id')
      .executeTakeFirst();
    if (!changed) continue;
    settled[current ? 'revived' : 'superseded'].push(changed.id);
    // The claims of a text that is current again are filed anew by whoever filed it.
    if (!current) await tx.updateTable('claims').set({ current }).where('document', '=', document).execute();
  }
  return { superseded: settled.superseded.sort(), revived: settled.revived };
}
