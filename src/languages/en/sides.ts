import type { ActorIndex, ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import { happeningOf, nounHappening, VIOLENT } from './happenings.ts';
import { BLAMING } from './occurrence-phrases.ts';
import { type Memos, memoOf, type PhraseMemo } from './phrase-memo.ts';
import type { PlaceMention } from './whereabouts.ts';

/** Where the article names somebody who fights: tokens [first, last), who it is, and for which side. */
export interface Mention {
  first: number;
  last: number;
  actor: ResolvedActor;
  side: string;
}

/** Words for a state's forces that say not which state's: the article's own. */
const FORCES = new Set(
  'army military troops soldiers forces government junta regime authorities police policemen navy marines servicemen gendarmes'.split(
    ' ',
  ),
);
/** Bodies of a side that count and speak but do not fight. */
const CIVIL =
  /\b(?:health|hospital|emergenc(?:y|ies)|civil|rescue|relief|human rights|education|energy|agriculture|foreign affairs|prosecutor\w*|court|media|information|embassy|consulate|operator|monitor)\b/i;
/** Prepositions under which a country is a place. */
const WHERE = new Set(['in', 'near', 'inside', 'from', 'outside', 'over', 'across', 'within', 'of']);
/** Words before such that tell no more. */
const OFFICIAL = new Set(
  'security state federal special air naval ground armed national central border regular loyalist riot counterterrorism the'.split(
    ' ',
  ),
);
/** Words for irregular fighters that say not whose: the one group that the article names. */
const IRREGULARS = new Set(
  'rebels militants insurgents jihadists terrorists militia militiamen fighters guerrillas separatists paramilitaries group extremists'.split(
    ' ',
  ),
);

/** Whose things are, by the phrases that name them, and who can do violence: kept over articles. */
const OWNERS: Memos<ResolvedActor | null> = new WeakMap();
const FIGHTING = new WeakMap<ResolvedActor, boolean>();

/**
 * The belligerents of an article: who fights, for which side, and which sides stand against each other. A side is the state or group that a
 * party speaks or fights for; two sides are enemies as often as a sentence tells of violence between them.
 */
export class Sides {
  private readonly mentions: Mention[] = [];
  private readonly owners: PhraseMemo<ResolvedActor | null>;
  private readonly enmity = new Map<string, Map<string, number>>();
  /** The state whose army "the army" is, the group whose fighters "the rebels" are; null while unknown. */
  home: string | null = null;
  private group: string | null = null;
  /** The short names that the article's armies go by: "air force" for Ukraine's. */
  private readonly shorts = new Map<string, string>();
  private readonly states = new Set<string>();
  private readonly groups = new Set<string>();
  /** The names of the article's places. */
  private readonly placeNames: ReadonlySet<string>;

  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly actors: ActorIndex,
    places: readonly PlaceMention[],
  ) {
    this.owners = memoOf(OWNERS, actors);
    this.placeNames = new Set(places.filter((p) => p.resolved).map((p) => article.words(p.first, p.last)));
    const found = article.clauses.map((cl) => this.fightersIn(cl));
    const named = found.flat().map((m) => m.actor);
    for (const a of named)
      if (a.side && a.kind === 'armed-group' && this.cast.lookUp(a.side)?.kind !== 'state') this.groups.add(a.side);
    const { groups } = this;
    this.group = groups.size === 1 ? [...groups][0] : null;
    for (const { kind, side, short } of named)
      if (side && !groups.has(side)) {
        this.states.add(side);
        if (kind === 'military')
          for (const word of short ?? []) if (!this.shorts.has(word)) this.shorts.set(word, side);
      }
    const ofStates = named.filter((a) => a.side && this.states.has(a.side));
    this.home = commonest([...ofStates, ...ofStates.filter((a) => a.kind === 'military')].map((a) => a.side!));
    for (const [index, here] of found.entries()) {
      const mentions = here.map(({ first, last, actor }) => ({ first, last, actor, side: this.sideOf(actor)! }));
      this.mentions.push(...mentions);
      this.oppose(article.clauses[index], mentions);
    }
  }

  /** Where a sentence names somebody who may do violence, and who that is. */
  private fightersIn(cl: Clauses): Omit<Mention, 'side'>[] {
    const found: Omit<Mention, 'side'>[] = [];
    for (const c of cl.chunks) {
      const actor = c.kind === 'NP' ? this.fighterAt(cl, c) : null;
      if (actor) found.push({ first: c.first, last: c.last, actor });
    }
    return found;
  }

  private fighterAt({ chunks, tokens }: Clauses, c: Chunk): ResolvedActor | null {
    const { article } = this;
    const dateline = c.at === 0 && article.words(c.first, c.last).toUpperCase() === article.words(c.first, c.last);
    if (dateline || tokens[c.last]?.text === '(' || article.pos[c.first] === 'PP$') return null;
    const actor = this.party(c.first, c.last);
    if (!actor || !this.fights(actor)) return null;
    // "in Syria", "QAMISHLI, Syria": a country that is a place
    const before = chunks[c.at - 1];
    const placed =
      before?.kind === 'IN'
        ? WHERE.has(tokens[before.first].lower)
        : before?.kind === 'CM' && chunks[c.at - 2]?.kind === 'NP';
    return actor.kind === 'state' && placed ? null : actor;
  }

  /** Can such a party do violence: a state, its bodies and officials, an army, a group? Not outlets, hospitals, doctors, witnesses. */
  fights(actor: ResolvedActor): boolean {
    let fights = FIGHTING.get(actor);
    if (fights === undefined) {
      fights = mayDoViolence(actor);
      FIGHTING.set(actor, fights);
    }
    return fights;
  }

  /** A town does nothing, whatever stands behind its name. */
  isPlace(first: number, last: number): boolean {
    return this.placeNames.has(this.article.words(first, last));
  }

  /** May a body that nobody knows be one that fights: "the Shura Council", a security service? */
  mayFight(actor: ResolvedActor): boolean {
    const { kind, id, name } = actor;
    return (
      this.fights(actor) ||
      ((kind === 'organisation' || kind === 'institution') && id === null && !CIVIL.test(name) && /\p{Lu}/u.test(name))
    );
  }

  /** The side that a party fights for or speaks for; null when it is nobody's. */
  sideOf(actor: ResolvedActor): string | null {
    if (actor.side) return actor.kind === 'outlet' ? null : actor.side;
    if (!this.fights(actor)) return null;
    const head = lastWord(actor.name);
    if ((FORCES.has(head) || actor.kind === 'military') && unnamed(actor.name))
      return this.shorts.get(actor.name.toLowerCase()) ?? this.home ?? 'army';
    const backed =
      actor.name.includes('-') &&
      /\b[\w-]+-(?:backed|led|aligned|linked|allied|affiliated)\b|\bpro-\w+/i.exec(actor.name);
    if (backed) return backed[0];
    if (IRREGULARS.has(head) && !/\p{Lu}/u.test(actor.name)) return this.group ?? head;
    return actor.name;
  }

  /** The army of which the article says not whose it is. */
  regulars(): Mention | null {
    return (
      this.mentions.find(
        (m) => m.actor.kind === 'military' && m.actor.side === null && FORCES.has(lastWord(m.actor.name)),
      ) ?? null
    );
  }

  isState(side: string): boolean {
    return this.states.has(side);
  }

  /** The armed group that the article named last before a token. */
  groupBefore(at: number): ResolvedActor | null {
    const last = this.mentions.findLast(
      (m) => m.first < at && ((m.actor.kind === 'armed-group' && m.actor.side !== null) || this.groups.has(m.side)),
    );
    if (!last) return null;
    return last.actor.kind === 'armed-group' && last.actor.id !== null
      ? last.actor
      : (this.cast.lookUp(last.side) ?? last.actor);
  }

  /** The article's one group, if it is one that goes by such a noun: "rebels". */
  groupCalled(men: string): ResolvedActor | null {
    const group = this.group === null ? null : this.cast.lookUp(this.group);
    return group?.short?.includes(men) ? group : null;
  }

  /** The side of soldiers or of irregulars that nothing else is said of: the article's state's, or its only group's. */
  sideOfMen(irregular: boolean): string | null {
    return irregular ? this.group : this.home;
  }

  /** The side that most of the article's violence sets against this one. */
  adversary(side: string): string | null {
    let best: string | null = null;
    let most = 1;
    for (const [other, n] of this.enmity.get(side) ?? []) {
      // two states at war are each other's enemies before what fights beside them
      const weight = this.states.has(side) && this.states.has(other) ? n * 2 : n;
      if (weight > most) {
        best = other;
        most = weight;
      }
    }
    return best;
  }

  /** Who is named in a sentence before a token. */
  mentionedIn(first: number, at: number): Mention | null {
    return this.mentions.findLast((m) => m.first >= first && m.last <= at) ?? null;
  }

  /** Does the article tell of violence between two sides? */
  opposed(a: string, b: string): boolean {
    return (this.enmity.get(a)?.get(b) ?? 0) > 0;
  }

  /** Where the article names a side: the nearest before a token that is an army, a group or a state, else the first behind it. */
  mention(side: string, at: number): Mention | null {
    let before: Mention | null = null;
    for (const m of this.mentions) {
      if (m.side !== side || m.actor.sort === 'person') continue;
      if (m.first >= at) return before ?? m;
      before = m;
    }
    return before;
  }

  /** The party that a noun phrase names or, failing that, the one that its adjectives and possessors point to: "an Israeli tank". */
  party(first: number, last: number): ResolvedActor | null {
    return this.cast.meaning(first, last) ?? this.owner(first, last);
  }

  /** Whose a thing is, by the names and adjectives in its phrase: "Russian drones", "the Rapid Support Forces' guns". */
  owner(first: number, last: number): ResolvedActor | null {
    const { tokens } = this.article;
    for (let i = first; i < last; i++)
      if (tokens[i].capital) return this.owners.get(tokens, first, last, () => this.ownerAnew(first, last));
    return null;
  }

  private ownerAnew(first: number, last: number): ResolvedActor | null {
    const { tokens } = this.article;
    let found: ResolvedActor | null = null;
    for (let i = first; i < last; i++) {
      if (!tokens[i].capital) continue;
      // "Sadr City" is not Sadr's
      if (i + 1 < last && tokens[i + 1].text === 'City') {
        i++;
        continue;
      }
      for (let k = Math.min(last, i + 4); k > i; k--) {
        const words = this.article.words(i, k);
        const actor = (k === i + 1 ? this.actors.demonym(words) : null) ?? this.cast.lookUp(words);
        if (!actor || !this.fights(actor) || actor.kind === 'official') continue;
        // "Rebel fire" begins a sentence
        if (k === i + 1 && actor.side === null && actor.sort === 'people') continue;
        // "Lebanese Hezbollah", "Afghan Taliban": the group, not its country
        if (actor.kind === 'armed-group') return actor;
        found ??= actor;
        break;
      }
    }
    return found;
  }

  /** Counts the violence that a sentence tells of between those it names. */
  private oppose(cl: Clauses, here: readonly Mention[]): void {
    if (here.every((m) => m.side === here[0].side)) return;
    const hostile = cl.chunks.filter((c) => isHostile(cl, c)).map((c) => c.head);
    if (hostile.length === 0) return;
    for (const [i, a] of here.entries())
      for (const b of here.slice(i + 1)) {
        if (a.side === b.side || sufferTogether(cl, a, b) || onlyTells(cl, a) || onlyTells(cl, b)) continue;
        const between = hostile.some((h) => h >= a.first && h < b.last);
        this.enemies(a.side, b.side, between ? 2 : 1);
        this.enemies(b.side, a.side, between ? 2 : 1);
      }
  }

  private enemies(a: string, b: string, n: number): void {
    let of = this.enmity.get(a);
    if (!of) this.enmity.set(a, (of = new Map()));
    of.set(b, (of.get(b) ?? 0) + n);
  }
}

