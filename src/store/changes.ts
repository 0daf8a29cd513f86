import { sql } from 'kysely';
import type { Claim } from '../model/claim.ts';
import { claimsOfDocument } from './claims.ts';
import type { Db } from './dialects/dialect.ts';
import type { Filters, Page, Paging } from './filters.ts';
import type { Change } from './ledger.ts';
import { isoDay } from './narrowing.ts';
import { type Order, paged } from './page.ts';

const order: Order = [
  { column: 'later.instant', type: 'string' },
  { column: 'later.mark', type: 'string' },
];

/** Each address whose text changed, once a change, the latest first. Of the filters: since, until, origin (outlet), search (address or title). */
export async function listChanges(db: Db, filters: Filters, paging: Paging): Promise<Page<Change>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  let query = db
    .selectFrom('appearances as later')
    .innerJoin('appearances as earlier', 'earlier.seq', 'later.replaces')
    .innerJoin('documents as new', 'new.seq', 'later.document')
    .innerJoin('documents as old', 'old.seq', 'earlier.document')
    .select([
      'later.url',
      'later.instant',
      'later.mark',
      'later.seen',
      'later.document as new_seq',
      'earlier.document as old_seq',
      'new.id as after',
      'old.id as before',
      'new.outlet',
      'new.title',
    ])
    .where('later.replaces', 'is not', null)
    .where(after);
  if (filters.since !== undefined) query = query.where('new.known', '>=', isoDay('since', filters.since));
  if (filters.until !== undefined) query = query.where('new.known', '<=', isoDay('until', filters.until));
  if (filters.origin !== undefined)
    query = query.where(sql`lower(new.outlet)`, 'like', `%${filters.origin.toLowerCase()}%`);
  if (filters.search !== undefined) {
    const words = `%${filters.search.toLowerCase()}%`;
    query = query.where(sql<boolean>`(lower(later.url) like ${words} or lower(new.title) like ${words})`);
  }
  const found = page(
    await query.orderBy(orderBy).limit(fetch).execute(),
    (row) => [row.instant, row.mark],
    (row) => row,
  );
  const items: Change[] = [];
  for (const { url, before, after: now, outlet, title, seen, old_seq, new_seq } of found.items)
    items.push({
      url: url!,
      before,
      after: now,
      outlet,
      title,
      seen,
      ...difference(await claimsOfDocument(db, old_seq), await claimsOfDocument(db, new_seq)),
    });
  return { items, next: found.next };
}

/**
 * What became of an article's claims. Two say the same when all but their offsets and ids agrees; they are one claim
 * changed when they are of one kind, type, measure and item, and from one source, in order of reading.
 */
export function difference(
  before: readonly Claim[],
  after: readonly Claim[],
): Pick<Change, 'vanished' | 'appeared' | 'changed'> {
  const [lost, fresh] = unmatched(before, after, said);
  const changed: Change['changed'] = [];
  const appeared = [...fresh];
  const vanished = lost.filter((claim) => {
    const at = appeared.findIndex((other) => subject(other) === subject(claim));
    if (at < 0) return true;
    changed.push({ before: claim, after: appeared.splice(at, 1)[0] });
    return false;
  });
  return { vanished, appeared, changed };
}

function unmatched(
  before: readonly Claim[],
  after: readonly Claim[],
  keyOf: (claim: Claim) => string,
): [Claim[], Claim[]] {
  const left = [...after];
  const lost = before.filter((claim) => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(claim));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [lost, left];
}

const subject = ({ kind, type, measure, item, source, stance }: Claim) =>
  JSON.stringify([kind, type, measure, item, source?.id ?? source?.name ?? null, stance]);
const said = (claim: Claim) =>
  JSON.stringify([
    subject(claim),
    claim.value?.low ?? null,
    claim.value?.high ?? null,
    claim.modality,
    claim.hedges,
    claim.actor?.name ?? null,
    claim.target?.name ?? null,
    claim.place?.name ?? null,
    claim.time?.from ?? null,
    claim.time?.to ?? null,
    claim.relays.map((relay) => relay.name),
  ]);
