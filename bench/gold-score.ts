import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { english } from '../src/languages/en/index.ts';
import { documentInfo, openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { goldArticles, LOCKED } from './gold-articles.ts';

export const SHARED_GOLD = join(import.meta.dirname, '../../shared/gold');
export const OWN_GOLD = join(import.meta.dirname, '../cases/gold');
export const LOCKED_GOLD = join(OWN_GOLD, LOCKED);

/** Reads every gold article of a folder and returns what the shared scorer prints; flags go to the scorer. Throws where ../shared is absent. */
export function scoreGold(folder: string, flags: readonly string[] = []): string {
  const temp = mkdtempSync(join(tmpdir(), 'counterclaim-gold-'));
  const [asked, said] = ['asked', 'said'].map((name) => join(temp, name));
  try {
    const knowledge = openKnowledge();
    for (const dir of [asked, said]) mkdirSync(dir);
    for (const article of goldArticles(folder)) {
      const document = openDocument(article);
      writeFileSync(join(asked, `${article.id}.json`), JSON.stringify(article));
      writeFileSync(
        join(said, `${article.id}.json`),
        JSON.stringify({ document: documentInfo(document), claims: english.read(document, knowledge).claims }),
      );
    }
    return execFileSync('node', [join(SHARED_GOLD, 'score.mjs'), asked, said, ...flags], { encoding: 'utf8' });
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
