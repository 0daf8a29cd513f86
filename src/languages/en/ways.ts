import type { Measure } from '../../model/claim.ts';
import type { Chunk } from './chunk.ts';
import { isBodyNoun } from './counted.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft } from './draft.ts';
import { relativeVerb, verbBefore, verbsBehind, wordsBehind } from './governing.ts';
import { FATES, happeningOf, NOUN_HAPPENINGS, STATES } from './happenings.ts';
import { itemOf, singular } from './items.ts';
import { asObject, asSubject, ofNoun, REPORTING, stateBehind } from './measures.ts';
import { PERSONAL, type Situation, sortOf, topicBefore } from './situation.ts';
import { bare, NUMBER_NOUNS, TOLL_VERBS, toll, tollBefore } from './tolls.ts';
import { list } from './words.ts';

/** What a number measures and by which word; `rule` names the way it was found. */
export interface Judgement {
  measure: Measure;
  /** Chunk of the deciding verb; -1 when a noun or what was said before decides. */
  predicate: number;
  rule: string;
  negated?: true;
  /** The measure comes from an earlier figure: so may the item. */
  from?: Draft;
  item?: string | null;
}

/** One way to read a number: a judgement, or why it is no figure, or null when this way does not apply. */
type Way = (s: Situation) => Judgement | string | null;

/** What a number measures, or why nothing: the first way that says anything decides. */
export function judge(s: Situation): Judgement | string {
  for (const way of WAYS) {
    const said = way(s);
    if (said !== null) return said;
  }
  return 'no word around it says what became of what it counts';
}

const behindAt = (s: Situation): number => s.behind[0]?.at ?? -1;
const beforeAt = (s: Situation): number => s.before?.c.at ?? -1;
const isCaptive = (item: string | undefined): boolean => item === 'hostage' || item === 'prisoner';

/** "31, not the 33 first reported": what is taken back. */
const correction: Way = ({ lead, q, here, last }) => {
  const main = here.at(-1) ?? last;
  return lead === 'not' && q.kind !== 'zero' && main?.measure
    ? { measure: main.measure, predicate: -1, rule: 'correction', negated: true, from: main }
    : null;
};

const FINAL: ReadonlySet<Measure> = new Set(['killed', 'returned']);

/** "26 dead", "five wounded soldiers": the phrase itself says it. */
const ownState: Way = (s) => {
  const { c, behind, before } = s;
  if (!c.state || (c.part && !c.item)) return null;
  // "executed 21 captured soldiers": what is done to them now goes before what was
  const done = c.attributive ? (nearObject(s) ?? subject(s)) : null;
  if (done && typeof done !== 'string' && (FINAL.has(done.measure) || c.state === 'displaced')) return done;
  const verb = behind[0] ?? (before && !before.crossed ? before.c : null);
  return { measure: c.state, predicate: verb?.at ?? -1, rule: 'state' };
};

/** "up from nine in May". */
const upFrom: Way = (s) => {
  const { lead, here, last, whole } = s;
  const main = here.at(-1) ?? last ?? whole;
  // "the number of wounded had shot up from six": the words of the toll go before what was counted last
  const said = lead === 'up from' ? toll(s) : null;
  if (said && !said.from) return said;
  return lead === 'up from' && main?.measure
    ? { measure: main.measure, predicate: -1, rule: 'up-from', from: main }
    : null;
};

const HANDING = list('return hand repatriate exchange swap send transfer bring give receive release turn');

/** "the bodies of 1,000 soldiers": handed over, or merely there. */
const bodiesOf: Way = (s) => {
  const { cl, of, c } = s;
  if (!of || !isBodyNoun(cl.tokens[of.head].lower)) return null;
  const around = [verbBefore(cl, of.at)?.c, ...verbsBehind(cl, of.at, c.end)];
  const handed = around.some((v) => v && HANDING.has(v.verb!.lemma));
  return {
    measure: handed ? 'returned' : 'killed',
    predicate: handed ? (verbBefore(cl, of.at)?.c.at ?? behindAt(s)) : -1,
    rule: 'bodies-of',
    item: 'body',
  };
};

const HOSTS = list('convoy column group garrison force team crew fleet unit');

const LIKENESSES = list(
  'name names identity identities photograph photographs photo photos picture pictures video videos footage image images list lists',
);

/** "the names of 15 of the victims". */
const likeness: Way = ({ cl, of, c }) =>
  c.part && of && LIKENESSES.has(cl.tokens[of.head].lower) ? 'it is of their names or pictures' : null;

const WHERE = list('in at on near from into inside outside behind');
const NAMES = list('names');

