import type { DayPart, Season, TimeUnit } from '../../model/moment.ts';

/** Months by name and by the abbreviations that newspapers use, 1 to 12. A stop may follow the short ones. */
export const MONTHS = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
} as const satisfies Readonly<Record<string, number>>;

/** Days of the week as `Date` numbers them: Sunday is 0. */
export const WEEKDAYS = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sun: 0,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
} as const satisfies Readonly<Record<string, number>>;

/** Those of the months' names that may be cut short with a stop. */
export const SHORT_MONTHS = new Set([
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
]);

/** Names of months and days that are other words or names too: they need a number, a year or a preposition beside them. */
export const AMBIGUOUS = new Set([
  'may',
  'march',
  'april',
  'june',
  'august',
  'jan',
  'mar',
  'jun',
  'sun',
  'sat',
  'wed',
  'mon',
  'fri',
  'tue',
  'thu',
  'thur',
  'dec',
  'oct',
]);

/** Before an ambiguous month these show that it is one. */
export const MONTH_BEFORE = new Set(
  `in since until till by from to of during through throughout between and or before after early late mid last next this every around
  beginning end start starting ending begun past previous following for`.split(/\s+/),
);

/** Nouns that a month or a year before them dates: "an August ambush", "a 2016 attack". */
export const DATED = new Set(
  `attack attacks raid raids ambush bombing bombings strike strikes airstrike airstrikes blast assault offensive massacre clash clashes siege shelling explosion
  shooting kidnapping killing killings invasion incursion coup uprising truce ceasefire deal agreement election vote`.split(
    /\s+/,
  ),
);

/** Names made of a day's name: no day. The word after it, and the word before it. */
export const NOT_DAY_BEFORE = new Set([
  'Times',
  'Telegraph',
  'Mail',
  'Mirror',
  'World',
  'Post',
  'Herald',
  'Agreement',
  'Night',
  'Club',
]);
export const NOT_DAY_AFTER = new Set([
  'good',
  'black',
  'bloody',
  'palm',
  'easter',
  'holy',
  'ash',
  'maundy',
  'every',
  'each',
  'super',
  'cyber',
  'most',
]);

export const DAY_PARTS = {
  dawn: 'dawn',
  daybreak: 'dawn',
  sunrise: 'dawn',
  morning: 'morning',
  noon: 'noon',
  midday: 'noon',
  lunchtime: 'noon',
  afternoon: 'afternoon',
  evening: 'evening',
  dusk: 'evening',
  nightfall: 'evening',
  sunset: 'evening',
  night: 'night',
  midnight: 'midnight',
  noontime: 'noon',
  mornings: 'morning',
  afternoons: 'afternoon',
  evenings: 'evening',
  nights: 'night',
  daytime: 'noon',
} as const satisfies Readonly<Record<string, DayPart>>;

/** Parts of a day that name a time without "this" or "last": "at dawn", "at midnight". */
export const BARE_PARTS = new Set([
  'dawn',
  'daybreak',
  'sunrise',
  'noon',
  'midday',
  'midnight',
  'nightfall',
  'dusk',
  'sunset',
]);

export const TIME_UNITS = {
  minute: 'hour',
  minutes: 'hour',
  hour: 'hour',
  hours: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  fortnight: 'week',
  weekend: 'weekend',
  weekends: 'weekend',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
  decade: 'decade',
  decades: 'decade',
  night: 'day',
  nights: 'day',
} as const satisfies Readonly<Record<string, TimeUnit>>;

export const SEASONS = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
} as const satisfies Readonly<Record<string, Season>>;

/** Days counted from publication. */
export const NAMED_DAYS = { today: 0, yesterday: -1, tomorrow: 1 } as const satisfies Readonly<Record<string, number>>;

/** Holidays of a fixed date that English calls by name: month and day. */
export const HOLIDAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['boxing day', [12, 26]],
  ['victory day', [5, 9]],
  ['armistice day', [11, 11]],
]);

/** Which calendar unit a word before it means, counted from publication's own. */
export const SHIFTS = {
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  next: 1,
  coming: 1,
  upcoming: 1,
} as const satisfies Readonly<Record<string, number>>;

