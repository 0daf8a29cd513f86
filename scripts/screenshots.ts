import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openChromium, serveDesk } from '../test/fixtures/desk-browser.ts';

// Takes docs/screenshots anew: every view, wide and narrow, light and dark. npx tsx scripts/screenshots.ts [VIEW…]
const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const;
/** A phone's page is shown further down than its first screen; no further than this (px). */
const LONGEST = { 1280: 1500, 390: 1900 } as const;

const desk = await serveDesk();
const may = desk.events.get('may');
const rate = (name: string) => `#${desk.claims.get(name)}`;
const views: Record<string, string> = {
  today: '/',
  event: `/events/${may}`,
  'event-obeid': `/events/${desk.events.get('obeid')}`,
  reader: `/documents/${desk.documents[1]}${rate('w1')}`,
  timeline: '/timeline',
  disputes: '/disputes',
  records: '/records',
  origins: '/origins',
  origin: '/origins/ru%2Fministry-of-defence',
  review: '/review',
  add: '/add',
  about: '/about',
};
const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const browser = await openChromium();
for (const scheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({
      viewport,
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    page.on('console', (message) => message.type() === 'error' && console.error(`${message.text()} (${page.url()})`));
    page.on('pageerror', (error) => console.error(error));
    for (const [name, path] of Object.entries(views)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await page.goto(desk.url + path, { waitUntil: 'load' });
      await page.waitForSelector('h1');
      await page.waitForFunction(() => !document.querySelector('.loading'));
      await page.waitForTimeout(name === 'timeline' || name.startsWith('event') ? 700 : 250);
      const length = await page.evaluate(() => document.documentElement.scrollHeight);
      const height = Math.min(Math.max(length, viewport.height), LONGEST[size as unknown as keyof typeof LONGEST]);
      await page.setViewportSize({ width: viewport.width, height });
      await page.waitForTimeout(120);
      await page.screenshot({ path: `${FOLDER}${name}-${size}-${scheme}.png` });
      await page.setViewportSize(viewport);
    }
    await page.close();
  }
}
await browser.close();
await desk.close();
