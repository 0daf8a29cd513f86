import type { Measure, OccurrenceType } from '../../model/claim.ts';

/** Nouns by which an answer speaks of what was claimed, besides those for happenings. */
export const TOPICS: ReadonlyMap<string, OccurrenceType> = new Map(
  (
    [
      ['casualties', 'loss losses dead wounded casualties death deaths toll tolls victims fatalities'],
      ['detention', 'prisoner prisoners captive captives hostage hostages detainees arrests'],
      ['territory', 'town village city base retreat withdrawal control'],
    ] as const
  ).flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);

/** Words of a record, and what must be measured for it to be one. */
export const EXTENTS = [
  [/\b(?:wounded|injured)\b/, 'injured'],
  [
    /\b(?:deadliest|bloodiest|deadly|lethal|bloody|dead|deaths?|killed|losses|loss|toll|burial|massacre|casualt\w+|so many (?:people|dead))\b/,
    'killed',
  ],
  [/\b(?:shot down|downed|intercept\w*|destroyed)\b/, 'intercepted'],
  [/\b(?:exchange|swap|release|handover)\b/, 'returned'],
  [/\b(?:displacement|exodus|evacuation)\b/, 'displaced'],
  [/\b(?:capture|abduction|kidnapping|arrests?)\b/, 'captured'],
  [
    /\b(?:attacks?|strikes?|raids?|barrage|salvo|wave|bombardment|assault|shelling|drones?|missiles?|rockets?|launch|record)\b/,
    'launched',
  ],
] satisfies readonly (readonly [RegExp, Measure])[];
