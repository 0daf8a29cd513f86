import type { Place, Time } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import { inRelative } from './causes.ts';
import { goesOn } from './continuing.ts';
import type { Draft } from './draft.ts';
import { Segments } from './segments.ts';
import { attacksNamed, type Setting, Settings } from './settings.ts';
import { Sides } from './sides.ts';
import type { Voices } from './voices.ts';
import { When } from './when.ts';
import { DYING, elsewhere, Where, within } from './where.ts';
import { type PlaceMention, PRECISION } from './whereabouts.ts';
import { Who } from './who.ts';
import { ASSAILANTS } from './who-words.ts';

/** A claim with the place and time of its own sentence, and the event that it was taken to belong to; `total` when it sums up more than one. */
interface Filled {
  d: Draft;
  place: PlaceMention | null;
  time: Time | null;
  total: boolean;
  scene: Setting;
}

const CARRIED =
  /^(?:part-of|list|including|bare-number|correction|up-from|state-part|claimed|are-item|against|speaks-of)$/;

/** What opens a scene: talks, aid and statements are told beside one. */
const SETTING: ReadonlySet<string> = new Set([
  'attack',
  'interception',
  'casualties',
  'damage',
  'territory',
  'detention',
  'exchange',
  'disruption',
]);
/** What nobody does where people are handed over. */
const FOUGHT: ReadonlySet<string> = new Set(['attack', 'interception', 'casualties', 'damage', 'territory']);
/** What opens a sentence about another event. */
const ELSEWHERE: ReadonlySet<string> = new Set(['elsewhere', 'separately', 'meanwhile']);
const SECOND: ReadonlySet<string> = new Set(['second', 'third', 'separate', 'another', 'different', 'unrelated']);
/** How many sentences a scene lasts. */
const LASTS = 14;
/** A sum over more days than this is of a war, not of the place at hand; a time of more than a few does not replace the day of an event. */
const LONG = 31;
const FEW = 3;
/** The last sentence that may say where a headline's event was. */
const HEAD = 3;
const HALF_YEAR = 182;
/** So many days before an event, another is its background. */
const PAST = 14;
/** What ties whoever dies of wounds to the toll that he raises. */
const ADDING: ReadonlySet<string> = new Set(['after', 'when', 'as']);
/** Verbs of what is noticed in the air. */
const SEEN: ReadonlySet<string> = new Set(['spot', 'sight']);
/** What a tally of an air attack counts. */
const FLOWN: ReadonlySet<string> = new Set(['launched', 'intercepted', 'hit']);
/** So many in the air are over more than one town. */
const RAID = 20;
/** So many are of no one event. */
const OF_A_WAR: Readonly<Record<string, number>> = { killed: 1000, injured: 1000, displaced: 500_000 };

/**
 * Where, when, who: fills what a claim's own clause leaves open from its sentence, and then from the event that the article is at or that the
 * claim goes back to (`settings.ts`). The first claim of a sentence with a place or a day of its own opens a new one; the background ("since June
 * 2024, when …") opens none. What hangs on an earlier claim ("two of them") takes that one's.
 */
export class Scene {
  private readonly segments: Segments;
  private readonly where: Where;
  private readonly when: When;
  private readonly who: Who;
  private readonly settings = new Settings();
  /** The last claim that summed up a window of days. */
  private sum: Draft | null = null;
  private last: readonly Draft[] = [];
  /** The event that was left for its background. */
  private left: Setting | null = null;
  /** Claims that lie where the event at hand does. */
  private readonly there: Draft[] = [];

  constructor(
    private readonly article: Article,
    cast: Cast,
    voices: Voices,
    places: readonly PlaceMention[],
    knowledge: Knowledge,
  ) {
    this.segments = new Segments(article);
    this.where = new Where(article, voices, knowledge, places, this.segments);
    this.when = new When(article, voices, knowledge, this.segments);
    this.who = new Who(article, cast, voices, new Sides(article, cast, knowledge.actors, places));
  }

