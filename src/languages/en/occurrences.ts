import type { OccurrenceType } from '../../model/claim.ts';
import type { Article } from './article.ts';
import { isParty } from './cast.ts';
import type { Chunk, VerbGroup } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { claimedByAnother, deniedBefore } from './denied.ts';
import { type Draft, draft } from './draft.ts';
import { gate } from './gates.ts';
import { wordsBehind } from './governing.ts';
import { foreseen, nounTellsNone, presupposed, saidByFigure, verbTellsNone } from './happened-not.ts';
import {
  happeningOf,
  NOUN_HAPPENINGS,
  nounHappening,
  stateTold,
  TERRITORY_VERBS,
  TYPE_OF_MEASURE,
} from './happenings.ts';
import { type ItemSort, itemOf } from './items.ts';
import { isHarmless, ofMishap } from './mishaps.ts';
import { BLAMING, PHRASES_BY_VERB } from './occurrence-phrases.ts';
import {
  ALWAYS_TERRITORY,
  DOWNING,
  HELPING,
  LIGHT,
  NEEDS_COMPLEMENT,
  NEEDS_PLACE,
  NEEDS_WEAPON,
  OCCURRENCE_OF_VERB,
  SUFFERED,
  TERRAIN,
  TERRITORY_BY_ITSELF,
  UNDIRECTED,
  WEAPONRY,
  WRECKING,
} from './occurrence-words.ts';
import { agentOf, nounRoles, roles } from './roles.ts';
import { hedgesOf, modalityOf, underRisk } from './stance.ts';
import { NOBODY, type Voices } from './voices.ts';
import { list } from './words.ts';

/** What is said to have happened in a sentence without a count of its own: verbs and nouns of happening. */
export function occurrences(article: Article, voices: Voices, index: number, figures: readonly Draft[]): Draft[] {
  const cl = article.clauses[index];
  const here = figures.filter((f) => f.sentence === index);
  const counted = new Set(here.map((f) => f.predicate));
  const found: Draft[] = [];
  for (const c of cl.chunks) {
    let read: Draft | null = null;
    if (here.length > 0 && saidByFigure(cl, c, here)) continue;
    if (c.kind === 'VG' && !counted.has(c.at)) read = byVerb(article, voices, index, c);
    else if (c.kind === 'NP' && !here.some((f) => f.first <= c.head && c.head < f.last))
      read = byNoun(article, voices, index, c, found);
    if (read) found.push(read);
  }
  return found;
}

function byVerb(article: Article, voices: Voices, index: number, c: Chunk): Draft | null {
  const cl = article.clauses[index];
  const v = c.verb!;
  if (!mayTell(v)) return null;
  const blamed = blame(article, voices, cl, c);
  if (blamed && !voices.at(c.last).attribution?.lemma.startsWith('den')) return blamed;
  const type = typeOfVerb(article, cl, c);
  if (type === null || v.negated || verbTellsNone(article, cl, c)) return null;
  const said = voices.by(c);
  const subject = cl.subject(c.at);
  if (isFigurative(article, cl, c, subject) || ofMishap(article, index, c.at)) return null;
  const denied = said.attribution?.act === 'deny';
  if ((denied && !claimedByAnother(cl, c.at)) || capable(cl, c.at)) return null;
  // a count in the subject is no part of what is said to have happened: it was judged by itself
  const begins =
    v.form === 'finite' && subject && subject.at < c.at && !hasNumber(article, subject) ? subject.first : c.first;
  const object = cl.object(c.at);
  const d = draft({
    kind: 'occurrence',
    type,
    sentence: index,
    first: Math.min(begins, c.first),
    last: Math.max(c.last, (object ?? suffered(cl, c))?.last ?? c.last),
    predicate: c.at,
    voice: denied ? NOBODY : said,
    rules: [`verb-${v.particle ? `${v.lemma}-${v.particle}` : v.lemma}`],
    // "may have been hit" is nothing that happened, though how many may have been is a figure
    modality: v.modal === 'may' || v.modal === 'might' ? 'hypothetical' : modalityOf(article, cl, c.at, c.first),
    hedges: hedgesOf(article, index, c.first),
  });
  roles(article, cl, d);
  if (!v.passive && (SUFFERED.has(v.lemma) || UNDIRECTED.has(v.lemma))) {
    d.target = subject && SUFFERED.has(v.lemma) ? { first: subject.first, last: subject.last } : null;
    d.actor = null;
  }
  return d;
}

