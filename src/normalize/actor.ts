import type { PartyKind } from '../model/claim.ts';
import type { ActorIndex, PlaceIndex, ResolvedActor } from '../model/knowledge.ts';
import { isName, isThing, surnames } from './actor-name.ts';
import { type Owner, Owners, withArticle } from './actor-owner.ts';
import { type Phrase, Phrases } from './actor-phrase.ts';
import { ActorWords, foldPhrase, type Known, slugOf } from './actor-words.ts';

const CACHE = 20_000;
const DEPTH = 4;
/** A clause about the party is no part of its name. */
const TAIL =
  /^(.*?),? (?:who|which|whose|whom|that|where|when|speaking|quoted|on condition|citing|told|said|says|tell|has|have|had|was|were|is|are)\b/;
const PART =
  /^(one|two|three|some|several|many|most|none|all|both|another) of (?:the |its |his |her |their |those |these )?(.+)$/i;
const NO_TITLE =
  /(?:^| )(?:former|ex|late|one|another|unnamed)(?: |-|$)|official|officer|representative|source|lawmaker|member|diplomat|ambassador|envoy|aide$/;
const SPEAKS =
  /spokes|spox|press (?:service|secretary|officer|centre|department)|media (?:office|centre|wing|arm)|press office|information (?:office|department)/;
const RULES =
  /president$|prime minister$|minister$|^minister of|secretary$|^secretary of|supreme leader$|chancellor$|^commander.in.chief$|^chief of (?:the )?(?:general )?staff$|army chief$|attorney general$|prosecutor general$/;
const GOVERNS =
  /^(?:(?:regional|acting|deputy|provincial|state|city|town|military)? ?(?:governor|mayor)|head of the regional .*)$/;
const NOBODY: Phrase = {
  owner: null,
  institution: null,
  ministry: null,
  media: null,
  roles: [],
  person: null,
  organisation: null,
  counted: false,
  local: false,
  words: '',
};
const CIVIL_TITLES = /^(?:mr|mrs|ms|dr|prof|miss|sir|lady|madam|madame|u|daw)$/;

/** Parties of English news, by tables of names and the patterns in which institutions and offices are named. */
export class Actors implements ActorIndex {
  private readonly words = new ActorWords();
  private readonly places: PlaceIndex;
  private readonly owners: Owners;
  private readonly phrases: Phrases;
  private readonly found = new Map<string, ResolvedActor | null>();
  private readonly demonyms = new Map<string, ResolvedActor | null>();
  private depth = 0;

  constructor(places: PlaceIndex) {
    this.places = places;
    this.owners = new Owners(this.words, places);
    this.phrases = new Phrases(this.words, this.owners, (phrase) => this.read(tidy(phrase)));
  }

