import { z } from '@hono/zod-openapi';
import { originColumns } from '../../export/csv.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, found, json, listed, notFound, type Parts, route, sendList } from '../route.ts';
import { OriginPage, OriginRow, Relay } from '../shapes.ts';

const list = route('reader', {
  method: 'get',
  path: '/origins',
  tags: ['Origins'],
  summary: 'Who says it, the most prolific first, with their track record',
  request: { query: PageQuery },
  responses: listed(OriginRow, 'A page of origins'),
});

const one = route('reader', {
  method: 'get',
  path: '/origins/{key}',
  tags: ['Origins'],
  summary: 'An origin: who passes it on, who contradicts it',
  request: { params: z.object({ key: z.string() }) },
  responses: { 200: json(OriginPage, 'The origin'), 404: notFound },
});

const relays = route('reader', {
  method: 'get',
  path: '/relays',
  tags: ['Origins'],
  summary: 'Who passes on whom, the pairs with most claims first',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(60) }) },
  responses: { 200: json(z.object({ items: z.array(Relay) }), 'The pairs') },
});

export function originRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(c, answers, query.format, () => ledger.origins(filtersOf(query), pagingOf(query)), originColumns);
  });

  desk.openapi(one, (c) => {
    const { key } = c.req.valid('param');
    return answers.json(c, async () => found(await ledger.origin(key), 'origin', key)) as never;
  });

  desk.openapi(relays, (c) => {
    const { limit } = c.req.valid('query');
    return answers.json(c, async () => ({ items: await ledger.relays(limit) })) as never;
  });
}
