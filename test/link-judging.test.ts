import { describe, expect, it } from 'vitest';
import { linkDocument } from '../src/link/link.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
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
  type Say,
  side,
} from './link-kit.ts';

const strike: Say = { place: at('Omdurman'), time: on('2025-03-10'), source: ministry };
/** The one event of articles about one strike. */
const told = async (...articles: FiledClaim[][]) => {
  const events = eventsOf(await linked(articles));
  expect(events).toHaveLength(1);
  return events[0];
};
const figure = async (item: string, ...articles: FiledClaim[][]) =>
  (await told(...articles)).figures.find((f) => f.item === item);

describe('origins', () => {
  const names = async (...says: Say[]) =>
    (await told(article('a', '2025-03-11', [strike, ...says]))).origins.map((o) => `${o.name} ${o.claims}`);

  it('counts one party under all its names once, and a spokesman for his body', async () => {
    expect(
      await names(
        killed(4, { source: party('the Ministry of Health', 'North') }),
        killed(4, { source: party('Ministry of Health of the North', 'North') }),
        killed(4, { source: party('Omar Tahir', 'North', 'official', "the ministry's spokesman, Omar Tahir") }),
      ),
    ).toEqual(['Ministry of Health of the North 4']);
    expect(
      await names(
        { source: { ...army, id: 'xx/armed-forces' } },
        { source: { ...party('Idris', 'South', 'official'), id: 'xx/armed-forces/spokesperson' } },
      ),
    ).toEqual(['Health Ministry 1', 'Southern Army 2']);
  });

  it('keeps two sides of one name apart, whatever they are called', async () => {
    expect(
      await names(
        { source: party('officials', 'North', 'official') },
        { source: party('officials', 'South', 'official') },
      ),
    ).toEqual(['Health Ministry 1', 'officials 1', 'officials (South) 1']);
  });

  it("counts articles' own voice only where nobody else speaks, and then as one", async () => {
    const own = (name: string) => article(name, '2025-03-11', [{ ...strike, source: null }]);
    expect((await told(own('a'), own('b'))).origins).toEqual([
      { name: 'Outlet a', id: null, kind: 'outlet', side: null, claims: 2 },
    ]);
    expect((await told(own('a'), article('b', '2025-03-11', [strike]))).origins.map((o) => o.name)).toEqual([
      'Health Ministry',
    ]);
  });

  it('counts what outlets copy from each other once', async () => {
    const wire = (name: string, outlet: string) =>
      article(
        name,
        '2025-03-11',
        [
          strike,
          killed(4, { source: ministry }),
          killed(2, { source: ministry, item: 'child' }),
          launched(3, { source: ministry }),
        ],
        outlet,
      );
    const event = await told(
      wire('a', 'Wire'),
      wire('b', 'Daily'),
      wire('c', 'Post'),
      article('d', '2025-03-12', [strike, killed(5, { source: rescuers })]),
    );
    expect(event.origins.map((o) => [o.name, o.claims])).toEqual([
      ['Health Ministry', 5],
      ['Red Crescent', 1],
    ]);
    expect(event.standing).toBe('corroborated');
  });
});

describe('standing', () => {
  const standing = async (...says: Say[]) => (await told(article('a', '2025-03-11', [strike, ...says]))).standing;

  it.each<[string, Say[]]>([
    ['single-source', [killed(4, { source: ministry })]],
    ['one-sided', [killed(4, { source: party('the mayor', 'North', 'official') })]],
    ['one-sided', [killed(4, { source: party('a witness', null, 'unnamed') })]],
    ['corroborated', [killed(4, { source: army })]],
    ['contested', [killed(4, { source: ministry }), answer('denies', ['a-2'], army)]],
  ])('%s', async (expected, says) => {
    expect(await standing(...says)).toBe(expected);
  });
});

