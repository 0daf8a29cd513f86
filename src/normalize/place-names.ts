import type { ResolvedPlace } from '../model/knowledge.ts';
import { areas } from './data/areas.ts';
import { type Country, countries } from './data/countries.ts';
import { cityDivisions, coreOf, type Division, divisions } from './data/divisions.ts';
import { type Spelling, spellings } from './data/spellings.ts';
import { towns } from './data/towns.ts';
import type { Gazetteer, Section } from './gazetteer.ts';
import { placeKey } from './place-key.ts';

/** A town of towns.ts, with the codes of its country and division. */
export interface TownNamed {
  place: ResolvedPlace;
  code: string;
  division: string;
}

/** The curated tables by key, over the gazetteer: countries, areas, divisions, towns, spellings. */
export class PlaceNames {
  /** Countries and areas. `exact`: abbreviations that are meant only as they are written, by spaces. */
  readonly named = new Map<string, { place: ResolvedPlace; exact: string | null }>();
  /** From the key of a division's name without its word to codes. */
  readonly cores = new Map<string, string[]>();
  /** From a curated spelling's key to lines of the gazetteer. */
  readonly spelled = new Map<string, number[]>();
  /** Towns that the gazetteer lacks, by key. */
  readonly outside = new Map<string, TownNamed[]>();
  /** Folded words that begin any curated name. */
  readonly firstWords = new Set<string>();
  private readonly gazetteer: Gazetteer;
  private readonly sections = new Map<string, Section>();
  private readonly titles = new Map<string, string>();
  private readonly whole = new Map<string, ResolvedPlace>();
  /** By code, by the key of a name, and (as written) by its people. */
  private readonly countries = new Map<string, Country>();
  private readonly people = new Map<string, Country>();
  /** The name to show, by line of the gazetteer. */
  private readonly shown = new Map<number, string>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
    this.nameCountries();
    this.nameAreas();
    this.nameDivisions();
    this.nameTowns();
    this.nameSpellings();
  }

  /** The country of a place, as an ISO code; null at sea and across borders. */
  codeOf(place: ResolvedPlace): string | null {
    return place.country === null ? null : (this.countries.get(placeKey(place.country))?.code ?? null);
  }

  townPlace(line: number): ResolvedPlace {
    const town = this.gazetteer.town(line);
    const code = town.division.slice(0, 2);
    return {
      name: this.shown.get(line) ?? town.name,
      id: town.id > 0 ? `geonames:${town.id}` : `town:${town.division}/${placeKey(town.name).replace(/ /g, '-')}`,
      latitude: town.latitude,
      longitude: town.longitude,
      kind: 'city',
      country: this.countryName(code),
      admin1: this.titles.get(town.division) || null,
      population: town.population,
    };
  }

  division(code: string): ResolvedPlace {
    const known = this.whole.get(code);
    if (known) return known;
    const title = this.titles.get(code) ?? code;
    const { from, to } = this.sections.get(code) ?? { from: 0, to: 0 };
    let population = 0;
    let seat = from;
    // towns come by size: the first hundred are all that matter
    for (let line = from; line < Math.min(to, from + 100); line++) {
      const { kind, population: people } = this.gazetteer.town(line);
      population += people;
      if (kind === 'A' || kind === 'C') seat = line;
    }
    const town = to > from ? this.gazetteer.town(seat) : null;
    const place: ResolvedPlace = {
      name: title,
      id: `admin1:${code}`,
      latitude: town?.latitude ?? null,
      longitude: town?.longitude ?? null,
      kind: 'admin1',
      country: this.countryName(code.slice(0, 2)),
      admin1: title,
      population,
    };
    this.whole.set(code, place);
    return place;
  }

  countryName(code: string): string | null {
    return this.countries.get(code)?.name ?? null;
  }

  /** A country by its name or by the adjective or people that go with it. */
  countryNamed(name: string): Country | null {
    const bare = name.replace(/^[Tt]he /, '');
    return this.countries.get(placeKey(bare)) ?? this.people.get(bare) ?? null;
  }

  countryPlace(name: string): ResolvedPlace | null {
    const country = this.countryNamed(name);
    return country ? (this.named.get(placeKey(country.name))?.place ?? null) : null;
  }

  /** The mean of a country's towns in one third of it, by latitude, longitude or both. */
  middle(code: string, [up, right]: readonly [number, number]): [number, number] | null {
    const points: [number, number][] = [];
    for (const section of this.gazetteer.sections) {
      if (!section.code.startsWith(`${code}.`)) continue;
      for (let line = section.from; line < Math.min(section.to, section.from + 40); line++) {
        const town = this.gazetteer.town(line);
        points.push([town.latitude, town.longitude]);
      }
    }
    if (points.length < 6) return null;
    const span = (axis: 0 | 1) => {
      const values = points.map((point) => point[axis]).sort((a, b) => a - b);
      return [values[Math.floor(values.length / 3)], values[Math.floor((values.length * 2) / 3)]];
    };
    const fits = (value: number, [low, high]: number[], side: number) =>
      side > 0 ? value >= high : side < 0 ? value <= low : true;
    const lats = span(0);
    const lngs = span(1);
    const inside = points.filter(([lat, lng]) => fits(lat, lats, up) && fits(lng, lngs, right));
    if (inside.length === 0) return null;
    const mean = (axis: 0 | 1) =>
      Math.round((inside.reduce((sum, point) => sum + point[axis], 0) / inside.length) * 100) / 100;
    return [mean(0), mean(1)];
  }

  private name(names: readonly string[], place: ResolvedPlace): void {
    for (const name of names) {
      const key = placeKey(name);
      const short = /^[A-Z.&]{2,5}$|^LoC$/.test(name);
      const before = this.named.get(key);
      if (before?.exact) this.named.set(key, { place, exact: `${before.exact} ${name}` });
      else if (!before) this.named.set(key, { place, exact: short ? name : null });
      this.firstWords.add(key.split(' ')[0]);
    }
  }

  private nameCountries(): void {
    for (const country of countries as readonly Country[]) {
      const place: ResolvedPlace = {
        name: country.name,
        id: country.geonames === null ? `country:${country.code}` : `geonames:${country.geonames}`,
        latitude: country.at[0],
        longitude: country.at[1],
        kind: 'country',
        country: country.name,
        admin1: null,
        population: 0,
      };
      this.countries.set(country.code, country);
      this.countries.set(placeKey(country.name), country);
      for (const name of country.also ?? [])
        if (!this.countries.has(placeKey(name))) this.countries.set(placeKey(name), country);
      for (const people of country.people) this.people.set(people, country);
      this.name([country.name, ...(country.also ?? [])], place);
    }
  }

  private nameAreas(): void {
    for (const area of areas) {
      const country = area.country ? this.countryName(area.country) : null;
      const place: ResolvedPlace = {
        name: area.name,
        id: 'geonames' in area ? `geonames:${area.geonames}` : `area:${area.id}`,
        latitude: area.at[0],
        longitude: area.at[1],
        kind: area.kind,
        country,
        admin1: area.kind === 'admin1' ? area.name : null,
        population: 0,
      };
      this.name([area.name, ...('also' in area ? area.also : [])], place);
    }
  }

  private nameDivisions(): void {
    for (const section of this.gazetteer.sections) {
      if (section.title === '') continue;
      this.sections.set(section.code, section);
      this.titles.set(section.code, section.title);
      if (!cityDivisions.has(section.code)) this.nameDivision(section.code, section.core);
    }
    for (const { code, name, also = [] } of divisions as readonly Division[]) {
      if (name) this.titles.set(code, name);
      for (const each of name ? [name, coreOf(name), ...also] : also) this.nameDivision(code, placeKey(each));
    }
  }

  private nameDivision(code: string, key: string): void {
    const codes = this.cores.get(key);
    if (!codes) this.cores.set(key, [code]);
    else if (!codes.includes(code)) codes.push(code);
    const gap = key.indexOf(' ');
    this.firstWords.add(gap < 0 ? key : key.slice(0, gap));
  }

  private nameTowns(): void {
    for (const town of towns) {
      const division = `${town.country}.${town.division}`;
      const [latitude, longitude] = town.at;
      const place: ResolvedPlace = {
        name: town.name,
        id: `town:${division}/${placeKey(town.name).replace(/ /g, '-')}`,
        latitude,
        longitude,
        kind: 'city',
        country: this.countryName(town.country),
        admin1: this.titles.get(division) || null,
        population: 0,
      };
      for (const key of new Set([town.name, ...('also' in town ? town.also : [])].map(placeKey))) {
        this.outside.set(key, [...(this.outside.get(key) ?? []), { place, code: town.country, division }]);
        this.firstWords.add(key.split(' ')[0]);
      }
    }
  }

  private nameSpellings(): void {
    for (const { country, place, ...more } of spellings as readonly Spelling[]) {
      const lines = this.gazetteer
        .find(placeKey(place))
        .filter((line) => this.gazetteer.town(line).division.startsWith(country));
      const line = lines.sort((a, b) => this.gazetteer.town(b).population - this.gazetteer.town(a).population)[0];
      if (line === undefined) continue;
      this.shown.set(line, more.name ?? place);
      for (const key of new Set([place, ...(more.name ? [more.name] : []), ...(more.also ?? [])].map(placeKey))) {
        const targets = this.spelled.get(key) ?? [];
        this.spelled.set(key, [...targets, line]);
        this.firstWords.add(key.split(' ')[0]);
      }
    }
  }
}
