import type { Actor, Claim, Measure, Modality, OccurrenceType, Stance } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Chunk } from './chunk.ts';
import type { Voice } from './voices.ts';

/** Somebody or something in a role: tokens [first, last). */
export interface Role {
  first: number;
  last: number;
}

/** A claim being read: still in tokens, before names, places and days are filled in. */
export interface Draft {
  kind: Claim['kind'];
  type: OccurrenceType;
  measure: Measure | null;
  item: string | null;
  quantity: QuantityMention | null;
  sentence: number;
  /** Tokens of the content, [first, last). */
  first: number;
  last: number;
  /** Chunk index of the verb or noun that says what happened; -1 without one. */
  predicate: number;
  voice: Voice;
  stance: Stance;
  modality: Modality;
  hedges: string[];
  actor: Role | null;
  target: Role | null;
  weapon: string | null;
  /** The claim that this one is a part or a continuation of ("three of them women"). */
  whole: Draft | null;
  about: Draft[];
  /** Names of the rules that had a hand in it. */
  rules: string[];
  /** The noun phrase that is counted, if any. */
  np: Chunk | null;
  /** Who did it and to whom, as far as the roles and the scene tell. */
  filledActor: Actor | null;
  filledTarget: Actor | null;
  place: Claim['place'];
  time: Claim['time'];
  id: string;
}

export const draft = (
  d: Pick<Draft, 'kind' | 'type' | 'sentence' | 'first' | 'last' | 'voice' | 'rules'> & Partial<Draft>,
): Draft => ({
  measure: null,
  item: null,
  quantity: null,
  predicate: -1,
  stance: 'asserts',
  modality: 'actual',
  hedges: [],
  actor: null,
  target: null,
  weapon: null,
  whole: null,
  about: [],
  np: null,
  filledActor: null,
  filledTarget: null,
  place: null,
  time: null,
  id: '',
  ...d,
});
