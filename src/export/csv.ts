import { stringify } from 'csv-stringify/sync';
import type {
  Change,
  ClaimRow,
  DisputeRow,
  DocumentRow,
  EventRow,
  OriginRow,
  RecordRow,
  SideRecord,
} from '../model/rows.ts';

/** The columns of each list as CSV: a heading and how a row fills it. Bounds are inclusive, empty where open or not known. */
export type Columns<T> = readonly (readonly [heading: string, cell: (row: T) => string | number | null])[];

export const eventColumns: Columns<EventRow> = [
  ['id', (row) => row.event.id],
  ['type', (row) => row.event.type],
  ['title', (row) => row.event.title],
  ['from', (row) => row.event.time?.from ?? null],
  ['to', (row) => row.event.time?.to ?? null],
  ['place', (row) => row.event.place?.name ?? null],
  ['place_id', (row) => row.event.place?.id ?? null],
  ['latitude', (row) => row.event.place?.latitude ?? null],
  ['longitude', (row) => row.event.place?.longitude ?? null],
  ['standing', (row) => row.event.standing],
  ['documents', (row) => row.documents],
  ['origins', (row) => row.origins],
  ['claims', (row) => row.claims],
  ['disputes', (row) => row.disputes],
  [
    'figures',
    (row) =>
      row.event.figures.map((each) => `${each.measure} ${each.item} ${each.low ?? ''}..${each.high ?? ''}`).join('; '),
  ],
];

export const claimColumns: Columns<ClaimRow> = [
  ['id', (row) => row.claim.id],
  ['event', (row) => row.event],
  ['document', (row) => row.document.id],
  ['outlet', (row) => row.document.outlet],
  ['published', (row) => row.document.published],
  ['url', (row) => row.document.url],
  ['kind', (row) => row.claim.kind],
  ['type', (row) => row.claim.type],
  ['measure', (row) => row.claim.measure],
  ['item', (row) => row.claim.item],
  ['low', (row) => row.claim.value?.low ?? null],
  ['high', (row) => row.claim.value?.high ?? null],
  ['modifier', (row) => row.claim.value?.modifier ?? null],
  ['source', (row) => row.claim.source?.name ?? null],
  ['side', (row) => row.claim.source?.side ?? null],
  ['relays', (row) => row.claim.relays.map((each) => each.name).join('; ')],
  ['stance', (row) => row.claim.stance],
  ['modality', (row) => row.claim.modality],
  ['hedges', (row) => row.claim.hedges.join('; ')],
  ['actor', (row) => row.claim.actor?.name ?? null],
  ['target', (row) => row.claim.target?.name ?? null],
  ['place', (row) => row.claim.place?.name ?? null],
  ['from', (row) => row.claim.time?.from ?? null],
  ['to', (row) => row.claim.time?.to ?? null],
  ['start', (row) => row.claim.content.start],
  ['end', (row) => row.claim.content.end],
  ['sentence', (row) => row.quote],
];

export const documentColumns: Columns<DocumentRow> = [
  ['id', (row) => row.id],
  ['url', (row) => row.url],
  ['outlet', (row) => row.outlet],
  ['author', (row) => row.author],
  ['title', (row) => row.title],
  ['language', (row) => row.language],
  ['published', (row) => row.published],
  ['seen', (row) => row.seen],
  ['claims', (row) => row.claims],
  ['appearances', (row) => row.appearances],
  ['text_sha256', (row) => row.text_sha256],
];

export const disputeColumns: Columns<DisputeRow> = [
  ['id', (row) => row.id],
  ['kind', (row) => row.kind],
  ['event', (row) => row.event.id],
  ['title', (row) => row.event.title],
  ['since', (row) => row.since],
  ['note', (row) => row.note],
  ['claims', (row) => row.claims.join('; ')],
];

export const recordColumns: Columns<RecordRow> = [
  ['claim', (row) => row.claim],
  ['status', (row) => row.status],
  ['about', (row) => row.about.id],
  ['title', (row) => row.about.title],
  ['broken_by', (row) => row.event],
  ['note', (row) => row.note],
  ['outlet', (row) => row.document.outlet],
  ['published', (row) => row.document.published],
  ['sentence', (row) => row.quote],
];

export const sideRecordColumns: Columns<SideRecord> = [
  ['measure', (row) => row.measure],
  ['item', (row) => row.item],
  ['side', (row) => row.side],
  ...(['now', 'before'] as const).flatMap(
    (when): Columns<SideRecord> => [
      [`${when}_low`, (row) => row[when].low],
      [`${when}_high`, (row) => row[when].high],
      [`${when}_origin`, (row) => row[when].origin],
      [`${when}_day`, (row) => row[when].day],
      [`${when}_event`, (row) => row[when].event.id],
    ],
  ),
];

export const originColumns: Columns<OriginRow> = [
  ['key', (row) => row.key],
  ['name', (row) => row.name],
  ['kind', (row) => row.kind],
  ['side', (row) => row.side],
  ['claims', (row) => row.claims],
  ['events', (row) => row.events],
  ['revised', (row) => row.revised],
  ['denied', (row) => row.denied],
  ['contradicted', (row) => row.contradicted],
];

export const changeColumns: Columns<Change> = [
  ['url', (row) => row.url],
  ['outlet', (row) => row.outlet],
  ['title', (row) => row.title],
  ['before', (row) => row.before],
  ['after', (row) => row.after],
  ['seen', (row) => row.seen],
  ['vanished', (row) => row.vanished.length],
  ['appeared', (row) => row.appeared.length],
  ['changed', (row) => row.changed.length],
];

/** A spreadsheet must not take an article's words for a formula: such cells begin with an apostrophe. */
const inert = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** RFC 4180, with a heading row unless it is to go on below another. */
export const toCsv = <T>(columns: Columns<T>, rows: readonly T[], heading = true): string =>
  stringify(
    [
      ...(heading ? [columns.map(([name]) => name)] : []),
      ...rows.map((row) => columns.map(([, cell]) => inert(cell(row)))),
    ],
    { record_delimiter: '\r\n' },
  );
