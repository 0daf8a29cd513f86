import type { Claim, Place } from '../model/claim.ts';
import { dayNumber, isTotal } from '../model/days.ts';
import type { Event, RecordCheck } from '../model/event.ts';
import { itemsOf } from '../model/items.ts';
import type { Exceeded, FiledClaim, LinkView, Rival } from '../model/ledger.ts';
import { factsOf } from './facts.ts';
import { comparePlaces, whereOf } from './whereabouts.ts';
import { fold } from './words.ts';

/** A superlative of an event, the figure that it ranks (null when none says how large it was), whose attack it was, and upon whom. */
interface Ranking {
  claim: Claim;
  document: string;
  figure: { measure: string; item: string; value: number } | null;
  attacker: string | null;
  victim: string | null;
}

/** Rivals looked at for one superlative where it is not known whose attack one of them was: the earliest. */
const RIVALS = 6;

/** An event, when it was, and whose records its figures may break. */
export interface Dated {
  event: Event;
  filed: readonly FiledClaim[];
  day: string;
  rival: string | null;
}

/** When an event was: its last day, or else that of its first publication; '' where nothing says. In UTC, as ledgers have it. */
export function dayOf({ time }: Event, filed: readonly FiledClaim[]): string {
  if (time) return time.to;
  const published = filed
    .flatMap(({ document }) => document.published ?? [])
    .filter((at) => !Number.isNaN(Date.parse(at)))
    .map((at) => new Date(at).toISOString());
  return published.sort()[0]?.slice(0, 10) ?? '';
}

export const earliest = (a: Rival, b: Rival): number => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1);

/** A total breaks no record of a day, nor does what nobody knows the day of. */
export function dated(event: Event, filed: readonly FiledClaim[]): Dated {
  const day = dayOf(event, filed);
  const counts = day !== '' && !(event.time && isTotal(event.time));
  return { event, filed, day, rival: counts ? fold(sideOf(filed, 'attacker') ?? '') : null };
}

/** How large an event is by a measure and item; 0 where nobody says. */
export const sizeOf = ({ figures }: Event, measure: string, item: string): number =>
  Math.max(
    0,
    ...figures.filter((f) => f.measure === measure && f.item === item).map((f) => f.best ?? f.low ?? f.high ?? 0),
  );

