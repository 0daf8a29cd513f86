import type { Claim } from '../model/claim.ts';
import { isTotal } from '../model/days.ts';
import type { Event, RecordCheck } from '../model/event.ts';
import { itemsOf } from '../model/items.ts';
import type { FiledClaim, LinkView } from '../model/ledger.ts';
import { factsOf } from './facts.ts';
import { comparePlaces, whereOf } from './whereabouts.ts';
import { fold } from './words.ts';

/** A superlative of an event, the figure that it ranks (null when none says how large it was), and whose attack it was. */
interface Ranking {
  claim: Claim;
  figure: { measure: string; item: string; value: number } | null;
  attacker: string | null;
}

/** Rivals looked at for one superlative, largest first. */
const RIVALS = 6;

/** Articles of a rival that are read for whose attack it was. */
const READ = 1;

/** The side that most claims name as the attacker; of equals the first. */
function attackerOf(filed: readonly FiledClaim[]): string | null {
  const named = new Map<string, number>();
  for (const { claim } of filed) {
    const { attacker } = factsOf(claim);
    if (attacker) named.set(attacker, (named.get(attacker) ?? 0) + 1);
  }
  return [...named].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The figures that the event's superlatives rank; one that ranks an occurrence is taken to rank the figure beside it. */
function rankingsOf(filed: readonly FiledClaim[]): Ranking[] {
  const attacker = attackerOf(filed);
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
        figure: measure === null || value === null ? null : { measure, item: ranked!.claim.item ?? '', value },
        attacker,
      };
    });
}

/**
 * Checks an event's superlatives against the ledger. `broken`: an event of the same side, or of the same place, has a larger figure of
 * the same measure and item, within the time that the superlative speaks of or since. `holds`: none has, and the ledger reaches back as far as
 * the superlative does. `unknown`: none has, but the ledger does not reach so far, or no figure says how large it was.
 */
export async function recordsOf(event: Event, filed: readonly FiledClaim[], view: LinkView): Promise<RecordCheck[]> {
  const checks: RecordCheck[] = [];
  for (const ranking of rankingsOf(filed)) {
    const { claim, figure } = ranking;
    if (!figure) {
      checks.push({ claim: claim.id, status: 'unknown', event: null, note: 'No figure says how large it was.' });
      continue;
    }
    const { measure, item, value } = figure;
    const since = claim.time?.from ?? null;
    const what = `${value} ${value === 1 ? item : itemsOf(item)} ${measure}`;
    const rivals = await view.largest(measure, item, value + 1, since, null, RIVALS);
    const breaker = await firstComparable(
      rivals.filter((r) => r.id !== event.id),
      event,
      ranking,
      view,
    );
    if (breaker) {
      checks.push({
        claim: claim.id,
        status: 'broken',
        event: breaker.id,
        note: `Another event of the ledger exceeds ${what}.`,
      });
      continue;
    }
    const first = since === null ? null : (await view.coverage()).from;
    const reaches = since !== null && first !== null && first <= since;
    checks.push({
      claim: claim.id,
      status: reaches ? 'holds' : 'unknown',
      event: null,
      note: reaches
        ? `Nothing in the ledger exceeds ${what} since ${since}.`
        : `Nothing in the ledger exceeds ${what}, but it does not reach back ${since === null ? 'without limit' : `to ${since}`}.`,
    });
  }
  return checks;
}

/** The earliest of the rivals that the superlative can be held against. */
async function firstComparable(
  rivals: readonly Event[],
  event: Event,
  { attacker }: Ranking,
  view: LinkView,
): Promise<Event | null> {
  const dated = rivals.toSorted(
    (a, b) => (a.time?.from ?? '9').localeCompare(b.time?.from ?? '9') || (a.id < b.id ? -1 : 1),
  );
  const read =
    attacker === null ? [] : await view.filed([...new Set(dated.flatMap((r) => r.documents.slice(0, READ)))]);
  const isRival = (rival: Event): boolean => {
    const told = new Set(rival.claims);
    const other = attackerOf(read.filter((f) => told.has(f.claim.id)));
    if (attacker !== null && other !== null) return other === attacker;
    return isThere(rival, event);
  };
  return dated.find(isRival) ?? null;
}

const isThere = (a: Event, b: Event): boolean =>
  a.place !== null &&
  b.place !== null &&
  ['same', 'inside', 'near'].includes(comparePlaces(whereOf(a.place), whereOf(b.place)));

const magnitude = (value: number): number => Math.floor(Math.log2(Math.max(1, value)));

/** Under whose attacks a record is filed: its own side's or nobody's, and anybody's, where one asks that does not know whose it is. */
const attackers = (attacker: string | null): string[] => [fold(attacker ?? ''), '*'];

/** Keys by which a larger figure finds the records that it breaks; those already broken wait for nothing. */
export function recordKeys(event: Event, filed: readonly FiledClaim[]): Map<string, string[]> {
  const open = new Set(event.records.filter((r) => r.status !== 'broken').map((r) => r.claim));
  return new Map(
    rankingsOf(filed).flatMap(({ claim, figure, attacker }): [string, string[]][] =>
      figure && open.has(claim.id)
        ? [
            [
              claim.id,
              attackers(attacker).map(
                (side) => `r ${figure.measure} ${figure.item} ${side} ${magnitude(figure.value)}`,
              ),
            ],
          ]
        : [],
    ),
  );
}

/** Keys of the records that an event's figures may break: those that rose since it was `before`, or all where it is new. */
export function challengeKeys(event: Event, filed: readonly FiledClaim[], before: Event | undefined): string[] {
  if (event.time && isTotal(event.time)) return [];
  const attacker = attackerOf(filed);
  const sides = attacker === null ? ['*'] : ['', fold(attacker)];
  const most = (figures: Event['figures'], measure: string, item: string) =>
    Math.max(
      0,
      ...figures.filter((f) => f.measure === measure && f.item === item).map((f) => f.best ?? f.low ?? f.high ?? 0),
    );
  return event.figures.flatMap(({ measure, item }) => {
    const value = most(event.figures, measure, item);
    if (before && value <= most(before.figures, measure, item)) return [];
    return sides.flatMap((side) =>
      Array.from({ length: magnitude(value) + 1 }, (_, m) => `r ${measure} ${item} ${side} ${m}`),
    );
  });
}
