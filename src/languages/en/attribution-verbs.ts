import type { Article } from './article.ts';
import { relayOf } from './attribution-relays.ts';
import type { Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CARRYING, CUE_BY_LEMMA, CUE_NOUNS, type Cue, GOING_ON, MEDIA, type Need, UNSPOKEN } from './cues.ts';
import { stateTold } from './happenings.ts';
import { itemOf } from './items.ts';
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
  /** A clause without its "that": "found 12 people were dead". */
  bare: boolean;
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
  const shares = isJoined(g, k) || s.verb.verb!.form === 'ing';
  const last = shares ? earlier.findLast((e) => e.source && e.from < k) : undefined;
  if (last) return shared(g, s, last);
  return plain(g, s);
}

/** "and denied", "but on Friday said": does the verb at `k` share its subject with the one before the conjunction? */
function isJoined({ cl }: Ground, k: number): boolean {
  let i = k - 1;
  while (cl.chunks[i]?.kind === 'RB' || cl.chunks[i]?.kind === 'TM' || isTie(cl, i, 'on', 'in')) i--;
  return cl.chunks[i]?.kind === 'CC';
}

/** What wars and blasts claim without a word. */
const LIVES = new Set(['life', 'lives', 'victim', 'victims']);

/** The cue of the verb at `k`, unless it is a passive, a participle, denied, or only might be said. */
function cueAt({ cl }: Ground, k: number): Cue | null {
  const v = cl.chunks[k].verb!;
  const cue = CUE_BY_LEMMA.get(v.lemma);
  if (!cue || v.passive || v.negated || v.form === 'participle') return null;
  if (v.modal && UNSPOKEN.has(v.modal)) return null;
  if (v.lemma === 'claim' && takesLives(cl, k)) return null;
  if (tellsState(cl, k)) return null;
  if (v.lemma === 'admit' && takesIn(cl, k)) return null;
  if (v.form !== 'infinitive') return cue;
  const over = cl.chunks.slice(0, k).findLast((c) => c.verb);
  return over && GOING_ON.has(over.verb!.lemma) ? cue : null;
}

/** "13 people confirmed dead and 20 hurt": they are the dead, and say nothing. */
function tellsState({ chunks, tokens }: Clauses, k: number): boolean {
  const next = chunks[k + 1];
  return next?.kind === 'JJ' && next.last - next.first === 1 && stateTold(tokens[next.first]) !== undefined;
}

/** "Claims thousands of lives": no words. */
function takesLives(cl: Clauses, k: number): boolean {
  const object = cl.object(k);
  return object !== null && [object, cl.chunks[cl.chainEnd(object.at)]].some((c) => LIVES.has(cl.tokens[c.head].lower));
}

/** "Hospitals have admitted 69 people": neither. */
function takesIn(cl: Clauses, k: number): boolean {
  const object = cl.object(k);
  return object !== null && itemOf(cl.tokens[object.head].lower, false)?.sort === 'person';
}

/** What points to the words behind a colon. */
const POINTERS = new Set(['this', 'the following', 'the following statement']);

function spoken(g: Ground, k: number, cue: Cue): Spoken {
  const { cl, speakers } = g;
  const { chunks } = cl;
  let after = k + 1;
  let told: [number, number] | null = null;
  if (cue.told && chunks[after]?.kind === 'NP') {
    // "told the agency of 18 bodies": what they were told of is content
    const of = isTie(cl, after + 1, 'of', 'about') && isQuantity(g.article, chunks[after + 2]);
    told = [after, of ? after + 1 : speakers.phraseEnd(after, false)];
    after = told[1];
  }
  for (;;) {
    const n = chunks[after];
    if (n?.kind === 'TM' || n?.kind === 'RB') after++;
    else if (n?.kind === 'IN' && chunks[after + 1]?.kind === 'TM') after += 2;
    else if (n?.kind === 'IN' && chunks[after + 1]?.kind === 'NP' && ofSpeaking(g, cue, after, told === null)) {
      if (isTie(cl, after, 'to') && told === null) told = [after + 1, after + 2];
      after += 2;
      if (isTie(cl, after, 'of', 'with', 'in', 'from', 'for', 'on', 'to', 'by') && chunks[after + 1]?.kind === 'NP')
        after += 2;
      const carried = carriedEnd(g, after);
      if (carried === null) continue;
      after = carried;
      break;
    } else break;
  }
  // "posted this:", "reported the following:"
  if (isMark(cl, chunks[after + 1], ':') && POINTERS.has(g.article.lower(chunks[after].first, chunks[after].last)))
    after++;
  if (cue.needs === 'known') after++;
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
    bare: next?.kind === 'NP' && chunks[cl.chainEnd(after) + 1]?.verb?.form === 'finite',
    quote,
    colon: isMark(cl, next, ':'),
    closes: !next || next.kind === 'CM' || next.kind === 'PU' || next.kind === 'QT',
  };
}

