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

export interface Contradiction {
  origin: number;
  by: number;
  kind: string;
  times: number;
}

/**
 * Each origin's part in an event, and who contradicts whom in it. `revised` counts the figures that followed a different
 * one of the same origin, measure and item; `denied` its claims in a denial that it did not itself make; `contradicted`
 * its claims in any other dispute. Nobody contradicts themselves.
 */
export function contributions(
  event: Event,
  facts: ReadonlyMap<string, ClaimFacts>,
): { origins: Map<number, Contribution>; contradictions: Contradiction[] } {
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
  const times = new Map<string, Map<number, Contradiction>>();
  for (const { kind, claims } of event.disputes) {
    const sides = claims.flatMap((id) => facts.get(id) ?? []);
    const isDenial = (fact: ClaimFacts) => kind === 'denial' && fact.stance === 'denies';
    const against = new Set(sides.filter((fact) => kind !== 'denial' || isDenial(fact)).map(({ origin }) => origin));
    // Counted by origin, and not claim against claim: a dispute of a large event has hundreds.
    const hurt = sides.filter((fact) => !isDenial(fact));
    for (const [origin, { length }] of grouped(hurt, (fact) => fact.origin)) {
      const others = [...against].filter((by) => by !== origin);
      if (others.length === 0) continue;
      origins.get(origin)![kind === 'denial' ? 'denied' : 'contradicted'] += length;
      const key = `${kind} ${origin}`;
      const rows = times.get(key) ?? new Map<number, Contradiction>();
      times.set(key, rows);
      for (const by of others) {
        const row = rows.get(by);
        if (row) row.times += length;
        else rows.set(by, { origin, by, kind, times: length });
      }
    }
  }
  return { origins, contradictions: [...times.values()].flatMap((rows) => [...rows.values()]) };
}
