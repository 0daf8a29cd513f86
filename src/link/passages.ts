import type { Claim } from '../model/claim.ts';
import { dayNumber } from '../model/days.ts';
import type { DocumentInfo } from '../model/document.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { PART } from './counts.ts';
import { compareTimes, type Window } from './days.ts';
import { type Facts, type Family, factsOf } from './facts.ts';
import { comparePlaces, isExact, isVast, type Where } from './whereabouts.ts';

/**
 * Claims of one article that stand together and are about one thing: the unit that linking compares and moves. A passage
 * says together what its claims say one by one: one gives the day, the next the place, a third who did it.
 */
export interface Passage {
  document: DocumentInfo;
  /** Day of publication, null when unknown. */
  published: number | null;
  /** Position among the passages of its article; one that looks back stands half a step after the one before it. */
  ordinal: number;
  claims: Claim[];
  windows: Window[];
  places: Where[];
  /** Days and places that the reader took from elsewhere in the article. */
  hints: { windows: Window[]; places: Where[] };
  families: Set<Exclude<Family, null>>;
  attackers: Set<string>;
  victims: Set<string>;
  target: Set<string>;
}

const emptyPassage = (document: DocumentInfo, ordinal: number): Passage => ({
  document,
  published: document.published === null ? null : dayNumber(document.published),
  ordinal,
  claims: [],
  windows: [],
  places: [],
  hints: { windows: [], places: [] },
  families: new Set(),
  attackers: new Set(),
  victims: new Set(),
  target: new Set(),
});

/** Does it name no day, no place and no target of its own, and so goes on from what the article said before? */
export const isBare = (p: Passage): boolean => p.windows.length === 0 && p.places.length === 0 && p.target.size === 0;

/** Does it lack a day or a place of its own, or open its article, and so goes where others of its article go? */
export const isLoose = (p: Passage): boolean => p.windows.length === 0 || p.places.length === 0 || isOpening(p);

/** Is it the beginning of an article, which often leaves the day to what follows, or names the region and not the town? */
export const isOpening = ({ ordinal, windows, places }: Passage): boolean =>
  ordinal === 0 && (windows.length === 0 || (windows.every((w) => w.sort === 'moment') && isRegional(places)));

const isRegional = (places: readonly Where[]): boolean =>
  places.length > 0 && !places.some((place) => isExact(place) || isVast(place));

/** Does it say that something happened or is planned? Mere guesses and answers are about no event of their own. */
const isSubstantial = (p: Passage): boolean =>
  p.claims.some(
    (c) => (c.kind === 'figure' || c.kind === 'occurrence') && c.type !== 'statement' && c.modality !== 'hypothetical',
  );

/** Cuts one article into passages. `filed` are all its claims; `alone` the ids of claims that a reviewer set apart from their passage. */
export function passagesOf(filed: readonly FiledClaim[], alone: ReadonlySet<string> = new Set()): Passage[] {
  const claims = filed.map((f) => f.claim).sort(inOrder);
  const passages: Passage[] = [];
  const home = new Map<string, Passage>();
  const open = (): Passage => {
    const passage = emptyPassage(filed[0].document, passages.length);
    passages.push(passage);
    return passage;
  };
  const settle = (claim: Claim, passage: Passage) => {
    add(passage, claim, factsOf(claim));
    home.set(claim.id, passage);
  };
  const answered = (claim: Claim) => claim.about.map((id) => home.get(id)).find((p) => p !== undefined);
  const known = new Set(claims.map((c) => c.id));
  const waits = (claim: Claim) => !alone.has(claim.id) && claim.about.some((id) => known.has(id));

  for (const sentence of sentences(claims)) {
    const before = paragraph(claims, sentence[0], home);
    const taken: Passage[] = [];
    for (const group of groups(sentence.filter((c) => !waits(c) && !alone.has(c.id)))) {
      const goesOn = (p: Passage) =>
        !taken.includes(p) && group.every((c) => fits(c, p)) && !supplements(group, p, passages);
      const passage = before.filter(goesOn).find((p) => !isOfAnotherTime(group, p)) ?? open();
      for (const claim of group) settle(claim, passage);
      taken.push(passage);
    }
    for (const claim of sentence) {
      if (alone.has(claim.id)) settle(claim, open());
      else if (waits(claim) && answered(claim)) settle(claim, answered(claim)!);
    }
  }
  for (const claim of claims) if (!home.has(claim.id)) settle(claim, answered(claim) ?? open());
  return substantial(passages);
}

