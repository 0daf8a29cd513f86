import type { Actor, PartyKind } from '../../model/claim.ts';
import { type Answering, add, answerer, contentEnd, objectOf, wordsAfter } from './answering.ts';
import type { Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Role } from './draft.ts';
import { nounHappening, VERB_HAPPENINGS, VIOLENT } from './happenings.ts';
import { itemOf } from './items.ts';
import {
  ACCEPTING,
  CHARGES,
  CLAIM_NOUNS,
  DENYING,
  DENYING_IF_CLAIM,
  FALSE_PHRASES,
  FALSE_WORDS,
  FALSIFIED,
  INSISTING,
  NAMED,
  NAMING,
  NEGATIVE_FINDING,
  NO_PART,
  NOT_SO,
  NOT_US,
  OF_VIOLENCE,
  OWN_WORDS,
  REPLYING,
  UNDONE,
  UNHARMED,
  UNHEARD,
  UNHURT,
  UNREAL,
  WAVING,
  WAVING_AWAY,
} from './response-words.ts';
import type { Attribution } from './saying.ts';

const FINDING = new Set('see find have insist say lose'.split(' '));
/** Of these, those that look for something; what others say there is no sign of must be what a war is told of. */
const FOUND = new Set('see find have lose'.split(' '));
const AUXILIARY = /^(?:has|have|had|was|is|also)\s+(?:also\s+)?/;

/** Does the verb at `c` deny, when it needs something said as its object: "rejected the claim", "dismissed it as", "an allegation Delhi rejected"? */
export function deniesClaim(r: Answering, c: Chunk): boolean {
  const { cl } = r;
  const v = c.verb!;
  if (!DENYING.has(v.lemma)) return false;
  if (!DENYING_IF_CLAIM.has(v.lemma)) return true;
  const said = v.passive ? '' : objectOf(r, c);
  if (said !== '') return CLAIM_NOUNS.test(said) || asFalse(wordsAfter(r, c, 14));
  const behind = cl.chunks[c.at + 1];
  if (v.passive) return CLAIM_NOUNS.test(subjectOf(r, c)) || claimBefore(r, c.at) !== null;
  if (behind?.kind === 'IN' || behind?.kind === 'QT' || behind?.kind === 'SC') return true;
  // what is rejected stands before who rejects it
  const subject = cl.subject(c.at);
  let i = subject ? cl.chainStart(subject.at) - 1 : -1;
  while (cl.chunks[i]?.kind === 'SC' || cl.chunks[i]?.kind === 'WH' || cl.chunks[i]?.kind === 'CM') i--;
  const antecedent = cl.chunks[i];
  return antecedent?.kind === 'NP' && CLAIM_NOUNS.test(cl.tokens[antecedent.head].lower);
}

