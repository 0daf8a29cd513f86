import type { Claim, OccurrenceType, Time } from '../model/claim.ts';
import { windowOf } from './days.ts';

/** What an event of a type is called, and the word before its place. */
const names: Readonly<Record<OccurrenceType, readonly [string, string]>> = {
  attack: ['attack', 'on'],
  interception: ['interception', 'over'],
  casualties: ['casualties', 'in'],
  damage: ['damage', 'in'],
  disruption: ['disruption', 'in'],
  territory: ['fighting', 'over'],
  detention: ['detentions', 'in'],
  exchange: ['exchange', 'at'],
  talks: ['talks', 'in'],
  agreement: ['agreement', 'in'],
  support: ['support', 'for'],
  statement: ['statement', 'on'],
};

/** What a total counts: "Killed in Gaza since 7 Oct 2023". */
const counted: Readonly<Record<string, string>> = {
  launched: 'attacks',
  intercepted: 'shot down',
  hit: 'hit',
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  captured: 'captured',
  returned: 'returned',
  displaced: 'displaced',
  damaged: 'damaged',
  delivered: 'delivered',
};
/** Weapons that a title names, from what its figures count or its claims name. */
const weapons = new Set([
  'drone',
  'missile',
  'rocket',
  'artillery',
  'mortar',
  'bomb',
  'shell',
  'mine',
  'air strike',
  'airstrike',
]);

/** One line that a person understands: "Drone attack on Kursk, 11 Mar 2025". Never empty; says less where less is known. */
export function titleOf(
  type: OccurrenceType,
  place: string | null,
  time: Time | null,
  claims: readonly Claim[],
): string {
  const when = time ? dates(time) : null;
  if (time && windowOf(time).sort === 'total') {
    const measures = [...new Set(claims.flatMap(({ measure }) => (measure ? [counted[measure]] : [])))].slice(0, 2);
    const what = measures.length ? measures.join(' and ') : names[type][0];
    const who = place ? ` in ${place}` : of(claims);
    const span = time.precision === 'since' ? `since ${day(time.from)}` : when;
    return `${capital(what)}${who}${span ? `, ${span}` : ''}`;
  }
  const [noun, preposition] = names[type];
  const weapon = type === 'attack' || type === 'interception' ? weaponsOf(claims) : null;
  const what = weapon ? `${weapon} ${noun}` : noun;
  const target = claims.find((c) => c.target?.name.trim())?.target?.name.trim() ?? null;
  const actor = claims.find((c) => c.actor?.name.trim())?.actor?.name.trim() ?? null;
  const where = place
    ? ` ${preposition} ${place}`
    : target
      ? ` ${type === 'support' ? 'for' : type === 'attack' ? 'on' : 'of'} ${target}`
      : actor
        ? ` by ${actor}`
        : '';
  return `${capital(what)}${where}${when ? `, ${when}` : where ? '' : ', undated'}`;
}

const of = (claims: readonly Claim[]): string => {
  const source = claims.find((c) => c.source)?.source;
  return source ? ` by the count of ${source.name}` : '';
};

function weaponsOf(claims: readonly Claim[]): string | null {
  const found = new Set<string>();
  for (const { weapon, item, measure } of claims) {
    if (weapon && weapons.has(weapon)) found.add(weapon);
    if (item && (measure === 'launched' || measure === 'intercepted' || measure === 'hit'))
      for (const word of item.split('+')) if (weapons.has(word)) found.add(word);
  }
  return found.size === 1 || found.size === 2 ? [...found].sort().join(' and ') : null;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const parts = (iso: string) => iso.split('-').map(Number) as [number, number, number];
const day = (iso: string): string => {
  const [y, m, d] = parts(iso);
  return `${d} ${months[m - 1]} ${y}`;
};

/** "11 Mar 2025", "10–11 Mar 2025", "28 Feb – 1 Mar 2025", "March 2021" as "Mar 2021". */
export function dates({ from, to, precision }: Time): string {
  const [[y1, m1, d1], [y2, m2, d2]] = [parts(from), parts(to)];
  if (from === to) return day(to);
  if (precision === 'year' && y1 === y2) return String(y1);
  if (precision === 'month' && y1 === y2 && m1 === m2) return `${months[m1 - 1]} ${y1}`;
  if (y1 === y2 && m1 === m2) return `${d1}–${d2} ${months[m1 - 1]} ${y1}`;
  return y1 === y2 ? `${d1} ${months[m1 - 1]} – ${d2} ${months[m2 - 1]} ${y2}` : `${day(from)} – ${day(to)}`;
}

const capital = (words: string): string => words[0].toUpperCase() + words.slice(1);
