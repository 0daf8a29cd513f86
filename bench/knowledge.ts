/**
 * How fast names are looked up: `npx tsx bench/knowledge.ts`. Phrases are made of the tables, half of them no parties; "cold" is the first
 * time that a phrase is seen, "again" every later time. One core; phrases and names a second, milliseconds, megabytes.
 */
import { Actors } from '../src/normalize/actor.ts';
import { countries } from '../src/normalize/data/countries.ts';
import { institutions } from '../src/normalize/data/institutions.ts';
import { Gazetteer } from '../src/normalize/gazetteer.ts';
import { Places } from '../src/normalize/place.ts';

const things = 'bridge missile drone convoy refinery positions report ceasefire school strike front village road'.split(
  ' ',
);
const phrases = countries.flatMap((country, i) =>
  institutions
    .slice(0, 30)
    .flatMap(({ also }, j) => [
      `${country.name}'s ${also[(i + j) % also.length]}`,
      `the ${country.name} ${things[(i * 7 + j) % things.length]} of ${country.capital}`,
      `a ${things[(i + j * 3) % things.length]} near ${country.capital} number ${i}-${j}`,
      `${country.name}'s ${also[j % also.length]} spokesman Ivan Petrov`,
    ]),
);
const gazetteer = new Gazetteer();
const names = gazetteer.sections.flatMap(({ from, to }) =>
  to > from ? [gazetteer.town(from).name, `${gazetteer.town(from).name} region`] : [],
);

/** Thousands of calls a second of `work` over a list, `times` over. */
const rate = <T>(list: readonly T[], times: number, work: (one: T) => unknown): string => {
  const start = performance.now();
  for (let i = 0; i < times; i++) for (const one of list) work(one);
  return `${Math.round((list.length * times) / (performance.now() - start)).toLocaleString('en')} k/s`;
};
const before = process.memoryUsage().rss;
const opening = performance.now();
const places = new Places();
const actors = new Actors(places);
actors.resolve('Kyiv');
console.log(
  `open                 ${Math.round(performance.now() - opening)} ms, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`,
);
const near = ['Ukraine', 'Russia'];
const unique = [...new Set(phrases)].slice(0, 15_000);
const resolve = (phrase: string) => actors.resolve(phrase);
console.log(`resolve, cold        ${rate(unique, 1, resolve)} (${unique.length} phrases)`);
console.log(`resolve, again       ${rate(unique, 20, resolve)}`);
console.log(`find, cold           ${rate(names, 1, (name) => places.find(name))} (${names.length} names)`);
console.log(`find near, cold      ${rate(names, 1, (name) => places.find(name, near))}`);
console.log(`find near, again     ${rate(names, 20, (name) => places.find(name, near))}`);
console.log(`startsPlace          ${rate(names, 20, (name) => places.startsPlace(name))}`);
console.log(`resident             ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
