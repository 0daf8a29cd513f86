import type { QuantityRelation, Sense } from '../../model/quantity.ts';

/** Words that are a number by themselves. */
export const NUMBER_WORDS = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
} as const satisfies Readonly<Record<string, number>>;

/** Words that multiply what stands before them ("two hundred", "a dozen"). */
export const SCALES = {
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  lakh: 1e5,
  crore: 1e7,
} as const satisfies Readonly<Record<string, number>>;

/** Bare plurals: some twos of the unit and up. */
export const PLURALS = {
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
  lakhs: 1e5,
  crores: 1e7,
} as const satisfies Readonly<Record<string, number>>;

/** Groups that "a" or "the" makes a number of ("a couple of", "a trio of"). */
export const GROUPS = {
  couple: 2,
  pair: 2,
  duo: 2,
  trio: 3,
  quartet: 4,
  quintet: 5,
  single: 1,
} as const satisfies Readonly<Record<string, number>>;

/** Letters glued to digits, or after a currency, that multiply ("2.8bn", "10k"). `m` is metres unless it is money. */
export const SCALE_LETTERS = {
  k: 1e3,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  trn: 1e12,
} as const satisfies Readonly<Record<string, number>>;
export const MONEY_LETTERS = { ...SCALE_LETTERS, m: 1e6, b: 1e9, t: 1e12 } as const satisfies Readonly<
  Record<string, number>
>;

export const ORDINALS = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1e6,
} as const satisfies Readonly<Record<string, number>>;

/** Parts, singular; a plural in -s counts them ("two thirds"). */
export const PARTS = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twentieth: 20,
  hundredth: 100,
} as const satisfies Readonly<Record<string, number>>;

export interface Modifier {
  words: string;
  /** What it makes of the number; null when it leaves it exact ("exactly", "a total of"). */
  sense: Extract<Sense, 'least' | 'most' | 'about'> | null;
  relation?: QuantityRelation;
}

