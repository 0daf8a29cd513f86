import type { Modality } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Clauses } from './clause.ts';
import { list } from './words.ts';

const HEDGES = new Set(
  'reportedly allegedly purportedly supposedly apparently unverified unconfirmed alleged purported'.split(' '),
);
const CONDITIONAL = new Set(['if', 'should', 'unless', 'whether', 'were']);
const PLANS = new Set(
  'plan intend schedule expect due aim prepare hope agree promise vow pledge threaten want propose offer order ask urge demand call seek'.split(
    ' ',
  ),
);

/** Verbs under which a gerund is something that may be done: "does not rule out moving". */
const WEIGHING = list('rule consider discuss weigh contemplate propose suggest envisage risk avoid prevent');

/** The article's own words of distance that stand over token `at`: in its sentence, or in the speaking around it. */
export function hedgesOf(article: Article, index: number, at: number): string[] {
  const { first, last } = article.sentences[index];
  const found: string[] = [];
  for (let i = first; i < last; i++) {
    const w = article.tokens[i].lower;
    if (HEDGES.has(w) && Math.abs(i - at) < 30) found.push(w);
    if (w === 'if' && (article.tokens[i + 1]?.lower === 'true' || article.tokens[i + 1]?.lower === 'confirmed'))
      found.push(`if ${article.tokens[i + 1].lower}`);
  }
  return found;
}

/** Is what the verb at chunk `predicate` says done, planned, supposed or not so? `at` is a token of what is said of. */
export function modalityOf(article: Article, cl: Clauses, predicate: number, at: number): Modality {
  const { chunks, tokens } = cl;
  const v = predicate >= 0 ? chunks[predicate]?.verb : null;
  if (v) {
    if (v.negated) return 'negated';
    if (v.modal && /^(?:could|might|may|can|would|should|must|'d|ought|cannot|couldn't|wouldn't)$/.test(v.modal)) {
      return v.modal === 'would' && !conditionIn(article, cl, predicate) && reported(cl, predicate)
        ? 'planned'
        : v.modal === 'may' || v.modal === 'might' || v.modal === 'could' || v.modal === 'would' || v.modal === 'can'
          ? 'hypothetical'
          : 'planned';
    }
    if (v.modal && /^(?:will|shall|'ll|won't)$/.test(v.modal))
      return conditionIn(article, cl, predicate) ? 'hypothetical' : 'planned';
    if (v.lemma === 'be' && chunks[predicate + 1]?.kind === 'JJ' && tokens[chunks[predicate + 1].first].lower === 'due')
      return 'planned';
    if (v.form === 'infinitive') {
      // what an infinitive hangs on: "is to hand over", "plans to send", "ready to move", "have agreed to release"
      for (let i = predicate - 1; i >= 0 && i >= predicate - 4; i--) {
        const c = chunks[i];
        if (c.kind === 'VG') {
          const g = c.verb!;
          if (g.lemma === 'be' && !g.passive) return conditionIn(article, cl, predicate) ? 'hypothetical' : 'planned';
          if (PLANS.has(g.lemma)) return 'planned';
          if (
            /^(?:claim|know|believe|say|report|appear|seem|think|continue|begin|start|manage|happen|tend|prove|help|go|allow|enable|permit|lead|cause)$/.test(
              g.lemma,
            )
          )
            return modalityOf(article, cl, i, at);
          if (/^(?:fail|refuse|decline)$/.test(g.lemma)) return 'negated';
          return 'planned';
        }
        if (
          c.kind === 'JJ' ||
          (c.kind === 'NP' &&
            /^(?:plan|order|decision|readiness|threat|bid|effort|attempt|move|vow|pledge|capacity|ability)s?$/.test(
              tokens[c.head].lower,
            ))
        )
          return 'planned';
      }
    }
    if (v.form === 'finite' || v.form === 'participle' || v.form === 'ing') {
      // inside a condition, a wish or a question
      for (let i = predicate - 1; i >= 0 && i >= predicate - 10; i--) {
        const c = chunks[i];
        if (c.kind === 'SC' && CONDITIONAL.has(cl.word(c)))
          return cl.word(c) === 'if' && tokens[c.last]?.lower === 'true' ? 'actual' : 'hypothetical';
        if (c.kind === 'CM' || c.kind === 'PU') break;
        if (c.kind === 'VG') {
          if (v.form === 'ing' && WEIGHING.has(c.verb!.lemma)) return 'planned';
          if (v.form === 'ing' && c.verb!.modal) return modalityOf(article, cl, i, at);
          if (c.verb!.form === 'finite') break;
        }
      }
      if (v.form === 'ing' || v.form === 'participle') {
        const main = [...chunks.slice(0, predicate)]
          .reverse()
          .find((c) => c.kind === 'VG' && c.verb!.form === 'finite');
        if (main?.verb?.modal && /^(?:will|would|could|might|may)$/.test(main.verb!.modal))
          return modalityOf(article, cl, main.at, at);
      }
    }
  } else {
    for (const c of chunks)
      if (c.kind === 'SC' && CONDITIONAL.has(cl.word(c)) && c.first < at && at - c.first < 10) return 'hypothetical';
  }
  if (
    /\?$/.test(
      article.text
        .slice(0, article.sentences[article.sentenceAt(at)].end)
        .trimEnd()
        .slice(-2)
        .replace(/["”’']/g, ''),
    )
  )
    return 'hypothetical';
  return 'actual';
}

function conditionIn(article: Article, cl: Clauses, predicate: number): boolean {
  const s = article.sentences[article.sentenceAt(cl.chunks[predicate].first)];
  for (let i = s.first; i < s.last; i++) {
    const w = article.tokens[i].lower;
    if ((w === 'if' || w === 'unless') && article.tokens[i + 1]?.lower !== 'true') return true;
    if (w === 'should' && (i === s.first || article.tokens[i - 1].text === '"' || article.tokens[i - 1].text === '“'))
      return true;
  }
  return false;
}

/** Is the clause under a cue in the past ("said it would"), so that "would" is a plan? */
function reported(cl: Clauses, predicate: number): boolean {
  for (const c of cl.chunks)
    if (
      c.kind === 'VG' &&
      c.at !== predicate &&
      /^(?:say|tell|announce|report|add|promise|vow|pledge|agree|expect)$/.test(c.verb!.lemma)
    )
      return true;
  return cl.chunks[predicate].verb!.lemma !== 'be';
}