/** Does the preposition at `i` say by what means, to whom or where somebody spoke? */
function ofSpeaking({ article, cl }: Ground, cue: Cue, i: number, untold: boolean): boolean {
  const object = cl.chunks[i + 1];
  if (MEDIA.has(cl.tokens[object.head].lower)) return true;
  if (isTie(cl, i, 'to')) return untold && cue.act !== 'confirm' && !isQuantity(article, object);
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
  // "in a statement issued on Friday": what looks like a past
  const put = carried?.verb?.passive || isTie(cl, (carried?.at ?? -2) + 1, 'on', 'by', 'at', 'in');
  if (!carried?.verb || !put || !CARRYING.has(carried.verb.lemma)) return null;
  let i = carried.at + 1;
  while (i < chunks.length && !CLAUSE_ENDS.has(chunks[i].kind) && chunks[i].kind !== 'SC') i++;
  return i;
}

/** "…, said the mayor": the subject stands behind, and what is said before. */
function isInverted(g: Ground, { k, cue, verb }: Spoken): boolean {
  const { cl } = g;
  const { chunks } = cl;
  const before = chunks[k - 1];
  if (!cue.inverts || !before || verb.verb!.form !== 'finite' || chunks[k + 1]?.kind !== 'NP') return false;
  if (before.kind !== 'QT' && before.kind !== 'CM' && !isMark(cl, before, '–—')) return false;
  // "X, the group led by Y, claimed": nothing has been said yet; "40 killed in Darfur, says UN": a headline has
  const told = (c: Chunk) => c.kind === 'QT' || tells(g.article, cl, c);
  if (before.kind === 'CM' && !chunks.slice(0, k).some(told)) return false;
  return chunks[k + 2]?.verb?.form !== 'finite' && !overInserts(g, k);
}