/** What is hit without being struck: "casualties hit a six-year high". */
const HEIGHTS = list('high low record peak level milestone headlines streets snag bottom');

/** "fired his deputy", "was hit by sanctions": what is done with a word of war that is none. */
function isFigurative(article: Article, cl: Clauses, c: Chunk, subject: Chunk | null): boolean {
  const { tokens } = article;
  const v = c.verb!;
  const object = v.passive ? subject : cl.object(c.at);
  const direct = object !== null && (v.passive || object.at === c.at + 1);
  if (v.lemma === 'fire' && direct && isParty(tokens[object.head].lower.replace(/s$/, ''))) return true;
  if (v.lemma === 'cut' && tokens[c.last]?.lower === 'short') return true;
  if (v.lemma === 'hit' && direct && HEIGHTS.has(tokens[object.head].lower)) return true;
  const doer = v.passive ? cl.obliques(c.at).find((o) => o.preposition === 'by')?.np : subject;
  return doer !== null && doer !== undefined && isHarmless(tokens[doer.head].lower);
}

/** Verbs that may tell by themselves, or with their noun, of something that happened: most tell of nothing. */
const TELLING = gate(PHRASES_BY_VERB, OCCURRENCE_OF_VERB, LIGHT, BLAMING);
const mayTell = (v: VerbGroup): boolean => (v.gates & TELLING) !== 0 || Boolean(happeningOf(v)?.type);

/** What a verb with its subject and complement tells as an occurrence; null when nothing. */
function typeOfVerb(article: Article, cl: Clauses, c: Chunk): OccurrenceType | null {
  const v = c.verb!;
  const subject = cl.subject(c.at);
  const object = cl.object(c.at);
  const phrase = phraseType(article, cl, c, subject);
  if (phrase) return phrase;
  const patient = v.passive ? subject : object;
  const item = patient && itemOf(article.tokens[patient.head].lower, false);
  const own = ownType(article, c, patient);
  if (own === null) return null;
  if (TERRITORY_VERBS.has(v.lemma)) {
    if (item?.sort === 'person') return 'detention';
    if (ALWAYS_TERRITORY.has(v.lemma) || has(article, patient, TERRAIN) || placeLike(article, patient))
      return 'territory';
    if ((v.lemma === 'capture' || v.lemma === 'seize') && item) return 'detention';
    return TERRITORY_BY_ITSELF.has(v.lemma) ? own : null;
  }
  if (v.lemma === 'fall' && fallsTo(article, cl, c, subject)) return 'territory';
  if (
    NEEDS_PLACE.has(v.lemma) &&
    ![patient, subject].some((np) => has(article, np, TERRAIN)) &&
    !placeLike(article, object)
  )
    return null;
  if (v.lemma === 'intercept' || v.lemma === 'down' || (v.particle === 'down' && DOWNING.has(v.lemma)))
    return 'interception';
  if (NEEDS_WEAPON.has(v.lemma) && ![subject, object].some((np) => has(article, np, WEAPONRY))) {
    // "the rebels had fired them", "released the men"
    const shooter = !v.passive && subject && itemOf(article.tokens[subject.head].lower, false)?.sort === 'person';
    const known = v.lemma === 'fire' ? object !== null || shooter : v.lemma === 'release' && item?.sort === 'person';
    if (!known) return null;
  }
  // troops that are sent somewhere have attacked nobody yet
  if (MOVING.has(v.lemma) && item?.sort === 'person') return null;
  if (HELPING.has(v.lemma) && !subject && !object) return null;
  // people are shot at, what flies is shot down
  if (v.lemma === 'shoot' && !v.particle && !(item && FLYING.has(item.sort))) return 'attack';
  return WRECKING.has(v.lemma) && item?.sort === 'weapon' ? 'interception' : own;
}

const MOVING = list('send deploy dispatch');
const FLYING: ReadonlySet<ItemSort> = new Set(['weapon', 'aircraft']);

