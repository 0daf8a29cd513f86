import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Ledger, Role } from '../../store/ledger.ts';
import { Refused } from '../problem.ts';
import { hostName } from './hosts.ts';

/** Who a request is from, and what they may do. `none` may read nothing. */
export interface Access {
  name: string;
  role: Role | 'none';
}

/** What Hono keeps for one request. */
export interface DeskEnv {
  Variables: { access: Access };
}

const RANK = { none: 0, reader: 1, reviewer: 2, admin: 3 } as const;
const SESSIONS = 100;

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Tokens and sessions. A token is the ledger's, made by `counterclaim token`, and is sent as `Authorization: Bearer` (or as the password
 * of Basic, for feed readers). A session exists only on loopback, only until the server stops, and is handed only to the page that this
 * server served itself: nothing is kept in cookies, so no other page can write in the reader's name.
 */
export class Gate {
  readonly #sessions = new Map<string, Access>();
  readonly #ledger: Ledger;
  /** True on loopback: reading needs no token, and sessions are handed out. */
  readonly local: boolean;

  constructor(ledger: Ledger, local: boolean) {
    this.#ledger = ledger;
    this.local = local;
  }

  /** Opens a session that signs review acts with `name`. */
  open(name: string): string {
    const token = `cs_${randomBytes(32).toString('base64url')}`;
    this.#sessions.set(digest(token), { name, role: 'admin' });
    if (this.#sessions.size > SESSIONS) this.#sessions.delete(this.#sessions.keys().next().value!);
    return token;
  }

  async #identify(c: Context): Promise<Access> {
    const header = c.req.header('authorization');
    if (!header) return { name: 'anybody', role: this.local ? 'reader' : 'none' };
    const [scheme, value = ''] = header.split(' ', 2);
    const token =
      scheme.toLowerCase() === 'basic'
        ? Buffer.from(value, 'base64')
            .toString('utf8')
            .replace(/^[^:]*:/, '')
        : scheme.toLowerCase() === 'bearer'
          ? value
          : '';
    const session = this.#sessions.get(digest(token));
    if (session) return session;
    const row = token ? await this.#ledger.checkToken(token) : null;
    if (!row) throw new Refused(401, 'The token is unknown, was revoked, or is of a session that has ended.');
    return { name: row.name, role: row.role };
  }

  /** Finds out who asks; lets everybody through. */
  identify: MiddlewareHandler<DeskEnv> = async (c, next) => {
    c.set('access', await this.#identify(c));
    await next();
  };
}

/** Lets through who may do as much as `role`. A write must besides come from this server's own page, or from no page at all. */
export const demand =
  (role: Role): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const access = c.get('access');
    if (RANK[access.role] < RANK[role]) {
      if (c.req.header('authorization'))
        throw new Refused(403, `This needs a ${role}'s token; yours is a ${access.role}'s.`);
      throw new Refused(401, `This needs a ${role}'s token: counterclaim token add NAME --role ${role}.`);
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseOtherPages(c);
    await next();
  };

/** Refuses what a browser says another site's page sent. Programs send neither header and are judged by their token. */
export function refuseOtherPages(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !sameOrigin(origin, c));
  if (foreign)
    throw new Refused(403, 'A page of another site sent this; the desk takes writes from its own page only.');
}

function sameOrigin(origin: string, c: Context): boolean {
  if (!URL.canParse(origin)) return false;
  const host = c.req.header('host') ?? '';
  return new URL(origin).host === host && hostName(host) !== null;
}
