import type { Claim } from '../model/claim.ts';
import { compareTimes, type TimeRelation, type Window } from './days.ts';
import { type Draft, type Said, tellsOfCaptives } from './draft.ts';
import { factsOf } from './facts.ts';
import { comparable } from './items.ts';
import { isBare, isLoose, isOpening, isToll, type Passage } from './passages.ts';
import { weights as w } from './weights.ts';
import { comparePlaces, isExact, isLocated, isVast, type PlaceRelation, type Where } from './whereabouts.ts';

/** One thing that speaks for or against a passage being about an event: points, and why in words. */
export interface Reason {
  points: number;
  why: string;
  /** The passage of the event that it was found in. */
  other: Passage;
  /** Does it say which event it is, and not only that it may be: the very place, a named target, a telling number? */
  telling: boolean;
}
export interface Evidence {
  points: number;
  reasons: Reason[];
}

/** Takes all hope. */
const VETO = -100;
/** Days before publication in which what an article does not date has most likely happened, and in which it may have. */
const RECENT = 5;
export const LESS_RECENT = 12;
/** From this number on a figure tells by itself. */
export const TELLING = 20;
/** Below it two numbers are equal by chance. */
export const SMALL = 3;
/** Days between two articles that tell of undated things as of one. */
const TOGETHER = 3;
export const APART = 7;

/** Weighs a passage against an event in the making: each sort of evidence once, from the passage that has most of it. */
export const compare = (passage: Passage, event: Draft): Evidence => weighed(passage, event, withinArticles);

/** The same without what tells only within one article. */
export const compareAcross = (passage: Passage, event: Draft): Evidence => weighed(passage, event, acrossArticles);

/** The evidence for a passage being about an event, null where it is less than `threshold`. What cannot come to so much is weighed no further. */
export function matching(passage: Passage, event: Draft, within = true): Evidence | null {
  const evidence = weighed(passage, event, within ? withinArticles : acrossArticles, w.threshold);
  return evidence.points >= w.threshold ? evidence : null;
}

function weighed(passage: Passage, event: Draft, sorts: readonly Sort[], least = VETO): Evidence {
  const reasons: Reason[] = [];
  let points = 0;
  let left = sorts.reduce((sum, { most }) => sum + most, 0);
  for (const { weigh, most } of sorts) {
    const reason = weigh(passage, event);
    left -= most;
    if (reason && reason.points !== 0) {
      reasons.push(reason);
      points += reason.points;
    }
    if (points + left < least) break;
  }
  return { points, reasons };
}

type Weigh = (passage: Passage, event: Draft) => Reason | null;
const reason = (points: number, why: string, other: Passage, telling = false): Reason => ({
  points,
  why,
  other,
  telling,
});
const stronger = (a: Reason | null, b: Reason | null): Reason | null =>
  a === null || (b !== null && b.points > a.points) ? b : a;

const closest: readonly TimeRelation[] = ['same', 'overlap', 'within', 'next', 'clash'];

const time: Weigh = (passage, event) => {
  if (passage.windows.length && event.windows.size) return bothDated(passage, event);
  const head = event.passages[0];
  const perhaps = passage.windows.length ? undefined : hintedTime(passage, event);
  if (perhaps) return reason(w.hintTime, 'perhaps the same time', perhaps);
  if (!passage.windows.length && !event.windows.size) {
    if (passage.published === null || event.published === null) return untold(passage, event);
    const apart = Math.max(event.published.from - passage.published, passage.published - event.published.to);
    if (apart <= TOGETHER) return reason(w.publishedTogether, 'published in the same days', head);
    return apart <= APART ? null : reason(w.publishedApart, 'published weeks apart', head);
  }
  const windows = passage.windows.length ? passage.windows : [...event.windows.values()].map((x) => x.window);
  if (windows.every((x) => x.sort === 'total'))
    return reason(
      !event.byDocument.has(passage.document.id)
        ? VETO
        : passage.hints.windows.some((x) => windows.some((y) => compareTimes(x, y) === 'same'))
          ? w.sameTotal
          : w.totalBesideUndated,
      'a total over a long time',
      head,
    );
  const published = passage.windows.length
    ? event.published
    : passage.published === null
      ? null
      : { from: passage.published, to: passage.published };
  if (published === null) return untold(passage, event);
  const within = (days: number) => windows.some((x) => published.to >= x.to && published.from <= x.to + days);
  if (within(RECENT)) return reason(w.recent, 'in the days before it was published', head);
  return within(LESS_RECENT)
    ? reason(w.lessRecent, 'in the fortnight before it was published', head)
    : isBare(passage) && event.byDocument.has(passage.document.id)
      ? null
      : reason(w.notRecent, 'not in the days before it was published', head);
};

