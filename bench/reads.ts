/**
 * How long the questions of a large ledger take, one at a time: event list, event page, search and disputes, each as a reader puts them,
 * filtered and not, further down and at the top. Each runs 200 times, on the clock and in processor time (of this process: PostgreSQL
 * works in its own).
 *
 * `npx tsx bench/reads.ts LEDGER`: one that `bench/link.ts` filled.
 */
import { loadavg } from 'node:os';
import type { Filters } from '../src/store/filters.ts';
import { openLedger } from '../src/store/open.ts';
import { random } from './random.ts';
import { word } from './world.ts';

const TIMES = 200;
const ledger = await openLedger(process.argv[2], { mustExist: true });
const rng = random(11);
const pick = <T>(things: readonly T[]): T => things[Math.floor(rng() * things.length)];

const counts = await ledger.counts();
const { from, to } = await ledger.coverage();
const [first, last] = [Date.parse(from!), Date.parse(to!)];
const anyDay = () => new Date(first + rng() * (last - first)).toISOString().slice(0, 10);
const town = () => `Town${Math.floor(rng() * rng() * 191) + 1}`;
const anyWord = () => word(Math.floor(20_000 ** rng()) + 14);
const filters: Record<string, () => Filters> = {
  newest: () => ({}),
  'until a day': () => ({ until: anyDay() }),
  'of a place': () => ({ place: town() }),
  'of an origin': () => ({ origin: `Ministry of Side${Math.floor(rng() * 8)}A` }),
  'of a rare origin': () => ({ origin: `Official ${Math.floor(rng() * 3000)}` }),
  'of a standing': () => ({ standing: pick(['contested', 'single-source', 'corroborated', 'one-sided'] as const) }),
  'of a type since': () => ({ type: pick(['attack', 'casualties'] as const), since: anyDay() }),
};
const ids: string[] = [];
for (let i = 0; i < 40; i++) {
  const { items } = await ledger.events({ until: anyDay() }, { limit: 20 });
  ids.push(...items.map(({ event }) => event.id));
}
const asked: Record<string, () => Promise<unknown>> = {
  ...Object.fromEntries(
    Object.entries(filters).map(([name, of]) => [`event list, ${name}`, () => ledger.events(of(), { limit: 50 })]),
  ),
  'event page': () => ledger.event(pick(ids)),
  'search, a word': () => ledger.events({ search: anyWord() }, { limit: 50 }),
  'search, two words': () => ledger.events({ search: `${town()} ${anyWord()}` }, { limit: 50 }),
  'search, a word of claims': () => ledger.claims({ search: anyWord() }, { limit: 50 }),
  'search, two words of claims': () => ledger.claims({ search: `${town()} ${anyWord()}` }, { limit: 50 }),
  ...Object.fromEntries(
    Object.entries(filters).map(([name, of]) => [`disputes, ${name}`, () => ledger.disputes(of(), { limit: 30 })]),
  ),
};

console.log(
  `${counts.claims} claims in ${counts.documents} articles, ${counts.events} events, ${counts.disputes} disputes (${ledger.kind}; load of the machine: ${loadavg()[0].toFixed(1)})\n`,
);
console.log('| question | p50 | p95 | longest | processor, mean |\n|---|---|---|---|---|');
for (const [name, ask] of Object.entries(asked)) {
  await ask();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now();
    JSON.stringify(await ask());
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const ms = (n: number) => n.toFixed(1);
  console.log(
    `| ${name} | ${ms(times[TIMES / 2])} | ${ms(times[Math.floor(TIMES * 0.95)])} | ${ms(times[TIMES - 1])} | ${ms((user + system) / 1000 / TIMES)} |`,
  );
}
console.log(`\nresident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
await ledger.close();
