import type { Modality } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { gate } from './gates.ts';
import { list } from './words.ts';

const HEDGES = list('reportedly allegedly purportedly supposedly apparently unverified unconfirmed alleged purported');
const HEDGED = gate(HEDGES, list('may might if'));
const CONDITIONAL = list('if should unless whether were');
/** Verbs under which a gerund is something that may be done: "does not rule out moving". */
const WEIGHING = list('rule consider discuss weigh contemplate propose suggest envisage risk avoid prevent');

/** The article's own words of distance that stand over token `at`: in its sentence, or in the speaking around it. */
export function hedgesOf(article: Article, index: number, at: number): string[] {
  const found: string[] = [];
  if (!article.passes(index, HEDGED)) return found;
  const { first, last } = article.sentences[index];
  for (let i = first; i < last; i++) {
    const w = article.tokens[i].lower;
    if ((w === 'may' || w === 'might') && article.tokens[i + 1]?.lower === 'have' && Math.abs(i - at) < 12)
      found.push(`${w} have`);
    if (HEDGES.has(w) && Math.abs(i - at) < 30) found.push(w);
    if (w === 'if' && (article.tokens[i + 1]?.lower === 'true' || article.tokens[i + 1]?.lower === 'confirmed'))
      found.push(`if ${article.tokens[i + 1].lower}`);
  }
  return found;
}

/** Modals of what may be, and of what is meant to be. "Would" is a plan where somebody said so, else a supposition. */
const MAYBE = list('could might may can would');
const OUGHT = list("should must 'd ought cannot couldn't wouldn't");
const WILL = list("will shall 'll won't");
/** Verbs whose infinitive is as real as they are: "is said to have hit", "went on to shell", "used drones to attack". */
const TRANSPARENT = list(
  'claim know believe say report appear seem think continue begin start manage happen tend prove help go allow enable permit lead cause use find deem judge hold presume suspect rumour rumor understand consider',
);
const PAST_BE = list('was were');
const FAILING = list('fail refuse decline');
/** Nouns whose infinitive is not done yet: "a plan to strike". */
const PROSPECTS = list(
  'plan order decision readiness threat bid effort attempt move vow pledge capacity ability plans orders decisions threats bids efforts attempts moves vows pledges capacities abilities',
);
/** Nouns under which something only may happen: "the likelihood of launching strikes". */
const RISKS = list(
  'likelihood risk danger possibility probability threat fear fears chance prospect danger case event',
);
/** Verbs under which "would" is what somebody meant to do. */
const PROMISING = list('say tell announce report add promise vow pledge agree expect');

/** Is what the verb at chunk `predicate` says done, planned, supposed or not so? `at` is a token of what is said of. */
export function modalityOf(article: Article, cl: Clauses, predicate: number, at: number): Modality {
  const verb = cl.chunks[predicate];
  if (imagined(article, at)) return 'hypothetical';
  const told = predicate >= 0 && verb.verb ? ofVerb(article, cl, verb, at) : ofNoun(cl, predicate, at);
  return told ?? (isQuestion(article, at) ? 'hypothetical' : 'actual');
}

const IMAGINING = list('imagine suppose picture');

/** "Imagine 200 missiles on London", "Let us say ten men die". */
function imagined(article: Article, at: number): boolean {
  const { first } = article.sentences[article.sentenceAt(at)];
  const [one, two, three] = article.tokens.slice(first, first + 3).map((t) => t.lower);
  return IMAGINING.has(one) || (one === 'let' && two === 'us' && three === 'say') || (one === "let's" && two === 'say');
}

/** Verbs and nouns under whose object nothing has been done yet: "demanded the release of 40", "called for an end to". */
const DEMANDING = list(
  'demand urge seek want request propose await expect ban prohibit forbid outlaw prevent avert avoid rule oppose plan prepare',
);
const CALLING = list('call appeal push press ask hope wait negotiate plead beg prepare');
const DEMANDS = list('demand call appeal request hope proposal preparation');

