import type { Party, PartyKind } from '../../model/claim.ts';
import type { ActorIndex, ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';

/** A party of the article: what its name was taken to mean, and where it last spoke or stood. */
export interface Figure {
  actor: ResolvedActor;
  /** Words that it may be called by, lower-case. */
  words: ReadonlySet<string>;
  /** Last word of a person's name, lower-case; else null. */
  surname: string | null;
  lastToken: number;
  /** Token at which it was last the source of a cue; -1 never. */
  lastSpoke: number;
  lastSubject: number;
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
/** Nouns that name a body or people by what they are: with "the" they point back to one already named. */
const BODY_NOUNS: Readonly<Record<string, readonly PartyKind[]>> = {
  ministry: ['institution'],
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
};
const PEOPLE_NOUNS = new Set(
  'spokesman spokeswoman spokesperson governor mayor minister president general colonel major captain official officer commander source sources officials residents witnesses medic medics doctor nurse soldier resident witness diplomat diplomats aide adviser advisor premier chief chairman leader envoy ambassador secretary prosecutor commissioner lawmaker senator director head deputy paramedic volunteer investigator investigators analyst analysts expert experts worker workers rescuers survivors relatives villagers activists activist journalist reporter farmer trader teacher driver shopkeeper priest imam elder pastor bishop officer negotiator mediator lawyer student mother father brother sister'.split(
    ' ',
  ),
);

/** A body without a name of its own that is an outlet by what it is: "state TV". */
const OUTLET_NOUNS = new Set(['tv', 'television', 'radio', 'media', 'newspaper', 'broadcaster']);

/** Who is on the stage. Entered in the order of the text; resolves names, short forms and pronouns against those already on it. */
export class Cast {
  readonly figures: Figure[] = [];
  private readonly byId = new Map<string, Figure>();
  private readonly cache = new Map<string, ResolvedActor | null>();

  constructor(
    private readonly article: Article,
    private readonly actors: ActorIndex,
  ) {}

  /** Whoever an adjective of a people or group points to: "Israeli". */
  ofAdjective(word: string): Figure | null {
    const actor = this.actors.demonym(word);
    return actor ? this.enter(actor) : null;
  }

  /** What a phrase means by itself, or null when it names no party. */
  lookUp(phrase: string): ResolvedActor | null {
    let found = this.cache.get(phrase);
    if (found === undefined) {
      found = phrase.length > 160 ? null : this.actors.resolve(phrase);
      this.cache.set(phrase, found);
    }
    return found;
  }

  /** The party at tokens [first, last), or null when there is none. `speaks`: it is the subject of a cue, so it is one even if unknown. */
  read(first: number, last: number, speaks: boolean): Figure | null {
    const { tokens } = this.article;
    while (first < last && (tokens[first].kind === 'mark' || tokens[first].lower === 'both')) first++;
    while (last > first && tokens[last - 1].kind === 'mark' && tokens[last - 1].text !== ')') last--;
    if (last <= first) return null;
    if (last - first === 1) {
      const pronoun = this.pronoun(tokens[first].lower, first, speaks);
      if (pronoun !== undefined) return this.touch(pronoun, first, speaks);
    }
    const possessor = this.possessor(first, last);
    let phrase = this.article.phrase(first, last);
    let owner: Figure | null = null;
    if (possessor) {
      owner = possessor;
      phrase = `${possessor.actor.name}'s ${this.article.phrase(first + 1, last)}`;
    }
    const short = this.shortForm(first, last, speaks);
    if (short) return this.touch(short, first, speaks);
    const actor = this.lookUp(phrase) ?? (speaks ? this.unknown(first, last, owner) : null);
    return actor ? this.touch(this.enter(actor), first, speaks) : null;
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
    figure.lastToken = Math.max(figure.lastToken, token);
    if (speaks) figure.lastSpoke = Math.max(figure.lastSpoke, token);
    return figure;
  }

  private enter(actor: ResolvedActor): Figure {
    const key = actor.id ?? `${actor.kind}:${actor.name.toLowerCase()}`;
    const known = this.byId.get(key);
    if (known) return known;
    const words = new Set<string>();
    for (const w of actor.name.toLowerCase().split(/[^\p{L}\p{N}-]+/u)) if (w && !SMALL.has(w)) words.add(w);
    for (const s of actor.short ?? []) words.add(s.toLowerCase());
    const person = actor.sort === 'person' && /^\p{Lu}/u.test(actor.name) && /\s/.test(actor.name);
    const figure: Figure = {
      actor,
      words,
      surname: person ? actor.name.toLowerCase().split(/\s+/).at(-1)! : null,
      lastToken: -1,
      lastSpoke: -1,
      lastSubject: -1,
    };
    this.figures.push(figure);
    this.byId.set(key, figure);
    return figure;
  }

  private unknown(first: number, last: number, owner: Figure | null): ResolvedActor | null {
    const { tokens, pos } = this.article;
    let from = first;
    while (from < last - 1 && (pos[from] === 'DT' || pos[from] === 'PP$' || pos[from] === 'CD')) from++;
    const name = this.article.phrase(from, last);
    if (!/\p{L}/u.test(name)) return null;
    const head = tokens[last - 1];
    if (pos[last - 1] !== 'NN' && pos[last - 1] !== 'NP' && head.text !== ')') return null;
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

  private possessor(first: number, last: number): Figure | null {
    if (last - first < 2) return null;
    const word = this.article.tokens[first].lower;
    if (word !== 'its' && word !== 'their' && word !== 'his' && word !== 'her' && word !== 'our') return null;
    const found = this.pronoun(
      word === 'its' ? 'it' : word === 'their' ? 'they' : word === 'our' ? 'we' : word === 'his' ? 'he' : 'she',
      first,
      false,
    );
    return found ?? null;
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
      case 'one':
      case 'there':
        return null;
      default:
        return undefined;
    }
  }

  /**
   * The one who fits and spoke last or, failing that, stood last; nobody from more than three paragraphs back. When `speaks`, one who has
   * spoken goes before one who was merely named.
   */
  private latest(at: number, fits: (f: Figure) => boolean, speaks: boolean): Figure | null {
    const sentence = this.article.sentenceAt(at);
    const paragraph = this.article.sentences[sentence]?.paragraph ?? 0;
    const recent = (token: number) =>
      token >= 0 &&
      token < at &&
      paragraph - (this.article.sentences[this.article.sentenceAt(token)]?.paragraph ?? 0) <= 3;
    let best: Figure | null = null;
    let bestScore = -1;
    for (const f of this.figures) {
      if (!fits(f)) continue;
      const token = Math.max(f.lastToken, f.lastSpoke);
      if (!recent(token)) continue;
      let score = f.lastToken;
      const near = (t: number) => t >= 0 && sentence - this.article.sentenceAt(t) <= 2;
      if (near(f.lastSpoke)) score += speaks ? 10_000 : 400;
      if (near(f.lastSubject)) score += 2_000;
      if (f.actor.kind === 'outlet') score -= 9_000;
      if (score > bestScore) {
        best = f;
        bestScore = score;
      }
    }
    return best;
  }

  /** "the ministry", "Musafiri", "the army's spokesman": one already on the stage, by surname or by the nouns it goes by. */
  private shortForm(first: number, last: number, speaks: boolean): Figure | null {
    const { tokens, pos } = this.article;
    const head = tokens[last - 1];
    const words: string[] = [];
    let capitals = 0;
    for (let i = first; i < last; i++) {
      const t = tokens[i];
      if (t.kind === 'mark' || SMALL.has(t.lower)) continue;
      words.push(t.lower);
      if (t.capital && pos[i] === 'NP') capitals++;
    }
    if (words.length === 0 || words.length > 3) return null;
    // a surname, with or without a title
    if (capitals > 0 && head.capital) {
      for (let k = this.figures.length - 1; k >= 0; k--) {
        const f = this.figures[k];
        if (
          f.surname &&
          (f.surname === words.at(-1) ||
            (words.length === 2 && capitals === 2 && f.actor.name.toLowerCase().endsWith(words.join(' ')))) &&
          (capitals === 1 || f.actor.name.toLowerCase().includes(words.at(-1)!))
        ) {
          if (
            words.length >= 2 &&
            capitals >= 2 &&
            !f.actor.name.toLowerCase().endsWith(words.join(' ')) &&
            this.lookUp(this.article.words(first, last))?.sort === 'person' &&
            !words
              .slice(0, -1)
              .every((w) =>
                /^(?:mr|mrs|ms|dr|gen|general|col|colonel|major|captain|president|prime|minister|governor|mayor|lt|sgt|judge|professor|sheikh|ayatollah|king|prince|foreign|defence|defense|chancellor|premier|secretary|senator)$/.test(
                  w,
                ),
              )
          )
            continue;
          return f;
        }
      }
    }
    const definite =
      tokens[first].lower === 'the' ||
      tokens[first].lower === 'that' ||
      tokens[first].lower === 'this' ||
      tokens[first].lower === 'its' ||
      tokens[first].lower === 'one';
    if (!definite || capitals > 0) return null;
    const kinds = BODY_NOUNS[head.lower];
    const sentence = this.article.sentenceAt(first);
    let best: Figure | null = null;
    let bestAt = -1;
    for (const f of this.figures) {
      if (f.lastToken >= first) continue;
      const all = words.every((w) => f.words.has(w));
      const kind =
        kinds &&
        words.length === 1 &&
        kinds.includes(f.actor.kind) &&
        (f.words.has(head.lower) ||
          (f.actor.kind !== 'state' && f.actor.kind !== 'unnamed' && !GENERIC_CLASH.has(head.lower)));
      const person = words.length === 1 && PEOPLE_NOUNS.has(head.lower) && f.words.has(head.lower);
      if (!all && !kind && !person) continue;
      const away = sentence - this.article.sentenceAt(f.lastToken);
      if (away > 14) continue;
      const score =
        f.lastToken +
        (kinds && f.actor.kind === kinds[0] ? 400 : 0) +
        (f.lastSpoke >= 0 ? 60 : 0) +
        (all ? 200 : 0) +
        (speaks && f.lastSpoke >= 0 ? 40 : 0);
      if (score > bestAt) {
        best = f;
        bestAt = score;
      }
    }
    return best;
  }
}

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
  'authorities',
  'coalition',
  'navy',
  'observatory',
  'presidency',
  'corporation',
  'broadcaster',
  'newspaper',
  'channel',
]);
