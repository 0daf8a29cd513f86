import type { Event } from '../model/event.ts';
import { grouped } from './rows.ts';

/** What is known of a claim when its event is judged by origin: the columns, not the JSON. */
export interface ClaimFacts {
  id: string;
  /** Number of the origin in `names`. */
  origin: number;
  stance: string;
  low: number | null;
  high: number | null;
  published: string;
}

/** How one origin fared in one event. */
export interface Contribution {
  claims: number;
  revised: number;
  denied: number;
  contradicted: number;
}

/**
 * One origin's part in one dispute, the `nth` of its kind in the event: how many of its claims the others contradict, and whether it
 * contradicts theirs. Who contradicts whom follows from these; written out, a dispute of 200 origins would be 40,000 pairs.
 */
export interface Disputant {
  kind: string;
  nth: number;
  origin: number;
  contradicted: number;
  contradicts: 0 | 1;
}

/**
 * Each origin's part in an event and in its disputes. `revised` counts the figures that followed a different one of the same origin,
 * measure and item; `denied` its claims in a denial that another made; `contradicted` its claims in any other dispute with another.
 * Nobody contradicts themselves.
 */
export function contributions(
  event: Event,
  facts: ReadonlyMap<string, ClaimFacts>,
): { origins: Map<number, Contribution>; disputants: Disputant[] } {
  const origins = new Map<number, Contribution>();
  const known = event.claims.flatMap((id) => facts.get(id) ?? []);
  for (const { origin } of known) {
    const one = origins.get(origin) ?? { claims: 0, revised: 0, denied: 0, contradicted: 0 };
    one.claims += 1;
    origins.set(origin, one);
  }
  for (const figure of event.figures) {
    const said = figure.by.flatMap((by) => by.claims.flatMap((id) => facts.get(id) ?? []));
    for (const [origin, values] of grouped(said, (fact) => fact.origin)) {
      const inOrder = values.sort((a, b) =>
        a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1,
      );
      const steps = inOrder.filter(
        (value, i) => i > 0 && (value.low !== inOrder[i - 1].low || value.high !== inOrder[i - 1].high),
      );
      origins.get(origin)!.revised += steps.length;
    }
  }
  const disputants: Disputant[] = [];
  for (const disputes of grouped(event.disputes, ({ kind }) => kind).values())
    for (const [nth, { kind, claims }] of disputes.entries()) {
      const said = claims.flatMap((id) => facts.get(id) ?? []);
      const all = disputantsOf(kind, nth, said);
      disputants.push(...all);
      const against = all.filter(({ contradicts }) => contradicts);
      for (const { origin, contradicted } of all)
        if (against.some((by) => by.origin !== origin))
          origins.get(origin)![kind === 'denial' ? 'denied' : 'contradicted'] += contradicted;
    }
  return { origins, disputants };
}

/** A denial is against the rest of its dispute; in any other dispute all are against all. */
function disputantsOf(kind: string, nth: number, said: readonly ClaimFacts[]): Disputant[] {
  const isDenial = ({ stance }: ClaimFacts) => kind === 'denial' && stance === 'denies';
  return [...grouped(said, ({ origin }) => origin)].map(([origin, own]) => ({
    kind,
    nth,
    origin,
    contradicted: own.filter((fact) => !isDenial(fact)).length,
    contradicts: kind !== 'denial' || own.some(isDenial) ? 1 : 0,
  }));
}
