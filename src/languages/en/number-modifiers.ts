import type { QuantityRelation } from '../../model/quantity.ts';
import { isDigit, skipSpace, type Word, wordAfter, wordBefore } from './cursor.ts';
import { AFTER, MODIFIERS, type Modifier, NUMBER_WORDS, PHRASE_ENDS, TAKES_PARTICLE } from './number-words.ts';

/** A word of the table's phrases; `entry` when a phrase ends here. Read from the number outwards. */
interface Node {
  next: Map<string, Node>;
  entry: Modifier | null;
}

function tree(entries: readonly Modifier[], words: (entry: Modifier) => string[]): Node {
  const root: Node = { next: new Map(), entry: null };
  for (const entry of entries) {
    let node = root;
    for (const word of words(entry)) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), entry: null }));
      node = next;
    }
    node.entry = entry;
  }
  return root;
}

const BEFORE_TREE = tree(MODIFIERS, (entry) => entry.words.split(' ').reverse());
const AFTER_TREE = tree(AFTER, (entry) => entry.words.split(' '));

/** What the words around a number make of it: `start` or `end` is where they reach. */
export interface Surround {
  at: number;
  sense: 'least' | 'most' | 'about' | null;
  words: string | null;
  relation: QuantityRelation | null;
}

function longest(
  root: Node,
  at: number,
  step: (at: number) => Word | null,
  edge: (word: Word) => number,
): { entry: Modifier; at: number } | null {
  let node = root;
  let found: { entry: Modifier; at: number } | null = null;
  let place = at;
  for (let word = step(place); word; word = step(place)) {
    const next = node.next.get(word.lower);
    if (!next) break;
    node = next;
    place = edge(word);
    if (node.entry) found = { entry: node.entry, at: place };
  }
  return found;
}

const STRENGTH = { least: 2, most: 2, about: 1 } as const;

/** Takes one phrase more into account: a bound is stronger than "about", the outer of two equals stands. */
function add(to: Surround, entry: Modifier, at: number): void {
  to.at = at;
  if (entry.relation) to.relation = entry.relation;
  if (entry.sense && STRENGTH[entry.sense] >= (to.sense ? STRENGTH[to.sense] : 0)) {
    to.sense = entry.sense;
    to.words = entry.words;
  }
}

// "at least another estimated 40": no more than a few phrases pile up
const MOST_PHRASES = 4;

/** The modifiers that stand right before `at`, outermost last. */
export function modifiersBefore(text: string, at: number, from: number): Surround {
  const found: Surround = { at, sense: null, words: null, relation: null };
  for (let i = 0; i < MOST_PHRASES; i++) {
    const phrase = longest(
      BEFORE_TREE,
      found.at,
      (place) => wordBefore(text, place, from),
      (word) => word.start,
    );
    if (!phrase || isParticle(text, phrase.entry.words, phrase.at, from)) break;
    add(found, phrase.entry, phrase.at);
  }
  return found;
}

/** "Hand over four hostages": the word belongs to the verb or noun before it. */
const isParticle = (text: string, words: string, at: number, from: number): boolean =>
  TAKES_PARTICLE.get(words)?.has(wordBefore(text, at, from)?.lower ?? '') ?? false;

/** The modifiers that stand right after `at`: "or more", "more", "others". */
export function modifiersAfter(text: string, at: number, to: number): Surround {
  const found: Surround = { at, sense: null, words: null, relation: null };
  for (let i = 0; i < 2; i++) {
    const phrase = after(text, found.at, to);
    if (!phrase) break;
    add(found, phrase.entry, phrase.at);
  }
  return found;
}

function after(text: string, at: number, to: number): { entry: Modifier; at: number } | null {
  const phrase = longest(
    AFTER_TREE,
    at,
    (place) => wordAfter(text, place, to),
    (word) => word.end,
  );
  if (!phrase) return null;
  const { words } = phrase.entry;
  // "five more than first said" compares; "12 at least 5 of them" bounds the next number
  if ((words === 'more' || words === 'other' || words === 'others') && wordAfter(text, phrase.at, to)?.lower === 'than')
    return null;
  return words.startsWith('at ') && numberFollows(text, phrase.at, to) ? null : phrase;
}

/** A bound that follows the noun: "12 people or more", "20 men at least". The span of the number does not reach there. */
export function boundAfterNoun(text: string, at: number, to: number): Pick<Surround, 'sense' | 'words'> | null {
  const noun = wordAfter(text, at, to);
  if (!noun || noun.hyphen || PHRASE_ENDS.has(noun.lower)) return null;
  const phrase = after(text, noun.end, to);
  return phrase?.entry.sense && /^(?:or|at) /.test(phrase.entry.words) ? phrase.entry : null;
}

function numberFollows(text: string, at: number, to: number): boolean {
  const place = skipSpace(text, at, to);
  if (place < to && isDigit(text.charCodeAt(place))) return true;
  const word = wordAfter(text, at, to);
  return word !== null && Object.hasOwn(NUMBER_WORDS, word.lower);
}
