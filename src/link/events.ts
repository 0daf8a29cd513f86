import type { Claim, OccurrenceType, Place, Time } from '../model/claim.ts';
import type { Event } from '../model/event.ts';
import { stableId } from '../model/ids.ts';
import type { FiledClaim } from '../model/ledger.ts';
import type { Span } from '../model/span.ts';
import { byPublication } from './cluster.ts';
import { countsOf, size } from './counts.ts';
import { windowOf } from './days.ts';
import { disputesOf } from './disputes.ts';
import { stated } from './facts.ts';
import { figuresOf } from './figures.ts';
import { originsOf, sourcesOf } from './origins.ts';
import { inOrder, type Passage } from './passages.ts';
import { standingOf } from './standing.ts';
import { copiesAmong } from './syndication.ts';
import { titleOf } from './titles.ts';
import { comparePlaces, whereOf } from './whereabouts.ts';

/**
 * The event that passages are about, without its records, which ask the whole ledger. Its id hangs on the claim that is first by
 * publication, document and place in the text: every id that an event ever had is that of one of its claims.
 */
export function eventOf(passages: readonly Passage[]): { event: Event; filed: FiledClaim[] } {
  const filed = passages
    .flatMap(({ document, claims }) => claims.map((claim): FiledClaim => ({ claim, document })))
    .sort(canonical);
  const claims = filed.map((f) => f.claim);
  const sources = sourcesOf(filed);
  const counts = countsOf(filed, sources);
  const disputes = disputesOf({ filed, sources, counts, passages });
  const origins = originsOf(sources, copiesAmong(filed));
  const type = typeOf(claims);
  const time = timeOf(claims);
  const place = placeOf(claims);
  return {
    filed,
    event: {
      id: eventId(claims[0].id),
      type,
      title: titleOf(type, place?.name ?? null, time, claims),
      time,
      place,
      claims: claims.map((c) => c.id),
      documents: [...new Set(filed.map((f) => f.document.id))],
      origins,
      figures: figuresOf(counts),
      standing: standingOf(origins, disputes),
      disputes,
      records: [],
    },
  };
}

export const eventId = (firstClaim: string): string => stableId('e', firstClaim);

export const canonical = (a: FiledClaim, b: FiledClaim): number =>
  byPublication(a.document, b.document) || inOrder(a.claim, b.claim);

const isTold = (claim: Claim): boolean =>
  (claim.kind === 'figure' || claim.kind === 'occurrence') && claim.modality !== 'hypothetical';

/** The commonest, and of equally common ones the first. */
function commonest<T>(things: readonly T[], keyOf: (thing: T) => string): T | null {
  const counts = new Map<string, { thing: T; n: number }>();
  for (const thing of things) {
    const key = keyOf(thing);
    const entry = counts.get(key);
    if (entry) entry.n++;
    else counts.set(key, { thing, n: 1 });
  }
  let top: { thing: T; n: number } | null = null;
  for (const entry of counts.values()) if (top === null || entry.n > top.n) top = entry;
  return top?.thing ?? null;
}

/** An attack with its toll is an attack; else what most of its claims are. */
function typeOf(claims: readonly Claim[]): OccurrenceType {
  const types = claims.filter((c) => isTold(c) && c.type !== 'statement').map((c) => c.type);
  const most = commonest(types, (t) => t) ?? 'statement';
  const fighting = ['attack', 'interception', 'casualties', 'damage'].includes(most);
  return fighting && types.includes('attack') && !claims.every((c) => !c.time || windowOf(c.time).sort === 'total')
    ? 'attack'
    : most;
}

/** Of all that give a time or place those that say that it happened, and of them those that give it in their own sentence, where there are any. */
function bestOf<T extends Span>(claims: readonly Claim[], of: (claim: Claim) => T | null): T[] {
  const some = claims.filter((c) => of(c) !== null);
  const told = some.filter(isTold);
  const best = told.length ? told : some.filter((c) => c.modality !== 'hypothetical');
  const own = best.filter((c) => stated(c, of(c)!));
  return (own.length ? own : best).map((c) => of(c)!);
}

/** The time that most claims give; of a spell of fighting, the whole of it. */
function timeOf(claims: readonly Claim[]): Time | null {
  const times = bestOf(claims, (c) => c.time);
  const spells = times.filter((t) => windowOf(t).sort === 'spell');
  if (spells.length > 0 && spells.length * 4 >= times.length) {
    const from = spells.map((t) => t.from).sort()[0];
    const to = spells
      .map((t) => t.to)
      .sort()
      .at(-1)!;
    return { ...spells[0], from, to };
  }
  return commonest(times, (t) => `${t.from} ${t.to}`);
}

/** The place at which most was launched; else that which most claims give; one that takes in most of the others, where some article names it. */
function placeOf(claims: readonly Claim[]): Place | null {
  const raid = claims
    .filter((c) => c.measure === 'launched' && isTold(c) && c.value && c.place && stated(c, c.place))
    .sort((a, b) => size(b.value!) - size(a.value!))[0];
  if (raid) return raid.place;
  const places = bestOf(claims, (c) => c.place);
  const most = commonest(places, (p) => p.id ?? p.name);
  if (!most || (most.precision ?? 1) >= 4) return most;
  const others = places.filter((p) => !['same', 'near'].includes(comparePlaces(whereOf(p), whereOf(most))));
  if (others.length * 2 <= places.length) return most;
  const holds = (p: Place) =>
    others.filter((o) => ['same', 'inside'].includes(comparePlaces(whereOf(p), whereOf(o)))).length;
  const wide = others.filter((p) => (p.precision ?? 0) >= 4 && comparePlaces(whereOf(p), whereOf(most)) === 'inside');
  return wide.sort((a, b) => holds(b) - holds(a) || (a.precision ?? 0) - (b.precision ?? 0))[0] ?? most;
}
