import type { Sentence } from '../../extract/sentences.ts';
import type { Token, VerbForm } from '../../extract/tokens.ts';
import { gate, type Table } from './gates.ts';
import { itemOf } from './items.ts';
import { FORM, VERBS } from './verbs.ts';
import * as W from './words.ts';

/**
 * Parts of speech, Penn-like but fewer: DT determiner, PP$ possessive pronoun, PR pronoun, IN preposition, TO before an infinitive,
 * CC and/or/but, SC subordinator, WH relative or question word, MD modal, BE HV DO auxiliaries or copula, NEG, RB adverb, JJ adjective,
 * NN noun, NP name, CD number, TM time expression, POS possessive 's, VB VBZ VBD VBN VBG verb forms, CM comma, PU other marks, QT quote mark.
 */
export type Pos =
  | 'DT'
  | 'PP$'
  | 'PR'
  | 'IN'
  | 'TO'
  | 'CC'
  | 'SC'
  | 'WH'
  | 'MD'
  | 'BE'
  | 'HV'
  | 'DO'
  | 'NEG'
  | 'RB'
  | 'JJ'
  | 'NN'
  | 'NP'
  | 'CD'
  | 'TM'
  | 'POS'
  | 'VB'
  | 'VBZ'
  | 'VBD'
  | 'VBN'
  | 'VBG'
  | 'CM'
  | 'PU'
  | 'QT';

/** Verbs that, without an object, are participles after a noun: "12 people killed in the raid", "five wounded". */
const TRANSITIVE = new Set(
  'kill wound injure hurt destroy damage capture detain arrest intercept displace kidnap abduct evacuate maim hit take behead execute murder hospitalise hospitalize recover seize free release rescue bury trap exchange repatriate deploy identify launch fire shoot aim bomb shell torch burn loot damage uproot ransack eliminate liquidate neutralise neutralize treat bury martyr station trap hold send drop detonate attack ambush abandon torture storm raid pull drag dig jail mow load reduce blow wipe flatten raze gut level demolish wreck sink overrun recapture retake'.split(
    ' ',
  ),
);

/** Verbs that stand without an object as a matter of course: after a noun their past is the clause's own verb. */
const INTRANSITIVE = new Set(
  'die arrive perish succumb occur happen remain continue collapse explode erupt emerge appear surrender retreat advance crash land react respond reply agree belong exist expire vanish disappear'.split(
    ' ',
  ),
);

const QUOTES = new Set(['"', "''", '``', '“', '”', '«', '»', '„', '‘', '’', "'"]);
const NOUN_ADJ = new Set([
  'military',
  'official',
  'civilian',
  'rebel',
  'terrorist',
  'general',
  'public',
  'executive',
  'principal',
]);

const FINITE: ReadonlySet<Pos> = new Set(['MD', 'BE', 'HV', 'DO', 'VBZ', 'VBD', 'VB']);
export const isVerb = (p: Pos): boolean => p === 'VB' || p === 'VBZ' || p === 'VBD' || p === 'VBN' || p === 'VBG';
/** Is a word of one of these classes (see `words.ts`)? */
const is = (token: Token | undefined, classes: number): boolean =>
  token !== undefined && (token.word.classes & classes) !== 0;
/** The known verb that a word may be a form of. */
const verbOf = (token: Token | undefined): VerbForm | undefined => (is(token, W.VERB) ? token!.word.verb : undefined);
const isNominal = (p: Pos | undefined): boolean => p === 'NN' || p === 'NP' || p === 'PR' || p === 'CD';

/**
 * Tags the tokens of one sentence into `pos` (indexed like `tokens`). Tokens that are already tagged CD or TM (numbers and times, read
 * before) keep it. One pass to the right with a look at two neighbours: linear.
 */
export function tag(tokens: readonly Token[], sentence: Sentence, pos: Pos[], common: ReadonlySet<string>): void {
  const { first, last } = sentence;
  for (let i = first; i < last; i++) {
    if (pos[i]) continue;
    pos[i] = one(tokens, i, first, last, pos, common);
  }
  for (let i = first; i < last; i++) if (pos[i] === 'SC') finiteBehind(tokens, pos, i, last);
  // a sentence without a finite verb has taken it for a participle: "The rebels attacked at dawn."
  for (let i = first; i < last; i++) if (FINITE.has(pos[i])) return;
  for (let i = first; i < last; i++) {
    if (pos[i] !== 'VBN' || !isNominal(pos[i - 1]) || i === first || !((tokens[i].word.verb?.bits ?? 0) & FORM.past))
      continue;
    if (pos[i - 1] !== 'CD' && tokens[last - 1].text === '.') pos[i] = 'VBD';
    return;
  }
}

