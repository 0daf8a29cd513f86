import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Draft, Role } from './draft.ts';
import { NOUN_HAPPENINGS } from './happenings.ts';
import { itemOf } from './items.ts';

/** Verbs whose subject sees what comes and does not send it. */
export const OBSERVERS = /^(?:track|detect|face|count|log|receive|see|record|register|involve|lose|suffer|report|treat)$/;
const AT = new Set(['at', 'on', 'against', 'into', 'across', 'toward', 'towards', 'onto', 'upon']);
const role = (c: Chunk): Role => ({ first: c.first, last: c.last });

/**
 * Who did it, to whom, from the grammar around the predicate: the subject of an active verb and the agent of a passive are the actor; the
 * object, or what stands under "at", "on", "against", is the target. Roles of what is counted itself are left to the resolver.
 */
export function roles(article: Article, cl: Clauses, d: Draft): void {
  const c = d.predicate >= 0 ? cl.chunks[d.predicate] : undefined;
  if (c?.kind !== 'VG') return;
  const v = c.verb!;
  const np = d.np;
  if (v.passive) {
    const agent = agentOf(cl, c.at);
    if (agent) d.actor = role(agent);
    const subject = cl.subject(c.at);
    if (subject && subject !== np && !d.target && d.measure !== 'killed' && !insideOf(subject, np))
      d.target = role(subject);
  } else {
    const subject = cl.subject(c.at);
    if (subject && subject !== np && !(np && subject.first <= np.first && np.last <= subject.last)) {
      if (!OBSERVERS.test(v.lemma)) d.actor = role(subject);
    } else if (subject && np && subject === np && (d.measure === 'hit' || d.measure === 'launched')) {
      const object = cl.object(c.at);
      if (object) d.target = role(object);
    }
    if (d.kind === 'occurrence') {
      const object = cl.object(c.at);
      // "launched attacks in the south", "dropped shells on a monastery": what is done or sent is no target
      const sent =
        object &&
        (NOUN_HAPPENINGS.has(article.tokens[object.head].lower) ||
          itemOf(article.tokens[object.head].lower, false)?.sort === 'weapon');
      if (object && !sent) d.target = role(object);
      if (sent)
        for (const o of cl.obliques(object.at))
          if ((AT.has(o.preposition) || o.preposition === 'in') && article.pos[o.np.head] !== 'TM') {
            d.target = role(o.np);
            break;
          }
    }
    if (v.lemma === 'target' || v.lemma === 'aim') {
      const object = cl.object(c.at);
      if (object && object !== np) d.target = role(object);
    }
  }
  if (d.measure === 'launched' || d.type === 'attack' || d.kind === 'occurrence') {
    if (!d.target || d.measure === 'launched') {
      for (const o of cl.obliques(d.np ? Math.max(d.np.at, c.at) : c.at)) {
        if (AT.has(o.preposition) && article.pos[o.np.head] !== 'TM') {
          d.target = role(o.np);
          break;
        }
      }
    }
  }
  if (d.measure === 'returned' || d.measure === 'delivered') {
    for (const o of cl.obliques(c.at)) {
      if (o.preposition === 'to') {
        d.target = role(o.np);
        break;
      }
    }
  }
}

const insideOf = (outer: Chunk, inner: Chunk | null): boolean =>
  inner !== null && outer.first <= inner.first && inner.last <= outer.last;

/** The agent of a passive: the noun phrase under "by" behind it, before another verb. */
export function agentOf(cl: Clauses, at: number): Chunk | null {
  for (let i = at + 1; i < cl.chunks.length && i < at + 9; i++) {
    const c = cl.chunks[i];
    if (c.kind === 'IN' && cl.word(c) === 'by' && cl.chunks[i + 1]?.kind === 'NP') return cl.chunks[i + 1];
    if (c.kind === 'VG' || c.kind === 'SC' || c.kind === 'PU' || c.kind === 'CC') return null;
  }
  return null;
}
