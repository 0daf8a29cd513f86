import { list } from './words.ts';

/** Words that put a name in its place: what stands before it. */
export const LOCATIVE = list(
  `in at near on over outside inside around from into across to of above off towards toward through within between along throughout against for beyond
  by under and`,
);
/** Under these a capitalised name that no gazetteer knows is taken for a place. */
export const STRONG = list('in off near outside around at over across inside from');
/** Under these something is where the name is. */
export const DIRECT = list('in at near outside around inside over off');
/** Under these it is not in the place itself. */
export const NEARNESS = list('near outside around off towards toward beyond');

/** What a place is called beside its name ("the Kharkiv region", "the village of Pinga"). */
export const KINDS = list(
  `region oblast province governorate district state krai republic department township county area city town village camp territory prefecture
  neighbourhood neighborhood suburb peninsula strip valley border sea gulf strait bay river island airport line front axis direction sector road highway
  capital stronghold bastion enclave outpost`,
);
/** Nouns of sites that a town's name before them places in that town, and that a name of their own may go before. */
export const SITES = list(
  `airport airbase airfield base substation switchyard refinery depot plant market hospital school station port bridge camp prison university mosque
  church district area dam factory terminal checkpoint crossing square neighbourhood neighborhood suburb barracks hotel mall front countryside outskirts`,
);
/** What may stand between a name and its site: "Khadim air base", "Kakuma refugee camp". */
export const OF_A_SITE = list('air naval military army refugee border power oil gas');
/** "The siege of Pinga", "the villagers of Pinga": what it tells is there. */
export const OF_A_PLACE = list(
  `villagers residents people inhabitants victims dead survivors battle siege bombing bombardment shelling fall capture liberation occupation streets centre center outskirts part
  parts bank banks foot heart mouth edge coast shore suburb side`,
);
/** "The rise in Pinga's toll": what is counted is not where it is. */
export const COUNTS = list('toll casualties losses population');
/** "Fired from positions in Pinga": where things set out from. */
export const SOURCES = list(
  'base bases airbase airfield headquarters position positions ship ships launcher launchers',
);
/** "North of Pinga". */
export const SIDES = list(
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west outside',
);
/** "The fighting for Pinga". */
export const FOUGHT_FOR = list('fighting battle battles fight clashes struggle combat');
/** Before "in": where somebody is at home, not where something happened. */
export const AT_HOME = list(
  'based headquartered born exiled lives living resident government junta authorities officials cabinet presidency parliament',
);
/** Before "in", "of", "to": the place of what stands beside the event. */
export const BESIDE = list(
  'talks negotiations meeting summit conference invasion ambassador route way office bureau protest protests rally court',
);
/** Wars: only what they cost in all is where they are. */
export const WARS = list('war conflict insurgency uprising');

export const DIRECTIONS = list(
  `northern southern eastern western central north south east west northeastern northwestern southeastern southwestern north-eastern north-western
  south-eastern south-western upper lower coastal occupied rural annexed greater`,
);
/** The last part of an adjective of a side or a people: "Turkish-held". */
export const HELD = list(
  'held led run backed controlled occupied made born based speaking linked majority flagged owned brokered',
);

/** Peoples and creeds without a state: before a kind of place ("the Shiite district of X", "Rohingya villages") no name of it. */
export const PEOPLES = list(
  `shiite shi'ite shia sunni alawite druze yazidi christian muslim moslem hindu buddhist jewish catholic protestant orthodox coptic maronite arab bedouin tribal
  rohingya tamil sinhalese sikh pashtun hazara tajik uzbek baluch fulani dogon tuareg hausa masalit dinka nuer hutu tutsi oromo tigrayan anglophone
  adivasi bodo naga kuki meitei`,
);

/** "On the road to Pinga": on the way there. */
export const ROADS = list('road highway motorway');

/** What a later sentence calls a place that has been named. */
export const TOWNS = list('city town village settlement hamlet');
export const DIVISIONS = list('region province governorate oblast state district department');
/** Those that are the largest in a country: a town lies in one. */
export const PROVINCES = list('province governorate oblast');
/** "In the same area": as the place named last. */
export const SPOTS = list('area place spot location neighbourhood neighborhood site');
export const TRACTS = list('strip enclave peninsula territory');

/** "In the north": of the country at hand. */
export const QUARTERS = list(
  'north south east west north-east north-west south-east south-west northeast northwest southeast southwest',
);

/** Verbs whose subject, if it is a place, is where it happened: "Smolensk reported injuries", "Goma hospital received 12 bodies". */
export const SUFFERS = list('report suffer record see witness endure receive admit treat mourn');

/** Verbs of taking ground whose object is a place even if no gazetteer knows it. */
export const GROUND = list('seize recapture retake enter storm besiege liberate overrun reclaim');

/** Verbs beside those of attacks and ground that have a place for their object. */
export const MOVES = list('reach leave flee enter evacuate cross quit');

/** A capitalised word that makes its name no place's. */
export const NO_PLACE = list(
  `army ministry minister president general colonel command force forces council committee party union agency news times post telegram facebook twitter
  radio tv television house operation movement front brigade court group united nations office mr mrs dr god congress parliament senate security
  english arabic french russian x january february march april may june july august september october november december islam ramadan
  easter christmas`,
);
/** "The mostly Shiite Zafaraniyah neighbourhood": whose it is, and no part of its name. */
export const OF_FAITH = list(
  'shiite shia sunni christian muslim druze alawite yazidi hindu buddhist jewish orthodox catholic kurdish turkmen',
);
/** What the names of ships begin with. */
export const SHIPS = list('uss hms ins mv m/v mt m/t ss rfs hmas tanker');
/** What ends the name of a body that a place is a part of: "the Mashad Organisation", "the Kandahar Times". */
export const BODIES = list(
  'organisation organization foundation network institute institution association society federation centre center post times news agency club fund trust company group university',
);
/** What an "and" stands inside: "Jammu and Kashmir", "Bosnia and Herzegovina". */
export const BEFORE_AND = list('jammu bosnia serbia trinidad');
/** Between capitals of one name. */
export const JOINING = list('al el de');
/** "The Strait of Hormuz", "the Republic of Congo". */
export const OF_A_NAME = list('line strait sea gulf bay cape isle horn lake valley republic');
/** "On Mount Hermon". */
export const LANDMARKS = list('mount lake hill island cape');