/** "a list of 51 names", "has the names of eleven": as many people as the toll that is spoken of. */
const names: Way = ({ cl, c, of, last }) => {
  const head = cl.tokens[c.np.head].lower;
  if (c.state) return null;
  if (!NAMES.has(head) && !(of && c.item === null && NAMES.has(cl.tokens[of.head].lower))) return null;
  return last?.measure && PERSONAL.has(last.measure)
    ? { measure: last.measure, predicate: -1, rule: 'names', item: 'person' }
    : 'it is a number of names';
};

/** "was one of the reporters wounded there": names somebody, counts nobody. */
const namesOne: Way = ({ q, c, before, preposition }) =>
  q.low === 1 &&
  c.part &&
  ((preposition !== null && WHERE.has(preposition)) || (before?.c.verb?.lemma === 'be' && before.c.at === c.np.at - 1))
    ? 'it names one, and counts nobody'
    : null;

/** "14 members of one family": who was counted is the members. */
const oneFamily: Way = ({ c, q, of }) =>
  c.item?.sort === 'family' && q.low === 1 && of ? 'its members are counted, not it' : null;

/** "a garrison of 400 men", save a convoy of aid, and what befell all of it ("a group of six was freed"). */
const sizeOfBody: Way = (s) => {
  if (!s.of || !HOSTS.has(s.cl.tokens[s.of.head].lower) || s.c.item?.sort === 'aid') return null;
  const whole = s.sort === 'person' ? subject(s) : null;
  return whole && typeof whole !== 'string' && whole.predicate >= 0
    ? whole
    : 'it is the size of a body, of which the rest is said';
};

const AMOUNTING = list('run amount come add');
const BEING = list('be number total reach stand exceed');
const LOSSES = list('loss losses');

/** "losses ran to 60 men", "his losses were 60 men". */
const losses: Way = ({ cl, k, preposition, before, sort }) => {
  if (!before) return null;
  const { lemma } = before.c.verb!;
  const joined = cl.chunks[k - 1]?.kind === 'CC';
  if (!((preposition === 'to' || joined) && AMOUNTING.has(lemma)) && !(preposition !== 'of' && BEING.has(lemma)))
    return null;
  const subject = cl.subject(before.c.at);
  return subject && LOSSES.has(cl.tokens[subject.head].lower)
    ? { measure: sort === 'person' ? 'killed' : 'damaged', predicate: -1, rule: 'losses' }
    : null;
};

/** "a barrage of 396 drones", "the deaths of 12 people". */
const underNoun: Way = (s) => {
  const measure = ofNoun(s.article, s.cl, s.k, s.sort);
  if (!measure) return null;
  // "had nothing to do with the abduction of": a verb that governs the noun by a preposition says nothing of it
  const governs = s.cl.chunks[s.of!.at - 1]?.kind !== 'IN';
  return { measure, predicate: s.behind[0]?.at ?? (governs ? beforeAt(s) : -1), rule: 'of-noun' };
};

/** "was struck by three shells". */
const agent: Way = ({ preposition, before, sort }) =>
  preposition === 'by' && before?.c.verb?.passive && (sort === 'weapon' || sort === 'aircraft')
    ? { measure: sort === 'weapon' ? 'hit' : 'launched', predicate: before.c.at, rule: 'agent' }
    : null;

/** "the six drones that the militia sent". */
const relativeObject: Way = (s) => {
  const { article, cl, c, sort } = s;
  if (partOfCounted(s)) return null;
  const verb = relativeVerb(cl, c.end);
  // "the 50 drones of which the ministry speaks"
  if (verb && sort === 'weapon' && CUE_BY_LEMMA.has(verb.verb!.lemma))
    return { measure: 'launched', predicate: verb.at, rule: 'spoken-of' };
  // "whom the navy lists as missing"
  const measure =
    verb &&
    (asObject(article, cl, verb, sort) ?? (REPORTING.has(verb.verb!.lemma) ? stateBehind(article, cl, verb.at) : null));
  return measure ? { measure, predicate: verb.at, rule: `object-of-${verb.verb!.lemma}` } : null;
};

/** Verbs of saying that do something as well: "put 40 people up", "claimed 17 lives". */
const SAYING_AND_DOING = list('put claim list count report register name describe');

const JOINING: ReadonlySet<Chunk['kind']> = new Set(['CC', 'CM']);

/** What the verb before it does to it, if that verb can have it for its object. */
function objectMeasure(s: Situation): Measure | null {
  const { article, cl, k, of, before, inner, stray, beforeSays, preposition, sort } = s;
  // "released pictures of four soldiers" frees nobody
  if (of && LIKENESSES.has(cl.tokens[of.head].lower)) return null;
  if (!before || inner || before.c.verb!.form === 'participle') return null;
  if (stray && JOINING.has(cl.chunks[k - 1].kind)) return null;
  if (beforeSays && !SAYING_AND_DOING.has(before.c.verb!.lemma)) return null;
  const under =
    preposition === 'of' &&
    (of === null || cl.tokens[of.head].lower === 'family' || NUMBER_NOUNS.has(cl.tokens[of.head].lower));
  return preposition === null || under ? asObject(article, cl, before.c, sort) : null;
}

