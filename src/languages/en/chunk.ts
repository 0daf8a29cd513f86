import type { Sentence } from '../../extract/sentences.ts';
import type { Token } from '../../extract/tokens.ts';
import { formed, gate, gatesOfLemma } from './gates.ts';
import { itemOf } from './items.ts';
import { isVerb, type Pos } from './tag.ts';
import { list, VERB } from './words.ts';

/** A run of tokens that belong together; `last` is exclusive, `head` the token that carries its meaning. */
export interface Chunk {
  kind: 'NP' | 'VG' | 'IN' | 'CC' | 'CM' | 'SC' | 'WH' | 'TM' | 'RB' | 'JJ' | 'QT' | 'PU';
  first: number;
  last: number;
  head: number;
  /** Its place among the sentence's chunks. */
  at: number;
  verb: VerbGroup | null;
}

/** A verb with its auxiliaries. */
export interface VerbGroup {
  lemma: string;
  /** "down" in "shot down", when it stands right behind. */
  particle: string | null;
  form: 'finite' | 'infinitive' | 'ing' | 'participle';
  passive: boolean;
  negated: boolean;
  /** "will", "could", "may" …; null without. */
  modal: string | null;
  /** A perfect ("has been hit"). */
  perfect: boolean;
  /** The gates that its lemma passes (see `gates.ts`). */
  gates: number;
}

