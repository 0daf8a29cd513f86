import type { Measure } from '../../model/claim.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { isBodyNoun } from './counted.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import { verbBefore, verbsBehind } from './governing.ts';
import { FATES, happeningOf, nounHappening, STATES, stateTold } from './happenings.ts';
import { type ItemSort, itemOf, singular } from './items.ts';
import { asObject, asSubject, doneTo, ofNoun } from './measures.ts';
import { PERSONAL, type Situation, topicBefore } from './situation.ts';
import { subject } from './verb-ways.ts';
import { beforeAt, inList, isCaptive, sentenceHas, type Way } from './way.ts';
import { list } from './words.ts';

// Ways to judge a number by a noun: its own, the one that it stands under, or one beside it.

const HANDING = list('return hand repatriate exchange swap send transfer bring give receive release turn');

/** "the bodies of 1,000 soldiers": handed over, or merely there. */
export const bodiesOf: Way = (s) => {
  const { cl, of, c, sibling, k } = s;
  // "the bodies of six men and two boys"
  const joined = cl.chunks[k - 1]?.kind === 'CC' && sibling?.np?.at === k - 2 && sibling.rules.includes('bodies-of');
  if (joined && c.item?.sort === 'person' && c.state === null)
    return { measure: sibling.measure!, predicate: sibling.predicate, rule: 'bodies-of', item: 'body' };
  if (!of || !isBodyNoun(cl.tokens[of.head].lower)) return null;
  const around = [verbBefore(cl, of.at)?.c, ...verbsBehind(cl, of.at, c.end)];
  const giver = around[0] && cl.subject(around[0].at);
  const cared = giver && CARE.has(cl.tokens[giver.head].lower);
  const handed = cared ? undefined : around.find((v) => v && HANDING.has(v.verb!.lemma));
  return {
    measure: handed ? 'returned' : 'killed',
    predicate: handed?.at ?? -1,
    rule: 'bodies-of',
    item: 'body',
  };
};

/** Houses to which the dead are brought and not returned. */
const CARE = list('hospital hospitals clinic clinics morgue morgues mortuary doctor doctors medics centre center');

const HOSTS = list('convoy column group garrison force team crew fleet unit');

export const LIKENESSES = list(
  'name names identity identities photograph photographs photo photos picture pictures video videos footage image images list lists',
);

/** "the names of 15 of the victims". */
export const likeness: Way = ({ cl, of, c }) =>
  c.part && of && LIKENESSES.has(cl.tokens[of.head].lower) ? 'it is of their names or pictures' : null;

const WHERE = list('in at on near from into inside outside behind');

const NAMES = list('names');

/** "a list of 51 names", "has the names of eleven": as many people as the toll that is spoken of. */
export const names: Way = ({ cl, c, of, last, behind }) => {
  const head = cl.tokens[c.np.head].lower;
  if (c.state) return null;
  if (!NAMES.has(head) && !(of && NAMES.has(cl.tokens[of.head].lower))) return null;
  // "the names of the 80 servicemen killed" are told by their own verb
  if (c.item && !NAMES.has(head) && (behind.length > 0 || !last?.measure || !PERSONAL.has(last.measure))) return null;
  return last?.measure && PERSONAL.has(last.measure)
    ? { measure: last.measure, predicate: -1, rule: 'names', item: NAMES.has(head) || !c.item ? 'person' : c.item.item }
    : 'it is a number of names';
};

/** "was one of the reporters wounded there": names somebody, counts nobody. */
export const namesOne: Way = ({ q, c, before, preposition }) =>
  q.low === 1 &&
  c.part &&
  ((preposition !== null && WHERE.has(preposition)) || (before?.c.verb?.lemma === 'be' && before.c.at === c.np.at - 1))
    ? 'it names one, and counts nobody'
    : null;

const NONE = list('none nobody neither');

/** "None of the 30 passengers was hurt". */
export const noneOf: Way = ({ cl, of, sort, c }) =>
  of && NONE.has(cl.word(of)) && sort === 'person' && !isCaptive(c.item?.item) && c.state === null
    ? 'none of them is told of'
    : null;

/** "14 members of one family": who was counted is the members. */
export const oneFamily: Way = ({ c, q, of }) =>
  c.item?.sort === 'family' && q.low === 1 && of ? 'its members are counted, not it' : null;