const objectOf = (before: { c: Chunk }, measure: Measure): Judgement => ({
  measure,
  predicate: before.c.at,
  rule: `object-of-${before.c.verb!.lemma}`,
});

/** "killed 12 people": the verb right before it, unless a finite verb behind it has it for its subject. */
const nearObject: Way = (s) => {
  const { before, behind, preposition, k } = s;
  const measure = objectMeasure(s);
  if (!measure || !before || before.crossed || preposition !== null) return null;
  const subjectOfAnother =
    behind.at(-1)?.verb?.form === 'finite' && before.c.verb!.form === 'finite' && before.c.at < k - 2;
  return subjectOfAnother ? null : objectOf(before, measure);
};

/** "killed six people and, on the road, four more": the same, from further off. */
const farObject: Way = (s) => {
  if (s.stray) return null;
  const measure = objectMeasure(s);
  return measure && s.before ? objectOf(s.before, measure) : null;
};

/** "one of the 12 generators that were delivered": what describes the 12 says nothing of the one. */
const partOfCounted = ({ article, cl, c }: Situation): boolean => {
  const np = cl.chunks[c.end];
  return c.part && c.end > c.np.at && article.pos.slice(np.first, np.last).includes('CD');
};

const FALLING = list('fall land');
const NO_SUBJECT_UNDER = list('by with from to at than');
const COPULAS = list('be remain lie lay stay');

/** "12 people died", "three drones were shot down", "nine are missing". */
const subject: Way = (s) => {
  const { article, cl, c, sort, preposition } = s;
  const verbs = subjectVerbs(s);
  // "the two farmers who died were hit by shells": nothing becomes of the dead
  for (const verb of verbs)
    if (verbs.length > 1 && asSubject(article, cl, verb, sort) === 'killed')
      return { measure: 'killed', predicate: verb.at, rule: `subject-of-${verb.verb!.lemma}` };
  for (const verb of verbs) {
    // "shells fired from a post fell on the camp": who fired them says more than where they fell
    if (verbs.length > 1 && verb === verbs[0] && FALLING.has(verb.verb!.lemma) && sort === 'weapon') continue;
    const measure = asSubject(article, cl, verb, sort);
    if (measure) return { measure, predicate: verb.at, rule: `subject-of-${verb.verb!.lemma}` };
    const state = COPULAS.has(verb.verb!.lemma) ? stateBehind(article, cl, verb.at) : null;
    if (state && (state !== 'returned' || isCaptive(c.item?.item) || sort === 'body'))
      return { measure: state, predicate: verb.at, rule: 'is-state' };
    const are = preposition === 'of' ? null : areItems(s, verb.at);
    if (are) return are;
  }
  return null;
};

/**
 * The verbs that may have the number's phrase for their subject, in the order to ask them. The finite verb goes before a participle that
 * merely describes ("drones targeting the capital were destroyed"); what stands under another number's "of" has only its own participle
 * ("one of the two missiles launched struck").
 */
function subjectVerbs(s: Situation): readonly Chunk[] {
  const { cl, k, c, behind: all, preposition, inner } = s;
  const describesWhole = partOfCounted(s) && all.length > 1;
  const behind = all.filter(
    (v) => !isStateOfAnother(cl, c.end, v) && !(describesWhole && v.at === c.end + 1 && v.verb!.form === 'participle'),
  );
  const adjacent = behind[0]?.at === c.end + 1 && (behind[0].verb!.form === 'participle' || isBarePast(s, behind[0]));
  if (preposition !== null && NO_SUBJECT_UNDER.has(preposition) && !adjacent) return [];
  if (adjacent && preposition !== null && preposition !== 'of' && preposition !== 'in') return behind.slice(0, 1);
  if (inner || (preposition === 'of' && k === 1)) {
    const describes = (v: Chunk) => v.at === c.end + 1 && isSinglePast(s, v) && cl.object(v.at) === null;
    const opens = (v: Chunk) => ['SC', 'WH'].includes(cl.chunks[v.at - 1]?.kind);
    return behind
      .slice(0, 1)
      .filter((v) => v.verb!.form !== 'finite' || opens(v) || describes(v))
      .map((v) => (describes(v) ? { ...v, verb: { ...v.verb!, form: 'participle', passive: true } } : v));
  }
  return behind.toReversed();
}

