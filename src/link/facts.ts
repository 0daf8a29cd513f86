import type { Actor, Claim, OccurrenceType } from '../model/claim.ts';
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
    when: whenOf(claim),
    where: claim.place && whereOf(claim.place),
    family: families[claim.type],
    attacker: thwarted ? sufferer : doer,
    victim: thwarted ? doer : sufferer,
    target: properWords(claim.target),
    voice: claim.source && (rootId(claim.source.id) ?? fold(claim.source.name)),
  };
}

/** Weapons that are counted over several days are a total: raids come by the night. */
function whenOf({ time, measure }: Claim): Window | null {
  if (!time) return null;
  const window = windowOf(time);
  const raids = measure === 'launched' || measure === 'intercepted';
  return raids && window.sort === 'spell' && window.to - window.from > 1 ? { ...window, sort: 'total' } : window;
}

/** Capitalised words of a target that is no side and no mere description. */
function properWords(target: Actor | null): string[] {
  if (!target || target.name === target.side) return [];
  return target.name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}\p{L}+/u.test(word))
    .map(fold);
}
