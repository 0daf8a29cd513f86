import type { Actor } from '../../model/claim.ts';
import type { ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Draft, Role } from './draft.ts';
import { type Focus, NO_FOCUS } from './focus.ts';
import { NOUN_HAPPENINGS, nounHappening } from './happenings.ts';
import { itemOf } from './items.ts';
import { ownerOf } from './roles.ts';
import type { Sides } from './sides.ts';
import { bare, named, type Span, spanOf, trimmed } from './spans.ts';
import type { Voices } from './voices.ts';
import {
  AIR,
  ARMIES,
  DOERS,
  EVENTS,
  GROUP,
  IRREGULAR,
  MOUTHPIECE,
  NOBODY,
  OF_GROUP,
  OURS,
  SUBJECT_OF,
  THINGS,
} from './who-words.ts';

/** Which belligerent a phrase names: by its name, by whose forces or weapons they are, by a pronoun. */
export class Doers {
  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly voices: Voices,
    private readonly sides: Sides,
  ) {}

  /** Anybody in a role, of whatever kind: of what is no violence. */
  anybody(role: Role, focus: Focus): Actor | null {
    const { first, last } = trimmed(this.article, role);
    if (last <= first) return null;
    const span = spanOf(this.article, first, last);
    const pronoun = last - first === 1 && this.article.pos[first] === 'PR' ? this.doer(role, focus) : null;
    if (pronoun) return pronoun;
    const figure = this.cast.read(first, last, false);
    if (figure) return named(figure.actor, span);
    const owner = this.sides.owner(first, last) ?? this.possessor(first);
    return owner ? named(owner, span) : null;
  }

  /** The belligerent in a role: by name, by whose forces or weapons they are, or by a pronoun. */
  doer(role: Role, focus: Focus, whole = true): Actor | null {
    const { article } = this;
    const { first, last } = trimmed(this.article, role);
    if (last <= first || NOBODY.has(article.tokens[first].lower)) return null;
    const span = spanOf(this.article, first, last);
    const head = article.tokens[last - 1].lower;
    if (article.pos[first] === 'PR' && last - first === 1) {
      const who = this.pronoun(head, first, focus);
      return who && { ...who, ...span };
    }
    const back = this.back({ first, last });
    if (back) return named(back, span);
    if (this.isScene(first)) return null;
    const owned = NOUN_HAPPENINGS.has(head) ? this.ofRecord(first, last) : null;
    if (owned) return this.doer(owned, focus, whole);
    const subject = SUBJECT_OF[article.tokens[first].lower];
    if (subject && (subject !== 'we' || OURS.has(head))) {
      const who = this.pronoun(subject, first, focus);
      if (who) return { ...who, ...span };
    }
    // the "rebel" of "rebel fire"
    if (last - first === 1 && IRREGULAR.has(head) && !head.endsWith('s')) return this.men(head, span);
    const figure = this.longName(first, last) ?? this.cast.read(first, last, false)?.actor;
    const inner = this.within(role, focus);
    if (inner && AIR.has(head)) return inner;
    const owner = this.sides.owner(first, last);
    // "Ukraine's terrorist attacks": a word of abuse between the owner and the deed names nobody
    const abused = owner !== null && figure?.side === null && article.pos.slice(first, last).includes('POS');
    const group =
      figure?.kind === 'armed-group' && figure.side === null
        ? this.sides.groupCalled(this.article.lower(first, last).replace(/^(?:the |suspected )+/, ''))
        : null;
    if (group) return named(group, span);
    if (figure && !abused && (figure.side || !AIR.has(head)) && this.sides.fights(figure))
      return inner?.side && !figure.side ? inner : this.fighter(figure, span);
    if (owner) return named(owner, span);
    if (/^(?:defences|defenses|defence|defense)$/.test(head)) {
      const side = this.speakersSide(first);
      return side ? this.ofSide(side, span) : null;
    }
    if (inner?.side) return inner;
    if (DOERS.has(head) || subject === 'we') return { name: bare(span.text), id: null, side: null, ...span };
    return inner ?? this.byKind(first, last) ?? (whole ? this.unknown(first, last, figure ?? null) : null);
  }

  /** "twelve killed in Kabul blast": the city behind "in", that elsewhere stands for its state, is where it was. */
  private isScene(first: number): boolean {
    const { tokens } = this.article;
    if (tokens[first - 1]?.lower !== 'in' || !this.sides.isPlace(first, first + 1)) return false;
    const actor = this.cast.lookUp(tokens[first].text);
    return actor?.kind === 'state' && actor.name !== tokens[first].text;
  }

  /** Somebody with a name that nothing is known of: "the RUF", "the National Security Service". */
  private unknown(first: number, last: number, figure: ResolvedActor | null): Actor | null {
    if (this.sides.isPlace(first, last) || isEvent(this.article.tokens[last - 1].lower)) return null;
    // "the bulk carrier Sea Rose"
    if (this.article.tokens.slice(first, last).some((t) => THINGLIKE.has(itemOf(t.lower, false)?.sort ?? '')))
      return null;
    const span = spanOf(this.article, first, last);
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

  /** "Nigeria's deadliest militant attack": the words behind the superlative say whose it is. */
  private ofRecord(first: number, last: number): Role | null {
    const { article } = this;
    const cl = article.clauses[article.sentenceAt(first)];
    const owner = ownerOf(article, cl, cl.chunks[article.chunkAt(first)]);
    return owner && owner.first > first && owner.last < last ? owner : null;
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
  back({ first, last }: Role): ResolvedActor | null {
    const { pos, tokens } = this.article;
    const known = pos[first] === 'DT' && !/^an?$/.test(tokens[first].lower) && GROUP.has(tokens[last - 1].text);
    const bareGroup = last - first === 2 || (last - first === 3 && OF_GROUP.has(tokens[first + 1].text));
    return known && bareGroup ? this.sides.groupBefore(first) : null;
  }

  /** "a group of 40 terrorists", "men of the Fano group", "the naval, missile and drone forces": who is named further on in the phrase. */
  private within(role: Role, focus: Focus): Actor | null {
    const cl = this.article.clauses[this.article.sentenceAt(role.first)];
    const at = this.article.chunkAt(role.first);
    const next = cl.chunks[at + 1];
    const np = cl.chunks[at + 2];
    if (cl.chunks[at].last !== role.last || np?.kind !== 'NP' || this.article.pos[np.first] === 'PR') return null;
    if (next.kind === 'CC') return this.doer(np, focus, false);
    // "Musa Idris, a commander of the Taliban"
    if (next.kind === 'CM') {
      const [of, whose] = cl.chunks.slice(at + 3, at + 5);
      const office = of?.kind === 'IN' && /^(?:of|for|with|in|from)$/.test(cl.word(of)) && whose?.kind === 'NP';
      return office && /^an?$/.test(cl.word(np)) ? this.doer(whose, focus, false) : null;
    }
    const happening = nounHappening(this.article.tokens[cl.chunks[at].head]) !== undefined;
    // "a spokesman for the Taliban claimed the attack": theirs
    const speaks = this.article.tokens[cl.chunks[at].head].lower.startsWith('spokes');
    return next.kind === 'IN' &&
      (happening ? /^by$/ : speaks ? /^(?:of|for)$/ : /^(?:of|from|among)$/).test(cl.word(next)) &&
      !THINGS.has(this.article.tokens[role.last - 1].lower)
      ? this.doer(np, focus, false)
      : null;
  }

  /** Who does what "army" or "rebel" stands before: the army, the rebels or the article's one group that goes by that. */
  men(word: string, span: Span): Actor {
    if (!IRREGULAR.has(word)) return { name: word, id: null, side: null, ...span };
    const many = /(?:s|men)$/.test(word) ? word : `${word}s`;
    const group = this.sides.groupCalled(many);
    return group ? named(group, span) : { name: many, id: null, side: null, ...span };
  }

  /** "an army drone", "rebel fire": whose it is by a common noun before the head. */
  byKind(first: number, last: number): Actor | null {
    for (let i = first; i < last - 1; i++) {
      const word = this.article.tokens[i].lower;
      if (DOERS.has(word)) return this.men(word, spanOf(this.article, first, last));
    }
    return null;
  }

  /** Whoever a pronoun means, of those who fight: the speaker's side in his own words, the sentence's subject, the one before's, the attacker. */
  pronoun(pronoun: string, at: number, focus: Focus): Actor | null {
    const word = pronoun === 'itself' ? 'it' : pronoun === 'themselves' ? 'they' : pronoun;
    const source = this.voices.at(at).source ?? this.speakerAt(at);
    // "it used two missiles, it said": the second pronoun tells no more than the first
    const trusted =
      source &&
      (this.article.pos[source.first] !== 'PR' || /^(?:armed-group|organisation)$/.test(source.figure.actor.kind));
    const ours = word === 'we' || word === 'us' || word === 'i';
    const speaker = trusted || (ours && source) ? source.figure.actor : null;
    const speaks = speaker !== null && this.sides.mayFight(speaker);
    const quoted = this.article.quotations.some((q) => q.first <= at && at < q.last);
    if (ours) {
      if (!speaker) return this.lastSpeaker(at);
      const body = speaks ? speaker : this.bodyOf(speaker);
      return body && this.fighter(body, spanOf(this.article, at, at + 1));
    }
    const own = this.subjectBefore(at, this.article.sentenceAt(at), word);
    if (own) return own;
    // "the group's leader said it would": his body speaks; what stands before its speaker is the sentence before's
    const body = speaks && speaker.side !== null && /^(?:it|they)$/.test(word) && speaker.sort === 'person';
    const himself = speaks && !quoted && (body || fitsPronoun(word, speaker));
    // whoever the article has long been quoting may well speak of another: "The enemy shelled X. It also …"
    const here = himself && source!.first >= this.article.sentences[this.article.sentenceAt(at)].first;
    if (here && source!.first < at) return this.fighter(speaker, spanOf(this.article, at, at + 1));
    if (quoted && speaks) return this.enemyOf(this.sides.sideOf(speaker)!, at) ?? focus.actor;
    if (!quoted)
      for (let s = this.article.sentenceAt(at) - 1, n = 0; s >= 0 && n < 2; s--, n++) {
        const subject = this.subjectBefore(at, s, word);
        if (subject) return subject;
      }
    return himself ? this.fighter(speaker, spanOf(this.article, at, at + 1)) : focus.actor;
  }

  /** "A member of the Local Defence Force in X" says "we": his body, if it fights. */
  private bodyOf({ name }: ResolvedActor): ResolvedActor | null {
    const of = /^[\p{Ll}-]+ of (?:the )?(.+?)(?: (?:in|at|near|from) .*)?$/u.exec(name);
    const body = of && this.cast.lookUp(of[1]);
    return body && this.sides.mayFight(body) ? body : null;
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
    if (here) return this.fighter(here.actor, spanOf(this.article, at, at + 1));
    for (let s = index - 1; s >= 0 && sentences[s].paragraph === sentences[index].paragraph; s--)
      for (const { source } of this.voices.bySentence[s].toReversed())
        if (source && this.sides.fights(source.figure.actor))
          return this.fighter(source.figure.actor, spanOf(this.article, at, at + 1));
    return null;
  }

  /** The belligerent subject of a clause of sentence `index` before a token: "Russia set the record when it launched …". */
  private subjectBefore(at: number, index: number, word: string): Actor | null {
    const cl = this.article.clauses[index];
    for (const c of cl.chunks.toReversed()) {
      if (c.first >= at || c.kind !== 'VG' || c.verb!.form !== 'finite') continue;
      const subject = cl.subject(c.at);
      if (!subject || subject.first >= at || this.article.pos[subject.first] === 'PR') continue;
      const span = spanOf(this.article, subject.first, subject.last);
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

  private possessor(first: number): ResolvedActor | null {
    const word = SUBJECT_OF[this.article.tokens[first].lower];
    return (word && this.cast.pronoun(word, first, false)?.actor) || null;
  }

  /** A belligerent by name; an official stands for his side. */
  fighter(actor: ResolvedActor, span: Span): Actor {
    return actor.side && (actor.sort === 'person' || actor.kind === 'official' || MOUTHPIECE.test(actor.name))
      ? this.ofSide(actor.side, span)
      : named(actor, span);
  }

  enemyOf(side: string, at: Draft | number): Actor | null {
    const enemy = this.sides.adversary(side);
    return enemy ? this.mentioned(enemy, typeof at === 'number' ? at : at.first) : null;
  }

  /** A side where the article names it. */
  mentioned(side: string, at: number): Actor | null {
    const mention = this.sides.mention(side, at);
    if (!mention) return null;
    const span = spanOf(this.article, mention.first, mention.last);
    return mention.actor.side || mention.actor.kind === 'military'
      ? named(mention.actor, span)
      : this.ofSide(side, span);
  }

  speakersSide(at: number): string | null {
    const actor = this.voices.at(at).source?.figure.actor;
    return actor && this.sides.fights(actor) ? this.sides.sideOf(actor) : null;
  }

  /** Is somebody known by no name but as one of rebels, or of a state's men: "four militants died" after "insurgents attacked"? */
  areSuchMen({ text, side }: Actor, irregular: boolean | null): boolean {
    if (irregular === null || side !== null) return false;
    const head = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
    return (irregular ? IRREGULAR : ARMIES).has(head);
  }

  sameSide(a: Actor, side: string): boolean {
    return this.sideOf(a) === side || a.name === side;
  }

  sideOf(a: Actor): string | null {
    if (a.side) return a.side;
    const actor = this.cast.lookUp(a.name);
    return actor ? this.sides.sideOf(actor) : null;
  }

  ofSide(side: string, { text, start, end }: Span): Actor {
    const found = this.cast.lookUp(side);
    return { name: found?.name ?? side, id: found?.id ?? null, side, text, start, end };
  }
}

const THINGLIKE: ReadonlySet<string> = new Set(['vessel', 'vehicle', 'property']);

/** "the Battle of Bakhmut", "the Saturday Attack": names of what happens. */
const isEvent = (head: string): boolean => EVENTS.has(head) || NOUN_HAPPENINGS.has(head);

/** Can a pronoun mean such a party? */
const fitsPronoun = (word: string, { sort, kind, name, side }: ResolvedActor): boolean =>
  word === 'it'
    ? (sort === 'body' || kind === 'armed-group') && (side !== null || !/(?:[^s]s|men|people)$/.test(name))
    : word === 'they' || word === 'them'
      ? sort === 'people' || kind === 'armed-group' || kind === 'military'
      : word === 'he' || word === 'him' || word === 'she'
        ? sort === 'person'
        : false;
