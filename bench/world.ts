/**
 * Made-up war news for measuring: conflicts that fight on the same fronts day after day, busy days and quiet ones, a few origins that
 * speak every day and many that speak once, stories that one outlet has and stories that sixty have. The same seed gives the same
 * articles; a larger world goes on for longer, and is no denser. Their words follow Zipf's law, so that full text has common and rare ones.
 */
import type { Claim, Measure, OccurrenceType, Party, Place } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import { openDocument, stableId } from '../src/model/ids.ts';
import { random } from './random.ts';

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

/** An article, and what it claims. */
export interface Told {
  document: Document;
  claims: Claim[];
}

/** Articles without end, in order of publication. About ten claims each. */
export function* articles(seed = 1): Generator<Told, never> {
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

const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo zu'.split(' ');
/** The nth word of a language of thousands; the first are the commonest. */
export const word = (n: number): string =>
  n < SYLLABLES.length ? SYLLABLES[n] : word(Math.floor(n / SYLLABLES.length) - 1) + SYLLABLES[n % SYLLABLES.length];

/** What was said, and then words up to a length. */
function sentence(said: string, length: number, rng: () => number): string {
  let text = said;
  while (text.length < length) text += ` ${word(Math.floor(20_000 ** rng()) + 14)}`;
  return `${text.slice(0, length - 1)}.`;
}

function article(number: number, day: number, about: readonly Happening[], rng: () => number): Told {
  const outlet = `Outlet ${Math.floor(rng() ** 3 * 400)}`;
  const published = `${iso(day)}T${String(Math.floor(rng() * 24)).padStart(2, '0')}:00:00Z`;
  let text = `Article ${number}`;
  const claims: Claim[] = [];
  const claim = (about: Happening, type: OccurrenceType, source: Party | null, more: Partial<Claim>): void => {
    const start = text.length + 1;
    const told = more.value ? `${more.value.text} ${more.item} ${more.measure}` : `${more.kind ?? type}`;
    text += ` ${sentence(`${source?.name} told of ${told} in ${about.front.place.name}`, 119, rng)}`;
    const here = { start, end: start + 60 };
    claims.push({
      id: stableId('c', number, claims.length),
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
      content: here,
      sentence: { start, end: text.length },
      extractor: 'bench 1',
      ...more,
      place: more.place ? { ...more.place, ...here } : null,
      time: more.time ? { ...more.time, ...here } : null,
    });
  };
  const figure = (measure: Measure, item: string, n: number): Partial<Claim> => ({
    kind: 'figure',
    measure,
    item,
    value: { ...span, text: String(n), low: n, high: rng() < 0.15 ? null : n, modifier: null },
  });
  for (const one of about) {
    text += `\n\n${sentence('Before', 400, rng)}`;
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
    const launch = claims.at(-1)!.id;
    claim(one, 'casualties', local, figure('killed', 'person', said(one.toll)));
    claim(one, 'casualties', local, figure('injured', 'person', said(one.toll * 3)));
    if (rng() < 0.3)
      claim(one, 'statement', party(one.front.attacker, 'state', one.front.attacker), {
        kind: 'response',
        stance: rng() < 0.5 ? 'denies' : 'no-comment',
        about: [claims.at(-1)!.id],
        actor: null,
      });
    if (rng() < 0.05) {
      const since = { ...span, from: iso(day - Math.ceil(rng() * 700)), to: iso(day), precision: 'since' as const };
      claim(one, 'statement', ministry, {
        kind: 'superlative',
        about: [launch],
        actor: null,
        time: rng() < 0.6 ? since : null,
      });
    }
  }
  const document = openDocument({
    text,
    url: `https://bench.example/${number}`,
    outlet,
    title: text.slice(0, text.indexOf('\n')),
    language: 'en',
    published,
  });
  return { document, claims };
}

const party = (name: string, kind: Party['kind'], side: string): Party => ({
  ...span,
  name,
  id: kind === 'institution' ? name : null,
  kind,
  side,
});
