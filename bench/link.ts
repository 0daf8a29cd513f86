/**
 * What linking one more article costs, in a ledger of 10,000, 100,000 and 1,000,000 claims: the median and the 95th percentile over 200
 * articles of the same kind, and the exponent with which the whole grows. `npx tsx bench/link.ts [--claims N] [--sqlite FILE]`
 */
import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import { articles } from './world.ts';

const sizes = [10_000, 100_000, 1_000_000].filter(
  (n) => n <= Number(process.argv[process.argv.indexOf('--claims') + 1] || 1_000_000),
);
const PROBES = 200;

const ledger = new MemoryLinks();
const world = articles();
let claims = 0;
let spent = 0;
const marks: { claims: number; median: number; p95: number; spent: number }[] = [];
for (const size of sizes) {
  const recent: number[] = [];
  while (claims < size) {
    const article = world.next().value as ReturnType<typeof world.next>['value'];
    ledger.file(article);
    const start = performance.now();
    ledger.put(await linkDocument(article, ledger));
    const took = performance.now() - start;
    spent += took;
    recent.push(took);
    if (recent.length > PROBES) recent.shift();
    claims += article.length;
  }
  const sorted = [...recent].sort((a, b) => a - b);
  const mark = { claims, median: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)], spent };
  marks.push(mark);
  console.log(
    `${String(claims).padStart(9)} claims  ${ledger.events.size} events  one article: median ${mark.median.toFixed(2)} ms, p95 ${mark.p95.toFixed(2)} ms  all: ${(spent / 1000).toFixed(1)} s  memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}
const [first, last] = [marks[0], marks.at(-1)!];
if (marks.length > 1) {
  console.log(
    `one article at ${last.claims} against ${first.claims} claims: ${(last.median / first.median).toFixed(2)} times`,
  );
  console.log(
    `growth exponent of the whole: ${(Math.log(last.spent / first.spent) / Math.log(last.claims / first.claims)).toFixed(3)}`,
  );
}
