import { afterEach, expect, it } from 'vitest';
import type { Claim } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Event } from '../src/model/event.ts';
import { FilterError } from '../src/store/filters.ts';
import type { Ledger, LedgerReads } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { article, claimOn, eventOf, type Said } from './support/claims.ts';
import { onEachLedger } from './support/ledgers.ts';

onEachLedger('a ledger', (place, kind) => {
  const opened: Ledger[] = [];
  const open = async (where?: string, day = '2024-06-01') => {
    const ledger = await openLedger(where ?? (await place()), { now: () => `${day}T00:00:00.000Z` });
    opened.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  /** Files an article whose every line says something, as one event. */
  const file = async (
    ledger: Ledger,
    document: Document,
    said: Said[],
    more: Partial<Event> = {},
    keys: string[] = ['key'],
  ) => {
    const claims = said.map((one, line) => claimOn(document, line, one));
    const event = eventOf(claims, document, more);
    await ledger.write(async (tx) => {
      await tx.addDocument(document);
      await tx.putClaims(document.id, claims);
      await tx.putOutcome({
        events: [{ event, keys: claims.map((claim) => ({ claim: claim.id, keys })), rival: 'north' }],
        removed: [],
        links: claims.map((claim, i) => ({
          claim: claim.id,
          event: event.id,
          other: i ? claims[0].id : null,
          score: 1,
          reason: 'by hand',
          by: 'test',
        })),
      });
    });
    return { document, claims, event };
  };
  const raid = article('Forty drones were shot down, the ministry said.\nThree fell, the mayor said.', {
    url: 'https://example.org/raid',
  });
  const raidSaid: Said[] = [
    {
      source: 'Ministry of Defence',
      side: 'Nordland',
      type: 'interception',
      measure: 'intercepted',
      item: 'drone',
      low: 40,
      place: 'Hill Town',
      actor: 'Southland',
      relay: 'Norda',
    },
    {
      source: 'Mayor',
      side: 'Nordland',
      type: 'interception',
      measure: 'intercepted',
      item: 'drone',
      low: 3,
      place: 'Hill Town',
    },
  ];
  const disputed = (claims: readonly Claim[]): Partial<Event> => ({
    standing: 'contested',
    figures: [
      {
        measure: 'intercepted',
        item: 'drone',
        low: 3,
        best: 3,
        high: 40,
        by: [
          { origin: 'Ministry of Defence', low: 40, high: 40, claims: [claims[0].id] },
          { origin: 'Mayor', low: 3, high: 3, claims: [claims[1].id] },
        ],
      },
    ],
    disputes: [{ kind: 'figures', claims: [claims[0].id, claims[1].id], note: '40 and 3 cannot both be true' }],
  });
  const fileRaid = (ledger: Ledger) =>
    file(ledger, raid, raidSaid, disputed(raidSaid.map((one, line) => claimOn(raid, line, one))));

  it('gives back what was filed, to the letter', async () => {
    const ledger = await open();
    const { claims, event, document } = await fileRaid(ledger);
    expect(ledger.kind).toBe(kind);
    expect((await ledger.event(event.id))?.event).toEqual(event);
    expect((await ledger.event(event.id))?.filed.map(({ claim }) => claim)).toEqual(claims);
    expect((await ledger.claim(claims[0].id))?.claim).toEqual(claims[0]);
    expect(await ledger.claim(claims[0].id)).toMatchObject({
      event: event.id,
      quote: 'Forty drones were shot down, the ministry said.',
      current: true,
    });
    const page = await ledger.document(document.id);
    expect(page?.document).toEqual(document);
    expect(page?.claims).toEqual(claims);
    expect(await ledger.counts()).toEqual({
      documents: 1,
      appearances: 1,
      claims: 2,
      events: 1,
      disputes: 1,
      records: 0,
      origins: 2,
    });
    expect(await ledger.event('e_none')).toBeNull();
    expect(await ledger.claim('c_none')).toBeNull();
    expect(await ledger.document('d_none')).toBeNull();
  });

  it('changes nothing when the same is filed again, and writes no news', async () => {
    const ledger = await open();
    await fileRaid(ledger);
    const end = await ledger.feedEnd();
    const before = [
      await ledger.counts(),
      await ledger.origins(),
      await ledger.links((await ledger.claims()).items[0].claim.id),
    ];
    await fileRaid(ledger);
    expect([
      await ledger.counts(),
      await ledger.origins(),
      await ledger.links((await ledger.claims()).items[0].claim.id),
    ]).toEqual(before);
    expect(await ledger.feedEnd()).toBe(end);
  });

  it('keeps all of a transaction or nothing', async () => {
    const ledger = await open();
    await expect(
      ledger.write(async (tx) => {
        await tx.addDocument(raid);
        await tx.putClaims(raid.id, [claimOn(raid, 0, raidSaid[0])]);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect((await ledger.counts()).documents).toBe(0);
    await fileRaid(ledger); // names whose numbers were rolled back are numbered anew
    expect((await ledger.origins()).items.map(({ name }) => name).sort()).toEqual(['Mayor', 'Ministry of Defence']);
  });

  it('takes the same text under two addresses for one text with two appearances', async () => {
    const ledger = await open();
    const second = { ...raid, url: 'https://example.com/copy', outlet: 'Copy Post' };
    const added = await ledger.write(async (tx) => [
      (await tx.addDocument(raid)).added,
      (await tx.addDocument(second)).added,
      (await tx.addDocument(second)).added,
    ]);
    expect(added).toEqual(['new', 'appearance', 'known']);
    expect((await ledger.document(raid.id))?.appearances.map(({ url, outlet }) => [url, outlet])).toEqual([
      ['https://example.org/raid', 'Example Wire'],
      ['https://example.com/copy', 'Copy Post'],
    ]);
    expect((await ledger.documents()).items).toMatchObject([{ id: raid.id, appearances: 2, current: true }]);
  });

  it('takes in a date that was not known before', async () => {
    const ledger = await open();
    const undated = { ...raid, published: null };
    const added = await ledger.write(async (tx) => [
      (await tx.addDocument(undated)).added,
      (await tx.addDocument(raid)).added,
      (await tx.addDocument(undated)).added,
    ]);
    expect(added).toEqual(['new', 'completed', 'known']);
    expect((await ledger.document(raid.id))?.document.published).toBe('2024-05-02');
  });

  it('takes the first place that is named for the place of a text that was filed without one', async () => {
    const ledger = await open();
    const pasted = { ...raid, url: null, outlet: null, published: null };
    const added = await ledger.write(async (tx) => [
      (await tx.addDocument(pasted)).added,
      (await tx.addDocument(raid)).added,
      (await tx.addDocument(pasted)).added,
    ]);
    expect(added).toEqual(['new', 'completed', 'known']);
    expect((await ledger.document(raid.id))?.document).toEqual(raid);
    expect(await ledger.knows(raid)).toBe(true);
    expect(await ledger.knows(pasted)).toBe(true);
    expect(await ledger.knows({ ...raid, url: 'https://example.com/other' })).toBe(false);
    expect(await ledger.knows(article('Another text.'))).toBe(false);
  });

  it('counts a text that was replaced as current again where it appears anew', async () => {
    const ledger = await open();
    const later = article('The toll rose.', { url: raid.url, published: '2024-05-03' });
    const settle = (document: Document) => ledger.write((tx) => tx.addDocument(document));
    await fileRaid(ledger);
    expect((await settle(later)).superseded).toEqual([raid.id]);
    expect((await ledger.claims()).items).toHaveLength(0);
    expect(await settle({ ...raid, url: 'https://example.com/copy' })).toEqual({ added: 'completed', superseded: [] });
    await fileRaid(ledger);
    expect((await ledger.claims()).items).toHaveLength(2);
  });

  it('shows what changed in an article, and holds the earlier text no longer current, in whatever order they come', async () => {
    const url = 'https://example.org/toll';
    const first = article('Two people died, the governor said.\nThe depot burned.', {
      url,
      published: '2024-05-02T08:00:00Z',
    });
    const second = article('Five people died, the governor said.\nA school was hit.', {
      url,
      published: '2024-05-02T12:00:00Z',
    });
    const toll = (low: number): Said => ({
      source: 'Governor',
      type: 'casualties',
      measure: 'killed',
      item: 'person',
      low,
    });
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const ledger = await open();
      const superseded: string[] = [];
      for (const document of order)
        await ledger.write(async (tx) => {
          superseded.push(...(await tx.addDocument(document)).superseded);
          await tx.putClaims(
            document.id,
            document === first
              ? [claimOn(first, 0, toll(2)), claimOn(first, 1, { type: 'damage' })]
              : [claimOn(second, 0, toll(5)), claimOn(second, 1, { type: 'attack' })],
          );
        });
      expect(superseded).toEqual([first.id]);
      const { items } = await ledger.changes();
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ url, before: first.id, after: second.id });
      expect(items[0].changed.map(({ before, after }) => [before.value?.low, after.value?.low])).toEqual([[2, 5]]);
      expect(items[0].vanished.map(({ type }) => type)).toEqual(['damage']);
      expect(items[0].appeared.map(({ type }) => type)).toEqual(['attack']);
      expect((await ledger.claims()).items.map(({ document }) => document.id)).toEqual([second.id, second.id]);
      expect((await ledger.document(first.id))?.versions.map(({ document, current }) => [document, current])).toEqual([
        [first.id, false],
        [second.id, true],
      ]);
      expect(await ledger.filed([first.id])).toEqual([]);
    }
  });

  it('keeps claims that a new reading no longer has, but not as current', async () => {
    const ledger = await open();
    const { claims } = await fileRaid(ledger);
    const left = await ledger.write((tx) => tx.putClaims(raid.id, [claims[0]]));
    expect(left.map(({ claim }) => claim.id)).toEqual([claims[0].id]);
    expect(await ledger.claim(claims[1].id)).toMatchObject({ current: false });
    expect((await ledger.claims()).items).toHaveLength(1);
  });

  const several = async () => {
    const ledger = await open();
    const days = ['2024-04-01', '2024-04-02', '2024-04-02', '2024-04-03', null];
    const filed = [];
    for (const [i, day] of days.entries()) {
      const town = i % 2 ? 'Marsh Town' : 'Hill Town';
      const document = article(`Shells fell on ${town}, day ${i}.`, {
        url: `https://example.org/${i}`,
        published: `2024-04-1${i}`,
      });
      filed.push(
        await file(
          ledger,
          document,
          [
            {
              source: i < 2 ? 'Governor' : 'Army',
              side: i < 2 ? 'Nordland' : 'Southland',
              place: town,
              actor: 'Southland',
              day,
              type: i === 3 ? 'damage' : 'attack',
            },
          ],
          {},
          [`k${i}`],
        ),
      );
    }
    return { ledger, filed };
  };

  it('lists events by each filter', async () => {
    const { ledger, filed } = await several();
    const ids = async (...filters: Parameters<LedgerReads['events']>) =>
      (await ledger.events(...filters)).items.map(({ event }) => filed.findIndex((one) => one.event.id === event.id));
    const sorted = async (...filters: Parameters<LedgerReads['events']>) => (await ids(...filters)).sort();
    expect((await ids()).slice(0, 2)).toEqual([4, 3]); // the undated one stands on its day of publication
    expect(await ids({ since: '2024-04-03' })).toEqual([4, 3]);
    expect(await sorted({ until: '2024-04-02' })).toEqual([0, 1, 2]);
    expect(await sorted({ since: '2024-04-02', until: '2024-04-02' })).toEqual([1, 2]);
    expect(await sorted({ place: 'marsh town' })).toEqual([1, 3]);
    expect(await sorted({ place: 'Marsh' })).toEqual([1, 3]);
    expect(await sorted({ place: 'Mars' })).toEqual([]);
    expect(await sorted({ actor: 'Southland' })).toEqual([0, 1, 2, 3, 4]);
    expect(await sorted({ origin: 'the Army' })).toEqual([2, 3, 4]);
    expect(await sorted({ origin: 'Nordland' })).toEqual([0, 1]);
    expect(await sorted({ type: 'damage' })).toEqual([3]);
    expect(await sorted({ standing: 'contested' })).toEqual([]);
    expect(await sorted({ search: 'shells "marsh town"' })).toEqual([1, 3]);
    expect(await sorted({ search: 'SHELLS OR -"' })).toEqual([]);
    expect(await sorted({ search: "'; drop table events; --" })).toEqual([]);
    expect(await sorted({ asOf: '2024-04-11' })).toEqual([0, 1]);
    expect(await sorted({ place: 'Hill Town', origin: 'Army', since: '2024-04-02', search: 'shells' })).toEqual([2, 4]);
  });

  it('lists claims and documents by each filter', async () => {
    const { ledger, filed } = await several();
    const ids = async (...filters: Parameters<LedgerReads['claims']>) =>
      (await ledger.claims(...filters)).items.map(({ claim }) =>
        filed.findIndex((one) => one.claims[0].id === claim.id),
      );
    expect(await ids()).toEqual([4, 3, 2, 1, 0]);
    expect(await ids({ since: '2024-04-03' })).toEqual([4, 3]);
    expect(await ids({ until: '2024-04-01' })).toEqual([0]);
    expect(await ids({ place: 'Marsh Town' })).toEqual([3, 1]);
    expect(await ids({ actor: 'southland', type: 'attack' })).toEqual([4, 2, 1, 0]);
    expect(await ids({ origin: 'Governor' })).toEqual([1, 0]);
    expect(await ids({ search: '"day 3"' })).toEqual([3]);
    expect(await ids({ standing: 'single-source' })).toEqual([4, 3, 2, 1, 0]);
    expect(await ids({ standing: 'contested' })).toEqual([]);
    expect(await ids({ asOf: '2024-04-11' })).toEqual([1, 0]);
    const documents = async (...filters: Parameters<LedgerReads['documents']>) =>
      (await ledger.documents(...filters)).items.map(({ url }) => Number(url!.at(-1)));
    expect(await documents()).toEqual([4, 3, 2, 1, 0]);
    expect(await documents({ since: '2024-04-12', until: '2024-04-13' })).toEqual([3, 2]);
    expect(await documents({ search: 'marsh' })).toEqual([3, 1]);
  });

  it('pages through any list without losing or repeating a row', async () => {
    const { ledger } = await several();
    for (const list of ['events', 'claims', 'documents', 'origins', 'queue'] as const) {
      const whole = (await ledger[list]()).items as unknown[];
      const paged: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page: { items: unknown[]; next: string | null } = await ledger[list]({}, { limit: 2, cursor });
        paged.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(paged, list).toEqual(whole);
    }
  });

  it('finds claims by their words in the order of their publication, in whatever order they came', async () => {
    const ledger = await open();
    const times = [
      ...['2024-04-03', null, '2024-04-05T10:00:20Z', '1950-06-25', '2024-04-05', '2024-04-03T00:00:10Z'],
      ...['2024-04-05T10:00:40Z', '2024-04-04T23:30:00-02:00', '2024-04-03'],
    ];
    for (const [i, published] of times.entries())
      await file(
        ledger,
        article(`Shells fell on the town, ${i}.\nShells fell ${i % 3 ? 'north' : 'south'} of the river again, ${i}.`, {
          published,
        }),
        [
          { source: 'Army', type: 'attack' },
          { source: 'Army', type: i % 2 ? 'damage' : 'attack' },
        ],
      );
    const all = (await ledger.claims()).items;
    const expected = (keep: (one: (typeof all)[0]) => boolean) => all.filter(keep).map(({ claim }) => claim.id);
    for (const [filters, keep] of [
      [{ search: 'shells' }, () => true],
      [{ search: 'shells again' }, ({ quote }) => quote.includes('again')],
      [{ search: 'shells', origin: 'Army' }, () => true],
      [{ search: 'shells', type: 'damage' }, ({ claim }) => claim.type === 'damage'],
      [{ search: 'shells', asOf: '2024-04-04' }, ({ document }) => (document.published ?? '2024-06') < '2024-04-05'],
      [{ search: 'north', type: 'attack' }, ({ quote, claim }) => quote.includes('north') && claim.type === 'attack'],
    ] as [Parameters<LedgerReads['claims']>[0], (one: (typeof all)[0]) => boolean][])
      for (const limit of [1, 3, 50]) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await ledger.claims(filters, { limit, cursor });
          found.push(...page.items.map(({ claim }) => claim.id));
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(found, JSON.stringify([filters, limit])).toEqual(expected(keep));
      }
  });

  it('finds a claim by its words once its date is learnt, in its new place', async () => {
    const ledger = await open();
    const before = article('Shells fell on the bridge.', { published: '2024-05-01' });
    await file(ledger, before, [{ source: 'Army' }]);
    const undated = { ...raid, published: null };
    await file(ledger, undated, raidSaid);
    const town = async () => (await ledger.claims({ search: 'shot' })).items.map(({ document }) => document.published);
    expect(await town()).toEqual([null]);
    await file(ledger, raid, raidSaid);
    expect(await town()).toEqual(['2024-05-02']);
    expect((await ledger.claims({ search: 'ministry', place: 'Hill Town' })).items).toHaveLength(1);
    expect((await ledger.claims({ search: 'shells' })).items).toHaveLength(1);
  });

  it('lists disputes by each filter of their events, and by the day that these have now', async () => {
    const { ledger } = await several();
    const { event, claims } = await fileRaid(ledger);
    const notes = async (...filters: Parameters<LedgerReads['disputes']>) =>
      (await ledger.disputes(...filters)).items.map(({ note }) => note);
    const note = ['40 and 3 cannot both be true'];
    for (const filters of [
      {},
      { since: '2024-05-01', until: '2024-05-01' },
      { since: '2024-05-01' },
      { until: '2024-05-01' },
      { place: 'Hill' },
      { origin: 'Mayor', actor: 'Southland' },
      { search: 'drones', type: 'interception' },
      { standing: 'contested' },
      { asOf: '2024-05-02' },
    ] as const)
      expect(await notes(filters), JSON.stringify(filters)).toEqual(note);
    for (const filters of [
      { since: '2024-05-02' },
      { until: '2024-04-30' },
      { place: 'Marsh Town' },
      { origin: 'Governor' },
      { search: 'shells' },
      { type: 'attack' },
      { standing: 'confirmed' },
      { asOf: '2024-05-01' },
    ] as const)
      expect(await notes(filters), JSON.stringify(filters)).toEqual([]);
    const time = { ...claims[0].time!, from: '2024-04-29', to: '2024-04-30' };
    await ledger.write((tx) =>
      tx.putOutcome({ events: [{ event: { ...event, time }, keys: [], rival: null }], removed: [], links: [] }),
    );
    expect(await notes({ since: '2024-05-01' })).toEqual([]);
    expect(await notes({ until: '2024-04-29' })).toEqual(note);
  });

  it('refuses filters that mean nothing, by name', async () => {
    const ledger = await open();
    const refused = async (call: Promise<unknown>) =>
      call.then(
        () => null,
        (error) => (error instanceof FilterError ? error.field : error),
      );
    expect(await refused(ledger.events({ since: 'yesterday' }))).toBe('since');
    expect(await refused(ledger.events({ until: '2024-02-30' }))).toBe('until');
    expect(await refused(ledger.events({}, { limit: 0 }))).toBe('limit');
    expect(await refused(ledger.events({}, { cursor: 'x' }))).toBe('cursor');
    expect(await refused(ledger.claims({ place: ' ' }))).toBe('place');
  });

  it('keeps the account of each origin as events come, change and go', async () => {
    const ledger = await open();
    const { event } = await fileRaid(ledger);
    const account = async () =>
      (await ledger.origins()).items
        .map(({ name, claims, events, contradicted }) => [name, claims, events, contradicted])
        .sort();
    expect(await account()).toEqual([
      ['Mayor', 1, 1, 1],
      ['Ministry of Defence', 1, 1, 1],
    ]);
    const mayor = await ledger.origin((await ledger.origins({ origin: 'mayor' })).items[0].key);
    expect(mayor?.contradicted_by).toMatchObject([
      { name: 'Ministry of Defence', side: 'Nordland', kind: 'figures', times: 1 },
    ]);
    expect(await ledger.relays(5)).toEqual([{ origin: 'Ministry of Defence', relay: 'Norda', times: 1 }]);
    await ledger.write((tx) => tx.putOutcome({ events: [], removed: [event.id], links: [] }));
    expect(await account()).toEqual([]);
    expect(await ledger.counts()).toMatchObject({ events: 0, disputes: 0, claims: 2 });
    expect((await ledger.feed(0, 100)).map(({ kind }) => kind)).toContain('removed');
  });

  it('counts denials and revisions against those who were denied and revised', async () => {
    const ledger = await open();
    const document = article('Ten died.\nTwelve died.\nThat is false.');
    const said: Said[] = [
      { source: 'Governor', type: 'casualties', measure: 'killed', item: 'person', low: 10 },
      { source: 'Governor', type: 'casualties', measure: 'killed', item: 'person', low: 12 },
      { source: 'Army', kind: 'response', type: 'casualties', stance: 'denies' },
    ];
    const [a, b, c] = said.map((one, line) => claimOn(document, line, one).id);
    await file(ledger, document, said, {
      figures: [
        {
          measure: 'killed',
          item: 'person',
          low: 10,
          best: 12,
          high: 12,
          by: [{ origin: 'Governor', low: 12, high: 12, claims: [a, b] }],
        },
      ],
      disputes: [{ kind: 'denial', claims: [b, c], note: 'the army denies it' }],
    });
    const rows = (await ledger.origins()).items
      .map(({ name, revised, denied, contradicted }) => [name, revised, denied, contradicted])
      .sort();
    expect(rows).toEqual([
      ['Army', 0, 0, 0],
      ['Governor', 1, 1, 0],
    ]);
  });

  it('is a view for linking: neighbours, judgements, what exceeds a figure, the coverage', async () => {
    const { ledger, filed } = await several();
    expect((await ledger.neighbours(['k1', 'k3', 'none'])).map(({ event }) => event.id)).toEqual(
      [filed[1].event.id, filed[3].event.id].sort(),
    );
    expect((await ledger.neighbours(['k1']))[0].claims[0].claim).toEqual(filed[1].claims[0]);
    expect(await ledger.coverage()).toEqual({ from: '2024-04-01', to: '2024-04-14' });
    await fileRaid(ledger);
    const shotDown = (above: number) => ({ measure: 'intercepted', item: 'drone', above });
    for (const rival of ['north', null])
      expect(await ledger.exceeding(shotDown(2), rival, null, 5)).toMatchObject([{ place: { name: 'Hill Town' } }]);
    expect(await ledger.exceeding(shotDown(2), 'south', null, 5)).toEqual([]);
    expect(await ledger.exceeding(shotDown(3), 'north', null, 5)).toEqual([]);
    expect(await ledger.exceeding(shotDown(1), 'north', '2024-05-02', 5)).toEqual([]);
    const pair = {
      by: 'eva',
      action: 'same' as const,
      subject: filed[0].claims[0].id,
      other: filed[1].claims[0].id,
      reason: 'one shelling',
    };
    const review = await ledger.write((tx) => tx.addReview(pair));
    expect(await ledger.judgements([pair.other])).toMatchObject([
      { claims: [pair.subject, pair.other], same: true, by: 'eva' },
    ]);
    await ledger.write((tx) => tx.undoReview(review.id, 'eva', 'no'));
    expect(await ledger.judgements([pair.other])).toEqual([]);
  });

  it('lays corrections over what was read, through a new reading, until they are undone', async () => {
    const ledger = await open();
    const { claims, event } = await fileRaid(ledger);
    const id = claims[0].id;
    const review = await ledger.write((tx) =>
      tx.addReview({ by: 'eva', action: 'correct', subject: id, field: 'value.low', new: 30, reason: 'misread' }),
    );
    expect(review).toMatchObject({ old: 40, new: 30, undone_by: null });
    await ledger.write((tx) => tx.putClaims(raid.id, claims));
    expect((await ledger.claim(id))?.claim.value).toMatchObject({ low: 30, high: 40 });
    await ledger.write(async (tx) => {
      await tx.undoReview(review.id, 'eva', 'it was right');
      await tx.putClaims(raid.id, claims);
    });
    expect((await ledger.claim(id))?.claim).toEqual(claims[0]);
    await ledger.write(async (tx) => {
      await tx.addReview({ by: 'eva', action: 'reject', subject: id, reason: 'nobody said so' });
      await tx.putClaims(raid.id, claims);
    });
    expect(await ledger.claim(id)).toMatchObject({ current: false });
    const refused = (field: string, value: unknown) =>
      ledger.write((tx) => tx.addReview({ by: 'eva', action: 'correct', subject: id, field, new: value, reason: '' }));
    await expect(refused('value.low', 'many')).rejects.toThrow(/value\.low/);
    await expect(refused('nothing', 1)).rejects.toThrow(/no field nothing/);
    await expect(refused('sentence.start', 1)).rejects.toThrow(/cannot be corrected/);
    await ledger.write(async (tx) => {
      await tx.addReview({
        by: 'eva',
        action: 'standing',
        subject: claims[1].id,
        new: 'confirmed',
        reason: 'seen the wreck',
      });
      await tx.putOutcome({ events: [{ event, keys: [], rival: null }], removed: [], links: [] });
    });
    expect((await ledger.event(event.id))?.event.standing).toBe('confirmed');
    expect((await ledger.events({ standing: 'confirmed' })).items).toHaveLength(1);
    expect((await ledger.queue()).items).toHaveLength(0);
    expect((await ledger.reviews()).items.map(({ action }) => action)).toEqual([
      'standing',
      'reject',
      'undo',
      'correct',
    ]);
  });

  it('knows tokens by their hash alone', async () => {
    const ledger = await open();
    const { token, row } = await ledger.addToken('desk', 'reviewer');
    expect(await ledger.checkToken(token)).toMatchObject({ name: 'desk', role: 'reviewer' });
    expect(await ledger.checkToken(token.toUpperCase())).toBeNull();
    expect(JSON.stringify(await ledger.tokens())).not.toContain(token.slice(3));
    expect(await ledger.revokeToken(row.id)).toBe(true);
    expect(await ledger.revokeToken(row.id)).toBe(false);
    expect(await ledger.checkToken(token)).toBeNull();
  });

  it('lets two writers take turns, and readers read meanwhile', async () => {
    const where = await place();
    const [one, two] = [await open(where), await open(where)];
    const order: string[] = [];
    const slow = (ledger: Ledger, document: Document) =>
      ledger.write(async (tx) => {
        order.push('begins');
        const before = (await tx.counts()).documents;
        await tx.addDocument(document);
        await new Promise((resolve) => setTimeout(resolve, 100));
        // Others see nothing of it yet, and are not kept waiting.
        expect((await one.counts()).documents).toBe(before);
        expect((await two.counts()).documents).toBe(before);
        order.push('ends');
      });
    await Promise.all([slow(one, raid), slow(two, article('Another text.')), slow(one, article('A third.'))]);
    expect(order).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect((await one.counts()).documents).toBe(3);
  });

  it('draws time and place', async () => {
    const ledger = await open();
    await fileRaid(ledger);
    expect(await ledger.timeline()).toMatchObject([
      {
        day: '2024-05-01',
        measure: 'intercepted',
        item: 'drone',
        side: 'Nordland',
        origin: 'Mayor',
        events: 1,
        low: 3,
        high: 3,
      },
      {
        day: '2024-05-01',
        measure: 'intercepted',
        item: 'drone',
        side: 'Nordland',
        origin: 'Ministry of Defence',
        events: 1,
        low: 40,
        high: 40,
      },
    ]);
    expect(await ledger.points({ place: 'Hill' })).toMatchObject([
      { latitude: 12.5, longitude: 30.25, precision: 1, day: '2024-05-01' },
    ]);
    expect((await ledger.disputes({ origin: 'Mayor' })).items).toMatchObject([
      { kind: 'figures', note: '40 and 3 cannot both be true', since: '2024-05-02' },
    ]);
  });

  it('keeps a running table of the highest that each side has claimed of one event', async () => {
    const ledger = await open();
    const raidOf = (day: string, low: number, more: Said = {}, until = day) => {
      const said: Said = { ...raidSaid[0], low, day, ...more };
      const document = article(`On ${day} ${low} drones were shot down.`, { url: `https://example.org/${day}-${low}` });
      const { id } = claimOn(document, 0, said);
      return file(ledger, document, [said], {
        time: { from: day, to: until, precision: 'day', text: day, start: 0, end: 2 },
        figures: [
          {
            measure: 'intercepted',
            item: 'drone',
            low,
            best: low,
            high: low,
            by: [{ origin: said.source!, low, high: low, claims: [id] }],
          },
        ],
      });
    };
    await raidOf('2024-03-01', 20);
    expect(await ledger.sideRecords()).toEqual([]);
    const beaten = await raidOf('2024-03-02', 30);
    await raidOf('2024-03-03', 25);
    const highest = await raidOf('2024-03-04', 41);
    await raidOf('2024-03-05', 41);
    await raidOf('2024-03-06', 90, { side: 'Sudland', source: 'Other Ministry' });
    await raidOf('2024-02-01', 900, {}, '2024-03-07');
    const [only, ...others] = await ledger.sideRecords();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      measure: 'intercepted',
      item: 'drone',
      side: 'Nordland',
      now: { low: 41, origin: 'Ministry of Defence', day: '2024-03-04', event: { id: highest.event.id } },
      before: { low: 30, day: '2024-03-02', event: { id: beaten.event.id } },
    });
    expect(only.now.claims).toEqual([highest.claims[0].id]);
    expect((await ledger.sideRecords({ until: '2024-03-03' }))[0].now.low).toBe(30);
  });
});
