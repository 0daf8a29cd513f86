import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Columns, toCsv } from '../export/csv.ts';
import type { Page } from '../store/filters.ts';
import type { Ledger, Role } from '../store/ledger.ts';
import type { Answers } from './answers.ts';
import { type DeskEnv, demand, type Gate } from './guard/access.ts';
import { operationId } from './operation-id.ts';
import { Problem, Refused } from './problem.ts';
import { page } from './shapes.ts';
import type { Works } from './works.ts';

export type Desk = OpenAPIHono<DeskEnv>;

/** What every route is handed. */
export interface Parts {
  ledger: Ledger;
  answers: Answers;
  works: Works;
  gate: Gate;
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const REFUSALS = {
  400: refusal('A parameter or field cannot be understood; `errors` names it'),
  401: refusal('A token is needed, or it is not good'),
  403: refusal('The token may not do this'),
} as const;

const SECURITY: Record<Role, Record<string, string[]>[]> = {
  reader: [{}, { token: [] }],
  reviewer: [{ token: [] }],
  admin: [{ token: [] }],
};

/** A route of the API: who may call it, and the refusals that every one has. */
export const route = <P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(role: Role, config: R) =>
  createRoute({
    ...config,
    operationId: operationId(config.method, config.path),
    security: SECURITY[role],
    middleware: [demand(role)],
    responses: { ...config.responses, ...REFUSALS },
  });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const notFound = refusal('There is none by this id');

/** The 200 of a list: a page as JSON, or its rows as CSV. */
export const listed = <T extends z.ZodType>(item: T, description: string) => ({
  200: {
    description,
    headers: z.object({
      etag: z.string(),
      link: z.string().optional().meta({ description: 'RFC 8288: `rel="next"`' }),
    }),
    content: { 'application/json': { schema: page(item) }, 'text/csv': { schema: z.string() } },
  },
  304: { description: 'You have it already: `If-None-Match` names its ETag' },
});

/** Answers with a page of rows as JSON or CSV, and where the next page is; `dress` adds to the rows of JSON. */
export async function sendList<T>(
  c: Context,
  answers: Answers,
  format: 'json' | 'csv' | undefined,
  read: () => Promise<Page<T>>,
  columns: Columns<T>,
  dress: (rows: T[]) => unknown[] | Promise<unknown[]> = (rows) => rows,
): Promise<never> {
  const csv = (format ?? (c.req.header('accept')?.startsWith('text/csv') ? 'csv' : 'json')) === 'csv';
  const answer = await answers.send(c, csv ? 'text/csv' : 'application/json', async () => {
    const { items, next } = await read();
    return { body: csv ? toCsv(columns, items) : JSON.stringify({ items: await dress(items), next }), next };
  });
  return answer as never;
}

/** A resource that must be there. */
export function found<T>(thing: T | null, what: string, id: string): T {
  if (thing === null) throw new Refused(404, `There is no ${what} ${id} in this ledger.`);
  return thing;
}
