import { overInserts } from './attribution-verbs.ts';
import { isParty, type Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_NOUNS, GIVING_TOLLS, PASSIVE_CUES, RELEASING, TOLL_OBJECTS, TOLL_VERBS } from './cues.ts';
import { NOUN_HAPPENINGS } from './happenings.ts';
import { type Finding, type Ground, isQuantity, isThat, isTie, type Saying } from './saying.ts';

const OWNING = new Set(['own', 'stand']);
/** Whatever raises or lowers one of these is a party, known or not. */
const NUMBERS = new Set(['number', 'toll', 'figure', 'count', 'tally', 'estimate']);
/** How many chunks behind its verb a toll may stand. */
const TOLL_REACH = 12;

/** A party that gives a number without a verb of speaking: its figure is its claim. */
export function byToll(g: Ground, k: number, earlier: readonly Saying[]): Finding | null {
  const { article, cast, cl, speakers } = g;
  const { chunks } = cl;
  const c = chunks[k];
  const v = c.verb!;
  const put = v.lemma === 'put' && v.passive;
  if ((!put && !TOLL_VERBS.has(v.lemma)) || (v.negated && v.lemma !== 'move') || v.modal) return null;
  if (!chunks.slice(k + 1, k + TOLL_REACH).some((x) => isQuantity(article, x))) return null;
  if (put) return putBy(g, k);
  if (v.passive || v.form === 'infinitive' || !ownsToll(g, k)) return null;
  // "the army said 35 had died in its strike, revising an earlier figure": whoever spoke revises
  // "admitted that a guard fired, and raised the toll"
  const goesOn = v.form === 'ing' || (chunks[k - 1]?.kind === 'CC' && chunks[k - 2]?.kind === 'CM');
  const spoke = goesOn ? earlier.findLast((s) => s.source) : undefined;
  if (spoke) return tollOf(g, k, k, spoke.source!);
  const subject = overInserts(g, k) ?? cl.subject(k);
  if (!subject || subject.at >= k) return null;
  const end = Math.max(subject.at + 1, Math.min(k, speakers.phraseEnd(subject.at, false)));
  // only a party owns up to its losses or stands by a count
  const people = isParty(cl.tokens[chunks[end - 1].head].lower);
  const number =
    cl.tokens[subject.head].capital &&
    chunks.slice(k + 1, k + TOLL_REACH).some((x) => x.kind === 'NP' && NUMBERS.has(cl.tokens[x.head].lower));
  const figure = cast.read(subject.first, chunks[end - 1].last, people || OWNING.has(v.lemma) || number);
  if (!figure) return null;
  figure.lastSpoke = Math.max(figure.lastSpoke, subject.first);
  return tollOf(g, k, subject.at, { first: subject.first, last: subject.last, figure });
}

/** The toll that the verb at `k` gives is `source`'s, whose words begin at chunk `from`. */
function tollOf({ cl }: Ground, k: number, from: number, source: Speaker): Finding {
  const { first, last, verb } = cl.chunks[k];
  return {
    cue: [first, last],
    lemma: verb!.lemma,
    source,
    frame: [cl.chunks[from].first, last],
    from,
    to: k + 1,
    content: k + 1,
    stands: 'pre',
    rule: 'toll-verb',
  };
}

/** Is it a toll that the verb gives or owns: "stands by its 72", "owned up to 11", "gave a figure of 30", "treated 40 wounded"? */
function ownsToll({ cl }: Ground, k: number): boolean {
  const v = cl.chunks[k].verb!;
  if (v.lemma === 'stand') return isTie(cl, k + 1, 'by');
  // "has moved from 37 to 43", not "moved to two villages"
  if (v.lemma === 'move') return isTie(cl, k + 1, 'from', 'to') && isNumber(cl, k + 2);
  if (v.lemma === 'own') return v.particle === 'up' || (cl.chunks[k + 1] && cl.word(cl.chunks[k + 1]) === 'up');
  if (!GIVING_TOLLS.has(v.lemma)) return true;
  const object = cl.object(k);
  if (!object) return false;
  const last = Math.max(cl.chainEnd(object.at), object.at + 2);
  return cl.chunks.slice(object.at, last + 1).some((c) => c.kind === 'NP' && holds(cl, c, TOLL_OBJECTS));
}

/** Is the chunk at `k` a number and nothing else? */
const isNumber = (cl: Clauses, k: number): boolean =>
  cl.chunks[k]?.kind === 'NP' && cl.tokens[cl.chunks[k].head].kind === 'number';

const holds = (cl: Clauses, c: Chunk, words: ReadonlySet<string>): boolean =>
  cl.tokens.slice(c.first, c.last).some((t) => words.has(t.lower));

/** "The toll was put at 12 by the mayor". */
function putBy({ cl, speakers }: Ground, k: number): Finding | null {
  const by = cl.chunks.findIndex((c) => c.at > k && isTie(cl, c.at, 'by'));
  const source = by >= 0 && cl.chunks[by + 1]?.kind === 'NP' ? speakers.from(by + 1, true) : null;
  if (!source) return null;
  return {
    cue: [cl.chunks[k].first, cl.chunks[k].last],
    lemma: 'put',
    source,
    frame: [cl.chunks[by].first, source.last],
    from: k,
    to: by + 2,
    content: 0,
    stands: 'around',
    rule: 'toll-put-by',
  };
}

