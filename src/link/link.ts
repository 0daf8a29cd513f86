import type { Event } from '../model/event.ts';
import type { FiledClaim, FiledEvent, LinkOutcome, LinkView } from '../model/ledger.ts';
import { Ahead } from './ahead.ts';
import { cluster } from './cluster.ts';
import type { Draft } from './draft.ts';
import { canonical, eventOf } from './events.ts';
import { articleKey, keysOf } from './keys.ts';
import { Neighbourhood } from './neighbourhood.ts';
import type { Passage } from './passages.ts';
import { linksOf } from './reasons.ts';
import { brokenKey, challengeKeys, type Dated, dated, isWeaker, recordsOf, UNREACHED } from './records.ts';
import type { Rulings } from './rulings.ts';

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
  const near = await Neighbourhood.around(filed, own, view);
  const mine = near.passages(near.rulings);
  await near.look([...[...own].map(articleKey), ...mine.flatMap((p) => [...keysOf(p).ask, ...near.rulings.keys(p)])]);
  let rulings = near.rulings;
  let drafts = cluster(near.passages(rulings), rulings);
  for (let round = 1; round < ROUNDS; round++) {
    const open = unsettled(near, drafts);
    if (!(await near.look(open.flatMap((p) => [...keysOf(p).ask, ...rulings.keys(p)])))) break;
    rulings = near.rulings;
    drafts = cluster(near.passages(rulings), rulings);
  }
  return outcome([...near.events.values()], drafts, own, rulings, view);
}

/** Passages of events that are not as they were: what else may belong to them now has not been looked at. */
function unsettled(near: Neighbourhood, drafts: readonly Draft[]): Passage[] {
  const before = new Set([...near.events.values()].map((n) => n.event.claims.join(' ')));
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
  const known = new Map(near.map((n) => [n.event.id, n]));
  const kept = new Set<string>();
  const changed = new Map<string, Dated & { draft: Draft }>();
  for (const draft of drafts) {
    const same = draft.passages.some((p) => own.has(p.document.id)) ? undefined : before.get(claimsOf(draft).join(' '));
    if (same) kept.add(same.id);
    else {
      const made = eventOf(draft.passages);
      changed.set(made.event.id, { ...dated(made.event, made.filed), draft });
    }
  }
  const removed = [...known.keys()].filter((id) => !kept.has(id) && !changed.has(id)).sort();
  const ahead = new Ahead(view, [...changed.values()], removed);
  const fallen = await recordsFallen([...changed.values()], removed, known, view, ahead);
  const events: LinkOutcome['events'] = [];
  for (const { event, filed, rival, draft } of changed.values()) {
    const { records, keys } = await recordsOf(event, filed, ahead);
    events.push({ event: { ...event, records }, keys: filingOf(filed, draft.passages, rulings, keys), rival });
  }
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
  filed: readonly FiledClaim[],
  passages: readonly Passage[],
  rulings: Rulings,
  records: ReadonlyMap<string, string[]>,
): { claim: string; keys: string[] }[] {
  const keys = new Map(filed.map((f): [string, string[]] => [f.claim.id, []]));
  for (const passage of passages)
    keys.get(passage.claims[0].id)!.push(...keysOf(passage).file, ...rulings.keys(passage));
  for (const [claim, some] of records) keys.get(claim)!.push(...some);
  return [...keys].map(([claim, some]) => ({ claim, keys: [...new Set(some)].sort() }));
}

/**
 * Other events whose records are not what they were: those that a changed event breaks, or no longer breaks, or breaks on another day,
 * and those for which the ledger now reaches back far enough.
 */
async function recordsFallen(
  changed: readonly Dated[],
  removed: readonly string[],
  known: ReadonlyMap<string, FiledEvent>,
  view: LinkView,
  ahead: Ahead,
): Promise<LinkOutcome['events']> {
  const [before, reach] = [await view.coverage(), await ahead.coverage()];
  const was = new Map([...known].map(([id, one]) => [id, dated(one.event, one.claims)]));
  const weaker = changed.filter((one) => was.has(one.event.id) && isWeaker(one, was.get(one.event.id)!));
  const keys = new Set([
    ...changed.flatMap((one) => challengeKeys(one, was.get(one.event.id), reach.to)),
    ...[...removed, ...weaker.map(({ event }) => event.id)].map(brokenKey),
    ...(before.from !== null && reach.from! < before.from ? [UNREACHED] : []),
  ]);
  const skip = new Set([...removed, ...changed.map(({ event }) => event.id)]);
  const moved = new Set(weaker.filter((one) => was.get(one.event.id)!.day !== one.day).map(({ event }) => event.id));
  const fallen: LinkOutcome['events'] = [];
  for (const { event, claims } of keys.size ? await view.neighbours([...keys]) : []) {
    if (skip.has(event.id)) continue;
    const { records, keys: waiting } = await recordsOf(event, claims, ahead);
    const same = JSON.stringify(records) === JSON.stringify(event.records);
    if (same && !records.some((record) => record.event !== null && moved.has(record.event))) continue;
    const filing = await filingAgain(event, claims, waiting, view);
    fallen.push({ event: { ...event, records }, keys: filing, rival: dated(event, claims).rival });
  }
  return fallen;
}

/** The keys of an event that is otherwise as it was. */
async function filingAgain(
  event: Event,
  claims: readonly FiledClaim[],
  records: ReadonlyMap<string, string[]>,
  view: LinkView,
): Promise<{ claim: string; keys: string[] }[]> {
  const near = await Neighbourhood.around(await view.filed(event.documents), new Set(event.documents), view);
  const inEvent = new Set(event.claims);
  const passages = near.passages(near.rulings).filter((p) => p.claims.some((c) => inEvent.has(c.id)));
  return filingOf(claims, passages, near.rulings, records);
}
