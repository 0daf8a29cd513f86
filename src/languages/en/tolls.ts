import type { Measure } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { verbBefore } from './governing.ts';
import { STATES, stateTold } from './happenings.ts';
import { type Item, itemOf } from './items.ts';
import { asSubject, doneTo } from './measures.ts';
import { PERSONAL, type Situation, topicBefore } from './situation.ts';
import type { Judgement } from './way.ts';
import { list } from './words.ts';

/** Verbs that say how high a number is: "rose to", "stands at", "put the dead at", "spoke of". */
export const TOLL_VERBS = list(
  'rise climb soar surge leap spiral creep inch near approach reach stand number total increase grow jump swell mount put place peg bring raise revise lower cut drop fall go come remain hit pass exceed top update give set range vary stick say report speak count claim list announce estimate record register confirm verify acknowledge admit maintain insist tell own boast talk mention be correct concede grant move shoot run show',
);
/** Nouns that a toll may be called when it is the subject of "be", or when a number stands under their "of". */
const NUMBER_SUBJECTS = list('count toll figure number total tally estimate dead it that');
const BARE_SUBJECTS = list('count toll figure number total tally estimate it that');
export const NUMBER_NOUNS = list('figure toll total count tally number estimate report claim talk death list');
const NUMBER_WORDS = list('number figure figures count tally total estimate numbers');
const TOLL_PREPOSITIONS = list('at to of from on as than by');
const BARE_PREPOSITIONS = list('of to at by from');
/** With a "not" a number stays what it was: "has not moved from 112". */
const MOVING = list('move budge change shift go');

/** "the toll rose to 31", "put the dead at 14": a word of number or of death beside the verb. */
export function toll(s: Situation): Judgement | null {
  const { article, cl, c, k, preposition, of, index, last } = s;
  if (c.item !== null && c.item.sort !== 'person') return null;
  if (preposition !== null && !TOLL_PREPOSITIONS.has(preposition)) return null;
  // "and some 50 others were being carried off": a number with a verb of its own is no toll
  const own = s.behind.at(-1)?.verb;
  if (c.item !== null && preposition === null && own?.form === 'finite' && !TOLL_VERBS.has(own.lemma)) return null;
  const figureOf = of !== null && NUMBER_NOUNS.has(article.tokens[of.head].lower);
  if (preposition === 'of' && !figureOf) return null;
  const verb = exceeds(s) ? undefined : mainVerb(cl, s.before?.c);
  if (verb && !figureOf && verb.verb!.form === 'finite' && !TOLL_VERBS.has(verb.verb!.lemma) && !moves(s)) return null;
  if (verb && verb.verb!.lemma === 'be') {
    const subject = cl.subject(verb.at);
    if (!subject || !NUMBER_SUBJECTS.has(article.tokens[subject.head].lower)) return null;
  }
  // "at 292 those wounded"
  const those = cl.chunks[c.end + 1];
  const state = those?.kind === 'NP' && cl.word(those) === 'those' ? stateTold(cl.tokens[those.last - 1]) : undefined;
  if (state && PERSONAL.has(state))
    return { measure: state, predicate: -1, rule: 'toll', item: c.item ? undefined : 'person' };
  const left = tollIn(s, k - 1, -1, k);
  const right = left?.item ? null : tollIn(s, c.end + 1, 1, c.end);
  // "the deaths raised to 50 the number of soldiers killed": the other side may say of whom
  const found = left && right?.item && right.measure === (left.measure ?? right.measure) ? right : (left ?? right);
  if (!found) return null;
  if (found.measure !== null) {
    const item = found.item ?? (PERSONAL.has(found.measure) ? 'person' : topicBefore(article, c.np.first)?.item);
    return item || c.item
      ? { measure: found.measure, predicate: -1, rule: 'toll', item: c.item ? undefined : item }
      : null;
  }
  const told = c.item === null ? fateTold(s) : null;
  if (told) return { measure: told, predicate: -1, rule: 'toll', item: 'person' };
  return c.item === null && last?.measure && index - last.sentence <= 3
    ? { measure: last.measure, predicate: -1, rule: 'toll', from: last }
    : null;
}

/** "the toll had exceeded 240": the verb is a part of the number. */
const exceeds = ({ article, q, before }: Situation): boolean =>
  before?.c.verb?.lemma === 'have' && article.tokens[article.tokenAt(q.start)].lower === 'exceeded';

