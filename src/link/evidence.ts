import type { Claim } from '../model/claim.ts';
import { compareTimes, type TimeRelation, windowOf } from './days.ts';
import { type Draft, figureKey } from './draft.ts';
import { isBare, type Passage } from './passages.ts';
import { comparePlaces, isVast, type PlaceRelation } from './whereabouts.ts';
import { fold } from './words.ts';

/** One thing that speaks for or against a passage being about an event: points, and why in words. */
export interface Reason {
  points: number;
  why: string;
  /** The passage of the event that it was found in. */
  other: Passage;
}
export interface Evidence {
  points: number;
  reasons: Reason[];
}

/** Points from which a passage is taken to be about an event. docs/linking.md lists what gives how many, and why. */
export const THRESHOLD = 4;
/** Takes all hope. */
const VETO = -100;
/** Most that figures alone can give. */
const FIGURES = 4;
/** Days before publication in which what an article does not date has happened. */
export const RECENT = 5;

/** Weighs a passage against an event in the making: each sort of evidence once, from the passage that has most of it. */
export function compare(passage: Passage, event: Draft): Evidence {
  const reasons: Reason[] = [];
  let points = 0;
  for (const weigh of [place, time, direction, kind, target, figures, discourse]) {
    const reason = weigh(passage, event);
    if (!reason || reason.points === 0) continue;
    reasons.push(reason);
    points += reason.points;
    if (reason.points <= VETO) break;
  }
  return { points, reasons };
}

type Weigh = (passage: Passage, event: Draft) => Reason | null;
const reason = (points: number, why: string, other: Passage): Reason => ({ points, why, other });
const stronger = (a: Reason | null, b: Reason | null): Reason | null => (a === null || (b !== null && b.points > a.points) ? b : a);

const closest: readonly TimeRelation[] = ['same', 'overlap', 'within', 'next', 'clash'];

const time: Weigh = (passage, event) => {
  if (passage.windows.length && event.windows.size) return bothDated(passage, event);
  const head = event.passages[0];
  if (!passage.windows.length && !event.windows.size) {
    if (passage.published === null || event.published === null) return null;
    const apart = Math.max(event.published.from - passage.published, passage.published - event.published.to);
    return apart <= 7 ? null : reason(-3, 'published weeks apart', head);
  }
  const windows = passage.windows.length ? passage.windows : [...event.windows.values()].map((w) => w.window);
  if (windows.every((w) => w.sort === 'total')) return reason(-2, 'a total over a long time', head);
  const published = passage.windows.length ? event.published : passage.published === null ? null : { from: passage.published, to: passage.published };
  if (published === null) return null;
  return windows.some((w) => published.to >= w.to && published.from <= w.to + RECENT)
    ? reason(1, 'in the days before it was published', head)
    : reason(-3, 'not in the days before it was published', head);
};

function bothDated(passage: Passage, event: Draft): Reason | null {
  let best: Reason | null = null;
  let clash: Reason | null = null;
  let spell: Reason | null = null;
  for (const { window, by } of event.windows.values()) {
    const relations = passage.windows.map((w) => compareTimes(w, window));
    const relation = closest.find((r) => relations.includes(r))!;
    const found =
      relation === 'same' ? (window.sort === 'total' ? reason(1.5, 'totals from the same day', by) : reason(3, 'the same time', by))
      : relation === 'overlap' ? reason(2.5, 'times that overlap', by)
      : relation === 'within' ? reason(by.document.id === passage.document.id ? -1 : 0, 'a day within a longer time', by)
      : relation === 'next' ? reason(-2, 'times a day apart', by)
      : reason(VETO, 'different times', by);
    if (relation === 'clash') clash ??= found;
    else if (window.sort === 'spell') spell ??= found;
    best = stronger(best, found);
  }
  if (!clash) return best;
  return spell ? reason(-3, 'another day of a longer time', spell.other) : clash;
}

const placePoints: Readonly<Record<PlaceRelation, readonly [number, string]>> = {
  same: [3, 'the same place'], inside: [1.5, 'one place may lie in the other'], near: [1.5, 'neighbouring places'],
  unsure: [-1.5, 'places that may or may not be one'], unlike: [-3, 'places of other names'], away: [VETO, 'other places'], apart: [VETO, 'places far apart'],
};

