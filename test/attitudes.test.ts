import { describe, expect, it } from 'vitest';
import { openArticle } from '../src/languages/en/article.ts';
import { attitudes } from '../src/languages/en/attitudes.ts';
import { Cast } from '../src/languages/en/cast.ts';
import type { Stretch } from '../src/languages/en/holders.ts';
import { Voices } from '../src/languages/en/voices.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { readCases } from './support/tables.ts';

/** The attitudes of a text, as the table writes them: `holder | cue | content`. */
function held(text: string): string[] {
  const article = openArticle(openDocument({ text, published: null }));
  const words = ([first, last]: Stretch) => article.words(first, last);
  const { bySentence } = new Voices(article, new Cast(article, openKnowledge().actors));
  return bySentence.flatMap((own, index) =>
    attitudes(article, index, own).map(({ holder, cue, content }) =>
      [holder ? words(holder) : '-', words(cue), content.map(words).join(' … ')].join(' | '),
    ),
  );
}

describe('cases/en/attitudes.txt', () => {
  for (const { name, at, text, expected } of readCases('cases/en/attitudes.txt'))
    it(name, () => expect(held(text), at).toEqual(expected));
});
