import type { Place } from '../../model/claim.ts';
import type { Knowledge, ResolvedPlace } from '../../model/knowledge.ts';
import type { Article } from './article.ts';

/** A place as it stands in the article: tokens [first, last), under which preposition, and what it was taken for. */
export interface PlaceMention {
  first: number;
  last: number;
  preposition: string | null;
  sentence: number;
  resolved: ResolvedPlace | null;
  /** By its words alone it is a place: a preposition of place before it, or "the city of". */
  place: Place;
}

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'on',
  'over',
  'outside',
  'inside',
  'around',
  'from',
  'into',
  'across',
  'to',
  'of',
  'above',
  'off',
  'towards',
  'toward',
  'through',
  'within',
  'between',
  'along',
  'throughout',
  'against',
  'for',
  'beyond',
  'around',
  'by',
  'under',
  'and',
]);
/** Under these a capitalised name that no gazetteer knows is taken for a place. */
const STRONG = new Set(['in', 'near', 'outside', 'around', 'at', 'over', 'across', 'inside', 'from']);
const KINDS = new Set(
  'region oblast province governorate district state krai republic department township county area city town village camp territory prefecture neighbourhood neighborhood suburb peninsula strip valley border sea gulf strait bay river island airport'.split(
    ' ',
  ),
);
const DIRECTIONS =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|south-eastern|south-western|upper|lower|coastal|occupied|rural|annexed|greater)$/;
const NEARNESS = /^(?:near|outside|around|off|towards|toward|beyond)$/;
const PRECISION: Readonly<Record<ResolvedPlace['kind'], number>> = {
  site: 1,
  city: 1,
  admin2: 3,
  admin1: 4,
  region: 5,
  country: 6,
  sea: 7,
};

