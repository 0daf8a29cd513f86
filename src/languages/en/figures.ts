import type { Measure, Modality } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Article } from './article.ts';
import { compoundOf, countedBy } from './counted.ts';
import { claimedByAnother, deniedBefore } from './denied.ts';
import { type Draft, draft } from './draft.ts';
import { itemName } from './figure-item.ts';
import { TYPE_OF_MEASURE } from './happenings.ts';
import { ofMishap } from './mishaps.ts';
import { roles } from './roles.ts';
import { PERSONAL, type Situation, situationOf } from './situation.ts';
import { hedgesOf, modalityOf } from './stance.ts';
import { isVerb } from './tag.ts';
import { NOBODY, type Voice, type Voices } from './voices.ts';
import type { Judgement } from './way.ts';
import { judge } from './ways.ts';
import { list } from './words.ts';

/** Why a number became no figure: for `--explain`. */
export interface Passed {
  quantity: QuantityMention;
  why: string;
}

/** Reads the counts of one sentence, in order. `earlier` are the figures read so far in the article, oldest first. */
export function figures(
  article: Article,
  voices: Voices,
  index: number,
  quantities: readonly QuantityMention[],
  earlier: readonly Draft[],
  passed: Passed[],
): Draft[] {
  const here: Draft[] = [];
  // "three wars, two of them over water": a part is one of what was counted last, though that be no figure
  let other = false;
  for (const quantity of quantities)
    for (const q of asSaid(article, quantity)) {
      const read = figure(article, voices, index, q, earlier, here, other);
      if (typeof read === 'string') {
        passed.push({ quantity: q, why: read });
        other ||= hasNoun(article, q);
      } else {
        here.push(read);
        other = false;
      }
    }
  return here;
}

/** Does a noun of its own stand behind the number? */
function hasNoun(article: Article, q: QuantityMention): boolean {
  if (q.kind !== 'cardinal' && q.kind !== 'vague') return false;
  const t = article.tokenAt(q.numberStart);
  const np = article.clauses[article.sentenceAt(t)].chunks[article.chunkAt(t)];
  return np.head > t && article.tokens[np.head].start >= q.numberEnd;
}

function figure(
  article: Article,
  voices: Voices,
  index: number,
  q: QuantityMention,
  earlier: readonly Draft[],
  here: readonly Draft[],
  other: boolean,
): Draft | string {
  const cl = article.clauses[index];
  const t = article.tokenAt(q.numberStart);
  const no = noCount(article, index, q, t);
  if (no) return no;
  const c = countedBy(article, cl, t, q);
  if (typeof c === 'string') return c;
  if (ofMishap(article, index, c.np.at)) return 'its cause is a storm, a disease or an accident, no party to a war';
  const voice = voices.at(t);
  const denies = voice.attribution?.act === 'deny';
  const beside = cl.chunks[c.np.at - 1]?.kind === 'WH' && cl.chunks[c.np.at - 3]?.kind === 'CM';
  if ((denies || deniedBefore(cl, c.np.at)) && !beside && !claimedByAnother(cl, c.np.at))
    return 'what was said is denied in the same breath';
  const both = c.item === null && article.tokens[t].lower === 'both';
  const two = both ? twoBefore(index, [...earlier, ...here]) : null;
  if (both && !two) return 'it stands for two who were not counted';
  const s = situationOf(article, cl, index, q, c, two ? [two] : earlier, two ? [] : here, other);
  const j = judge(s);
  if (two && typeof j !== 'string' && (j.predicate < 0 || PERSONAL.has(j.measure) !== PERSONAL.has(two.measure!)))
    return 'it says nothing of what became of the two';
  if (typeof j === 'string') return j;
  if (q.kind === 'zero' && (j.from || !SOMETIMES_NONE.has(j.measure) || NEVER_NONE.has(j.rule) || tollIs(s, j)))
    return 'nothing is said to be none';
  const item = itemName(s, j);
  if (item === null) return 'nothing says what it counts';
  // "22 bodies and 61 wounded had been brought in"
  if (item === 'body' && j.measure === 'injured') j.measure = 'killed';
  const d = draft({
    kind: 'figure',
    type: j.measure === 'captured' && item === 'settlement' ? 'territory' : TYPE_OF_MEASURE[j.measure],
    measure: j.measure,
    item,
    quantity: q,
    sentence: index,
    first: c.np.first,
    last: cl.chunks[c.end].last,
    predicate: j.predicate,
    voice: voiceOf(s, denies ? NOBODY : voice),
    rules: [q.kind, j.rule],
    modality: j.negated ? 'negated' : modality(s, j),
    hedges: hedgesOf(article, index, t),
    whole: s.whole ?? j.from ?? null,
    np: c.np,
  });
  if (d.modality === 'negated' && !j.negated && q.kind !== 'zero') return 'the clause says that it did not happen';
  if (d.modality === 'negated' && q.kind === 'zero') d.modality = 'actual';
  roles(article, cl, d);
  return d;
}

