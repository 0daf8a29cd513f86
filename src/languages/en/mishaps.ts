import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import { gate } from './gates.ts';
import { happeningOf, NOUN_HAPPENINGS } from './happenings.ts';
import { list } from './words.ts';

// What no party to a war did: storms, diseases, road accidents, markets and courts.

/** What kills, hurts and destroys by itself. */
const NATURE = list(
  `earthquake earthquakes quake quakes tremor flood floods flooding storm storms cyclone hurricane typhoon tornado tornadoes landslide landslides mudslide
  mudslides avalanche lightning drought heatwave wildfire wildfires tsunami virus pandemic coronavirus covid influenza stampede derailment`,
);
/** What collides without an enemy: "a bus crash". */
const TRAFFIC = list('bus minibus train car road traffic motorcycle lorry truck ferry highway motorway');
const COLLISIONS = list('crash crashes accident accidents collision pile-up');
const ALL = gate(NATURE, COLLISIONS);

/** Does the stretch between two marks in which the chunk at `at` stands tell of such a mishap, and the sentence of no attack? */
export function ofMishap(article: Article, index: number, at: number): boolean {
  if (!article.passes(index, ALL)) return false;
  const { chunks, tokens } = article.clauses[index];
  const marks = (c: Chunk) => c.kind === 'CM' || c.kind === 'PU';
  const first = chunks.findLast((c) => c.at < at && marks(c))?.at ?? -1;
  const last = chunks.find((c) => c.at > at && marks(c))?.at ?? chunks.length;
  let mishap = false;
  for (const c of chunks) {
    if (c.kind === 'VG' && happeningOf(c.verb!)?.type === 'attack') return false;
    if (c.kind !== 'NP') continue;
    const head = tokens[c.head].lower;
    if (NOUN_HAPPENINGS.get(head)?.type === 'attack' && !COLLISIONS.has(head)) return false;
    const collides =
      COLLISIONS.has(head) && (head.startsWith('accident') || TRAFFIC.has(tokens[c.head - 1]?.lower ?? ''));
    mishap ||= first < c.at && c.at < last && (NATURE.has(head) || collides);
  }
  return mishap;
}

/** What hits a bank or a minister and is no weapon: "hit by sanctions", "struck by an earthquake". */
const HARMLESS = list(
  `lawsuit lawsuits sanction sanctions inflation shortage shortages protest protests outage outages tariff tariffs scandal crisis crises recession criticism
  fine fines tax taxes cuts delays corruption poverty unemployment`,
);

/** Is what the noun at a token names something that hits without being fired? */
export const isHarmless = (word: string): boolean => HARMLESS.has(word) || NATURE.has(word);
