import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { articles, ingest } from '../src/pipeline.ts';
import { openChromium, serveLedger } from '../test/fixtures/desk-browser.ts';

// Takes docs/screenshots anew from the sample ledger: every view, wide and narrow, light and dark. npx tsx scripts/screenshots.ts [VIEW…]
const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../sample', import.meta.url));
const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const;
/** A phone's page is shown further down than its first screen; no further than this (px). */
const LONGEST = { 1280: 1700, 390: 2000 } as const;

const desk = await serveLedger(async (ledger) => {
  for await (const one of ingest(ledger, articles([SAMPLE]))) if ('refused' in one) throw new Error(one.refused.reason);
});
/** What most is said and disputed about, and the first article on it. */
const [event, other] = (await desk.ledger.events({}, { limit: 200 })).items.sort(
  (a, b) => b.disputes - a.disputes || b.claims - a.claims,
);
const said = (await desk.ledger.event(event.event.id))!.filed.find(({ claim }) => claim.value !== null)!;
const [origin] = (await desk.ledger.origins({}, { limit: 1 })).items;
const views: Record<string, string> = {
  today: '/',
  event: `/events/${event.event.id}`,
  'event-other': `/events/${other.event.id}`,
  reader: `/documents/${said.document.id}#${said.claim.id}`,
  timeline: '/timeline',
  disputes: '/disputes',
  records: '/records',
  origins: '/origins',
  origin: `/origins/${encodeURIComponent(origin.key)}`,
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
