import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/program.ts';

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs a command in this process. The clock stands still. */
export async function cli(
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const stream = (to: 'out' | 'err') => ({
    write: (text: string, done?: () => void) => {
      written[to] += text;
      done?.();
      return true;
    },
  });
  const io = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stream('out'),
    stderr: stream('err'),
    env: { COUNTERCLAIM_NOW: '2024-12-31T00:00:00.000Z', ...env },
  };
  return { status: await run(args, io), ...written };
}

/** The lines of what a command printed, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into shapes that they then check
export const rows = ({ out }: Ran): any[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export const bin = fileURLToPath(new URL('../../bin/counterclaim.js', import.meta.url));

/** Starts the built program as users do. */
export const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [bin, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, COUNTERCLAIM_NOW: '2024-12-31T00:00:00.000Z' },
  });

export const ended = (child: ChildProcess): Promise<Ran & { signal: string | null }> =>
  new Promise((resolve) => {
    const written = { out: '', err: '' };
    child.stdout!.on('data', (data) => (written.out += data));
    child.stderr!.on('data', (data) => (written.err += data));
    child.on('close', (status, signal) => resolve({ status: status ?? -1, signal, ...written }));
  });
