import type { Measure, Modality } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Article } from './article.ts';
import type { Clauses } from './clause.ts';
import { type Counted, countedBy, isBodyNoun } from './counted.ts';
import { CUE_BY_LEMMA, CUE_NOUNS } from './cues.ts';
import { type Draft, draft } from './draft.ts';
import { relativeVerb, verbBefore, verbsBehind } from './governing.ts';
import { TYPE_OF_MEASURE } from './happenings.ts';
import { type ItemSort, itemOf } from './items.ts';
import { asObject, asSubject, ofNoun, stateBehind, tollAround } from './measures.ts';
import { roles } from './roles.ts';
import { hedgesOf, modalityOf } from './stance.ts';
import type { Voices } from './voices.ts';

/** Why a number became no figure: for `--explain`. */
export interface Passed {
  quantity: QuantityMention;
  why: string;
}

/** What a number measures and by which word; `rule` names the way it was found. */
interface Judgement {
  measure: Measure;
  /** Chunk of the deciding verb; -1 when a noun or what was said before decides. */
  predicate: number;
  rule: string;
  negated?: true;
  /** The measure comes from an earlier figure: so may the item. */
  from?: Draft;
  item?: string | null;
}

interface Scope {
  article: Article;
  voices: Voices;
  cl: Clauses;
  index: number;
  q: QuantityMention;
  /** First token of the number. */
  t: number;
  /** Figures read before in the article, and in this sentence. */
  earlier: readonly Draft[];
  here: readonly Draft[];
}

const TOLL_VERBS = new Set(
  'rise climb reach stand number total increase grow jump swell mount put bring raise revise lower cut drop fall go come remain hit pass exceed top update give set range vary stick say report speak count claim list announce estimate record register confirm verify acknowledge admit maintain insist tell own boast talk mention be'.split(
    ' ',
  ),
);
const PERSONAL: ReadonlySet<Measure> = new Set(['killed', 'injured', 'missing', 'captured', 'returned', 'displaced']);
const ARMED = new Set(['soldier', 'fighter', 'prisoner', 'hostage']);

/** Reads the counts of one sentence, in order. `earlier` are the figures read so far in the article, oldest first. */
export function figures(
  article: Article,
  voices: Voices,
  index: number,
  quantities: readonly QuantityMention[],
  earlier: readonly Draft[],
  passed: Passed[],
): Draft[] {
  const cl = article.clauses[index];
  const here: Draft[] = [];
  for (const q of quantities.flatMap((x) => asSaid(article, x))) {
    const read = figure({ article, voices, cl, index, q, t: article.tokenAt(q.numberStart), earlier, here });
    if (typeof read === 'string') passed.push({ quantity: q, why: read });
    else here.push(read);
  }
  return here;
}

