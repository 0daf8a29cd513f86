import type { Stretch, Word } from './cursor.ts';
import { TRENDS } from './number-words.ts';

const ADVERBS = new Set(
  'by of another further around just sharply slightly only about roughly nearly almost steadily'.split(' '),
);
const trend = (word: Word | null): 'up' | 'down' | null => (word && TRENDS.get(word.lower)) ?? null;

/** Which way the words before `at` say that a number moved: "rose 5", "is down by 12", "grew sales by 35", "+0.2"; null when they do not. */
export function trendBefore(s: Stretch, at: number): 'up' | 'down' | null {
  const { text } = s;
  if (at > 0 && text[at - 1] === '+') return 'up';
  let word = s.before(at);
  let by = false;
  for (let i = 0; i < 3 && word && ADVERBS.has(word.lower); i++) {
    by ||= word.lower === 'by';
    word = s.before(word.start);
  }
  // "by" may stand an object away from its verb
  for (let i = 0; i < (by ? 3 : 0) && word && !trend(word); i++) word = s.before(word.start);
  // "gave up 40 positions", "boiled down": a particle of another verb
  const verb = word && (word.lower === 'up' || word.lower === 'down') ? s.before(word.start)?.lower : undefined;
  return verb !== undefined &&
    /^(?:gave|give|gives|giving|take|took|set|pick|picked|blew|blow|blown|shot|shoot|shooting|brought|bring|gunned|came|come|hunted|tracked)$/.test(
      verb,
    )
    ? null
    : trend(word);
}
