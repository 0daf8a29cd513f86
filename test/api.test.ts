import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/api/app.ts';
import * as shapes from '../src/api/shapes.ts';
import type { Works } from '../src/api/works.ts';
import type { ClaimRow, EventRow } from '../src/model/rows.ts';
import { type ServedDesk, serveDesk } from './fixtures/desk-browser.ts';
import { clientSource, type OpenApi } from './fixtures/generated-client.ts';

let desk: ServedDesk;
beforeAll(async () => {
  desk = await serveDesk();
});
afterAll(() => desk.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${desk.url}/api/v1${path}`, { headers });
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is looked at, not trusted
const json = async (path: string): Promise<any> => (await get(path)).json();

describe('lists', () => {
  it('answer in the shapes that the OpenAPI document promises', async () => {
    const promised = {
      '/events': shapes.page(shapes.EventRow),
      '/claims': shapes.page(shapes.ClaimRow),
      '/documents': shapes.page(shapes.DocumentRow),
      '/disputes': shapes.page(shapes.DisputeRow),
      '/records': shapes.page(shapes.RecordRow),
      '/origins': shapes.page(shapes.OriginRow),
      '/review/queue': shapes.page(shapes.EventRow),
      '/reviews': shapes.page(shapes.Review),
    };
    for (const [path, shape] of Object.entries(promised))
      expect(shape.safeParse(await json(path)).error, path).toBeUndefined();
    expect(shapes.EventPage.safeParse(await json(`/events/${desk.events.get('may')}`)).error).toBeUndefined();
    expect(shapes.DocumentPage.safeParse(await json(`/documents/${desk.documents[0]}`)).error).toBeUndefined();
    const { items } = await json('/records/by-side');
    for (const one of items) expect(shapes.SideRecord.safeParse(one).error).toBeUndefined();
    expect(items).toContainEqual(expect.objectContaining({ measure: 'intercepted', item: 'drone', side: 'Russia' }));
    expect(shapes.OriginPage.safeParse(await json('/origins/ru%2Fministry-of-defence')).error).toBeUndefined();
  });

  it('give every row once, page by page', async () => {
    const whole = (await json('/claims?limit=200')).items.map((row: ClaimRow) => row.claim.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, next } = await json(`/claims?limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...items.map((row: ClaimRow) => row.claim.id));
      cursor = next;
    }
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(37);
  });

  it.each([
    ['place=El Obeid', ['Shelling of El Obeid, 23 May 2026']],
    ['standing=single-source&since=2026-05-23', ['Interception of drones over the Red Sea, 26 May 2026']],
    ['origin=Houthis', ['Missile attack in the Red Sea, 25 May 2026']],
    ['type=exchange', ['Exchange of prisoners, 20 May 2026']],
    ['since=2026-03-01&until=2026-03-31', ['Drone attack on Voronezh, 2–3 Mar 2026']],
    ['search=tanker', ['Missile attack in the Red Sea, 25 May 2026']],
    ['search=nothinglikeit', []],
  ])('narrow events by %s', async (query, titles) => {
    const { items } = await json(`/events?${query}`);
    expect(items.map((row: EventRow) => row.event.title)).toEqual(titles);
  });

  it('quote the sentence that each claim stands in', async () => {
    const { items } = await json('/claims?limit=200');
    for (const { claim, quote } of items as ClaimRow[]) {
      if (claim.value)
        expect(quote.slice(claim.value.start - claim.sentence.start, claim.value.end - claim.sentence.start)).toBe(
          claim.value.text,
        );
    }
  });

  it('come as CSV, with the next page in a header, and no formula for a spreadsheet', async () => {
    const answer = await get('/documents?format=csv&limit=3');
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(answer.headers.get('link')).toMatch(/cursor=.*rel="next"/);
    const text = await answer.text();
    expect(text.split('\r\n')[0]).toBe(
      'id,url,outlet,author,title,language,published,seen,claims,appearances,text_sha256',
    );
    expect(text.trim().split('\r\n')).toHaveLength(4);
    expect((await get('/events', { accept: 'text/csv' })).headers.get('content-type')).toMatch(/^text\/csv/);
  });

  it('are not sent again to who has them', async () => {
    const first = await get('/events?limit=2');
    const etag = first.headers.get('etag')!;
    const second = await get('/events?limit=2', { 'if-none-match': etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect((await get('/events?limit=3', { 'if-none-match': etag })).status).toBe(200);
  });

  it('sum what each side claims per day', async () => {
    const { items, since, until } = await json('/timeline?by=month');
    expect([since, until]).toEqual(['2026-03-02', '2026-05-28']);
    expect(items).toContainEqual({
      day: '2026-05-01',
      measure: 'intercepted',
      item: 'drone',
      side: 'Russia',
      low: 324,
      high: 324,
      events: 2,
    });
    const week = (await json('/timeline?by=week&origin=Russia')).items;
    expect(week.find((total: { measure: string }) => total.measure === 'intercepted').day).toBe('2026-03-02');
  });

  it('feed Atom readers, for any filter', async () => {
    const feed = await (await get('/feed.atom?place=El Obeid')).text();
    expect(feed).toContain('<title>Shelling of El Obeid, 23 May 2026</title>');
    expect(feed).toContain('<category term="dispute"/>');
    expect(feed).not.toContain('Voronezh');
    const all = await (await get('/feed.atom')).text();
    expect(all).not.toContain('<script>');
  });
});

