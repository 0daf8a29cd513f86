import type { ClaimRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day, days, gist, party } from '../words.ts';

export const claims = listCommand<ClaimRow>({
  name: 'claims',
  summary: 'list who says what, the latest article first; as json, one document with its claims a line',
  rows: (ledger, filters, paging) => ledger.claims(filters, paging),
  group: ({ document }) => document.id,
  json: (rows) => ({ document: rows[0].document, claims: rows.map(({ claim }) => claim) }),
  csv: async () => {
    const { claimColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(claimColumns, rows, heading);
  },
  table: [
    { heading: 'id', cell: ({ claim }) => claim.id.slice(0, 10) },
    { heading: 'published', cell: ({ document }) => (document.published ? day(document.published) : '') },
    { heading: 'outlet', cell: ({ document }) => document.outlet },
    { heading: 'who', cell: ({ claim }) => party(claim.source) },
    { heading: 'says', cell: ({ claim }) => gist(claim) },
    { heading: 'where', cell: ({ claim }) => claim.place?.name ?? '' },
    { heading: 'when', cell: ({ claim }) => (claim.time ? days(claim.time) : '') },
    { heading: 'words', cell: ({ quote }) => quote, wide: true },
  ],
});