const asFalse = (words: string): boolean =>
  /^\s*(?:as|out of hand)\b/.test(words) || (/\bas\b/.test(words) && (FALSE_WORDS.test(words) || /["“]/.test(words)));

function subjectOf(r: Answering, c: Chunk): string {
  const subject = r.cl.subject(c.at);
  return subject ? r.article.lower(subject.first, subject.last) : '';
}

/** Enters a denial that the verb at `c` makes. */
export function denial(r: Answering, c: Chunk): void {
  const { article, cl } = r;
  const v = c.verb!;
  if (r.found.some((d) => d.stance === 'denies' && d.first <= c.first && c.first < d.last)) return;
  const rule = denyingRule(r, c);
  if (rule) {
    const source = answerer(r, c);
    const object = cl.object(c.at);
    const denied = phraseFrom(r, object?.first ?? c.last);
    if (source) add(r, 'denies', source, Math.min(source.first, c.first), contentEnd(r, c.at), rule, denied);
    return;
  }
  const unreal =
    article.passes(r.index, UNREAL) && FALSE_PHRASES.test(article.lower(c.first, Math.min(r.end, c.last + 8)));
  const falsified = v.passive && FALSIFIED.has(v.lemma) && !v.negated;
  if (v.lemma !== 'be' && !unreal && !falsified && !FINDING.has(v.lemma)) return;
  const source = speakerOf(r, c);
  const open = source !== null || r.voices.own;
  if ((v.lemma === 'be' || falsified) && open) {
    const subject = claimBefore(r, c.at) ?? whatIsSaid(r, c.at) ?? cl.subject(c.at);
    if (!subject) return;
    const topic =
      subject.kind === 'WH' ? 'that' : article.lower(subject.first, cl.chunks[cl.chainEnd(subject.at)].last);
    const rest = wordsAfter(r, c, 8);
    if (!v.negated && CLAIM_NOUNS.test(topic) && (falsified || FALSE_WORDS.test(rest)))
      add(r, 'denies', source, subject.first, r.end, 'denial-false', { first: subject.first, last: c.first });
    else if (v.negated && /^\W*(?:true|correct|accurate|so|the case)\b/.test(rest))
      add(r, 'denies', source, subject.first, r.end, 'denial-not-true', { first: subject.first, last: c.first });
  } else if (unreal && open) add(r, 'denies', source, c.first, r.end, 'denial-unreal');
  const finds = FINDING.has(v.lemma) || (v.lemma === 'be' && source !== null && isThere(r, c));
  const words = finds ? article.lower(c.first, Math.min(r.end, c.first + 20)) : '';
  if (finds && NEGATIVE_FINDING.test(words) && (FOUND.has(v.lemma) || OF_VIOLENCE.test(words))) {
    const finder = source ?? answerer(r, c);
    let nothing = c.first;
    while (nothing + 1 < r.end && !NOTHING.has(article.tokens[nothing].lower)) nothing++;
    if (finder) add(r, 'denies', finder, c.first, r.end, 'denial-finds-nothing', phraseFrom(r, nothing));
  }
}

/** "There is no evidence that". */
const isThere = ({ cl }: Answering, c: Chunk): boolean => c.at > 0 && cl.word(cl.chunks[c.at - 1]) === 'there';

/** Who speaks where the verb at `c` stands; who is only named in "the army's claim that …" before it does not. */
function speakerOf(r: Answering, c: Chunk): Speaker | null {
  const { attribution, source } = r.voices.at(c.head);
  const noun = attribution?.sentence === r.index && attribution.rule === 'cue-noun' && attribution.cue[1] <= c.first;
  if (!noun) return source;
  return r.voices.bySentence[r.index].find((a) => a !== attribution && a.source && a.act === 'say')?.source ?? null;
}

/** "What their media say about the bridge is untrue": the word by which the sentence begins. */
function whatIsSaid({ cl }: Answering, at: number): Chunk | null {
  const [what] = cl.chunks;
  const told = (c: Chunk) => cl.tokens.slice(c.first, c.last).some((t) => SAYING.has(t.lower));
  return what.kind === 'WH' && cl.word(what) === 'what' && cl.chunks.slice(1, at).some(told) ? what : null;
}

const SAYING = new Set(
  'say says said claim claims claimed write writes report reports tell tells told allege alleges alleged'.split(' '),
);

const NOTHING = new Set(['no', 'nothing']);

/** From a token on to the next mark: what a denial says of what it denies. */
function phraseFrom({ article, end }: Answering, first: number): Role {
  let last = first + 1;
  while (last < end && (article.tokens[last].kind !== 'mark' || /^["“‘'-]$/.test(article.tokens[last].text))) last++;
  return { first, last };
}

/** By which rule the verb at `c` is one of denying, of refusing to accept, of waving away or of calling false. */
function denyingRule(r: Answering, c: Chunk): string | null {
  const { article } = r;
  const v = c.verb!;
  if (v.negated) {
    const said = objectOf(r, c);
    const refuses = ACCEPTING.has(v.lemma) && !v.passive && (said === '' || CLAIM_NOUNS.test(said));
    return refuses ? `denial-not-${v.lemma}` : null;
  }
  if (!v.passive && v.form !== 'finite') return null;
  if (deniesClaim(r, c)) return `denial-${v.lemma}`;
  if (v.passive) return null;
  if (article.passes(r.index, WAVING)) {
    const words = article.lower(c.first, Math.min(r.end, c.first + 14)).replace(AUXILIARY, '');
    if (WAVING_AWAY.test(words)) return 'denial-waved-away';
  }
  if (!NAMING.has(v.lemma)) return null;
  const rest = wordsAfter(r, c, 22);
  const called = FALSE_WORDS.test(rest) && NAMED.test(rest);
  return called || (CHARGES.test(objectOf(r, c)) && /["“]/.test(rest)) ? `denial-${v.lemma}` : null;
}

/** "Reports that the airport had fallen are false": the noun for what was said, that a clause or phrase of its own keeps from its verb. */
function claimBefore(r: Answering, at: number): Chunk | null {
  const { chunks, tokens } = r.cl;
  for (let i = at - 1; i > 0; i--) {
    if (chunks[i].kind === 'PU') return null;
    const noun = chunks[i - 1];
    if (
      noun.kind === 'NP' &&
      ['that', 'of', 'about'].includes(tokens[chunks[i].first].lower) &&
      CLAIM_NOUNS.test(tokens[noun.head].lower) &&
      (i === 1 || BEGINNING.has(chunks[i - 2].kind))
    )
      return noun;
  }
  return null;
}

const BEGINNING: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'SC', 'QT', 'CC', 'RB'] as const);

/** What is said denies by its own words: "Not one civilian was harmed," he said; the army said that its men had not fired. */
export function ownWords(r: Answering, a: Attribution): void {
  if (a.act === 'deny' || a.act === 'confirm' || !a.source) return;
  const { article } = r;
  const { tokens } = article;
  const { first } = article.sentences[r.index];
  for (const [x, y] of a.regions) {
    if (x < first || y > r.end) continue;
    let i = x;
    while (i < y && tokens[i].kind === 'mark') i++;
    if (i >= y) continue;
    const elsewhere = a.sentence !== r.index;
    if (elsewhere && !firstOfQuotation(r, a.source, i)) continue;
    const open = elsewhere || (i > x && (tokens[i - 1].text === '"' || tokens[i - 1].text === '“'));
    const words = article.lower(i, Math.min(y, i + 14));
    if ((open || REPLYING.has(a.lemma)) && deniesOutright(words, open, REPLYING.has(a.lemma)))
      add(r, 'denies', a.source, i, y, 'denial-own-words');
    else if (
      article.passes(r.index, NOT_SO) &&
      (NO_PART.test(words) ||
        undone(r, a.source, x, y) ||
        unharmed(r, a, open, article.lower(i - Number(tokens[i - 1]?.lower === 'only'), y)))
    )
      add(r, 'denies', a.source, i, y, 'denial-undone');
  }
}

/** Does token `i` stand in a quotation that has denied nothing yet? Its words of speaking may stand behind it: "We did not. …," he said. */
function firstOfQuotation({ article, before }: Answering, source: Speaker, i: number): boolean {
  const quotation = article.quotations.find((q) => q.first <= i && i < q.last);
  return (
    quotation !== undefined &&
    !before.some((d) => d.stance === 'denies' && d.first >= quotation.first && d.voice.source?.figure === source.figure)
  );
}

function firstWords(words: string, n: number): string {
  let end = -1;
  for (let i = 0; i < n; i++) {
    end = words.indexOf(' ', end + 1);
    if (end < 0) return words;
  }
  return words.slice(0, end);
}

/** Quoted or as a reply: "no", "never", "we did not", "a lie", "theirs, not ours". */
function deniesOutright(words: string, open: boolean, reply: boolean): boolean {
  const start = firstWords(words, 6);
  // "There were no casualties," the mayor said: that is a count, unless somebody has told of some
  if (UNHURT.test(start)) return false;
  // "Nobody came to help us," a farmer said: that denies nothing
  if (/^(?:nobody|no one|never)\b(?!["”,.])/.test(words)) return reply || happens(words);
  if (/^(?:no|not|none|nothing|neither)\b(?! (?:matter|doubt|longer|more|only))/.test(words)) return true;
  if (
    /^(?:there|it|that|this) (?:was|were|is|are|has been|have been|had been) (?:no|not|never|none|nothing)\b/.test(
      words,
    )
  )
    return true;
  if (OWN_WORDS.test(words) && !UNHEARD.test(words) && (happens(words) || NEGATIVE_FINDING.test(words))) return true;
  if (open && NOT_US.test(words)) return true;
  if (
    FALSE_WORDS.test(start) &&
    (reply || /^(?:that|this|it|a|an|pure|fabricated|nonsense|lies|baseless)\b/.test(words))
  )
    return true;
  return reply && (/\b(?:not|never|no|nothing)\b/.test(words) || /^(?:that|this) is\b/.test(words));
}

/** "its men had not fired", "it had struck nobody": whoever speaks says in one of its clauses that its own side has not done it. */
const undone = (r: Answering, source: Speaker, x: number, y: number): boolean =>
  r.cl.chunks.some((c) => c.verb?.form === 'finite' && c.first >= x && c.last <= y && isUndone(r, source, c, x));

function isUndone(r: Answering, source: Speaker, c: Chunk, x: number): boolean {
  const { article, cast, cl } = r;
  const v = c.verb!;
  if (isNoEvent(r, source, c)) return true;
  const subject = cl.subject(c.at);
  if (!subject || subject.first < x) return false;
  const words = article.lower(subject.first, c.first);
  const none = NONE.test(words);
  if (none && attacks(r, c) && source.figure.actor.side !== null) return true;
  const own = OF_OWN.test(words);
  if (!own && (v.modal || v.lemma === 'reach')) return false;
  const rest = wordsAfter(r, c, 4);
  const noObject = /^(?:no|nobody|nothing|none)\b/.test(rest.replace(/^(?:on|at|in) /, ''));
  const type = VERB_HAPPENINGS.get(v.lemma)?.type;
  if (!(none || v.negated || noObject) || !((type && VIOLENT.has(type)) || UNDONE.has(v.lemma))) return false;
  if (v.lemma === 'be' && !PRESENT.test(rest)) return false;
  const { side } = source.figure.actor;
  if (own) return true;
  if (!none && !v.passive) {
    if (OWN.has(article.tokens[subject.first].lower)) return true;
    const figure = cast.read(subject.first, subject.last, false);
    if (figure !== null && figure.actor.side !== null && figure.actor.side === side) return true;
  }
  const undergoer = v.passive ? subject : cl.object(c.at);
  return isAccused(r, source) || (type !== 'casualties' && undergoer !== null && isTold(r, source, undergoer));
}

/** "no such raid took place", "there had been no strike": what another has told of has not been. */
function isNoEvent(r: Answering, source: Speaker, c: Chunk): boolean {
  const { article, cl } = r;
  const v = c.verb!;
  const there = v.lemma === 'be' && isThere(r, c);
  const object = cl.object(c.at);
  const takes = v.lemma === 'take' && object !== null && cl.word(object) === 'place';
  if (!there && !takes && !TAKING_PLACE.has(v.lemma)) return false;
  const event = there ? object : cl.subject(c.at);
  const type = event && nounHappening(cl.tokens[event.head])?.type;
  if (!type || !VIOLENT.has(type)) return false;
  const words = article.lower(event.first, event.last);
  if (!NONE.test(words) && !(v.negated && !there)) return false;
  if (/\bsuch\b/.test(words) || isAccused(r, source)) return true;
  const told = r.before.findLast(
    (d) => r.index - d.sentence <= ACCUSED && VIOLENT.has(d.type) && d.stance === 'asserts' && d.modality === 'actual',
  );
  return !MANY.test(words) && told !== undefined && told.voice.source?.figure !== source.figure;
}

/** What attacks do. */
const TAKING_PLACE = new Set(['happen', 'occur']);
/** What goes on, or is more than the one that was told of: "there was no shelling overnight". */
const MANY = /(?:s|ing)$/;

/** How many sentences back an accusation may stand that somebody denies without naming it. */
const ACCUSED = 6;

/** Has somebody else told of violence by whoever speaks, or by its side? Then what it says was not so is a denial. */
const isAccused = ({ before, index }: Answering, { figure: { actor } }: Speaker): boolean =>
  before.some(
    (d) =>
      index - d.sentence <= ACCUSED &&
      d.stance === 'asserts' &&
      d.modality === 'actual' &&
      VIOLENT.has(d.type) &&
      d.filledActor !== null &&
      isOf(actor, d.filledActor) &&
      !(d.voice.source && isOf(d.voice.source.figure.actor, d.filledActor)),
  );

/** Has somebody else told of violence to what, by this noun, nothing was done: "no bus station had been hit"? */
function isTold({ before, index, article }: Answering, { figure }: Speaker, { head }: Chunk): boolean {
  const word = article.tokens[head].lower;
  return before.some((d) => {
    if (index - d.sentence > ACCUSED || !VIOLENT.has(d.type) || d.voice.source?.figure === figure) return false;
    const { first, last } = article.sentences[d.sentence];
    return article.tokens.slice(first, last).some((t) => t.lower === word);
  });
}

/** Is somebody of the same side as another or, where neither has one, does the name hold the other's ("a spokesman for the army")? */
const isOf = (actor: Pick<Actor, 'name' | 'side'>, other: Pick<Actor, 'name' | 'side'>): boolean =>
  other.side === null ? actor.name.includes(other.name) : actor.side === other.side;

/** "none of its units", "no mortar", "not a single shell". */
const NONE = /^(?:none of (?:its|their|his|our)|no|not one|not a single)\b/;
/** Of these, those that are the speaker's own. */
const OF_OWN =
  /^(?:none|not one|not a single one) of (?:its|their|his|our)\b|^(?:no|not one|not a single) \w+ of (?:its|their|the (?:group|movement|army|force|organi[sz]ation))\b/;
const OWN = new Set('it they he she we its their his her our'.split(' '));
/** Where one was not, who was not there, or what one has no part in. */
const PRESENT = /^(?:present|there|operating|involved|responsible|behind|(?:in|at|near|inside) the\b)/;

/** Does the verb at `c` say that somebody attacks, or that weapons are fired? */
function attacks({ article, cl }: Answering, c: Chunk): boolean {
  const v = c.verb!;
  if (v.lemma === 'open') return article.lower(c.last, c.last + 1) === 'fire';
  const subject = cl.subject(c.at)!;
  const happening = VERB_HAPPENINGS.get(v.lemma);
  if (!v.passive) return happening?.type === 'attack' || (UNDONE.has(v.lemma) && v.lemma !== 'be');
  return happening?.object?.weapon === 'launched' && itemOf(cl.tokens[subject.head].lower, false)?.sort === 'weapon';
}

/** Those who answer in their own words for what was done, though nobody knows for which side. */
const OFFICIAL: ReadonlySet<PartyKind> = new Set([
  'official',
  'institution',
  'military',
  'armed-group',
  'state',
] as const);

/** "no civilians were targeted", when somebody else has claimed that people were hurt, or the speaker insists. */
function unharmed(r: Answering, a: Attribution, quoted: boolean, words: string): boolean {
  const { side, kind, place } = a.source!.figure.actor;
  // the governor of a region tells of his own, not against what was said of another
  const answers = (side !== null || (quoted && OFFICIAL.has(kind))) && !place;
  if (!UNHARMED.test(words) || !(INSISTING.has(a.lemma) || answers)) return false;
  return r.before.some(
    (d) =>
      r.index - d.sentence <= 4 &&
      d.voice.source?.figure !== a.source!.figure &&
      d.type === 'casualties' &&
      d.item !== 'soldier' &&
      d.item !== 'fighter' &&
      d.quantity?.high !== 0 &&
      d.stance === 'asserts',
  );
}

function happens(words: string): boolean {
  for (const w of words.split(' ').slice(1, 9))
    if (
      VERB_HAPPENINGS.has(w) ||
      VERB_HAPPENINGS.has(w.replace(/(?:ed|s|ing)$/, '')) ||
      VERB_HAPPENINGS.has(w.replace(/d$/, ''))
    )
      return true;
  return /\b(?:struck|shot|hit|sent|fired|killed|bomb|engage|own|happen|touched|targeted|operate|present|there|captivity|custody|prisoners|hostages)\b/.test(
    words,
  );
}
