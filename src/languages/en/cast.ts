import type { Party, PartyKind } from '../../model/claim.ts';
import type { ActorIndex, ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import { gate } from './gates.ts';
import { type Memos, memoOf, type PhraseMemo } from './phrase-memo.ts';
import { list, POSSESSIVES } from './words.ts';

/** A party of the article: what its name was taken to mean, and where it last spoke or stood. */
export interface Figure {
  actor: ResolvedActor;
  called: Called;
  /** Who entered before whom. */
  order: number;
  lastToken: number;
  /** Every token at which it stood, in order: names of a sentence are read before its pronouns. */
  stood: number[];
  /** Token at which it was last the source of a cue; -1 never. */
  lastSpoke: number;
  lastSubject: number;
}

/** How later text may name a party. */
interface Called {
  /** Words that it may be called by, lower-case. */
  words: ReadonlySet<string>;
  /** A person's name, and its last word, lower-case; else null. */
  name: string | null;
  surname: string | null;
}

/** Somebody in a given stretch: tokens [first, last) and who they are. */
export interface Speaker {
  first: number;
  last: number;
  figure: Figure;
}

const SMALL = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'in',
  'at',
  'and',
  "'s",
  '’s',
  'this',
  'that',
  'its',
  'their',
  'his',
  'her',
  'own',
  'also',
  'same',
  'very',
]);
const IS_SMALL = gate(SMALL);
/** Nouns that name a body or people by what they are: with "the" they point back to one already named. */
const BODY_NOUNS: ReadonlyMap<string, readonly PartyKind[]> = new Map(
  Object.entries<readonly PartyKind[]>({
    ministry: ['institution'],
    department: ['institution'],
    army: ['military'],
    military: ['military'],
    forces: ['military'],
    troops: ['military'],
    group: ['armed-group', 'organisation'],
    militia: ['armed-group'],
    movement: ['armed-group'],
    rebels: ['armed-group'],
    militants: ['armed-group'],
    insurgents: ['armed-group'],
    jihadists: ['armed-group'],
    fighters: ['armed-group'],
    guerrillas: ['armed-group'],
    gunmen: ['armed-group', 'unnamed'],
    government: ['state', 'institution'],
    authorities: ['state', 'institution', 'unnamed'],
    mission: ['organisation', 'military'],
    agency: ['organisation', 'outlet', 'institution'],
    office: ['institution', 'organisation'],
    service: ['institution'],
    command: ['military'],
    junta: ['state', 'institution'],
    union: ['organisation'],
    hospital: ['organisation'],
    organisation: ['organisation'],
    organization: ['organisation'],
    broadcaster: ['outlet'],
    newspaper: ['outlet'],
    channel: ['outlet'],
    monitor: ['organisation'],
    observatory: ['organisation'],
    company: ['organisation'],
    operator: ['organisation', 'institution'],
    party: ['organisation', 'armed-group'],
    coalition: ['military', 'organisation', 'armed-group'],
    alliance: ['armed-group', 'organisation'],
    affiliate: ['armed-group'],
    police: ['institution'],
    kremlin: ['state'],
    presidency: ['institution', 'state'],
    council: ['organisation', 'institution'],
    committee: ['organisation'],
    charity: ['organisation'],
    corporation: ['organisation'],
    navy: ['military'],
    airforce: ['military'],
  }),
);
/** What every state has one of. */
const OF_A_STATE: ReadonlySet<string> = new Set([
  'army',
  'military',
  'armed forces',
  'general staff',
  'defence ministry',
  'defense ministry',
  'ministry of defence',
  'ministry of defense',
  'foreign ministry',
  'interior ministry',
  'health ministry',
  'ministry of health',
  'government',
  'navy',
]);
/** Who speaks for a town or a region. */
const OF_PLACES: ReadonlySet<string> = new Set(['governor', 'mayor', 'prefect', 'administrator']);
/** Who speaks for the forces or the government of a state that he does not name. */
const OF_AN_ARMY =
  /^(?:the |an? )?(?:army|military|armed forces|air force|navy|junta|government|defen[cs]e ministry) (?:spokes\w+|commander|chief|officer|official)s?\b/;
