import type { ClaimRow, DisputeRow, DocumentRow, EventRow, OriginRow, RecordRow } from '../model/rows.ts';
import {
  claimColumns,
  disputeColumns,
  documentColumns,
  eventColumns,
  originColumns,
  recordColumns,
  toCsv,
} from './csv.ts';
import { feature } from './geojson.ts';

interface Rows {
  events: EventRow;
  claims: ClaimRow;
  disputes: DisputeRow;
  records: RecordRow;
  origins: OriginRow;
  documents: DocumentRow;
}

/** A file of an export: which rows go into it, and how. `first` is how many were written before. */
export interface Exporter<Kind extends keyof Rows = keyof Rows> {
  file: string;
  rows: Kind;
  before?: string;
  write(rows: readonly Rows[Kind][], first: number): string;
  after?: string;
}
const exporter = <Kind extends keyof Rows>(one: Exporter<Kind>): Exporter => one as unknown as Exporter;
const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** All files, the ones that most people open first. To add a format, add its file here. */
export const exporters: readonly Exporter[] = [
  exporter({ file: 'events.csv', rows: 'events', write: (rows, first) => toCsv(eventColumns, rows, first === 0) }),
  exporter({ file: 'claims.csv', rows: 'claims', write: (rows, first) => toCsv(claimColumns, rows, first === 0) }),
  exporter({
    file: 'disputes.csv',
    rows: 'disputes',
    write: (rows, first) => toCsv(disputeColumns, rows, first === 0),
  }),
  exporter({ file: 'records.csv', rows: 'records', write: (rows, first) => toCsv(recordColumns, rows, first === 0) }),
  exporter({ file: 'origins.csv', rows: 'origins', write: (rows, first) => toCsv(originColumns, rows, first === 0) }),
  exporter({
    file: 'documents.csv',
    rows: 'documents',
    write: (rows, first) => toCsv(documentColumns, rows, first === 0),
  }),
  exporter({ file: 'events.jsonl', rows: 'events', write: (rows) => jsonLines(rows.map(({ event }) => event)) }),
  exporter({
    file: 'claims.jsonl',
    rows: 'claims',
    write: (rows) => jsonLines(rows.map(({ claim, document, event }) => ({ ...claim, document: document.id, event }))),
  }),
  exporter({
    file: 'events.geojson',
    rows: 'events',
    before: '{"type":"FeatureCollection","features":[\n',
    write: (rows, first) =>
      rows
        .flatMap(({ event }) => feature(event) ?? [])
        .map((one) => JSON.stringify(one))
        .join(',\n')
        .replace(/^(?=.)/, first === 0 ? '' : ',\n'),
    after: '\n]}\n',
  }),
];

/** What whoever gets the files must know, and must say when they pass them on. */
export const notice = `Exported by Counterclaim: who claims what in war news.
Every number here is somebody's claim. "low" and "high" are inclusive bounds; empty is open, or not known.
Places: GeoNames (https://www.geonames.org), licensed under CC BY 4.0. Pass that on with them.
Texts belong to their publishers; sentences are quoted from them as evidence.
`;
