import type { Actor } from '../../model/claim.ts';
import type { ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Draft, Role } from './draft.ts';
import { happeningOf, NOUN_HAPPENINGS, VIOLENT } from './happenings.ts';
import { itemOf } from './items.ts';
import { BLAMING } from './occurrence-phrases.ts';
import { agentOf, OBSERVERS, ownerOf } from './roles.ts';
import type { Sides } from './sides.ts';
import type { Voices } from './voices.ts';

/** People who do such things and need no name to be somebody: as a head ("gunmen") or before one ("army drones"). */
const DOERS = new Set(
  'gunmen militiamen militants militant bomber bombers attackers attacker rebels rebel fighters soldiers troops gunman bandits jihadists jihadist insurgents insurgent army military police forces guards rioters settlers settler separatists separatist terrorists terrorist assailants commandos guerrillas guerrilla paramilitaries paramilitary mercenaries guard crew marines kidnappers sniper snipers criminals aggressor aggressors enemy occupiers invaders adversary raiders herders gang gangs cartel militia government coalition navy extremists'.split(
    ' ',
  ),
);
const OURS = new Set(
  'forces troops army aircraft air pilots fighters men soldiers defences defenses lines positions drones missiles mujahideen mujahidin brothers units planes jets navy artillery unit comrades own'.split(
    ' ',
  ),
);
/** Those whom the state's forces are against, and those who are the state's: on whose side the dead are that only such a word names. */
const IRREGULAR =
  /^(?:rebels?|militants?|terrorists?|insurgents?|jihadists?|extremists?|separatists?|bandits?|guerrillas?|militiamen)$/;
const REGULAR =
  /^(?:soldiers?|troops?|servicem[ae]n|policem[ae]n|conscripts?|officers?|paratroopers?|jawans?|marines?|reservists?|gendarmes?|airm[ae]n|commandos?|personnel|cops?|guardsm[ae]n|rangers?)$/;
/** Parts of what is struck: whatever they belong to is the target. */
const FOES = /^(?:occupiers?|invaders?|enem(?:y|ies)|mercenar(?:y|ies)|aggressors?|peacekeepers?|polic(?:e|emen))$/;
const PARTS =
  /^(?:hulls?|holds?|decks?|sterns?|bows?|funnels?|roofs?|walls?|floors?|engine|targets?|objectives?|marks?|aims?|no)$/;
/** Aircraft with a pilot: the weapons of states. */
const AIR =
  /^(?:jets?|warplanes?|aircraft|planes?|bombers?|helicopters?|gunships?|choppers?|airstrikes?|pilots?|fighter-jets?|antonovs?)$/;
/** Words for a group that point back to the one named last. */
const AFAR =
  /^(?:missiles?|drones?|rockets?|shells?|shelling|artillery|strikes?|airstrikes?|bombardment|bombs?|mortars?|uavs?)$/;
const GROUP = /^(?:group|movement|militia|organisation|organization|faction|fighters|militants|insurgents|rebels)$/;
const NOBODY = /^(?:no|any|neither|none|nobody)$/;
const SUBJECT_OF: Readonly<Record<string, string>> = { its: 'it', their: 'they', his: 'he', her: 'she', our: 'we' };

/** What the article has told so far of the event that it is at. */
export interface Focus {
  actor: Actor | null;
  target: Actor | null;
  /** The claim that this one goes on from, when it does. */
  whole: Draft | null;
}

/** Heads whose "of" names no doer: "shelling of the town", "capture of rebels". */
const THINGS =
  /^(?:part|parts|number|names?|city|town|village|region|district|province|country|capital|outskirts|area|side|north|south|east|west|death|deaths|end|use|case|wave|series|barrage)$/;

type Span = Pick<Actor, 'text' | 'start' | 'end'>;

/**
 * Who did it and to whom. The grammar of the clause is asked first, then what the sentence names as the cause, then the event that the article
 * is at, and last the enemy of those it was done to. Whoever cannot be a belligerent did no violence, whoever the victims are did it not.
 */