  /** Fills the claims of one sentence, in order of the text, and moves the scene on. */
  sentence(index: number, drafts: readonly Draft[]): void {
    const { settings } = this;
    const entry = this.when.entry(index);
    if (entry) settings.leave(entry);
    const { told, definite } = attacksNamed(this.article, index);
    if (this.left && this.comesBack(this.left, index, definite)) {
      settings.resume(this.left);
      this.left = null;
    }
    const opening = settings.now.sentence < 0;
    const filled = drafts.map((d, i) => this.fill(d, definite, drafts.slice(0, i)));
    for (const d of drafts) if (d.rules[0].startsWith('blame-')) this.who.charge(d, this.before(index));
    this.last = drafts;
    // figures set the scene before bare happenings, the main clause before what is told beside it
    const lead =
      filled.find((f) => this.leads(f) && f.d.kind === 'figure') ??
      filled.find((f) => this.leads(f) && !f.d.rules[0].startsWith('noun-')) ??
      filled.find((f) => this.leads(f, true) && (f.d.kind === 'figure' || !f.d.rules[0].startsWith('noun-'))) ??
      filled.find((f) => this.leads(f) && opening);
    this.sum = filled.find((f) => f.total)?.d ?? this.sum;
    const before = settings.now;
    const handover = filled.some(({ d, place }) => d.type === 'exchange' && place !== null);
    if (lead) this.follow(lead, index, told, handover);
    else if (filled.every((f) => SETTING.has(f.d.type) && !f.total && !inRelative(this.article, f.d)))
      this.setStage(index, told, definite);
    for (const { d } of filled) if (d.place && d.place === settings.now.mention?.place) this.there.push(d);
    if (before.mention?.unnamed && this.isKnown(index, definite)) this.giveName(before, settings.now);
    for (const { d, place, scene } of filled)
      if (place && d !== lead?.d && SETTING.has(d.type) && d.modality === 'actual')
        settings.beside({ ...scene, place: place.place, mention: place, time: d.time, sentence: index, names: told });
    this.when.leave(index);
  }

  /** Remembers the event at hand when what is told next lies weeks before it. */
  private leave(time: Time | null): void {
    const { now } = this.settings;
    if (isPast(time, now.time) || this.vague(time, now.time)) this.left ??= now;
    else if (time) this.left = null;
  }

  /** Does a new paragraph come back from the background to the event: does it not point back to what was told last? */
  private comesBack(event: Setting, index: number, definite: string | null): boolean {
    const { sentences } = this.article;
    if (sentences[index].paragraph === sentences[index - 1].paragraph) return false;
    const ofBackground = definite !== null && (this.settings.now.names.has(definite) || !event.names.has(definite));
    return !ofBackground && !goesOn(this.article, sentences[index - 1], sentences[index]);
  }

  /** "The attack took place in", "the town, X,": does a sentence go on with what has been told? */
  private isKnown(index: number, definite: string | null): boolean {
    const { chunks, tokens } = this.article.clauses[index];
    return definite !== null || /^(?:the|it)$/.test(tokens[chunks[0].first].lower);
  }

  /** "A bomb exploded in a town north of X. The blast took place in Y": where it was from the first. */
  private giveName({ mention: was, time }: Setting, { mention: is, time: day }: Setting): void {
    const named = is !== null && !is.unnamed && is.place.name !== was!.place.name && (is.place.precision ?? 9) <= 2;
    if (!named || (time && day && time.from !== day.from)) return;
    for (const d of this.there) if (d.place === was!.place) d.place = is.place;
  }

  /** The claims of the sentence before, in the same paragraph. */
  private before(index: number): readonly Draft[] {
    const { sentences } = this.article;
    const near = this.last[0]?.sentence === index - 1 && sentences[index - 1].paragraph === sentences[index].paragraph;
    return near ? this.last : [];
  }

