import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialects/dialect.ts';
import type { Tables } from './tables.ts';

interface Migration {
  version: number;
  what: string;
  /** Statements, in order; `$serial` and the like are the dialect's words. */
  statements: readonly string[];
  /** Are the words of claims filed in another way than before? */
  reindexed?: boolean;
}

/** In order, each run once. A ledger of an older version is brought up to date when it is opened; a newer one is refused. */
const migrations: readonly Migration[] = [
  {
    version: 1,
    what: 'documents and claims',
    statements: [
      `create table documents (seq $serial, id $text not null unique, sha256 $text not null, url $text, outlet $text, author $text, title $text,
        language $text not null, published $text, known $text not null, seen $text not null, current integer not null, claims integer not null,
        appearances integer not null, messages $text not null, text $text not null)`,
      'create index documents_known on documents (known, id)',
      `create table appearances (seq $serial, mark $text not null unique, document bigint not null references documents (seq), url $text,
        outlet $text, author $text, title $text, published $text, instant $text not null, seen $text not null)`,
      'create index appearances_document on appearances (document)',
      'create index appearances_url on appearances (url)',
      `create table names (id $serial, sort $text not null, key $text not null, name $text not null, uid $text, kind $text, side $text,
        words $text not null, unique (sort, key))`,
      `create table claims (seq $serial, id $text not null unique, document bigint not null references documents (seq), spot bigint not null, rank integer not null,
        published $text not null, day $text not null, day_from $text not null, known $text not null, kind $text not null, type $text not null,
        measure $text, item $text, low double precision, high double precision, stance $text not null, modality $text not null,
        origin bigint not null references names (id), actor bigint references names (id), target bigint references names (id),
        place bigint references names (id), extractor $text not null, current integer not null, quote $text not null, json $text not null, read $text)`,
      'create index claims_order on claims (current, published, spot, rank)',
      'create index claims_document on claims (document, rank)',
      'create index claims_day on claims (current, day, day_from)',
      'create index claims_type on claims (type, current, published, spot, rank)',
      'create index claims_origin on claims (origin)',
      'create index claims_actor on claims (actor)',
      'create index claims_target on claims (target)',
      'create index claims_place on claims (place)',
      'create table relays (claim bigint not null, origin bigint not null, relay bigint not null, primary key (claim, relay)) $compact',
      'create index relays_pair on relays (origin, relay)',
    ],
  },
  {
    version: 2,
    what: 'events, and what follows from them',
    statements: [
      `create table events (seq $serial, id $text not null unique, type $text not null, title $text not null, day $text not null, day_from $text not null,
        known $text not null, standing $text not null, judged $text not null, first $text not null, latest $text not null, documents integer not null,
        origins integer not null, claims integer not null, disputes integer not null, latitude double precision, longitude double precision,
        precision integer, json $text not null)`,
      'create index events_day on events (day, id, day_from)',
      'create index events_from on events (day_from)',
      'create index events_type on events (type, day, id)',
      'create index events_standing on events (standing, day, id)',
      'create index events_doubt on events (disputes, day, id)',
      'create table event_claims (event bigint not null, claim bigint not null, keys $text not null, primary key (event, claim)) $compact',
      'create unique index event_claims_claim on event_claims (claim)',
      'create table event_names (event bigint not null, name bigint not null, role $text not null, primary key (event, role, name)) $compact',
      'create index event_names_name on event_names (name, role, event)',
      `create table event_figures (event bigint not null, measure $text not null, item $text not null, low double precision, best double precision,
        high double precision, value double precision not null, day $text not null, primary key (event, measure, item)) $compact`,
      'create index event_figures_value on event_figures (measure, item, value)',
      `create table event_values (event bigint not null, measure $text not null, item $text not null, origin $text not null, side $text not null,
        low double precision, high double precision, day $text not null, primary key (event, measure, item, origin)) $compact`,
      'create index event_values_day on event_values (day, measure)',
      `create table event_origins (event bigint not null, origin bigint not null, claims integer not null, revised integer not null,
        denied integer not null, contradicted integer not null, primary key (event, origin)) $compact`,
      'create index event_origins_origin on event_origins (origin, event)',
      `create table contradictions (event bigint not null, origin bigint not null, by bigint not null, kind $text not null, times integer not null,
        primary key (event, origin, by, kind)) $compact`,
      'create index contradictions_origin on contradictions (origin, by)',
      `create table origins (origin bigint not null primary key, key $text not null, claims integer not null, events integer not null, revised integer not null,
        denied integer not null, contradicted integer not null)`,
      'create index origins_claims on origins (claims, key)',
      `create table disputes (seq $serial, id $text not null unique, event bigint not null, kind $text not null, note $text not null,
        claims $text not null, since $text not null)`,
      'create index disputes_event on disputes (event)',
      'create index disputes_since on disputes (since, id)',
      `create table records (seq $serial, id $text not null, claim bigint not null, event bigint not null, status $text not null, breaker $text, note $text not null,
        since $text not null)`,
      'create index records_event on records (event)',
      'create index records_since on records (since, id)',
      'create table block_keys (key $text not null, claim bigint not null, primary key (key, claim)) $compact',
      `create table links (seq $serial, claim $text not null, event $text not null, other $text, score double precision not null, reason $text not null,
        by $text not null, at $text not null)`,
      'create index links_claim on links (claim, seq)',
    ],
  },
  {
    version: 3,
    what: 'people: reviews, tokens, and the feed of changes',
    statements: [
      `create table reviews (id $serial, at $text not null, by $text not null, action $text not null, subject $text not null, other $text, field $text,
        old $text, new $text, reason $text not null, undone_by bigint)`,
      'create index reviews_subject on reviews (subject)',
      'create index reviews_other on reviews (other)',
      `create table tokens (id $serial, name $text not null, role $text not null, hash $text not null unique, created $text not null, revoked $text)`,
      'create table feed (seq $serial, at $text not null, kind $text not null, id $text not null)',
    ],
  },
  {
    version: 4,
    what: 'what each side says, summed over days and months',
    statements: [
      `create table side_sums (span $text not null, day $text not null, measure $text not null, item $text not null, side $text not null,
        low double precision not null, high double precision not null, events integer not null, primary key (span, day, measure, item, side)) $compact`,
      ...["'day', day", "'month', substr(day, 1, 7) || '-01'"].map(
        (span) => `insert into side_sums select ${span}, measure, item, side, sum(low), sum(high), count(*) from (
          select day, measure, item, side, max(coalesce(low, high, 0)) as low, max(coalesce(high, low, 0)) as high
          from event_values where day > '' group by event, day, measure, item, side) as heard group by 1, 2, measure, item, side`,
      ),
    ],
  },
  {
    version: 5,
    what: 'what lists of a large ledger are read from: changes, relays, an origin by date',
    statements: [
      'alter table appearances add column replaces bigint',
      `update appearances set replaces = (select e.seq from appearances e where e.url = appearances.url and
        (e.instant < appearances.instant or (e.instant = appearances.instant and e.seq < appearances.seq)) order by e.instant desc, e.seq desc limit 1)`,
      `update appearances set replaces = null where exists (select 1 from appearances e where e.seq = appearances.replaces and
        e.document = appearances.document)`,
      'create index appearances_changes on appearances (instant, mark) where replaces is not null',
      'create table relayed (origin bigint not null, relay bigint not null, times integer not null, primary key (origin, relay)) $compact',
      'insert into relayed (origin, relay, times) select origin, relay, count(*) from relays group by origin, relay',
      'create index relayed_times on relayed (times, origin, relay)',
      'drop index relays_pair',
      'drop index claims_origin',
      'create index claims_origin on claims (origin, published)',
      'drop index contradictions_origin',
      'create index contradictions_origin on contradictions (origin, by, kind, times)',
    ],
  },
  {
    version: 6,
    what: 'what is most disputed, of one standing or type',
    statements: [
      'create index events_standing_doubt on events (standing, disputes, day, id)',
      'create index events_type_doubt on events (type, disputes, day, id)',
    ],
  },
  {
    version: 7,
    what: 'events as of a day, from their index alone',
    statements: ['drop index events_day', 'create index events_day on events (day, id, day_from, known)'],
  },
  {
    version: 8,
    what: "the highest figure of each side; totals over a time are no day's",
    statements: [
      'create index event_values_high on event_values (measure, item, side, (coalesce(low, high)) desc, day)',
    ],
  },
  {
    version: 9,
    what: 'whose records a figure may break; the earliest that breaks one (relink to have them all)',
    statements: [
      'alter table event_figures add column rival $text',
      'drop index event_figures_value',
      'create index event_figures_rival on event_figures (measure, item, rival, day, value)',
      'create index event_figures_day on event_figures (measure, item, day, value, rival)',
    ],
  },
  {
    version: 10,
    what: 'lists from their indexes alone: disputes by day and event, claims of an origin, names by their words; claims by their words, the newest first',
    statements: [
      "alter table disputes add column day $text not null default ''",
      "alter table disputes add column day_from $text not null default ''",
      `update disputes set day = coalesce((select day from events where events.seq = disputes.event), ''),
        day_from = coalesce((select day_from from events where events.seq = disputes.event), '')`,
      'drop index disputes_event',
      'create index disputes_event on disputes (event, since, id)',
      'drop index disputes_since',
      'create index disputes_since on disputes (since, id, day, day_from, event)',
      'drop index claims_origin',
      'create index claims_origin on claims (origin, published, spot, rank, current)',
      'create index names_words on names (sort, words)',
    ],
    reindexed: true,
  },
  {
    version: 11,
    what: 'who contradicts whom, by dispute and origin; a row for each pair of origins grew with their square',
    statements: [
      `create table dispute_origins (event bigint not null, kind $text not null, nth integer not null, origin bigint not null,
        contradicted integer not null, contradicts integer not null, primary key (event, kind, nth, origin)) $compact`,
      `insert into dispute_origins
        select event, kind, nth, origin, sum(case when kind = 'denial' and stance = 'denies' then 0 else 1 end),
          max(case when kind <> 'denial' or stance = 'denies' then 1 else 0 end)
        from (select events.seq as event, dispute.value ->> 'kind' as kind, claims.origin, claims.stance,
            dense_rank() over (partition by events.seq, dispute.value ->> 'kind' order by dispute.key) - 1 as nth
          from events cross join $disputed join claims on claims.id = said.value where events.disputes > 0) as disputed
        group by event, kind, nth, origin`,
      'create index dispute_origins_origin on dispute_origins (origin)',
      'drop table contradictions',
    ],
  },
];

