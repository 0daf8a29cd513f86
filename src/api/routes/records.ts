import { recordColumns } from '../../export/csv.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, listed, type Parts, route, sendList } from '../route.ts';
import { RecordRow } from '../shapes.ts';

const list = route('reader', {
  method: 'get',
  path: '/records',
  tags: ['Records'],
  summary: 'Records that somebody claims, each checked against the ledger, the latest first',
  request: { query: PageQuery },
  responses: listed(RecordRow, 'A page of records'),
});

export function recordRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(c, answers, query.format, () => ledger.records(filtersOf(query), pagingOf(query)), recordColumns);
  });
}
