import type { Claim } from '../model/claim.ts';
import type { DocumentInfo } from '../model/document.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { type Corrections, correct, correctionsOf } from './corrections.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { info, infoColumns, instant } from './documents.ts';
import { keepIds } from './keep-ids.ts';
import { type Named, type Names, origin, party, place } from './names.ts';
import { fileRelays, forgetRelays, type Relay } from './relays.ts';
import { chunks } from './rows.ts';

/** What stands in the column `current`: whether a claim counts, and if not, why. */
const CURRENT = 1;
const GONE = 0;
const REJECTED = -1;

/**
 * Files what was read in a document. A claim that was there keeps its number, and its id even when a newer reader gives it another; one that is gone stays, no longer current.
 * Reviewers' corrections are laid over what was read. Returns the current claims as they now stand, in order of reading.
 * Throws where the document was never filed.
 */
export async function fileClaims(
  tx: Db,
  dialect: Dialect,
  names: Names,
  id: string,
  claimsRead: readonly Claim[],
): Promise<FiledClaim[]> {
  const row = await tx
    .selectFrom('documents')
    .select([...infoColumns, 'seq', 'known', 'current', 'text'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Error(`claims of the document ${id} cannot be filed before it is`);
  const document = info(row);
  const before = await tx
    .selectFrom('claims')
    .select(['seq', 'id', 'json', 'read', 'current', 'known', 'published', 'quote'])
    .where('document', '=', row.seq)
    .execute();
  const there = new Map(before.map((claim) => [claim.id, claim]));
  const read = keepIds(
    before.map((claim): Claim => JSON.parse(claim.read ?? claim.json)),
    claimsRead,
  );
  const corrections = await correctionsOf(
    tx,
    read.map((claim) => claim.id),
  );

  const claims = read.map((original) => reviewed(original, corrections.get(original.id), row.current));
  await names.file(
    tx,
    claims.flatMap(({ claim }) => namesIn(claim, document)),
  );

  const published = instant(document.published);
  const columns = claims.map(({ claim, json, read, current }, place) => ({
    id: claim.id,
    document: row.seq,
    spot: Number.parseInt(document.id.slice(2, 15), 16),
    rank: -place,
    published,
    known: row.known,
    ...shown(claim, document, names),
    quote: row.text.slice(claim.sentence.start, claim.sentence.end),
    json,
    read,
    current,
  }));
  const fresh = columns.filter((one) => !there.has(one.id));
  for (const chunk of chunks(fresh)) {
    const filed = await tx.insertInto('claims').values(chunk).returning(['seq', 'id', 'quote']).execute();
    await dialect.index(
      tx,
      'claims',
      filed.map(({ seq, quote }) => ({ seq, published, words: quote })),
    );
    const seqs = new Map(filed.map(({ seq, id }) => [id, seq]));
    await fileRelays(
      tx,
      claims.flatMap(({ claim }) => (seqs.has(claim.id) ? relayRows(seqs.get(claim.id)!, claim, document, names) : [])),
    );
  }
  for (const one of columns) {
    const old = there.get(one.id);
    if (
      !old ||
      (old.json === one.json && old.read === one.read && old.current === one.current && old.known === one.known)
    )
      continue;
    const { id: _, document: __, ...changed } = one;
    await tx.updateTable('claims').set(changed).where('seq', '=', old.seq).execute();
    if (old.published !== published || old.quote !== one.quote) {
      await dialect.unindex(tx, 'claims', [old]);
      await dialect.index(tx, 'claims', [{ seq: old.seq, published, words: one.quote }]);
    }
    await forgetRelays(tx, old.seq);
    await fileRelays(tx, relayRows(old.seq, JSON.parse(one.json), document, names));
  }
  const kept = new Set(read.map((claim) => claim.id));
  const gone = before.filter((claim) => !kept.has(claim.id) && claim.current === CURRENT).map(({ seq }) => seq);
  for (const chunk of chunks(gone))
    await tx.updateTable('claims').set({ current: GONE }).where('seq', 'in', chunk).execute();
  await tx.updateTable('documents').set({ claims: claims.length }).where('seq', '=', row.seq).execute();
  return claims.filter(({ current }) => current === CURRENT).map(({ claim }) => ({ claim, document }));
}

/** A claim as it now stands, beside what was read, and whether it counts. */
function reviewed(original: Claim, review: Corrections | undefined, documentCurrent: number) {
  const claim = (review?.fields ?? []).reduce((so, { field, value }) => correct(so, field, value), original);
  const raw = JSON.stringify(original);
  const json = JSON.stringify(claim);
  const current = documentCurrent === 0 ? GONE : review?.rejected ? REJECTED : CURRENT;
  return { claim, json, read: json === raw ? null : raw, current };
}

/** Lays the reviews in force over one claim anew. Returns it where it counts, nothing where it does not. */
export async function reapply(tx: Db, names: Names, id: string): Promise<FiledClaim[]> {
  const row = await tx
    .selectFrom('claims')
    .innerJoin('documents', 'documents.seq', 'claims.document')
    .select([
      ...infoColumns,
      'claims.seq',
      'claims.json',
      'claims.read',
      'claims.current',
      'documents.current as documentCurrent',
    ])
    .where('claims.id', '=', id)
    .executeTakeFirst();
  if (!row || row.current === GONE) return [];
  const document = info(row);
  const corrections = await correctionsOf(tx, [id]);
  const { claim, json, read, current } = reviewed(
    JSON.parse(row.read ?? row.json),
    corrections.get(id),
    row.documentCurrent,
  );
  await names.file(tx, namesIn(claim, document));
  await tx
    .updateTable('claims')
    .set({ ...shown(claim, document, names), json, read, current })
    .where('seq', '=', row.seq)
    .execute();
  await forgetRelays(tx, row.seq);
  await fileRelays(tx, relayRows(row.seq, claim, document, names));
  return current === CURRENT ? [{ claim, document }] : [];
}

function namesIn(claim: Claim, document: DocumentInfo): Named[] {
  const named = [origin(claim.source, document), ...claim.relays.map(party)];
  if (claim.actor) named.push(party(claim.actor));
  if (claim.target) named.push(party(claim.target));
  if (claim.place) named.push(place(claim.place));
  return named;
}

/** The columns by which a claim is found. */
function shown(claim: Claim, document: DocumentInfo, names: Names) {
  const published = document.published?.slice(0, 10) ?? '';
  return {
    day: claim.time?.to ?? published,
    day_from: claim.time?.from ?? published,
    kind: claim.kind,
    type: claim.type,
    measure: claim.measure,
    item: claim.item,
    low: claim.value?.low ?? null,
    high: claim.value?.high ?? null,
    stance: claim.stance,
    modality: claim.modality,
    origin: names.idOf(origin(claim.source, document)),
    actor: claim.actor && names.idOf(party(claim.actor)),
    target: claim.target && names.idOf(party(claim.target)),
    place: claim.place && names.idOf(place(claim.place)),
    extractor: claim.extractor,
  };
}

/** Who passed a claim on, each once. */
function relayRows(seq: number, claim: Claim, document: DocumentInfo, names: Names): Relay[] {
  const root = names.idOf(origin(claim.source, document));
  const relays = new Set(claim.relays.map((relay) => names.idOf(party(relay))));
  return [...relays].map((relay) => ({ claim: seq, origin: root, relay }));
}
