import type { Ledger } from '../store/ledger.ts';
import type { Works } from './works.ts';

/** The works on a ledger, done by the pipeline. */
export function worksOn(ledger: Ledger): Works {
  const no = () => { throw new Error(`not yet: ${ledger.location}`); };
  return { text: no, address: no, file: no, review: (a) => ledger.write((w) => w.addReview(a)), undo: (i, b, r) => ledger.write((w) => w.undoReview(i, b, r)) } as never;
}
