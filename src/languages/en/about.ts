import { EXTENTS, TOPICS } from './about-topics.ts';
import type { Article } from './article.ts';
import type { Draft } from './draft.ts';
import { TYPE_OF_MEASURE } from './happenings.ts';
import { list } from './words.ts';

/** How far back, in sentences, an answer may point. */
export const REACH = 14;

/** What each sign that a claim is the one answered weighs; found by fitting half of our gold answers and trying them on the other half. */
const WEIGHTS = {
  /** The answer's own words hold it. */
  inside: 1.2,
  /** It is of a topic that the answer names. */
  topic: 1.3,
  /** The answer names what it counts. */
  item: 1.5,
  /** Each name or longer word that its sentence and the answer share. */
  word: 1.2,
  /** It is no part of another. */
  whole: 0.5,
  /** Its doer is on the answering side. */
  done: 0.5,
  /** Somebody of the answering side says it. */
  mate: -0.5,
  /** The answer names whose claim it is. */
  addressed: 0.5,
  /** It is a count, and no happening. */
  figure: -1,
  /** It stands in the same paragraph. */
  paragraph: 1.5,
  /** It stands among the article's first sentences. */
  lead: 0.6,
  /** Each sentence between. */
  distance: -0.25,
} as const;
/** How strong each sign is at one claim. */
type Signs<W> = Record<keyof W, number>;

/** No more than so many shared words count. */
const SHARED = 3;
/** Claims of one sentence are answered together unless the likeliest outweighs them by more. */
const TOGETHER = 2;
/** How many sentences are an article's lead. */
const LEAD = 3;

/**
 * What a response answers, the likeliest first, at most three of one sentence: claims of others, weighed by signs. Empty when nothing was
 * said before it.
 */
export function answered(article: Article, response: Draft, claims: readonly Draft[]): Draft[] {
  const own = response.voice.source?.figure ?? null;
  const open = claims.filter(
    (d) =>
      happened(d) &&
      !again(d, response) &&
      d.stance === 'asserts' &&
      response.sentence - d.sentence <= REACH &&
      (own === null || d.voice.source?.figure !== own),
  );
  const pool = open.length > 0 ? open : claims.filter((d) => happened(d) && d.sentence === response.sentence);
  const signs = signsOf(article, response);
  const weighed = likeliest(pool, (d) => weigh(WEIGHTS, signs(d)));
  const best = weighed[0];
  if (!best) return [];
  return weighed
    .filter((x) => x.d.sentence === best.d.sentence && best.weight - x.weight <= TOGETHER)
    .slice(0, 3)
    .map((x) => x.d);
}

/** What the signs of a claim weigh together. */
const weigh = <W extends Record<string, number>>(weights: W, signs: Signs<W>): number =>
  Object.keys(weights).reduce((sum, sign) => sum + weights[sign] * signs[sign as keyof W], 0);

/** Claims by what speaks for them; of equals the nearest, and in its sentence the first. */
const likeliest = (claims: readonly Draft[], weight: (d: Draft) => number): { d: Draft; weight: number }[] =>
  claims
    .map((d) => ({ d, weight: weight(d) }))
    .sort((a, b) => b.weight - a.weight || b.d.sentence - a.d.sentence || a.d.first - b.d.first);

