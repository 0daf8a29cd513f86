import type { Measure, Modality } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA, CUE_NOUNS } from './cues.ts';
import { type Draft, draft } from './draft.ts';
import { NOUN_HAPPENINGS, STATES, TERRITORY_VERBS, TYPE_OF_MEASURE, VERB_HAPPENINGS } from './happenings.ts';
import { type Item, type ItemSort, itemOf, singular } from './items.ts';
import { roles } from './roles.ts';
import { hedgesOf, modalityOf } from './stance.ts';
import type { Voices } from './voices.ts';

/** Why a number became no figure: for `--explain`. */
export interface Passed {
  quantity: QuantityMention;
  why: string;
}

interface Counted {
  /** What is counted; null when the number stands alone. */
  item: Item | null;
  /** The noun phrase of the number. */
  np: Chunk;
  /** Of "26 dead", "the wounded": the measure that the phrase itself gives. */
  state: Measure | null;
  /** "of them", "of those", "of which": it counts a part of something named before. */
  part: boolean;
  /** The last chunk (inclusive) of the counted phrase with its "of" phrase. */
  end: number;
  /** "drones and missiles" under one number. */
  both: boolean;
}

const PRONOUN_ZERO = /^(?:no one|nobody|none|no-one)$/i;
const TOLL_VERBS = new Set('rise climb reach stand number total increase grow jump swell mount put bring raise revise lower cut drop fall go come remain hit pass exceed top update be'.split(' '));

/** Reads the counts of one sentence, in order. `earlier` are the figures read so far in the article, oldest first. */
export function figures(article: Article, voices: Voices, index: number, quantities: readonly QuantityMention[], earlier: readonly Draft[], passed: Passed[]): Draft[] {
  const cl = article.clauses[index];
  const found: Draft[] = [];
  for (const q of quantities) {
    const why = read(article, voices, cl, index, q, earlier, found);
    if (typeof why === 'string') passed.push({ quantity: q, why });
    else found.push(...why);
  }
  return found;
}

function read(article: Article, voices: Voices, cl: Clauses, index: number, q: QuantityMention, earlier: readonly Draft[], here: readonly Draft[]): Draft[] | string {
  const { tokens } = article;
  if (q.kind !== 'cardinal' && q.kind !== 'vague' && q.kind !== 'zero' && !(q.kind === 'other' && /^one$/i.test(article.text.slice(q.start, q.end)))) return `it is ${q.kind === 'other' ? 'a label or pronoun' : `of kind ${q.kind}`}, no count`;
  const t = article.tokenAt(q.numberStart);
  const counted = countedBy(article, cl, t, q);
  if (typeof counted === 'string') return counted;
  const after = cl.chunks[counted.end + 1];
  if (q.relation === 'more' && after?.kind === 'IN' && cl.word(after) === 'than') return 'it is a difference ("more than before"), no count';
  const last = previous(here, earlier, index);
  let item = counted.item;
  let whole: Draft | null = null;
  if (counted.part || (item === null && counted.state === null)) whole = antecedent(article, counted, q, here, earlier, index);
  const rules: string[] = [q.kind === 'zero' ? 'zero' : q.kind];
  const judged = measureOf(article, cl, counted, q, item, whole ?? null, last, index);
  if (typeof judged === 'string') return judged;
  let { measure } = judged;
  const { predicate, rule } = judged;
  rules.push(rule);
  let itemName = item?.item ?? null;
  if (counted.both && item) itemName = 'drone+missile';
  if (itemName === null) {
    const from = whole ?? (judged.carried ? last : null);
    if (counted.state !== null || judged.stateOnly) itemName = from && PERSONAL.has(from.measure!) && sameKind(from.measure!, measure) ? from.item : 'person';
    else if (from?.item) itemName = from.item;
    else if (isPersonal(measure)) itemName = 'person';
    else return 'nothing says what it counts';
  }
  if (measure === 'killed' && itemName === 'prisoner') itemName = 'prisoner';
  const modality: Modality = judged.negated ? 'negated' : modalityOf(article, cl, predicate, counted.np.first);
  if (judged.denied && q.kind !== 'zero') return 'what was said is denied in the same breath';
  const voice = voices.at(t);
  const own = voice.source === null && whole?.voice.source && (counted.part || q.relation !== null) ? whole.voice : voice;
  const type = measure === 'captured' && itemName === 'settlement' ? 'territory' : TYPE_OF_MEASURE[measure];
  const d = draft({
    kind: 'figure',
    type,
    measure,
    item: itemName,
    quantity: q,
    sentence: index,
    first: counted.np.first,
    last: cl.chunks[counted.end].last,
    predicate,
    voice: own,
    rules,
    modality,
    hedges: hedgesOf(article, index, t, own),
    whole,
    np: counted.np,
  });
  roles(article, cl, d, item?.sort ?? null);
  void tokens;
  return [d];
}