/** Words before a number that set its bounds or relate it. Those that end in a number's own "a" ("more than a dozen") need no entry. */
export const MODIFIERS = [
  { words: 'at least', sense: 'least' },
  { words: 'at the very least', sense: 'least' },
  { words: 'at the least', sense: 'least' },
  { words: 'at a minimum', sense: 'least' },
  { words: 'a minimum of', sense: 'least' },
  { words: 'minimum of', sense: 'least' },
  { words: 'more than', sense: 'least' },
  { words: 'well more than', sense: 'least' },
  { words: 'far more than', sense: 'least' },
  { words: 'many more than', sense: 'least' },
  { words: 'slightly more than', sense: 'least' },
  { words: 'a little more than', sense: 'least' },
  { words: 'just more than', sense: 'least' },
  { words: 'over', sense: 'least' },
  { words: 'over than', sense: 'least' },
  { words: 'well over', sense: 'least' },
  { words: 'just over', sense: 'least' },
  { words: 'far over', sense: 'least' },
  { words: 'a little over', sense: 'least' },
  { words: 'slightly over', sense: 'least' },
  { words: 'above', sense: 'least' },
  { words: 'well above', sense: 'least' },
  { words: 'just above', sense: 'least' },
  { words: 'upwards of', sense: 'least' },
  { words: 'upward of', sense: 'least' },
  { words: 'in excess of', sense: 'least' },
  { words: 'north of', sense: 'least' },
  { words: 'greater than', sense: 'least' },
  { words: 'higher than', sense: 'least' },
  { words: 'no fewer than', sense: 'least' },
  { words: 'not fewer than', sense: 'least' },
  { words: 'no less than', sense: 'least' },
  { words: 'not less than', sense: 'least' },
  { words: 'as few as', sense: 'least' },
  { words: 'as little as', sense: 'least' },
  { words: 'exceeding', sense: 'least' },
  { words: 'exceed', sense: 'least' },
  { words: 'exceeds', sense: 'least' },
  { words: 'exceeded', sense: 'least' },
  { words: 'surpassing', sense: 'least' },
  { words: 'surpassed', sense: 'least' },
  { words: 'topped', sense: 'least' },
  { words: 'topping', sense: 'least' },
  { words: 'many', sense: null },
  { words: 'up to', sense: 'most' },
  { words: 'as many as', sense: 'most' },
  { words: 'as much as', sense: 'most' },
  { words: 'fewer than', sense: 'most' },
  { words: 'less than', sense: 'most' },
  { words: 'lower than', sense: 'most' },
  { words: 'smaller than', sense: 'most' },
  { words: 'slightly less than', sense: 'most' },
  { words: 'a little less than', sense: 'most' },
  { words: 'slightly fewer than', sense: 'most' },
  { words: 'far fewer than', sense: 'most' },
  { words: 'far less than', sense: 'most' },
  { words: 'well under', sense: 'most' },
  { words: 'well below', sense: 'most' },
  { words: 'just under', sense: 'most' },
  { words: 'just below', sense: 'most' },
  { words: 'just short of', sense: 'most' },
  { words: 'just shy of', sense: 'most' },
  { words: 'a little under', sense: 'most' },
  { words: 'slightly under', sense: 'most' },
  { words: 'under', sense: 'most' },
  { words: 'below', sense: 'most' },
  { words: 'at most', sense: 'most' },
  { words: 'at the most', sense: 'most' },
  { words: 'at the very most', sense: 'most' },
  { words: 'no more than', sense: 'most' },
  { words: 'not more than', sense: 'most' },
  { words: 'a maximum of', sense: 'most' },
  { words: 'maximum of', sense: 'most' },
  { words: 'around', sense: 'about' },
  { words: 'about', sense: 'about' },
  { words: 'roughly', sense: 'about' },
  { words: 'very roughly', sense: 'about' },
  { words: 'some', sense: 'about' },
  { words: 'nearly', sense: 'about' },
  { words: 'almost', sense: 'about' },
  { words: 'approximately', sense: 'about' },
  { words: 'approx', sense: 'about' },
  { words: 'an approximate', sense: 'about' },
  { words: 'an estimated', sense: 'about' },
  { words: 'estimated', sense: 'about' },
  { words: 'estimated at', sense: 'about' },
  { words: 'close to', sense: 'about' },
  { words: 'near to', sense: 'about' },
  { words: 'nearer', sense: 'about' },
  { words: 'closer to', sense: 'about' },
  { words: 'circa', sense: 'about' },
  { words: 'virtually', sense: 'about' },
  { words: 'practically', sense: 'about' },
  { words: 'possibly', sense: 'about' },
  { words: 'perhaps', sense: 'about' },
  { words: 'maybe', sense: 'about' },
  { words: 'probably', sense: 'about' },
  { words: 'not quite', sense: 'about' },
  { words: 'more or less', sense: 'about' },
  { words: 'something like', sense: 'about' },
  { words: 'somewhere around', sense: 'about' },
  { words: 'somewhere near', sense: 'about' },
  { words: 'in the region of', sense: 'about' },
  { words: 'in the order of', sense: 'about' },
  { words: 'on the order of', sense: 'about' },
  { words: 'in the vicinity of', sense: 'about' },
  { words: 'an average of', sense: 'about' },
  { words: 'averaged', sense: 'about' },
  { words: 'averaging', sense: 'about' },
  { words: 'barely', sense: 'about' },
  { words: 'sub', sense: 'most' },
  { words: 'little more than', sense: 'about' },
  { words: 'exactly', sense: null },
  { words: 'precisely', sense: null },
  { words: 'a total of', sense: null },
  { words: 'a combined', sense: null },
  { words: 'a whopping', sense: null },
  { words: 'a reported', sense: null },
  { words: 'a record', sense: null },
  { words: 'a further', sense: null, relation: 'further' },
  { words: 'further', sense: null, relation: 'further' },
  { words: 'an additional', sense: null, relation: 'further' },
  { words: 'additional', sense: null, relation: 'further' },
  { words: 'an extra', sense: null, relation: 'further' },
  { words: 'another', sense: null, relation: 'another' },
  { words: 'yet another', sense: null, relation: 'another' },
  { words: 'the remaining', sense: null, relation: 'remaining' },
  { words: 'remaining', sense: null, relation: 'remaining' },
  { words: 'the other', sense: null, relation: 'other' },
  { words: 'other', sense: null, relation: 'other' },
] as const satisfies readonly Modifier[];