/** Finds the places of an article, in order. Names inside parties ("Moscow Mayor …") count only with a preposition of place. */
export function findPlaces(article: Article, knowledge: Knowledge): PlaceMention[] {
  const { places, actors } = knowledge;
  const { tokens, pos } = article;
  const found: PlaceMention[] = [];
  let near: readonly string[] = [];
  const look = (name: string): ResolvedPlace | null => places.find(name, near);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token.capital || token.kind !== 'word' || pos[i] === 'TM') continue;
    if (i < 14 && inDateline(article, i)) continue;
    // "Congolese town", "Turkish-held": an adjective of a people is no place
    if (actors.demonym(token.text) && !places.startsPlace(token.text)) continue;
    if (
      /-(?:held|led|run|backed|controlled|occupied|made|born|based|speaking|linked|majority|flagged|owned|brokered)$/.test(
        token.lower,
      )
    )
      continue;
    if (token.text.includes('-') && !places.startsPlace(token.text) && tokens[i + 1] && !tokens[i + 1].capital)
      continue;
    const s = article.sentenceAt(i);
    const end = article.sentences[s].last;
    const before = i > 0 ? tokens[i - 1] : undefined;
    const preposition = prepositionBefore(article, i, article.sentences[s].first);
    // the longest run of capitalised words from here (with al-, de, of, the inside), then its kind ("region")
    let run = i + 1;
    while (
      run < end &&
      run < i + places.longest + 2 &&
      (tokens[run].capital ||
        tokens[run].lower === 'al' ||
        tokens[run].lower === 'el' ||
        tokens[run].lower === 'de' ||
        (tokens[run].lower === 'of' &&
          tokens[run + 1]?.capital &&
          /^(?:Line|Strait|Sea|Gulf|Bay|Cape|Isle|Horn|Lake|Valley|Republic)$/.test(tokens[run - 1].text)) ||
        (tokens[run].text === '.' && pos[run] === 'NP')) &&
      tokens[run].gap < 2 &&
      tokens[run].kind !== 'number' &&
      pos[run] !== 'TM' &&
      (tokens[run].kind === 'word' || tokens[run].text === '.')
    )
      run++;
    let hit: ResolvedPlace | null = null;
    let last = i;
    for (let e = Math.min(run, i + places.longest); e > i; e--) {
      const kind = e < end && KINDS.has(tokens[e].lower) && tokens[e].gap < 2;
      if (kind) {
        hit = look(article.words(i, e + 1));
        if (hit) {
          last = e + 1;
          break;
        }
      }
      if (!places.startsPlace(token.text) && !kind) continue;
      hit = look(article.words(i, e));
      if (hit) {
        last = e;
        if (kind) last = e + 1;
        break;
      }
    }
    if (hit) {
      // a name that goes on in capitals is no place by itself ("Moscow Mayor", "Kharkiv Post")
      const goesOn = last < run && tokens[last]?.capital;
      const headOfNp = article.clauses[s].chunks[article.chunkAt(i)];
      const inside =
        headOfNp?.kind === 'NP' &&
        headOfNp.last > last &&
        !(pos[last] === 'POS') &&
        !KINDS.has(tokens[last]?.lower ?? '');
      const possessive = pos[last] === 'POS';
      if (goesOn && !preposition) {
        i = last - 1;
        continue;
      }
      let first = i;
      let name = hit.name;
      let precision = PRECISION[hit.kind];
      if (before && DIRECTIONS.test(before.lower) && hit.kind !== 'city') {
        first = i - 1;
        const wider = look(`${before.text} ${article.words(i, last)}`);
        if (wider) hit = wider;
        name = wider ? wider.name : `${before.lower} ${hit.name}`;
        precision = wider ? PRECISION[wider.kind] : 5;
      }
      if (preposition && NEARNESS.test(preposition) && precision < 2) precision = 2;
      if (
        inside &&
        !possessive &&
        !(hit.kind === 'city' && preposition && DIRECT.test(preposition) && siteBehind(article, last))
      ) {
        // an adjective of place ("Bryansk officials", "the Geneva talks"): weak, save before a site ("at the Kursk substation")
        push(found, article, { first, last, preposition: 'adjective', sentence: s, resolved: hit }, name, precision);
      } else
        push(
          found,
          article,
          { first, last, preposition: possessive ? 'possessive' : preposition, sentence: s, resolved: hit },
          name,
          precision,
        );
      if (hit.country && !near.includes(hit.country)) near = [...near, hit.country];
      else if (hit.kind === 'country' && !near.includes(hit.name)) near = [...near, hit.name];
      i = last - 1;
      continue;
    }
    // unknown to the gazetteer, but under a preposition of place
    if (
      preposition &&
      (STRONG.has(preposition) || (preposition === 'on' && /^(?:Mount|Lake|Hill|Island|Cape)$/.test(token.text))) &&
      pos[i] === 'NP' &&
      directly(article, i) &&
      !looksLikeParty(article, i, run)
    ) {
      let to = run;
      while (to > i + 1 && !tokens[to - 1].capital) to--;
      if (KINDS.has(tokens[to]?.lower ?? '')) to++;
      if (pos[to] === 'POS') {
        // "in Goma's hospital"
      }
      const name = article.phrase(i, to);
      const party = actors.resolve(name);
      if (
        name.length > 2 &&
        name !== name.toUpperCase() &&
        (party === null || party.kind === 'person') &&
        !actors.demonym(token.text)
      ) {
        push(
          found,
          article,
          { first: i, last: to, preposition, sentence: s, resolved: null },
          name,
          NEARNESS.test(preposition) ? 2 : 1,
        );
      }
      i = to - 1;
    }
  }
  return found;
}

const DIRECT = /^(?:in|at|near|outside|around|inside|over)$/;
/** Nouns of sites that a town's name before them places in that town. */
const SITE =
  /^(?:airport|airbase|substation|switchyard|refinery|depot|plant|market|hospital|school|station|port|bridge|camp|base|prison|university|mosque|church|district|area|dam|factory|terminal|checkpoint|crossing|square|neighbou?rhood|suburb|barracks|hotel|mall|front|countryside|outskirts)$/;

function siteBehind(article: Article, last: number): boolean {
  return SITE.test(article.tokens[last]?.lower ?? '') || SITE.test(article.tokens[last + 1]?.lower ?? '');
}

