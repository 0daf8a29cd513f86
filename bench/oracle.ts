/**
 * `npx tsx bench/oracle.ts [STORY…] [--degrade SEED] [--own] [--verbose] [--events]` links each story from its annotations, as if reading
 * were perfect (or bad, with `--degrade`), and prints what score-events.mjs says. `bench/stories.ts` does so from the texts.
 */
import { OWN, oracleStories, SHARED } from './oracle-claims.ts';
import { eventLines, linkArticles, printScores, type StoryScore, scoreStory } from './story-score.ts';

await main();

async function main(): Promise<void> {
  const flag = (name: string) => process.argv.includes(`--${name}`);
  const degrade = flag('degrade') ? process.argv[process.argv.indexOf('--degrade') + 1] : null;
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--') && word !== degrade);
  const rows: StoryScore[] = [];
  for (const story of oracleStories(flag('own') ? OWN : SHARED, degrade === null ? null : Number(degrade))) {
    if (wanted.length && !wanted.includes(story.name)) continue;
    const ledger = await linkArticles(story.articles);
    const { score, words } = scoreStory(story, ledger, flag('verbose'));
    rows.push(score);
    if (flag('verbose')) console.log(story.name, words);
    if (flag('events')) for (const line of eventLines(ledger)) console.log(line);
  }
  printScores(rows);
}
