import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import type { Actor, Claim, Party, Place, Time } from '../src/model/claim.ts';
import type { DocumentInfo } from '../src/model/document.ts';
import type { Event } from '../src/model/event.ts';
import type { FiledClaim } from '../src/model/ledger.ts';

const quote = { start: 0, end: 0, text: '' };

/** Towns that exist, by GeoNames id and WGS 84 degrees. */
const towns: Readonly<Record<string, readonly [number, number]>> = {
  Omdurman: [15.64, 32.48],
  'El Fasher': [13.63, 25.35],
  Nyala: [12.05, 24.88],
  Kosti: [13.16, 32.66],
  Mocha: [13.32, 43.25],
  Taiz: [13.58, 44.02],
};
export const at = (name: string, precision: Place['precision'] = 1): Place => {
  const [latitude, longitude] = towns[name] ?? [null, null];
  return {
    ...quote,
    name,
    id: towns[name] ? `geonames:${name}` : null,
    latitude,
    longitude,
    precision: towns[name] ? precision : null,
  };
};
export const on = (from: string, to = from, precision: Time['precision'] = from === to ? 'day' : 'night'): Time => ({
  ...quote,
  from,
  to,
  precision,
});
export const party = (
  name: string,
  side: string | null = null,
  kind: Party['kind'] = 'institution',
  text = name,
): Party => ({ ...quote, text, name, id: null, kind, side });
export const side = (name: string): Actor => ({ ...quote, name, id: null, side: name });

/** What a test says of a claim; everything else is plain. `next` begins a new sentence (the default) or paragraph, or stays in the last sentence. */
export type Say = Partial<Omit<Claim, 'value'>> & {
  value?: number | readonly [number | null, number | null];
  next?: 'sentence' | 'paragraph' | 'same';
};

/** One article: its claims in order, with ids `NAME-1`, `NAME-2` … that `about` may name. */
export function article(
  name: string,
  published: string | null,
  says: readonly Say[],
  outlet = `Outlet ${name}`,
): FiledClaim[] {
  const document: DocumentInfo = {
    id: `d-${name}`,
    url: `https://test.example/${name}`,
    outlet,
    author: null,
    title: name,
    language: 'en',
    published,
    text_sha256: name,
  };
  let start = 0;
  return says.map(({ value, next = 'sentence', ...more }, i) => {
    if (next !== 'same') start += next === 'paragraph' || i === 0 ? 150 : 101;
    const [low, high] = value === undefined ? [null, null] : typeof value === 'number' ? [value, value] : value;
    const claim: Claim = {
      id: `${name}-${i + 1}`,
      kind: value === undefined ? 'occurrence' : 'figure',
      type: 'attack',
      measure: null,
      item: null,
      value: value === undefined ? null : { ...quote, text: String(low ?? high), low, high, modifier: null },
      source: party('the army', 'Army', 'military'),
      relays: [],
      cue: null,
      stance: 'asserts',
      about: [],
      hedges: [],
      modality: 'actual',
      actor: null,
      target: null,
      weapon: null,
      place: null,
      time: null,
      content: { start: start + i, end: start + 40 },
      sentence: { start, end: start + 100 },
      extractor: 'test 1',
      ...more,
    };
    // Days, places and those who did it stand in the sentence that they are said of.
    const here = { start: start + i, end: start + i };
    if (claim.actor) claim.actor = { ...claim.actor, ...here };
    if (claim.place) claim.place = { ...claim.place, ...here };
    if (claim.time) claim.time = { ...claim.time, ...here };
    return { claim, document };
  });
}

export async function linked(articles: readonly FiledClaim[][], ledger = new MemoryLinks()): Promise<MemoryLinks> {
  for (const one of articles) {
    ledger.file(one);
    ledger.put(await linkDocument(one, ledger));
  }
  return ledger;
}

export const eventsOf = (ledger: MemoryLinks): Event[] =>
  [...ledger.events.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
/** The event that a claim is in. */
export const eventWith = (ledger: MemoryLinks, claim: string): Event | undefined =>
  eventsOf(ledger).find((e) => e.claims.includes(claim));
export const together = (ledger: MemoryLinks, a: string, b: string): boolean =>
  eventWith(ledger, a)?.id === eventWith(ledger, b)?.id;

export const killed = (value: Say['value'], more: Say = {}): Say => ({
  type: 'casualties',
  measure: 'killed',
  item: 'person',
  value,
  ...more,
});
export const launched = (value: Say['value'], more: Say = {}): Say => ({
  measure: 'launched',
  item: 'drone',
  value,
  ...more,
});
export const answer = (stance: Claim['stance'], about: string[], source: Party): Say => ({
  kind: 'response',
  type: 'statement',
  stance,
  about,
  source,
});

export const ministry = party('Health Ministry', 'North');
export const rescuers = party('Red Crescent', null, 'organisation');
export const army = party('Southern Army', 'South', 'military');
