/**
 * What linking one more article costs in a ledger of 10,000, 100,000 and 1,000,000 claims: median and 95th percentile over 400 articles
 * linked one by one after each mark (`reads` is linkDocument, `writes` is filing its outcome). Up to the mark the ledger is filled fifty
 * articles at a time; the exponent is that with which the filling grows.
 *
 * In processor time, so that what else the machine does is no part of it; on PostgreSQL the server's own time is left out.
 *
 * `npx tsx bench/link.ts [--claims N] [--ledger FILE|URL]`: in memory without a ledger. The file must not exist yet.
 */

import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { articles } from './world.ts';

type Article = FiledClaim[];
/** Milliseconds of processor time since the start: other work on the machine does not count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Milliseconds of linking and of filing what it found. */
type Filed = (lot: readonly Article[]) => Promise<{ reads: number; writes: number }>;

const option = (name: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const most = Number(option('--claims') ?? 1_000_000);
const where = option('--ledger');
const PROBES = 400;
const LOT = 50;

const { file, close } = where === undefined ? inMemory() : await inLedger(where);
const world = articles();
const next = (): Article => world.next().value;
const marks: { claims: number; median: number; spent: number }[] = [];
let claims = 0;
let spent = 0;
for (const size of [10_000, 100_000, 1_000_000].filter((n) => n <= most)) {
  while (claims < size) {
    const lot = Array.from({ length: LOT }, next);
    const took = await file(lot);
    spent += took.reads + took.writes;
    claims += lot.flat().length;
  }
  const filled = claims;
  const single: { reads: number; writes: number }[] = [];
  for (let i = 0; i < PROBES; i++) {
    const article = next();
    single.push(await file([article]));
    claims += article.length;
  }
  const share = (of: (t: (typeof single)[number]) => number, at: number) =>
    single.map(of).sort((a, b) => a - b)[Math.floor(PROBES * at)];
  const whole = (t: (typeof single)[number]) => t.reads + t.writes;
  const mean = single.map(whole).reduce((a, b) => a + b) / PROBES;
  marks.push({ claims: filled, median: share(whole, 0.5), spent });
  const ms = (n: number) => `${n.toFixed(2)} ms`;
  console.log(
    `${String(filled).padStart(9)} claims: median ${ms(share(whole, 0.5))} (reads ${ms(share((t) => t.reads, 0.5))}, writes ${ms(share((t) => t.writes, 0.5))}), ` +
      `mean ${ms(mean)}, p95 ${ms(share(whole, 0.95))}; filling ${(spent / 1000).toFixed(0)} s; resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}
await close();
const [first, last] = [marks[0], marks.at(-1)!];
if (marks.length > 1) {
  console.log(
    `one article at ${last.claims} against ${first.claims} claims: ${(last.median / first.median).toFixed(2)} times`,
  );
  console.log(
    `growth exponent of the whole: ${(Math.log(last.spent / first.spent) / Math.log(last.claims / first.claims)).toFixed(3)}`,
  );
}

function inMemory(): { file: Filed; close: () => Promise<void> } {
  const ledger = new MemoryLinks();
  return {
    file: async (lot) => {
      for (const article of lot) ledger.file(article);
      const start = clock();
      const outcome = await linkDocument(lot.flat(), ledger);
      const read = clock();
      ledger.put(outcome);
      return { reads: read - start, writes: clock() - read };
    },
    close: async () => {},
  };
}

async function inLedger(location: string): Promise<{ file: Filed; close: () => Promise<void> }> {
  const ledger = await openLedger(location);
  return {
    file: (lot) =>
      ledger.write(async (tx) => {
        for (const article of lot) {
          const [{ document }] = article;
          await tx.addDocument({ ...document, text: ' '.repeat(article.at(-1)!.claim.sentence.end) });
          await tx.putClaims(
            document.id,
            article.map((f) => f.claim),
          );
        }
        const start = clock();
        const outcome = await linkDocument(await tx.filed(lot.map(([{ document }]) => document.id)), tx);
        const read = clock();
        await tx.putOutcome(outcome);
        return { reads: read - start, writes: clock() - read };
      }),
    close: () => ledger.close(),
  };
}
