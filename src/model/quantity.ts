import type { Span } from './span.ts';

/** What a number counts or is; only `cardinal`, `vague` and `zero` are counts of things. `other` is a label, a score, a pronoun. */
export type QuantityKind =
  | 'cardinal'
  | 'ordinal'
  | 'vague'
  | 'zero'
  | 'fraction'
  | 'percent'
  | 'money'
  | 'measure'
  | 'age'
  | 'year'
  | 'date'
  | 'clock'
  | 'model'
  | 'other';

/** How the words around a number bound it. `plural` is the bare plural of a number word ("dozens", "tens of thousands"). */
export type Sense = 'exact' | 'least' | 'most' | 'about' | 'range' | 'plural' | 'several';

/** How a number stands to another of the same text: "another 91", "a further 22", "five more", "the remaining three", "the other five". */
export type QuantityRelation = 'another' | 'further' | 'more' | 'remaining' | 'other';

/** A number as it stands in a text. The span holds its modifiers too, `numberStart` to `numberEnd` the number words alone. */
export interface QuantityMention extends Span {
  numberStart: number;
  numberEnd: number;
  /** Inclusive bounds by `bounds`; null is no bound on that side. */
  low: number | null;
  high: number | null;
  sense: Sense;
  /** The words that set the bounds, lower-cased and single-spaced ("at least", "dozens"); null for an exact number or range. */
  modifier: string | null;
  /** The numbers as written, before bounds: one, or two of a range. Of a bare plural, the unit: 12 for "dozens". */
  exact: readonly number[];
  kind: QuantityKind;
  relation: QuantityRelation | null;
  /** Is it a part of something: "of the", "of them", "of whom", "of its"? */
  partitive: boolean;
  /** The direction in which the text says that it moved ("rose by 5", "down 12"); null when it says nothing. */
  trend: 'up' | 'down' | null;
}

/**
 * The inclusive bounds of a number by the fixed conventions of the claim model: "at least 5" and "more than 5" are 5 and up,
 * "up to 5" and "fewer than 5" are 5 and down, "about 5" is 5; "dozens" is two dozen and up, so is "several dozen"; "several" is 3 and up.
 */
export function bounds(sense: Sense, numbers: readonly number[]): { low: number | null; high: number | null } {
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  switch (sense) {
    case 'least':
      return { low, high: null };
    case 'most':
      return { low: null, high };
    case 'plural':
      return { low: 2 * low, high: null };
    case 'several':
      return { low: 3, high: null };
    default:
      return { low, high };
  }
}
