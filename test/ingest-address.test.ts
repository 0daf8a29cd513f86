import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignDate } from '../src/ingest/fields.ts';
import { type Allow, isPublic } from '../src/ingest/guard.ts';
import { type Ingested, readPaths } from '../src/ingest/read.ts';

const long =
  'The ministry said that forty drones were shot down over the region during the night, and that nobody was hurt.';
const page = `<html lang="en"><head><title>Raid</title><link rel="canonical" href="https://elsewhere.example/raid"></head><body><article><h1>Raid</h1><p>${long}</p><p>${long}</p><p>${long}</p></article></body></html>`;
let server: Server;
let base = '';
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    const send = (type: string, body: string | Buffer) => response.writeHead(200, { 'content-type': type }).end(body);
    switch (request.url) {
      case '/robots.txt':
        return send('text/plain', 'User-agent: *\nDisallow: /secret\n');
      case '/raid':
      case '/secret':
      case '/second':
        return send('text/html; charset=utf-8', page);
      case '/cyrillic':
        return send('text/plain; charset=windows-1251', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2e]));
      case '/moved':
        return response.writeHead(302, { location: '/raid' }).end();
      case '/inside':
        return response.writeHead(302, { location: 'http://10.0.0.7/raid' }).end();
      case '/round':
        return response.writeHead(302, { location: '/round' }).end();
      case '/picture':
        return send('image/png', 'x');
      case '/large':
        return send('text/html', Buffer.alloc(10_000_000, 'x'));
      case '/feed':
        return send(
          'application/rss+xml',
          `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>Told by the feed</title><link>${base}/raid</link><pubDate>Tue, 11 Mar 2025 12:00:00 GMT</pubDate></item>
        <item><link>/second</link></item><item><link>${base}/raid</link></item><item><link>${base}/gone</link></item></channel></rss>`,
        );
      case '/atom':
        return send(
          'application/atom+xml',
          `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>T</title><link href="${base}/raid"/><published>2025-03-11T12:00:00Z</published></entry></feed>`,
        );
      default:
        return response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

const read = async (path: string, allow: Allow = (address) => address === '127.0.0.1'): Promise<Ingested[]> => {
  const found: Ingested[] = [];
  for await (const one of readPaths([path.startsWith('/') ? base + path : path], { allow })) found.push(one);
  return found;
};
const reason = ([one]: Ingested[]) => ('refused' in one ? one.refused.reason : 'READ');

describe('addresses', () => {
  it('a page, after redirects, under its own address', async () => {
    expect(await read('/moved')).toMatchObject([
      { article: { url: `${base}/raid`, title: 'Raid', text: `${long}\n\n${long}\n\n${long}`, language: 'en' } },
    ]);
    expect(await read('/cyrillic')).toMatchObject([{ article: { text: 'Привет.', url: `${base}/cyrillic` } }]);
  });

  it('a feed leads to its articles, and tells what they do not', async () => {
    const found = await read('/feed');
    expect(found).toMatchObject([
      { article: { url: `${base}/raid`, published: '2025-03-11T12:00:00Z', title: 'Raid' } },
      { article: { url: `${base}/second`, published: null } },
      { refused: { path: `${base}/gone`, reason: expect.stringMatching(/answered 404/) } },
    ]);
    expect(await read('/atom')).toMatchObject([
      { article: { url: `${base}/raid`, published: '2025-03-11T12:00:00Z' } },
    ]);
  });

  it.each([
    ['/secret', /robots\.txt/],
    ['/missing', /answered 404/],
    ['/picture', /it is image\/png/],
    ['/large', /larger than 9 MB/],
    ['/round', /more than 5 times/],
    ['/inside', /leads to 10\.0\.0\.7/],
    ['http://user:password@127.0.0.1/', /user name or password/],
  ])('%s is refused', async (path, expected) => {
    expect(reason(await read(path))).toMatch(expected);
  });

  it('nothing but the public internet is asked, by number or by name', async () => {
    asked.length = 0;
    expect(reason(await read('/raid', isPublic))).toMatch(/leads to 127\.0\.0\.1/);
    const { port } = new URL(base);
    expect(reason(await read(`http://localhost:${port}/raid`, isPublic))).toMatch(
      /localhost, which is (127\.0\.0\.1|::1)/,
    );
    for (const host of ['2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '127.1', '0.0.0.0', '[::1]'])
      expect(reason(await read(`http://${host}:${port}/raid`, isPublic))).toMatch(
        /only addresses of the public internet/,
      );
    expect(asked).toEqual([]);
  });

  it.each([
    '10.1.2.3',
    '192.168.1.1',
    '172.16.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '127.0.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'no address',
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false);
  });
  it('others are', () => {
    expect(['8.8.8.8', '2606:4700::1111'].map(isPublic)).toEqual([true, true]);
  });

  it('dates as feeds write them', () => {
    expect(foreignDate('Tue, 11 Mar 2025 12:00:00 GMT')).toBe('2025-03-11T12:00:00Z');
    expect(foreignDate('1 Jan 2025 09:30 +0200')).toBe('2025-01-01T09:30:00+02:00');
    expect(foreignDate('2025-03-11T12:00:00.123456Z')).toBe('2025-03-11T12:00:00.123Z');
    expect(foreignDate('sometime')).toBeNull();
  });
});
