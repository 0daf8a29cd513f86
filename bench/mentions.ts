/**
 * How fast numbers and times are found, and that the time grows with the text and no faster. `npx tsx bench/mentions.ts [FOLDER]`: plain news is
 * every .txt below the folder, by default PolNeAR's in ../shared/benchmarks, else the sample. Times are of the processor, so that other work
 * on the machine counts little; each is the best of five.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findQuantities } from '../src/languages/en/numbers.ts';
import { findTimes } from '../src/languages/en/times.ts';

const finders = { numbers: findQuantities, times: findTimes } as const;

/** Megabytes (10^6 UTF-16 code units) a second of processor time. */
function speed(find: (text: string) => unknown, text: string): number {
  let best = 0;
  for (let i = 0; i < 5; i++) {
    const start = process.cpuUsage();
    find(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, text.length / (user + system));
  }
  return best;
}

function texts(folder: string): string {
  let all = '';
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) all += texts(path);
    else if (/\.(?:txt|md)$/.test(name)) all += `${readFileSync(path, 'utf8')}\n\n`;
  }
  return all;
}

const given = process.argv[2];
const folder = [given ?? '../shared/benchmarks/polnear-dev', 'sample'].find(
  (path) => path && existsSync(path),
) as string;
const prose = texts(folder);
const news = prose.repeat(Math.ceil(4e6 / prose.length)).slice(0, 4_000_000);
// the finders are compiled by the engine as they run
for (const find of Object.values(finders)) for (let i = 0; i < 5; i++) find(news);
console.log(`plain news, 4 MB of ${folder}`);
const speeds = Object.entries(finders).map(([name, find]) => {
  const megabytes = speed(find, news);
  console.log(`  ${name.padEnd(8)} ${megabytes.toFixed(0).padStart(4)} MB/s  ${find(news).length} mentions`);
  return megabytes;
});
console.log(`  both     ${(1 / speeds.reduce((sum, x) => sum + 1 / x, 0)).toFixed(0).padStart(4)} MB/s`);

const HOSTILE: Readonly<Record<string, string>> = {
  'one digit': '7',
  'digits and commas': '1,000,',
  'number words': 'one hundred and two thousand ',
  'one word': 'and',
  spaces: '   ',
  'line ends': '\n',
  ranges: '1 to 2 or ',
  modifiers: 'more than at least about ',
  hyphens: '4-',
  articles: 'a half a dozen of ',
  currency: '$ US$ 5 ',
  months: 'May 5 to ',
  weekdays: 'Tuesday, ',
  nights: 'the night of the night between ',
  since: 'since since 2014 ',
  brackets: '(((12 ',
  apostrophes: "a'",
  names: 'Su-35',
  ones: 'one of one of ',
  points: '1.1.',
  clocks: '1:11:',
  accents: 'é5',
};
console.log('\nhostile text: how many times as long 1 MB takes as 10 KB (100 is linear)');
for (const [name, find] of Object.entries(finders)) {
  const ratios = Object.entries(HOSTILE).map(([what, piece]): [string, number] => {
    const of = (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const small = of(10_000);
    const large = of(1_000_000);
    // 100 small ones against a large one: the same characters
    const many = speed(() => {
      for (let i = 0; i < 100; i++) find(small);
    }, large);
    return [what, (100 * many) / speed(find, large)];
  });
  const worst = ratios.reduce((a, b) => (b[1] > a[1] ? b : a));
  console.log(`  ${name.padEnd(8)} ${ratios.map(([what, ratio]) => `${what} ${ratio.toFixed(0)}`).join(' · ')}`);
  console.log(`  ${name.padEnd(8)} worst: ${worst[0]}, ${worst[1].toFixed(0)}`);
}
