import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import { formed, gate } from './gates.ts';

const JOINS: ReadonlySet<string> = new Set(['while', 'but', 'and', 'whereas']);
/** Behind these another event is told, to which the one at hand is tied: "after three died in Y", "a response to the attack on Y". */
const ASIDE_WORDS: ReadonlySet<string> = new Set(['after', 'before', 'since']);
const ASIDE_VERBS: ReadonlySet<string> = new Set(['follow', 'precede', 'avenge']);
/** Behind these stands what the event at hand is held against: "surpassing the 742 of August 5", "broke the record of May". */
const OUTDOING: ReadonlySet<string> = new Set(['surpass', 'exceed', 'eclipse', 'outdo', 'dwarf']);
const BEATING: ReadonlySet<string> = new Set(['break', 'beat', 'top', 'smash', 'shatter']);
const BEATEN: ReadonlySet<string> = new Set(['record', 'tally', 'total', 'figure', 'number', 'high', 'peak', 'toll']);
/** Participles that sum up: "bringing to 48 the number". */
const SUMS: ReadonlySet<string> = new Set(['bring', 'raise', 'take', 'push']);
const ASIDE_NOUNS: ReadonlySet<string> = new Set(['response', 'retaliation', 'revenge', 'reprisal', 'answer', 'reply']);

/** What stands behind a superlative is how far it reaches: "the worst attack in the state since 2021". */
const RECORD =
  /\b(?:largest|biggest|deadliest|heaviest|worst|highest|record|lowest|the most|the first|the third|the second|bloodiest|fiercest|death of)\b[^,]*$/;

/** Words without one of which it cannot be. */
const RANKED = gate(
  formed(
    /\b(?:largest|biggest|deadliest|heaviest|worst|highest|record|lowest|most|first|third|second|bloodiest|fiercest|death)\b/,
  ),
);

/** Which of its sentence's clauses each token stands in: what one says of a place or a day is not said of the other. */
export class Segments {
  /** Coordinate clauses; with a mark between them or without. */
  private readonly all: Int32Array;
  private readonly marked: Int32Array;
  private readonly sums = new Set<number>();
  /** What is told beside the main line; 0 is the main line. */
  private readonly beside: Int32Array;
  /** Which of these an event at hand outdoes. */
  private readonly outdone = new Set<number>();

  constructor(private readonly article: Article) {
    const { tokens, pos, clauses } = article;
    this.all = new Int32Array(tokens.length);
    this.marked = new Int32Array(tokens.length);
    this.beside = new Int32Array(tokens.length);
    let n = 0;
    let m = 0;
    for (const { chunks } of clauses) {
      n++;
      m++;
      let told = false;
      let aside = 0;
      for (const c of chunks) {
        const { text, lower } = tokens[c.first];
        const mark = text === ';' || text === '—' || (pos[c.first - 1] === 'CM' && JOINS.has(lower));
        // "two were killed in X and three died in Y": a clause with its own subject
        const clause = told && c.kind === 'CC' && hasVerb(chunks, c.at + 1);
        // "killing three, bringing to 48 the number of those killed since May"
        const sum = c.verb?.form === 'ing' && SUMS.has(c.verb.lemma) && tokens[c.last]?.lower === 'to';
        if (mark || clause || sum) n++;
        if (mark) m++;
        if (mark || clause) told = false;
        else if (aside > 0 && told && c.kind === 'CM' && chunks[c.at + 1]?.kind !== 'VG') {
          told = false;
          aside = 0;
        }
        if (mark) aside = 0;
        if (sum) this.sums.add(n);
        for (let i = c.first; i < c.last; i++) {
          this.all[i] = n;
          this.marked[i] = m;
          this.beside[i] = aside;
        }
        if (c.kind === 'VG' && c.verb!.form === 'finite') told = true;
        const outdoes = this.compares(chunks, c);
        if (outdoes) this.outdone.add(c.last);
        if (outdoes || this.opensAside(chunks, c, told)) {
          aside = c.last;
          told = false;
        }
      }
    }
  }

