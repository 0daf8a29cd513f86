/**
 * Kills an ingest at random points, each between two statements to the ledger, and looks whether the next run completes what is there:
 * all that it lists, and the feed of what changed, must be what an undisturbed run leaves.
 *
 * `npx tsx bench/kill.ts [KILLS] [URL]`: on SQLite, or in databases of the PostgreSQL server at URL, which it makes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../src/store/open.ts';
import { bin } from '../test/support/cli.ts';
import { jsonLines, news } from '../test/support/news.ts';
import { random } from './random.ts';

const preload = fileURLToPath(new URL('../test/support/kill-at.js', import.meta.url));
/** Most kills of one ledger before it is left to be completed. */
const TIMES = 5;

/** Throws where a killed ledger is not completed. `place` gives the address of a new, empty ledger. Gives the number of ledgers. */
export async function survive(kills: number, count: number, place: (name: string) => Promise<string>): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'counterclaim-kill-'));
  const articles = join(home, 'news.jsonl');
  writeFileSync(articles, jsonLines(news(count)));
  const env = { ...process.env, COUNTERCLAIM_NOW: '2024-12-31T00:00:00.000Z' };
  const args = (ledger: string) => ['--import', preload, bin, 'ingest', articles, '--ledger', ledger];

  const whole = await place('whole');
  const counted = join(home, 'count');
  const undisturbed = { ...env, COUNTERCLAIM_TEST_COUNT: counted };
  execFileSync(process.execPath, args(whole), { env: undisturbed, stdio: 'ignore' });
  const statements = Number(readFileSync(counted, 'utf8'));
  const wanted = await contents(whole);

  const rng = random(100);
  let [ledgers, killed] = [0, 0];
  for (; killed < kills; ledgers += 1) {
    const ledger = await place(`killed${ledgers}`);
    for (let times = 0; times < TIMES && killed < kills; times += 1) {
      // A run that goes on where another was killed has less to do; every run begins with some statements of its own.
      const at = 1 + Math.floor((rng() * statements) / (times + 1));
      const child = spawn(process.execPath, args(ledger), {
        stdio: 'ignore',
        env: { ...env, COUNTERCLAIM_TEST_KILL_AT: String(at) },
      });
      const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
      if (signal !== 'SIGKILL') break;
      killed += 1;
    }
    execFileSync(process.execPath, args(ledger), { env, stdio: 'ignore' });
    if ((await contents(ledger)) !== wanted)
      throw new Error(`after its kills, the ledger ${ledger} is not what an undisturbed run leaves`);
  }
  rmSync(home, { recursive: true });
  return ledgers;
}

/** All that the lists of a ledger tell, and its feed. */
async function contents(location: string): Promise<string> {
  const ledger = await openLedger(location);
  const lists = ['events', 'claims', 'documents', 'disputes', 'records', 'origins', 'changes'] as const;
  // Without the numbers of the feed: PostgreSQL does not give again what a transaction took that came to nothing.
  const feed = (await ledger.feed(0, 1_000_000)).map(({ seq: _, ...entry }) => entry);
  const told: unknown[] = [await ledger.counts(), feed];
  for (const list of lists) {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page: { items: unknown[]; next: string | null } = await ledger[list]({}, { limit: 200, cursor });
      told.push(page.items);
      cursor = page.next ?? undefined;
    }
  }
  await ledger.close();
  return JSON.stringify(told);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kills = Number(process.argv[2] ?? 100);
  const server = process.argv[3];
  const home = mkdtempSync(join(tmpdir(), 'counterclaim-killed-'));
  const database = async (name: string): Promise<string> => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`drop database if exists kill_${name}`);
    await client.query(`create database kill_${name}`);
    await client.end();
    return Object.assign(new URL(server), { pathname: `/kill_${name}` }).href;
  };
  const ledgers = await survive(kills, 60, server ? database : async (name) => join(home, `${name}.db`));
  rmSync(home, { recursive: true });
  console.log(
    `${kills} kills in ${ledgers} ledgers: the next run completed each, and it holds what an undisturbed run leaves`,
  );
}