const PERSONAL: ReadonlySet<Measure> = new Set(['killed', 'injured', 'missing', 'captured', 'returned', 'displaced']);
const isPersonal = (m: Measure): boolean => PERSONAL.has(m);
const sameKind = (a: Measure, b: Measure): boolean => isPersonal(a) === isPersonal(b);

function previous(here: readonly Draft[], earlier: readonly Draft[], index: number): Draft | null {
  const last = here.at(-1) ?? earlier.at(-1) ?? null;
  return last && index - last.sentence <= 6 ? last : null;
}

/** What a part is a part of, or a bare number a number of: the last figure that fits. */
function antecedent(article: Article, counted: Counted, q: QuantityMention, here: readonly Draft[], earlier: readonly Draft[], index: number): Draft | null {
  const all = [...earlier.slice(-14), ...here];
  const words = article.words(counted.np.first, article.clauses[index].chunks[counted.end].last).toLowerCase();
  for (let i = all.length - 1; i >= 0; i--) {
    const d = all[i];
    if (index - d.sentence > 4) break;
    if (d.quantity === q || d.modality === 'negated') continue;
    if (counted.item && d.item && counted.item.item !== d.item && counted.part) {
      // "26 of the rockets": those launched, not the drones between
      if (!PERSONAL.has(d.measure!) || counted.item.sort === 'weapon') continue;
    }
    if (/\b(?:dead|killed|victims|bodies)\b/.test(words) && d.measure !== 'killed') continue;
    if (/\b(?:wounded|injured)\b/.test(words) && d.measure !== 'injured') continue;
    return d;
  }
  return null;
}

/** The phrase that a number counts. */
function countedBy(article: Article, cl: Clauses, t: number, q: QuantityMention): Counted | string {
  const { tokens, pos } = article;
  const { chunks } = cl;
  const k = article.chunkAt(t);
  const np = chunks[k];
  if (!np || (np.kind !== 'NP' && !PRONOUN_ZERO.test(article.text.slice(q.start, q.end)) && np.kind !== 'JJ' && np.kind !== 'RB')) return 'it stands in no noun phrase';
  // the noun behind the number, in its phrase
  let head = -1;
  const firstAfter = (() => {
    let i = t;
    while (i < np.last && tokens[i].start < q.end) i++;
    return i;
  })();
  for (let i = np.last - 1; i >= firstAfter; i--) {
    if ((pos[i] === 'NN' || pos[i] === 'NP') && tokens[i].kind === 'word') {
      head = i;
      break;
    }
  }
  if (head > t) {
    for (let i = firstAfter; i < np.last; i++) {
      if (pos[i] === 'POS') {
        // "12 villagers' houses": the number counts the possessor
        head = i - 1;
        break;
      }
    }
    const noun = headNoun(article, head, firstAfter);
    const state = STATES[tokens[head].lower] ?? null;
    const item = noun;
    const modifierState = stateModifier(article, firstAfter, head);
    if (item) {
      let end = k;
      let both = false;
      let real = item;
      const of = chunks[k + 1]?.kind === 'IN' && cl.word(chunks[k + 1]) === 'of' ? chunks[k + 2] : undefined;
      if (item.sort === 'body' || /^(?:members|lives|group|groups|crew)$/.test(tokens[head].lower)) {
        if (of?.kind === 'NP') end = k + 2;
      }
      if (/^members?$/.test(tokens[head].lower) && of?.kind === 'NP') {
        const who = article.words(of.first, of.last).toLowerCase();
        if (/armed|militia|forces|army|guard|rebel|hamas|hezbollah|group|brigade|battalion/.test(who)) real = { item: /forces|army|guard/.test(who) ? 'soldier' : 'fighter', sort: 'person' };
      }
      const cc = chunks[k + 1];
      const second = chunks[k + 2];
      if (cc?.kind === 'CC' && cl.word(cc) === 'and' && second?.kind === 'NP' && pos[second.first] !== 'CD' && pos[second.first] !== 'DT') {
        const other = itemOf(tokens[second.head].lower, tokens[second.head].capital);
        if (other && other.sort === 'weapon' && real.sort === 'weapon' && other.item !== real.item) {
          const pair = [real.item, other.item].sort().join('+');
          if (pair === 'drone+missile') {
            both = true;
            end = k + 2;
          }
        }
      }
      return { item: real, np, state: state !== null && item.sort !== 'body' && item.item === 'person' ? null : modifierState, part: q.partitive && false, end, both };
    }
    if (state !== null) return { item: null, np, state, part: false, end: k, both: false };
    // a mass or a measure of something counted: "96 trucks of aid" is found above; what is left counts nothing we know
    const of = chunks[k + 1]?.kind === 'IN' && cl.word(chunks[k + 1]) === 'of' ? chunks[k + 2] : undefined;
    if (of?.kind === 'NP' && /^(?:groups?|scores?|number|numbers|series|pairs?|columns?|convoys?|batches?|percent|per|kinds?|types?|hundreds|thousands)$/.test(tokens[head].lower)) return `"${tokens[head].text}" is no unit that is counted`;
    return `"${tokens[head].text}" is nothing that is counted here`;
  }
  // no noun: "26 dead", "five wounded", "two of the drones", "three of them women", "the other five"
  for (let i = t; i < np.last; i++) {
    const s = pos[i] === 'JJ' || pos[i] === 'VBN' ? STATES[tokens[i].lower] : undefined;
    if (s) return { item: null, np, state: s, part: false, end: k, both: false };
  }
  const next = chunks[k + 1];
  if (next?.kind === 'JJ' && STATES[tokens[next.first].lower]) return { item: null, np, state: STATES[tokens[next.first].lower], part: false, end: k + 1, both: false };
  if ((next?.kind === 'IN' && (cl.word(next) === 'of' || cl.word(next) === 'among')) || q.partitive) {
    const of = chunks[k + 2];
    if (of?.kind === 'NP') {
      const word = tokens[of.head].lower;
      if (/^(?:them|those|these|whom|which)$/.test(word) || (pos[of.first] === 'DT' && of.last - of.first === 1)) {
        // "three of them women", "some 20 of them children"
        const apposed = chunks[k + 3];
        if (apposed?.kind === 'NP' && pos[apposed.first] !== 'CD') {
          const item = itemOf(tokens[apposed.head].lower, tokens[apposed.head].capital);
          if (item) return { item, np, state: null, part: true, end: k + 3, both: false };
        }
        return { item: null, np, state: null, part: true, end: k + 2, both: false };
      }
      const state = STATES[word] ?? null;
      const item = itemOf(word, tokens[of.head].capital);
      if (state && (!item || item.item === 'person')) return { item: null, np, state, part: true, end: k + 2, both: false };
      if (item) {
        let real = item;
        let end = k + 2;
        if (item.sort === 'body' && chunks[k + 3]?.kind === 'IN' && chunks[k + 4]?.kind === 'NP') end = k + 4;
        void real;
        real = item;
        return { item: real, np, state: null, part: pos[of.first] === 'DT' || pos[of.first] === 'PP$' || /^(?:its|their|his|her)$/.test(tokens[of.first].lower), end, both: false };
      }
      const group = of.head >= 0 && tokens[of.head].lower;
      return `"${group}" is nothing that is counted here`;
    }
    if (of?.kind === 'WH') return { item: null, np, state: null, part: true, end: k + 2, both: false };
  }
  if (next?.kind === 'WH' || (next?.kind === 'IN' && chunks[k + 2]?.kind === 'WH')) return { item: null, np, state: null, part: true, end: k + 2, both: false };
  if (q.kind === 'other') return 'it is a pronoun';
  return { item: null, np, state: null, part: false, end: k, both: false };
}

