import type { Claim, Party } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import type { Event } from '../../src/model/event.ts';
import { openDocument, stableId } from '../../src/model/ids.ts';
import { quote } from '../../src/model/span.ts';

/** A document with one sentence a line. */
export const article = (text: string, more: Partial<Parameters<typeof openDocument>[0]> = {}): Document =>
  openDocument({ text, published: '2024-05-02', outlet: 'Example Wire', ...more });

export interface Said {
  source?: string;
  side?: string;
  kind?: Claim['kind'];
  type?: Claim['type'];
  measure?: Claim['measure'];
  item?: string;
  low?: number;
  high?: number | null;
  place?: string;
  actor?: string;
  day?: string | null;
  stance?: Claim['stance'];
  relay?: string;
}

/** A claim made by hand on the nth line of a document: what a reader would hand over. */
export function claimOn(document: Document, line: number, said: Said): Claim {
  const lines = document.text.split('\n');
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const sentence = { start, end: start + lines[line].length };
  const words = quote(document.text, sentence.start, Math.min(sentence.end, sentence.start + 5));
  const party = (name: string, side: string | null): Party => ({ ...words, name, id: null, kind: 'institution', side });
  const day = said.day === undefined ? '2024-05-01' : said.day;
  return {
    id: stableId('c', document.id, line, said),
    kind: said.kind ?? (said.measure ? 'figure' : 'occurrence'),
    type: said.type ?? 'attack',
    measure: said.measure ?? null,
    item: said.item ?? null,
    value:
      said.low === undefined
        ? null
        : { ...words, low: said.low, high: said.high === undefined ? said.low : said.high, modifier: null },
    source: said.source ? party(said.source, said.side ?? null) : null,
    relays: said.relay ? [party(said.relay, null)] : [],
    cue: null,
    stance: said.stance ?? 'asserts',
    about: [],
    hedges: [],
    modality: 'actual',
    actor: said.actor ? { ...words, name: said.actor, id: null, side: said.actor } : null,
    target: null,
    weapon: null,
    place: said.place ? { ...words, name: said.place, id: null, latitude: 12.5, longitude: 30.25, precision: 1 } : null,
    time: day === null ? null : { ...words, from: day, to: day, precision: 'day' },
    content: sentence,
    sentence,
    extractor: 'by-hand/1',
  };
}

/** An event of some claims, as linking would hand it over; `more` lays over it. */
export function eventOf(claims: readonly Claim[], document: Document, more: Partial<Event> = {}): Event {
  const names = [...new Set(claims.map((claim) => claim.source?.name ?? document.outlet!))];
  return {
    id: stableId('e', claims[0].id),
    type: claims[0].type,
    title: `${claims[0].type} in ${claims[0].place?.name ?? 'an unnamed place'}`,
    time: claims[0].time,
    place: claims[0].place,
    claims: claims.map(({ id }) => id),
    documents: [document.id],
    origins: names.map((name) => {
      const own = claims.filter((claim) => (claim.source?.name ?? document.outlet) === name);
      return {
        name,
        id: null,
        kind: own[0].source?.kind ?? 'outlet',
        side: own[0].source?.side ?? null,
        claims: own.length,
      };
    }),
    figures: [],
    standing: 'single-source',
    disputes: [],
    records: [],
    ...more,
  };
}