/** The two that "both" stands for. */
const twoBefore = (index: number, told: readonly Draft[]): Draft | null =>
  told.findLast((d) => index - d.sentence <= 2 && d.quantity?.low === 2 && d.quantity.high === 2) ?? null;

/** Names of troops that a number may follow without being a part of a name: "Force 40 dead". */
const TROOPS = list('force army air guard guards');

/** What a number is that counts nothing. */
const NO_COUNTS: Partial<Record<QuantityMention['kind'], string>> = {
  ordinal: 'it says which one, not how many',
  fraction: 'it is a fraction',
  percent: 'it is a share',
  money: 'it is a sum of money',
  measure: 'it is a length, a weight or a span of time',
  age: 'it is an age',
  year: 'it is a year',
  date: 'it is a date',
  clock: 'it is an hour of the day',
  model: 'it is a part of the name of a model',
  other: 'it is a label, a score or a pronoun',
};

/** Why a mention is no count at all, whatever stands around it; null when it may be one. */
function noCount(article: Article, index: number, q: QuantityMention, t: number): string | null {
  const { tokens, pos } = article;
  const name = tokens[t - 1];
  // "11,260 (+4) tanks"
  if (name?.text === '+' && tokens[t - 2]?.text === '(') return 'it is what was added since';
  // "twelve (12) soldiers"
  if (name?.text === '(' && tokens[t + 1]?.text === ')' && pos[t - 2] === 'CD')
    return 'it is the number before it, in digits';
  // "Mariam (12) and her brother"
  if (name?.text === '(' && tokens[t + 1]?.text === ')' && pos[t - 2] === 'NP' && pos[t + 1] !== 'CD')
    return NO_COUNTS.age!;
  const named = name?.capital && name.kind === 'word' && pos[t - 1] === 'NP' && !TROOPS.has(name.lower);
  const alone =
    tokens[t + 1]?.kind === 'mark' || pos[t + 1] === 'TM' || (pos[t + 1] === 'IN' && tokens[t + 1].lower !== 'of');
  if (named && alone && tokens[t].kind === 'number' && q.start === q.numberStart) return 'it is a part of a name';
  const words = article.text.slice(q.start, q.end).toLowerCase();
  const before = article.tokenAt(q.start) - 1;
  const counts = q.kind === 'cardinal' || q.kind === 'vague' || q.kind === 'zero';
  // "one-way attack drones"
  const bare = words === 'one' && tokens[t].lower === 'one';
  if (!counts && !(q.kind === 'other' && (bare || compoundOf(article, t, q))))
    return NO_COUNTS[q.kind] ?? 'it counts nothing';
  const after = article.tokenAt(q.end - 1) + 1;
  if (DIGITS.test(tokens[t].text) && DIGITS.test(tokens[t + 1]?.text ?? ''))
    return 'it is a part of a telephone number or the like';
  const single = words.endsWith('single') || tokens[before]?.lower === 'single';
  if (words === 'one' && tokens[before]?.lower === 'only') return 'it is a pronoun';
  if (words.endsWith('single one') || (single && (words === 'one' || tokens[after]?.lower === 'one')))
    return 'it is a pronoun';
  // "a couple and their children"
  if (words === 'a couple' && pos[after] !== 'IN' && !isVerb(pos[after])) return 'it is a man and his wife';
  if (q.exact.some((n) => !Number.isInteger(n))) return 'it is no whole number';
  if (tokens[before]?.lower === 'by' && CHANGING.has(tokens[before - 1]?.lower)) return 'it is a difference';
  if (EXCEPTING.has(tokens[before]?.lower) && ALL.has(tokens[before - 1]?.lower))
    return 'it is an exception ("all but two")';
  if (article.sentences[index].last - article.sentences[index].first <= 2) return 'it is the number of a paragraph';
  const more = tokens[after]?.lower === 'more';
  if (tokens[after + (more ? 1 : 0)]?.lower === 'than' && (more || q.relation === 'more'))
    return 'it is a difference ("more than before"), no count';
  return null;
}

