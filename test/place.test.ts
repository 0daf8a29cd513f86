import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../src/normalize/gazetteer.ts';
import { Places } from '../src/normalize/place.ts';
import { foldName, placeKey, soundKey } from '../src/normalize/place-key.ts';

const places = new Places();

/** A name as written, what stands near, then what it is: name, kind, country. */
type Row = [string, string[], string, string, string | null];

describe('a place by its name', () => {
  it.each<Row>([
    // towns, in the spellings of several languages and times
    ['Kyiv', [], 'Kyiv', 'city', 'Ukraine'],
    ['Kiev', [], 'Kyiv', 'city', 'Ukraine'],
    ['Kharkov', [], 'Kharkiv', 'city', 'Ukraine'],
    ['Odessa', [], 'Odesa', 'city', 'Ukraine'],
    ['Nikolaev', [], 'Mykolaiv', 'city', 'Ukraine'],
    ['Dnepropetrovsk', [], 'Dnipro', 'city', 'Ukraine'],
    ['Zaporozhye', [], 'Zaporizhzhia', 'city', 'Ukraine'],
    ['Artemovsk', [], 'Bakhmut', 'city', 'Ukraine'],
    ['Avdiyivka', ['Donetsk'], 'Avdiivka', 'city', 'Ukraine'],
    ['Kupjansk', ['Ukraine'], 'Kupiansk', 'city', 'Ukraine'],
    ['St. Petersburg', [], 'Saint Petersburg', 'city', 'Russia'],
    ['Saint Petersburg', [], 'Saint Petersburg', 'city', 'Russia'],
    ['Nusseirat', [], 'Nuseirat', 'city', 'Palestine'],
    ['Khan Yunis', [], 'Khan Younis', 'city', 'Palestine'],
    ['Deir el-Balah', [], 'Deir al-Balah', 'city', 'Palestine'],
    ['Dayr az-Zawr', [], 'Deir ez-Zor', 'city', 'Syria'],
    ['Deir al-Zor', [], 'Deir ez-Zor', 'city', 'Syria'],
    ['Halab', [], 'Aleppo', 'city', 'Syria'],
    ['Deraa', [], 'Daraa', 'city', 'Syria'],
    ['Al Hudaydah', [], 'Hodeidah', 'city', 'Yemen'],
    ["Sana'a", [], 'Sanaa', 'city', 'Yemen'],
    ['Ma’rib', ['Yemen'], 'Marib', 'city', 'Yemen'],
    ['El-Fasher', [], 'El Fasher', 'city', 'Sudan'],
    ['al-Fashir', [], 'El Fasher', 'city', 'Sudan'],
    ['Atbera', [], 'Atbara', 'city', 'Sudan'],
    ['Wad Medani', [], 'Wad Madani', 'city', 'Sudan'],
    ['Mekele', [], 'Mekelle', 'city', 'Ethiopia'],
    ['Kolondieba', [], 'Kolondiéba', 'city', 'Mali'],
    ['Tombouctou', [], 'Timbuktu', 'city', 'Mali'],
    ['Lashkargah', [], 'Lashkar Gah', 'city', 'Afghanistan'],
    ['Khankendi', [], 'Stepanakert', 'city', 'Azerbaijan'],
    ['Mrauk U', ['Myanmar'], 'Mrauk-U', 'city', 'Myanmar'],
    // by their sound, when the country stands near
    ['Suweidaa', ['Syria'], 'Sweida', 'city', 'Syria'],
    ['Jinderes', ['Syria'], 'Jinderes', 'city', 'Syria'],
    ['Qalansiya', ['Yemen'], 'Qalansiyah', 'city', 'Yemen'],
    // divisions
    ['the Kharkiv region', [], 'Kharkiv Oblast', 'admin1', 'Ukraine'],
    ['Kursk Oblast', [], 'Kursk Oblast', 'admin1', 'Russia'],
    ['Krasnodar region', [], 'Krasnodar Krai', 'admin1', 'Russia'],
    ['the Dnipropetrovsk region', [], 'Dnipropetrovsk Oblast', 'admin1', 'Ukraine'],
    ['Republic of Dagestan', [], 'Dagestan', 'admin1', 'Russia'],
    ['Hodeidah province', [], 'Hodeidah Governorate', 'admin1', 'Yemen'],
    ['Sistan-Baluchestan province', [], 'Sistan and Baluchestan Province', 'admin1', 'Iran'],
    ['Helmand', [], 'Helmand Province', 'admin1', 'Afghanistan'],
    ['Nangarhar province', [], 'Nangarhar Province', 'admin1', 'Afghanistan'],
    ['Anbar', [], 'Anbar Governorate', 'admin1', 'Iraq'],
    ['Tillaberi region', [], 'Tillabéri Region', 'admin1', 'Niger'],
    ['North Kivu', [], 'North Kivu', 'admin1', 'Democratic Republic of the Congo'],
    ['Ituri province', [], 'Ituri', 'admin1', 'Democratic Republic of the Congo'],
    ['Borno State', [], 'Borno State', 'admin1', 'Nigeria'],
    ['Rakhine state', [], 'Rakhine State', 'admin1', 'Myanmar'],
    ['Sagaing region', [], 'Sagaing Region', 'admin1', 'Myanmar'],
    ['Tigray', [], 'Tigray Region', 'admin1', 'Ethiopia'],
    ['North Darfur state', [], 'North Darfur', 'admin1', 'Sudan'],
    ['Gezira', [], 'Gezira State', 'admin1', 'Sudan'],
    ['Jonglei', [], 'Jonglei', 'admin1', 'South Sudan'],
    ['Cabo Delgado', [], 'Cabo Delgado', 'admin1', 'Mozambique'],
    ['Khyber Pakhtunkhwa', [], 'Khyber Pakhtunkhwa', 'admin1', 'Pakistan'],
    ['Jammu and Kashmir', [], 'Jammu and Kashmir', 'admin1', 'India'],
    ['Norte de Santander', [], 'Norte de Santander Department', 'admin1', 'Colombia'],
    ['the Dzhankoi district', [], 'Dzhankoi district', 'admin2', 'Ukraine'],
    // countries, seas and wider regions
    ['the US', [], 'United States', 'country', 'United States'],
    ['DR Congo', [], 'Democratic Republic of the Congo', 'country', 'Democratic Republic of the Congo'],
    ['Türkiye', [], 'Turkey', 'country', 'Turkey'],
    ['the Red Sea', [], 'Red Sea', 'sea', null],
    ['the Bab al-Mandab strait', [], 'Bab el-Mandeb', 'sea', null],
    ['the Strait of Hormuz', [], 'Strait of Hormuz', 'sea', null],
    ['Gaza', [], 'Gaza Strip', 'region', 'Palestine'],
    ['the occupied West Bank', [], 'West Bank', 'region', 'Palestine'],
    ['Donbass', [], 'Donbas', 'region', 'Ukraine'],
    ['Darfur', [], 'Darfur', 'region', 'Sudan'],
    ['the Golan Heights', [], 'Golan Heights', 'region', null],
    ['Indian-administered Kashmir', [], 'Indian-administered Kashmir', 'region', 'India'],
    ['the Line of Control', [], 'Line of Control', 'region', null],
    // parts, sites, words around a name
    ['northern Gaza', [], 'northern Gaza', 'region', 'Palestine'],
    ['southern Mali', [], 'southern Mali', 'region', 'Mali'],
    ["Israel's north", [], 'north of Israel', 'region', 'Israel'],
    ['north-eastern Nigeria', [], 'north-eastern Nigeria', 'region', 'Nigeria'],
    ['eastern Ukraine', [], 'eastern Ukraine', 'region', 'Ukraine'],
    ['eastern Congo', [], 'eastern Democratic Republic of the Congo', 'region', 'Democratic Republic of the Congo'],
    ['central Kyiv', [], 'Kyiv', 'city', 'Ukraine'],
    ['the town of Bakhmut', [], 'Bakhmut', 'city', 'Ukraine'],
    ['the port city of Hodeidah', [], 'Hodeidah', 'city', 'Yemen'],
    ['Jabalia refugee camp', [], 'Jabalia', 'city', 'Palestine'],
    ['Hodeidah airport', [], 'Hodeidah airport', 'site', 'Yemen'],
    ['Zaporizhzhia nuclear plant', [], 'Zaporizhzhia Nuclear Power Plant', 'site', 'Ukraine'],
    ['Kharkiv, Ukraine', [], 'Kharkiv', 'city', 'Ukraine'],
    ['Tripoli, Lebanon', [], 'Tripoli', 'city', 'Lebanon'],
    ['the capital of Ukraine', [], 'Kyiv', 'city', 'Ukraine'],
    ['the Sudanese capital', [], 'Khartoum', 'city', 'Sudan'],
    ['Gaza’s Jabalia', [], 'Jabalia', 'city', 'Palestine'],
    // namesakes
    ['Tripoli', [], 'Tripoli', 'city', 'Libya'],
    ['Tripoli', ['Lebanon'], 'Tripoli', 'city', 'Lebanon'],
    ['Georgia', ['Russia'], 'Georgia', 'country', 'Georgia'],
    ['Georgia', ['United States'], 'Georgia', 'admin1', 'United States'],
    ['Moscow', ['United States'], 'Moscow', 'city', 'Russia'],
    ['Damascus', ['United States'], 'Damascus', 'city', 'Syria'],
    ['Geneva', ['United States', 'Ukraine'], 'Geneva', 'city', 'Switzerland'],
    ['Alexandria', [], 'Alexandria', 'city', 'Egypt'],
    ['Donetsk', [], 'Donetsk', 'city', 'Ukraine'],
    ['Split', ['Croatia'], 'Split', 'city', 'Croatia'],
    ['Van', ['Turkey'], 'Van', 'city', 'Turkey'],
    ['Boni', ['Mali'], 'Boni', 'city', 'Mali'],
    ['Washington', [], 'Washington', 'city', 'United States'],
  ])('%s near %j is %s', (name, near, expected, kind, country) => {
    const place = places.find(name, near);
    expect(place && [place.name, place.kind, place.country]).toEqual([expected, kind, country]);
  });

  it('takes ids and coordinates from GeoNames', () => {
    expect(places.find('Kyiv')).toMatchObject({ id: 'geonames:703448', admin1: 'Kyiv City' });
    const kharkiv = places.find('Kharkiv');
    expect(kharkiv?.latitude).toBeCloseTo(49.98, 1);
    expect(kharkiv?.longitude).toBeCloseTo(36.25, 1);
    expect(places.find('Kharkiv region')?.id).toBe('admin1:UA.07');
    expect(places.find('Ukraine')?.id).toBe('geonames:690791');
  });

  it('puts a part of a country where its towns are', () => {
    const south = places.find('southern Ukraine');
    const west = places.find('western Ukraine');
    expect(south).toMatchObject({ id: 'area:ua/south' });
    expect(south?.latitude).toBeLessThan(48);
    expect(west?.longitude).toBeLessThan(27);
  });

  it.each([
    'Of',
    'Same',
    'Man',
    'March',
    'Reading',
    'Most',
    'Bath',
    'Un',
    'us',
    'it',
    'Nancy',
    'Split',
    'Monday',
    'Police',
    'President',
    'Ministry',
    'Putin',
    'Hassan',
    'the bridge',
    'northern',
    'region',
    'the capital',
    '',
    '   ',
    'Spokesman',
    'Patriot',
    'Qwertzuiop',
    'Kharkiv and Sumy',
    'Sergei Sobyanin',
  ])('%j is no place by itself', (name) => {
    expect(places.find(name)).toBeNull();
  });

  it.each([
    ['Andriy', 'Russia'],
    ['Sergei', 'Ukraine'],
    ['David', 'Ukraine'],
    ['Kallas', 'Turkey'],
    ['Saudi', 'Russia'],
    ['Iraqi', 'Syria'],
    ['Battle', 'United Kingdom'],
  ])('%s near %s is no place', (name, near) => expect(places.find(name, [near])).toBeNull());

  it.each([
    'Kharkiv',
    'Deir',
    'al-Bab',
    'El',
    'Saint',
    'Kolondiéba',
    'Red',
    'Hodeidah',
    'Northern',
    'Crimea',
    'Kharkiv’s',
    'Khin-U',
  ])('a place may begin with %s', (word) => expect(places.startsPlace(word)).toBe(true));

  it.each(['Qwertzuiop', 'Police', 'Spokesman', ''])('no place begins with %j', (word) =>
    expect(places.startsPlace(word)).toBe(false),
  );

  it('throws on no input and ends soon on a long one', () => {
    for (const name of [
      '\u0000',
      '’s',
      "'s north",
      ', ',
      ' of ',
      'a'.repeat(100_000),
      `${'the '.repeat(500)}Kyiv`,
      'north '.repeat(40),
    ]) {
      expect(() => places.find(name, [name])).not.toThrow();
    }
  });
});

