import { describe, expect, it } from 'vitest';
import { linkDocument } from '../src/link/link.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import {
  answer,
  army,
  article,
  at,
  eventsOf,
  eventWith,
  killed,
  launched,
  linked,
  ministry,
  on,
  party,
  rescuers,
  side,
  together,
} from './link-kit.ts';

const raid = (name: string, day: string, published: string, toll: number) =>
  article(name, published, [
    { place: at('Omdurman'), time: on(day), actor: side('South'), target: side('North') },
    killed(toll, { source: ministry }),
  ]);

describe('which claims are one event', () => {
  it('joins two outlets on one strike, and another claim of a passage that gives neither day nor place', async () => {
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)]);
    expect(eventsOf(ledger)).toHaveLength(1);
    expect(eventsOf(ledger)[0]).toMatchObject({
      documents: ['d-a', 'd-b'],
      claims: ['a-1', 'a-2', 'b-1', 'b-2'],
      type: 'attack',
    });
  });

  it("keeps another day's raid on the same town apart", async () => {
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-12', '2025-03-13', 7)]);
    expect(eventsOf(ledger)).toHaveLength(2);
  });

  it('tells two nights of raids apart that share a day, and joins a day to the night that it belongs to', async () => {
    const night = (name: string, from: string, to: string) =>
      article(name, to, [{ place: at('Nyala'), time: on(from, to) }, launched(30, { time: on(from, to) })]);
    const ledger = await linked([night('a', '2025-03-10', '2025-03-11'), night('b', '2025-03-11', '2025-03-12')]);
    expect(together(ledger, 'a-1', 'b-1')).toBe(false);
    const day = await linked([
      night('a', '2025-03-10', '2025-03-11'),
      article('c', '2025-03-11', [{ place: at('Nyala'), time: on('2025-03-11') }]),
    ]);
    expect(together(day, 'a-1', 'c-1')).toBe(true);
  });

  it('keeps strikes on two far towns on one day apart', async () => {
    const there = article('b', '2025-03-11', [
      { place: at('El Fasher'), time: on('2025-03-10'), actor: side('South'), target: side('North') },
    ]);
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), there]);
    expect(together(ledger, 'a-1', 'b-1')).toBe(false);
  });

  it('makes a total since a date an event of its own, and joins it with the same origin later', async () => {
    const total = (to: string, n: number) =>
      killed([n, null], {
        place: at('Omdurman', 4),
        time: on('2023-04-15', to, 'since'),
        source: ministry,
        next: 'paragraph',
      });
    const ledger = await linked([
      [
        ...raid('a', '2025-03-10', '2025-03-11', 7),
        ...article('a', '2025-03-11', [{}, {}, total('2025-03-11', 400)]).slice(2),
      ],
      article('b', '2025-03-13', [total('2025-03-13', 430)]),
    ]);
    expect(together(ledger, 'a-1', 'a-3')).toBe(false);
    expect(together(ledger, 'a-3', 'b-1')).toBe(true);
    expect(eventWith(ledger, 'a-3')!.title).toBe('Killed in Omdurman, since 15 Apr 2023');
  });

  it('puts a planned stage on its day, beside what is then said of it', async () => {
    const handover = (modality: 'planned' | 'actual') => ({
      type: 'exchange' as const,
      measure: 'returned' as const,
      item: 'prisoner',
      value: 40,
      time: on('2025-03-14'),
      modality,
      source: ministry,
    });
    const ledger = await linked([
      article('a', '2025-03-12', [handover('planned')]),
      article('b', '2025-03-15', [handover('actual')]),
    ]);
    expect(together(ledger, 'a-1', 'b-1')).toBe(true);
    expect(eventWith(ledger, 'a-1')!.figures).toMatchObject([
      { measure: 'returned', low: 40, high: 40, by: [{ claims: ['b-1'] }] },
    ]);
  });

  it('does not take what one side shoots down for what it fires', async () => {
    const fired = launched(138, { time: on('2025-03-10', '2025-03-11'), actor: side('South'), target: side('North') });
    const downed = {
      ...launched(94),
      type: 'interception' as const,
      measure: 'intercepted' as const,
      time: on('2025-03-10', '2025-03-11'),
      actor: side('South'),
      next: 'paragraph' as const,
    };
    const ledger = await linked([article('a', '2025-03-11', [fired, downed])]);
    expect(together(ledger, 'a-1', 'a-2')).toBe(false);
  });

  it('goes on from the news after an article has looked back', async () => {
    const ledger = await linked([
      article('a', '2025-03-11', [
        launched(64, { time: on('2025-03-10', '2025-03-11'), actor: side('South'), target: side('North') }),
        launched(58, { time: on('2025-01-06', '2025-01-07'), actor: side('South'), target: side('North') }),
        killed(3, { next: 'paragraph' }),
      ]),
    ]);
    expect(together(ledger, 'a-1', 'a-3')).toBe(true);
    expect(together(ledger, 'a-1', 'a-2')).toBe(false);
  });

  it('makes one event of two that an odd number and the place show to be one', async () => {
    const ledger = await linked([
      article('a', '2025-03-11', [killed(137, { time: on('2025-03-08', '2025-03-11', 'since'), place: at('Taiz') })]),
      article('b', '2025-03-11', [killed(137, { time: on('2025-03-10'), place: at('Taiz', 1) })]),
    ]);
    expect(together(ledger, 'a-1', 'b-1')).toBe(true);
  });

  it('puts an answer with what it answers, and a record that is mentioned on its own day', async () => {
    const ledger = await linked([
      article('a', '2025-03-11', [
        launched(64, { time: on('2025-03-10'), actor: side('South') }),
        { kind: 'superlative', about: ['a-1'], next: 'paragraph' },
        { ...launched(58, { time: on('2025-01-06'), actor: side('South') }), next: 'same' },
        { kind: 'superlative', about: ['a-3'], next: 'same' },
        { ...answer('no-comment', ['a-1'], ministry), next: 'paragraph' },
      ]),
    ]);
    expect(eventWith(ledger, 'a-1')!.claims).toEqual(['a-1', 'a-2', 'a-5']);
    expect(eventWith(ledger, 'a-3')!.claims).toEqual(['a-3', 'a-4']);
  });

  it('leaves a mere guess out of the events', async () => {
    const ledger = await linked([article('a', '2025-03-11', [killed(1000, { modality: 'hypothetical' })])]);
    expect(eventsOf(ledger)).toEqual([]);
  });

  it('does not guess when an undated article has something happen', async () => {
    const undated = article('b', null, [{ place: at('Omdurman') }]);
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), undated]);
    expect(together(ledger, 'a-1', 'b-1')).toBe(false);
  });
});