describe('figures', () => {
  it("takes each origin's latest count, and the bounds over all of them", async () => {
    const row = await figure(
      'person',
      article('a', '2025-03-11', [strike, killed(7, { source: ministry }), killed([6, null], { source: rescuers })]),
      article('b', '2025-03-12', [strike, killed(9, { source: ministry }), killed(7, { source: ministry })]),
    );
    expect(row).toEqual({
      measure: 'killed',
      item: 'person',
      low: 6,
      best: 6,
      high: null,
      by: [
        { origin: 'Health Ministry', low: 9, high: 9, claims: ['a-2', 'b-2', 'b-3'] },
        { origin: 'Red Crescent', low: 6, high: null, claims: ['a-3'] },
      ],
    });
  });

  it("leaves a mayor's count out of the whole that his ministry gives", async () => {
    const shot = (value: number, source: Say['source']): Say => ({
      type: 'interception',
      measure: 'intercepted',
      item: 'drone',
      value,
      source,
    });
    const mayor = party('the mayor', 'South', 'official');
    const event = await told(article('a', '2025-03-11', [strike, shot(122, army), shot(3, mayor)]));
    expect(event.figures.find((f) => f.item === 'drone')).toMatchObject({ low: 122, high: 122 });
    expect(event.disputes).toEqual([]);
  });

  it('leaves out what is planned, guessed or taken back, and adds no share to the whole', async () => {
    const shot = (value: Say['value'], place: string | null, more: Say = {}): Say => ({
      type: 'interception',
      measure: 'intercepted',
      item: 'drone',
      value,
      source: army,
      place: place === null ? null : at(place),
      time: on('2025-03-10'),
      ...more,
    });
    const row = await figure(
      'drone',
      article('a', '2025-03-11', [
        shot(94, null),
        shot(41, 'Omdurman', { next: 'same' }),
        shot(27, 'Kosti', { next: 'same' }),
        shot(180, null, { modality: 'negated' }),
        shot(500, null, { modality: 'hypothetical' }),
      ]),
    );
    expect(row).toMatchObject({ low: 94, best: 94, high: 94 });
  });

  it('takes a later and much smaller count by the same origin for a part', async () => {
    const row = await figure(
      'person',
      article('a', '2025-03-11', [strike, killed(20, { source: ministry })]),
      article('b', '2025-03-12', [strike, killed(3, { source: ministry })]),
    );
    expect(row).toMatchObject({ low: 20, high: 20 });
  });

  it('does not let what one witness saw lower a toll', async () => {
    const row = await figure(
      'person',
      article('a', '2025-03-11', [
        strike,
        killed(20, { source: ministry }),
        killed(3, { source: party('a shopkeeper', null, 'unnamed') }),
      ]),
    );
    expect(row).toMatchObject({ low: 20, high: 20, by: [{ origin: 'Health Ministry' }, { origin: 'a shopkeeper' }] });
  });
});

