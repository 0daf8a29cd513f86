import type { RecordRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day } from '../words.ts';

export const records = listCommand<RecordRow>({
  name: 'records',
  summary: 'list what is called a record, checked against the ledger, the latest first',
  rows: (ledger, filters, paging) => ledger.records(filters, paging),
  csv: async () => {
    const { recordColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(recordColumns, rows, heading);
  },
  table: [
    { heading: 'event', cell: ({ about }) => about.id.slice(0, 10) },
    { heading: 'published', cell: ({ document }) => (document.published ? day(document.published) : '') },
    { heading: 'status', cell: ({ status }) => status },
    { heading: 'about', cell: ({ about }) => about.title },
    { heading: 'broken by', cell: ({ broken_by }) => broken_by },
    { heading: 'why', cell: ({ note }) => note },
    { heading: 'words', cell: ({ quote }) => quote, wide: true },
  ],
});
