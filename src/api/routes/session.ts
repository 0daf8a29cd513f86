import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, z } from '@hono/zod-openapi';
import { refuseOtherPages } from '../guard/access.ts';
import { isLoopback } from '../guard/hosts.ts';
import { Problem, Refused } from '../problem.ts';
import { type Desk, json, type Parts } from '../route.ts';

const open = createRoute({
  method: 'post',
  path: '/session',
  operationId: 'postSession',
  tags: ['Ledger'],
  summary: "A session for the desk's own page, on the machine that the server runs on",
  description:
    'Answers only on loopback, and only to a page that this server served itself, as the browser says (`Sec-Fetch-Site`, `Origin`). Programs use a token: `counterclaim token`.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name: z.string().trim().min(1).max(80).meta({ description: 'What review acts are signed with' }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(z.object({ token: z.string() }), 'A bearer token, good until the server stops'),
    403: {
      description: 'Not the own page, or not on loopback',
      content: { 'application/problem+json': { schema: Problem } },
    },
  },
});

export function sessionRoutes(desk: Desk, { gate }: Parts): void {
  desk.openapi(open, (c) => {
    if (!gate.local)
      throw new Refused(403, 'Sessions are for the machine that the server runs on; use a token: counterclaim token.');
    const peer = getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? '';
    if (!isLoopback(peer)) throw new Refused(403, 'Sessions are for the machine that the server runs on.');
    if (
      c.req.header('sec-fetch-site') !== 'same-origin' ||
      !c.req.header('origin') ||
      c.req.header('x-counterclaim') !== 'desk'
    ) {
      throw new Refused(403, "Sessions are for the desk's own page; programs use a token: counterclaim token.");
    }
    refuseOtherPages(c);
    return c.json({ token: gate.open(c.req.valid('json').name) }, 201, { 'cache-control': 'no-store' });
  });
}