  /** The scene goes on with what a claim tells of its place, day and parties. */
  private follow(
    { d, place, time, scene }: Filled,
    sentence: number,
    names: ReadonlySet<string>,
    handover: boolean,
  ): void {
    // of three towns in one breath none is the scene, nor is one where the wounded were taken
    const listed = place !== null && (this.where.isListed(place) || this.where.isCare(d, place));
    const moved =
      place !== null &&
      !listed &&
      (scene.mention === null || !this.coarser(place, scene.mention) || this.opensDay(time, scene.time, sentence));
    const days = time ?? scene.time;
    const attack = d.type === 'attack' || d.measure === 'launched' || d.measure === 'hit';
    const fresh = (moved && place.place.name !== scene.place?.name) || days?.from !== scene.time?.from;
    const verb = this.article.clauses[d.sentence].chunks[d.predicate]?.verb;
    // whose drones were seen has attacked nobody yet
    const seen = verb !== null && verb !== undefined && SEEN.has(verb.lemma);
    // whoever kills the attackers has not made their attack
    const stops = d.type === 'casualties' && d.np !== null && ASSAILANTS.has(this.article.tokens[d.np.head].lower);
    const doer = ((attack && !seen) || d.type === 'casualties') && !stops ? d.filledActor : null;
    this.leave(time);
    this.settings.turn(scene, {
      place: moved ? place.place : (scene.place ?? (listed ? null : d.place)),
      mention: moved ? place : scene.mention,
      time: days,
      actor: doer ?? (fresh ? null : scene.actor),
      target: attack && d.filledTarget ? d.filledTarget : fresh ? null : scene.target,
      sentence,
      handover: handover || (!moved && scene.handover),
      names,
    });
  }

  /** A place in a sentence without a claim: "The bombs fell on a fair in X", "The battle for X has two versions". */
  private setStage(sentence: number, names: ReadonlySet<string>, definite: string | null): void {
    const stage = this.where.stage(sentence);
    if (!stage || this.describes(stage, definite)) return;
    const time = this.when.stage(sentence);
    const scene = this.settings.of(stage, time, null);
    if (scene.mention === stage || (scene.mention && this.coarser(stage, scene.mention))) return;
    this.leave(time);
    this.settings.turn(scene, {
      ...scene,
      place: stage.place,
      mention: stage,
      time: time ?? scene.time,
      sentence,
      names,
    });
  }

  /** The first sentences of an article often leave the place and the day to the next: gives them what follows. */
  backfill(drafts: readonly Draft[]): void {
    this.backfillPlace(drafts);
    this.backfillDay(drafts);
  }

  /** "Four soldiers injured in attack on convoy": a headline that names no place and no day tells of what the article begins with. */
  private backfillPlace(drafts: readonly Draft[]): void {
    const placed = drafts.find((d) => d.place !== null && opensArticle(d));
    if (!placed || placed.sentence > HEAD) return;
    for (const d of drafts) {
      if (d.sentence >= placed.sentence) break;
      if (d.time === null && opensArticle(d) && !this.where.namesAny(d.sentence)) d.place = placed.place;
    }
  }

  private backfillDay(drafts: readonly Draft[]): void {
    const dated = drafts.find(
      (d) =>
        d.time !== null &&
        d.time.precision !== 'since' &&
        span(d.time) <= LONG / 3 &&
        d.modality === 'actual' &&
        (d.kind === 'figure' || d.kind === 'occurrence'),
    );
    if (!dated) return;
    for (const d of drafts) {
      if (d.sentence >= dated.sentence || dated.sentence - d.sentence > 4) break;
      if (
        d.time === null &&
        d.modality === 'actual' &&
        (d.place === null ||
          dated.place === null ||
          d.place.name === dated.place.name ||
          (d.place.precision ?? 9) > 3 ||
          // "in X", and then "in the Y area of X district"
          this.where.names(d.sentence + 1, dated.sentence, d.place.name) ||
          // a place that no gazetteer knows may lie in the lead's
          (dated.place.id === null && d.filledActor !== null && d.filledActor.name === dated.filledActor?.name))
      )
        d.time = dated.time;
    }
  }

  private leads({ d, time, total, scene }: Filled, aside = false): boolean {
    return (
      SETTING.has(d.type) &&
      d.modality === 'actual' &&
      !total &&
      !this.vague(time, scene.time) &&
      (d.kind === 'figure' || d.kind === 'occurrence') &&
      !inRelative(this.article, d) &&
      !this.segments.isOutdone(d.first) &&
      (aside || !this.segments.isAside(d.first))
    );
  }