/** A passage of another article at whose time this one perhaps is. */
const hintedTime = ({ hints, document }: Passage, event: Draft): Passage | undefined =>
  [...event.windows.values()].find(
    ({ window, by }) =>
      by.document.id !== document.id &&
      hints.windows.some((hint) => ['same', 'overlap'].includes(compareTimes(hint, window))),
  )?.by;

/** Where neither the words nor the publication say when it was, only its own article can tell what a passage is about. */
const untold = (passage: Passage, event: Draft): Reason | null =>
  event.byDocument.has(passage.document.id) ? null : reason(VETO, 'no telling when it was', event.passages[0]);

function bothDated(passage: Passage, event: Draft): Reason | null {
  let best: Reason | null = null;
  let clash: Reason | null = null;
  let spell: Reason | null = null;
  for (const { window, by } of event.windows.values()) {
    const relations = passage.windows.map((x) => compareTimes(x, window));
    const relation = closest.find((r) => relations.includes(r))!;
    const found =
      relation === 'same'
        ? window.sort === 'total'
          ? reason(w.sameTotal, 'totals from the same day', by)
          : reason(w.sameTime, 'the same time', by)
        : relation === 'overlap'
          ? reason(w.timesOverlap, 'times that overlap', by)
          : relation === 'within'
            ? reason(
                by.document.id === passage.document.id ? w.dayWithinSpellOfOneArticle : w.dayWithinSpell,
                'a day within a longer time',
                by,
              )
            : relation === 'next'
              ? reason(w.dayAfter, 'times a day apart', by)
              : reason(w.otherTime, 'different times', by);
    if ((relation === 'clash' || relation === 'next') && isCountedLater(passage, window))
      return reason(w.countedLater, 'counted in the days after', by);
    if (relation === 'clash') clash ??= found;
    else if (window.sort === 'spell') spell ??= found;
    best = stronger(best, found);
  }
  if (!clash) return best;
  return spell ? reason(w.otherDayOfSpell, 'another day of a longer time', spell.other) : clash;
}

/** A toll given for a day after the event: it is of what happened before, if anything tells so. */
const isCountedLater = (passage: Passage, window: Window): boolean =>
  isToll(passage) &&
  passage.windows.every((x) => x.sort === 'moment' && x.from > window.to && x.from <= window.to + RECENT);

const placePoints = (relation: PlaceRelation, vast: boolean, own: boolean): [number, string] => {
  switch (relation) {
    case 'same':
      return [vast ? w.sameVastPlace : w.samePlace, 'the same place'];
    case 'inside':
      return [vast ? w.insideVastPlace : w.insidePlace, 'one place may lie in the other'];
    case 'near':
      return [w.nearPlace, 'neighbouring places'];
    case 'unsure':
      return [vast || own ? 0 : w.unsurePlace, 'places that may or may not be one'];
    case 'unlike':
      return [w.unlikePlace, 'places of other names'];
    default:
      return relation === 'away' ? [w.awayPlace, 'other places'] : [w.farPlace, 'places far apart'];
  }
};

const hasExactPlace = (event: Draft): boolean => [...event.places.values()].some(({ where }) => isExact(where));
/** Weapons are sent to many towns at once. */
const isRaid = ({ figures }: Draft): boolean => figures.has('launched') || figures.has('intercepted');

/** Where an article tells of two happenings by the names of their towns, an area that may hold both does not make them one. */
const place: Weigh = (passage, event) => {
  let best: Reason | null = null;
  const own = event.byDocument.has(passage.document.id);
  const toTheTown = own && !isRaid(event) && passage.places.some(isExact) && hasExactPlace(event);
  const towns = passage.places.some(isExact) && hasExactPlace(event);
  for (const { where, by } of event.places.values())
    for (const mine of passage.places) {
      const relation = comparePlaces(mine, where);
      if (toTheTown && relation !== 'same' && !(isExact(mine) && isExact(where))) continue;
      const vast = isVast(mine) || isVast(where);
      if (vast && relation === 'unsure' && towns) continue;
      const [exact, why] = placePoints(relation, vast, own);
      const site = own && (relation === 'away' || relation === 'unlike' || relation === 'apart');
      const points = site
        ? passage.windows.length
          ? w.siteOfOneArticleDated
          : w.siteOfOneArticle
        : vast && relation === 'inside' && !own
          ? 0
          : exact;
      best = stronger(
        best,
        reason(
          points,
          `${why}: ${mine.name}${mine.name === where.name ? '' : `, ${where.name}`}`,
          by,
          relation === 'same' && !vast,
        ),
      );
    }
  return passage.places.some(isLocated) ? best : stronger(best, hintedPlace(passage, event));
};

