import { z } from '@hono/zod-openapi';
import { eventAsOf, eventsAsOf } from '../../as-of.ts';
import { eventColumns } from '../../export/csv.ts';
import { FilterQuery, filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, found, json, listed, notFound, type Parts, route, sendList } from '../route.ts';
import { EventPage, EventRow } from '../shapes.ts';

const list = route('reader', {
  method: 'get',
  path: '/events',
  tags: ['Events'],
  summary: 'Events, the latest first',
  request: { query: PageQuery },
  responses: listed(EventRow, 'A page of events'),
});

const one = route('reader', {
  method: 'get',
  path: '/events/{id}',
  tags: ['Events'],
  summary: 'An event with its claims, their words and their articles',
  request: { params: z.object({ id: z.string() }), query: FilterQuery.pick({ as_of: true }) },
  responses: { 200: json(EventPage, 'The event'), 404: notFound },
});

export function eventRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    const events = () =>
      query.as_of === undefined
        ? ledger.events(filtersOf(query), pagingOf(query))
        : eventsAsOf(ledger, filtersOf(query), pagingOf(query));
    return sendList(c, answers, query.format, events, eventColumns);
  });

  desk.openapi(one, (c) => {
    const { id } = c.req.valid('param');
    const { as_of } = c.req.valid('query');
    const event = () => (as_of === undefined ? ledger.event(id) : eventAsOf(ledger, id, as_of));
    return answers.json(c, async () => found(await event(), 'event', id)) as never;
  });
}
