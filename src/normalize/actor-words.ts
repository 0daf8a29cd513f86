import type { ResolvedActor } from '../model/knowledge.ts';
import { surnames } from './actor-name.ts';
import { bodies } from './data/bodies.ts';
import { type Country, countries } from './data/countries.ts';
import { forces, type Named } from './data/forces.ts';
import { men, women } from './data/given-names.ts';
import { type Group, groups } from './data/groups.ts';
import { type Institution, institutions } from './data/institutions.ts';
import { type Leader, leaders } from './data/leaders.ts';
import { outlets, plainOutlets } from './data/outlets.ts';
import { adjectives, mediaWords, organisationHeads, type Role, roles } from './data/roles.ts';

/** A name that the tables know, and what stands behind it. */
export interface Known {
  actor: ResolvedActor;
  /** What may own an institution or employ somebody: its side, and the first half of their ids. */
  prefix: string;
  label: string;
  sort: 'country' | 'group' | 'body' | 'outlet' | 'leader';
  office?: string;
  /** Of a group: has each town its own? */
  local?: true;
}

const BRITISH: Readonly<Record<string, string>> = {
  defense: 'defence',
  organization: 'organisation',
  organizations: 'organisations',
  center: 'centre',
  advisor: 'adviser',
  advisors: 'advisers',
  neighbor: 'neighbour',
  recognized: 'recognised',
  mobilization: 'mobilisation',
  program: 'programme',
  liberalization: 'liberalisation',
  defenses: 'defences',
  organizer: 'organiser',
  organizers: 'organisers',
};

