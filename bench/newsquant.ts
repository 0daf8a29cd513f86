/**
 * NewsQuant (CQE, 2023): F1 of the values found, and of values with the change that goes with them, beside the published figures.
 * `npx tsx bench/newsquant.ts [FILE] [--errors]`, by default the half kept for developing, in ../shared/benchmarks. A predicted quantity
 * is right when a gold one of its sentence, not matched yet, has its value (both ends of a range); changes are `=` `~` `>` `<` `up` `down`.
 * What NewsQuant counts and we do not (or the other way round) is mapped here and nowhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { AFTER, MODIFIERS, type Modifier } from '../src/languages/en/number-words.ts';
import { findQuantities } from '../src/languages/en/numbers.ts';
import type { QuantityMention } from '../src/model/quantity.ts';

export interface Quantity {
  change: string;
  low: number;
  high: number;
}

const CHANGES = { least: '>', most: '<', about: '~' } as const;
const SENSE_OF = new Map<string, Modifier['sense']>([...AFTER, ...MODIFIERS].map(({ words, sense }) => [words, sense]));
const EXACT = new Set(['some', 'as many as', 'an average of']);
const VAGUELY = /^(?:several|a few|a handful)/;

/** The sign of the words that modify a number, or of a mark before it; `=` when they leave it exact. */
function changeOf(q: QuantityMention): string {
  // "some seven miles", "as many as 14", "an average of 50" are exact in NewsQuant
  if (q.modifier === null || EXACT.has(q.modifier)) return '=';
  const sense = q.sense === 'range' ? SENSE_OF.get(q.modifier) : q.sense;
  return (CHANGES as Readonly<Record<string, string>>)[sense ?? ''] ?? '=';
}

/** A mention as NewsQuant would write it; null when it annotates no such thing. */
function asNewsQuant(text: string, q: QuantityMention): Quantity | null {
  if (['year', 'date', 'clock', 'model', 'zero', 'ordinal'].includes(q.kind)) return null;
  const hyphened = /[-‐‑]/.test(text[q.numberEnd] ?? '');
  const inWords = !/\d/.test(text.slice(q.numberStart, q.numberEnd));
  // "11-member" is annotated, "four-point plan", "a five-year deal" are not; nor is a number in a name
  if (hyphened && inWords) return null;
  if (q.kind === 'other' && !hyphened) return null;
  if (q.modifier !== null && VAGUELY.test(q.modifier)) return null;
  if (/^a (?:pair|single)/i.test(text.slice(q.numberStart, q.numberEnd))) return null;
  // dozens are 12 to 120, millions 1,000,000 to 10,000,000
  if (q.sense === 'plural') return { change: '=', low: q.exact[0], high: q.exact[0] * 10 };
  return { change: q.trend ?? changeOf(q), low: q.exact[0], high: q.exact[1] ?? q.exact[0] };
}

const FROM = /\bfrom (?:about |around |nearly |up to )?$/i;
const TO = /^[^,;]{0,50}\bto (?:about |around |nearly )?$/;
const BRACKET = /^\s?\($/;

/** All that NewsQuant would annotate: "from A … to B" is one range there, and what stands in brackets says the same again in another unit. */
function annotated(text: string): Quantity[] {
  const out: Quantity[] = [];
  let last: QuantityMention | null = null;
  for (const q of findQuantities(text)) {
    const quantity = asNewsQuant(text, q);
    if (!quantity) continue;
    const before = out[out.length - 1];
    const between = last ? text.slice(last.end, q.start) : '';
    if (last && before && before.low === before.high && FROM.test(text.slice(0, last.start)) && TO.test(between)) {
      out[out.length - 1] = { change: '=', low: before.low, high: quantity.low };
    } else {
      if (before && BRACKET.test(between) && quantity.change === '=' && q.kind !== 'cardinal')
        quantity.change = before.change;
      out.push(quantity);
    }
    last = q;
  }
  return out;
}

interface Item {
  text: string;
  quantities: { change: string; value: string }[];
}

/** A value of NewsQuant: a number, or two with a hyphen between ("1.0-1.5", "-130", "1.99E-29"). */
function parseValue(value: string): { low: number; high: number } | null {
  const match = /^\s*(-?[\d.]+(?:[eE]-?\d+)?)(?:\s*-\s*(-?[\d.]+(?:[eE]-?\d+)?))?\s*$/.exec(value);
  return match && { low: Number(match[1]), high: Number(match[2] ?? match[1]) };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

/** Values, and values with their change, over all items; `misses` says what went wrong where. */
export function score(items: readonly Item[]): { value: Score; change: Score; misses: string[] } {
  let gold = 0;
  let said = 0;
  let values = 0;
  let changes = 0;
  const misses: string[] = [];
  for (const { text, quantities } of items) {
    const wanted = quantities.map((q) => ({
      change: q.change,
      ...(parseValue(q.value) ?? { low: Number.NaN, high: Number.NaN }),
    }));
    const found = annotated(text);
    gold += wanted.length;
    said += found.length;
    const free = new Set(wanted);
    const extra: Quantity[] = [];
    for (const q of found) {
      const fits = [...free].filter((w) => near(q.low, w.low) && near(q.high, w.high));
      const match = fits.find((w) => w.change === q.change) ?? fits[0];
      if (!match) {
        extra.push(q);
        continue;
      }
      free.delete(match);
      values++;
      if (match.change === q.change) changes++;
      else misses.push(`change ${q.change} for ${match.change} ${q.low}: ${text}`);
    }
    const show = (q: Quantity) => `${q.change}${q.low}${q.high === q.low ? '' : `-${q.high}`}`;
    if (free.size > 0 || extra.length > 0)
      misses.push(`missed [${[...free].map(show)}] extra [${extra.map(show)}]: ${text}`);
  }
  const prf = (hit: number): Score => ({ precision: hit / said, recall: hit / gold, f1: (2 * hit) / (said + gold) });
  return { value: prf(values), change: prf(changes), misses };
}

export const read = (file: string): Item[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);

const here = process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].replace(/^.*\//, '/'));
if (here) {
  const file =
    process.argv.slice(2).find((arg) => !arg.startsWith('--')) ??
    new URL('../../shared/benchmarks/newsquant-odd.jsonl', import.meta.url).pathname;
  if (!existsSync(file)) console.log(`newsquant: skipped, ${file} is not there`);
  else {
    const items = read(file);
    const { value, change, misses } = score(items);
    const percent = (x: number) => (100 * x).toFixed(1).padStart(5);
    console.log(`NewsQuant, ${items.length} items of ${file}`);
    console.log('                     P      R     F1    CQE  GPT-3  (published, whole set)');
    console.log(
      `value            ${percent(value.precision)}  ${percent(value.recall)}  ${percent(value.f1)}   92.0   70.6`,
    );
    console.log(
      `value + change   ${percent(change.precision)}  ${percent(change.recall)}  ${percent(change.f1)}   88.1   51.9`,
    );
    if (process.argv.includes('--errors')) for (const miss of misses) console.log(miss);
  }
}
