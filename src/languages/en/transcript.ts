import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';

/** A turn of a transcript: who takes it at which sentence; a question has nobody whose word it is. */
export interface Turn {
  sentence: number;
  speaker: Speaker | null;
  /** The colon behind the label. */
  colon: number;
}

/** Labels of those who ask. */
const ASKING = new Set(['q', 'question', 'reporter', 'moderator']);
/** How many words a label has at most: "PRESS SECRETARY JOHN F. KIRBY". */
const LABEL = 6;

/**
 * The turns of a briefing's or an interview's transcript, where paragraphs begin with names in capitals: "MR COLE:", "Q:", "GENERAL DUNN:". Of
 * one such label alone nothing is made: it may be a heading.
 */
export function turns(article: Article, cast: Cast): Turn[] {
  const { tokens, sentences } = article;
  const found: { sentence: number; first: number; last: number }[] = [];
  sentences.forEach(({ first, last, index, paragraph }) => {
    if (index > 0 && sentences[index - 1].paragraph === paragraph) return;
    let end = first;
    while (end < Math.min(last, first + 2 * LABEL) && isLoud(tokens[end].text)) end++;
    if (end > first && tokens[end]?.text === ':' && end + 1 < last) found.push({ sentence: index, first, last: end });
  });
  const asked = found.filter(({ first }) => ASKING.has(tokens[first].lower));
  if (found.length < 2 || asked.length === 0) return [];
  return found.map(({ sentence, first, last }) => {
    const figure = ASKING.has(tokens[first].lower) ? null : cast.read(first, last, true);
    return { sentence, speaker: figure && { first, last, figure }, colon: last };
  });
}

/** Capitals alone, with their stops: "MR", "F." */
const isLoud = (text: string): boolean => /^(?:\p{Lu}[\p{Lu}'’.-]*|\.)$/u.test(text);