/** "Goma fell to the rebels", not to its knees or to a number. */
function fallsTo(article: Article, cl: Clauses, c: Chunk, subject: Chunk | null): boolean {
  if (!placeLike(article, subject)) return false;
  const to = cl.obliques(c.at).find((o) => o.preposition === 'to')?.np;
  return (
    to !== undefined &&
    !article.pos.slice(to.first, to.last).includes('CD') &&
    !article.lower(to.first, to.last).startsWith('its ')
  );
}

/** What was come under: "came under attack". */
function suffered(cl: Clauses, c: Chunk): Chunk | null {
  const np = cl.chunks[c.at + 2];
  return np?.kind === 'NP' && cl.word(cl.chunks[c.at + 1]) === 'under' ? np : null;
}

/** What the verb alone tells, or a light verb with its noun ("carried out an attack"). */
function ownType(article: Article, c: Chunk, patient: Chunk | null): OccurrenceType | null {
  const v = c.verb!;
  const noun = LIGHT.has(v.lemma) && patient ? nounHappening(article.tokens[patient.head]) : undefined;
  return noun?.type ?? happeningOf(v)?.type ?? OCCURRENCE_OF_VERB.get(v.lemma) ?? null;
}

/** What the verb and its complement say together. */
function phraseType(article: Article, cl: Clauses, c: Chunk, subject: Chunk | null): OccurrenceType | null {
  const phrases = PHRASES_BY_VERB.get(c.verb!.lemma);
  if (!phrases) return null;
  const { particle } = c.verb!;
  const rest = `${particle ? `${particle} ` : ''}${wordsBehind(article, cl, c.at)}`;
  const words = subject ? article.lower(subject.first, subject.last) : '';
  return phrases.find((p) => (!p.subject || p.subject.test(words)) && p.complement.test(rest))?.type ?? null;
}

function byNoun(article: Article, voices: Voices, index: number, c: Chunk, found: readonly Draft[]): Draft | null {
  const cl = article.clauses[index];
  const word = article.tokens[c.head].lower;
  const h = nounHappening(article.tokens[c.head]);
  if (!h) return reported(cl, index, c);
  if (NEEDS_COMPLEMENT.has(word) && !hasComplement(article, cl, c.at)) return null;
  // the verb of the same clause has said it ("carried out an attack"); "no attack", "any attack" is none
  const verb = found.find((f) => f.first <= c.head && c.head < f.last);
  if (verb && (verb.type === h.type || (FIRE.has(word) && verb.type === 'attack'))) return null;
  if (nounTellsNone(article, cl, c) || ofMishap(article, index, c.at)) return null;
  const under = cl.chunks[c.at - 1]?.kind === 'IN' ? cl.chunks[c.at - 2] : undefined;
  if (under?.kind === 'NP' && isExchangeOfFire(cl, under)) return null;
  const near = presupposed(cl, c) ? -1 : nearVerb(cl, c.at);
  const modality =
    foreseen(article, cl, c) ?? (underRisk(cl, c.at) ? 'hypothetical' : modalityOf(article, cl, near, c.head));
  if (modality === 'negated') return null;
  const d = draft({
    kind: 'occurrence',
    type: typeOfNoun(article, cl, c) ?? h.type,
    sentence: index,
    first: hasNumber(article, c) ? c.head : c.first,
    last: cl.chunks[cl.chainEnd(c.at)].last,
    predicate: -1,
    // "denied the killings": not its word that there were any
    voice: deniedBefore(cl, c.at) ? NOBODY : voices.at(c.head),
    rules: [`noun-${word}`],
    modality,
    hedges: hedgesOf(article, index, c.head),
  });
  d.np = c;
  nounRoles(article, cl, d, c);
  return d;
}

/** "reports of dead workers", "talk of a missing sailor", "claims of soldiers being captured": what is said, by nobody knows whom, to have become of people. */
function reported(cl: Clauses, index: number, c: Chunk): Draft | null {
  const [claim, of] = [cl.chunks[c.at - 2], cl.chunks[c.at - 1]];
  if (of?.kind !== 'IN' || claim?.kind !== 'NP' || !ABOUT.has(cl.word(of)) || !HEARD.has(cl.tokens[claim.head].lower))
    return null;
  const sort = itemOf(cl.tokens[c.head].lower, false)?.sort;
  if (sort !== 'person' && sort !== 'people') return null;
  const next = cl.chunks[c.at + 1];
  const told = next?.verb?.passive && next.verb.form === 'ing' ? next : null;
  const words = cl.tokens.slice(c.first, c.head).concat(told ? cl.tokens.slice(told.first, told.last) : []);
  const measure = words.map(stateTold).find((m) => m !== undefined);
  if (!measure) return null;
  return draft({
    kind: 'occurrence',
    type: TYPE_OF_MEASURE[measure],
    sentence: index,
    first: c.first,
    last: (told ?? c).last,
    voice: NOBODY,
    rules: ['reported-state'],
    target: { first: c.first, last: c.last },
    np: c,
  });
}