/** What a noun hangs on: a condition, or somebody who wants what it names or wants it not. */
function ofNoun(cl: Clauses, predicate: number, at: number): Modality | null {
  if (supposed(cl, at)) return 'hypothetical';
  const noun = predicate >= 0 ? predicate : cl.chunks.findIndex((c) => c.first <= at && at < c.last);
  for (let i = noun - 1; i >= 0 && i >= noun - 5; i--) {
    const c = cl.chunks[i];
    const bound = cl.chunks[i + 1];
    const under = bound?.kind === 'IN' && cl.word(bound) === 'for';
    if (c.verb) {
      const wanted = DEMANDING.has(c.verb.lemma) || (under && CALLING.has(c.verb.lemma));
      return wanted && !c.verb.passive ? 'planned' : null;
    }
    if (c.kind === 'NP' && under && DEMANDS.has(cl.tokens[c.head].lower.replace(/s$/, ''))) return 'planned';
    if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC' || c.kind === 'WH') return null;
  }
  return null;
}

const REFUGE = list('refuge shelter safety asylum');

/** What the verb itself and its surroundings tell; null when nothing says that it did not happen. */
function ofVerb(article: Article, cl: Clauses, c: Chunk, at: number): Modality | null {
  const v = c.verb!;
  const next = cl.chunks[c.at + 1];
  if (v.negated) return 'negated';
  if (v.modal) return ofModal(article, cl, c);
  // whoever seeks refuge has fled
  const refuge = cl.object(c.at);
  if (DEMANDING.has(v.lemma) && !v.passive && !(refuge && REFUGE.has(cl.tokens[refuge.head].lower))) return 'planned';
  if (v.lemma === 'be' && next?.kind === 'JJ' && cl.word(next) === 'due') return 'planned';
  if (v.form === 'infinitive') return ofInfinitive(article, cl, c, at);
  const shared = sharedModal(cl, c);
  if (shared) return ofModal(article, cl, shared);
  return underCondition(article, cl, c, at) ?? (v.form === 'finite' ? null : underMain(article, cl, c, at));
}

/** "would last a week and cost 100 lives": the verb whose modal holds for the bare verb behind "and", too. */
function sharedModal({ chunks, tokens }: Clauses, c: Chunk): Chunk | null {
  const and = chunks[c.at - 1];
  if (and?.kind !== 'CC' || tokens[and.first].lower === 'but' || tokens[c.head].lower !== c.verb!.lemma) return null;
  const before = chunks.findLast((x) => x.at < c.at && x.verb?.form === 'finite');
  return before?.verb?.modal ? before : null;
}

function ofModal(article: Article, cl: Clauses, c: Chunk): Modality | null {
  const modal = c.verb!.modal!;
  // "will free them on Sunday if": a plan with a condition; "if this goes on, we will": a supposition
  if (WILL.has(modal)) return conditionIn(article, cl, c.at, c.first) ? 'hypothetical' : 'planned';
  // "may have been injured": in doubt, but past
  if (c.verb!.perfect && (modal === 'may' || modal === 'might')) return null;
  if (modal === 'would' && !conditionIn(article, cl, c.at) && reported(cl, c.at)) return 'planned';
  return MAYBE.has(modal) ? 'hypothetical' : OUGHT.has(modal) ? 'planned' : null;
}

/** What an infinitive hangs on: "is to hand over", "plans to send", "ready to move", "have agreed to release". */
function ofInfinitive(article: Article, cl: Clauses, c: Chunk, at: number): Modality | null {
  for (let i = c.at - 1; i >= 0 && i >= c.at - 4; i--) {
    const before = cl.chunks[i];
    // "was able to shoot down": it has
    if (
      before.kind === 'JJ' &&
      cl.word(before) === 'able' &&
      PAST_BE.has(cl.tokens[cl.chunks[i - 1]?.head]?.lower ?? '')
    )
      return null;
    if (before.kind === 'JJ' || (before.kind === 'NP' && PROSPECTS.has(cl.tokens[before.head].lower))) return 'planned';
    if (before.kind !== 'VG') continue;
    const g = before.verb!;
    if (g.lemma === 'be' && !g.passive) return conditionIn(article, cl, c.at) ? 'hypothetical' : 'planned';
    // "claimed to have killed 40 and to have burned two": as real as the one before it
    if (TRANSPARENT.has(g.lemma) || g.form === 'infinitive') return modalityOf(article, cl, i, at);
    return FAILING.has(g.lemma) ? 'negated' : 'planned';
  }
  return null;
}

