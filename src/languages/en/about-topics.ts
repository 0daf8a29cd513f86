import type { Measure } from '../../model/claim.ts';
import type { Draft } from './draft.ts';

/** Words by which an answer names its topic, and the claims that are of it. */
export const TOPICS = [
  [
    /\b(?:dead|deaths?|killed|toll|died|casualt|victims|harmed)\b/,
    (d) => d.measure === 'killed' || d.type === 'casualties',
  ],
  [/\b(?:wounded|injur|hurt)\b/, (d) => d.measure === 'injured'],
  [/\b(?:child|children)\b/, (d) => d.item === 'child'],
  [/\b(?:civilians?)\b/, (d) => d.item === 'civilian' || d.measure === 'killed' || d.measure === 'injured'],
  [
    /\b(?:captur|prisoner|abduct|kidnap|hostage|detain|captive)/,
    (d) => d.measure === 'captured' || d.type === 'detention' || d.measure === 'returned',
  ],
  [
    /\b(?:drones?|missiles?|rockets?|lost|losing|shot down|downed)\b/,
    (d) => d.measure === 'launched' || d.measure === 'intercepted' || d.measure === 'hit',
  ],
  [/\b(?:exchange|transfer|release|swap|numbers)\b/, (d) => d.measure === 'returned' || d.type === 'exchange'],
  [
    /\b(?:attack|strikes?|raids?|shelling|bombed|bombing|bombardment|firing|fired|blast|struck|hit)\b/,
    (d) => d.type === 'attack' || d.type === 'damage' || d.type === 'interception',
  ],
  [/\b(?:town|village|loss|control|withdrew)\b/, (d) => d.type === 'territory'],
] satisfies readonly (readonly [RegExp, (d: Draft) => boolean])[];

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
