/**
 * What linking would be given if reading were perfect: annotated articles as claims. With `degrade`, what it would be given if reading were
 * bad: a claim in seven lost, a place, time, actor and target in four, other names for the same party. Reads ../shared and copies nothing of it.
 */
import { join } from 'node:path';
import type { Actor, Claim, OccurrenceType, Party, Place, Time } from '../src/model/claim.ts';
import { documentInfo, openDocument, stableId } from '../src/model/ids.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import type { Quote, Span } from '../src/model/span.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { type GoldArticle, goldArticles } from './gold-articles.ts';
import { LOCKED_GOLD, OWN_GOLD, SHARED_GOLD } from './gold-score.ts';
import { type Story, storyFolders } from './story-score.ts';

const { actors, places } = openKnowledge();

type Names = string | null | (string | null)[];
interface GoldClaim {
  id: string;
  kind: Claim['kind'];
  quote: string;
  type?: OccurrenceType;
  measure?: Names;
  item?: Names;
  value?: { low: number | null | (number | null)[]; high: number | null | (number | null)[]; modifier: Names };
  source?: Names;
  relays?: Names[];
  stance?: Claim['stance'];
  about?: string[];
  of?: string;
  actor?: Names;
  target?: Names;
  place?: Names;
  time?: { from: string | string[]; to: string | string[] };
  hedged?: boolean;
  modality?: Claim['modality'];
}
interface OracleArticle extends GoldArticle {
  published: string;
  claims: GoldClaim[];
}

/** A coin that always falls the same way for the same words: 0 to 1. */
const toss = (seed: number, ...words: unknown[]): number =>
  Number.parseInt(stableId('x', seed, ...words).slice(2, 10), 16) / 2 ** 32;
const list = <T>(x: T | T[] | undefined): T[] => (x === undefined ? [] : Array.isArray(x) ? x : [x]);
const first = <T>(x: T | T[]): T => (Array.isArray(x) ? x[0] : x);

/** Folders of stories: the development gold, and the project's own of other conflicts. */
export const SHARED = join(SHARED_GOLD, 'dev');
export const OWN = OWN_GOLD;
export const LOCKED = LOCKED_GOLD;

/** Every `story-*` folder; none where the folder is absent. */
export function oracleStories(folder: string, degrade: number | null = null): Story[] {
  return storyFolders(folder).map(({ name, dir }) => ({
    name,
    dir,
    articles: goldArticles<OracleArticle>(dir).map((article) => readArticle(article, degrade)),
  }));
}

