import type { Actor, Place, Time } from '../../model/claim.ts';
import type { Article } from './article.ts';
import { happeningOf, nounHappening } from './happenings.ts';
import { within } from './where.ts';
import type { PlaceMention } from './whereabouts.ts';

/** An event that an article tells of: what a claim takes that does not say where, when and by whom. */
export interface Setting {
  place: Place | null;
  mention: PlaceMention | null;
  time: Time | null;
  actor: Actor | null;
  target: Actor | null;
  /** The sentence that spoke of it last; -1 of none. */
  sentence: number;
  /** Is it where people were handed over? Nobody was killed there. */
  handover: boolean;
  /** Stems of what it was called: "strike", "raid". */
  names: ReadonlySet<string>;
}

const NOTHING: Setting = {
  place: null,
  mention: null,
  time: null,
  actor: null,
  target: null,
  sentence: -1,
  handover: false,
  names: new Set(),
};
/** How many events are kept in mind. */
const MEMORY = 24;

/** The events of an article so far, the one at hand last. */
export class Settings {
  private all: Setting[] = [NOTHING];

  get now(): Setting {
    return this.all[this.all.length - 1];
  }

  /**
   * The event that a claim belongs to: the one at hand, unless the place that it names, else the day, else what it calls the event is only an
   * earlier one's.
   */
  of(place: PlaceMention | null, time: Time | null, name: string | null): Setting {
    const { now } = this;
    const onDays = (s: Setting) =>
      s.time !== null && time !== null && s.time.from === time.from && s.time.to === time.to;
    // a country or a wide region names no event
    if (place && (place.place.precision ?? 9) > 4) return now;
    const fits = place
      ? (s: Setting) => s.mention?.place.name === place.place.name && (time === null || onDays(s))
      : time
        ? (s: Setting) => s.place !== null && onDays(s)
        : (s: Setting) => name !== null && s.names.has(name);
    if (place && now.mention && (within(place, now.mention) || within(now.mention, place))) return now;
    if (fits(now) || (!place && time && now.time === null)) return now;
    for (let k = this.all.length - 2; k >= 0; k--) if (fits(this.all[k])) return this.all[k];
    return now;
  }

  /** The event that was told last beside a handover; null when the article has told none. */
  get fought(): Setting | null {
    return this.all.findLast((s) => !s.handover && s.place !== null) ?? null;
  }

  /** Goes on with an event or begins one: `from` is what it was before, another place or day makes it another. */
  turn(from: Setting, to: Setting): void {
    const same = from.place?.name === to.place?.name && from.time?.from === to.time?.from;
    this.all = this.all.filter((s) => s !== from || !same).slice(-MEMORY);
    this.all.push(same ? { ...to, names: new Set([...from.names, ...to.names]) } : to);
  }

  /** Keeps in mind what was told beside the event at hand. */
  beside(told: Setting): void {
    const { now } = this;
    if (told.place?.name === now.place?.name || this.of(told.mention, told.time, null) !== now) return;
    const names = new Set([...told.names].filter((n) => !now.names.has(n)));
    this.all.splice(-1, 0, { ...told, names });
  }

  /** Takes up an event again that was told before. */
  resume(event: Setting): void {
    if (this.all.includes(event)) this.all = [...this.all.filter((s) => s !== event), event];
  }

  /** Leaves the event at hand for one of which no more than the day is known. */
  leave(time: Time): void {
    this.all.push({ ...NOTHING, time });
  }
}

/** "air strikes" and "airstrike" are one name, as are "bombing", "bombardment" and what "bombed" says. */
const stem = (word: string): string => word.replace(/^air-?/, '').slice(0, 4);

const BOMBS: ReadonlySet<string> = new Set(['bomb', 'bombs', 'bomber', 'bombers', 'shell', 'shells']);

/** What a sentence calls the attacks that it speaks of: `told` all, `definite` the first that it takes as known ("the strikes"). */
export function attacksNamed(article: Article, sentence: number): { told: Set<string>; definite: string | null } {
  const told = new Set<string>();
  let definite: string | null = null;
  for (const c of article.clauses[sentence].chunks) {
    const head = article.tokens[c.head];
    if (c.kind === 'NP' && BOMBS.has(head.lower)) told.add(stem(head.lower));
    if (c.kind === 'NP' && nounHappening(head)?.type === 'attack') {
      const name = stem(head.lower);
      told.add(name);
      if (/^(?:the|that|those|these|this)$/.test(article.tokens[c.first].lower)) definite ??= name;
    } else if (c.kind === 'VG' && happeningOf(c.verb!)?.type === 'attack') told.add(stem(c.verb!.lemma));
  }
  return { told, definite };
}