export class Who {
  /** Claims whose doer no word of their sentence tells. */
  private readonly guessed = new Set<Draft>();

  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly voices: Voices,
    private readonly sides: Sides,
  ) {}

  /** Who did it; `here` are the claims read before in the sentence, `country` is where. */
  actor(d: Draft, focus: Focus, here: readonly Draft[], country: string | null): Actor | null {
    if (!VIOLENT.has(d.type)) return d.actor ? this.anybody(d.actor, focus) : (focus.whole?.filledActor ?? null);
    const victims = this.victims(d);
    const other = (a: Actor | null | undefined) => (a && victims && this.sameSide(a, victims) ? null : (a ?? null));
    const gapped = this.gapped(d);
    if (gapped) return gapped;
    const said = d.actor && !this.downs(d) ? this.doer(d.actor, focus) : null;
    // "we", and nobody knows who
    if (!said && d.actor && /^(?:we|us|i)$/.test(this.article.lower(d.actor.first, d.actor.last))) return null;
    if (said && (d.measure === null || this.notThemselves(d, said, victims))) return said;
    if (d.rules[0]?.startsWith('blame-') && d.actor) return this.anybody(d.actor, focus);
    if (d.measure === 'intercepted') return this.defender(d, focus, country);
    if (focus.whole?.filledActor) return focus.whole.filledActor;
    if (d.measure === 'missing' || d.measure === 'displaced') return null;
    const told =
      this.sender(d, focus) ??
      this.notThemselves(d, this.cause(d, focus), victims) ??
      (d.measure === 'launched' ? this.apposed(d, focus) : null);
    if (told) return told;
    const claimant = this.claimant(d, victims);
    if (claimant) return claimant;
    this.guessed.add(d);
    return (
      other(this.flier(d, focus)) ??
      other(here.findLast((h) => VIOLENT.has(h.type) && h.measure !== 'intercepted' && h.filledActor)?.filledActor) ??
      other(focus.actor) ??
      this.against(d, victims) ??
      this.invader(d, country)
    );
  }

  /** A cause that the sentence names, unless it names the victims' side. "The army" is not known to be theirs. */
  private notThemselves(d: Draft, cause: Actor | null, victims: string | null): Actor | null {
    if (!cause || !victims || !this.sameSide(cause, victims)) return cause;
    const known = this.toldSide(d) !== null;
    return known === (cause.side !== null) ? null : cause;
  }

  /** "the air force shot down 71, Jordan 16": a name right before the number is a subject without its verb. */
  private gapped(d: Draft): Actor | null {
    const { np } = d;
    const at = np && d.quantity ? this.article.tokenAt(d.quantity.start) : -1;
    const actor = np && at > np.first ? this.cast.lookUp(this.article.words(np.first, at)) : null;
    return actor && this.sides.fights(actor) ? named(actor, this.span(np!.first, at)) : null;
  }

  /** "Russia unleashed its largest barrage yet — 700 drones and missiles": what is set off by a dash or a colon is the main clause's. */
  private apposed(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    const mark = cl.chunks.findLast(
      (c) => c.first < d.first && c.kind === 'PU' && /^[:–—-]+$/.test(this.article.tokens[c.first].text),
    );
    if (!mark || cl.chunks.some((c) => c.at > mark.at && c.first < d.first && c.kind === 'VG')) return null;
    const verb = cl.chunks.find((c) => c.at < mark.at && c.kind === 'VG' && c.verb!.form === 'finite');
    return verb && !verb.verb!.passive ? this.subject(cl, verb, focus) : null;
  }

  /** Whoever tells of his enemy's losses inflicted them. */
  private claimant(d: Draft, victims: string | null): Actor | null {
    const source = d.voice.source;
    if (!source || !victims || d.type === 'attack') return null;
    const actor = this.back(source) ?? source.figure.actor;
    const side = this.sides.fights(actor) ? this.sides.sideOf(actor) : null;
    if (!side || side === victims || !this.sides.opposed(side, victims)) return null;
    const span = this.span(source.first, source.last);
    return this.fighter(actor, span);
  }

  /** "A drone strike on a bus in Nikopol": of two states at war the other one, where the land is theirs and the weapon comes from afar. */
  private invader(d: Draft, country: string | null): Actor | null {
    const enemy = country && this.sides.isState(country) ? this.sides.adversary(country) : null;
    if (!enemy || !this.sides.isState(enemy)) return null;
    const cl = this.article.clauses[d.sentence];
    const far = cl.chunks.some((c) => c.kind === 'NP' && AFAR.test(this.article.tokens[c.head].lower));
    return far ? this.mentioned(enemy, d.first) : null;
  }

  /** "It blamed the army": those blamed did what the sentence before tells of, if that sentence did not say who. */
  charge(blame: Draft, before: readonly Draft[]): void {
    if (!blame.filledActor || blame.stance !== 'asserts') return;
    for (const d of before) if (this.guessed.has(d) && d.modality === 'actual') d.filledActor = blame.filledActor;
  }

  /** The enemy of the victims, whose side is known by name or by what they are: "22 terrorists were killed". */
  private against(d: Draft, victims: string | null): Actor | null {
    if (d.type === 'attack') return null;
    const enemy = victims && this.enemyOf(victims, d);
    if (enemy) return enemy;
    const irregular = this.irregular(d);
    const side = irregular === null ? null : this.sides.sideOfMen(!irregular);
    return side && side !== victims ? this.mentioned(side, d.first) : null;
  }

  /** What it was done to. */
  target(d: Draft, focus: Focus, here: readonly Draft[]): Actor | null {
    const said = d.target ? this.thing(d.target, focus) : null;
    if (said) return said;
    if (focus.whole?.filledTarget) return focus.whole.filledTarget;
    // "hit 10 villages": what is counted is what was struck, unless it is what struck
    if (d.measure === 'hit' && d.np && this.isProperty(d.np)) return this.thing(d.np, focus);
    if (d.measure === 'launched' || d.measure === 'hit') return focus.target ?? this.observed(d);
    if (!d.np || !d.measure) return null;
    // "12 soldiers were killed and 45 more wounded"
    const before = here.at(-1);
    if (
      PERSONAL.has(d.measure) &&
      this.article.pos[d.np.head] === 'CD' &&
      before?.measure &&
      PERSONAL.has(before.measure)
    )
      return before.filledTarget;
    const side = this.toldSide(d);
    if (d.measure === 'returned') return side ? this.ofSide(side, this.span(d.np.first, d.np.last)) : null;
    if (side) return PERSONAL.has(d.measure) ? this.ofSide(side, this.span(d.np.first, d.np.last)) : null;
    if (
      !PERSONAL.has(d.measure) ||
      (this.irregular(d) === null && !FOES.test(this.article.tokens[d.np.last - 1].lower))
    )
      return null;
    const who = this.article.pos[d.np.head] === 'CD' ? (d.whole?.np ?? this.sufferers(d).at(-1)!) : d.np;
    return this.counted(who);
  }

  private isProperty(np: Chunk): boolean {
    const sort = itemOf(this.article.tokens[np.head].lower, false)?.sort;
    return sort === 'property' || sort === 'settlement' || sort === 'vessel';
  }

  /** Those counted, by what they are, when nothing says for whom they fought: "35 rebels". */
  private counted(np: Role): Actor {
    const { article } = this;
    let first = np.first;
    while (first < np.last - 1 && !/^(?:JJ|NN|NP)$/.test(article.pos[first])) first++;
    return {
      name: article.words(first, np.last).replace(/\s+/g, ' '),
      id: null,
      side: null,
      ...this.span(np.first, np.last),
    };
  }

  /** Anybody in a role, of whatever kind: of what is no violence. */
  private anybody(role: Role, focus: Focus): Actor | null {
    const { first, last } = this.trim(role);
    if (last <= first) return null;
    const span = this.span(first, last);
    const pronoun = last - first === 1 && this.article.pos[first] === 'PR' ? this.doer(role, focus) : null;
    if (pronoun) return pronoun;
    const figure = this.cast.read(first, last, false);
    if (figure) return named(figure.actor, span);
    const owner = this.sides.owner(first, last) ?? this.possessor(first);
    return owner ? named(owner, span) : null;
  }

  /** The belligerent in a role: by name, by whose forces or weapons they are, or by a pronoun. */
  private doer(role: Role, focus: Focus, whole = true): Actor | null {
    const { article } = this;
    const { first, last } = this.trim(role);
    if (last <= first || NOBODY.test(article.tokens[first].lower)) return null;
    const span = this.span(first, last);
    const head = article.tokens[last - 1].lower;
    if (article.pos[first] === 'PR' && last - first === 1) {
      const who = this.pronoun(head, first, focus);
      return who && { ...who, ...span };
    }
    const back = this.back({ first, last });
    if (back) return named(back, span);
    const subject = SUBJECT_OF[article.tokens[first].lower];
    if (subject && (subject !== 'we' || OURS.has(head))) {
      const who = this.pronoun(subject, first, focus);
      if (who) return { ...who, ...span };
    }
    const figure = this.longName(first, last) ?? this.cast.read(first, last, false)?.actor;
    const inner = this.within(role, focus);
    if (inner && AIR.test(head)) return inner;
    if (figure && (figure.side || !AIR.test(head)) && this.sides.fights(figure))
      return inner?.side && !figure.side ? inner : this.fighter(figure, span);
    const owner = this.sides.owner(first, last);
    if (owner) return named(owner, span);
    if (/^(?:defences|defenses|defence|defense)$/.test(head)) {
      const side = this.speakersSide(first);
      return side ? this.ofSide(side, span) : null;
    }
    if (inner?.side) return inner;
    if (DOERS.has(head) || subject === 'we') return { name: bare(span.text), id: null, side: null, ...span };
    return inner ?? this.byKind(first, last) ?? (whole ? this.unknown(first, last, figure ?? null) : null);
  }

  /** Somebody with a name that nothing is known of: "the RUF", "the National Security Service". */
  private unknown(first: number, last: number, figure: ResolvedActor | null): Actor | null {
    const span = this.span(first, last);
    if (figure) return this.sides.mayFight(figure) ? named(figure, span) : null;
    const { pos, tokens } = this.article;
    const head = tokens[last - 1];
    const indefinite = tokens[first].lower === 'a' || tokens[first].lower === 'an';
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    const opens = first === this.article.sentences[this.article.sentenceAt(first)].first && last - first === 1;
    if (cl.chunks[this.article.chunkAt(first)].last !== last || /\d/.test(head.text)) return null;
    if (opens && head.text !== head.text.toUpperCase()) return null;
    return head.capital && pos[last - 1] === 'NP' && !indefinite && !itemOf(head.lower, false)
      ? { name: bare(span.text), id: null, side: null, ...span }
      : null;
  }

  /** "The Group for the Support of Islam and Muslims": a name that goes on over prepositions. */
  private longName(first: number, last: number): ResolvedActor | null {
    const { article } = this;
    if (!article.tokens[last - 1].capital) return null;
    const cl = article.clauses[article.sentenceAt(first)];
    const at = article.chunkAt(first);
    const end = cl.chainEnd(at);
    if (end === at) return null;
    const joined = cl.chunks[end + 1]?.kind === 'CC' && cl.chunks[end + 2]?.kind === 'NP' ? end + 2 : end;
    for (const to of new Set([joined, end])) {
      const actor = this.cast.lookUp(article.words(first, cl.chunks[to].last).replace(/\s+/g, ' '));
      if (actor?.id && this.sides.fights(actor)) return actor;
    }
    return null;
  }

  /** "the group", "the militia": the one named last. */
  private back({ first, last }: Role): ResolvedActor | null {
    const { pos, tokens } = this.article;
    return last - first === 2 && pos[first] === 'DT' && GROUP.test(tokens[first + 1].text)
      ? this.sides.groupBefore(first)
      : null;
  }

  /** "a group of 40 terrorists", "men of the Fano group", "the naval, missile and drone forces": who is named further on in the phrase. */
  private within(role: Role, focus: Focus): Actor | null {
    const cl = this.article.clauses[this.article.sentenceAt(role.first)];
    const at = this.article.chunkAt(role.first);
    const next = cl.chunks[at + 1];
    const np = cl.chunks[at + 2];
    if (cl.chunks[at].last !== role.last || np?.kind !== 'NP' || this.article.pos[np.first] === 'PR') return null;
    if (next.kind === 'CC') return this.doer(np, focus, false);
    const happening = NOUN_HAPPENINGS.has(this.article.tokens[cl.chunks[at].head].lower);
    return next.kind === 'IN' &&
      (happening ? /^by$/ : /^(?:of|from|among)$/).test(cl.word(next)) &&
      !THINGS.test(this.article.tokens[role.last - 1].lower)
      ? this.doer(np, focus, false)
      : null;
  }

  /** "an army drone", "rebel fire": whose it is by a common noun before the head. */
  private byKind(first: number, last: number): Actor | null {
    for (let i = first; i < last - 1; i++) {
      const word = this.article.tokens[i].lower;
      if (DOERS.has(word)) return { name: word, id: null, side: null, ...this.span(first, last) };
    }
    return null;
  }

  /** Whoever a pronoun means, of those who fight: the speaker's side in his own words, the sentence's subject, the one before's, the attacker. */
  private pronoun(pronoun: string, at: number, focus: Focus): Actor | null {
    const word = pronoun === 'itself' ? 'it' : pronoun === 'themselves' ? 'they' : pronoun;
    const source = this.voices.at(at).source ?? this.speakerAt(at);
    // "it used two missiles, it said": the second pronoun tells no more than the first
    const trusted =
      source &&
      (this.article.pos[source.first] !== 'PR' || /^(?:armed-group|organisation)$/.test(source.figure.actor.kind));
    const speaker = trusted ? source.figure.actor : null;
    const speaks = speaker !== null && this.sides.mayFight(speaker);
    const quoted = this.article.quotations.some((q) => q.first <= at && at < q.last);
    if (word === 'we' || word === 'us' || word === 'i') {
      if (!speaker) return this.lastSpeaker(at);
      return speaks ? this.fighter(speaker, this.span(at, at + 1)) : null;
    }
    const own = this.subjectBefore(at, this.article.sentenceAt(at), word);
    if (own) return own;
    // "the group's leader said it would": his body speaks; what stands before its speaker is the sentence before's
    const body = speaks && speaker.side !== null && /^(?:it|they)$/.test(word) && speaker.sort === 'person';
    const himself = speaks && !quoted && (body || fitsPronoun(word, speaker));
    if (himself && source!.first < at) return this.fighter(speaker, this.span(at, at + 1));
    if (quoted && speaks) return this.enemyOf(this.sides.sideOf(speaker)!, at) ?? focus.actor;
    if (!quoted)
      for (let s = this.article.sentenceAt(at) - 1, n = 0; s >= 0 && n < 2; s--, n++) {
        const subject = this.subjectBefore(at, s, word);
        if (subject) return subject;
      }
    return himself ? this.fighter(speaker, this.span(at, at + 1)) : focus.actor;
  }

  /** The speaker whose own words a token is: "It boasted of having killed 60". */
  private speakerAt(at: number): Speaker | null {
    const spoken = this.voices.bySentence[this.article.sentenceAt(at)];
    return spoken.find((a) => a.source?.first === at)?.source ?? null;
  }

  /** Who spoke last before a token, of those who fight: a quotation goes on over sentences. */
  private lastSpeaker(at: number): Actor | null {
    const { sentences } = this.article;
    const index = this.article.sentenceAt(at);
    // "Colonel X, for the army: "We have …""
    const here = this.sides.mentionedIn(sentences[index].first, at);
    if (here) return this.fighter(here.actor, this.span(at, at + 1));
    for (let s = index - 1; s >= 0 && sentences[s].paragraph === sentences[index].paragraph; s--)
      for (const { source } of this.voices.bySentence[s].toReversed())
        if (source && this.sides.fights(source.figure.actor))
          return this.fighter(source.figure.actor, this.span(at, at + 1));
    return null;
  }

  /** The belligerent subject of a clause of sentence `index` before a token: "Russia set the record when it launched …". */
  private subjectBefore(at: number, index: number, word: string): Actor | null {
    const cl = this.article.clauses[index];
    for (const c of cl.chunks) {
      if (c.first >= at) break;
      if (c.kind !== 'VG' || c.verb!.form !== 'finite') continue;
      const subject = cl.subject(c.at);
      if (!subject || subject.first >= at || this.article.pos[subject.first] === 'PR') continue;
      const span = this.span(subject.first, subject.last);
      const actor =
        this.back(subject) ??
        this.longName(subject.first, subject.last) ??
        this.cast.read(subject.first, subject.last, false)?.actor;
      const inner = actor && !actor.side ? this.within(subject, NO_FOCUS) : null;
      if (inner) return inner;
      const fits =
        actor && (fitsPronoun(word, actor) || (actor.sort === 'person' && actor.side !== null && word !== 'he'));
      if (fits && this.sides.mayFight(actor)) return this.fighter(actor, span);
      const many = word === 'they' && !actor ? this.byKind(subject.first, subject.last) : null;
      if (many) return many;
    }
    return null;
  }

  /** Who sent what somebody saw coming or shot down: his enemy. */
  private sender(d: Draft, focus: Focus): Actor | null {
    if (d.measure !== 'launched') return null;
    if (d.np) {
      const own = this.sides.owner(d.np.first, d.last);
      if (own) return named(own, this.span(d.np.first, d.np.last));
      const kind = this.byKind(d.np.first, d.np.last);
      if (kind) return kind;
    }
    const side = this.observerOf(d);
    if (!side) return null;
    return focus.actor && !this.sameSide(focus.actor, side) ? focus.actor : this.enemyOf(side, d);
  }

  /** "shot down 36 of the 42 that crossed": the verb's subject is who defends. */
  private downs(d: Draft): boolean {
    const c = this.article.clauses[d.sentence].chunks[d.predicate];
    return d.measure === 'launched' && c?.kind === 'VG' && happeningOf(c.verb!)?.type === 'interception';
  }

  /** The land of whoever tracked or faced what was launched. */
  private observed(d: Draft): Actor | null {
    const side = this.observerOf(d);
    return side ? this.ofSide(side, this.span(d.first, d.last)) : null;
  }

  /** The side of whoever detects, faces, logs or shoots down what the claim counts. */
  private observerOf(d: Draft): string | null {
    const cl = this.article.clauses[d.sentence];
    const watching = cl.chunks[d.predicate];
    const verb =
      watching?.kind === 'VG' && OBSERVERS.test(watching.verb!.lemma)
        ? watching
        : cl.chunks.find((c) => c.kind === 'VG' && happeningOf(c.verb!)?.type === 'interception');
    if (!verb) return null;
    const subject = verb.verb!.passive ? null : cl.subject(verb.at);
    const doer = subject && this.doer(subject, NO_FOCUS);
    return doer ? this.sideOf(doer) : this.speakersSide(d.first);
  }

  /** Whose defences: the speaker's, else those of whom the attack was aimed at, else of the country that it was over. */
  private defender(d: Draft, focus: Focus, country: string | null): Actor | null {
    const source = d.voice.source;
    const side = this.speakersSide(d.first);
    if (source && side) return this.ofSide(side, this.span(source.first, source.last));
    if (focus.target?.side) return this.ofSide(focus.target.side, focus.target);
    if (country && d.place) return this.ofSide(country, d.place);
    const attacker = focus.actor && this.sideOf(focus.actor);
    return attacker ? this.enemyOf(attacker, d) : null;
  }

  /** The doer behind a cause in the same sentence: "in an attack by militiamen", "when US aircraft bombed the port", "blaming an Israeli tank". */
  private cause(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    // "a missile that injured 16": of a relative clause only its own noun tells
    const from = this.inRelative(d)
      ? (cl.chunks.findLast((c) => c.first < d.first && (c.kind === 'WH' || c.kind === 'SC'))?.at ?? 1) - 1
      : 0;
    for (const c of cl.chunks.slice(from)) {
      const doer =
        c.kind === 'VG'
          ? this.causer(cl, c, d, focus)
          : c.kind === 'NP' && c !== d.np
            ? this.means(cl, c, focus)
            : null;
      if (doer) return doer;
    }
    return null;
  }

  /** Whoever does the attacking in a clause beside, or is said to be behind it. */
  private causer(cl: Clauses, c: Chunk, d: Draft, focus: Focus): Actor | null {
    const v = c.verb!;
    if (v.negated) return null;
    const blamed = BLAMING.get(v.lemma);
    if (blamed) {
      // what somebody is accused of stands right behind; it is no cause of what is told beside it
      if (v.lemma === 'accuse' && v.form === 'finite' && (d.first < c.last || commaBetween(cl, c, d))) return null;
      const on = cl.obliques(c.at).find((o) => o.preposition === 'on')?.np;
      const at =
        v.passive && on
          ? on
          : blamed === 'object'
            ? (cl.object(c.at) ?? cl.relativeObject(c.at))
            : cl.obliques(c.at).find((o) => o.preposition === 'to')?.np;
      return at ? this.doer(at, NO_FOCUS) : null;
    }
    const object = cl.object(c.at);
    if (v.lemma === 'claim' && object && this.article.tokens[object.head].lower === 'responsibility') {
      const claimant = cl.subject(c.at);
      return (
        claimant &&
        (this.doer(claimant, focus) ?? {
          ...this.span(claimant.first, claimant.last),
          name: bare(this.article.words(claimant.first, claimant.last)),
          id: null,
          side: null,
        })
      );
    }
    if (FROM.test(v.lemma)) {
      const from = cl.obliques(c.at).find((o) => o.preposition === 'from')?.np;
      const doer = from && this.doer(from, focus);
      if (doer) return doer;
    }
    if (v.form === 'participle' && this.isWeapon(cl, c.at)) {
      const agent = agentOf(cl, c.at);
      const doer = agent && this.doer(agent, focus);
      if (doer) return doer;
    }
    if (c.at === d.predicate || CUE_BY_LEMMA.has(v.lemma)) return null;
    const opens = v.lemma === 'open' && object && this.article.tokens[object.head].lower === 'fire';
    const happening = happeningOf(v);
    const attacks =
      opens ||
      (happening?.object !== undefined && ATTACKING.has(happening.type ?? 'talks')) ||
      ASSAILING.test(v.lemma) ||
      STRIKING.test(v.lemma);
    if (!attacks) return null;
    if (v.passive) {
      const agent = agentOf(cl, c.at);
      return agent && this.doer(agent, focus);
    }
    return this.subject(cl, c, focus);
  }

  /** "a drone reportedly operated by": does a participle describe a weapon or an attack? */
  private isWeapon(cl: Clauses, at: number): boolean {
    const np = cl.chunks[cl.chunks[at - 1]?.kind === 'RB' ? at - 2 : at - 1];
    const head = np?.kind === 'NP' ? this.article.tokens[np.head].lower : '';
    return MEANS.test(head) || AIR.test(head) || NOUN_HAPPENINGS.get(head)?.type === 'attack';
  }

  private subject(cl: Clauses, c: Chunk, focus: Focus): Actor | null {
    const subject = cl.subject(c.at);
    return subject && !OBSERVERS.test(c.verb!.lemma) ? this.doer(subject, focus) : null;
  }

  /** Whose an attack or a weapon is that the sentence names: "by Israeli shelling", "in an attack by militiamen", "dropped from an army plane". */
  private means(cl: Clauses, c: Chunk, focus: Focus): Actor | null {
    const head = this.article.tokens[c.head].lower;
    if (HANDS.test(head)) {
      const of = cl.obliques(c.at, cl.chainEnd(c.at) + 1).find((o) => o.preposition === 'of')?.np;
      return (
        (of && this.doer(of, focus)) ?? (c.head > c.first ? this.doer({ first: c.first, last: c.head }, focus) : null)
      );
    }
    if (NOUN_HAPPENINGS.get(head)?.type !== 'attack' && !MEANS.test(head)) return null;
    const by = cl.obliques(c.at, cl.chainEnd(c.at) + 1).find((o) => o.preposition === 'by')?.np;
    const owner = ownerOf(this.article, cl, c);
    return (by && this.doer(by, focus)) ?? (owner && this.doer(owner, focus)) ?? this.byKind(c.first, c.last);
  }

  /** Jets and helicopters without an owner are a state's: the attacker's if he is one, else that of the article. */
  private flier(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    const craft = cl.chunks.find((c) => c.kind === 'NP' && AIR.test(this.article.tokens[c.head].lower));
    if (!craft) return null;
    const speaker = this.speakersSide(d.first);
    if (speaker && this.sides.isState(speaker)) return this.ofSide(speaker, this.span(craft.first, craft.last));
    const side = focus.actor && this.sideOf(focus.actor);
    if (side && this.sides.isState(side)) return focus.actor;
    return this.sides.home === null ? null : this.ofSide(this.sides.home, this.span(craft.first, craft.last));
  }

  /** On whose side those are to whom it was done: by name ("11 SDF fighters"), by whose they are ("its own men"), or by what they are. */
  private victims(d: Draft): string | null {
    const spans = this.sufferers(d);
    if (spans.length === 0) return null;
    const irregular = this.irregular(d);
    return this.toldSide(d) ?? (irregular === null ? null : this.sides.sideOfMen(irregular));
  }

  /** The victims' side as the words of the sentence tell it. */
  private toldSide(d: Draft): string | null {
    return this.sideNamed(this.sufferers(d)) ?? this.ownLoss(d);
  }

  /** "It admitted to the death of one soldier", "put own fatalities at two": the speaker's losses. */
  private ownLoss(d: Draft): string | null {
    const cl = this.article.clauses[d.sentence];
    if (d.np && this.article.lower(d.np.first, d.np.last).startsWith('own ')) return this.speakersSide(d.first);
    const verb = cl.chunks.findLast((c) => c.kind === 'VG' && c.first < d.first);
    const before = cl.chunks.slice(verb ? verb.at + 1 : 0, this.article.chunkAt(d.first));
    if (!verb || verb.verb!.negated || before.some((c) => /^(?:CM|SC|PU)$/.test(c.kind))) return this.lossesOf(d);
    if (verb.verb!.lemma === 'lose') {
      const loser = cl.subject(verb.at);
      const who = loser && this.doer(loser, NO_FOCUS);
      return who && this.sideOf(who);
    }
    return ADMITTED.test(verb.verb!.lemma) && this.irregular(d) !== null
      ? this.speakersSide(d.first)
      : this.lossesOf(d);
  }

  /** "put the army's dead at 300", "the enemy's losses number 120": whose the dead are. */
  private lossesOf(d: Draft): string | null {
    if (!d.np || this.article.pos[d.np.head] !== 'CD') return null;
    const losses = this.article.clauses[d.sentence].chunks.findLast(
      (c) => c.kind === 'NP' && c.first < d.first && LOSSES.test(this.article.tokens[c.head].lower) && c.head > c.first,
    );
    if (!losses) return null;
    const owner = { first: losses.first, last: losses.head };
    if (/^(?:the )?enemy/.test(this.article.lower(owner.first, owner.last))) {
      const ours = this.speakersSide(d.first);
      return ours && this.sides.adversary(ours);
    }
    const who = this.doer(owner, NO_FOCUS);
    return who && this.sideOf(who);
  }

  /** Are the victims irregular fighters, or a state's men? Null when they are neither. */
  private irregular(d: Draft): boolean | null {
    const men = this.sufferers(d).at(-1);
    const head = men ? this.article.tokens[men.last - 1].lower : '';
    if (IRREGULAR.test(head) || d.item === 'fighter') return true;
    return (REGULAR.test(head) || d.item === 'soldier') && !/^(?:peacekeepers?|observers?)$/.test(head) ? false : null;
  }

  /** The phrases that say who the victims are: those counted and what stands under their "of", or the target of what counts nobody. */
  private sufferers(d: Draft): Role[] {
    if (!d.np) return d.target ? [d.target] : [];
    if (d.measure === 'launched' || d.measure === 'intercepted' || d.measure === 'hit') return [];
    const { pos } = this.article;
    const cl = this.article.clauses[d.sentence];
    const behind = cl.obliques(d.np.at, cl.chainEnd(d.np.at) + 1);
    const other = behind.findIndex((o) => !/^(?:of|from|among)$/.test(o.preposition));
    const within = other < 0 ? behind : behind.slice(0, other);
    return [d.np, ...within.map((o) => o.np), ...(pos[d.np.head] === 'CD' ? this.tolled(cl, d.np) : [])];
  }

  /** "the number of fallen troopers to 89": of whom the number before is one. */
  private tolled(cl: Clauses, np: Chunk): Chunk[] {
    const of = cl.chunks.findLast(
      (c) =>
        c.first < np.first &&
        c.kind === 'NP' &&
        cl.chunks[c.at - 1]?.kind === 'IN' &&
        cl.word(cl.chunks[c.at - 1]) === 'of' &&
        /^(?:number|toll|tally|count|total)$/.test(this.article.tokens[cl.chunks[c.at - 2]?.head ?? 0].lower),
    );
    return of ? [of] : [];
  }

  /** The side that such phrases name, or point to with "its" or "their". */
  private sideNamed(spans: readonly Role[]): string | null {
    for (const { first, last } of spans) {
      const owner = this.sides.party(first, last);
      if (owner?.side && this.sides.fights(owner)) return this.sides.sideOf(owner);
      for (let i = first; i < last; i++) {
        const subject = SUBJECT_OF[this.article.tokens[i].lower];
        if (!subject) continue;
        const who = this.pronoun(subject, i, NO_FOCUS);
        return who && this.sideOf(who);
      }
    }
    return null;
  }

  /** A thing or a party in the role of what is struck, in its own words. */
  private thing(role: Role, focus: Focus): Actor | null {
    const { article } = this;
    const { first, last } = this.trim(role);
    if (last <= first) return null;
    const span = this.span(first, last);
    const head = article.tokens[last - 1].lower;
    if (last - first === 1 && article.pos[first] === 'PR')
      return focus.target ? { ...focus.target, ...span } : this.thingBefore(first);
    const owner = this.sides.owner(first, last);
    if (PARTS.test(head) && !owner && last - first <= 2) return focus.target;
    const figure = this.cast.read(first, last, false)?.actor;
    if (figure && figure.kind !== 'unnamed') return named(figure, span);
    const whole = this.ofChain(first, last);
    return { name: bare(whole.text), id: null, side: owner?.side ?? null, ...whole };
  }

  /** "the courtyard of the church", "a line of police recruits": a thing with what stands under its "of". */
  private ofChain(first: number, last: number): Span {
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    const at = this.article.chunkAt(first);
    if (cl.chunks[at].last !== last) return this.span(first, last);
    let end = at;
    while (
      cl.chunks[end + 1]?.kind === 'IN' &&
      cl.word(cl.chunks[end + 1]) === 'of' &&
      cl.chunks[end + 2]?.kind === 'NP'
    )
      end += 2;
    return this.span(first, cl.chunks[end].last);
  }

  /** What "it" is before anything was struck: the last thing under a preposition in the sentence, else what the sentence before is about. */
  private thingBefore(at: number): Actor | null {
    const index = this.article.sentenceAt(at);
    const cl = this.article.clauses[index];
    const isThing = (c: Chunk | null): c is Chunk =>
      c !== null && this.article.pos[c.first] !== 'PR' && !this.sides.party(c.first, c.last);
    const here = cl.chunks.findLast(
      (c) => c.first < at && c.kind === 'NP' && cl.chunks[c.at - 1]?.kind === 'IN' && isThing(c),
    );
    const before = this.article.clauses[index - 1];
    const verb = before?.chunks.find((c) => c.kind === 'VG' && c.verb!.form === 'finite');
    const subject = verb ? before.subject(verb.at) : null;
    const thing = here ?? (isThing(subject) ? subject : null);
    return thing ? this.thing(thing, NO_FOCUS) : null;
  }

  /** Does the claim stand in a relative clause: told beside the main line? */
  inRelative(d: Draft): boolean {
    const cl = this.article.clauses[d.sentence];
    const at = this.article.chunkAt(d.first);
    for (let i = at - 1; i >= 0 && i > at - 7; i--) {
      const c = cl.chunks[i];
      if (c.kind === 'WH' && !/^what$/.test(cl.word(c))) return true;
      if (c.kind === 'SC' && /^(?:when|where)$/.test(cl.word(c)) && cl.chunks[i - 1]?.kind === 'CM') return true;
      if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'CC') return false;
    }
    return false;
  }

  private possessor(first: number): ResolvedActor | null {
    const word = SUBJECT_OF[this.article.tokens[first].lower];
    return (word && this.cast.pronoun(word, first, false)?.actor) || null;
  }

  /** A belligerent by name; an official stands for his side. */
  private fighter(actor: ResolvedActor, span: Span): Actor {
    return actor.side && (actor.sort === 'person' || actor.kind === 'official' || MOUTHPIECE.test(actor.name))
      ? this.ofSide(actor.side, span)
      : named(actor, span);
  }

  private enemyOf(side: string, at: Draft | number): Actor | null {
    const enemy = this.sides.adversary(side);
    return enemy ? this.mentioned(enemy, typeof at === 'number' ? at : at.first) : null;
  }

  /** A side where the article names it. */
  private mentioned(side: string, at: number): Actor | null {
    const mention = this.sides.mention(side, at);
    if (!mention) return null;
    const span = this.span(mention.first, mention.last);
    return mention.actor.side || mention.actor.kind === 'military'
      ? named(mention.actor, span)
      : this.ofSide(side, span);
  }

  private speakersSide(at: number): string | null {
    const actor = this.voices.at(at).source?.figure.actor;
    return actor && this.sides.fights(actor) ? this.sides.sideOf(actor) : null;
  }

  private sameSide(a: Actor, side: string): boolean {
    return this.sideOf(a) === side || a.name === side;
  }

  private sideOf(a: Actor): string | null {
    if (a.side) return a.side;
    const actor = this.cast.lookUp(a.name);
    return actor ? this.sides.sideOf(actor) : null;
  }

  private ofSide(side: string, { text, start, end }: Span): Actor {
    const found = this.cast.lookUp(side);
    return { name: found?.name ?? side, id: found?.id ?? null, side, text, start, end };
  }

  private trim({ first, last }: Role): Role {
    while (first < last && this.article.tokens[first].kind === 'mark') first++;
    while (last > first && this.article.tokens[last - 1].kind === 'mark' && this.article.tokens[last - 1].text !== ')')
      last--;
    return { first, last };
  }

  private span(first: number, last: number): Span {
    const { tokens } = this.article;
    return { text: this.article.words(first, last), start: tokens[first].start, end: tokens[last - 1].end };
  }
}

