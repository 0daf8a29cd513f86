import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { english } from '../src/languages/en/index.ts';
import { documentInfo, openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

/** Reads the gold articles of ../shared/gold/dev and of cases/gold and prints what the shared scorer says. Flags go to the scorer. */
const shared = join(import.meta.dirname, '../../shared/gold');
const knowledge = openKnowledge();

function* articles(dir: string): Generator<{ id: string; text: string }> {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* articles(path);
    else if (name.endsWith('.json')) {
      const file = JSON.parse(readFileSync(path, 'utf8'));
      if (file.format === 'counterclaim-gold/1') yield file;
    }
  }
}

for (const [name, dir] of [
  ['../shared/gold/dev', join(shared, 'dev')],
  ['cases/gold', join(import.meta.dirname, '../cases/gold')],
] as const) {
  const out = mkdtempSync(join(tmpdir(), 'counterclaim-gold-'));
  for (const article of articles(dir)) {
    const document = openDocument(article);
    writeFileSync(join(out, `${article.id}.json`), JSON.stringify({ document: documentInfo(document), claims: english.read(document, knowledge).claims }));
  }
  console.log(`${name}\n${execFileSync('node', [join(shared, 'score.mjs'), dir, out, ...process.argv.slice(2)], { encoding: 'utf8' })}`);
  rmSync(out, { recursive: true });
}
