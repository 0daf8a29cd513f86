import type { Actor, Place, Time } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Draft } from './draft.ts';
import { Segments } from './segments.ts';
import { Sides } from './sides.ts';
import type { Voices } from './voices.ts';
import { When } from './when.ts';
import { Where, within } from './where.ts';
import type { PlaceMention } from './whereabouts.ts';
import { Who } from './who.ts';

/** The event that the article is at: what a claim takes that does not say where, when and by whom. */
interface Standing {
  place: Place | null;
  mention: PlaceMention | null;
  time: Time | null;
  actor: Actor | null;
  target: Actor | null;
  sentence: number;
}

/** A claim with the place and time of its own sentence; `total` when it sums up more than one event. */
interface Filled {
  d: Draft;
  place: PlaceMention | null;
  time: Time | null;
  total: boolean;
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

/**
 * Where, when, who: fills what a claim's own clause leaves open from its sentence, and then from the scene that the article has set. The first
 * claim of a sentence with a place or a day of its own opens a new scene; the background ("since June 2024, when …") opens none. What hangs on
 * an earlier claim ("two of them") takes that one's.
 */
export class Scene {
  private readonly where: Where;
  private readonly when: When;
  private readonly who: Who;
  private standing: Standing = { place: null, mention: null, time: null, actor: null, target: null, sentence: -1 };

  constructor(
    private readonly article: Article,
    cast: Cast,
    voices: Voices,
    places: readonly PlaceMention[],
    knowledge: Knowledge,
  ) {
    const segments = new Segments(article);
    this.where = new Where(article, voices, knowledge, places, segments);
    this.when = new When(article, voices, knowledge, segments);
    this.who = new Who(article, cast, voices, new Sides(article, cast, knowledge.actors));
  }

  /** Fills the claims of one sentence, in order of the text, and moves the scene on. */
  sentence(index: number, drafts: readonly Draft[]): void {
    const before = this.standing;
    const stage = this.where.stage(index);
    const filled = drafts.map((d, i) => this.fill(d, before, drafts.slice(0, i)));
    // figures set the scene before bare happenings, the main clause before what is told beside it
    const lead =
      filled.find((f) => this.leads(f) && f.d.kind === 'figure') ??
      filled.find((f) => this.leads(f) && !f.d.rules[0].startsWith('noun-')) ??
      filled.find((f) => this.leads(f) && before.sentence < 0);
    if (lead) {
      const { d, place, time } = lead;
      const moved = place !== null && (before.mention === null || !this.coarser(place, before.mention));
      const attack = d.type === 'attack' || d.measure === 'launched' || d.measure === 'hit';
      const fresh =
        (moved && place.place.name !== before.place?.name) || (time !== null && time.from !== before.time?.from);
      this.standing = {
        place: moved ? place.place : (before.place ?? d.place),
        mention: moved ? place : before.mention,
        time: time ?? before.time,
        actor:
          d.filledActor && (attack || d.measure === 'killed' || d.measure === 'injured')
            ? d.filledActor
            : fresh
              ? null
              : before.actor,
        target: attack && d.filledTarget ? d.filledTarget : fresh ? null : before.target,
        sentence: index,
      };
    } else if (
      stage &&
      drafts.every((d) => SETTING.has(d.type)) &&
      before.mention !== stage &&
      !this.coarser(stage, before.mention ?? stage) &&
      (before.mention === null || within(stage, before.mention) || stage.relation === 'in')
    ) {
      // a finer place in a sentence without a claim: "The bombs fell on a fair in X, a village in Y"
      this.standing = { ...before, place: stage.place, mention: stage, sentence: index };
    }
    this.when.leave(index);
  }

  /** The first sentences of an article often leave the day to the next: gives them what follows. */
  backfill(drafts: readonly Draft[]): void {
    const dated = drafts.find(
      (d) =>
        d.time !== null &&
        d.time.precision !== 'since' &&
        d.modality === 'actual' &&
        (d.kind === 'figure' || d.kind === 'occurrence'),
    );
    if (!dated) return;
    for (const d of drafts) {
      if (d.sentence >= dated.sentence || dated.sentence - d.sentence > 4) break;
      if (
        d.time === null &&
        d.modality === 'actual' &&
        (d.place === null || dated.place === null || d.place.name === dated.place.name || (d.place.precision ?? 9) > 3)
      )
        d.time = dated.time;
    }
  }

  private leads({ d, total }: Filled): boolean {
    if (!SETTING.has(d.type)) return false;
    return (
      d.modality === 'actual' &&
      !total &&
      d.time?.precision !== 'since' &&
      (d.kind === 'figure' || d.kind === 'occurrence') &&
      !this.who.inRelative(d)
    );
  }

  private coarser(p: PlaceMention, than: PlaceMention): boolean {
    return (p.place.precision ?? 9) > (than.place.precision ?? 9) && within(than, p);
  }

  private fill(d: Draft, scene: Standing, here: readonly Draft[]): Filled {
    const whole = d.whole && d.rules.some((r) => CARRIED.test(r)) ? d.whole : null;
    const place = this.where.of(d);
    const own = this.when.of(d, scene.time);
    const time = own?.time ?? null;
    const near = scene.sentence >= 0 && d.sentence - scene.sentence <= 14;
    const total = own?.window ?? false;
    const demonym =
      d.target && d.measure === 'launched'
        ? this.where.ofDemonym(d.target.first, d.target.last)
        : total
          ? this.where.ofDemonym(d.first, d.last)
          : null;
    d.place =
      this.ownGround(d) ??
      place?.place ??
      demonym ??
      whole?.place ??
      this.fromScene(d, near && !total ? scene : null, total);
    d.time = time ?? whole?.time ?? (near && d.modality !== 'planned' ? scene.time : null);
    const focus = { actor: near && !total ? scene.actor : null, target: near ? scene.target : null, whole };
    d.filledTarget = this.who.target(d, focus);
    d.filledActor = this.who.actor(d, focus, here, place?.resolved?.country ?? null);
    return { d, place, time, total };
  }

  /** The scene's place; the speaker's, when he speaks for a place that the scene does not lie in; failing both, where the article was sent from. */
  private fromScene(d: Draft, scene: Standing | null, total: boolean): Place | null {
    const home = d.kind === 'figure' || d.kind === 'occurrence' ? this.where.ofSpeaker(d) : null;
    const place = home && 'place' in home ? home.place : home;
    if (scene?.place)
      return scene.mention === null || scene.place.precision === null || scene.place.precision < 6 || !place
        ? scene.place
        : place;
    return place ?? (total ? null : this.where.dateline());
  }

  /** "over his region alone": the speaker's own. */
  private ownGround(d: Draft): Place | null {
    const { article } = this;
    const words = article.lower(d.first, Math.min(article.sentences[d.sentence].last, d.last + 4));
    if (/\b(?:over|in|into|across) (?:his|her|its|their) (?:own )?(?:airspace|territory|soil|waters)\b/.test(words)) {
      const side = d.voice.source?.figure.actor.side;
      return side ? this.where.named(side, d) : null;
    }
    if (
      !/\b(?:over|in|across) (?:his|her|its|their) (?:own )?(?:region|city|district|province|town|area|state|oblast)\b/.test(
        words,
      )
    )
      return null;
    const place = d.voice.source?.figure.actor.place;
    return place ? this.where.named(place, d) : null;
  }
}
