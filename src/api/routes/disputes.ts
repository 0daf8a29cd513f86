import { disputeColumns } from '../../export/csv.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, listed, type Parts, route, sendList } from '../route.ts';
import { DisputeRow } from '../shapes.ts';

/** Claims shown in words beside each dispute; the event has the rest. */
const WORDS = 6;

const list = route('reader', {
  method: 'get',
  path: '/disputes',
  tags: ['Disputes'],
  summary: 'Disputes with the words that clash, the newest first',
  request: { query: PageQuery },
  responses: listed(DisputeRow, 'A page of disputes'),
});

export function disputeRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(list, (c) => {
    const query = c.req.valid('query');
    return sendList(
      c,
      answers,
      query.format,
      () => ledger.disputes(filtersOf(query), pagingOf(query)),
      disputeColumns,
      (rows) =>
        Promise.all(
          rows.map(async (row) => {
            const words = await Promise.all(row.claims.slice(0, WORDS).map((id) => ledger.claim(id)));
            return { ...row, words: words.filter((claim) => claim !== null) };
          }),
        ),
    );
  });
}