/** Under a preposition nothing is the subject of a past: "with 12 tanks turned to scrap". */
const isBarePast = (s: Situation, verb: Chunk): boolean =>
  s.preposition !== null && s.preposition !== 'of' && isSinglePast(s, verb);

const isSinglePast = ({ article }: Situation, verb: Chunk): boolean =>
  verb.last - verb.first === 1 && article.pos[verb.head] === 'VBD' && article.pos[verb.head - 1] !== 'WH';

/** "12 bodies and 55 wounded": what looks like a verb is the state of the bare number before it. */
function isStateOfAnother(cl: Situation['cl'], end: number, verb: Chunk): boolean {
  const np = cl.chunks[verb.at - 1];
  return (
    np?.kind === 'NP' &&
    np.at > end &&
    verb.last - verb.first === 1 &&
    cl.tokens[np.head].kind === 'number' &&
    STATES[cl.tokens[verb.head].lower] !== undefined
  );
}

/** "Eight of them were children", "Two were company commanders": the item stands as the predicate. */
function areItems(s: Situation, verb: number): Judgement | null {
  const { cl, c, whole, last } = s;
  if (cl.chunks[verb].verb!.lemma !== 'be' || (c.item !== null && !c.part)) return null;
  const item = predicateItem(s, verb);
  const main = whole ?? last;
  // "Of the victims, 38 were men and six were children": it stands in front of the sentence or of the number
  const opening = cl.chunks.slice(0, 4).find((x) => x.kind === 'CM');
  const measure =
    c.state ??
    frontState(s, opening) ??
    frontState(s, cl.chunks[s.k - 1]) ??
    (main && PERSONAL.has(main.measure!) ? main.measure : null);
  return item && measure ? { measure, predicate: -1, rule: 'are-item', from: main ?? undefined, item } : null;
}

const UNDER_AGE =
  /^(?:still |aged ){0,2}(?:under|below|younger than)(?: the age of)? (?:1[0-8]|[1-9]|two|five|six|ten|twelve|fifteen|sixteen|eighteen)\b/;

/** What people are said to be: "were children", "were under the age of 12". */
function predicateItem({ article, cl }: Situation, verb: number): string | null {
  if (UNDER_AGE.test(wordsBehind(article, cl, verb))) return 'child';
  const predicate = cl.chunks[verb + 1];
  if (predicate?.kind !== 'NP' || article.pos[predicate.first] === 'CD') return null;
  const item = itemOf(article.tokens[predicate.head].lower, article.tokens[predicate.head].capital);
  return item?.sort === 'person' ? item.item : null;
}

const FRONT = list('among of');

/** "Among the dead, …", "Of those killed, …": the state that stands in front, ending at `end`. */
function frontState(s: Situation, end: Chunk | undefined): Measure | null {
  const { cl } = s;
  const { chunks } = cl;
  if (!end) return null;
  let i = end.kind === 'CM' ? end.at - 1 : end.at;
  if (chunks[i]?.kind === 'VG') i--;
  const np = chunks[i];
  const lead = chunks[i - 1];
  if ((np?.kind !== 'NP' && np?.kind !== 'JJ') || lead?.kind !== 'IN' || !FRONT.has(cl.word(lead))) return null;
  return stateOf(s, np);
}

const ARMED = list('soldier fighter prisoner hostage');
const MOVING = list('leave arrive reach cross register');
const FAMILIES_MOVING = list('leave arrive reach cross go move come');

const LISTED_BY = list('be include comprise number');

/** "the dead", "those killed": the state that a phrase names. */
function stateOf({ cl }: Situation, np: Chunk | null): Measure | null {
  if (np) for (let t = np.first; t < np.last; t++) if (STATES[cl.tokens[t].lower]) return STATES[cl.tokens[t].lower];
  return null;
}

/** "Among the dead were five children", "The missing include two nurses". */
const amongState: Way = (s) => {
  const { before, c, preposition } = s;
  if (!c.item || preposition !== null || !before || !LISTED_BY.has(before.c.verb!.lemma)) return null;
  const measure =
    frontState(s, before.c) ?? (before.c.verb!.lemma === 'be' ? null : stateOf(s, s.cl.subject(before.c.at)));
  return measure ? { measure, predicate: before.c.at, rule: 'among-state' } : null;
};

/** "4,000 people have crossed since Monday": so many do not travel for pleasure. */
const peopleMoved: Way = ({ q, c, sort, behind }) =>
  behind.some((v) => (sort === 'family' ? FAMILIES_MOVING : MOVING).has(v.verb!.lemma)) &&
  (sort === 'family' || ((q.low ?? q.high ?? 0) >= 100 && sort === 'person' && !ARMED.has(c.item?.item ?? '')))
    ? { measure: 'displaced', predicate: behind.at(-1)!.at, rule: 'people-moved' }
    : null;