describe('living links', () => {
  it('names an event after its first claim by publication, whichever came first', async () => {
    const [a, b] = [raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)];
    const [there, back] = [await linked([a, b]), await linked([b, a])];
    expect(eventsOf(back)).toEqual(eventsOf(there));
    const early = await linked([b]);
    const outcome = await (async () => {
      early.file(a);
      return linkDocument(a, early);
    })();
    expect(outcome.removed).toEqual([...early.events.keys()]);
  });

  it('says why each claim is where it is', async () => {
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)]);
    const of = (claim: string) => ledger.links.filter((l) => l.claim === claim).at(-1)!;
    expect(of('a-1')).toMatchObject({ other: null, score: 0, reason: 'the first of its event' });
    expect(of('b-1')).toMatchObject({ other: 'a-1', by: 'linker 1' });
    expect(of('b-1').score).toBeGreaterThan(0.5);
    expect(of('b-1').reason).toBe(
      'the same place: Omdurman; the same time; the same sides; Health Ministry on killed again',
    );
    expect(of('b-2')).toMatchObject({ other: 'b-1', reason: 'told together in one passage' });
  });

  it('changes nothing when an article is linked again', async () => {
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)]);
    const before = JSON.stringify(eventsOf(ledger));
    await linked([raid('a', '2025-03-10', '2025-03-11', 7)], ledger);
    expect(JSON.stringify(eventsOf(ledger))).toBe(before);
  });

  it('lets go of the claims of an article that was read anew, and of one that is no more', async () => {
    const ledger = await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)]);
    await linked([raid('b', '2025-03-10', '2025-03-12', 9).slice(0, 1)], ledger);
    expect(eventsOf(ledger).map((e) => e.claims)).toEqual([['a-1', 'a-2', 'b-1']]);
    ledger.put(await linkDocument([], ledger, ['d-a']));
    expect(eventsOf(ledger).map((e) => e.claims)).toEqual([['b-1']]);
  });
});

