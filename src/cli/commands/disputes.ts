import type { DisputeRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day } from '../words.ts';

export const disputes = listCommand<DisputeRow>({
  name: 'disputes',
  summary: 'list claims on one event that cannot all be true, or that somebody denies, the newest first',
  rows: (ledger, filters, paging) => ledger.disputes(filters, paging),
  csv: async () => {
    const { disputeColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(disputeColumns, rows, heading);
  },
  table: [
    { heading: 'event', cell: ({ event }) => event.id.slice(0, 10) },
    { heading: 'since', cell: ({ since }) => (since ? day(since) : '') },
    { heading: 'kind', cell: ({ kind }) => kind },
    { heading: 'about', cell: ({ event }) => event.title },
    { heading: 'why', cell: ({ note }) => note, wide: true },
  ],
});
