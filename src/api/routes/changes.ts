import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { Refused } from '../problem.ts';
import { type Desk, type Parts, route } from '../route.ts';

/** How often the feed is looked at (ms). */
const EVERY = 1000;
const LISTENERS = 200;
const PAGE = 500;

const changes = route('reader', {
  method: 'get',
  path: '/changes',
  tags: ['Changes'],
  summary: 'What changes in the ledger, as it happens',
  description:
    'Server-sent events named `change`; each `data` is `{seq, at, kind, id}`. Begin after an entry with `after` or `Last-Event-ID`; else with what comes next.',
  request: { query: z.object({ after: z.coerce.number().int().nonnegative().optional() }) },
  responses: { 200: { description: 'An event stream', content: { 'text/event-stream': { schema: z.string() } } } },
});

export function changeRoutes(desk: Desk, { ledger }: Parts): void {
  let listeners = 0;
  desk.openapi(changes, async (c) => {
    if (listeners >= LISTENERS) throw new Refused(503, `${LISTENERS} are listening already.`);
    const last = Number(c.req.header('last-event-id'));
    let after = c.req.valid('query').after ?? (Number.isSafeInteger(last) && last > 0 ? last : await ledger.feedEnd());
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (out) => {
      listeners++;
      try {
        await out.write(': here\n\n');
        for (let quiet = 0; !out.aborted && !out.closed; quiet++) {
          const entries = await ledger.feed(after, PAGE);
          for (const entry of entries)
            await out.writeSSE({ event: 'change', id: String(entry.seq), data: JSON.stringify(entry) });
          if (entries.length > 0) {
            after = entries.at(-1)!.seq;
            quiet = 0;
          } else if (quiet % 15 === 14) await out.write(': still here\n\n');
          if (entries.length < PAGE) await out.sleep(EVERY);
        }
      } finally {
        listeners--;
      }
    }) as never;
  });
}
