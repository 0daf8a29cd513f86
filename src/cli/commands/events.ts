import type { EventRow } from '../../model/rows.ts';
import { listCommand } from '../list.ts';
import { day, figure } from '../words.ts';

export const events = listCommand<EventRow>({
  name: 'events',
  summary: 'list what is said to have happened, the latest first',
  rows: async (ledger, filters, paging) =>
    filters.asOf === undefined
      ? ledger.events(filters, paging)
      : (await import('../../as-of.ts')).eventsAsOf(ledger, filters, paging),
  json: ([row]) => row.event,
  csv: async () => {
    const { eventColumns, toCsv } = await import('../../export/csv.ts');
    return (rows, heading) => toCsv(eventColumns, rows, heading);
  },
  table: [
    { heading: 'id', cell: ({ event }) => event.id.slice(0, 10) },
    { heading: 'day', cell: ({ event }) => (event.time ? day(event.time.to) : '') },
    { heading: 'event', cell: ({ event }) => event.title, wide: true },
    { heading: 'standing', cell: ({ event }) => event.standing },
    { heading: 'articles', cell: (row) => row.documents },
    { heading: 'origins', cell: (row) => row.origins },
    { heading: 'disputes', cell: (row) => row.disputes },
    { heading: 'figures', cell: ({ event }) => event.figures.map(figure).join('; ') },
  ],
});
