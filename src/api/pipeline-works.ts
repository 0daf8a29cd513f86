import type { Ledger } from '../store/ledger.ts';
import type { Works } from './works.ts';

/** The works on a ledger, done by the pipeline. */
export function worksOn(ledger: Ledger): Works {
  throw new Error(`not yet: ${ledger.location}`);
}
