import type { Actor } from '../../model/claim.ts';
import type { ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Role } from './draft.ts';

/** The words that a party stands in. */
export type Span = Pick<Actor, 'text' | 'start' | 'end'>;

/** The words of tokens [first, last). */
export const spanOf = (article: Article, first: number, last: number): Span => ({
  text: article.words(first, last),
  start: article.tokens[first].start,
  end: article.tokens[last - 1].end,
});

/** A role without the marks around it. */
export function trimmed({ tokens }: Article, { first, last }: Role): Role {
  while (first < last && tokens[first].kind === 'mark') first++;
  while (last > first && tokens[last - 1].kind === 'mark' && tokens[last - 1].text !== ')') last--;
  return { first, last };
}

/** A party where some words name it. */
export const named = ({ name, id, side }: ResolvedActor, { text, start, end }: Span): Actor => ({
  name,
  id,
  side,
  text,
  start,
  end,
});

/** Words without the determiner or number that they begin with. */
export const bare = (words: string): string =>
  words.replace(/^(?:the|a|an|its|their|his|our|two|one|\d+)\s+/i, '').replace(/\s+/g, ' ');
