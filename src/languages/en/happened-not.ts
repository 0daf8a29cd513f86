import type { Modality } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft } from './draft.ts';
import { happeningOf, stateTold, TYPE_OF_MEASURE } from './happenings.ts';
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
/** What is met without anybody's meeting: "unless their demands were met". */
const MET = list(
  'demand demands condition conditions need needs criteria deadline deadlines target targets goal goals obligations requirements standards resistance challenge challenges',
);
const GIVING = list('provide supply deliver donate');
/** What one looks into without saying that it is so. */
const REPORTED = list(
  'report reports allegation allegations claim claims accusation accusations suggestion suggestions rumour rumours',
);
const INQUIRING = list('look investigate examine probe check verify review assess study');
/** Adjectives of what may come: "a possible attack". */
const FEARED = list('possible potential likely imminent impending looming future further feared hypothetical would-be');
const INTENDED = list('planned threatened intended upcoming');
/** Verbs whose object is still to come: "fears an attack", "is weighing a strike". */
const FEARING = list('fear expect anticipate dread');
const INTENDING = list('weigh consider contemplate mull plan threaten prepare');
/** What there is none of where nothing is known to have happened: "no sign of an attack". */
const SIGNS = list(
  'sign signs indication indications evidence proof report reports information knowledge record records trace plan plans intention threat prospect',
);
/** What is so as a rule happened on no day. */
const AS_A_RULE = list('usually typically normally generally');
/** Prepositions of what has gone before: "difficult to identify bodies after the attack". */
const FOLLOWING = list('after since following despite from amid');

/** Does a verb say of nobody, of a number or to the press what is no happening? */
export function verbTellsNone(article: Article, cl: Clauses, c: Chunk): boolean {
  const { lemma, form } = c.verb!;
  const subject = cl.subject(c.at);
  if (subject && NOBODY.has(cl.word(subject))) return true;
  if (cl.obliques(c.at).some((o) => o.np.last - o.np.first === 1 && NOBODY.has(cl.word(o.np)))) return true;
  // "the number of troops killed", but not "the number of dead of the bomb that hit the town"
  const relative = c.at > 0 && /^(?:SC|WH)$/.test(cl.chunks[c.at - 1].kind);
  if (subject && !relative && COUNTS.has(article.tokens[cl.chunks[cl.chainStart(subject.at)].head].lower)) return true;
  if (form === 'ing' && c.at > 0 && cl.word(cl.chunks[c.at - 1]) === 'without') return true;
  // "are usually jammed"
  if (article.tokens.slice(c.first, c.head).some((t) => AS_A_RULE.has(t.lower))) return true;
  if (lemma === 'call' && c.verb!.particle === 'off') return true;
  if (toldByNobody(cl, c) || explained(cl, c)) return true;
  const object = cl.object(c.at);
  // "suffered no casualties"
  if (object && NOBODY.has(cl.word(object))) return true;
  const met = c.verb!.passive ? subject : object;
  if (lemma === 'meet' && met && MET.has(article.tokens[met.head].lower)) return true;
  if (GIVING.has(lemma) && object) return TOLD.has(article.tokens[object.head].lower);
  return SPEAKING.has(lemma) && cl.obliques(c.at).some((o) => PRESS.has(article.tokens[o.np.head].lower));
}

const WORDS = list('term word phrase expression');

/** "use the term 'neutralise' to imply that terrorists surrendered": what a word means, not what happened. */
const explained = (cl: Clauses, c: Chunk): boolean =>
  cl.chunks.some((x) => {
    const object = x.at < c.at && x.verb?.lemma === 'use' ? cl.object(x.at) : null;
    return object !== null && WORDS.has(cl.tokens[object.first + 1]?.lower ?? '');
  });

/** "No party has said that it carried out the bombing", "he did not say that it had". */
function toldByNobody(cl: Clauses, c: Chunk): boolean {
  const open = cl.chunks.findLast((x) => x.at < c.at && /^(?:CC|CM|PU)$/.test(x.kind))?.at ?? -1;
  return cl.chunks.slice(open + 1, c.at).some((x) => {
    if (x.verb?.form !== 'finite' || CUE_BY_LEMMA.get(x.verb.lemma)?.act !== 'say') return false;
    const teller = cl.subject(x.at);
    return x.verb.negated || (teller !== null && NOBODY.has(cl.word(teller)));
  });
}

/** Does a noun of happening stand under a negation, in a name, or in reports that somebody only looks into? */
export function nounTellsNone(article: Article, cl: Clauses, c: Chunk): boolean {
  return negated(cl, c) || neverWas(cl, c) || inName(article, cl, c) || onlyReported(article, cl, c) || measured(cl, c);
}

const SPANS = list('hours day days night nights week weeks month months year years decade decades hour');

/** Of a deed these tell what it was for, not that it was done. */
const AIMS = list('goal goals aim aims objective objectives purpose purposes');

/** "in a week of clashes", "the toll of casualties", "the goals of the strike": a span of time, a number or an aim, no event. */
const measured = ({ chunks, tokens }: Clauses, c: Chunk): boolean => {
  const [span, of] = [chunks[c.at - 2], chunks[c.at - 1]];
  return (
    of?.kind === 'IN' &&
    tokens[of.first].lower === 'of' &&
    span !== undefined &&
    (SPANS.has(tokens[span.last - 1].lower) || COUNTS.has(tokens[span.head].lower) || AIMS.has(tokens[span.head].lower))
  );
};

const HAPPENING = list('happen occur take');