/** Before "the past week" and its like; the unit runs up to publication. */
export const PAST = new Set(['past', 'last', 'previous', 'preceding', 'recent']);

/** Words before a time of which only a part is meant, in hundredths of its length. */
export const STRETCHES = {
  early: [0, 33],
  mid: [33, 67],
  late: [67, 100],
  'the start of': [0, 33],
  'the beginning of': [0, 33],
  'the middle of': [33, 67],
  'the end of': [67, 100],
  'start of': [0, 33],
  'beginning of': [0, 33],
  'middle of': [33, 67],
  'end of': [67, 100],
  'the first half of': [0, 50],
  'the second half of': [50, 100],
  'the first fortnight of': [0, 45],
  'the second fortnight of': [45, 100],
  'the first quarter of': [0, 25],
  'the second quarter of': [25, 50],
  'the third quarter of': [50, 75],
  'the fourth quarter of': [75, 100],
  'the last quarter of': [75, 100],
  'the first week of': [0, 22],
  'the second week of': [23, 45],
  'the third week of': [46, 68],
  'the last week of': [78, 100],
  'the first days of': [0, 10],
  'the first two months of': [0, 16],
  'the first three months of': [0, 25],
  'the first four months of': [0, 33],
  'the first five months of': [0, 41],
  'the first six months of': [0, 50],
  'the first seven months of': [0, 58],
  'the first eight months of': [0, 66],
  'the first nine months of': [0, 75],
  'the first ten months of': [0, 83],
  'the last three months of': [75, 100],
  'the last six months of': [50, 100],
  'the last days of': [90, 100],
  'the final days of': [90, 100],
  'the first months of': [0, 25],
  'the final months of': [75, 100],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

/** Words before a day that name the part of it that is meant. */
export const PART_OF = {
  'early on': 'morning',
  'early in the day on': 'morning',
  'late on': 'evening',
  'the night of': 'night',
  'the night on': 'night',
  'night of': 'night',
  'night on': 'night',
  'the nights of': 'night',
  'the evening of': 'evening',
  'the evenings of': 'evening',
  'evening of': 'evening',
  'the morning of': 'morning',
  'the mornings of': 'morning',
  'the afternoon of': 'afternoon',
  'the afternoons of': 'afternoon',
  'the dawn of': 'dawn',
  'the early hours of': 'dawn',
  'the early hours on': 'dawn',
  'the early morning of': 'dawn',
  'the small hours of': 'dawn',
  'the predawn hours of': 'dawn',
  'the hours before dawn on': 'dawn',
  'early hours of': 'dawn',
  'small hours of': 'dawn',
  'predawn hours of': 'dawn',
  'the late hours of': 'evening',
  'the late evening of': 'evening',
  'the opening hours of': 'dawn',
  'the early morning hours of': 'dawn',
  'early morning hours of': 'dawn',
  'dawn on': 'dawn',
  'dawn of': 'dawn',
  'daybreak on': 'dawn',
  'sunrise on': 'dawn',
  'predawn on': 'dawn',
  'morning on': 'morning',
  'noon on': 'noon',
  'midday on': 'noon',
  'afternoon on': 'afternoon',
  'evening on': 'evening',
  'nightfall on': 'evening',
  'dusk on': 'evening',
  'sunset on': 'evening',
  'midnight on': 'midnight',
  'midnight of': 'midnight',
  'the eve of': 'evening',
  early: 'morning',
  late: 'evening',
  'before dawn': 'dawn',
  'overnight on': 'night',
  'the night to': 'night',
  'the night into': 'night',
  'the night before': 'night',
  'overnight to': 'night',
  'overnight into': 'night',
} as const satisfies Readonly<Record<string, DayPart>>;

/** Those that name the night that ends on the day. */
export const NIGHTS_TO = new Set([
  'overnight on',
  'overnight to',
  'overnight into',
  'the night to',
  'the night into',
  'the night before',
]);

/** Words before a time that make it a limit. */
export const LIMITS = { by: 'by', until: 'until', till: 'until', before: 'before', after: 'after' } as const;