function figure(s: Scope): Draft | string {
  const { article, voices, cl, index, q, t } = s;
  const label = article.tokens[t - 1];
  if (
    label?.capital &&
    label.kind === 'word' &&
    article.pos[t - 1] === 'NP' &&
    article.tokens[t].kind === 'number' &&
    !/^(?:Force|Army|Air|Guard|Guards)$/.test(label.text) &&
    article.pos[t + 1] !== 'NN' &&
    article.pos[t + 1] !== 'JJ' &&
    article.pos[t + 1] !== 'VBN' &&
    q.start === q.numberStart &&
    article.tokens[t + 1]?.kind === 'mark'
  )
    return 'it is a part of a name';
  const one = q.kind === 'other' && /^one$/i.test(article.text.slice(q.start, q.end));
  if (q.kind !== 'cardinal' && q.kind !== 'vague' && q.kind !== 'zero' && !one)
    return `it is ${q.kind === 'other' ? 'a label or pronoun' : `of kind ${q.kind}`}, no count`;
  const after = article.tokenAt(q.end - 1) + 1;
  if (article.sentences[index].last - article.sentences[index].first <= 2) return 'it is the number of a paragraph';
  const than =
    article.tokens[after]?.lower === 'than' ||
    (article.tokens[after]?.lower === 'more' && article.tokens[after + 1]?.lower === 'than');
  if (than && (q.relation === 'more' || article.tokens[after]?.lower === 'more'))
    return 'it is a difference ("more than before"), no count';
  const c = countedBy(article, cl, t, q);
  if (typeof c === 'string') return c;
  const voice = voices.at(t);
  if ((voice.attribution?.act === 'deny' || deniedBefore(cl, c.np.at)) && !claimedByAnother(article, cl, c.np.at))
    return 'what was said is denied in the same breath';
  const whole = c.part || q.relation !== null || (c.item === null && c.state === null) ? antecedent(s, c) : null;
  const j = judge(s, c, whole);
  if (typeof j === 'string') return j;
  if (
    q.kind === 'zero' &&
    (j.from ||
      j.rule === 'toll' ||
      j.rule === 'bodies' ||
      (j.rule === 'state' && /^(?:toll|deaths?)$/.test(article.tokens[c.np.head].lower)))
  )
    return 'nothing is said to be none';
  const item = itemName(s, c, j, whole);
  if (item === null) return 'nothing says what it counts';
  const asserted = voice.attribution?.act === 'deny' ? { source: null, relays: [], attribution: null } : voice;
  const own =
    asserted.source === null && whole?.voice.source && (c.part || q.relation !== null) ? whole.voice : asserted;
  const d = draft({
    kind: 'figure',
    type: j.measure === 'captured' && item === 'settlement' ? 'territory' : TYPE_OF_MEASURE[j.measure],
    measure: j.measure,
    item,
    quantity: q,
    sentence: index,
    first: c.np.first,
    last: cl.chunks[c.end].last,
    predicate: j.predicate,
    voice: own,
    rules: [q.kind, j.rule],
    modality: j.negated ? 'negated' : modality(s, j, c),
    hedges: hedgesOf(article, index, t),
    whole: whole ?? j.from ?? null,
    np: c.np,
  });
  if (d.modality === 'negated' && !j.negated && q.kind !== 'zero') return 'the clause says that it did not happen';
  if (d.modality === 'negated' && q.kind === 'zero') d.modality = 'actual';
  roles(article, cl, d);
  return d;
}

function modality(s: Scope, j: Judgement, c: Counted): Modality {
  const v = j.predicate >= 0 ? s.cl.chunks[j.predicate].verb : null;
  // "did not survive" is a death that happened
  if (v?.negated && /^(?:survive|live|see|find|locate|trace)$/.test(v.lemma)) return 'actual';
  return modalityOf(s.article, s.cl, j.predicate, c.np.first);
}

/**
 * A quantity as its verb has it: "went up to five" and "owned up to 11" are no bounds; "rose from 41 to 47" are two numbers, not a range.
 */
function asSaid(article: Article, q: QuantityMention): QuantityMention[] {
  const before = article.tokens[article.tokenAt(q.start) - 1]?.lower ?? '';
  if (
    q.modifier === 'up to' &&
    q.exact.length === 1 &&
    /^(?:go|goes|went|gone|own|owns|owned|add|adds|added|sum|climbed|bring|brought|live|face|faces)$/.test(before)
  ) {
    return [
      {
        ...q,
        start: q.numberStart,
        end: q.numberEnd,
        low: q.exact[0],
        high: q.exact[0],
        modifier: null,
        sense: 'exact',
      },
    ];
  }
  if (q.sense === 'range' && q.exact.length === 2 && before === 'from') {
    const words = article.text.slice(q.start, q.end);
    const to = words.lastIndexOf(' to ');
    const s = article.sentences[article.sentenceAt(article.tokenAt(q.start))];
    if (
      to > 0 &&
      /\b(?:ris(?:e|es|en|ing)|rose|rais(?:e|es|ed|ing)|climb(?:s|ed)?|increas(?:e|es|ed)|revis(?:e|es|ed)|lowered|cut|fell|dropped|went|updated|corrected)\b/.test(
        article.words(s.first, article.tokenAt(q.start)),
      )
    ) {
      const one = (n: number, start: number, end: number): QuantityMention => ({
        ...q,
        start,
        end,
        numberStart: start,
        numberEnd: end,
        low: n,
        high: n,
        exact: [n],
        sense: 'exact',
        modifier: null,
      });
      return [one(q.exact[0], q.start, q.start + to), one(q.exact[1], q.start + to + 4, q.end)];
    }
  }
  return [q];
}