describe('disputes', () => {
  const disputes = async (...articles: FiledClaim[][]) => (await told(...articles)).disputes;
  const one = async (...says: Say[]) => disputes(article('a', '2025-03-11', [strike, ...says]));

  it('finds figures that cannot both be true, and says so in words', async () => {
    expect(await one(killed([17, null], { source: ministry }), killed(14, { source: rescuers }))).toEqual([
      {
        kind: 'figures',
        claims: ['a-2', 'a-3'],
        note: 'These cannot all be true, of people killed: Health Ministry said at least 17; Red Crescent said 14.',
      },
    ]);
  });

  it.each<[string, Say[]]>([
    ['bounds that both can be true', [killed([3, null], { source: ministry }), killed(5, { source: rescuers })]],
    ['an update by the same origin', [killed(3, { source: ministry }), killed(5, { source: ministry })]],
    ['a part of the whole', [killed(9, { source: ministry }), killed(4, { source: rescuers, item: 'child' })]],
    ['things of another sort', [killed(9, { source: ministry }), killed(4, { source: army, item: 'fighter' })]],
    [
      "another side's losses",
      [killed(9, { source: ministry, target: side('North') }), killed(4, { source: army, target: side('South') })],
    ],
    ['rounded numbers', [launched(220, { source: ministry }), launched(217, { source: army })]],
    ["an article's own number beside a source's", [killed(9, { source: ministry }), killed(2, { source: null })]],
  ])('is not misled by %s', async (_, says) => {
    expect(await one(...says)).toEqual([]);
  });

  it('is not misled by a share of another region, and sets the shares of one region against each other', async () => {
    const shot = (value: number, source: Say['source'], place: string, next: Say['next'] = 'same'): Say => ({
      type: 'interception',
      measure: 'intercepted',
      item: 'drone',
      value,
      source,
      place: at(place),
      time: on('2025-03-10'),
      next,
    });
    const list = [shot(41, army, 'Omdurman', 'sentence'), shot(27, army, 'Kosti')];
    expect(
      await disputes(
        article('a', '2025-03-11', [
          ...list,
          shot(53, party('the governor', 'South', 'official'), 'Omdurman', 'sentence'),
        ]),
      ),
    ).toMatchObject([{ kind: 'figures', claims: ['a-1', 'a-3'] }]);
    expect(await disputes(article('a', '2025-03-11', list))).toEqual([]);
  });

  it("takes another's later and higher toll for a newer count, unless it is the other side's", async () => {
    const [early, late] = [
      article('a', '2025-03-11', [strike, killed(4, { source: ministry })]),
      (source: Say['source']) => article('b', '2025-03-12', [strike, killed(5, { source })]),
    ];
    expect(await disputes(early, late(rescuers))).toEqual([]);
    expect(await disputes(early, late(army))).toMatchObject([{ kind: 'figures', claims: ['a-2', 'b-2'] }]);
  });

  it("takes a later and lower toll of another body for a quarrel, be it of one side, but not one origin's own", async () => {
    const early = article('a', '2025-03-11', [strike, killed(9, { source: ministry })]);
    const late = (source: Say['source']) => article('b', '2025-03-12', [strike, killed(5, { source })]);
    expect(await disputes(early, late(party('Army', 'North')))).toMatchObject([{ kind: 'figures' }]);
    expect(await disputes(early, late(ministry))).toEqual([]);
    expect(await one(killed(9, { item: 'fighter', source: ministry }), killed(5, { source: ministry }))).toEqual([]);
  });

  it('sets a denial against all that say what it denies, and drops one that its source gave up', async () => {
    const denial = (name: string, about: string) =>
      article(name, '2025-03-12', [killed(8, { ...strike, source: ministry }), answer('denies', [about], army)]);
    const event = await told(article('a', '2025-03-11', [killed(7, strike)]), denial('b', 'b-1'));
    expect(event.disputes).toEqual([
      { kind: 'denial', claims: ['a-1', 'b-1', 'b-2'], note: 'Southern Army denied what Health Ministry said.' },
    ]);
    const owned = article('c', '2025-03-13', [
      killed(8, { ...strike, source: ministry }),
      answer('confirms', ['c-1'], army),
    ]);
    expect((await told(article('a', '2025-03-11', [killed(7, strike)]), denial('b', 'b-1'), owned)).disputes).toEqual(
      [],
    );
  });

  it('sets the denial of an attack also against the dead that were told of before it', async () => {
    const [hit, toll] = [strike, killed(7, { source: ministry })];
    const event = await told(article('a', '2025-03-11', [hit, toll, answer('denies', ['a-1'], army), killed(9)]));
    expect(event.disputes.filter((d) => d.kind === 'denial').map((d) => d.claims)).toEqual([['a-1', 'a-2', 'a-3']]);
  });

  it('does not count "none died" beside its denial a second time', async () => {
    expect(
      await one(killed(7, { source: ministry }), killed(0, { source: army }), {
        ...answer('denies', ['a-2'], army),
        next: 'same',
      }),
    ).toMatchObject([{ kind: 'denial' }]);
  });

  it('knows whose a source is where one of its names tells', async () => {
    const [plain, whose] = [null, 'South'].map((side) => party('Colonel Osman', side, 'official'));
    const event = await told(
      article(
        'a',
        '2025-03-11',
        [plain, plain, whose].map((source) => ({ ...strike, source })),
      ),
    );
    expect(event.origins).toMatchObject([{ name: 'Colonel Osman', side: 'South', claims: 3 }]);
  });

  it('finds that each blames another', async () => {
    const blame = (by: Say['source'], whom: string): Say => ({ source: by, actor: side(whom) });
    expect(await one(blame(ministry, 'South'), blame(army, 'Militia'))).toEqual([
      {
        kind: 'responsibility',
        claims: ['a-1', 'a-2', 'a-3'],
        note: 'Each holds another responsible: Health Ministry named South; Southern Army named Militia.',
      },
    ]);
    expect(await one(blame(ministry, 'South'), blame(army, 'South'))).toEqual([]);
    // nobody knows whose the villagers are
    expect(await one(blame(party('villagers'), 'South'), blame(rescuers, 'Militia'))).toHaveLength(1);
  });
});

