/**
 * Made-up war news for measuring: conflicts that fight on the same fronts day after day, busy days and quiet ones, a few origins that
 * speak every day and many that speak once, stories that one outlet has and stories that sixty have. The same seed gives the same
 * articles; a larger world goes on for longer, and is no denser.
 */
import type { Claim, Measure, OccurrenceType, Party, Place } from '../src/model/claim.ts';
import type { DocumentInfo } from '../src/model/document.ts';
import { stableId } from '../src/model/ids.ts';
import type { FiledClaim } from '../src/model/ledger.ts';

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Front {
  place: Place;
  attacker: string;
  victim: string;
}

const WARS = 8;
const FRONTS = 24;
const span = { start: 0, end: 0, text: '' };
const iso = (day: number): string => new Date(Date.UTC(2015, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** Fronts of all wars: exact places some tens of kilometres apart, and now and then a whole country. */
function frontsOf(rng: () => number): Front[] {
  return Array.from({ length: WARS * FRONTS }, (_, i) => {
    const war = Math.floor(i / FRONTS);
    const wide = i % FRONTS === 0;
    const name = wide ? `Country${war}` : `Town${i}`;
    const [latitude, longitude] = [war * 10 - 30 + rng() * 4, war * 15 - 60 + rng() * 6];
    const way = rng() < 0.7;
    return {
      place: { ...span, name, id: `bench:${i}`, latitude, longitude, precision: wide ? 6 : 1 },
      attacker: `Side${war}${way ? 'A' : 'B'}`,
      victim: `Side${war}${way ? 'B' : 'A'}`,
    };
  });
}

interface Happening {
  id: number;
  day: number;
  front: Front;
  toll: number;
  drones: number;
  coverage: number;
}

/** Articles without end, in order of publication, with their claims. About fifteen claims each. */
export function* articles(seed = 1): Generator<FiledClaim[]> {
  const rng = random(seed);
  const fronts = frontsOf(rng);
  const pick = <T>(things: readonly T[]): T => things[Math.floor(rng() * rng() * things.length)]; // the first are the commonest
  let happenings = 0;
  let printed = 0;
  let yesterday: Happening[] = [];
  for (let day = 0; ; day++) {
    const busy = rng() < 0.05 ? 6 : rng() < 0.3 ? 2 : 1;
    const today = Array.from({ length: 4 * busy }, (): Happening => {
      const heavy = Math.min(60, Math.ceil(1 / (rng() + 0.01)));
      return {
        id: happenings++,
        day,
        front: pick(fronts),
        toll: Math.ceil(4 / (rng() + 0.02)),
        drones: Math.ceil(rng() * 150),
        coverage: heavy,
      };
    });
    const told = [...today, ...yesterday.filter(() => rng() < 0.4)];
    const prints = Math.ceil(told.reduce((sum, h) => sum + h.coverage, 0) / 3);
    for (let i = 0; i < prints; i++) {
      const about = Array.from({ length: 1 + Math.floor(rng() * 4) }, () => told[Math.floor(rng() ** 2 * told.length)]);
      yield article(printed++, day, [...new Set(about)], rng);
    }
    yesterday = today;
  }
}

function article(number: number, day: number, about: readonly Happening[], rng: () => number): FiledClaim[] {
  const id = stableId('d', 'bench', number);
  const document: DocumentInfo = {
    id,
    url: `https://bench.example/${number}`,
    outlet: `Outlet ${Math.floor(rng() ** 3 * 400)}`,
    author: null,
    title: `Article ${number}`,
    language: 'en',
    published: `${iso(day)}T${String(Math.floor(rng() * 24)).padStart(2, '0')}:00:00Z`,
    text_sha256: id,
  };
  let at = 0;
  const filed: FiledClaim[] = [];
  const claim = (about: Happening, type: OccurrenceType, source: Party | null, more: Partial<Claim>): void => {
    at += 120;
    const said: Claim = {
      id: stableId('c', number, filed.length),
      kind: 'occurrence',
      type,
      measure: null,
      item: null,
      value: null,
      source,
      relays: [],
      cue: null,
      stance: 'asserts',
      about: [],
      hedges: [],
      modality: 'actual',
      actor: { ...span, name: about.front.attacker, id: null, side: about.front.attacker },
      target: null,
      weapon: null,
      place: null,
      time: null,
      content: { start: at, end: at + 60 },
      sentence: { start: at, end: at + 119 },
      extractor: 'bench 1',
      ...more,
    };
    const here = { start: at, end: at + 60 };
    if (said.place) said.place = { ...said.place, ...here };
    if (said.time) said.time = { ...said.time, ...here };
    filed.push({ claim: said, document });
  };
  const figure = (measure: Measure, item: string, n: number): Partial<Claim> => ({
    kind: 'figure',
    measure,
    item,
    value: { ...span, text: String(n), low: n, high: rng() < 0.15 ? null : n, modifier: null },
  });
  for (const one of about) {
    at += 400;
    const said = (share: number) => Math.max(1, Math.round(share * (1 + 0.15 * Math.floor(rng() * 3))));
    const ministry = party(`Ministry of ${one.front.victim}`, 'institution', one.front.victim);
    const local = party(`Official ${Math.floor(rng() ** 2 * 3000)}`, 'official', one.front.victim);
    const where = {
      place: one.front.place,
      time: { ...span, from: iso(one.day), to: iso(one.day), precision: 'day' as const },
    };
    claim(one, 'attack', ministry, {
      ...where,
      target: { ...span, name: one.front.victim, id: null, side: one.front.victim },
    });
    claim(one, 'attack', ministry, { ...where, ...figure('launched', 'drone', said(one.drones)) });
    claim(one, 'casualties', local, figure('killed', 'person', said(one.toll)));
    claim(one, 'casualties', local, figure('injured', 'person', said(one.toll * 3)));
    if (rng() < 0.3)
      claim(one, 'statement', party(one.front.attacker, 'state', one.front.attacker), {
        kind: 'response',
        stance: rng() < 0.5 ? 'denies' : 'no-comment',
        about: [filed.at(-1)!.claim.id],
        actor: null,
      });
    if (rng() < 0.05)
      claim(one, 'statement', ministry, {
        kind: 'superlative',
        about: [filed.find((f) => f.claim.measure === 'launched')!.claim.id],
        actor: null,
      });
  }
  return filed;
}

const party = (name: string, kind: Party['kind'], side: string): Party => ({
  ...span,
  name,
  id: kind === 'institution' ? name : null,
  kind,
  side,
});
