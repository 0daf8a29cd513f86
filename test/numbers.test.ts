import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, score } from '../bench/newsquant.ts';
import { findQuantities } from '../src/languages/en/numbers.ts';
import { bounds, type QuantityMention } from '../src/model/quantity.ts';
import { readCases } from './support/tables.ts';

/** A mention as `cases/en/numbers.txt` writes it. */
function show(text: string, q: QuantityMention): string {
  const round = (x: number) => String(Number(x.toFixed(3)));
  const span =
    q.low === q.high && q.low !== null
      ? round(q.low)
      : `${q.low === null ? '' : round(q.low)}..${q.high === null ? '' : round(q.high)}`;
  const notes = [q.modifier && `| ${q.modifier}`, q.relation && `+${q.relation}`, q.partitive && 'of', q.trend].filter(
    Boolean,
  );
  return [q.kind, span, JSON.stringify(text.slice(q.start, q.end)), ...notes].join(' ');
}

describe('cases/en/numbers.txt', () => {
  for (const { name, at, text, expected } of readCases('cases/en/numbers.txt'))
    it(`${name} (${at})`, () => {
      expect(findQuantities(text).map((q) => show(text, q))).toEqual(expected);
    });
});

const WORDS =
  'one two-thirds twenty six hundred thousand million dozens several a few couple of and half no one at least more than up to between or to from 12 1,550 3.5 % $ 4-6 Shahed-136 M23 155mm km people killed on Feb. 23 May 2024 7:40 p.m. , . - – " ( ) \n by rose over some another remaining 71, No. Resolution 1701 votes years old the of them said + constructor toString __proto__'.split(
    ' ',
  );
const soup = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 40 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '', '-', ' ', '\n\n'), { minLength: words.length, maxLength: words.length })
      .map((gaps) => words.map((word, i) => word + gaps[i]).join('')),
  );
const texts = fc.oneof(
  soup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789,.-–/:%$ amon\u00a0') }),
);

describe('findQuantities', () => {
  it('never throws, and its spans are in order, apart and inside, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const q of findQuantities(text)) {
          expect(q.numberStart).toBeGreaterThanOrEqual(last);
          expect(q.start).toBeLessThanOrEqual(q.numberStart);
          expect(q.numberStart).toBeLessThan(q.numberEnd);
          expect(q.numberEnd).toBeLessThanOrEqual(q.end);
          expect(q.end).toBeLessThanOrEqual(text.length);
          expect(q.exact.every(Number.isFinite)).toBe(true);
          if (q.low !== null && q.high !== null) expect(q.low).toBeLessThanOrEqual(q.high);
          last = q.numberEnd;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a stretch as it reads the same text alone', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const shift = before.length;
        const inside = findQuantities(before + text + after, shift, shift + text.length);
        const alone = findQuantities(text).map((q) => ({
          ...q,
          start: q.start + shift,
          end: q.end + shift,
          numberStart: q.numberStart + shift,
          numberEnd: q.numberEnd + shift,
        }));
        expect(inside).toEqual(alone);
      }),
      { numRuns: 3000 },
    );
  });

  it('holds a number of any length', () => {
    const [q] = findQuantities(`They counted ${'9'.repeat(1000)} million people.`);
    expect(Number.isFinite(q.low)).toBe(true);
  });

  it('reads any number that it is given, in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const text = `They counted ${n.toLocaleString('en')} people there.`;
        const [q] = findQuantities(text);
        expect([q.low, q.high, q.kind]).toEqual([n, n, 'cardinal']);
      }),
    );
  });

  it('reads any number that it is given, in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), fc.boolean(), (n, british) => {
        const [q, ...rest] = findQuantities(`They counted ${inWords(n, british)} people there.`);
        expect([q.low, q.high, q.kind, rest.length]).toEqual([n, n, 'cardinal', 0]);
      }),
      { numRuns: 1000 },
    );
  });
});

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Spells a number from 1 up; `and` after the hundreds, as in Britain, or without. */
function inWords(n: number, and: boolean): string {
  if (n < 20) return UNITS[n];
  if (n < 100) return TENS[Math.floor(n / 10)] + (n % 10 ? `-${UNITS[n % 10]}` : '');
  for (const [scale, word] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (n < scale) continue;
    const rest = n % scale;
    const tail = rest === 0 ? '' : `${and && rest < 100 ? ' and' : ''} ${inWords(rest, and)}`;
    return `${inWords(Math.floor(n / scale), and)} ${word}${tail}`;
  }
  return '';
}

describe('bounds', () => {
  it('follows the conventions of the claim model', () => {
    expect(bounds('exact', [337])).toEqual({ low: 337, high: 337 });
    expect(bounds('least', [70])).toEqual({ low: 70, high: null });
    expect(bounds('most', [10])).toEqual({ low: null, high: 10 });
    expect(bounds('about', [126])).toEqual({ low: 126, high: 126 });
    expect(bounds('range', [45, 55])).toEqual({ low: 45, high: 55 });
    expect(bounds('several', [3])).toEqual({ low: 3, high: null });
    expect(bounds('plural', [12])).toEqual({ low: 24, high: null });
    expect(bounds('least', [20, 30])).toEqual({ low: 20, high: null });
  });
});

const NEWSQUANT = new URL('../../shared/benchmarks/newsquant-odd.jsonl', import.meta.url).pathname;
describe.skipIf(!existsSync(NEWSQUANT))('NewsQuant (skipped where ../shared/benchmarks is not there)', () => {
  it('stays above its floors', () => {
    const { value, change } = score(read(NEWSQUANT));
    expect(value.f1).toBeGreaterThan(0.945);
    expect(change.f1).toBeGreaterThan(0.895);
  });
});