const BODIES_OF_STATES: ReadonlySet<PartyKind> = new Set(['institution', 'military', 'official']);
/** What phrases mean, kept over articles: the same names are read again and again. */
const MEANINGS: Memos<ResolvedActor | null> = new WeakMap();
/** How many words of a name may stand on one side of its "and". */
const NAME = 5;
/** No party's name has more characters. */
const LONGEST = 160;
/** How many sentences back a pronoun may point, and a short form; how many of one surname are told apart. */
const FAR = 60;
const RECALL = 14;
const NAMESAKES = 8;
/** With these, a noun points back to somebody. */
const POINTING = gate(list('the that this its one'));
const TITLES = new Set(
  'mr mrs ms dr gen general col colonel major captain president prime minister governor mayor lt sgt judge professor sheikh ayatollah king prince foreign defence defense chancellor premier secretary senator'.split(
    ' ',
  ),
);
const PEOPLE_NOUNS = new Set(
  'spokesman spokeswoman spokesperson governor mayor minister president general colonel major captain official officer commander source sources officials residents witnesses medic medics doctor nurse soldier resident witness diplomat diplomats aide adviser advisor premier chief chairman leader envoy ambassador secretary prosecutor commissioner lawmaker senator director head deputy paramedic volunteer investigator investigators analyst analysts expert experts worker workers rescuers survivors relatives villagers activists activist journalist reporter farmer trader teacher driver shopkeeper priest imam elder pastor bishop officer negotiator mediator lawyer student mother father brother sister'.split(
    ' ',
  ),
);

/** Is a noun one for a body: "army", "ministry"? */
export const isBody = (noun: string): boolean => BODY_NOUNS.has(noun);

/** Is a noun one for a body or for people: "authorities", "official"? */
export const isParty = (noun: string): boolean => isBody(noun) || PEOPLE_NOUNS.has(noun);

/** A body without a name of its own that is an outlet by what it is: "state TV". */
const OUTLET_NOUNS = new Set(['tv', 'television', 'radio', 'media', 'newspaper', 'broadcaster']);

/** Of a possessive, the pronoun that it stands for. */
export const OWNERS: Readonly<Record<string, string>> = { its: 'it', their: 'they', his: 'he', her: 'she', our: 'we' };

/** Can a pronoun of the third person go back to a party of this sort? */
export const fitsSort = (pronoun: string, sort: ResolvedActor['sort']): boolean =>
  pronoun === 'it' ? sort === 'body' : pronoun === 'they' ? sort !== 'person' : sort === 'person';

const GENDERS: Readonly<Record<string, 'm' | 'f'>> = { he: 'm', she: 'f' };

/** Who is on the stage. Entered in the order of the text; resolves names, short forms and pronouns against those already on it. */
export class Cast {
  private readonly byId = new Map<string, Figure>();
  private readonly byActor = new Map<ResolvedActor, Figure>();
  private readonly bySurname = new Map<string, Figure[]>();
  /** By sentence, those who last stood in it: a look back costs no more than what it looks over. */
  private readonly lastIn = new Map<number, Set<Figure>>();
  /** Every word that somebody on the stage may be called by. */
  private readonly callings = new Set<string>();
  private readonly known: PhraseMemo<ResolvedActor | null>;
  /** By its first token, the phrase that was asked for last: where it ends and what it means. Who reads after whom asks for the same. */
  private readonly readTo: Int32Array;
  private readonly meant: (ResolvedActor | null)[];

  constructor(
    private readonly article: Article,
    private readonly actors: ActorIndex,
  ) {
    this.readTo = new Int32Array(article.tokens.length);
    this.meant = new Array(article.tokens.length).fill(null);
    this.known = memoOf(MEANINGS, actors);
  }

  /** Whoever an adjective of a people or group points to: "Israeli". */
  ofAdjective(word: string): Figure | null {
    const actor = this.actors.demonym(word);
    return actor ? this.enter(actor) : null;
  }

