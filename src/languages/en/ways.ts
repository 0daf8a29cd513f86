import {
  attackWith,
  bodies,
  bodiesOf,
  captives,
  claimedWeapons,
  compound,
  damageIn,
  doneByNoun,
  exchangedFor,
  fate,
  impactsBy,
  labelled,
  likeness,
  losses,
  madeOffWith,
  names,
  namesOne,
  ofTopic,
  oneFamily,
  searchedFor,
  sizeOfBody,
  underNoun,
} from './noun-ways.ts';
import {
  against,
  bareNumber,
  continued,
  correction,
  ellipsis,
  inAll,
  including,
  itWas,
  listGoesOn,
  ofThoseLaunched,
  partInPassing,
  pronoun,
  speaksOf,
  upFrom,
} from './said-ways.ts';
import type { Situation } from './situation.ts';
import { toll } from './tolls.ts';
import {
  agent,
  amongState,
  farObject,
  nearObject,
  ownState,
  peopleMoved,
  relativeObject,
  statePart,
  subject,
} from './verb-ways.ts';
import type { Judgement, Way } from './way.ts';

/** What a number measures, or why nothing: the first way that says anything decides. */
export function judge(s: Situation): Judgement | string {
  for (const way of WAYS) {
    const said = way(s);
    if (said !== null) return said;
  }
  return 'no word around it says what became of what it counts';
}

/** The ways, surest first: the number's own words, the noun it stands under, a verb that does something to it, what was said before. */
const WAYS: readonly Way[] = [
  compound,
  namesOne,
  likeness,
  names,
  correction,
  labelled,
  ownState,
  upFrom,
  bodiesOf,
  oneFamily,
  sizeOfBody,
  losses,
  underNoun,
  agent,
  doneByNoun,
  relativeObject,
  nearObject,
  subject,
  amongState,
  peopleMoved,
  partInPassing,
  pronoun,
  farObject,
  statePart,
  madeOffWith,
  attackWith,
  toll,
  against,
  speaksOf,
  continued,
  including,
  inAll,
  exchangedFor,
  bodies,
  ofThoseLaunched,
  listGoesOn,
  bareNumber,
  itWas,
  ellipsis,
  claimedWeapons,
  captives,
  damageIn,
  fate,
  ofTopic,
  impactsBy,
  searchedFor,
];