export const latestVersion = migrations.at(-1)!.version;

/**
 * Brings a ledger up to date, in one transaction. Throws where it was made by a newer Counterclaim. `to` is for tests: an older version.
 */
export async function migrate(
  db: Kysely<Tables>,
  dialect: Dialect,
  now: () => string,
  to = latestVersion,
): Promise<void> {
  if ((await versionOf(db, dialect)) === to) return;
  await db.transaction().execute(async (tx) => {
    await dialect.lock(tx);
    const version = await versionOf(tx, dialect);
    if (version > latestVersion)
      throw new Error(
        `this ledger has schema version ${version}, and this Counterclaim knows ${latestVersion}: update Counterclaim, or open another ledger`,
      );
    if (version === 0)
      await sql
        .raw('create table migrations (version integer primary key, what text not null, at text not null)')
        .execute(tx);
    for (const migration of migrations) {
      if (migration.version <= version || migration.version > to) continue;
      for (const statement of migration.statements)
        await sql
          .raw(
            statement.replace(
              /\$(serial|text|compact|disputed)\b/g,
              (_, word: keyof Dialect['words']) => dialect.words[word],
            ),
          )
          .execute(tx);
      await tx
        .insertInto('migrations')
        .values({ version: migration.version, what: migration.what, at: now() })
        .execute();
    }
    if (version === 0) for (const statement of dialect.textIndexes) await sql.raw(statement).execute(tx);
    else if (migrations.some((one) => one.reindexed && one.version > version && one.version <= to))
      await dialect.reindexClaims(tx);
  });
}

/** 0 for an empty database. */
async function versionOf(db: Kysely<Tables>, dialect: Dialect): Promise<number> {
  if (!(await dialect.hasTable(db, 'migrations'))) return 0;
  const row = await db
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}
