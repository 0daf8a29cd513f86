import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Draft } from './draft.ts';
import { TYPE_OF_MEASURE } from './happenings.ts';
import { NOBODY } from './who-words.ts';
import { list } from './words.ts';

/** What a verb counts, not what it happens to: "the number of troops killed". */
const COUNTS = list('number total toll count tally figure');
/** What is given to hearers, not to fighters: "providing evidence", "supplied no details". */
const TOLD = list(
  'evidence proof detail details information figure figures explanation breakdown update updates comment comments statement account answer answers reason reasons example examples',
);
/** Whom one talks to for the public: "not authorised to talk to the media". */
const PRESS = list('media press reporter reporters journalist journalists newspaper newspapers outlet outlets agency');
const SPEAKING = list('talk speak meet');
const GIVING = list('provide supply deliver donate');
/** What one looks into without saying that it is so. */
const REPORTED = list(
  'report reports allegation allegations claim claims accusation accusations suggestion suggestions rumour rumours',
);
const INQUIRING = list('look investigate examine probe check verify review assess study');
/** Adjectives of what may come: "a possible attack". */
const FEARED = list('possible potential likely imminent impending looming future further feared hypothetical would-be');
/** Prepositions of what has gone before: "difficult to identify bodies after the attack". */
const FOLLOWING = list('after since following despite from amid');

/** Does a verb say of nobody, of a number or to the press what is no happening? */
export function verbTellsNone(article: Article, cl: Clauses, c: Chunk): boolean {
  const { lemma, form } = c.verb!;
  const subject = cl.subject(c.at);
  if (subject && NOBODY.has(cl.word(subject))) return true;
  if (subject && COUNTS.has(article.tokens[cl.chunks[cl.chainStart(subject.at)].head].lower)) return true;
  if (form === 'ing' && c.at > 0 && cl.word(cl.chunks[c.at - 1]) === 'without') return true;
  const object = cl.object(c.at);
  if (GIVING.has(lemma) && object) return TOLD.has(article.tokens[object.head].lower);
  return SPEAKING.has(lemma) && cl.obliques(c.at).some((o) => PRESS.has(article.tokens[o.np.head].lower));
}

/** Does a noun of happening stand under a negation, in a name, or in reports that somebody only looks into? */
export function nounTellsNone(article: Article, cl: Clauses, c: Chunk): boolean {
  return negated(cl, c) || inName(article, cl, c) || onlyReported(article, cl, c);
}

/** "no attack", "without casualties", "no injuries or damage". */
function negated(cl: Clauses, c: Chunk): boolean {
  if (NOBODY.has(cl.word(c))) return true;
  const before = cl.chunks[c.at - 1];
  if (before?.kind === 'IN') return cl.word(before) === 'without';
  const joined = cl.chunks[c.at - 2];
  return before?.kind === 'CC' && joined?.kind === 'NP' && c.last - c.first === 1 && negated(cl, joined);
}

/** "the Maritime Trade Operations said": a noun with a capital in a sentence that has none elsewhere is part of a name. */
export function inName(article: Article, cl: Clauses, c: Chunk): boolean {
  const { tokens } = article;
  const named = c.head > c.first && tokens[c.head].capital && tokens[c.head - 1].capital;
  return named && cl.chunks.some((v) => v.kind === 'VG' && !tokens[v.head].capital);
}

/** "was looking into reports of the attacks": whoever does so says not that there were any. */
function onlyReported(article: Article, cl: Clauses, c: Chunk): boolean {
  const reports = cl.chunks[c.at - 2];
  if (reports?.kind !== 'NP' || !REPORTED.has(article.tokens[reports.head].lower)) return false;
  const before = cl.chunks.slice(0, reports.at).findLast((x) => x.kind === 'VG' || cl.word(x) === 'aware');
  return before !== undefined && (before.kind !== 'VG' || INQUIRING.has(before.verb!.lemma));
}

/** "a possible attack", "future strikes". */
export function feared(article: Article, c: Chunk): boolean {
  for (let t = c.first; t < c.head; t++) if (FEARED.has(article.tokens[t].lower)) return true;
  return false;
}

/** Is a noun told as gone before, whatever the verb beside it says: "hard to identify bodies after the attack"? */
export const presupposed = (cl: Clauses, c: Chunk): boolean => {
  const before = cl.chunks[c.at - 1];
  return before?.kind === 'IN' && FOLLOWING.has(cl.word(before));
};

/** Does a figure say it already: "lost their lives", "opened fire", "shot down or jammed 40"? */
export function saidByFigure(cl: Clauses, c: Chunk, figures: readonly Draft[]): boolean {
  return figures.some((f) => {
    if (!f.measure || f.predicate < 0) return false;
    if (c.kind === 'NP') return cl.chunks[f.predicate].kind === 'VG' && cl.object(f.predicate) === c;
    // "shot down or jammed 40": one object for both
    return (
      f.predicate === c.at + 2 && cl.chunks[c.at + 1].kind === 'CC' && TYPE_OF_MEASURE[f.measure] === 'interception'
    );
  });
}
