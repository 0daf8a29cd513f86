import { type Answering, add, answerer, contentEnd } from './answering.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Chunk } from './chunk.ts';
import { denial, deniesClaim, ownWords } from './denials.ts';
import type { Draft, Role } from './draft.ts';
import { CONFIRMING, LOSSES, VERIFIABLE } from './response-words.ts';
import { type Attribution, isTie } from './saying.ts';
import { neitherNor, silence, silentFrom } from './silences.ts';
import type { Voices } from './voices.ts';

/** Answers to somebody's claim in one sentence: denials, confirmations, silence. At most one of a stance by one source. */
export function responses(
  article: Article,
  voices: Voices,
  cast: Cast,
  index: number,
  before: readonly Draft[],
): Draft[] {
  const cl = article.clauses[index];
  const r: Answering = { article, voices, cast, cl, index, end: article.sentences[index].last, before, found: [] };
  if (neitherNor(r)) return r.found;
  for (const a of voices.bySentence[index]) byCue(r, a);
  for (const c of cl.chunks) if (c.verb) byVerb(r, c);
  silentFrom(r);
  for (const a of voices.over(index)) ownWords(r, a);
  return r.found;
}

/** Cues that answer: "denied", "rejected the claim", "confirmed". */
function byCue(r: Answering, a: Attribution): void {
  const c = r.cl.chunks[r.article.chunkAt(a.cue[0])];
  if (!c.verb || c.verb.negated || !a.source || a.rule === 'relative-claim') return;
  const first = Math.min(a.cue[0], a.source.first);
  if (deniesClaim(r, c)) add(r, 'denies', a.source, first, contentEnd(r, c.at), `denial-${c.verb.lemma}`);
  else if (a.act === 'confirm' && confirms(r, c))
    add(r, 'confirms', a.source, first, contentEnd(r, c.at), `confirmation-${c.verb.lemma}`);
}

/** Is what the verb at `c` confirms something said? "has verified 16 deaths" is a figure, "verified the footage" an answer. */
function confirms({ article, cl }: Answering, c: Chunk): boolean {
  for (const n of cl.chunks.slice(c.at + 1, c.at + 5)) {
    if (n.kind === 'SC') break;
    if (n.kind !== 'NP') continue;
    if (article.pos[n.first] === 'CD') return false;
    if (!LOSSES.has(cl.tokens[n.head].lower)) break;
  }
  const object = cl.object(c.at);
  return c.verb!.lemma !== 'verify' || (object !== null && VERIFIABLE.test(article.lower(object.first, object.last)));
}

function byVerb(r: Answering, c: Chunk): void {
  const rule = silence(r, c);
  if (rule) {
    const source = answerer(r, c);
    // an outlet that has not confirmed what it tells has not been asked
    if (source?.figure.actor.kind === 'outlet' && c.verb!.lemma === 'confirm') return;
    const end = contentEnd(r, c.at);
    if (source) add(r, 'no-comment', source, Math.min(source.first, c.first), end, rule, unconfirmed(r, c));
  } else if (c.verb!.passive && CONFIRMING.has(c.verb!.lemma) && !c.verb!.negated && isTie(r.cl, c.at + 1, 'by')) {
    // "the exchange, which was confirmed by both sides"
    const source = countsSubject(r, c) ? null : answerer(r, c);
    if (source) add(r, 'confirms', source, c.first, r.end, `confirmation-${c.verb!.lemma}`);
  } else denial(r, c);
}

/** "could not confirm reports that twelve had died": what it does not say either. */
function unconfirmed({ cl, end }: Answering, c: Chunk): Role | null {
  if (c.verb!.lemma !== 'confirm') return null;
  const but = cl.chunks.find((x) => x.at > c.at && x.kind === 'CC');
  return { first: c.last, last: but?.first ?? end };
}

function countsSubject({ article, cl }: Answering, c: Chunk): boolean {
  const subject = cl.subject(c.at);
  return subject !== null && article.pos.slice(subject.first, subject.last).includes('CD');
}