/** "The attack never happened", "the raid did not take place". */
const neverWas = (cl: Clauses, c: Chunk): boolean =>
  cl.chunks.some(({ verb, at }) => verb?.negated && HAPPENING.has(verb.lemma) && cl.subject(at) === c);

/** "no attack", "without casualties", "no injuries or damage". */
function negated(cl: Clauses, c: Chunk): boolean {
  if (NOBODY.has(cl.word(c))) return true;
  const before = cl.chunks[c.at - 1];
  const joined = cl.chunks[c.at - 2];
  if (before?.kind === 'IN') {
    const signs = joined?.kind === 'NP' && NOBODY.has(cl.word(joined)) && SIGNS.has(cl.tokens[joined.head].lower);
    return cl.word(before) === 'without' || (signs && cl.word(c) !== 'the');
  }
  return before?.kind === 'CC' && joined?.kind === 'NP' && c.last - c.first === 1 && negated(cl, joined);
}

/** "the Maritime Trade Operations said", "the Committee for the Release of": a capital on what begins no sentence is a name's. */
export function inName(article: Article, cl: Clauses, c: Chunk): boolean {
  const { tokens } = article;
  const before = tokens[c.head - 1];
  const named = tokens[c.head].capital && before !== undefined && before.kind !== 'mark' && c.head > cl.chunks[0].first;
  return named && cl.chunks.some((v) => v.kind === 'VG' && !tokens[v.head].capital);
}

/** "was looking into reports of the attacks": whoever does so says not that there were any. */
function onlyReported(article: Article, cl: Clauses, c: Chunk): boolean {
  const reports = cl.chunks[c.at - 2];
  if (reports?.kind !== 'NP' || !REPORTED.has(article.tokens[reports.head].lower)) return false;
  const before = cl.chunks.slice(0, reports.at).findLast((x) => x.kind === 'VG' || cl.word(x) === 'aware');
  return before !== undefined && (before.kind !== 'VG' || INQUIRING.has(before.verb!.lemma));
}

/** What is not done yet by its own words, or by the verb that it is the object of: "a possible attack", "fears an attack"; else null. */
export function foreseen(article: Article, cl: Clauses, c: Chunk): Modality | null {
  for (let t = c.first; t < c.head; t++) {
    if (FEARED.has(article.tokens[t].lower)) return 'hypothetical';
    if (INTENDED.has(article.tokens[t].lower)) return 'planned';
  }
  const verb = cl.chunks.find((v) => v.kind === 'VG' && (v.verb!.passive ? cl.subject(v.at) : cl.object(v.at)) === c);
  if (!verb || cl.word(c) === 'the') return null;
  return FEARING.has(verb.verb!.lemma) ? 'hypothetical' : INTENDING.has(verb.verb!.lemma) ? 'planned' : null;
}

/** Is a noun told as gone before, whatever the verb beside it says: "hard to identify bodies after the attack"? */
export const presupposed = (cl: Clauses, c: Chunk): boolean => {
  const before = cl.chunks[c.at - 1];
  if (before?.kind !== 'IN') return false;
  // "to blame for the attack", "nothing to do with it"
  const tied = `${cl.chunks[c.at - 2]?.verb?.lemma} ${cl.word(before)}`;
  return FOLLOWING.has(cl.word(before)) || tied === 'blame for' || tied === 'do with';
};

const LIVES = list('life lives');
const THEIR = list('his her their');

/** Does a figure say it already: "lost their lives", "opened fire", "shot down or jammed 40"? */
export function saidByFigure(cl: Clauses, c: Chunk, figures: readonly Draft[]): boolean {
  return figures.some((f) => {
    if (!f.measure) return false;
    // "treated 40 wounded", "dozens of wounded", "were believed killed"
    const behind = c.first === f.last || (c.first === f.last + 1 && cl.tokens[f.last].lower === 'of');
    const within = f.first <= c.first && c.first < f.last;
    const passedOn = f.predicate >= 0 && f.predicate === c.at - 1 && cl.chunks[f.predicate].kind === 'VG';
    if (c.verb && (behind || within || passedOn) && c.verb.form !== 'ing' && stateTold(cl.tokens[c.head]) === f.measure)
      return true;
    // "have been partially or completely destroyed"
    const told = c.verb?.form === 'participle' && c.at > f.predicate && c.at <= f.predicate + 4;
    if (told && f.rules.includes('is-state') && stateTold(cl.tokens[c.head]) === f.measure) return true;
    // "were shot and killed", "killed or wounded"
    const joined = f.predicate >= 0 && f.predicate === c.at - 2 && cl.chunks[c.at - 1].kind === 'CC';
    if (joined && c.verb && c.verb.form !== 'ing' && happeningOf(c.verb)?.type === f.type && cl.object(c.at) === null)
      return true;
    // "the killing of 12 civilians"
    if (
      c.kind === 'NP' &&
      f.np?.at === c.at + 2 &&
      cl.word(cl.chunks[c.at + 1]) === 'of' &&
      f.rules.includes('of-noun')
    )
      return true;
    if (f.measure === 'killed' && LIVES.has(cl.tokens[c.head].lower) && THEIR.has(cl.word(c))) return true;
    if (f.predicate < 0) return false;
    if (c.kind === 'NP') return cl.chunks[f.predicate].kind === 'VG' && cl.object(f.predicate) === c;
    // "shot down or jammed 40": one object for both
    return (
      f.predicate === c.at + 2 && cl.chunks[c.at + 1].kind === 'CC' && TYPE_OF_MEASURE[f.measure] === 'interception'
    );
  });
}
