import { z } from '@hono/zod-openapi';
import { eventColumns } from '../../export/csv.ts';
import { agreements } from '../agreement.ts';
import { filtersOf, PageQuery, pagingOf } from '../filters.ts';
import { Refused } from '../problem.ts';
import { type Desk, json, listed, notFound, type Parts, route, sendList } from '../route.ts';
import { EventRow, page, Review } from '../shapes.ts';

const reason = z.string().trim().min(1).max(1000).meta({ description: 'Why; kept with the act' });
const claimId = z.string().max(100);

/** What a reviewer may do, one object an act. */
const Act = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['accept', 'reject']), subject: claimId, reason }),
  z.object({
    action: z.literal('correct'),
    subject: claimId,
    field: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: 'A path into the claim', examples: ['value.low', 'source.name', 'measure'] }),
    new: z.unknown().meta({ description: 'The right value, as JSON' }),
    reason,
  }),
  z.object({
    action: z.enum(['same', 'different']),
    subject: claimId,
    other: claimId.meta({ description: 'The claim that is, or is not, about the same event' }),
    reason,
  }),
  z.object({
    action: z.literal('standing'),
    subject: claimId.meta({ description: 'A claim of the event that is meant: it outlives relinking' }),
    new: z.enum(['confirmed', 'rejected']),
    reason,
  }),
]);

const queue = route('reader', {
  method: 'get',
  path: '/review/queue',
  tags: ['Review'],
  summary: "Events worth a reviewer's time: contested and doubtful first",
  request: {
    query: PageQuery.extend({
      reviewer: z
        .string()
        .max(80)
        .optional()
        .meta({ description: 'Leave out what this reviewer has judged; without it, what anybody has' }),
    }),
  },
  responses: listed(EventRow, 'A page of the queue'),
});

const history = route('reader', {
  method: 'get',
  path: '/reviews',
  tags: ['Review'],
  summary: 'What reviewers did, the latest first',
  request: {
    query: z.strictObject({
      subject: claimId.optional(),
      by: z.string().max(80).optional(),
      limit: PageQuery.shape.limit,
      cursor: PageQuery.shape.cursor,
    }),
  },
  responses: { 200: json(page(Review), 'A page of acts') },
});

const act = route('reviewer', {
  method: 'post',
  path: '/reviews',
  tags: ['Review'],
  summary: 'Accept, correct or reject a claim; merge or split events; confirm or reject an event',
  request: { body: { required: true, content: { 'application/json': { schema: Act } } } },
  responses: { 201: json(Review, 'The act, as it was added'), 404: notFound },
});

const undo = route('reviewer', {
  method: 'post',
  path: '/reviews/{id}/undo',
  tags: ['Review'],
  summary: 'Take an act back, by another that says so',
  request: {
    params: z.object({ id: z.coerce.number().int().positive() }),
    body: { required: true, content: { 'application/json': { schema: z.object({ reason }) } } },
  },
  responses: { 201: json(Review, 'The act that takes it back'), 404: notFound },
});

const agreement = route('reader', {
  method: 'get',
  path: '/review/agreement',
  tags: ['Review'],
  summary: 'How far each two reviewers agree, over the claims that both judged',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            reviewers: z.tuple([z.string(), z.string()]),
            both: z.int(),
            agree: z.int(),
            kappa: z.number().nullable().meta({ description: "Cohen's kappa; null where chance alone would agree" }),
          }),
        ),
      }),
      'The pairs',
    ),
  },
});

export function reviewRoutes(desk: Desk, { ledger, answers, works }: Parts): void {
  desk.openapi(queue, (c) => {
    const { reviewer, ...query } = c.req.valid('query');
    return sendList(
      c,
      answers,
      query.format,
      () => ledger.queue(filtersOf(query), pagingOf(query), reviewer),
      eventColumns,
    );
  });

  desk.openapi(history, (c) => {
    const { subject, by, ...paging } = c.req.valid('query');
    return answers.json(c, () => ledger.reviews({ subject, by }, pagingOf(paging))) as never;
  });

  desk.openapi(act, async (c) => {
    const given = c.req.valid('json');
    for (const field of ['subject', 'other'] as const) {
      const id = (given as Record<string, unknown>)[field];
      if (typeof id === 'string' && !(await ledger.claim(id)))
        throw new Refused(404, `There is no claim ${id} in this ledger.`, [{ field, detail: 'no such claim' }]);
    }
    const done = await works.review({ ...given, by: c.get('access').name });
    answers.clear();
    return c.json(done, 201) as never;
  });

  desk.openapi(undo, async (c) => {
    const done = await works.undo(c.req.valid('param').id, c.get('access').name, c.req.valid('json').reason);
    answers.clear();
    return c.json(done, 201) as never;
  });

  desk.openapi(agreement, (c) => answers.json(c, async () => ({ items: await agreements(ledger) })) as never);
}
