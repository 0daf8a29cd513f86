import type { PlaceIndex, ResolvedPlace } from '../model/knowledge.ts';
import { areas } from './data/areas.ts';
import { type Country, countries } from './data/countries.ts';
import { cityDivisions, coreOf, type Division, divisions, divisionWords } from './data/divisions.ts';
import { doubtful, never } from './data/not-places.ts';
import { type Spelling, spellings } from './data/spellings.ts';
import { towns } from './data/towns.ts';
import { Gazetteer, type Section } from './gazetteer.ts';
import { foldName, placeKey } from './place-key.ts';

/** A candidate for a name, and how likely it is meant. */
interface Candidate {
  place: ResolvedPlace;
  code: string | null;
  division: string | null;
  weight: number;
  /** Is it known well enough to be meant without anything else that points to its country? */
  known: boolean;
}

/** What the article has named already. */
interface Nearby {
  /** ISO codes of countries, nothing finer. */
  countries: ReadonlySet<string>;
  divisions: ReadonlySet<string>;
  at: readonly (readonly [number, number])[];
}

const NOWHERE: Nearby = { countries: new Set(), divisions: new Set(), at: [] };
const CACHE = 20_000;

/** Words after a name that make it a first-order division, if there is one of that name. */
const DIVISION_WORDS = new Set(
  'region oblast province governorate state krai kray republic department prefecture governate provinces okrug division regions oblasts governorates provincial county'.split(
    ' ',
  ),
);
/** Words after a name that make it a smaller division. */
const DISTRICT_WORDS = new Set(
  'district township raion rayon cercle commune territory subdistrict tehsil taluk districts municipality hromada locality upazila woreda'.split(
    ' ',
  ),
);
/** Words after a name that change nothing. */
const TOWN_WORDS = new Set('city town village settlement area camp suburb direction front sector axis'.split(' '));
/** Words after a name that make it a thing at that place. */
const SITE_WORDS = new Set(
  (
    'airport port airbase airfield base refinery harbour harbor crossing checkpoint dam bridge hospital university station depot terminal prison cemetery mosque ' +
    'cathedral church monastery island hills mountains mountain forest desert valley river lake peninsula neighborhood neighbourhood quarter'
  ).split(' '),
);
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  north: [1, 0],
  northern: [1, 0],
  south: [-1, 0],
  southern: [-1, 0],
  east: [0, 1],
  eastern: [0, 1],
  west: [0, -1],
  western: [0, -1],
  central: [0, 0],
  northeast: [1, 1],
  northeastern: [1, 1],
  northwest: [1, -1],
  northwestern: [1, -1],
  southeast: [-1, 1],
  southeastern: [-1, 1],
  southwest: [-1, -1],
  southwestern: [-1, -1],
  center: [0, 0],
  centre: [0, 0],
};
const OF =
  /^(?:(?:port|capital|border|coastal|frontline|front line|mining|garrison|southern|northern|eastern|western|nearby|besieged|occupied) )?(?:city|town|village|port|settlement|suburb|area|region|province|state|district|governorate|department|township|hamlet|municipality|oblast|republic) of (?:the )?(.+)$/i;
const SIDE_OF =
  /^(?:far )?(north|south|east|west|centre|center|north-east|north-west|south-east|south-west|northeast|northwest|southeast|southwest) of (?:the )?(.+)$/i;