/** "acknowledged that civilians had died, but put their number at seven": what the sentence has told of them. */
function fateTold({ article, cl, k }: Situation): Measure | null {
  const number = cl.chunks
    .slice(0, k)
    .findLast((c) => c.kind === 'NP' && NUMBER_WORDS.has(article.tokens[c.head].lower));
  if (!number || cl.word(number) !== 'their') return null;
  for (const c of cl.chunks.slice(0, number.at)) {
    const measure = c.kind === 'VG' && c.verb!.form === 'finite' ? asSubject(article, cl, c, 'person') : null;
    if (measure && PERSONAL.has(measure) && cl.subject(c.at)) return measure;
  }
  return null;
}

/** "brings the number of those who have died to 210": over the verb of a relative clause, to the one that the toll hangs on. */
function mainVerb(cl: Clauses, verb: Chunk | undefined): Chunk | undefined {
  const defines = verb && cl.chunks[verb.at - 1]?.kind === 'WH' && cl.chunks[verb.at - 2]?.kind === 'NP';
  return defines && !TOLL_VERBS.has(verb.verb!.lemma) ? verbBefore(cl, verb.at - 1)?.c : verb;
}

const MOVERS = list('raise bring take put push lift lower');

/** "raised the number of rebels it says were killed to 200": what stands between tells of those that are counted. */
function moves({ cl, k, preposition, before }: Situation): boolean {
  const isNumber = (c: Chunk | undefined) => c?.kind === 'NP' && NUMBER_WORDS.has(cl.tokens[c.head].lower);
  const number = cl.chunks.findLast((c) => c.at < k && isNumber(c));
  // "takes to 71 the number of"
  const mover = isNumber(cl.chunks[k + 1]) ? before?.c.verb : number && cl.chunks[number.at - 1]?.verb;
  return preposition === 'to' && mover !== null && mover !== undefined && MOVERS.has(mover.lemma);
}

/** A number that stands for itself: said, claimed, counted, or a clause of its own. */
export function bare({ article, cl, c, k, before: governor }: Situation): boolean {
  const before = cl.chunks[k - 1];
  const after = cl.chunks[c.end + 1];
  if (after?.kind === 'NP') return false;
  // "Up to 25, an army officer told AFP."
  if (
    (!before || before.kind === 'QT') &&
    (!after || after.kind === 'CM' || after.kind === 'QT' || after.kind === 'PU')
  )
    return true;
  if (article.pos[c.np.first] === 'PP$' || owned(article, cl, k) || isGapped(cl, k, after)) return true;
  if (!governor) return false;
  const { at, verb } = governor.c;
  if (verb!.lemma === 'be' || verb!.lemma === 'number') {
    // "Its first count had been nine", not "he is 34"
    const subject = cl.subject(at);
    return subject !== null && BARE_SUBJECTS.has(article.tokens[subject.head].lower);
  }
  const stays = verb!.negated && MOVING.has(verb!.lemma) && cl.word(before) === 'from';
  if (!stays && (!TOLL_VERBS.has(verb!.lemma) || verb!.negated)) return false;
  for (let i = at + 1; i < k; i++) if (['VG', 'SC', 'PU'].includes(cl.chunks[i].kind)) return false;
  return before.kind !== 'IN' || BARE_PREPOSITIONS.has(cl.word(before));
}

/** Is the bare number at `k` somebody's: "the ministry's 30", "the rebels' still 19"? */
export function owned({ pos }: Article, { chunks }: Clauses, k: number): boolean {
  const np = chunks[k];
  if (np.kind !== 'NP' || pos[np.last - 1] !== 'CD') return false;
  if (np.last - np.first > 1) return pos[np.last - 2] === 'POS';
  const owner = chunks[chunks[k - 1]?.kind === 'RB' ? k - 2 : k - 1];
  return owner?.kind === 'NP' && pos[owner.last - 1] === 'POS';
}

/** What the sentence before counts without saying how many: "has corrected its count of those killed". */
export function tollBefore({ article, index }: Situation): Measure | null {
  const before = article.sentences[index - 1];
  if (!before) return null;
  let counts = false;
  let measure: Measure | null = null;
  for (let t = before.first; t < before.last; t++) {
    const word = article.tokens[t].lower;
    if (word === 'toll') return 'killed';
    counts ||= NUMBER_WORDS.has(word);
    const state = STATES.get(word);
    if (state && PERSONAL.has(state) && !WEAK_STATES.has(word)) measure ??= state;
  }
  return counts ? measure : null;
}

