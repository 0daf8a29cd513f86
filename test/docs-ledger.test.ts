import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openSqlite, sqlite } from '../src/store/dialects/sqlite.ts';
import { migrate } from '../src/store/migrations.ts';

it('docs/ledger.md tells of every table, and of none that there is not', async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterclaim-docs-'));
  const db = openSqlite(join(home, 'empty.db'));
  await migrate(db, sqlite, () => '2024-06-01T00:00:00.000Z');
  const found = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%\\_words\\_%' escape '\\'`.execute(
    db,
  );
  await db.destroy();
  rmSync(home, { recursive: true });
  const docs = readFileSync(new URL('../docs/ledger.md', import.meta.url), 'utf8');
  const tables = found.rows.map(({ name }) => name);
  expect(tables.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  const rows = [...docs.matchAll(/^\| (`[a-z_`, ]+) \|/gm)].flatMap(([, names]) =>
    [...names.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  expect(rows.filter((name) => !tables.includes(name))).toEqual([]);
});
