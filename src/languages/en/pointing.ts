import type { Sentence } from '../../extract/sentences.ts';
import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import { gate } from './gates.ts';
import { type Attribution, isTie } from './saying.ts';
import { Speakers } from './speakers.ts';
import { list } from './words.ts';

/** What stands for all that was just told. */
const BACK = list('this that');
const ACCORDING = /^(?:this|that) ?(?:is|was|'s|’s) according/;
/** Nouns for the telling of it, where "the" opens the sentence: "The information was confirmed by the mayor". */
const TELLING = list('information news statement announcement message');
const POINTING = gate(list('this that information news statement announcement message'));

/**
 * Who said what was told before a sentence that says nothing but this, as translated news ends its leads: "This was announced by the governor",
 * "That is according to the ministry", "The mayor reported this on Telegram". `own` are the attributions of the sentence.
 */
export function pointer(article: Article, cast: Cast, s: Sentence, own: readonly Attribution[]): Attribution | null {
  if (!BACK.has(article.tokens[s.first].lower) && !article.passes(s.index, POINTING)) return null;
  const relays = own.flatMap(({ source }) => (source?.figure.actor.kind === 'outlet' ? [source] : []));
  if (ACCORDING.test(article.lower(s.first, Math.min(s.first + 3, s.last)))) {
    const told = own.find((a) => a.rule.startsWith('according-to') && a.source);
    return told ? pointing(told, relays) : null;
  }
  const cl = article.clauses[s.index];
  const verb = cl.chunks.findIndex((c) => c.verb?.form === 'finite');
  const opening = verb > 0 && verb <= 2 ? cl.chunks[0] : null;
  const { tokens } = article;
  const back =
    opening !== null && (BACK.has(tokens[opening.last - 1].lower) || TELLING.has(tokens[opening.head].lower));
  if (!back) {
    // "Oleh Hryhorov reported this on Telegram"
    const said = own.find((a) => a.act === 'say' && a.source && saysThis(cl.chunks, article.chunkAt(a.cue[0]), tokens));
    return said ? pointing(said, relays) : null;
  }
  const v = cl.chunks[verb].verb!;
  if (v.negated || v.modal) return null;
  const tells = v.passive && (CUE_BY_LEMMA.get(v.lemma)?.act === 'say' || v.lemma === 'make');
  const by = tells ? cl.chunks.findIndex((c) => c.at > verb && c.at <= verb + 3 && isTie(cl, c.at, 'by')) : -1;
  if (by < 0 || cl.chunks[by + 1]?.kind !== 'NP') return null;
  const source = new Speakers(article, cast, s.index).from(by + 1, true);
  const { first, last } = cl.chunks[verb];
  return (
    source && {
      sentence: s.index,
      cue: [first, last],
      act: 'say',
      lemma: v.lemma,
      source,
      relays,
      regions: [],
      frame: [first, source.last],
      stands: 'around',
      rule: 'pointer',
    }
  );
}

const pointing = (a: Attribution, relays: readonly Speaker[]): Attribution => ({
  ...a,
  relays: relays.filter(({ figure }) => figure !== a.source?.figure),
  rule: 'pointer',
});

/** Is the object of the cue at chunk `k` a bare "this"? */
function saysThis(chunks: readonly Chunk[], k: number, tokens: Article['tokens']): boolean {
  const object = chunks[k + 1];
  return object !== undefined && object.last - object.first === 1 && tokens[object.first].lower === 'this';
}