const place: Weigh = (passage, event) => {
  let best: Reason | null = null;
  for (const { where, by } of event.places.values())
    for (const mine of passage.places) {
      const relation = comparePlaces(mine, where);
      const vast = isVast(mine) || isVast(where);
      const [exact, why] = placePoints[relation];
      const told = event.byDocument.has(passage.document.id) && (relation === 'away' || relation === 'unlike');
      const points = told ? (passage.windows.length ? -2 : 0) : !vast ? exact : relation === 'same' || relation === 'inside' ? 1 : relation === 'unsure' ? 0 : exact;
      best = stronger(best, reason(points, `${why}: ${mine.name}${mine.name === where.name ? '' : `, ${where.name}`}`, by));
    }
  return best;
};

const shared = (mine: Iterable<string>, theirs: ReadonlyMap<string, Passage>): Passage | undefined => {
  for (const side of mine) if (theirs.has(side)) return theirs.get(side);
};

const direction: Weigh = (passage, event) => {
  const attack = shared(passage.attackers, event.attackers);
  const suffer = shared(passage.victims, event.victims);
  const reversed = (!attack && shared(passage.attackers, event.victims)) || (!suffer && shared(passage.victims, event.attackers));
  if (reversed) {
    if (event.attackers.size > 1) return null; // a battle: both attack
    if (isBare(passage)) return reason(-1, 'the other side attacks', reversed);
    const spot = [...event.places.values()].some(({ where }) => !isVast(where) && passage.places.some((p) => comparePlaces(p, where) === 'same'));
    return spot ? reason(-0.5, 'each side blames the other', reversed) : reason(-4, 'the other side attacks', reversed);
  }
  if (attack && suffer) return reason(2.5, 'the same sides', attack);
  if (attack) return reason(1.5, 'the same side attacks', attack);
  if (suffer) return reason(1.5, 'the same side is attacked', suffer);
  const others = (passage.attackers.size && event.attackers.size) || (passage.victims.size && event.victims.size);
  return others ? reason(-1.5, 'other sides', event.passages[0]) : null;
};

const kind: Weigh = (passage, event) => {
  if (!passage.families.size || !event.families.size) return null;
  const both = [...passage.families].filter((f) => event.families.has(f));
  if (!both.length) return reason(-6, 'another sort of happening', event.passages[0]);
  const telling = both.find((f) => f !== 'fighting');
  return telling ? reason(1, `both ${telling}`, event.families.get(telling)!) : null;
};

const target: Weigh = (passage, event) => {
  if (!passage.target.size || !event.target.size) return null;
  const same = shared(passage.target, event.target);
  return same ? reason(3, 'the same target', same) : reason(-3, 'other targets', event.passages[0]);
};

const figures: Weigh = (passage, event) => {
  let points = 0;
  let top: Reason | null = null;
  for (const claim of passage.claims) {
    if (!claim.value) continue;
    let best: Reason | null = null;
    for (const { claim: other, by } of event.figures.get(figureKey(claim)) ?? [])
      if (by.document.id !== passage.document.id) best = stronger(best, sameFigure(claim, other, by));
    points += best?.points ?? 0;
    top = stronger(top, best);
  }
  return top && { ...top, points: Math.min(points, FIGURES) };
};

/** The same number, the more telling the larger it is; and the same voice on the same count, whatever the number. */
function sameFigure(mine: Claim, other: Claim, by: Passage): Reason | null {
  const a = mine.value!;
  const b = other.value!;
  const equal = (a.low !== null && a.low === b.low) || (a.high !== null && a.high === b.high);
  const size = Math.max(a.low ?? 0, a.high ?? 0);
  const voice = voiceOf(mine) !== null && voiceOf(mine) === voiceOf(other);
  const total = mine.time !== null && windowOf(mine.time).sort === 'total';
  const points = (equal ? (size >= 20 ? 2 : size >= 3 ? 1 : 0) : 0) + (voice ? (total ? 2 : 1) : 0);
  if (!points) return null;
  return reason(points, equal ? `both say ${mine.measure} ${a.low ?? a.high}` : `${mine.source!.name} on ${mine.measure} again`, by);
}

const voiceOf = ({ source }: Claim): string | null => source && (source.id ?? fold(source.name));

/** How far the article itself ties two of its passages together. */
const discourse: Weigh = (passage, event) => {
  let best: Reason | null = null;
  for (const other of event.byDocument.get(passage.document.id) ?? []) {
    const gap = Math.abs(other.ordinal - passage.ordinal);
    const later = other.ordinal < passage.ordinal ? passage : other;
    const half = !later.windows.length || !later.places.length;
    const found = isBare(later)
      ? reason(gap === 1 ? 4 : gap === 2 ? 2 : 1, gap === 1 ? 'goes on from the passage before' : 'the same article', other)
      : reason(gap === 1 ? (half ? 3 : 1) : half ? 1.5 : 0.5, 'the same article', other);
    best = stronger(best, found);
  }
  return best;
};