/** The signs that a claim is the one that `response` answers. */
function signsOf(article: Article, response: Draft): (d: Draft) => Signs<typeof WEIGHTS> {
  const { source } = response.voice;
  const side = source?.figure.actor.side ?? null;
  const words = article.lower(response.first, response.last);
  const topics = TOPICS.filter(([pattern]) => pattern.test(words));
  const from = source ? Math.min(response.last, Math.max(response.first, source.last)) : response.first;
  const after = article.lower(from, response.last);
  const named = content(article, source ? source.last : response.first, response.last);
  const shared = new Map<number, number>();
  const { paragraph } = article.sentences[response.sentence];
  const sharedWith = (sentence: number): number => {
    let n = shared.get(sentence);
    if (n === undefined) {
      const { first, last } = article.sentences[sentence];
      n = sentence === response.sentence ? 0 : Math.min(SHARED, content(article, first, last, named).size);
      shared.set(sentence, n);
    }
    return n;
  };
  return (d) => {
    const said = d.voice.source?.figure.actor.side ?? null;
    const away = response.sentence - d.sentence;
    return {
      inside: Number(away === 0 && response.first <= d.first && d.first < response.last),
      topic: Number(topics.some(([, fits]) => fits(d))),
      item: Number(d.item !== null && after.includes(d.item)),
      word: sharedWith(d.sentence),
      whole: Number(d.whole === null),
      done: Number(side !== null && d.filledActor?.side === side),
      mate: Number(side !== null && said === side),
      // "on the Russian report", "Israel's figures"
      addressed: Number(said !== null && said.length > 4 && after.includes(said.toLowerCase().slice(0, 5))),
      figure: Number(d.kind === 'figure'),
      paragraph: Number(article.sentences[d.sentence].paragraph === paragraph),
      lead: Number(d.sentence < LEAD),
      distance: away,
    };
  };
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
export function ranked(article: Article, record: Draft, claims: readonly Draft[]): Draft[] {
  const signs = recordSigns(article, record);
  const able = claims.filter(
    (d) => happened(d) && d.quantity?.high !== 0 && !again(d, record) && !compared(article, record, d),
  );
  return likeliest(able, (d) => weigh(RECORD_WEIGHTS, signs(d)))
    .slice(0, 1)
    .map((x) => x.d);
}

/** The signs that a claim is the one that `record` ranks. */
function recordSigns(article: Article, record: Draft): (d: Draft) => Signs<typeof RECORD_WEIGHTS> {
  const { first, last, paragraph } = article.sentences[record.sentence];
  const words = article.lower(record.first, record.last);
  const measure = EXTENTS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const rarity = rarityOf(article, content(article, first, comparison(article, record) ?? last));
  const shared = (sentence: number): number => {
    const s = article.sentences[sentence];
    const common = [...content(article, s.first, s.last)].map((word) => rarity.get(word) ?? 0);
    return Math.min(
      SHARED,
      common.reduce((sum, x) => sum + x, 0),
    );
  };
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
      word: same ? 0 : shared(d.sentence),
      own: Number(d.voice.source !== null && d.voice.source.figure === record.voice.source?.figure),
      named: Number(d.kind === 'occurrence' && d.np !== null),
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

/** How rare words are in an article: 1 for one of a single sentence, 0 for one that stands in all. */
function rarityOf(article: Article, words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const among = new Map<string, number>();
  for (const s of article.sentences)
    for (const word of content(article, s.first, s.last, words)) among.set(word, (among.get(word) ?? 0) + 1);
  const all = Math.log(article.sentences.length);
  return new Map([...among].map(([word, n]) => [word, all > 0 ? 1 - Math.log(n) / all : 0]));
}

/** Is an occurrence the answer's own word for what it answers ("on the raid")? What it points at stands further back. */
const again = (d: Draft, response: Draft) =>
  d.kind === 'occurrence' &&
  d.np !== null &&
  d.sentence === response.sentence &&
  response.first <= d.first &&
  d.last <= response.last;

const happened = (d: Draft) => d.kind === 'figure' || d.kind === 'occurrence';

/** The longer nouns and the numbers of a stretch, in lower case, or those of them that are `among` others. */
function content(article: Article, first: number, last: number, among?: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = first; i < last; i++) {
    const { lower } = article.tokens[i];
    if ((article.pos[i] !== 'NN' && article.pos[i] !== 'CD') || lower.length <= 3) continue;
    const word = lower.endsWith('s') ? lower.slice(0, -1) : lower;
    if (!among || among.has(word)) words.add(word);
  }
  return words;
}
