import type { Claim, OccurrenceType, Party, Place } from '../src/model/claim.ts';
import type { Event } from '../src/model/event.ts';
import { openDocument, stableId } from '../src/model/ids.ts';
import type { Ledger } from '../src/store/ledger.ts';
import { random } from './random.ts';

const DAYS = 1100;
const BATCH = 250;
const THINGS = ['depot', 'bridge', 'market', 'refinery fire', 'barracks', 'power station', 'port', 'column'];
const TYPES: readonly OccurrenceType[] = ['attack', 'attack', 'attack', 'interception', 'casualties'];
const MEASURES = ['launched', 'intercepted', 'killed', 'injured'] as const;
const iso = (day: number): string => new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/**
 * Files events ready made, as linking would leave them, with real skew: busy days, a few origins that say most of it, stories that one
 * article has and stories that twenty have. The desk reads; how fast linking gets there is measured in bench/link.ts.
 */
export async function fileWorld(ledger: Ledger, events: number, progress: (done: number) => void): Promise<void> {
  const rng = random(1);
  const skewed = (count: number): number => Math.floor(rng() ** 2.5 * count);
  const parties = Array.from({ length: 400 }, (_, at): Omit<Party, 'text' | 'start' | 'end'> => {
    const side = at % 5 === 4 ? null : `Side${at % 14}`;
    return {
      name: side ? `Ministry ${at} of ${side}` : `Monitor ${at}`,
      id: at < 40 ? `bench/${at}` : null,
      kind: side ? 'institution' : 'organisation',
      side,
    };
  });
  const places = Array.from({ length: 190 }, (_, at) => ({
    name: `Town${at}`,
    id: `bench:${at}`,
    latitude: 10 + rng() * 45,
    longitude: -5 + rng() * 60,
    precision: at % 12 === 0 ? 4 : 1,
  }));

  for (let done = 0; done < events; done += BATCH) {
    await ledger.write(async (writer) => {
      const filed: Event[] = [];
      for (let at = done; at < Math.min(events, done + BATCH); at++) {
        const day = Math.floor((at / events) * DAYS + rng() * 3);
        const place = places[skewed(places.length)];
        const type = TYPES[Math.floor(rng() * TYPES.length)];
        const thing = THINGS[Math.floor(rng() * THINGS.length)];
        const articles = Math.min(20, Math.ceil(0.7 / (rng() + 0.02)));
        const claims: Claim[] = [];
        const documents: string[] = [];
        for (let print = 0; print < articles; print++) {
          const { document, said } = article(at, print, day, type, thing, place, parties[skewed(parties.length)], rng);
          await writer.addDocument(document);
          await writer.putClaims(document.id, said);
          documents.push(document.id);
          claims.push(...said);
        }
        filed.push(eventOf(at, type, thing, place, day, claims, documents, rng));
      }
      await writer.putOutcome({
        events: filed.map((event) => ({
          event,
          keys: event.claims.map((claim) => ({ claim, keys: [] })),
          rival: null,
        })),
        removed: [],
        links: [],
      });
    });
    progress(Math.min(events, done + BATCH));
  }
}