function headNoun(article: Article, head: number, from: number): Item | null {
  const { tokens, pos } = article;
  const direct = itemOf(tokens[head].lower, tokens[head].capital);
  // "attack drones", "drone boats": the first noun tells when the last does not
  if (direct) {
    if (direct.item === 'vessel' && head > from && tokens[head - 1].lower === 'drone') return { item: 'drone', sort: 'weapon' };
    if (direct.sort === 'vehicle' && head > from && /^(?:aid|relief)$/.test(tokens[head - 1].lower)) return { item: 'truck', sort: 'aid' };
    if (direct.item === 'shell' && tokens[head - 1]?.lower === 'mortar') return direct;
    if (tokens[head].lower === 'fighter' || tokens[head].lower === 'fighters') if (head > from && /^(?:jet|su|mig)/.test(tokens[head - 1].lower)) return { item: 'aircraft', sort: 'aircraft' };
    return direct;
  }
  if (/^(?:su|mig|f|tu|il|mi|ka|an|c|b|mq|rq)-\d/i.test(tokens[head].text)) return { item: /^(?:mq|rq)/i.test(tokens[head].text) ? 'drone' : 'aircraft', sort: /^(?:mq|rq)/i.test(tokens[head].text) ? 'weapon' : 'aircraft' };
  if (/^(?:shahed|geran|lancet|gerbera|shaheds|bayraktar)/i.test(tokens[head].text)) return { item: 'drone', sort: 'weapon' };
  if (/^(?:kh|s)-\d|^(?:iskander|kalibr|kinzhal|onyx|zircon|atacms|himars|neptune|tochka)/i.test(tokens[head].text)) return { item: 'missile', sort: 'weapon' };
  if (/^(?:vehicles|aircraft)$/.test(tokens[head].lower)) return null;
  if (pos[head] === 'NP' && head > from) return null;
  return null;
}

