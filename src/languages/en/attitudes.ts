import type { Article } from './article.ts';
import {
  ANYBODYS,
  ASKED,
  ATTITUDES,
  EVIDENT,
  LIGHT,
  MINDED,
  MOVING,
  OPINIONS,
  RAISING,
  SEEMING,
  SELVES,
} from './attitude-words.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { type Stretch, wholePhrase } from './holders.ts';
import { type Attribution, isMark, isThat, isTie } from './saying.ts';

/** Somebody wants, fears, praises or proposes something. It puts no claim forward, so that no claim is read from it. */
export interface Attitude {
  cue: Stretch;
  /** Null where it is anybody's: "is expected to". */
  holder: Stretch | null;
  content: readonly Stretch[];
  rule: string;
}

/** A sentence, and where in it the words about speaking stand. */
interface Ground {
  article: Article;
  cl: Clauses;
  frames: readonly Stretch[];
}

/** The attitudes that a sentence tells of, besides its attributions. What is quoted tells of none: its attitudes are told by who is quoted. */
export function attitudes(article: Article, index: number, sayings: readonly Attribution[]): Attitude[] {
  const cl = article.clauses[index];
  const g: Ground = { article, cl, frames: sayings.map((s) => s.frame) };
  const found: Attitude[] = [];
  for (const c of cl.chunks) {
    const attitude = READERS[c.kind]?.(g, c);
    if (!attitude || sayings.some((s) => s.cue[0] < c.last && c.first < s.cue[1])) continue;
    if (c.kind === 'PU' || !article.quotations.some((q) => q.first <= c.first && c.first < q.last))
      found.push(attitude);
  }
  return found;
}

/** "The mayor wants", "was denounced by the mayor", "seems to", "is confident that", "asked about the raid". */
function byVerb(g: Ground, c: Chunk): Attitude | null {
  const { cl } = g;
  const { lemma, form, passive } = c.verb!;
  if (ASKED.has(lemma) && opensClause(cl, c)) return held(g, c, { from: c.at + 1 });
  const subject = cl.subject(c.at);
  if (!subject || isSelf(cl, subject)) return null;
  if (lemma === 'be') return byAdjective(g, c, subject);
  if (passive) return byPassive(g, c, subject);
  const next = cl.chunks[c.at + 1];
  if (SEEMING.has(lemma))
    return next?.verb?.form === 'infinitive' || next?.kind === 'JJ'
      ? held(g, c, { told: subject, from: c.at + 1 })
      : null;
  const lends = LIGHT.has(lemma) && next?.kind === 'NP' && isOpinion(cl, next);
  if (!ATTITUDES.has(lemma) || lends || (form === 'infinitive' && !isLet(cl, c))) return null;
  return held(g, c, { holder: subject, from: c.at + 1 });
}

/** "Asked about the raid, he", "when pressed on it, she". */
const opensClause = (cl: Clauses, { at, verb }: Chunk): boolean =>
  verb!.form === 'participle' && (at === 0 || cl.chunks[at - 1].kind === 'SC' || cl.chunks[at - 1].kind === 'CC');

/** Does the verb before an infinitive let it tell: "continued to oppose it"? */
const isLet = (cl: Clauses, { at }: Chunk): boolean => RAISING.has(cl.chunks[at - 1]?.verb?.lemma ?? '');

/** "Was condemned by the mayor", "were worried about it", and "is expected to", by anybody. */
function byPassive(g: Ground, c: Chunk, subject: Chunk): Attitude | null {
  const { cl } = g;
  const { lemma, form } = c.verb!;
  if (MOVING.has(lemma)) return held(g, c, { holder: subject, from: c.at + 1 });
  if (!ATTITUDES.has(lemma)) return null;
  const by = isTie(cl, c.at + 1, 'by') ? cl.chunks[c.at + 2] : undefined;
  if (by?.kind === 'NP') return held(g, c, { holder: by, told: subject, from: cl.chainEnd(by.at) + 1 });
  return form === 'finite' && ANYBODYS.has(lemma) ? held(g, c, { told: subject, from: c.at + 1 }) : null;
}

