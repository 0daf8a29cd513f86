import { detached } from '../../model/detached.ts';

/** What sort of thing a noun counts: decides what a verb does to it. */
export type ItemSort =
  | 'weapon'
  | 'person'
  | 'people'
  | 'body'
  | 'property'
  | 'vehicle'
  | 'vessel'
  | 'aircraft'
  | 'settlement'
  | 'aid'
  | 'arms'
  | 'family';

export interface Item {
  item: string;
  sort: ItemSort;
}

const rows = (sort: ItemSort, table: Readonly<Record<string, string>>): [string, Item][] =>
  Object.entries(table).flatMap(([item, nouns]) => nouns.split(' ').map((n): [string, Item] => [n, { item, sort }]));

/** Nouns by their singular; a plural in -s, -es or -ies is found by rule, others are listed. */
const ITEMS = new Map<string, Item>([
  ...rows('weapon', {
    drone: 'drone uav uavs quadcopter shahed geran loitering-munition usv fpv lancet unmanned-aircraft',
    projectile: 'projectile',
    grenade: 'grenade',
    missile: 'missile iskander kalibr kinzhal tomahawk atacms',
    rocket: 'rocket grad katyusha',
    shell: 'shell mortar round mortars impact',
    bomb: 'bomb munition bomblet cylinder device ied explosive glide-bomb mortar-bomb',
  }),
  ...rows('person', {
    person:
      'person people persons resident victim worker employee villager inhabitant citizen local passenger patient refugee migrant traveller guest visitor tourist worshipper miner farmer fisherman fishermen herder driver guard police carabinieri teacher doctor nurse medic paramedic rescuer firefighter journalist reporter monk priest nun novice student pupil elder relative cousin brother sister parent father mother pilgrim vendor trader shopkeeper merchant engineer sailor seafarer crewman crewmen deckhand docker crew staff official policeman policemen policewoman cop member individual pedestrian bystander evacuee settler protester demonstrator activist volunteer aid-worker servant manager contractor mediator negotiator suspect returnee idp life lives soul figure dignitary martyr agent spy spies apostate escort minder evacuee oil-worker herdsman herdsmen neighbour neighbor colleague comrade man men foreigner national northerner southerner islander observer pilot townspeople townsfolk tribesman tribesmen clansman clansmen woodcutter deacon deputy mp passer-by passers-by passerby passersby expatriate expat chef leader imam cleric sheikh mayor lawmaker diplomat envoy shepherd athlete executive mechanic academic adult attache negotiator judge pharmacist midwife gardener cook porter cleaner operator expert analyst surgeon poet youth aide bodyguard uncle aunt nephew niece sibling grandparent in-law kinsman kinsmen spouse widow husband bishop mullah rabbi missionary chiefs nomad farmhand thief thieves convict criminal bureaucrat clerks secretaries sentry pirate exile stowaway assassin warden friend companion girlfriend boyfriend mum mom dad midwives steward stewardess',
    child:
      'child children girl boy baby babies infant toddler minor teenager schoolchild schoolchildren schoolgirl schoolboy youngster orphan kid granddaughter grandson daughter son newborn tot kiddie teen adolescent grandchild grandchildren grandkid under-age schoolmate',
    woman: 'woman women wife wives grandmother',
    civilian: 'civilian non-combatant noncombatant',
    soldier:
      'soldier serviceman servicemen servicewoman troop troops marine conscript trooper peacekeeper airman airmen paratrooper general officer colonel captain lieutenant corporal brigadier sergeant reservist commando jawan personnel infantryman infantrymen ranger recruit cadet gendarme squaddy legionnaire blue-helmet forces',
    fighter:
      'fighter militant rebel insurgent terrorist gunman gunmen jihadist militiaman militiamen combatant guerrilla extremist mercenary mercenaries operative bandit attacker assailant infiltrator commander separatist paramilitary cadre hitman raider mujahideen mujahedin fedayeen peshmerga janjaweed khwarij khawarij warrior ultra taliban loyalist gangster thug subversive auxiliary auxiliaries element invader intruder vigilante guerilla cadres maoist enemies',
    hostage: 'hostage captive',
    prisoner: 'prisoner detainee pow inmate',
  }),
  ...rows('body', { body: 'body bodies corpse cadaver remains' }),
  ...rows('family', { family: 'family families household' }),
  ...rows('property', {
    building:
      'building house home apartment-building block apartment flat dwelling hut tukul yurt bungalow cabin barn granary silo mill shop store pharmacy office court classroom kindergarten nursery dormitory barrack terminal refinery greenhouse cafe restaurant hotel supermarket museum library theatre university college seminary convent chapel cathedral shrine pagoda synagogue compound garage workshop bakery mosque church monastery temple school hospital clinic warehouse depot hangar factory plant bridge tower kiosk stall shelter tent villa mansion high-rise structure facility position outpost bunker checkpoint check-post post base command-post pad',
    airfield: 'airfield airbase airstrip aerodrome airport',
    tunnel: 'tunnel',
    trench: 'trench',
    target: 'target site location installation object objective',
    substation: 'substation',
    transformer: 'transformer',
    pylon: 'pylon',
    grave: 'grave tomb',
    well: 'well',
    crane: 'crane',
    radar: 'radar',
    launcher: 'launcher',
    artillery: 'howitzer battery',
    camp: 'camp',
    system: 'system',
  }),
  ...rows('vehicle', {
    vehicle:
      'vehicle truck car lorry lorries pickup van bus buses minibus motorcycle motorbike bike scooter rickshaw tractor trailer excavator technical humvee ifv taxi wagon carriage jeep tanker-truck ambulance tractor-trailer train locomotive bulldozer apc carrier',
    tank: 'tank',
    tanker: 'tanker',
  }),
  ...rows('vessel', {
    vessel:
      'vessel ship boat dhow freighter frigate corvette bulker submarine barge trawler ferry canoe pirogue destroyer warship skiff speedboat gunboat cutter sampan minesweeper cruiser corvette hovercraft patrol-boat',
  }),
  ...rows('aircraft', {
    aircraft: 'aircraft plane airplane aeroplane jet warplane helicopter fighter-jet bomber gunship airliner chopper',
  }),
  ...rows('settlement', { settlement: 'settlement village town city cities hamlet community locality kibbutz' }),
  ...rows('arms', {
    weapon:
      'rifle gun revolver carbine musket shotgun smg rpg weapon firearm pistol kalashnikov machine-gun launcher-tube magazine',
  }),
  ...rows('aid', {
    generator: 'generator',
    truck: 'truckload',
    tonne: 'tonne ton',
    parcel: 'parcel',
    basket: 'basket',
  }),
]);

