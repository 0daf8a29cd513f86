import type { PartyKind } from '../model/claim.ts';
import type { ActorIndex, PlaceIndex, ResolvedActor, ResolvedPlace } from '../model/knowledge.ts';
import { ActorWords, foldPhrase, foldWord, type Known, slugOf } from './actor-words.ts';
import type { Institution } from './data/institutions.ts';
import type { Role } from './data/roles.ts';

/** Whose an institution or an office is. */
interface Owner {
  /** First half of ids: `ru`, `houthis`, `ua/kharkiv-oblast`. */
  prefix: string | null;
  label: string;
  side: string | null;
  place: ResolvedPlace | null;
  /** Set when it is a body that employs: "NATO", "the defence ministry". */
  body: ResolvedActor | null;
}

/** A phrase taken apart. */
interface Parsed {
  owner: Owner | null;
  institution: Institution | null;
  /** A ministry that the table does not list: "digital transformation". */
  ministry: string | null;
  media: boolean | null;
  roles: { word: string; role: Role; plural: boolean }[];
  person: string | null;
  organisation: { name: string; kind: PartyKind } | null;
  counted: boolean;
  local: boolean;
  /** The phrase without determiners and tails. */
  words: string;
}

const CACHE = 20_000;
const WINDOW = 8;
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'his',
  'her',
  'their',
  'our',
  'this',
  'that',
  'these',
  'those',
  'another',
  'some',
  'any',
  'both',
  'all',
]);
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens several many hundreds thousands scores few more least about'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'with',
  'on',
  'to',
  'near',
  'by',
  'inside',
  'across',
  'around',
  'within',
  'under',
  'behind',
  'against',
  'outside',
  'between',
  'among',
]);
const PARTICLES = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'von',
  'van',
  'der',
  'de',
  'la',
  'del',
  'da',
  'dos',
  'abu',
  'ag',
  'ould',
  'ul',
  'ur',
  'di',
  'e',
  'y',
  'du',
  'le',
  'zu',
  'ter',
  'den',
  'bint',
  'wa',
]);
/** "Hamas-run", "Russian-installed": they say whose it is; any other compound ("-backed", "-based") does not. */
const RULED = /^(.+)-(?:run|controlled|held|led|installed|appointed|administered|affiliated|occupied|dominated)$/i;
const COMPOUND =
  /^.+-(?:backed|based|aligned|allied|linked|sponsored|supported|trained|registered|flagged|owned|educated|born|funded|mediated|brokered|hosted|imposed|recognised|recognized|elected|language|made|turned|style|inspired|wide|level|ranking|armed|equipped|ordered|declared|proclaimed|called|old|year-old|wing|speaking)$/i;
const TAIL =
  /^(.*?),? (?:who|which|whose|whom|that|where|when|speaking|quoted|on condition|citing|told|said|says|tell|has|have|had|was|were|is|are)\b.*$/;
const NO_PERSON_FIRST = new Set(
  'operation mount lake port fort camp street new old great north south east west northern southern eastern western central school hospital ship vessel route highway eid ramadan project article resolution human patriot iron black red white saint hotel radio mv uss hms mt ms mr cape king queen the shahed geran kalibr iskander'.split(
    ' ',
  ),
);
const NO_PERSON_LAST = new Set(
  'street square avenue day act river sea bridge airport airfield base dome plant refinery week war wars agreement treaty pact plan crossing district region oblast province state prize cup palace tower school market road highway valley mountains mountain strip bank heights peninsula island islands prison hotel mall stadium dam mine times city town village camp park forest hill hills field fields terminal depot station beach bay gulf ocean canal strait project summit accord accords statute convention protocol resolution missile missiles drone drones rocket rockets festival building house gate zone corridor line axis front'.split(
    ' ',
  ),
);
const LOCAL_WORDS =
  /^(?:regional|provincial|oblast|state|city|municipal|local|district|town|village|township|municipality)$/;
/** Places that a group holds: what is theirs speaks for it. */
const HELD: Readonly<Record<string, { prefix: string; label: string; side: string }>> = {
  'Gaza Strip': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'northern Gaza': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'southern Gaza': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'Gaza City': { prefix: 'gaza/gaza-city', label: 'Gaza City', side: 'Hamas' },
  Crimea: { prefix: 'ru/crimea', label: 'Crimea', side: 'Russia' },
};
const BARE: Readonly<Record<string, PartyKind>> = {
  ministry: 'institution',
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
  junta: 'institution',
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
  institution: 'institution',
  secretariat: 'institution',
  coastguard: 'institution',
  operator: 'organisation',
};