/** "five dead soldiers", "nine captured rebels", "two damaged houses": a state before the noun. */
function stateModifier(article: Article, from: number, head: number): Measure | null {
  for (let i = from; i < head; i++) {
    const s = STATES[article.tokens[i].lower];
    if (s && article.pos[i] !== 'NP') return s;
  }
  return null;
}

interface Judged {
  measure: Measure;
  /** Chunk of the deciding verb; -1 when a noun or what was said before decides. */
  predicate: number;
  rule: string;
  negated?: boolean;
  denied?: boolean;
  carried?: boolean;
  stateOnly?: boolean;
}

/** What the number measures, and by which word. */
function measureOf(article: Article, cl: Clauses, counted: Counted, q: QuantityMention, item: Item | null, whole: Draft | null, last: Draft | null, index: number): Judged | string {
  const { tokens } = article;
  const { chunks } = cl;
  const k = counted.np.at;
  const sort: ItemSort = item?.sort ?? (whole?.item ? sortOfName(whole.item) : 'person');
  // "not the nine that they had first announced", "up from 17", "rather than"
  const lead = leadOf(article, cl, k);
  if (lead === 'not') {
    const main = last ?? whole;
    if (main?.measure) return { measure: main.measure, predicate: -1, rule: 'correction', negated: true, carried: true };
  }
  if (lead === 'up from') {
    if (last?.measure) return { measure: last.measure, predicate: -1, rule: 'up-from', carried: true };
  }
  const left = leftVerb(cl, k);
  const right = rightVerb(cl, counted.end, k);
  const preposition = chunks[k - 1]?.kind === 'IN' ? cl.word(chunks[k - 1]) : null;
  const denied = left !== null && CUE_BY_LEMMA.get(left.c.verb!.lemma)?.act === 'deny';
  if (counted.state !== null && item) return { measure: counted.state, predicate: right?.c.at ?? left?.c.at ?? -1, rule: 'state', denied };
  if (counted.state !== null && !item && !counted.part) return { measure: counted.state, predicate: left?.c.at ?? -1, rule: 'state', stateOnly: true, denied };
  // "Half a dozen of the wounded died": the verb goes before the state
  const asSubject = right && preposition !== 'by' && preposition !== 'with' && preposition !== 'from' ? subjectMeasure(cl, right.c, sort, article) : null;
  const behindNoun = preposition !== null ? nounBefore(article, cl, k, sort) : null;
  if (preposition === 'of' && behindNoun) return { measure: behindNoun, predicate: right?.c.at ?? left?.c.at ?? -1, rule: 'of-noun', denied };
  if (preposition === 'by' && left?.c.verb!.passive && (sort === 'weapon' || sort === 'aircraft')) {
    return { measure: sort === 'weapon' ? 'hit' : 'launched', predicate: left.c.at, rule: 'agent' };
  }
  const direct = left && (preposition === null || preposition === 'of') ? objectMeasure(cl, left.c, sort, k, article) : null;
  const leftIsCue = left ? CUE_BY_LEMMA.has(left.c.verb!.lemma) : false;
  if (direct && left && !leftIsCue && preposition === null && !(right?.finite && right.c.verb!.form === 'finite' && left.c.verb!.form === 'finite' && !left.adjacent)) return { measure: direct, predicate: left.c.at, rule: `object-of-${left.c.verb!.lemma}`, denied };
  if (asSubject && right && (preposition === null || preposition === 'of' || preposition === 'between' || preposition === 'in' || preposition === 'among' || preposition === 'after' || preposition === 'on' || preposition === 'before' || preposition === 'as')) {
    return { measure: asSubject, predicate: right.c.at, rule: `subject-of-${right.c.verb!.lemma}`, denied: denied || right.c.verb!.negated };
  }
  if (direct && left && !leftIsCue) return { measure: direct, predicate: left.c.at, rule: `object-of-${left.c.verb!.lemma}`, denied };
  if (counted.state !== null) return { measure: counted.state, predicate: right?.c.at ?? -1, rule: 'state-part', stateOnly: true, denied };
  // "is missing", "were in hospital", "were among the dead", "are still unaccounted for"
  const copular = right && (right.c.verb!.lemma === 'be' || right.c.verb!.lemma === 'remain' || right.c.verb!.lemma === 'lie' || right.c.verb!.lemma === 'feel') ? stateAfter(article, cl, right.c.at) : null;
  if (copular && right) return { measure: copular, predicate: right.c.at, rule: 'is-state', denied: denied || right.c.verb!.negated };
  // "Five of the dead were children": the state of the whole; the item from behind the verb
  if (preposition === 'with' || preposition === 'using' || preposition === 'involving') {
    if (sort === 'weapon' || sort === 'aircraft') return { measure: 'launched', predicate: left?.c.at ?? -1, rule: 'attack-with' };
  }
  if (/^(?:at|to|of|from|than|by|on|as)$/.test(preposition ?? '') || preposition === null) {
    // "the toll rose to 31", "put the dead at 14", "a figure of 26", "the number shot down at 94", "raised to 12 the number of terrorists eliminated"
    const toll = tollAround(article, cl, k, counted.end);
    if (toll && (left ? TOLL_VERBS.has(left.c.verb!.lemma) || leftIsCue || preposition === 'of' : true)) return { measure: toll.measure, predicate: left?.c.at ?? -1, rule: 'toll', denied, stateOnly: toll.stateOnly };
  }
  if ((preposition === 'for' || preposition === null) && (sort === 'person' || sort === 'body') && exchangeIn(article, index)) {
    if (preposition === 'for' || item?.item === 'prisoner' || item?.item === 'hostage') return { measure: 'returned', predicate: left?.c.at ?? -1, rule: 'exchanged-for' };
  }
  if (whole?.measure && (counted.part || q.relation !== null || lead === 'including')) return { measure: whole.measure, predicate: right?.c.at ?? -1, rule: 'part-of', carried: true, denied };
  if ((lead === 'including' || lead === 'among') && last?.measure && item) return { measure: last.measure, predicate: -1, rule: 'including', carried: true };
  if (item?.sort === 'body') return { measure: 'killed', predicate: left?.c.at ?? -1, rule: 'bodies', denied };
  // in a list, the measure of the one before: "41 over Belgorod, 27 over Bryansk"
  if (last?.measure && last.sentence === index && inList(cl, k, last)) return { measure: last.measure, predicate: last.predicate, rule: 'list', carried: true, denied };
  // said of a number alone: "JNIM claimed 50", "spoke of 21", "Up to 25, an officer told AFP"
  const alone = item === null && last?.measure && (leftIsCue || (left && TOLL_VERBS.has(left.c.verb!.lemma)) || (preposition === 'of' && left && leftIsCue) || fragment(cl, k, counted.end) || article.tokens[counted.np.first - 1] === undefined);
  if (alone && last?.measure && index - last.sentence <= 3 && PLAIN_END(cl, counted.end)) return { measure: last.measure, predicate: -1, rule: 'bare-number', carried: true, denied };
  if (item && leftIsCue && last?.measure && index - last.sentence <= 2) {
    const same = item.sort === 'weapon' ? (last.item === item.item ? last.measure : 'launched') : item.item === 'hostage' || item.item === 'prisoner' ? last.measure : null;
    if (same) return { measure: same, predicate: -1, rule: 'claimed', carried: true, denied };
  }
  void tokens;
  return 'no word around it says what became of what it counts';
}