  /** Weeks ago, a month, a year: behind the day of an event, it is the background. */
  private vague(time: Time | null, day: Time | null): boolean {
    if (time === null) return false;
    if (day === null) return span(time) > LONG;
    return span(day) <= FEW && (span(time) > LONG / 3 || time.precision === 'week');
  }

  /** Is a claim of what the scene's doer may have had no part in: the sum of a year, or somewhere else, where "gunmen" are other gunmen, not "the attackers"? */
  private ofAnother(
    sentence: number,
    place: PlaceMention | null,
    time: Time | null,
    { actor, mention, time: day }: Setting,
  ): boolean {
    if (this.vague(time, day)) return true;
    if (actor?.id || actor?.side) return false;
    const { chunks, tokens } = this.article.clauses[sentence];
    const apart = ELSEWHERE.has(tokens[chunks[0].first].lower) || this.isSecond(sentence);
    const afar = place !== null && mention !== null && !within(place, mention) && !within(mention, place);
    if (!apart && !afar) return false;
    return !chunks.some((c) => tokens[c.first].lower === 'the' && ASSAILANTS.has(tokens[c.head].lower));
  }

  /** "Elsewhere, two policemen were shot": not at the place at hand. */
  private isElsewhere(sentence: number): boolean {
    const { tokens, sentences } = this.article;
    const { first } = sentences[sentence];
    return tokens[first].lower === 'elsewhere' && tokens[first + 1]?.text === ',';
  }

  /** "In a separate attack", "A second bomb": does the sentence begin with another event than the one at hand? */
  private isSecond(sentence: number): boolean {
    const { chunks, tokens } = this.article.clauses[sentence];
    const np = chunks[0].kind === 'NP' ? chunks[0] : chunks[1];
    if (np?.kind !== 'NP' || !['a', 'another'].includes(tokens[np.first].lower)) return false;
    // "Another 15 people" are of the same
    const counts = this.article.pos[np.first + 1] === 'CD';
    return !counts && tokens.slice(np.first, np.last - 1).some((t) => SECOND.has(t.lower));
  }

  /** "On Sunday, two policemen were killed in the east": does a sentence open with another day than the event's? */
  private opensDay(time: Time | null, day: Time | null, sentence: number): boolean {
    const { article } = this;
    return (
      time !== null &&
      day !== null &&
      span(time) <= FEW &&
      (time.to < day.from || time.from > day.to) &&
      article.tokenAt(time.start) - article.sentences[sentence].first <= 1
    );
  }

  private coarser(p: PlaceMention, than: PlaceMention): boolean {
    return (p.place.precision ?? 9) > (than.place.precision ?? 9) && within(than, p);
  }

