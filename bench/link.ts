/**
 * What linking one more article costs in a ledger of 10,000, 100,000 and 1,000,000 claims: median and 95th percentile over articles
 * linked one by one after each mark (`reads` is linkDocument, `writes` is filing its outcome, the rest is filing what was read and
 * committing). Up to the mark the ledger is filled fifty articles at a time; the exponent is that with which the filling grows.
 *
 * In processor time, so that what else the machine does is no part of it; on PostgreSQL the server's own time is told beside, in
 * milliseconds that went by.
 *
 * `npx tsx bench/link.ts [--claims N] [--ledger FILE|URL]`: in memory without a ledger. One that holds some of the world already is
 * filled further, or only measured where it is large enough.
 */

import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import { documentInfo } from '../src/model/ids.ts';
import type { LedgerWriter } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { articles, type Told } from './world.ts';

/** Milliseconds: all that went by of processor time (other work on the machine does not count), parts of it, and on the clock. */
interface Took {
  whole: number;
  reads: number;
  writes: number;
  clock: number;
}
interface Filing {
  claims: number;
  file(lot: readonly Told[]): Promise<{ reads: number; writes: number }>;
  close(): Promise<void>;
}

const option = (name: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const most = Number(option('--claims') ?? 1_000_000);
const where = option('--ledger');
const PROBES = 1000;
const LOT = 50;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
async function timed(lot: readonly Told[]): Promise<Took> {
  const [began, clock] = [spent(), performance.now()];
  const parts = await filing.file(lot);
  return { ...parts, whole: spent() - began, clock: performance.now() - clock };
}

const world = articles();
const next = (): Told => world.next().value;
const filing = where === undefined ? inMemory() : await inLedger(where);
const resumed = filing.claims;
let [claims, filled] = [resumed, 0];
const marks: { claims: number; mean: number; median: number; filled: number }[] = [];
const targets = [10_000, 100_000, 1_000_000].filter((size) => size <= most && size > resumed);
for (const size of targets.length > 0 ? targets : [resumed]) {
  while (claims < size) {
    const lot = Array.from({ length: LOT }, next);
    filled += (await timed(lot)).whole;
    claims += lot.reduce((sum, one) => sum + one.claims.length, 0);
  }
  const at = claims;
  const single: Took[] = [];
  for (let i = 0; i < PROBES; i++) {
    const one = next();
    single.push(await timed([one]));
    claims += one.claims.length;
  }
  const share = (of: keyof Took, part: number) =>
    single.map((took) => took[of]).sort((a, b) => a - b)[Math.floor(PROBES * part)];
  const mean = single.reduce((sum, took) => sum + took.whole, 0) / PROBES;
  marks.push({ claims: at, mean, median: share('whole', 0.5), filled });
  const ms = (n: number) => `${n.toFixed(2)} ms`;
  console.log(
    `${String(at).padStart(9)} claims: an article takes ${ms(share('whole', 0.5))} (median; linking reads ${ms(share('reads', 0.5))}, writes ${ms(share('writes', 0.5))}), ` +
      `mean ${ms(mean)}, p95 ${ms(share('whole', 0.95))}, on the clock ${ms(share('clock', 0.5))}; filling ${(filled / 1000).toFixed(0)} s; resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}
await filing.close();
const [first, last] = [marks[0], marks.at(-1)!];
if (marks.length > 1) {
  console.log(
    `one article at ${last.claims} against ${first.claims} claims: ${(last.median / first.median).toFixed(2)} times (median), ${(last.mean / first.mean).toFixed(2)} (mean)`,
  );
  if (resumed === 0)
    console.log(
      `growth exponent of the whole: ${(Math.log(last.filled / first.filled) / Math.log(last.claims / first.claims)).toFixed(3)}`,
    );
}

function inMemory(): Filing {
  const ledger = new MemoryLinks();
  return {
    claims: 0,
    async file(lot) {
      const filed = lot.map(({ document, claims }) =>
        claims.map((claim) => ({ claim, document: documentInfo(document) })),
      );
      for (const article of filed) ledger.file(article);
      const start = spent();
      const outcome = await linkDocument(filed.flat(), ledger);
      const read = spent();
      ledger.put(outcome);
      return { reads: read - start, writes: spent() - read };
    },
    async close() {},
  };
}

/** Goes on where the ledger ends: the world is always the same. */
async function inLedger(location: string): Promise<Filing> {
  const ledger = await openLedger(location);
  const { documents, claims } = await ledger.counts();
  for (let i = 0; i < documents; i++) next();
  const file = async (tx: LedgerWriter, lot: readonly Told[]) => {
    for (const { document, claims } of lot) {
      await tx.addDocument(document);
      await tx.putClaims(document.id, claims);
    }
    const start = spent();
    const outcome = await linkDocument(await tx.filed(lot.map(({ document }) => document.id)), tx);
    const read = spent();
    await tx.putOutcome(outcome);
    return { reads: read - start, writes: spent() - read };
  };
  return { claims, file: (lot) => ledger.write((tx) => file(tx, lot)), close: () => ledger.close() };
}
