import { describe, expect, it } from 'vitest';
import { Actors } from '../src/normalize/actor.ts';
import { foldPhrase } from '../src/normalize/actor-words.ts';
import { bodies } from '../src/normalize/data/bodies.ts';
import { countries } from '../src/normalize/data/countries.ts';
import { forces } from '../src/normalize/data/forces.ts';
import { groups } from '../src/normalize/data/groups.ts';
import { institutions } from '../src/normalize/data/institutions.ts';
import { leaders } from '../src/normalize/data/leaders.ts';
import { outlets, plainOutlets } from '../src/normalize/data/outlets.ts';
import { mediaWords, roles } from '../src/normalize/data/roles.ts';
import { Places } from '../src/normalize/place.ts';

const actors = new Actors(new Places());

/** A phrase as written, then what it is: name, kind, side. */
type Row = [string, string, string, string | null];

describe('a party by its phrase', () => {
  it.each<Row>([
    // ministries, in the orders and spellings of English
    ['the Russian Ministry of Defense', 'Ministry of Defence of Russia', 'institution', 'Russia'],
    ['Russia’s defence ministry', 'Ministry of Defence of Russia', 'institution', 'Russia'],
    ['Russian Defence Ministry', 'Ministry of Defence of Russia', 'institution', 'Russia'],
    ['the Ministry of Defence of the Russian Federation', 'Ministry of Defence of Russia', 'institution', 'Russia'],
    ['Turkey’s Ministry of National Defence', 'Ministry of Defence of Turkey', 'institution', 'Turkey'],
    ["India's Ministry of External Affairs", 'Ministry of Foreign Affairs of India', 'institution', 'India'],
    ['Pakistan’s foreign ministry', 'Ministry of Foreign Affairs of Pakistan', 'institution', 'Pakistan'],
    ['the South Ossetian interior ministry', 'Ministry of Interior of South Ossetia', 'institution', 'South Ossetia'],
    [
      "Ukraine's digital transformation ministry",
      'Ministry of Digital Transformation of Ukraine',
      'institution',
      'Ukraine',
    ],
    ["Gaza's Hamas-run health ministry", 'Ministry of Health of Gaza', 'institution', 'Hamas'],
    ['the health ministry in Hamas-run Gaza', 'Ministry of Health of Gaza', 'institution', 'Hamas'],
    ['the Hamas-run interior ministry', 'Ministry of Interior of Hamas', 'institution', 'Hamas'],
    ['the Houthi-run health ministry', 'Ministry of Health of the Houthis', 'institution', 'Houthis'],
    ['the Foreign Office', 'Foreign Office of the United Kingdom', 'institution', 'United Kingdom'],
    ['the ministry', 'ministry', 'institution', null],
    // armed forces
    ['the Ukrainian air force', 'Air Force of Ukraine', 'military', 'Ukraine'],
    ['Ukrainian Air Force Command', 'Air Force of Ukraine', 'military', 'Ukraine'],
    ['the General Staff of the Armed Forces of Ukraine', 'General Staff of Ukraine', 'military', 'Ukraine'],
    ['the IDF', 'Israel Defense Forces', 'military', 'Israel'],
    ['the Israeli army', 'Israel Defense Forces', 'military', 'Israel'],
    ['Israeli warplanes', 'Israeli Air Force', 'military', 'Israel'],
    [
      'the Congolese army',
      'Armed Forces of the Democratic Republic of the Congo',
      'military',
      'Democratic Republic of the Congo',
    ],
    ['FARDC', 'Armed Forces of the Democratic Republic of the Congo', 'military', 'Democratic Republic of the Congo'],
    ['Burkina Faso’s army', 'Armed Forces of Burkina Faso', 'military', 'Burkina Faso'],
    ['the Sudanese army', 'Sudanese Armed Forces', 'military', 'Sudan'],
    ["Myanmar's military", 'Tatmadaw', 'military', 'Myanmar'],
    ['the Sri Lankan navy', 'Navy of Sri Lanka', 'military', 'Sri Lanka'],
    ['US Central Command', 'United States Central Command', 'military', 'United States'],
    ['CENTCOM', 'United States Central Command', 'military', 'United States'],
    ['Iran’s Revolutionary Guards', 'Islamic Revolutionary Guard Corps', 'military', 'Iran'],
    ['South Korea’s Joint Chiefs of Staff', 'Joint Chiefs of Staff of South Korea', 'military', 'South Korea'],
    ['government forces', 'government forces', 'military', null],
    // governments, capitals, services
    ['Kyiv', 'Ukraine', 'state', 'Ukraine'],
    ['Tehran', 'Iran', 'state', 'Iran'],
    ['Kinshasa', 'Democratic Republic of the Congo', 'state', 'Democratic Republic of the Congo'],
    ['the Kremlin', 'Kremlin', 'institution', 'Russia'],
    ['the White House', 'White House', 'institution', 'United States'],
    ['Israeli authorities', 'Government of Israel', 'institution', 'Israel'],
    ['Burkina Faso’s military government', 'Government of Burkina Faso', 'institution', 'Burkina Faso'],
    ['the Myanmar junta', 'Government of Myanmar', 'institution', 'Myanmar'],
    ["Ukraine's State Emergency Service", 'State Emergency Service of Ukraine', 'institution', 'Ukraine'],
    ['the SBU', 'Security Service of Ukraine', 'institution', 'Ukraine'],
    ['Ukrainian prosecutors', "Prosecutor's Office of Ukraine", 'institution', 'Ukraine'],
    ['Haitian police', 'Police of Haiti', 'institution', 'Haiti'],
    // regions and towns
    ['Kharkiv regional military administration', 'Kharkiv Oblast military administration', 'institution', 'Ukraine'],
    [
      'the Kharkiv regional prosecutor’s office',
      "Kharkiv Oblast regional prosecutor's office",
      'institution',
      'Ukraine',
    ],
    ['police in Lahore', 'Lahore police', 'institution', 'Pakistan'],
    ['Jammu and Kashmir police', 'Jammu and Kashmir police', 'institution', 'India'],
    ['El Fasher’s resistance committee', 'El Fasher Resistance Committee', 'organisation', 'Sudan'],
    // armed groups
    ['Houthi rebels', 'Houthis', 'armed-group', 'Houthis'],
    ['the Houthis', 'Houthis', 'armed-group', 'Houthis'],
    ['Hezbollah fighters', 'Hezbollah', 'armed-group', 'Hezbollah'],
    ['the SDF', 'Syrian Democratic Forces', 'armed-group', 'Syrian Democratic Forces'],
    ['the paramilitary Rapid Support Forces', 'Rapid Support Forces', 'armed-group', 'Rapid Support Forces'],
    ['the Fatemiyoun Brigade', 'Liwa Fatemiyoun', 'armed-group', 'Iran'],
    ['the SADC Mission in Mozambique', 'SAMIM', 'organisation', null],
    ['the M23 rebel group', 'M23', 'armed-group', 'M23'],
    [
      'the al Qaeda-linked group JNIM',
      "Jama'at Nusrat al-Islam wal-Muslimin",
      'armed-group',
      "Jama'at Nusrat al-Islam wal-Muslimin",
    ],
    ['Islamic State militants', 'Islamic State', 'armed-group', 'Islamic State'],
    ["the Kurdistan Workers' Party (PKK)", "Kurdistan Workers' Party", 'armed-group', "Kurdistan Workers' Party"],
    ['the Tamil Tigers', 'Liberation Tigers of Tamil Eelam', 'armed-group', 'Liberation Tigers of Tamil Eelam'],
    ['Farc rebels', 'Revolutionary Armed Forces of Colombia', 'armed-group', 'Revolutionary Armed Forces of Colombia'],
    ['the Kosovo Liberation Army', 'Kosovo Liberation Army', 'armed-group', 'Kosovo Liberation Army'],
    ["the Lions' Den", "Lions' Den", 'armed-group', "Lions' Den"],
    ['Palestinian militants', 'Palestinian militants', 'armed-group', 'Palestine'],
    ['Turkish-backed factions', 'Turkish-backed factions', 'armed-group', null],
    ['gunmen', 'gunmen', 'armed-group', null],
    ['an al-Qaeda affiliate', 'al-Qaeda affiliate', 'armed-group', null],
    ['Monywa People’s Defence Force', "Monywa People's Defence Force", 'armed-group', 'National Unity Government'],
    // people with an office
    ['Moscow Mayor Sergei Sobyanin', 'Sergei Sobyanin', 'official', 'Russia'],
    ['Lieutenant-Colonel Jean Mukendi', 'Jean Mukendi', 'official', null],
    ['President Volodymyr Zelenskyy', 'Volodymyr Zelensky', 'official', 'Ukraine'],
    ['Russian Foreign Minister Sergei Lavrov', 'Sergei Lavrov', 'official', 'Russia'],
    ['Netanyahu', 'Benjamin Netanyahu', 'official', 'Israel'],
    ['the governor of Kharkiv region, Oleh Petrenko', 'Oleh Petrenko', 'official', 'Ukraine'],
    ['Ivan Petrenko, the governor of Kharkiv region', 'Ivan Petrenko', 'official', 'Ukraine'],
    ['Belgorod governor Ivan Sidorov', 'Ivan Sidorov', 'official', 'Russia'],
    [
      'Ahmed Karimi, a spokesman for the Syrian Democratic Forces',
      'Ahmed Karimi',
      'official',
      'Syrian Democratic Forces',
    ],
    ['army spokesman Brig. Gen. Nabil Abdallah', 'Nabil Abdallah', 'official', null],
    ['a military spokesman, Major General John Okafor', 'John Okafor', 'official', null],
    ['Major General John Okafor, a spokesman for the Nigerian military', 'John Okafor', 'official', 'Nigeria'],
    ['Philippine military spokesman Col. Ramon Santos', 'Ramon Santos', 'official', 'Philippines'],
    ['the Russian-installed governor of Kherson, Vladimir Saldo', 'Vladimir Saldo', 'official', 'Russia'],
    ['Kamal Adwan Hospital director Hussam Abu Safiya', 'Hussam Abu Safiya', 'official', null],
    ['a senior Ukrainian official', 'senior Ukrainian official', 'official', 'Ukraine'],
    ['two U.S. officials', 'U.S. officials', 'official', 'United States'],
    ['officials in Djibo', 'officials in Djibo', 'official', 'Burkina Faso'],
    ['the governor of North Darfur', 'governor of North Darfur', 'official', 'Sudan'],
    ["Iran's supreme leader", 'supreme leader of Iran', 'official', 'Iran'],
    ['a Taliban spokesman', 'spokesman for the Taliban', 'official', 'Taliban'],
    [
      'a Pentagon spokesman',
      'spokesman for the Department of Defense of the United States',
      'official',
      'United States',
    ],
    ["Russia's ambassador to the US", "Russia's ambassador to the US", 'official', 'Russia'],
    ['an army officer who was not authorised to speak', 'army officer', 'official', null],
    // people without one
    ['Sergei Ivanov', 'Sergei Ivanov', 'person', null],
    ['Dr Marwan al-Hams', 'Marwan al-Hams', 'person', null],
    ['a Lebanese security source', 'Lebanese security source', 'unnamed', 'Lebanon'],
    ['two security sources', 'security sources', 'unnamed', null],
    ['residents', 'residents', 'unnamed', null],
    ['witnesses', 'witnesses', 'unnamed', null],
    ['medics', 'medics', 'unnamed', null],
    ["a doctor at the town's general hospital", "doctor at the town's general hospital", 'unnamed', null],
    ['one of the security sources', 'security sources', 'unnamed', null],
    ['officials briefed on the talks', 'officials briefed on the talks', 'official', null],
    ['Myaung residents', 'Myaung residents', 'unnamed', null],
    // bodies that are nobody's
    ['the UN', 'United Nations', 'organisation', null],
    ['the U.N. humanitarian office', 'UN OCHA', 'organisation', null],
    ['Doctors Without Borders', 'Médecins Sans Frontières', 'organisation', null],
    [
      'the International Committee of the Red Cross (ICRC)',
      'International Committee of the Red Cross',
      'organisation',
      null,
    ],
    [
      'the Syrian Observatory for Human Rights, a Britain-based war monitor',
      'Syrian Observatory for Human Rights',
      'organisation',
      null,
    ],
    ['UKMTO', 'United Kingdom Maritime Trade Operations', 'organisation', null],
    ['the UN nuclear watchdog', 'International Atomic Energy Agency', 'organisation', null],
    ['the Sudanese Red Crescent', 'Red Crescent of Sudan', 'organisation', 'Sudan'],
    ['the Red Cross of Mali', 'Red Cross of Mali', 'organisation', 'Mali'],
    ['environmental groups', 'environmental groups', 'organisation', null],
    ['Nasser Hospital', 'Nasser Hospital', 'organisation', null],
    ['a local rights group', 'local rights group', 'organisation', null],
    // who passes on
    ['TASS', 'TASS', 'outlet', 'Russia'],
    ['the Russian state news agency TASS', 'TASS', 'outlet', 'Russia'],
    ['the Associated Press', 'Associated Press', 'outlet', null],
    ['Al-Jazeera', 'Al Jazeera', 'outlet', null],
    ['the Houthi-run Al Masirah TV', 'Al Masirah', 'outlet', 'Houthis'],
    ['Iran’s semi-official Tasnim news agency', 'Tasnim', 'outlet', 'Iran'],
    ['Syrian state media', 'Syrian state media', 'outlet', 'Syria'],
    ['Ukrainian media', 'Ukrainian media', 'outlet', null],
    ['local media', 'local media', 'outlet', null],
    ['the Telegram channel Baza', 'Baza', 'outlet', null],
    ['Norwegian newspaper VG', 'VG', 'outlet', null],
  ])('%s', (phrase, name, kind, side) => {
    const actor = actors.resolve(phrase);
    expect(actor && [actor.name, actor.kind, actor.side]).toEqual([name, kind, side]);
  });

  it.each([
    'the bridge',
    "the lion's den",
    'three drones',
    'the attack',
    'a school',
    'Russian missiles',
    'an Israeli strike',
    'Hamas targets',
    'Ukrainian positions',
    'a Russian military facility',
    "Ukraine's energy infrastructure",
    'the Red Sea',
    'Kharkiv',
    'the town of Bakhmut',
    'Mount Hermon',
    'the USS Carney',
    'the Sea Breeze',
    'Monday',
    'March',
    'it',
    'he',
    'the war',
    'a ceasefire',
    'the Black Sea grain deal',
    'Patriot',
    'Iranian-made drones',
    'two jets',
    'Russian',
    'is',
    'us',
    'who',
    '',
    ' ',
    '5',
    'a NATO statement',
  ])('%j is no party', (phrase) => {
    expect(actors.resolve(phrase)).toBeNull();
  });

  it('gives one id to one party, whatever it is called', () => {
    const id = (phrase: string) => actors.resolve(phrase)?.id;
    for (const phrase of [
      "Russia's MoD",
      'Russian Defense Ministry',
      'the Ministry of Defence of Russia',
      'Minoborony of Russia',
    ]) {
      expect(id(phrase)).toBe('ru/ministry-of-defence');
    }
    expect(id('Agence France-Presse')).toBe(id('AFP'));
    expect(id('Ansar Allah')).toBe(id('Houthi forces'));
    expect(id('the Malian army')).toBe(id("Mali's armed forces"));
    expect(id('the Belgorod region’s governor')).toBe(id('the governor of Belgorod region'));
  });

  it('says how later text may refer to it', () => {
    expect(actors.resolve('Ministry of Health of Yemen')?.short).toContain('ministry');
    expect(actors.resolve('Belgorod governor Ivan Sidorov')).toMatchObject({
      short: ['Sidorov', 'governor'],
      place: 'Belgorod',
      sort: 'person',
      gender: 'm',
    });
    expect(actors.resolve("Cambodia's defence ministry spokeswoman Maly Socheata")).toMatchObject({
      gender: 'f',
      side: 'Cambodia',
    });
    expect(actors.resolve('Hassan al-Amin, a doctor')?.short).toEqual(expect.arrayContaining(['al-Amin', 'Amin']));
    expect(actors.resolve('residents')?.sort).toBe('people');
    expect(actors.resolve('the Israel Atomic Agency (IAA)')?.short).toContain('IAA');
  });

  it('reads anything in time', () => {
    for (const phrase of [
      'the '.repeat(60),
      '('.repeat(150),
      "'s ".repeat(60),
      ', '.repeat(80),
      'Ministry of '.repeat(16),
      'a spokesman for '.repeat(12),
      'A'.repeat(100_000),
      '\u0000',
    ]) {
      expect(() => actors.resolve(phrase)).not.toThrow();
    }
  });
});

