import type { OccurrenceType } from '../../model/claim.ts';
import { EXTENTS, TOPICS } from './about-topics.ts';
import type { Article } from './article.ts';
import { claimedByAnother } from './denied.ts';
import type { Draft } from './draft.ts';
import { happeningOf, nounHappening, TYPE_OF_MEASURE } from './happenings.ts';
import { list } from './words.ts';

/** How far back, in sentences, an answer may point; and how far ahead where it stands in the article's lead, that what it answers is told behind. */
const REACH = 14;
const AHEAD = 2;

/** What each sign that a claim is the one answered weighs; found by fitting our gold answers, each article tried on the fit of the others. */
const WEIGHTS = {
  /** The answer's own words hold it. */
  inside: 0.4,
  /** It is of a type that the answer's words tell of. */
  type: 2,
  /** The answer names what it counts. */
  item: 1.8,
  /** Each name or longer word that its sentence and the answer share, by how rare it is in the article. */
  word: 1.3,
  /** It is no part of another. */
  whole: 0.7,
  /** Its doer is on the answering side … */
  done: 0.8,
  /** … or it befell that side. */
  suffered: 1,
  /** Somebody of the answering side says it … */
  mate: -1.7,
  /** … whoever answers says it … */
  own: -2,
  /** … and is silent about more … */
  ownSilence: 1.3,
  /** … or somebody of another side. */
  other: 1.1,
  /** The answer names whose claim it is. */
  addressed: 0.8,
  /** It is a count, and no happening … */
  figure: -1,
  /** … though the answer speaks of numbers … */
  number: 0.6,
  /** … and it counts the dead. */
  toll: 1.4,
  /** It is a happening only named: "the raids". */
  named: -1,
  /** It stands in the same paragraph. */
  paragraph: 2.8,
  /** It stands among the article's first sentences … */
  lead: 1.1,
  /** … and the answer is a silence. */
  leadSilence: 0.8,
  /** It stands behind the answer. */
  ahead: -0.8,
  /** Each sentence between. */
  distance: -0.2,
} as const;
/** How strong each sign is at one claim. */
type Signs<W> = Record<keyof W, number>;

/** No more than so many shared words count. */
const SHARED = 3;
/** Claims of one sentence are answered together unless the likeliest outweighs them by more. */
const TOGETHER = 2;
/** How many sentences are an article's lead. */
const LEAD = 3;

/** How many sentences back, besides the lead, an answer or a record may point at all: no text is read over again for each of them. */
const MEMORY = 60;

/** Ties each answer and each record of an article to what it is about. Claims are in the order of their sentences. */
export function tie(article: Article, claims: readonly Draft[]): void {
  const lead = claims.filter((d) => d.sentence < LEAD).length;
  let from = 0;
  let to = 0;
  for (const d of claims) {
    if (d.kind !== 'response' && d.kind !== 'superlative') continue;
    while (claims[from].sentence < d.sentence - MEMORY) from++;
    while (to < claims.length && claims[to].sentence <= d.sentence + AHEAD) to++;
    const near = [...claims.slice(0, Math.min(lead, from)), ...claims.slice(from, to)];
    d.about = d.kind === 'response' ? answered(article, d, near) : ranked(article, d, near);
  }
}

/**
 * What a response answers, the likeliest first, at most three of one sentence, weighed by signs: what others claim, or of a silence what
 * whoever is silent has told. Empty when nothing was said.
 */