/** "Six American and two British soldiers were killed": those to whom the same is done are no enemies. */
function sufferTogether({ chunks }: Clauses, a: Mention, b: Mention): boolean {
  const verb = chunks.find((c) => c.first >= b.last && c.kind === 'VG')?.verb;
  const suffered = verb && (verb.passive || happeningOf(verb)?.subject?.person === 'killed');
  const between = chunks.filter((c) => c.first >= a.last && c.last <= b.first);
  return Boolean(suffered) && between.length > 0 && between.every((c) => /^(?:NP|CC|CM)$/.test(c.kind));
}

/** "…, police said": police of no side who tell of the violence of others. */
function onlyTells({ chunks }: Clauses, { actor, last }: Mention): boolean {
  const verb = chunks.find((c) => c.first === last)?.verb;
  return (
    actor.side === null && POLICE.has(lastWord(actor.name)) && verb?.form === 'finite' && CUE_BY_LEMMA.has(verb.lemma)
  );
}

const POLICE = new Set(['police', 'policemen', 'authorities']);

function isHostile(cl: Clauses, c: Clauses['chunks'][number]): boolean {
  if (c.kind === 'VG') {
    const type = happeningOf(c.verb!)?.type;
    return BLAMING.has(c.verb!.lemma) || (type != null && VIOLENT.has(type));
  }
  if (c.kind === 'IN') return cl.word(c) === 'against';
  const noun = c.kind === 'NP' ? nounHappening(cl.tokens[c.head]) : undefined;
  return noun !== undefined && VIOLENT.has(noun.type);
}

/** Number words that a sentence may begin with. */
const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|scores|several|some|many|other|another)$/i;
/** Does a name say only that they are a state's: "the army", "Government forces", not "Pak troops"? */
const unnamed = (name: string): boolean =>
  name
    .split(' ')
    .every(
      (word) =>
        !/^\p{Lu}/u.test(word) ||
        NUMBER.test(word) ||
        FORCES.has(word.toLowerCase()) ||
        OFFICIAL.has(word.toLowerCase()),
    );

function mayDoViolence({ kind, side, name, id }: ResolvedActor): boolean {
  if (CIVIL.test(name)) return false;
  if (kind === 'state' || kind === 'military' || kind === 'armed-group') return true;
  if (kind === 'outlet') return false;
  if (side) return kind !== 'organisation' || side === name || id === null;
  return kind !== 'official' && FORCES.has(lastWord(name));
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase();

function commonest(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const n of names) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
