import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Cue } from './cues.ts';
import type { Speakers } from './speakers.ts';

/** Somebody says something: the cue, who, by way of whom, and the tokens that hold what is said. */
export interface Attribution {
  sentence: number;
  /** Tokens of the cue, [first, last). */
  cue: readonly [number, number];
  act: Cue['act'];
  lemma: string;
  source: Speaker | null;
  /** Who passed it on, nearest the source first. */
  relays: Speaker[];
  /** Tokens of the content, as [first, last) stretches. */
  regions: [number, number][];
  /** Where the words about the speaking (source, cue, medium) stand. */
  frame: [number, number];
  /** `pre`: stands before its content; `around`: behind or inside it. */
  stands: 'pre' | 'around';
  rule: string;
}

/** An attribution whose content is not yet cut out; chunks are those of its sentence. */
export interface Saying extends Attribution {
  /** Chunk at which its own words begin, and the chunk behind its last. */
  from: number;
  to: number;
  /** First chunk of the content of a `pre`. */
  content: number;
  /** The chunk behind its content, where the content does not go on to the end of the clause. */
  until?: number;
}

/** The rule of the one saying without a source that holds its content: "our own count". */
export const OWN_COUNT = 'own-count';

/** What a rule finds. */
export type Finding = Omit<Saying, 'sentence' | 'regions' | 'relays' | 'act'> & {
  relays?: Speaker[];
  act?: Cue['act'];
};

/** The sentence that the rules read, and what they read it with. */
export interface Ground {
  article: Article;
  cast: Cast;
  cl: Clauses;
  speakers: Speakers;
}

export const isMark = (cl: Clauses, c: Chunk | undefined, marks: string): boolean =>
  c !== undefined && c.kind === 'PU' && marks.includes(cl.tokens[c.first].text);

/** Does a noun phrase count something? */
export function isQuantity(article: Article, c: Chunk | undefined): boolean {
  if (c?.kind !== 'NP') return false;
  for (let i = c.first; i < c.last; i++) if (article.pos[i] === 'CD') return true;
  return false;
}

/** Is the chunk at `i` a preposition, one of these? */
export function isTie(cl: Clauses, i: number, ...prepositions: string[]): boolean {
  const c = cl.chunks[i];
  if (c?.kind !== 'IN') return false;
  const word = cl.word(c);
  for (const preposition of prepositions) if (preposition === word) return true;
  return false;
}

/** Is the chunk at `i` a "that"? */
export const isThat = (cl: Clauses, i: number): boolean =>
  cl.chunks[i]?.kind === 'SC' && cl.word(cl.chunks[i]) === 'that';
