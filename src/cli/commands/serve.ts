import { type CommandFile, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { write } from '../out.ts';

export const serve: CommandFile = {
  usage: 'serve',
  summary: 'show a ledger in the browser, and serve its API',
  options: [
    ledger,
    { flags: '--port <number>', what: 'the port (default: 8470; 0 takes any that is free)', parse: portOf },
    { flags: '--host <address>', what: 'where to listen (default: 127.0.0.1; anything but loopback demands tokens)' },
    { flags: '--open', what: 'open it in the browser' },
  ],
  run: (call) =>
    withLedger(
      call,
      async (ledger) => {
        const { io, options } = call;
        const { serve } = await import('../../api/serve.ts');
        const serving = await serve({
          ledger,
          port: options.port as number,
          host: options.host as string,
          open: options.open === true,
        });
        await write(io.stdout, `Counterclaim shows ${ledger.location} at ${serving.url}\nCtrl+C ends it.\n`);
        await new Promise<void>((resolve) => {
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
        });
        await serving.close();
        return 0;
      },
      { make: true },
    ),
};

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${value}: give a number from 0 to 65535`);
  return port;
}
