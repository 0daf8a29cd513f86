import type { Dispute } from '../model/event.ts';
import { denials } from './denials.ts';
import { figureDisputes } from './figure-disputes.ts';
import { responsibilities } from './responsibility.ts';
import { type Told, View } from './told.ts';

/** Claims of one event that cannot all be true, or that somebody denies, typed and said in words: figures, then denials, then who did it. */
export function disputesOf(told: Told): Dispute[] {
  const view = new View(told);
  return [...figureDisputes(told, view), ...denials(view), ...responsibilities(view)];
}
