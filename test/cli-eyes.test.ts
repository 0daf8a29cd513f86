import { describe, expect, it } from 'vitest';
import type { Io } from '../src/cli/command.ts';
import { Progress } from '../src/cli/progress.ts';
import { plain, table } from '../src/cli/table.ts';
import { bounds, days, figure } from '../src/cli/words.ts';

const io = (stdout: Partial<Io['stdout']>, env = {}): Io => ({
  stdout: { write: () => true, ...stdout },
  stderr: { write: () => true },
  stdin: (async function* () {})(),
  env,
});
const rows = [
  { name: 'one', count: 7, words: 'a sentence that is longer than a narrow terminal has room for' },
  { name: 'two\u001b[31m\nlines', count: 12, words: 'short' },
];
const columns = [
  { heading: 'name', cell: (row: (typeof rows)[0]) => row.name },
  { heading: 'count', cell: (row: (typeof rows)[0]) => row.count },
  { heading: 'words', cell: (row: (typeof rows)[0]) => row.words, wide: true },
];

describe('tables', () => {
  it('have all their words in a pipe, numbers to the right, and nothing that moves a cursor', () => {
    expect(table(columns, rows, io({})).split('\n')).toEqual([
      'name           count  words',
      'one                7  a sentence that is longer than a narrow terminal has room for',
      'two[31m lines     12  short',
      '',
    ]);
  });

  it('fit a terminal, in one column that gives way', () => {
    const lines = table(columns, rows, io({ isTTY: true, columns: 50 }, { NO_COLOR: '1' })).split('\n');
    expect(lines.every((line) => line.length <= 50)).toBe(true);
    expect(lines[1]).toMatch(/a sentence that is long.*…$/);
  });

  it('keep line ends of a text, and no other control character', () => {
    expect(plain('a\u0007b\tc\r\nd')).toBe('ab c \nd');
  });
});

describe('progress', () => {
  const shown = (isTTY: boolean) => {
    let text = '';
    const progress = new Progress({ isTTY, write: (more) => Boolean((text += more)) }, 200);
    progress.read(50);
    progress.show(3);
    progress.clear();
    return text;
  };
  it('is drawn on a terminal, and taken away again', () => {
    expect(shown(true)).toMatch(/█{8}░{22} 25 % {2}3 documents/);
    expect(shown(true).endsWith('\r\x1b[K')).toBe(true);
  });
  it('is nothing anywhere else', () => {
    expect(shown(false)).toBe('');
  });
});

describe('words', () => {
  it.each([
    [{ low: 337, high: null }, 'at least 337'],
    [{ low: null, high: 12 }, 'up to 12'],
    [{ low: 3, high: 5 }, '3 to 5'],
    [{ low: 40, high: 40, modifier: 'about' }, 'about 40'],
    [{ low: 1200, high: 1200 }, '1,200'],
    [{ low: null, high: null }, 'an unknown number of'],
  ])('%j is "%s"', (value, words) => {
    expect(bounds(value)).toBe(words);
  });
  it.each([
    ['drone', 1, '1 drone hit'],
    ['drone', 2, '2 drones hit'],
    ['person', 3, '3 people hit'],
    ['body', 2, '2 bodies hit'],
    ['drone+missile', 9, '9 drones and missiles hit'],
  ])('%s, %i', (item, count, words) => {
    expect(figure({ measure: 'hit', item, low: count, high: count })).toBe(words);
  });
  it('days', () => {
    expect(days({ from: '2025-03-10', to: '2025-03-11' })).toBe('10 Mar 2025 to 11 Mar 2025');
    expect(days({ from: '2025-03-11', to: '2025-03-11' })).toBe('11 Mar 2025');
  });
});