/** Words after a number, or after what it counts, that set its bounds or relate it. */
export const AFTER = [
  { words: 'or more', sense: 'least' },
  { words: 'or even more', sense: 'least' },
  { words: 'if not more', sense: 'least' },
  { words: 'and more', sense: 'least' },
  { words: 'and counting', sense: 'least' },
  { words: 'and up', sense: 'least' },
  { words: 'or over', sense: 'least' },
  { words: 'or above', sense: 'least' },
  { words: 'odd', sense: 'about' },
  { words: 'strong', sense: null },
  { words: 'plus', sense: 'least' },
  { words: 'at least', sense: 'least' },
  { words: 'at the least', sense: 'least' },
  { words: 'at the very least', sense: 'least' },
  { words: 'at a minimum', sense: 'least' },
  { words: 'or fewer', sense: 'most' },
  { words: 'or less', sense: 'most' },
  { words: 'at most', sense: 'most' },
  { words: 'at the most', sense: 'most' },
  { words: 'or so', sense: 'about' },
  { words: 'or thereabouts', sense: 'about' },
  { words: 'more', sense: null, relation: 'more' },
  { words: 'further', sense: null, relation: 'further' },
  { words: 'additional', sense: null, relation: 'further' },
  { words: 'others', sense: null, relation: 'other' },
  { words: 'other', sense: null, relation: 'other' },
] as const satisfies readonly Modifier[];

/** Units of length, area, weight, volume, heat, speed, power, data and time, singular or plural, and parts that only measure. */
export const UNITS = new Set(
  `km kms kilometre kilometres kilometer kilometers metre metres meter meters m cm mm centimetre centimetres centimeter centimeters
  millimetre millimetres millimeter millimeters μm mile miles mi yard yards yd foot feet ft inch inches nm nmi
  hectare hectares ha acre acres sq square cubic
  kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes gram grams g mg tonne tonnes ton tons t kt lb lbs pound-mass ounce ounces oz dwt
  litre litres liter liters l ml barrel barrels bpd gallon gallons
  celsius fahrenheit degrees degree c f k kelvin
  kph kmh mph knots knot rpm mach bhp hp horsepower nautical
  watt watts w kw mw gw kilowatt kilowatts megawatt megawatts gigawatt gigawatts kwh mwh gwh twh mah volt volts amp amps
  hz khz mhz ghz kb mb gb tb byte bytes gigabyte gigabytes megabytes gigabit
  kiloton kilotons megaton megatons magnitude decibels calibre caliber gauge
  second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks weekend weekends fortnight month months year years decade decades
  century centuries night nights quarter quarters evening evenings morning mornings
  storey storeys story stories floor floors seat seater point points percentage bedroom bedrooms
  mpg ppb ppm pixels megapixel megapixels lap laps goals goal yards`.split(/\s+/),
);

/** Units that stand between a number and "old", or make an age of it. */
export const AGE_UNITS = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days', 'yr', 'yrs']);

export const CURRENCY_MARKS = new Set([...'$€£¥₽₴₪₹₩₺₦₫₱₨¢']);

/** Letters before a number, glued or apart, that make it money; `PS` and `Y=` are the pound and the yen where a text was folded to ASCII. */
export const CURRENCY_CODES = new Set(
  `USD EUR GBP UAH RUB RUR NIS ILS PLN INR PKR Rs RM CHF JPY CNY RMB SEK NOK DKK CZK HUF TRY SYP LBP IRR YER SDG EGP JOD SAR AED QAR CAD AUD NZD ZAR NGN
  CFA XOF XAF MMK THB KRW BRL MXN US$ A$ C$ NZ$ HK$ S$ $US $A PS Y=`.split(/\s+/),
);

export const CURRENCY_WORDS = new Set(
  `dollar dollars euro euros pound pounds sterling ruble rubles rouble roubles hryvnia hryvnias hryvnya hryvnyas shekel shekels rupee rupees yuan renminbi
  yen won lira liras rial rials riyal riyals dirham dirhams franc francs kyat kyats naira dinar dinars zloty zlotys zlotych crown crowns krone kroner kronor krona
  peso pesos rand real reais baht ringgit forint forints cent cents penny pence kopeck kopecks usd eur gbp uah rub jpy bucks sen birr afghani afghanis kuna`.split(
    /\s+/,
  ),
);
/** Words that may stand between a number and its currency ("five million US dollars"). */
export const CURRENCY_LANDS = new Set(
  'us american canadian australian singapore new hong kong zealand syrian sudanese egyptian israeli turkish russian ukrainian swiss cfa danish swedish norwegian czech indian pakistani iranian yemeni iraqi kuwaiti jordanian lebanese saudi polish'.split(
    ' ',
  ),
);

