import { type Word, wordBefore } from './cursor.ts';
import { TRENDS } from './number-words.ts';

const ADVERBS = new Set(
  'by of another further around just sharply slightly only about roughly nearly almost steadily'.split(' '),
);
const trend = (word: Word | null): 'up' | 'down' | null => (word && TRENDS.get(word.lower)) ?? null;

/** Which way the words before `at` say that a number moved: "rose 5", "is down by 12", "grew sales by 35", "+0.2"; null when they do not. */
export function trendBefore(text: string, at: number, from: number): 'up' | 'down' | null {
  if (at > from && text[at - 1] === '+') return 'up';
  let word = wordBefore(text, at, from);
  let by = false;
  for (let i = 0; i < 3 && word && ADVERBS.has(word.lower); i++) {
    by ||= word.lower === 'by';
    word = wordBefore(text, word.start, from);
  }
  // "by" may stand an object away from its verb
  for (let i = 0; i < (by ? 3 : 0) && word && !trend(word); i++) word = wordBefore(text, word.start, from);
  // "gave up 40 positions", "boiled down": a particle of another verb
  const verb =
    word && (word.lower === 'up' || word.lower === 'down') ? wordBefore(text, word.start, from)?.lower : undefined;
  return verb !== undefined &&
    /^(?:gave|give|gives|giving|take|took|set|pick|picked|blew|blow|blown|shot|shoot|shooting|brought|bring|gunned|came|come|hunted|tracked)$/.test(
      verb,
    )
    ? null
    : trend(word);
}