/** A place of another article at which this passage perhaps is. */
function hintedPlace({ hints, document }: Passage, event: Draft): Reason | null {
  const found = [...event.places.values()].find(
    ({ where, by }) =>
      by.document.id !== document.id &&
      hints.places.some((hint) => !isVast(hint) && comparePlaces(hint, where) === 'same'),
  );
  return found ? reason(w.hintPlace, `perhaps the same place: ${found.where.name}`, found.by) : null;
}

const shared = (mine: Iterable<string>, theirs: ReadonlyMap<string, Passage>): Passage | undefined => {
  for (const side of mine) if (theirs.has(side)) return theirs.get(side);
};

const direction: Weigh = (passage, event) => {
  const attack = shared(passage.attackers, event.attackers);
  const suffer = shared(passage.victims, event.victims);
  const reversed =
    (!attack && shared(passage.attackers, event.victims)) || (!suffer && shared(passage.victims, event.attackers));
  if (reversed) {
    if (event.attackers.size > 1 && (attack || event.victims.size > 1)) return null; // a battle: both attack
    if (isBare(passage) && event.byDocument.has(passage.document.id)) return null; // an article that goes on tells of both sides' dead
    if (isBare(passage)) return reason(w.reversedBare, 'the other side attacks', reversed);
    const spot = [...event.places.values()].some(
      ({ where }) => !isVast(where) && passage.places.some((p) => comparePlaces(p, where) === 'same'),
    );
    return spot
      ? reason(w.reversedOnTheSpot, 'each side blames the other', reversed)
      : reason(w.reversed, 'the other side attacks', reversed);
  }
  if (attack && suffer) return reason(w.sameSides, 'the same sides', attack);
  if (attack) return reason(w.oneSameSide, 'the same side attacks', attack);
  if (suffer) return reason(w.oneSameSide, 'the same side is attacked', suffer);
  const others = (passage.attackers.size && event.attackers.size) || (passage.victims.size && event.victims.size);
  return others ? reason(isBare(passage) ? w.otherSidesBare : w.otherSides, 'other sides', event.passages[0]) : null;
};

const kind: Weigh = (passage, event) => {
  if (!passage.families.size || !event.families.size) return null;
  const both = [...passage.families].filter((f) => event.families.has(f));
  if (!both.length) {
    const someLetGo = event.captivity && tellsOfCaptives(passage); // of those who were taken
    return someLetGo
      ? reason(w.takenAndFreed, 'some were taken and some let go', event.captivity!)
      : reason(w.otherFamily, 'another sort of happening', event.passages[0]);
  }
  const telling = both.find((f) => f !== 'fighting');
  return telling ? reason(w.tellingFamily, `both ${telling}`, event.families.get(telling)!) : null;
};

const target: Weigh = (passage, event) => {
  const there = event.placeWords;
  const here = new Set(passage.places.flatMap((p) => p.words));
  const place =
    (here.size ? undefined : shared(passage.target, there)) ?? (there.size ? undefined : shared(here, event.target));
  if (place) return reason(w.samePlace, 'what is attacked is the place', place, true);
  const mine = [...passage.target].filter((word) => !here.has(word) && !there.has(word)); // a place is no target besides
  if (!mine.length || ![...event.target.keys()].some((word) => !here.has(word) && !there.has(word))) return null;
  const same = shared(mine, event.target);
  return same
    ? reason(w.sameTarget, 'the same target', same, true)
    : reason(w.otherTarget, 'other targets', event.passages[0]);
};

const figures: Weigh = (passage, event) => {
  let points = 0;
  let top: Reason | null = null;
  for (const claim of passage.claims) {
    if (!claim.value || !claim.measure) continue;
    const fit = ({ claim: other, by }: Said) =>
      by.document.id !== passage.document.id && comparable(claim.item, other.item);
    let best: Reason | null = null;
    let at = 0;
    for (const said of event.agreeing(claim, fit)) {
      const found = sameFigure(claim, said.claim, said.by);
      if (!found || (best && (found.points < best.points || (found.points === best.points && said.at >= at)))) continue;
      best = found;
      at = said.at;
    }
    points += best?.points ?? 0;
    top = stronger(top, best);
  }
  return top && { ...top, points: Math.min(points, w.figuresAtMost), telling: points >= w.largeNumber };
};

