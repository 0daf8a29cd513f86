/**
 * How fast articles are read: `npx tsx bench/read.ts`, about two minutes. Beside it, in the same rounds on the same text, wink-nlp's whole
 * pipeline (which tags words, entities and sentiment) and compromise's (which tags words); neither of them extracts anything.
 *
 * The text is our own: `sample/` and `cases/gold`, article by article. `read` knows the names already, as in a process that has run for a
 * while; `read, new names` opens its knowledge anew each round, so that no party or place has been looked up before. In processor time, so
 * that what else the machine does is no part of it. Memory and growth are measured in a process that loads nothing else.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readPaths } from '../src/ingest/read.ts';
import { english } from '../src/languages/en/index.ts';
import { openDocument } from '../src/model/ids.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { Actors } from '../src/normalize/actor.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { Places } from '../src/normalize/place.ts';
import { resolveTime } from '../src/normalize/time.ts';
import { goldArticles } from './gold-articles.ts';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 9;
const PUBLISHED = '2026-10-10';

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
const resident = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

async function articles(): Promise<string[]> {
  const texts = goldArticles(join(ROOT, 'cases/gold')).map(({ text }) => text);
  for await (const found of readPaths([join(ROOT, 'sample')])) if ('article' in found) texts.push(found.article.text);
  return texts;
}

const newKnowledge = (): Knowledge => {
  const places = new Places();
  return { places, actors: new Actors(places), calendar: resolveTime };
};
const read = (texts: readonly string[], knowledge: Knowledge): void => {
  for (const text of texts) english.read(openDocument({ text, published: PUBLISHED }), knowledge);
};

/** Interleaved rounds of all readers; megabytes a second, and how many times that is. */
function compare(texts: readonly string[]): void {
  const megabytes = texts.reduce((n, text) => n + Buffer.byteLength(text), 0) / 1e6;
  const knowledge = openKnowledge();
  let fresh = knowledge;
  const wink = winkNLP(model);
  const readers = [
    { name: 'read', times: 10, before: () => {}, work: () => read(texts, knowledge) },
    {
      name: 'read, new names',
      times: 1,
      before: () => {
        fresh = newKnowledge();
      },
      work: () => read(texts, fresh),
    },
    { name: 'wink-nlp', times: 10, before: () => {}, work: () => texts.forEach((text) => void wink.readDoc(text)) },
    { name: 'compromise', times: 1, before: () => {}, work: () => texts.forEach((text) => void compromise(text)) },
  ].map((reader) => ({ ...reader, took: [] as number[] }));
  for (let round = -2; round < ROUNDS; round++)
    for (const { times, before, work, took } of readers) {
      before();
      const spent = timed(() => {
        for (let i = 0; i < times; i++) work();
      });
      if (round >= 0) took.push(spent / times);
    }
  const own = readers[0].took;
  console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB; medians of ${ROUNDS} rounds`);
  for (const { name, took } of readers) {
    const times = median(took.map((t, i) => t / own[i]));
    console.log(`${name.padEnd(16)} ${((megabytes / median(took)) * 1000).toFixed(2)} MB/s   ${times.toFixed(2)}`);
  }
}

/** One text of 1 KB up to 10 MB: the time that it takes, and the power of its length with which that grows. */
function grow(texts: readonly string[]): void {
  const knowledge = openKnowledge();
  for (let i = 0; i < 20; i++) read(texts, knowledge);
  console.log(`\nresident after ${20 * texts.length} articles: ${resident()} MB`);
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
    console.log(`${String(size).padStart(9)} characters: ${took.toFixed(1)} ms, resident ${resident()} MB`);
  }
  const [first, last] = [marks[0], marks[marks.length - 1]];
  console.log(`growth exponent: ${(Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])).toFixed(3)}`);
}

const texts = await articles();
if (process.argv.includes('--grow')) grow(texts);
else {
  compare(texts);
  const self = [...process.execArgv, import.meta.filename, '--grow'];
  console.log(execFileSync(process.execPath, self, { encoding: 'utf8' }));
}
