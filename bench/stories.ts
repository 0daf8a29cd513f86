/**
 * `npx tsx bench/stories.ts [STORY…] [--verbose] [--events]` reads, links and scores the stories of ../shared/gold/dev and cases/gold end to
 * end, from their texts, in this process. `--verbose` prints what score-events.mjs misses, `--events` the events that came out; neither for
 * the locked stories, of which only the totals may be seen.
 */
import { join } from 'node:path';
import { documentInfo } from '../src/model/ids.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import { read } from '../src/pipeline.ts';
import { type GoldArticle, goldArticles } from './gold-articles.ts';
import { LOCKED_GOLD, OWN_GOLD, SHARED_GOLD } from './gold-score.ts';
import { eventLines, linkArticles, printScores, type StoryScore, scoreStory, storyFolders } from './story-score.ts';

await main();

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith('--'));
  for (const folder of [join(SHARED_GOLD, 'dev'), OWN_GOLD, LOCKED_GOLD]) {
    const shown = (flag: string) => folder !== LOCKED_GOLD && words.includes(flag);
    const rows: StoryScore[] = [];
    for (const { name, dir } of storyFolders(folder)) {
      if (wanted.length && !wanted.includes(name)) continue;
      const articles: FiledClaim[][] = [];
      for (const article of goldArticles(dir)) articles.push(await claimsOf(article));
      const ledger = await linkArticles(articles);
      const { score, words: misses } = scoreStory({ name, dir, articles }, ledger, shown('--verbose'));
      rows.push(score);
      if (shown('--verbose')) console.log(name, misses);
      if (shown('--events')) for (const line of eventLines(ledger)) console.log(line);
    }
    if (rows.length) {
      console.log(folder);
      printScores(rows);
    }
  }
}

/** What the reader finds in an article, under the address by which the scorer knows it. */
async function claimsOf({ id, text, outlet, published }: GoldArticle): Promise<FiledClaim[]> {
  const { document, claims } = await read({ text, url: `https://gold.example/${id}`, outlet, published, title: id });
  const info = documentInfo(document);
  return claims.map((claim) => ({ claim, document: info }));
}
