import type { Measure } from '../../model/claim.ts';
import type { Chunk } from './chunk.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import { relativeVerb, wordsBehind } from './governing.ts';
import { STATES, stateTold } from './happenings.ts';
import { itemOf } from './items.ts';
import { asObject, asSubject, doneTo, REPORTING, stateBehind } from './measures.ts';
import { LIKENESSES } from './noun-ways.ts';
import { PERSONAL, type Situation } from './situation.ts';
import { NUMBER_NOUNS } from './tolls.ts';
import { behindAt, isCaptive, type Judgement, sentenceHas, type Way } from './way.ts';
import { list, VERB } from './words.ts';

// Ways to judge a number by a verb: it is its object, its subject or its agent; or by the state that its own phrase tells.

const FINAL: ReadonlySet<Measure> = new Set(['killed', 'returned']);

const DYING = list('die succumb perish');

/** "26 dead", "five wounded soldiers": the phrase itself says it. */
export const ownState: Way = (s) => {
  const { c, behind, before } = s;
  if (!c.state || (c.part && !c.item)) return null;
  // "executed 21 captured soldiers": what is done to them now goes before what was
  const done = c.attributive ? (nearObject(s) ?? subject(s)) : null;
  if (done && typeof done !== 'string' && (FINAL.has(done.measure) || c.state === 'displaced')) return done;
  // "three more injured succumbed to their wounds"
  const died = behind.at(-1);
  if (died?.verb && DYING.has(died.verb.lemma) && !died.verb.negated)
    return { measure: 'killed', predicate: died.at, rule: `subject-of-${died.verb.lemma}` };
  const verb = behind[0] ?? (before && !before.crossed ? before.c : null);
  return { measure: c.state, predicate: verb?.at ?? -1, rule: 'state' };
};

/** "was struck by three shells". */
export const agent: Way = ({ preposition, before, sort }) =>
  preposition === 'by' && before?.c.verb?.passive && (sort === 'weapon' || sort === 'aircraft')
    ? { measure: sort === 'weapon' ? 'hit' : 'launched', predicate: before.c.at, rule: 'agent' }
    : null;

