// Kills an ingest at many points, and looks whether the next run completes what is there: npx tsx bench/kill.ts [KILLS]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonLines, news } from '../test/support/news.ts';
import { random } from './random.ts';

const KILLS = Number(process.argv[2] ?? 100);
const bin = fileURLToPath(new URL('../bin/counterclaim.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'counterclaim-kill-'));
const articles = join(home, 'news.jsonl');
const env = { ...process.env, COUNTERCLAIM_NOW: '2024-12-31T00:00:00.000Z' };
const lists = ['events', 'claims', 'disputes', 'records', 'origins', 'documents'];
const call = (...args: string[]) =>
  execFileSync(process.execPath, [bin, ...args], { env, maxBuffer: 1 << 30 }).toString();
const dump = (ledger: string) => lists.map((list) => call(list, '--ledger', ledger, '--format', 'json')).join('\n');

writeFileSync(articles, jsonLines(news(250)));
const whole = join(home, 'whole.db');
const begun = performance.now();
call('ingest', articles, '--ledger', whole);
const undisturbed = performance.now() - begun;
const wanted = dump(whole);

const rng = random(100);
let killed = 0;
let complete = 0;
for (let ledger = 0; killed < KILLS; ledger += 1) {
  const at = join(home, `killed-${ledger}.db`);
  // Killed up to five times on its way, each time later, and then left to end.
  for (let times = 0; times < 5 && killed < KILLS; times += 1) {
    const child = spawn(process.execPath, [bin, 'ingest', articles, '--ledger', at], { stdio: 'ignore', env });
    const timer = setTimeout(() => child.kill('SIGKILL'), undisturbed * (0.02 + rng() * 0.9));
    const signal = await new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    clearTimeout(timer);
    if (signal === 'SIGKILL') killed += 1;
    else break;
  }
  call('ingest', articles, '--ledger', at);
  if (dump(at) !== wanted) throw new Error(`after its kills, the ledger ${at} is not what an undisturbed run gives`);
  complete += 1;
}
rmSync(home, { recursive: true });
console.log(
  `${killed} kills in ${complete} ledgers: each was completed by the next run, and holds to the byte what an undisturbed run gives`,
);