const PLAIN_END = (cl: Clauses, end: number): boolean => {
  const n = cl.chunks[end + 1];
  return !n || n.kind !== 'NP';
};

const sortOfName = (item: string): ItemSort => (item === 'drone+missile' ? 'weapon' : (itemOf(item, false)?.sort ?? 'person'));

/** Words right before the number's phrase that turn it: "not", "up from", "including", "among". */
function leadOf(article: Article, cl: Clauses, k: number): 'not' | 'up from' | 'including' | 'among' | null {
  const { chunks } = cl;
  const words: string[] = [];
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    if (chunks[i].kind === 'NP' || chunks[i].kind === 'VG') break;
    words.unshift(cl.word(chunks[i]));
  }
  const s = words.join(' ');
  const own = article.tokens[chunks[k].first].lower;
  if (/\bnot$/.test(s) || /\bnot\b ?$/.test(s) || (own === 'not')) return 'not';
  if (/(?:rather than|instead of)$/.test(s)) return 'not';
  if (/(?:up|down|increase|rising|compared|revised) (?:from|with|to)$/.test(s) && / ?from$/.test(s)) return 'up from';
  if (/(?:including|included|among them|among whom|of whom|of which)(?: at least)?$/.test(s) || /(?:including)$/.test(s)) return 'including';
  if (/,? ?among$/.test(s)) return 'among';
  if (chunks[k - 1]?.kind === 'NP' && chunks[k - 2]?.kind === 'IN' && cl.word(chunks[k - 2]) === 'among' && /^(?:them|whom|these|those)$/.test(article.tokens[chunks[k - 1].head].lower)) return 'including';
  if (chunks[k + 1]?.kind === 'IN' && cl.word(chunks[k + 1]) === 'among' && chunks[k + 2]?.kind === 'NP') return 'including';
  return null;
}

interface VerbNear {
  c: Chunk;
  adjacent: boolean;
  finite: boolean;
}