/** "Is confident that", "are wary of them", "it is unclear whether". */
function byAdjective(g: Ground, c: Chunk, subject: Chunk): Attitude | null {
  const { cl } = g;
  const next = cl.chunks.slice(c.at + 1).find((n) => n.kind !== 'RB');
  if (next?.kind !== 'JJ' && next?.kind !== 'NP') return null;
  for (let i = next.first; i < next.last; i++) {
    const { lower } = cl.tokens[i];
    const evident = cl.word(subject) === 'it' && EVIDENT.has(lower);
    if (!evident && !MINDED.has(lower)) continue;
    return held(g, c, {
      holder: evident ? null : subject,
      from: i + 1 < next.last ? next.at : next.at + 1,
      end: i + 1,
    });
  }
  return null;
}

/** An attitude whose cue begins at `c`: whose it is, of what before the cue it tells, and the chunk behind at which its content goes on. */
function held(
  g: Ground,
  c: Chunk,
  of: { holder?: Chunk | null; told?: Chunk; from: number; end?: number },
): Attitude | null {
  const { cl } = g;
  const { holder = null, told, from, end = c.last } = of;
  if (holder && isSelf(cl, holder)) return null;
  const behind = stretch(g, c, from, end);
  if (!told && behind.length === 0) return null;
  return {
    cue: [c.first, end],
    holder: holder && phrase(cl, holder, c),
    content: told ? [phrase(cl, told, c), ...behind] : behind,
    rule: c.verb!.lemma,
  };
}

const isSelf = (cl: Clauses, { first, last }: Chunk): boolean =>
  last - first === 1 && SELVES.has(cl.tokens[first].lower);

/** Who holds it, with all that is told of them. */
function phrase(cl: Clauses, np: Chunk, cue: Chunk): Stretch {
  const { last } = cl.chunks[cl.chainEnd(np.at)];
  return np.first < cue.first
    ? wholePhrase(cl, [np.first, Math.min(last, cue.first)], [cue.first, cue.last])
    : [np.first, last];
}

/** What nouns of opinion have behind them besides "that" and an infinitive. */
const OVER = ['of', 'about', 'on', 'for', 'over', 'against'];

/** "Her plan to", "the mayor's fear that", "expressed concern about". */
function byNoun(g: Ground, c: Chunk): Attitude | null {
  const { cl } = g;
  if (!isOpinion(cl, c)) return null;
  const next = cl.chunks[c.at + 1];
  const behind = cl.chunks[c.at + 2];
  const tied = isTie(cl, c.at + 1, ...OVER) || (isThat(cl, c.at + 1) && !behind?.verb);
  if (!behind || !(tied || next.verb?.form === 'infinitive')) return null;
  return {
    cue: [c.head, c.head + 1],
    holder: owner(g, c),
    content: stretch(g, c, tied ? c.at + 2 : c.at + 1),
    rule: cl.tokens[c.head].lower,
  };
}

function isOpinion(cl: Clauses, { head }: Chunk): boolean {
  const word = cl.tokens[head].lower;
  return OPINIONS.has(word) || OPINIONS.has(word.replace(/s$/, '')) || OPINIONS.has(word.replace(/ies$/, 'y'));
}

/** Whose a noun is: by its possessive, or as the object of a verb that has no more to say than it. */
function owner({ article, cl }: Ground, c: Chunk): Stretch | null {
  if (article.pos[c.first] === 'PP$') return [c.first, c.first + 1];
  const possessive = article.pos.slice(c.first, c.last).lastIndexOf('POS');
  if (possessive > 0) return [c.first, c.first + possessive];
  const verb = cl.chunks[c.at - 1];
  const subject = verb?.verb && !verb.verb.passive && LIGHT.has(verb.verb.lemma) ? cl.subject(verb.at) : null;
  return subject && phrase(cl, subject, verb);
}

