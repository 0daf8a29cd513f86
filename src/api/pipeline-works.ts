import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Article } from '../model/document.ts';
import { type Filed as Added, add, articles, ingest, review, undo } from '../pipeline.ts';
import type { Ledger } from '../store/ledger.ts';
import { Refused } from './problem.ts';
import type { Filed, Works } from './works.ts';

/** The works on a ledger, done by the pipeline. */
export function worksOn(ledger: Ledger): Works {
  const told = async ({ document, added, claims }: Added): Promise<Filed> => {
    const page = await ledger.document(document.id);
    const rows = await ledger.claimsById((page?.claims ?? []).map(({ id }) => id));
    const events = [...new Set([...rows.values()].flatMap((row) => row.event ?? []))];
    const disputes = (await Promise.all(events.map((id) => ledger.event(id)))).reduce(
      (sum, event) => sum + (event?.disputes ?? 0),
      0,
    );
    return {
      document: document.id,
      title: document.title,
      status: added === 'known' ? 'unchanged' : 'new',
      reason: null,
      claims: page?.claims.length ?? claims,
      events,
      disputes,
    };
  };

  async function* each(path: string, name: string): AsyncGenerator<Filed> {
    for await (const one of ingest(ledger, articles([path]))) {
      if ('refused' in one)
        yield refused(one.refused.line === null ? name : `${name}, line ${one.refused.line}`, one.refused.reason);
      else yield await told(one);
      // Readers are answered between one article and the next.
      await new Promise((next) => setImmediate(next));
    }
  }

  return {
    text: async (article: Article) => told(await asProblem(add(ledger, article))),
    address: (url) => each(url, url),
    async *file(name, bytes) {
      const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
      try {
        // The ending tells what it is; the rest of the name is only a name.
        const path = join(
          folder,
          basename(name)
            .replace(/[^\w.-]/g, '_')
            .replace(/^\.+/, '_')
            .slice(-100),
        );
        await writeFile(path, bytes);
        yield* each(path, name);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    review: (act) => asProblem(review(ledger, act)),
    undo: (id, by, reason) => asProblem(undo(ledger, id, by, reason)),
  };
}

const refused = (title: string, reason: string): Filed => ({
  document: null,
  title,
  status: 'refused',
  reason,
  claims: 0,
  events: [],
  disputes: 0,
});

/** An act that cannot be is the caller's doing, not the server's. */
async function asProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(422, error.message);
    throw error;
  }
}