  /** The people of two peoples ("Iraqi and U.S. officials"), if the first word is an adjective of one; `other` names them with the second. */
  ofTwo(adjective: string, first: number, other: { first: number; last: number }): Figure | null {
    if (!this.actors.demonym(adjective)) return null;
    const actor = this.meaning(other.first, other.last) ?? this.unknown(other.first, other.last, null);
    const both = actor && { ...actor, name: this.article.phrase(first, other.last), id: null, side: null };
    return both && this.touch(this.enter(both), first, true);
  }

  /** What a phrase means by itself, or null when it names no party. */
  lookUp(phrase: string): ResolvedActor | null {
    return phrase.length > LONGEST ? null : this.actors.resolve(phrase);
  }

  /** Where a party is first named. */
  mentioned(actor: ResolvedActor): Speaker | null {
    const figure = this.byActor.get(actor) ?? (actor.id === null ? undefined : this.byId.get(actor.id));
    const first = figure?.stood[0];
    if (!figure || first === undefined) return null;
    const { chunks } = this.article.clauses[this.article.sentenceAt(first)];
    return { first, last: Math.max(first + 1, chunks[this.article.chunkAt(first)].last), figure };
  }

  /** What tokens [first, last) mean by themselves, or null when they name no party. */
  meaning(first: number, last: number): ResolvedActor | null {
    const { tokens, pos } = this.article;
    // "Up to ten buildings": nobody is called Up
    if (pos[first] === 'CD' && tokens[first].lower === 'up') return null;
    if (last <= first || tokens[last - 1].end - tokens[first].start > LONGEST) return null;
    if (this.readTo[first] !== last) {
      this.meant[first] = this.known.get(tokens, first, last, () =>
        this.actors.resolve(this.article.phrase(first, last)),
      );
      this.readTo[first] = last;
    }
    return this.meant[first];
  }

  /** The party at tokens [first, last), or null when there is none. `speaks`: it is the subject of a cue, so it is one even if unknown. */
  read(first: number, last: number, speaks: boolean): Figure | null {
    const { tokens } = this.article;
    while (first < last && (tokens[first].kind === 'mark' || tokens[first].lower === 'both')) first++;
    while (last > first && tokens[last - 1].kind === 'mark' && tokens[last - 1].text !== ')') last--;
    if (last <= first) return null;
    if (last - first === 1) {
      // "US says": the country
      const pronoun = tokens[first].text === 'US' ? undefined : this.pronoun(tokens[first].lower, first, speaks);
      if (pronoun !== undefined)
        return this.touch(pronoun ?? (speaks ? this.stranger(tokens[first].lower) : null), first, speaks);
    }
    const known = this.ofPlace(first, last) ?? this.joined(first, last);
    if (known) return this.touch(this.enter(known), first, speaks);
    const owner = this.possessor(first, last);
    const short = this.shortForm(first, last, speaks);
    const ours = short && speaks ? this.ofWhoSpeaks(short, first, last) : null;
    if (ours) return this.touch(this.enter(ours), first, speaks);
    if (short) return this.touch(short, first, speaks);
    const group = owner ? null : this.groupBefore(first, last);
    const actor =
      (owner
        ? (this.lookUp(`${this.master(owner, last)}'s ${this.article.phrase(first + 1, last)}`) ??
          this.holder(owner, first + 1, last))
        : group
          ? this.lookUp(`${group.actor.name}'s ${this.article.phrase(first + 3, last)}`)
          : this.meaning(first, last)) ?? (speaks ? this.unknown(first, last, owner) : null);
    return actor ? this.touch(this.enter(owner ? actor : this.atHome(actor, first, last)), first, speaks) : null;
  }

  /** "shelled the Poltava region, its governor said": a governor or mayor is of the place that was named last, whoever shells it. */
  private ofPlace(first: number, last: number): ResolvedActor | null {
    const { tokens, clauses } = this.article;
    if (tokens[first].lower !== 'its' || !OF_PLACES.has(tokens[last - 1].lower)) return null;
    const here = this.article.sentenceAt(first);
    for (let s = here; s >= Math.max(0, here - 1); s--)
      for (let k = clauses[s].chunks.length - 1; k >= 0; k--) {
        const c = clauses[s].chunks[k];
        if (c.kind !== 'NP' || c.last > first || !tokens.slice(c.first, c.last).some((t) => t.capital)) continue;
        const office = this.lookUp(
          `${this.article.phrase(first + 1, last)} of ${this.article.phrase(c.first, c.last)}`,
        );
        if (office?.place) return office;
      }
    return null;
  }

