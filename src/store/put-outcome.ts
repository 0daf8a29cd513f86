import { isTotal } from '../model/days.ts';
import type { Event } from '../model/event.ts';
import type { LinkOutcome } from '../model/ledger.ts';
import type { ClaimFacts } from './contributions.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { fileDisputes, fileRecords } from './event-disputes.ts';
import { fileMembers, forgetMembers } from './event-members.ts';
import { fileOrigins } from './event-origins.ts';
import { figureRows, nameRows, type Part, putRows, valueRows } from './event-parts.ts';
import { fileValues } from './event-values.ts';
import { announce } from './feed.ts';
import { type Names, place } from './names.ts';
import { fileLinks } from './put-links.ts';
import { standingsOf } from './reviews.ts';
import { inChunks } from './rows.ts';

/** Writes what linking found: events whole, with all the rows by which they are listed, searched, counted and disputed. */
export async function fileOutcome(
  tx: Db,
  dialect: Dialect,
  names: Names,
  outcome: LinkOutcome,
  now: string,
): Promise<void> {
  const ids = [...outcome.events.map(({ event }) => event.id), ...outcome.removed];
  const there = await inChunks(ids, (some) =>
    tx.selectFrom('events').select(['id', 'seq', 'json', 'judged']).where('id', 'in', some).execute(),
  );
  const before = new Map(there.map((row) => [row.id, row]));

  const gone = outcome.removed.flatMap((id) => before.get(id) ?? []);
  for (const { seq } of gone) await removeEvent(tx, dialect, seq);
  await announce(
    tx,
    now,
    gone.map(({ id }) => ({ kind: 'removed', id })),
  );

  const standings = await standingsOf(
    tx,
    outcome.events.flatMap(({ event }) => event.claims),
  );
  await names.file(
    tx,
    outcome.events.flatMap(({ event }) => (event.place ? [place(event.place)] : [])),
  );
  for (const { event, keys, rival } of outcome.events) {
    // A reviewer's word on any of its claims stands above the rules, the latest above the others.
    const said = event.claims.flatMap((claim) => standings.get(claim) ?? []).sort((a, b) => b.id - a.id)[0]?.standing;
    const filing = {
      event: said ? { ...event, standing: said } : event,
      judged: event.standing,
      rival,
      keys: new Map(keys.map((one) => [one.claim, one.keys])),
    };
    await fileEvent(tx, dialect, names, filing, before.get(event.id), now);
  }
  await fileLinks(tx, outcome.links, now);
}

interface Filing {
  event: Event;
  /** The standing that the rules gave. */
  judged: string;
  rival: string | null;
  keys: ReadonlyMap<string, readonly string[]>;
}

async function fileEvent(
  tx: Db,
  dialect: Dialect,
  names: Names,
  { event, judged, rival, keys }: Filing,
  before: { seq: number; json: string; judged: string } | undefined,
  now: string,
): Promise<void> {
  const claims = await inChunks([...new Set(event.claims)], (some) =>
    tx
      .selectFrom('claims')
      .select([
        'seq',
        'id',
        'origin',
        'actor',
        'target',
        'place',
        'stance',
        'low',
        'high',
        'published',
        'known',
        'quote',
      ])
      .where('id', 'in', some)
      .execute(),
  );
  const facts = new Map<string, ClaimFacts & { seq: number }>(claims.map((row) => [row.id, row]));
  const row = { ...eventRow(event, claims), judged, json: JSON.stringify(event) };
  const changed = before?.json !== row.json || before.judged !== judged;
  const seq = before?.seq ?? (await tx.insertInto('events').values(row).returning('seq').executeTakeFirstOrThrow()).seq;
  if (before && changed) await tx.updateTable('events').set(row).where('seq', '=', seq).execute();
  await fileMembers(
    tx,
    seq,
    claims.map((claim) => ({ claim: claim.seq, keys: [...new Set(keys.get(claim.id) ?? [])].sort() })),
  );
  if (!changed) return;

  await announce(tx, now, [{ kind: 'event', id: event.id }]);
  await putRows(tx, 'event_names', seq, nameRows(event.place && names.idOf(place(event.place)), claims));
  // What is counted over a time is of no day: no record, and no part of what a day claims.
  const day = event.time && isTotal(event.time) ? '' : row.day;
  await putRows(tx, 'event_figures', seq, figureRows(event, day, rival));
  await fileValues(tx, seq, valueRows(event, day));
  await fileOrigins(tx, seq, event, facts);
  await fileDisputes(tx, seq, event, { day: row.day, day_from: row.day_from }, facts, now);
  await fileRecords(tx, seq, event, facts, now);
  await dialect.index(tx, 'events', [
    {
      seq,
      words: wordsOf(
        event,
        claims.map(({ quote }) => quote),
      ),
    },
  ]);
}

/** The columns by which an event is listed. */
function eventRow(
  { id, type, title, standing, time, place, ...event }: Event,
  claims: readonly { published: string; known: string }[],
) {
  const dated = claims
    .map(({ published }) => published)
    .filter(Boolean)
    .sort();
  const [first = '', latest = ''] = [dated[0], dated.at(-1)];
  return {
    id,
    type,
    title,
    standing,
    first,
    latest,
    day: time?.to ?? first.slice(0, 10),
    day_from: time?.from ?? first.slice(0, 10),
    known: claims.map(({ known }) => known).sort()[0] ?? '',
    documents: event.documents.length,
    origins: event.origins.length,
    claims: event.claims.length,
    disputes: event.disputes.length,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    precision: place?.precision ?? null,
  };
}

/** Title, names and the sentences of its claims, each once. */
const wordsOf = (event: Event, quotes: readonly string[]): string =>
  [event.title, event.place?.name ?? '', ...event.origins.map((origin) => origin.name), ...new Set(quotes)].join('\n');

async function removeEvent(tx: Db, dialect: Dialect, seq: number): Promise<void> {
  await fileOrigins(tx, seq, null, new Map());
  await fileValues(tx, seq, []);
  for (const part of ['event_names', 'event_figures', 'records'] satisfies Part[]) await putRows(tx, part, seq, []);
  const members = await tx.selectFrom('event_claims').select('claim').where('event', '=', seq).execute();
  await forgetMembers(
    tx,
    members.map(({ claim }) => claim),
  );
  await tx.deleteFrom('disputes').where('event', '=', seq).execute();
  await tx.deleteFrom('events').where('seq', '=', seq).execute();
  await dialect.unindex(tx, 'events', [{ seq }]);
}

/** Forgets every event and all that follows from them, but for links and reviews. */
export async function clearEvents(tx: Db, dialect: Dialect): Promise<void> {
  await dialect.unindexAll(tx, 'events');
  const tables = [
    'event_claims',
    'event_names',
    'event_figures',
    'event_values',
    'side_sums',
    'event_origins',
    'dispute_origins',
    'origins',
    'disputes',
    'records',
    'block_keys',
    'events',
  ] as const;
  for (const table of tables) await tx.deleteFrom(table).execute();
}