function answered(article: Article, response: Draft, claims: readonly Draft[]): Draft[] {
  const own = response.voice.source?.figure ?? null;
  const ahead = response.sentence < LEAD - 1 ? AHEAD : 0;
  const near = claims.filter(
    (d) => happened(d) && response.sentence - d.sentence <= REACH && d.sentence - response.sentence <= ahead,
  );
  const open = near.filter(
    (d) =>
      !again(d, response) &&
      d.stance === 'asserts' &&
      (response.stance !== 'denies' || own === null || d.voice.source?.figure !== own),
  );
  const signs = answerSigns(article, response);
  const told = near.filter((d) => isToldIn(article, response, d));
  if (told.some((d) => d.quantity !== null)) return told;
  const weighed = likeliest(open.length > 0 ? open : near.filter((d) => d.sentence === response.sentence), (d) =>
    weigh(WEIGHTS, signs(d)),
  );
  const best = weighed[0];
  if (!best) return told;
  response.rules.push(...reasons(WEIGHTS, signs(best.d)));
  const likely = weighed
    .filter((x) => x.d.sentence === best.d.sentence && best.weight - x.weight <= TOGETHER)
    .slice(0, 3)
    .map((x) => x.d);
  // "reports of dead villagers": what was told of them before is denied too
  return told.length > 0
    ? [...new Set([...told, ...likely.filter((d) => told.some((t) => t.type === d.type))])]
    : likely;
}

/** Does an answer tell in its own words what it denies, as another's: "denied reports that 40 had died"? */
function isToldIn(article: Article, { stance, sentence, first, last, voice }: Draft, d: Draft): boolean {
  if (stance !== 'denies' || d.sentence !== sentence || d.first < first || d.first >= last) return false;
  const at = d.np?.at ?? d.predicate;
  return d.voice.source?.figure !== voice.source?.figure && at >= 0 && claimedByAnother(article.clauses[sentence], at);
}

/** What the signs of a claim weigh together. */
function weigh<W extends Record<string, number>>(weights: W, signs: Signs<W>): number {
  let sum = 0;
  for (const sign in weights) sum += weights[sign] * signs[sign];
  return sum;
}

/** The signs that spoke for a claim, for `--explain`. */
const reasons = <W extends Record<string, number>>(weights: W, signs: Signs<W>): string[] =>
  Object.keys(weights)
    .filter((sign) => weights[sign] * signs[sign as keyof W] > 0)
    .map((sign) => `about:${sign}`);

/** Claims by what speaks for them; of equals the nearest, and in its sentence the first. */
const likeliest = (claims: readonly Draft[], weight: (d: Draft) => number): { d: Draft; weight: number }[] =>
  claims
    .map((d) => ({ d, weight: weight(d) }))
    .sort((a, b) => b.weight - a.weight || b.d.sentence - a.d.sentence || a.d.first - b.d.first);

/** The signs that a claim is the one that `response` answers. */
function answerSigns(article: Article, response: Draft): (d: Draft) => Signs<typeof WEIGHTS> {
  const { source } = response.voice;
  const side = source?.figure.actor.side ?? null;
  const { first, last, paragraph } = article.sentences[response.sentence];
  // the words of the answer without those for who gives it
  const told: [number, number][] = source
    ? [
        [first, Math.max(first, source.first)],
        [Math.max(first, source.last), last],
      ]
    : [[first, last]];
  const words = told.map(([from, to]) => article.lower(from, to)).join(' ');
  const types = typesIn(article, response.sentence, told);
  const numbers = NUMBERS.test(words);
  const rarity = rarityOf(article, new Set(told.flatMap(([from, to]) => [...content(article, from, to)])));
  const silent = response.stance === 'no-comment';
  return (d) => {
    const by = d.voice.source?.figure ?? null;
    const said = by?.actor.side ?? null;
    const away = response.sentence - d.sentence;
    const figure = d.kind === 'figure';
    const own = Number(by !== null && by === source?.figure);
    const lead = Number(d.sentence < LEAD);
    return {
      inside: Number(away === 0 && response.first <= d.first && d.first < response.last),
      type: Number(types.has(d.type)),
      item: Number(d.item !== null && words.includes(d.item)),
      word: away === 0 ? 0 : shared(article, d.sentence, rarity),
      whole: Number(d.whole === null),
      done: Number(side !== null && d.filledActor?.side === side),
      suffered: Number(side !== null && d.filledTarget?.side === side),
      mate: Number(side !== null && said === side),
      own,
      ownSilence: silent && away > 0 ? own : 0,
      other: Number(side !== null && said !== null && said !== side),
      // "on the Russian report", "Israel's figures"
      addressed: Number(said !== null && said.length > 4 && words.includes(said.toLowerCase().slice(0, 5))),
      figure: Number(figure),
      number: Number(numbers && figure),
      toll: Number(numbers && d.measure === 'killed'),
      named: Number(isNamed(d)),
      paragraph: Number(article.sentences[d.sentence].paragraph === paragraph),
      lead,
      leadSilence: silent ? lead : 0,
      ahead: Number(away < 0),
      distance: Math.max(0, away),
    };
  };
}

