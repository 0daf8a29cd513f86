import { z } from '@hono/zod-openapi';
import { atom } from '../atom.ts';
import { FilterQuery, filtersOf } from '../filters.ts';
import { type Desk, type Parts, route } from '../route.ts';

const ENTRIES = 30;

const feed = route('reader', {
  method: 'get',
  path: '/feed.atom',
  tags: ['Changes'],
  summary: 'New events and disputes as an Atom feed, for any filter',
  description: 'Where a token is demanded, feed readers send it as the password of Basic authentication.',
  request: { query: FilterQuery },
  responses: { 200: { description: 'RFC 4287', content: { 'application/atom+xml': { schema: z.string() } } } },
});

export function feedRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(feed, (c) => {
    const filters = filtersOf(c.req.valid('query'));
    const here = new URL(c.req.url);
    return answers.send(c, 'application/atom+xml', async () => {
      const [events, disputes] = await Promise.all([
        ledger.events(filters, { limit: ENTRIES }),
        ledger.disputes(filters, { limit: ENTRIES }),
      ]);
      return { body: atom(here, events.items, disputes.items) };
    }) as never;
  });
}
