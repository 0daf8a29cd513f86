import type { Event } from '../model/event.ts';
import type { FiledClaim, FiledEvent, LinkOutcome, LinkView } from '../model/ledger.ts';
import { Ahead } from './ahead.ts';
import { cluster } from './cluster.ts';
import type { Draft } from './draft.ts';
import { canonical, eventOf } from './events.ts';
import { articleKey, keysOf, looseKey } from './keys.ts';
import { type Passage, passagesOf } from './passages.ts';
import { linksOf } from './reasons.ts';
import { challengeKeys, recordKeys, recordsOf } from './records.ts';
import { Rulings } from './rulings.ts';

/** Times that what was driven out of its event may ask for more of the ledger. */
const ROUNDS = 3;

/**
 * Links one article into the ledger: what events it makes, changes and ends. `filed` are all its current claims; those it had before and has
 * no more leave their events. `gone` are documents that have no claims any more, because a later version took their place.
 *
 * The events near it are taken apart and put together anew from all their claims, in an order of the claims' own and not of arrival, so it
 * comes to the same whether the article comes first or last. What it costs hangs on how much is said about its days and places, not on the ledger.
 */
export async function linkDocument(
  filed: readonly FiledClaim[],
  view: LinkView,
  gone: readonly string[] = [],
): Promise<LinkOutcome> {
  const own = new Set([...filed.map((f) => f.document.id), ...gone]);
  const rulings = await rulingsOn(filed, view);
  const mine = articles(filed, rulings);
  const ask = new Set([...own].map(articleKey));
  for (const passage of mine) for (const key of [...keysOf(passage).ask, ...rulings.keys(passage)]) ask.add(key);

  let near: FiledEvent[] = [];
  let drafts: Draft[] = [];
  let judged = rulings;
  for (let round = 0; round < ROUNDS; round++) {
    near = await view.neighbours([...ask]);
    near = await view.neighbours([...ask, ...near.flatMap((n) => n.event.documents.map(looseKey))]);
    const others = [...new Set(near.flatMap((n) => n.event.documents))].filter((id) => !own.has(id));
    const theirs = await view.filed(others);
    judged = await rulingsOn([...filed, ...theirs], view);
    const told = new Set(near.flatMap((n) => n.event.claims));
    drafts = cluster(
      [...articles(filed, judged), ...articles(theirs, judged).filter((p) => p.claims.some((c) => told.has(c.id)))],
      judged,
    );
    const before = ask.size;
    for (const passage of unsettled(near, drafts)) for (const key of keysOf(passage).ask) ask.add(key);
    if (ask.size === before) break;
  }
  return outcome(near, drafts, own, judged, view);
}

const rulingsOn = async (filed: readonly FiledClaim[], view: LinkView): Promise<Rulings> =>
  new Rulings(filed.length ? await view.judgements(filed.map((f) => f.claim.id)) : []);

/** The passages of all articles. */
function articles(filed: readonly FiledClaim[], rulings: Rulings): Passage[] {
  const byDocument = new Map<string, FiledClaim[]>();
  for (const one of filed) byDocument.set(one.document.id, [...(byDocument.get(one.document.id) ?? []), one]);
  return [...byDocument.values()].flatMap((claims) => {
    const passages = passagesOf(claims);
    const alone = rulings.alone(passages);
    return alone.size ? passagesOf(claims, alone) : passages;
  });
}

/** Passages of events that are not as they were: what else may belong to them now has not been looked at. */
function unsettled(near: readonly FiledEvent[], drafts: readonly Draft[]): Passage[] {
  const before = new Set(near.map((n) => n.event.claims.join(' ')));
  return drafts.filter((draft) => !before.has(claimsOf(draft).join(' '))).flatMap((draft) => draft.passages);
}

async function outcome(
  near: readonly FiledEvent[],
  drafts: readonly Draft[],
  own: ReadonlySet<string>,
  rulings: Rulings,
  view: LinkView,
): Promise<LinkOutcome> {
  const before = new Map(near.map((n) => [n.event.claims.join(' '), n.event]));
  const known = new Map(near.map((n) => [n.event.id, n.event]));
  const kept = new Set<string>();
  const changed = new Map<string, { event: Event; filed: FiledClaim[]; draft: Draft }>();
  for (const draft of drafts) {
    const same = draft.passages.some((p) => own.has(p.document.id)) ? undefined : before.get(claimsOf(draft).join(' '));
    if (same) kept.add(same.id);
    else {
      const made = eventOf(draft.passages);
      changed.set(made.event.id, { ...made, draft });
    }
  }
  const removed = [...known.keys()].filter((id) => !kept.has(id) && !changed.has(id)).sort();
  const ahead = new Ahead(
    view,
    [...changed.values()].map((c) => c.event),
    removed,
  );
  for (const one of changed.values()) one.event.records = await recordsOf(one.event, one.filed, ahead);
  const fallen = await recordsFallen([...changed.values()], ahead, new Set([...changed.keys(), ...removed]));
  const events = [...changed.values()].map(({ event, filed, draft }) => ({
    event,
    keys: filingOf(event, filed, draft, rulings),
  }));
  const links = [...changed.values()].flatMap(({ event, draft }) => linksOf(event, draft));
  return { events: [...events, ...fallen].sort((a, b) => (a.event.id < b.event.id ? -1 : 1)), removed, links };
}

const claimsOf = (draft: Draft): string[] =>
  draft.passages
    .flatMap(({ document, claims }) => claims.map((claim) => ({ claim, document })))
    .sort(canonical)
    .map((f) => f.claim.id);

/** Under which keys each claim of an event is filed: a passage's under its first. */
function filingOf(
  event: Event,
  filed: readonly FiledClaim[],
  draft: Draft,
  rulings: Rulings,
): { claim: string; keys: string[] }[] {
  const keys = new Map(filed.map((f): [string, string[]] => [f.claim.id, []]));
  for (const passage of draft.passages)
    keys.get(passage.claims[0].id)!.push(...keysOf(passage).file, ...rulings.keys(passage));
  for (const [claim, some] of recordKeys(event, filed)) keys.get(claim)!.push(...some);
  return [...keys].map(([claim, some]) => ({ claim, keys: [...new Set(some)].sort() }));
}

/** Events whose records the changed ones break. */
async function recordsFallen(
  changed: readonly { event: Event; filed: FiledClaim[] }[],
  view: LinkView,
  skip: ReadonlySet<string>,
): Promise<LinkOutcome['events']> {
  const keys = new Set(changed.flatMap(({ event, filed }) => challengeKeys(event, filed)));
  if (keys.size === 0) return [];
  const fallen: LinkOutcome['events'] = [];
  for (const { event, claims } of await view.neighbours([...keys])) {
    if (skip.has(event.id)) continue;
    const records = await recordsOf(event, claims, view);
    if (JSON.stringify(records) === JSON.stringify(event.records)) continue;
    const now = { ...event, records };
    fallen.push({ event: now, keys: await keysAgain(now, claims, view) });
  }
  return fallen;
}

/** The keys of an event that is otherwise as it was. */
async function keysAgain(
  event: Event,
  claims: readonly FiledClaim[],
  view: LinkView,
): Promise<{ claim: string; keys: string[] }[]> {
  const all = await view.filed(event.documents);
  const rulings = await rulingsOn(claims, view);
  const inEvent = new Set(event.claims);
  const passages = articles(all, rulings).filter((p) => p.claims.some((c) => inEvent.has(c.id)));
  return filingOf(event, claims, { passages } as Draft, rulings);
}
