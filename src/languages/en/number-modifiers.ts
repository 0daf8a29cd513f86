import type { QuantityRelation } from '../../model/quantity.ts';
import { isDigit, type Stretch } from './cursor.ts';
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

function longest(root: Node, at: number, s: Stretch, back: boolean): { entry: Modifier; at: number } | null {
  let node: Node | undefined = root;
  let found: { entry: Modifier; at: number } | null = null;
  let word = back ? s.before(at) : s.after(at);
  while (word && (node = node.next.get(word.lower))) {
    const place = back ? word.start : word.end;
    if (node.entry) found = { entry: node.entry, at: place };
    word = back ? s.before(place) : s.after(place);
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

/** The modifiers that stand right before `at`, outermost last; none begins before `floor`. */
export function modifiersBefore(s: Stretch, at: number, floor: number): Surround {
  const found: Surround = { at, sense: null, words: null, relation: null };
  for (let i = 0; i < MOST_PHRASES; i++) {
    const phrase = longest(BEFORE_TREE, found.at, s, true);
    if (!phrase || phrase.at < floor || isParticle(s, phrase.entry.words, phrase.at)) break;
    add(found, phrase.entry, phrase.at);
  }
  return found;
}

/** "Hand over four hostages": the word belongs to the verb or noun before it. */
const isParticle = (s: Stretch, words: string, at: number): boolean =>
  TAKES_PARTICLE.get(words)?.has(s.before(at)?.lower ?? '') ?? false;

/** The modifiers that stand right after `at`: "or more", "more", "others". */
export function modifiersAfter(s: Stretch, at: number): Surround {
  const found: Surround = { at, sense: null, words: null, relation: null };
  for (let i = 0; i < 2; i++) {
    const phrase = after(s, found.at);
    if (!phrase) break;
    add(found, phrase.entry, phrase.at);
  }
  return found;
}

function after(s: Stretch, at: number): { entry: Modifier; at: number } | null {
  const phrase = longest(AFTER_TREE, at, s, false);
  if (!phrase) return null;
  const { words } = phrase.entry;
  // "five more than first said" compares; "12 at least 5 of them" bounds the next number
  if ((words === 'more' || words === 'other' || words === 'others') && s.after(phrase.at)?.lower === 'than')
    return null;
  return words.startsWith('at ') && numberFollows(s, phrase.at) ? null : phrase;
}

/** A bound that follows the noun: "12 people or more", "20 men at least". The span of the number does not reach there. */
export function boundAfterNoun(s: Stretch, at: number): Pick<Surround, 'sense' | 'words'> | null {
  const noun = s.after(at);
  if (!noun || noun.hyphen || PHRASE_ENDS.has(noun.lower)) return null;
  const phrase = after(s, noun.end);
  return phrase?.entry.sense && /^(?:or|at) /.test(phrase.entry.words) ? phrase.entry : null;
}

function numberFollows(s: Stretch, at: number): boolean {
  const { text, to } = s;
  const place = s.skipSpace(at);
  if (place < to && isDigit(text.charCodeAt(place))) return true;
  const word = s.after(at);
  return word !== null && Object.hasOwn(NUMBER_WORDS, word.lower);
}