describe("a reviewer's word", () => {
  const word = (same: boolean, at: string) => ({
    claims: ['a-1', 'b-1'] as const,
    same,
    by: 'ana',
    at,
    reason: 'I was there',
  });

  it('joins what the machine holds apart, and says who did', async () => {
    const ledger = new MemoryLinks();
    ledger.reviews.push(word(true, '2025-04-01'));
    await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-06-12', '2025-06-13', 7)], ledger);
    expect(together(ledger, 'a-1', 'b-1')).toBe(true);
    expect(ledger.links.filter((l) => l.claim === 'b-1').at(-1)).toMatchObject({
      score: 1,
      by: 'ana',
      reason: 'ana: I was there',
    });
  });

  it('parts what the machine joins, in one article too, and the later word holds', async () => {
    const ledger = new MemoryLinks();
    ledger.reviews.push(word(false, '2025-04-01'));
    await linked([raid('a', '2025-03-10', '2025-03-11', 7), raid('b', '2025-03-10', '2025-03-12', 9)], ledger);
    expect(together(ledger, 'a-1', 'b-1')).toBe(false);
    ledger.reviews.push(word(true, '2025-04-02'));
    await linked([raid('b', '2025-03-10', '2025-03-12', 9)], ledger);
    expect(together(ledger, 'a-1', 'b-1')).toBe(true);

    const one = new MemoryLinks();
    one.reviews.push({ ...word(false, '2025-04-01'), claims: ['a-1', 'a-2'] });
    await linked([raid('a', '2025-03-10', '2025-03-11', 7)], one);
    expect(together(one, 'a-1', 'a-2')).toBe(false);
  });
});

describe('what an event is called', () => {
  it.each([
    [
      article('a', '2025-03-11', [launched(30, { place: at('Kosti'), time: on('2025-03-10', '2025-03-11') })]),
      'Drone attack on Kosti, 10–11 Mar 2025',
    ],
    [
      article('a', '2025-03-11', [
        { type: 'exchange', measure: 'returned', item: 'prisoner', value: 4, time: on('2025-03-10') },
      ]),
      'Exchange, 10 Mar 2025',
    ],
    [
      article('a', '2025-03-11', [
        { target: { ...side('North'), name: 'the dam' }, time: on('2025-02-28', '2025-03-01') },
      ]),
      'Attack on the dam, 28 Feb – 1 Mar 2025',
    ],
    [article('a', null, [{ type: 'talks' }]), 'Talks, undated'],
    [article('a', '2025-03-11', [{ type: 'support', actor: side('South') }]), 'Support by South'],
  ])('%#', async (said, title) => {
    expect(eventsOf(await linked([said]))[0].title).toBe(title);
  });
});

it('counts a third party and one side as two, and silence as none', async () => {
  const ledger = await linked([
    article('a', '2025-03-11', [
      { place: at('Taiz'), time: on('2025-03-10'), source: ministry },
      killed(4, { source: rescuers }),
      answer('no-comment', ['a-1'], army),
      { ...answer('no-comment', ['a-1'], party('Somebody')), next: 'same' },
    ]),
  ]);
  expect(eventsOf(ledger)[0]).toMatchObject({
    standing: 'corroborated',
    origins: [{ name: 'Health Ministry' }, { name: 'Red Crescent' }],
  });
});

it('takes an earlier count, given for the day of the count, for one of what has grown since, and another toll for another event', async () => {
  const grown = (before: number) =>
    linked([
      article('a', '2025-03-12', [
        { place: at('Taiz'), time: on('2025-03-10') },
        killed(31, { source: ministry, next: 'same' }),
        killed(before, { source: ministry, time: on('2025-03-09'), next: 'paragraph' }),
      ]),
    ]);
  expect(together(await grown(26), 'a-1', 'a-3')).toBe(true);
  expect(together(await grown(4), 'a-1', 'a-3')).toBe(false);
});

it('takes a township for an area, whatever its point: a village in it may be what is told of', async () => {
  const area = (name: string) => ({ ...at('Taiz'), name, latitude: 13.4, longitude: 44.2, id: null });
  const told = (name: string) =>
    linked([
      article('a', '2025-03-11', [
        { place: at('Taiz'), time: on('2025-03-10') },
        killed(22, { place: area(name), time: on('2025-03-10') }),
      ]),
    ]);
  expect(together(await told('Zaru township'), 'a-1', 'a-2')).toBe(true);
  expect(together(await told('Zaru'), 'a-1', 'a-2')).toBe(false);
});

it('takes a front by the name of a town for that town', async () => {
  const named = (name: string) => ({ ...at('Taiz'), name, id: null, latitude: null, longitude: null, precision: null });
  const told = (name: string) =>
    linked([
      article('a', '2025-03-11', [{ place: named('Zaru'), time: on('2025-03-10') }]),
      article('b', '2025-03-11', [{ place: named(name), time: on('2025-03-10') }]),
    ]);
  expect(together(await told('Zaru front'), 'a-1', 'b-1')).toBe(true);
  expect(together(await told('Olan front'), 'a-1', 'b-1')).toBe(false);
});
