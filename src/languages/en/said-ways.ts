import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft } from './draft.ts';
import { wordsBehind } from './governing.ts';
import { type Item, itemOf } from './items.ts';
import { asObject, asSubject } from './measures.ts';
import { PERSONAL, type Situation, sortOf } from './situation.ts';
import { bare, NUMBER_NOUNS, TOLL_VERBS, toll, tollBefore } from './tolls.ts';
import { inList, type Judgement, type Way } from './way.ts';
import { list } from './words.ts';

// Ways to judge a number by what was said before: a part, a list, a correction, a bare number.

/** "31, not the 33 first reported": what is taken back. */
export const correction: Way = ({ lead, q, here, last }) => {
  const main = here.at(-1) ?? last;
  return lead === 'not' && q.kind !== 'zero' && main?.measure
    ? { measure: main.measure, predicate: -1, rule: 'correction', negated: true, from: main }
    : null;
};

/** "up from nine in May". */
export const upFrom: Way = (s) => {
  const { lead, here, last, whole } = s;
  const main = here.at(-1) ?? last ?? whole;
  // "the number of wounded had shot up from six": the words of the toll go before what was counted last
  const said = lead === 'up from' ? toll(s) : null;
  if (said && !said.from) return said;
  return lead === 'up from' && main?.measure
    ? { measure: main.measure, predicate: -1, rule: 'up-from', from: main }
    : null;
};

/** What people suffer: "17 suffered burns, five of them badly". */
const HARMS = list('burns injuries wounds damage');

/** "three were injured, one of them critically". */
export const partInPassing: Way = ({ article, cl, c, k, sibling, behind }) => {
  if (!c.part || c.state || !sibling?.measure || cl.chunks[k - 1]?.kind !== 'CM' || behind.length > 0) return null;
  const prior = cl.chunks[k - 2];
  // "craters, 64 of them"
  const uncounted =
    prior?.kind === 'NP' &&
    !HARMS.has(cl.tokens[prior.head].lower) &&
    cl.tokens[prior.head].lower.endsWith('s') &&
    !itemOf(cl.tokens[prior.head].lower, cl.tokens[prior.head].capital);
  return prior?.kind === 'NP' && prior !== sibling.np && (article.pos[prior.first] === 'CD' || uncounted)
    ? 'it is a part of something that is not counted'
    : { measure: sibling.measure, predicate: -1, rule: 'part-of', from: sibling };
};

export const pronoun: Way = ({ article, cl, k, q, c, sibling }) => {
  const one =
    q.kind === 'other' ||
    (c.item === null && !c.apposed && !c.state && article.text.slice(q.start, q.end).toLowerCase() === 'one');
  // "two in Sake and one in Masisi"
  const listed = sibling !== null && cl.chunks[k + 1]?.kind === 'IN' && inList(cl, k, sibling);
  return one && !listed ? 'it is a pronoun' : null;
};

/** "Of the 36 missiles, 30 were shot down": the 36 were launched. */
export const ofThoseLaunched: Way = ({ c, k, preposition, inner }) =>
  c.item?.sort === 'weapon' && ((preposition === 'of' && k === 1) || inner)
    ? { measure: 'launched', predicate: -1, rule: 'of-those-launched' }
    : null;

/** "74 dead, as against three". */
export const against: Way = ({ c, preposition, sibling }) =>
  c.item === null && preposition === 'against' && sibling?.measure
    ? { measure: sibling.measure, predicate: -1, rule: 'against', from: sibling }
    : null;

const ADMITTING = list('own admit confess');