describe('keys', () => {
  it('are one for the spellings of one name', () => {
    expect(placeKey('Kolondiéba')).toBe('kolondieba');
    expect(placeKey('Saint Petersburg')).toBe(placeKey('St. Petersburg'));
    expect(placeKey('the al-Hudaydah')).toBe('hudaydah');
    expect(placeKey('Al Ḩudaydah')).toBe('hudaydah');
    expect(foldName('Łódź')).toBe('lodz');
  });

  it('sound alike for transliterations of one name, and not for others', () => {
    for (const [a, b] of [
      ['nuseirat', 'nusayrat'],
      ['hodeidah', 'hudaydah'],
      ['deir ez zor', 'dayr az zawr'],
      ['avdiivka', 'avdeevka'],
      ['chuhuiv', 'chuguev'],
    ]) {
      expect(soundKey(a)).toBe(soundKey(b));
    }
    expect(soundKey('homs')).not.toBe(soundKey('hama'));
    expect(soundKey('rafah')).not.toBe(soundKey('raqqa'));
  });
});

describe('the table of places', () => {
  const table = '@AA.01\tNorth Oblast\tnorth\nalpha;alfa\tÁlpha\t1\t10.5\t20.25\t5000\tA\n\tBeta-on-Sea\t2\t-1\t-2\n';

  it('is read by key', () => {
    const gazetteer = new Gazetteer(Buffer.from(table));
    expect(gazetteer.find('alfa')).toEqual([0]);
    expect(gazetteer.find('alpha').map((line) => gazetteer.town(line))).toEqual([
      { name: 'Álpha', id: 1, latitude: 10.5, longitude: 20.25, population: 5000, kind: 'A', division: 'AA.01' },
    ]);
    expect(gazetteer.find('beta on sea').map((line) => gazetteer.town(line).id)).toEqual([2]);
    expect(gazetteer.find('gamma')).toEqual([]);
    expect(gazetteer.begins('beta')).toBe(true);
    expect(gazetteer.sections).toEqual([{ code: 'AA.01', title: 'North Oblast', core: 'north', from: 0, to: 2 }]);
  });
});
