import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Ledger } from '../store/ledger.ts';

/** What is sent: the body, and of a list the cursor for what follows. */
export interface Made {
  body: string;
  next?: string | null;
}

interface Kept extends Made {
  etag: string;
  /** The feed's end when it was made, and the clock (ms). */
  seq: number;
  at: number;
}

const BYTES = 24_000_000;
/** While the ledger changes all the time, an answer may be this old (ms), so that fifty readers cost no more than one. */
const FRESH = 1000;

/**
 * Answers of lists and pages, as the very bytes that are sent. One holds as long as the ledger's feed has not moved, or for a second;
 * a write through this server empties it. ETags are of the bytes: the same ledger answers with the same tag, on every server.
 */
export class Answers {
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Promise<Kept>>();
  readonly #ledger: Ledger;
  #bytes = 0;
  #generation = 0;
  #end = { seq: -1, at: 0 };

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Forgets everything: what this server wrote must be seen by its next reader. */
  clear(): void {
    this.#generation++;
    this.#kept.clear();
    this.#bytes = 0;
    this.#end = { seq: -1, at: 0 };
  }

  /** The answer to this request, made by `make` when none is kept that is fresh enough (ms); 304 when the reader has it already. */
  async send(c: Context, type: string, make: () => Promise<Made>, fresh = FRESH): Promise<Response> {
    const url = new URL(c.req.url);
    const key = `${type} ${url.pathname}${url.search}`;
    const kept = (await this.#find(key, fresh)) ?? (await this.#make(key, make));
    const headers: Record<string, string> = {
      etag: kept.etag,
      'cache-control': 'private, no-cache',
      vary: 'accept, authorization',
    };
    if (kept.next) {
      url.searchParams.set('cursor', kept.next);
      headers.link = `<${url.pathname}${url.search}>; rel="next"`;
    }
    const known = c.req.header('if-none-match');
    if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === kept.etag))
      return c.body(null, 304, headers);
    return c.body(kept.body, 200, { ...headers, 'content-type': `${type}; charset=utf-8` });
  }

  json = (c: Context, make: () => Promise<unknown>, fresh = FRESH): Promise<Response> =>
    this.send(c, 'application/json', async () => ({ body: JSON.stringify(await make()) }), fresh);

  async #find(key: string, fresh: number): Promise<Kept | null> {
    const kept = this.#kept.get(key);
    if (!kept) return null;
    if (Date.now() - kept.at < fresh || kept.seq === (await this.#feedEnd())) return kept;
    this.#drop(key, kept);
    return null;
  }

  /** Readers who ask for the same thing at once wait for one making of it. */
  #make(key: string, make: () => Promise<Made>): Promise<Kept> {
    const making = this.#making.get(key);
    if (making) return making;
    const generation = this.#generation;
    const made = (async () => {
      const seq = await this.#feedEnd();
      const made = await make();
      const etag = `"${createHash('sha1').update(made.body).digest('base64url')}"`;
      const kept = { ...made, etag, seq, at: Date.now() };
      if (generation === this.#generation) this.#keep(key, kept);
      return kept;
    })().finally(() => this.#making.delete(key));
    this.#making.set(key, made);
    return made;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += kept.body.length;
    for (const [old, entry] of this.#kept) {
      if (this.#bytes <= BYTES) break;
      this.#drop(old, entry);
    }
  }

  #drop(key: string, kept: Kept): void {
    if (this.#kept.delete(key)) this.#bytes -= kept.body.length;
  }

  async #feedEnd(): Promise<number> {
    const now = Date.now();
    if (now - this.#end.at > 50) this.#end = { seq: await this.#ledger.feedEnd(), at: now };
    return this.#end.seq;
  }
}
