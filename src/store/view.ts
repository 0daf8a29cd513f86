import type { Event } from '../model/event.ts';
import type { Exceeded, FiledClaim, FiledEvent, Judgement, Rival } from '../model/ledger.ts';
import type { Db } from './dialects/dialect.ts';
import { info, infoColumns } from './documents.ts';
import { grouped, inChunks } from './rows.ts';

/** Events whole, in order of id, with the standing that the rules gave: a reviewer's is laid over it when they are filed. */
export async function filedEvents(db: Db, seqs: readonly number[]): Promise<FiledEvent[]> {
  const events = await inChunks(seqs, (some) =>
    db.selectFrom('events').select(['seq', 'judged', 'json']).where('seq', 'in', some).execute(),
  );
  const claims = await inChunks(seqs, (some) =>
    db
      .selectFrom('event_claims')
      .innerJoin('claims', 'claims.seq', 'event_claims.claim')
      .innerJoin('documents', 'documents.seq', 'claims.document')
      .select([...infoColumns, 'claims.json', 'claims.id as claim', 'event_claims.event'])
      .where('event_claims.event', 'in', some)
      .execute(),
  );
  const byEvent = grouped(claims, (row) => row.event);
  return events
    .map(({ seq, judged, json }): FiledEvent => {
      const event: Event = { ...JSON.parse(json), standing: judged };
      const filed = new Map(
        (byEvent.get(seq) ?? []).map((row): [string, FiledClaim] => [
          row.claim,
          { claim: JSON.parse(row.json), document: info(row) },
        ]),
      );
      return { event, claims: event.claims.flatMap((id) => filed.get(id) ?? []) };
    })
    .sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
}

export async function neighbours(db: Db, keys: readonly string[]): Promise<FiledEvent[]> {
  const found = await inChunks([...new Set(keys)], (some) =>
    db
      .selectFrom('block_keys')
      .innerJoin('event_claims', 'event_claims.claim', 'block_keys.claim')
      .select('event_claims.event')
      .distinct()
      .where('block_keys.key', 'in', some)
      .execute(),
  );
  return filedEvents(db, [...new Set(found.map(({ event }) => event))]);
}

export async function judgements(db: Db, claims: readonly string[]): Promise<Judgement[]> {
  const rows = await inChunks([...new Set(claims)], (some) =>
    db
      .selectFrom('reviews')
      .select(['id', 'subject', 'other', 'action', 'by', 'at', 'reason'])
      .where('action', 'in', ['same', 'different'])
      .where('undone_by', 'is', null)
      .where((where) => where.or([where('subject', 'in', some), where('other', 'in', some)]))
      .execute(),
  );
  const once = new Map(rows.map((row) => [row.id, row]));
  return [...once.values()]
    .sort((a, b) => a.id - b.id)
    .map((row) => ({
      claims: [row.subject, row.other!],
      same: row.action === 'same',
      by: row.by,
      at: row.at,
      reason: row.reason,
    }));
}

export async function exceeding(
  db: Db,
  { measure, item, above }: Exceeded,
  rival: string | null,
  since: string | null,
  limit: number,
): Promise<Rival[]> {
  let query = db
    .selectFrom('event_figures')
    .innerJoin('events', 'events.seq', 'event_figures.event')
    .select(['events.id', 'event_figures.day', 'event_figures.rival', 'events.json'])
    .where('event_figures.measure', '=', measure)
    .where('event_figures.item', '=', item)
    .where('event_figures.value', '>', above);
  query = rival === null ? query.where('rival', 'is not', null) : query.where('rival', '=', rival);
  if (since !== null) query = query.where('event_figures.day', '>=', since);
  const rows = await query.orderBy('event_figures.day').orderBy('events.id').limit(limit).execute();
  return rows.map(({ json, ...row }) => ({ ...row, place: (JSON.parse(json) as Event).place }));
}

export async function coverage(db: Db): Promise<{ from: string | null; to: string | null }> {
  const edge = async (column: 'day' | 'day_from', direction: 'asc' | 'desc') =>
    (
      await db
        .selectFrom('events')
        .select(column)
        .where(column, '>', '')
        .orderBy(column, direction)
        .limit(1)
        .executeTakeFirst()
    )?.[column] ?? null;
  return { from: await edge('day_from', 'asc'), to: await edge('day', 'desc') };
}
