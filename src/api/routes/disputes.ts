import { disputeColumns } from '../../export/csv.ts';
import type { DisputeRow } from '../../store/ledger.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { type Desk, listed, type Parts, route, sendList } from '../route.ts';
import { DisputeRow as DisputeShape } from '../shapes.ts';

/** Claims shown in words beside each dispute; the event has the rest. */
const WORDS = 6;

const list = route('reader', {
  method: 'get',
  path: '/disputes',
  tags: ['Disputes'],
  summary: 'Disputes with the words that clash, the newest first',
  request: { query: PageQuery },
  responses: listed(DisputeShape, 'A page of disputes'),
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
      async (rows) => {
        const shown = (row: DisputeRow) => row.claims.slice(0, WORDS);
        const words = await ledger.claimsById(rows.flatMap(shown));
        return rows.map((row) => ({ ...row, words: shown(row).flatMap((id) => words.get(id) ?? []) }));
      },
    );
  });
}
