import type { Stance } from '../../model/claim.ts';
import type { Article } from './article.ts';
import { overInserts } from './attribution-verbs.ts';
import { type Cast, fitsSort, type Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { type Draft, draft, type Role } from './draft.ts';
import { isTie } from './saying.ts';
import type { Voices } from './voices.ts';

/** A sentence that is read for answers, and what was claimed before it. */
export interface Answering {
  article: Article;
  voices: Voices;
  cast: Cast;
  cl: Clauses;
  index: number;
  /** The token behind the sentence. */
  end: number;
  before: readonly Draft[];
  found: Draft[];
}

/** Prepositional phrases that belong to whoever answers: "a spokesman for the army". */
const TIES = ['of', 'for', 'in', 'at', 'from'];
const OURSELVES = new Set(['we', 'i']);

/** Enters an answer, unless the sentence has it already or nobody gives it. A null source is the article's own voice. */
export function add(
  r: Answering,
  stance: Stance,
  source: Speaker | null,
  first: number,
  last: number,
  rule: string,
  denied: Role | null = null,
): void {
  if (source && isNobody(r, source)) return;
  const figure = source?.figure ?? null;
  const same = (d: Draft) =>
    d.stance === stance && ((d.voice.source?.figure ?? null) === figure || (first < d.last && d.first < last));
  if (r.found.some(same)) return;
  const around = r.voices.at(first);
  const carrier =
    around.source && around.source.figure !== figure && around.source.figure.actor.kind === 'outlet'
      ? [around.source]
      : [];
  const relays = carrier.concat(around.source && around.source.figure === figure ? around.relays : []);
  r.found.push(
    draft({
      kind: 'response',
      type: 'statement',
      sentence: r.index,
      // whoever answers may be named a sentence before
      first: Math.max(first, r.article.sentences[r.index].first),
      last: Math.max(last, first + 1),
      voice: { source, relays, attribution: null },
      stance,
      denied,
      rules: [rule],
    }),
  );
}

/** "Nobody has commented", "no source confirmed it", "what was denied": words that name none who answers. */
function isNobody({ article }: Answering, { first, last, figure }: Speaker): boolean {
  const word = article.tokens[first].lower;
  if (word === 'no' || word === 'neither') return true;
  const { kind, name } = figure.actor;
  return last - first <= 2 && kind === 'unnamed' && NOBODY.has(name.toLowerCase());
}

const NOBODY = new Set('nobody none no-one one what who it anybody anyone'.split(' '));

/** Who answers by the verb at `c`: its subject, of a passive whoever stands behind "by"; "we" are whoever speaks there. */
export function answerer(r: Answering, c: Chunk): Speaker | null {
  const { cl } = r;
  if (c.verb!.passive && isTie(cl, c.at + 1, 'by')) {
    const agent = cl.chunks[c.at + 2];
    return agent?.kind === 'NP' ? speakerAt(r, agent.at, cl.chunks.length) : null;
  }
  // "The army, asked whether it had fired, had no comment"
  const subject = overInserts(r, c.at) ?? cl.subject(c.at);
  if (!subject || subject.first >= c.first) return null;
  if (OURSELVES.has(cl.word(subject))) return r.voices.at(c.first).source;
  // "he said it was based on sources and would not elaborate": not what it is about, but who said it
  const speaker = r.voices.at(subject.first).attribution;
  const said = speaker?.sentence === r.index && speaker.cue[1] <= subject.first;
  if (said && cl.chunks[c.at - 1]?.kind === 'CC' && cl.tokens[c.first].lower !== 'had') return speaker.source;
  return pronounBefore(r, subject) ?? speakerAt(r, subject.at, c.at);
}

/** How many sentences back whoever a pronoun means may have spoken last. */
const BACK = 2;

/** "He called the claim absurd": whoever fits the pronoun and spoke last before it. */
function pronounBefore({ voices, article, index }: Answering, { first, last }: Chunk): Speaker | null {
  const word = article.tokens[first].lower;
  if (last - first !== 1 || !PRONOUNS.has(word)) return null;
  for (let s = index; s >= 0 && index - s <= BACK; s--) {
    const said = voices.bySentence[s].findLast(
      ({ cue, source }) => cue[0] < first && source !== null && fitsSort(word, source.figure.actor.sort),
    );
    if (said) return { first, last, figure: said.source!.figure };
  }
  return null;
}

const PRONOUNS = new Set(['he', 'she', 'it', 'they']);

/** The party whose phrase begins at chunk `k`. */
export function speakerAt(r: Answering, k: number, before: number): Speaker | null {
  const { cl, cast } = r;
  const c = cl.chunks[k];
  // the attribution of the sentence knows who this is, if it begins here
  const known = r.voices.bySentence[r.index].find((a) => a.source?.first === c.first);
  if (known) return known.source;
  let { last } = c;
  for (let i = k + 1; i + 1 < before && isTie(cl, i, ...TIES) && cl.chunks[i + 1].kind === 'NP'; i += 2)
    last = cl.chunks[i + 1].last;
  const figure = cast.read(c.first, last, true) ?? cast.read(c.first, c.last, true);
  return figure ? { first: c.first, last, figure } : null;
}

/** Where what the verb at `at` answers ends: at a semicolon, or at a new clause. */
export function contentEnd(r: Answering, at: number): number {
  const { chunks, tokens } = r.cl;
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i];
    if (c.kind === 'PU' && /[;.]/.test(tokens[c.first].text)) return c.first;
    if (c.kind === 'CC' && chunks[i - 1]?.kind === 'CM') return c.first;
  }
  return r.end;
}

/** The words behind the verb at `c`, up to `reach` tokens, in lower case. */
export const wordsAfter = (r: Answering, c: Chunk, reach: number): string =>
  r.article.lower(c.last, Math.min(r.end, c.last + reach));

/** The words of the object of the verb at `c`. */
export function objectOf(r: Answering, c: Chunk): string {
  const object = r.cl.object(c.at);
  return object ? r.article.lower(object.first, object.last) : '';
}
