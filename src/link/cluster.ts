import type { Judgement } from '../model/ledger.ts';
import { Draft } from './draft.ts';
import { compare, compareAcross, type Evidence, matching } from './evidence.ts';
import { Merging } from './merge.ts';
import { isLoose, type Passage } from './passages.ts';
import { Rulings } from './rulings.ts';
import { weights } from './weights.ts';

/** 0 to 3: spells of fighting are what days of it belong to, and what has a day and a place is what the rest can be told by. */
const anchored = (p: Passage): number =>
  (p.windows.some((w) => w.sort === 'spell') ? 3 : p.windows.length ? 2 : 0) + (p.places.length ? 1 : 0);

interface Published {
  published: string | null;
  id: string;
}

const instants = new WeakMap<Published, number>();

/** When a document was published, worked out once: sorting asks for it again and again. */
function instantOf(document: Published): number {
  let at = instants.get(document);
  if (at === undefined) {
    at = document.published === null ? Number.POSITIVE_INFINITY : Date.parse(document.published);
    instants.set(document, at);
  }
  return at;
}

/** Documents by publication, the undated last, then by id. */
export function byPublication(a: Published, b: Published): number {
  const [x, y] = [instantOf(a), instantOf(b)];
  return x === y ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : x < y ? -1 : 1;
}

/** A total order that no arrival changes: the best anchored first, then by publication and place in the text. */
export function bySeniority(a: Passage, b: Passage): number {
  return anchored(b) - anchored(a) || byPublication(a.document, b.document) || a.ordinal - b.ordinal;
}

/**
 * Each passage, the senior first, joins the event that it matches best, or begins one. What comes out hangs on the passages
 * alone and not on the order in which they came.
 * Reviewers' rulings stand above: what they set apart is not joined, what they put together is joined last, as whole events.
 */
export function cluster(passages: readonly Passage[], rulings = new Rulings([])): Draft[] {
  const drafts: Draft[] = [];
  for (const passage of [...passages].sort(bySeniority)) {
    const matches = matchesOf(passage, drafts, rulings);
    const best = bestOf(matches);
    const draft = best?.draft ?? new Draft();
    if (!best) drafts.push(draft);
    draft.add(passage, best?.evidence ?? null);
    for (const match of matches)
      if (match !== best && isBridge(match, draft, rulings)) absorb(drafts, draft, match, passage);
  }
  const merging = new Merging(drafts);
  const may = (into: Draft, from: Draft) => !from.passages.some((p) => rulings.forbid(p, into.passages));
  for (let one = merging.next(may); one; one = merging.next(may)) {
    absorb(drafts, one.into, { draft: one.from, evidence: one }, one.into.passages[0]);
    merging.merged(one);
  }
  settle(drafts, rulings);
  for (const ruling of rulings.together) join(drafts, ruling);
  return drafts;
}

/** Times that passages may move before it is left at that: each time the events have changed. */
const ROUNDS = 3;
/** By so much another event must match a passage better than its own. */
const BETTER = 1;

/** What a passage saw when it joined was less than the whole: each is weighed again, against all that its event and the others now hold, and moves where it fits better. */
function settle(drafts: Draft[], rulings: Rulings): void {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const passage of drafts.flatMap((draft) => draft.passages).sort(bySeniority)) {
      const home = drafts.findIndex((draft) => draft.passages.includes(passage));
      const others = drafts.filter((_, at) => at !== home);
      const best = bestOf(matchesOf(passage, others, rulings, isLoose(passage)));
      if (!best || best.evidence.points <= weights.threshold + BETTER) continue;
      const rest = drafts[home].without(passage);
      const stays = rest && (isLoose(passage) ? compare : compareAcross)(passage, rest).points;
      if (stays !== null && best.evidence.points <= stays + BETTER) continue;
      drafts.splice(home, 1, ...(rest ? [rest] : []));
      best.draft.add(passage, best.evidence);
      moved = true;
    }
    if (!moved) return;
  }
}

interface Match {
  draft: Draft;
  evidence: Evidence;
}

/** The events that a passage may be about, none that a reviewer set it apart from. */
const matchesOf = (passage: Passage, drafts: readonly Draft[], rulings: Rulings, within = true): Match[] =>
  drafts.flatMap((draft) => {
    const evidence = matching(passage, draft, within);
    return evidence && !rulings.forbid(passage, draft.passages) ? [{ draft, evidence }] : [];
  });

/** The one that it matches best, the first of equals. */
const bestOf = (matches: readonly Match[]): Match | null =>
  matches.reduce<Match | null>((top, m) => (top && top.evidence.points >= m.evidence.points ? top : m), null);

/** Evidence of this much against it keeps an event from being taken into another. */
const AGAINST = -3;

/** Does a passage of one event tell that another is the same: the very place, target or numbers, and nothing in either against it? */
function isBridge({ draft: other, evidence }: Match, draft: Draft, rulings: Rulings): boolean {
  if (!evidence.reasons.some((r) => r.telling)) return false;
  return other.passages.every(
    (p) => !rulings.forbid(p, draft.passages) && compare(p, draft).reasons.every((r) => r.points > AGAINST),
  );
}

/** Takes an event into another; what it was headed by is tied by the passage that told. */
function absorb(drafts: Draft[], draft: Draft, { draft: other, evidence }: Match, by: Passage): void {
  drafts.splice(drafts.indexOf(other), 1);
  const tied: Evidence = { points: evidence.points, reasons: evidence.reasons.map((r) => ({ ...r, other: by })) };
  for (const passage of other.passages) draft.add(passage, other.evidence.get(passage) ?? tied);
}

/** Makes one event of the two that hold the claims of a ruling; nothing where they are one already or not both at hand. */
function join(drafts: Draft[], { claims: [a, b], by, reason }: Judgement): void {
  const holding = (id: string) => drafts.findIndex((d) => d.passages.some((p) => p.claims.some((c) => c.id === id)));
  const [first, second] = [holding(a), holding(b)].sort((x, y) => x - y);
  if (first < 0 || first === second) return;
  const [gone] = drafts.splice(second, 1);
  for (const passage of gone.passages) {
    const partner = drafts[first].passages[0];
    const ruled: Evidence = {
      points: Number.POSITIVE_INFINITY,
      reasons: [{ points: Number.POSITIVE_INFINITY, why: `${by}: ${reason}`, other: partner, telling: true }],
    };
    drafts[first].add(passage, gone.evidence.get(passage) ?? ruled);
  }
}
