/**
 * How fast articles are read: `npx tsx bench/read.ts [POLNEAR]`, about four minutes. Beside it, in the same rounds on the same text, wink-nlp's whole
 * pipeline (which tags words, entities and sentiment) and compromise's (which tags words); neither of them extracts anything.
 *
 * There are two texts, article by article: war news, our own (`sample/` and `cases/gold`), in which every second line makes a claim; and, where
 * it is there, general news, in which few do: the articles of PolNeAR, by default ../shared/benchmarks/polnear-dev. "read" knows the names already, as in a process that has run for a
 * while; "read, new names" opens its knowledge anew each round, so that no party or place has been looked up before. In processor time, so
 * that what else the machine does counts for less. Memory and growth are measured in a process that loads nothing but the reader.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldArticles } from './gold-articles.ts';
import type * as Reader from './reader.ts';

const ROOT = join(import.meta.dirname, '..');
const READER = join(ROOT, 'dist/bench-reader.mjs');
const TEXTS = join(ROOT, 'dist/bench-texts.json');
const ROUNDS = 9;
const growing = process.argv.includes('--grow');
const POLNEAR = join(
  process.argv.slice(2).find((x) => x !== '--grow') ?? join(ROOT, '../shared/benchmarks/polnear-dev'),
  'text',
);

/** Articles of our own, and of PolNeAR where it is. */
interface Texts {
  war: string[];
  general: string[];
}

/** Milliseconds of processor time since the start. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (work: () => unknown): number => {
  const start = clock();
  work();
  return clock() - start;
};
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const resident = (): string => `resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`;

/** Builds the reader as the program is built, and writes the articles beside it. */
async function prepare(): Promise<void> {
  const { build } = await import('esbuild');
  const { readPaths } = await import('../src/ingest/read.ts');
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'reader.ts')],
    outfile: READER,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true },
    logLevel: 'error',
  });
  const war = goldArticles(join(ROOT, 'cases/gold')).map(({ text }) => text);
  for await (const found of readPaths([join(ROOT, 'sample')])) if ('article' in found) war.push(found.article.text);
  const names = existsSync(POLNEAR) ? readdirSync(POLNEAR).sort() : [];
  const general = names.map((name) => readFileSync(join(POLNEAR, name), 'utf8'));
  writeFileSync(TEXTS, JSON.stringify({ war, general } satisfies Texts));
}

/** Interleaved rounds of all readers: megabytes a second, and against wink-nlp and compromise in the same round. */
async function compare(name: string, texts: readonly string[], { read, newKnowledge }: typeof Reader): Promise<void> {
  const { default: compromise } = await import('compromise');
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const megabytes = texts.reduce((n, text) => n + Buffer.byteLength(text), 0) / 1e6;
  const wink = winkNLP(model);
  const knowledge = newKnowledge();
  let fresh = knowledge;
  const readers = [
    { name: 'read', times: 8, work: () => read(texts, knowledge) },
    { name: 'read, new names', times: 1, work: () => read(texts, fresh) },
    { name: 'wink-nlp', times: 8, work: () => texts.forEach((text) => void wink.readDoc(text)) },
    { name: 'compromise', times: 1, work: () => texts.forEach((text) => void compromise(text)) },
  ].map((reader) => ({ ...reader, took: [] as number[] }));
  for (let round = -3; round < ROUNDS; round++)
    for (const { name, times, work, took } of readers) {
      if (name === 'read, new names') fresh = newKnowledge();
      const spent = timed(() => {
        for (let i = 0; i < times; i++) work();
      });
      if (round >= 0) took.push(spent / times);
    }
  const [wound, slow] = [readers[2].took, readers[3].took];
  console.log(`${name}: ${texts.length} articles, ${megabytes.toFixed(2)} MB; medians of ${ROUNDS} rounds`);
  for (const { name, took } of readers) {
    const speed = `${((megabytes / median(took)) * 1000).toFixed(2)} MB/s`;
    const against = (others: readonly number[]) => `${median(others.map((t, i) => t / took[i])).toFixed(2)} times`;
    console.log(`${name.padEnd(16)} ${speed}   ${against(wound)} wink-nlp   ${against(slow)} compromise`);
  }
}

/** One text of 1 KB up to 10 MB: the time that it takes, and the power of its length with which that grows. */
function grow({ read, newKnowledge }: typeof Reader, texts: readonly string[]): void {
  const knowledge = newKnowledge();
  for (let i = 0; i < 20; i++) read(texts, knowledge);
  console.log(`\nafter ${20 * texts.length} articles: ${resident()}`);
  const all = texts.join('\n\n');
  const marks: [size: number, took: number][] = [];
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const text = all.repeat(Math.ceil(size / all.length)).slice(0, size);
    const rounds = Math.max(1, Math.min(200, 2e6 / size));
    const took =
      timed(() => {
        for (let i = 0; i < rounds; i++) read([text], knowledge);
      }) / rounds;
    marks.push([size, took]);
    console.log(`${String(size).padStart(9)} characters: ${took.toFixed(1)} ms, ${resident()}`);
  }
  const [first, last] = [marks[0], marks[marks.length - 1]];
  console.log(`growth exponent: ${(Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])).toFixed(3)}`);
}

if (!growing) await prepare();
const reader: typeof Reader = await import(READER);
const { war, general }: Texts = JSON.parse(readFileSync(TEXTS, 'utf8'));
if (growing) grow(reader, war);
else {
  await compare('war news', war, reader);
  if (general.length > 0) await compare('general news', general, reader);
  else console.log(`general news: skipped, ${POLNEAR} is not there`);
  const self = [...process.execArgv, import.meta.filename, '--grow'];
  console.log(execFileSync(process.execPath, self, { encoding: 'utf8' }));
}