/** What befalls all of a body that it befalls. */
const WHOLE: ReadonlySet<Measure> = new Set(['killed', 'captured', 'returned']);

/** "a garrison of 400 men", save a convoy of aid, and what befell all of it ("a group of six was freed"). */
export const sizeOfBody: Way = (s) => {
  if (!s.of || !HOSTS.has(s.cl.tokens[s.of.head].lower) || s.c.item?.sort === 'aid') return null;
  const done = s.before && !s.before.crossed ? asObject(s.article, s.cl, s.before.c, 'person') : null;
  // "killed a group of seven militants" killed all of them
  if (done && WHOLE.has(done) && s.sort === 'person' && s.cl.object(s.before!.c.at) === s.of)
    return { measure: done, predicate: s.before!.c.at, rule: 'whole-body' };
  const whole = s.sort === 'person' ? subject(s) : null;
  return whole && typeof whole !== 'string' && whole.predicate >= 0
    ? whole
    : 'it is the size of a body, of which the rest is said';
};

/** Does what looks like a verb right behind a phrase tell a state: "27 wounded"? */
const stateVerb = (cl: Clauses, end: number): boolean => {
  const next = cl.chunks[end + 1];
  return next?.kind === 'VG' && next.last - next.first === 1 && stateTold(cl.tokens[next.head]) !== undefined;
};

const AMOUNTING = list('run amount come add');

const BEING = list('be number total reach stand exceed include comprise');

const LOSSES = list('loss losses');

/** "losses ran to 60 men", "his losses were 60 men", with all that is listed behind ("a tank and five lorries"). */
export const losses: Way = ({ cl, c, k, preposition, before, sort, sibling }) => {
  // "five dead and 27 wounded": they say themselves what they are
  if (!before || stateVerb(cl, c.end)) return null;
  const { lemma } = before.c.verb!;
  const joined = cl.chunks[k - 1]?.kind === 'CC' || (sibling !== null && inList(cl, k, sibling));
  if (!((preposition === 'to' || joined) && AMOUNTING.has(lemma)) && !(preposition !== 'of' && BEING.has(lemma)))
    return null;
  const subject = cl.subject(before.c.at);
  return subject && LOSSES.has(cl.tokens[subject.head].lower)
    ? { measure: sort === 'person' ? 'killed' : 'damaged', predicate: -1, rule: 'losses' }
    : null;
};

/** "a barrage of 396 drones", "the deaths of 12 people". */
export const underNoun: Way = (s) => {
  const measure = ofNoun(s.article, s.cl, s.k, s.sort);
  // "the death of a pharmacist and two others"
  const joined = s.cl.chunks[s.k - 1]?.kind === 'CC' && s.cl.chunks[s.k - 2]?.kind === 'NP' && s.behind.length === 0;
  const shared = measure || !joined ? null : ofNoun(s.article, s.cl, s.k - 2, s.sort);
  if (shared) return { measure: shared, predicate: -1, rule: 'of-noun', item: s.c.item ? undefined : 'person' };
  if (!measure) return null;
  // "had nothing to do with the abduction of": a verb that governs the noun by a preposition says nothing of it
  const governs = s.cl.chunks[s.of!.at - 1]?.kind !== 'IN';
  return { measure, predicate: s.behind[0]?.at ?? (governs ? beforeAt(s) : -1), rule: 'of-noun' };
};

const MAKING_OFF = list('drive make run ride escape get');

const OFF = list('off away');

/** "drove off with two lorries". */
export const madeOffWith: Way = ({ preposition, before, c, whole }) =>
  preposition === 'with' &&
  before &&
  MAKING_OFF.has(before.c.verb!.lemma) &&
  OFF.has(before.c.verb!.particle ?? '') &&
  (c.item || whole)
    ? { measure: 'captured', predicate: before.c.at, rule: 'made-off-with' }
    : null;

const USING = list('with using involving');

/** "attacked the port with six drones", not "shot down six over X, with another four over Y". */
export const attackWith: Way = (s) =>
  !(s.c.item === null && s.q.relation !== null) &&
  // "48 drones, along with two missiles, hit"
  !/^(?:along|together)$/.test(s.cl.word(s.cl.chunks[s.k - 2] ?? s.c.np)) &&
  !(s.before && happeningOf(s.before.c.verb!)?.type === 'detention') &&
  s.preposition !== null &&
  USING.has(s.preposition) &&
  (s.sort === 'weapon' || s.sort === 'aircraft')
    ? { measure: 'launched', predicate: beforeAt(s), rule: 'attack-with' }
    : null;