/** The verb whose object the phrase at `k` is, over coordinated phrases and prepositional phrases to the left. */
function leftVerb(cl: Clauses, k: number): VerbNear | null {
  const { chunks } = cl;
  let i = k - 1;
  let hops = 0;
  while (i >= 0 && hops++ < 30) {
    const c = chunks[i];
    if (c.kind === 'VG') return { c, adjacent: i === k - 1, finite: c.verb!.form === 'finite' };
    if (c.kind === 'SC' || c.kind === 'WH') return null;
    if (c.kind === 'PU' && !'-–—("'.includes(cl.tokens[c.first].text)) {
      if (cl.tokens[c.first].text === ':' && hops < 12) {
        i--;
        continue;
      }
      return null;
    }
    i--;
  }
  return null;
}

/** The verb whose subject the phrase that ends at `end` is. */
function rightVerb(cl: Clauses, end: number, k: number): VerbNear | null {
  const { chunks } = cl;
  let i = end + 1;
  let hops = 0;
  while (i < chunks.length && hops++ < 26) {
    const c = chunks[i];
    if (c.kind === 'VG') {
      if (c.verb!.form === 'infinitive' && !/^(?:have|be|die|remain)$/.test(c.verb!.lemma) && i !== end + 1) return null;
      return { c, adjacent: i === end + 1, finite: c.verb!.form === 'finite' };
    }
    if (c.kind === 'RB' || c.kind === 'TM' || c.kind === 'QT') {
      i++;
      continue;
    }
    if (c.kind === 'IN' && (chunks[i + 1]?.kind === 'NP' || chunks[i + 1]?.kind === 'TM')) {
      i += 2;
      continue;
    }
    if (c.kind === 'CC' && chunks[i + 1]?.kind === 'NP' && cl.word(c) !== 'but') {
      // "three missiles and five drones reached": a sibling, when it is counted too
      i += 2;
      continue;
    }
    if (c.kind === 'CM') {
      const close = closing(cl, i);
      if (close > i) {
        i = close + 1;
        continue;
      }
      if (chunks[i + 1]?.kind === 'NP' && chunks[i + 2] && (chunks[i + 2].kind === 'CM' || chunks[i + 2].kind === 'CC' || chunks[i + 2].kind === 'IN') && cl.tokens[chunks[i + 1].first].kind === 'number') {
        i += 2;
        continue;
      }
      return null;
    }
    if (c.kind === 'WH') {
      i++;
      continue;
    }
    if (c.kind === 'JJ') {
      i++;
      continue;
    }
    void k;
    return null;
  }
  return null;
}

/** Of a comma that opens an apposition or a relative clause: the comma that closes it; else the same index. */
function closing(cl: Clauses, open: number): number {
  for (let j = open + 2; j < cl.chunks.length && j < open + 16; j++) {
    if (cl.chunks[j].kind === 'CM' && cl.parenthesis(j) === open) return j;
    if (cl.chunks[j].kind === 'PU') return open;
  }
  return open;
}

const key = (c: Chunk): string => (c.verb!.particle ? `${c.verb!.lemma} ${c.verb!.particle}` : c.verb!.lemma);
const happeningOf = (c: Chunk) => VERB_HAPPENINGS.get(key(c)) ?? (c.verb!.particle && c.verb!.particle !== 'back' && c.verb!.particle !== 'off' ? undefined : VERB_HAPPENINGS.get(c.verb!.lemma));

function objectMeasure(cl: Clauses, c: Chunk, sort: ItemSort, k: number, article: Article): Measure | null {
  const v = c.verb!;
  if (v.passive && v.form !== 'participle') {
    // "were handed … six bodies"
    return null;
  }
  if (v.passive) return null;
  const special = idiom(article, cl, c);
  if (special) return sort === 'person' || sort === 'body' ? special : null;
  const h = happeningOf(c);
  void k;
  if (!h?.object) return null;
  if (v.lemma === 'take' && sort === 'person') return null;
  return h.object[sort] ?? h.object.any ?? null;
}

