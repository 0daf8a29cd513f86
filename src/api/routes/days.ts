import { z } from '@hono/zod-openapi';
import { FilterQuery, filtersOf } from '../filters.ts';
import { type Desk, json, type Parts, route } from '../route.ts';
import { DayFigure, EventPoint } from '../shapes.ts';

const timeline = route('reader', {
  method: 'get',
  path: '/timeline',
  tags: ['Timeline and map'],
  summary: 'What each side claims per day and measure, from the figures of the events of that day',
  request: { query: FilterQuery },
  responses: { 200: json(z.object({ items: z.array(DayFigure) }), 'The figures, by day') },
});

const points = route('reader', {
  method: 'get',
  path: '/points',
  tags: ['Timeline and map'],
  summary: 'Where events are said to have happened, the latest first. Places: GeoNames, CC BY 4.0',
  request: { query: FilterQuery.extend({ limit: z.coerce.number().int().min(1).max(2000).default(500) }) },
  responses: { 200: json(z.object({ items: z.array(EventPoint) }), 'The points') },
});

export function dayRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(timeline, (c) => {
    const query = c.req.valid('query');
    return answers.json(c, async () => ({ items: await ledger.timeline(filtersOf(query)) })) as never;
  });

  desk.openapi(points, (c) => {
    const query = c.req.valid('query');
    return answers.json(c, async () => ({ items: await ledger.points(filtersOf(query), query.limit) })) as never;
  });
}
