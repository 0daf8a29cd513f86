import { relayOf } from './attribution-relays.ts';
import type { Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import {
  CARRYING,
  CUE_BY_LEMMA,
  type Cue,
  GIVING_TOLLS,
  GOING_ON,
  MEDIA,
  TOLL_OBJECTS,
  TOLL_VERBS,
  UNSPOKEN,
} from './cues.ts';
import { type Finding, type Ground, isMark, isQuantity, isThat, isTie, type Saying } from './saying.ts';

/** A verb of speaking, and what stands behind it. */
interface Spoken {
  k: number;
  cue: Cue;
  verb: Chunk;
  /** The chunk behind the words about the speaking: whom, by what means, when. */
  after: number;
  relays: Speaker[];
  /** A "that", a quotation, a colon, or the end of the clause stands there. */
  that: boolean;
  quote: boolean;
  colon: boolean;
  closes: boolean;
}

/** A verb of speaking at chunk `k`, if it is one here. */
export function byVerb(g: Ground, k: number, earlier: readonly Saying[]): Finding | null {
  const cue = cueAt(g, k);
  if (!cue) return null;
  const s = spoken(g, k, cue);
  if (isInverted(g, s)) return inverted(g, s);
  const before = g.cl.chunks[k - 1];
  const shares = before?.kind === 'CC' || s.verb.verb!.form === 'ing';
  const last = shares ? earlier.findLast((e) => e.source && e.from < k) : undefined;
  if (last) return shared(g, s, last);
  return plain(g, s);
}

/** The cue of the verb at `k`, unless it is a passive, a participle, denied, or only might be said. */
function cueAt({ cl }: Ground, k: number): Cue | null {
  const v = cl.chunks[k].verb!;
  const cue = CUE_BY_LEMMA.get(v.lemma);
  if (!cue || v.passive || v.negated || v.form === 'participle') return null;
  if (v.modal && UNSPOKEN.has(v.modal)) return null;
  if (v.form !== 'infinitive') return cue;
  const over = cl.chunks.slice(0, k).findLast((c) => c.verb);
  return over && GOING_ON.has(over.verb!.lemma) ? cue : null;
}

function spoken(g: Ground, k: number, cue: Cue): Spoken {
  const { cl, speakers } = g;
  const { chunks } = cl;
  let after = k + 1;
  let told: [number, number] | null = null;
  if (cue.told && chunks[after]?.kind === 'NP') {
    told = [after, speakers.phraseEnd(after, false)];
    after = told[1];
  }
  for (;;) {
    const n = chunks[after];
    if (n?.kind === 'TM' || n?.kind === 'RB') after++;
    else if (n?.kind === 'IN' && chunks[after + 1]?.kind === 'TM') after += 2;
    else if (n?.kind === 'IN' && chunks[after + 1]?.kind === 'NP' && ofSpeaking(g, after, told === null)) {
      if (isTie(cl, after, 'to') && told === null) told = [after + 1, after + 2];
      after += 2;
      if (isTie(cl, after, 'of', 'with', 'in', 'from', 'for', 'on') && chunks[after + 1]?.kind === 'NP') after += 2;
      const carried = carriedEnd(g, after);
      if (carried === null) continue;
      after = carried;
      break;
    } else break;
  }
  const next = chunks[after];
  const paused = next?.kind === 'CM' || isMark(cl, next, ':');
  const quote = next?.kind === 'QT' || (paused && chunks[after + 1]?.kind === 'QT');
  return {
    k,
    cue,
    verb: chunks[k],
    after,
    relays: told ? relayOf(g, ...told) : [],
    that: isThat(cl, after),
    quote,
    colon: isMark(cl, next, ':'),
    closes: !next || next.kind === 'CM' || next.kind === 'PU' || next.kind === 'QT',
  };
}

/** Does the preposition at `i` say by what means, to whom or where somebody spoke? */
function ofSpeaking({ article, cl }: Ground, i: number, untold: boolean): boolean {
  const object = cl.chunks[i + 1];
  if (MEDIA.has(cl.tokens[object.head].lower)) return true;
  if (isTie(cl, i, 'to')) return untold && !isQuantity(article, object);
  if (!isTie(cl, i, 'in', 'on', 'at', 'from', 'by', 'during', 'via', 'through')) return false;
  const behind = cl.chunks[i + 2];
  return !behind || CLAUSE_ENDS.has(behind.kind) || isThat(cl, i + 2);
}

const CLAUSE_ENDS: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'QT'] as const);