/** Nouns that a number names, does not count: "Article 5", "School No. 5", "Resolution 1701". Lower-cased. */
export const LABELS = new Set(
  `no nos number numbers numero num article articles resolution resolutions channel page pages chapter section sections paragraph para annex appendix protocol rule
  brigade battalion regiment division army corps squadron company unit units group team school schools building block house apartment flat room hall gate terminal
  highway route road street avenue exit line platform bus flight boeing airbus reactor hangar warehouse pier berth site area sector zone camp district ward precinct
  region level figure table photo map phase stage step tier category cat class grade type mark mk model version series season episode volume vol part act bill law order decree directive
  sura psalm verse day week round game match draw lot item exhibit count case docket file form code postcode zip box extension ext radio fm am tv
  iphone galaxy windows playstation xbox formula apollo soyuz agenda covid cop g top big fortune ftse nikkei dax s&p`.split(
    /\s+/,
  ),
);

/** Words that name what follows even in lower case: "page 3", "number 12", "category 4". */
export const PLAIN_LABELS = new Set(
  `number numbers page pages article articles resolution resolutions category phase chapter level paragraph section flight channel route highway
  room gate version type stage grade reactor apartment flat decree`.split(/\s+/),
);

/** After "of" these show that a part of something named is meant, whatever stands before. */
export const DETERMINERS = new Set('the them these those its his her their our my your whom which what'.split(' '));

/** Ends of a street's name, for house numbers. */
export const STREETS = new Set(
  'street st road rd avenue ave way lane drive boulevard blvd square place highway terrace crescent alley embankment quay'.split(
    ' ',
  ),
);

/** Names that are written in numbers. */
export const NAMES_IN_NUMBERS = ['9/11', '7/7', '24/7', '50/50'] as const;

/** Capital words that begin sentences and phrases, so that a number after them is no part of a name. */
export const NOT_A_NAME = new Set(
  `the a an some about over at in of another all these those only just nearly almost around roughly up to and or but with for more than on by from
  when while since after before as its his her their our there killed wounded injured both between nor so if though although least most per`.split(
    /\s+/,
  ),
);

/** After these a bare number of four digits is a year. */
export const YEAR_BEFORE = new Set(
  `in since of until till by for from during early late mid before after around through throughout to and spring summer autumn fall winter year years the
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  between end start beginning fiscal season a an this that last class circa pre post`.split(/\s+/),
);

/** And after these it is a count. */
export const NO_YEAR_BEFORE = new Set(
  'than some nearly almost roughly approximately another least exactly about over killed wounded injured captured'.split(
    ' ',
  ),
);

/** Words that a number before them counts, whatever else it could be ("2000 people", "12 killed"). */
export const COUNTED = new Set(
  `people men women children soldiers troops drones missiles rockets shells civilians houses homes families fighters prisoners hostages persons
  personnel residents villagers servicemen militants rebels tanks vehicles aircraft workers refugees bodies dead wounded injured killed
  households buildings victims casualties pieces cases police officers migrants displaced more others`.split(/\s+/),
);

/** Words in -s that are no plural noun. */
export const NOT_PLURAL = new Set(
  'does goes says this across besides unless perhaps always sometimes towards afterwards versus minus plus whereas hers ours theirs yours reports crashes calls'.split(
    ' ',
  ),
);

/** Words that end a noun phrase: beyond them a number counts nothing. */
export const PHRASE_ENDS = new Set(
  `a an the and or but nor of in on at by to for from with as into over under near after before since until during while when where which who whom whose that
  is are was were be been has have had will would could should may might must can said says did do it he she they we you i its his her their this these
  those than if because although though so up down off out about around against among between through per via amid`.split(
    /\s+/,
  ),
);