/** "three were injured, one of them critically". */
const partInPassing: Way = ({ article, cl, c, k, sibling, behind }) => {
  if (!c.part || c.state || !sibling?.measure || cl.chunks[k - 1]?.kind !== 'CM' || behind.length > 0) return null;
  const prior = cl.chunks[k - 2];
  // "craters, 64 of them"
  const uncounted =
    prior?.kind === 'NP' &&
    cl.tokens[prior.head].lower.endsWith('s') &&
    !itemOf(cl.tokens[prior.head].lower, cl.tokens[prior.head].capital);
  return prior?.kind === 'NP' && prior !== sibling.np && (article.pos[prior.first] === 'CD' || uncounted)
    ? 'it is a part of something that is not counted'
    : { measure: sibling.measure, predicate: -1, rule: 'part-of', from: sibling };
};

const pronoun: Way = ({ article, cl, k, q, c, sibling }) => {
  const one =
    q.kind === 'other' ||
    (c.item === null && !c.apposed && !c.state && article.text.slice(q.start, q.end).toLowerCase() === 'one');
  // "two in Sake and one in Masisi"
  const listed = sibling !== null && cl.chunks[k + 1]?.kind === 'IN' && inList(cl, k, sibling);
  return one && !listed ? 'it is a pronoun' : null;
};

/** "four of the wounded". */
const statePart: Way = (s) => (s.c.state ? { measure: s.c.state, predicate: behindAt(s), rule: 'state-part' } : null);

const MAKING_OFF = list('drive make run ride escape get');
const OFF = list('off away');

/** "drove off with two lorries". */
const madeOffWith: Way = ({ preposition, before, c, whole }) =>
  preposition === 'with' &&
  before &&
  MAKING_OFF.has(before.c.verb!.lemma) &&
  OFF.has(before.c.verb!.particle ?? '') &&
  (c.item || whole)
    ? { measure: 'captured', predicate: before.c.at, rule: 'made-off-with' }
    : null;

const USING = list('with using involving');

/** "attacked the port with six drones". */
const attackWith: Way = (s) =>
  !(s.before && happeningOf(s.before.c.verb!)?.type === 'detention') &&
  s.preposition !== null &&
  USING.has(s.preposition) &&
  (s.sort === 'weapon' || s.sort === 'aircraft')
    ? { measure: 'launched', predicate: beforeAt(s), rule: 'attack-with' }
    : null;

/** "Of the 36 missiles, 30 were shot down": the 36 were launched. */
const ofThoseLaunched: Way = ({ c, k, preposition, inner }) =>
  c.item?.sort === 'weapon' && ((preposition === 'of' && k === 1) || inner)
    ? { measure: 'launched', predicate: -1, rule: 'of-those-launched' }
    : null;

/** "74 dead, as against three". */
const against: Way = ({ c, preposition, sibling }) =>
  c.item === null && preposition === 'against' && sibling?.measure
    ? { measure: sibling.measure, predicate: -1, rule: 'against', from: sibling }
    : null;

const ADMITTING = list('own admit confess');

/** "the ministry speaks of seven civilians", "owned up to a single soldier", after a toll. */
const speaksOf: Way = ({ cl, c, of, preposition, before, last }) =>
  (of === null || NUMBER_NOUNS.has(cl.tokens[of.head].lower)) &&
  c.item?.sort === 'person' &&
  (preposition === 'of' || (preposition === 'to' && before && ADMITTING.has(before.c.verb!.lemma))) &&
  before &&
  CUE_BY_LEMMA.get(before.c.verb!.lemma)?.act === 'say' &&
  last?.measure &&
  PERSONAL.has(last.measure)
    ? { measure: last.measure, predicate: -1, rule: 'speaks-of', from: last }
    : null;

/** Verbs that add nothing to what was said of the whole: "two of them were from Ghana", "another 12 followed". */
const CONTINUING = list('be include come belong follow');
const CONTINUING_BE = /^(?:also )?(?:of|from|among|over|aged|believed|thought|said|known)\b/;
/** Prepositions under which a number begins something of its own: "graves for 100 more". */
const STARTING = list('for than between into after before about');

