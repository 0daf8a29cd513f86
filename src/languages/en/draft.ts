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
  /** Of a denial, the words in it for what it denies, where it tells them in a clause of its own: "that 40 had died". */
  denied: Role | null;
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

/** A draft with what is known of it so far. Every field is written in one place, so that all drafts are alike to the engine too. */
export const draft = (
  d: Pick<Draft, 'kind' | 'type' | 'sentence' | 'first' | 'last' | 'voice' | 'rules'> & Partial<Draft>,
): Draft => ({
  kind: d.kind,
  type: d.type,
  measure: d.measure ?? null,
  item: d.item ?? null,
  quantity: d.quantity ?? null,
  sentence: d.sentence,
  first: d.first,
  last: d.last,
  predicate: d.predicate ?? -1,
  voice: d.voice,
  stance: d.stance ?? 'asserts',
  modality: d.modality ?? 'actual',
  hedges: d.hedges ?? [],
  actor: d.actor ?? null,
  target: d.target ?? null,
  weapon: d.weapon ?? null,
  whole: d.whole ?? null,
  about: d.about ?? [],
  denied: d.denied ?? null,
  rules: d.rules,
  np: d.np ?? null,
  filledActor: d.filledActor ?? null,
  filledTarget: d.filledTarget ?? null,
  place: d.place ?? null,
  time: d.time ?? null,
  id: '',
});
