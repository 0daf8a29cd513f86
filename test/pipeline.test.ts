import { afterEach, expect, it } from 'vitest';
import { eventAsOf, eventsAsOf } from '../src/as-of.ts';
import type { Event } from '../src/model/event.ts';
import { add, articles, ingest, read, relink, review, undo, why } from '../src/pipeline.ts';
import type { Ledger } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { onEachLedger } from './support/ledgers.ts';
import { news } from './support/news.ts';

const first = {
  url: 'https://wire.example/1',
  outlet: 'Example Wire',
  published: '2024-05-02',
  title: 'Raid on Sumy',
  language: 'en',
  text: 'Russia launched 40 drones at Sumy overnight, the Sumy regional governor said.\nTwo people were killed in the attack, the governor said.',
};
const second = {
  url: 'https://post.example/2',
  outlet: 'Northern Post',
  published: '2024-05-03',
  title: 'Toll in Sumy rises',
  language: 'en',
  text: 'Five people were killed when Russian drones attacked Sumy on the night of May 2, the city’s mayor said.\nRussia denied that it had attacked Sumy.',
};
const elsewhere = {
  url: 'https://post.example/3',
  outlet: 'Northern Post',
  published: '2024-05-20',
  title: 'Odesa',
  language: 'en',
  text: 'Three people were injured by a missile in Odesa on May 19, the mayor of Odesa said.',
};