const commaBetween = (cl: Clauses, c: Chunk, d: Draft): boolean =>
  cl.chunks.some((x) => x.at > c.at && x.first < d.first && x.kind === 'CM');
/** Bodies that speak for those who fight. */
const MOUTHPIECE = /\b(?:relations|press|media|information|office|ministry|centre|center)\b/i;
const ADMITTED = /^(?:admit|acknowledge|concede|mourn)$/;
const LOSSES = /^(?:losses|dead|casualties|toll|fatalities|deaths|wounded)$/;
const NO_FOCUS: Focus = { actor: null, target: null, whole: null };
const ATTACKING: ReadonlySet<string> = new Set(['attack', 'territory', 'casualties', 'damage']);
/** Verbs of attack that count no object. */
const ASSAILING = /^(?:invade|advance|encircle|storm|raid)$/;
/** Verbs of fighting that are no happening by themselves. */
const STRIKING = /^(?:drop|repel|retaliate|hit|fight|push|advance|unleash|fire|launch|deal|conduct|stage|mount)$/;
/** "at the hands of", "bears the hallmarks of": whose they are did it. */
const HANDS = /^(?:hands|hallmarks?|fingerprints|signature|handiwork|work)$/;
/** "dropped from an army plane", "came from a position of the rebels". */
const FROM = /^(?:come|drop|fire|launch|originate|shoot|throw|lob)$/;
/** What strikes: whose it is did it. */
const MEANS =
  /^(?:fire|missiles?|drones?|rockets?|aggression|shells?|bombs?|artillery|tanks?|jets?|warplanes?|aircraft|planes?|helicopters?|gunships?|snipers?|mortars?|guns?|gunships?)$/;
const PERSONAL: ReadonlySet<string> = new Set(['killed', 'injured', 'missing', 'captured']);

const named = ({ name, id, side }: ResolvedActor, { text, start, end }: Span): Actor => ({
  name,
  id,
  side,
  text,
  start,
  end,
});

/** Can a pronoun mean such a party? */
const fitsPronoun = (word: string, { sort, kind, name, side }: ResolvedActor): boolean =>
  word === 'it'
    ? (sort === 'body' || kind === 'armed-group') && (side !== null || !/(?:[^s]s|men|people)$/.test(name))
    : word === 'they' || word === 'them'
      ? sort === 'people' || kind === 'armed-group' || kind === 'military'
      : word === 'he' || word === 'him' || word === 'she'
        ? sort === 'person'
        : false;

const bare = (words: string): string =>
  words.replace(/^(?:the|a|an|its|their|his|our|two|one|\d+)\s+/i, '').replace(/\s+/g, ' ');
