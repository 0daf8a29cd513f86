import type { DisputeRow, EventRow } from '../store/ledger.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** XML 1.0 has no place for these, not even escaped. */
const isForbidden = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff;

/** Text for XML. */
const xml = (text: string): string =>
  [...text]
    .filter((sign) => !isForbidden(sign.codePointAt(0)!))
    .map((sign) => ESCAPES[sign] ?? sign)
    .join('');

/** RFC 3339, which Atom wants; a bare day is its first moment. */
const moment = (value: string | null): string =>
  value === null ? '1970-01-01T00:00:00Z' : value.includes('T') ? value : `${value}T00:00:00Z`;

interface Entry {
  id: string;
  title: string;
  updated: string;
  path: string;
  summary: string;
  category: string;
}

/**
 * RFC 4287. Entries are ordered by the publication of the newest article behind them, the newest first; `updated` of the feed is the
 * newest entry's, so that the same ledger gives the same bytes.
 */
export function atom(here: URL, events: readonly EventRow[], disputes: readonly DisputeRow[]): string {
  const entries: Entry[] = [
    ...events.map(({ event, documents, origins, latest }) => ({
      id: event.id,
      title: event.title,
      updated: moment(latest),
      path: `/events/${event.id}`,
      summary: `${event.standing}; ${documents} article${documents === 1 ? '' : 's'}, ${origins} origin${origins === 1 ? '' : 's'}`,
      category: 'event',
    })),
    ...disputes.map((dispute) => ({
      id: dispute.id,
      title: `Disputed: ${dispute.event.title}`,
      updated: moment(dispute.since),
      path: `/events/${dispute.event.id}`,
      summary: dispute.note,
      category: 'dispute',
    })),
  ].sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated) || (a.id < b.id ? -1 : 1));

  const lines = entries.flatMap((entry) => [
    '<entry>',
    `<id>urn:counterclaim:${xml(entry.id)}</id>`,
    `<title>${xml(entry.title)}</title>`,
    `<updated>${entry.updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(here.origin + entry.path)}"/>`,
    `<category term="${entry.category}"/>`,
    `<summary>${xml(entry.summary)}</summary>`,
    '</entry>',
  ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(here.href)}</id>`,
    '<title>Counterclaim: events and disputes</title>',
    `<updated>${entries[0]?.updated ?? moment(null)}</updated>`,
    '<author><name>Counterclaim</name></author>',
    `<link rel="self" href="${xml(here.href)}"/>`,
    ...lines,
    '</feed>',
    '',
  ].join('\n');
}
