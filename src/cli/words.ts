import type { Claim, Party, Value } from '../model/claim.ts';
import { itemsOf } from '../model/items.ts';

// How claims are put for eyes. Machines have --format json.

const items = (item: string, count: number | null): string =>
  count === 1 && !item.includes('+') ? item : itemsOf(item);

const number = (value: number): string => value.toLocaleString('en-GB');

/** "at least 337", "3 to 5", "up to 12", "about 40". */
export function bounds({ low, high, modifier }: Pick<Value, 'low' | 'high'> & { modifier?: string | null }): string {
  if (low === null && high === null) return 'an unknown number of';
  if (low === null) return `up to ${number(high!)}`;
  if (high === null) return `at least ${number(low)}`;
  if (low !== high) return `${number(low)} to ${number(high)}`;
  return modifier ? `${modifier} ${number(low)}` : number(low);
}

/** "at least 337 drones launched". */
export function figure({
  measure,
  item,
  low,
  high,
  modifier,
}: {
  measure: string;
  item: string;
  low: number | null;
  high: number | null;
  modifier?: string | null;
}): string {
  return `${bounds({ low, high, modifier })} ${items(item, high ?? low)} ${measure}`;
}

export function party(source: Party | null): string {
  if (!source) return 'the article itself';
  return source.side && !source.name.includes(source.side) ? `${source.name} (${source.side})` : source.name;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}
export const days = (time: { from: string; to: string }): string =>
  time.from === time.to ? day(time.to) : `${day(time.from)} to ${day(time.to)}`;

/** What a claim says, in a few words: "at least 337 drones launched". */
export function gist(claim: Claim): string {
  const what =
    claim.value && claim.measure && claim.item
      ? figure({ ...claim.value, measure: claim.measure, item: claim.item })
      : claim.type;
  switch (claim.kind) {
    case 'response':
      return { denies: 'denies it', confirms: 'confirms it', 'no-comment': 'does not comment', asserts: 'answers' }[
        claim.stance
      ];
    case 'superlative':
      return 'a record';
    default:
      return claim.modality === 'actual' ? what : `${what} (${claim.modality})`;
  }
}

/** Who says it, through whom, with what distance, where and when. */
export function circumstances(claim: Claim): string {
  const parts = [party(claim.source)];
  if (claim.relays.length > 0) parts.push(`via ${claim.relays.map((relay) => relay.name).join(', via ')}`);
  if (claim.hedges.length > 0) parts.push(claim.hedges.join(', '));
  if (claim.actor) parts.push(`by ${claim.actor.name}`);
  if (claim.target) parts.push(`against ${claim.target.name}`);
  if (claim.place) parts.push(claim.place.name);
  if (claim.time) parts.push(days(claim.time));
  return parts.join(' · ');
}
