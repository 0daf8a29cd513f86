import type { Article } from './article.ts';

const JOINS: ReadonlySet<string> = new Set(['while', 'but', 'and', 'whereas']);

/** Which of its sentence's coordinate clauses each token stands in: what one says of a place or a day is not said of the other. */
export class Segments {
  private readonly of: Int32Array;
  /** The same without what no mark sets apart. */
  private readonly marked: Int32Array;

  constructor({ tokens, pos, clauses }: Article) {
    this.of = new Int32Array(tokens.length);
    this.marked = new Int32Array(tokens.length);
    let n = 0;
    let m = 0;
    for (const { chunks } of clauses) {
      n++;
      m++;
      let told = false;
      for (const c of chunks) {
        const { text, lower } = tokens[c.first];
        if (c.kind === 'VG' && c.verb!.form === 'finite') told = true;
        const mark = text === ';' || text === '—' || (JOINS.has(lower) && pos[c.first - 1] === 'CM');
        // "two were killed in X and three died in Y": a clause with its own subject
        const clause = told && c.kind === 'CC' && hasVerb(c.at + 1);
        // "the toll rose to 17 after three died in Y"
        const aside =
          told &&
          (c.kind === 'SC' || (c.kind === 'IN' && hasVerb(c.at + 1))) &&
          (lower === 'after' || lower === 'before');
        if (mark || clause || aside) {
          n++;
          told = false;
        }
        if (mark || aside) m++;
        this.of.fill(n, c.first, c.last);
        this.marked.fill(m, c.first, c.last);
      }
      function hasVerb(from: number): boolean {
        if (chunks[from]?.kind !== 'NP') return false;
        for (let k = from + 1; k < chunks.length && k < from + 6; k++) {
          const { kind, verb } = chunks[k];
          if (kind === 'VG') return verb!.form === 'finite';
          if (kind !== 'IN' && kind !== 'NP' && kind !== 'RB' && kind !== 'TM') return false;
        }
        return false;
      }
    }
  }

  /** Does a clause end between two tokens of one sentence? `marked`: with a mark, or told aside. */
  apart(a: number, b: number, marked = false): boolean {
    const of = marked ? this.marked : this.of;
    return of[a] !== of[b];
  }
}
