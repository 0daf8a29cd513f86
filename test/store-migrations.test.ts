import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openSqlite, sqlite } from '../src/store/dialects/sqlite.ts';
import { latestVersion, migrate } from '../src/store/migrations.ts';
import { LedgerError, openLedger } from '../src/store/open.ts';

const home = mkdtempSync(join(tmpdir(), 'counterclaim-migrations-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const now = () => '2024-06-01T00:00:00.000Z';

it('brings a ledger of an older version up to date, with what it holds', async () => {
  const file = join(home, 'old.db');
  const db = openSqlite(file);
  await migrate(db, sqlite, now, 3);
  const statements = [
    ...['a', 'b'].map(
      (
        id,
      ) => `insert into documents (id, sha256, language, known, seen, current, claims, appearances, messages, text, published)
      values ('d_${id}', '${id}', 'en', '2024-05-01', '2024-06-01', ${id === 'a' ? 0 : 1}, 0, 1, '[]', '${id}', '2024-05-01')`,
    ),
    `insert into appearances (mark, document, url, instant, seen) values ('m1', 1, 'https://a.example/', '2024-05-01', 's'), ('m2', 2, 'https://a.example/', '2024-05-02', 's')`,
    `insert into names (sort, key, name, words) values ('party', 'm', 'Ministry', ' ministry '), ('party', 'w', 'Wire', ' wire ')`,
    'insert into relays (claim, origin, relay) values (1, 1, 2), (2, 1, 2)',
    ...['2024-05-01', '2024-05-02'].map(
      (
        published,
        i,
      ) => `insert into claims (id, document, spot, rank, published, day, day_from, known, kind, type, stance, modality, origin, extractor,
        current, quote, json) values ('c_${i}', 2, 0, ${-i}, '${published}', '', '', '', 'occurrence', 'attack', '${i ? 'denies' : 'asserts'}', 'actual', ${i + 1}, '', 1, 'Shells fell.', '{}')`,
    ),
    "insert into claims_words (rowid, words) values (1, 'Shells fell.'), (2, 'Shells fell.')",
    `insert into events (id, type, title, day, day_from, known, standing, judged, first, latest, documents, origins, claims, disputes, json)
      values ('e_a', 'attack', 'A', '2024-05-01', '2024-04-30', '', 'contested', 'contested', '', '', 1, 2, 2, 1, '{"disputes": [{"kind": "denial", "claims": ["c_0", "c_1"], "note": "A"}]}')`,
    `insert into disputes (id, event, kind, note, claims, since) values ('x_a', 1, 'denial', 'A', '["c_0", "c_1"]', '2024-05-02')`,
    "insert into origins (origin, key, claims, events, revised, denied, contradicted) values (1, 'm', 1, 1, 0, 1, 0), (2, 'w', 1, 1, 0, 0, 0)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await db.destroy();

  const ledger = await openLedger(file, { now });
  expect((await ledger.changes()).items).toMatchObject([{ before: 'd_a', after: 'd_b' }]);
  expect(await ledger.relays(5)).toEqual([{ origin: 'Ministry', relay: 'Wire', times: 2 }]);
  expect((await ledger.claims({ search: 'shells' })).items).toHaveLength(2);
  expect((await ledger.claims({ search: 'shells' }, { limit: 1 })).items).toMatchObject([{ quote: 'Shells fell.' }]);
  expect((await ledger.disputes({ until: '2024-04-30' })).items).toMatchObject([{ id: 'x_a' }]);
  expect((await ledger.disputes({ until: '2024-04-29' })).items).toEqual([]);
  expect((await ledger.origin('m'))?.contradicted_by).toMatchObject([{ name: 'Wire', kind: 'denial', times: 1 }]);
  expect((await ledger.origin('w'))?.contradicted_by).toEqual([]);
  await ledger.close();
  const again = openSqlite(file);
  expect((await again.selectFrom('migrations').select('version').execute()).map(({ version }) => version)).toEqual(
    Array.from({ length: latestVersion }, (_, i) => i + 1),
  );
  await again.destroy();
});

it('refuses a ledger of a newer version, and leaves it as it is', async () => {
  const file = join(home, 'new.db');
  await (await openLedger(file, { now })).close();
  const db = openSqlite(file);
  await db.insertInto('migrations').values({ version: 99, what: 'things to come', at: now() }).execute();
  await db.destroy();
  await expect(openLedger(file)).rejects.toThrow(LedgerError);
  await expect(openLedger(file)).rejects.toThrow(/schema version 99.*update Counterclaim/);
});