const EXCHANGE = list('exchange exchanged swap swapped return release released freed handover hand');

/** "30 prisoners for one soldier". */
export const exchangedFor: Way = (s) => {
  const { c, sort, preposition } = s;
  const captive = isCaptive(c.item?.item);
  if (captive && s.inner) return null;
  if ((preposition !== 'for' && !captive) || (sort !== 'person' && sort !== 'body')) return null;
  return sentenceHas(s, EXCHANGE) || (preposition === 'for' && captive)
    ? { measure: 'returned', predicate: beforeAt(s), rule: 'exchanged-for', item: c.item ? undefined : s.sibling?.item }
    : null;
};

export const bodies: Way = ({ c }) =>
  c.item?.sort === 'body' ? { measure: 'killed', predicate: -1, rule: 'bodies' } : null;

const ATTACK_WORDS = list(
  'barrage barrages salvo salvos volley volleys attack attacks raid raids record assault bombardment wave tally incoming',
);

/** "12 martyrs": the noun says it. Refugees are so wherever they are counted, not where they only stand by. */
export const fate: Way = ({ cl, c, preposition }) => {
  const measure = c.item && FATES[singular(cl.tokens[c.np.head].lower)];
  return measure && (measure === 'killed' || preposition === null) ? { measure, predicate: -1, rule: 'fate' } : null;
};

const isLabel = (c: Chunk): boolean =>
  c.at < 6 && (c.kind === 'NP' || c.kind === 'JJ' || c.kind === 'CC' || (c.kind === 'VG' && c.last - c.first <= 2));

/** "And how many drones? 118 came over": what was last spoken of, though uncounted. */
export const ofTopic: Way = (s) => {
  const { article, cl, c, whole, before, behind, preposition } = s;
  if (c.item || c.part || c.state || whole || preposition !== null) return null;
  const topic = topicBefore(article, c.np.first);
  if (!topic) return null;
  const found =
    behind.map((v) => [v, asSubject(article, cl, v, topic.sort)] as const).find(([, m]) => m) ??
    (before && !before.crossed ? ([before.c, asObject(article, cl, before.c, topic.sort)] as const) : null);
  return found?.[1] ? { measure: found[1], predicate: found[0].at, rule: 'topic', item: topic.item } : null;
};

/** The colon that the phrase at `k` stands behind, or that the list stands behind which it continues. */
function colonBefore({ cl, k, sibling, c }: Situation): Chunk | null {
  const isColon = (x: Chunk) => x.kind === 'PU' && cl.tokens[x.first].text === ':';
  if (cl.chunks[k - 1] && isColon(cl.chunks[k - 1])) return cl.chunks[k - 1];
  const colon = cl.chunks.slice(0, k).findLast(isColon);
  const listed = c.item !== null && sibling?.np && inList(cl, k, sibling);
  return colon && listed && cl.chunks[colon.at + 1]?.kind === 'NP' ? colon : null;
}

/** "Killed: 12", "Drones shot down: 40", "Enemy losses: 230 men, three tanks": a label and what it counts. */
export const labelled: Way = (s) => {
  const { article, cl, c, index, sort } = s;
  const colon = colonBefore(s);
  if (!colon || !cl.chunks.slice(0, colon.at).every(isLabel)) return null;
  let measure: Measure | null = null;
  let item: string | null = null;
  for (let t = article.sentences[index].first; t < colon.first; t++) {
    const word = cl.tokens[t].lower;
    measure = STATES.get(word) ?? measure;
    if (LOSSES.has(word) && c.item && sort !== 'person') measure = 'damaged';
    item = itemOf(word, false)?.item ?? item;
  }
  if (!measure || (item === null && c.item === null && !PERSONAL.has(measure))) return null;
  if (c.item && PERSONAL.has(measure) !== PERSON_LIKE.has(sort)) return null;
  return { measure, predicate: -1, rule: 'label', item: c.item?.item ?? item ?? 'person' };
};

const PERSON_LIKE: ReadonlySet<ItemSort> = new Set(['person', 'people', 'body', 'family']);

