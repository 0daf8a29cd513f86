import { type Answering, add, objectOf, speakerAt } from './answering.ts';
import type { Chunk } from './chunk.ts';
import { gate } from './gates.ts';
import {
  ANSWERING,
  CALLS,
  GIVING,
  REFUSING,
  REPLIES,
  SILENT,
  SILENT_PHRASES,
  SPEAKING,
  TELLING,
  UNTOLD,
  WILLING,
} from './response-words.ts';
import { isThat, isTie } from './saying.ts';
import { list, NEGATIONS } from './words.ts';

/** By which rule the verb at `c` tells that its subject is silent; null when it does not. */
export function silence(r: Answering, c: Chunk): string | null {
  const { article, cl } = r;
  const v = c.verb!;
  const behind = cl.chunks[c.at + 1]?.kind === 'RB' ? cl.chunks[c.at + 2] : cl.chunks[c.at + 1];
  const to = behind?.verb?.form === 'infinitive' ? behind.verb : null;
  const speaks = to !== null && !to.passive && SPEAKING.has(to.lemma);
  if (REFUSING.has(v.lemma) && !v.negated && (speaks || (to?.passive && to.lemma === 'draw')))
    return `silence-${v.lemma}`;
  if ((v.lemma === 'have' || v.lemma === 'be') && speaks && yetBetween(r, c)) return 'silence-yet';
  if (v.negated && !v.passive && notAnswering(r, c)) return `silence-not-${v.lemma}`;
  if (article.passes(r.index, SILENT) && !r.found.some((d) => d.stance === 'no-comment')) {
    const words = article.lower(c.first, Math.min(r.end, c.first + 14));
    // the words of "asked whether it had fired, had no comment" begin at its second verb
    const near = words.search(SILENT_PHRASES);
    // "five residents could not be reached": they are missing
    if (near >= 0 && near <= c.last - c.first + NEAR && (cl.chunks[c.at - 1]?.kind === 'CC' || !counts(r, c)))
      return 'silence-phrase';
  }
  return null;
}

/** How many characters behind where a verb begins, besides those of its words, its words of silence may begin. */
const NEAR = 20;

const yetBetween = ({ cl }: Answering, c: Chunk): boolean =>
  cl.chunks[c.at + 1]?.kind === 'RB' && cl.word(cl.chunks[c.at + 1]) === 'yet';

function counts({ article, cl }: Answering, c: Chunk): boolean {
  const subject = cl.subject(c.at);
  return subject !== null && article.pos.slice(subject.first, subject.last).includes('CD');
}

/** "has not commented", "would not say how many", "did not return calls", "did not claim responsibility", "would give no figures". */
function notAnswering(r: Answering, c: Chunk): boolean {
  const { cl } = r;
  const v = c.verb!;
  const auxiliary = cl.tokens[c.first].lower;
  if (ANSWERING.has(v.lemma)) return !(v.lemma === 'answer' && v.modal !== null && UNTOLD.has(v.modal));
  if (v.lemma === 'return' || v.lemma === 'answer') return CALLS.test(objectOf(r, c));
  if (v.lemma === 'claim') return /responsibility/.test(objectOf(r, c));
  if (GIVING.has(v.lemma)) return REPLIES.test(objectOf(r, c));
  if (!TELLING.has(v.lemma) || (v.lemma === 'say' && isThat(cl, c.at + 1))) return false;
  if (WILLING.test(auxiliary)) return true;
  // "cannot confirm" is silence, "cannot say" is not knowing
  return v.lemma === 'confirm' ? v.perfect || /^(?:can|could)/.test(auxiliary) : v.perfect && v.lemma !== 'say';
}

/** "has neither confirmed nor denied it": silence, whoever's. True when it is that. */
export function neitherNor(r: Answering): boolean {
  const { article, cl } = r;
  const { first, last } = article.sentences[r.index];
  if (!article.passes(r.index, NEITHER) || !NEITHER_NOR.test(article.lower(first, last))) return false;
  const at = cl.chunks.findIndex((c) => article.lower(c.first, c.last).includes('neither'));
  const subject = cl.chunks.slice(0, at + 1).findLast((c) => c.kind === 'NP' && cl.word(c) !== 'neither');
  const source = subject ? speakerAt(r, cl.chainStart(subject.at), at) : null;
  if (source) add(r, 'no-comment', source, source.first, r.end, 'neither-nor');
  return true;
}

const NEITHER = gate(list('neither'));
const NEITHER_NOR = /\bneither (?:confirm|den)\w*\b[^.;]*\bnor (?:confirm|den)/;
const NOTHING = new Set('comment response reply reaction word statement confirmation answer'.split(' '));

/** "There was no immediate comment from Tehran", "No comment has come from Washington". */
export function silentFrom(r: Answering): void {
  const { cl } = r;
  if (!r.article.has(r.index, NEGATIONS)) return;
  const no = cl.chunks.find((c) => c.kind === 'NP' && cl.word(c) === 'no' && NOTHING.has(cl.tokens[c.head].lower));
  const from =
    no && cl.chunks.find((c) => c.at > no.at && isTie(cl, c.at, 'from', 'by') && cl.chunks[c.at + 1]?.kind === 'NP');
  if (!from) return;
  const source = speakerAt(r, from.at + 1, cl.chunks.length);
  if (source) add(r, 'no-comment', source, r.article.sentences[r.index].first, r.end, 'silence-from');
}
