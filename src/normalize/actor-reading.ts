import type { PartyKind } from '../model/claim.ts';
import type { ResolvedActor } from '../model/knowledge.ts';
import { isName, isNameWord, nameEnd } from './actor-name.ts';
import type { Owner, Owners } from './actor-owner.ts';
import type { Phrase } from './actor-phrase.ts';
import type { ActorWords } from './actor-words.ts';

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for in at from with on to near by inside across around within under behind against outside between among'.split(
    ' ',
  ),
);
const PLURALS: ReadonlySet<string> = new Set(
  'officials people men women children witnesses eyewitnesses gunmen representatives spokesmen spokespeople monitors staff crew family militiamen tribesmen herdsmen'.split(
    ' ',
  ),
);
const LOCAL = /^(?:regional|provincial|oblast|state|city|municipal|local|district|town|village|township|municipality)$/;
/** "Hamas-run", "Russian-installed": they say whose it is. */
const RULED = /^(.+)-(?:run|controlled|held|led|installed|appointed|administered|affiliated|occupied|dominated)$/i;
const INSTALLED = /-(?:installed|appointed)$/i;
/** Other compounds say nothing of that: "US-backed", "London-based". */
const COMPOUND =
  /^.+-(?:backed|based|aligned|allied|linked|sponsored|supported|trained|registered|flagged|owned|educated|born|funded|mediated|brokered|recogni[sz]ed|elected|language|made|style|inspired|wide|level|ranking|armed|equipped|ordered|declared|proclaimed|called|year-old|wing|speaking)$/i;
const ADJECTIVAL = /^[a-z-]+(?:ed|ing|al|ic|ous|ive|less|ful|ish|ary|ern|ist|ian)$/;
const ABOUT = /^(?:familiar|close|briefed|[a-z]+ed|[a-z]+ing)$/;
const BARE: Readonly<Record<string, PartyKind>> = {
  department: 'institution',
  agency: 'institution',
  council: 'institution',
  committee: 'institution',
  commission: 'institution',
  headquarters: 'institution',
  command: 'military',
  organisation: 'organisation',
  company: 'organisation',
  court: 'institution',
  office: 'institution',
  directorate: 'institution',
  watchdog: 'organisation',
  service: 'institution',
  mission: 'organisation',
  bloc: 'organisation',
  firm: 'organisation',
  corps: 'military',
  brigade: 'military',
  battalion: 'military',
  unit: 'military',
  secretariat: 'institution',
  operator: 'organisation',
};

/** One pass over a phrase, from left to right: at each place the first reader that can make something of what begins there. */
export class Reading {
  private at: number;
  /** Where a run of capitalised words that no table knows began; -1 is none. */
  private capitals = -1;
  private stray = 0;
  /** Behind the last office, rank or word for fighters. */
  private headed = -1;

  constructor(
    private readonly tokens: readonly string[],
    private readonly folded: readonly string[],
    private readonly from: number,
    private readonly phrase: Phrase,
    private readonly words: ActorWords,
    private readonly owners: Owners,
    private readonly resolve: (phrase: string) => ResolvedActor | null,
  ) {
    this.at = from;
  }

  run(): boolean {
    const { tokens, folded, phrase } = this;
    while (this.at < tokens.length) {
      // "officials briefed on it", not "spokesman Ahmed Ali": what follows is no part of the name
      const about = ABOUT.test(folded[this.at]) && !isNameWord(tokens[this.at]);
      if (phrase.roles.length > 0 && about && this.capitals < 0) return true;
      if (this.at > this.from && PREPOSITIONS.has(folded[this.at])) {
        if (!this.closeName()) return false;
        return this.readTail(folded[this.at], tokens.slice(this.at + 1).join(' '));
      }
      const read =
        this.readHead() ||
        this.readRole() ||
        this.readName() ||
        this.readOwner() ||
        this.readInstitution() ||
        this.readMinistry() ||
        this.readOther();
      if (!read) return false;
    }
    if (!this.closeName()) return false;
    // "rebel fire" is no rebel
    const men = phrase.roles.at(-1);
    if (men?.role.sort === 'fighters' && !men.plural && this.headed < tokens.length && phrase.person === null)
      return false;
    return (
      phrase.institution !== null ||
      phrase.ministry !== null ||
      phrase.media !== null ||
      phrase.roles.length > 0 ||
      phrase.person !== null ||
      phrase.organisation !== null ||
      phrase.owner?.body != null
    );
  }

