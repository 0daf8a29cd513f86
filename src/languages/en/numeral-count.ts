import type { Stretch, Word } from './cursor.ts';
import { PARTS } from './number-words.ts';
import { ENTRY, type Entry, entryOf, halfAfter, isPart, make, type Numeral } from './numeral-lexicon.ts';

/** A number in words as far as it has been read. */
class Sum {
  /** The scales that are closed: the two million of "two million three hundred". */
  private closed = 0;
  private open = 0;
  /** What may still be added is below this: 10 after a ten, 100 after a hundred. */
  private room = Number.POSITIVE_INFINITY;
  /** Each scale is smaller than the one before. */
  private last = Number.POSITIVE_INFINITY;
  scale = 1;

  get value(): number {
    return this.closed + this.open;
  }

  /** May "and" lead to more? */
  get openEnded(): boolean {
    return this.scale >= 100 && this.room >= 100;
  }

  /** Takes the next word in; false when the number does not go on with it. */
  take({ kind, value }: Entry): boolean {
    return kind === ENTRY.scale ? this.multiply(value) : this.add(value);
  }

  private add(value: number): boolean {
    if (value >= this.room || (value === 0 && this.room !== Number.POSITIVE_INFINITY)) return false;
    this.open += value;
    this.room = value >= 20 && value < 100 ? 10 : 0;
    return true;
  }

  private multiply(by: number): boolean {
    if (by === 100) {
      if (this.open <= 0 || this.open >= 100) return false;
      this.open *= by;
      this.room = by;
    } else if (this.open > 0 && by < this.last) {
      this.closed += this.open * by;
      this.open = 0;
      this.last = by;
      this.room = by < 100 ? 0 : by;
    } else if (this.open === 0 && this.closed > 0 && by > 100 && this.scale < 1e9) {
      this.closed *= by; // "two dozen million"
      this.room = 0;
    } else return false;
    this.scale = Math.max(this.scale, by);
    return true;
  }

  /** "… and a half". */
  halve(): void {
    if (this.scale === 1) this.open += 0.5;
    else this.closed += this.scale / 2;
    this.room = 0;
  }
}

/**
 * A number that is put together, from its first word: "two", "twenty-six", "three hundred and twelve thousand", "a hundred and fifty",
 * "two and a half million", "twenty-first", "two-thirds".
 */
export function readCount(s: Stretch, first: Word): Numeral {
  const sum = new Sum();
  let end = first.end;
  let word: Word | null = first;
  for (let entry = entryOf(first); word && entry; entry = entryOf(word)) {
    if (word !== first && entry.kind === ENTRY.ordinal) {
      // "twenty-first", "hundred-and-third"; "twenty second" is no ordinal
      if (word.hyphen && sum.take(entry)) return make(first.start, word.end, sum.value, 'ordinal');
      break;
    }
    const goes =
      entry.kind === ENTRY.unit || entry.kind === ENTRY.scale || (word === first && entry.kind === ENTRY.article);
    if (!goes || (word.lower === 'score' && sum.value < 2) || !sum.take(entry)) break;
    end = word.end;
    const next = s.after(end);
    // "two-and-a-half" goes on, "search-and-rescue" does not
    if (next?.lower !== 'and' || (next.hyphen && halfAfter(s, next.end) === null)) {
      word = next;
      continue;
    }
    const half = halfAfter(s, next.end);
    if (half !== null) {
      sum.halve();
      end = half;
      word = s.after(end);
    } else word = sum.openEnded ? unitAfter(s, next.end) : null;
  }
  return partOf(s, first.start, end, sum) ?? make(first.start, end, sum.value, 'plain', null, sum.scale);
}

/** After "and": a number below a hundred, that belongs to the one before. */
function unitAfter(s: Stretch, at: number): Word | null {
  const word = s.after(at);
  const entry = entryOf(word);
  return word && !word.hyphen && entry?.kind === ENTRY.unit && entry.value > 0 ? word : null;
}

/** "two-thirds", "three quarters", "one third of": the number counts parts of a whole. */
function partOf(s: Stretch, start: number, end: number, sum: Sum): Numeral | null {
  const part = sum.scale === 1 && sum.value > 0 ? s.after(end) : null;
  if (!part || !isPart(part.lower)) return null;
  if (part.lower.endsWith('s')) return make(start, part.end, sum.value / partsOf(part.lower.slice(0, -1)), 'fraction');
  const whole = part.lower !== 'half' && (part.hyphen || s.after(part.end)?.lower === 'of');
  return sum.value === 1 && whole ? make(start, part.end, 1 / partsOf(part.lower), 'fraction') : null;
}

const partsOf = (word: string): number => PARTS[word as keyof typeof PARTS];
