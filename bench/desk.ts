/**
 * The desk under load: a ledger of 100,000 events on SQLite, fifty readers at once who go from view to view, an ingest running beside.
 * First what each view costs the server by itself, in processor time, which other work on the machine does not change. Then each
 * view's data, p50 and p95, at a reader's pace (a view every two seconds each) and as fast as fifty can ask. Then Chromium: how soon the
 * list is drawn, and how many rows it holds after a long scroll.
 *
 * npx tsx bench/desk.ts [EVENTS] [SECONDS] [FOLDER OF THE LEDGER]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../src/store/open.ts';
import { openChromium } from '../test/fixtures/desk-browser.ts';
import { jsonLines, news } from '../test/support/news.ts';
import { fileWorld } from './desk-world.ts';
import { random } from './random.ts';

const EVENTS = Number(process.argv[2] ?? 100_000);
const SECONDS = Number(process.argv[3] ?? 30);
const READERS = 50;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[4] ?? join(tmpdir(), 'ledgers');
const file = join(folder, `desk-${EVENTS}.db`);
mkdirSync(folder, { recursive: true });

if (!existsSync(`${file}.done`)) {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const ledger = await openLedger(file);
  const began = Date.now();
  await fileWorld(ledger, EVENTS, (done) => process.stderr.write(`\rfiled ${done} events`));
  process.stderr.write(` in ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
  await ledger.close();
  writeFileSync(`${file}.done`, '');
}

/** Starts the command, and waits for a line that says where it listens, if there is one to wait for. */
const command = (args: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
let ingest: ChildProcess | undefined;
const server = command(['serve', '--ledger', file, '--port', '0']);
process.on('exit', () => {
  server.kill('SIGTERM');
  ingest?.kill('SIGKILL');
});
const url = await new Promise<string>((resolve, reject) => {
  let told = '';
  server.stdout!.on('data', (part) => {
    told += part;
    const found = /http:\/\/[\w.:]+/.exec(told);
    if (found) resolve(found[0]);
  });
  server.stderr!.on('data', (part) => process.stderr.write(part));
  server.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
});

// biome-ignore lint/suspicious/noExplicitAny: the answers are only looked through for ids
const get = async (path: string): Promise<any> => {
  const answer = await fetch(`${url}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};
const ids: string[] = [];
const documents: string[] = [];
for (let cursor = ''; ids.length < Math.min(2000, EVENTS); ) {
  const { items, next } = await get(`/events?limit=200${cursor}`);
  for (const { event } of items) ids.push(event.id);
  documents.push(...items.map(({ event }: { event: { documents: string[] } }) => event.documents[0]));
  if (!next) break;
  cursor = `&cursor=${next}`;
}
const origins = (await get('/origins?limit=50')).items;

const rng = random(7);
const pick = <T>(things: readonly T[]): T => things[Math.floor(rng() * things.length)];
const filter = (): string =>
  pick([
    () => '',
    () => '',
    () => `&place=Town${Math.floor(rng() * 190)}`,
    () => `&origin=${encodeURIComponent(pick(origins as { name: string }[]).name)}`,
    () => `&standing=${pick(['contested', 'single-source', 'corroborated', 'one-sided'])}`,
    () =>
      `&search=${encodeURIComponent(`Town${20 + Math.floor(rng() * 170)} ${pick(['depot', 'bridge', 'market', 'refinery fire'])}`)}`,
    () => `&type=${pick(['attack', 'interception', 'casualties'])}&since=2025-0${1 + Math.floor(rng() * 9)}-01`,
  ])();
/** What each view asks of the API. */
const views: Record<string, () => string[]> = {
  'Today, first screen': () => {
    const by = filter();
    return [`/events?limit=50${by}`, `/disputes?limit=12${by}`, `/records?limit=40${by}`, '/ledger'];
  },
  Event: () => [`/events/${pick(ids)}`],
  Reader: () => [`/documents/${pick(documents)}`],
  'Timeline, whole': () => ['/timeline?by=month'],
  'Timeline, as it opens': () => ['/timeline?by=day'],
  'Timeline, a quarter': () => [
    `/timeline?by=day&since=2025-0${1 + Math.floor(rng() * 6)}-01&until=2025-0${4 + Math.floor(rng() * 6)}-01`,
  ],
  Map: () => [`/points?limit=1000${filter()}`],
  Disputes: () => [`/disputes?limit=30${filter()}`],
  Records: () => [`/records?limit=50${filter()}`],
  Origins: () => ['/origins?limit=100', '/relays?limit=60'],
  Origin: () => {
    const origin = pick(origins as { key: string; name: string }[]);
    return [`/origins/${encodeURIComponent(origin.key)}`, `/claims?limit=50&origin=${encodeURIComponent(origin.name)}`];
  },
  Review: () => [`/review/queue?limit=40&reviewer=Ada${filter()}`, '/reviews?limit=100'],
};

/** Milliseconds of processor time that the server has had (Linux tells in hundredths of a second). */
function serverTime(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const ALONE = 40;
console.log(
  `${EVENTS} events. What a view costs the server, in processor time (some answers are kept from before), mean of ${ALONE}:\n\n| view | ms |\n|---|---|`,
);
for (const [name, asks] of Object.entries(views)) {
  const began = serverTime();
  for (let i = 0; i < ALONE; i++) for (const ask of asks()) await get(ask);
  console.log(`| ${name} | ${((serverTime() - began) / ALONE).toFixed(1)} |`);
}

/** Articles that are new to the ledger, more than will be read, a few of each event. */
const stock = join(folder, 'ingest.jsonl');
const now = Date.now();
writeFileSync(
  stock,
  jsonLines(news(20_000).map((one) => ({ ...one, url: null, text: `${one.text}\n\nFiled ${now}.` }))),
);
ingest = command(['ingest', stock, '--ledger', file]);
ingest.stderr!.resume();
ingest.stdout!.resume();

async function load(pause: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const end = Date.now() + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: READERS }, async () => {
      if (pause > 0) await new Promise((wait) => setTimeout(wait, rng() * pause));
      while (Date.now() < end) {
        const [name, asks] = pick(Object.entries(views));
        const began = performance.now();
        await Promise.all(asks().map(get));
        times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
        if (pause > 0) await new Promise((wait) => setTimeout(wait, pause * (0.5 + rng())));
      }
    }),
  );
  return times;
}

const at = (sorted: readonly number[], share: number): string =>
  `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0)} ms`;
for (const [title, pause] of [
  [`${READERS} readers, each a view every two seconds, an ingest running`, 2000],
  [`${READERS} readers without a pause, an ingest running`, 0],
] as const) {
  console.log(`\n${title} (load of the machine: ${loadavg()[0].toFixed(1)})\n`);
  console.log('| view | asked | p50 | p95 | longest |\n|---|---|---|---|---|');
  const times = await load(pause);
  for (const name of Object.keys(views)) {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
    if (sorted.length > 0)
      console.log(`| ${name} | ${sorted.length} | ${at(sorted, 0.5)} | ${at(sorted, 0.95)} | ${at(sorted, 1)} |`);
  }
}
const counts = await get('/ledger');
console.log(
  `\nThe ingest was ${ingest.exitCode === null ? 'still running' : `over (${ingest.exitCode})`}: ${counts.documents} articles, ${counts.claims} claims, ${counts.events} events.`,
);

const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const began = performance.now();
await page.goto(url);
await page.locator('.today-events .event-row').nth(5).waitFor();
console.log(`\nChromium: the list is drawn ${(performance.now() - began).toFixed(0)} ms after the address is given`);
let most = 0;
for (let turn = 0; turn < 60; turn++) {
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(100);
  most = Math.max(most, await page.locator('.endless li').count());
}
const [seen, last] = await page.evaluate(() => [
  scrollY,
  document.querySelector('.endless li:last-child')?.getAttribute('aria-posinset'),
]);
console.log(`scrolled ${seen} px to row ${last}; never more than ${most} rows held`);
await browser.close();
process.exit();