/** Inside a condition or a question that is told, or under a verb or a noun of what may be. */
function underCondition(article: Article, cl: Clauses, c: Chunk, at: number): Modality | null {
  const gerund = c.verb!.form === 'ing';
  // "threatened to start killing hostages": as real as the beginning
  if (gerund && cl.chunks[c.at - 1]?.verb?.form === 'infinitive') return modalityOf(article, cl, c.at - 1, at);
  if (gerund && underRisk(cl, c.at)) return 'hypothetical';
  // "Had the missile hit the plant"
  const opening = article.sentences[article.sentenceAt(c.first)].first;
  if (article.tokens[opening].lower === 'had' && c.first > opening && cl.chunks[c.at - 1]?.kind === 'NP' && c.at <= 3)
    return 'hypothetical';
  for (let i = c.at - 1; i >= 0 && i >= c.at - 10; i--) {
    const before = cl.chunks[i];
    if (before.kind === 'SC' && CONDITIONAL.has(cl.word(before)))
      return cl.word(before) === 'if' && cl.tokens[before.last]?.lower === 'true' ? 'actual' : 'hypothetical';
    if (before.kind === 'CM' || before.kind === 'PU') return null;
    if (before.kind !== 'VG') continue;
    if (gerund && WEIGHING.has(before.verb!.lemma)) return 'planned';
    if (gerund && before.verb!.modal) return modalityOf(article, cl, i, at);
    if (before.verb!.form === 'finite') return null;
  }
  return null;
}

/** A participle is as real as the main verb before it: "could go on, killing hundreds". */
function underMain(article: Article, cl: Clauses, c: Chunk, at: number): Modality | null {
  for (let i = c.at - 1; i >= 0; i--) {
    const { verb } = cl.chunks[i];
    if (verb?.form === 'finite')
      return verb.modal && (WILL.has(verb.modal) || MAYBE.has(verb.modal)) && verb.modal !== 'can'
        ? modalityOf(article, cl, i, at)
        : null;
  }
  return null;
}

/** Stands chunk `at` under a noun of what may happen: "the likelihood of launching strikes"? */
export function underRisk(cl: Clauses, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'NP' && RISKS.has(cl.tokens[c.head].lower)) return cl.word(cl.chunks[i + 1]) === 'of';
    if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC' || c.verb?.form === 'finite') return false;
  }
  return false;
}

/** Without a verb: does a condition open shortly before the token? */
const supposed = (cl: Clauses, at: number): boolean =>
  cl.chunks.some((c) => c.kind === 'SC' && CONDITIONAL.has(cl.word(c)) && c.first < at && at - c.first < 10);

function isQuestion(article: Article, at: number): boolean {
  const { first, last } = article.sentences[article.sentenceAt(at)];
  for (let i = last - 1; i >= Math.max(first, last - 2); i--) if (article.tokens[i].text === '?') return true;
  return false;
}

function conditionIn(article: Article, cl: Clauses, predicate: number, before = Number.POSITIVE_INFINITY): boolean {
  const s = article.sentences[article.sentenceAt(cl.chunks[predicate].first)];
  for (let i = s.first; i < Math.min(s.last, before); i++) {
    const w = article.tokens[i].lower;
    if ((w === 'if' || w === 'unless') && article.tokens[i + 1]?.lower !== 'true') return true;
    if (w === 'should' && (i === s.first || article.tokens[i - 1].text === '"' || article.tokens[i - 1].text === '“'))
      return true;
  }
  return false;
}

/** Is the clause under a cue in the past ("said it would"), so that "would" is a plan? */
function reported(cl: Clauses, predicate: number): boolean {
  for (const c of cl.chunks) if (c.kind === 'VG' && c.at !== predicate && PROMISING.has(c.verb!.lemma)) return true;
  return cl.chunks[predicate].verb!.lemma !== 'be';
}
