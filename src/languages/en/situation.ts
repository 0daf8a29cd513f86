import type { Measure } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Counted } from './counted.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft } from './draft.ts';
import { type Governor, nounOfWhich, verbBefore, verbsBehind } from './governing.ts';
import { type Item, type ItemSort, itemOf } from './items.ts';
import { asObject, asSubject } from './measures.ts';
import { list } from './words.ts';

/** Measures of people; the others are of weapons and things. */
export const PERSONAL: ReadonlySet<Measure> = new Set([
  'killed',
  'injured',
  'missing',
  'captured',
  'returned',
  'displaced',
]);

/** Words right before a number's phrase that turn it. */
export type Lead = 'not' | 'up from' | 'including' | 'among';

/** A number, what it counts, and all that stands around it: what the ways of reading it ask. */
export interface Situation {
  article: Article;
  cl: Clauses;
  /** Its sentence. */
  index: number;
  q: QuantityMention;
  c: Counted;
  /** The chunk of its noun phrase. */
  k: number;
  /** Figures read before in the article, and in this sentence, in order. */
  earlier: readonly Draft[];
  here: readonly Draft[];
  lead: Lead | null;
  /** The preposition that it stands under. */
  preposition: string | null;
  /** The noun before "of": "a barrage" of "a barrage of 42 drones". */
  of: Chunk | null;
  /** Does it stand under another number's "of" or "out of"? */
  inner: boolean;
  before: Governor | null;
  /** What the verb before it says, when that attributes. */
  beforeSays: boolean;
  behind: readonly Chunk[];
  /** The phrase is who speaks: "…, two members of a militia said". */
  speaks: boolean;
  /** The figure read right before it in the sentence. */
  sibling: Draft | null;
  /** The figure that a bare number would speak of. */
  last: Draft | null;
  /** What it is a part or a continuation of. */
  whole: Draft | null;
  /** Something that is no figure was counted last in the sentence, and a bare number speaks of that. */
  stray: boolean;
  /** What sort of thing it counts, as far as anything tells. */
  sort: ItemSort;
}

/** `other`: something that is no figure was counted last in the sentence, and a bare number would speak of that. */
export function situationOf(
  article: Article,
  cl: Clauses,
  index: number,
  q: QuantityMention,
  counted: Counted,
  earlier: readonly Draft[],
  here: readonly Draft[],
  other: boolean,
): Situation {
  const { chunks } = cl;
  const k = counted.np.at;
  const them = counted.part && counted.item === null ? uncountedBefore(article, cl, k) : null;
  const own = them ? { ...counted, item: them } : counted;
  const c = ofWhom(cl, k) || (own.item === null && opensOfThese(cl)) ? { ...own, part: true } : own;
  const apposed = cl.chunks[k - 1]?.kind === 'CM';
  // "the ministry 55,000": whoever counts goes back to what was counted before
  const gapped = chunks[k - 1]?.kind === 'NP';
  const stray = other && !gapped && c.item === null && c.state === null && (apposed || !c.part);
  const continues = c.part || q.relation !== null || (c.item === null && c.state === null);
  const spokenOf = continues && !stray ? antecedent(index, c, earlier, here) : null;
  // "a bomb killed six; the war has led to thousands of deaths": no part is more than its whole
  const whole = c.state && spokenOf && exceeds(q, spokenOf.quantity) ? null : spokenOf;
  const behind = verbsBehind(cl, k, c.end);
  const speaks = behind.at(-1)?.verb?.form === 'finite' && CUE_BY_LEMMA.has(behind.at(-1)!.verb!.lemma);
  const found = verbBefore(cl, k);
  const before = found?.comma && speaks ? null : found;
  const p = chunks[k - 1]?.kind === 'QT' ? k - 2 : k - 1;
  const preposition = chunks[p]?.kind === 'IN' && !isParticle(cl, p) ? cl.word(chunks[p]) : null;
  const of = nounOfWhich(cl, k);
  const outOf = preposition === 'of' && chunks[p - 1]?.kind === 'IN' && cl.word(chunks[p - 1]) === 'out';
  const sibling = here.at(-1) ?? null;
  return {
    article,
    cl,
    index,
    q,
    c,
    k,
    earlier,
    here,
    lead: leadOf(cl, k),
    preposition,
    of,
    inner: outOf || (of !== null && article.pos[of.head] === 'CD'),
    before,
    beforeSays: before !== null && CUE_BY_LEMMA.has(before.c.verb!.lemma),
    behind,
    speaks,
    sibling,
    last: stray ? null : headline(index, earlier, here),
    whole,
    stray,
    sort: c.item?.sort ?? presumedSort(article, cl, index, q, c, sibling, whole, before, behind),
  };
}