  private fill(d: Draft, definite: string | null, here: readonly Draft[]): Filled {
    const { settings } = this;
    const whole = d.whole && d.rules.some((r) => CARRIED.test(r)) ? d.whole : null;
    const before = d.whole?.sentence === d.sentence - 1 ? d.whole : null;
    // "Of them, 17 are in hospital"
    const partOf = this.article.tokens[this.article.sentences[d.sentence].first].lower === 'of' ? before : null;
    const told = this.where.of(d);
    const toll = this.tollOf(d, here);
    const ofNow = told !== null && this.describes(told, definite);
    const place = toll || ofNow ? null : told;
    const own = this.when.of(d, settings.now.time);
    const time = own?.time ?? null;
    const total = own?.window ?? false;
    // a doctor in X counts those of what happened in X
    const home = place || time ? null : (this.where.ofSpeaker(d) ?? null);
    const event = ofNow ? settings.now : settings.of(place ?? home, total ? null : time, definite);
    // "34 were set free at the bridge of X. About 150 have died"
    const scene = (event.handover && !place && !time && FOUGHT.has(d.type) && settings.fought) || event;
    const near = scene !== settings.now || (scene.sentence >= 0 && d.sentence - scene.sentence <= LASTS);
    // "Since April 1,129 people have been killed in X. More than 100,000 have fled."
    const sum = !place && !time && !total && this.when.isPerfect(d) && this.goesOnWith(this.sum, d) ? this.sum : null;
    const background = this.vague(time, scene.time);
    const demonym =
      d.target && d.measure === 'launched'
        ? this.where.ofDemonym(d.target.first, d.target.last)
        : total || background
          ? (this.where.ofSpeaker(d)?.place ?? this.where.ofDemonym(d.first, d.last))
          : null;
    const ofWar = this.where.ofWar(d) || (total && !time) || (!time && this.ofThousands(d));
    const long =
      ofWar ||
      (!place && this.isElsewhere(d.sentence)) ||
      (total && time !== null && (span(time) > LONG || begunBefore(time, scene.time))) ||
      (background && (span(time!) > LONG || d.sentence - scene.sentence > 1 || this.where.guarded(d) !== null));
    d.place =
      toll?.place ??
      this.where.ownGround(d) ??
      place?.place ??
      this.where.onSide(d) ??
      demonym ??
      whole?.place ??
      partOf?.place ??
      (sum ? sum.place : far(time, scene) ? this.where.home(d) : this.fromScene(d, near ? scene : null, long));
    d.time =
      time ??
      whole?.time ??
      (before?.voice.source?.figure === d.voice.source?.figure ? before?.time : null) ??
      (sum ? sum.time : null) ??
      (!ofWar && !sum && (near || scene.sentence < 0) && d.modality !== 'planned' && !this.segments.isOutdone(d.first)
        ? scene.time
        : null);
    const struck = here.findLast((h) => h.type === 'attack' && h.filledTarget)?.filledTarget;
    const focus = {
      actor:
        near && !total && !ofWar && !isPast(time, scene.time) && !this.ofAnother(d.sentence, place, time, scene)
          ? scene.actor
          : null,
      target: struck ?? (near ? scene.target : null),
      whole,
    };
    d.filledTarget = this.who.target(d, focus, here);
    d.filledActor = this.who.actor(d, focus, here, place?.resolved?.country ?? null);
    return { d, place, time, total: total || sum !== null || ofWar, scene };
  }

  /** "The toll rose to 10 when a girl died in Mosul": those whom she is one of, who were hit where she was, wherever she died. */
  private tollOf(d: Draft, here: readonly Draft[]): Draft | null {
    const { chunks, tokens } = this.article.clauses[d.sentence];
    if (!DYING.has(chunks[d.predicate]?.verb?.lemma ?? '')) return null;
    const toll = here.findLast((h) => h.measure === 'killed' && h.first < d.first);
    const tied = ({ first }: Draft) =>
      chunks.slice(this.article.chunkAt(first), d.predicate).some((c) => ADDING.has(tokens[c.last - 1].lower));
    return toll && tied(toll) ? toll : null;
  }

  /** "The attack took place 90 km south of X", "It was the worst in X": does a place tell of the event at hand, at a town, no more than how it lies? */
  private describes(told: PlaceMention, definite: string | null): boolean {
    const { mention } = this.settings.now;
    if (!mention || mention === told || (mention.place.precision ?? 9) >= PRECISION.admin1) return false;
    return (
      (definite !== null && this.where.isBearing(told)) || (this.segments.inRecord(told.first) && within(mention, told))
    );
  }

  /** Does a claim go on with what an earlier one summed up: in the next sentence, or farther down its paragraph? */
  private goesOnWith(sum: Draft | null, d: Draft): boolean {
    const { sentences } = this.article;
    return (
      sum !== null &&
      (sum.sentence === d.sentence - 1 || sentences[sum.sentence].paragraph === sentences[d.sentence].paragraph)
    );
  }

  /** "Israel says it has killed some 20,000 fighters", "12 million have fled": so many by now are those of a war. */
  private ofThousands(d: Draft): boolean {
    const many = OF_A_WAR[d.measure ?? ''];
    return many !== undefined && (d.quantity?.low ?? 0) >= many && this.when.isPerfect(d);
  }

