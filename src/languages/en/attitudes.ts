import type { Article } from './article.ts';
import { ATTITUDES, SELVES } from './attitude-words.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { type Attribution, isMark, isTie } from './saying.ts';

/** Tokens [first, last). */
type Stretch = readonly [first: number, last: number];

/** Somebody wants, fears, praises or proposes something. It puts no claim forward, so that no claim is read from it. */
export interface Attitude {
  cue: Stretch;
  holder: Stretch;
  content: Stretch;
}

/** The attitudes that a sentence tells of, besides its attributions. */
export function attitudes(article: Article, index: number, sayings: readonly Attribution[]): Attitude[] {
  const cl = article.clauses[index];
  const found: Attitude[] = [];
  const label = labelled(article, cl);
  if (label && sayings.length === 0) found.push(label);
  for (const c of cl.chunks) {
    if (!c.verb || !ATTITUDES.has(c.verb.lemma) || c.verb.form === 'infinitive' || c.verb.modal) continue;
    if (sayings.some((s) => s.cue[0] < c.last && c.first < s.cue[1])) continue;
    const holder = holderOf(cl, c);
    if (!holder || (holder[1] - holder[0] === 1 && SELVES.has(article.tokens[holder[0]].lower))) continue;
    found.push({ cue: [c.first, c.last], holder, content: [c.last, contentEnd(cl, c)] });
  }
  return found;
}

/** Whose it is: the subject of the verb, of a passive whoever stands behind "by". */
function holderOf(cl: Clauses, c: Chunk): Stretch | null {
  const agent = isTie(cl, c.at + 1, 'by') ? cl.chunks[c.at + 2] : undefined;
  const holder = c.verb!.passive ? agent : cl.subject(c.at);
  if (holder?.kind !== 'NP') return null;
  const { last } = cl.chunks[cl.chainEnd(holder.at)];
  return [holder.first, holder.first < c.first ? Math.min(last, c.first) : last];
}

/** "WALLACE: Will you accept it?", "“They came at night.” — Amina Bello": a name beside the mark of a quotation. */
function labelled({ tokens, pos }: Article, cl: Clauses): Attitude | null {
  const { chunks } = cl;
  const end = chunks.length - 1;
  const named = (c: Chunk | undefined) =>
    c?.kind === 'NP' && tokens.slice(c.first, c.last).every((t, i) => t.capital && pos[c.first + i] === 'NP');
  const start = chunks[0]?.kind === 'QT' ? 1 : 0;
  if (named(chunks[start]) && isMark(cl, chunks[start + 1], ':') && start + 1 < end)
    return {
      cue: [chunks[start + 1].first, chunks[start + 1].last],
      holder: [chunks[start].first, chunks[start].last],
      content: [chunks[start + 2].first, chunks[end].last],
    };
  if (named(chunks[end]) && isMark(cl, chunks[end - 1], '–—―-'))
    return {
      cue: [chunks[end - 1].first, chunks[end - 1].last],
      holder: [chunks[end].first, chunks[end].last],
      content: [chunks[0].first, chunks[end - 1].first],
    };
  return null;
}

function contentEnd(cl: Clauses, c: Chunk): number {
  const stop = cl.chunks.find((n) => n.at > c.at && (n.kind === 'PU' || n.kind === 'QT'));
  return stop?.first ?? cl.chunks[cl.chunks.length - 1].last;
}