/** A number without a noun is of people, unless what it continues says otherwise. */
function presumedSort(
  article: Article,
  cl: Clauses,
  index: number,
  q: QuantityMention,
  c: Counted,
  sibling: Draft | null,
  whole: Draft | null,
  before: Governor | null,
  behind: readonly Chunk[],
): ItemSort {
  const apart = sibling?.np && cl.chunks.slice(sibling.np.at, c.np.at).some((x) => x.kind === 'VG');
  const listed =
    sibling?.np && c.state === null && !apart && c.np.at - sibling.np.at <= 6 && !PERSONAL.has(sibling.measure!);
  if (listed) return sortOf(sibling.item);
  if (c.part || q.relation !== null) return sortOf(whole?.item ?? null);
  if (!whole || PERSONAL.has(whole.measure!)) return 'person';
  const sort = sortOf(whole.item);
  // "the two bombs killed six": nobody kills bombs
  const done = (of: ItemSort) => before !== null && !before.crossed && asObject(article, cl, before.c, of) !== null;
  if (done('person') && !done(sort)) return 'person';
  const does = (of: ItemSort) => behind.some((v) => asSubject(article, cl, v, of));
  return (whole.sentence >= index - 1 && does(sort)) || !does('person') ? sort : 'person';
}

const LETTING = list('let bring send fly ship');

/** "let in 111 lorries": what looks like a preposition belongs to the verb. */
const isParticle = (cl: Clauses, at: number): boolean =>
  cl.word(cl.chunks[at]) === 'in' && LETTING.has(cl.chunks[at - 1]?.verb?.lemma ?? '');

/** "26 people died, of whom seven were …": a part, though "of" stands before it. */
const ofWhom = ({ chunks, tokens }: Clauses, k: number): boolean =>
  chunks[k - 1]?.kind === 'WH' && chunks[k - 2]?.kind === 'IN' && ANAPHORS.has(tokens[chunks[k - 1].first].lower);

/** "rounded up the men and shot 17 of them", "ambushed the soldiers, killing seven of them": whom the verb before has for its object, uncounted. */
function uncountedBefore({ pos, tokens }: Article, cl: Clauses, k: number): Item | null {
  const { chunks } = cl;
  const verb = chunks[k - 1];
  if (verb?.kind !== 'VG' || verb.verb!.passive) return null;
  const prior = chunks
    .slice(0, verb.at)
    .findLast((c) => c.kind === 'VG' && c.verb!.form !== 'infinitive' && cl.object(c.at) !== null);
  const object = prior && !prior.verb!.passive ? cl.object(prior.at) : null;
  if (!object || pos.slice(object.first, object.last).includes('CD')) return null;
  const item = /s$|men$|people$/.test(tokens[object.head].lower) ? itemOf(tokens[object.head].lower, false) : null;
  return item?.sort === 'person' ? item : null;
}

/** "Of these, 12 fell and 28 were shot down": all that it counts without a noun are parts. */
const opensOfThese = ({ chunks, tokens }: Clauses): boolean =>
  chunks[0]?.kind === 'IN' &&
  tokens[chunks[0].first].lower === 'of' &&
  chunks[1]?.kind === 'NP' &&
  ANAPHORS.has(tokens[chunks[1].head].lower);

export const sortOf = (item: string | null): ItemSort =>
  item === null ? 'person' : item === 'drone+missile' ? 'weapon' : (itemOf(item, false)?.sort ?? 'person');

/** How many sentences back a number may be continued. */
const MEMORY = 4;

/** How many tokens back a weapon may be what a number without a noun is of. */
const TOPIC = 40;