/** "the six drones that the militia sent". */
export const relativeObject: Way = (s) => {
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

const PATIENTS = list('patients patient');
/** Words of what war does to those who are treated. */
const OF_WAR = list(
  'wounded wounds wound injured injuries burns gunshot gunshots shrapnel bullet bullets blast explosion attack strike shelling bombing fighting clashes casualties',
);

/** What the verb before it does to it, if that verb can have it for its object. */
function objectMeasure(s: Situation): Measure | null {
  const { article, cl, k, of, before, inner, stray, beforeSays, preposition, sort } = s;
  // "released pictures of four soldiers" frees nobody
  if (of && LIKENESSES.has(cl.tokens[of.head].lower)) return null;
  if (!before || inner || before.c.verb!.form === 'participle') return null;
  if (stray && JOINING.has(cl.chunks[k - 1].kind)) return null;
  if (beforeSays && !SAYING_AND_DOING.has(before.c.verb!.lemma)) return null;
  // "a clinic that treats 90 patients" is full of the sick
  const sick = before.c.verb!.lemma === 'treat' && PATIENTS.has(cl.tokens[s.c.np.head].lower);
  if (sick && !sentenceHas(s, OF_WAR)) return null;
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
export const nearObject: Way = (s) => {
  const { before, behind, preposition, k } = s;
  const measure = objectMeasure(s);
  if (!measure || !before || before.crossed || preposition !== null) return null;
  const subjectOfAnother =
    behind.at(-1)?.verb?.form === 'finite' && before.c.verb!.form === 'finite' && before.c.at < k - 2;
  return subjectOfAnother ? null : objectOf(before, measure);
};

/** "Recovered at the site were four rifles and a mortar", "Also killed were two boys": the subject stands behind its verb. */
export const invertedSubject: Way = ({ article, cl, before, preposition, sort }) => {
  if (before?.c.verb?.lemma !== 'be' || before.c.verb.passive || preposition !== null) return null;
  const opening = cl.chunks.slice(0, before.c.at).find((c) => c.kind !== 'RB' && c.kind !== 'QT');
  const word = opening && article.tokens[opening.head].word;
  const told = word && (word.classes & VERB) !== 0 ? word.verb : undefined;
  if (!opening || !told || (opening.verb ? opening.verb.form === 'finite' : opening.kind !== 'JJ')) return null;
  const done = { ...opening, verb: { ...before.c.verb, lemma: told.lemma, gates: told.gates, passive: true } };
  const measure = doneTo(article, cl, done, sort);
  return measure
    ? { measure, predicate: opening.verb ? opening.at : before.c.at, rule: `inverted-${told.lemma}` }
    : null;
};

/** "killed six people and, on the road, four more": the same, from further off. */
export const farObject: Way = (s) => {
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
export const subject: Way = (s) => {
  const { article, cl, c, sort, preposition } = s;
  const verbs = subjectVerbs(s);
  // "the two farmers who died were hit by shells": nothing becomes of the dead
  for (const verb of verbs)
    if (verbs.length > 1 && asSubject(article, cl, verb, sort) === 'killed')
      return { measure: 'killed', predicate: verb.at, rule: `subject-of-${verb.verb!.lemma}` };
  for (const verb of verbs) {
    // "shells fired from a post fell on the camp": who fired them says more than where they fell
    if (verbs.length > 1 && verb === verbs[0] && FALLING.has(verb.verb!.lemma) && sort === 'weapon') continue;
    const measure = lands(c.item?.item, verb) ? 'hit' : asSubject(article, cl, verb, sort);
    // "twelve of the wounded were transferred to Kabul" are still the wounded
    if (measure === 'returned' && c.part && c.state === 'injured') continue;
    if (measure) return { measure, predicate: verb.at, rule: `subject-of-${verb.verb!.lemma}` };
    const state = COPULAS.has(verb.verb!.lemma) ? stateBehind(article, cl, verb.at) : null;
    if (state && (state !== 'returned' || isCaptive(c.item?.item) || sort === 'body'))
      return { measure: state, predicate: verb.at, rule: 'is-state' };
    const are = preposition === 'of' ? null : areItems(s, verb.at);
    if (are) return are;
  }
  return null;
};

const UNSTEERED = list('shell bomb grenade');

/** "three shells had fallen", "four bombs came down": nobody shoots them down. */
const lands = (item: string | undefined, { verb }: Chunk): boolean =>
  UNSTEERED.has(item ?? '') &&
  !verb!.negated &&
  (FALLING.has(verb!.lemma) || (verb!.lemma === 'come' && verb!.particle === 'down'));

/**
 * The verbs that may have the number's phrase for their subject, in the order to ask them. The finite verb goes before a participle that
 * merely describes ("drones targeting the capital were destroyed"); what stands under another number's "of" has only its own participle
 * ("one of the two missiles launched struck").
 */
function subjectVerbs(s: Situation): readonly Chunk[] {
  const { cl, k, c, behind: all, preposition, inner } = s;
  const describesWhole = partOfCounted(s) && all.length > 1;
  const behind = all.filter(
    (v) => !isStateOfAnother(s, c.end, v) && !(describesWhole && v.at === c.end + 1 && v.verb!.form === 'participle'),
  );
  // "with 29 drones allegedly shot down"
  const beside = cl.chunks[c.end + 1]?.kind === 'RB' ? c.end + 2 : c.end + 1;
  // "with two of them striking the hill"
  const accompanying = preposition === 'with' && behind[0]?.verb?.form === 'ing';
  const adjacent =
    behind[0]?.at === beside && (behind[0].verb!.form === 'participle' || accompanying || isBarePast(s, behind[0]));
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
function isStateOfAnother({ article, cl }: Situation, end: number, verb: Chunk): boolean {
  const np = cl.chunks[verb.at - 1];
  return (
    np?.kind === 'NP' &&
    np.at > end &&
    verb.last - verb.first === 1 &&
    article.pos[np.head] === 'CD' &&
    cl.chunks[np.at - 1]?.kind !== 'IN' &&
    stateTold(cl.tokens[verb.head]) !== undefined
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
  const front = frontOf(s, end);
  return front && stateOf(s, front);
}

/** Whom the words "among …" or "of …" name that end at `end`. */
function frontOf({ cl }: Situation, end: Chunk | undefined): Chunk | null {
  const { chunks } = cl;
  if (!end) return null;
  let i = end.kind === 'CM' ? end.at - 1 : end.at;
  if (chunks[i]?.kind === 'VG') i--;
  const np = chunks[i];
  const lead = chunks[i - 1];
  if ((np?.kind !== 'NP' && np?.kind !== 'JJ') || lead?.kind !== 'IN' || !FRONT.has(cl.word(lead))) return null;
  return np;
}

const ARMED = list('soldier fighter prisoner hostage');

const MOVING = list('leave arrive reach cross register');

const IN_CAMPS = /^(?:still |now )?(?:in|at) (?:[\w-]+ ){0,3}(?:camps|shelters)\b/;

const FAMILIES_MOVING = list('leave arrive reach cross go move come');

const LISTED_BY = list('be include comprise number');

/** "the dead", "those killed": the state that a phrase names. */
function stateOf({ cl }: Situation, np: Chunk | null): Measure | null {
  if (np)
    for (let t = np.first; t < np.last; t++) {
      const state = stateTold(cl.tokens[t]);
      if (state) return state;
    }
  return null;
}

/** Who may be listed as "the victims were two women": those that "be" lists, too. */
const VICTIMS = list('victims fatalities casualties');
const THEM = list('they them those these');
/** How many sentences back a "they" finds those that were counted. */
const BACK = 2;

/** "Among the dead were five children", "The missing include two nurses", "Among them were …", "They included …". */
export const amongState: Way = (s) => {
  const { before, c, cl, preposition, last, index } = s;
  if (!c.item || preposition !== null || !before || !LISTED_BY.has(before.c.verb!.lemma)) return null;
  const verb = before.c;
  const subject = cl.subject(verb.at);
  const named = subject && cl.tokens[subject.head].lower;
  const lists = verb.verb!.lemma !== 'be' || (named !== null && (VICTIMS.has(named) || STATES.has(named)));
  const measure = frontState(s, verb) ?? (lists ? stateOf(s, subject) : null);
  if (measure) return { measure, predicate: verb.at, rule: 'among-state' };
  const counted = last?.measure && PERSONAL.has(last.measure) && index - last.sentence <= BACK ? last : null;
  const front = frontOf(s, verb);
  // "eleven of them were" counts itself
  const them = front && cl.chunks[front.at - 2]?.kind !== 'NP' ? front : lists ? subject : null;
  if (!counted || !them || c.item.sort !== 'person' || !THEM.has(cl.word(them))) return null;
  return { measure: counted.measure!, predicate: verb.at, rule: 'among-state', from: counted };
};

/** "4,000 people have crossed since Monday": so many do not travel for pleasure. */
export const peopleMoved: Way = ({ article, cl, q, c, sort, behind }) =>
  behind.some(
    (v) =>
      (sort === 'family' ? FAMILIES_MOVING : MOVING).has(v.verb!.lemma) ||
      (COPULAS.has(v.verb!.lemma) && IN_CAMPS.test(wordsBehind(article, cl, v.at, 4))),
  ) &&
  (sort === 'family' || ((q.low ?? q.high ?? 0) >= 100 && sort === 'person' && !ARMED.has(c.item?.item ?? '')))
    ? { measure: 'displaced', predicate: behind.at(-1)!.at, rule: 'people-moved' }
    : null;

/** "four of the wounded". */
export const statePart: Way = (s) =>
  s.c.state ? { measure: s.c.state, predicate: behindAt(s), rule: 'state-part' } : null;