const CONTRACTED = gate(formed(/(?:n't|cannot)$/));
const PARTICLES = new Set(['down', 'up', 'out', 'off', 'over', 'back', 'away', 'through', 'apart', 'in', 'on']);
const isModifier = (p: Pos): boolean => p === 'NN' || p === 'NP' || p === 'JJ' || p === 'CD';

/** Cuts the tagged tokens of a sentence into chunks, in order; every token is in exactly one. Linear. */
export function chunk(tokens: readonly Token[], sentence: Sentence, pos: readonly Pos[]): Chunk[] {
  const chunks: Chunk[] = [];
  const push = (kind: Chunk['kind'], first: number, last: number, head: number, verb: VerbGroup | null = null) => {
    chunks.push({ kind, first, last, head, at: chunks.length, verb });
    return last;
  };
  let i = sentence.first;
  while (i < sentence.last) {
    const p = pos[i];
    if (p === 'TM') {
      let j = i;
      while (j < sentence.last && pos[j] === 'TM') j++;
      // "Tuesday's mortar fire" is one noun phrase
      if (pos[j] === 'POS') {
        const last = nounPhrase(tokens, pos, j + 1, sentence.last);
        if (last > j + 1) {
          i = push('NP', i, last, headOf(pos, j + 1, last));
          continue;
        }
        j++;
      }
      i = push('TM', i, j, i);
      continue;
    }
    // "never happened" is one group, as "did not happen" is
    const never = p === 'NEG' && tokens[i].lower === 'never' && isVerb(pos[i + 1]);
    if (never || p === 'MD' || p === 'BE' || p === 'HV' || p === 'DO' || p === 'TO' || isVerb(p)) {
      const group = verbGroup(tokens, pos, i, sentence.last);
      if (group) {
        i = push('VG', i, group.last, group.head, group.verb);
        continue;
      }
    }
    const np = nounPhrase(tokens, pos, i, sentence.last);
    if (np > i) {
      i = push('NP', i, np, headOf(pos, i, np));
      continue;
    }
    if (p === 'NEG') {
      // of "not" and "never" all that no verb holds
      i = push('RB', i, i + 1, i);
      continue;
    }
    const kind: Chunk['kind'] =
      p === 'IN' || p === 'CC' || p === 'CM' || p === 'SC' || p === 'WH' || p === 'RB' || p === 'JJ' || p === 'QT'
        ? p
        : 'PU';
    i = push(kind, i, i + 1, i);
  }
  for (const c of chunks)
    if (sharesPerfect(chunks, c)) c.verb = { ...c.verb!, form: 'finite', passive: false, perfect: true };
  return chunks;
}

/** "has killed 900 people and driven 4,000 from their homes": the second participle has the auxiliary of the first, and an object. */
function sharesPerfect(chunks: readonly Chunk[], { at, first, last, verb }: Chunk): boolean {
  if (verb?.form !== 'participle' || last - first !== 1) return false;
  if (chunks[at - 1]?.kind !== 'CC' || chunks[at + 1]?.kind !== 'NP') return false;
  for (let i = at - 2; i >= 0; i--) {
    const c = chunks[i];
    if (c.verb) return c.verb.perfect && !c.verb.passive && c.verb.form === 'finite';
    if (c.kind === 'SC' || c.kind === 'WH' || c.kind === 'PU' || c.kind === 'QT') return false;
  }
  return false;
}

const headOf = (pos: readonly Pos[], first: number, last: number): number => {
  for (let i = last - 1; i >= first; i--) if (pos[i] === 'NN' || pos[i] === 'NP' || pos[i] === 'PR') return i;
  for (let i = last - 1; i >= first; i--) if (pos[i] !== 'DT') return i;
  return last - 1;
};

/** What somebody says or does with it stands right behind, its "that" left out. */
const SAYINGS = list(
  'figure figures claim claims charge charges allegation allegations accusation accusations assertion',
);

/** What stands behind a number that counts something. */
const COUNTED: ReadonlySet<Pos | undefined> = new Set(['NN', 'JJ', 'IN', 'VBN'] as const);

/** What stands behind the whole number: "about 30 soldiers". */
function behindNumber(pos: readonly Pos[], i: number): Pos | undefined {
  let k = i + 1;
  while (pos[k] === 'CD') k++;
  return pos[k];
}

/** "12 Russian and Belarusian soldiers", "dozens of Hamas and Islamic Jihad positions": two names before the noun that both describe, under one number. */
function ofTwoPeoples(tokens: readonly Token[], pos: readonly Pos[], first: number, and: number): boolean {
  let name = first;
  while (pos[name] === 'CD') name++;
  const counted = name > first || (tokens[first - 1]?.lower === 'of' && pos[first - 2] === 'CD');
  if (!counted || name >= and) return false;
  const last = tokens[and - 1].lower;
  // "12 Palestinians and Israeli soldiers" are two
  if (last.endsWith('s') && itemOf(last, true) !== null) return false;
  for (let k = name; k < and; k++) if (pos[k] !== 'NP') return false;
  let noun = and + 1;
  while (pos[noun] === 'NP') noun++;
  return noun > and + 1 && pos[noun] === 'NN';
}

/** Where a noun phrase that begins at `i` ends; `i` itself when none does. */
function nounPhrase(tokens: readonly Token[], pos: readonly Pos[], i: number, end: number): number {
  let j = i;
  let nominal = -1;
  if (pos[j] === 'PR') {
    // "all of them" is left to the caller; a pronoun stands alone
    return j + 1;
  }
  while (j < end) {
    const p = pos[j];
    if (p === 'DT' || p === 'PP$') {
      if (nominal >= 0 && pos[j - 1] !== 'POS') break;
      if (pos[j + 1] === 'PR' && tokens[j + 1].lower !== 'one' && tokens[j + 1].lower !== 'ones') break;
      j++;
    } else if (isModifier(p)) {
      // a number after a noun begins a new phrase ("by night 12 people"), save in names ("Unit 8200")
      if (
        p === 'CD' &&
        nominal >= 0 &&
        pos[nominal] !== 'CD' &&
        !(pos[nominal] === 'NP' && !COUNTED.has(behindNumber(pos, j)))
      )
        break;
      // "a figure Yerevan dismissed": whose verb comes behind
      if (p === 'NP' && pos[j - 1] === 'NN' && j > i && SAYINGS.has(tokens[j - 1].lower)) break;
      if (p !== 'JJ') nominal = j;
      j++;
    } else if (
      p === 'PR' &&
      (tokens[j].lower === 'one' || tokens[j].lower === 'ones' || tokens[j].lower === 'others') &&
      j > i
    ) {
      nominal = j;
      j++;
      break;
    } else if (p === 'POS' && nominal >= 0) {
      const next = pos[j + 1];
      if (
        next === undefined ||
        j + 1 >= end ||
        !(
          next === 'NN' ||
          next === 'NP' ||
          next === 'JJ' ||
          next === 'CD' ||
          next === 'RB' ||
          next === 'TM' ||
          next === 'QT'
        )
      ) {
        j++;
        break;
      }
      j++;
      nominal = -1;
      const more = nounPhrase(tokens, pos, j, end);
      return more > j ? more : j;
    } else if (p === 'RB' && (pos[j + 1] === 'JJ' || pos[j + 1] === 'CD') && nominal < 0 && j > i) j++;
    // "2,300 internally displaced persons"
    else if (p === 'RB' && pos[j - 1] === 'CD' && j > i && pos[j + 1] === 'JJ' && pos[j + 2] === 'NN') j++;
    else if (
      p === 'QT' &&
      j > i &&
      (nominal < 0 || pos[nominal] === 'CD') &&
      (pos[j + 1] === 'NN' || pos[j + 1] === 'JJ' || pos[j + 1] === 'NP') &&
      (tokens[j].gap > 0 || pos[j - 1] === 'CD')
    )
      j++;
    else if (p === 'CC' && tokens[j].lower === 'and' && pos[j - 1] === 'JJ' && pos[j + 1] === 'JJ') j++;
    else if (p === 'CC' && tokens[j].lower === 'and' && ofTwoPeoples(tokens, pos, i, j)) j++;
    else if (
      p === 'CM' &&
      nominal < 0 &&
      pos[j - 1] === 'JJ' &&
      pos[j + 1] === 'JJ' &&
      (pos[j + 2] === 'NN' || pos[j + 2] === 'JJ')
    )
      j++;
    else break;
  }
  if (nominal < 0) {
    // "the dead", "the wounded", "those": determiners and adjectives without a noun
    if ((pos[i] === 'DT' || (pos[i] === 'PP$' && pos[i + 1] === 'JJ')) && j > i) return j;
    if (pos[i] === 'JJ' && j > i) return i; // a predicate adjective
    return i;
  }
  // adjectives behind the last noun belong to what follows ("26 dead" keeps them: there the number is the noun)
  let last = nominal + 1;
  if (pos[nominal] === 'CD') while (last < j && pos[last] === 'JJ') last++;
  return last;
}

/** A verb group that begins at `i`: auxiliaries, adverbs between, the main verb, a particle. */
function verbGroup(
  tokens: readonly Token[],
  pos: readonly Pos[],
  i: number,
  end: number,
): { last: number; head: number; verb: VerbGroup } | null {
  let j = i;
  let head = -1;
  let modal: string | null = null;
  let negated = false;
  let perfect = false;
  let be = false;
  let infinitive = false;
  let finite = false;
  while (j < end) {
    const p = pos[j];
    if (p === 'MD') modal = tokens[j].lower;
    else if (p === 'TO') {
      if (head >= 0) break;
      infinitive = true;
    } else if (p === 'BE') {
      if (head >= 0 && pos[head] !== 'HV' && pos[head] !== 'BE') break;
      be = true;
      head = j;
    } else if (p === 'HV') {
      if (head >= 0) break;
      head = j;
      perfect = true;
    } else if (p === 'DO') {
      if (head >= 0) break;
      head = j;
    } else if (p === 'NEG') negated = true;
    else if (p === 'TM' && head >= 0 && pos[head] === 'HV' && pos[j + 1] === 'BE') {
      j++;
      continue;
    } else if (
      p === 'QT' &&
      head >= 0 &&
      (pos[head] === 'BE' || pos[head] === 'HV') &&
      j + 1 < end &&
      pos[j + 1] === 'VBN'
    ) {
      // had been "neutralised"
      j++;
      continue;
    } else if (p === 'RB') {
      // an adverb belongs to the group only when verb follows
      let k = j;
      while (k < end && (pos[k] === 'RB' || pos[k] === 'NEG')) k++;
      if (!(k < end && (isVerb(pos[k]) || pos[k] === 'BE' || pos[k] === 'HV' || pos[k] === 'TO'))) break;
      if (head >= 0 && isVerb(pos[head])) break;
    } else if (isVerb(p)) {
      if (head >= 0 && isVerb(pos[head])) break;
      if (head < 0 && (p === 'VBD' || p === 'VBZ')) finite = true;
      head = j;
      j++;
      break;
    } else break;
    j++;
  }
  if (head < 0) return null;
  // trailing adverbs and negations that no verb followed go back
  let last = Math.max(head + 1, j > head + 1 ? head + 1 : j);
  const main = pos[head];
  for (let k = i; k < head; k++)
    if (pos[k] === 'MD' || pos[k] === 'BE' || pos[k] === 'HV' || pos[k] === 'DO') finite = true;
  if (main === 'BE' || main === 'HV' || main === 'DO' || main === 'VB') finite = !infinitive;
  if ((tokens[i].word.gates & CONTRACTED) !== 0) negated = true;
  const { lemma, gates } = lemmaOf(tokens[head], main);
  if (main === 'BE' || main === 'HV') {
    // "was not": the negation right behind belongs here
    if (pos[head + 1] === 'NEG') {
      negated = true;
      last = head + 2;
    }
    perfect = false;
  }
  let particle: string | null = null;
  if (isVerb(main) && last < end && PARTICLES.has(tokens[last].lower)) {
    if (pos[last] === 'RB') {
      particle = tokens[last].lower;
      last++;
    } else if (tokens[last].lower === 'over' && /^(?:hand|take|turn|carry)$/.test(lemma)) {
      particle = 'over';
      last++;
    } else if (
      tokens[last].lower !== 'in' &&
      tokens[last].lower !== 'on' &&
      tokens[last].lower !== 'over' &&
      tokens[last].lower !== 'through'
    ) {
      particle = tokens[last].lower;
      last++;
    }
  }
  let group: VerbGroup['form'] = 'finite';
  if (infinitive && !(modal || (i < head && finite && pos[i] !== 'TO'))) group = 'infinitive';
  else if (main === 'VBG' && !be) group = 'ing';
  else if (main === 'VBN' && !be && !perfect) group = 'participle';
  else if (tokens[i].lower === 'being' || tokens[i].lower === 'having') group = 'ing';
  const passive = main === 'VBN' && (be || (!perfect && group === 'participle')) && isVerb(main);
  return {
    last,
    head,
    verb: { lemma, particle, form: group, passive, negated, modal, perfect, gates },
  };
}

/** The lemma of a main verb, as the tables have it or by its ending, and the gates that it passes. */
function lemmaOf({ lower, word }: Token, tag: Pos): { lemma: string; gates: number } {
  const auxiliary = AUXILIARIES[tag];
  if (auxiliary === undefined && (word.classes & VERB) !== 0) return word.verb!;
  const lemma = auxiliary ?? lower.replace(/(?:ing|ed)$/, '');
  return { lemma, gates: gatesOfLemma(lemma) };
}

const AUXILIARIES: Partial<Record<Pos, string>> = { BE: 'be', HV: 'have', DO: 'do' };
