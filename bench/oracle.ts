/**
 * `npx tsx bench/oracle.ts [--degrade SEED] [--own] [--story NAME] [--verbose] [--titles]` links each story from its annotations, as if reading
 * were perfect (or bad, with `--degrade`), and prints what score-events.mjs says.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import { GOLD, OWN, oracleStories, SHARED } from './oracle-claims.ts';

type Share = { right: number; asked: number; share: number | null };
type Score = { name: string; b3: { precision: number; recall: number; f1: number } } & Record<
  (typeof columns)[number],
  Share
>;
const columns = ['standing', 'origins', 'figures', 'disputes', 'disputesPrecision'] as const;

await main();

/** Links the stories and prints what score-events.mjs says of each, and the means. */
async function main(): Promise<void> {
  const flag = (name: string) => process.argv.includes(`--${name}`);
  const value = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1];
  const degrade = flag('degrade') ? Number(value('degrade')) : null;
  const stories = oracleStories(flag('own') ? OWN : SHARED, degrade).filter(
    (s) => !flag('story') || s.name === value('story'),
  );
  const scratch = mkdtempSync(join(tmpdir(), 'oracle-'));
  const rows: Score[] = [];
  for (const { name, dir, articles } of stories) {
    const ledger = new MemoryLinks();
    for (const article of articles) {
      ledger.file(article);
      ledger.put(await linkDocument(article, ledger));
    }
    const [claims, events] = [join(scratch, 'claims.jsonl'), join(scratch, 'events.jsonl')];
    writeFileSync(
      claims,
      articles.map((a) => JSON.stringify({ document: a[0].document, claims: a.map((f) => f.claim) })).join('\n'),
    );
    writeFileSync(events, [...ledger.events.values()].map((e) => JSON.stringify(e)).join('\n'));
    const score = (...flags: string[]) =>
      execFileSync('node', [join(GOLD, 'score-events.mjs'), dir, claims, events, ...flags], { encoding: 'utf8' });
    rows.push({ name, ...JSON.parse(score('--json')) });
    if (flag('verbose')) console.log(name, score('--verbose'));
    if (flag('titles'))
      for (const e of ledger.events.values())
        console.log(
          `  ${e.standing.padEnd(13)} ${e.claims.length} ${e.title} [${e.origins.map((o) => o.name).join(', ')}]`,
          e.figures.map((f) => `${f.measure} ${f.item} ${f.low}..${f.best}..${f.high}`).join(', '),
        );
  }
  rmSync(scratch, { recursive: true });
  const shares = (row: Score) => [row.b3.precision, row.b3.recall, row.b3.f1, ...columns.map((c) => row[c].share)];
  const show = (name: string, numbers: (number | null)[]) =>
    console.log(name.padEnd(10), ...numbers.map((n) => (n === null ? '    –' : n.toFixed(3))));
  console.log('          ', 'P     R     F1    stand orig  fig   disp  dprec');
  for (const row of rows) show(row.name, shares(row));
  const mean = (column: number) => {
    const known = rows.map((row) => shares(row)[column]).filter((n): n is number => n !== null);
    return known.length ? known.reduce((a, b) => a + b, 0) / known.length : null;
  };
  show('mean', [0, 1, 2, 3, 4, 5, 6, 7].map(mean));
}