  /** "470 drones were used in an attack on Ukraine. The air force shot down 442": a whole country's tally goes on in the next sentence. */
  private tallied(d: Draft): Place | null {
    if (!FLOWN.has(d.measure ?? '')) return null;
    const speaker = d.voice.source?.figure;
    const told = this.before(d.sentence).find(
      (b) => b.place !== null && (FLOWN.has(b.measure ?? '') || (speaker && b.voice.source?.figure === speaker)),
    );
    return told?.place?.precision === PRECISION.country ? told.place : null;
  }

  /** "The air force said 742 drones were launched": so many, told by the forces of a state, came over the state, not over the town at hand. */
  private raid(d: Draft, scene: Setting | null): Place | null {
    const aloft = d.measure === 'launched' || d.measure === 'intercepted';
    if (!aloft || (scene?.place?.precision ?? 9) >= PRECISION.region) return null;
    const many = (d.quantity?.low ?? 0) >= RAID;
    return many || this.takesStock(d, scene) ? this.where.guarded(d) : null;
  }

  /** "The air force said it shot down seven of nine": the forces of a state that open a paragraph count for all of it. */
  private takesStock(d: Draft, scene: Setting | null): boolean {
    const source = d.voice.source?.figure.actor;
    const { sentences } = this.article;
    const opens = sentences[d.sentence].paragraph !== sentences[Math.max(0, scene?.sentence ?? 0)].paragraph;
    return opens && source?.kind === 'military' && /\bair (?:force|defen[cs]e)/i.test(source.name);
  }

  /** The scene's place; the speaker's, when he speaks for a place that the scene does not lie in; failing both, where the article was sent from. */
  private fromScene(d: Draft, scene: Setting | null, long: boolean): Place | null {
    const place = this.where.home(d);
    if (long) return place ?? (scene?.mention ? this.where.country(d) : null);
    const defended = this.where.defended(d);
    // whoever attacks elsewhere brings down what comes over his own
    if (
      defended &&
      (!scene?.place || (scene.actor?.side === defended.name && scene.mention?.country !== defended.name))
    )
      return defended;
    const part = this.where.ofPart(d);
    // the whole of what was partly elsewhere is not at the town at hand
    if (part?.country && scene?.mention && elsewhere(part, scene.mention)) return this.where.named(part.country, d);
    const tally = this.tallied(d) ?? this.raid(d, scene);
    if (tally) return tally;
    const own = this.where.ownDead(d);
    if (own) return own;
    const office = this.where.ofOffice(d, scene?.mention ?? null);
    if (office) return office;
    if (scene?.place)
      return scene.mention === null || scene.place.precision === null || scene.place.precision < 6 || !place
        ? scene.place
        : place;
    return place ?? this.where.dateline();
  }
}

/** Is a claim of what an article may begin with? */
const opensArticle = ({ kind, type, modality }: Draft): boolean =>
  (type === 'attack' || type === 'casualties' || type === 'territory') &&
  modality === 'actual' &&
  (kind === 'figure' || kind === 'occurrence');

/** Does a claim tell of days that end more than so many before those of an event? */
const liesBefore = (time: Time | null, day: Time | null, days: number): boolean =>
  time !== null &&
  day !== null &&
  time.precision !== 'since' &&
  time.to < day.from &&
  Date.parse(day.from) - Date.parse(time.to) > days * 86_400_000;

/** Is a claim of days so long before the event at hand, at one town, that it was hardly there? */
const far = (time: Time | null, { time: day, place }: Setting): boolean =>
  (place?.precision ?? 9) < PRECISION.region && liesBefore(time, day, HALF_YEAR);

/** Is a claim of days weeks before the event at hand? */
const isPast = (time: Time | null, day: Time | null): boolean => liesBefore(time, day, PAST);

/** "It has lost 11 men since Tuesday", after a raid of Wednesday: what began before an event is more than the event. */
const begunBefore = ({ from }: Time, day: Time | null): boolean => day !== null && span(day) <= FEW && from < day.from;

/** How many days a time covers. */
const span = ({ from, to }: Time): number =>
  from === to ? 1 : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