/** "denied losing a single drone": the verb before, or the one that it hangs on, denies. */
function deniedBefore(cl: Clauses, k: number): boolean {
  const before = verbBefore(cl, k);
  if (!before) return false;
  if (CUE_BY_LEMMA.get(before.c.verb!.lemma)?.act === 'deny' && !before.c.verb!.negated) return true;
  if (before.c.verb!.form === 'finite') return false;
  const further = verbBefore(cl, before.c.at);
  return (
    further !== null && further.c.at === before.c.at - 1 && CUE_BY_LEMMA.get(further.c.verb!.lemma)?.act === 'deny'
  );
}

/** "dismissed the figure of 50 given by …", "rejected a claim to have taken two villages": what is denied is another's, and stands as his. */
function claimedByAnother(article: Article, cl: Clauses, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 8; i--) {
    const c = cl.chunks[i];
    if (
      c.kind === 'NP' &&
      (CUE_NOUNS.has(article.tokens[c.head].lower) ||
        /^(?:talk|figure|toll|assurance|number|rumours?|rumors?)$/.test(article.tokens[c.head].lower))
    )
      return true;
    if (c.kind === 'VG' && CUE_BY_LEMMA.has(c.verb!.lemma)) return false;
  }
  return false;
}

/** What a part is a part of, or a bare number a number of. */
function antecedent(s: Scope, c: Counted): Draft | null {
  const all = [...s.earlier.slice(-16), ...s.here].filter((d) => d.modality !== 'negated' && s.index - d.sentence <= 4);
  const item = c.apposed ? null : c.item;
  for (let i = all.length - 1; i >= 0; i--) {
    const d = all[i];
    if (item && d.item !== item.item && !(d.item === 'drone+missile' && item.sort === 'weapon')) {
      // "12 of the villagers": people of one kind among people of another, if the broad word fits
      if (!(item.item === 'person' && PERSONAL.has(d.measure!))) continue;
    }
    if (c.state && d.measure !== c.state) continue;
    return d;
  }
  return null;
}

/** The figure that a bare number speaks of: the first of this sentence's clause or of the last sentence that has any. */
function headline(s: Scope): Draft | null {
  const inSentence = s.here.at(-1);
  if (inSentence)
    return inSentence.whole && inSentence.whole.measure === inSentence.measure && inSentence.whole.sentence === s.index
      ? inSentence.whole
      : inSentence;
  const last = s.earlier.at(-1);
  if (!last || s.index - last.sentence > 4) return null;
  let first = last;
  for (let k = s.earlier.length - 2; k >= 0 && s.earlier[k].sentence === last.sentence; k--)
    if (s.earlier[k].modality !== 'negated') first = s.earlier[k];
  return first;
}

