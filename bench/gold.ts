import { join } from 'node:path';
import { OWN_GOLD, SHARED_GOLD, scoreGold } from './gold-score.ts';

/** Prints what the shared scorer says of reading on ../shared/gold/dev and on cases/gold. Flags (`--verbose`) go to the scorer. */
for (const [name, folder] of [
  ['../shared/gold/dev', join(SHARED_GOLD, 'dev')],
  ['cases/gold', OWN_GOLD],
] as const) {
  console.log(`${name}\n${scoreGold(folder, process.argv.slice(2))}`);
}
