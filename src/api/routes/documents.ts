import { z } from '@hono/zod-openapi';
import { documentColumns } from '../../export/csv.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, found, json, listed, notFound, type Parts, route, sendList } from '../route.ts';
import { DocumentPage, DocumentRow } from '../shapes.ts';

const list = route('reader', {
  method: 'get',
  path: '/documents',
  tags: ['Documents'],
  summary: 'Articles, the latest first',
  request: { query: PageQuery },
  responses: listed(DocumentRow, 'A page of articles'),
});

const one = route('reader', {
  method: 'get',
  path: '/documents/{id}',
  tags: ['Documents'],
  summary: 'An article with its text, every claim in it, where it appeared, and its earlier and later versions',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(DocumentPage, 'The article'), 404: notFound },
});

export function documentRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(
      c,
      answers,
      query.format,
      () => ledger.documents(filtersOf(query), pagingOf(query)),
      documentColumns,
    );
  });

  desk.openapi(one, (c) => {
    const { id } = c.req.valid('param');
    return answers.json(c, async () => found(await ledger.document(id), 'article', id)) as never;
  });
}
