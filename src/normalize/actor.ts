import { detached } from '../model/detached.ts';
import type { ActorIndex, PlaceIndex, ResolvedActor } from '../model/knowledge.ts';
import { isName, isThing, surnames } from './actor-name.ts';
import { Owners } from './actor-owner.ts';
import { Parties } from './actor-party.ts';
import { type Phrase, Phrases } from './actor-phrase.ts';
import { ActorWords, foldPhrase, type Known } from './actor-words.ts';

const CACHE = 20_000;
const DEPTH = 4;
/** A clause about the party is no part of its name. */
const TAIL =
  /^(.*?),? (?:who|which|whose|whom|that|where|when|speaking|quoted|on condition|citing|told|said|says|tell|has|have|had|was|were|is|are)\b/;
const CRAFT = /^(.+) (?:warplanes?|(?:fighter )?jets?|aircraft|planes?|helicopters?|(?:helicopter )?gunships?)$/i;
/** "The Israeli enemy": what its enemies call a state. */
const FOE = /^(?:the )?(\p{Lu}\p{L}+) (?:enemy|aggressors?|aggression|occupation)$/u;
/** "The Gaza-based interior ministry": a ministry is of where it sits. */
const SEATED = /^(\p{Lu}[\p{L}’']+)-based ((?:\p{L}+ ){0,3}ministry)$/iu;
const PART =
  /^(one|two|three|some|several|many|most|none|all|both|another) of (?:the |its |his |her |their |those |these )?(.+)$/i;
/** An Arabic article that stands apart from its name. */
const APART = /\b(al|el) (?=\p{Lu})/gu;
const NOBODY: Phrase = {
  owner: null,
  institution: null,
  ministry: null,
  media: null,
  roles: [],
  person: null,
  organisation: null,
  counted: false,
  installed: false,
  local: false,
  words: '',
};

/** Parties of English news, by tables of names and the patterns in which institutions and offices are named. */
export class Actors implements ActorIndex {
  private readonly words = new ActorWords();
  private readonly places: PlaceIndex;
  private readonly phrases: Phrases;
  private readonly parties: Parties;
  private readonly found = new Map<string, ResolvedActor | null>();
  private readonly demonyms = new Map<string, ResolvedActor | null>();
  private depth = 0;

  constructor(places: PlaceIndex) {
    this.places = places;
    const owners = new Owners(this.words, places);
    this.phrases = new Phrases(this.words, owners, (phrase) => this.read(tidy(phrase)));
    this.parties = new Parties(this.words, owners, (phrase) => this.lookup(phrase));
  }

  resolve(phrase: string): ResolvedActor | null {
    const cached = this.found.get(phrase);
    return cached === undefined ? this.resolveAnew(detached(phrase)) : cached;
  }

  private resolveAnew(phrase: string): ResolvedActor | null {
    this.depth = 0;
    const plain = phrase.length > 1 && phrase.length <= 200 ? tidy(phrase) : '';
    // "al Shabaab" is written "al-Shabaab" too
    let actor = this.read(plain) ?? (APART.test(plain) ? this.read(plain.replace(APART, '$1-')) : null);
    // "the Thalia Breeze": names of persons have no article
    if (actor?.kind === 'person' && actor.gender == null && actor.id === null && /^the /i.test(phrase)) actor = null;
    if (this.found.size >= CACHE) this.found.clear();
    this.found.set(phrase, actor);
    return actor;
  }

  demonym(word: string): ResolvedActor | null {
    const cached = this.demonyms.get(word);
    if (cached !== undefined) return cached;
    const plain = word.replace(/\./g, '').replace(/['’]s?$/, '');
    const known = this.words.people.get(plain) ?? this.words.people.get(plain.replace(/s$/, '')) ?? null;
    if (this.demonyms.size >= CACHE) this.demonyms.clear();
    this.demonyms.set(detached(word), known?.actor ?? null);
    return known?.actor ?? null;
  }

  isOutlet(phrase: string): boolean {
    return this.resolve(phrase)?.kind === 'outlet';
  }

  private read(phrase: string): ResolvedActor | null {
    if (phrase === '' || this.depth >= DEPTH) return null;
    this.depth++;
    const actor = this.readWhole(phrase);
    this.depth--;
    return actor;
  }

  private readWhole(phrase: string): ResolvedActor | null {
    const known = this.lookup(phrase);
    if (known) return known.actor;
    if (phrase.includes('(')) return this.readBracket(phrase);
    const comma = phrase.indexOf(', ');
    if (comma > 0)
      return this.readApposition(phrase.slice(0, comma), tidy(phrase.slice(comma + 2).replace(/,.*$/, '')));
    const part = PART.exec(phrase);
    if (part) return this.readPart(part[1], part[2]);
    const foe = FOE.exec(phrase);
    const abused = foe && this.demonym(foe[1]);
    if (abused?.kind === 'state') return abused;
    const seated = SEATED.exec(phrase);
    if (seated) return this.read(`${seated[1]}'s ${seated[2]}`);
    // "coalition warplanes": the coalition's
    const craft = CRAFT.exec(phrase);
    const owner = craft && this.read(craft[1]);
    if (owner && (owner.kind === 'military' || owner.kind === 'organisation') && owner.sort === 'body') return owner;
    const tail = TAIL.exec(phrase);
    if (tail?.[1]) return this.read(tail[1]);
    const taken = this.phrases.take(phrase);
    return taken ? this.parties.compose(taken) : this.plainPerson(phrase);
  }

  /** "one of the security sources": one of them, or some. */
  private readPart(number: string, rest: string): ResolvedActor | null {
    const all = this.read(rest);
    if (!all || all.sort === 'body') return null;
    return { ...all, sort: /^one$/i.test(number) ? 'person' : 'people' };
  }

  /** "Israel Defense Forces (IDF)": what stands outside, and the letters as a short form; what stands inside if that is better known. */
  private readBracket(phrase: string): ResolvedActor | null {
    const bracket = /^(.+?) ?\(([^()]+)\)(.*)$/.exec(phrase);
    if (!bracket) return null;
    const inner = this.lookup(bracket[2])?.actor ?? null;
    const outer = this.read((bracket[1] + bracket[3]).trim());
    const chosen = inner && outer?.id == null ? inner : outer;
    if (!chosen || !/^[\p{Lu}\d/-]{2,}$/u.test(bracket[2])) return chosen;
    return { ...chosen, short: [...new Set([...(chosen.short ?? []), bracket[2]])] };
  }

  /** "Oleh Synehubov, the governor of Kharkiv region" and the other way round; any other apposition is dropped. */
  private readApposition(first: string, second: string): ResolvedActor | null {
    const left = this.lookup(first) ? null : this.side(first);
    const right = left && !this.lookup(second) ? this.side(second) : null;
    if (left && right) {
      const [named, titled] = left.person !== null ? [left, right] : [right, left];
      if (named.person !== null && titled.person === null && titled.roles.length > 0) {
        return this.parties.compose({
          ...titled,
          person: named.person,
          roles: [...titled.roles, ...named.roles],
          owner: titled.owner ?? named.owner,
        });
      }
    }
    if (left && left.person === null && left.roles.length > 0) {
      const leader = this.lookup(second);
      if (leader?.sort === 'leader') return leader.actor;
    }
    return this.read(first);
  }

  /** One side of an apposition: a phrase taken apart, or a bare name. */
  private side(text: string): Phrase | null {
    const taken = this.phrases.take(text);
    if (taken) return taken;
    return isName(text.split(' ')) ? { ...NOBODY, person: text, words: text } : null;
  }

  /** A name that the tables hold, as it stands. */
  private lookup(phrase: string): Known | null {
    const plain = phrase.replace(/^[Tt]he /, '');
    if (plain.includes(' ')) {
      const key = foldPhrase(plain);
      return /\p{Lu}/u.test(plain) || this.words.common.has(key) ? (this.words.names.get(key) ?? null) : null;
    }
    const bare = plain.replace(/\./g, '');
    const acronym = this.words.acronyms.get(bare);
    if (acronym) return acronym;
    if (!/^\p{Lu}|-\p{Lu}/u.test(plain))
      return /^(?:peshmerga|janjaweed|anti-balaka)$/.test(plain) ? (this.words.names.get(plain) ?? null) : null;
    const named = this.words.names.get(foldPhrase(plain));
    if (named) return named;
    // "Ukrainians", "Houthis": their side; an adjective alone is nobody
    return bare.endsWith('s') ? (this.words.people.get(bare.slice(0, -1)) ?? null) : null;
  }

  /** A name without an office: two to five capitalised words that are no place and no thing. */
  private plainPerson(phrase: string): ResolvedActor | null {
    const tokens = phrase.split(' ');
    if (tokens.length < 2 || tokens.length > 5 || !isName(tokens) || isThing(tokens)) return null;
    const gender = this.words.genders.get(foldPhrase(tokens[0]));
    const strange =
      this.words.adjectives.has(foldPhrase(tokens[0])) ||
      this.words.people.has(tokens[0]) ||
      tokens.some((token) => /^\p{Lu}{2,}$/u.test(token));
    if (gender === undefined && (strange || this.places.find(phrase) !== null)) return null;
    return {
      name: phrase,
      id: null,
      kind: 'person',
      side: null,
      short: surnames(phrase),
      sort: 'person',
      gender: gender ?? null,
    };
  }
}

/** Straight apostrophes, single spaces, no quotation marks, article or closing mark around it. */
function tidy(phrase: string): string {
  const plain = phrase
    .replace(/[’‘]/g, "'")
    .replace(/["“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an) (?=\S)/i, '');
  return /(?:^| )(?:\p{Lu}\.)+$|\b(?:Jr|Sr)\.$/u.test(plain) ? plain : plain.replace(/[,;:.!?]+$/, '');
}