/** Guesses and answers that name nothing go with the passage before them; those that name something of their own, or stand first, are in none. */
function substantial(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  let ordinal = -1;
  for (const passage of passages) {
    if (isSubstantial(passage)) {
      const looksBack = isFlashback(passage, kept);
      kept.push({
        ...passage,
        ordinal: looksBack ? ordinal + 0.5 : (ordinal += 1),
        windows: isCount(passage, kept) ? [] : passage.windows,
        hints: {
          ...passage.hints,
          windows: passage.hints.windows.filter((w) => !isOld(w, passage) || !kept.some(isNews)),
        },
      });
    } else if (isBare(passage)) kept.at(-1)?.claims.push(...passage.claims);
  }
  return kept;
}

/** Days before publication from which on a thing is no news. */
const NEWS = 7;
const isOld = ({ to }: Window, { published }: Passage): boolean => published !== null && to < published - NEWS;
const isNews = (p: Passage): boolean => p.windows.some((w) => !isOld(w, p));

/**
 * Does an article that tells the news look back in it, at an earlier record or the attack of last year? What follows goes on from the
 * news, and not from there, whatever the reader took the day from.
 */
const isFlashback = (passage: Passage, before: readonly Passage[]): boolean =>
  passage.windows.length > 0 && passage.windows.every((w) => isOld(w, passage)) && before.some(isNews);

/** Do only counts of what was suffered give it a day? They are often given for the day of the count. */
export const isToll = (passage: Passage): boolean =>
  passage.claims.every(
    (c) => factsOf(c).when === null || (c.kind === 'figure' && ['casualties', 'damage', 'detention'].includes(c.type)),
  );

/** A toll without a place, of a day on which what the article told before was counted: one after it, or one before it with a count that has risen since. */
function isCount(passage: Passage, before: readonly Passage[]): boolean {
  const { windows } = passage;
  if (windows.length === 0 || passage.places.length > 0 || windows.some((w) => w.sort !== 'moment')) return false;
  const tolls = passage.claims.every(
    (c) => ['casualties', 'damage', 'detention', 'statement'].includes(c.type) || c.kind === 'superlative',
  );
  if (!tolls) return false;
  const earlier = before.filter((p) => p.windows.length > 0 && p.windows.every((w) => w.sort === 'moment'));
  if (earlier.some((p) => p.windows.every((w) => windows.every((x) => w.to < x.from)))) return true;
  const last = before.at(-1);
  return (
    last !== undefined && earlier.includes(last) && passage.claims.some((c) => last.claims.some((d) => hasRisen(c, d)))
  );
}

/** Is the one an earlier count of the same? */
const hasRisen = (one: Claim, other: Claim): boolean =>
  one.value?.low != null &&
  other.value?.low != null &&
  one.measure === other.measure &&
  one.item === other.item &&
  one.value.low < other.value.low &&
  one.value.low >= other.value.low * PART;

/** The order in which an article says its claims. */
export const inOrder = (a: Claim, b: Claim): number =>
  a.sentence.start - b.sentence.start ||
  a.content.start - b.content.start ||
  a.content.end - b.content.end ||
  (a.id < b.id ? -1 : 1);

function sentences(claims: readonly Claim[]): Claim[][] {
  const found: Claim[][] = [];
  for (const claim of claims) {
    const last = found.at(-1);
    if (last && claim.sentence.start < last[0].sentence.end) last.push(claim);
    else found.push([claim]);
  }
  return found;
}

/** The claims of one sentence by what they are about: as few groups as do not contradict themselves. */
function groups(sentence: readonly Claim[]): Claim[][] {
  const found: Passage[] = [];
  for (const claim of sentence) {
    let group = found.find((g) => fits(claim, g));
    if (!group) found.push((group = emptyPassage({ published: null } as DocumentInfo, 0)));
    add(group, claim, factsOf(claim));
  }
  return found.map((g) => g.claims);
}