function judge(s: Scope, c: Counted, whole: Draft | null): Judgement | string {
  const { cl, article, q } = s;
  const { chunks } = cl;
  const k = c.np.at;
  const lead = leadOf(cl, k);
  const last = headline(s);
  const found = verbBefore(cl, k);
  const behind = verbsBehind(cl, k, c.end);
  // "…, two members of a militia said": the phrase is who speaks, no object of the verb before the comma
  const speaks = behind.at(-1)?.verb?.form === 'finite' && CUE_BY_LEMMA.has(behind.at(-1)!.verb!.lemma);
  const before = found?.comma && speaks ? null : found;
  const preposition = chunks[k - 1]?.kind === 'IN' ? cl.word(chunks[k - 1]) : null;
  const sibling = s.here.at(-1);
  const listed =
    sibling !== undefined &&
    c.item === null &&
    c.state === null &&
    sibling.np !== null &&
    c.np.at - sibling.np.at <= 6 &&
    !PERSONAL.has(sibling.measure!);
  const sort: ItemSort =
    c.item?.sort ??
    (listed
      ? sortOf(sibling.item)
      : c.part || q.relation !== null
        ? sortOf(whole?.item ?? null)
        : whole && !PERSONAL.has(whole.measure!) && !behind.some((v) => asSubject(article, cl, v, 'person'))
          ? sortOf(whole.item)
          : 'person');
  const leftCue = before ? CUE_BY_LEMMA.get(before.c.verb!.lemma) : undefined;

  if (lead === 'not' && q.kind !== 'zero') {
    const main = s.here.at(-1) ?? last;
    if (main?.measure) return { measure: main.measure, predicate: -1, rule: 'correction', negated: true, from: main };
  }
  if (c.state && (c.item || !c.part)) {
    const verb = behind[0] ?? (before && !before.crossed ? before.c : null);
    return { measure: c.state, predicate: verb?.at ?? -1, rule: 'state' };
  }
  if (lead === 'up from' && (last ?? whole)?.measure)
    return {
      measure: (s.here.at(-1) ?? last ?? whole)!.measure!,
      predicate: -1,
      rule: 'up-from',
      from: s.here.at(-1) ?? last ?? whole!,
    };

  // ---- a noun that counts it: "a barrage of 396 drones", "the bodies of 1,000 soldiers" ----
  const of = preposition === 'of' ? chunks[k - 2] : undefined;
  if (of?.kind === 'NP' && isBodyNoun(article.tokens[of.head].lower)) {
    const measure = bodies(s, of.at, c.end);
    return {
      measure,
      predicate: measure === 'killed' ? -1 : (verbBefore(cl, of.at)?.c.at ?? behind[0]?.at ?? -1),
      rule: 'bodies-of',
      item: 'body',
    };
  }
  if (
    of?.kind === 'NP' &&
    /^(?:convoy|column|group|garrison|force|team|crew|fleet|unit)$/.test(article.tokens[of.head].lower) &&
    c.item?.sort !== 'aid'
  )
    return 'it is the size of a body, of which the rest is said';
  const inner =
    preposition === 'of' &&
    ((of?.kind === 'NP' && article.pos[of.head] === 'CD') ||
      (chunks[k - 2]?.kind === 'IN' && cl.word(chunks[k - 2]) === 'out'));
  if (preposition === 'to' && before && /^(?:run|amount|come|add)$/.test(before.c.verb!.lemma)) {
    const subject = cl.subject(before.c.at);
    if (subject && /^loss(?:es)?$/.test(article.tokens[subject.head].lower))
      return { measure: sort === 'person' ? 'killed' : 'damaged', predicate: -1, rule: 'losses' };
  }
  const noun = ofNoun(article, cl, k, sort);
  if (noun) return { measure: noun, predicate: behind[0]?.at ?? before?.c.at ?? -1, rule: 'of-noun' };
  if (preposition === 'by' && before?.c.verb?.passive && (sort === 'weapon' || sort === 'aircraft'))
    return { measure: sort === 'weapon' ? 'hit' : 'launched', predicate: before.c.at, rule: 'agent' };

  // ---- a verb that does something to it, or that it does ----
  const object =
    before &&
    !inner &&
    (!leftCue || before.c.verb!.lemma === 'put') &&
    (preposition === null || preposition === 'of') &&
    before.c.verb!.form !== 'participle'
      ? asObject(article, cl, before.c, sort)
      : null;
  const relative = relativeVerb(cl, c.end);
  if (relative) {
    const measure = asObject(article, cl, relative, sort);
    if (measure) return { measure, predicate: relative.at, rule: `object-of-${relative.verb!.lemma}` };
  }
  if (
    object &&
    before &&
    !before.crossed &&
    preposition === null &&
    !(behind[0] && behind.at(-1)!.verb!.form === 'finite' && before.c.verb!.form === 'finite' && before.c.at < k - 2)
  )
    return { measure: object, predicate: before.c.at, rule: `object-of-${before.c.verb!.lemma}` };
  const adjacent = behind[0]?.at === c.end + 1 && behind[0].verb!.form === 'participle';
  if (preposition === null || !/^(?:by|with|from|to|at|than)$/.test(preposition) || adjacent) {
    // the finite verb goes before a participle that merely describes ("drones targeting the capital were destroyed"); what stands under
    // another number's "of" has only its own participle ("one of the two missiles launched struck")
    for (const verb of adjacent && preposition !== null && preposition !== 'of' && preposition !== 'in'
      ? behind.slice(0, 1)
      : inner || (preposition === 'of' && k === 1)
        ? behind
            .slice(0, 1)
            .filter(
              (v) => v.verb!.form !== 'finite' || chunks[v.at - 1]?.kind === 'SC' || chunks[v.at - 1]?.kind === 'WH',
            )
        : behind.toReversed()) {
      const measure = asSubject(article, cl, verb, sort);
      if (measure) return { measure, predicate: verb.at, rule: `subject-of-${verb.verb!.lemma}` };
      const state = /^(?:be|remain|lie|stay)$/.test(verb.verb!.lemma) ? stateBehind(article, cl, verb.at) : null;
      if (
        state &&
        (state !== 'returned' || c.item?.item === 'hostage' || c.item?.item === 'prisoner' || sort === 'body')
      )
        return { measure: state, predicate: verb.at, rule: 'is-state' };
      const are = areItems(s, c, verb.at, whole, last);
      if (are) return are;
    }
  }
  const large = (q.low ?? q.high ?? 0) >= 100;
  if (large && sort === 'person' && behind.some((v) => /^(?:leave|arrive|reach|cross|register)$/.test(v.verb!.lemma)))
    return { measure: 'displaced', predicate: behind.at(-1)!.at, rule: 'people-moved' };
  // "three were injured, one of them critically"
  if (c.part && !c.state && sibling?.measure && chunks[k - 1]?.kind === 'CM' && behind.length === 0) {
    const prior = chunks[k - 2];
    if (prior?.kind === 'NP' && article.pos[prior.first] === 'CD' && prior !== sibling.np)
      return 'it is a part of something that is not counted';
    return { measure: sibling.measure, predicate: -1, rule: 'part-of', from: sibling };
  }
  if (
    s.q.kind === 'other' ||
    (c.item === null && /^one$/i.test(article.text.slice(q.start, q.end)) && !c.apposed && !c.state)
  )
    return 'it is a pronoun';
  if (object && before) return { measure: object, predicate: before.c.at, rule: `object-of-${before.c.verb!.lemma}` };
  if (c.state) return { measure: c.state, predicate: behind[0]?.at ?? -1, rule: 'state-part' };
  if (
    (preposition === 'with' || preposition === 'using' || preposition === 'involving') &&
    (sort === 'weapon' || sort === 'aircraft')
  )
    return { measure: 'launched', predicate: before?.c.at ?? -1, rule: 'attack-with' };

  // ---- a toll ----
  if (c.item === null || c.item.sort === 'person') {
    const toll = tollJudged(s, c, preposition, before?.c.at ?? -1, last);
    if (toll) return toll;
  }
  if (c.item?.sort === 'weapon' && preposition === 'of' && k === 1)
    return { measure: 'launched', predicate: -1, rule: 'of-those-launched' };
  if (c.item === null && preposition === 'against' && sibling?.measure)
    return { measure: sibling.measure, predicate: -1, rule: 'against', from: sibling };
  if (
    c.item?.sort === 'person' &&
    preposition === 'of' &&
    leftCue?.act === 'say' &&
    last?.measure &&
    PERSONAL.has(last.measure)
  )
    return { measure: last.measure, predicate: -1, rule: 'speaks-of', from: last };
  // ---- what goes on from an earlier figure ----
  if (
    whole?.measure &&
    (c.part || q.relation !== null || lead === 'including') &&
    (c.item === null ||
      c.apposed ||
      whole.item === c.item.item ||
      (c.item.sort === 'person' && PERSONAL.has(whole.measure) && whole.sentence === s.index))
  )
    return { measure: whole.measure, predicate: -1, rule: 'part-of', from: whole };
  if ((lead === 'including' || lead === 'among') && c.item && (sibling ?? last)?.measure) {
    const main = sibling ?? last!;
    if (PERSONAL.has(main.measure!) === (c.item.sort === 'person'))
      return { measure: main.measure!, predicate: -1, rule: 'including', from: main };
  }
  if (
    (preposition === 'for' || c.item?.item === 'prisoner' || c.item?.item === 'hostage') &&
    (sort === 'person' || sort === 'body') &&
    (exchangeIn(s) || (preposition === 'for' && (c.item?.item === 'prisoner' || c.item?.item === 'hostage')))
  )
    return {
      measure: 'returned',
      predicate: before?.c.at ?? -1,
      rule: 'exchanged-for',
      item: c.item ? undefined : sibling?.item,
    };
  if (c.item?.sort === 'body') return { measure: 'killed', predicate: -1, rule: 'bodies' };
  if (c.item?.sort === 'weapon' && inner) return { measure: 'launched', predicate: -1, rule: 'of-those-launched' };
  if (
    sibling?.measure &&
    !speaks &&
    !inner &&
    inList(cl, k, sibling) &&
    (c.item === null || sortOf(sibling.item) === c.item.sort)
  )
    return { measure: sibling.measure, predicate: sibling.predicate, rule: 'list', from: sibling };
  if (c.item === null && last?.measure && bare(s, c, before?.c.at ?? -1))
    return { measure: last.measure, predicate: -1, rule: 'bare-number', from: last };
  if (c.item?.sort === 'weapon' && (leftCue?.act === 'say' || attackIn(s)))
    return {
      measure:
        last && last.sentence === s.index && last.item === c.item.item && last.measure ? last.measure : 'launched',
      predicate: -1,
      rule: 'claimed-weapons',
    };
  if ((c.item?.item === 'hostage' || c.item?.item === 'prisoner') && before)
    return { measure: 'captured', predicate: -1, rule: 'captives' };
  if (
    preposition === 'in' &&
    c.item?.sort === 'property' &&
    /\b(?:windows|roofs|damage|damaged|walls|glass|destroyed)\b/.test(
      article.lower(article.sentences[s.index].first, c.np.first),
    )
  )
    return { measure: 'damaged', predicate: before?.c.at ?? -1, rule: 'damage-in' };
  return 'no word around it says what became of what it counts';
}