/** Words by which an answer speaks of how many. */
const NUMBERS = /\b(?:figures?|tolls?|numbers?|counts?|tally|how many|estimates?)\b/;

/** What the verbs and nouns of some stretches of a sentence tell of. */
function typesIn(
  article: Article,
  sentence: number,
  stretches: readonly (readonly [number, number])[],
): ReadonlySet<OccurrenceType> {
  const types = new Set<OccurrenceType>();
  for (const c of article.clauses[sentence].chunks) {
    if (!stretches.some(([from, to]) => from <= c.head && c.head < to)) continue;
    const head = article.tokens[c.head];
    const type = c.verb ? happeningOf(c.verb)?.type : (nounHappening(head)?.type ?? TOPICS.get(head.lower));
    if (type) types.add(type);
  }
  return types;
}

/** How much the words of a sentence have in common with those whose rarity is given. */
function shared(article: Article, sentence: number, rarity: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of wordsOf(article).bySentence[sentence]) sum += rarity.get(word) ?? 0;
  return Math.min(SHARED, sum);
}

/** What each sign that a claim is the one that a record ranks weighs; found by fitting our gold records, each article tried on the fit of the others. */
const RECORD_WEIGHTS = {
  /** It measures what the record's words compare ("deadliest" the dead, "largest barrage" what was launched) … */
  measure: 2.1,
  /** … each tenfold of it … */
  size: 0.85,
  /** … or is a happening that would be measured so. */
  kind: 2.1,
  /** It stands in the same sentence … */
  same: 2.4,
  /** … inside the record's own words, that tell what is ranked, not how much it was. */
  within: -2.8,
  paragraph: 2.6,
  /** It stands among the article's first sentences: records are mostly those of what the article is about … */
  lead: 0.7,
  /** … and of its greatest count. */
  leadMeasure: 0.8,
  whole: 1.5,
  /** Each word that its sentence and the record share, by how rare it is in the article. */
  word: 1.5,
  /** Whoever tells of the record says it. */
  own: 0.5,
  /** It is a happening only named: "the raids". */
  named: -1.5,
} as const;

/** What a superlative ranks, of all that was told up to its sentence: the likeliest by its signs. */
function ranked(article: Article, record: Draft, claims: readonly Draft[]): Draft[] {
  const signs = recordSigns(article, record);
  const able = claims.filter(
    (d) =>
      happened(d) &&
      d.sentence <= record.sentence &&
      d.quantity?.high !== 0 &&
      !again(d, record) &&
      !compared(article, record, d),
  );
  const best = likeliest(able, (d) => weigh(RECORD_WEIGHTS, signs(d)))[0];
  if (!best) return [];
  record.rules.push(...reasons(RECORD_WEIGHTS, signs(best.d)));
  return [best.d];
}