/** Passages of the sentences just before, the nearest first, back to the paragraph's beginning or a sentence that claims nothing. */
function paragraph(claims: readonly Claim[], claim: Claim, home: ReadonlyMap<string, Passage>): Passage[] {
  const found: Passage[] = [];
  let start = claim.sentence.start;
  for (let i = claims.indexOf(claim) - 1; i >= 0 && start - claims[i].sentence.end <= 1; i--) {
    start = Math.min(start, claims[i].sentence.start);
    const passage = home.get(claims[i].id);
    if (passage && !found.includes(passage)) found.push(passage);
  }
  return found;
}

/** Would it give a day or a place to a passage that takes its own from earlier in the article, or another day than the one it has from there? */
function supplements(group: readonly Claim[], passage: Passage, passages: readonly Passage[]): boolean {
  if (passage.windows.length) return false;
  const facts = group.map(factsOf);
  const known = passage.hints.windows;
  if (known.length && facts.some(({ when }) => when && !known.some((w) => isOneTime(when, w)))) return true;
  if (passage.places.length || !facts.some(({ when, where }) => when || where)) return false;
  return passages.some((p) => p.ordinal < passage.ordinal && (p.windows.length > 0 || p.places.length > 0));
}

/** Did the reader take its time from elsewhere than from the passage, which has another? */
const isOfAnotherTime = (group: readonly Claim[], { windows }: Passage): boolean =>
  windows.length > 0 &&
  group.some((c) => {
    const { hint } = factsOf(c);
    return (
      hint.when !== null && !windows.some((w) => ['same', 'overlap', 'within'].includes(compareTimes(hint.when!, w)))
    );
  });

const isOneTime = (a: Window, b: Window): boolean => ['same', 'overlap'].includes(compareTimes(a, b));

function fits(claim: Claim, passage: Passage): boolean {
  const { when, where, family, attacker, victim, target } = factsOf(claim);
  if (family && passage.families.size && !passage.families.has(family)) return false;
  if (
    when &&
    passage.windows.length &&
    !passage.windows.some((w) => ['same', 'overlap'].includes(compareTimes(when, w)))
  )
    return false;
  if (when?.sort === 'total' && !passage.windows.length && passage.claims.length) return false;
  const elsewhere =
    where &&
    passage.places.length &&
    !passage.places.some((p) => ['same', 'inside', 'near'].includes(comparePlaces(where, p)));
  if (elsewhere && !isListed(claim, passage.claims.at(-1)!)) return false;
  if (faces(attacker, passage.attackers, passage.victims) || faces(victim, passage.victims, passage.attackers))
    return false;
  return !target.length || !passage.target.size || target.some((word) => passage.target.has(word));
}

/** One more place of one count, in one sentence about one time: "nine over Belgorod, four over Bryansk". */
const isListed = (claim: Claim, last: Claim): boolean =>
  last.sentence.start === claim.sentence.start &&
  last.time?.from === claim.time?.from &&
  last.time?.to === claim.time?.to &&
  claim.measure !== null &&
  claim.measure === last.measure &&
  claim.item === last.item;

/** Does the side stand only on the other end of what the passage tells? */
const faces = (side: string | null, same: ReadonlySet<string>, against: ReadonlySet<string>): boolean =>
  side !== null && !same.has(side) && against.has(side);

function add(passage: Passage, claim: Claim, { when, where, hint, family, attacker, victim, target }: Facts): void {
  passage.claims.push(claim);
  if (when && !passage.windows.some((w) => w.from === when.from && w.to === when.to)) passage.windows.push(when);
  if (where && !passage.places.some((p) => p.name === where.name)) passage.places.push(where);
  if (hint.when) passage.hints.windows.push(hint.when);
  if (hint.where) passage.hints.places.push(hint.where);
  if (family) passage.families.add(family);
  if (attacker) passage.attackers.add(attacker);
  if (victim) passage.victims.add(victim);
  for (const word of target) passage.target.add(word);
}
