import type { Claim, Party } from '../model/claim.ts';
import type { Origin } from '../model/event.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { canMean, isBareRole, isSame, speaksFor, type Voice, voiceOf } from './parties.ts';
import { fold } from './words.ts';

/** A root of claims on one event: one party under all its names, or the articles' own voice. */
export interface Source {
  name: string;
  /** Null: the articles' own voice. What is unknown is not independent, so however many outlets speak in it, it is one. */
  party: Party | null;
  claims: FiledClaim[];
}

/** Sources that are one, with how often each of their names speaks. */
interface Group {
  voices: Voice[];
  said: Map<Voice, number>;
  claims: FiledClaim[];
}

/** Did its root put something forward? Silence is no claim. */
export const speaks = (claim: Claim): boolean => claim.stance !== 'no-comment' && claim.modality !== 'hypothetical';

/**
 * The roots of an event's claims, in order of their first claim. Names of one party are joined by id, by their words and sides, and
 * a spokesman joins the body that he speaks for if it speaks here too.
 */
export function sourcesOf(filed: readonly FiledClaim[]): Source[] {
  const groups: Group[] = [];
  const own: FiledClaim[] = [];
  const byName = new Map<string, { group: Group; voice: Voice }>();
  for (const one of filed) {
    const { source } = one.claim;
    if (!source) {
      own.push(one);
      continue;
    }
    const voice = voiceOf(source);
    const name = JSON.stringify([source.id, source.side, voice.words, voice.mouthpiece]);
    const known = byName.get(name);
    const there = known?.group ?? groups.find((g) => g.voices.some((v) => isSame(v, voice)));
    const group: Group = there ?? { voices: [], said: new Map(), claims: [] };
    if (!known) {
      if (group.voices.length === 0) groups.push(group);
      group.voices.push(voice);
      byName.set(name, { group, voice });
    }
    group.claims.push(one);
    group.said.set(known?.voice ?? voice, (group.said.get(known?.voice ?? voice) ?? 0) + 1);
  }
  for (const group of [...groups]) {
    if (!group.voices.every((v) => v.mouthpiece && v.party.id === null)) continue;
    const [mouth] = group.voices;
    const suits = (g: Group) => Math.max(...g.voices.map((v) => speaksFor(mouth, v)));
    const body = groups.filter((g) => g !== group && suits(g) > 0).sort((a, b) => suits(b) - suits(a))[0];
    if (!body) continue;
    body.claims.push(...group.claims);
    groups.splice(groups.indexOf(group), 1);
  }
  for (const group of [...groups]) {
    if (!group.voices.every(isBareRole)) continue;
    const articles = new Set(group.claims.map((c) => c.document.id));
    const beside = (g: Group) => g.claims.filter((c) => articles.has(c.document.id)).length;
    const meant = groups.filter(
      (g) => g !== group && beside(g) > 0 && g.voices.some((v) => canMean(group.voices[0], v)),
    );
    const body = meant.sort((a, b) => beside(b) - beside(a))[0];
    if (!body) continue;
    body.claims.push(...group.claims);
    groups.splice(groups.indexOf(group), 1);
  }
  const place = new Map(filed.map((one, i) => [one.claim.id, i]));
  const found: Source[] = groups.map(({ said, claims }) => {
    const named = best(said).party;
    const party = { ...named, side: named.side ?? sideAmong(said.keys()) };
    return { name: party.name, party, claims: claims.sort((a, b) => place.get(a.claim.id)! - place.get(b.claim.id)!) };
  });
  if (own.length) found.push({ name: outletOf(own), party: null, claims: own });
  found.sort((a, b) => place.get(a.claims[0].claim.id)! - place.get(b.claims[0].claim.id)!);
  return distinct(found);
}

/** The name that a party goes by: one with an id, no mouthpiece, the one that speaks most, the longest. */
const best = (said: ReadonlyMap<Voice, number>): Voice =>
  [...said].sort(
    ([a, x], [b, y]) =>
      Number(b.party.id !== null) - Number(a.party.id !== null) ||
      Number(a.mouthpiece) - Number(b.mouthpiece) ||
      y - x ||
      b.words.length - a.words.length ||
      (a.party.name < b.party.name ? -1 : a.party.name > b.party.name ? 1 : 0),
  )[0][0];

/** The side that one of a party's names tells: "the army spokesman" here, "Colonel X" there. */
const sideAmong = (voices: Iterable<Voice>): string | null =>
  [...voices].find(({ party }) => party.side !== null)?.party.side ?? null;

const outletOf = (own: readonly FiledClaim[]): string =>
  own.find((o) => o.document.outlet)?.document.outlet ?? 'unattributed';

/** Two roots of one name ("officials" of either side) are told apart by their side. */
function distinct(sources: Source[]): Source[] {
  const names = new Set<string>();
  for (const source of sources) {
    const side = source.party?.side;
    if (names.has(fold(source.name)) && side) source.name = `${source.name} (${side})`;
    for (let n = 2; names.has(fold(source.name)); n++) source.name = `${source.name.replace(/ \d+$/, '')} ${n}`;
    names.add(fold(source.name));
  }
  return sources;
}

/** Does it only speak of what happened ("the attack may be an answer") and say nothing of it: not who, whom, where, when or with what? */
const isMention = ({ kind, content, actor, target, place, time }: Claim): boolean =>
  kind === 'occurrence' &&
  ![actor, target, place, time].some((x) => x !== null && content.start <= x.start && x.end <= content.end);

/**
 * The origins that an event counts: roots that said something. The articles' own voice counts only where nobody else speaks.
 * `copies` are documents whose text is another's: what they repeat is counted once.
 */
export function originsOf(sources: readonly Source[], copies: ReadonlySet<string>): Origin[] {
  const all = sources.filter((s) => s.claims.some((c) => speaks(c.claim)));
  const tells = (s: Source) => s.claims.some((c) => speaks(c.claim) && !isMention(c.claim));
  const spoke = all.some(tells) ? all.filter((s) => s.party?.side || tells(s)) : all;
  const named = spoke.filter((s) => s.party !== null);
  return (named.length ? named : spoke).map(({ name, party, claims }) => ({
    name,
    id: party?.id ?? null,
    kind: party?.kind ?? 'outlet',
    side: party?.side ?? null,
    claims: claims.filter((c) => speaks(c.claim) && !copies.has(c.document.id)).length,
  }));
}