/** The signs that a claim is the one that `record` ranks. */
function recordSigns(article: Article, record: Draft): (d: Draft) => Signs<typeof RECORD_WEIGHTS> {
  const { first, last, paragraph } = article.sentences[record.sentence];
  const words = article.lower(record.first, record.last);
  const measure = EXTENTS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const rarity = rarityOf(article, content(article, first, comparison(article, record) ?? last));
  return (d) => {
    const same = d.sentence === record.sentence;
    const fits = d.measure !== null && d.measure === measure;
    const lead = Number(d.sentence < LEAD);
    return {
      measure: Number(fits),
      size: fits ? Math.log10((d.quantity?.low ?? d.quantity?.high ?? 1) + 1) : 0,
      kind: Number(d.kind === 'occurrence' && measure !== null && d.type === TYPE_OF_MEASURE[measure]),
      same: Number(same),
      within: Number(same && record.first <= d.first && d.first < record.last),
      paragraph: Number(article.sentences[d.sentence].paragraph === paragraph),
      lead,
      leadMeasure: fits ? lead : 0,
      whole: Number(d.whole === null),
      word: same ? 0 : shared(article, d.sentence, rarity),
      own: Number(d.voice.source !== null && d.voice.source.figure === record.voice.source?.figure),
      named: Number(isNamed(d)),
    };
  };
}

/** Words behind which a record tells what it is measured against: "since March, when 12 died". */
const AGAINST = list('since when until before than after');

/** The token of a record's sentence from which it tells what it is measured against; null when it does not, or is itself of what was before. */
function comparison(article: Article, record: Draft): number | null {
  const { last } = article.sentences[record.sentence];
  for (let i = record.first; i < last; i++) {
    const { lower } = article.tokens[i];
    if (AGAINST.has(lower)) return i;
    if (FORMER.has(lower)) return null;
  }
  return null;
}

/** Words of the record that was before. */
const FORMER = list('previous former old last earlier');

/** Is a claim of the record's sentence what the record is measured against? Behind a colon the sentence is back at what is ranked. */
function compared(article: Article, record: Draft, d: Draft): boolean {
  const from = d.sentence === record.sentence ? comparison(article, record) : null;
  if (from === null || d.first < from) return false;
  for (let i = from; i < d.first; i++) if (/^[:;]$/.test(article.tokens[i].text)) return false;
  return true;
}

/** The words of an article by sentence, and in how many sentences each stands: counted once, when first asked for. */
interface Words {
  bySentence: readonly ReadonlySet<string>[];
  counts: ReadonlyMap<string, number>;
}
const WORDS = new WeakMap<Article, Words>();

function wordsOf(article: Article): Words {
  const known = WORDS.get(article);
  if (known) return known;
  const bySentence = article.sentences.map(({ first, last }) => content(article, first, last));
  const counts = new Map<string, number>();
  for (const words of bySentence) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = { bySentence, counts };
  WORDS.set(article, words);
  return words;
}

/** How rare words are in an article: 1 for one of a single sentence, 0 for one that stands in all. */
function rarityOf(article: Article, words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const { counts } = wordsOf(article);
  const all = Math.log(article.sentences.length);
  const rarity = new Map<string, number>();
  for (const word of words) {
    const n = counts.get(word);
    if (n !== undefined) rarity.set(word, all > 0 ? 1 - Math.log(n) / all : 0);
  }
  return rarity;
}

/** Is an occurrence the answer's own word for what it answers ("on the raid")? What it points at stands further back. */
const again = (d: Draft, response: Draft) =>
  isNamed(d) && d.sentence === response.sentence && response.first <= d.first && d.last <= response.last;

/** Is it a happening only named ("the raids")? */
const isNamed = (d: Draft) => d.kind === 'occurrence' && d.np !== null;

const happened = (d: Draft) => d.kind === 'figure' || d.kind === 'occurrence';

/** The longer nouns and the numbers of a stretch, in lower case. */
function content(article: Article, first: number, last: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = first; i < last; i++) {
    const { lower } = article.tokens[i];
    if ((article.pos[i] === 'NN' || article.pos[i] === 'CD') && lower.length > 3)
      words.add(lower.endsWith('s') ? lower.slice(0, -1) : lower);
  }
  return words;
}
