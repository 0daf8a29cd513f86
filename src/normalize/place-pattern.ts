import type { ResolvedPlace } from '../model/knowledge.ts';
import { foldName, placeKey } from './place-key.ts';
import type { PlaceNames } from './place-names.ts';
import type { Namesakes } from './place-namesakes.ts';
import { type Nearby, within } from './place-near.ts';

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
/** Up and right on a map. */
export const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
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

/** "Ukrainian territory", "Israeli soil": the country. */
const SOIL = /^(?:territory|soil)$/;

/** Reads the words around a name: "the Kharkiv region", "northern Mali", "the town of X", "Hodeidah airport", "Ukraine’s capital". */
export class PlacePatterns {
  private readonly names: PlaceNames;
  private readonly namesakes: Namesakes;

  constructor(names: PlaceNames, namesakes: Namesakes) {
    this.names = names;
    this.namesakes = namesakes;
  }

  /** `look` finds the name within the pattern. */
  find(plain: string, near: Nearby, look: (name: string, near: Nearby) => ResolvedPlace | null): ResolvedPlace | null {
    const again = (name: string, context = near) => look(name, context);
    const comma = plain.indexOf(', ');
    if (comma > 0) {
      const whole = again(plain.slice(comma + 2));
      return whole ? again(plain.slice(0, comma), within(whole, near, this.names)) : null;
    }
    const capital = plain.includes('capital') ? CAPITAL.exec(plain) : null;
    if (capital) {
      const country = this.names.countryNamed(capital[1] ?? capital[2]);
      if (country) return again(country.capital, within(this.names.countryPlace(country.name), near, this.names));
    }
    const owner = /['’]/.test(plain) ? OWNER.exec(plain) : null;
    if (owner) {
      const whole = again(owner[1]);
      if (!whole) return null;
      if (owner[2].toLowerCase().replace(/[- ]/g, '') in DIRECTIONS)
        return this.side(owner[2].toLowerCase(), whole, `${owner[2]} of ${whole.name}`);
      return again(owner[2], within(whole, near, this.names));
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
      const division = this.namesakes.division(plain.slice(0, end).replace(/ (?:autonomous|federal)$/i, ''), near);
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
    if (SOIL.test(last)) {
      const country = this.names.countryPlace(rest);
      if (country) return country;
    }
    if (DISTRICT_WORDS.has(last)) {
      const place = this.namesakes.division(`${rest} district`, near) ?? again(rest);
      if (place?.kind !== 'city') return place;
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
    if (/^(?:plant|airspace|waters|coast|border|countryside|outskirts)$/.test(last)) {
      rest = rest.replace(
        / (nuclear power|nuclear|thermal power|power|hydroelectric|hydroelectric power|steel|territorial|northern|southern|eastern|western)$/i,
        '',
      );
      const place = rest === '' ? null : (again(rest) ?? this.names.countryPlace(rest));
      return place && last === 'plant' ? { ...place, kind: 'site', id: null, name: plain } : place;
    }
    return null;
  }

  /** "northern Mali": the part of a country that lies there, at the middle of its towns; of anything smaller, the whole. */
  private side(word: string, whole: ResolvedPlace, name: string): ResolvedPlace {
    if (whole.kind === 'city' || whole.kind === 'site' || whole.kind === 'admin2' || whole.kind === 'admin1')
      return whole;
    const direction = DIRECTIONS[word.replace(/[- ]/g, '')] ?? [0, 0];
    const part = `${['south', '', 'north'][direction[0] + 1]}${['west', '', 'east'][direction[1] + 1]}` || 'centre';
    const code = whole.kind === 'country' ? this.names.codeOf(whole)?.toLowerCase() : null;
    const id = `area:${code ?? (whole.id ?? foldName(whole.name)).replace(/^\w+:/, '')}/${part}`;
    if (whole.kind !== 'country' || !whole.country)
      return { ...whole, kind: whole.kind === 'sea' ? 'sea' : 'region', name, id };
    const [latitude, longitude] = this.names.middle(this.names.codeOf(whole) ?? '', direction) ?? [
      whole.latitude,
      whole.longitude,
    ];
    return { ...whole, kind: 'region', name, id, latitude, longitude, population: 0 };
  }
}
