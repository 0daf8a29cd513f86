import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft, Role } from './draft.ts';
import { nounOfWhich, relativeVerb, verbBefore } from './governing.ts';
import { happeningOf, NOUN_HAPPENINGS, nounHappening, VIOLENT } from './happenings.ts';
import { itemOf } from './items.ts';
import { DOERS } from './who-words.ts';
import { list } from './words.ts';

/** Verbs whose subject sees what comes and does not send it, or suffers what is done. */
export const OBSERVERS = list(
  'track detect spot sight face count log receive see record register involve lose suffer sustain report treat absorb endure withstand survive await mark witness',
);
/** Verbs whose subject has it done to it, with the noun that says what: "took direct hits", "came under attack". */
const SUFFERED = list('suffer sustain take absorb endure withstand survive come face receive');
const AT = new Set(['at', 'on', 'against', 'into', 'across', 'toward', 'towards', 'onto', 'upon', 'through']);
/** Verbs of weapons that go off where they are: what stands under "in" is struck. */
const GO_OFF = list('explode blow detonate burst land fall crash slam plough plow rain come impact go');
/** Nouns that a verb deals out, beside those of happenings: what they are dealt to is the target. */
const DEALT = /^(?:blows?|hits?|fire|havoc|damage|losses|arms|control|responsibility|retaliation|rounds?|salvos?)$/;
/** What stands under "by" and does nothing: "by mistake", "by Israeli count", "by nightfall". */
const NO_AGENT =
  /^(?:mistake|accident|error|chance|design|count|account|tally|estimate|reckoning|figures?|way|night|nightfall|day|phone|telephone|air|sea|land|road|rail|boat|then|now|midday|noon|dawn|dusk|name|means|hand|far|surprise|force)$/;
/** What stands under "at" or "on" and is struck by nothing. */
const NO_PLACE =
  /^(?:way|hands?|times?|hours|days|weeks|months|minutes|least|most|once|first|last|range|distance|point|scale|speed|rate|particular|general|addition|total|turn|fact|response|return|retaliation|revenge|reprisal|support|coordination|behest|request|side|day|night|morning|evening|record|condition|patrol|board|fire|account|grounds|north|south|east|west)$/;
/** Nouns of what is borne: whose they are has not done it, nor has whoever tells of them ("put its losses at 12"). */
const BORNE = /^(?:loss|losses|casualty|casualties|deaths?|injur(?:y|ies))$/;
const role = (c: Chunk): Role => ({ first: c.first, last: c.last });

/**
 * Who did it, to whom, from the grammar around the verb: the subject of an active verb and the agent of a passive are the actor; the
 * object, or what stands under "at", "on", "against", is the target. Roles of what is counted itself are left to the resolver.
 */
export function roles(article: Article, cl: Clauses, d: Draft): void {
  const c = d.predicate >= 0 ? main(cl, d.predicate) : governor(cl, d);
  if (c?.kind === 'VG') verbRoles(article, cl, d, c);
  // "the abduction of 15 girls by armed men"
  const deed = d.measure && d.np ? nounOfWhich(cl, d.np.at) : null;
  if (deed && nounHappening(article.tokens[deed.head]) !== undefined) d.actor ??= byOf(cl, deed);
  // "three shells fired from the hill fell on a camp": where it comes down, whatever it was counted by
  const own = d.measure === 'launched' && !d.target && d.np ? ownVerb(cl, d.np) : null;
  if (own && GO_OFF.has(own.verb!.lemma)) d.target = under(cl, own.at, AT) ?? under(cl, own.at, IN);
}

/** Whoever finds the dead has not killed them: "police recovered nine bodies". */
const FINDERS = /^(?:find|recover|discover|retrieve|collect|pull|exhume|unearth|gather|remove)$/;

