import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Ledger } from '../store/ledger.ts';
import { Answers } from './answers.ts';
import { webRoutes } from './assets.ts';
import { docRoutes } from './docs.ts';
import { type DeskEnv, Gate } from './guard/access.ts';
import { secureHeaders } from './guard/headers.ts';
import { hostCheck, isLoopback } from './guard/hosts.ts';
import { onError, onInvalid, problem, Refused } from './problem.ts';
import type { Desk, Parts } from './route.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { dayRoutes } from './routes/days.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { documentRoutes } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { feedRoutes } from './routes/feed.ts';
import { ingestRoutes } from './routes/ingest.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { originRoutes } from './routes/origins.ts';
import { recordRoutes } from './routes/records.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import type { Works } from './works.ts';

export interface AppOptions {
  ledger: Ledger;
  works: Works;
  /** The host that the server is bound to: it decides who must show a token. */
  host: string;
  /** Further names that it answers to. */
  names?: readonly string[];
  /** Folder of the built web app; null where there is none. */
  web: string | null;
}

/** Bytes of any body that is no article. */
const BODY_BYTES = 64_000;

const limit = bodyLimit({
  maxSize: BODY_BYTES,
  onError: () => {
    throw new Refused(413, `At most ${BODY_BYTES} bytes here.`);
  },
});

/** The whole server, without a socket. */
export function createApp({ ledger, works, host, names, web }: AppOptions): Desk {
  const app: Desk = new OpenAPIHono<DeskEnv>();
  app.use(secureHeaders);
  app.use(hostCheck(host, names));
  app.onError(onError);
  app.notFound((c) =>
    problem(c, 404, `There is no ${c.req.method} ${c.req.path} here; the routes are listed at /api/docs.`),
  );

  const gate = new Gate(ledger, isLoopback(host));
  const api: Desk = new OpenAPIHono<DeskEnv>({ defaultHook: onInvalid });
  api.use(gate.identify);
  api.use((c, next) => (c.req.path.includes('/ingest/') ? next() : limit(c, next)));
  const parts: Parts = { ledger, works, gate, answers: new Answers(ledger) };
  ledgerRoutes(api, parts);
  eventRoutes(api, parts);
  claimRoutes(api, parts);
  documentRoutes(api, parts);
  disputeRoutes(api, parts);
  recordRoutes(api, parts);
  originRoutes(api, parts);
  dayRoutes(api, parts);
  reviewRoutes(api, parts);
  ingestRoutes(api, parts);
  changeRoutes(api, parts);
  feedRoutes(api, parts);
  sessionRoutes(api, parts);

  docRoutes(app, api);
  app.route('/api/v1', api);
  webRoutes(app, web);
  return app;
}
