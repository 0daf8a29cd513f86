import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { postgresAvailable, postgresServer, type TestServer } from './postgres.ts';

/** Runs the same tests on a ledger of each kind. `place` gives the address of a new, empty one; call it inside a test. */
export function onEachLedger(
  what: string,
  tests: (place: () => Promise<string>, kind: 'sqlite' | 'postgres') => void,
): void {
  let folder = '';
  let made = 0;
  describe(`${what}, on SQLite`, () => {
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    tests(async () => join(folder, `ledger-${made++}.db`), 'sqlite');
  });
  // Skipped, by name, where there is no server in COUNTERCLAIM_TEST_POSTGRES and no PostgreSQL installed.
  describe.skipIf(!postgresAvailable())(`${what}, on PostgreSQL`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await postgresServer();
    }, 60_000);
    afterAll(() => server.stop());
    tests(async () => server.database(`${what.replace(/\W+/g, '_')}_${made++}`), 'postgres');
  });
}