/** "Hanoi counts 40 dead; Vientiane 12.": the second clause has lost its verb. */
function isGapped(cl: Clauses, k: number, after: Chunk | undefined): boolean {
  const { chunks } = cl;
  const opens = chunks[k - 2]?.kind;
  return (
    chunks[k - 1]?.kind === 'NP' &&
    (opens === 'PU' || opens === 'CC' || opens === 'CM') &&
    (!after || after.kind === 'PU')
  );
}

interface Found {
  /** Null when the words speak of a number and do not say of what. */
  measure: Measure | null;
  /** What the toll counts, when its words say so: "the number of terrorists eliminated". */
  item: string | null;
}

/** States that are told of people only by their verb, not by the word alone. */
const WEAK_STATES = list('hit shot returned launched fired victims bodies');
const DEATH_NOUNS = list('death dead casualty fatality');

/** Words of toll on one side of the number: "the toll rose to 31", "raised to 12 the number of terrorists eliminated". */
function tollIn({ article, cl }: Situation, from: number, step: 1 | -1, edge: number): Found | null {
  const { chunks, tokens } = cl;
  let number = false;
  let state: Measure | null = null;
  let item: Item | null = null;
  const participles: Chunk[] = [];
  for (let i = from; i >= 0 && i < chunks.length && Math.abs(i - edge) < 18; i += step) {
    const c = chunks[i];
    if (c.kind === 'PU' && /[;:.!?]/.test(tokens[c.first].text)) break;
    if (step > 0 && (c.kind === 'CM' || c.kind === 'CC' || c.kind === 'SC')) break;
    // "rose by four, to 17"
    if (step < 0 && c.kind === 'CM' && chunks[i - 2]?.kind === 'IN' && cl.word(chunks[i - 2]) === 'by') {
      i -= 2;
      continue;
    }
    if (step < 0 && c.kind === 'CM' && Math.abs(i - edge) > 1 && !number && state === null) {
      // over one parenthesis ("the civilian toll in Poonch, three until then, went up to")
      const open = cl.parenthesis(i);
      if (open < 0) break;
      i = open;
      continue;
    }
    if (c.kind === 'VG') {
      const v = c.verb!;
      if (
        v.form === 'participle' ||
        (v.form === 'infinitive' && v.passive) ||
        (v.form === 'ing' && stateTold(tokens[c.head])) ||
        // "the number of rebels it says have been killed"
        (v.form === 'finite' && (v.passive || v.perfect) && !TOLL_VERBS.has(v.lemma) && stateTold(tokens[c.head])) ||
        (number && v.form === 'finite' && article.pos[c.head] === 'VBD' && cl.chunks[i - 1]?.kind === 'QT') ||
        (v.form === 'finite' && cl.chunks[i - 1]?.kind === 'WH')
      )
        participles.push(c);
      continue;
    }
    if (c.kind !== 'NP' && c.kind !== 'JJ') continue;
    const head = tokens[c.head].lower;
    if (NUMBER_WORDS.has(head)) {
      number = true;
      for (let t = c.first; t < c.head; t++) if (DEATH_NOUNS.has(tokens[t].lower)) state = 'killed';
      if (step < 0) break;
      continue;
    }
    for (let t = c.first; t < c.last; t++) {
      const w = tokens[t].lower;
      if (w === 'toll' || w === 'death')
        return { measure: state ?? 'killed', item: item && fitting('killed', item) ? item.item : null };
      if (article.pos[t] !== 'CD' && !WEAK_STATES.has(w)) state ??= stateTold(tokens[t]) ?? null;
    }
    if (c.kind === 'NP') item ??= itemOf(head, tokens[c.head].capital);
    if (state !== null && step > 0 && !number) break;
  }
  if (number) {
    const fates = participles.map((c) => fateOf(article, cl, c, item));
    const measure = state ?? fates.find((x) => x !== null) ?? null;
    return { measure, item: measure && item && fitting(measure, item) ? item.item : null };
  }
  return state !== null && (step < 0 || besides(cl, from)) ? { measure: state, item: null } : null;
}

/** "the number of drones shot down", "of people who have died": what the verb says of them. */
const fateOf = (article: Article, cl: Clauses, c: Chunk, item: Item | null): Measure | null =>
  (c.verb!.form === 'finite' ? asSubject : doneTo)(article, cl, c, item?.sort ?? 'person') ??
  stateTold(cl.tokens[c.head]) ??
  null;

const fitting = (measure: Measure, item: Item): boolean => PERSONAL.has(measure) === (item.sort === 'person');

/** "29 the dead": without a word of number the state must stand right behind the number. */
const besides = (cl: Clauses, from: number): boolean => ['NP', 'IN'].includes(cl.chunks[from]?.kind);
