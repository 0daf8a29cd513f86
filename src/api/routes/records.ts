import { z } from '@hono/zod-openapi';
import { recordColumns } from '../../export/csv.ts';
import { FilterQuery, filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, json, listed, type Parts, route, sendList } from '../route.ts';
import { RecordRow, SideRecord } from '../shapes.ts';

const list = route('reader', {
  method: 'get',
  path: '/records',
  tags: ['Records'],
  summary: 'Records that somebody claims, each checked against the ledger, the latest first',
  request: { query: PageQuery },
  responses: listed(RecordRow, 'A page of records'),
});

const bySide = route('reader', {
  method: 'get',
  path: '/records/by-side',
  tags: ['Records'],
  summary: 'The running table of records: the highest that each side has claimed of one event, and what it beat',
  description:
    'In order of measure, item and side. Totals over a time stay out, and so does what has beaten nothing yet.',
  request: { query: FilterQuery },
  responses: { 200: json(z.object({ items: z.array(SideRecord) }), 'The records') },
});

export function recordRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(c, answers, query.format, () => ledger.records(filtersOf(query), pagingOf(query)), recordColumns);
  });

  desk.openapi(bySide, (c) => {
    const query = c.req.valid('query');
    return answers.json(c, async () => ({ items: await ledger.sideRecords(filtersOf(query)) })) as never;
  });
}
