import type { Actor, Claim, OccurrenceType, Time } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { type Window, windowOf } from './days.ts';
import { rootId } from './parties.ts';
import { type Where, whereOf } from './whereabouts.ts';
import { fold } from './words.ts';

/** What sort of happening it is. `null` goes with anything: a statement or an answer says nothing of it. */
export type Family = 'fighting' | 'exchange' | 'diplomacy' | 'support' | 'disruption' | null;

/** What one claim says about the occurrence that it is about: all that linking compares. */
export interface Facts {
  when: Window | null;
  where: Where | null;
  /** Day and place that the reader took from another sentence: a hint, weaker than what the claim's own sentence says. */
  hint: { when: Window | null; where: Where | null };
  family: Family;
  /** Side that did it and side that it was done to, whoever shot down what; null when not said. */
  attacker: string | null;
  victim: string | null;
  /** Words of a target's proper name ("Thalia Breeze"); empty when it has none. */
  target: readonly string[];
  /** Who says it: the root's id, else its folded name; null for the article's own voice. */
  voice: string | null;
}

const families: Readonly<Record<OccurrenceType, Family>> = {
  attack: 'fighting',
  interception: 'fighting',
  casualties: 'fighting',
  damage: 'fighting',
  territory: 'fighting',
  detention: 'fighting',
  exchange: 'exchange',
  talks: 'diplomacy',
  agreement: 'diplomacy',
  support: 'support',
  disruption: 'disruption',
  statement: null,
};

const known = new WeakMap<Claim, Facts>();

/** Read once a claim: linking asks for it again and again. */
export function factsOf(claim: Claim): Facts {
  let facts = known.get(claim);
  if (!facts) known.set(claim, (facts = read(claim)));
  return facts;
}

function read(claim: Claim): Facts {
  const thwarted = claim.type === 'interception' || claim.measure === 'intercepted';
  const doer = claim.actor?.side ?? null;
  const sufferer = claim.target?.side ?? null;
  return {
    when: claim.time && speaksOfTime(claim) && stated(claim, claim.time) ? whenOf(claim, claim.time) : null,
    where: claim.place && claim.modality !== 'hypothetical' && stated(claim, claim.place) ? whereOf(claim.place) : null,
    hint: {
      when: claim.time && speaksOfTime(claim) && !stated(claim, claim.time) ? whenOf(claim, claim.time) : null,
      where: claim.place && !stated(claim, claim.place) ? whereOf(claim.place) : null,
    },
    family: families[claim.type],
    attacker: thwarted ? sufferer : doer,
    victim: thwarted ? doer : sufferer,
    target: claim.target && stated(claim, claim.target) && !counted(claim) ? properWords(claim.target) : [],
    voice: claim.source && (rootId(claim.source.id) ?? fold(claim.source.name)),
  };
}

/** The time of a record is what it is a record since, and that of an answer when it was given: neither is when it happened. */
const speaksOfTime = ({ kind, modality }: Claim): boolean =>
  (kind === 'figure' || kind === 'occurrence') && modality !== 'hypothetical';

/** Do the words stand in the claim's own sentence? Else the reader took them from elsewhere in the article. */
export const stated = ({ sentence }: Claim, { start, end }: Span): boolean =>
  sentence.start <= start && end <= sentence.end;

/** "Four Merkava tanks": what is counted is of a kind, and has no name of its own. */
const counted = ({ target, value }: Claim): boolean =>
  target !== null && value !== null && target.start <= value.start && value.end <= target.end;

/** Weapons that are counted over several days are a total: raids come by the night. */
function whenOf({ measure }: Claim, time: Time): Window {
  const window = windowOf(time);
  const raids = measure === 'launched' || measure === 'intercepted';
  return raids && window.sort === 'spell' && window.to - window.from > 1 ? { ...window, sort: 'total' } : window;
}

/** Words that a sentence may begin with, so that their capital says nothing. */
const openers = new Set(
  (
    'the a an all any both each every few many most several some no none not one two three four five six seven eight nine ten eleven twelve thirteen ' +
    'fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousands dozens scores ' +
    'around about at least more than over nearly almost up well another other its his her their our those these that this'
  ).split(' '),
);

/** Capitalised words of a target that is no side and no mere description. */
function properWords(target: Actor): string[] {
  if (target.name === target.side) return [];
  if (target.id !== null && !fold(target.text).includes(fold(target.name))) return []; // a body by the name of the tables
  const side = fold(target.side ?? '').slice(0, 4);
  return target.name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}\p{L}+/u.test(word))
    .map(fold)
    .filter((word) => !openers.has(word) && !(side && word.startsWith(side)));
}
