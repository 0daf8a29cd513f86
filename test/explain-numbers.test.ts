import { describe, expect, it } from 'vitest';
import { goldArticles } from '../bench/gold-articles.ts';
import { OWN_GOLD } from '../bench/gold-score.ts';
import { english } from '../src/languages/en/index.ts';
import { findQuantities } from '../src/languages/en/numbers.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

/** Every number of an article is a figure, or `--explain` says in words why it is none. */
describe('every number is explained', () => {
  const knowledge = openKnowledge();
  const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;

  for (const article of goldArticles(OWN_GOLD)) {
    it(article.id, () => {
      const document = openDocument(article);
      const { claims, trace } = english.read(document, knowledge, { explain: true });
      const passed = trace.filter((t) => t.claim === null && t.rules.includes('figures'));
      for (const { note } of passed)
        expect(note).toMatch(/^(?:it|its|what|nothing|no word|the clause|"[^"]+") [a-z].{6,}/);
      for (const q of findQuantities(article.text)) {
        const figure = claims.some((c) => c.value && overlap(c.value, q));
        const why = passed.some((t) => overlap(t, q));
        expect(figure || why, `"${article.text.slice(Math.max(0, q.start - 40), q.end + 40)}"`).toBe(true);
      }
    });
  }

  it.each([
    ['Forty drones were shot down.', 'Forty', null],
    ['The 14th Brigade held the ridge.', '14th', 'it says which one, not how many'],
    ['The shell weighed 43 kg.', '43', 'it is a length, a weight or a span of time'],
    ['Some 60% of the houses burned.', '60', 'it is a share'],
    ['The boy, aged four, was asleep.', 'four', 'it is an age'],
    ['The bridge cost $2 million.', '2', 'it is a sum of money'],
    ['All but three of the hostages were freed.', 'three', 'it is an exception ("all but two")'],
    ['Envoys of nine countries met.', 'nine', '"countries" is no unit that is counted'],
    ['The countries fought three wars, two of them over water.', 'two', null],
  ])('%s: %s', (text, word, why) => {
    const at = text.indexOf(word);
    const { trace } = english.read(openDocument({ text, published: '2024-06-05' }), knowledge, { explain: true });
    const note = trace.find((t) => t.claim === null && t.start <= at && at < t.end)?.note ?? null;
    if (why !== null) expect(note).toBe(why);
    else if (word === 'Forty') expect(note).toBeNull();
    else expect(note).not.toBeNull();
  });
});