const DIGITS = /^\d+$/;
const EXCEPTING = list('but except save');
const ALL = list('all everything everyone any none nothing');
/** What can be said not to have befallen anybody or anything, and so counts as a number of none. */
const SOMETIMES_NONE: ReadonlySet<Measure> = new Set(['killed', 'injured', 'hit']);
const NEVER_NONE = list('toll bodies');
const TOLL_NOUNS = list('toll death deaths');

/** "no death toll": that there is none says nothing of how many died. */
const tollIs = ({ article, c }: Situation, j: Judgement): boolean =>
  j.rule === 'state' && TOLL_NOUNS.has(article.tokens[c.np.head].lower);

/** A part or a continuation that nobody is heard to say belongs to whoever said the whole. */
function voiceOf({ article, cl, index, whole, last, before, c, q }: Situation, voice: Voice): Voice {
  // "three other officers" of another sentence are not the rest of those told of before
  const continues = c.part || (q.relation !== null && (c.item === null || whole?.sentence === index));
  // "On Sunday it was eleven": whoever gave the toll before has counted on
  const subject = c.item === null && before?.c.verb?.lemma === 'be' ? cl.subject(before.c.at) : null;
  if (voice.source === null && subject && article.tokens[subject.first].lower === 'it') return last?.voice ?? voice;
  return voice.source === null && whole?.voice.source && continues ? whole.voice : voice;
}

const UNSURE_MODALS = list('could may might would can');
/** Verbs whose "not" tells of something that happened: a death, somebody missing, a number that stays. */
const LIVING = list('survive live see find locate trace reach contact account hear come return turn');

function modality({ article, cl, q, c, before }: Situation, j: Judgement): Modality {
  const v = j.predicate >= 0 ? cl.chunks[j.predicate].verb : null;
  // "could exceed 300 killed": the verb is a part of the number
  const modal = article.tokens[article.tokenAt(q.start) - 1];
  if (article.pos[article.tokenAt(q.start) - 1] === 'MD')
    return UNSURE_MODALS.has(modal.lower) ? 'hypothetical' : 'planned';
  // "did not survive" is a death that happened
  if (v?.negated && LIVING.has(v.lemma)) return 'actual';
  // "the toll could reach 60": a noun decides, the verb says how sure
  const verb = j.rule === 'toll' && before && !before.crossed ? before.c.at : j.predicate;
  return modalityOf(article, cl, verb, c.np.first);
}

/** Words before "up to" that make its "up" theirs: "went up to five"; a toll's is its own ("Toll in Tyre up to 7"). */
const UP_WITH = list('go goes went gone own owns owned add adds added sum climbed bring brought live face faces');
/** Words of change, with which "from 41 to 47" are two numbers and no range. */
const CHANGING = list(
  'rise rises risen rising rose raise raises raised raising climb climbs climbed climbing increase increases increased increasing revise revises revised lowered cut fell dropped went gone shot jumped swelled soared moved updated corrected',
);

/** A quantity as its verb has it: "went up to five" and "owned up to 11" are no bounds; "rose from 41 to 47" are two numbers, not a range. */
function asSaid(article: Article, q: QuantityMention): QuantityMention[] {
  const at = article.tokenAt(q.start);
  const before = article.tokens[at - 1]?.lower ?? '';
  const exactly = (n: number, start: number, end: number): QuantityMention => ({
    ...q,
    start,
    end,
    numberStart: start,
    numberEnd: end,
    low: n,
    high: n,
    exact: [n],
    sense: 'exact',
    modifier: null,
  });
  const tollUp = () => {
    const { first } = article.sentences[article.sentenceAt(at)];
    return at - first <= 6 && article.tokens.slice(first, at).some((token) => token.lower === 'toll');
  };
  if (q.modifier === 'up to' && q.exact.length === 1 && (UP_WITH.has(before) || tollUp()))
    return [exactly(q.exact[0], q.numberStart, q.numberEnd)];
  if (q.sense === 'range' && q.exact.length === 2 && (before === 'from' || before === 'by')) {
    const to = article.text.slice(q.start, q.end).lastIndexOf(' to ');
    const { first } = article.sentences[article.sentenceAt(at)];
    const changes = article.tokens.slice(first, at).some((token) => CHANGING.has(token.lower));
    // "rose by two to 31"
    if (to > 0 && changes && before === 'by') return [exactly(q.exact[1], q.start + to + 4, q.end)];
    if (to > 0 && changes)
      return [exactly(q.exact[0], q.start, q.start + to), exactly(q.exact[1], q.start + to + 4, q.end)];
  }
  return [q];
}