/** "concedes that a conscript fired without an order": a clause that a subordinator opens has a finite verb, though it looked like a participle. */
function finiteBehind(tokens: readonly Token[], pos: Pos[], at: number, last: number): void {
  let verb = -1;
  for (let i = at + 1; i < last && pos[i] !== 'CM' && pos[i] !== 'PU' && pos[i] !== 'SC' && pos[i] !== 'WH'; i++) {
    if (FINITE.has(pos[i])) return;
    const past = pos[i] === 'VBN' && ((tokens[i].word.verb?.bits ?? 0) & FORM.past) !== 0;
    if (past && verb < 0 && isNominal(pos[i - 1]) && pos[i - 1] !== 'CD') verb = i;
  }
  if (verb > 0) pos[verb] = 'VBD';
}

/** Nouns that are verbs of speaking where a subject of their own closes the sentence. */
const CLOSING_CUES = new Set(['claims', 'reports', 'states', 'estimates', 'counters']);

/** Does nothing but one noun phrase stand between the word at `i` and a comma or quotation mark before it? */
function afterComma(tokens: readonly Token[], pos: readonly Pos[], i: number, first: number): boolean {
  let k = i - 1;
  while (k > first && (isNominal(pos[k]) || PHRASE.has(pos[k]))) k--;
  return k < i - 1 && k >= first && /^[,"”]$/.test(tokens[k].text);
}
const UNNAMED = new Set(['others', 'more', 'dead', 'wounded', 'injured', 'killed']);

/** Is the mark at `i` one of the brackets of "killed (12) civilians", in which Arab papers write all numbers? */
function bracketed(tokens: readonly Token[], pos: readonly Pos[], i: number): boolean {
  const open = tokens[i].text === '(' ? i : i - 2;
  if (tokens[open]?.text !== '(' || tokens[open + 1]?.kind !== 'number' || tokens[open + 2]?.text !== ')') return false;
  const noun = tokens[open + 3];
  return (
    noun?.kind === 'word' && pos[open - 1] !== 'CD' && (UNNAMED.has(noun.lower) || itemOf(noun.lower, false) !== null)
  );
}

/** What takes a noun phrase and no clause: "answered with air strikes that", "rejected media reports that". */
const GOVERNING: ReadonlySet<string> = new Set(
  'with by denied denies rejected rejects dismissed dismisses refuted refutes rubbished disputed disputes'.split(' '),
);

/** Stands the noun phrase that goes on with the word at `i` under a word that no clause follows? */
function isGoverned(tokens: readonly Token[], pos: readonly Pos[], i: number, first: number): boolean {
  let k = i - 1;
  while (k > first && (isNominal(pos[k]) || PHRASE.has(pos[k]))) k--;
  return k >= first && GOVERNING.has(tokens[k].lower);
}

const PHRASE: ReadonlySet<Pos> = new Set(['DT', 'PP$', 'JJ', 'POS'] as const);

function one(
  tokens: readonly Token[],
  i: number,
  first: number,
  last: number,
  pos: Pos[],
  common: ReadonlySet<string>,
): Pos {
  const token = tokens[i];
  if (token.kind === 'mark') {
    if (token.text === ',') return 'CM';
    if (bracketed(tokens, pos, i)) return 'CD';
    // "St. Petersburg", "Lt. Col. Smith": the stop of an abbreviation is a part of the name
    if (token.text === '.' && i + 1 < last && token.gap === 0 && pos[i - 1] === 'NP' && tokens[i + 1].capital)
      return 'NP';
    // a plural's possessive: "the drivers' union"
    if (
      (token.text === '’' || token.text === "'") &&
      token.gap === 0 &&
      i > first &&
      tokens[i - 1].lower.endsWith('s') &&
      tokens[i + 1]?.kind === 'word' &&
      tokens[i + 1].gap > 0 &&
      isNominal(pos[i - 1])
    )
      return 'POS';
    return QUOTES.has(token.text) ? 'QT' : 'PU';
  }
  if (token.kind === 'number') return 'CD';
  const word = token.lower;
  // "US says", at the head of a sentence too
  if (token.text === 'US') return 'NP';
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const before = back(tokens, pos, i, first);
  const prev = before >= first ? pos[before] : undefined;
  if (word === "'s" || word === '’s') {
    if (prev === 'PR' && !(next && next.kind === 'word' && !is(next, W.DETERMINERS) && !is(next, W.VERB))) return 'BE';
    return prev === 'PR' || prev === 'WH' ? 'BE' : 'POS';
  }
  const initial =
    i === first || (pos[i - 1] === 'QT' && (i - 1 === first || pos[i - 2] === 'CM' || pos[i - 2] === 'PU'));
  if (token.capital && !initial) {
    if (word === 'i') return 'PR';
    if (
      token.text.length > 1 &&
      is(token, W.CLOSED) &&
      token.text !== token.text.toUpperCase() &&
      !(next?.capital && pos[i - 1] === 'NP')
    ) {
      const c = closedTag(tokens, i, last, word, prev, pos[i + 1]);
      if (c && c !== 'DT') return tokens[i - 1]?.capital && next?.capital ? 'NP' : c;
      if (c) return next?.capital && prev === 'NP' ? 'NP' : 'DT';
    }
    return 'NP';
  }
  // "IS claimed the attack"
  if (token.text === 'IS' && initial && next && next.text !== next.text.toUpperCase()) return 'NP';
  const c = (token.word.gates & GRAMMAR) === 0 ? null : closedTag(tokens, i, last, word, prev, pos[i + 1]);
  if (c) return c;
  if (is(token, W.NEGATIONS)) return 'NEG';
  if (token.capital && initial && !is(token, W.CLOSED) && !common.has(word)) {
    // an unknown word that begins a sentence: a name, unless its form is plainly a verb's or an adverb's
    const v = verbOf(token);
    if (is(token, W.ADVERBS) || word.endsWith('ly')) return 'RB';
    // "Citing residents, the agency said"
    if (word === 'citing' || word === 'quoting') return 'VBG';
    if (v && v.bits & FORM.ing && !is(token, W.NOUNS_ING))
      return next &&
        (is(next, W.PREPOSITIONS) || is(next, W.DETERMINERS) || next.kind === 'number' || next.capital) &&
        !(next.lower === 'of')
        ? 'VBG'
        : 'NN';
    if (v && v.bits & FORM.participle && !is(token, W.NOUN_FIRST))
      return next && (is(next, W.PREPOSITIONS) || next.lower === 'by') ? 'VBN' : 'JJ';
    if (is(token, W.ADJECTIVES)) return 'JJ';
    if (is(token, W.NOUN_FIRST) || v || is(token, W.ENDS_NOUN) || /s$/.test(word)) return 'NN';
    return 'NP';
  }
  return open(tokens, i, first, last, pos, word, prev);
}

/** Words that may have a tag by themselves. */
const GRAMMAR = gate(
  { has: (word) => (W.classesOf(word) & (W.CLOSED | W.POSSESSIVES | W.WH)) !== 0 },
  W.list("there n't away back down up out off"),
);

function closedTag(
  tokens: readonly Token[],
  i: number,
  last: number,
  word: string,
  prev: Pos | undefined,
  following?: Pos,
): Pos | null {
  const token = tokens[i];
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const after = next?.lower ?? '';
  if (word === 'to') {
    // "according to police"
    if (tokens[i - 1]?.lower === 'according') return 'IN';
    const v = verbOf(next);
    if (is(next, W.ADVERBS) || after === 'not' || after.endsWith('ly')) return is(tokens[i + 2], W.VERB) ? 'TO' : 'IN';
    return (v && v.bits & FORM.base && !next?.capital) || after === 'be' || after === 'have' || after === 'do'
      ? 'TO'
      : 'IN';
  }
  if (word === 'that') {
    // "said that "the rebels attacked""
    if (next && QUOTES.has(next.text) && isVerb(prev ?? 'NN')) return 'SC';
    if (!next || next.kind === 'mark') return 'DT';
    if (prev === 'IN' || prev === 'TO') return 'DT';
    if (following === 'CD' || following === 'TM') return 'SC';
    if (after === 'to' && prev !== 'NN' && isVerb(prev ?? 'NN')) return 'DT';
    // "the group that first reported the strike"
    const behind = verbOf(tokens[i + 2]);
    if (prev === 'NN' && (after === 'first' || is(next, W.ADVERBS)) && behind && behind.bits & FORM.past) return 'SC';
    const singular =
      next.kind === 'word' &&
      !next.capital &&
      !is(next, W.CLOSED) &&
      !/s$/.test(after) &&
      !((verbOf(next)?.bits ?? 0) & (FORM.past | FORM.s)) &&
      !is(next, W.ADJECTIVES) &&
      !/(?:ly|ed|ing)$/.test(after);
    if (singular && after !== 'people' && after !== 'troops') return 'DT';
    return 'SC';
  }
  if (is(token, W.POSSESSIVES) && word !== 'her') return word === 'whose' ? 'WH' : 'PP$';
  if (word === 'her')
    return next && next.kind === 'word' && !is(next, W.CLOSED) && !next.capital ? 'PP$' : next?.capital ? 'PP$' : 'PR';
  if (is(token, W.BE)) return 'BE';
  if (is(token, W.HAVE)) return word === "'d" && isBare(next) ? 'MD' : 'HV';
  if (is(token, W.DO)) return 'DO';
  if (is(token, W.MODALS)) return word === 'may' && tokens[i].capital && next?.kind === 'number' ? null : 'MD';
  if (is(token, W.CONJUNCTIONS)) return word === 'yet' || word === 'nor' ? 'RB' : 'CC';
  if (is(token, W.WH)) return word === 'when' || word === 'where' || word === 'why' || word === 'how' ? 'SC' : 'WH';
  if (word === 'not' || word === "n't" || word === 'never') return 'NEG';
  if (word === 'no' || word === 'neither' || word === 'none' || word === 'nobody' || word === 'nothing')
    return is(token, W.PRONOUNS) ? 'PR' : 'DT';
  if (word === 'as' || word === 'than' || word === 'like') return 'IN';
  if (word === 'since' && prev === 'HV') return 'RB';
  if (word === 'before' || word === 'after' || word === 'since' || word === 'until' || word === 'till') return 'IN';
  if (is(token, W.SUBORDINATORS) && word !== 'so' && word !== 'once') return 'SC';
  if (word === 'there') return is(next, W.BE) ? 'PR' : 'RB';
  if (
    (word === 'down' ||
      word === 'up' ||
      word === 'out' ||
      word === 'off' ||
      word === 'over' ||
      word === 'through' ||
      word === 'around' ||
      word === 'by' ||
      word === 'about' ||
      word === 'near' ||
      word === 'past') &&
    (!next || next.kind === 'mark')
  )
    return 'RB';
  if (
    (word === 'down' || word === 'up' || word === 'out' || word === 'off' || word === 'away' || word === 'back') &&
    (prev === 'VBN' || prev === 'VBD' || prev === 'VBG' || prev === 'VB' || prev === 'VBZ')
  )
    return 'RB';
  if (is(token, W.PREPOSITIONS)) return 'IN';
  if (is(token, W.DETERMINERS)) return 'DT';
  // "US drones", not "us"; "a naval mine", not "a friend of mine"
  if (word === 'mine' && tokens[i - 1]?.lower !== 'of') return null;
  if (is(token, W.PRONOUNS) && token.text !== 'US') return 'PR';
  return null;
}

/** Is a word a verb that can be no past: "they'd say", not "they'd said"? */
function isBare(token: Token | undefined): boolean {
  const bits = token ? (VERBS.get(token.lower)?.bits ?? 0) : 0;
  return token?.lower === 'be' || ((bits & FORM.base) !== 0 && (bits & (FORM.past | FORM.participle)) === 0);
}

const QUARTERS: ReadonlySet<string> = new Set([
  'north',
  'south',
  'east',
  'west',
  'northeast',
  'northwest',
  'southeast',
  'southwest',
]);

/** The longest parenthesis, in tokens, that a verb's subject is looked for behind: "the Kachin Independence Army (KIA) said". */
const PARENTHESIS = 6;

/** The index of the nearest tagged token to the left that is no adverb, negation, quote mark or short parenthesis; first - 1 if none. */
function back(tokens: readonly Token[], pos: readonly Pos[], i: number, first: number): number {
  let j = i - 1;
  while (j >= first && (pos[j] === 'RB' || pos[j] === 'NEG' || pos[j] === 'QT')) j--;
  if (j >= first && tokens[j].text === ')')
    for (let k = j - 1; k > first && k >= j - PARENTHESIS; k--) if (tokens[k].text === '(') return k - 1;
  return j;
}

const UNDONE: Table = { has: (word) => /^un\w{4,}ed$/.test(word) && !VERBS.has(word) };
/** Participles that before a noun say where it lies, or whose friend it is. */
const AROUND = new Set(['surrounding', 'neighbouring', 'neighboring', 'outlying', 'adjoining', 'allied', 'affiliated']);
const ARMED = W.list('armed armoured armored');
/** Words of which more is known than their form tells. */
const SPECIAL = gate(UNDONE, ARMED, QUARTERS, AROUND, W.list('enemy suspected aged'));

function specialTag(word: string, prev: Pos | undefined, next: Token | undefined): Pos | null {
  if (UNDONE.has(word)) return 'JJ';
  const stops = !next || next.kind === 'mark';
  // "the enemy hit", not "the enemy dead"
  if (word === 'enemy' && (stops || is(next, W.CLOSED | W.VERB))) return 'NN';
  if (word === 'armed' && next?.lower === 'with') return 'VBN';
  // "In the east, rebels", not "the east bank"
  if (QUARTERS.has(word) && prev === 'DT' && stops) return 'NN';
  const noun = next?.kind === 'word' && !is(next, W.CLOSED);
  // "two women, aged 56 and 40, were"
  if (word === 'aged' && (next?.kind === 'number' || next?.lower === 'between')) return 'JJ';
  // "suspected militants", who need nobody that suspects
  if (word === 'suspected' && !isNominal(prev) && noun) return 'JJ';
  // "Goma and surrounding villages"
  if (AROUND.has(word) && prev === 'CC' && noun && !next.capital) return 'JJ';
  // "armed men", "armed forces"
  return ARMED.has(word) && noun && !next.capital ? 'JJ' : null;
}

function open(
  tokens: readonly Token[],
  i: number,
  first: number,
  last: number,
  pos: Pos[],
  word: string,
  prev: Pos | undefined,
): Pos {
  const token = tokens[i];
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const after = next?.lower ?? '';
  const special = (token.word.gates & SPECIAL) === 0 ? null : specialTag(word, prev, next);
  if (special) return special;
  const known = is(token, W.ADJ_ED_ING) ? W.VERB : W.VERBAL;
  const v = is(token, known) ? token.word.verb : undefined;
  const verbal = prev === 'TO' || prev === 'MD' || prev === 'DO';
  if (v && verbal && v.bits & FORM.base) return 'VB';
  // "one home was hit"; but "they went home"
  if (word === 'home' && (prev === 'DT' || prev === 'PP$' || prev === 'POS' || prev === 'JJ' || prev === 'CD'))
    return 'NN';
  if (is(token, W.ADVERBS) && !(v && isNominal(prev) && !/^(?:still|back|well|second|last)$/.test(word))) {
    if (
      is(token, W.ADJECTIVES) &&
      next &&
      next.kind === 'word' &&
      !is(next, W.CLOSED) &&
      (prev === 'DT' || prev === 'PP$' || prev === 'POS' || prev === 'JJ' || prev === 'IN' || prev === 'CD')
    )
      return 'JJ';
    return 'RB';
  }
  if (is(token, W.ENDS_LY)) return 'RB';
  const modified = prev === 'DT' || prev === 'PP$' || prev === 'JJ' || prev === 'POS' || prev === 'IN';
  if (v) {
    const adjacent = i > first ? pos[i - 1] : undefined;
    if (v.bits & FORM.ing && !(v.bits & FORM.past)) {
      // "by killing all 33", not "by the killing of"
      if (is(token, W.NOUNS_ING) && adjacent === 'IN' && next && (is(next, W.DETERMINERS) || next.kind === 'number'))
        return 'VBG';
      if (is(token, W.NOUNS_ING))
        return prev === 'BE' && !is(token, W.ADJ_ED_ING) && next && !isStop(after)
          ? 'VBG'
          : modified || prev === 'NP' || prev === 'NN' || !prev
            ? 'NN'
            : 'VBG';
      if (
        (adjacent === 'DT' || adjacent === 'PP$' || adjacent === 'CD' || adjacent === 'JJ' || adjacent === 'POS') &&
        next &&
        next.kind === 'word' &&
        !is(next, W.CLOSED)
      )
        return 'JJ';
      if (
        (adjacent === 'DT' || adjacent === 'PP$' || adjacent === 'JJ' || adjacent === 'POS') &&
        (after === 'of' || !next || next.kind === 'mark' || is(next, W.PREPOSITIONS))
      )
        return 'NN';
      if (adjacent === 'IN' && is(token, W.ADJ_ED_ING) && next && next.kind === 'word' && !is(next, W.CLOSED))
        return 'JJ';
      // "a bunker housing 30 officers"
      if (word === 'housing' && adjacent === 'NN' && objectFollows(tokens, i, last, pos)) return 'VBG';
      // "killed in police firing"
      if (word === 'firing' && adjacent === 'NN' && pos[i - 2] === 'IN' && !objectFollows(tokens, i, last, pos))
        return 'NN';
      if (prev === 'BE' && word === 'missing') return 'JJ';
      if (adjacent === 'CD' && word === 'missing') return 'JJ';
      return 'VBG';
    }
    if (v.bits & (FORM.past | FORM.participle)) {
      if (prev === 'HV' || prev === 'BE') return 'VBN';
      // "the dead included eight soldiers", "the wounded passed away"
      if (adjacent === 'JJ' && PEOPLE_BY_STATE.has(tokens[i - 1].lower)) {
        const people = tokens[i - 2]?.lower === 'the' && v.bits & FORM.past;
        if (counts(tokens, pos, i + 1) || (people && (INTRANSITIVE.has(v.lemma) || is(next, W.ADVERBS)))) return 'VBD';
      }
      // "most of them displaced civilians"
      const ofThem = tokens[i - 1]?.lower === 'them' && tokens[i - 2]?.lower === 'of' && next?.kind === 'word';
      if (ofThem && v.bits & FORM.participle && after.endsWith('s') && itemOf(after, false) !== null) return 'JJ';
      if (word === 'set' && (after === 'alight' || after === 'ablaze' || after === 'free')) return 'VBN';
      if (
        (adjacent === 'DT' || adjacent === 'PP$' || adjacent === 'POS' || adjacent === 'JJ') &&
        next &&
        next.kind === 'word' &&
        !is(next, W.CLOSED)
      )
        return is(token, W.NOUN_FIRST) && !is(token, W.ADJ_ED_ING) && v.bits & FORM.base ? 'NN' : 'JJ';
      // "this brought the number to 40"
      if (/^(?:this|that|these|those|both)$/.test(tokens[i - 1]?.lower ?? '') && objectFollows(tokens, i, last, pos))
        return 'VBD';
      if (adjacent === 'DT' || adjacent === 'PP$' || adjacent === 'POS') return 'NN';
      // "claimed coordinated raids"
      if (
        (adjacent === 'VBD' || adjacent === 'VBZ') &&
        after.endsWith('s') &&
        next &&
        is(next, W.NOUN_FIRST | W.NOUN_FIRST_S) &&
        !is(next, W.CLOSED)
      )
        return 'JJ';
      // "2,300 internally displaced persons", "the badly damaged bridge"
      if (
        adjacent === 'RB' &&
        i - 2 >= first &&
        /^(?:CD|DT|JJ|PP\$)$/.test(pos[i - 2]) &&
        tokens[i - 1].lower.endsWith('ly') &&
        next?.kind === 'word' &&
        !is(next, W.CLOSED)
      )
        return 'JJ';
      if (v.bits & FORM.base && is(token, W.NOUN_FIRST) && modified) return 'NN';
      if (adjacent === 'IN' && next && next.kind === 'word' && !is(next, W.CLOSED) && !(v.bits & FORM.base))
        return 'JJ';
      if (
        // "three armed men", "four JDAM guided bombs"
        (adjacent === 'CD' || (adjacent === 'NP' && pos[i - 2] === 'CD' && after.endsWith('s'))) &&
        (v.bits & FORM.participle) !== 0 &&
        ATTRIBUTIVE.test(word) &&
        next &&
        next.kind === 'word' &&
        !is(next, W.CLOSED) &&
        !next.capital &&
        (!is(next, W.VERB) || (after.endsWith('s') && is(next, W.NOUN_FIRST_S))) &&
        !is(next, W.ADVERBS) &&
        !/^(?:taken|held|set|made|left|led|brought|received|suffered|sustained|lost)$/.test(word)
      )
        return 'JJ';
      if (v.bits & FORM.base && !isNominal(prev) && prev !== 'WH') return modified ? 'NN' : 'VB';
      if (v.bits & FORM.base && prev === 'NN' && is(token, W.NOUN_FIRST) && !objectFollows(tokens, i, last, pos))
        return 'NN';
      if (!(v.bits & FORM.participle)) return 'VBD';
      if (!(v.bits & FORM.past)) return 'VBN';
      // "12 people reported killed": they have reported nothing
      if (REPORTED.has(v.lemma) && PEOPLE_BY_STATE.has(after) && isPlural(tokens[i - 1])) return 'VBN';
      // "said by phone" is no passive; "a raid said to have killed ten" and "carried on Friday by" are
      if (v.lemma === 'say') return after === 'to' && /^(?:be|have)$/.test(tokens[i + 2]?.lower ?? '') ? 'VBN' : 'VBD';
      if (after === 'by' || (after === 'on' && tokens[i + 3]?.lower === 'by' && i + 3 < last)) return 'VBN';
      if (INTRANSITIVE.has(v.lemma)) return 'VBD';
      if (prev === 'CM' || prev === 'CC')
        return objectFollows(tokens, i, last, pos) || after === 'that'
          ? 'VBD'
          : TRANSITIVE.has(v.lemma)
            ? 'VBN'
            : 'VBD';
      // "they shot down most", "that it shot down most": a pronoun that can only be a subject
      if (
        prev === 'PR' &&
        (/^(?:he|she|they|we)$/.test(tokens[i - 1]?.lower ?? '') ||
          (tokens[i - 1]?.lower === 'it' && /^(?:that|and|but|said|says|,)$/.test(tokens[i - 2]?.lower ?? ',')))
      )
        return 'VBD';
      // "gunmen shot and killed a guard"
      if (after === 'and' && tokens[i + 2] && objectFollows(tokens, i + 2, last, pos)) {
        const second = verbOf(tokens[i + 2]);
        if (second && second.bits & FORM.past) return 'VBD';
      }
      // "who did not want her name published"
      if (
        prev === 'NN' &&
        pos[i - 2] === 'PP$' &&
        (tokens[i - 3]?.lower === 'want' || tokens[i - 3]?.lower === 'wanted')
      )
        return 'VBN';
      // "when the army hit back", "the drones that the militia sent"
      if (isNominal(prev) && (after === 'back' || inObjectRelative(tokens, pos, i, first))) return 'VBD';
      // "after troops fired across the river": only weapons are fired
      if (v.lemma === 'fire' && prev === 'NN' && itemOf(tokens[i - 1].lower, false)?.sort === 'person') return 'VBD';
      if (isNominal(prev) || prev === 'TM')
        return TRANSITIVE.has(v.lemma) && !objectFollows(tokens, i, last, pos) ? 'VBN' : 'VBD';
      return prev === 'WH' || prev === 'SC' ? 'VBD' : objectFollows(tokens, i, last, pos) ? 'VBD' : 'VBN';
    }
    const noun = is(token, W.NOUN_FIRST) || (v.bits === FORM.s && is(token, W.NOUN_FIRST_S));
    if (v.bits & FORM.s) {
      if (prev === 'WH') return 'VBZ';
      // "the army now claims", "the video also shows"
      if (adjacent === 'RB' && isNominal(prev) && prev !== 'CD') return 'VBZ';
      // "this brings the number to 40"
      if (/^(?:this|that)$/.test(tokens[i - 1]?.lower ?? '') && next && is(next, W.DETERMINERS)) return 'VBZ';
      // "…, the World Food Programme reports."
      if (prev === 'NP' && word === 'reports' && after === '.') return 'VBZ';
      // "claiming lives", "suffered burns"
      if (pos[i - 1] === 'VBG' || pos[i - 1] === 'VBD') return 'NN';
      if (modified || (prev === 'CD' && (noun || pos[i - 1] === 'CD'))) return 'NN';
      // "all of them rebels", "he rebels"
      if (prev === 'PR')
        return /^(?:them|us|him)$/.test(tokens[back(tokens, pos, i, first)].lower) && noun ? 'NN' : 'VBZ';
      if (isNominal(prev) || prev === 'TM' || prev === 'CM' || prev === 'RB') {
        if (!noun) return 'VBZ';
        // "…, Kowalenko claims.", "…, the refugee agency estimates."
        if ((!next || isStop(after)) && CLOSING_CUES.has(word) && afterComma(tokens, pos, i, first)) return 'VBZ';
        // "answered with air strikes that killed two"
        if (after === 'that' && isGoverned(tokens, pos, i, first)) return 'NN';
        return after === 'that' ||
          after === 'it' ||
          after === 'he' ||
          after === 'they' ||
          // "the group claims to have killed", "the general plans to leave"
          (after === 'to' && (tokens[i + 2]?.lower === 'have' || (isBare(tokens[i + 2]) && INTENDING.has(v.lemma)))) ||
          // "the film documents how"
          after === 'how' ||
          after === 'whether' ||
          (next &&
            (is(next, W.DETERMINERS) ||
              next.kind === 'number' ||
              (QUOTES.has(next.text) && next.gap > 0) ||
              pos[i + 1] === 'CD')) ||
          (prev === 'NP' &&
            !/^(?:on|in|at|to|about|from|with|along|near|across|around|outside|inside|between|against|before)$/.test(
              after,
            ) &&
            next !== undefined &&
            !is(next, W.MODALS | W.HAVE | W.DO) &&
            next.kind === 'word' &&
            // "hit Hamas targets overnight"
            pos[i + 1] !== 'TM' &&
            !is(next, W.VERB) &&
            !is(next, W.BE) &&
            !is(next, W.CONJUNCTIONS))
          ? 'VBZ'
          : 'NN';
      }
      if (prev === 'CC') return noun ? 'NN' : 'VBZ';
      return noun ? 'NN' : 'VBZ';
    }
    // a bare base form
    if (prev === 'PR') return tokens[back(tokens, pos, i, first)]?.lower === 'one' ? 'NN' : 'VB';
    if (modified) {
      if (prev === 'JJ' || prev === 'DT' || prev === 'PP$' || prev === 'POS')
        return noun || !is(token, W.ADJECTIVES) ? 'NN' : 'JJ';
      return is(token, W.ADJECTIVES) ? 'JJ' : 'NN';
    }
    if (is(token, W.ADJECTIVES)) return 'JJ';
    // "11 remain in hospital"
    if (prev === 'CD') return INTRANSITIVE.has(v.lemma) && !noun ? 'VB' : 'NN';
    // "residents, who fear that"
    if (prev === 'WH' && (!noun || tokens[i - 1]?.lower === 'who')) return 'VB';
    if (isNominal(prev)) {
      // "residents of Martuni say"
      if (word === 'say' && prev === 'NP') return 'VB';
      // "claims by the military bring the number to 40"
      if (tokens[i - 1]?.lower === 'military' && !noun && is(next, W.DETERMINERS)) return 'VB';
      const several =
        isPlural(tokens[back(tokens, pos, i, first)]) ||
        ((!noun || after === 'that' || is(next, W.DETERMINERS)) && heldBySeveral(tokens, pos, i, first));
      return several &&
        (!noun ||
          after === 'that' ||
          (after === 'to' && is(tokens[i + 2], W.VERB)) ||
          (next && (is(next, W.DETERMINERS) || pos[i + 1] === 'CD' || QUOTES.has(next.text))))
        ? 'VB'
        : 'NN';
    }
    return noun ? 'NN' : 'VB';
  }
  if (is(token, W.ADJECTIVES)) {
    // "in a single grave."
    const ends = (prev === 'CD' || prev === 'DT') && (!next || next.kind === 'mark');
    return ends && itemOf(word, false) ? 'NN' : 'JJ';
  }
  if (NOUN_ADJ.has(word)) return 'NN';
  if (is(token, W.ADJ_ED_ING)) return 'JJ';
  if (is(token, W.ENDS_ED) && word.length > 4) {
    if (is(token, W.HYPHENED)) return 'JJ';
    if (prev === 'BE' || prev === 'HV') return 'VBN';
    if (modified) return 'JJ';
    return isNominal(prev) ? 'VBD' : 'VBN';
  }
  if (is(token, W.ENDS_ING) && word.length > 5 && !is(token, W.HYPHENED) && !is(token, W.ENDS_NOUN))
    return modified ? 'NN' : 'VBG';
  if (
    is(token, W.HYPHENED) &&
    /(?:led|run|held|backed|based|born|owned|built|old|range|wing|scale|controlled|occupied|made|linked|flagged|guided|speaking|level|profile|storey|year|day|hour|month|week|mile|kilometre)$/.test(
      word,
    )
  )
    return 'JJ';
  if (is(token, W.ENDS_ADJECTIVE) && next && next.kind === 'word' && !is(next, W.CLOSED)) return 'JJ';
  if (is(token, W.ENDS_AL) && next && next.kind === 'word' && !is(next, W.CLOSED) && !is(next, W.VERB)) return 'JJ';
  return 'NN';
}

const isStop = (w: string): boolean => w === '.' || w === ',' || w === ';' || w === '?' || w === '!';

/** Verbs of intending: "the general plans to leave" is said far oftener than "the peace plans to end it all". */
const INTENDING = new Set(['plan', 'hope', 'vow', 'aim', 'threaten', 'claim', 'promise', 'need', 'pledge']);

/** Participles that stand before a noun: "three armed men", not "three sought refuge". */
const ATTRIBUTIVE = /(?:ed|en|wn|rnt|lt|nk|rn)$/;

/** States that "the" makes people of. */
const PEOPLE_BY_STATE = new Set(['dead', 'wounded', 'injured', 'missing', 'displaced', 'killed']);

/** Verbs by which one of those states is told of people who have not said so. */
const REPORTED = new Set(['report', 'fear', 'believe', 'presume']);

/** Does a word look like the name of several? */
const isPlural = (token: Token | undefined): boolean =>
  /(?:[^au]s|men|people|troops|police|children)$/.test(token?.lower ?? '');

/** "partners on the ground report that 200 homes", "Mali and Niger oppose it": the phrase before `i` hangs on the name of several, of whom no verb has told yet. */
function heldBySeveral(tokens: readonly Token[], pos: readonly Pos[], i: number, first: number): boolean {
  if (tokens[i + 1]?.lower === 'that' && is(tokens[i + 2], W.VERB | W.BE | W.HAVE)) return false;
  let j = i - 1;
  while (j > first && (isNominal(pos[j]) || pos[j] === 'DT' || pos[j] === 'JJ' || pos[j] === 'PP$')) j--;
  const joined = tokens[j].lower === 'and' && isNominal(pos[j - 1]);
  if (!joined && (pos[j] !== 'IN' || !isPlural(tokens[j - 1]))) return false;
  for (let k = j - 2; k >= first && pos[k] !== 'SC'; k--)
    if (isVerb(pos[k]) || pos[k] === 'BE' || pos[k] === 'HV') return false;
  return true;
}

/** Does a number or an article stand at `i`? */
const counts = (tokens: readonly Token[], pos: readonly Pos[], i: number): boolean =>
  pos[i] === 'CD' || tokens[i]?.kind === 'number' || is(tokens[i], W.DETERMINERS);

/** Does the noun phrase before `i` stand behind a "which" or a noun's "that": then the verb is its own, and the object stands before? */
function inObjectRelative(tokens: readonly Token[], pos: readonly Pos[], i: number, first: number): boolean {
  let j = i - 1;
  while (j > first && (isNominal(pos[j]) || pos[j] === 'DT' || pos[j] === 'JJ' || pos[j] === 'PP$')) j--;
  return (
    j > first &&
    ((pos[j] === 'WH' && tokens[j].lower !== 'whose') || (tokens[j].lower === 'that' && isNominal(pos[j - 1])))
  );
}

/** Does an object plausibly begin right after token i? */
function objectFollows(tokens: readonly Token[], i: number, last: number, pos: readonly Pos[]): boolean {
  let j = i + 1;
  if (tokens[j]?.lower === 'since') return false;
  while (j < last && (is(tokens[j], W.ADVERBS) || QUOTES.has(tokens[j].text)) && j < i + 3) j++;
  if (j >= last) return false;
  const t = tokens[j];
  // "the number of soldiers killed this month"
  if (pos[j] === 'TM') return false;
  if (t.kind === 'number' || pos[j] === 'CD') return true;
  if (t.text === '(') return bracketed(tokens, pos, j);
  if (t.kind === 'mark') return t.text === '“' || t.text === '"' || t.text === '``' || t.text === "''";
  const w = t.lower;
  if (is(t, W.DETERMINERS) || is(t, W.PRONOUNS)) return true;
  // "captured IS territory": a name in capitals is no auxiliary
  if (t.text.length > 1 && t.text === t.text.toUpperCase()) return true;
  if (is(t, W.CLOSED)) return w === 'that' || w === 'about' || w === 'around' || w === 'over' || w === 'up';
  if (t.capital) return true;
  const v = verbOf(t);
  if (v && !is(t, W.NOUN_FIRST) && !is(t, W.ADJECTIVES) && !(v.bits & FORM.ing)) return false;
  return true;
}
