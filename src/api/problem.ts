import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { FilterError } from '../store/filters.ts';

/** RFC 9457 problem details. `errors` names each field that was wrong, as it stands in the request. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'about:blank: the status says which' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

const TITLES: Record<number, string> = {
  400: 'The request cannot be understood',
  401: 'A token is needed',
  403: 'This is not yours to do',
  404: 'Not found',
  409: 'It has changed meanwhile',
  413: 'The body is too large',
  415: 'This kind of body is not read',
  421: 'This host is not served here',
  422: 'The request asks for what cannot be done',
  429: 'Too much at once',
  500: 'The server stumbled',
  503: 'Too busy',
};

/** A request that is answered with a problem. `fields` are names as they stand in the query or body. */
export class Refused extends Error {
  readonly status: ContentfulStatusCode;
  readonly fields: { field: string; detail: string }[];
  constructor(status: ContentfulStatusCode, detail: string, fields: { field: string; detail: string }[] = []) {
    super(detail);
    this.status = status;
    this.fields = fields;
  }
}

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  detail?: string,
  errors: Problem['errors'] = [],
): Response {
  const body: Problem = { type: 'about:blank', title: TITLES[status] ?? 'Refused', status };
  if (detail) body.detail = detail;
  if (errors.length > 0) body.errors = errors;
  if (status === 401) c.header('www-authenticate', 'Bearer realm="counterclaim"');
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

/** Every error becomes a problem; what was not foreseen is logged whole and told in brief. */
export function onError(error: Error, c: Context): Response {
  if (error instanceof Refused) return problem(c, error.status, error.message, error.fields);
  if (error instanceof FilterError)
    return problem(c, 400, error.message, [{ field: error.field, detail: error.message }]);
  if (error instanceof HTTPException) return problem(c, error.status as ContentfulStatusCode, error.message);
  console.error(error);
  return problem(c, 500, 'The cause stands in the log of counterclaim serve.');
}

/** zod-openapi's hook: a request that its schema refuses names each field and why. */
export function onInvalid(
  result: {
    success: boolean;
    target?: string;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
  },
  c: Context,
): Response | undefined {
  if (result.success || !result.error) return undefined;
  const errors = result.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || (result.target ?? 'body'),
    detail: issue.message,
  }));
  return problem(c, 400, errors.map((each) => `${each.field}: ${each.detail}`).join('; '), errors);
}
