import type { PartyKind } from '../model/claim.ts';
import type { ResolvedActor } from '../model/knowledge.ts';
import { surnames } from './actor-name.ts';
import { type Owner, type Owners, withArticle } from './actor-owner.ts';
import type { Phrase } from './actor-phrase.ts';
import { type ActorWords, foldPhrase, type Known, slugOf } from './actor-words.ts';

const NO_TITLE =
  /(?:^| )(?:former|ex|late|one|another|unnamed)(?: |-|$)|official|officer|representative|source|lawmaker|member|diplomat|ambassador|envoy|aide$/;
const SPEAKS =
  /spokes|spox|press (?:service|secretary|officer|centre|department)|media (?:office|centre|wing|arm)|press office|information (?:office|department)/;
const RULES =
  /president$|prime minister$|minister$|^minister of|secretary$|^secretary of|supreme leader$|chancellor$|^commander.in.chief$|^chief of (?:the )?(?:general )?staff$|army chief$|attorney general$|prosecutor general$/;
const GOVERNS =
  /^(?:(?:regional|acting|deputy|provincial|state|city|town|military)? ?(?:governor|mayor)|head of the regional .*)$/;
const CIVIL_TITLES = /^(?:mr|mrs|ms|dr|prof|miss|sir|lady|madam|madame|u|daw)$/;

/** Makes a party of a phrase that was taken apart: its canonical name, its id, for whom it speaks. */
export class Parties {
  private readonly words: ActorWords;
  private readonly owners: Owners;
  private readonly lookup: (phrase: string) => Known | null;

  /** `lookup` finds a name that the tables hold. */
  constructor(words: ActorWords, owners: Owners, lookup: (phrase: string) => Known | null) {
    this.words = words;
    this.owners = owners;
    this.lookup = lookup;
  }

  /** Null when the phrase names nobody after all. */
  compose(phrase: Phrase): ResolvedActor | null {
    if (
      phrase.person !== null &&
      phrase.roles.every(({ role }) => role.sort === 'fighters' || role.sort === 'people' || role.sort === 'body')
    ) {
      // "the jihadist group al-Shabaab", "news agency Interfax": the name says all
      const named = this.lookup(phrase.person);
      // "Radio Rwanda" is no country
      if (named && phrase.media !== null && named.actor.kind !== 'outlet')
        return { ...this.outlet(phrase), name: phrase.words };
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
    // "Russian-installed authorities" are on Russia's side, and not Russia's government
    if (phrase.installed && body?.kind !== 'armed-group')
      return { name: words, id: null, kind, side: owner.side, short, sort };
    if (body?.kind === 'armed-group' && kind === 'military') return body;
    // "army helicopters", "Central Command forces"
    if (body?.kind === 'military' && kind === 'military') return body;
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
}

/** "foreign minister" → itself and "minister". */
const lastWords = (words: string): string[] => [...new Set([words, words.split(' ').at(-1) as string])];

const placeOf = (owner: Owner | null) => (owner?.place ? { place: owner.place.name } : {});

const capitalised = (words: string): string =>
  words.replace(
    /(^|[ -])(?!and |of |the |for |in )(\p{Ll})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  );
