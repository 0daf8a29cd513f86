import type { PartyKind, Time } from './claim.ts';
import type { TimeExpression } from './moment.ts';

/**
 * What the reader is handed: it knows neither the world nor the calendar by itself. `normalize/` implements these,
 * `pipeline.ts` hands them over. All methods are pure and must be fast (called for each candidate phrase): cache inside.
 */
export interface Knowledge {
  actors: ActorIndex;
  places: PlaceIndex;
  calendar: Calendar;
}

/** Lays a time expression on days against the publication date; null when that cannot be told. */
export type Calendar = (
  expression: TimeExpression,
  published: string | null,
  context?: { future?: boolean; anchor?: Pick<Time, 'from' | 'to'> | null },
) => Pick<Time, 'from' | 'to' | 'precision'> | null;

/** A party that a noun phrase was taken to mean. */
export interface ResolvedActor {
  name: string;
  /** Stable id (`ru/ministry-of-defence`, `org/un-ocha`, `outlet/tass`), null when it is only a name. */
  id: string | null;
  kind: PartyKind;
  /** Country or group it speaks for, by name; null when nobody's or unknown. */
  side: string | null;
  /** Of an office-holder or institution: the place it belongs to, if the phrase names one ("Moscow Mayor …": "Moscow"). */
  place?: string | null;
  /** The short words by which later text may refer to it: "ministry", "mayor", "Sobyanin", "group", "army". Lower-case but for names. */
  short?: readonly string[];
  /** Grammatical sort for pronouns: who can be "he/she", "it", "they". */
  sort: 'person' | 'body' | 'people';
  gender?: 'm' | 'f' | null;
}

export interface ActorIndex {
  /**
   * Reads a noun phrase as it stands in the article ("the Russian Ministry of Defense", "Moscow Mayor Sergei Sobyanin",
   * "Gaza's Hamas-run health ministry", "a Lebanese security source", "Kyiv", "TASS", "the IDF"). Returns null when it is
   * not a party at all ("the bridge", "three drones").
   */
  resolve(phrase: string): ResolvedActor | null;
  /** The state or group that an adjective or demonym points to: "Ukrainian" → Ukraine, "Houthi" → Houthis, "American" → United States. */
  demonym(word: string): ResolvedActor | null;
  /** Is this (normalised, case-sensitive) phrase the name of a news agency, newspaper, broadcaster or messenger channel that relays? */
  isOutlet(phrase: string): boolean;
}

/** A place as the gazetteer has it. */
export interface ResolvedPlace {
  name: string;
  id: string | null;
  latitude: number | null;
  longitude: number | null;
  /** GeoNames-like class: `city`, `admin1`, `admin2`, `country`, `region` (wider area), `sea`, `site`. */
  kind: 'city' | 'admin1' | 'admin2' | 'country' | 'region' | 'sea' | 'site';
  /** Country name, null for seas and regions across borders. */
  country: string | null;
  /** First-order division's name, null when unknown. */
  admin1: string | null;
  population: number;
}

export interface PlaceIndex {
  /**
   * A place name exactly as written, without its preposition ("Kharkiv", "the Kharkiv region", "Kursk Oblast", "the Red Sea",
   * "northern Gaza", "Saint Petersburg", "Kiev", "the capital of Ukraine"). `near` are names of countries or places already read in this
   * article: they decide between namesakes; a list that was handed over must not change. Null when no place is known by that name.
   */
  find(name: string, near?: readonly string[]): ResolvedPlace | null;
  /** Could a name that begins with this capitalised word be a place? A cheap test before `find`. */
  startsPlace(word: string): boolean;
  /** The longest name any entry has, in words. */
  readonly longest: number;
}
