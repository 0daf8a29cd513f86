import { z } from '@hono/zod-openapi';
import { type Desk, json, type Parts, route } from '../route.ts';

const LedgerShape = z
  .object({
    location: z.string(),
    documents: z.int(),
    appearances: z.int(),
    claims: z.int(),
    events: z.int(),
    disputes: z.int(),
    records: z.int(),
    origins: z.int(),
    from: z.iso.date().nullable().meta({ description: 'First day of any event' }),
    to: z.iso.date().nullable().meta({ description: 'Last day of any event' }),
    sides: z.array(z.string()).meta({ description: 'Countries and groups that speak, the most talkative first' }),
  })
  .meta({ id: 'Ledger' });

const MeShape = z.object({
  name: z.string(),
  role: z.enum(['none', 'reader', 'reviewer', 'admin']),
  local: z.boolean().meta({ description: 'True where the server hands a session to its own page' }),
});

const about = route('reader', {
  method: 'get',
  path: '/ledger',
  tags: ['Ledger'],
  summary: 'What the ledger holds',
  responses: { 200: json(LedgerShape, 'Counts and coverage') },
});

const me = route('reader', {
  method: 'get',
  path: '/me',
  tags: ['Ledger'],
  summary: 'Who this request is from, and what it may do',
  responses: { 200: json(MeShape, 'Name and role') },
});

/** Counting a large ledger takes long: while it changes, the counts may be this old (ms). */
const COUNTED = 20_000;

/** Origins looked at for the list of sides: the most prolific. */
const PROLIFIC = 200;

export function ledgerRoutes(desk: Desk, { ledger, answers, gate }: Parts): void {
  desk.openapi(
    about,
    (c) =>
      answers.json(
        c,
        async () => {
          const [counts, coverage, origins] = await Promise.all([
            ledger.counts(),
            ledger.coverage(),
            ledger.origins({}, { limit: PROLIFIC }),
          ]);
          const said = new Map<string, number>();
          for (const { side, claims } of origins.items) if (side) said.set(side, (said.get(side) ?? 0) + claims);
          const sides = [...said].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([side]) => side);
          return {
            location: ledger.location.split(/[\\/]/).at(-1),
            ...counts,
            from: coverage.from,
            to: coverage.to,
            sides,
          };
        },
        COUNTED,
      ) as never,
  );

  desk.openapi(
    me,
    (c) => c.json({ ...c.get('access'), local: gate.local }, 200, { 'cache-control': 'no-store' }) as never,
  );
}