/** The side that most claims name as the attacker, or the victim; of equals the first. */
function sideOf(filed: readonly FiledClaim[], end: 'attacker' | 'victim'): string | null {
  const named = new Map<string, number>();
  for (const { claim } of filed) {
    const side = factsOf(claim)[end];
    if (side) named.set(side, (named.get(side) ?? 0) + 1);
  }
  return [...named].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The figures that the event's superlatives rank; one that ranks an occurrence is taken to rank the figure beside it. */
function rankingsOf(filed: readonly FiledClaim[]): Ranking[] {
  const sides = { attacker: sideOf(filed, 'attacker'), victim: sideOf(filed, 'victim') };
  const byId = new Map(filed.map((f) => [f.claim.id, f]));
  return filed
    .filter(({ claim }) => claim.kind === 'superlative' && claim.modality === 'actual')
    .map(({ claim, document }) => {
      const about = claim.about.flatMap((id) => byId.get(id) ?? []);
      const ranked =
        about.find((f) => f.claim.value) ??
        filed.find(
          (f) =>
            f.document.id === document.id &&
            f.claim.value &&
            about.some((a) => a.claim.sentence.start === f.claim.sentence.start),
        );
      const value = ranked?.claim.value?.low ?? ranked?.claim.value?.high ?? null;
      const measure = ranked?.claim.measure ?? null;
      return {
        claim,
        document: document.id,
        figure: measure === null || value === null ? null : { measure, item: ranked!.claim.item ?? '', value },
        ...sides,
      };
    });
}

/**
 * Checks an event's superlatives against the ledger. `broken`: an event of the same side, or of the same place, has a larger figure of
 * the same measure and item, within the time that the superlative speaks of or since; the earliest is named. `holds`: none has, and the
 * ledger reaches back as far as the superlative does. `unknown`: none has, but the ledger does not reach so far, or no figure says how
 * large it was. `keys` are those by which what would judge a superlative otherwise finds it, by claim.
 */
export async function recordsOf(
  event: Event,
  filed: readonly FiledClaim[],
  view: LinkView,
): Promise<{ records: RecordCheck[]; keys: Map<string, string[]> }> {
  const records: RecordCheck[] = [];
  const keys = new Map<string, string[]>();
  for (const { claim, document, figure, attacker, victim } of rankingsOf(filed)) {
    if (!figure) {
      records.push({ claim: claim.id, status: 'unknown', event: null, note: 'No figure says how large it was.' });
      continue;
    }
    const { measure, item, value } = figure;
    const since = claim.time?.from ?? null;
    const what = `${value} ${value === 1 ? item : itemsOf(item)} ${measure}`;
    const side = attacker === null ? null : fold(attacker);
    const larger = largerBeside(claim, figure, await view.filed([document]));
    const figures = { measure, item, above: value };
    const breaker = await breakerOf(
      event,
      figures,
      { attacker: side, victim: fold(victim ?? '') },
      since,
      larger,
      view,
    );
    const first = since === null || breaker ? null : (await view.coverage()).from;
    const reaches = since !== null && first !== null && first <= since;
    const open = since === null ? 'without limit' : `to ${since}`;
    records.push({
      claim: claim.id,
      status: breaker ? 'broken' : reaches ? 'holds' : 'unknown',
      event: breaker?.id ?? null,
      note: breaker
        ? `Another event of the ledger exceeds ${what}.`
        : reaches
          ? `Nothing in the ledger exceeds ${what} since ${since}.`
          : `Nothing in the ledger exceeds ${what}, but it does not reach back ${open}.`,
    });
    const until = breaker
      ? [`~${dayNumber(breaker.day)}`, `~~${lotOf(dayNumber(breaker.day))}`]
      : [`${magnitude(value)}`];
    keys.set(claim.id, [
      ...[side ?? '', ANY, ...larger.map((c) => fold(factsOf(c).attacker ?? ''))].flatMap((whose) =>
        until.map((at) => `r ${measure} ${item} ${whose} ${at}`),
      ),
      ...(breaker ? [brokenKey(breaker.id)] : since !== null && !reaches ? [UNREACHED] : []),
    ]);
  }
  return { records, keys };
}

/** What else an article calls a record, and larger: figures of the same measure and item. "The previous record" is broken by the one that the article is about, whoever attacked. */
function largerBeside(
  claim: Claim,
  { measure, item, value }: NonNullable<Ranking['figure']>,
  article: readonly FiledClaim[],
): Claim[] {
  const ranked = new Set(
    article
      .filter((f) => f.claim.kind === 'superlative' && f.claim.modality === 'actual' && f.claim.id !== claim.id)
      .flatMap((f) => f.claim.about),
  );
  return article
    .map((f) => f.claim)
    .filter(
      (c) =>
        ranked.has(c.id) &&
        c.measure === measure &&
        (c.item ?? '') === item &&
        (c.value?.low ?? c.value?.high ?? 0) > value,
    );
}

/**
 * The earliest event that the superlative can be held against: of the same side, or, where one of the two is not known, of the same place
 * and no attack by whom this one was upon; or else that of a larger figure that its own article calls a record.
 */
async function breakerOf(
  event: Event,
  figure: Exceeded,
  { attacker: side, victim }: { attacker: string | null; victim: string },
  since: string | null,
  larger: readonly Claim[],
  view: LinkView,
): Promise<Rival | null> {
  const there = (await view.exceeding(figure, side === null ? null : '', since, RIVALS)).filter(
    (r) => isThere(r, event) && !(side === null && victim && r.rival === victim),
  );
  const same = side ? await view.exceeding(figure, side, since, 2) : [];
  const found = [...there, ...same].filter(({ id }) => id !== event.id).sort(earliest)[0];
  if (found || !larger.length) return found ?? null;
  const any = await view.exceeding(figure, null, since, RIVALS);
  return any.find((r) => larger.some((c) => c.time?.to === r.day && c.place && isAt(r, c.place))) ?? null;
}

const isAt = ({ place }: { place: Place | null }, other: Place): boolean =>
  place !== null && ['same', 'near'].includes(comparePlaces(whereOf(place), whereOf(other)));

const isThere = (a: { place: Place | null }, b: Event): boolean =>
  a.place !== null &&
  b.place !== null &&
  ['same', 'inside', 'near'].includes(comparePlaces(whereOf(a.place), whereOf(b.place)));

const magnitude = (value: number): number => Math.floor(Math.log2(Math.max(1, value)));
/**
 * Days in a lot. A broken record is filed under the day of what breaks it, and under that day's lot: what comes to be known of an earlier
 * event breaks it instead, and asks for the days of its own lot that follow and for all later lots.
 */
const LOT = 32;
const lotOf = (day: number): number => Math.floor(day / LOT);
/** Stands for any side in keys: what an event is asked by whose attacker nobody names. */
const ANY = '*';
/** Finds the records for which the ledger does not reach back far enough. */
export const UNREACHED = 'r unreached';
/** Finds the records that an event breaks. */
export const brokenKey = (event: string): string => `r by ${event}`;

/** May an event break less than it did? */
export const isWeaker = (now: Dated, before: Dated): boolean =>
  now.day !== before.day ||
  now.rival !== before.rival ||
  JSON.stringify(now.event.place) !== JSON.stringify(before.event.place) ||
  before.event.figures.some((f) => sizeOf(now.event, f.measure, f.item) < sizeOf(before.event, f.measure, f.item));

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/**
 * Keys of the records that an event's figures may break, or break before another does: those that are not what they were, or all where
 * it is new. `last` is the last day of the ledger.
 */
export function challengeKeys({ event, day, rival }: Dated, before: Dated | undefined, last: string | null): string[] {
  if (rival === null) return [];
  const [from, to] = [dayNumber(day), dayNumber(last ?? day)];
  const days = range(from, Math.min(to, lotOf(from) * LOT + LOT - 1)).map((at) => `~${at}`);
  const lots = range(lotOf(from) + 1, lotOf(to)).map((at) => `~~${at}`);
  return event.figures.flatMap(({ measure, item }) => {
    const value = sizeOf(event, measure, item);
    if (before?.day === day && before.rival === rival && sizeOf(before.event, measure, item) === value) return [];
    const waiting = [...range(0, magnitude(value)).map(String), ...days, ...lots];
    return (rival === '' ? [ANY] : [rival, '']).flatMap((side) =>
      waiting.map((until) => `r ${measure} ${item} ${side} ${until}`),
    );
  });
}
