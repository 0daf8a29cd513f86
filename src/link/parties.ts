import type { Party, PartyKind } from '../model/claim.ts';
import { fold } from './words.ts';

/** Words that make a source the mouth of the body that it belongs to. */
const mouthpieces =
  /\b(?:spokes(?:man|woman|person|people|men|women)|press (?:service|secretary|office|officer)|information team)\b/i;

/** Words that name a role and not who: alone they tell two sources apart only from other roles. */
const roles = new Set(
  (
    'official officials source sources officer officers spokesman spokeswoman spokesperson soldier resident residents witness witnesses medic medics doctor ' +
    'army military ministry government police governor mayor office forces command general colonel major brigadier lieutenant captain admiral rear lt col gen ' +
    'dr mr mrs ms security senior local regional several two three four some one defence group rebel militant fighter health'
  ).split(' '),
);
const small = new Set('the of a an in at for and its his her their to by'.split(' '));

/** A body's id for its spokesman's, a state's for its government's: who speaks at the root. */
export const rootId = (id: string | null): string | null =>
  id?.replace(/\/spokesperson$/, '').replace(/\/government$/, '') ?? null;

/** A source as origins compare it. */
export interface Voice {
  party: Party;
  words: readonly string[];
  mouthpiece: boolean;
}

export const voiceOf = (party: Party): Voice => ({
  party,
  words: fold(party.name)
    .split(' ')
    .filter((word) => word && !small.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .map((word) => (word === 'defense' ? 'defence' : word)),
  mouthpiece: party.id?.endsWith('/spokesperson') || mouthpieces.test(party.text) || mouthpieces.test(party.name),
});

/** Are two sources one? Ids decide where both have one; else one name holds the words of the other and their sides agree. */
export function isSame(a: Voice, b: Voice): boolean {
  const [x, y] = [rootId(a.party.id), rootId(b.party.id)];
  if (x !== null && y !== null) return x === y;
  if (a.party.side !== null && b.party.side !== null && a.party.side !== b.party.side) return false;
  if (a.party.kind === 'state' && b.party.kind === 'state')
    return a.party.side !== null && a.party.side === b.party.side;
  const [less, more] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (less.words.length === 0 || !less.words.every((word) => more.words.includes(word))) return false;
  if (less.words.length === more.words.length) return true;
  const telling = less.words.some((word) => !roles.has(word));
  return telling || (a.party.side !== null && a.party.side === b.party.side);
}

const bodies: readonly PartyKind[] = ['military', 'armed-group', 'institution', 'state'];

/** How well a body fits a mouthpiece of its side: what its own words name, then the sort of body that has spokesmen; 0 is not at all. */
export function speaksFor(mouth: Voice, body: Voice): number {
  if (!mouth.mouthpiece || body.mouthpiece || mouth.party.side === null || mouth.party.side !== body.party.side)
    return 0;
  const rank = bodies.indexOf(body.party.kind);
  if (rank < 0) return 0;
  const named = fold(mouth.party.text)
    .split(' ')
    .some((word) => word.length > 3 && body.words.includes(word));
  return (named ? 10 : 0) + bodies.length - rank;
}

/** Is it a mere word for a body ("the ministry", "the military"), with nothing to tell which? */
export const isBareRole = ({ party, words }: Voice): boolean =>
  party.id === null &&
  party.side === null &&
  party.kind !== 'unnamed' &&
  party.kind !== 'person' &&
  words.length > 0 &&
  words.every((word) => roles.has(word));

/** Can a bare word for a body mean this one: does its name hold the word, or is it of the sort that the word means? */
export const canMean = (bare: Voice, body: Voice): boolean =>
  !isBareRole(body) &&
  (bare.words.every((word) => body.words.includes(word)) ||
    (bare.party.kind === body.party.kind && (body.party.kind === 'military' || body.party.kind === 'armed-group')));