/** The same number, the more telling the larger it is; and the same voice on the same count, whatever the number. */
function sameFigure(mine: Claim, other: Claim, by: Passage): Reason | null {
  const a = mine.value!;
  const b = other.value!;
  const equal = (a.low !== null && a.low === b.low) || (a.high !== null && a.high === b.high);
  const size = Math.max(a.low ?? 0, a.high ?? 0);
  const { voice: speaker, when } = factsOf(mine);
  const voice = speaker !== null && speaker === factsOf(other).voice;
  const total = when?.sort === 'total';
  const points = (equal ? numberPoints(size) : 0) + (voice ? (total ? w.sameVoiceOnTotal : w.sameVoice) : 0);
  if (!points) return null;
  return reason(
    points,
    equal ? `both say ${mine.measure} ${a.low ?? a.high}` : `${mine.source!.name} on ${mine.measure} again`,
    by,
  );
}

/** The odder a number, the less it is said twice by chance: 337 more than 44, and 44 more than 40. */
function numberPoints(size: number): number {
  if (size < TELLING) return size >= SMALL ? w.number : 0;
  const digits = String(size).replace(/0+$/, '').length;
  return digits === 1 ? w.roundNumber : digits === 2 ? w.largeNumber : w.oddNumber;
}

/** How far the article itself ties two of its passages together: by where they stand, or by what the reader took from one for the other. */
const discourse: Weigh = (passage, event) => {
  let best: Reason | null = null;
  for (const other of event.byDocument.get(passage.document.id) ?? []) {
    const gap = Math.abs(other.ordinal - passage.ordinal);
    const later = other.ordinal < passage.ordinal ? passage : other;
    const gives = later === passage || !isBare(passage);
    const half = (gives && isLoose(later)) || (gap === 1 && (isOpening(passage) || isOpening(other)));
    const found = isTakenFromElsewhere(passage, other)
      ? reason(w.takenFromElsewhere, 'the same article, of another day or place', other)
      : isBare(later) || (half && isBare(passage))
        ? reason(
            gap === 1 ? w.bareNext : gap === 2 ? w.bareAfterNext : w.bareLater,
            gap === 1 ? 'goes on from the passage before' : 'the same article',
            other,
          )
        : reason(
            gap === 1 ? (half ? w.halfNext : w.fullNext) : half ? w.halfLater : w.fullLater,
            'the same article',
            other,
          );
    best = stronger(stronger(best, found), hinted(passage, other));
  }
  return best;
};

/** Did the reader take the day or the place of the one from elsewhere in the article than from the other, which has another? */
const isTakenFromElsewhere = (passage: Passage, other: Passage): boolean =>
  (!passage.places.some(isExact) &&
    noneOf(passage.hints.places, placesOf(other), (x, y) => !ELSEWHERE.has(comparePlaces(x, y)))) ||
  (!passage.windows.length &&
    noneOf(passage.hints.windows, windowsOf(other), (x, y) => compareTimes(x, y) !== 'clash'));

/** Its places, or those that the reader took for it from elsewhere. */
const placesOf = ({ places, hints }: Passage): Where[] => (places.length ? places : hints.places);
const windowsOf = ({ windows, hints }: Passage): Window[] => (windows.length ? windows : hints.windows);

const ELSEWHERE: ReadonlySet<PlaceRelation> = new Set(['away', 'apart', 'unlike']);
/** Are there some of each, and none of the one that fits any of the other? */
const noneOf = <T>(some: readonly T[], others: readonly T[], agree: (a: T, b: T) => boolean): boolean =>
  some.length > 0 && others.length > 0 && !some.some((x) => others.some((y) => agree(x, y)));

function hinted(passage: Passage, other: Passage): Reason | null {
  const { windows, places } = passage.hints;
  const when =
    !passage.windows.length &&
    windows.some((x) => other.windows.some((y) => ['same', 'overlap'].includes(compareTimes(x, y))));
  const where =
    !passage.places.length &&
    places.some((x) => !isVast(x) && other.places.some((y) => comparePlaces(x, y) === 'same'));
  if (!when && !where) return null;
  return reason(
    when && where ? w.hinted : w.halfHinted,
    `takes its ${when && where ? 'time and place' : when ? 'time' : 'place'} from there`,
    other,
  );
}

/** A sort of evidence, and the most that it can give. */
interface Sort {
  weigh: Weigh;
  most: number;
}
/** Those first that most often tell that it is another. */
const acrossArticles: readonly Sort[] = [
  { weigh: place, most: w.samePlace },
  { weigh: time, most: w.sameTime },
  { weigh: kind, most: w.tellingFamily },
  { weigh: direction, most: w.sameSides },
  { weigh: target, most: w.sameTarget },
  { weigh: figures, most: w.figuresAtMost },
];
const withinArticles: readonly Sort[] = [{ weigh: discourse, most: w.bareNext }, ...acrossArticles];