function verbRoles(article: Article, cl: Clauses, d: Draft, c: Chunk): void {
  const v = c.verb!;
  if (d.item === 'body' && d.measure === 'killed' && FINDERS.test(v.lemma)) return;
  const subject = cl.subject(c.at);
  // "took in 70 wounded": those counted stand right before their participle
  const beside = v.form === 'participle' && d.np?.at === c.at - 1;
  const own = beside || (subject !== null && d.np !== null && counted(cl, subject, d.np));
  const doer = doerOf(cl, c);
  if (v.passive) {
    const agent = agentOf(cl, c.at);
    // "no injuries were reported by vessels in the area"
    if (agent && !speaks(d, v.lemma)) d.actor = role(agent);
    // "the missiles were aimed at the city"
    const at = subject && dealt(article, subject) ? under(cl, c.at, AT) : null;
    if (subject && !own && d.measure !== 'killed') d.target = at ?? role(subject);
  } else {
    if (doer && !own && v.lemma !== 'be' && !OBSERVERS.has(v.lemma) && !speaks(d, v.lemma)) d.actor = role(doer);
    const object = cl.object(c.at);
    if (d.kind === 'occurrence') {
      const relative = object ? null : cl.relativeObject(c.at);
      d.target = struck(article, cl, c) ?? (relative && role(relative));
      if (subject && suffers(article, cl, c, object)) {
        d.actor = null;
        d.target = role(subject);
      } else if (subject && !object && d.type === 'damage') {
        // "the tanker sank"
        d.actor = null;
        d.target = role(subject);
      } else if (v.lemma === 'fall' && under(cl, c.at, TO)) {
        d.actor = under(cl, c.at, TO);
        d.target ??= subject && role(subject);
      }
    } else if (own && object && (d.measure === 'hit' || d.measure === 'launched')) d.target = role(object);
    else if (object && object !== d.np && (v.lemma === 'target' || v.lemma === 'aim' || armedWith(cl, d)))
      d.target = role(object);
    else if (v.lemma === 'fall' && d.measure === 'captured') d.actor = under(cl, c.at, TO);
  }
  if (own && v.passive && d.measure === 'hit') return;
  if (d.measure === 'launched' || d.type === 'attack' || d.kind === 'occurrence') {
    const from = d.np ? Math.max(d.np.at, c.at) : c.at;
    if (!d.target || d.measure === 'launched') d.target = under(cl, from, AT) ?? d.target;
    if (!d.target && GO_OFF.has(v.lemma)) d.target = under(cl, from, IN);
  }
  if (d.type === 'talks') d.target ??= under(cl, c.at, WITH);
  if (d.measure === 'returned' || d.measure === 'delivered') d.target = under(cl, c.at, TO) ?? d.target;
  if (d.measure === 'delivered' && !d.target && v.lemma === 'enter') d.target = struck(article, cl, c);
}

/**
 * Of a noun of happening: what is done under "on" or "against", else what the verb of it strikes ("the blast destroyed the bus"); who did
 * it under "by" or in front ("Hezbollah's attack"), else the subject or agent of the verb by which it is carried out.
 */
export function nounRoles(article: Article, cl: Clauses, d: Draft, c: Chunk): void {
  if (BORNE.test(article.tokens[c.head].lower)) {
    d.actor = byOf(cl, c);
    d.target = under(cl, c.at, OF, cl.chainEnd(c.at) + 1) ?? ownerOf(article, cl, c);
    return;
  }
  d.target = under(cl, c.at, AT) ?? under(cl, c.at, OF, cl.chainEnd(c.at) + 1);
  d.actor = byOf(cl, c) ?? culpritOf(cl, c) ?? ownerOf(article, cl, c);
  const behind = cl.chunks[cl.chainEnd(c.at) + 1];
  for (const verb of [verbOf(cl, c), verbBefore(cl, c.at)?.c]) {
    if (!verb || verb.verb!.lemma === 'be' || speaks(d, verb.verb!.lemma)) continue;
    const subject = cl.subject(verb.at);
    const mine = subject !== null && subject.first <= c.first && c.last <= cl.chunks[cl.chainEnd(subject.at)].last;
    if (mine) {
      if (verb.verb!.passive) {
        d.actor ??= agentRole(cl, verb.at);
        // "strikes were delivered on depots"
        d.target ??= under(cl, verb.at, AT);
      } else d.target ??= struck(article, cl, verb);
    } else if (verb !== behind && subject) {
      const undergone = cl.object(verb.at) === c || verb.verb!.lemma === 'come' || verb.verb!.lemma === 'catch';
      if (REPELLING.has(verb.verb!.lemma)) continue;
      if (undergoes(verb) || (undergone && /^(?:take|come|catch|face)$/.test(verb.verb!.lemma)))
        d.target ??= role(subject);
      else if (!verb.verb!.passive) d.actor ??= role(subject);
    }
  }
  d.target ??= under(cl, c.at, IN, cl.chainEnd(c.at) + 1);
}