describe('demonyms', () => {
  it.each([
    ['Ukrainian', 'Ukraine'],
    ['Russian', 'Russia'],
    ['American', 'United States'],
    ['US', 'United States'],
    ['Houthi', 'Houthis'],
    ['Hamas', 'Hamas'],
    ['Burkinabe', 'Burkina Faso'],
    ['Congolese', 'Democratic Republic of the Congo'],
    ['Palestinian', 'Palestine'],
    ['Israelis', 'Israel'],
    ['Taliban', 'Taliban'],
    ['Nigerien', 'Niger'],
    ['Nigerian', 'Nigeria'],
    ['Burmese', 'Myanmar'],
  ])('%s points to %s', (word, name) => expect(actors.demonym(word)?.name).toBe(name));

  it.each(['Kharkiv', 'military', 'us', 'Kurdish', ''])('%j points to nobody', (word) =>
    expect(actors.demonym(word)).toBeNull(),
  );
});

describe('outlets', () => {
  it.each(['Reuters', 'RIA Novosti', 'the BBC', 'Israel’s Channel 12', 'local media', 'the newspaper Dawn'])(
    '%s passes on',
    (phrase) => expect(actors.isOutlet(phrase)).toBe(true),
  );
  it.each(['the ministry', 'reuters', 'sana', 'the times', 'Kyiv'])('%s does not', (phrase) =>
    expect(actors.isOutlet(phrase)).toBe(false),
  );
});

