import type { Place } from '../model/claim.ts';
import { fold } from './words.ts';

/** A place as linking compares it: what is left of its name without words such as "region", and where it is. */
export interface Where {
  name: string;
  words: readonly string[];
  /** Which part of what the words name: `north` of "northern Gaza". */
  part: string | null;
  id: string | null;
  at: readonly [number, number] | null;
  /** UCDP GED's `where_prec`; null when unresolved. */
  precision: number | null;
}

/** Words that say what sort of place it is, or which part of it, and not which place. */
const sorts = new Set(
  (
    'the of in at near a al el ar er ash as an ad az es district region oblast province governorate township county territory state city ' +
    'town village port area strip line front frontline axis sector direction camp base north south east west northern southern eastern western central'
  ).split(' '),
);

/** Words that say that it is an area, however exactly its point is known: its town may bear the same name. */
const areas = new Set('district region oblast province governorate township county territory state'.split(' '));
/** `where_prec` of the smallest area that such words mean. */
const AREA = 3;

const parts: readonly [string, readonly string[]][] = [
  ['north', ['north', 'northern']],
  ['south', ['south', 'southern']],
  ['east', ['east', 'eastern']],
  ['west', ['west', 'western']],
  ['centre', ['central']],
];

export function whereOf(place: Place): Where {
  const words = fold(place.name)
    .split(' ')
    .filter((word) => word !== '' && !sorts.has(word));
  const at = place.latitude === null || place.longitude === null ? null : ([place.latitude, place.longitude] as const);
  const all = fold(place.name).split(' ');
  const part = parts.find(([, of]) => all.some((word) => of.includes(word)))?.[0] ?? null;
  const isArea = all.some((word) => areas.has(word));
  const precision = place.precision && isArea ? Math.max(place.precision, AREA) : place.precision;
  return { name: place.name, words, part, id: place.id, at, precision };
}

/**
 * `inside`: one may hold the other. `unsure`: one is an area, and there is no telling whether it holds the other.
 * `unlike`: two names, and no telling how far apart. `away`: exact places within a day's fighting of each other. `apart`: farther.
 */
export type PlaceRelation = 'same' | 'inside' | 'near' | 'unsure' | 'unlike' | 'away' | 'apart';

/** Kilometres around its point within which an area surely lies, by `where_prec`; it may go on to twice that and more. */
export const reach: Readonly<Record<number, number>> = { 1: 5, 2: 25, 3: 40, 4: 70, 5: 80, 6: 400, 7: 500 };
/** Kilometres within which two exact places are neighbours. */
export const NEAR = 15;
/** Kilometres within which they can be sites of one battle or raid, if an article tells them together. */
const AWAY = 150;

export function comparePlaces(a: Where, b: Where): PlaceRelation {
  if (a.id !== null && a.id === b.id) return 'same';
  const shared = a.words.filter((word) => b.words.includes(word)).length;
  const spelt = a.words.length !== b.words.length && a.words.join('') === b.words.join('') && a.words.length > 0;
  if (spelt || (shared > 0 && shared === a.words.length && shared === b.words.length))
    return a.part === b.part && !isTownOf(a, b) && !isTownOf(b, a) ? 'same' : 'inside';
  if (isVast(a) && isVast(b)) return a.precision === b.precision ? 'unlike' : 'unsure';
  if (a.at && b.at && a.precision && b.precision) {
    const apart = kilometres(a.at, b.at);
    if (Math.max(a.precision, b.precision) <= 2) return apart <= NEAR ? 'near' : apart <= AWAY ? 'away' : 'apart';
    const sure = reach[a.precision] + reach[b.precision];
    return apart <= sure ? 'inside' : apart <= 2.5 * sure ? 'unsure' : 'apart';
  }
  if (shared > 0 && (shared === a.words.length || shared === b.words.length)) return 'inside';
  return Math.max(a.precision ?? 0, b.precision ?? 0) >= 3 ? 'unsure' : 'unlike';
}

/** Does an area bear the name of the town: "Gaza City" and "the Gaza Strip"? */
const isTownOf = (town: Where, area: Where): boolean =>
  town.precision !== null && area.precision !== null && town.precision <= 2 && area.precision >= 4;

/** Is it a place that is known to the town? */
export const isExact = ({ precision }: Where): boolean => precision !== null && precision <= 2;

/** Is it known where it is, to the town? One that no gazetteer knows may lie in another that the article names. */
export const isLocated = (where: Where): boolean => isExact(where) && where.at !== null;

/** Is it a whole country, or open sea? Two things in it need not be one. */
export const isVast = (where: Where): boolean => (where.precision ?? 0) >= 6;

function kilometres([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
