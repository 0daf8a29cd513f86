import { describe, expect, it } from 'vitest';
import { goldArticles } from '../bench/gold-articles.ts';
import { OWN_GOLD } from '../bench/gold-score.ts';
import { Token } from '../src/extract/tokens.ts';
import { english } from '../src/languages/en/index.ts';
import type { Claim } from '../src/model/claim.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

const knowledge = openKnowledge();
const read = (text: string): Claim[] => english.read(openDocument({ text, published: '2025-03-11' }), knowledge).claims;

/** Whole numbers from 0 up to n, always the same for a seed (mulberry32). */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** The first span of a claim that does not hold the words it says; null when all are exact. */
function wrongSpan(claim: Claim, text: string): unknown {
  const { value, source, cue, place, time, actor, target, relays, content, sentence } = claim;
  for (const span of [value, source, cue, place, time, actor, target, ...relays])
    if (span && text.slice(span.start, span.end) !== span.text) return span;
  const inside =
    0 <= sentence.start &&
    sentence.start <= content.start &&
    content.start < content.end &&
    content.end <= text.length &&
    sentence.end <= text.length;
  return inside ? null : content;
}

const MARKS = [
  '"',
  '“',
  '”',
  ',',
  '.',
  ' and ',
  '12',
  '\n\n',
  '\n',
  '(',
  ')',
  '’s',
  "'",
  '😀',
  '\ud83d',
  '\u0301',
  '-',
  ';',
];
const SCRAPS = [
  ...'killed wounded said denied the of in drones missiles Kyiv Gaza army ministry who which were had not no 5 1,200 two dozens'.split(
    ' ',
  ),
  ...[
    'it',
    'Monday',
    'overnight',
    'at least',
    'up to',
    'according to',
    'US',
    'al-',
    '\t',
    '\u2028',
    'é',
    'İ',
    '٣',
    '1.2.3',
    '8-10',
  ],
];

describe('10,000 broken documents', () => {
  const articles = goldArticles(OWN_GOLD).map(({ text }) => text);
  const next = random(20_250_311);
  /** A stretch of an article with characters put in and taken out. */
  const mutated = (): string => {
    const text = articles[next(articles.length)];
    const from = next(text.length);
    let broken = text.slice(from, from + 60 + next(160));
    for (let m = next(10); m >= 0; m--) {
      const at = next(broken.length + 1);
      broken = broken.slice(0, at) + (MARKS[next(MARKS.length + 1)] ?? '') + broken.slice(at + next(4));
    }
    return broken;
  };
  /** Words and marks in any order. */
  const scraps = (): string => {
    let text = '';
    for (let i = next(30); i >= 0; i--)
      text += next(4) === 0 ? MARKS[next(MARKS.length)] : `${next(8) === 0 ? '' : ' '}${SCRAPS[next(SCRAPS.length)]}`;
    return text;
  };
  for (const [name, make] of [
    ['cut and mutated', mutated],
    ['random', scraps],
  ] as const)
    it(`5,000 ${name}: none throws, every span is exact`, () => {
      for (let i = 0; i < 5_000; i++) {
        const text = make();
        for (const claim of read(text)) expect(wrongSpan(claim, text), JSON.stringify({ text, claim })).toBeNull();
      }
    }, 120_000);
});

/** How often reading looks at a word: counted, so that neither load nor the machine decides. */
function looks(text: string): number {
  const names = ['text', 'lower', 'kind', 'capital'] as const;
  let count = 0;
  for (const name of names)
    Object.defineProperty(Token.prototype, name, {
      configurable: true,
      get(this: Token) {
        count++;
        return this.word[name];
      },
      set() {},
    });
  try {
    read(text);
  } finally {
    for (const name of names) Reflect.deleteProperty(Token.prototype, name);
  }
  expect(count).toBeGreaterThan(0);
  return count;
}

describe('reading takes linear time', () => {
  const filled = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const counted = (unit: (i: number) => string) => (length: number) => {
    const parts: string[] = [];
    for (let i = 0, so = 0; so < length; i++) so += parts[parts.push(unit(i)) - 1].length;
    return parts.join('');
  };
  const town = (i: number) =>
    `B${'aeiou'[i % 5]}${'lmnrst'[i % 6]}${'aeiou'[Math.floor(i / 5) % 5]}k${'aeiou'[Math.floor(i / 30) % 5]}`;
  const shapes: Record<string, (length: number) => string> = {
    'one sentence of figures': counted((i) => `${i + 2} people were killed in ${town(i)}, `),
    'one sentence of launches': counted((i) => `Russia launched ${i + 2} drones at Ukraine and `),
    'one sentence of attacks': filled('an Israeli strike on Gaza and a Hamas attack on Israel and '),
    'clauses between semicolons': filled('12 killed in Kyiv; '),
    'verbs between commas': filled('killed, '),
    'relative clauses': filled('which hit Kyiv, '),
    'saying upon saying': filled('said that the army said that '),
    names: counted((i) => `${town(i)} ${town(i + 7)}, `),
    'new speakers': counted((i) => `${town(i)} ${town(3 * i)} said the army killed ${i} soldiers. `),
    'one surname': counted((i) => `${town(i)} Smith said that Smith had killed ${i} people. `),
    pronouns: filled('It said he was killed. '),
    denials: filled('Russia denied killing 5 people in Kyiv. '),
    records: filled('It was the largest attack since the war began. '),
    'one quotation': (length) => `"${filled('He killed 12 people. We saw it. ')(length)}" said the army.`,
    'open quotations': filled('“Twelve were killed in Kyiv. '),
    'nested brackets': (length) => `${filled('(a ')(length / 2)}${filled('b) ')(length / 2)}`,
    possessives: filled("Russia's army's "),
    times: filled('since March 2021 until 5 p.m. on Tuesday '),
    ranges: filled('from 5 to '),
    headings: filled('Kyiv\n'),
  };
  for (const [name, shape] of Object.entries(shapes))
    it(name, () => {
      const [short, long] = [looks(shape(8_000)), looks(shape(32_000))];
      expect(long / short, `${short} looks, then ${long}`).toBeLessThan(5);
    }, 60_000);

  for (const [name, text] of [
    ['a line of 1,000,000 characters', filled('the army said that ')(1_000_000)],
    ['100,000 numbers', counted((i) => `${i} `)(600_000)],
    ['100,000 quotation marks', filled('" ')(200_000)],
    ['100,000 brackets in one another', `${'('.repeat(100_000)}${')'.repeat(100_000)}`],
    ['a word of 1,000,000 letters', 'a'.repeat(1_000_000)],
  ] as const)
    it(name, () => {
      expect(looks(text) / text.length).toBeLessThan(40);
    }, 120_000);
});