/** Has the number a verb of its own, which says something else of it than was said of the whole? */
function goesOwnWay(s: Situation): boolean {
  const { article, cl, k, c, q, index, whole, behind, before, beforeSays, preposition } = s;
  if (preposition !== null && STARTING.has(preposition)) return q.relation !== 'remaining' && q.relation !== 'other';
  // "17 vehicles, four of them armoured, were destroyed"
  if (c.part && whole?.sentence === index && cl.chunks[k - 1]?.kind === 'CM') return false;
  // "there were 120 of them": how many there are says nothing of what became of them
  if (c.part && before?.c.verb?.lemma === 'be' && cl.word(cl.chunks[before.c.at - 1] ?? before.c) === 'there')
    return true;
  const verb = behind.at(-1);
  if (verb?.verb?.form === 'finite' && preposition === null) {
    if (!CONTINUING.has(verb.verb.lemma)) return true;
    const next = cl.chunks[verb.at + 1];
    return verb.verb.lemma === 'be' && next?.kind !== 'NP' && !CONTINUING_BE.test(wordsBehind(article, cl, verb.at));
  }
  if (!before || before.comma || preposition !== null || beforeSays) return false;
  return !TOLL_VERBS.has(before.c.verb!.lemma);
}

/** "another 12", "five of them", "including three": what was said of the whole holds of the part. */
const continued: Way = (s) => {
  const { c, q, lead, whole, index } = s;
  if (!whole?.measure || !(c.part || q.relation !== null || lead === 'including')) return null;
  if (lead !== 'including' && goesOwnWay(s)) return 'its verb says something else of it than was said of the whole';
  const fits =
    c.item === null ||
    c.apposed ||
    whole.item === c.item.item ||
    (c.item.sort === 'person' && PERSONAL.has(whole.measure) && whole.sentence === index);
  if (!fits) return null;
  const modal = s.behind.at(-1)?.verb?.modal ? s.behind.at(-1)!.at : -1;
  return { measure: whole.measure, predicate: modal, rule: 'part-of', from: whole };
};

const including: Way = ({ c, lead, sibling, last }) => {
  const main = sibling ?? last;
  return (lead === 'including' || lead === 'among') &&
    c.item &&
    main?.measure &&
    PERSONAL.has(main.measure) === (c.item.sort === 'person')
    ? { measure: main.measure, predicate: -1, rule: 'including', from: main }
    : null;
};

const IN_ALL = /^(?:in (?:all|total)|all told|altogether)\b/;

/** "320 families were made homeless, 1,150 people in all": the same, counted otherwise. */
const inAll: Way = ({ article, cl, c, sibling }) =>
  sibling?.measure &&
  PERSONAL.has(sibling.measure) &&
  c.item?.sort === 'person' &&
  IN_ALL.test(wordsBehind(article, cl, c.end, 2))
    ? { measure: sibling.measure, predicate: -1, rule: 'in-all', from: sibling }
    : null;

const EXCHANGE = list('exchange exchanged swap swapped return release released freed handover hand');

/** "30 prisoners for one soldier". */
const exchangedFor: Way = (s) => {
  const { c, sort, preposition } = s;
  const captive = isCaptive(c.item?.item);
  if (captive && s.inner) return null;
  if ((preposition !== 'for' && !captive) || (sort !== 'person' && sort !== 'body')) return null;
  return sentenceHas(s, EXCHANGE) || (preposition === 'for' && captive)
    ? { measure: 'returned', predicate: beforeAt(s), rule: 'exchanged-for', item: c.item ? undefined : s.sibling?.item }
    : null;
};

const bodies: Way = ({ c }) => (c.item?.sort === 'body' ? { measure: 'killed', predicate: -1, rule: 'bodies' } : null);

/** "41 over Belgorod, 27 over Bryansk and eight over Voronezh". */
const listGoesOn: Way = ({ cl, k, c, sibling, speaks, behind, inner }) =>
  sibling?.measure &&
  (!speaks || (behind.at(-1)!.verb!.passive && cl.chunks[k - 1]?.kind === 'CC')) &&
  !inner &&
  // "…, not 31: two people had been registered twice": behind the colon a sentence begins
  !(cl.chunks[k - 1]?.kind === 'PU' && behind.at(-1)?.verb?.form === 'finite') &&
  (c.item === null || sortOf(sibling.item) === c.item.sort) &&
  inList(cl, k, sibling, behind.at(-1)?.verb?.form === 'finite')
    ? { measure: sibling.measure, predicate: sibling.predicate, rule: 'list', from: sibling }
    : null;

/** "The rebels say 40.", "Up to 25, an officer said." */
const bareNumber: Way = (s) => {
  const { c, cl, last, index } = s;
  if (c.item !== null || cl.word(c.np) === 'the' || !bare(s)) return null;
  if (last?.measure && last.sentence >= index - 1)
    return { measure: last.measure, predicate: -1, rule: 'bare-number', from: last };
  // "The ministry has corrected its count of the dead. It is 29."
  const spokenOf = s.stray ? null : tollBefore(s);
  if (spokenOf) return { measure: spokenOf, predicate: -1, rule: 'toll-before', item: 'person' };
  return last?.measure ? { measure: last.measure, predicate: -1, rule: 'bare-number', from: last } : null;
};

