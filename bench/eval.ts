import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run eval`: every accuracy figure that we measure, beside the published ones. Skips, with a message, what is not on this machine. */
const here = import.meta.dirname;
const tsx = join(here, '../node_modules/.bin/tsx');
const shared = join(here, '../../shared');

for (const [name, file] of [
  ['Gold: claims', 'gold.ts'],
  ['NewsQuant: numbers and modifiers', 'newsquant.ts'],
  ['CASE 2021: occurrence types', 'case2021.ts'],
  ['PolNeAR: attribution', 'polnear.ts'],
] as const) {
  console.log(`\n## ${name}\n`);
  const path = join(here, file);
  if (!existsSync(path)) console.log(`not measured: bench/${file} is not there`);
  else if (!existsSync(shared)) console.log('skipped: ../shared is not on this machine');
  else console.log(execFileSync(tsx, [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}
