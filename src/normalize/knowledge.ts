import type { Knowledge } from '../model/knowledge.ts';
import { Actors } from './actor.ts';
import { Places } from './place.ts';
import { resolveTime } from './time.ts';

let opened: Knowledge | null = null;

/**
 * What a reader of English news is handed: actors and places from the tables in `data/`, and the calendar. Opened once a
 * process; throws when the table of places is missing, and says where it looked.
 */
export function openKnowledge(): Knowledge {
  if (!opened) {
    const places = new Places();
    opened = { places, actors: new Actors(places), calendar: resolveTime };
  }
  return opened;
}
