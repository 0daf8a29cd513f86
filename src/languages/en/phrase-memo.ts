import type { Token, Word } from '../../extract/tokens.ts';
import type { ActorIndex } from '../../model/knowledge.ts';

interface Entry<T> {
  words: readonly Word[];
  /** Which of them stand behind white space, a bit each. */
  gaps: number;
  found: T;
  /** Another phrase with the same key. */
  next: Entry<T> | undefined;
}

/** The most phrases that are kept, and the most words of one. */
const MOST = 50_000;
const LONGEST = 30;

/**
 * What was found for runs of words, by the words themselves: to look one up again, no string need be made and compared. Words are the same where
 * they are the same object, which a vocabulary sees to.
 */
export class PhraseMemo<T> {
  private readonly entries = new Map<number, Entry<T>>();
  private size = 0;

  /** What `find` said of tokens [first, last) when they were first met. */
  get(tokens: readonly Token[], first: number, last: number, find: () => T): T {
    if (last - first > LONGEST) return find();
    let key = 0;
    let gaps = 0;
    for (let i = first; i < last; i++) {
      const { word, gap } = tokens[i];
      key = (Math.imul(key, 31) + word.hash) | 0;
      gaps = (gaps << 1) | (gap > 0 ? 1 : 0);
    }
    gaps &= ~(1 << (last - first - 1)); // what stands before the phrase is no part of it
    const chain = this.entries.get(key);
    for (let entry = chain; entry; entry = entry.next)
      if (entry.gaps === gaps && isAt(entry.words, tokens, first, last)) return entry.found;
    const found = find();
    const words = tokens.slice(first, last).map(({ word }) => word);
    if (++this.size > MOST) {
      this.entries.clear();
      this.size = 1;
    }
    this.entries.set(key, { words, gaps, found, next: this.entries.get(key) });
    return found;
  }
}

/** A memo for each index of names: what a phrase means is asked of one. */
export type Memos<T> = WeakMap<ActorIndex, PhraseMemo<T>>;

export function memoOf<T>(memos: Memos<T>, actors: ActorIndex): PhraseMemo<T> {
  let memo = memos.get(actors);
  if (!memo) {
    memo = new PhraseMemo();
    memos.set(actors, memo);
  }
  return memo;
}

function isAt(words: readonly Word[], tokens: readonly Token[], first: number, last: number): boolean {
  if (words.length !== last - first) return false;
  for (let i = first; i < last; i++) if (words[i - first] !== tokens[i].word) return false;
  return true;
}
