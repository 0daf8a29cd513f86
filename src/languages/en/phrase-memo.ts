import type { Token, Word } from '../../extract/tokens.ts';

interface Node<T> {
  spaced: Map<Word, Node<T>>;
  glued: Map<Word, Node<T>>;
  found: T | undefined;
}

/** The most words and beginnings of phrases that are kept. */
const MOST = 50_000;

/**
 * What was found for runs of words, kept word by word: to look one up again, no string need be made and compared. Words are the same where they
 * are the same object, which a vocabulary sees to.
 */
export class PhraseMemo<T> {
  private root = node<T>();
  private size = 0;

  /** What `find` said of tokens [first, last) when they were first met. */
  get(tokens: readonly Token[], first: number, last: number, find: () => T): T {
    let at = this.root;
    for (let i = first; i < last; i++) {
      const { word, gap } = tokens[i];
      const next = gap > 0 || i === first ? at.spaced : at.glued;
      let below = next.get(word);
      if (!below) {
        below = node<T>();
        next.set(word, below);
        this.size++;
      }
      at = below;
    }
    if (at.found === undefined) at.found = find();
    const { found } = at;
    if (this.size >= MOST) {
      this.root = node<T>();
      this.size = 0;
    }
    return found;
  }
}

const node = <T>(): Node<T> => ({ spaced: new Map(), glued: new Map(), found: undefined });