/** "The following were destroyed: two tanks and a gun": what became of the following became of all of the list. */
export const following: Way = (s) => {
  const { article, cl, sort } = s;
  const colon = colonBefore(s);
  const verb = colon && cl.chunks.slice(0, colon.at).findLast((x) => x.kind === 'VG');
  const told = verb && cl.subject(verb.at);
  if (!told || cl.tokens[told.last]?.lower !== 'following') return null;
  const measure = doneTo(article, cl, verb, sort);
  return measure ? { measure, predicate: verb.at, rule: 'following' } : null;
};

/** "a 42-drone barrage". */
export const compound: Way = ({ cl, c }) => {
  if (!c.compound) return null;
  const measure = nounHappening(cl.tokens[c.np.head])?.of?.[c.item!.sort];
  return measure ? { measure, predicate: -1, rule: 'compound' } : 'it is a measure of the thing behind it';
};

/** "The air force counted 20 drones": in an attack weapons are launched. */
export const claimedWeapons: Way = (s) => {
  const { c, before, last, index } = s;
  if (c.item?.sort !== 'weapon') return null;
  const says = before && CUE_BY_LEMMA.get(before.c.verb!.lemma)?.act === 'say';
  if (!says && !sentenceHas(s, ATTACK_WORDS)) return null;
  const same = last?.sentence === index && last.item === c.item.item ? last.measure : null;
  return { measure: same ?? 'launched', predicate: -1, rule: 'claimed-weapons' };
};

export const captives: Way = ({ c, k, before, inner, preposition }) =>
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

/** "inflicted injuries on eight officers" */
export const injuriesTo: Way = (s) => {
  const { cl, k, preposition, sort } = s;
  const noun = preposition === 'on' || preposition === 'to' ? cl.chunks[k - 2] : undefined;
  if (sort !== 'person' || noun?.kind !== 'NP' || !INJURIES.has(cl.tokens[noun.head].lower)) return null;
  return { measure: 'injured', predicate: beforeAt(s), rule: 'injuries-to' };
};

const INJURIES = list('injury injuries wounds burns');

export const doneByNoun: Way = ({ cl, k, preposition, before, sort }) => {
  const noun = preposition === null ? null : cl.chunks[k - 2];
  if (!before || noun?.kind !== 'NP' || sort === 'person') return null;
  const found = DOING.find(
    (d) => d.preposition === preposition && d.noun === cl.tokens[noun.head].lower && d.verbs.has(before.c.verb!.lemma),
  );
  return found ? { measure: found.measure, predicate: before.c.at, rule: `${found.noun}-${found.preposition}` } : null;
};

const WRECKAGE = list('windows roofs damage damaged walls glass destroyed');

/** "windows were broken in 40 houses". */
export const damageIn: Way = (s) =>
  s.preposition === 'in' && s.c.item?.sort === 'property' && sentenceHas(s, WRECKAGE, s.c.np.first)
    ? { measure: 'damaged', predicate: beforeAt(s), rule: 'damage-in' }
    : null;

/** "damage to the clinic and to six apartment blocks" */
export const damageTo: Way = ({ cl, c, k, preposition }) => {
  if (preposition !== 'to' || !c.item || PERSON_LIKE.has(c.item.sort)) return null;
  const noun = cl.chunks
    .slice(0, k)
    .findLast((x) => x.kind === 'VG' || (x.kind === 'NP' && DAMAGE.has(cl.tokens[x.head].lower)));
  return noun?.kind === 'NP' ? { measure: 'damaged', predicate: -1, rule: 'damage-to' } : null;
};

const DAMAGE = list('damage harm destruction');

const IMPACTS = list('hit hits strike strikes impact impacts');

/** "Hits by seven missiles were recorded". */
export const impactsBy: Way = ({ cl, k, preposition, sort }) =>
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
export const searchedFor: Way = ({ cl, c, preposition, before }) => {
  if (preposition !== 'for' || !before || c.item?.sort !== 'person' || HUNTED.has(c.item.item)) return null;
  if (cl.tokens[c.np.head].lower.startsWith('suspect')) return null;
  const subject = cl.subject(before.c.at);
  return SEARCHING.has(before.c.verb!.lemma) || (subject && SEARCHES.has(cl.tokens[subject.head].lower))
    ? { measure: 'missing', predicate: before.c.at, rule: 'searched-for' }
    : null;
};
