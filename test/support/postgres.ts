import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestServer {
  /** A URL of a new, empty database. */
  database(name: string): Promise<string>;
  stop(): void;
}

/** PostgreSQL's own binaries, by preference the newest; null when there are none. */
function binaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(root, version, 'bin')), '/usr/local/bin', '/usr/bin'];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null;
}

/** Can the tests have a server? Asked before they begin, so that they are skipped by name where they cannot. */
export const postgresAvailable = (): boolean => Boolean(process.env.COUNTERCLAIM_TEST_POSTGRES) || binaries() !== null;

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
function servant(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  }
  return null;
}

/**
 * The server named in COUNTERCLAIM_TEST_POSTGRES, or one started for the moment in a temporary folder.
 * Throws when neither can be had.
 */
export async function postgresServer(): Promise<TestServer> {
  const given = process.env.COUNTERCLAIM_TEST_POSTGRES;
  if (given) return { database: (name) => fresh(given, name), stop: () => {} };
  const bin = binaries();
  if (!bin) throw new Error('no PostgreSQL: ask postgresAvailable() first');
  const as = servant();
  const home = mkdtempSync(join(tmpdir(), 'counterclaim-postgres-'));
  if (as) chownSync(home, as.uid, as.gid);
  const data = join(home, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'counterclaim', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: home, stdio: 'ignore' },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', home, '-c', 'fsync=off', '-c', 'shared_buffers=64MB'],
    { ...as, cwd: home, stdio: 'ignore' },
  );
  const stop = () => {
    server.kill('SIGINT');
    process.off('exit', stop);
    try {
      rmSync(home, { recursive: true, force: true });
    } catch {}
  };
  process.on('exit', stop);
  const url = `postgres://counterclaim@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  return { database: (name) => fresh(url, name), stop };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function query(url: string, ...statements: string[]): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (tries > 200 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Names are told apart by process, so that runs side by side on one given server do not meet. */
async function fresh(url: string, name: string): Promise<string> {
  const database = `counterclaim_test_${process.pid}_${name}`.toLowerCase();
  await query(url, `drop database if exists ${database}`, `create database ${database}`);
  const there = new URL(url);
  there.pathname = `/${database}`;
  return there.href;
}