/** Who stands under the "by" of a noun of happening. */
function byOf(cl: Clauses, noun: Chunk): Role | null {
  const by = cl.obliques(noun.at, cl.chainEnd(noun.at) + 1).find((o) => o.preposition === 'by');
  return by ? role(by.np) : null;
}

/** "The rebels were behind the attack", "held the rebels responsible for it", "gangs were to blame for it": who is said to have done what the noun names. */
function culpritOf(cl: Clauses, noun: Chunk): Role | null {
  const tie = cl.chunks[noun.at - 1];
  const before = cl.chunks[noun.at - 2];
  if (tie?.kind !== 'IN' || !before) return null;
  const word = cl.word(tie);
  if (word === 'behind') return before.verb?.lemma === 'be' ? subjectRole(cl, before) : null;
  const blamed = before.kind === 'JJ' ? cl.word(before) === 'responsible' : before.verb?.lemma === 'blame';
  const held = cl.chunks[noun.at - 3];
  if (word !== 'for' || !blamed || !held) return null;
  return held.kind === 'NP' && before.kind === 'JJ'
    ? role(held)
    : held.verb?.lemma === 'be'
      ? subjectRole(cl, held)
      : null;
}

const subjectRole = (cl: Clauses, verb: Chunk): Role | null => {
  const subject = cl.subject(verb.at);
  return subject && role(subject);
};

/** The finite verb that a phrase is the subject of. */
const ownVerb = (cl: Clauses, np: Chunk): Chunk | undefined =>
  cl.chunks.find((c) => {
    if (c.at < np.at || c.kind !== 'VG' || c.verb!.form !== 'finite') return false;
    const subject = cl.subject(c.at);
    return subject !== null && counted(cl, subject, np);
  });

/** Of "let go" and "set free" the verb that has the subject. */
function main(cl: Clauses, at: number): Chunk {
  const before = cl.chunks[at - 1];
  return before?.kind === 'VG' && before.verb!.lemma === 'let' ? before : cl.chunks[at];
}

/** "tracked the strikes", "died in the ambush": is the verb's subject no doer? */
const undergoes = ({ verb }: Chunk): boolean =>
  OBSERVERS.has(verb!.lemma) || happeningOf(verb!)?.subject?.person !== undefined;

/** Verbs of those who stop an attack: neither they nor what stands beside made it. */
export const REPELLING = new Set(
  'repel repulse thwart foil halt stop prevent avert beat fend survive escape resist'.split(' '),
);

const SUPERLATIVE = /^(?:worst|most|biggest|largest|deadliest|heaviest|\w{4,}iest)$/;

/** The words of a noun's phrase that say whose it is: those before its head, else a possessor that a time parts from it. */
export function ownerOf(article: Article, cl: Clauses, c: Chunk): Role | null {
  // a "fighter jet" is nobody's fighter
  const head = article.tokens[c.head - 1]?.lower === 'fighter' ? c.head - 1 : c.head;
  // "Nigeria's deadliest militant attack": where it was, not whose
  let most = c.first + 1;
  while (most < head && !SUPERLATIVE.test(article.tokens[most].lower)) most++;
  if (most < head && article.pos.slice(c.first, most).includes('POS'))
    return most + 1 < head ? { first: most + 1, last: head } : null;
  if (namesSomebody(article, c.first, head)) return { first: c.first, last: head };
  const before = cl.chunks[cl.chunks[c.at - 1]?.kind === 'TM' ? c.at - 2 : c.at - 1];
  return before?.kind === 'NP' && article.pos[before.last - 1] === 'POS' ? role(before) : null;
}

/** Do words say more than how something was: "an army drone", not "coordinated raids"? */
function namesSomebody({ pos, tokens }: Article, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (
      /^(?:NN|NP|PR|POS|PP\$)$/.test(pos[i]) ||
      (pos[i] === 'JJ' && (tokens[i].capital || DOERS.has(tokens[i].lower)))
    )
      return true;
  return false;
}

