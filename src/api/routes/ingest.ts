import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { Refused } from '../problem.ts';
import { type Desk, json, type Parts, route } from '../route.ts';
import type { Filed } from '../works.ts';

/** Bytes of one text or file that the API takes; more goes through `counterclaim ingest`. */
export const INGEST_BYTES = 8_000_000;

const FiledShape = z
  .object({
    document: z.string().nullable().meta({ description: 'Its id; null where it was refused' }),
    title: z.string().nullable(),
    status: z.enum(['new', 'unchanged', 'refused']),
    reason: z.string().nullable().meta({ description: 'Why it was refused' }),
    claims: z.int(),
    events: z.array(z.string()).meta({ description: 'Ids of the events that its claims stand in' }),
    disputes: z.int(),
  })
  .meta({ id: 'Filed' });

const lines = {
  description: 'JSON Lines, each a `Filed`: what became of each article, as soon as it is known',
  content: { 'application/x-ndjson': { schema: z.string() } },
};

const short = z.string().trim().min(1).max(500);

const Text = z.object({
  text: z.string().min(1),
  title: short.nullish(),
  outlet: short.nullish(),
  author: short.nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  published: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .nullish()
    .meta({ description: 'Without it, "on Tuesday" stays unresolved; nothing takes today\'s date' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullish(),
});

const text = route('reviewer', {
  method: 'post',
  path: '/ingest/text',
  tags: ['Ingest'],
  summary: 'Read a text',
  request: { body: { required: true, content: { 'application/json': { schema: Text } } } },
  responses: { 200: json(FiledShape, 'What became of it') },
});

const address = route('reviewer', {
  method: 'post',
  path: '/ingest/address',
  tags: ['Ingest'],
  summary: 'Fetch an article, or a feed of them, and read it',
  description: 'Private, loopback and link-local targets are refused, after resolution and on every redirect.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }) } },
    },
  },
  responses: { 200: lines },
});

const file = route('reviewer', {
  method: 'post',
  path: '/ingest/file',
  tags: ['Ingest'],
  summary: "Read a file's articles",
  description:
    'The body is the file as it is; `name` tells by its ending what it is (.txt .md .json .jsonl, also .gz). Answers while it works.',
  request: {
    query: z.object({ name: z.string().min(1).max(255) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: { 200: lines },
});

export function ingestRoutes(desk: Desk, { answers, works }: Parts): void {
  desk.use(
    '/ingest/*',
    bodyLimit({
      maxSize: INGEST_BYTES,
      onError: () => {
        throw new Refused(413, `At most ${INGEST_BYTES / 1_000_000} MB at once; use counterclaim ingest for more.`);
      },
    }),
  );

  desk.openapi(text, async (c) => {
    const filed = await works.text(c.req.valid('json'));
    answers.clear();
    return c.json(filed, 200);
  });

  const tell = (c: Context, filed: AsyncIterable<Filed>) => {
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      for await (const one of filed) {
        answers.clear();
        await out.write(`${JSON.stringify(one)}\n`);
        if (out.aborted) break;
      }
    }) as never;
  };

  desk.openapi(address, (c) => tell(c, works.address(c.req.valid('json').url)));

  desk.openapi(file, async (c) =>
    tell(c, works.file(c.req.valid('query').name, new Uint8Array(await c.req.arrayBuffer()))),
  );
}
