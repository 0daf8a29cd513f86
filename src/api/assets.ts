import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { problem } from './problem.ts';
import type { Desk } from './route.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

interface Asset {
  type: string;
  etag: string;
  plain: Buffer;
  packed: Map<string, Buffer>;
}

const assets = new Map<string, Asset>();

function load(path: string): Asset {
  const kept = assets.get(path);
  if (kept) return kept;
  const plain = readFileSync(path);
  const etag = `"${createHash('sha1').update(plain).digest('base64url')}"`;
  const asset = { type: TYPES[extname(path)] ?? 'application/octet-stream', etag, plain, packed: new Map() };
  assets.set(path, asset);
  return asset;
}

const PACKERS = { br: brotliCompressSync, gzip: gzipSync } as const;

/** Sends a file of ours, compressed once and kept. `immutable` is for names that carry a digest of their content. */
export function sendFile(c: Context, path: string, immutable = false): Response {
  const asset = load(path);
  const headers: Record<string, string> = {
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
  const accepted = c.req.header('accept-encoding') ?? '';
  const packing = (['br', 'gzip'] as const).find((name) => accepted.includes(name));
  if (!packing || asset.type.startsWith('image/png') || asset.plain.length < 1000)
    return c.body(new Uint8Array(asset.plain), 200, headers);
  const packed = asset.packed.get(packing) ?? PACKERS[packing](asset.plain);
  asset.packed.set(packing, packed);
  return c.body(new Uint8Array(packed), 200, { ...headers, 'content-encoding': packing });
}

/**
 * The built web app. Its files are listed when the server starts, and only what is on the list is ever sent;
 * every other address that is not the API's is a view, and gets the page.
 */
export function webRoutes(app: Desk, root: string | null): void {
  const files = new Map<string, string>();
  if (root !== null) {
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const path = join(root, name);
      if (statSync(path).isFile()) files.set(`/${relative(root, path).split(sep).join('/')}`, path);
    }
  }
  const page = files.get('/index.html');

  app.get('*', (c) => {
    const { pathname } = new URL(c.req.url);
    if (pathname.startsWith('/api/'))
      return problem(c, 404, `There is no ${pathname} here; the routes are listed at /api/docs.`);
    const file = files.get(pathname);
    if (file && file !== page) return sendFile(c, file, pathname.startsWith('/assets/'));
    if (!page) return problem(c, 404, 'The web app is not built: npm run build.');
    if (pathname.startsWith('/assets/') || (extname(pathname) && pathname.split('/').length === 2))
      return problem(c, 404, `There is no file ${pathname}: the app was built anew; read the page again.`);
    return sendFile(c, page);
  });
}
