import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldArticles } from '../bench/gold-articles.ts';
import { SHARED_GOLD } from '../bench/gold-score.ts';
import { LOCKED, OWN, oracleStories, SHARED } from '../bench/oracle-claims.ts';
import { english } from '../src/languages/en/index.ts';
import { linkDocument } from '../src/link/link.ts';
import type { MemoryLinks } from '../src/link/memory.ts';
import type { Event } from '../src/model/event.ts';
import { documentInfo, openDocument } from '../src/model/ids.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import {
  answer,
  army,
  article,
  at,
  eventsOf,
  killed,
  launched,
  linked,
  ministry,
  on,
  party,
  rescuers,
  type Say,
  side,
} from './link-kit.ts';

/** The same orders in every run. */
function shuffled<T>(things: readonly T[], seed: number): T[] {
  const rest = [...things];
  return things.map((_, i) => rest.splice((seed * 7919 + i * 104_729 + ((seed * i) % 31)) % rest.length, 1)[0]);
}

const own = [...oracleStories(OWN), ...oracleStories(LOCKED)].sort((a, b) => (a.name < b.name ? -1 : 1));
const stories = [...oracleStories(SHARED), ...own];

const dev = join(SHARED_GOLD, 'dev');
const folders = existsSync(dev) ? readdirSync(dev).filter((name) => name.startsWith('story-')) : [];
/** The articles of a development story with the claims that the reader finds in them. */
function readStory(folder: string): FiledClaim[][] {
  const knowledge = openKnowledge();
  return goldArticles(join(dev, folder)).map((article) => {
    const document = openDocument(article);
    return english.read(document, knowledge).claims.map((claim) => ({ claim, document: documentInfo(document) }));
  });
}

describe('the order in which articles arrive does not matter', () => {
  if (!oracleStories(SHARED).length) it.skip('on the development stories: ../shared/gold is not here', () => {});
  for (const { name, articles } of stories)
    it(`in 20 orders of the story "${name}"`, async () => {
      const expected = eventsOf(await linked(articles));
      for (let seed = 1; seed <= 20; seed++) expect(eventsOf(await linked(shuffled(articles, seed)))).toEqual(expected);
    });

  if (folders.length === 0)
    it.skip('on the development stories as they are read: ../shared/gold is not here', () => {});
  for (const folder of folders)
    it(`in 20 orders of "${folder}", as it is read`, async () => {
      const articles = readStory(folder);
      const expected = eventsOf(await linked(articles));
      for (let seed = 1; seed <= 20; seed++) expect(eventsOf(await linked(shuffled(articles, seed)))).toEqual(expected);
    });

  it('nor does it when all stories are told at once', async () => {
    const all = stories.flatMap((s) => s.articles);
    const expected = eventsOf(await linked(all));
    for (let seed = 1; seed <= 3; seed++) expect(eventsOf(await linked(shuffled(all, seed)))).toEqual(expected);
  });
});

const day = (n: number) => `2025-03-${String(n).padStart(2, '0')}`;
const says: fc.Arbitrary<Say> = fc
  .record({
    what: fc.constantFrom<Say>(
      {},
      { type: 'exchange' },
      launched(30),
      launched(44),
      killed(7),
      killed(9),
      killed([12, null]),
      answer('denies', ['x'], army),
    ),
    where: fc.constantFrom<Say>({}, {}, { place: at('Omdurman') }, { place: at('Kosti') }, { place: at('Nowhere') }),
    when: fc.constantFrom<Say>(
      {},
      {},
      { time: on(day(9)) },
      { time: on(day(10)) },
      { time: on(day(9), day(10)) },
      { time: on(day(8), day(10), 'since') },
    ),
    who: fc.constantFrom<Say>(
      { source: ministry },
      { source: army },
      { source: rescuers },
      { source: null },
      { source: party('a witness', null, 'unnamed') },
    ),
    whom: fc.constantFrom<Say>({}, {}, { actor: side('South') }, { actor: side('North'), target: side('South') }),
    next: fc.constantFrom<Say>({ next: 'sentence' }, { next: 'paragraph' }, { next: 'same' }),
  })
  .map((parts) => Object.assign({}, ...Object.values(parts).reverse()));

/** Up to five articles of up to six claims, about a few days of a few towns, so that much of it may or may not be one. */
const news = fc
  .array(fc.tuple(fc.integer({ min: 10, max: 13 }), fc.array(says, { minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((articles) =>
    articles.map(([published, said], i) =>
      article(
        `n${i}`,
        day(published),
        said.map((s) => (s.about ? { ...s, about: [`n${i}-1`] } : s)),
      ),
    ),
  );
const runs = { numRuns: 150, seed: 20250310 };
const parts = (events: readonly Event[]) => events.map((e) => e.claims);

describe('whatever is said', () => {
  it('comes to the same events in any order', () =>
    fc.assert(
      fc.asyncProperty(news, fc.nat(1000), async (articles, seed) => {
        expect(eventsOf(await linked(shuffled(articles, seed)))).toEqual(eventsOf(await linked(articles)));
      }),
      runs,
    ));

  it('comes to the same when it is said twice', () =>
    fc.assert(
      fc.asyncProperty(news, async (articles) => {
        const once = await linked(articles);
        const before = eventsOf(once);
        expect(eventsOf(await linked(articles, once))).toEqual(before);
      }),
      runs,
    ));

  it('is not touched by an article about something else', () =>
    fc.assert(
      fc.asyncProperty(news, async (articles) => {
        const ledger = await linked(articles);
        const before = eventsOf(ledger);
        const other = article('other', '2021-07-02', [
          launched(512, { place: at('Mocha'), time: on('2021-07-01'), source: party('Somebody Else', 'East') }),
        ]);
        ledger.file(other);
        const outcome = await linkDocument(other, ledger);
        expect({ removed: outcome.removed, claims: outcome.events.flatMap((e) => e.event.claims) }).toEqual({
          removed: [],
          claims: ['other-1'],
        });
        ledger.put(outcome);
        expect(eventsOf(ledger).filter((e) => !e.claims.includes('other-1'))).toEqual(before);
      }),
      runs,
    ));

  it('puts each claim in one event at most, and gives every event a title, a first claim and its documents', () =>
    fc.assert(
      fc.asyncProperty(news, async (articles) => {
        const events = eventsOf(await linked(articles));
        const claims = parts(events).flat();
        expect(new Set(claims).size).toBe(claims.length);
        const documentOf = new Map(articles.flat().map((f: FiledClaim) => [f.claim.id, f.document.id]));
        for (const event of events) {
          expect(event.title).toMatch(/^\p{Lu}.{3,}$/u);
          expect(event.title).not.toMatch(/null|undefined|NaN/);
          expect(event.documents).toEqual([...new Set(event.claims.map((c) => documentOf.get(c)))]);
          for (const dispute of event.disputes)
            for (const claim of dispute.claims) expect(event.claims).toContain(claim);
        }
      }),
      runs,
    ));

  it('can be unsaid: without its articles the ledger is empty', () =>
    fc.assert(
      fc.asyncProperty(news, async (articles) => {
        const ledger: MemoryLinks = await linked(articles);
        for (const [{ document }] of articles) ledger.put(await linkDocument([], ledger, [document.id]));
        expect(eventsOf(ledger)).toEqual([]);
      }),
      runs,
    ));
});
