import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWorld } from '../bench/desk-world.ts';
// @ts-expect-error: plain JavaScript
import { buildWeb } from '../scripts/build.js';
import { relink } from '../src/pipeline.ts';
import { CHROMIUM, openChromium, type ServedDesk, serveDesk, serveLedger } from './fixtures/desk-browser.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SIZES = { 'at desktop width': { width: 1280, height: 900 }, 'at phone width': { width: 390, height: 844 } };
const there = existsSync(CHROMIUM);
if (!there) console.warn(`The desk is not tried in a browser: there is no ${CHROMIUM} (apt-get install chromium)`);

let browser: Browser;
beforeAll(async () => {
  if (!there) return;
  await buildWeb();
  browser = await openChromium();
});
afterAll(() => browser?.close());

/** A page that notes what must not happen: errors, and requests to anybody but the desk. */
async function visit(desk: ServedDesk, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  });
  const wrong: string[] = [];
  context.on(
    'console',
    (message) => message.type() === 'error' && !/40[134]/.test(message.text()) && wrong.push(message.text()),
  );
  context.on('weberror', (error) => wrong.push(String(error.error())));
  context.on('request', (request) => !request.url().startsWith(desk.url) && wrong.push(`asked ${request.url()}`));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const open = async (path: string) => {
    await page.goto(desk.url + path);
    await settled(page);
  };
  return { context, page, open, wrong };
}

const settled = async (page: Page) => {
  await page.waitForSelector('h1, h2');
  await page.waitForFunction(() => !document.querySelector('.loading'));
};

