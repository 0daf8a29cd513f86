import { z } from '@hono/zod-openapi';
import { OccurrenceType } from '../model/claim.ts';
import { Standing } from '../model/event.ts';
import type { Filters, Paging } from '../store/filters.ts';

const words = z.string().trim().min(1).max(200);
const day = z.iso.date();
const given = (description: string, examples: string[]) => ({ description, examples });

/** The filters of every list, by the names that they have as options of the command; all that are given must hold. */
export const FilterQuery = z.strictObject({
  since: day.optional().meta(given('First day, inclusive', ['2025-03-01'])),
  until: day.optional().meta(given('Last day, inclusive', ['2025-03-31'])),
  place: words.optional().meta(given('A place by name or GeoNames id', ['Kursk', 'geonames:538560'])),
  actor: words.optional().meta(given('Who did it or had it done to them: name, id or side', ['Ukraine'])),
  origin: words.optional().meta(given('Who says it: name, id or side', ['Russia'])),
  type: OccurrenceType.optional(),
  standing: Standing.optional(),
  search: words.optional().meta(given('Full text; all words must occur, "words in quotes" as a phrase', ['bridge'])),
  as_of: day.optional().meta(given('Only what was known by the end of this day', ['2025-03-12'])),
});

export const PageQuery = FilterQuery.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before' }),
  format: z.enum(['json', 'csv']).optional().meta({ description: 'Or ask with `Accept: text/csv`' }),
});

/** A query's parameters as the ledger takes them. */
export const filtersOf = ({ as_of, ...query }: z.infer<typeof FilterQuery>): Filters => ({
  since: query.since,
  until: query.until,
  place: query.place,
  actor: query.actor,
  origin: query.origin,
  type: query.type,
  standing: query.standing,
  search: query.search,
  asOf: as_of,
});

export const pagingOf = ({ limit, cursor }: { limit: number; cursor?: string }): Paging => ({ limit, cursor });