const AMERICAN = new RegExp(`\\b(?:${Object.keys(BRITISH).join('|')})\\b`, 'g');
const PLAIN = /^[a-z' -]*$/;

/** Words for comparing: lower case, no marks, no full stops, straight apostrophes, British spelling. */
export function foldPhrase(phrase: string): string {
  let folded = phrase.toLowerCase();
  if (!PLAIN.test(folded)) {
    folded = folded
      .replace(/[’‘`´]/g, "'")
      .replace(/[‐‑–]/g, '-')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f.]/g, '');
  }
  return folded.replace(AMERICAN, (word) => BRITISH[word]);
}

export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Capitals whose names mean something else too often to stand for a government. */
const NO_METONYM: ReadonlySet<string> = new Set(
  'Brussels Male Victoria Kingston Georgetown Santiago Wellington Bern Stanley Nassau Castries Grozny Hamilton Plymouth Dili Praia Apia Bissau Lima Rome Roseau Panama City Sofia'.split(
    ' ',
  ),
);

/** Names in capitals alone, with digits or a slash: matched as they are written, without full stops. */
const isAcronym = (name: string): boolean => /^[A-Z0-9./&-]{2,9}$/.test(name) || /^(LoC|JeM|LeT|JuA|LeJ)$/.test(name);

/** All tables of the package `data/`, by folded phrase: made once. */
export class ActorWords {
  readonly names = new Map<string, Known>();
  /** Those of the names that are common nouns, and need no capital: "shadow government". */
  readonly common = new Set<string>();
  readonly acronyms = new Map<string, Known>();
  readonly byId = new Map<string, Known>();
  readonly people = new Map<string, Known>();
  readonly institutions = new Map<string, Institution>();
  readonly roles = new Map<string, Role>();
  readonly adjectives: ReadonlySet<string> = new Set(adjectives.map(foldPhrase));
  readonly media = new Map<string, boolean>();
  readonly heads = new Map<string, (typeof organisationHeads)[number]['kind']>();
  readonly genders = new Map<string, 'm' | 'f'>();
  /** The most words that an entry has which begins with this folded word: no longer window need be tried. */
  readonly longest = new Map<string, number>();

  constructor() {
    for (const country of countries as readonly Country[]) this.addCountry(country);
    for (const group of groups as readonly Group[]) this.addGroup(group);
    for (const named of [...forces, ...bodies] as readonly Named[]) this.addNamed(named);
    this.addOutlets();
    for (const leader of leaders as readonly Leader[]) this.addLeader(leader);
    for (const institution of institutions as readonly Institution[])
      for (const name of institution.also) this.put(this.institutions, name, institution);
    for (const role of roles as readonly Role[]) for (const word of role.words) this.put(this.roles, word, role);
    for (const { words, state } of mediaWords) for (const word of words) this.put(this.media, word, state);
    for (const { kind, words } of organisationHeads)
      for (const word of words) if (!this.heads.has(foldPhrase(word))) this.heads.set(foldPhrase(word), kind);
    for (const name of women.split(' ')) this.genders.set(foldPhrase(name), 'f');
    for (const name of men.split(' ')) this.genders.set(foldPhrase(name), 'm');
  }

  private put<T>(map: Map<string, T>, name: string, value: T): void {
    const key = foldPhrase(name);
    if (!map.has(key)) map.set(key, value);
    this.begins(key);
  }

  private begins(key: string): void {
    const gap = key.indexOf(' ');
    const first = gap < 0 ? key : key.slice(0, gap);
    let words = 1;
    for (let i = gap; i >= 0; i = key.indexOf(' ', i + 1)) words++;
    if ((this.longest.get(first) ?? 0) < words) this.longest.set(first, words);
  }

  private name(known: Known, names: readonly string[]): void {
    if (known.actor.id && !this.byId.has(known.actor.id)) this.byId.set(known.actor.id, known);
    for (const name of names) {
      if (isAcronym(name)) {
        const key = name.replace(/\./g, '');
        if (!this.acronyms.has(key)) this.acronyms.set(key, known);
        this.begins(foldPhrase(name));
        continue;
      }
      if (!/\p{Lu}/u.test(name)) this.common.add(foldPhrase(name));
      this.put(this.names, name.replace(/^[Tt]he /, ''), known);
    }
  }

  private addCountry(country: Country): void {
    const prefix = country.code.toLowerCase();
    const actor: ResolvedActor = {
      name: country.name,
      id: prefix,
      kind: 'state',
      side: country.name,
      short: ['country', 'government'],
      sort: 'body',
    };
    const known: Known = { actor, prefix, label: country.name, sort: 'country' };
    this.name(known, [
      country.name,
      ...(country.also ?? []),
      ...(country.rule ?? []),
      ...(NO_METONYM.has(country.capital) ? [] : [country.capital]),
    ]);
    for (const people of country.people) {
      const key = people.replace(/\./g, '');
      if (!this.people.has(key)) this.people.set(key, known);
      this.begins(foldPhrase(people));
    }
  }

  private addGroup(group: Group): void {
    const side = group.side ?? group.name;
    const actor: ResolvedActor = {
      name: group.name,
      id: group.id,
      kind: 'armed-group',
      side,
      short: group.short ?? ['group'],
      sort: 'body',
    };
    const known: Known = { actor, prefix: group.id.slice(6), label: group.name, sort: 'group', local: group.local };
    this.name(known, [group.name, ...(group.also ?? [])]);
    for (const people of group.people ?? []) {
      if (!this.people.has(people)) this.people.set(people, known);
      this.begins(foldPhrase(people));
    }
  }

  private addNamed(named: Named): void {
    const actor: ResolvedActor = {
      name: named.name,
      id: named.id,
      kind: named.kind,
      side: named.side,
      short: named.short ?? [],
      sort: named.sort ?? (named.kind === 'official' ? 'person' : 'body'),
    };
    this.name({ actor, prefix: named.id, label: named.name, sort: 'body' }, [named.name, ...(named.also ?? [])]);
  }

  private addOutlets(): void {
    const add = (id: string, names: readonly string[], side: string | null) => {
      const actor: ResolvedActor = {
        name: names[0],
        id,
        kind: 'outlet',
        side,
        short: ['agency', 'newspaper', 'broadcaster', 'channel'],
        sort: 'body',
      };
      this.name({ actor, prefix: id, label: names[0], sort: 'outlet' }, names);
    };
    for (const outlet of outlets) add(outlet.id, [outlet.name, ...('also' in outlet ? outlet.also : [])], outlet.side);
    for (const { side, names } of plainOutlets) for (const name of names) add(`outlet/${slugOf(name)}`, [name], side);
  }

  private addLeader(leader: Leader): void {
    const office = leader.office.replace(/ of .*$/, '');
    const actor: ResolvedActor = {
      name: leader.name,
      id: `person/${slugOf(leader.name)}`,
      kind: 'official',
      side: leader.side,
      short: [
        ...new Set([...surnames(leader.name), ...(leader.also ?? []), office, office.split(' ').at(-1) as string]),
      ],
      sort: 'person',
      gender: leader.gender ?? 'm',
    };
    this.name({ actor, prefix: actor.id as string, label: leader.name, sort: 'leader', office: leader.office }, [
      leader.name,
      ...(leader.also ?? []),
    ]);
  }
}
