import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes } from '../src/languages/en/times.ts';
import type { TimeExpression } from '../src/model/moment.ts';
import { addMonths, dayOf, isoDate, parseDay, weekDays, weekdayOf } from '../src/normalize/calendar.ts';
import { resolveTime } from '../src/normalize/time.ts';
import { readCases } from './support/tables.ts';

describe('cases/en/times.txt', () => {
  for (const { name, at, options, text, expected } of readCases('cases/en/times.txt'))
    it(`${name} (${at})`, () => {
      const [published, ...flags] = options;
      const anchor = flags.find((flag) => flag.startsWith('anchor='))?.slice(7);
      const context = { future: flags.includes('future'), anchor: anchor ? { from: anchor, to: anchor } : null };
      const found = findTimes(text).map(({ start, end, expression }) => {
        const time = resolveTime(expression, published === 'none' ? null : published, context);
        const days = time
          ? `${time.from}${time.to === time.from ? '' : `..${time.to}`} ${time.precision}`
          : 'unresolved';
        return `${days} ${JSON.stringify(text.slice(start, end))}${expression.kind === 'dateline' ? ' dateline' : ''}`;
      });
      expect(found).toEqual(expected);
    });
});

const WORDS =
  'on Tuesday Wed. May March 5 12 2024 Feb. last next this week month year the night of overnight into between and from to since until by before dawn past 24 hours two days ago earlier later that same following day spring early late mid - , . ( ) \n yesterday morning weekend 2024-05-16 14.05.2024 1990s a few Sunday Times constructor toString __proto__'.split(
    ' ',
  );
const soup = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '-', '\n\n')), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(''));
const texts = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }));
const days = fc.integer({ min: dayOf(1950, 1, 1), max: dayOf(2099, 12, 31) }).map(isoDate);

describe('findTimes and resolveTime', () => {
  it('never throw; mentions are in order and apart; days are in order', () => {
    fc.assert(
      fc.property(texts, days, days, fc.boolean(), (text, published, anchor, future) => {
        let last = 0;
        for (const { start, end, expression } of findTimes(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          const time = resolveTime(expression, published, { future, anchor: { from: anchor, to: anchor } });
          if (time) expect(time.from <= time.to).toBe(true);
          resolveTime(expression, null);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a stretch as it reads the same text alone', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const shift = before.length;
        const inside = findTimes(before + text + after, shift, shift + text.length);
        expect(inside).toEqual(findTimes(text).map((m) => ({ ...m, start: m.start + shift, end: m.end + shift })));
      }),
    );
  });

  it('reads any date in the ways that newspapers write it', () => {
    const names = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(days, (iso) => {
        const [year, month, day] = iso.split('-').map(Number);
        const name = names[month - 1];
        for (const written of [
          `${name} ${day}, ${year}`,
          `${day} ${name} ${year}`,
          `${name.length > 4 ? `${name.slice(0, 3)}.` : name} ${day}, ${year}`,
          iso,
          `the ${day}th of ${name} ${year}`,
        ]) {
          const [mention] = findTimes(`It fell on ${written}.`);
          expect(resolveTime(mention.expression, null)).toEqual({ from: iso, to: iso, precision: 'day' });
        }
      }),
    );
  });

  it('lays a weekday on the seven days that end with publication, or begin with it when it looks ahead', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), fc.boolean(), (published, weekday, future) => {
        const expression: TimeExpression = { kind: 'weekday', weekday, which: 'near', week: null };
        const time = resolveTime(expression, published, { future });
        const found = parseDay(time?.from ?? null) ?? Number.NaN;
        const distance = found - (parseDay(published) ?? 0);
        expect(weekdayOf(found)).toBe(weekday);
        expect(future ? distance >= 0 && distance < 7 : distance <= 0 && distance > -7).toBe(true);
      }),
    );
  });
});

describe('calendar', () => {
  it('agrees with Date on every day of four centuries', () => {
    for (let day = dayOf(1800, 1, 1); day < dayOf(2200, 1, 1); day += 13) {
      const date = new Date(day * 86_400_000);
      expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(day)).toBe(date.getUTCDay());
      expect(parseDay(isoDate(day))).toBe(day);
    }
  });

  it('weeks run from Monday to Sunday', () => {
    const { from, to } = weekDays(dayOf(2024, 5, 19));
    expect([isoDate(from), isoDate(to)]).toEqual(['2024-05-13', '2024-05-19']);
  });

  it('keeps within a shorter month', () => {
    expect(isoDate(addMonths(dayOf(2024, 3, 31), -1))).toBe('2024-02-29');
    expect(isoDate(addMonths(dayOf(2023, 12, 31), 2))).toBe('2024-02-29');
  });

  it('takes no date that does not exist', () => {
    expect(parseDay('2023-02-29')).toBeNull();
    expect(parseDay('yesterday')).toBeNull();
    expect(parseDay('2024-02-29T10:00:00Z')).toBe(dayOf(2024, 2, 29));
  });
});