/** The weapons, in the plural and uncounted, that were spoken of last before a token. */
export function topicBefore({ tokens }: Article, before: number): Item | null {
  for (let t = before - 1; t >= 0 && t > before - TOPIC; t--) {
    if (!tokens[t].lower.endsWith('s')) continue;
    const item = itemOf(tokens[t].lower, false);
    if (item?.sort === 'weapon' || item?.sort === 'aircraft') return item;
  }
  return null;
}

const exceeds = ({ low }: QuantityMention, whole: QuantityMention | null): boolean =>
  low !== null && whole?.high != null && low > whole.high;

/** What a part is a part of, or a bare number a number of. */
function antecedent(index: number, c: Counted, earlier: readonly Draft[], here: readonly Draft[]): Draft | null {
  const all = [...earlier.slice(-16), ...here].filter((d) => d.modality !== 'negated' && index - d.sentence <= MEMORY);
  const item = c.apposed ? null : c.item;
  for (const d of all.reverse()) {
    if (item && d.item !== item.item && !(d.item === 'drone+missile' && item.sort === 'weapon')) {
      // "12 of the villagers": people of one kind among people of another, if the broad word fits
      if (!(item.item === 'person' && PERSONAL.has(d.measure!))) continue;
    }
    if (c.state && d.measure !== c.state) continue;
    return d;
  }
  return null;
}

/** The figure that a bare number speaks of: the main one of this sentence, or the first of the last sentence that has any. */
function headline(index: number, earlier: readonly Draft[], here: readonly Draft[]): Draft | null {
  const inSentence = here.at(-1);
  if (inSentence)
    return inSentence.whole && inSentence.whole.measure === inSentence.measure && inSentence.whole.sentence === index
      ? inSentence.whole
      : inSentence;
  const last = earlier.at(-1);
  if (!last || index - last.sentence > MEMORY) return null;
  let first = last;
  for (let k = earlier.length - 2; k >= 0 && earlier[k].sentence === last.sentence; k--)
    if (earlier[k].modality !== 'negated') first = earlier[k];
  return first;
}

/** Words before a number that mark it as what another is compared with. */
const COMPARED = list('up down rising compared revised');
/** What a number was at another time. */
const PEAKS = list('peak high low maximum total figure toll average');
/** Chunks of a list of parts ("eight women and six children aged four to 15 among them"). */
const LISTING: ReadonlySet<Chunk['kind']> = new Set(['NP', 'CC', 'IN', 'JJ']);
const ANAPHORS = list('them whom which these those');

function leadOf(cl: Clauses, number: number): Lead | null {
  const { chunks, tokens } = cl;
  // "down from a peak of 80,000"
  const peak = nounOfWhich(cl, number);
  const k = peak && PEAKS.has(tokens[peak.head].lower) ? peak.at : number;
  const words: string[] = [];
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    if (chunks[i].kind === 'NP' || chunks[i].kind === 'VG') break;
    words.unshift(cl.word(chunks[i]));
  }
  const last = words.at(-1);
  const lastTwo = words.slice(-2).join(' ');
  if (
    last === 'not' ||
    tokens[chunks[k].first].lower === 'not' ||
    lastTwo === 'rather than' ||
    lastTwo === 'instead of'
  )
    return 'not';
  if (last === 'from' || last === 'with')
    if (words.some((w) => COMPARED.has(w)) || COMPARED.has(tokens[chunks[k - 1].first - 1]?.lower)) return 'up from';
  if (last === 'including' || last === 'included') return 'including';
  if (last === 'among') return 'among';
  const anaphor = (c: Chunk | undefined) => c?.kind === 'NP' && ANAPHORS.has(tokens[c.head].lower);
  const among = (c: Chunk | undefined) => c?.kind === 'IN' && cl.word(c) === 'among';
  if (anaphor(chunks[k - 1]) && among(chunks[k - 2])) return 'including';
  if (among(chunks[k + 1]) && (anaphor(chunks[k + 2]) || tokens[chunks[k + 2]?.first]?.lower === 'the'))
    return 'including';
  for (let i = k + 1; i < chunks.length && i < k + 9 && LISTING.has(chunks[i].kind); i++)
    if (among(chunks[i]) && anaphor(chunks[i + 1])) return 'including';
  return null;
}