  /** "his spokesman Idris Gharwal": the office is the owner's, the name is who holds it. */
  private holder({ actor }: Figure, first: number, last: number): ResolvedActor | null {
    const held = this.meaning(first, last);
    return held?.sort === 'person' && /^\p{Lu}/u.test(held.name) ? { ...held, side: held.side ?? actor.side } : null;
  }

  /** "The military said" after an enemy's forces were named that have not spoken: the army of the one state that has. */
  private ofWhoSpeaks({ actor }: Figure, first: number, last: number): ResolvedActor | null {
    if (actor.kind !== 'military' || actor.side === null) return null;
    const noun = this.article.lower(first, last).replace(/^the /, '');
    const state = OF_A_STATE.has(noun) ? this.onlyState(first, true) : null;
    if (state === null || state === actor.side || !this.isArmed(state)) return null;
    return this.lookUp(`${state}'s ${noun}`);
  }

  /** Have a state's forces been named? */
  private isArmed(state: string): boolean {
    for (const { actor } of this.byId.values()) if (actor.kind === 'military' && actor.side === state) return true;
    return false;
  }

  /** "the Justice and Equality Movement": the known name of which tokens [first, last) are what stands before or behind its "and". */
  private joined(first: number, last: number): ResolvedActor | null {
    const { tokens } = this.article;
    if (!tokens[last - 1].capital) return null;
    let [start, end] = [first, last];
    if (tokens[first - 1]?.lower === 'and') for (start--; start > first - NAME && tokens[start - 1]?.capital; ) start--;
    else if (tokens[last]?.lower === 'and') for (end++; end < last + NAME && tokens[end]?.capital; ) end++;
    else return null;
    const owned = this.article.pos.slice(start, end).includes('POS');
    const actor = owned ? null : this.meaning(start, end);
    return actor?.id != null ? actor : null;
  }

  /** "The army said": where one state alone is on the stage, or is named right before ("in Moscow the Defence Ministry"), it is that state's. */
  private atHome(actor: ResolvedActor, first: number, last: number): ResolvedActor {
    if (actor.id !== null || actor.side !== null) return actor;
    const speaks = actor.kind === 'official' && OF_AN_ARMY.test(this.article.lower(first, last));
    if (!speaks && !OF_A_STATE.has(actor.name.toLowerCase())) return actor;
    const state = this.stateBefore(first) ?? this.onlyState(first, false) ?? this.onlyState(first, true);
    if (state === null) return actor;
    return speaks ? { ...actor, side: state } : (this.lookUp(`${state}'s ${actor.name}`) ?? actor);
  }

  /** "In Moscow the Defence Ministry": the state whose capital opens the sentence. */
  private stateBefore(first: number): string | null {
    const { sentences, tokens } = this.article;
    const opening = sentences[this.article.sentenceAt(first)].first;
    if (tokens[opening].lower !== 'in') return null;
    let last = first;
    while (last > opening && (tokens[last - 1].kind === 'mark' || tokens[last - 1].lower === 'the')) last--;
    const actor = last > opening + 1 ? this.meaning(opening + 1, last) : null;
    return actor?.kind === 'state' ? actor.name : null;
  }

  /** The one state that stood before a token, by itself or by its bodies; with `spoken`, of those who have spoken. Null when there are more or none. */
  private onlyState(before: number, spoken: boolean): string | null {
    let only: string | null = null;
    for (const { actor, lastSpoke, stood } of this.byId.values()) {
      if (!(stood[0] < before) || (spoken && lastSpoke < 0)) continue;
      const state = actor.kind === 'state' ? actor.name : BODIES_OF_STATES.has(actor.kind) ? actor.side : null;
      if (state === null || state === only || this.lookUp(state)?.kind !== 'state') continue;
      if (only !== null) return null;
      only = state;
    }
    return only;
  }