/** "Eight of them were children", "Two were company commanders": the item stands as the predicate. */
function areItems(s: Scope, c: Counted, verb: number, whole: Draft | null, last: Draft | null): Judgement | null {
  const { article, cl } = s;
  if (cl.chunks[verb].verb!.lemma !== 'be' || (c.item !== null && !c.part)) return null;
  const predicate = cl.chunks[verb + 1];
  if (predicate?.kind !== 'NP' || article.pos[predicate.first] === 'CD') return null;
  const item = itemOf(article.tokens[predicate.head].lower, article.tokens[predicate.head].capital);
  const main = whole ?? last;
  const measure = c.state ?? (main?.measure && PERSONAL.has(main.measure) ? main.measure : null);
  return item && item.sort === 'person' && measure
    ? { measure, predicate: -1, rule: 'are-item', from: main ?? undefined, item: item.item }
    : null;
}

/** Are bodies handed over, or merely there? */
function bodies(s: Scope, at: number, end: number): Measure {
  const around = [verbBefore(s.cl, at)?.c, ...verbsBehind(s.cl, at, end)];
  for (const v of around)
    if (
      v &&
      /^(?:return|hand|repatriate|exchange|swap|send|transfer|bring|give|receive|release|turn)$/.test(v.verb!.lemma)
    )
      return 'returned';
  return 'killed';
}

