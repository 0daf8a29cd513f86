import type { ResolvedPlace } from '../model/knowledge.ts';
import type { PlaceNames } from './place-names.ts';

/** Where an article is: what it has named already. It decides between namesakes, and lets small places in. */
export interface Nearby {
  /** ISO codes. */
  countries: ReadonlySet<string>;
  /** GeoNames codes of first-order divisions. */
  divisions: ReadonlySet<string>;
  /** Latitude and longitude of each place named. */
  at: readonly (readonly [number, number])[];
}

export const NOWHERE: Nearby = { countries: new Set(), divisions: new Set(), at: [] };

/** Where an article is that has named these places. */
export function around(places: readonly ResolvedPlace[], names: PlaceNames): Nearby {
  return {
    countries: new Set(places.map((place) => names.codeOf(place)).filter((code) => code !== null)),
    divisions: new Set(
      places.map(({ id }) => /^admin1:(.+)$/.exec(id ?? '')?.[1]).filter((code) => code !== undefined),
    ),
    at: places.flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [[latitude, longitude] as const],
    ),
  };
}

/** Within a place that the name itself gives: "Tripoli, Lebanon". */
export function within(place: ResolvedPlace | null, near: Nearby, names: PlaceNames): Nearby {
  const there = place && around([place], names);
  return there && there.countries.size > 0 ? there : near;
}