function readArticle(gold: OracleArticle, degrade: number | null): FiledClaim[] {
  const { text, id, outlet, published } = gold;
  const document = documentInfo(
    openDocument({ text, url: `https://gold.example/${id}`, outlet, published, title: id }),
  );
  const near = [...new Set(gold.claims.flatMap((c) => list(c.place)).filter((n) => n !== null))];
  const sentences = splitSentences(text);
  const ids = new Map(gold.claims.map((c) => [c.id, stableId('c', document.id, c.id)]));
  const kept = gold.claims.filter((c) => degrade === null || toss(degrade, id, c.id, 'kept') >= 0.15);
  const known = new Set(kept.map((c) => c.id));
  const claims = kept.map((c): Claim => {
    const start = text.indexOf(c.quote);
    const content = { start, end: start + c.quote.length };
    const within = sentences.filter((s) => s.start < content.end && content.start < s.end);
    const sentence = { start: within[0].start, end: within.at(-1)!.end };
    const lost = (what: string, share: number) => degrade !== null && toss(degrade, id, c.id, what) < share;
    const quoted = (names: readonly string[]): Quote => {
      const within = text.slice(sentence.start, sentence.end).toLowerCase();
      const here = names.filter((n) => within.includes(n.toLowerCase())).sort((a, b) => b.length - a.length)[0];
      const words = here ?? names.find((n) => text.includes(n)) ?? '';
      const from = here ? sentence.start + within.indexOf(here.toLowerCase()) : text.indexOf(words);
      return { start: from, end: from + words.length, text: text.slice(from, from + words.length) };
    };
    const name = (names: Names | undefined): string | null => {
      const all = list(names);
      if (degrade === null || !all.length) return all[0] ?? null;
      return all[Math.floor(toss(degrade, id, c.id, 'name', all.length) * Math.min(all.length, 4))] ?? null;
    };
    const party = (names: Names | undefined): Party | null => {
      const called = name(names);
      if (called === null) return null;
      const all = list(names).filter((n) => n !== null);
      const words = quoted(all);
      return { ...words, name: called, ...whom(words.text, all) };
    };
    const actor = (what: string, names: Names | undefined): Actor | null => {
      const called = lost(what, 0.25) ? null : name(names);
      const all = list(names).filter((n) => n !== null);
      if (called === null) return null;
      const words = quoted(all);
      const { id, side } = whom(words.text, all);
      return { ...words, name: called, id, side };
    };
    const place = (): Place | null => {
      const called = lost('place', 0.25) ? null : name(c.place);
      const all = list(c.place).filter((n) => n !== null);
      return called === null ? null : { ...quoted(all), ...locate(called, near) };
    };
    const time = (): Time | null => {
      if (!c.time || lost('time', 0.25)) return null;
      const from = first(c.time.from);
      const to = first(c.time.to);
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
      const precision = days === 0 ? 'day' : days === 1 ? 'night' : to >= published.slice(0, 10) ? 'since' : 'range';
      return { start: content.start, end: content.start, text: '', from, to, precision };
    };
    return {
      id: ids.get(c.id)!,
      kind: c.kind,
      type: c.type ?? 'statement',
      measure: (first(c.measure ?? null) as Claim['measure']) ?? null,
      item: first(c.item ?? null) ?? null,
      value: c.value
        ? {
            ...content,
            text: c.quote,
            low: first(c.value.low),
            high: first(c.value.high),
            modifier: first(c.value.modifier),
          }
        : null,
      source: party(c.source),
      relays: list(c.relays)
        .map(party)
        .filter((p) => p !== null),
      cue: null,
      stance: c.stance ?? 'asserts',
      about: [...list(c.about), ...list(c.of)].filter((ref) => known.has(ref)).map((ref) => ids.get(ref)!),
      hedges: c.hedged ? ['reportedly'] : [],
      modality: c.modality ?? 'actual',
      actor: actor('actor', c.actor),
      target: actor('target', c.target),
      weapon: null,
      place: place(),
      time: time(),
      content,
      sentence,
      extractor: 'oracle 1',
    };
  });
  return claims
    .sort((a, b) => a.content.start - b.content.start || a.content.end - b.content.end)
    .map((claim) => ({ claim, document }));
}

/** Good enough for annotated articles: a full stop and its like before a space and a capital, or a line's end. */
function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const ends =
    /(?:(?<!\b(?:[A-Z]|Lt|Col|Gen|Dr|Mr|Mrs|No|St|Feb|Jan|Oct|Nov|Dec))[.!?]["”’)]*(?=\s+["“‘(]?[A-Z0-9])|\n+)/g;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].trimEnd().length;
    if (text.slice(start, end).trim()) spans.push({ start, end });
    start = match.index + match[0].length;
    while (text[start] === ' ') start++;
  }
  if (text.slice(start).trim()) spans.push({ start, end: text.length });
  return spans;
}

/** Whom a party is taken for: what the actor tables say of the words in the text, or of the first of its names that they know. */
function whom(text: string, names: string[]): Pick<Party, 'id' | 'kind' | 'side'> {
  const known = [text, ...names].map((name) => actors.resolve(name)).filter((found) => found !== null);
  const found = known.find(({ id }) => id !== null) ?? known.find(({ side }) => side !== null) ?? known[0];
  return found ? { id: found.id, kind: found.kind, side: found.side } : { id: null, kind: 'unnamed', side: null };
}

type Located = Pick<Place, 'name' | 'id' | 'latitude' | 'longitude' | 'precision'>;
const precisions = { site: 1, city: 1, admin2: 3, admin1: 4, region: 5, country: 6, sea: 7 } as const;
/** The place that the gazetteer has for a name, by the light of the article's other places. */
function locate(called: string, near: string[]): Located {
  const found = places.find(called, near);
  if (!found) return { name: called, id: null, latitude: null, longitude: null, precision: null };
  const { id, latitude, longitude, kind } = found;
  return { name: called, id, latitude, longitude, precision: precisions[kind] };
}