/** "WALLACE: Will you accept it?", "“They came at night.” — Amina Bello": a name before the mark of what is said, or behind that of a quotation. */
function byMark({ article, cl }: Ground, c: Chunk): Attitude | null {
  const { chunks } = cl;
  const label = (name: Chunk, first: number, last: number): Attitude => ({
    cue: [c.first, c.last],
    holder: [name.first, name.last],
    content: [[first, last]],
    rule: 'label',
  });
  const [name, next] = [chunks[c.at - 1], chunks[c.at + 1]];
  if (
    isMark(cl, c, ':') &&
    next &&
    isName(article, name) &&
    (name.at === 0 || (name.at === 1 && chunks[0].kind === 'QT'))
  )
    return label(name, next.first, chunks[chunks.length - 1].last);
  const ends = !chunks[c.at + 2] || chunks[c.at + 2].kind === 'QT' || isMark(cl, chunks[c.at + 2], '.');
  if (!isMark(cl, c, '–—―-') || !ends || !isName(article, next)) return null;
  const quoted = article.quotations.find((q) => q.last === c.first - 1);
  return quoted ? label(next, quoted.first, quoted.last) : null;
}

/** Is a noun phrase all of capitals and names? */
const isName = ({ tokens, pos }: Article, c: Chunk | undefined): c is Chunk =>
  c?.kind === 'NP' && tokens.slice(c.first, c.last).every((t, i) => t.capital && pos[c.first + i] === 'NP');

/** What begins behind the words of the cue at `cue`, with chunk `from`; none where nothing does. */
function stretch(g: Ground, cue: Chunk, from: number, cueEnd = cue.last): Stretch[] {
  const start = g.cl.chunks[from];
  if (!start) return [];
  const first = Math.max(start.first, cueEnd);
  const end = contentEnd(g, cue, from);
  return end > first ? [[first, end]] : [];
}

/** Where it ends: before a mark that closes the clause, before the words of whoever says it all, or where somebody goes on with something else. */
function contentEnd({ cl, frames }: Ground, cue: Chunk, from: number): number {
  const { chunks } = cl;
  const wall = Math.min(
    chunks[chunks.length - 1].last,
    ...frames.map(([first]) => first).filter((first) => first > cue.first),
  );
  let open = from;
  for (let i = from; i < chunks.length; i++) {
    const c = chunks[i];
    if (c.first >= wall) break;
    if (c.kind === 'PU' && !isMark(cl, c, '()[]')) return c.first;
    if (i === from) continue;
    if (opensOther(cl, c)) return c.first;
    if (c.kind === 'CC' || c.kind === 'CM') open = i;
    // "his plan for the port drew fire", "accused them and fled"
    if (c.verb?.form === 'finite' && (cl.subject(i)?.at ?? 0) <= cue.at) return chunks[open > from ? open : i].first;
  }
  return wall;
}

/** Does a comma or conjunction open another clause, or what somebody does besides? */
function opensOther(cl: Clauses, c: Chunk): boolean {
  if (c.kind !== 'CC' && c.kind !== 'CM') return false;
  const next = cl.chunks.slice(c.at + 1).find((n) => n.kind !== 'RB' && n.kind !== 'TM');
  if (!next) return true;
  if (c.kind === 'CC') return next.verb?.form === 'finite';
  const clause = next.kind === 'NP' && cl.chunks[cl.chainEnd(next.at) + 1]?.verb?.form === 'finite';
  return clause || next.verb?.form === 'ing' || next.kind === 'WH' || next.kind === 'CC' || next.kind === 'SC';
}

/** By what kind of chunk holds the cue. */
const READERS: Readonly<Partial<Record<Chunk['kind'], (g: Ground, c: Chunk) => Attitude | null>>> = {
  VG: byVerb,
  NP: byNoun,
  PU: byMark,
};
