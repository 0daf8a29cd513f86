import { expect, it } from 'vitest';
import { survive } from '../bench/kill.ts';
import { onEachLedger } from './support/ledgers.ts';

// bench/kill.ts does the same a hundred times over.
onEachLedger('an ingest that is killed', (place) => {
  it('leaves a ledger that the next one completes', { timeout: 120_000 }, async () => {
    expect(await survive(4, 12, place)).toBe(1);
  });
});