/** "It was four bombs, not two": a count of what was just counted otherwise. */
const itWas: Way = ({ cl, c, before, last, index }) => {
  if (before?.c.verb?.lemma !== 'be' || !c.item || !last?.measure || index - last.sentence > 2) return null;
  const subject = cl.subject(before.c.at);
  const same = c.item.item === last.item || (c.item.sort === 'person' && PERSONAL.has(last.measure));
  return same && subject && cl.word(subject) === 'it' && !before.c.verb.negated
    ? { measure: last.measure, predicate: -1, rule: 'it-was', from: last }
    : null;
};

const AUXILIARIES = list('have do be');
const ENDS: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'CC']);

/** "nine of its soldiers have been killed, and 11 of theirs have": the verb is that of the figure before. */
const ellipsis: Way = ({ cl, behind, sibling }) => {
  const verb = behind.at(-1);
  const next = verb && cl.chunks[verb.at + 1];
  if (!verb?.verb || !AUXILIARIES.has(verb.verb.lemma) || verb.verb.negated || (next && !ENDS.has(next.kind)))
    return null;
  return sibling?.measure ? { measure: sibling.measure, predicate: -1, rule: 'ellipsis', from: sibling } : null;
};

const ATTACK_WORDS = list(
  'barrage barrages salvo salvos volley volleys attack attacks raid raids record assault bombardment wave tally incoming',
);

/** "12 martyrs": the noun says it. Refugees are so wherever they are counted, not where they only stand by. */
const fate: Way = ({ cl, c, preposition }) => {
  const measure = c.item && FATES[singular(cl.tokens[c.np.head].lower)];
  return measure && (measure === 'killed' || preposition === null) ? { measure, predicate: -1, rule: 'fate' } : null;
};

const isLabel = (c: Chunk): boolean =>
  c.at < 6 && (c.kind === 'NP' || c.kind === 'JJ' || c.kind === 'CC' || (c.kind === 'VG' && c.last - c.first <= 2));

/** "And how many drones? 118 came over": what was last spoken of, though uncounted. */
const ofTopic: Way = (s) => {
  const { article, cl, c, whole, before, behind, preposition } = s;
  if (c.item || c.part || c.state || whole || preposition !== null) return null;
  const topic = topicBefore(article, c.np.first);
  if (!topic) return null;
  const found =
    behind.map((v) => [v, asSubject(article, cl, v, topic.sort)] as const).find(([, m]) => m) ??
    (before && !before.crossed ? ([before.c, asObject(article, cl, before.c, topic.sort)] as const) : null);
  return found?.[1] ? { measure: found[1], predicate: found[0].at, rule: 'topic', item: topic.item } : null;
};

/** "Killed: 12", "Drones shot down: 40": a label and its number. */
const labelled: Way = ({ article, cl, k, index }) => {
  const colon = cl.chunks[k - 1];
  const label = cl.chunks.slice(0, Math.max(0, k - 1));
  if (colon?.kind !== 'PU' || cl.tokens[colon.first].text !== ':' || !label.every(isLabel)) return null;
  let measure: Measure | null = null;
  let item: string | null = null;
  for (let t = article.sentences[index].first; t < colon.first; t++) {
    const word = cl.tokens[t].lower;
    measure = STATES[word] ?? measure;
    item = itemOf(word, false)?.item ?? item;
  }
  if (!measure || (item === null && !PERSONAL.has(measure))) return null;
  return { measure, predicate: -1, rule: 'label', item: item ?? 'person' };
};

/** "a 42-drone barrage". */
const compound: Way = ({ cl, c }) => {
  if (!c.compound) return null;
  const measure = NOUN_HAPPENINGS.get(cl.tokens[c.np.head].lower)?.of?.[c.item!.sort];
  return measure ? { measure, predicate: -1, rule: 'compound' } : 'it is a measure of the thing behind it';
};

/** "The air force counted 20 drones": in an attack weapons are launched. */
const claimedWeapons: Way = (s) => {
  const { c, before, last, index } = s;
  if (c.item?.sort !== 'weapon') return null;
  const says = before && CUE_BY_LEMMA.get(before.c.verb!.lemma)?.act === 'say';
  if (!says && !sentenceHas(s, ATTACK_WORDS)) return null;
  const same = last?.sentence === index && last.item === c.item.item ? last.measure : null;
  return { measure: same ?? 'launched', predicate: -1, rule: 'claimed-weapons' };
};

const captives: Way = ({ c, k, before, inner, preposition }) =>
  isCaptive(c.item?.item) && (before || inner || (preposition === 'of' && k === 1))
    ? {
        measure: before && !inner && HANDING.has(before.c.verb!.lemma) ? 'returned' : 'captured',
        predicate: -1,
        rule: 'captives',
      }
    : null;