  resolve(phrase: string): ResolvedActor | null {
    const cached = this.found.get(phrase);
    if (cached !== undefined) return cached;
    this.depth = 0;
    let actor = phrase.length > 1 && phrase.length <= 200 ? this.read(tidy(phrase)) : null;
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
    this.demonyms.set(word, known?.actor ?? null);
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
    const tail = TAIL.exec(phrase);
    if (tail?.[1]) return this.read(tail[1]);
    const taken = this.phrases.take(phrase);
    return taken ? this.compose(taken) : this.plainPerson(phrase);
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
        return this.compose({
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
    if (plain.includes(' ')) return this.words.names.get(foldPhrase(plain)) ?? null;
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

  private compose(phrase: Phrase): ResolvedActor | null {
    if (
      phrase.person !== null &&
      phrase.roles.every(({ role }) => role.sort === 'fighters' || role.sort === 'people' || role.sort === 'body')
    ) {
      // "the jihadist group al-Shabaab", "news agency Interfax": the name says all
      const named = this.lookup(phrase.person);
      if (named && named.sort !== 'leader') return named.actor;
      if (phrase.media !== null) return { ...this.outlet(phrase), name: phrase.person };
    }
    if (phrase.person !== null || phrase.roles.length > 0) return this.people(phrase);
    if (phrase.organisation) return this.organisation(phrase.organisation, phrase.owner);
    if (phrase.media !== null) return this.outlet(phrase);
    if (phrase.institution) return this.institution(phrase);
    if (phrase.ministry !== null) return this.ministry(phrase.ministry, phrase.owner);
    return phrase.owner?.body ?? null;
  }

  private institution(phrase: Phrase): ResolvedActor | null {
    const { institution, owner, counted, local, words } = phrase;
    if (!institution || (institution.needsOwner && !owner)) return null;
    const { kind, slug, short, sort = 'body' } = institution;
    if (!owner) return counted && kind === 'military' ? null : { name: words, id: null, kind, side: null, short, sort };
    const { body } = owner;
    if (body?.kind === 'armed-group' && kind === 'military') return body;
    if (
      body &&
      (body.kind === 'outlet' || body.kind === 'organisation' || body.kind === 'official') &&
      slug !== 'embassy'
    ) {
      return body.kind === 'official' ? { name: words, id: null, kind, side: owner.side, short, sort } : body;
    }
    if (owner.place && (institution.owner === 'before' || local || slug === 'police')) {
      const place = local && /egional|rovincial/.test(words) ? this.owners.regionOf(owner.place) : owner.place;
      const title = institution.owner === 'before' ? institution.name : institution.name.toLowerCase();
      const name = `${place.name} ${title}`;
      return {
        name,
        id: `${this.owners.placePrefix(place)}/${slug}`,
        kind,
        side: owner.side,
        place: place.name,
        short,
        sort,
      };
    }
    const state =
      body?.kind === 'military' && /^(?:government|junta)$/.test(slug) && body.side
        ? this.words.names.get(foldPhrase(body.side))
        : undefined;
    if (state)
      return this.institution({
        ...phrase,
        owner: { prefix: state.prefix, label: state.label, side: state.actor.side, place: null, body: null },
      });
    const id = owner.prefix ? `${owner.prefix.replace(/^group\//, '')}/${slug}` : null;
    const named = id ? this.words.byId.get(id) : undefined;
    if (named) return named.actor;
    const name =
      institution.owner === 'before'
        ? `${owner.label} ${institution.name}`
        : `${institution.name} of ${withArticle(owner.label)}`;
    return { name, id, kind, side: owner.side, short, sort, ...placeOf(owner) };
  }

  private ministry(domain: string, owner: Owner | null): ResolvedActor {
    if (domain === '')
      return {
        name: 'ministry',
        id: null,
        kind: 'institution',
        side: owner?.side ?? null,
        short: ['ministry'],
        sort: 'body',
      };
    const name = `Ministry of ${capitalised(domain)}`;
    return {
      name: owner ? `${name} of ${withArticle(owner.label)}` : name,
      id: owner?.prefix ? `${owner.prefix.replace(/^group\//, '')}/ministry-of-${slugOf(domain)}` : null,
      kind: 'institution',
      side: owner?.side ?? null,
      short: ['ministry', `${domain} ministry`],
      sort: 'body',
    };
  }

  private people(phrase: Phrase): ResolvedActor | null {
    const { owner, institution, ministry, roles, words } = phrase;
    const bare = { ...phrase, roles: [], person: null };
    const employer = institution || ministry ? this.compose({ ...bare, organisation: null }) : (owner?.body ?? null);
    const side = owner?.side ?? employer?.side ?? null;
    const offices = roles.filter(({ role }) => role.sort === 'office');
    const office = offices[offices.length - 1] ?? roles[roles.length - 1];
    if (phrase.person !== null) return this.person(phrase, phrase.person, employer, side);
    const last = roles[roles.length - 1];
    if (last.role.sort === 'fighters') return this.fighters(phrase, last.word, side);
    if (last.role.sort === 'rank' && CIVIL_TITLES.test(last.word)) return null;
    const plural = last.plural || phrase.counted;
    const gender = plural ? null : (roles.map(({ role }) => role.gender).find((each) => each !== undefined) ?? null);
    const common = { side, sort: plural ? ('people' as const) : ('person' as const), gender, ...placeOf(owner) };
    if (office.role.sort === 'body' && owner?.body?.kind === 'armed-group') return owner.body;
    if (office.role.sort === 'body')
      return {
        name: words,
        id: null,
        kind: 'organisation',
        short: lastWords(last.word),
        ...common,
        sort: plural ? 'people' : 'body',
      };
    if (office.role.sort === 'people')
      return { name: words, id: null, kind: 'unnamed', short: lastWords(last.word), ...common };
    const title = plural ? null : this.title(phrase, office.word, employer);
    return {
      name: title?.name ?? words,
      id: title?.id ?? null,
      kind: 'official',
      short: lastWords(office.word),
      ...common,
    };
  }

  /** A stable name and id for an office that one person holds at a time: "governor of Belgorod Oblast", "president of Ukraine". */
  private title(
    { owner, words }: Phrase,
    office: string,
    employer: ResolvedActor | null,
  ): { name: string; id: string } | null {
    if (NO_TITLE.test(`${words} ${office}`.toLowerCase())) return null;
    if (SPEAKS.test(office)) {
      if (employer?.id)
        return {
          name: `${office} for ${/^\p{Ll}/u.test(employer.name) ? 'the ' : ''}${withArticle(employer.name)}`,
          id: `${employer.id}/spokesperson`,
        };
      const state = owner?.prefix && !owner.place && owner.body === null;
      return state
        ? { name: `${office} for ${withArticle(owner.label)}`, id: `${owner.prefix}/government/spokesperson` }
        : null;
    }
    if (GOVERNS.test(office) && owner?.place) {
      const place = office.includes('mayor') ? owner.place : this.owners.regionOf(owner.place);
      const plain = office.replace(/^(?:regional|acting|provincial|state|city|town) /, '');
      return { name: `${plain} of ${place.name}`, id: `${this.owners.placePrefix(place)}/${slugOf(plain)}` };
    }
    const state = owner?.prefix && !owner.place && (owner.body === null || owner.body.kind === 'armed-group');
    return state && RULES.test(office)
      ? { name: `${office} of ${withArticle(owner.label)}`, id: `${owner.prefix}/${slugOf(office)}` }
      : null;
  }

  private person(
    { roles, owner }: Phrase,
    name: string,
    employer: ResolvedActor | null,
    side: string | null,
  ): ResolvedActor {
    const words = [...new Set(roles.flatMap(({ word }) => lastWords(word)))];
    const leader = this.words.names.get(foldPhrase(name));
    if (leader?.sort === 'leader' && (side === null || leader.actor.side === null || leader.actor.side === side)) {
      return { ...leader.actor, short: [...new Set([...(leader.actor.short ?? []), ...words])], ...placeOf(owner) };
    }
    const title = roles.map(({ role }) => role.gender).find((gender) => gender !== undefined);
    const holds = roles.some(
      ({ word, role }) => role.sort === 'office' || (role.sort === 'rank' && !CIVIL_TITLES.test(word)),
    );
    const employed =
      employer !== null &&
      employer.kind !== 'outlet' &&
      roles.every(({ role }) => role.sort === 'office' || role.sort === 'rank');
    return {
      name,
      id: null,
      kind: holds || employed ? 'official' : 'person',
      side,
      short: [...new Set([...surnames(name), ...words])],
      sort: 'person',
      gender: title ?? this.words.genders.get(foldPhrase(name.split(' ')[0])) ?? null,
      ...placeOf(owner),
    };
  }

  private fighters({ owner, words, counted }: Phrase, word: string, side: string | null): ResolvedActor {
    const offspring = /(?:affiliate|branch|offshoot|franchise|ally|splinter group|splinter faction)s?$/.test(word);
    if (owner?.body?.kind === 'armed-group' && !counted && !offspring) return owner.body;
    const organised = /(?:group|militia|alliance|faction|wing|cartel|gang|organisation)$/.test(word);
    const theirs = owner !== null && !offspring && (owner.body !== null || side === 'Palestine' || side === 'Hamas');
    return {
      name: words,
      id: null,
      kind: 'armed-group',
      side: theirs ? side : null,
      short: lastWords(word),
      sort: organised ? 'body' : 'people',
      ...placeOf(owner),
    };
  }

  private outlet({ owner, media, words }: Phrase): ResolvedActor {
    const national = owner?.prefix && !owner.place && owner.body === null;
    const side = media || owner?.body ? (owner?.side ?? null) : null;
    return {
      name: words,
      id: media && national ? `${owner.prefix}/state-media` : null,
      kind: 'outlet',
      side,
      short: ['broadcaster', 'agency', 'media'],
      sort: 'body',
      ...placeOf(owner),
    };
  }

  private organisation(
    { name, kind, side }: { name: string; kind: PartyKind; side: string | null },
    owner: Owner | null,
  ): ResolvedActor {
    const last = name.split(' ').at(-1) as string;
    return {
      name,
      id: null,
      kind,
      side: side ?? owner?.side ?? null,
      short: [last.toLowerCase()],
      sort: 'body',
      ...placeOf(owner),
    };
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

/** "foreign minister" → itself and "minister". */
const lastWords = (words: string): string[] => [...new Set([words, words.split(' ').at(-1) as string])];

const placeOf = (owner: Owner | null) => (owner?.place ? { place: owner.place.name } : {});

const capitalised = (words: string): string =>
  words.replace(
    /(^|[ -])(?!and |of |the |for |in )(\p{Ll})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  );