function tollJudged(
  s: Scope,
  c: Counted,
  preposition: string | null,
  verb: number,
  last: Draft | null,
): Judgement | null {
  const { cl, article } = s;
  const k = c.np.at;
  if (preposition !== null && !/^(?:at|to|of|from|on|as|than|by)$/.test(preposition)) return null;
  const of = preposition === 'of' ? cl.chunks[k - 2] : undefined;
  const figureOf =
    of?.kind === 'NP' &&
    /^(?:figure|toll|total|count|tally|number|estimate|report|claim|talk|death|list)$/.test(
      article.tokens[of.head].lower,
    );
  const lemma = verb >= 0 ? cl.chunks[verb].verb!.lemma : null;
  if (
    !figureOf &&
    !(lemma !== null && TOLL_VERBS.has(lemma)) &&
    lemma !== null &&
    cl.chunks[verb].verb!.form === 'finite'
  )
    return null;
  if (preposition === 'of' && !figureOf) return null;
  if (lemma === 'be') {
    const subject = cl.subject(verb);
    if (
      !subject ||
      !/^(?:count|toll|figure|number|total|tally|estimate|dead|it|that)$/.test(article.tokens[subject.head].lower)
    )
      return null;
  }
  const toll = tollAround(article, cl, k, c.end);
  if (!toll) return null;
  const measure =
    toll.measure ?? (c.item === null && last?.measure && s.index - last.sentence <= 3 ? last.measure : null);
  if (measure === null) return null;
  return {
    measure,
    predicate: -1,
    rule: 'toll',
    item: c.item ? undefined : toll.measure === null ? undefined : (toll.item ?? 'person'),
    from: toll.measure === null ? (last ?? undefined) : undefined,
  };
}