const PERSON_ENDING = /(?:ers|ors|ists|ians|ees|eers|men|women|mates|folk|dwellers|ants|dents)$/;

/** What a head noun (lower-case, singular or plural) counts; null when it counts nothing that we measure. */
export function itemOf(noun: string, capital: boolean): Item | null {
  const met = capital ? NAMES : NOUNS;
  let item = met.get(noun);
  if (item === undefined) {
    item = itemOfNew(noun, capital);
    if (met.size >= MOST) met.clear();
    met.set(detached(noun), item);
  }
  return item;
}

/** Nouns that were met before, by whether they begin with a capital. */
const NOUNS = new Map<string, Item | null>();
const NAMES = new Map<string, Item | null>();
const MOST = 10_000;

function itemOfNew(noun: string, capital: boolean): Item | null {
  const known = ITEMS.get(noun) ?? ITEMS.get(singular(noun));
  if (known) return known;
  if (NOT_PEOPLE.has(noun)) return null;
  if (PERSON_ENDING.test(noun) && noun.length > 5) return { item: 'person', sort: 'person' };
  // a people's name: "eight Americans", "214 Palestinians", "Tanzanians"
  if (
    capital &&
    /(?:ans|is|ese|ish|ches|enes|ians|ines|ards|ews|iks|aks|ks|eks|Turks|Kurds|Arabs|Serbs|Finns|Danes|Poles)$/.test(
      noun,
    )
  )
    return { item: 'person', sort: 'person' };
  if (capital && /(?:an|ese|i|ian)$/.test(noun) && noun.length > 4) return { item: 'person', sort: 'person' };
  return null;
}

/** Is a lower-case noun listed as one that counts something? */
export const isItemNoun = (noun: string): boolean => ITEMS.has(noun) || ITEMS.has(singular(noun));

const NOT_PEOPLE = new Set(
  'numbers letters matters quarters centers centres meters metres kilometers kilometres others orders offers powers towers letters waters borders headquarters dinners chapters papers newspapers computers sectors factors doors floors colours colors errors sensors reactors tractors motors generators transformers containers trailers barriers chambers cylinders interceptors boilers boosters detonators servers skyscrapers reservoirs counters registers fires hours lists means omen fingers shoulders craters banners posters flowers rivers corners disasters clusters layers lasers ladders prayers covers answers boulders cinders clippers routers screwdrivers trousers mirrors tremors harbors indicators processors incidents accidents precedents elephants warrants grants remnants variants giants pants fists wrists checklists trees knees degrees committees fees bees rupees estimates climates'.split(
    ' ',
  ),
);

export function singular(noun: string): string {
  if (noun.endsWith('ies') && noun.length > 4) return noun.slice(0, -3) + 'y';
  if (/(?:ses|xes|zes|ches|shes)$/.test(noun))
    return ITEMS.has(noun.slice(0, -1)) ? noun.slice(0, -1) : noun.slice(0, -2);
  if (noun.endsWith('s') && !noun.endsWith('ss')) return noun.slice(0, -1);
  return noun;
}