const OWNER = /^([^'’]+)['’]s? (.+)$/;
const CAPITAL = /^(?:capital (?:city )?of (?:the )?(.+)|(.+?)(?:['’]s)? capital(?: city)?)$/;

export class Places implements PlaceIndex {
  readonly longest = 8;
  private readonly gazetteer: Gazetteer;
  private readonly sections = new Map<string, Section>();
  private readonly titles = new Map<string, string>();
  private readonly whole = new Map<string, ResolvedPlace>();
  /** From the key of a division's name without its word to codes. */
  private readonly cores = new Map<string, string[]>();
  private readonly named = new Map<string, { place: ResolvedPlace; code: string | null; exact: string | null }>();
  private readonly countryOf = new Map<string, Country>();
  private readonly byPeople = new Map<string, Country>();
  /** From a curated spelling's key to lines of the gazetteer. */
  private readonly spelled = new Map<string, number[]>();
  private readonly shown = new Map<number, string>();
  /** Towns that the gazetteer lacks, by key. */
  private readonly outside = new Map<string, Candidate[]>();
  private readonly firstWords = new Set<string>();
  private readonly never: ReadonlySet<string> = new Set(never);
  private readonly doubtful: ReadonlySet<string> = new Set(doubtful);
  private readonly found = new Map<string, ResolvedPlace | null>();
  private readonly nearby = new Map<string, Nearby>();

  constructor(gazetteer = new Gazetteer()) {
    this.gazetteer = gazetteer;
    this.nameCountries();
    this.nameAreas();
    this.nameDivisions();
    this.nameTowns();
    this.nameSpellings();
  }

  startsPlace(word: string): boolean {
    const key = placeKey(word.replace(/['’]s$/, ''));
    const gap = key.indexOf(' ');
    const first = gap < 0 ? key : key.slice(0, gap);
    if (first === '') return false;
    if (
      this.firstWords.has(first) ||
      first in DIRECTIONS ||
      /^(al|el|ad|an|ar|as|ash|at|az|deir|the|saint|st|port|mount|lake)$/.test(first)
    )
      return true;
    return this.gazetteer.begins(first) && !(gap < 0 && this.never.has(first));
  }

  find(name: string, near: readonly string[] = []): ResolvedPlace | null {
    if (name.length === 0 || name.length > 90) return null;
    const context = near.length === 0 ? '' : near.join('|');
    const cached = this.found.get(context === '' ? name : `${name}\n${context}`);
    if (cached !== undefined) return cached;
    const place = this.look(name.trim(), near.length === 0 ? NOWHERE : this.around(near, context), 0);
    if (this.found.size >= CACHE) this.found.clear();
    this.found.set(context === '' ? name : `${name}\n${context}`, place);
    return place;
  }

  private look(name: string, near: Nearby, depth: number): ResolvedPlace | null {
    if (depth > 4 || name === '') return null;
    const plain = name.replace(/^[Tt]he /, '');
    const key = placeKey(plain);
    if (key === '') return null;
    return this.byName(plain, key, near) ?? this.byPattern(plain, near, depth) ?? this.bySound(plain, key, near);
  }

  private byName(plain: string, key: string, near: Nearby): ResolvedPlace | null {
    const named = this.named.get(key);
    if (named && (named.exact === null || named.exact.includes(plain))) {
      if (key === 'georgia' && near.countries.has('US') && !near.countries.has('GE')) return this.division('US.GA');
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
    for (const line of this.spelled.get(key) ?? []) consider(this.candidate(line, near, true));
    for (const line of this.gazetteer.find(key)) consider(this.candidate(line, near, false));
    for (const town of this.outside.get(key) ?? []) {
      const at = near.countries.has(town.code ?? '') ? 6 : 0;
      consider({ ...town, weight: town.weight + at + (near.divisions.has(town.division ?? '') ? 2 : 0) });
    }
    for (const code of this.cores.get(key) ?? []) {
      const place = this.division(code);
      const country = code.slice(0, 2);
      const supported = near.countries.has(country);
      consider({
        place,
        code: country,
        division: code,
        known: true,
        weight: Math.log10(place.population + 10) - 1.2 + (supported ? 6 : 0),
      });
    }
    const chosen = best as Candidate | null;
    if (!chosen) return null;
    const supported = chosen.code !== null && near.countries.has(chosen.code);
    if (this.doubtful.has(key) && !supported && chosen.place.population < 300_000) return null;
    return chosen.known || supported ? chosen.place : null;
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
      (supported ? 6 : neighbour ? 2 : 0) +
      (near.divisions.has(town.division) ? 2 : 0) +
      (curated ? 1.5 : 0) +
      (town.kind === 'C' ? 1 : seat ? 0.3 : town.kind === 'X' ? -1 : 0);
    const floor = near.at.length === 0 || neighbour ? 3_000 : 50_000;
    return {
      place: this.townPlace(line),
      code,
      division: town.division,
      weight,
      known:
        curated ||
        town.kind === 'C' ||
        (seat && town.population >= 20_000) ||
        (town.kind !== 'X' && town.population >= (code in divisionWords ? floor : Math.max(floor, 15_000))),
    };
  }

  private byPattern(plain: string, near: Nearby, depth: number): ResolvedPlace | null {
    const again = (name: string, context = near) => this.look(name, context, depth + 1);
    const comma = plain.indexOf(', ');
    if (comma > 0) {
      const whole = again(plain.slice(comma + 2));
      return whole ? again(plain.slice(0, comma), this.with(near, whole)) : null;
    }
    const capital = plain.includes('capital') ? CAPITAL.exec(plain) : null;
    if (capital) {
      const country = this.countryNamed(capital[1] ?? capital[2]);
      if (country)
        return again(country.capital, this.with(near, this.named.get(placeKey(country.name))?.place ?? null));
    }
    const owner = /['’]/.test(plain) ? OWNER.exec(plain) : null;
    if (owner) {
      const whole = again(owner[1]);
      if (!whole) return null;
      if (owner[2].toLowerCase().replace(/[- ]/g, '') in DIRECTIONS)
        return this.side(owner[2].toLowerCase(), whole, `${owner[2]} of ${whole.name}`);
      return again(owner[2], this.with(near, whole));
    }
    const of = plain.includes(' of ') ? OF.exec(plain) : null;
    if (of) {
      const word = /\b(\w+) of /.exec(plain)?.[1] ?? '';
      return DIVISION_WORDS.has(word) ? (again(`${of[1]} ${word}`) ?? again(of[1])) : again(of[1]);
    }
    const sideOf = plain.includes(' of ') ? SIDE_OF.exec(plain) : null;
    if (sideOf) {
      const whole = again(sideOf[2]);
      return whole && this.side(sideOf[1], whole, plain);
    }
    const gap = plain.indexOf(' ');
    if (gap < 0) return null;
    const end = plain.lastIndexOf(' ');
    if (DIVISION_WORDS.has(plain.slice(end + 1).toLowerCase())) {
      const division = this.divisionNamed(plain.slice(0, end).replace(/ (?:autonomous|federal)$/i, ''), near);
      if (division) return division;
    }
    const head = plain.slice(0, gap).toLowerCase().replace(/[-‑]/g, '');
    if (head in DIRECTIONS) {
      const whole = again(plain.slice(gap + 1));
      return whole && this.side(head, whole, plain);
    }
    if (/^(?:far|greater|downtown|nearby|occupied|besieged|mainland)$/.test(head)) return again(plain.slice(gap + 1));
    return this.byLastWord(plain, near, again);
  }

  private byLastWord(plain: string, near: Nearby, again: (name: string) => ResolvedPlace | null): ResolvedPlace | null {
    const gap = plain.lastIndexOf(' ');
    const last = plain.slice(gap + 1).toLowerCase();
    let rest = plain.slice(0, gap);
    if (DIVISION_WORDS.has(last)) return again(rest);
    if (DISTRICT_WORDS.has(last)) {
      const place = this.divisionNamed(rest, near, ' district') ?? again(rest);
      if (!place || place.kind !== 'city') return place;
      return {
        ...place,
        kind: 'admin2',
        name: `${place.name} ${last === 'rayon' || last === 'raion' ? 'district' : last}`,
        id: `admin2:${place.id?.replace(/^\w+:/, '') ?? placeKey(place.name)}`,
      };
    }
    if (last === 'camp') rest = rest.replace(/ (refugee|displacement|IDP|displaced persons)$/i, '');
    if (TOWN_WORDS.has(last)) return again(rest);
    if (SITE_WORDS.has(last)) {
      rest = rest.replace(
        / (air|naval|military|army|international|nuclear power|thermal power|power|general|border|oil|railway|train|bus|sea|container|fuel|central|city|university)$/i,
        '',
      );
      const place = rest === '' ? null : again(rest);
      return place && place.kind !== 'country' ? { ...place, kind: 'site', id: null, name: plain } : null;
    }
    if (
      last === 'plant' ||
      last === 'airspace' ||
      last === 'waters' ||
      last === 'coast' ||
      last === 'border' ||
      last === 'countryside' ||
      last === 'outskirts'
    ) {
      rest = rest.replace(
        / (nuclear power|nuclear|thermal power|power|hydroelectric|hydroelectric power|steel|territorial|northern|southern|eastern|western)$/i,
        '',
      );
      const place = rest === '' ? null : (again(rest) ?? this.countryPlace(rest));
      return place && last === 'plant' ? { ...place, kind: 'site', id: null, name: plain } : place;
    }
    return null;
  }

  private bySound(plain: string, key: string, near: Nearby): ResolvedPlace | null {
    if (
      near.countries.size === 0 ||
      key.length < 5 ||
      this.never.has(key) ||
      !/^\p{Lu}|^(?:al|el|ad|an|ar|as|ash|at|az)-/u.test(plain)
    )
      return null;
    let best: Candidate | null = null;
    for (const line of this.gazetteer.soundsLike(key, near.countries)) {
      const candidate = this.candidate(line, near, false);
      if (!best || candidate.weight > best.weight) best = candidate;
    }
    return best?.place ?? null;
  }

  /** A country by its name or by the adjective or people that go with it. */
  private countryNamed(name: string): Country | null {
    const bare = name.replace(/^[Tt]he /, '');
    return this.countryOf.get(placeKey(bare)) ?? this.byPeople.get(bare) ?? null;
  }

  private countryPlace(name: string): ResolvedPlace | null {
    const country = this.countryNamed(name);
    return country ? (this.named.get(placeKey(country.name))?.place ?? null) : null;
  }

  private divisionNamed(name: string, near: Nearby, suffix = ''): ResolvedPlace | null {
    const key = placeKey(name + suffix);
    let best: { code: string; weight: number } | null = null;
    for (const code of this.cores.get(key) ?? []) {
      const weight =
        Math.log10(this.division(code).population + 10) +
        (near.countries.has(code.slice(0, 2)) ? 6 : 0) +
        (code.slice(0, 2) in divisionWords ? 1 : 0);
      if (!best || weight > best.weight) best = { code, weight };
    }
    return best && this.division(best.code);
  }

  /** "northern Mali": the part of a country that lies there, at the middle of its towns; of anything smaller, the whole. */
  private side(word: string, whole: ResolvedPlace, name: string): ResolvedPlace {
    if (whole.kind === 'city' || whole.kind === 'site' || whole.kind === 'admin2' || whole.kind === 'admin1')
      return whole;
    const direction = DIRECTIONS[word.replace(/[- ]/g, '')] ?? [0, 0];
    const part = `${['south', '', 'north'][direction[0] + 1]}${['west', '', 'east'][direction[1] + 1]}` || 'centre';
    const id = `area:${(whole.id ?? foldName(whole.name)).replace(/^\w+:/, '')}/${part}`;
    if (whole.kind !== 'country' || !whole.country)
      return { ...whole, kind: whole.kind === 'sea' ? 'sea' : 'region', name, id };
    const [latitude, longitude] = this.middle(this.countryOf.get(placeKey(whole.country))?.code ?? '', direction) ?? [
      whole.latitude,
      whole.longitude,
    ];
    return { ...whole, kind: 'region', name, id, latitude, longitude, population: 0 };
  }

  /** The mean of a country's towns in one third of it, by latitude, longitude or both. */
  private middle(code: string, [up, right]: readonly [number, number]): [number, number] | null {
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

  private townPlace(line: number): ResolvedPlace {
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

  private division(code: string): ResolvedPlace {
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

  private countryName(code: string): string | null {
    return this.countryOf.get(code)?.name ?? null;
  }

  private with(near: Nearby, place: ResolvedPlace | null): Nearby {
    if (!place) return near;
    const code = place.country ? this.countryOf.get(placeKey(place.country))?.code : undefined;
    const division = place.id?.startsWith('admin1:') ? place.id.slice(7) : null;
    return {
      countries: code ? new Set([code]) : near.countries,
      divisions: division ? new Set([division]) : near.divisions,
      at: place.latitude === null || place.longitude === null ? near.at : [[place.latitude, place.longitude]],
    };
  }

  private around(names: readonly string[], context: string): Nearby {
    const known = this.nearby.get(context);
    if (known) return known;
    const places = names.map((name) => this.look(name, NOWHERE, 0)).filter((place) => place !== null);
    const codes = places.map((place) =>
      place.country ? this.countryOf.get(placeKey(place.country))?.code : undefined,
    );
    const nearby = {
      countries: new Set(codes.filter((code) => code !== undefined)),
      divisions: new Set(
        places
          .map((place) => place.id ?? '')
          .filter((id) => id.startsWith('admin1:'))
          .map((id) => id.slice(7)),
      ),
      at: places
        .filter((place) => place.latitude !== null && place.longitude !== null)
        .map((place) => [place.latitude, place.longitude] as [number, number]),
    };
    if (this.nearby.size >= CACHE) this.nearby.clear();
    this.nearby.set(context, nearby);
    return nearby;
  }

  private name(names: readonly string[], place: ResolvedPlace, code: string | null): void {
    for (const name of names) {
      const key = placeKey(name);
      const short = /^[A-Z.&]{2,5}$|^LoC$/.test(name);
      const before = this.named.get(key);
      if (before?.exact) this.named.set(key, { place, code, exact: `${before.exact} ${name}` });
      else if (!before) this.named.set(key, { place, code, exact: short ? name : null });
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
      this.countryOf.set(country.code, country);
      this.countryOf.set(placeKey(country.name), country);
      for (const name of country.also ?? [])
        if (!this.countryOf.has(placeKey(name))) this.countryOf.set(placeKey(name), country);
      for (const people of country.people) this.byPeople.set(people, country);
      this.name([country.name, ...(country.also ?? [])], place, country.code);
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
      this.name([area.name, ...('also' in area ? area.also : [])], place, area.country);
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
        this.outside.set(key, [
          ...(this.outside.get(key) ?? []),
          { place, code: town.country, division, weight: 4, known: false },
        ]);
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
