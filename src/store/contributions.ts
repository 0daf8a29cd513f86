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
  const times = new Map<string, Contradiction>();
  for (const dispute of event.disputes) {
    const sides = dispute.claims.flatMap((id) => facts.get(id) ?? []);
    for (const hurt of sides) {
      if (dispute.kind === 'denial' && hurt.stance === 'denies') continue;
      const against = new Set(
        sides
          .filter((other) => other.origin !== hurt.origin && (dispute.kind !== 'denial' || other.stance === 'denies'))
          .map(({ origin }) => origin),
      );
      if (against.size === 0) continue;
      origins.get(hurt.origin)![dispute.kind === 'denial' ? 'denied' : 'contradicted'] += 1;
      for (const by of against) {
        const key = `${hurt.origin} ${by} ${dispute.kind}`;
        const row = times.get(key) ?? { origin: hurt.origin, by, kind: dispute.kind, times: 0 };
        row.times += 1;
        times.set(key, row);
      }
    }
  }
  return { origins, contradictions: [...times.values()] };
}
