import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import { gate } from './gates.ts';
import { happeningOf, nounHappening } from './happenings.ts';
import { list } from './words.ts';

// What no party to the war did: storms, diseases, road accidents, quarrels, games, markets and courts; and what was done in a World War.

/** What kills, hurts and destroys by itself. */
const NATURE = list(
  `earthquake earthquakes quake quakes tremor flood floods flooding storm storms cyclone hurricane typhoon tornado tornadoes landslide landslides mudslide
  mudslides avalanche lightning drought heatwave wildfire wildfires tsunami rain rains rainfall monsoon snow snowfall blizzard stampede derailment
  elephant elephants virus pandemic epidemic coronavirus covid influenza cholera ebola measles malaria tuberculosis meningitis typhoid diphtheria dengue`,
);
/** What collides without an enemy: "a bus crash". */
const TRAFFIC = list('bus minibus train car road traffic motorcycle lorry truck ferry highway motorway');
const COLLISIONS = list('crash crashes accident accidents collision pile-up');
/** What a vehicle or a vessel does by itself: "the bus overturned". */
const LOSING_HOLD = list('skid overturn capsize derail veer plunge collide');
/** Of a crash these are the cause, or the occasion. */
const FAULTS = list('weather fog fault malfunction training');
/** Quarrels and crimes of those who are at peace, and what is played. */
const PEACETIME = list(
  'brawl brawls robbery robberies robber robbers burglary burglar burglars heist mugging referee goalkeeper midfielder striker',
);
const FORMS = list(
  'skidded overturned capsized derailed veered plunged collided crashed crashing overturning capsizing plunging',
);
/** "in the First World War": what a column compares with. */
const WORLD = list('world');
const DURING = list('in during of throughout');
const ALL = gate(WORLD, NATURE, COLLISIONS, PEACETIME, FORMS);

/** Does the stretch between two marks in which the chunk at `at` stands tell of such a mishap, and the sentence of no attack? */
export function ofMishap(article: Article, index: number, at: number): boolean {
  if (!article.passes(index, ALL)) return false;
  const { chunks, tokens } = article.clauses[index];
  if (ofWorldWar(article, index)) return true;
  const marks = (c: Chunk) => c.kind === 'CM' || c.kind === 'PU';
  // "overturned, killing 12": the participle goes on
  const opens = (c: Chunk) => marks(c) && chunks[c.at + 1]?.verb?.form !== 'ing';
  const first = chunks.findLast((c) => c.at < at && opens(c))?.at ?? -1;
  const last = chunks.find((c) => c.at > at && marks(c))?.at ?? chunks.length;
  let mishap = false;
  const crashes = chunks.some((c) => c.verb?.lemma === 'crash');
  for (const c of chunks) {
    const beside = first < c.at && c.at < last;
    if (c.verb) {
      if (happeningOf(c.verb)?.type === 'attack') return false;
      mishap ||= beside && LOSING_HOLD.has(c.verb.lemma);
    }
    if (c.kind !== 'NP') continue;
    const head = tokens[c.head].lower;
    if (nounHappening(tokens[c.head])?.type === 'attack' && !COLLISIONS.has(head)) return false;
    mishap ||= beside && (tells(tokens, c) || (crashes && anyOf(tokens, c, FAULTS)));
  }
  return mishap;
}

/** "In the First World War 116,000 died", not "the worst raid since World War Two". */
function ofWorldWar({ sentences, tokens }: Article, index: number): boolean {
  for (let i = sentences[index].first; i < sentences[index].last - 1; i++) {
    if (tokens[i].text !== 'World' || !/^Wars?$/.test(tokens[i + 1].text)) continue;
    let k = i - 1;
    while (tokens[k] && /^(?:the|first|second)$/.test(tokens[k].lower)) k--;
    if (tokens[k] && DURING.has(tokens[k].lower)) return true;
  }
  return false;
}

const anyOf = (tokens: Article['tokens'], { first, last }: Chunk, words: ReadonlySet<string>): boolean =>
  tokens.slice(first, last).some((t) => words.has(t.lower));

/** Does a noun phrase name a mishap: "heavy rain", "a road accident", "a pub brawl"? */
function tells(tokens: Article['tokens'], { head }: Chunk): boolean {
  const word = tokens[head].lower;
  const collides = COLLISIONS.has(word) && (word.startsWith('accident') || TRAFFIC.has(tokens[head - 1]?.lower ?? ''));
  return collides || NATURE.has(word) || PEACETIME.has(word);
}

/** What hits a bank or a minister and is no weapon: "hit by sanctions", "struck by an earthquake". */
const HARMLESS = list(
  `lawsuit lawsuits sanction sanctions inflation shortage shortages protest protests outage outages tariff tariffs scandal crisis crises recession criticism
  fine fines tax taxes cuts delays corruption poverty unemployment`,
);

/** Is what the noun at a token names something that hits without being fired? */
export const isHarmless = (word: string): boolean => HARMLESS.has(word) || NATURE.has(word);
