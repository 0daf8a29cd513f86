import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { Refused } from '../problem.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '::1']);

/** Does binding to this host keep the server on this machine? */
export const isLoopback = (host: string): boolean => LOOPBACK_NAMES.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/** The name in a Host or Origin, without brackets and port, in lower case; null when it is none. */
export function hostName(value: string): string | null {
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:/@\s]+))(?::\d{1,5})?$/i.exec(value);
  return parts ? (parts[1] ?? parts[2]).toLowerCase() : null;
}

/**
 * Against DNS rebinding: a page of somebody else's whose name was pointed at this machine sends its own name as Host.
 * On loopback only loopback's names are served; elsewhere the host that was bound, plain addresses, and `names`.
 */
export function hostCheck(bound: string, names: readonly string[] = []): MiddlewareHandler {
  const known = new Set([bound, ...names].map((name) => name.toLowerCase()));
  const local = isLoopback(bound);
  return async (c, next) => {
    const name = hostName(c.req.header('host') ?? '');
    const served =
      name !== null && (known.has(name) || (local ? isLoopback(name) : isIP(name) !== 0 || isLoopback(name)));
    if (!served)
      throw new Refused(421, `This server answers to ${[...known].join(', ')}. Name others with COUNTERCLAIM_HOSTS.`);
    await next();
  };
}