/** A number that stands for itself: said, claimed, counted, or a clause of its own. */
function bare(s: Scope, c: Counted, verb: number): boolean {
  const { cl, article } = s;
  const k = c.np.at;
  if (cl.chunks[c.end + 1]?.kind === 'NP') return false;
  const before = cl.chunks[k - 1];
  const after = cl.chunks[c.end + 1];
  // "Up to 25, an army officer told AFP."
  if (
    (!before || before.kind === 'QT') &&
    (!after || after.kind === 'CM' || after.kind === 'QT' || after.kind === 'PU')
  )
    return true;
  if (article.pos[c.np.first] === 'PP$') return true;
  if (verb < 0) return false;
  const v = cl.chunks[verb].verb!;
  if (v.lemma === 'be' || v.lemma === 'number') {
    // "Its first count had been nine", not "he is 34"
    const subject = cl.subject(verb);
    return (
      subject !== null &&
      /^(?:count|toll|figure|number|total|tally|estimate|it|that)$/.test(article.tokens[subject.head].lower)
    );
  }
  if (!TOLL_VERBS.has(v.lemma) || v.negated) return false;
  for (let i = verb + 1; i < k; i++)
    if (cl.chunks[i].kind === 'VG' || cl.chunks[i].kind === 'SC' || cl.chunks[i].kind === 'PU') return false;
  return before.kind !== 'IN' || /^(?:of|to|at|by|from)$/.test(cl.word(before));
}

function itemName(s: Scope, c: Counted, j: Judgement, whole: Draft | null): string | null {
  if (j.item) return j.item;
  if (c.both) return 'drone+missile';
  if (c.item) {
    if (c.item.sort === 'people') return PERSONAL.has(j.measure) ? 'person' : null;
    return c.item.item;
  }
  const main = j.from ?? whole;
  if (!PERSONAL.has(j.measure)) return main && !PERSONAL.has(main.measure!) ? pairOf(s, c, main) : null;
  if (main?.item && PERSONAL.has(main.measure!)) {
    // parts and repetitions keep the word, but a child among the dead does not make the toll one of children
    const same = j.measure === main.measure;
    if (
      (c.part || j.rule === 'list' || j.rule === 'bare-number' || j.rule === 'correction' || s.q.relation !== null) &&
      same &&
      main.item !== 'child' &&
      main.item !== 'woman' &&
      main.item !== 'body'
    )
      return main.item;
    if (c.part && ARMED.has(main.item)) return main.item;
  }
  const sibling = s.here.at(-1);
  if (
    sibling?.item &&
    ARMED.has(sibling.item) &&
    sibling.measure !== 'captured' &&
    j.rule !== 'up-from' &&
    !c.part &&
    sibling.np &&
    c.np.at - sibling.np.at <= 5
  )
    return sibling.item;
  return 'person';
}