function article(
  at: number,
  print: number,
  day: number,
  type: OccurrenceType,
  thing: string,
  place: Omit<Place, 'text' | 'start' | 'end'>,
  origin: Omit<Party, 'text' | 'start' | 'end'>,
  rng: () => number,
) {
  const sentences: string[] = [];
  const figures = MEASURES.filter(() => rng() < 0.45).map((measure) => ({
    measure,
    count: Math.ceil(3 / (rng() + 0.02)),
  }));
  for (const { measure, count } of figures)
    sentences.push(`${origin.name} said that ${count} were ${measure} at the ${thing} in ${place.name}.`);
  if (figures.length === 0) sentences.push(`${origin.name} reported an attack on the ${thing} in ${place.name}.`);
  const text = `${place.name}: ${thing}, report ${at}.${print}\n\n${sentences.join(' ')}\n\nThe rest of the article tells what stood there before, and who lives near it now.`;
  const document = openDocument({
    text,
    title: `${place.name}: ${thing} (${at}.${print})`,
    outlet: `Outlet ${print}`,
    published: `${iso(day)}T0${print % 10}:00:00Z`,
    language: 'en',
  });
  const said = sentences.map((sentence, index): Claim => {
    const start = text.indexOf(sentence);
    const figure = figures[index];
    const quoted = (words: string) => {
      const from = text.indexOf(words, start);
      return { text: words, start: from, end: from + words.length };
    };
    return {
      id: stableId('c', document.id, index),
      kind: figure ? 'figure' : 'occurrence',
      type,
      measure: figure?.measure ?? null,
      item: figure ? (figure.measure === 'killed' || figure.measure === 'injured' ? 'person' : 'drone') : null,
      value: figure ? { ...quoted(String(figure.count)), low: figure.count, high: figure.count, modifier: null } : null,
      source: { ...quoted(origin.name), ...origin },
      relays:
        print > 0 && rng() < 0.3
          ? [{ ...quoted(place.name), name: `Agency ${print % 7}`, id: null, kind: 'outlet', side: null }]
          : [],
      cue: null,
      stance: 'asserts',
      about: [],
      hedges: [],
      modality: 'actual',
      actor: null,
      target: null,
      weapon: null,
      place: { ...quoted(place.name), ...place },
      time: { ...quoted(place.name), from: iso(day), to: iso(day), precision: 'day' },
      content: { start, end: start + sentence.length },
      sentence: { start, end: start + sentence.length },
      extractor: 'bench/1',
    };
  });
  return { document, said };
}

function eventOf(
  at: number,
  type: OccurrenceType,
  thing: string,
  place: Omit<Place, 'text' | 'start' | 'end'>,
  day: number,
  claims: Claim[],
  documents: string[],
  rng: () => number,
): Event {
  const origins = new Map<string, Event['origins'][number]>();
  const figures = new Map<string, Event['figures'][number]>();
  for (const { id, source, measure, item, value } of claims) {
    const { name, side, kind, id: party } = source!;
    const origin = origins.get(name) ?? { name, id: party, kind, side, claims: 0 };
    origin.claims++;
    origins.set(name, origin);
    if (!measure || !item || !value) continue;
    const figure = figures.get(`${measure} ${item}`) ?? {
      measure,
      item,
      low: value.low,
      best: value.low,
      high: value.high,
      by: [],
    };
    figures.set(`${measure} ${item}`, figure);
    figure.low = Math.min(figure.low!, value.low!);
    figure.high = Math.max(figure.high!, value.high!);
    const by = figure.by.find((each) => each.origin === name);
    if (by) by.claims.push(id);
    else figure.by.push({ origin: name, low: value.low, high: value.high, claims: [id] });
  }
  const clash = [...figures.values()].find((figure) => figure.by.length > 1 && figure.low !== figure.high);
  const disputed = clash !== undefined && rng() < 0.5;
  return {
    id: stableId('e', 'bench', at),
    type,
    title: `Attack on the ${thing} in ${place.name}, ${iso(day)}`,
    time: claims[0].time,
    place: claims[0].place,
    claims: claims.map(({ id }) => id),
    documents,
    origins: [...origins.values()],
    figures: [...figures.values()],
    standing: disputed
      ? 'contested'
      : origins.size === 1
        ? 'single-source'
        : rng() < 0.5
          ? 'one-sided'
          : 'corroborated',
    disputes: disputed
      ? [
          {
            kind: 'figures',
            claims: clash.by.flatMap((by) => by.claims.slice(0, 1)),
            note: `These cannot all be true, of those ${clash.measure}.`,
          },
        ]
      : [],
    records:
      at % 40 === 0
        ? [
            {
              claim: claims[0].id,
              status: at % 80 === 0 ? 'broken' : 'holds',
              event: null,
              note: 'Made for measuring.',
            },
          ]
        : [],
  };
}
