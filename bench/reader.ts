/** What `bench/read.ts` measures, bundled as the program is: reading articles, with the knowledge of this process or with new. */
import { english } from '../src/languages/en/index.ts';
import { openDocument } from '../src/model/ids.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { Actors } from '../src/normalize/actor.ts';
import { Places } from '../src/normalize/place.ts';
import { resolveTime } from '../src/normalize/time.ts';

export function newKnowledge(): Knowledge {
  const places = new Places();
  return { places, actors: new Actors(places), calendar: resolveTime };
}

/** Reads articles into claims; returns how many there are. */
export function read(texts: readonly string[], knowledge: Knowledge): number {
  let claims = 0;
  for (const text of texts)
    claims += english.read(openDocument({ text, published: '2026-10-10' }), knowledge).claims.length;
  return claims;
}
