import type { Claim } from '../model/claim.ts';
import type { Window } from './days.ts';
import type { Evidence } from './evidence.ts';
import { factsOf } from './facts.ts';
import { itemSort } from './items.ts';
import type { Passage } from './passages.ts';
import type { Where } from './whereabouts.ts';

/**
 * An event in the making: passages in the order in which they joined, and what they say together, so that weighing one more
 * against it costs no more for a hundred than for one. Beside each thing stands the first passage that said it.
 */
export class Draft {
  readonly passages: Passage[] = [];
  /** Why each passage but the first is here. */
  readonly evidence = new Map<Passage, Evidence>();
  readonly windows = new Map<string, { window: Window; by: Passage }>();
  readonly places = new Map<string, { where: Where; by: Passage }>();
  /** Words of the places' names. */
  readonly placeWords = new Map<string, Passage>();
  readonly families = new Map<string, Passage>();
  /** Does it tell of people being taken, or let go? */
  captivity: Passage | null = null;
  readonly attackers = new Map<string, Passage>();
  readonly victims = new Map<string, Passage>();
  readonly target = new Map<string, Passage>();
  readonly byDocument = new Map<string, Passage[]>();
  readonly figures = new Map<string, Said[]>();
  /** The same by each bound and voice of theirs, so that only what can agree with a figure is compared with it. */
  private readonly alike = new Map<string, Said[]>();
  /** First and last day of publication, null while none is known. */
  published: { from: number; to: number } | null = null;

  add(passage: Passage, evidence: Evidence | null): void {
    this.passages.push(passage);
    if (evidence) this.evidence.set(passage, evidence);
    const first = <T>(map: Map<string, T>, key: string, value: T) => map.has(key) || map.set(key, value);
    for (const window of passage.windows)
      first(this.windows, `${window.from} ${window.to} ${window.sort}`, { window, by: passage });
    for (const where of passage.places) {
      if (this.places.has(where.name)) continue;
      this.places.set(where.name, { where, by: passage });
      for (const word of where.words) this.placeWords.set(word, passage);
    }
    for (const family of passage.families) first(this.families, family, passage);
    if (tellsOfCaptives(passage)) this.captivity ??= passage;
    for (const side of passage.attackers) first(this.attackers, side, passage);
    for (const side of passage.victims) first(this.victims, side, passage);
    for (const word of passage.target) first(this.target, word, passage);
    push(this.byDocument, passage.document.id, passage);
    for (const claim of passage.claims)
      if (claim.value && claim.measure) {
        const said = { claim, by: passage, at: this.figures.get(claim.measure)?.length ?? 0 };
        push(this.figures, claim.measure, said);
        const { bounds, voice } = signsOf(claim);
        for (const sign of voice === null ? bounds : [...bounds, voice]) push(this.alike, sign, said);
      }
    const day = passage.published;
    if (day !== null)
      this.published = this.published
        ? { from: Math.min(this.published.from, day), to: Math.max(this.published.to, day) }
        : { from: day, to: day };
  }

  /** The same as if one of its passages had never joined; null where no other has. */
  without(passage: Passage): Draft | null {
    const rest = new Draft();
    for (const other of this.passages) if (other !== passage) rest.add(other, this.evidence.get(other) ?? null);
    return rest.passages.length ? rest : null;
  }

  /** Figures that may agree with one, of those that `fit`: all of a bound of its own, and the first by its voice, for the next say no more. */
  agreeing(claim: Claim, fit: (said: Said) => boolean): Said[] {
    const { bounds, voice } = signsOf(claim);
    const found = bounds.flatMap((bound) => this.alike.get(bound) ?? []).filter(fit);
    const first = voice && this.alike.get(voice)?.find(fit);
    return first ? [...found, first] : found;
  }
}

/** A figure of an event, the passage that says it, and its position among those of its measure. */
export interface Said {
  claim: Claim;
  by: Passage;
  at: number;
}

const known = new WeakMap<Claim, { bounds: string[]; voice: string | null }>();

/** What a figure shares with those that agree with it: its measure with a bound of it, or with who says it. */
function signsOf(claim: Claim): { bounds: string[]; voice: string | null } {
  let signs = known.get(claim);
  if (!signs) {
    const { low, high } = claim.value!;
    const { voice } = factsOf(claim);
    const bounds = [
      low === null ? [] : `${claim.measure} low ${low}`,
      high === null ? [] : `${claim.measure} high ${high}`,
    ];
    signs = { bounds: bounds.flat(), voice: voice === null ? null : `${claim.measure} by ${voice}` };
    known.set(claim, signs);
  }
  return signs;
}

/** Are people taken or let go in it? */
export const tellsOfCaptives = (passage: Passage): boolean =>
  passage.claims.some((c) => c.type === 'detention' || c.measure === 'returned');

/** What a figure counts, as far as two figures must agree to be compared. */
export const figureKey = (claim: Claim): string => `${claim.measure} ${itemSort(claim.item)}`;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
