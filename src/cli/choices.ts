import type { OccurrenceType } from '../model/claim.ts';
import type { Standing } from '../model/event.ts';

// The model's lists, written out so that `--help` need not load its validators; `satisfies` keeps them the same.
export const OCCURRENCE_TYPES = Object.keys({
  attack: 0,
  interception: 0,
  casualties: 0,
  damage: 0,
  disruption: 0,
  territory: 0,
  detention: 0,
  exchange: 0,
  talks: 0,
  agreement: 0,
  support: 0,
  statement: 0,
} satisfies Record<OccurrenceType, 0>);

export const STANDINGS = Object.keys({
  'single-source': 0,
  'one-sided': 0,
  corroborated: 0,
  contested: 0,
  confirmed: 0,
  rejected: 0,
} satisfies Record<Standing, 0>);
