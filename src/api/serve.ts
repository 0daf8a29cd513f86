import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve as listen, type ServerType } from '@hono/node-server';
import type { Ledger } from '../store/ledger.ts';
import { createApp } from './app.ts';
import { isLoopback } from './guard/hosts.ts';
import { worksOn } from './pipeline-works.ts';

export interface ServeOptions {
  ledger: Ledger;
  /** 0 takes any port that is free. */
  port?: number;
  /** Where to listen; anything but loopback demands tokens of everybody. */
  host?: string;
  /** Show it in the reader's browser. */
  open?: boolean;
}

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/** Built, this file stands in dist/, beside dist/web; from source, the app may have been built into dist/web all the same. */
const WEB = ['./web', '../web', '../../dist/web'];

/** Serves the desk and the API. Throws where a host other than loopback is asked for and the ledger has no token. */
export async function serve({ ledger, port = 8470, host = '127.0.0.1', open = false }: ServeOptions): Promise<Serving> {
  if (!isLoopback(host) && !(await ledger.tokens()).some((token) => token.revoked === null)) {
    throw new Error(
      `On ${host} everybody must show a token, and this ledger has none. Make one first: counterclaim token add NAME --role admin`,
    );
  }
  const web =
    WEB.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(`${path}/index.html`)) ??
    null;
  const names = process.env.COUNTERCLAIM_HOSTS?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const app = createApp({ ledger, works: worksOn(ledger), host, names, web });

  const server = await new Promise<ServerType>((resolve, reject) => {
    const listening = listen({ fetch: app.fetch, port, hostname: host }, () => resolve(listening));
    listening.once('error', reject);
  });
  // Longer than readers pause between views, so that a kept connection is seldom closed under one of them (ms).
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000;
  const bound = (server.address() as AddressInfo).port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  if (open) show(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Asks the system to show an address; a machine without a browser is no error. */
function show(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['explorer', url]
        : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