/** Of "in remarks carried by Al Masirah TV", "in a communiqué that was read out on RTB": where the words about the carrying end. */
function carriedEnd({ cl }: Ground, after: number): number | null {
  const { chunks } = cl;
  const linked = chunks[after]?.kind === 'SC' || chunks[after]?.kind === 'WH';
  const carried = chunks[linked ? after + 1 : after];
  if (!carried?.verb?.passive || !CARRYING.has(carried.verb.lemma)) return null;
  let i = carried.at + 1;
  while (i < chunks.length && !CLAUSE_ENDS.has(chunks[i].kind) && chunks[i].kind !== 'SC') i++;
  return i;
}

/** "…, said the mayor": the subject stands behind, and what is said before. */
function isInverted({ cl }: Ground, { k, cue, verb }: Spoken): boolean {
  const { chunks } = cl;
  const before = chunks[k - 1];
  if (!cue.inverts || !before || verb.verb!.form !== 'finite' || chunks[k + 1]?.kind !== 'NP') return false;
  if (before.kind !== 'QT' && before.kind !== 'CM' && !isMark(cl, before, '–—')) return false;
  return chunks[k + 2]?.verb?.form !== 'finite';
}

function inverted({ cl, speakers }: Ground, { k, cue, verb }: Spoken): Finding | null {
  const { chunks } = cl;
  let to = speakers.phraseEnd(k + 1, true);
  const source = speakers.at(k + 1, to);
  if (!source) return null;
  for (;;) {
    if (chunks[to]?.kind === 'TM') to++;
    else if (chunks[to]?.kind === 'IN' && chunks[to + 1]?.kind === 'TM') to += 2;
    else break;
  }
  return {
    cue: [verb.first, verb.last],
    act: cue.act,
    lemma: cue.lemma,
    source,
    frame: [verb.first, chunks[to - 1].last],
    from: k,
    to,
    content: to,
    stands: 'around',
    rule: 'inverted-cue',
  };
}

/** "…, and denied that", "…, adding that": whoever spoke last in this sentence. */
function shared(g: Ground, s: Spoken, last: Saying): Finding | null {
  const { chunks } = g.cl;
  const answers = s.cue.act === 'deny' || s.cue.act === 'confirm';
  if (s.cue.needs === 'clause' && !s.that && !s.quote && !answers) return null;
  return {
    cue: [s.verb.first, s.verb.last],
    act: s.cue.act,
    lemma: s.cue.lemma,
    source: last.source,
    relays: s.relays,
    frame: [s.verb.first, frameEnd(g, s)],
    from: chunks[s.k - 1]?.kind === 'CC' ? s.k - 1 : s.k,
    to: s.after,
    content: s.that ? s.after + 1 : s.after,
    stands: 'pre',
    rule: 'shared-source',
  };
}

const frameEnd = ({ cl }: Ground, s: Spoken): number => cl.chunks[s.that ? s.after : s.after - 1].last;