/** Nouns that make a verb and a preposition do something to what is counted: "set fire to 45 houses", "took control of three villages". */
const DOING: readonly { noun: string; preposition: string; verbs: ReadonlySet<string>; measure: Measure }[] = [
  { noun: 'fire', preposition: 'to', verbs: list('set'), measure: 'damaged' },
  { noun: 'waste', preposition: 'to', verbs: list('lay'), measure: 'damaged' },
  { noun: 'charge', preposition: 'of', verbs: list('take'), measure: 'returned' },
  {
    noun: 'control',
    preposition: 'of',
    verbs: list('take seize gain regain win wrest assume establish retake'),
    measure: 'captured',
  },
];

const doneByNoun: Way = ({ cl, k, preposition, before, sort }) => {
  const noun = preposition === null ? null : cl.chunks[k - 2];
  if (!before || noun?.kind !== 'NP' || sort === 'person') return null;
  const found = DOING.find(
    (d) => d.preposition === preposition && d.noun === cl.tokens[noun.head].lower && d.verbs.has(before.c.verb!.lemma),
  );
  return found ? { measure: found.measure, predicate: before.c.at, rule: `${found.noun}-${found.preposition}` } : null;
};

const WRECKAGE = list('windows roofs damage damaged walls glass destroyed');

/** "windows were broken in 40 houses". */
const damageIn: Way = (s) =>
  s.preposition === 'in' && s.c.item?.sort === 'property' && sentenceHas(s, WRECKAGE, s.c.np.first)
    ? { measure: 'damaged', predicate: beforeAt(s), rule: 'damage-in' }
    : null;

const IMPACTS = list('hit hits strike strikes impact impacts');

/** "Hits by seven missiles were recorded". */
const impactsBy: Way = ({ cl, k, preposition, sort }) =>
  preposition === 'by' &&
  sort === 'weapon' &&
  cl.chunks[k - 2]?.kind === 'NP' &&
  IMPACTS.has(cl.tokens[cl.chunks[k - 2].head].lower)
    ? { measure: 'hit', predicate: -1, rule: 'impacts-by' }
    : null;

const SEARCHING = list('look search hunt');
/** Who is searched for and is not missing. */
const HUNTED = list('fighter prisoner');
const SEARCHES = list('search searches hunt');

/** "Rescuers are looking for 26 people", "the search went on for nine sailors": those are missing. */
const searchedFor: Way = ({ cl, c, preposition, before }) => {
  if (preposition !== 'for' || !before || c.item?.sort !== 'person' || HUNTED.has(c.item.item)) return null;
  if (cl.tokens[c.np.head].lower.startsWith('suspect')) return null;
  const subject = cl.subject(before.c.at);
  return SEARCHING.has(before.c.verb!.lemma) || (subject && SEARCHES.has(cl.tokens[subject.head].lower))
    ? { measure: 'missing', predicate: before.c.at, rule: 'searched-for' }
    : null;
};

/** Does any of the words stand in the sentence, before token `to`? */
function sentenceHas(
  { article, index }: Situation,
  words: ReadonlySet<string>,
  to = Number.POSITIVE_INFINITY,
): boolean {
  const { first, last } = article.sentences[index];
  for (let i = first; i < Math.min(last, to); i++) if (words.has(article.tokens[i].lower)) return true;
  return false;
}

/** Does the phrase at `k` continue a list that the figure before it began, or break it down ("46 were hurt: 22 in Kotli …")? */
function inList(cl: Situation['cl'], k: number, sibling: Draft, ownVerb = false): boolean {
  for (let i = k - 1; i >= 0; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'PU' && cl.tokens[c.first].text === ':') return !ownVerb;
    if (c.kind === 'VG' || c.kind === 'SC' || c.kind === 'PU') return false;
    if (sibling.np && c.at === sibling.np.at) return true;
  }
  return false;
}

/** The ways, surest first: the number's own words, the noun it stands under, a verb that does something to it, what was said before. */
const WAYS: readonly Way[] = [
  compound,
  namesOne,
  likeness,
  names,
  correction,
  labelled,
  ownState,
  upFrom,
  bodiesOf,
  oneFamily,
  sizeOfBody,
  losses,
  underNoun,
  agent,
  doneByNoun,
  relativeObject,
  nearObject,
  subject,
  amongState,
  peopleMoved,
  partInPassing,
  pronoun,
  farObject,
  statePart,
  madeOffWith,
  attackWith,
  toll,
  against,
  speaksOf,
  continued,
  including,
  inAll,
  exchangedFor,
  bodies,
  ofThoseLaunched,
  listGoesOn,
  bareNumber,
  itWas,
  ellipsis,
  claimedWeapons,
  captives,
  damageIn,
  fate,
  ofTopic,
  impactsBy,
  searchedFor,
];