  /** "the group's armed wing": the group that was named last. */
  private groupBefore(first: number, last: number): Figure | null {
    const { tokens, pos } = this.article;
    if (last - first < 4 || pos[first + 2] !== 'POS' || !/^(?:group|movement|militia)$/.test(tokens[first + 1].lower))
      return null;
    const figure = this.shortForm(first, first + 2, false);
    return figure?.actor.kind === 'armed-group' && figure.actor.side !== null ? figure : null;
  }

  /** "She said", of somebody whom no name gives. */
  private stranger(word: string): Figure | null {
    const gender = GENDERS[word];
    return gender
      ? this.enter({ name: word, id: null, kind: 'unnamed', side: null, short: [], sort: 'person', gender })
      : null;
  }

  /** The public shape of a party at tokens [first, last). */
  party(figure: Figure, first: number, last: number): Party {
    const { tokens } = this.article;
    while (
      last > first &&
      tokens[last - 1].kind === 'mark' &&
      tokens[last - 1].text !== ')' &&
      tokens[last - 1].text !== '.'
    )
      last--;
    const { name, id, kind, side } = figure.actor;
    return {
      name,
      id,
      kind,
      side,
      text: this.article.words(first, last),
      start: tokens[first].start,
      end: tokens[last - 1].end,
    };
  }

  private touch(figure: Figure | null, token: number, speaks: boolean): Figure | null {
    if (!figure) return null;
    if (token > figure.lastToken) {
      const [from, to] = [this.article.sentenceAt(figure.lastToken), this.article.sentenceAt(token)];
      if (figure.lastToken < 0 || from !== to) {
        this.lastIn.get(from)?.delete(figure);
        const there = this.lastIn.get(to);
        if (there) there.add(figure);
        else this.lastIn.set(to, new Set([figure]));
      }
      figure.lastToken = token;
      figure.stood.push(token);
    }
    if (speaks) figure.lastSpoke = Math.max(figure.lastSpoke, token);
    return figure;
  }

  private enter(actor: ResolvedActor): Figure {
    const met = this.byActor.get(actor);
    if (met) return met;
    // who is first only named and then introduced is one person
    const named = actor.sort === 'person' && actor.kind !== 'unnamed';
    const key = actor.id ?? `${named ? 'person' : actor.kind}:${actor.name.toLowerCase()}`;
    let figure = this.byId.get(key);
    if (figure?.actor.kind === 'person' && actor.kind === 'official') figure.actor = actor;
    if (!figure) {
      const called = callsOf(actor);
      figure = { actor, called, order: this.byId.size, lastToken: -1, stood: [], lastSpoke: -1, lastSubject: -1 };
      this.byId.set(key, figure);
      for (const word of called.words) this.callings.add(word);
      if (called.surname !== null) {
        const namesakes = this.bySurname.get(called.surname);
        if (namesakes) namesakes.push(figure);
        else this.bySurname.set(called.surname, [figure]);
      }
    }
    this.byActor.set(actor, figure);
    return figure;
  }

  private unknown(first: number, last: number, owner: Figure | null): ResolvedActor | null {
    const { tokens, pos } = this.article;
    let from = first;
    while (from < last - 1 && (pos[from] === 'DT' || pos[from] === 'PP$' || pos[from] === 'CD')) from++;
    const name = this.article.phrase(from, last);
    if (!/\p{L}/u.test(name)) return null;
    const head = tokens[last - 1];
    // "Channel 12"
    const numbered = pos[last - 1] === 'CD' && pos[last - 2] === 'NP';
    if (pos[last - 1] !== 'NN' && pos[last - 1] !== 'NP' && head.text !== ')' && !numbered) return null;
    let named = 0;
    for (let i = from; i < last; i++) if (tokens[i].capital && pos[i] === 'NP') named++;
    const person = named === last - from && named >= 2 && named <= 4;
    const people = PEOPLE_NOUNS.has(head.lower) || /(?:men|women|ers|ors|ists|ants|people)$/.test(head.lower);
    return {
      name,
      id: null,
      kind: person ? 'person' : OUTLET_NOUNS.has(head.lower) ? 'outlet' : named ? 'organisation' : 'unnamed',
      side: owner?.actor.side ?? null,
      short: [head.lower],
      sort: person ? 'person' : people ? (/s$|men$|people$/.test(head.lower) ? 'people' : 'person') : 'body',
      gender: null,
    };
  }

