import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import { SHARED_GOLD } from './gold-score.ts';

/** A story of the gold: its name, its folder, and the claims of each of its articles, however they were come by. */
export interface Story {
  name: string;
  dir: string;
  articles: FiledClaim[][];
}

type Share = { right: number; asked: number; share: number | null };
const columns = ['standing', 'origins', 'figures', 'disputes', 'disputesPrecision'] as const;
export type StoryScore = {
  name: string;
  linkable: number;
  gold: number;
  b3: { precision: number; recall: number; f1: number };
} & Record<(typeof columns)[number], Share>;

/** The `story-*` folders of a gold folder that say what the events are; none where the folder is absent. */
export function storyFolders(folder: string): { name: string; dir: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('story-') && existsSync(join(folder, name, 'events.json')))
    .sort()
    .map((name) => ({ name: name.replace('story-', ''), dir: join(folder, name) }));
}

/** Links articles one after the other, as they come. */
export async function linkArticles(articles: readonly FiledClaim[][]): Promise<MemoryLinks> {
  const ledger = new MemoryLinks();
  for (const article of articles) {
    if (!article.length) continue;
    ledger.file(article);
    ledger.put(await linkDocument(article, ledger));
  }
  return ledger;
}

/** What score-events.mjs says of a ledger; with `verbose` also its misses in words. */
export function scoreStory(
  { name, dir, articles }: Story,
  ledger: MemoryLinks,
  verbose = false,
): { score: StoryScore; words: string } {
  const scratch = mkdtempSync(join(tmpdir(), 'story-'));
  try {
    const [claims, events] = [join(scratch, 'claims.jsonl'), join(scratch, 'events.jsonl')];
    const told = articles.filter((a) => a.length);
    writeFileSync(
      claims,
      told.map((a) => JSON.stringify({ document: a[0].document, claims: a.map((f) => f.claim) })).join('\n'),
    );
    writeFileSync(events, [...ledger.events.values()].map((e) => JSON.stringify(e)).join('\n'));
    const run = (flag: string) =>
      execFileSync('node', [join(SHARED_GOLD, 'score-events.mjs'), dir, claims, events, flag], { encoding: 'utf8' });
    return { score: { name, ...JSON.parse(run('--json')) }, words: verbose ? run('--verbose') : '' };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** One line an event: standing, claims, title, origins, figures, disputes. */
export const eventLines = (ledger: MemoryLinks): string[] =>
  [...ledger.events.values()].flatMap((e) => [
    `  ${e.standing.padEnd(13)} ${e.claims.length} ${e.title} [${e.origins.map((o) => o.name).join(', ')}] ${e.figures
      .map((f) => `${f.measure} ${f.item} ${f.low}..${f.best}..${f.high}`)
      .join(', ')}`,
    ...e.disputes.map((d) => `      ${d.kind}: ${d.note}`),
  ]);

/** Prints a table of the stories and their means; `found` is the share of the annotated claims that were read. */
export function printScores(rows: readonly StoryScore[]): void {
  const shares = (row: StoryScore) => [
    row.linkable / row.gold,
    row.b3.precision,
    row.b3.recall,
    row.b3.f1,
    ...columns.map((c) => row[c].share),
  ];
  const show = (name: string, numbers: (number | null)[]) =>
    console.log(name.padEnd(10), ...numbers.map((n) => (n === null ? '    –' : n.toFixed(3))));
  console.log('           found P     R     F1    stand orig  fig   disp  dprec');
  for (const row of rows) show(row.name, shares(row));
  const table = rows.map(shares);
  const mean = (column: number) => {
    const known = table.map((row) => row[column]).filter((n): n is number => n !== null);
    return known.length ? known.reduce((a, b) => a + b, 0) / known.length : null;
  };
  if (table.length) show('mean', [...table[0].keys()].map(mean));
}