  private opensAside(chunks: readonly Chunk[], c: Chunk, told: boolean): boolean {
    // "the strike followed a raid on Y", but "monitors followed up on a raid on Y"
    if (c.verb) return c.verb.form === 'finite' && !c.verb.passive && !c.verb.particle && ASIDE_VERBS.has(c.verb.lemma);
    const { tokens } = this.article;
    if (tokens[c.first].lower === 'when' && this.isSince(chunks[c.at - 2])) return true;
    if (c.kind !== 'IN' && c.kind !== 'SC' && c.kind !== 'TM') return false;
    const last = tokens[c.last - 1].lower;
    // "a “first answer” to the assault on Y"
    const quoted = tokens[c.first - 1]?.kind === 'mark' ? 1 : 0;
    const noun = tokens[c.first - 1 - quoted]?.lower ?? '';
    if (c.kind === 'IN' && (last === 'to' || last === 'for') && ASIDE_NOUNS.has(noun)) return true;
    if (!told || !ASIDE_WORDS.has(last)) return false;
    return c.kind !== 'IN' || hasVerb(chunks, c.at + 1);
  }

  /** "The worst since April 2021, when 22 died in X" */
  private isSince(time: Chunk | undefined): boolean {
    return time?.kind === 'TM' && this.article.tokens[time.first].lower === 'since';
  }

  /** Does what stands behind a chunk tell of an earlier event that the one at hand outdoes? */
  private compares(chunks: readonly Chunk[], { at, verb }: Chunk): boolean {
    if (!verb || verb.passive) return false;
    const object = chunks[at + 1];
    const beaten = object?.kind === 'NP' && BEATEN.has(this.article.tokens[object.head].lower);
    return OUTDOING.has(verb.lemma) || (beaten && BEATING.has(verb.lemma));
  }

  /** Does a clause end between two tokens of one sentence? `marked`: with a mark. */
  apart(a: number, b: number, marked = false): boolean {
    const of = marked ? this.marked : this.all;
    return of[a] !== of[b];
  }

  /** Is the second token outside the sum that the first stands in? */
  outsideSum(from: number, what: number): boolean {
    return this.sums.has(this.all[from]) && this.apart(from, what);
  }

  /** Is the second token told beside what the first belongs to? */
  aside(from: number, what: number): boolean {
    return this.beside[what] !== this.beside[from] && (this.beside[what] > 0 || this.isOutdone(from));
  }

  /** Does a token stand in what the event at hand is said to outdo? */
  isOutdone(at: number): boolean {
    return this.outdone.has(this.beside[at]);
  }

  /** Says a token how far a record reaches: "the deadliest in the region", "the biggest since May"? */
  inRecord(at: number): boolean {
    const { sentences, tokens, pos } = this.article;
    const index = this.article.sentenceAt(at);
    if (!this.article.passes(index, RANKED)) return false;
    // "one of its deadliest raids last week": the week of the raid
    if (tokens[at].lower === 'last' && pos[at - 1] !== 'IN') return false;
    return RECORD.test(this.article.lower(Math.max(sentences[index].first, at - 9), at));
  }

  /** Is a token told beside the main line? */
  isAside(at: number): boolean {
    return this.beside[at] > 0;
  }
}

/** Does a clause with a subject of its own begin at a chunk? */
function hasVerb(chunks: readonly Chunk[], from: number): boolean {
  if (chunks[from]?.kind !== 'NP') return false;
  for (let k = from + 1; k < chunks.length && k < from + 9; k++) {
    const { kind, verb } = chunks[k];
    if (kind === 'VG') return verb!.form === 'finite';
    if (kind !== 'IN' && kind !== 'NP' && kind !== 'RB' && kind !== 'TM') return false;
  }
  return false;
}
