import type { Actor } from '../../model/claim.ts';
import type { ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import { Causes } from './causes.ts';
import type { Chunk } from './chunk.ts';
import { Doers } from './doers.ts';
import type { Draft, Role } from './draft.ts';
import { type Focus, NO_FOCUS } from './focus.ts';
import { happeningOf, VIOLENT } from './happenings.ts';
import { agentOf, OBSERVERS } from './roles.ts';
import type { Sides } from './sides.ts';
import { named, type Span, spanOf } from './spans.ts';
import { Struck } from './struck.ts';
import { Victims } from './victims.ts';
import type { Voices } from './voices.ts';
import { AFAR, AGENTS, ARMIES, FOES, IRREGULAR, TAKING } from './who-words.ts';

/** "admitted losing six men but claimed to have killed 40": those lost are others than those killed. */
const isLost = ({ rules }: Draft): boolean => rules.includes('object-of-lose');

const PERSONAL: ReadonlySet<string> = new Set(['killed', 'injured', 'missing', 'captured']);

/**
 * Who did it and to whom. The grammar of the clause is asked first, then what the sentence names as the cause, then the event that the article
 * is at, and last the enemy of those it was done to. Whoever cannot be a belligerent did no violence, whoever the victims are did it not.
 */
export class Who {
  private readonly doers: Doers;
  private readonly victims: Victims;
  private readonly causes: Causes;
  private readonly struck: Struck;
  /** Claims whose doer no word of their sentence tells. */
  private readonly guessed = new Set<Draft>();

  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    voices: Voices,
    private readonly sides: Sides,
  ) {
    this.doers = new Doers(article, cast, voices, sides);
    this.victims = new Victims(article, this.doers, sides);
    this.causes = new Causes(article, this.doers, sides);
    this.struck = new Struck(article, cast, sides);
  }

  /** Who did it; `here` are the claims read before in the sentence, `country` is where. */
  actor(d: Draft, focus: Focus, here: readonly Draft[], country: string | null): Actor | null {
    if (!VIOLENT.has(d.type)) return d.actor ? this.doers.anybody(d.actor, focus) : (focus.whole?.filledActor ?? null);
    const victims = this.victims.sideOf(d);
    const irregular = this.victims.toldSide(d) === null ? this.victims.irregular(d) : null;
    const other = (a: Actor | null | undefined) => {
      if (!a || this.doers.areSuchMen(a, irregular) || this.victims.areCalled(d, a.text)) return null;
      return victims !== null && this.doers.sameSide(a, victims) ? null : a;
    };
    const gapped = this.gapped(d);
    if (gapped) return gapped;
    const said = d.actor && !this.downs(d) ? this.doers.doer(d.actor, focus) : null;
    // "we", and nobody knows who; "both sides"
    const words = said || !d.actor ? '' : this.article.lower(d.actor.first, d.actor.last);
    if (/^(?:we|us|i)$|^(?:both|all|the two|the warring|warring) (?:sides|parties|factions)$/.test(words)) return null;
    if (said && (d.measure === null || this.notThemselves(d, said, victims))) return said;
    if (d.rules[0]?.startsWith('blame-') && d.actor) return this.doers.anybody(d.actor, focus);
    if (d.type === 'interception') return this.defender(d, focus, country);
    if (focus.whole?.filledActor) return focus.whole.filledActor;
    if (d.measure === 'missing' || d.measure === 'displaced') return null;
    const told =
      this.sender(d, focus) ??
      this.notThemselves(d, this.causes.cause(d, focus), victims) ??
      (d.measure === 'launched' ? this.causes.apposed(d, focus) : null);
    if (told) return told;
    const claimant = this.claimant(d, victims) ?? this.taker(d);
    if (claimant) return claimant;
    const agent = this.unnamedAgent(d);
    if (agent) return agent;
    this.guessed.add(d);
    return (
      other(this.causes.flier(d, focus)) ??
      other(here.findLast((h) => VIOLENT.has(h.type) && h.type !== 'interception' && h.filledActor)?.filledActor) ??
      other(this.abroad(focus.actor, country)) ??
      this.against(d, victims) ??
      this.invader(d, country)
    );
  }

  /** A cause that the sentence names, unless it names the victims' side. "The army" is not known to be theirs. */
  private notThemselves(d: Draft, cause: Actor | null, victims: string | null): Actor | null {
    if (!cause || !victims || !this.doers.sameSide(cause, victims)) return cause;
    const known = this.victims.toldSide(d) !== null;
    return known === (cause.side !== null) ? null : cause;
  }

  /** "attacked by eight small boats": those who are nobody's by name, as the agent of a passive says. */
  private unnamedAgent(d: Draft): Actor | null {
    const cl = this.article.clauses[d.sentence];
    const verb = cl.chunks[d.predicate]?.verb;
    const agent = verb?.passive
      ? agentOf(cl, d.predicate)
      : verb && d.actor
        ? cl.chunks[this.article.chunkAt(d.actor.first)]
        : null;
    return agent && this.article.pos[agent.first] !== 'PP$' && AGENTS.has(this.article.tokens[agent.head].lower)
      ? this.struck.counted(agent)
      : null;
  }

  /** "the air force shot down 71, Jordan 16": a name right before the number is a subject without its verb. */
  private gapped(d: Draft): Actor | null {
    const { np } = d;
    const at = np && d.quantity ? this.article.tokenAt(d.quantity.start) : -1;
    const actor = np && at > np.first ? this.cast.lookUp(this.article.words(np.first, at)) : null;
    return actor && this.sides.fights(actor) ? named(actor, spanOf(this.article, np!.first, at)) : null;
  }

  /** Whoever tells of his enemy's losses inflicted them. */
  private claimant(d: Draft, victims: string | null): Actor | null {
    const source = d.voice.source;
    if (!source || d.type === 'attack') return null;
    const span = spanOf(this.article, source.first, source.last);
    const actor = this.doers.back(source) ?? source.figure.actor;
    const side = this.sides.fights(actor) ? this.sides.sideOf(actor) : null;
    if (victims === null) return this.speakerOfMen(actor, this.victims.irregular(d), span);
    return side && side !== victims && this.sides.opposed(side, victims) ? this.doers.fighter(actor, span) : null;
  }

  /** Whoever announces a capture took it. */
  private taker(d: Draft): Actor | null {
    const { chunks } = this.article.clauses[d.sentence];
    // "the capture of 13 villages"
    const of = d.np ? d.np.at - 2 : -1;
    const noun = chunks[of >= 0 ? of : d.predicate >= 0 ? d.predicate : this.article.chunkAt(d.first)];
    const source = d.voice.source;
    if (!source || noun?.kind !== 'NP' || !TAKING.has(this.article.tokens[noun.head].lower)) return null;
    const { actor } = source.figure;
    return this.sides.fights(actor) ? this.doers.fighter(actor, spanOf(this.article, source.first, source.last)) : null;
  }

  /** Whose side nothing tells, they are the enemies of who speaks: rebels of an army or its spokesman, soldiers of a group or of its own. */
  private speakerOfMen(actor: ResolvedActor, irregular: boolean | null, span: Span): Actor | null {
    if (irregular === null) return null;
    if (actor.kind === (irregular ? 'military' : 'armed-group')) return this.doers.fighter(actor, span);
    if (actor.side !== null || (actor.kind !== 'official' && actor.kind !== 'unnamed')) return null;
    const word = actor.name
      .toLowerCase()
      .split(/[^a-z]+/)
      .find((w) => (irregular ? ARMIES : IRREGULAR).has(w));
    return word ? this.doers.men(word, span) : null;
  }

  /** Who attacks elsewhere, unless it is on the land of a state that is at war with another: it bombs not itself. */
  private abroad(a: Actor | null, country: string | null): Actor | null {
    if (!a?.side || a.side !== country || !this.sides.isState(country)) return a;
    const enemy = this.sides.adversary(country);
    return enemy && this.sides.isState(enemy) ? null : a;
  }

  /** "A drone strike on a bus in Nikopol": of two states at war the other one, where the land is theirs and the weapon comes from afar. */
  private invader(d: Draft, country: string | null): Actor | null {
    const enemy = country && this.sides.isState(country) ? this.sides.adversary(country) : null;
    if (!enemy || !this.sides.isState(enemy)) return null;
    const cl = this.article.clauses[d.sentence];
    const far = cl.chunks.some((c) => c.kind === 'NP' && AFAR.has(this.article.tokens[c.head].lower));
    return far ? this.doers.mentioned(enemy, d.first) : null;
  }

  /** "It blamed the army": those blamed did what the sentence before tells of, if that sentence did not say who. */
  charge(blame: Draft, before: readonly Draft[]): void {
    if (!blame.filledActor || blame.stance !== 'asserts') return;
    for (const d of before) if (this.guessed.has(d) && d.modality === 'actual') d.filledActor = blame.filledActor;
  }

  /** The enemy of the victims, whose side is known by name or by what they are: "22 terrorists were killed". */
  private against(d: Draft, victims: string | null): Actor | null {
    if (d.type === 'attack') return null;
    const enemy = victims && this.doers.enemyOf(victims, d);
    if (enemy) return enemy;
    const irregular = this.victims.irregular(d);
    const side = irregular === null ? null : this.sides.sideOfMen(!irregular);
    return side && side !== victims ? this.doers.mentioned(side, d.first) : null;
  }

  /** What it was done to. */
  target(d: Draft, focus: Focus, here: readonly Draft[]): Actor | null {
    const said = d.target ? this.struck.thing(d.target, focus) : null;
    if (said) return said;
    if (focus.whole?.filledTarget) return focus.whole.filledTarget;
    // "hit 10 villages": what is counted is what was struck, unless it is what struck
    if (d.measure === 'hit' && d.np && this.struck.isProperty(d.np)) return this.struck.thing(d.np, focus);
    if (d.measure === 'launched' || d.measure === 'hit') return focus.target ?? this.observed(d);
    if (!d.np || !d.measure) return null;
    // "12 soldiers were killed and 45 more wounded"
    const before = here.at(-1);
    if (
      PERSONAL.has(d.measure) &&
      this.article.pos[d.np.head] === 'CD' &&
      before?.measure &&
      PERSONAL.has(before.measure) &&
      isLost(before) === isLost(d)
    )
      return before.filledTarget;
    const side = this.victims.toldSide(d);
    // "destroyed four Merkava tanks": whose they are, else what they are
    if (d.measure === 'damaged' && this.article.pos[d.np.head] !== 'CD')
      return side ? this.doers.ofSide(side, spanOf(this.article, d.np.first, d.np.last)) : this.struck.counted(d.np);
    if (d.measure === 'returned')
      return side ? this.doers.ofSide(side, spanOf(this.article, d.np.first, d.np.last)) : null;
    if (side)
      return PERSONAL.has(d.measure) ? this.doers.ofSide(side, spanOf(this.article, d.np.first, d.np.last)) : null;
    if (
      !PERSONAL.has(d.measure) ||
      (this.victims.irregular(d) === null && !FOES.has(this.article.tokens[d.np.last - 1].lower))
    )
      return null;
    const who = this.suffered(d, d.np);
    return who && this.struck.counted(who);
  }

  /** The words for those who are counted: the number's own, those that it is of, those of the whole. */
  private suffered(d: Draft, np: Chunk): Role | null {
    const { pos } = this.article;
    if (pos[np.head] !== 'CD') return np;
    const [, of] = this.victims.sufferers(d);
    const who = of && /^N[NP]$/.test(pos[of.last - 1]) ? of : d.whole?.np;
    return who && pos[who.last - 1] !== 'CD' ? who : null;
  }

  /** Who sent what somebody saw coming or shot down: his enemy. */
  private sender(d: Draft, focus: Focus): Actor | null {
    if (d.measure !== 'launched') return null;
    if (d.np) {
      const own = this.sides.owner(d.np.first, d.last);
      if (own) return named(own, spanOf(this.article, d.np.first, d.np.last));
      const kind = this.doers.byKind(d.np.first, d.np.last);
      if (kind) return kind;
    }
    const side = this.observerOf(d);
    if (!side) return null;
    return focus.actor && !this.doers.sameSide(focus.actor, side) ? focus.actor : this.doers.enemyOf(side, d);
  }

  /** "shot down 36 of the 42 that crossed": the verb's subject is who defends. */
  private downs(d: Draft): boolean {
    const c = this.article.clauses[d.sentence].chunks[d.predicate];
    return d.measure === 'launched' && c?.kind === 'VG' && happeningOf(c.verb!)?.type === 'interception';
  }

  /** The land of whoever tracked or faced what was launched. */
  private observed(d: Draft): Actor | null {
    const side = this.observerOf(d);
    return side ? this.doers.ofSide(side, spanOf(this.article, d.first, d.last)) : null;
  }

  /** The side of whoever detects, faces, logs or shoots down what the claim counts. */
  private observerOf(d: Draft): string | null {
    const cl = this.article.clauses[d.sentence];
    const watching = cl.chunks[d.predicate];
    const verb =
      watching?.kind === 'VG' && OBSERVERS.has(watching.verb!.lemma)
        ? watching
        : cl.chunks.find((c) => c.kind === 'VG' && happeningOf(c.verb!)?.type === 'interception');
    if (!verb) return null;
    const subject = verb.verb!.passive ? null : cl.subject(verb.at);
    const doer = subject && this.doers.doer(subject, NO_FOCUS);
    return doer ? this.doers.sideOf(doer) : this.doers.speakersSide(d.first);
  }

  /** Whose defences: the speaker's, else those of whom the attack was aimed at, else of the country that it was over. */
  private defender(d: Draft, focus: Focus, country: string | null): Actor | null {
    const source = d.voice.source;
    const side = this.doers.speakersSide(d.first);
    if (source && side) return this.doers.ofSide(side, spanOf(this.article, source.first, source.last));
    if (focus.target?.side) return this.doers.ofSide(focus.target.side, focus.target);
    if (country && d.place) return this.doers.ofSide(country, d.place);
    const attacker = focus.actor && this.doers.sideOf(focus.actor);
    return attacker ? this.doers.enemyOf(attacker, d) : null;
  }
}