const ABOUT = list('of about');
const HEARD = list(
  'report reports talk claim claims allegation allegations rumour rumours rumor rumors story stories news accounts suggestions',
);

/** "the capture of the town" takes ground, "rocket fire on the town" burns nothing down; null when the noun alone tells. */
function typeOfNoun(article: Article, cl: Clauses, c: Chunk): OccurrenceType | null {
  const word = article.tokens[c.head].lower;
  if (isExchangeOfFire(cl, c)) return 'attack';
  if (TAKING.has(word) && takesGround(article, cl, c)) return 'territory';
  const before = c.head > c.first ? article.tokens[c.head - 1].lower : '';
  return FIRE.has(word) && (WEAPONRY.has(before) || GUNS.has(before) || isShooting(article, cl, c)) ? 'attack' : null;
}

/** "exchanges of fire": nothing is handed over. */
const isExchangeOfFire = ({ chunks, tokens }: Clauses, c: Chunk): boolean =>
  EXCHANGES.has(tokens[c.head].lower) &&
  chunks[c.at + 1]?.kind === 'IN' &&
  chunks[c.at + 2]?.kind === 'NP' &&
  SHOTS.has(tokens[chunks[c.at + 2].head].lower);

const EXCHANGES = list('exchange exchanges');
const SHOTS = list('fire gunfire shelling strikes shots rockets shells');

/** "Israeli fire killed", "the army's fire", "unprovoked fire on the post": what somebody fires, not what burns. */
function isShooting({ pos, tokens }: Article, cl: Clauses, c: Chunk): boolean {
  const whose = tokens.slice(c.first, c.head);
  if (pos.slice(c.first, c.head).includes('POS') || whose.some((t) => FIERCE.has(t.lower) || isParty(t.lower)))
    return true;
  const [before, behind] = [cl.chunks[c.at - 1], cl.chunks[c.at + 1]];
  const aimed =
    (before?.kind === 'IN' && UNDER.has(cl.word(before))) || (behind?.kind === 'IN' && ONTO.has(cl.word(behind)));
  return aimed && tokens[c.head - 1]?.capital && c.head > c.first;
}

const FIERCE = list(
  'indiscriminate unprovoked enemy hostile cross-border return covering suppressive friendly rebel militant army police',
);
const UNDER = list('by under from amid');
const ONTO = list('on onto towards toward into across from');

const GUNS = list('gun guns arms sniper rifle machine-gun small-arms anti-aircraft');

/** What is opened and what burns. */
const FIRE = list('fire fires');
const TAKING = list('capture seizure recapture');

/** "the capture of the town". */
function takesGround(article: Article, cl: Clauses, c: Chunk): boolean {
  const of = cl.chunks[c.at + 1];
  const np = cl.chunks[c.at + 2];
  if (of?.kind !== 'IN' || cl.word(of) !== 'of' || np?.kind !== 'NP') return false;
  return has(article, np, TERRAIN) || (placeLike(article, np) && !itemOf(article.tokens[np.head].lower, true));
}

/** Does a number or a model ("48-hour", "OV-10") stand in the phrase? */
const hasNumber = (article: Article, np: Chunk): boolean => {
  for (let t = np.first; t < np.last; t++)
    if (article.pos[t] === 'CD' || /\d/.test(article.tokens[t].text)) return true;
  return false;
};

/** Stands one of the words in the phrase? */
function has(article: Article, np: Chunk | null, words: ReadonlySet<string>): boolean {
  if (np) for (let t = np.first; t < np.last; t++) if (words.has(article.tokens[t].lower)) return true;
  return false;
}

const ABLE = list('capable incapable suspected');