  /** Capitals that nothing has explained: a name if somebody's office stands before or after them, else no party. */
  private closeName(): boolean {
    if (this.capitals < 0) return true;
    const name = this.tokens.slice(this.capitals, this.at);
    if (!isName(name) || this.capitals !== this.from || this.at === this.tokens.length) return false;
    this.phrase.person = name.join(' ');
    this.capitals = -1;
    return true;
  }

  private get head(): boolean {
    const { phrase } = this;
    return phrase.institution !== null || phrase.roles.length > 0 || phrase.media !== null;
  }

  /** "Nasser Hospital": capitals and the noun that says what they name; also "Khin-U People’s Defence Force". */
  private readHead(): boolean {
    const { tokens, folded, phrase } = this;
    const owned = phrase.owner !== null && !this.head && isNameWord(tokens[this.at]);
    if (this.capitals < 0 && !owned) return false;
    for (let length = Math.min(3, tokens.length - this.at); length > 0; length--) {
      const kind = this.words.heads.get(folded.slice(this.at, this.at + length).join(' '));
      if (
        !kind ||
        (this.capitals < 0 && this.words.institutions.has(folded.slice(this.at, this.at + length).join(' ')))
      )
        continue;
      phrase.organisation = {
        name: tokens
          .slice(this.from, this.at + length)
          .join(' ')
          .replace(/'s$/, ''),
        kind,
        side: phrase.owner?.side ?? null,
      };
      this.capitals = -1;
      this.at += length;
      return true;
    }
    if (this.capitals < 0) return false;
    const found = this.owners.at(tokens, folded, this.at);
    if (found?.owner.body?.kind === 'armed-group' && found.length > 1) {
      phrase.organisation = {
        name: tokens.slice(this.from, this.at + found.length).join(' '),
        kind: 'armed-group',
        side: found.owner.side,
      };
      this.capitals = -1;
      this.at += found.length;
      return true;
    }
    return false;
  }

  private readRole(): boolean {
    const { folded, phrase } = this;
    const most = Math.max(
      this.words.longest.get(folded[this.at]) ?? 0,
      this.words.longest.get(singular(folded[this.at])) ?? 0,
      1,
    );
    for (let length = Math.min(most, this.tokens.length - this.at); length > 0; length--) {
      const key = folded.slice(this.at, this.at + length).join(' ');
      const bare = key.replace(/'s?$/, '');
      if (this.words.institutions.has(key) || this.words.media.has(key)) return false;
      const role = this.words.roles.get(bare) ?? this.words.roles.get(singular(bare));
      if (!role || (length === 1 && this.owners.listed(this.tokens, folded, this.at) > 1)) continue;
      // "local militia": an adjective unless it ends the phrase
      if (
        role.sort === 'people' &&
        this.words.adjectives.has(key) &&
        this.at + length < this.tokens.length &&
        !PREPOSITIONS.has(folded[this.at + length])
      )
        return false;
      if (this.capitals >= 0 && !isName(this.tokens.slice(this.capitals, this.at))) return false;
      if (this.capitals >= 0 && role.sort === 'fighters') {
        phrase.organisation = {
          name: this.tokens.slice(this.from, this.at + length).join(' '),
          kind: 'armed-group',
          side: null,
        };
        this.capitals = -1;
        this.at += length;
        return true;
      }
      // "Myaung residents": a place or body that no table knows
      this.capitals = -1;
      if (LOCAL.test(folded[this.at])) phrase.local = true;
      phrase.roles.push({
        word: bare,
        role,
        plural: PLURALS.has(folded[this.at + length - 1]) || !this.words.roles.has(bare),
      });
      this.at += length;
      this.headed = this.at;
      return true;
    }
    return false;
  }

  /** After an office or rank the capitals are its holder's name. */
  private readName(): boolean {
    const { phrase } = this;
    if (!this.head || phrase.person !== null) return false;
    if (
      phrase.roles.length === 0 &&
      phrase.media === null &&
      this.owners.listed(this.tokens, this.folded, this.at) === 0
    )
      return false;
    // "rebel group M23"
    const end = Math.max(
      nameEnd(this.tokens, this.at),
      this.at + this.owners.listed(this.tokens, this.folded, this.at),
    );
    if (end === this.at || (end < this.tokens.length && !PREPOSITIONS.has(this.folded[end]))) return false;
    const acronym = end === this.at + 1 && /^[\p{Lu}\d]{2,}$/u.test(this.tokens[this.at]);
    if (acronym && phrase.media === null && !this.words.acronyms.has(this.tokens[this.at])) return false;
    phrase.person = this.tokens.slice(this.at, end).join(' ');
    this.at = end;
    return true;
  }

  private readOwner(): boolean {
    const { tokens, folded, phrase } = this;
    if (this.capitals >= 0 || this.head) return false;
    const ruled = RULED.exec(tokens[this.at]);
    const found = ruled ? this.ruler(ruled[1]) : this.owners.at(tokens, folded, this.at);
    if (!found) return false;
    const { owner } = found;
    // "Red Cross of Mali", "the Sudanese Red Crescent": somebody's, not the one that goes by the name alone
    const end = this.at + found.length;
    const common = owner.body !== null && this.words.institutions.has(folded.slice(this.at, end).join(' '));
    if (common && (phrase.owner !== null || folded[end] === 'of')) return false;
    const before = phrase.owner;
    phrase.installed ||= INSTALLED.test(tokens[this.at]);
    this.at += found.length;
    if (!before) phrase.owner = owner;
    else if (before.place && owner.body?.id && this.words.byId.get(owner.body.id)?.local) {
      const name = tokens.slice(this.from, this.at).join(' ');
      phrase.organisation = { name, kind: 'armed-group', side: owner.side };
    } else if (ruled)
      phrase.owner = {
        ...before,
        side: owner.side,
        ...(before.place ? {} : { prefix: owner.prefix, label: owner.label, body: owner.body }),
      };
    else if (owner.place && before.side !== null && before.place === null)
      phrase.owner = { ...owner, side: before.side };
    else phrase.owner = { ...owner, place: owner.place ?? before.place };
    return true;
  }

  private ruler(name: string): { owner: Owner; length: number } | null {
    const owner = this.owners.whole(name);
    return owner && { owner, length: 1 };
  }

  private readInstitution(): boolean {
    const { folded, phrase } = this;
    const most = Math.min(this.words.longest.get(folded[this.at]) ?? 0, this.tokens.length - this.at);
    for (let length = most; length > 0; length--) {
      const key = folded.slice(this.at, this.at + length).join(' ');
      const institution = this.words.institutions.get(key) ?? this.words.institutions.get(key.replace(/'s?$/, ''));
      const media = this.words.media.get(key);
      if (!institution && media === undefined) continue;
      if (this.capitals >= 0) {
        if (institution?.kind !== 'military') return false;
        phrase.organisation = {
          name: this.tokens.slice(this.from, this.at + length).join(' '),
          kind: 'armed-group',
          side: null,
        };
        this.capitals = -1;
      } else if (institution) {
        if (LOCAL.test(folded[this.at])) phrase.local = true;
        phrase.institution = institution;
      } else phrase.media = media as boolean;
      this.at += length;
      return true;
    }
    return false;
  }

  /** "digital transformation ministry", "Ministry of Women and Children", "the ministry". */
  private readMinistry(): boolean {
    const { tokens, folded, phrase } = this;
    if (this.capitals >= 0 || this.head || phrase.ministry !== null || RULED.test(folded[this.at])) return false;
    let word = this.at;
    while (word < tokens.length && word < this.at + 5 && !PREPOSITIONS.has(folded[word]) && folded[word] !== 'ministry')
      word++;
    if (folded[word] !== 'ministry') return false;
    phrase.ministry = folded.slice(this.at, word).join(' ');
    this.at = word + 1;
    if (folded[this.at] !== 'of' || phrase.ministry !== '') return true;
    let end = this.at + 1;
    while (end < tokens.length && !PREPOSITIONS.has(folded[end])) end++;
    const domain = folded
      .slice(this.at + 1, end)
      .filter((each) => each !== 'the')
      .join(' ');
    phrase.ministry = domain;
    this.at = end;
    return domain !== '';
  }

  private readOther(): boolean {
    const { tokens, folded, phrase } = this;
    const word = folded[this.at];
    if (
      this.at === tokens.length - 1 &&
      BARE[word] &&
      phrase.roles.length === 0 &&
      this.capitals < 0 &&
      !phrase.institution
    ) {
      phrase.organisation = {
        name: tokens.slice(this.from).join(' '),
        kind: BARE[word],
        side: phrase.owner?.side ?? null,
      };
      this.at++;
      return true;
    }
    if (/^(?:al|el)$/.test(word) && COMPOUND.test(folded[this.at + 1] ?? '')) {
      this.at += 2;
      return true;
    }
    if (
      (this.words.adjectives.has(word) || COMPOUND.test(word) || RULED.test(word)) &&
      !(isNameWord(tokens[this.at]) && this.at > this.from && this.capitals >= 0)
    ) {
      if (phrase.media !== null || phrase.person !== null) return false;
      if (LOCAL.test(word)) phrase.local = true;
      this.at++;
      return true;
    }
    if (isNameWord(tokens[this.at]) || /^\d+(?:st|nd|rd|th)$/.test(word)) {
      if (this.head || phrase.person !== null) return false;
      if (this.capitals < 0) this.capitals = this.at;
      this.at++;
      return true;
    }
    // one word more that no table knows may stand before the head, none after it
    if (this.head || phrase.organisation || this.capitals >= 0 || ++this.stray > 1 || !ADJECTIVAL.test(word))
      return false;
    this.at++;
    return true;
  }

  /** What follows a preposition: whose it is, or where. False when it makes the whole no party. */
  private readTail(preposition: string, rest: string): boolean {
    const { phrase } = this;
    const tail = rest.replace(/^(?:the|a|an) /i, '');
    const headed = phrase.roles.length > 0 || phrase.person !== null;
    let owner = this.owners.whole(tail);
    if (!owner && preposition !== 'to' && preposition !== 'by' && tail !== '') {
      const actor = this.resolve(tail);
      if (actor && actor.kind !== 'unnamed' && actor.kind !== 'person') owner = this.owners.ofBody(actor);
    }
    if (!owner) return headed || (phrase.institution !== null && /^(?:in|on|near|at)$/.test(preposition));
    if (phrase.roles.some(({ word }) => word === 'ambassador' || word === 'envoy') && preposition === 'to') return true;
    const before = phrase.owner;
    if (!before) phrase.owner = owner;
    else if (before.body === null && owner.body !== null && preposition !== 'in')
      phrase.owner = { ...owner, side: owner.side ?? before.side };
    else if (owner.place) phrase.owner = { ...before, place: owner.place, side: before.side ?? owner.side };
    return (
      headed ||
      phrase.institution !== null ||
      phrase.ministry !== null ||
      phrase.media !== null ||
      phrase.organisation !== null
    );
  }
}

/** A plural's singular, by its ending alone. */
export function singular(words: string): string {
  if (words.endsWith('ies')) return `${words.slice(0, -3)}y`;
  return words.length > 3 && words.endsWith('s') && !words.endsWith('ss') ? words.slice(0, -1) : words;
}
