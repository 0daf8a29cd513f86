import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { isMark, isThat } from './saying.ts';

/** Tokens [first, last). */
export type Stretch = readonly [first: number, last: number];

/** What stands loose at the end of a phrase: "the mayor, who", "the mayor, on Monday". */
const LOOSE: ReadonlySet<Chunk['kind']> = new Set(['CM', 'CC', 'IN', 'PU', 'QT', 'RB', 'SC', 'TM', 'WH'] as const);

/** What goes on about whoever was named. */
const ABOUT: ReadonlySet<Chunk['kind']> = new Set(['CC', 'CM', 'WH'] as const);

/** What ends all that is told of whoever speaks behind a cue: "…, said the mayor, a lawyer, on Monday". */
const ELSE: ReadonlySet<Chunk['kind']> = new Set(['IN', 'SC', 'TM', 'VG'] as const);

/** Everything that names whoever stands at tokens `named`: with appositions and clauses about them, up to the cue, or from it to the end of the clause. */
export function wholePhrase(cl: Clauses, named: Stretch, cue: Stretch): Stretch {
  const { chunks } = cl;
  const at = chunks.findIndex((c) => c.first < named[1] && named[0] < c.last);
  if (at < 0) return named;
  const before = named[0] < cue[0];
  let end = Math.max(
    cl.chainEnd(at),
    chunks.findLastIndex((c) => c.first < named[1]),
  );
  const until = before ? chunks.findIndex((c) => c.first >= cue[0]) : toldEnd(cl, end + 1);
  if (until > end + 1 && goesOn(cl, chunks.slice(end + 1, until))) end = until - 1;
  while (end > at && LOOSE.has(chunks[end].kind) && !isMark(cl, chunks[end], ')')) end--;
  const last = before ? Math.min(chunks[end].last, cue[0]) : chunks[end].last;
  return [named[0], Math.max(named[1], last)];
}

/** Are chunks all about whoever stands before them: appositions, brackets, and no more finite verbs than relative words and conjunctions let in? */
function goesOn(cl: Clauses, parts: readonly Chunk[]): boolean {
  const [lead] = parts;
  const described = lead.verb?.form === 'participle' || lead.verb?.form === 'ing';
  if (!ABOUT.has(lead.kind) && !isThat(cl, lead.at) && !isMark(cl, lead, '(') && !described) return false;
  if (parts.some((c) => c.kind === 'QT' || isMark(cl, c, ';:—–'))) return false;
  const links = parts.filter((c) => c.kind === 'WH' || isThat(cl, c.at)).length;
  const more = links > 0 ? parts.filter((c) => c.kind === 'CC').length : 0;
  return parts.filter((c) => c.verb?.form === 'finite').length <= links + more;
}

/** The chunk at which, behind a cue, what is told of whoever speaks ends. */
function toldEnd(cl: Clauses, from: number): number {
  const { chunks } = cl;
  let brackets = 0;
  for (let i = from; i < chunks.length; i++) {
    const c = chunks[i];
    const next = chunks[i + 1];
    if (isMark(cl, c, '(')) brackets++;
    else if (isMark(cl, c, ')')) brackets--;
    else if (c.kind === 'QT' || (c.kind === 'PU' && brackets === 0)) return i;
    if (c.kind === 'CM' && next && ELSE.has(next.kind) && cl.word(next) !== 'of') return i;
    if (c.kind === 'TM' || c.kind === 'SC' || (c.kind === 'IN' && next?.kind === 'TM')) return i;
  }
  return chunks.length;
}