function inverted({ cl, speakers }: Ground, { k, cue, verb }: Spoken): Finding | null {
  const { chunks } = cl;
  let to = speakers.phraseEnd(k + 1, true);
  // "…, said a statement by the ministry"
  const issuer = CUE_NOUNS.has(cl.tokens[chunks[k + 1].head].lower) ? speakers.whose(k + 1) : null;
  while (issuer && chunks[to] && chunks[to].first < issuer.last) to++;
  const source = issuer ?? speakers.at(k + 1, to);
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

/** Needs without which a verb says nothing at all: "made it the worst raid", where "made known" speaks. */
const STRICT: ReadonlySet<Need> = new Set<Need>(['figure', 'known', 'level', 'object']);

/** "…, and denied that", "…, adding that": whoever spoke last in this sentence. */
function shared(g: Ground, s: Spoken, last: Saying): Finding | null {
  const { chunks } = g.cl;
  const { needs } = s.cue;
  if (needs === 'clause' ? !s.that && !s.quote : needs && STRICT.has(needs) && !hasNeed(g, s)) return null;
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
  const { cl } = g;
  const { chunks } = cl;
  const { k, cue } = s;
  const subject = overInserts(g, k) ?? cl.subject(k) ?? fronted(g, k);
  if (!subject) return null;
  const lead = chunks[subject.at - 1];
  // "contrary to what the rebels claim": it is not so
  if (lead?.kind === 'WH' && lead.at > 1 && isTie(cl, lead.at - 1, 'to') && cl.word(chunks[lead.at - 2]) === 'contrary')
    return null;
  // "the five that it admitted", "the five it admitted"
  const clause = lead?.kind === 'SC' || lead?.kind === 'WH' || (s.closes && isQuantity(g.article, lead));
  const antecedent = clause ? antecedentOf(g, s, subject.at) : -1;
  if (antecedent < 0 && !hasNeed(g, s)) return null;
  const source = sourceAt(g, subject, k);
  if (!source) return null;
  const said = (rule: string, stands: Saying['stands'], frame: Saying['frame'], content: number, until?: number) => ({
    cue: [s.verb.first, s.verb.last] as const,
    act: cue.act,
    lemma: cue.lemma,
    source,
    relays: s.relays,
    frame,
    from: Math.min(subject.at, s.k),
    to: s.after,
    content,
    until,
    stands,
    rule,
  });
  // "a claim that Kyiv has denied", "…, a charge Kyiv denies": only that claim is what is answered, not the sentence
  const answered = (clause && chunks[subject.at - 2]?.kind === 'NP') || isClaimApposed(cl, lead);
  if (s.closes && answered && cue.act !== 'say')
    return said('relative-answer', 'pre', [subject.first, chunks[s.after - 1].last], chunks.length);
  // "the 312 missiles of which the Guards speak": only these are theirs
  if (antecedent >= 0) {
    const until = lead!.kind === 'NP' ? subject.at : subject.at - 1;
    return said('relative-claim', 'pre', [subject.first, chunks[s.after - 1].last], antecedent, until);
  }
  const behind = lead !== undefined && (lead.kind === 'CM' || lead.kind === 'QT' || isMark(cl, lead, '–—;:'));
  // "…, the office confirmed on Monday: a couple and their sons": what stands before is said too
  const goesOn = s.colon && lead?.kind === 'CM' && chunks.slice(0, lead.at).some((c) => c.verb?.form === 'finite');
  const around = (s.closes && (!s.colon || goesOn) && subject.at > 0 && (behind || !s.quote)) || trails(g, s, subject);
  const alone = s.closes && !s.quote && !s.colon && cue.act === 'say';
  return said(
    around ? 'cue-behind' : 'cue-before',
    around || alone ? 'around' : 'pre',
    [Math.min(subject.first, s.verb.first), subject.at > k ? s.verb.last : frameEnd(g, s)],
    s.that ? s.after + 1 : s.after,
  );
}

/** "…, a charge": a noun behind a comma for what was said before it. */
const isClaimApposed = (cl: Clauses, np: Chunk | undefined): boolean =>
  np?.kind === 'NP' && cl.chunks[np.at - 1]?.kind === 'CM' && CUE_NOUNS.has(cl.tokens[np.head].lower);

/** What opens words about when and how something was said. */
const CIRCUMSTANCES = new Set(
  'after amid as at because before due during following when while with without'.split(' '),
);

const CIRCUMSTANCE: ReadonlySet<Chunk['kind']> = new Set(['IN', 'SC', 'JJ'] as const);

/** "Eight people died, the service said as it ended the search": all has been said before the comma. */
function trails({ article, cl }: Ground, s: Spoken, subject: Chunk): boolean {
  const { chunks } = cl;
  const next = chunks[s.after];
  if (s.that || !next || !CIRCUMSTANCE.has(next.kind) || !CIRCUMSTANCES.has(cl.word(next))) return false;
  if (chunks[subject.at - 1]?.kind !== 'CM' || chunks.slice(s.after).some((c) => isThat(cl, c.at))) return false;
  const said = chunks.slice(0, subject.at);
  return !isSubordinate(cl, said[0]) && said.some((c) => tells(article, cl, c));
}

const isSubordinate = (cl: Clauses, c: Chunk): boolean =>
  c.kind === 'SC' || (c.kind === 'IN' && CIRCUMSTANCES.has(cl.word(c)));

/** Does a chunk make words before it a statement: a finite verb, or the passive of a headline ("40 killed in Darfur")? */
const tells = (article: Article, cl: Clauses, c: Chunk): boolean =>
  c.verb?.form === 'finite' || (c.verb?.passive === true && isQuantity(article, cl.chunks[c.at - 1]));

const OPENING: ReadonlySet<Chunk['kind']> = new Set(['RB', 'TM'] as const);

/**
 * "Amina Bello, 59, of Jos, who lost two sons, said": the noun phrase that begins the clause, when only appositions, phrases and clauses
 * about it stand between commas up to the verb at `k`.
 */
export function overInserts({ cl }: Pick<Ground, 'cl'>, k: number): Chunk | null {
  const { chunks } = cl;
  if (chunks[k - 1]?.kind !== 'CM') return null;
  const lead = chunks.findLast((c) => c.at < k && (c.kind === 'QT' || isMark(cl, c, ';:–—')));
  let start = lead ? lead.at + 1 : 0;
  // "Earlier, Muhammad Asim, a spokesman, while speaking to reporters, put"
  if (OPENING.has(chunks[start]?.kind) && chunks[start + 1]?.kind === 'CM') start += 2;
  if (chunks[start]?.kind !== 'NP') return null;
  let comma = cl.chainEnd(start) + 1;
  if (chunks[comma]?.kind !== 'CM' || comma === k - 1) return null;
  while (comma < k - 1) {
    const next = chunks.findIndex((c) => c.at > comma && c.kind === 'CM');
    if (!isInsert(cl, comma + 1, next)) return null;
    comma = next;
  }
  return chunks[start];
}

/** Do chunks [from, to) say something about what stands before them, and are no clause of their own? */
function isInsert(cl: Clauses, from: number, to: number): boolean {
  const parts = cl.chunks.slice(from, to);
  const verb = parts.find((c) => c.verb?.form === 'finite');
  if (!verb) return parts.length > 0;
  // "a monitoring group based in London"
  if (verb.at > from && ['a', 'an'].includes(cl.word(parts[0])) && isTie(cl, verb.at + 1, 'in', 'by', 'at', 'on'))
    return cl.tokens[verb.first].lower.endsWith('ed');
  if (verb.at === from) return verb.last - verb.first === 1 && cl.tokens[verb.first].lower.endsWith('ed');
  return parts.some((c) => (c.kind === 'WH' || isThat(cl, c.at)) && c.at < verb.at);
}

/** "After announcing 60 dead, the group said": the subject of the clause behind, for a participle that opens the sentence. */
function fronted({ cl }: Ground, k: number): Chunk | null {
  if (cl.chunks[k].verb!.form !== 'ing' || cl.chunks.slice(0, k).some((c) => c.kind === 'NP' || c.verb)) return null;
  const comma = cl.chunks.find((c) => c.at > k && c.kind === 'CM');
  const main = comma && cl.chunks[comma.at + 1];
  return main?.kind === 'NP' && cl.chunks[cl.chainEnd(main.at) + 1]?.verb?.form === 'finite' ? main : null;
}

/** Who the subject of the verb at `k` is; of a noun of speech, whose it is: "figures from the ministry show". */
function sourceAt({ cl, speakers }: Ground, subject: Chunk, k: number): Speaker | null {
  if (CUE_NOUNS.has(cl.tokens[subject.head].lower)) {
    const owner = speakers.whose(subject.at);
    if (owner) return owner;
  }
  let end = speakers.phraseEnd(subject.at, true);
  if (end > k) end = speakers.phraseEnd(subject.at, false);
  if (end > k) end = subject.at + 1;
  return speakers.samePerson(subject.at) ?? speakers.at(subject.at, end);
}

/** Of "the 31 dead that the ministry reported …": the chunk at which what was reported begins; -1 when the clause says something of its own. */
function antecedentOf({ article, cl }: Ground, s: Spoken, subject: number): number {
  const { chunks } = cl;
  if (s.that || s.quote) return -1;
  // "the two sailors whom the navy lists as missing"
  if (!s.closes && !isTie(cl, s.after, 'as') && chunks[s.after].verb?.form !== 'finite') return -1;
  let i = chunks[subject - 1].kind === 'NP' ? subject - 1 : subject - 2;
  if (chunks[i]?.kind === 'IN') i--;
  if (chunks[i]?.kind !== 'NP') return -1;
  const start = cl.chainStart(i);
  return chunks.slice(start, i + 1).some((c) => isQuantity(article, c)) ? start : -1;
}

/** Does what its cue needs stand behind the verb? */
function hasNeed({ article, cl }: Ground, s: Spoken): boolean {
  const said = s.that || s.quote;
  switch (s.cue.needs) {
    case 'clause':
      // "…, figures from the ministry show"
      return (
        said || s.bare || (s.closes && cl.chunks.slice(0, s.k).some((c) => c.kind === 'CM' && closesBy(cl, c.at, s.k)))
      );
    case 'object':
      return said || cl.object(s.k) !== null;
    case 'close':
      // "the operations continue, the statement added": nobody speaks who has said nothing yet
      return said || s.bare || (s.closes && cl.chunks.slice(0, s.k).some((c) => c.kind === 'CM' || c.kind === 'QT'));
    case 'figure':
      // "documented the killing of 33"
      return (
        isQuantity(article, cl.chunks[s.after]) ||
        (isTie(cl, s.after + 1, 'of') && isQuantity(article, cl.chunks[s.after + 2]))
      );
    case 'of':
      return isTie(cl, s.after, 'of', 'about');
    case 'known':
      return cl.tokens[s.verb.last]?.lower === 'known';
    case 'level':
      return putsFigure({ article, cl }, s.k);
    default:
      return true;
  }
}

/** Does what stands between the comma and the verb close what was said: "…, figures from the ministry show", "…, Amnesty found"? */
const closesBy = (cl: Clauses, comma: number, k: number): boolean =>
  isSpeech(cl, comma + 1) ||
  (comma === k - 2 &&
    cl.chunks[comma + 1].kind === 'NP' &&
    cl.chunks.slice(0, comma).some((c) => c.verb?.form === 'finite'));

const isSpeech = (cl: Clauses, k: number): boolean =>
  cl.chunks[k]?.kind === 'NP' && CUE_NOUNS.has(cl.tokens[cl.chunks[k].head].lower);

/** "put the toll at 12", "puts the dead closer to 29": an object and, behind the preposition, a number. */
function putsFigure({ article, cl }: Pick<Ground, 'article' | 'cl'>, k: number): boolean {
  for (let i = k + 1; i < cl.chunks.length && i < k + 8; i++) {
    const number = cl.chunks[i + 1]?.kind === 'QT' ? i + 2 : i + 1;
    if ((isTie(cl, i, 'at', 'to') || i === k + 1) && isQuantity(article, cl.chunks[number])) return true;
    if (cl.chunks[i].verb?.form === 'finite') return false;
  }
  return false;
}
