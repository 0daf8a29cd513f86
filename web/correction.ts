import type { Claim } from './wire.ts';
import { MEASURES, STANCES, TYPES } from './words.ts';

/** A field of a claim that a reviewer may correct, and how it is entered. */
export interface Field {
  /** A path into the claim, such as `value.low`. */
  path: string;
  value: unknown;
  entry: 'text' | 'number' | 'date' | 'choice' | 'json';
  options?: readonly string[];
}

/** What stands in the article cannot be corrected, only what it was taken to mean. */
const FIXED = new Set(['id', 'content', 'sentence', 'extractor', 'cue', 'about']);
const WORDS = new Set(['text', 'start', 'end']);

const CHOICES: Record<string, readonly string[]> = {
  kind: ['figure', 'occurrence', 'response', 'superlative', 'statement'],
  type: Object.keys(TYPES),
  measure: ['', ...Object.keys(MEASURES)],
  stance: Object.keys(STANCES),
  modality: ['actual', 'planned', 'hypothetical', 'negated'],
  'source.kind': [
    'state',
    'institution',
    'military',
    'armed-group',
    'official',
    'outlet',
    'organisation',
    'person',
    'unnamed',
  ],
  'time.precision': ['day', 'night', 'week', 'month', 'year', 'range', 'since'],
};
const NUMBERS = new Set(['value.low', 'value.high', 'place.latitude', 'place.longitude', 'place.precision']);
const DATES = new Set(['time.from', 'time.to']);

/** The fields that most often need it come first; whole parts, as JSON, last. */
const FIRST = [
  'value.low',
  'value.high',
  'value.modifier',
  'measure',
  'item',
  'source.name',
  'source.side',
  'stance',
  'modality',
  'type',
  'place.name',
  'time.from',
  'time.to',
];

export function fieldsOf(claim: Claim): Field[] {
  const fields: Field[] = [];
  const whole: Field[] = [];
  for (const [name, value] of Object.entries(claim)) {
    if (FIXED.has(name)) continue;
    const part = ['value', 'source', 'actor', 'target', 'place', 'time', 'relays', 'hedges'].includes(name);
    if (part) whole.push({ path: name, value, entry: 'json' });
    else fields.push(leaf(name, value));
    if (part && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value as object))
        if (!WORDS.has(key)) fields.push(leaf(`${name}.${key}`, inner));
    }
  }
  const rank = ({ path }: Field) => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);
  return [...fields.sort((a, b) => rank(a) - rank(b)), ...whole];
}

const leaf = (path: string, value: unknown): Field => {
  if (path in CHOICES) return { path, value, entry: 'choice', options: CHOICES[path] };
  return { path, value, entry: NUMBERS.has(path) ? 'number' : DATES.has(path) ? 'date' : 'text' };
};

/** What is in the field, as JSON will carry it; an empty field is null. Throws where it is no JSON, or no number. */
export function entered(field: Field, text: string): unknown {
  if (field.entry === 'json') return JSON.parse(text);
  if (text.trim() === '') return null;
  if (field.entry !== 'number') return text.trim();
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`${text} is no number`);
  return number;
}

export const asText = (field: Field): string =>
  field.entry === 'json'
    ? JSON.stringify(field.value, null, 2)
    : field.value === null || field.value === undefined
      ? ''
      : String(field.value);
