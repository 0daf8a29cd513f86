import { z } from '@hono/zod-openapi';
import type { Bucket } from '../../store/day-totals.ts';
import type { Ledger } from '../../store/ledger.ts';
import { FilterQuery, filtersOf } from '../filters.ts';
import { type Desk, json, type Parts, route } from '../route.ts';
import { DayTotal, EventPoint } from '../shapes.ts';

const day = z.iso.date().nullable();

const timeline = route('reader', {
  method: 'get',
  path: '/timeline',
  tags: ['Timeline and map'],
  summary: 'What each side claims per day, week or month and measure',
  description:
    'Sums over the events of each bucket. Of several origins of one side on one event the highest figure counts, so that ten who repeat one ministry count once. Without `since`, what is asked ends at the last event and goes back 62 days, 106 weeks or 240 months.',
  request: { query: FilterQuery.extend({ by: z.enum(['day', 'week', 'month']).default('day') }) },
  responses: {
    200: json(
      z.object({ since: day, until: day, items: z.array(DayTotal) }),
      'The sums, in order of day, and the days that were asked for',
    ),
  },
});

const points = route('reader', {
  method: 'get',
  path: '/points',
  tags: ['Timeline and map'],
  summary: 'Where events are said to have happened, the latest first',
  description: 'Places: GeoNames, CC BY 4.0.',
  request: { query: FilterQuery.extend({ limit: z.coerce.number().int().min(1).max(2000).default(500) }) },
  responses: { 200: json(z.object({ items: z.array(EventPoint) }), 'The points') },
});

/** Days looked back over where nobody says since when, and at most: what bounds the cost of the question. */
const DAYS: Record<Bucket, { back: number; most: number }> = {
  day: { back: 62, most: 400 },
  week: { back: 742, most: 2200 },
  month: { back: 7300, most: 7300 },
};

async function window(ledger: Ledger, by: Bucket, since: string | undefined, until: string | undefined) {
  const { from, to } = await ledger.coverage();
  const last = until ?? to;
  if (last === null) return { since: null, until: null };
  const back = (days: number) => new Date(Date.parse(last) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const first = [since ?? [from ?? last, back(DAYS[by].back)].sort().at(-1)!, back(DAYS[by].most)].sort().at(-1)!;
  return { since: first, until: last };
}

export function dayRoutes(desk: Desk, { ledger, answers }: Parts): void {
  desk.openapi(timeline, (c) => {
    const { by, ...query } = c.req.valid('query');
    return answers.json(c, async () => {
      const { since, until } = await window(ledger, by, query.since, query.until);
      const items = since === null ? [] : await ledger.dayTotals({ ...filtersOf(query), since, until }, by);
      return { since, until, items };
    }) as never;
  });

  desk.openapi(points, (c) => {
    const { limit, ...query } = c.req.valid('query');
    return answers.json(c, async () => ({ items: await ledger.points(filtersOf(query), limit) })) as never;
  });
}
