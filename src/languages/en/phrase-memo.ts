import type { Token, Word } from '../../extract/tokens.ts';
import type { ActorIndex } from '../../model/knowledge.ts';

interface Entry<T> {
  key: number;
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
  /** A hash table; it doubles when it holds as many as it has places. */
  private entries = places<T>(PLACES);
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
    for (let entry = this.entries[placeOf(key, this.entries)]; entry; entry = entry.next)
      if (entry.key === key && entry.gaps === gaps && isAt(entry.words, tokens, first, last)) return entry.found;
    const found = find();
    const words = tokens.slice(first, last).map(({ word }) => word);
    this.add({ key, words, gaps, found, next: undefined });
    return found;
  }

  private add(entry: Entry<T>): void {
    if (++this.size > MOST) {
      this.entries = places(PLACES);
      this.size = 1;
    } else if (this.size > this.entries.length) {
      const { entries } = this;
      this.entries = places(2 * entries.length);
      for (let old of entries)
        while (old) {
          const { next }: Entry<T> = old;
          put(old, this.entries);
          old = next;
        }
    }
    put(entry, this.entries);
  }
}

type Places<T> = (Entry<T> | undefined)[];
const PLACES = 1 << 10;
const places = <T>(n: number): Places<T> => new Array(n).fill(undefined);
const placeOf = (key: number, entries: readonly unknown[]): number => (key ^ (key >>> 15)) & (entries.length - 1);

function put<T>(entry: Entry<T>, entries: Places<T>): void {
  const place = placeOf(entry.key, entries);
  entry.next = entries[place];
  entries[place] = entry;
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
