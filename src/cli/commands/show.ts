import type { ClaimRow, DocumentPage, EventPage, Ledger } from '../../store/ledger.ts';
import { grouped } from '../../store/rows.ts';
import { type CommandFile, type Io, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { line, write } from '../out.ts';
import { plain, table } from '../table.ts';
import { bounds, circumstances, day, days, figure, gist, party } from '../words.ts';

export const show: CommandFile = {
  usage: 'show <id>',
  summary: 'show an event, a claim or a document whole; the beginning of an id is enough',
  options: [ledger, { flags: '--format <format>', what: 'text for eyes, or json', choices: ['text', 'json'] }],
  run: (call) =>
    withLedger(call, async (ledger) => {
      const { io, options } = call;
      const [id] = call.args;
      const ids = await ledger.find(id);
      if (ids.length > 1 && !ids.includes(id)) throw new UsageError(`several ids begin with ${id}: ${ids.join(' ')}`);
      const page = ids.length > 0 ? await find(ledger, ids.includes(id) ? id : ids[0], io) : null;
      if (page === null) {
        await write(
          io.stderr,
          `counterclaim: nothing has the id ${id}: "counterclaim events" and "counterclaim claims" list what there is\n`,
        );
        return 1;
      }
      if (options.format === 'json') await line(io.stdout, page.json);
      else await write(io.stdout, page.text);
      return 0;
    }),
};

async function find(ledger: Ledger, id: string, io: Io): Promise<{ json: unknown; text: string } | null> {
  switch (id[0]) {
    case 'e': {
      const page = await ledger.event(id);
      return page && { json: page, text: eventText(page, io) };
    }
    case 'c': {
      const row = await ledger.claim(id);
      return row && { json: row, text: claimText(row, await ledger.links(id)) };
    }
    case 'd': {
      const page = await ledger.document(id);
      return page && { json: page, text: documentText(page) };
    }
    default: {
      const dispute = await ledger.dispute(id);
      const page = dispute && (await ledger.event(dispute.event.id));
      return page && { json: dispute, text: eventText(page, io) };
    }
  }
}

function eventText({ event, filed, documents, origins }: EventPage, io: Io): string {
  const about = [event.time && days(event.time), event.place?.name, event.standing].filter(Boolean).join(' · ');
  const parts = [`${plain(event.title)}\n${about} · ${documents} articles, ${origins} origins\n${event.id}`];
  if (event.figures.length > 0) {
    const rows = event.figures.flatMap((one) => [
      { what: figure(one), who: '', said: one.best === null ? '' : `best ${one.best}` },
      ...one.by.map((by) => ({ what: '', who: by.origin, said: bounds(by) })),
    ]);
    parts.push(
      table(
        [
          { heading: 'figures', cell: (row) => row.what },
          { heading: 'by', cell: (row) => row.who },
          { heading: 'says', cell: (row) => row.said },
        ],
        rows,
        io,
      ).trimEnd(),
    );
  }
  if (event.disputes.length > 0)
    parts.push(['Disputed', ...event.disputes.map(({ kind, note }) => `  ${kind}: ${plain(note)}`)].join('\n'));
  if (event.records.length > 0)
    parts.push(['Records', ...event.records.map(({ status, note }) => `  ${status}: ${plain(note)}`)].join('\n'));
  for (const [, rows] of grouped(filed, (row) => row.document.id))
    parts.push([heading(rows[0]), ...rows.map(said)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const heading = ({ document }: ClaimRow): string =>
  plain(
    [document.outlet ?? 'an unnamed outlet', document.published && day(document.published), document.title]
      .filter(Boolean)
      .join(' — '),
  );

const said = ({ claim, quote }: ClaimRow): string =>
  `  ${gist(claim)} — ${plain(circumstances(claim))}\n    “${plain(quote).replace(/\s+/g, ' ')}” ${claim.id.slice(0, 10)}`;

function claimText(
  row: ClaimRow,
  links: readonly { event: string; other: string | null; score: number; reason: string; by: string }[],
): string {
  const { claim, event, current } = row;
  const parts = [
    heading(row),
    said(row),
    `  ${claim.kind} · ${claim.type} · ${claim.stance} · ${claim.modality} · ${claim.extractor}${current ? '' : ' · no longer current'}`,
  ];
  parts.push(`  root: ${plain(party(claim.source))}${claim.cue ? ` (“${plain(claim.cue.text)}”)` : ''}`);
  parts.push(event ? `  event: ${event}` : '  in no event');
  for (const link of links)
    parts.push(
      `  linked to ${link.event.slice(0, 10)}${link.other ? ` by ${link.other.slice(0, 10)}` : ''}, ${link.score.toFixed(2)}: ${plain(link.reason)} (${link.by})`,
    );
  return `${parts.join('\n')}\n`;
}

function documentText({ document, claims, messages, appearances, versions }: DocumentPage): string {
  const parts = [
    plain(
      [
        document.title ?? 'without a title',
        document.outlet,
        document.published && day(document.published),
        document.language,
      ]
        .filter(Boolean)
        .join(' — '),
    ),
    document.id,
  ];
  for (const { url, outlet, seen } of appearances)
    parts.push(`  ${url ?? outlet ?? 'no address'}, first seen ${day(seen)}`);
  if (versions.length > 1)
    parts.push(
      `  versions: ${versions.map((one) => `${one.document.slice(0, 10)}${one.current ? ' (current)' : ''}`).join(', ')}`,
    );
  for (const { reason } of messages) parts.push(`  note: ${reason}`);
  parts.push(
    '',
    plain(document.text),
    '',
    `${claims.length} claims`,
    ...claims.map((claim) => `  ${claim.id.slice(0, 10)}  ${gist(claim)} — ${plain(circumstances(claim))}`),
  );
  return `${parts.join('\n')}\n`;
}
