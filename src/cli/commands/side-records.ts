import type { SideFigure, SideRecord } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { bounds } from '../words.ts';

const said = (figure: SideFigure): string => `${bounds(figure)} (${figure.origin})`;

export const sideRecords = listCommand<SideRecord>({
  name: 'side-records',
  summary: 'list the highest figure that each side has claimed of one event, and what it beat',
  rows: async (ledger, filters, { limit }) => ({
    items: (await ledger.sideRecords(filters)).slice(0, limit),
    next: null,
  }),
  csv: async () => {
    const { sideRecordColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(sideRecordColumns, rows, heading);
  },
  table: [
    { heading: 'measure', cell: ({ measure }) => measure },
    { heading: 'item', cell: ({ item }) => item },
    { heading: 'side', cell: ({ side }) => side },
    { heading: 'highest', cell: ({ now }) => said(now) },
    { heading: 'event', cell: ({ now }) => now.event.title, wide: true },
    { heading: 'before', cell: ({ before }) => said(before) },
    { heading: 'day', cell: ({ before }) => before.day },
  ],
});