describe('records', () => {
  const salvo = (name: string, day: string, published: string, value: number, more: Say[] = [], who = 'South') =>
    article(name, published, [
      launched(value, { place: at('Kosti'), time: on(day), actor: side(who), target: side('North') }),
      ...more,
    ]);
  const most: Say = { kind: 'superlative', about: ['a-1'], time: on('2025-01-01', '2025-03-10', 'since') };
  const check = async (...articles: FiledClaim[][]) => eventWith(await linked(articles), 'a-1')!.records[0];

  it('holds while nothing larger is known since then, and is unknown where the ledger does not reach back', async () => {
    const record = salvo('a', '2025-03-10', '2025-03-11', 60, [most]);
    expect(await check(record)).toMatchObject({ claim: 'a-2', status: 'unknown', event: null });
    expect(await check(salvo('b', '2024-12-30', '2024-12-31', 20), record)).toMatchObject({
      status: 'holds',
      event: null,
    });
  });

  it('is broken by a later and larger one of the same side, in whatever order they come', async () => {
    const [record, later] = [
      salvo('a', '2025-03-10', '2025-03-11', 60, [most]),
      salvo('b', '2025-04-20', '2025-04-21', 90),
    ];
    for (const order of [
      [record, later],
      [later, record],
    ]) {
      const ledger = await linked(order);
      expect(eventWith(ledger, 'a-1')!.records[0]).toMatchObject({
        status: 'broken',
        event: eventWith(ledger, 'b-1')!.id,
      });
    }
    expect(await check(record, salvo('b', '2025-04-20', '2025-04-21', 90, [], 'North'))).toMatchObject({
      status: 'unknown',
    });
    expect(await check(record, salvo('b', '2025-04-20', '2025-04-21', 50))).toMatchObject({ status: 'unknown' });
  });

  it('is broken by one there of which nobody says whose it was, and by no total, in whatever order they come', async () => {
    const record = salvo('a', '2025-03-10', '2025-03-11', 60, [most]);
    const nobodys = article('b', '2025-04-21', [launched(90, { place: at('Kosti'), time: on('2025-04-20') })]);
    const total = article('c', '2025-05-21', [
      launched(900, { place: at('Kosti'), time: on('2025-03-01', '2025-05-20', 'since'), actor: side('South') }),
    ]);
    for (const order of [
      [record, nobodys, total],
      [total, nobodys, record],
    ]) {
      const ledger = await linked(order);
      expect(eventWith(ledger, 'a-1')!.records[0]).toMatchObject({
        status: 'broken',
        event: eventWith(ledger, 'b-1')!.id,
      });
    }
    expect(await check(record, total)).toMatchObject({ status: 'unknown' });
  });

  it('is not broken by what the other side did, though nobody says whose attack it was', async () => {
    const shotDown = (name: string, day: string, published: string, value: number, by: string, more: Say[] = []) =>
      article(name, published, [
        launched(value, {
          type: 'interception',
          measure: 'intercepted',
          place: at('Kosti'),
          time: on(day),
          actor: side(by),
        }),
        ...more,
      ]);
    const record = shotDown('a', '2025-03-10', '2025-03-11', 60, 'South', [most]);
    const ofOthers = article('b', '2025-04-21', [
      launched(90, { measure: 'intercepted', place: at('Kosti'), time: on('2025-04-20'), target: side('South') }),
    ]);
    expect(await check(record, ofOthers)).toMatchObject({ status: 'unknown' });
    expect(await check(record, shotDown('b', '2025-04-20', '2025-04-21', 90, 'South'))).toMatchObject({
      status: 'broken',
    });
  });

  it('is said of the event that it ranks and touches no other', async () => {
    const ledger = await linked([salvo('a', '2025-03-10', '2025-03-11', 60, [most])]);
    const outcome = await (async () => {
      const other = salvo('b', '2025-04-20', '2025-04-21', 90);
      ledger.file(other);
      return linkDocument(other, ledger);
    })();
    expect(outcome.events.map((e) => e.event.records.length).sort()).toEqual([0, 1]);
  });

  it('names the earliest that breaks it, and holds again without it, in whatever order they come', async () => {
    const [record, early, late] = [
      salvo('a', '2025-03-10', '2025-03-11', 60, [most]),
      salvo('b', '2025-04-20', '2025-04-21', 90),
      salvo('c', '2026-05-20', '2026-05-21', 1100),
    ];
    for (const order of [
      [record, early, late],
      [late, record, early],
      [record, late, early],
    ]) {
      const ledger = await linked(order);
      const breaker = (claim: string) => ({ status: 'broken', event: eventWith(ledger, claim)!.id });
      expect(eventWith(ledger, 'a-1')!.records[0]).toMatchObject(breaker('b-1'));
      ledger.put(await linkDocument([], ledger, [early[0].document.id]));
      expect(eventWith(ledger, 'a-1')!.records[0]).toMatchObject(breaker('c-1'));
      ledger.put(await linkDocument([], ledger, [late[0].document.id]));
      expect(eventWith(ledger, 'a-1')!.records[0]).toMatchObject({ status: 'unknown', event: null });
    }
  });

  it('holds once the ledger reaches back as far', async () => {
    const [record, before] = [
      salvo('a', '2025-03-10', '2025-03-11', 60, [most]),
      salvo('b', '2024-12-30', '2024-12-31', 20, [], 'North'),
    ];
    expect(await check(record, before)).toMatchObject({ status: 'holds' });
  });
});
