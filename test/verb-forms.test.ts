import { expect, it } from 'vitest';
import { CUE_BY_LEMMA } from '../src/languages/en/cues.ts';
import { VERB_HAPPENINGS } from '../src/languages/en/happenings.ts';
import { VERBS } from '../src/languages/en/verbs.ts';

/** Words that are other things far more often: their forms are found where a verb must stand. */
const SELDOM_VERBS = ['black', 'unaccount'];

it('every verb that speaks or does something has its forms, or the tagger would not see it', () => {
  const known = new Set([...VERBS.values()].map(({ lemma }) => lemma));
  const lemmas = [...CUE_BY_LEMMA.keys(), ...VERB_HAPPENINGS.keys()].map((key) => key.split(' ')[0]);
  expect(lemmas.filter((lemma) => !known.has(lemma) && !SELDOM_VERBS.includes(lemma))).toEqual([]);
});
