import { sql } from 'kysely';
import type { Event } from '../model/event.ts';
import { stableId } from '../model/ids.ts';
import type { Link, LinkOutcome } from '../model/ledger.ts';
import { type ClaimFacts, contributions } from './contributions.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { announce } from './feed.ts';
import { type Names, place } from './names.ts';
import { standingsOf } from './reviews.ts';
import { chunks, inChunks } from './rows.ts';
import type { NameRole } from './tables.ts';

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
  await removeEvents(
    tx,
    dialect,
    gone.map(({ seq }) => seq),
  );
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
  for (const { event: judged, keys } of outcome.events) {
    const standing = judged.claims
      .map((claim) => standings.get(claim))
      .reduce((a, b) => (!a || (b && b.id > a.id) ? b : a), undefined)?.standing;
    const event: Event = standing ? { ...judged, standing } : judged;
    await fileEvent(
      tx,
      dialect,
      names,
      event,
      judged.standing,
      new Map(keys.map((one) => [one.claim, one.keys])),
      before.get(event.id),
      now,
    );
  }
  await fileLinks(tx, outcome.links, now);
}

async function fileEvent(
  tx: Db,
  dialect: Dialect,
  names: Names,
  event: Event,
  judged: string,
  keys: ReadonlyMap<string, readonly string[]>,
  before: { seq: number; json: string; judged: string } | undefined,
  now: string,
): Promise<void> {
  const claims = await inChunks(event.claims, (some) =>
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
  const json = JSON.stringify(event);
  const dated = claims
    .map(({ published }) => published)
    .filter(Boolean)
    .sort();
  const [first = '', latest = ''] = [dated[0], dated.at(-1)];
  const row = {
    id: event.id,
    type: event.type,
    title: event.title,
    standing: event.standing,
    judged,
    json,
    first,
    latest,
    day: event.time?.to ?? first.slice(0, 10),
    day_from: event.time?.from ?? first.slice(0, 10),
    known: claims.map(({ known }) => known).sort()[0] ?? '',
    documents: event.documents.length,
    origins: event.origins.length,
    claims: event.claims.length,
    disputes: event.disputes.length,
    latitude: event.place?.latitude ?? null,
    longitude: event.place?.longitude ?? null,
    precision: event.place?.precision ?? null,
  };
  let seq = before?.seq;
  if (seq === undefined)
    seq = (await tx.insertInto('events').values(row).returning('seq').executeTakeFirstOrThrow()).seq;
  else if (before!.json !== json || before!.judged !== judged)
    await tx.updateTable('events').set(row).where('seq', '=', seq).execute();

  await fileMembers(
    tx,
    seq,
    claims.map((claim) => ({ claim: claim.seq, keys: [...new Set(keys.get(claim.id) ?? [])].sort() })),
  );
  if (before?.json === json) return;
  await announce(tx, now, [{ kind: 'event', id: event.id }]);
  if (before) await clearParts(tx, [seq]);

  const named = new Map<string, { event: number; name: number; role: NameRole }>();
  const name = (role: NameRole, id: number | null) =>
    id !== null && named.set(`${role} ${id}`, { event: seq, name: id, role });
  if (event.place) name('place', names.idOf(place(event.place)));
  for (const claim of claims) {
    name('origin', claim.origin);
    name('actor', claim.actor);
    name('actor', claim.target);
    name('place', claim.place);
  }
  await insert(tx, 'event_names', [...named.values()]);
  const day = row.day;
  await insert(
    tx,
    'event_figures',
    event.figures.flatMap(({ measure, item, low, best, high }) => {
      const value = best ?? low ?? high;
      return value === null ? [] : [{ event: seq, measure, item, low, best, high, value, day }];
    }),
  );
  const sides = new Map(event.origins.map((origin) => [origin.name, origin.side ?? '']));
  await insert(
    tx,
    'event_values',
    unique(
      event.figures.flatMap(({ measure, item, by }) =>
        by.map(({ origin, low, high }) => ({
          event: seq,
          measure,
          item,
          origin,
          side: sides.get(origin) ?? '',
          low,
          high,
          day,
        })),
      ),
      (value) => JSON.stringify([value.measure, value.item, value.origin]),
    ),
  );
  await fileOrigins(tx, seq, event, facts);
  await fileDisputes(tx, seq, event, facts, now);
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

const unique = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];

/** Title, names and the sentences of its claims, each once. */
const wordsOf = (event: Event, quotes: readonly string[]): string =>
  [event.title, event.place?.name ?? '', ...event.origins.map((origin) => origin.name), ...new Set(quotes)].join('\n');

type Part =
  | 'event_names'
  | 'event_figures'
  | 'event_values'
  | 'event_origins'
  | 'contradictions'
  | 'event_claims'
  | 'block_keys'
  | 'disputes'
  | 'records';
async function insert(tx: Db, table: Part, rows: readonly object[]): Promise<void> {
  for (const chunk of chunks(rows))
    await tx
      .insertInto(table)
      .values(chunk as never)
      .execute();
}

/** The claims of an event and the keys they are filed under; only what differs is written. */
async function fileMembers(
  tx: Db,
  event: number,
  members: readonly { claim: number; keys: string[] }[],
): Promise<void> {
  const there = await tx.selectFrom('event_claims').select(['claim', 'keys']).where('event', '=', event).execute();
  const before = new Map(there.map((row) => [row.claim, row.keys]));
  const now = new Map(members.map(({ claim, keys }) => [claim, JSON.stringify(keys)]));
  const changed = members.filter(({ claim }) => before.get(claim) !== now.get(claim));
  const stale = [
    ...there.filter((row) => !now.has(row.claim)).map(({ claim }) => claim),
    ...changed.map(({ claim }) => claim),
  ];
  await forgetMembers(tx, stale);
  await insert(
    tx,
    'event_claims',
    changed.map(({ claim }) => ({ event, claim, keys: now.get(claim) })),
  );
  await insert(
    tx,
    'block_keys',
    changed.flatMap(({ claim, keys }) => keys.map((key) => ({ key, claim }))),
  );
}

/** Takes claims out of whatever event they are in, and from under their keys. */
async function forgetMembers(tx: Db, claims: readonly number[]): Promise<void> {
  for (const chunk of chunks(claims)) {
    const rows = await tx.deleteFrom('event_claims').where('claim', 'in', chunk).returning(['claim', 'keys']).execute();
    for (const { claim, keys } of rows) {
      const names: string[] = JSON.parse(keys);
      for (const some of chunks(names))
        await tx.deleteFrom('block_keys').where('key', 'in', some).where('claim', '=', claim).execute();
    }
  }
}

async function fileOrigins(tx: Db, event: number, said: Event, facts: ReadonlyMap<string, ClaimFacts>): Promise<void> {
  const { origins, contradictions } = contributions(said, facts);
  await insert(
    tx,
    'event_origins',
    [...origins].map(([origin, one]) => ({ event, origin, ...one })),
  );
  await insert(
    tx,
    'contradictions',
    contradictions.map((row) => ({ event, ...row })),
  );
  await addToOrigins(
    tx,
    [...origins].map(([origin, one]) => ({ origin, events: 1, ...one })),
  );
}

const sums = ['claims', 'events', 'revised', 'denied', 'contradicted'] as const;
type Sums = { origin: number } & Record<(typeof sums)[number], number>;
async function addToOrigins(tx: Db, rows: readonly Sums[]): Promise<void> {
  for (const chunk of chunks(rows))
    await tx
      .insertInto('origins')
      .values(chunk)
      .onConflict((on) =>
        on
          .column('origin')
          .doUpdateSet((update) =>
            Object.fromEntries(
              sums.map((sum) => [sum, sql<number>`${update.ref(`origins.${sum}`)} + ${update.ref(`excluded.${sum}`)}`]),
            ),
          ),
      )
      .execute();
}

async function fileDisputes(
  tx: Db,
  event: number,
  { id, disputes }: Event,
  facts: ReadonlyMap<string, ClaimFacts>,
  now: string,
): Promise<void> {
  const there = new Set(
    (await tx.selectFrom('disputes').select('id').where('event', '=', event).execute()).map((row) => row.id),
  );
  const rows = unique(
    disputes.map(({ kind, claims, note }) => {
      const said = claims.map((claim) => facts.get(claim)?.published ?? '').sort();
      return {
        id: stableId('x', id, kind, claims),
        event,
        kind,
        note,
        claims: JSON.stringify(claims),
        since: said[1] ?? said[0] ?? '',
      };
    }),
    (row) => row.id,
  );
  const kept = new Set(rows.map((row) => row.id));
  const gone = [...there].filter((one) => !kept.has(one));
  for (const some of chunks(gone)) await tx.deleteFrom('disputes').where('id', 'in', some).execute();
  for (const row of rows) {
    if (!there.has(row.id)) await tx.insertInto('disputes').values(row).execute();
    else await tx.updateTable('disputes').set({ note: row.note, since: row.since }).where('id', '=', row.id).execute();
  }
  await announce(
    tx,
    now,
    rows.filter((row) => !there.has(row.id)).map((row) => ({ kind: 'dispute', id: row.id })),
  );
}

async function fileRecords(
  tx: Db,
  event: number,
  { id, records }: Event,
  facts: ReadonlyMap<string, ClaimFacts & { seq: number }>,
  now: string,
): Promise<void> {
  const before = await tx
    .deleteFrom('records')
    .where('event', '=', event)
    .returning(['claim', 'status', 'breaker'])
    .execute();
  const rows = records.flatMap(({ claim, status, event: breaker, note }) => {
    const fact = facts.get(claim);
    return fact ? [{ claim: fact.seq, event, status, breaker, note, since: fact.published }] : [];
  });
  await insert(tx, 'records', rows);
  const news = rows.filter(
    (row) => !before.some((old) => old.claim === row.claim && old.status === row.status && old.breaker === row.breaker),
  );
  if (news.length > 0) await announce(tx, now, [{ kind: 'record', id }]);
}

/** Takes away what is derived from an event's JSON and written anew with it; its disputes and records are compared first. */
async function clearParts(tx: Db, events: readonly number[]): Promise<void> {
  const old = await tx
    .deleteFrom('event_origins')
    .where('event', 'in', events)
    .returning(['origin', 'claims', 'revised', 'denied', 'contradicted'])
    .execute();
  for (const { origin, claims, revised, denied, contradicted } of old)
    await addToOrigins(tx, [
      { origin, events: -1, claims: -claims, revised: -revised, denied: -denied, contradicted: -contradicted },
    ]);
  for (const table of ['event_names', 'event_figures', 'event_values', 'contradictions'] as const)
    await tx.deleteFrom(table).where('event', 'in', events).execute();
}

async function removeEvents(tx: Db, dialect: Dialect, seqs: readonly number[]): Promise<void> {
  for (const some of chunks(seqs)) {
    await clearParts(tx, some);
    const members = await tx.selectFrom('event_claims').select('claim').where('event', 'in', some).execute();
    await forgetMembers(
      tx,
      members.map(({ claim }) => claim),
    );
    await tx.deleteFrom('disputes').where('event', 'in', some).execute();
    await tx.deleteFrom('records').where('event', 'in', some).execute();
    await tx.deleteFrom('events').where('seq', 'in', some).execute();
    await dialect.unindex(tx, 'events', some);
  }
}

/** Links are added and never overwritten; one that says what the claim's last one said is not said again. */
async function fileLinks(tx: Db, links: readonly Link[], at: string): Promise<void> {
  const told = await inChunks([...new Set(links.map(({ claim }) => claim))], (some) =>
    tx
      .selectFrom('links')
      .select(['claim', 'event', 'other', 'score', 'reason', 'by'])
      .where('claim', 'in', some)
      .orderBy('seq')
      .execute(),
  );
  const last = new Map(told.map((row) => [row.claim, tuple(row)]));
  const news = links.filter((link) => {
    if (last.get(link.claim) === tuple(link)) return false;
    last.set(link.claim, tuple(link));
    return true;
  });
  for (const chunk of chunks(news))
    await tx
      .insertInto('links')
      .values(
        chunk.map(({ claim, event, other, score, reason, by }) => ({ claim, event, other, score, reason, by, at })),
      )
      .execute();
}
const tuple = ({ event, other, score, reason, by }: Link) => JSON.stringify([event, other, score, reason, by]);

/** Forgets every event and all that follows from them, but for links and reviews. */
export async function clearEvents(tx: Db, dialect: Dialect): Promise<void> {
  await dialect.unindexAll(tx, 'events');
  for (const table of [
    'event_claims',
    'event_names',
    'event_figures',
    'event_values',
    'event_origins',
    'contradictions',
    'origins',
    'disputes',
    'records',
    'block_keys',
    'events',
  ] as const)
    await tx.deleteFrom(table).execute();
}
