import type { CommandFile } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { write } from '../out.ts';
import { Progress } from '../progress.ts';

export const relink: CommandFile = {
  usage: 'relink',
  summary: 'build all events anew from the claims on file; reviews stay in force',
  options: [ledger, { flags: '--reread', what: 'read the claims anew from the texts first' }],
  run: (call) =>
    withLedger(call, async (ledger) => {
      const { io, options } = call;
      const { relink } = await import('../../pipeline.ts');
      const before = await ledger.counts();
      const progress = new Progress(io.stderr, null);
      await relink(ledger, { reread: options.reread === true, progress: (documents) => progress.show(documents) });
      progress.clear();
      const now = await ledger.counts();
      await write(
        io.stdout,
        `claims: ${before.claims} before, ${now.claims} now\nevents: ${before.events} before, ${now.events} now\ndisputes: ${before.disputes} before, ${now.disputes} now\n`,
      );
      return 0;
    }),
};