const TO = new Set(['to']);
const IN = new Set(['in', 'inside', 'near', 'among', 'outside']);
const OF = new Set(['of']);
const WITH = new Set(['with']);
/** Verbs by which a vehicle strikes, and what stands before the struck. */
const DRIVEN = new Set('drive ram crash steer slam plough plow detonate explode blow'.split(' '));
const STRUCK_BY = new Set(['into', 'at', 'near', 'outside', 'inside', 'in', 'against']);
const DEALT_TO = new Set([...AT, 'to', 'in', 'of', 'over']);

/** "the killings of the last 24 hours": an article that stands before a time. */
const ofTime = (cl: Clauses, np: Chunk): boolean =>
  np.last - np.first === 1 && cl.tokens[np.first].lower === 'the' && cl.chunks[np.at + 1]?.kind === 'TM';

/** The first noun phrase behind `at` under one of these prepositions. */
function under(cl: Clauses, at: number, prepositions: ReadonlySet<string>, limit?: number): Role | null {
  const found = cl
    .obliques(at, limit)
    .find((o) => prepositions.has(o.preposition) && !NO_PLACE.test(cl.tokens[o.np.head].lower) && !ofTime(cl, o.np));
  return found ? role(found.np) : null;
}

/** What a verb is done to: its object, or where it deals out something ("set fire to a depot"), what it is dealt to. */
function struck(article: Article, cl: Clauses, verb: Chunk): Role | null {
  const found = cl.object(verb.at);
  // "blew himself up in a restaurant"
  const object = found && /^(?:him|her|it|them)sel(?:f|ves)$/.test(article.tokens[found.head].lower) ? null : found;
  // "attack kills 41": a number without a noun names nobody
  if (object && article.pos[object.head] === 'CD') return null;
  if (object && dealt(article, object)) return under(cl, weaponEnd(article, cl, object), DEALT_TO);
  if (object && DRIVEN.has(verb.verb!.lemma) && explodes(cl.tokens[object.head].lower)) {
    // "a truck packed with explosives into"
    const laden = cl.chunks[object.at + 1]?.verb ? object.at + 1 : object.at;
    return under(cl, laden, STRUCK_BY);
  }
  if (!object || (article.pos[object.first] !== 'DT' && NO_PLACE.test(article.tokens[object.head].lower)))
    return under(cl, verb.at, AT) ?? (GO_OFF.has(verb.verb!.lemma) ? under(cl, verb.at, IN) : null);
  return role(object);
}

/** Is it a vehicle, or what bombers carry on themselves? */
const explodes = (head: string): boolean =>
  itemOf(head, false)?.sort === 'vehicle' || /^(?:vests?|belts?|jackets?|charges?|devices?|explosives)$/.test(head);

/** Of "a salvo of missiles at the port" the chunk of the missiles. */
function weaponEnd(article: Article, cl: Clauses, object: Chunk): number {
  const of = cl.chunks[object.at + 1];
  const sent = cl.chunks[object.at + 2];
  const weapons =
    of?.kind === 'IN' &&
    cl.word(of) === 'of' &&
    sent?.kind === 'NP' &&
    itemOf(article.tokens[sent.head].lower, false)?.sort === 'weapon';
  return weapons ? sent.at : object.at;
}

function agentRole(cl: Clauses, at: number): Role | null {
  const agent = agentOf(cl, at);
  return agent ? role(agent) : null;
}

/** The verb right behind a noun's phrase. */
function verbOf(cl: Clauses, c: Chunk): Chunk | null {
  for (let i = cl.chainEnd(c.at) + 1; i < cl.chunks.length; i++) {
    const x = cl.chunks[i];
    if (x.kind === 'VG') return x.verb!.form === 'finite' ? x : null;
    if (x.kind !== 'CM' && x.kind !== 'TM' && x.kind !== 'NP' && x.kind !== 'RB' && x.kind !== 'IN') return null;
  }
  return null;
}

