import { APART, LESS_RECENT, SMALL, TELLING } from './evidence.ts';
import { factsOf } from './facts.ts';
import { itemSort } from './items.ts';
import { isBare, isLoose, type Passage } from './passages.ts';
import { isLocated, isVast, reach, type Where } from './whereabouts.ts';
import { fold } from './words.ts';

/**
 * Block keys: what two passages must share to be weighed against each other at all. Each joins a thing that says which event it
 * may be (a place, a named target, a large number, a pair of sides) to a day, so that a busy day of one place, or a ministry that
 * speaks every day, brings no other day's events with it. A passage is *filed* under `file` and *looked up* under `ask`.
 */
export interface Keys {
  file: string[];
  ask: string[];
}

/** Days in a bucket of what is not dated to the day. */
const BUCKET = 8;
const bucket = (day: number): number => Math.floor(day / BUCKET);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const buckets = (from: number, to: number): number[] => range(bucket(from), bucket(to));

const known = new WeakMap<Passage, Keys>();

export function keysOf(passage: Passage): Keys {
  let keys = known.get(passage);
  if (!keys) {
    keys = workedOut(passage);
    known.set(passage, keys);
  }
  return keys;
}

function workedOut(passage: Passage): Keys {
  const file = new Set<string>([articleKey(passage.document.id)]);
  const ask = new Set<string>();
  const totals = passage.windows.filter((w) => w.sort === 'total');
  const dated = (passage.windows.length ? passage.windows : passage.hints.windows).filter((w) => w.sort !== 'total');
  const filed = (what: string, days: number[], weeks: number[]) => {
    for (const day of days) file.add(`${what} ${day}`);
    for (const week of weeks) file.add(`${what} ~${week}`);
  };
  const asked = (what: string, days: number[], weeks: number[]) => {
    for (const day of days) ask.add(`${what} ${day}`);
    for (const week of weeks) ask.add(`${what} ~${week}`);
  };
  const perhapsAt = passage.places.some(isLocated) ? passage.places : [...passage.places, ...passage.hints.places];
  const things = [
    ...perhapsAt.flatMap((where) => [...names(where), ...cells(where)]),
    ...[...passage.target].map((word) => `n ${word}`),
    ...[...passage.families].filter((family) => family !== 'fighting').map((family) => `k ${family}`),
    ...numbers(passage, TELLING),
  ];
  if (isLoose(passage)) file.add(looseKey(passage.document.id));
  if (isBare(passage)) {
    if (passage.published !== null)
      for (const voice of voices(passage)) {
        filed(`${voice} bare`, [], [bucket(passage.published)]);
        for (const sort of ['bare', 'told'])
          asked(`${voice} ${sort}`, [], buckets(passage.published - APART, passage.published + APART));
      }
  } else if (passage.published !== null)
    for (const voice of voices(passage)) {
      filed(`${voice} told`, [], [bucket(passage.published)]);
      asked(`${voice} bare`, [], buckets(passage.published - APART, passage.published + APART));
    }
  const placed = !passage.places.every(isVast);
  for (const side of sides(passage))
    for (const { from, to } of dated) {
      filed(`${side} ${placed ? 'here' : 'somewhere'}`, range(from, to), []);
      for (const where of placed ? ['somewhere'] : ['somewhere', 'here'])
        asked(`${side} ${where}`, range(from - 1, to + 1), []);
    }
  for (const number of numbers(passage, SMALL))
    for (const { from, to } of dated) {
      filed(number, range(from, to), []);
      asked(number, range(from, to), []);
    }
  for (const thing of things) {
    for (const { from, to } of dated) {
      filed(thing, range(from, to), []);
      asked(thing, range(from - 1, to + 1), buckets(from, to + LESS_RECENT));
    }
    if (!dated.length && !totals.length && passage.published !== null) {
      const day = passage.published;
      filed(thing, [], [bucket(day)]);
      asked(thing, range(day - LESS_RECENT, day), buckets(day - APART, day + APART));
    }
  }
  for (const { from } of totals)
    for (const thing of [...passage.places.flatMap(names), ...voices(passage), ...numbers(passage, SMALL)]) {
      file.add(`t ${thing} ${Math.floor(from / 4)}`);
      for (const at of range(Math.floor((from - 3) / 4), Math.floor((from + 3) / 4))) ask.add(`t ${thing} ${at}`);
    }
  return { file: [...file], ask: [...ask] };
}

/** Finds all that an article says. */
export const articleKey = (document: string): string => `d ${document}`;
/** Finds those passages of an article that lack a day or a place, and so go where others of it go. */
export const looseKey = (document: string): string => `d ${document} loose`;

const names = (where: Where): string[] => where.words.map((word) => `n ${word}`);

/** Cells of one degree that an exact place lies in or near, or that an area may cover; none for a country or a sea. */
function cells(where: Where): string[] {
  if (!where.at || !where.precision || isVast(where)) return [];
  const [latitude, longitude] = where.at;
  const north = (where.precision <= 2 ? 15 : reach[where.precision]) / 111;
  const east = north / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const rows = range(Math.floor(latitude - north), Math.floor(latitude + north));
  const columns = range(Math.floor(longitude - east), Math.floor(longitude + east));
  return rows.flatMap((row) => columns.map((column) => `c ${row} ${column}`));
}

const sides = (passage: Passage): string[] => [
  ...[...passage.attackers].map((side) => `a ${fold(side)}`),
  ...[...passage.victims].map((side) => `b ${fold(side)}`),
];

const numbers = (passage: Passage, least: number): string[] =>
  passage.claims.flatMap(({ value, measure }) =>
    [...new Set([value?.low ?? 0, value?.high ?? 0])].filter((n) => n >= least).map((n) => `f ${measure} ${n}`),
  );

const voices = (passage: Passage): string[] => [
  ...new Set(
    passage.claims.flatMap((claim) =>
      claim.measure && factsOf(claim).voice
        ? [`o ${claim.measure} ${itemSort(claim.item)} ${factsOf(claim).voice}`]
        : [],
    ),
  ),
];