/** "28 of which": of two siblings that are drones and missiles, both. */
function pairOf(s: Scope, c: Counted, main: Draft): string | null {
  if (!c.part) return main.item;
  const siblings = new Set(
    [...s.earlier.slice(-4), ...s.here]
      .filter((d) => d.sentence === main.sentence && d.measure === main.measure)
      .map((d) => d.item),
  );
  return siblings.size === 2 && siblings.has('drone') && siblings.has('missile') && main.sentence === s.index
    ? 'drone+missile'
    : main.item;
}

const sortOf = (item: string | null): ItemSort =>
  item === null ? 'person' : item === 'drone+missile' ? 'weapon' : (itemOf(item, false)?.sort ?? 'person');

/** Words right before the number's phrase that turn it. */
function leadOf(cl: Clauses, k: number): 'not' | 'up from' | 'including' | 'among' | null {
  const { chunks, tokens } = cl;
  let words = '';
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    if (chunks[i].kind === 'NP' || chunks[i].kind === 'VG') break;
    words = `${cl.word(chunks[i])} ${words}`;
  }
  words = words.trim();
  if (/\bnot$/.test(words) || tokens[chunks[k].first].lower === 'not' || /(?:rather than|instead of)$/.test(words))
    return 'not';
  if (
    /\b(?:up|down|rising|compared|revised)\b.* ?(?:from|with)$/.test(words) ||
    (/^from$/.test(words) && /^(?:up|down)$/.test(tokens[chunks[k - 1].first - 1]?.lower ?? ''))
  )
    return 'up from';
  if (/\b(?:including|included)$/.test(words)) return 'including';
  const inner =
    chunks[k - 1]?.kind === 'NP' &&
    chunks[k - 2]?.kind === 'IN' &&
    cl.word(chunks[k - 2]) === 'among' &&
    /^(?:them|whom|these|those)$/.test(tokens[chunks[k - 1].head].lower);
  if (inner) return 'including';
  if (/\bamong$/.test(words)) return 'among';
  if (
    chunks[k + 1]?.kind === 'IN' &&
    cl.word(chunks[k + 1]) === 'among' &&
    chunks[k + 2]?.kind === 'NP' &&
    /^(?:them|whom|the)/.test(tokens[chunks[k + 2].first].lower)
  )
    return 'including';
  return null;
}

function exchangeIn(s: Scope): boolean {
  const { first, last } = s.article.sentences[s.index];
  for (let i = first; i < last; i++)
    if (/^(?:exchanged?|swap(?:ped)?|return|released?|freed|handover|hand)$/.test(s.article.tokens[i].lower))
      return true;
  return false;
}

/** Does the sentence speak of an attack, so that weapons in it were launched? */
function attackIn(s: Scope): boolean {
  const { first, last } = s.article.sentences[s.index];
  for (let i = first; i < last; i++)
    if (
      /^(?:barrages?|salvos?|volleys?|attacks?|raids?|record|assault|bombardment|wave|tally|incoming)$/.test(
        s.article.tokens[i].lower,
      )
    )
      return true;
  return false;
}

/** Does the phrase at `k` continue a list that the figure before it began? */
function inList(cl: Clauses, k: number, sibling: Draft): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'VG' || c.kind === 'SC' || (c.kind === 'PU' && cl.tokens[c.first].text !== ':')) return false;
    if (sibling.np && c.at === sibling.np.at) return true;
  }
  return false;
}
