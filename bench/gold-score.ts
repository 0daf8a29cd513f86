import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { english } from '../src/languages/en/index.ts';
import { documentInfo, openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { goldArticles } from './gold-articles.ts';

export const SHARED_GOLD = join(import.meta.dirname, '../../shared/gold');
export const OWN_GOLD = join(import.meta.dirname, '../cases/gold');

/** Reads every gold article of a folder and returns what the shared scorer prints; flags go to the scorer. Throws where ../shared is absent. */
export function scoreGold(folder: string, flags: readonly string[] = []): string {
  const out = mkdtempSync(join(tmpdir(), 'counterclaim-gold-'));
  try {
    const knowledge = openKnowledge();
    for (const article of goldArticles(folder)) {
      const document = openDocument(article);
      writeFileSync(
        join(out, `${article.id}.json`),
        JSON.stringify({ document: documentInfo(document), claims: english.read(document, knowledge).claims }),
      );
    }
    return execFileSync('node', [join(SHARED_GOLD, 'score.mjs'), folder, out, ...flags], { encoding: 'utf8' });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
