import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sendFile } from './assets.ts';
import type { Desk } from './route.ts';

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Counterclaim: the API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
});
`;

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Counterclaim',
    version: '1',
    description:
      "The ledger of who claims what in war news. Every number is somebody's claim and stands beside the words that it comes from. Place names: GeoNames, CC BY 4.0.",
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api/v1' }],
};

/** The OpenAPI 3.1 document, made from the routes' own schemas, and pages to browse it with, all from this server. */
export function docRoutes(app: Desk, api: Desk): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'Made by `counterclaim token`. Reading on loopback needs none.',
  });
  let written: string | undefined;
  app.get('/api/v1/openapi.json', (c) => {
    written ??= JSON.stringify(api.getOpenAPI31Document(INFO), null, 2);
    return c.body(written, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
  });
  app.get('/api/docs', (c) => c.html(PAGE));
  app.get('/api/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    app.get(`/api/docs/${name}`, (c) => sendFile(c, join(swagger, name)));
  }
}
