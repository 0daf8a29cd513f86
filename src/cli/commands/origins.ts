import type { OriginRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';

export const origins = listCommand<OriginRow>({
  name: 'origins',
  summary: 'list who stands at the root of claims, and how they fared, the most prolific first',
  rows: (ledger, filters, paging) => ledger.origins(filters, paging),
  csv: async () => {
    const { originColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(originColumns, rows, heading);
  },
  table: [
    { heading: 'name', cell: ({ name }) => name, wide: true },
    { heading: 'kind', cell: ({ kind }) => kind },
    { heading: 'side', cell: ({ side }) => side },
    { heading: 'claims', cell: ({ claims }) => claims },
    { heading: 'events', cell: ({ events }) => events },
    { heading: 'revised', cell: ({ revised }) => revised },
    { heading: 'denied', cell: ({ denied }) => denied },
    { heading: 'contradicted', cell: ({ contradicted }) => contradicted },
    { heading: 'key', cell: ({ key }) => key },
  ],
});