export class Actors implements ActorIndex {
  private readonly words = new ActorWords();
  private readonly places: PlaceIndex;
  private readonly found = new Map<string, ResolvedActor | null>();
  private readonly demonyms = new Map<string, ResolvedActor | null>();

  constructor(places: PlaceIndex) {
    this.places = places;
  }

  resolve(phrase: string): ResolvedActor | null {
    const cached = this.found.get(phrase);
    if (cached !== undefined) return cached;
    const actor = phrase.length > 1 && phrase.length <= 200 ? this.read(tidy(phrase), 0) : null;
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

  private read(phrase: string, depth: number): ResolvedActor | null {
    if (phrase === '' || depth > 3) return null;
    const known = this.lookup(phrase);
    if (known) return known.actor;
    const bracket = /^(.+?) \(([^()]+)\)(.*)$/.exec(phrase);
    if (bracket) {
      const outer = this.read(bracket[1] + bracket[3], depth + 1);
      const inner = this.lookup(bracket[2])?.actor ?? null;
      const chosen = inner && (!outer || outer.id === null) ? inner : outer;
      return chosen && /^[\p{Lu}\d/-]{2,}$/u.test(bracket[2])
        ? { ...chosen, short: [...new Set([...(chosen.short ?? []), bracket[2]])] }
        : chosen;
    }
    const comma = phrase.indexOf(', ');
    if (comma > 0) return this.readApposition(phrase.slice(0, comma), phrase.slice(comma + 2), depth);
    const tail = TAIL.exec(phrase);
    if (tail?.[1]) return this.read(tail[1], depth + 1);
    const parsed = this.parse(phrase.split(' '), depth);
    if (parsed) return this.compose(parsed);
    return this.plainPerson(phrase);
  }

  /** "Oleh Synehubov, the governor of Kharkiv region" and the other way round; any other apposition is dropped. */
  private readApposition(first: string, second: string, depth: number): ResolvedActor | null {
    const rest = second.replace(/,.*$/, '');
    const head = tidy(rest);
    if (isName(first.split(' '))) {
      const role = this.lookup(first) ? null : this.parse(head.split(' '), depth);
      if (role && role.roles.length > 0 && role.person === null) return this.compose({ ...role, person: first });
      return this.read(first, depth + 1);
    }
    const left = this.lookup(first) ? null : this.parse(first.split(' '), depth);
    if (left && left.roles.length > 0 && left.person === null && isName(head.split(' ')) && !this.lookup(head))
      return this.compose({ ...left, person: head });
    if (left && left.roles.length > 0 && left.person === null) {
      const leader = this.lookup(head);
      if (leader?.sort === 'leader') return leader.actor;
    }
    return this.read(first, depth + 1);
  }

  /** A name that the tables hold, as it stands. */
  private lookup(phrase: string): Known | null {
    const plain = phrase.replace(/^[Tt]he /, '');
    if (!/[\p{Lu}\d]/u.test(plain)) return this.namedInLowerCase(plain);
    if (!plain.includes(' ')) {
      const bare = plain.replace(/\./g, '');
      const acronym = this.words.acronyms.get(bare);
      if (acronym) return acronym;
      if (!/^\p{Lu}|-\p{Lu}/u.test(plain)) return null;
      const people = this.words.people.get(bare) ?? this.words.people.get(bare.replace(/s$/, ''));
      return (
        this.words.names.get(foldWord(plain)) ??
        (people && (people.sort === 'group' || bare !== plain || /s$/.test(bare)) ? people : null)
      );
    }
    return this.words.names.get(foldPhrase(plain)) ?? null;
  }

  /** "peshmerga", "anti-balaka": of names in lower case only those of groups and the like, in more than one word. */
  private namedInLowerCase(plain: string): Known | null {
    if (!plain.includes(' ') && !plain.includes('-'))
      return plain === 'peshmerga' || plain === 'janjaweed' ? (this.words.names.get(plain) ?? null) : null;
    return this.words.names.get(foldPhrase(plain)) ?? null;
  }

  private parse(raw: string[], depth: number): Parsed | null {
    const tokens = raw.filter((token) => token !== '');
    const folded = tokens.map(foldWord);
    const parsed: Parsed = {
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
    let i = 0;
    while (
      i < tokens.length &&
      (DETERMINERS.has(folded[i]) ||
        NUMBERS.has(folded[i]) ||
        /^\d[\d,.]*$/.test(folded[i]) ||
        (folded[i] === 'at' && folded[i + 1] === 'least'))
    ) {
      if (NUMBERS.has(folded[i]) || /^\d/.test(folded[i])) parsed.counted = true;
      i++;
    }
    const from = i;
    let stray = 0;
    let capitals = 0;
    let end = tokens.length;
    for (; i < tokens.length; ) {
      const word = folded[i];
      if (i > from && PREPOSITIONS.has(word)) {
        const rest = tokens.slice(i + 1).join(' ');
        const before = i;
        if (word === 'of' && folded[i - 1] === 'ministry' && parsed.institution === null) {
          const next = this.readMinistry(tokens, folded, i + 1, parsed, depth);
          if (next < 0) return null;
          i = next;
          continue;
        }
        if (!this.readTail(word, rest, parsed, depth, capitals > 0 ? tokens.slice(from, i) : null)) return null;
        end = before;
        if (capitals > 0 && parsed.person === null && parsed.organisation === null) {
          if (!isName(tokens.slice(from, i)) || parsed.owner === null) return null;
          parsed.person = tokens.slice(from, i).join(' ');
        }
        break;
      }
      const step = this.window(tokens, folded, i, parsed, capitals > 0);
      if (step > 0) {
        if (capitals > 0 && parsed.person === null) {
          const name = tokens.slice(from, i);
          if (!this.headOrganisation(tokens, folded, from, i, step, parsed, name)) return null;
          capitals = 0;
        }
        i += step;
        continue;
      }
      if (parsed.roles.length > 0 && isName(tokens.slice(i, nameEnd(tokens, folded, i)))) {
        const stop = nameEnd(tokens, folded, i);
        parsed.person = tokens.slice(i, stop).join(' ');
        i = stop;
        continue;
      }
      const head = this.headAt(folded, i);
      if (head > 0 && (capitals > 0 || (parsed.owner !== null && /^\p{Lu}/u.test(tokens[i])))) {
        const kind = this.words.heads.get(folded.slice(i, i + head).join(' ')) as PartyKind;
        parsed.organisation = {
          name: tokens
            .slice(from, i + head)
            .join(' ')
            .replace(/['’]s$/, ''),
          kind,
        };
        capitals = 0;
        i += head;
        continue;
      }
      if (BARE[word] && i === tokens.length - 1 && parsed.roles.length === 0 && capitals === 0) {
        parsed.organisation = { name: tokens.slice(from).join(' '), kind: BARE[word] };
        i++;
        continue;
      }
      if (word === 'ministry' && parsed.institution === null) {
        parsed.ministry ??= folded.slice(Math.max(from, i - 1), i).join(' ');
        if (parsed.ministry === '' && i < tokens.length - 1 && !PREPOSITIONS.has(folded[i + 1])) return null;
        i++;
        continue;
      }
      if (
        /^\p{Lu}/u.test(tokens[i]) ||
        (PARTICLES.has(word.split('-')[0]) && /-\p{Lu}/u.test(tokens[i])) ||
        /^\d+(?:st|nd|rd|th)$/.test(word)
      ) {
        if (parsed.institution || parsed.roles.length > 0 || parsed.media !== null) return null;
        capitals++;
        i++;
        continue;
      }
      if (this.words.adjectives.has(word) || COMPOUND.test(word)) {
        if (LOCAL_WORDS.test(word)) parsed.local = true;
        i++;
        continue;
      }
      // one more word that no table knows may stand before the head, none after it
      if (
        parsed.institution ||
        parsed.roles.length > 0 ||
        parsed.organisation ||
        parsed.media !== null ||
        ++stray > 1 ||
        !/^[a-z-]+(?:ed|ing|al|ic|ous|ive|less|ful|ish|ary|ern|ist|ian)$/.test(word)
      )
        return null;
      i++;
    }
    parsed.words = tokens.slice(from, end).join(' ');
    if (capitals > 0 && parsed.person === null) return null;
    return parsed.institution ||
      parsed.ministry !== null ||
      parsed.media !== null ||
      parsed.roles.length > 0 ||
      parsed.person ||
      parsed.organisation
      ? parsed
      : null;
  }

  /** Reads the longest entry of any table at a position, and says how many words it took; 0 is none. */
  private window(tokens: string[], folded: string[], at: number, parsed: Parsed, afterCapitals: boolean): number {
    const ruled = RULED.exec(tokens[at]);
    if (ruled) {
      const owner = this.ownerNamed(ruled[1], [tokens[at]]);
      if (!owner) return this.words.adjectives.has(foldWord(ruled[1])) || /^[a-z]/.test(ruled[1]) ? 1 : 0;
      if (parsed.owner?.place) parsed.owner = { ...parsed.owner, side: owner.side };
      else parsed.owner = owner;
      return 1;
    }
    const upper = /^\p{Lu}/u.test(tokens[at]);
    if (!upper && !this.words.starts.has(folded[at]) && !this.words.starts.has(singular(folded[at]))) return 0;
    let key = folded.slice(at, Math.min(tokens.length, at + WINDOW)).join(' ');
    for (let length = Math.min(WINDOW, tokens.length - at); length > 0; length--) {
      const last = folded[at + length - 1];
      const bare = last.endsWith("'s") ? key.slice(0, -2) : last.endsWith("s'") ? key.slice(0, -1) : null;
      if (upper && !afterCapitals) {
        const owner = this.owner(tokens.slice(at, at + length), bare ?? key, parsed);
        if (owner) {
          parsed.owner = owner;
          return length;
        }
      }
      const institution =
        bare === null
          ? this.words.institutions.get(key)
          : (this.words.institutions.get(key) ?? this.words.institutions.get(bare));
      if (institution && !(parsed.institution && bare === null && length === 1 && this.words.roles.has(key))) {
        const followed = at + length < tokens.length;
        if (parsed.institution && !followed && this.words.roles.has(key)) break;
        if (
          length === 1 &&
          bare === null &&
          this.words.adjectives.has(key) &&
          followed &&
          !PREPOSITIONS.has(folded[at + length]) &&
          this.isHead(folded, at + length)
        ) {
          if (LOCAL_WORDS.test(key)) parsed.local = true;
          if (!this.words.roles.has(folded.slice(at, at + 2).join(' '))) {
            parsed.institution = this.isRole(folded, at + length) ? institution : parsed.institution;
            return length;
          }
        }
        if (LOCAL_WORDS.test(key.split(' ')[0])) parsed.local = true;
        parsed.institution = institution;
        return length;
      }
      const media = this.words.media.get(key);
      if (media !== undefined && !afterCapitals) {
        parsed.media = media;
        return length;
      }
      const role = this.words.roles.get(bare ?? key) ?? this.words.roles.get(singular(bare ?? key));
      if (role && !(afterCapitals && this.words.heads.has(key))) {
        if (LOCAL_WORDS.test(key.split(' ')[0])) parsed.local = true;
        parsed.roles.push({
          word: bare ?? key,
          role,
          plural:
            !this.words.roles.has(key) || /^(?:officials|people|men|women|children|witnesses|eyewitnesses)$/.test(key),
        });
        return length;
      }
      const gap = key.lastIndexOf(' ');
      key = gap < 0 ? '' : key.slice(0, gap);
    }
    return 0;
  }

  private isHead(folded: string[], at: number): boolean {
    return (
      this.isRole(folded, at) ||
      this.words.institutions.has(folded[at]) ||
      this.words.institutions.has(folded.slice(at, at + 2).join(' '))
    );
  }

  private isRole(folded: string[], at: number): boolean {
    for (let length = 1; length <= 3; length++) {
      const key = folded.slice(at, at + length).join(' ');
      if (this.words.roles.has(key) || this.words.roles.has(singular(key))) return true;
    }
    return false;
  }

  private headAt(folded: string[], at: number): number {
    for (let length = Math.min(3, folded.length - at); length > 0; length--)
      if (this.words.heads.has(folded.slice(at, at + length).join(' '))) return length;
    return 0;
  }

  /** Capitals before an institution or a fighters' word make one name: "Khin-U People's Defence Force", "Nasser Hospital officials". */
  private headOrganisation(
    tokens: string[],
    folded: string[],
    from: number,
    at: number,
    step: number,
    parsed: Parsed,
    name: string[],
  ): boolean {
    const key = folded.slice(at, at + step).join(' ');
    const kind = this.words.heads.get(key);
    const fighters = parsed.roles.at(-1)?.role.sort === 'fighters';
    if (!kind && !fighters && parsed.roles.length > 0) {
      // "Nasser Hospital director": the capitals were an organisation's name only with a head, which headAt has seen before
      return parsed.organisation !== null;
    }
    parsed.organisation = {
      name: tokens.slice(from, at + step).join(' '),
      kind: kind ?? (fighters ? 'armed-group' : (parsed.institution?.kind ?? 'organisation')),
    };
    if (name.length > 4) return false;
    parsed.roles = [];
    parsed.institution = null;
    return true;
  }

  private owner(tokens: string[], key: string, parsed: Parsed): Owner | null {
    const text = tokens.join(' ').replace(/['’]s?$/, '');
    const owner = this.ownerNamed(text, tokens, key);
    if (!owner) return null;
    if (parsed.owner && owner.place && !owner.body && parsed.owner.side !== null && !parsed.owner.place)
      return { ...owner, side: parsed.owner.body || parsed.owner.side !== owner.side ? parsed.owner.side : owner.side };
    if (parsed.owner?.place && !owner.place && owner.body) return { ...owner, place: parsed.owner.place };
    return owner;
  }

  private ownerNamed(text: string, tokens: string[], key = foldPhrase(text)): Owner | null {
    const bare = text.replace(/\./g, '');
    const known =
      this.words.acronyms.get(bare) ??
      this.words.people.get(bare) ??
      this.words.people.get(bare.replace(/s$/, '')) ??
      this.words.names.get(key);
    if (known && known.sort !== 'leader') {
      const capital = known.sort === 'country' && !this.words.people.has(bare) ? this.places.find(text) : null;
      const place = capital && capital.kind !== 'country' ? capital : null;
      return {
        prefix: known.prefix,
        label: known.label,
        side: known.actor.side,
        place,
        body: known.sort === 'country' ? null : known.actor,
      };
    }
    if (tokens.length > 5 || !this.places.startsPlace(tokens[0])) return null;
    const place = this.places.find(text);
    if (!place) return null;
    return placeOwner(place);
  }

  /** "ministry of …": to the next "of" or "in", or the end. Returns where to go on, -1 when there is nothing. */
  private readMinistry(tokens: string[], folded: string[], at: number, parsed: Parsed, depth: number): number {
    let end = at;
    while (end < tokens.length && !(PREPOSITIONS.has(folded[end]) && end > at)) end++;
    const domain = folded
      .slice(at, end)
      .filter((word) => word !== 'the')
      .join(' ');
    if (domain === '') return -1;
    const listed = this.words.institutions.get(`ministry of ${domain}`);
    if (listed) {
      parsed.institution = listed;
      parsed.ministry = null;
    } else parsed.ministry = domain;
    if (end < tokens.length && !this.readTail(folded[end], tokens.slice(end + 1).join(' '), parsed, depth, null))
      return -1;
    return tokens.length;
  }

  /** What follows a preposition: whose it is, or where. False when it makes the whole no party. */
  private readTail(preposition: string, rest: string, parsed: Parsed, depth: number, name: string[] | null): boolean {
    const tail = tidy(rest.replace(/,.*$/, ''));
    if (tail === '') return false;
    const owner = this.tailOwner(preposition, tail, depth);
    const headed = parsed.roles.length > 0;
    if (owner) {
      const had = parsed.owner;
      if (!had) parsed.owner = owner;
      else if (had.body === null && owner.body !== null && preposition !== 'in')
        parsed.owner = { ...owner, side: owner.side ?? had.side };
      else if (owner.place)
        parsed.owner = {
          ...had,
          place: owner.place,
          side: had.side ?? owner.side,
          prefix: had.place ? had.prefix : owner.side === had.side ? owner.prefix : had.prefix,
        };
      return true;
    }
    if (headed || name) return headed;
    return preposition === 'in' || preposition === 'on' || preposition === 'near' || preposition === 'at';
  }

  private tailOwner(preposition: string, tail: string, depth: number): Owner | null {
    const known = this.lookup(tail);
    if (known && known.sort !== 'leader')
      return {
        prefix: known.prefix,
        label: known.label,
        side: known.actor.side,
        place: known.sort === 'country' ? this.placeBehind(tail) : null,
        body: known.sort === 'country' ? null : known.actor,
      };
    const place = /\p{Lu}/u.test(tail) ? this.places.find(tail) : null;
    if (place) return placeOwner(place);
    const actor = preposition === 'to' || preposition === 'by' || depth > 2 ? null : this.read(tail, depth + 1);
    if (!actor || actor.kind === 'unnamed' || actor.kind === 'person') return null;
    return { prefix: actor.id, label: actor.name, side: actor.side, place: null, body: actor };
  }

  private placeBehind(name: string): ResolvedPlace | null {
    const place = this.places.find(name);
    return place && place.kind !== 'country' ? place : null;
  }

  private compose(parsed: Parsed): ResolvedActor | null {
    if (parsed.organisation && parsed.roles.length === 0 && parsed.person === null) return this.organisation(parsed);
    if (parsed.person !== null || parsed.roles.length > 0) return this.people(parsed);
    if (parsed.media !== null) return this.outlet(parsed);
    return this.institution(parsed);
  }

  private institution(parsed: Parsed): ResolvedActor | null {
    const { institution, owner } = parsed;
    if (!institution) {
      const ministry = parsed.ministry as string;
      if (ministry === '') return body('ministry', null, 'institution', owner?.side ?? null, ['ministry']);
      const name = `Ministry of ${capitalised(ministry)}`;
      return body(
        owner ? `${name} of ${nationOf(owner)}` : name,
        owner?.prefix ? `${nationPrefix(owner)}/ministry-of-${slugOf(ministry)}` : null,
        'institution',
        owner?.side ?? null,
        ['ministry', `${ministry} ministry`],
      );
    }
    if (institution.needsOwner && !owner) return null;
    if (!owner) {
      if (parsed.counted && institution.kind === 'military') return null;
      return body(institution.name, null, institution.kind, null, institution.short, institution.sort);
    }
    if (owner.body && owner.body.kind === 'armed-group' && institution.kind === 'military') return owner.body;
    if (
      owner.body &&
      (owner.body.kind === 'outlet' || owner.body.kind === 'organisation') &&
      institution.slug !== 'embassy'
    )
      return owner.body;
    const local =
      institution.owner === 'before' || (owner.place !== null && (parsed.local || institution.slug === 'police'));
    if (local && owner.place) {
      const place = parsed.local && parsed.words.includes('egional') ? this.regionOf(owner.place) : owner.place;
      const title = institution.owner === 'before' ? institution.name : institution.name.toLowerCase();
      return {
        ...body(
          `${place.name} ${title}`,
          `${placePrefix(place, owner)}/${institution.slug}`,
          institution.kind,
          owner.side,
          institution.short,
          institution.sort,
        ),
        place: place.name,
      };
    }
    const id = owner.prefix ? `${nationPrefix(owner)}/${institution.slug}` : null;
    const named = id ? this.words.byId.get(id) : undefined;
    if (named) return named.actor;
    const label = nationOf(owner);
    const name = institution.owner === 'before' ? `${label} ${institution.name}` : `${institution.name} of ${label}`;
    return {
      ...body(name, id, institution.kind, owner.side, institution.short, institution.sort),
      ...(owner.place ? { place: owner.place.name } : {}),
    };
  }

  private people(parsed: Parsed): ResolvedActor | null {
    const { owner, institution, roles } = parsed;
    const office =
      roles.find(({ role }) => role.sort === 'office') ?? roles.find(({ role }) => role.sort === 'rank') ?? roles[0];
    const side = owner?.side ?? null;
    const employer = institution ? this.institution({ ...parsed, roles: [], person: null }) : (owner?.body ?? null);
    if (parsed.person !== null) return this.person(parsed, parsed.person, office, employer, side);
    const last = roles[roles.length - 1];
    const plural = last.plural || parsed.counted;
    const words = parsed.words;
    if (last.role.sort === 'fighters') return this.fighters(parsed, words, side);
    if (
      last.role.sort === 'rank' &&
      last === office &&
      !/^(?:commander|general|colonel|captain|admiral|sergeant|major|lieutenant|imam|sheikh|mullah|bishop|pastor|rabbi|ayatollah)$/.test(
        last.word,
      )
    )
      return null;
    const genders = roles.map(({ role }) => role.gender).find((gender) => gender !== undefined) ?? null;
    if (office.role.sort === 'people') {
      return {
        name: words,
        id: null,
        kind: 'unnamed',
        side,
        short: [last.word.split(' ').at(-1) as string],
        sort: plural ? 'people' : 'person',
        gender: plural ? null : genders,
        ...placeOf(owner),
      };
    }
    const title = this.title(parsed, office.word, employer);
    return {
      name: title?.name ?? words,
      id: plural ? null : (title?.id ?? null),
      kind: 'official',
      side: side ?? employer?.side ?? null,
      short: [...new Set([office.word, office.word.split(' ').at(-1) as string])],
      sort: plural ? 'people' : 'person',
      gender: plural ? null : genders,
      ...placeOf(owner),
    };
  }

  /** A stable name and id for an office that one person holds at a time: "Governor of Belgorod Oblast", "President of Ukraine". */
  private title(parsed: Parsed, office: string, employer: ResolvedActor | null): { name: string; id: string } | null {
    const { owner } = parsed;
    if (
      /(?:^| )(?:former|ex|late|one|another|unnamed)(?: |-|$)|official|officer|representative|source|lawmaker|member|diplomat|aide$/.test(
        `${parsed.words} ${office}`.toLowerCase(),
      )
    )
      return null;
    if (/spokes|press (?:service|secretary|officer|centre)|media (?:office|centre|wing)|press office/.test(office)) {
      if (employer?.id)
        return { name: `${capitalised(office)} of ${employer.name}`, id: `${employer.id}/spokesperson` };
      if (owner?.prefix && !owner.place && owner.body === null)
        return { name: `Government spokesperson of ${owner.label}`, id: `${owner.prefix}/government/spokesperson` };
      return null;
    }
    if (
      /^(?:governor|regional governor|acting governor|head of the regional .*|mayor|deputy mayor|deputy governor)$/.test(
        office,
      ) &&
      owner?.place
    ) {
      const place = office.includes('governor') || office.includes('region') ? this.regionOf(owner.place) : owner.place;
      return {
        name: `${capitalised(office.replace(/^regional /, ''))} of ${place.name}`,
        id: `${placePrefix(place, owner)}/${slugOf(office.replace(/^(?:regional|acting) /, ''))}`,
      };
    }
    if (
      /president$|prime minister$|minister$|^minister of|secretary$|^secretary of|supreme leader$|chancellor$|^commander.in.chief$|^chief of (?:the )?(?:general )?staff$|army chief$|ambassador$|attorney general$|prosecutor general$/.test(
        office,
      ) &&
      owner?.prefix &&
      !owner.place &&
      (owner.body === null || owner.body.kind === 'armed-group')
    ) {
      return { name: `${capitalised(office)} of ${owner.label}`, id: `${owner.prefix}/${slugOf(office)}` };
    }
    return null;
  }

  private person(
    parsed: Parsed,
    name: string,
    office: Parsed['roles'][number] | undefined,
    employer: ResolvedActor | null,
    side: string | null,
  ): ResolvedActor | null {
    const leader = this.words.names.get(foldPhrase(name));
    const words = parsed.roles.map(({ word }) => word);
    if (
      leader?.sort === 'leader' &&
      (side === null || leader.actor.side === side || leader.actor.side === null || name.includes(' '))
    ) {
      return {
        ...leader.actor,
        short: [...new Set([...(leader.actor.short ?? []), ...words])],
        ...placeOf(parsed.owner),
      };
    }
    const title = parsed.roles.map(({ role }) => role.gender).find((gender) => gender !== undefined);
    const holds =
      office && office.role.sort !== 'people' && !/^(?:mr|mrs|ms|dr|prof|miss|sir|lady|madam|u|daw)$/.test(office.word);
    const official = holds || (employer !== null && employer.kind !== 'outlet' && office === undefined);
    return {
      name,
      id: null,
      kind: official ? 'official' : 'person',
      side: side ?? employer?.side ?? null,
      short: [...new Set([...surnames(name), ...words.map((word) => word.split(' ').at(-1) as string), ...words])],
      sort: 'person',
      gender: title ?? this.words.genders.get(foldWord(name.split(' ')[0])) ?? null,
      ...placeOf(parsed.owner),
    };
  }

  private fighters(parsed: Parsed, words: string, side: string | null): ResolvedActor | null {
    const { owner } = parsed;
    const last = parsed.roles[parsed.roles.length - 1].word;
    if (owner?.body && owner.body.kind === 'armed-group') return owner.body;
    if (owner?.body && /group|movement|alliance|coalition|militia/.test(last)) return owner.body;
    const organised =
      /group|movement|militia|alliance|coalition|faction|wing|cartel|gang/.test(last) && !last.endsWith('s');
    return {
      name: words,
      id: null,
      kind: 'armed-group',
      side: owner && (owner.body !== null || side === 'Palestine' || side === 'Hamas') ? side : null,
      short: [last.split(' ').at(-1) as string],
      sort: organised ? 'body' : 'people',
      ...placeOf(owner),
    };
  }

  private outlet(parsed: Parsed): ResolvedActor {
    const { owner } = parsed;
    const side = parsed.media ? (owner?.side ?? null) : null;
    const state = parsed.media === true;
    const id =
      owner?.prefix && !owner.place && owner.body === null
        ? `${owner.prefix}/${state ? 'state-media' : 'media'}`
        : null;
    return {
      ...body(parsed.words, state ? id : null, 'outlet', side, ['broadcaster', 'agency', 'media']),
      ...placeOf(owner),
    };
  }

  private organisation(parsed: Parsed): ResolvedActor {
    const { name, kind } = parsed.organisation as { name: string; kind: PartyKind };
    const plain = name.replace(/^[Tt]he /, '');
    const people = plain.split(' ').at(-1)?.toLowerCase();
    return {
      ...body(
        plain,
        null,
        kind,
        parsed.owner?.side ?? (/PDF$|People.s Def/.test(plain) ? 'National Unity Government' : null),
        people ? [people] : [],
      ),
      ...placeOf(parsed.owner),
    };
  }

  private plainPerson(phrase: string): ResolvedActor | null {
    const tokens = phrase.split(' ');
    if (tokens.length < 2 || tokens.length > 5 || !isName(tokens)) return null;
    const first = foldWord(tokens[0]);
    const known = this.words.genders.get(first);
    const last = foldWord(tokens[tokens.length - 1]);
    if (NO_PERSON_LAST.has(last) || NO_PERSON_FIRST.has(first) || this.words.adjectives.has(first)) return null;
    if (
      known === undefined &&
      (this.words.people.has(tokens[0]) ||
        tokens.some((token) => /^\p{Lu}{2,}$/u.test(token)) ||
        this.places.find(phrase) !== null)
    )
      return null;
    return {
      name: phrase,
      id: null,
      kind: 'person',
      side: null,
      short: surnames(phrase),
      sort: 'person',
      gender: known ?? null,
    };
  }

  /** The division that a town is named after or the seat of; itself when it is one already. */
  private regionOf(place: ResolvedPlace): ResolvedPlace {
    if (place.kind !== 'city' || !place.country) return place;
    const region = this.places.find(`${place.name} region`, [place.country]);
    return region?.kind === 'admin1' ? region : place;
  }
}

/** Straight apostrophes, single spaces, nothing around it. */
function tidy(phrase: string): string {
  return phrase
    .replace(/[’‘]/g, "'")
    .replace(/["“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|The|a|A|an|An) (?=\S)/, '')
    .replace(/[,;:.!?]+$/, (dots) => (dots === '.' && /(?:\.\w|\b\w)$/.test(phrase.slice(0, -1)) ? '.' : ''));
}

function singular(words: string): string {
  if (words.endsWith('ies')) return `${words.slice(0, -3)}y`;
  return words.endsWith('s') && !words.endsWith('ss') ? words.slice(0, -1) : words;
}

/** Where a name ends that begins here: before the first word that is neither capitalised nor a particle. */
function nameEnd(tokens: readonly string[], folded: readonly string[], at: number): number {
  let end = at;
  while (
    end < tokens.length &&
    end < at + 6 &&
    (/^(?:\p{Lu}|(?:al|el|ag|bin)-\p{Lu}|d'\p{Lu})/u.test(tokens[end]) ||
      (PARTICLES.has(folded[end]) && end + 1 < tokens.length))
  )
    end++;
  return end;
}

/** One to five capitalised words, with particles between them: a person's name by its looks. */
function isName(tokens: readonly string[]): boolean {
  if (tokens.length === 0 || tokens.length > 6) return false;
  let capitals = 0;
  for (const [i, token] of tokens.entries()) {
    if (
      /^(?:\p{Lu}[\p{L}'’-]*\.?|(?:al|el|as|ad|an|ar|ash|at|az)-\p{Lu}[\p{L}'’-]*|[OD]['’]\p{Lu}\p{L}+|\p{Lu}\.(?:\p{Lu}\.)*|d'\p{Lu}\p{L}+|Jr\.?|Sr\.?)$/u.test(
        token,
      )
    )
      capitals++;
    else if (!(PARTICLES.has(token.toLowerCase()) && (i > 0 || tokens.length > 1))) return false;
    if (/['’]s$/.test(token)) return false;
  }
  return capitals > 0;
}

/** The words by which a later sentence names a person: the last name, with and without its article. */
function surnames(name: string): string[] {
  const tokens = name.replace(/ (?:Jr|Sr)\.?$/, '').split(' ');
  let from = tokens.length - 1;
  while (from > 1 && PARTICLES.has(tokens[from - 1].toLowerCase())) from--;
  const last = tokens.slice(from).join(' ');
  return [...new Set([last, last.replace(/^(?:al|el)-/i, '')])];
}

function placeOwner(place: ResolvedPlace): Owner {
  const held = HELD[place.name];
  if (held) return { ...held, place, body: null };
  return {
    prefix: placePrefix(place, null),
    label: place.name,
    side: place.country,
    place: place.kind === 'country' ? null : place,
    body: null,
  };
}

/** Ids of what belongs to a place: its country's code, then itself. */
function placePrefix(place: ResolvedPlace, owner: Owner | null): string {
  const held = HELD[place.name];
  if (held) return held.prefix;
  const code = /^(?:admin1|town):([A-Z]{2})\./.exec(place.id ?? '')?.[1]?.toLowerCase();
  const country = code ?? owner?.prefix?.split('/')[0] ?? (place.country ? slugOf(place.country) : 'place');
  return `${country}/${slugOf(place.name)}`;
}

/** A national institution of a capital or a town is its country's: "Moscow's defence ministry". */
function nationPrefix(owner: Owner): string {
  return owner.prefix as string;
}

function nationOf(owner: Owner): string {
  return owner.label;
}

const placeOf = (owner: Owner | null) => (owner?.place ? { place: owner.place.name } : {});

const capitalised = (words: string): string =>
  words
    .replace(/(^|[ -])(\p{Ll})(?=\p{L}{2})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    .replace(/\b(And|Of|The|For|In)\b/g, (word) => word.toLowerCase());

function body(
  name: string,
  id: string | null,
  kind: PartyKind,
  side: string | null,
  short: readonly string[],
  sort: 'body' | 'people' = 'body',
): ResolvedActor {
  return { name, id, kind, side, short, sort };
}