/** "was capable of hitting": what could be done is not done. */
function capable(cl: Clauses, at: number): boolean {
  return (
    cl.chunks[at - 1]?.kind === 'IN' &&
    cl.chunks[at - 2]?.kind === 'JJ' &&
    ABLE.has(cl.tokens[cl.chunks[at - 2].first].lower)
  );
}

/** What is attributed to whoever said it: no deed. */
const UTTERED = list(
  'message statement video recording letter quote remark comment claim words post tape audio message messages statements comments remarks quotes videos posts',
);

/** "blamed the attack on the rebels": who stands behind "on", when what was done is the object. */
export function blamedOn(article: Article, cl: Clauses, c: Chunk): Chunk | null {
  const object = c.verb!.lemma === 'blame' ? cl.object(c.at) : null;
  const head = object ? article.tokens[object.head].lower : '';
  if (!object || !(NOUN_HAPPENINGS.has(head) || /^(?:it|them|this|violence|incident)$/.test(head))) return null;
  return cl.obliques(object.at).findLast((o) => o.preposition === 'on')?.np ?? null;
}

/** "Turkey accuses the YPG", "attributes it to tank fire": an attack, laid at somebody's door by whoever says so. */
function blame(article: Article, voices: Voices, cl: Clauses, c: Chunk): Draft | null {
  const v = c.verb!;
  const way = BLAMING.get(v.lemma);
  if (!way || v.negated || (v.passive && v.form === 'finite') || v.modal) return null;
  const next = cl.chunks.find((x) => x.at > c.at && x.kind === 'VG');
  // "accused Ukraine of carrying out attacks": that clause is a happening of its own
  if (
    way === 'object' &&
    next &&
    next.at <= c.at + 4 &&
    next.verb!.form === 'ing' &&
    cl.word(cl.chunks[next.at - 1] ?? next) === 'of'
  )
    return null;
  const to = cl.obliques(c.at).find((o) => o.preposition === 'to')?.np;
  const object = way === 'object' ? (blamedOn(article, cl, c) ?? cl.object(c.at)) : to;
  // "blames rockets fired by the rebels"
  const sent = object && cl.chunks[object.at + 1]?.verb?.form === 'participle' ? agentOf(cl, object.at + 1) : null;
  const who = sent ?? object;
  const laid = way === 'to' && c.at > 0 ? cl.chunks[c.at - 1] : null;
  if (!who || (laid && UTTERED.has(article.tokens[laid.head].lower))) return null;
  const inner = voices.at(c.last);
  const voice = inner.source ? inner : voices.at(c.head);
  return draft({
    kind: 'occurrence',
    type: 'attack',
    sentence: article.sentenceAt(c.first),
    first: c.first,
    last: who.last,
    predicate: -1,
    voice,
    rules: [`blame-${v.lemma}`],
    actor: { first: who.first, last: who.last },
    hedges: hedgesOf(article, article.sentenceAt(c.first), c.first),
  });
}

function placeLike(article: Article, np: { first: number; last: number; head: number } | null): boolean {
  return np !== null && np.last - np.first <= 3 && article.tokens[np.head].capital && article.pos[np.head] !== 'PR';
}

function nearVerb(cl: Clauses, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'VG') return c.verb!.modal || c.verb!.form === 'infinitive' ? i : -1;
    if (c.kind === 'CM' || c.kind === 'SC' || c.kind === 'PU') break;
  }
  for (let i = at + 1; i < cl.chunks.length && i <= at + 3; i++)
    if (cl.chunks[i].kind === 'VG') return cl.chunks[i].verb!.modal ? i : -1;
  return -1;
}

const COMPLEMENTING = list('in at near on of between with to among');

/** Says the phrase more than the bare noun: a "of", "in", "on" phrase, a demonym, a time before it. */
function hasComplement(article: Article, cl: Clauses, at: number): boolean {
  const c = cl.chunks[at];
  if (
    cl.chunks[at + 1]?.kind === 'IN' &&
    cl.chunks[at + 2]?.kind === 'NP' &&
    COMPLEMENTING.has(cl.word(cl.chunks[at + 1]))
  )
    return true;
  for (let i = c.first; i < c.head; i++)
    if (article.tokens[i].capital && !/^(?:DT|PP\$)$/.test(article.pos[i])) return true;
  return false;
}