  /** Whose what ends at `last` is: a ministry's troops are its state's. */
  private master({ actor }: Figure, last: number): string {
    const armed = BODY_NOUNS.get(this.article.tokens[last - 1].lower)?.includes('military') ?? false;
    return armed && actor.kind === 'institution' && actor.side !== null ? actor.side : actor.name;
  }

  private possessor(first: number, last: number): Figure | null {
    if (last - first < 2) return null;
    const { lower, word } = this.article.tokens[first];
    const pronoun = (word.classes & POSSESSIVES) === 0 ? undefined : OWNERS[lower];
    if (!pronoun) return null;
    const same = pronoun === 'we' ? null : this.subjectBefore(first, pronoun);
    return same ?? this.pronoun(pronoun, first, false) ?? null;
  }

  /** "Central Command said its aircraft": whose it is, is first of all the party that is the subject of the nearest verb before. */
  private subjectBefore(at: number, pronoun: string): Figure | null {
    const clauses = this.article.clauses[this.article.sentenceAt(at)];
    const { chunks } = clauses;
    for (let k = chunks.length - 1; k >= 0; k--) {
      if (chunks[k].first >= at || chunks[k].verb?.form !== 'finite') continue;
      const subject = clauses.subject(k);
      if (!subject || subject.first >= at) continue;
      const figure = this.read(subject.first, subject.last, false);
      if (figure && fitsSort(pronoun, figure.actor.sort)) return figure;
    }
    return null;
  }

  /** Undefined: the word is no pronoun. Null: it is one, but nobody fits. */
  pronoun(word: string, at: number, speaks: boolean): Figure | null | undefined {
    switch (word) {
      case 'he':
      case 'him':
        return this.latest(at, (f) => f.actor.sort === 'person' && f.actor.gender !== 'f', speaks);
      case 'she':
        return this.latest(at, (f) => f.actor.sort === 'person' && f.actor.gender !== 'm', speaks);
      case 'it':
        return this.latest(at, (f) => f.actor.sort === 'body', speaks);
      case 'they':
      case 'them':
        return this.latest(at, (f) => f.actor.sort !== 'person', speaks);
      case 'we':
      case 'i':
      case 'us':
      case 'who':
      case 'that':
      case 'this':
      case 'which':
      case 'there':
        return null;
      // "one of them said"
      case 'one':
        return speaks ? this.latest(at, (f) => f.actor.sort === 'people', true) : null;
      default:
        return undefined;
    }
  }