/** "taken prisoner", "take hostage", "set free", "brought home", "driven from their homes": what verb and complement say together. */
function idiom(article: Article, cl: Clauses, c: Chunk): Measure | null {
  const rest = cl.chunks.slice(c.at + 1, c.at + 6).map((x) => article.words(x.first, x.last).toLowerCase()).join(' ');
  switch (c.verb!.lemma) {
    case 'take':
      return /\b(?:prisoner|prisoners|hostage|captive|into custody|into captivity)\b/.test(rest) ? 'captured' : /^off\b|\bto safety\b/.test(rest) || c.verb!.particle === 'off' ? 'displaced' : /\bto hospital|\bto the hospital|\bto a hospital/.test(rest) ? 'injured' : null;
    case 'lead':
    case 'carry':
    case 'drag':
    case 'march':
      return c.verb!.particle === 'away' || c.verb!.particle === 'off' || /^(?:away|off)\b/.test(rest) ? 'captured' : null;
    case 'set':
      return /\bfree\b/.test(rest) ? 'returned' : null;
    case 'bring':
    case 'come':
    case 'fly':
      return /\b(?:home|back)\b/.test(rest) && !c.verb!.particle?.startsWith('down') ? 'returned' : null;
    case 'send':
      return c.verb!.particle === 'back' || /^(?:back|home)\b/.test(rest) ? 'returned' : null;
    case 'hand':
    case 'give':
    case 'turn':
      return c.verb!.particle === 'over' || c.verb!.particle === 'back' || /^(?:over|back|to)\b/.test(rest) ? 'returned' : null;
    case 'drive':
    case 'force':
    case 'leave':
    case 'move':
      return /\b(?:from|out of|leave) (?:their|his|its) (?:homes?|villages?|houses?)\b|\bhomeless\b|\bmoved\b/.test(rest) ? 'displaced' : null;
    case 'admit':
      return /\bhospital\b/.test(rest) ? 'injured' : null;
    case 'put':
      return /\bto death\b/.test(rest) ? 'killed' : /\bout of action\b/.test(rest) ? 'damaged' : null;
    default:
      return null;
  }
}

function subjectMeasure(cl: Clauses, c: Chunk, sort: ItemSort, article: Article): Measure | null {
  const v = c.verb!;
  const special = idiom(article, cl, c);
  if (v.passive) {
    if (special) return sort === 'person' || sort === 'body' || sort === 'property' ? special : null;
    const h = happeningOf(c);
    const m = h?.object?.[sort] ?? h?.object?.any ?? null;
    if (m) return m;
    if (v.lemma === 'report' || v.lemma === 'know' || v.lemma === 'believe' || v.lemma === 'say' || v.lemma === 'confirm' || v.lemma === 'fear' || v.lemma === 'presume' || v.lemma === 'feel' || v.lemma === 'leave') {
      // "is known to have died", "was reported killed", "are feared dead"
      const next = cl.chunks[c.at + 1];
      if (next?.kind === 'VG') return subjectMeasure(cl, next, sort, article);
      return stateAfter(article, cl, c.at);
    }
    return null;
  }
  if (special && sort !== 'weapon') return v.lemma === 'come' || v.lemma === 'leave' || v.lemma === 'move' ? special : null;
  if (v.lemma === 'lose') {
    const object = cl.object(c.at);
    return object && /\b(?:life|lives)\b/.test(article.words(object.first, object.last).toLowerCase()) && sort === 'person' ? 'killed' : null;
  }
  if (v.lemma === 'suffer' || v.lemma === 'sustain' || v.lemma === 'receive') {
    const object = cl.object(c.at);
    const words = object ? article.words(object.first, object.last).toLowerCase() : '';
    return /injur|wound|burn/.test(words) && sort === 'person' ? 'injured' : /damage/.test(words) && sort !== 'person' ? 'damaged' : null;
  }
  if (v.lemma === 'fall' && sort === 'person' && !v.particle) return 'killed';
  if (v.lemma === 'fall' && sort === 'settlement') return 'captured';
  if (v.lemma === 'find' || v.lemma === 'reach') {
    const object = cl.object(c.at);
    return sort === 'weapon' && object && /target|goal|destination|mark|aim/.test(article.words(object.first, object.last).toLowerCase()) ? 'hit' : v.lemma === 'reach' && sort === 'weapon' ? 'hit' : null;
  }
  if (v.lemma === 'end' || v.lemma === 'remain' || v.lemma === 'continue' || v.lemma === 'manage' || v.lemma === 'begin' || v.lemma === 'start' || v.lemma === 'have') {
    const next = cl.chunks[c.at + 1];
    return next?.kind === 'VG' ? subjectMeasure(cl, next, sort, article) : v.lemma === 'remain' ? stateAfter(article, cl, c.at) : null;
  }
  const h = happeningOf(c);
  return h?.subject?.[sort] ?? null;
}