/** Of whom an age is said: "a girl of 15", "children under five". */
export const ONE_OF_AGE: ReadonlySet<string> = new Set(
  'boy girl child man woman son daughter teenager pupil baby infant toddler youth'.split(' '),
);
export const PEOPLE_OF_AGE: ReadonlySet<string> = new Set([
  ...ONE_OF_AGE,
  ...'children men women boys girls those kids adults minors pensioners'.split(' '),
]);

/** Words between a number and its unit: "58 nautical miles", "five long hours". */
export const UNIT_LEADS = new Set(
  'nautical square cubic metric statute full long whole straight consecutive more further additional kilowatt megawatt sq working calendar light degrees minus road air sea'.split(
    ' ',
  ),
);

/** Units in the singular that describe, before a plural, what a number counts: "three night raids". */
export const DESCRIBING = new Set(
  'night day evening morning week weekend month year hour second minute quarter floor foot point goal barrel seat ton sea mile'.split(
    ' ',
  ),
);

/** Words before "over", "about", "under", "around", "above" that take them as their own: "hand over four hostages", "talks about two villages". */
export const TAKES_PARTICLE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    over: `hand hands handed handing turn turns turned turning take takes took taken taking give gave given fly flies flew flown flying pass passed cross crossed
      dispute disputes row war talks concern concerns anger fight battle control debate all sign signed run ran`,
    about:
      'talk talks talked talking speak spoke speaking know knew known ask asked tell told bring brought bringing worry worried learn learned complain complained information concerns concern questions question warned reports news story debate',
    'up to': 'went go goes gone going own owns owned owning moved summed added adds brought',
    under: 'come came coming comes put brought fell fall placed buried trapped live lived living held',
    around: 'gathered turned turn move moved walk walked all travelled built',
    above: 'fly flies flew flying hovered rose',
  }).map(([word, verbs]) => [word, new Set(verbs.split(/\s+/))]),
);

/** After "no" these make no count of zero. */
export const NOT_ZERO = new Set(
  `longer one doubt doubts comment comments way such need idea matter reason sign signs indication indications plan plans intention choice further
  question evidence confirmation proof word date information details detail response answer secret wonder place time point rest immediate official
  independent direct more fewer less later sooner better greater other use access explanation end limit justification right excuse chance hope progress breakthrough
  guarantee mention surprise mood alternative option exception return peace deal agreement concession concessions specific known`.split(
    /\s+/,
  ),
);

/** "One" before these is no count. */
export const NOT_ONE = new Set(
  `another day side hand thing way time point night morning evening afternoon can could would should must might may cannot who whose man's
  such after by or says`.split(/\s+/),
);
/** "One" after these is a pronoun or a name. */
export const PRONOUN_BEFORE_ONE = new Set(
  'the this that which every each any no some another other same such good bad big latest first last second next previous right wrong number day phase chapter formula force square year'.split(
    ' ',
  ),
);
/** Of those, a verb of speaking may be another's: "one of those who said". */
export const PERSONAL = new Set('who whom whose which that was were is are has have had'.split(' '));

/** Whoever speaks is no count: "one of them said". */
export const SAYING = new Set(
  'said says told tells added adds recalled recalls asked replied explained wrote noted claimed insisted argued warned acknowledged conceded described called put'.split(
    ' ',
  ),
);

const UP = `up rose rise risen rises rising increased increase increases increasing climbed climb climbs climbing jumped jump jumps jumping gained gain gains
  gaining grew grow grown grows growing added adds adding soared soars soaring surged surges surging advanced advances advancing rallied rallies rallying higher
  upward upwards swelled swells expanded expands expanding leapt leaped spiked spikes spiking rebounded edged`;
const DOWN = `down fell fall fallen falls falling dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing slid slide
  slides sliding slipped slip slips slipping lost lose loses losing shed sheds shedding sank sinks sinking plunged plunges plunging tumbled tumbles tumbling lower
  reduced reduce reduces reducing cut cuts cutting eased eases dipped dip dips dipping shrank shrinks shrinking plummeted plummets plummeting downward downwards
  retreated retreats contracted contracts slumped slumps slumping`;

/** Verbs and particles before a number that say which way it moved. */
export const TRENDS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...UP.split(/\s+/).map((word): [string, 'up'] => [word, 'up']),
  ...DOWN.split(/\s+/).map((word): [string, 'down'] => [word, 'down']),
]);
