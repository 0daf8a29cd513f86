import { join } from 'node:path';
import { LOCKED_GOLD, OWN_GOLD, SHARED_GOLD, scoreGold } from './gold-score.ts';

/**
 * Prints what the shared scorer says of reading on ../shared/gold/dev, on cases/gold, and on the articles of cases/gold/locked.
 * Flags (`--verbose`) go to the scorer, but never for the locked ones: their totals are all that may be seen.
 */
for (const [name, folder] of [
  ['../shared/gold/dev', join(SHARED_GOLD, 'dev')],
  ['cases/gold', OWN_GOLD],
  ['cases/gold/locked', LOCKED_GOLD],
] as const) {
  const flags = folder === LOCKED_GOLD ? [] : process.argv.slice(2);
  console.log(`${name}\n${scoreGold(folder, flags)}`);
}