/** "The ministry said that …" and "…, the ministry said". */
function plain(g: Ground, s: Spoken): Finding | null {
  const { cl, speakers } = g;
  const { chunks } = cl;
  const { k, cue } = s;
  const subject = cl.subject(k);
  if (!subject || subject.at > k || !hasNeed(g, s)) return null;
  let end = speakers.phraseEnd(subject.at, true);
  if (end > k) end = speakers.phraseEnd(subject.at, false);
  if (end > k) end = subject.at + 1;
  const source = speakers.samePerson(subject.at) ?? speakers.at(subject.at, end);
  if (!source) return null;
  source.figure.lastSubject = Math.max(source.figure.lastSubject, source.first);
  const said = {
    cue: [s.verb.first, s.verb.last] as const,
    act: cue.act,
    lemma: cue.lemma,
    source,
    relays: s.relays,
    from: subject.at,
    to: s.after,
  };
  const lead = chunks[subject.at - 1];
  const clause = lead?.kind === 'SC' || lead?.kind === 'WH';
  // "a claim that Kyiv has denied": only that claim is what is answered, not the sentence
  if (s.closes && clause && chunks[subject.at - 2]?.kind === 'NP' && cue.act !== 'say')
    return {
      ...said,
      frame: [subject.first, chunks[s.after - 1].last],
      content: chunks.length,
      stands: 'pre',
      rule: 'relative-answer',
    };
  const behind = lead !== undefined && (lead.kind === 'CM' || lead.kind === 'QT' || isMark(cl, lead, '–—;:'));
  const around = s.closes && !s.colon && subject.at > 0 && (behind || !s.quote);
  const alone = s.closes && !s.quote && !s.colon && cue.act === 'say';
  return {
    ...said,
    frame: [subject.first, frameEnd(g, s)],
    content: s.that ? s.after + 1 : s.after,
    stands: around || alone ? 'around' : 'pre',
    rule: around ? 'cue-behind' : 'cue-before',
  };
}

/** Does what its cue needs stand behind the verb? */
function hasNeed({ article, cl }: Ground, s: Spoken): boolean {
  const said = s.that || s.quote;
  switch (s.cue.needs) {
    case 'clause':
      return said;
    case 'close':
      return said || s.closes;
    case 'figure':
      return isQuantity(article, cl.chunks[s.after]);
    case 'of':
      return isTie(cl, s.after, 'of');
    case 'level':
      return putsFigure({ article, cl }, s.k);
    default:
      return true;
  }
}

/** "put the toll at 12", "puts the dead closer to 29": an object and, behind the preposition, a number. */
function putsFigure({ article, cl }: Pick<Ground, 'article' | 'cl'>, k: number): boolean {
  for (let i = k + 1; i < cl.chunks.length && i < k + 8; i++) {
    if (isTie(cl, i, 'at', 'to') && isQuantity(article, cl.chunks[i + 1])) return true;
    if (cl.chunks[i].verb?.form === 'finite') return false;
  }
  return false;
}

/** How many chunks behind its verb a toll may stand. */
const TOLL_REACH = 12;

/** A party that gives a number without a verb of speaking: its figure is its claim. */
export function byToll(g: Ground, k: number): Finding | null {
  const { article, cast, cl, speakers } = g;
  const { chunks } = cl;
  const c = chunks[k];
  const v = c.verb!;
  const put = v.lemma === 'put' && v.passive;
  if ((!put && !TOLL_VERBS.has(v.lemma)) || v.negated || v.modal) return null;
  if (!chunks.slice(k + 1, k + TOLL_REACH).some((x) => isQuantity(article, x))) return null;
  if (put) return putBy(g, k);
  if (v.passive || v.form === 'infinitive' || !ownsToll(g, k)) return null;
  const subject = cl.subject(k);
  if (!subject || subject.at >= k) return null;
  const end = Math.max(subject.at + 1, Math.min(k, speakers.phraseEnd(subject.at, false)));
  const figure = cast.read(subject.first, chunks[end - 1].last, false);
  if (!figure) return null;
  figure.lastSpoke = Math.max(figure.lastSpoke, subject.first);
  return {
    cue: [c.first, c.last],
    lemma: v.lemma,
    source: { first: subject.first, last: subject.last, figure },
    frame: [subject.first, c.last],
    from: subject.at,
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
  if (v.lemma === 'own') return v.particle === 'up' || (cl.chunks[k + 1] && cl.word(cl.chunks[k + 1]) === 'up');
  if (!GIVING_TOLLS.has(v.lemma)) return true;
  const object = cl.object(k);
  if (!object) return false;
  const { last } = cl.chunks[cl.chainEnd(object.at)];
  return cl.tokens.slice(object.first, last).some((t) => TOLL_OBJECTS.has(t.lower));
}

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
