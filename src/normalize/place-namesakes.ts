import type { ResolvedPlace } from '../model/knowledge.ts';
import { divisionWords } from './data/divisions.ts';
import { men, women } from './data/given-names.ts';
import { doubtful, never } from './data/not-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import type { PlaceNames } from './place-names.ts';
import type { Nearby } from './place-near.ts';

/** A place of a name, and how likely it is meant. */
interface Candidate {
  place: ResolvedPlace;
  /** ISO code of its country. */
  code: string;
  /** The decimal logarithm of its population, and points for what speaks for it. */
  weight: number;
  /** Is it known well enough to be meant where nothing else points to its country? */
  known: boolean;
}

/** Countries whose towns are named after others': "Moscow, Idaho". That they stand near says little. */
const SETTLERS: ReadonlySet<string> = new Set(['US', 'GB', 'CA', 'AU', 'NZ']);
/** Countries whose names reach English by transliteration, in more than one way. */
const TRANSLITERATED: ReadonlySet<string> = new Set(
  'SY LB IL PS JO IQ IR YE SA EG LY TN DZ MA SD AE QA OM BH KW AF PK UA RU BY KZ KG TJ UZ TM GE AM AZ ER MR ET SO IN NP BD LK MM TH'.split(
    ' ',
  ),
);

/** Points for a country that stands near. */
const support = (code: string, near: Nearby): number => (!near.countries.has(code) ? 0 : SETTLERS.has(code) ? 1 : 4);

/** Chooses between the places that share a name: by what stands near, then by size. */
export class Namesakes {
  private readonly names: PlaceNames;
  private readonly gazetteer: Gazetteer;
  private readonly never: ReadonlySet<string> = new Set(never);
  private readonly doubtful: ReadonlySet<string> = new Set([
    ...doubtful,
    ...`${men} ${women}`.toLowerCase().split(' '),
  ]);

  constructor(names: PlaceNames, gazetteer: Gazetteer) {
    this.names = names;
    this.gazetteer = gazetteer;
  }

  /** Is a word by itself no place, whatever the gazetteer says? */
  isNever(key: string): boolean {
    return this.never.has(key);
  }

  /** The likeliest place of a name, null when none is known well enough. */
  find(plain: string, key: string, near: Nearby): ResolvedPlace | null {
    const named = this.names.named.get(key);
    if (named && (named.exact === null || named.exact.includes(plain))) {
      if (key === 'georgia' && near.countries.has('US') && !near.countries.has('GE'))
        return this.names.division('US.GA');
      return named.place;
    }
    if (this.never.has(key) || !/\p{Lu}/u.test(plain)) return null;
    let best: Candidate | null = null;
    const consider = (candidate: Candidate) => {
      if (
        !best ||
        candidate.weight > best.weight ||
        (candidate.weight === best.weight && String(candidate.place.id) < String(best.place.id))
      )
        best = candidate;
    };
    for (const line of this.names.spelled.get(key) ?? []) consider(this.candidate(line, near, true));
    for (const line of this.gazetteer.find(key)) consider(this.candidate(line, near, false));
    for (const { place, code, division } of this.names.outside.get(key) ?? []) {
      const weight = 4 + support(code, near) + (near.divisions.has(division) ? 2 : 0);
      consider({ place, code, weight, known: false });
    }
    for (const code of this.names.cores.get(key) ?? []) {
      const place = this.names.division(code);
      const country = code.slice(0, 2);
      consider({
        place,
        code: country,
        known: true,
        weight: Math.log10(place.population + 10) - 1.2 + support(country, near),
      });
    }
    const chosen = best as Candidate | null;
    if (!chosen) return null;
    const supported = near.countries.has(chosen.code);
    if (this.doubtful.has(key) && !supported && chosen.place.population < 300_000) return null;
    return chosen.known || supported ? chosen.place : null;
  }

  /** The likeliest first-order division of a name without its word: "Kharkiv". */
  division(name: string, near: Nearby): ResolvedPlace | null {
    const key = placeKey(name);
    let best: { code: string; weight: number } | null = null;
    for (const code of this.names.cores.get(key) ?? []) {
      const weight =
        Math.log10(this.names.division(code).population + 10) +
        support(code.slice(0, 2), near) +
        (code.slice(0, 2) in divisionWords ? 1 : 0);
      if (!best || weight > best.weight) best = { code, weight };
    }
    return best && this.names.division(best.code);
  }

  /** The likeliest place that sounds like a name, in the countries near. */
  soundsLike(plain: string, key: string, near: Nearby): ResolvedPlace | null {
    if (key.length < 5 || this.never.has(key) || this.doubtful.has(key)) return null;
    if (!/^\p{Lu}\p{Ll}|^(?:al|el|ad|an|ar|as|ash|at|az)-\p{Lu}/u.test(plain)) return null;
    const countries = new Set([...near.countries].filter((code) => TRANSLITERATED.has(code)));
    if (countries.size === 0) return null;
    let best: Candidate | null = null;
    for (const line of this.gazetteer.soundsLike(key, countries)) {
      const candidate = this.candidate(line, near, false);
      if (!best || candidate.weight > best.weight) best = candidate;
    }
    return best?.place ?? null;
  }

  private candidate(line: number, near: Nearby, curated: boolean): Candidate {
    const town = this.gazetteer.town(line);
    const code = town.division.slice(0, 2);
    const supported = near.countries.has(code);
    const neighbour =
      !supported &&
      near.at.some(
        ([lat, lng]) => Math.hypot(lat - town.latitude, (lng - town.longitude) * Math.cos((lat * Math.PI) / 180)) < 12,
      );
    const seat = town.kind === 'C' || town.kind === 'A';
    const weight =
      Math.log10(town.population + 10) +
      (supported ? support(code, near) : neighbour ? 2 : 0) +
      (near.divisions.has(town.division) ? 2 : 0) +
      (curated ? 1.5 : 0) +
      (town.kind === 'C' ? 2 : seat ? 0.3 : town.kind === 'X' ? -1 : 0);
    const floor = near.at.length === 0 || neighbour ? 3_000 : 50_000;
    return {
      place: this.names.townPlace(line),
      code,
      weight,
      known:
        curated ||
        town.kind === 'C' ||
        (seat && town.population >= 20_000) ||
        (town.kind !== 'X' && town.population >= (code in divisionWords ? floor : Math.max(floor, 15_000))),
    };
  }
}