/** "the ministry speaks of seven civilians", "owned up to a single soldier", after a toll. */
export const speaksOf: Way = ({ cl, c, of, preposition, before, last }) =>
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
  const last = behind.at(-1);
  // "six are said to be critical"
  const verb = last?.verb?.passive && cl.chunks[last.at + 1]?.verb?.lemma === 'be' ? cl.chunks[last.at + 1] : last;
  if (last?.verb?.form === 'finite' && verb?.verb && preposition === null) {
    if (!CONTINUING.has(verb.verb.lemma)) return true;
    const next = cl.chunks[verb.at + 1];
    return verb.verb.lemma === 'be' && next?.kind !== 'NP' && !CONTINUING_BE.test(wordsBehind(article, cl, verb.at));
  }
  if (!before || before.comma || preposition !== null || beforeSays) return false;
  // "Of these, 21 died in Sake and 12 in Goma"
  if (s.sibling?.predicate === before.c.at && inList(cl, k, s.sibling)) return false;
  return !TOLL_VERBS.has(before.c.verb!.lemma);
}

/** "another 12", "five of them", "including three": what was said of the whole holds of the part. */
export const continued: Way = (s) => {
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

export const including: Way = ({ c, lead, sibling, last }) => {
  const main = sibling ?? last;
  return (lead === 'including' || lead === 'among') &&
    c.item &&
    main?.measure &&
    PERSONAL.has(main.measure) === (c.item.sort === 'person')
    ? {
        measure: main.measure,
        predicate: -1,
        rule: 'including',
        from: main,
        // commanders among soldiers are soldiers
        item: main.item === 'soldier' && c.item.item === 'fighter' ? 'soldier' : undefined,
      }
    : null;
};

const IN_ALL = /^(?:in (?:all|total)|all told|altogether)\b/;

/** "320 families were made homeless, 1,150 people in all": the same, counted otherwise. */
export const inAll: Way = ({ article, cl, c, sibling }) =>
  sibling?.measure &&
  PERSONAL.has(sibling.measure) &&
  c.item?.sort === 'person' &&
  IN_ALL.test(wordsBehind(article, cl, c.end, 2))
    ? { measure: sibling.measure, predicate: -1, rule: 'in-all', from: sibling }
    : null;

/** "41 over Belgorod, 27 over Bryansk and eight over Voronezh". */
export const listGoesOn: Way = ({ cl, k, c, sibling, speaks, behind, inner }) =>
  sibling?.measure &&
  (!speaks || (behind.at(-1)!.verb!.passive && cl.chunks[k - 1]?.kind === 'CC')) &&
  !inner &&
  // "…, not 31: two people had been registered twice": behind the colon a sentence begins
  !(cl.chunks[k - 1]?.kind === 'PU' && behind.at(-1)?.verb?.form === 'finite') &&
  (c.item === null || sortOf(sibling.item) === c.item.sort || ofThings(sibling, c.item)) &&
  inList(cl, k, sibling, behind.at(-1)?.verb?.form === 'finite')
    ? { measure: sibling.measure, predicate: sibling.predicate, rule: 'list', from: sibling }
    : null;

const OF_THINGS: ReadonlySet<string> = new Set(['captured', 'damaged', 'delivered']);
const PEOPLE: ReadonlySet<string> = new Set(['person', 'people', 'body', 'family']);

/** "the seizure of three vehicles, two mortars and 160 rifles": whatever things they are. */
const ofThings = ({ measure, item }: Draft, { sort }: Item): boolean =>
  OF_THINGS.has(measure!) && !PEOPLE.has(sort) && !PEOPLE.has(sortOf(item));

/** "64 were children and 41 women": the verb is told once. */
export const alsoAre: Way = ({ cl, k, c, sibling, behind, speaks }) =>
  c.item?.sort === 'person' &&
  (behind.length === 0 || speaks) &&
  sibling?.measure &&
  sibling.rules.includes('are-item') &&
  cl.chunks[k - 1]?.kind === 'CC' &&
  cl.chunks[k - 2]?.kind === 'NP' &&
  cl.chunks[k - 3]?.verb?.lemma === 'be'
    ? { measure: sibling.measure, predicate: -1, rule: 'are-item', from: sibling.whole ?? sibling, item: c.item.item }
    : null;

/** "The rebels say 40.", "Up to 25, an officer said." */
export const bareNumber: Way = (s) => {
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
export const itWas: Way = ({ cl, c, before, last, index }) => {
  if (before?.c.verb?.lemma !== 'be' || !c.item || !last?.measure || index - last.sentence > 2) return null;
  const subject = cl.subject(before.c.at);
  const same = c.item.item === last.item || (c.item.sort === 'person' && PERSONAL.has(last.measure));
  return same && subject && cl.word(subject) === 'it' && !before.c.verb.negated
    ? { measure: last.measure, predicate: -1, rule: 'it-was', from: last }
    : null;
};

/** "including those of 14 women", "four were those of children", after bodies or names: as many people. */
export const thoseOf: Way = (s) => {
  const { cl, c, of, last } = s;
  if (!last?.measure || !PERSONAL.has(last.measure)) return null;
  const counted = of && cl.word(of) === 'those' ? c.item : c.item === null && !c.state ? areThoseOf(s) : null;
  return counted?.sort === 'person'
    ? { measure: last.measure, predicate: -1, rule: 'those-of', from: last, item: counted.item }
    : null;
};

/** "four were those of children": whose. */
function areThoseOf({ cl, behind }: Situation): Item | null {
  const verb = behind.at(-1);
  const [those, of, whose] = verb ? cl.chunks.slice(verb.at + 1, verb.at + 4) : [];
  if (verb?.verb?.lemma !== 'be' || !those || cl.word(those) !== 'those' || cl.word(of ?? those) !== 'of') return null;
  return whose?.kind === 'NP' ? itemOf(cl.tokens[whose.head].lower, cl.tokens[whose.head].capital) : null;
}

/** "14 schools were damaged, as well as three clinics", "killed 12 men along with two children": what became of the ones became of the others. */
export const besides: Way = (s) => {
  const { article, cl, c, k, here } = s;
  // "shot down seven of nine drones launched by X, as well as a missile": besides the seven
  const sibling = here.findLast((d) => !d.np || cl.word(cl.chunks[d.np.at - 1] ?? d.np) !== 'of') ?? s.sibling;
  if (!c.item || !ADDING.test(wordsBefore(article, cl, k))) return null;
  const apart = withUncounted(s);
  if (!sibling?.measure || (apart && s.behind.length > 0 && apart.predicate > c.np.at)) return apart;
  const verb = sibling.predicate >= 0 ? cl.chunks[sibling.predicate] : null;
  const told = verb?.verb && (asObject(article, cl, verb, c.item.sort) ?? asSubject(article, cl, verb, c.item.sort));
  const measure = told ?? (sortOf(sibling.item) === c.item.sort ? sibling.measure : null);
  return measure ? { measure, predicate: sibling.predicate, rule: 'besides', from: sibling } : null;
};

/** "The mayor was killed along with two guards", "the commander along with eight men was arrested": the first of them are not counted. */
function withUncounted({ article, cl, c, before, behind }: Situation): Judgement | null {
  const verbs = [behind.at(-1), before && !before.crossed ? before.c : null];
  for (const verb of verbs) {
    const measure = verb?.verb && c.item ? asSubject(article, cl, verb, c.item.sort) : null;
    if (measure) return { measure, predicate: verb!.at, rule: 'besides' };
  }
  return null;
}

const ADDING = /(?:as well as|along with|together with|in addition to|plus|besides|not to mention)$/;

/** The few words right before a chunk, lower-cased. */
const wordsBefore = (article: Article, cl: Clauses, k: number): string =>
  article.lower(cl.chunks[Math.max(0, k - 3)].first, cl.chunks[k].first).trim();

const AUXILIARIES = list('have do be');

const ENDS: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'CC']);

/** "nine of its soldiers have been killed, and 11 of theirs have": the verb is that of the figure before. */
export const ellipsis: Way = ({ cl, behind, sibling }) => {
  const verb = behind.at(-1);
  const next = verb && cl.chunks[verb.at + 1];
  if (!verb?.verb || !AUXILIARIES.has(verb.verb.lemma) || verb.verb.negated || (next && !ENDS.has(next.kind)))
    return null;
  return sibling?.measure ? { measure: sibling.measure, predicate: -1, rule: 'ellipsis', from: sibling } : null;
};