describe.skipIf(!there).each(Object.entries(SIZES))('the desk %s', (_, viewport) => {
  let desk: ServedDesk;
  let context: BrowserContext;
  let page: Page;
  let open: (path: string) => Promise<void>;
  let wrong: string[];
  beforeAll(async () => {
    desk = await serveDesk();
    ({ context, page, open, wrong } = await visit(desk, { viewport }));
  });
  afterAll(async () => {
    await context?.close();
    await desk?.close();
  });

  it('leads from what is disputed to the matrix to the exact words', async () => {
    await open('/');
    expect(await page.locator('.summary').textContent()).toContain('5 disputes stand');
    await page.locator('.today-lead h3 a').click();
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe('Shelling of El Obeid, 23 May 2026');
    const killed = page.locator('.matrix tbody tr').first();
    expect(await killed.locator('th').textContent()).toContain('Killed');
    expect(await killed.locator('.answer.denies').count()).toBe(1);
    await killed.getByText('54', { exact: true }).click();
    await page.waitForURL(/\/documents\/d_\w+\?at=\d+-\d+#c_\w+/);
    await settled(page);
    expect((await page.locator('.text .chosen').allTextContents()).join('')).toBe('54 had been killed');
    expect(await page.locator('.claim-card.open').textContent()).toContain('Sudanese Armed Forces');
  });

  it('shows the sentence behind any number on hover and on focus, the number marked', async () => {
    await open('/');
    const number = page.locator('.today-events .figure', { hasText: '203' });
    await number.scrollIntoViewIfNeeded();
    await number.hover();
    const card = page.locator('.source-card');
    await card.waitFor();
    await card.locator('mark').waitFor();
    expect(await card.locator('mark').textContent()).toBe('203');
    expect(await card.textContent()).toContain(
      "Russia's Ministry of Defence said that 203 Ukrainian drones were destroyed overnight",
    );
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await number.focus();
    await card.waitFor();
    expect(await number.getAttribute('aria-describedby')).toBe('source-card');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//);
  });

  it('keeps links to words, even when the claim is no longer read', async () => {
    await open(`/claims/${desk.claims.get('u1')}`);
    await page.waitForURL(/#c_/);
    const address = page.url().replace(desk.url, '');
    await open(address);
    expect((await page.locator('.text .chosen').allTextContents()).join('')).toBe(
      'At least 40 people died in the shelling of a market in El Obeid on Saturday',
    );
    await open(address.replace(/at=\d+-\d+#.*/, 'at=40-60#c_gone'));
    expect((await page.locator('.text .asked, .text mark').allTextContents()).join('')).toHaveLength(20);
    expect(await page.locator('.notice').textContent()).toContain('no longer read here');
  });

  it('marks every claim at its characters, also where claims overlap', async () => {
    for (const id of desk.documents) {
      await open(`/documents/${id}`);
      const { document, claims } = await (await fetch(`${desk.url}/api/v1/documents/${id}`)).json();
      const shown = (await page.locator('.text p').allTextContents()).join('\n');
      expect(shown).toBe(document.text.replace(/\n+/g, '\n'));
      expect(await page.locator('.reader-claims li .claim-card').count()).toBe(claims.length);
    }
  });

  it('walks an article by keyboard', async () => {
    await open(`/documents/${desk.documents[1]}`);
    await page.keyboard.press('j');
    expect((await page.locator('.text .chosen').allTextContents()).join('')).toBe(
      'Air defences destroyed 118 Ukrainian drones overnight',
    );
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect((await page.locator('.text .chosen').allTextContents()).join('')).toContain('Falling debris');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.text .chosen').count()).toBe(0);
  });

  it('shares filters by address, on every view', async () => {
    await open('/');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByLabel('Place').fill('El Obeid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/place=El\+Obeid/);
    await page.waitForFunction(() => document.querySelectorAll('.today-events .event-row').length === 1);
    for (const [path, part] of [
      ['/disputes', '.dispute'],
      ['/timeline', '.day-bars'],
      ['/review', '.queue li'],
    ]) {
      await open(`${path}?place=El+Obeid`);
      await page.locator(part).first().waitFor();
      expect(await page.locator('main').textContent()).not.toContain('Voronezh');
      expect(await page.locator('.chip').textContent()).toContain('El Obeid');
    }
    await open('/records');
    const row = page.locator('tbody tr', { hasText: 'drones shot down' }).filter({ hasText: 'Russia' });
    expect(await row.textContent()).toContain('20328 May 2026');
    await row.locator('.figure').first().click();
    await page.waitForURL(/\/documents\/.*#c_/);
    await settled(page);
    expect((await page.locator('.text .chosen').allTextContents()).join('')).toContain('203');
    await open('/records?place=El+Obeid');
    expect(await page.locator('.empty').count()).toBe(1);
    await open(`/events/${desk.events.get('obeid')}?origin=RSF`);
    await open(`/events/${desk.events.get('obeid')}?origin=Rapid+Support`);
    expect(await page.locator('.matrix thead tr').last().locator('th').count()).toBe(1);
    await open(`/documents/${desk.documents[8]}?origin=Sudan`);
    expect(await page.locator('.claim-card').count()).toBe(1);
  });

  it('draws what each side claims, opens a day, and zooms', async () => {
    await open('/timeline');
    const plot = page.locator('.day-plot').first();
    await plot.focus();
    await page.keyboard.press('End');
    expect(await page.locator('.day-readout').first().textContent()).toContain('28 May 2026: Russia 203 (1 event)');
    await page.keyboard.press('Enter');
    await page.waitForURL(/on=2026-05-28/);
    await settled(page);
    expect(await page.locator('section', { has: page.locator('#on-day') }).textContent()).toContain(
      'Drone attack on Voronezh, 27–28 May 2026',
    );
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.7, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/since=2026-0[45]-\d\d/);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.locator('.map .spot').first().waitFor();
    await page.locator('.map a').first().click();
    await page.locator('.map-chosen a').first().click();
    await page.waitForURL(/\/events\/e_/);
  });

  it('follows an origin from the list to its words', async () => {
    await open('/origins');
    await page.locator('.origins').getByText('Ministry of Defence of Russia').click();
    await page.waitForURL(/\/origins\/ru%2Fministry-of-defence/);
    await settled(page);
    expect(await page.locator('.record-line').textContent()).toContain('denied by others');
    await page.locator('.said .figure').first().click();
    await page.waitForURL(/\/documents\//);
  });

  it('never lets an article run', async () => {
    await open(`/documents/${desk.documents.at(-1)}`);
    expect(await page.locator('.text').textContent()).toContain('<script>window.stolen = true</script>');
    expect(await page.locator('h1').textContent()).toContain('<img src=x onerror=');
    for (const path of ['/', '/disputes', '/review', `/events/${desk.events.get('tuesday')}`]) await open(path);
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it('makes no mistake and asks nobody else on the way', () => expect(wrong).toEqual([]));
});

describe.skipIf(!there)('reviewing', () => {
  let desk: ServedDesk;
  let page: Page;
  let context: BrowserContext;
  let open: (path: string) => Promise<void>;
  beforeAll(async () => {
    desk = await serveDesk({ fill: relink });
    ({ context, page, open } = await visit(desk));
  });
  afterAll(async () => {
    await context?.close();
    await desk?.close();
  });
  const eventOf = async (key: string) => (await desk.ledger.claim(desk.claims.get(key)!))!.event!;
  const said = (words: string) => page.locator('.said-so', { hasText: words }).waitFor();
  /** Goes down the list to a claim, by keyboard. */
  const walkTo = async (key: string) => {
    const { filed } = (await desk.ledger.event(await eventOf(key)))!;
    await page.locator('.bench-head').waitFor();
    for (let at = filed.findIndex(({ claim }) => claim.id === desk.claims.get(key)); at > 0; at--)
      await page.keyboard.press('j');
  };

  it('corrects a field by keyboard alone, and the correction survives relinking', async () => {
    await open(`/review?event=${await eventOf('s4')}`);
    await walkTo('s4');
    await page.keyboard.press('c');
    await page.locator('[name=field]').selectOption('value.low');
    await page.locator('[name=new]').fill('52');
    await page.locator('[name=reason]').fill('the text of the statement says 52');
    await page.keyboard.press('Enter');
    await said('Corrected');
    const now = async () => (await desk.ledger.claim(desk.claims.get('s4')!))!.claim.value!.low;
    expect(await now()).toBe(52);
    await relink(desk.ledger);
    expect(await now()).toBe(52);
    await open(`/events/${await eventOf('s4')}`);
    expect(await page.locator('.matrix tbody tr').first().textContent()).toContain('52–54');
    const act = (await desk.ledger.reviews()).items[0];
    expect(act).toMatchObject({
      by: 'desk',
      action: 'correct',
      field: 'value.low',
      old: 54,
      new: 52,
      reason: 'the text of the statement says 52',
    });
  });

  it('merges two events, and undoes it', async () => {
    const [kharkiv, exchange] = [await eventOf('f1'), await eventOf('x1')];
    await open(`/review?event=${kharkiv}`);
    await page.locator('.bench-head').waitFor();
    await page.keyboard.press('m');
    await page.locator('[name=find]').fill('prisoners');
    await page.locator('.choices input').first().check();
    await page.locator('[name=reason]').fill('only to try');
    await page.locator('.act-form button[type=submit]').click();
    await expect.poll(async () => (await eventOf('f1')) === (await eventOf('x1'))).toBe(true);
    await page.locator('.history li', { hasText: 'only to try' }).locator('button').click();
    await expect.poll(async () => [await eventOf('f1'), await eventOf('x1')]).toEqual([kharkiv, exchange]);
    const { items } = await desk.ledger.reviews();
    expect(items.map((act) => act.action).slice(0, 2)).toEqual(['undo', 'same']);
  });

  it('splits a claim from its event', async () => {
    await open(`/review?event=${await eventOf('u2')}`);
    await walkTo('u2');
    await page.keyboard.press('s');
    await page.locator('[name=reason]').fill('displacement over weeks');
    await page.keyboard.press('Enter');
    await said('Split');
    expect(await eventOf('u2')).not.toBe(await eventOf('s1'));
  });

  it('confirms an event above the rules', async () => {
    const event = await eventOf('e1');
    await open(`/review?event=${event}`);
    await page.locator('.bench-head').waitFor();
    await page.keyboard.press('y');
    await page.locator('[name=reason]').fill('footage seen');
    await page.keyboard.press('Enter');
    await said('Standing set');
    await relink(desk.ledger);
    expect((await desk.ledger.event(await eventOf('e1')))!.event.standing).toBe('confirmed');
  });

  it('tells how far two reviewers agree', async () => {
    for (const [name, key] of [
      ['Ada', 'a'],
      ['Ben', 'a'],
    ]) {
      await open(`/review?event=${await eventOf('g1')}`);
      await page.getByLabel('You review as').fill(name);
      await page.keyboard.press('Enter');
      await page.locator('h1').click();
      await page.keyboard.press(key);
      await said('Accepted');
    }
    await page.locator('#agreement').waitFor();
    expect(await page.locator('section', { has: page.locator('#agreement') }).textContent()).toContain(
      'Ada and Ben: 1 of 1 claim alike',
    );
  });

  it('refuses a request without a token', async () => {
    await open('/');
    const status = await page.evaluate(async (subject) => {
      const answer = await fetch('/api/v1/reviews', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'accept', subject, reason: 'no token' }),
      });
      return answer.status;
    }, desk.claims.get('w1'));
    expect(status).toBe(401);
  });

  it('reads a text that is pasted, and says why one is refused', async () => {
    await open('/add');
    await page
      .getByLabel('Text', { exact: true })
      .fill('Nine people were killed in a strike on Kharkiv on Friday, the General Staff of Ukraine said.');
    await page.getByLabel('Title').fill('A pasted text');
    await page.getByLabel('Published').fill('2026-05-30');
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await page.locator('.outcomes a', { hasText: 'A pasted text' }).click();
    await page.waitForURL(/\/documents\//);
    await settled(page);
    expect(await page.locator('.text').textContent()).toContain('Nine people were killed');
    expect(await page.locator('.claim-card').count()).toBeGreaterThan(0);
    await open('/add');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      {
        name: 'note.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Two soldiers were injured near Kupiansk on Friday, the army said.'),
      },
      { name: 'picture.xyz', mimeType: 'image/x', buffer: Buffer.from('no') },
    ]);
    await page.waitForFunction(() => document.querySelectorAll('.outcomes li').length === 3);
    expect(await page.locator('.outcomes li.refused').count()).toBe(2);
    expect(await page.locator('.outcomes li.refused', { hasText: 'empty.txt' }).textContent()).toContain('empty');
    await page.getByLabel('Address of an article').fill('http://127.0.0.1:9/');
    await page.getByRole('button', { name: 'Fetch and read it' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.outcomes li.refused').length === 3);
  });
});

describe.skipIf(!there)('a desk that demands tokens', () => {
  it('shows nothing before one is given', async () => {
    const desk = await serveDesk({ host: '0.0.0.0', token: true });
    const url = desk.url.replace('0.0.0.0', '127.0.0.1');
    const { page, context } = await visit({ ...desk, url });
    await page.goto(url);
    await page.getByText('This ledger asks who you are').waitFor();
    expect(await page.locator('main').count()).toBe(0);
    await page.getByLabel('Token').fill('wrong');
    await page.getByRole('button', { name: 'Open the ledger' }).click();
    await page.locator('.wrong').waitFor();
    await page.getByLabel('Token').fill(desk.token!);
    await page.getByRole('button', { name: 'Open the ledger' }).click();
    await page.locator('.today-lead').waitFor();
    await context.close();
    await desk.close();
  });
});

describe.skipIf(!there)('access for all', () => {
  it.each(['light', 'dark'] as const)(
    'has no serious finding on any view, %s',
    async (colorScheme) => {
      const desk = await serveDesk();
      const document = desk.documents[1];
      const paths = [
        '/',
        '/?search=nothinglikeit',
        `/events/${desk.events.get('obeid')}`,
        `/events/${desk.events.get('may')}`,
        `/documents/${document}#${desk.claims.get('w1')}`,
        '/timeline?on=2026-05-28&charts=all',
        '/disputes',
        '/records',
        '/origins',
        '/origins/ru%2Fministry-of-defence',
        '/review',
        '/add',
        '/about',
        '/nowhere',
      ];
      for (const viewport of Object.values(SIZES)) {
        const { page, context, open } = await visit(desk, { viewport, colorScheme });
        for (const path of paths) {
          await open(path);
          if (path === '/review') await page.keyboard.press('c');
          if (path === '/') await page.getByRole('button', { name: /^Filters/ }).click();
          // The policy lets no foreign script in; the test comes in by the debugger's door.
          await page.evaluate(readFileSync(AXE, 'utf8'));
          const findings = await page.evaluate(async () => {
            // biome-ignore lint/suspicious/noExplicitAny: axe has put itself on the window
            const { violations } = await (window as any).axe.run();
            return violations.flatMap(
              (each: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }) =>
                each.impact === 'serious' || each.impact === 'critical'
                  ? each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)
                  : [],
            );
          });
          expect(findings, `${path} ${viewport.width} ${colorScheme}`).toEqual([]);
          expect(
            await page.evaluate(() => globalThis.document.documentElement.scrollWidth),
            `${path} is wider than its screen`,
          ).toBeLessThanOrEqual(viewport.width);
        }
        await context.close();
      }
      await desk.close();
    },
    180_000,
  );
});

describe.skipIf(!there)('a long list', () => {
  it('holds only the rows near the screen, and all of them come by', async () => {
    const served = await serveLedger((ledger) => fileWorld(ledger, 400, () => undefined));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.locator('.today-events .event-row').first().waitFor();
    const seen = new Set<string>();
    let most = 0;
    for (let turn = 0; turn < 200 && seen.size < 400; turn++) {
      const rows = await page
        .locator('.endless li')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.key!));
      for (const key of rows) seen.add(key);
      most = Math.max(most, rows.length);
      await page.mouse.wheel(0, 1500);
      await page.waitForTimeout(40);
    }
    expect(seen.size).toBe(400);
    expect(most).toBeLessThan(200);
    await context.close();
    await served.close();
  }, 120_000);
});

describe('the app', () => {
  it('is at most 250 kB of gzipped script, all of it', async () => {
    await buildWeb();
    const folder = new URL('../dist/web/assets/', import.meta.url);
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const total = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
    expect(total).toBeLessThan(250_000);
    expect(total).toBeGreaterThan(40_000);
  });
});
