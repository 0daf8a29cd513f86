import type { Ledger } from '../store/ledger.ts';
import type { Call } from './command.ts';

/** Where the ledger of a call is: the option, the environment, or the file in this folder. */
export const place = ({ options, io }: Call): string =>
  (options.ledger as string | undefined) ?? (io.env.COUNTERCLAIM_LEDGER || './counterclaim.db');

/** Runs `work` on the ledger of a call, and closes it. `make` it where there is none. */
export async function withLedger<T>(
  call: Call,
  work: (ledger: Ledger) => Promise<T>,
  { make = false } = {},
): Promise<T> {
  const { openLedger } = await import('../store/open.ts');
  const fixed = call.io.env.COUNTERCLAIM_NOW;
  const ledger = await openLedger(place(call), { mustExist: !make, ...(fixed ? { now: () => fixed } : {}) });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}