describe('refusals', () => {
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    return answer.json();
  };

  it.each([
    ['/events?limit=0', 'limit'],
    ['/events?limit=201', 'limit'],
    ['/events?since=yesterday', 'since'],
    ['/claims?type=battle', 'type'],
    ['/events?cursor=nonsense', 'cursor'],
    ['/events?plaice=Kursk', 'plaice'],
    ['/disputes?standing=doubtful', 'standing'],
    [`/events?search=${'x'.repeat(300)}`, 'search'],
  ])('%s names the field', async (path, field) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    const body = await problem(answer);
    expect(
      JSON.stringify(body.errors.map((each: { field: string; detail: string }) => `${each.field} ${each.detail}`)),
    ).toContain(field);
  });

  it('of what is not there say so', async () => {
    for (const path of ['/events/e_none', '/claims/c_none', '/documents/d_none', '/origins/none', '/nothing']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(404);
      await problem(answer);
    }
  });
});

describe('safety', () => {
  const write = (
    headers: Record<string, string>,
    body: unknown = { action: 'accept', subject: desk.claims.get('w1'), reason: 'read' },
  ) =>
    fetch(`${desk.url}/api/v1/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const session = (headers: Record<string, string>) =>
    fetch(`${desk.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"name":"Ada"}',
    });

  it('sends a strict policy with every answer, refusals too', async () => {
    for (const path of ['/', '/events/x', '/api/v1/events', '/api/v1/nothing', '/api/docs']) {
      const { headers } = await fetch(desk.url + path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('answers to no name that is not its own', async () => {
    const app = createApp({ ledger: desk.ledger, works: {} as Works, host: '127.0.0.1', web: null });
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'localhost:80@evil.example',
      '',
    ]) {
      expect((await app.request('/api/v1/events', { headers: { host } })).status, host).toBe(421);
    }
    for (const host of ['localhost', '127.0.0.1:8470', '[::1]:8470'])
      expect((await app.request('/api/v1/events', { headers: { host } })).status, host).toBe(200);
  });

  it('takes no write without a token, nor with a bad one', async () => {
    expect((await write({})).status).toBe(401);
    expect((await write({ authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await fetch(`${desk.url}/api/v1/ingest/text`, { method: 'POST', body: '{"text":"x"}' })).status).toBe(401);
    expect((await json('/reviews')).items).toEqual([]);
  });

  it('hands a session to its own page alone', async () => {
    const own = { origin: desk.url, 'sec-fetch-site': 'same-origin', 'x-counterclaim': 'desk' };
    expect((await session({})).status).toBe(403);
    expect((await session({ ...own, origin: 'https://evil.example' })).status).toBe(403);
    expect((await session({ ...own, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await session({ ...own, 'x-counterclaim': '' })).status).toBe(403);
    expect((await session(own)).status).toBe(201);
  });

  it("refuses a write that another site's page sends, even with a token", async () => {
    const { token } = await desk.ledger.addToken('reviewer', 'reviewer');
    const authorization = `Bearer ${token}`;
    expect((await write({ authorization, origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('tells readers, reviewers and admins apart', async () => {
    const reader = await desk.ledger.addToken('eyes', 'reader');
    const refused = await write({ authorization: `Bearer ${reader.token}` });
    expect(refused.status).toBe(403);
    expect((await refused.json()).detail).toContain("reviewer's token");
    await desk.ledger.revokeToken(reader.row.id);
    expect((await get('/events', { authorization: `Bearer ${reader.token}` })).status).toBe(401);
  });

  it('bounds bodies', async () => {
    const { token } = await desk.ledger.addToken('large', 'reviewer');
    const authorization = `Bearer ${token}`;
    expect(
      (await write({ authorization }, { action: 'accept', subject: 'x', reason: 'x'.repeat(70_000) })).status,
    ).toBe(413);
    const file = await fetch(`${desk.url}/api/v1/ingest/file?name=big.txt`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(8_000_001),
    });
    expect(file.status).toBe(413);
  });

  it('off loopback shows nothing to who has no token', async () => {
    const app = createApp({ ledger: desk.ledger, works: {} as Works, host: '0.0.0.0', web: null });
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      app.request(path, { method, headers: { host: '10.1.2.3:8470', ...headers } });
    for (const path of ['/events', '/claims', '/ledger', '/changes', '/feed.atom', '/points', '/reviews'])
      expect((await ask(`/api/v1${path}`)).status, path).toBe(401);
    const own = {
      origin: 'http://10.1.2.3:8470',
      'sec-fetch-site': 'same-origin',
      'x-counterclaim': 'desk',
      'content-type': 'application/json',
    };
    expect(
      (
        await app.request('/api/v1/session', {
          method: 'POST',
          headers: { host: '10.1.2.3:8470', ...own },
          body: '{"name":"x"}',
        })
      ).status,
    ).toBe(403);
    const { token } = await desk.ledger.addToken('far', 'reader');
    expect((await ask('/api/v1/events', { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await ask('/api/v1/feed.atom', { authorization: `Basic ${btoa(`anybody:${token}`)}` })).status).toBe(200);
  });

  it('fetches nothing private', async () => {
    const { token } = await desk.ledger.addToken('fetcher', 'reviewer');
    for (const url of [
      'http://127.0.0.1:1/',
      'http://localhost/',
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
      'http://10.0.0.1/',
    ]) {
      const answer = await fetch(`${desk.url}/api/v1/ingest/address`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url }),
      });
      expect(JSON.parse(await answer.text()), url).toMatchObject({ status: 'refused', document: null });
    }
  });
});

describe('the event stream', () => {
  it('tells of a change as it happens', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${desk.url}/api/v1/changes`, { signal: stop.signal });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await desk.ledger.write((writer) =>
      writer.addReview({ by: 'Ada', action: 'accept', subject: desk.claims.get('g1')!, reason: 'read' }),
    );
    let heard = '';
    while (!heard.includes('event: change')) heard += (await reader.read()).value ?? '';
    expect(heard).toMatch(/data: \{"seq":\d+,.*"kind":"review"/);
    stop.abort();
  });
});

describe('the OpenAPI document', () => {
  let document: OpenApi;
  beforeAll(async () => {
    document = await json('/openapi.json');
  });

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors, JSON.stringify(errors)).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every operation once, and documents each', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const names = operations.map((each) => each.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const each of operations) expect(each.summary, each.operationId).toBeTruthy();
  });

  it('stands in the docs, every path of it', () => {
    const docs = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8');
    for (const path of Object.keys(document.paths))
      expect(docs, `docs/api.md does not tell of ${path}`).toContain(`${path}\``);
  });

  it('makes a client that works', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-client-'));
    const file = join(folder, 'client.mjs');
    writeFileSync(file, clientSource(document));
    const client = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const events = await client.getEvents(desk.url, { place: 'El Obeid', limit: 5 });
    expect(events.body.items[0].event.title).toBe('Shelling of El Obeid, 23 May 2026');
    const event = await client.getEventsById(desk.url, { id: events.body.items[0].event.id });
    expect(event.body.filed.length).toBe(8);
    expect((await client.getOriginsByKey(desk.url, { key: 'ru/ministry-of-defence' })).body.name).toBe(
      'Ministry of Defence of Russia',
    );
    expect((await client.getTimeline(desk.url, { by: 'week' })).body.items.length).toBeGreaterThan(5);
    const { token } = await desk.ledger.addToken('client', 'reviewer');
    const act = await client.postReviews(
      desk.url,
      {},
      { action: 'reject', subject: desk.claims.get('u2'), reason: 'an estimate' },
      { authorization: `Bearer ${token}` },
    );
    expect(act).toMatchObject({ status: 201, body: { by: 'client', action: 'reject' } });
    const undone = await client.postReviewsByIdUndo(
      desk.url,
      { id: act.body.id },
      { reason: 'it stands' },
      { authorization: `Bearer ${token}` },
    );
    expect(undone).toMatchObject({ status: 201, body: { action: 'undo' } });
    expect(
      (await client.postReviews(desk.url, {}, { action: 'reject' }, { authorization: `Bearer ${token}` })).status,
    ).toBe(400);
    rmSync(folder, { recursive: true });
  });

  it('is browsable with our own assets alone', async () => {
    const page = await (await fetch(`${desk.url}/api/docs`)).text();
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(assets.length).toBe(3);
    for (const address of assets) {
      expect(address.startsWith('/api/docs/')).toBe(true);
      expect((await fetch(desk.url + address)).status).toBe(200);
    }
  });
});