  /**
   * The one who fits and spoke last or, failing that, stood last; nobody from more than three paragraphs back. When `speaks`, one who has
   * spoken goes before one who was merely named.
   */
  private latest(at: number, fits: (f: Figure) => boolean, speaks: boolean): Figure | null {
    const { sentences } = this.article;
    const sentence = this.article.sentenceAt(at);
    const paragraph = sentences[sentence]?.paragraph ?? 0;
    const near = (t: number) => t >= 0 && sentence - this.article.sentenceAt(t) <= 2;
    const subject = speaks && sentence > 0 ? this.subjectOf(sentence - 1) : null;
    const figure = subject && this.read(subject.first, subject.last, false);
    // somebody whom nothing is known of may well be the one
    const stranger = subject !== null && !figure && this.article.tokens[subject.head].capital;
    let best: Figure | null = null;
    let bestScore = -1;
    for (let s = sentence; s >= 0 && sentence - s <= FAR && paragraph - sentences[s].paragraph <= 3; s--) {
      // nobody who stood before is near any more: nothing but his place speaks for him
      if (sentence - s > 2 && sentences[s].last <= bestScore) break;
      for (const f of this.lastIn.get(s) ?? NONE) {
        const stood = lastBefore(f, at);
        if (stood < 0 || !fits(f)) continue;
        let score = stood;
        if (near(f.lastSpoke)) score = speaks ? 10_000 + f.lastSpoke : stood + 400;
        if (near(f.lastSubject)) score += 2_000;
        // "the ministry rejected Kyiv's claim. It stressed": the subject, before whoever else spoke there
        if (subject && f.lastSpoke === subject.first) score += 9_000;
        // "it said": whoever has spoken before, or was the subject of the sentence before
        if (speaks && !stranger && (f.lastSpoke >= 0 || f === figure || stood >= sentences[sentence].first))
          score += 1_000;
        if (f.actor.kind === 'outlet' && !this.spokeAlone(f, sentence - 1)) score -= 9_000;
        if (score > bestScore || (score === bestScore && best && f.order < best.order)) {
          best = f;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** Was it a party's word alone that a sentence told? An agency is what "it" is only then; else it passed on another's. */
  private spokeAlone(figure: Figure, sentence: number): boolean {
    const spoke = ({ lastSpoke }: Figure) => lastSpoke >= 0 && this.article.sentenceAt(lastSpoke) === sentence;
    return spoke(figure) && [...(this.lastIn.get(sentence) ?? NONE)].every((f) => f === figure || !spoke(f));
  }

  /** Whom or what a sentence is about: the subject of its first verb, unless it is a pronoun. */
  private subjectOf(sentence: number): Chunk | null {
    const cl = this.article.clauses[sentence];
    const verb = cl.chunks.find((c) => c.verb?.form === 'finite');
    const subject = verb ? cl.subject(verb.at) : null;
    return subject && this.article.pos[subject.first] !== 'PR' ? subject : null;
  }

  /** Who spoke last before a token, outlets aside. */
  lastSpeaker(at: number): Figure | null {
    const sentence = this.article.sentenceAt(at);
    let best: Figure | null = null;
    for (let s = sentence; s >= 0 && sentence - s <= FAR && best === null; s--)
      for (const f of this.lastIn.get(s) ?? NONE)
        if (f.actor.kind !== 'outlet' && f.lastSpoke >= 0 && f.lastSpoke < at && f.lastSpoke > (best?.lastSpoke ?? -1))
          best = f;
    return best;
  }

  /** "the ministry", "Musafiri", "the army's spokesman": one already on the stage, by surname or by the nouns it goes by. */
  private shortForm(first: number, last: number, speaks: boolean): Figure | null {
    const { tokens, pos } = this.article;
    const head = tokens[last - 1];
    const definite = (tokens[first].word.gates & POINTING) !== 0;
    if (!definite && !head.capital) return null;
    const words: string[] = [];
    let capitals = 0;
    for (let i = first; i < last; i++) {
      const t = tokens[i];
      if (t.kind === 'mark' || (t.word.gates & IS_SMALL) !== 0) continue;
      if (words.push(t.lower) > 3) return null;
      // "Kellerman said", "Miller said": a surname that looks like a noun where it begins the sentence
      if (t.capital && (pos[i] === 'NP' || this.bySurname.has(t.lower))) capitals++;
    }
    if (words.length === 0) return null;
    // a surname, with or without a title
    if (capitals > 0 && head.capital) {
      const namesakes = this.bySurname.get(words[words.length - 1]) ?? [];
      for (let k = namesakes.length - 1; k >= Math.max(0, namesakes.length - NAMESAKES); k--) {
        const another =
          words.length >= 2 &&
          capitals >= 2 &&
          !namesakes[k].called.name!.endsWith(words.join(' ')) &&
          this.meaning(first, last)?.sort === 'person' &&
          !words.slice(0, -1).every((w) => TITLES.has(w));
        if (!another) return namesakes[k];
      }
    }
    if (!definite || capitals > 0) return null;
    const kinds = BODY_NOUNS.get(head.lower);
    if (!kinds && head.lower !== 'official' && !this.callings.has(words[words.length - 1])) return null;
    const sentence = this.article.sentenceAt(first);
    let best: Figure | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let s = sentence; s >= Math.max(0, sentence - RECALL); s--) {
      for (const f of this.lastIn.get(s) ?? NONE) {
        const stood = lastBefore(f, first);
        if (stood < 0) continue;
        // "the army said" is no "government troops", and "the alliance" has a name
        if (kinds && isUnnamed(f.actor) && !f.called.words.has(head.lower)) continue;
        // nor is it its officials
        if (kinds && f.actor.kind === 'official') continue;
        const called = f.called.words;
        const all = words.every((w) => called.has(w));
        const kind =
          kinds &&
          words.length === 1 &&
          kinds.includes(f.actor.kind) &&
          (called.has(head.lower) ||
            (f.actor.kind !== 'state' &&
              f.actor.kind !== 'unnamed' &&
              !GENERIC_CLASH.has(head.lower) &&
              !GENERIC_CLASH.has(f.actor.name.toLowerCase().split(' ').at(-1)!)));
        // "Mansour Bijar, the governor, said … The official noted": what he is, whatever his office
        const office = head.lower === 'official' && f.actor.kind === 'official' && f.actor.sort === 'person';
        const person =
          words.length === 1 &&
          (called.has(head.lower) || (office && f.lastSpoke >= 0)) &&
          PEOPLE_NOUNS.has(head.lower);
        if (!all && !kind && !person) continue;
        const score =
          stood +
          (kinds && f.actor.kind === kinds[0] ? 400 : 0) +
          (f.lastSpoke >= 0 ? 60 : 0) +
          // "blamed the ELN, a charge the group denied"
          (f.actor.kind === 'armed-group' && stood >= this.article.sentences[sentence].first ? 600 : 0) +
          // "the group" that speaks on is the one that has just spoken
          (speaks && f.lastSubject >= 0 && this.article.sentenceAt(f.lastSubject) === sentence - 1 ? 500 : 0) +
          (all ? 200 : 0) +
          // whoever was called so goes before him
          (office && !all ? -600 : 0) +
          (speaks && f.lastSpoke >= 0 ? 40 : 0);
        if (score > bestScore || (score === bestScore && best && f.order < best.order)) {
          best = f;
          bestScore = score;
        }
      }
    }
    return best;
  }
}

const isUnnamed = ({ id, side }: ResolvedActor): boolean => id === null && side === null;

/** Where a party last stood before token `at`; -1 if nowhere. */
function lastBefore({ stood }: Figure, at: number): number {
  let k = stood.length - 1;
  while (k >= 0 && stood[k] >= at) k--;
  return k < 0 ? -1 : stood[k];
}

const NONE: ReadonlySet<Figure> = new Set();

/** How a party may be called, worked out once for all articles. */
function callsOf(actor: ResolvedActor): Called {
  let called = CALLED.get(actor);
  if (called) return called;
  const name = actor.name.toLowerCase();
  const words = new Set<string>();
  // whose it is, it is not called by: "the group's agency" is no group
  for (const w of name.replace(/\S+['’]s (?=\S)/gu, '').split(/[^\p{L}\p{N}-]+/u)) if (w && !SMALL.has(w)) words.add(w);
  for (const s of actor.short ?? []) words.add(s.toLowerCase());
  const person = actor.sort === 'person' && /^\p{Lu}/u.test(actor.name) && /\s/.test(actor.name);
  called = { words, name: person ? name : null, surname: person ? name.split(/\s+/).at(-1)! : null };
  CALLED.set(actor, called);
  return called;
}

const CALLED = new WeakMap<ResolvedActor, Called>();

/** Nouns that need the very word in the name: "the office", "the service", "the council" point to nobody who is not called so. */
const GENERIC_CLASH = new Set([
  'office',
  'service',
  'council',
  'committee',
  'command',
  'union',
  'hospital',
  'police',
  'company',
  'operator',
  'party',
  'agency',
  'mission',
  'ministry',
  'department',
  'authorities',
  'coalition',
  'navy',
  'observatory',
  'presidency',
  'junta',
  'corporation',
  'broadcaster',
  'newspaper',
  'channel',
]);