onEachLedger('the pipeline', (place) => {
  const opened: Ledger[] = [];
  const open = async () => {
    const ledger = await openLedger(await place(), { now: () => '2024-06-01T00:00:00.000Z' });
    opened.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });
  const events = async (ledger: Ledger): Promise<Event[]> =>
    (await ledger.events({}, { limit: 500 })).items.map(({ event }) => event);

  it('reads, files and links an article, once', async () => {
    const ledger = await open();
    expect(await add(ledger, first)).toMatchObject({ added: 'new' });
    const claims = (await ledger.claims()).items.map(({ claim }) => claim);
    expect(claims.map(({ measure, value }) => [measure, value?.low])).toEqual(
      expect.arrayContaining([
        ['launched', 40],
        ['killed', 2],
      ]),
    );
    expect((await events(ledger)).length).toBeGreaterThan(0);
    const end = await ledger.feedEnd();
    expect(await add(ledger, first)).toMatchObject({ added: 'known' });
    expect(await ledger.feedEnd()).toBe(end);
  });

  it('refuses what can be no article, and files nothing of it', async () => {
    const ledger = await open();
    await expect(add(ledger, { text: ' ' })).rejects.toThrow(RangeError);
    await expect(add(ledger, { text: 'x', published: 'soon' })).rejects.toThrow(/"published" is "soon"/);
    expect((await ledger.counts()).documents).toBe(0);
    expect(() => articles(['-'], { fields: { published: 'soon' } })).toThrow(RangeError);
  });

  it('goes on after an article that is refused', async () => {
    const ledger = await open();
    const added: unknown[] = [];
    const source = (async function* () {
      yield { article: first, path: 'a', line: 1 };
      yield { refused: { path: 'a', line: 2, reason: 'broken' } };
      yield { article: { ...second, text: '' }, path: 'a', line: 3 };
      yield { article: elsewhere, path: 'a', line: 4 };
    })();
    for await (const one of ingest(ledger, source)) added.push('refused' in one ? one.refused.line : one.added);
    expect(added).toEqual(['new', 2, 3, 'new']);
  });

  it('comes to the same events in any order, and by relinking', async () => {
    const all = news(20);
    const forward = await open();
    for (const article of all) await add(forward, article);
    const backward = await open();
    for (const article of [...all].reverse()) await add(backward, article);
    expect(await events(backward)).toEqual(await events(forward));
    const before = await events(forward);
    const origins = await forward.origins();
    await relink(forward);
    expect(await events(forward)).toEqual(before);
    expect(await forward.origins()).toEqual(origins);
    await relink(forward, { reread: true });
    expect(await events(forward)).toEqual(before);
  }, 60_000);

  it('takes a later text of an article for what it says now', async () => {
    const ledger = await open();
    await add(ledger, first);
    await add(ledger, { ...first, published: '2024-05-03', text: first.text.replace('Two people', 'Seven people') });
    const killed = (await events(ledger)).flatMap(({ figures }) =>
      figures.filter(({ measure }) => measure === 'killed'),
    );
    expect(killed.map(({ low, high }) => [low, high])).toEqual([[7, 7]]);
    expect((await ledger.changes()).items).toMatchObject([{ url: first.url }]);
    expect(
      (await ledger.claims({}, { limit: 100 })).items.every(
        ({ event, claim }) => event !== null || claim.kind !== 'figure',
      ),
    ).toBe(true);
  });

  it('keeps a correction through relinking, and takes it back', async () => {
    const ledger = await open();
    await add(ledger, first);
    await add(ledger, second);
    const killed = async () =>
      (await events(ledger)).flatMap(({ figures }) =>
        figures.filter(({ measure }) => measure === 'killed').map(({ low, high }) => [low, high]),
      );
    const before = await events(ledger);
    const claim = (await ledger.claims()).items.find(
      ({ claim }) => claim.measure === 'killed' && claim.value?.low === 2,
    )!.claim.id;
    await review(ledger, {
      by: 'eva',
      action: 'correct',
      subject: claim,
      field: 'value',
      new: null,
      reason: 'no number',
    });
    const corrected = await review(ledger, { by: 'eva', action: 'reject', subject: claim, reason: 'nobody said so' });
    expect((await killed()).flat()).not.toContain(2);
    await relink(ledger, { reread: true });
    expect((await killed()).flat()).not.toContain(2);
    await undo(ledger, corrected.id, 'eva', 'somebody did');
    await undo(ledger, corrected.id - 1, 'eva', 'it was a number');
    expect(await events(ledger)).toEqual(before);
    await expect(undo(ledger, corrected.id, 'eva', '')).rejects.toThrow(/taken back before/);
  });

  it('puts together and sets apart what a reviewer says', async () => {
    const ledger = await open();
    await add(ledger, first);
    await add(ledger, elsewhere);
    const of = async (url: string) =>
      (await ledger.claims()).items.find(({ document, event }) => document.url === url && event)!;
    const [a, b] = [await of(first.url), await of(elsewhere.url)];
    expect(a.event).not.toBe(b.event);
    const before = await events(ledger);
    const merged = await review(ledger, {
      by: 'eva',
      action: 'same',
      subject: a.claim.id,
      other: b.claim.id,
      reason: 'one attack',
    });
    expect((await of(first.url)).event).toBe((await of(elsewhere.url)).event);
    expect(await why(ledger, a.claim.id, b.claim.id)).toMatchObject({
      same: true,
      judgements: [expect.stringMatching(/eva .*one attack/)],
    });
    await relink(ledger);
    expect((await of(first.url)).event).toBe((await of(elsewhere.url)).event);
    await undo(ledger, merged.id, 'eva', 'two');
    expect(await events(ledger)).toEqual(before);
    expect(await why(ledger, a.claim.id, b.claim.id)).toMatchObject({ same: false, judgements: [] });
    await expect(why(ledger, a.claim.id, 'c_none')).rejects.toThrow(RangeError);
  });

  it('sets a standing that holds whatever the rules say, until it is taken back', async () => {
    const ledger = await open();
    await add(ledger, first);
    const [{ claim, event }] = (await ledger.claims()).items.filter(({ event }) => event);
    const before = await events(ledger);
    const confirmed = await review(ledger, {
      by: 'eva',
      action: 'standing',
      subject: claim.id,
      new: 'confirmed',
      reason: 'seen',
    });
    await add(ledger, second);
    await relink(ledger);
    expect((await events(ledger)).find(({ claims }) => claims.includes(claim.id))?.standing).toBe('confirmed');
    await undo(ledger, confirmed.id, 'eva', 'not seen');
    expect((await events(ledger)).find(({ claims }) => claims.includes(claim.id))?.standing).not.toBe('confirmed');
    expect(before.find(({ id }) => id === event)?.standing).not.toBe('confirmed');
  });

  it('answers as of a day', async () => {
    const ledger = await open();
    await add(ledger, first);
    const then = await events(ledger);
    await add(ledger, second);
    await add(ledger, elsewhere);
    const asOf = await eventsAsOf(ledger, { asOf: '2024-05-02' });
    const plain = ({ figures, standing, documents, origins, claims }: Event) => ({
      figures,
      standing,
      documents,
      origins,
      claims,
    });
    expect(asOf.items.map(({ event }) => plain(event))).toEqual(then.map(plain));
    expect((await eventsAsOf(ledger, { asOf: '2024-05-01' })).items).toEqual([]);
    const [now] = (await events(ledger)).filter(({ documents }) => documents.length > 1);
    if (now)
      expect(
        (await eventAsOf(ledger, now.id, '2024-05-02'))?.filed.every(({ document }) => document.url === first.url),
      ).toBe(true);
    expect(await eventAsOf(ledger, then[0].id, '2024-04-01')).toBeNull();
  });

  it('reads the same article to the same claims, whatever was read before', async () => {
    const once = await read(first);
    await read(second);
    const again = await read(first);
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    for (const claim of once.claims)
      for (const part of [claim.value, claim.source, claim.cue, claim.actor, claim.target, claim.place, claim.time])
        if (part) expect(first.text.slice(part.start, part.end)).toBe(part.text);
  });
});