/** A verb that takes what is counted though it is not what measures it: "the six that the militia sent", "won back two of them". */
function governor(cl: Clauses, d: Draft): Chunk | null {
  if (!d.np) return null;
  const relative = relativeVerb(cl, cl.chainEnd(d.np.at)) ?? relativeVerb(cl, d.np.at);
  if (relative) return relative;
  const before = verbBefore(cl, d.np.at);
  if (!before || before.comma || before.c.verb!.passive || CUE_BY_LEMMA.has(before.c.verb!.lemma)) return null;
  return cl.object(before.c.at) === d.np && before.c.verb!.lemma !== 'be' ? before.c : null;
}

/** "launched attacks in the south", "dropped shells on a monastery": what is done or sent is no target. */
function dealt(article: Article, object: Chunk): boolean {
  const head = article.tokens[object.head].lower;
  return NOUN_HAPPENINGS.has(head) || DEALT.test(head) || itemOf(head, false)?.sort === 'weapon';
}

const JUDGED =
  /^(?:call|describe|condemn|denounce|brand|label|dub|decry|term|deplore|hail|praise|mourn|compare|discuss|investigate|probe)$/;
/** "called the strikes barbarous": whoever speaks of violence does none. */
const speaks = (d: Draft, lemma: string): boolean =>
  VIOLENT.has(d.type) &&
  lemma !== 'claim' &&
  (JUDGED.test(lemma) || (CUE_BY_LEMMA.has(lemma) && CUE_BY_LEMMA.get(lemma)!.act !== 'order'));

/** "attacked the town with 95 drones": the object is what they were sent at. */
const armedWith = (cl: Clauses, d: Draft): boolean =>
  d.measure === 'launched' &&
  d.np !== null &&
  d.np.at > 1 &&
  /^(?:with|using)$/.test(cl.word(cl.chunks[d.np.at - 1])) &&
  cl.chunks[d.np.at - 2].kind !== 'IN';

/** "came under attack", "took direct hits", "sustained a missile strike". */
function suffers(article: Article, cl: Clauses, c: Chunk, object: Chunk | null): boolean {
  if (!SUFFERED.has(c.verb!.lemma)) return false;
  if (c.verb!.lemma === 'come') return cl.chunks[c.at + 1]?.kind === 'IN' && cl.word(cl.chunks[c.at + 1]) === 'under';
  return (
    object !== null && dealt(article, object) && !/^(?:control|responsibility)$/.test(article.tokens[object.head].lower)
  );
}

/** Is what is counted the subject itself, a part of it, or coordinated with it? */
function counted(cl: Clauses, subject: Chunk, np: Chunk): boolean {
  const [from, to] = subject.at <= np.at ? [subject, np] : [np, subject];
  return cl.chunks
    .slice(from.at, to.at)
    .every((c) => /^(?:NP|IN|CC|CM|RB)$/.test(c.kind) || /^[–—-]$/.test(cl.word(c)));
}

const DONE_TO: ReadonlySet<string> = new Set(['attack', 'casualties', 'damage']);

/** The subject of an active verb; of "was ambushed, killing two" the agent of the passive that it goes on from. */
export function doerOf(cl: Clauses, c: Chunk): Chunk | null {
  const subject = cl.subject(c.at);
  if (!subject || c.verb!.form !== 'ing' || cl.chunks[c.at - 1]?.kind !== 'CM') return subject;
  const before = cl.chunks.findLast((x) => x.at < c.at && x.verb?.form === 'finite');
  const undergone =
    before?.verb?.passive &&
    DONE_TO.has(happeningOf(before.verb)?.type ?? 'talks') &&
    cl.subject(before.at) === subject;
  return undergone ? agentOf(cl, before.at) : subject;
}

/** The agent of a passive: the noun phrase under "by" behind it, before another verb. */
export function agentOf(cl: Clauses, at: number): Chunk | null {
  for (let i = at + 1; i < cl.chunks.length && i < at + 9; i++) {
    const c = cl.chunks[i];
    if (cl.word(c) === 'by') {
      const np = cl.chunks[cl.chunks[i + 1]?.kind === 'QT' ? i + 2 : i + 1];
      if (np?.kind === 'NP' && !NO_AGENT.test(cl.tokens[np.head].lower)) return np;
    } else if (c.kind === 'VG' || c.kind === 'SC' || c.kind === 'PU' || c.kind === 'CC') return null;
  }
  return null;
}
