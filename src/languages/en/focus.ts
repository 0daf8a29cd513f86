import type { Actor } from '../../model/claim.ts';
import type { Draft } from './draft.ts';

/** What the article has told so far of the event that it is at. */
export interface Focus {
  actor: Actor | null;
  target: Actor | null;
  /** The claim that this one goes on from, when it does. */
  whole: Draft | null;
}

export const NO_FOCUS: Focus = { actor: null, target: null, whole: null };
