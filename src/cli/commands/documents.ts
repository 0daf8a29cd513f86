import type { DocumentRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day } from '../words.ts';

export const documents = listCommand<DocumentRow>({
  name: 'documents',
  summary: 'list the articles on file, the latest first',
  rows: (ledger, filters, paging) => ledger.documents(filters, paging),
  csv: async () => {
    const { documentColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(documentColumns, rows, heading);
  },
  table: [
    { heading: 'id', cell: ({ id }) => id.slice(0, 10) },
    { heading: 'published', cell: ({ published }) => (published ? day(published) : '') },
    { heading: 'outlet', cell: ({ outlet }) => outlet },
    { heading: 'title', cell: ({ title }) => title, wide: true },
    { heading: 'language', cell: ({ language }) => language },
    { heading: 'claims', cell: ({ claims }) => claims },
    { heading: 'places', cell: ({ appearances }) => appearances },
    { heading: 'address', cell: ({ url }) => url },
  ],
});