/** A state behind a copula: "are missing", "were among the dead", "remain in hospital", "are on the roads". */
function stateAfter(article: Article, cl: Clauses, at: number): Measure | null {
  for (let i = at + 1; i < cl.chunks.length && i <= at + 4; i++) {
    const c = cl.chunks[i];
    if (c.kind === 'VG' || c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC') return null;
    const words = article.words(c.first, c.last).toLowerCase();
    if (/\b(?:hospital|intensive care|critical condition|serious condition)\b/.test(words)) return 'injured';
    if (c.kind === 'NP' && i > at + 1 && cl.chunks[i - 1].kind === 'IN' && /^(?:in|on)$/.test(cl.word(cl.chunks[i - 1])) && /\b(?:hands|captivity|custody|detention)\b/.test(words)) return 'captured';
    if (c.kind === 'NP' && cl.chunks[i - 1]?.kind === 'IN' && cl.word(cl.chunks[i - 1]) === 'on' && /\b(?:roads?|move|run)\b/.test(words)) return 'displaced';
    for (let t = c.first; t < c.last; t++) {
      const s = STATES[article.tokens[t].lower];
      if (s && (c.kind === 'JJ' || c.kind === 'NP' || c.kind === 'RB')) return c.kind === 'NP' && cl.chunks[i - 1]?.kind !== 'IN' && itemOf(article.tokens[c.head].lower, false) !== null ? null : s;
    }
  }
  return null;
}

/** The measure of a noun whose "of" the number is: "a barrage of 396 drones", "the deaths of 12 people", "the return of 45 prisoners". */
function nounBefore(article: Article, cl: Clauses, k: number, sort: ItemSort): Measure | null {
  const noun = cl.chunks[k - 2];
  if (cl.chunks[k - 1].kind !== 'IN' || cl.word(cl.chunks[k - 1]) !== 'of' || noun?.kind !== 'NP') return null;
  const word = article.tokens[noun.head].lower;
  if (/^(?:bodies|remains|corpses)$/.test(word)) return null;
  const h = NOUN_HAPPENINGS.get(word);
  return h?.of?.[sort] ?? null;
}

/** A word of toll in the same clause, before or behind the number: what it is the toll of. */
function tollAround(article: Article, cl: Clauses, k: number, end: number): { measure: Measure; stateOnly: boolean } | null {
  const { chunks } = cl;
  const look = (i: number): Measure | null => {
    const c = chunks[i];
    if (!c || (c.kind !== 'NP' && !(c.kind === 'VG' && c.verb!.form !== 'finite') && c.kind !== 'JJ')) return null;
    if (c.kind === 'VG') {
      const h = happeningOf(c);
      if (c.verb!.form === 'participle') return h?.object?.person ?? STATES[article.tokens[c.head].lower] ?? null;
      return null;
    }
    const state = STATES[article.tokens[c.head].lower];
    if (state && !/^(?:hit|shot|returned)$/.test(article.tokens[c.head].lower)) return state;
    for (let t = c.first; t < c.last; t++) if (/^(?:death|dead)$/.test(article.tokens[t].lower)) return 'killed';
    return null;
  };
  let number = false;
  for (let i = k - 1; i >= 0 && i >= k - 9; i--) {
    const c = chunks[i];
    if (c.kind === 'SC' || (c.kind === 'PU' && !'-–—'.includes(cl.tokens[c.first].text))) break;
    if (c.kind === 'CM' && chunks[k - 1].kind !== 'IN') break;
    // "the number of terrorists eliminated", "the number shot down": the participle goes before the noun
    const m = look(i);
    if (m) return { measure: m, stateOnly: !number };
    if (c.kind === 'NP' && /^(?:number|figure|count|tally|total)$/.test(cl.tokens[c.head].lower)) number = true;
  }
  for (let i = end + 1; i < chunks.length && i <= end + 6; i++) {
    const c = chunks[i];
    if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC' || c.kind === 'CC') break;
    if (c.kind === 'NP' && /^(?:number|figure|count|tally|total|toll)$/.test(cl.tokens[c.head].lower)) {
      number = true;
      if (cl.tokens[c.head].lower === 'toll') return { measure: 'killed', stateOnly: true };
      continue;
    }
    if (!number) continue;
    const m = look(i);
    if (m) return { measure: m, stateOnly: false };
  }
  return null;
}

function exchangeIn(article: Article, index: number): boolean {
  const { first, last } = article.sentences[index];
  for (let i = first; i < last; i++) {
    const w = article.tokens[i].lower;
    if (/^(?:exchange|exchanged|swap|swapped|return|prisoners|hostages|release|released|freed)$/.test(w)) return true;
  }
  return false;
}

/** Does the phrase at `k` continue a list that the figure before it began? */
function inList(cl: Clauses, k: number, last: Draft): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'VG' || c.kind === 'SC' || (c.kind === 'PU' && cl.tokens[c.first].text !== ':')) return false;
    if (last.np && c.at === last.np.at) return true;
  }
  return false;
}

/** A number that is a clause by itself: "Up to 25, an army officer told AFP." */
function fragment(cl: Clauses, k: number, end: number): boolean {
  const before = cl.chunks[k - 1];
  const after = cl.chunks[end + 1];
  return (!before || before.kind === 'QT' || (before.kind === 'IN' && k === 1)) && (!after || after.kind === 'CM' || after.kind === 'QT' || after.kind === 'PU');
}

void singular;
void CUE_NOUNS;
void TERRITORY_VERBS;
