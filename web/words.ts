import type { Measure, OccurrenceType, PartyKind, Stance } from '../src/model/claim.ts';
import type { Standing } from '../src/model/event.ts';

/** The desk's words for the model's, one an entry: labels only, nothing is decided here. */
export const MEASURES = {
  launched: 'Launched',
  intercepted: 'Shot down or stopped',
  hit: 'Hit',
  killed: 'Killed',
  injured: 'Injured',
  missing: 'Missing',
  captured: 'Captured',
  returned: 'Returned',
  displaced: 'Displaced',
  damaged: 'Damaged',
  delivered: 'Delivered',
} satisfies Record<Measure, string>;

export const TYPES = {
  attack: 'Attack',
  interception: 'Interception',
  casualties: 'Casualties',
  damage: 'Damage',
  disruption: 'Disruption',
  territory: 'Territory',
  detention: 'Detention',
  exchange: 'Exchange',
  talks: 'Talks',
  agreement: 'Agreement',
  support: 'Support',
  statement: 'Statement',
} satisfies Record<OccurrenceType, string>;

export const STANDINGS = {
  'single-source': { label: 'Single source', means: 'One origin says so; nobody else does.' },
  'one-sided': { label: 'One-sided', means: 'Several origins say so, all on one side.' },
  corroborated: { label: 'Corroborated', means: 'Both sides, or one side and an independent party, agree.' },
  contested: { label: 'Contested', means: 'Somebody denies it, or the figures cannot all be true.' },
  confirmed: { label: 'Confirmed', means: 'A reviewer confirmed it.' },
  rejected: { label: 'Rejected', means: 'A reviewer rejected it.' },
} satisfies Record<Standing, { label: string; means: string }>;

export const STANCES = {
  asserts: 'says so',
  denies: 'denies',
  confirms: 'confirms',
  'no-comment': 'no comment',
} satisfies Record<Stance, string>;

export const KINDS = {
  state: 'State',
  institution: 'Institution',
  military: 'Military',
  'armed-group': 'Armed group',
  official: 'Official',
  outlet: 'Outlet',
  organisation: 'Organisation',
  person: 'Person',
  unnamed: 'Unnamed',
} satisfies Record<PartyKind, string>;

export const DISPUTES = { figures: 'Figures', denial: 'Denial', responsibility: 'Responsibility' } as const;
export const RECORDS = { holds: 'Holds', broken: 'Broken', unknown: 'Unknown' } as const;

const IRREGULAR: Record<string, string> = {
  person: 'people',
  child: 'children',
  woman: 'women',
  man: 'men',
  aircraft: 'aircraft',
};

/** "drone+missile" is "drones and missiles", "person" is "people". */
export const itemWords = (item: string): string =>
  item
    .split('+')
    .map(
      (one) =>
        IRREGULAR[one] ??
        (/(s|x|ch|sh)$/.test(one) ? `${one}es` : /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`),
    )
    .join(' and ');

export const measureWords = (measure: string): string => MEASURES[measure as Measure] ?? measure;

/** The origin of a claim in the article's own voice has no name of its own. */
export const OWN_VOICE = 'The article itself';
