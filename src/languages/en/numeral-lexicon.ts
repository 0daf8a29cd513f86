import { type Stretch, startsOf, type Word } from './cursor.ts';
import { GROUPS, NUMBER_WORDS, ORDINALS, PARTS, PLURALS, SCALES } from './number-words.ts';

/** A number as written, digits or words, without anything that stands around it. */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /**
   * `plain` is an exact number; `plural` a bare plural, its value the unit ("dozens" is 12, "tens of thousands" 10,000);
   * `several` has no number of its own; `zero` is "no", "none", "nobody".
   */
  form: 'plain' | 'plural' | 'several' | 'zero' | 'ordinal' | 'fraction';
  /** The vague words themselves, lower-cased, for a modifier ("a handful of"); null for a number. */
  vague: string | null;
  /** Of digits: as they stand, without scale. Empty for words. */
  digits: string;
  /** Does a scale word follow the digits or make the number ("million")? 1 when none. */
  scale: number;
}

export const ENTRY = {
  unit: 1,
  scale: 2,
  plural: 3,
  ordinal: 4,
  article: 5,
  vague: 6,
  zero: 7,
  half: 8,
  both: 9,
} as const;
export interface Entry {
  kind: (typeof ENTRY)[keyof typeof ENTRY];
  value: number;
}

/** Every word that can begin or continue a number in words. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...Object.entries(NUMBER_WORDS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.unit, value }]),
  ...Object.entries(SCALES).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.scale, value }]),
  ...Object.entries(PLURALS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.plural, value }]),
  ...Object.entries(ORDINALS).map(([word, value]): [string, Entry] => [word, { kind: ENTRY.ordinal, value }]),
  ...['a', 'an'].map((word): [string, Entry] => [word, { kind: ENTRY.article, value: 1 }]),
  ...['several', 'couple', 'pair', 'handful'].map((word): [string, Entry] => [word, { kind: ENTRY.vague, value: 3 }]),
  ...['no', 'none', 'nobody', 'not', 'without'].map((word): [string, Entry] => [word, { kind: ENTRY.zero, value: 0 }]),
  ['both', { kind: ENTRY.both, value: 2 }],
  ...['half', 'quarter'].map((word): [string, Entry] => [word, { kind: ENTRY.half, value: 0 }]),
]);

/** Could a number in words begin at this letter? A cheap test before `readWords`. */
export const beginsNumber = startsOf(ENTRIES.keys());

/** What a word is in a number; undefined when it has no part in any. */
export const entryOf = (word: Word | null): Entry | undefined => (word ? ENTRIES.get(word.lower) : undefined);

const PART_WORDS = new Set(Object.keys(PARTS));
const GROUP_WORDS = new Set(Object.keys(GROUPS));

/** "dozens", "scores" */
export const isGroup = (word: string): boolean => GROUP_WORDS.has(word);

export const isPart = (word: string): boolean =>
  PART_WORDS.has(word) || (word.endsWith('s') && PART_WORDS.has(word.slice(0, -1)));

/** A value as it was meant: 4.35 million is 4350000, not 4349999.999999999. Beyond what a number holds exactly it goes no further. */
export const exactly = (value: number): number =>
  Number.isSafeInteger(value) || value < 1000
    ? value
    : Math.min(Number(value.toPrecision(15)), Number.MAX_SAFE_INTEGER);

/** After "and": "a half" ends here, or null. */
export function halfAfter(s: Stretch, at: number): number | null {
  const a = s.after(at);
  if (a?.lower !== 'a') return null;
  const half = s.after(a.end);
  return half?.lower === 'half' ? half.end : null;
}

/** After `at`: where "of" ends, or null. */
export const ofAfter = (s: Stretch, at: number): number | null => {
  const of = s.after(at);
  return of?.lower === 'of' ? of.end : null;
};

export const make = (
  start: number,
  end: number,
  value: number,
  form: Numeral['form'],
  vague: string | null = null,
  scale = 1,
): Numeral => ({
  start,
  end,
  value: exactly(value),
  form,
  vague,
  digits: '',
  scale,
});