/** Stands the preposition right before the name, with at most a determiner or "town of" between? */
function directly(article: Article, i: number): boolean {
  const { tokens, pos } = article;
  let k = i - 1;
  while (k >= 0 && (pos[k] === 'DT' || pos[k] === 'QT')) k--;
  // "in Gaza City's Sabra neighbourhood"
  if (pos[k] === 'POS') return prepositionBefore(article, i, Math.max(0, i - 7)) !== null;
  if (pos[k] === 'CC' || pos[k] === 'CM') return pos[k - 1] === 'NP';
  return (
    pos[k] === 'IN' &&
    (tokens[k].lower !== 'of' ||
      KINDS.has(tokens[k - 1]?.lower ?? '') ||
      SITE.test(tokens[k - 1]?.lower ?? '') ||
      /^(?:north|south|east|west|outskirts|centre|center|villagers|residents|people|inhabitants|battle|siege)$/.test(
        tokens[k - 1]?.lower ?? '',
      ))
  );
}

/** "GOMA, Congo, Nov 12 (Agency) -", "ANKARA - The …": the place that the article was sent from. */
function inDateline(article: Article, i: number): boolean {
  const { tokens } = article;
  const first = tokens[0];
  if (first.text !== first.text.toUpperCase() || first.text.length < 3) return false;
  for (let k = 0; k < Math.min(tokens.length, 18); k++) {
    if (/^[-–—]+$/.test(tokens[k].text) || (tokens[k].text === ':' && k < 4)) return i < k;
    if (tokens[k].text === '.' && tokens[k + 1]?.gap) return false;
  }
  return false;
}

function push(
  found: PlaceMention[],
  article: Article,
  m: Omit<PlaceMention, 'place'>,
  name: string,
  precision: number,
): void {
  const { tokens } = article;
  found.push({
    ...m,
    place: {
      name,
      id: m.resolved?.id ?? null,
      latitude: m.resolved?.latitude ?? null,
      longitude: m.resolved?.longitude ?? null,
      precision,
      text: article.words(m.first, m.last),
      start: tokens[m.first].start,
      end: tokens[m.last - 1].end,
    },
  });
}

/** The preposition of place that governs the name at `i`, over determiners, adjectives and "town of". */
function prepositionBefore(article: Article, i: number, first: number): string | null {
  const { tokens, pos } = article;
  for (let k = i - 1; k >= first && k >= i - 7; k--) {
    const p = pos[k];
    if (p === 'IN') {
      const w = tokens[k].lower;
      if (w === 'of' && k > first) {
        // "the town of Pinga", "east of Pinga", "the governor of Kharkiv"
        const noun = tokens[k - 1].lower;
        if (KINDS.has(noun) || KINDS.has(noun.replace(/s$/, '')) || SITE.test(noun))
          return prepositionBefore(article, k - 1, first) ?? 'in';
        if (
          /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|part|parts|centre|center|edge|outside|coast|shore|north-east|north-west|south-east|south-west|suburb|district|side)$/.test(
            noun,
          )
        )
          return /^(?:north|south|east|west|outside)/.test(noun) ? 'near' : 'in';
        return 'of';
      }
      return LOCATIVE.has(w) ? w : null;
    }
    if (
      p === 'DT' ||
      p === 'JJ' ||
      (p === 'NN' && k === i - 1) ||
      p === 'NP' ||
      p === 'PP$' ||
      p === 'CC' ||
      p === 'CM' ||
      p === 'POS' ||
      p === 'NN'
    ) {
      if (p === 'CM' && k === i - 1) {
        // "Bourzanga, in Bam province" has its own; "Nairobi, Kenya" and lists share the first's
        if (pos[k - 1] === 'NP') continue;
        return null;
      }
      continue;
    }
    return null;
  }
  return null;
}

function looksLikeParty(article: Article, first: number, last: number): boolean {
  const words = article.words(first, last);
  return (
    /\b(?:Army|Ministry|Minister|President|General|Colonel|Command|Force|Forces|Council|Committee|Party|Union|Agency|News|Times|Post|Telegram|Facebook|Twitter|Radio|TV|Television|House|Operation|Movement|Front|Brigade|Court|Group|United|Nations|Office|Mr|Mrs|Dr|God|Congress|Parliament|Senate|Security|Cross|Crescent|English|Arabic|French|Russian|X)\b/.test(
      words,
    ) ||
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Islam|Ramadan|Easter|Christmas)$/.test(
      words,
    )
  );
}
