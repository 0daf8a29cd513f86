import type { Span } from '../model/span.ts';
import type { Token } from './tokens.ts';

/** A sentence: tokens `first` to `last`, exclusive; its characters; the paragraph it stands in. */
export interface Sentence extends Span {
  index: number;
  first: number;
  last: number;
  paragraph: number;
  /** No full stop ends it: a heading, a caption, a list item. */
  heading: boolean;
}

/** What a language says about full stops: words after which one ends no sentence ("Gen", "Feb", "No"), lower-case, without the stop. */
export type Abbreviations = ReadonlySet<string>;

const CLOSERS = new Set(['"', "''", '”', '’', "'", ')', ']', '»', '“']);
const OPENERS = new Set(['"', "''", '``', '“', '‘', "'", '(', '[', '«', '„', '–', '—', '-']);

/**
 * After so many tokens a sentence ends at the next mark, after twice as many anywhere. None is as long in English; lists without a stop are. What
 * looks about within a sentence so looks at a bounded number of words, and reading takes linear time whatever the text.
 */
const LONGEST = 200;

/** Cuts tokens into sentences and paragraphs. Every token belongs to exactly one. Linear. */
export function sentences(tokens: readonly Token[], abbreviations: Abbreviations): Sentence[] {
  const found: Sentence[] = [];
  let first = 0;
  let paragraph = 0;
  const close = (last: number, heading: boolean) => {
    if (last <= first) return;
    found.push({
      index: found.length,
      first,
      last,
      paragraph,
      heading,
      start: tokens[first].start,
      end: tokens[last - 1].end,
    });
    first = last;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (i > first && token.gap === 2) {
      close(i, true);
      paragraph++;
    } else if (i > 0 && token.gap === 2) paragraph++;
    if (i - first >= LONGEST && (token.kind === 'mark' || i - first >= 2 * LONGEST)) {
      close(i + 1, false);
      continue;
    }
    const { dotted } = token.word;
    if (token.kind !== 'mark' && !dotted) continue;
    const stop =
      token.text === '.' || token.text === '!' || token.text === '?' || token.text === '…' || token.text === '...';
    if (!stop && !dotted) continue;
    let j = i + 1;
    while (j < tokens.length && CLOSERS.has(tokens[j].text) && tokens[j].gap === 0) j++;
    if (j >= tokens.length || tokens[j].gap === 2) {
      close(j, false);
      paragraph += j < tokens.length ? 1 : 0;
      i = j - 1;
      continue;
    }
    const next = tokens[j];
    const opens = next.capital || next.kind === 'number' || (OPENERS.has(next.text) && begins(tokens, j));
    if (!opens) continue;
    if (dotted && !/^(?:[ap]\.m\.|[A-Z]\.[A-Z]\.)$/.test(token.text)) continue;
    if (dotted && (next.kind !== 'word' || !STARTERS.test(next.text) || !next.capital)) continue;
    if (token.text === '.' && next.gap === 0 && j === i + 1) {
      // "region.It": glued sentences end only between a lower-case word and a capital
      const before = tokens[i - 1];
      if (
        !next.capital ||
        !before ||
        before.kind !== 'word' ||
        before.text.length < 3 ||
        before.capital ||
        next.text.length < 2
      ) {
        if (
          !(OPENERS.has(next.text) || next.kind === 'number') ||
          !before ||
          before.kind !== 'word' ||
          before.text.length < 3
        )
          continue;
      }
    }
    if (token.text === '.' && j === i + 1) {
      const before = tokens[i - 1];
      if (before && before.end === token.start) {
        if (abbreviations.has(before.lower)) continue;
        // an initial ("John F. Kennedy"), save behind "on X." and before what plainly begins a sentence
        const initial = before.capital && before.text.length === 1 && before.gap !== 2 && i - 2 >= first;
        if (initial && tokens[i - 2].lower !== 'on' && !STARTERS.test(next.text)) continue;
      }
    }
    close(j, false);
    i = j - 1;
  }
  close(tokens.length, true);
  return found;
}

// After "U.S." or "p.m." only a word that plainly begins a sentence ends one.
const STARTERS =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|Its|His|Her|Their|As|For|No|Not|If|When|While|After|Before|Since|According|Meanwhile|However|Earlier|Later|Both|Some|Many|Several|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|There)$/;

const begins = (tokens: readonly Token[], j: number): boolean => {
  const after = tokens[j + 1];
  return (
    after !== undefined &&
    (after.capital || after.kind === 'number' || OPENERS.has(after.text) || after.text === '…' || after.text === '...')
  );
};
