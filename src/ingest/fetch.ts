import { type Allow, checkHost, guardedLookup, isPublic } from './guard.ts';
import { MAX_ONE, size } from './limits.ts';
import { Refused } from './refusal.ts';

/** How we name ourselves to servers, and are named in robots.txt. */
const AGENT = 'Counterclaim';
const USER_AGENT = `${AGENT}/0.1 (reads articles one at a time, when its user asks)`;
const REDIRECTS = 5;
/** Milliseconds for a connection, and between two parts of an answer. */
const PATIENCE = 15_000;

export interface Fetched {
  /** After redirects. */
  url: string;
  bytes: Uint8Array;
  /** Without parameters, lower-case: `text/html`. */
  type: string;
  /** The charset that the server declared; null where it did not. */
  charset: string | null;
}

/** Fetches addresses as a polite stranger: robots.txt first, no cookies, nothing but the public internet. */
export class Fetcher {
  readonly #allow: Allow;
  readonly #robots = new Map<string, Promise<(url: string) => boolean>>();
  #undici: Promise<{ fetch: typeof import('undici').fetch; dispatcher: import('undici').Agent }> | undefined;

  constructor(allow: Allow = isPublic) {
    this.#allow = allow;
  }

  /** Throws Refused, with the reason, for whatever cannot or may not be had. */
  async get(address: string): Promise<Fetched> {
    let url = parse(address);
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      if (!(await this.#permitted(url)))
        throw new Refused(`${url.host} asks in its robots.txt not to be read there: save the page, and give the file`);
      const answer = await this.#request(url);
      const to = answer.headers.get('location');
      if (answer.status >= 300 && answer.status < 400 && to) {
        await answer.body?.cancel();
        url = parse(new URL(to, url).href);
        continue;
      }
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new Refused(`${url.host} answered ${answer.status} ${answer.statusText}`.trim());
      }
      const [type, ...parameters] = (answer.headers.get('content-type') ?? '').toLowerCase().split(';');
      const charset = parameters.map((one) => /^\s*charset="?([\w-]+)/.exec(one)?.[1]).find(Boolean) ?? null;
      return { url: url.href, bytes: await whole(answer.body), type: type.trim(), charset };
    }
    throw new Refused(`it was sent on more than ${REDIRECTS} times`);
  }

  async close(): Promise<void> {
    if (this.#undici) await (await this.#undici).dispatcher.close();
  }

  async #request(url: URL) {
    checkHost(url, this.#allow);
    this.#undici ??= import('undici').then(({ fetch, Agent }) => ({
      fetch,
      dispatcher: new Agent({
        connect: { lookup: guardedLookup(this.#allow), timeout: PATIENCE },
        headersTimeout: PATIENCE,
        bodyTimeout: PATIENCE,
      }),
    }));
    const { fetch, dispatcher } = await this.#undici;
    try {
      return await fetch(url, {
        dispatcher,
        redirect: 'manual',
        headers: {
          'user-agent': USER_AGENT,
          accept:
            'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/plain;q=0.8, */*;q=0.1',
        },
      });
    } catch (error) {
      const cause = (error as { cause?: unknown }).cause ?? error;
      if (cause instanceof Refused) throw cause;
      throw new Refused(`${url.host} cannot be reached (${(cause as Error).message})`);
    }
  }

  /** What the site's robots.txt says; a site without one, or with one that cannot be had, says nothing. */
  async #permitted(url: URL): Promise<boolean> {
    let rules = this.#robots.get(url.origin);
    if (!rules) {
      rules = this.#rulesOf(url.origin);
      this.#robots.set(url.origin, rules);
    }
    return (await rules)(url.href);
  }

  async #rulesOf(origin: string): Promise<(url: string) => boolean> {
    const { default: robotsParser } = await import('robots-parser');
    const address = `${origin}/robots.txt`;
    const answer = await this.#request(new URL(address));
    if (!answer.ok) {
      await answer.body?.cancel();
      return () => true;
    }
    const rules = robotsParser(address, new TextDecoder().decode(await whole(answer.body)));
    return (url) => rules.isAllowed(url, AGENT) !== false;
  }
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Refused(`"${address}" is no address of a page: give one that begins with https://`);
  if (url.username || url.password) throw new Refused('it has a user name or password in it: leave them out');
  url.hash = '';
  return url;
}

async function whole(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MAX_ONE) throw new Refused(`it is larger than ${size(MAX_ONE)}, the limit for one page`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