describe('the tables', () => {
  const named = [...groups, ...forces, ...bodies, ...outlets].map((one) => ({
    id: one.id,
    names: [one.name, ...('also' in one ? one.also : [])],
  }));
  const others = [
    ...countries.map((one) => ({ id: one.code, names: [one.name, ...('also' in one ? one.also : [])] })),
    ...plainOutlets.flatMap(({ names }) => names.map((name) => ({ id: name, names: [name] }))),
    ...leaders.map((one) => ({ id: one.name, names: [one.name, ...('also' in one ? one.also : [])] })),
  ];

  it('give no name to two', () => {
    const owner = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, names } of [...named, ...others]) {
      for (const name of names) {
        const key = /^[A-Z0-9./&-]{2,9}$/.test(name) ? name.replace(/\./g, '') : foldPhrase(name.replace(/^the /i, ''));
        const before = owner.get(key);
        if (before !== undefined && before !== id) twice.push(`${name}: ${before} and ${id}`);
        owner.set(key, id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('give no id to two', () => {
    const ids = named.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('let no word be an institution, an office and an outlet at once', () => {
    const institutional = new Set<string>(institutions.flatMap(({ also }) => [...also]));
    expect([...roles, ...mediaWords].flatMap(({ words }) => words.filter((word) => institutional.has(word)))).toEqual(
      [],
    );
  });

  it('name only sides that stand in a table', () => {
    const names = [...countries, ...groups, ...bodies, ...forces].map((one): string => one.name);
    const sides = new Set([...names, 'Republika Srpska']);
    const unknown = [...groups, ...forces, ...bodies, ...outlets, ...plainOutlets, ...leaders]
      .map((one): string | null => ('side' in one ? one.side : null))
      .filter((side) => side !== null && !sides.has(side));
    expect(unknown).toEqual([]);
  });
});
