import { eventOf } from './link/events.ts';
import { type Passage, passagesOf } from './link/passages.ts';
import type { FiledClaim } from './model/ledger.ts';
import type { EventPage, EventRow } from './model/rows.ts';
import type { Filters, Page, Paging } from './store/filters.ts';
import { FilterError } from './store/filters.ts';
import type { Ledger } from './store/ledger.ts';
import { grouped } from './store/rows.ts';

/**
 * Events as they stood at the end of a day: judged by the rules on what was published by then (or, undated, first seen by
 * then), without reviewers' later words. Which claims are about one event is what is known today; so is which text of an
 * article is the current one. `filters.standing` is the standing of that day.
 */
export async function eventsAsOf(
  ledger: Ledger,
  { asOf, standing, ...filters }: Filters,
  paging: Paging = {},
): Promise<Page<EventRow>> {
  if (asOf === undefined) throw new FilterError('asOf', 'which day?');
  const page = await ledger.events({ ...filters, asOf }, paging);
  const items: EventRow[] = [];
  for (const row of page.items) {
    const then = await asOfDay(ledger, row, asOf);
    if (then && (standing === undefined || then.event.standing === standing)) items.push(then);
  }
  return { items, next: page.next };
}

/** An event's page as it stood at the end of a day; null where nothing of it was known. */
export async function eventAsOf(ledger: Ledger, id: string, day: string): Promise<EventPage | null> {
  const page = await ledger.event(id);
  const then = page && (await asOfDay(ledger, page, day));
  if (!page || !then) return null;
  const told = new Set(then.event.claims);
  return {
    ...page,
    ...then,
    filed: page.filed.filter(({ claim }) => told.has(claim.id)),
    links: page.links.filter(({ claim }) => told.has(claim)),
  };
}

async function asOfDay(ledger: Ledger, row: EventRow, day: string): Promise<EventRow | null> {
  const documents = await ledger.knownBy(row.event.documents, day);
  if (documents.length === 0) return null;
  const unchanged =
    documents.length === row.event.documents.length && !['confirmed', 'rejected'].includes(row.event.standing);
  const claims = new Set(row.event.claims);
  const passages = passagesIn(await ledger.filed(documents), claims);
  if (passages.length === 0) return null;
  const { event, filed } = eventOf(passages);
  const told = new Set(event.claims);
  const dated = filed.flatMap(({ document }) => document.published ?? []).sort();
  return {
    event: {
      ...event,
      id: row.event.id,
      records: unchanged
        ? row.event.records
        : row.event.records.filter(({ claim, event }) => told.has(claim) && event === null),
    },
    documents: event.documents.length,
    origins: event.origins.length,
    claims: event.claims.length,
    disputes: event.disputes.length,
    first: dated[0] ?? null,
    latest: dated.at(-1) ?? null,
  };
}

/** The passages of some articles that have one of these claims. */
function passagesIn(filed: readonly FiledClaim[], claims: ReadonlySet<string>): Passage[] {
  const articles = [...grouped(filed, ({ document }) => document.id).values()];
  return articles
    .flatMap((article) => passagesOf(article))
    .filter((passage) => passage.claims.some(({ id }) => claims.has(id)));
}