/** "Six deaths were reported by the ministry", "the figure of 50 given by an official": who stands behind "by" says so. */
export function byAgent(g: Ground, k: number): Finding | null {
  const { article, cl, speakers } = g;
  const { chunks } = cl;
  const c = chunks[k];
  const v = c.verb!;
  if (!v.passive || v.negated || v.modal || !(PASSIVE_CUES.has(v.lemma) || RELEASING.has(v.lemma))) return null;
  const by = chunks[k + 1]?.kind === 'TM' ? k + 2 : k + 1;
  // "the figure of 50, given by an official,"
  const before = chunks[k - 1]?.kind === 'CM' && v.form === 'participle' ? k - 2 : k - 1;
  if (!isTie(cl, by, 'by') || chunks[by + 1]?.kind !== 'NP' || chunks[before]?.kind !== 'NP') return null;
  // "It was reported by local media that the mayor was hurt"
  if (cl.word(chunks[before]) === 'it') return saidBy(g, k, by);
  const start = cl.chainStart(before);
  const counted = chunks.slice(start, k).some((x) => isQuantity(article, x));
  // "the attack was claimed by": whoever claims it says that it was his, and no more
  if (!counted && !(v.lemma === 'claim' && v.form === 'finite' && isClaimed(cl, chunks[start]))) return null;
  const to = speakers.phraseEnd(by + 1, false);
  const source = speakers.at(by + 1, to);
  if (!source) return null;
  return {
    cue: [c.first, c.last],
    lemma: v.lemma,
    source,
    frame: [c.first, chunks[to - 1].last],
    from: k,
    to,
    content: start,
    until: k,
    stands: 'pre',
    rule: 'by-agent',
  };
}

/** What somebody may claim that was done: "the attack", "responsibility for the bombs". */
const isClaimed = ({ tokens }: Clauses, { head }: Chunk): boolean =>
  tokens[head].lower === 'responsibility' || NOUN_HAPPENINGS.get(tokens[head].lower)?.type === 'attack';

function saidBy({ cl, speakers }: Ground, k: number, by: number): Finding | null {
  const { chunks } = cl;
  const to = speakers.phraseEnd(by + 1, false);
  const that = chunks[to]?.kind === 'TM' ? to + 1 : isTie(cl, to, 'on', 'in') ? to + 2 : to;
  const source = isThat(cl, that) ? speakers.at(by + 1, to) : null;
  const { first, last } = chunks[k];
  return (
    source && {
      cue: [first, last],
      lemma: chunks[k].verb!.lemma,
      source,
      frame: [first, chunks[that].last],
      from: k,
      to: that,
      content: that + 1,
      stands: 'pre',
      rule: 'said-by',
    }
  );
}

export const ORIGINATING = new Set(['come', 'originate', 'stem', 'derive', 'emanate']);

/** "The claim that 40 died comes from a local paper": who stands behind "from" makes it. */
export function byOrigin({ cl, speakers }: Ground, k: number): Finding | null {
  const { chunks, tokens } = cl;
  const v = chunks[k].verb!;
  const claim = chunks.findIndex((c) => c.kind === 'NP');
  if (!ORIGINATING.has(v.lemma) || v.negated || v.modal || claim < 0 || claim >= k) return null;
  if (!isTie(cl, k + 1, 'from', 'with') || chunks[k + 2]?.kind !== 'NP') return null;
  if (
    !CUE_NOUNS.has(tokens[chunks[claim].head].lower) ||
    !(isThat(cl, claim + 1) || isTie(cl, claim + 1, 'of', 'about'))
  )
    return null;
  const to = speakers.phraseEnd(k + 2, false);
  const source = speakers.at(k + 2, to);
  return (
    source && {
      cue: [chunks[k].first, chunks[k + 1].last],
      lemma: v.lemma,
      source,
      frame: [chunks[k].first, chunks[to - 1].last],
      from: claim,
      to,
      content: claim,
      until: k,
      stands: 'pre',
      rule: 'origin',
    }
  );
}

/** "The army published its final tally. …": what follows, in this sentence and the next ones, is the tally. */
export function byRelease(g: Ground, k: number): Finding | null {
  const { article, cl, speakers } = g;
  const { chunks, tokens } = cl;
  const c = chunks[k];
  const v = c.verb!;
  if (!RELEASING.has(v.lemma) || v.form !== 'finite' || v.passive || v.negated || v.modal) return null;
  let object = k + 1;
  while (object <= k + 3 && !(chunks[object]?.kind === 'NP' && CUE_NOUNS.has(tokens[chunks[object].head].lower)))
    object++;
  const subject = cl.subject(k);
  const names = namesBehind(g, k);
  if (names) object = k;
  else if (object > k + 3 || isQuantity(article, chunks[object])) return null;
  if (!subject || subject.at > k) return null;
  const source = speakers.at(subject.at, Math.max(subject.at + 1, Math.min(k, speakers.phraseEnd(subject.at, false))));
  if (!source || (source.figure.actor.id === null && source.figure.actor.kind === 'unnamed')) return null;
  return {
    cue: [c.first, chunks[object].last],
    lemma: v.lemma,
    source,
    frame: [subject.first, chunks[object].last],
    from: subject.at,
    to: object + 1,
    content: object + 1,
    stands: 'pre',
    rule: names ? 'release-names' : 'release',
  };
}

/** "published the names of 16", "released a list of 31 names": so many are claimed. */
function namesBehind({ article, cl }: Ground, k: number): boolean {
  const behind = cl.chunks.slice(k + 1, k + 6);
  const named = behind.some((c) => c.kind === 'NP' && cl.tokens[c.head].lower === 'names');
  return named && behind.some((c) => isQuantity(article, c));
}
