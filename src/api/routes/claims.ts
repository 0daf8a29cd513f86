import { z } from '@hono/zod-openapi';
import { claimColumns } from '../../export/csv.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, found, json, listed, notFound, type Parts, route, sendList } from '../route.ts';
import { ClaimRow, LinkRow } from '../shapes.ts';

const params = z.object({ id: z.string() });

const list = route('reader', {
  method: 'get',
  path: '/claims',
  tags: ['Claims'],
  summary: 'Claims in the order of their articles, the latest article first',
  request: { query: PageQuery },
  responses: listed(ClaimRow, 'A page of claims'),
});

const one = route('reader', {
  method: 'get',
  path: '/claims/{id}',
  tags: ['Claims'],
  summary: 'A claim with its sentence and its article',
  request: { params },
  responses: { 200: json(ClaimRow, 'The claim'), 404: notFound },
});

const links = route('reader', {
  method: 'get',
  path: '/claims/{id}/links',
  tags: ['Claims'],
  summary: 'Why a claim stands in its event: every link ever made, with its score, its reason and who judged',
  request: { params },
  responses: { 200: json(z.object({ items: z.array(LinkRow) }), 'The links') },
});

export function claimRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(c, answers, query.format, () => ledger.claims(filtersOf(query), pagingOf(query)), claimColumns);
  });

  desk.openapi(one, (c) => {
    const { id } = c.req.valid('param');
    return answers.json(c, async () => found(await ledger.claim(id), 'claim', id)) as never;
  });

  desk.openapi(
    links,
    (c) => answers.json(c, async () => ({ items: await ledger.links(c.req.valid('param').id) })) as never,
  );
}
