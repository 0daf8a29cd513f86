import type { Change } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day, gist } from '../words.ts';

export const changes = listCommand<Change>({
  name: 'changes',
  summary: 'list articles whose text changed, with the claims that vanished, appeared or changed, the latest first',
  rows: (ledger, filters, paging) => ledger.changes(filters, paging),
  csv: async () => {
    const { changeColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(changeColumns, rows, heading);
  },
  table: [
    { heading: 'seen', cell: ({ seen }) => day(seen) },
    { heading: 'outlet', cell: ({ outlet }) => outlet },
    { heading: 'title', cell: ({ title, url }) => title ?? url },
    { heading: 'before', cell: ({ before }) => before.slice(0, 10) },
    { heading: 'after', cell: ({ after }) => after.slice(0, 10) },
    {
      heading: 'changed',
      cell: ({ changed }) => changed.map(({ before, after }) => `${gist(before)} → ${gist(after)}`).join('; '),
    },
    { heading: 'vanished', cell: ({ vanished }) => vanished.map(gist).join('; ') },
    { heading: 'appeared', cell: ({ appeared }) => appeared.map(gist).join('; ') },
  ],
});
