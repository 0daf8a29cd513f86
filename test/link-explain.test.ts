import { expect, it } from 'vitest';
import { explainPair } from '../src/link/explain.ts';
import { MemoryLinks } from '../src/link/memory.ts';
import { article, at, killed, linked, ministry, on, rescuers, type Say } from './link-kit.ts';

const strike: Say = { place: at('Omdurman'), time: on('2025-03-10'), source: ministry };
const a = article('a', '2025-03-11', [
  strike,
  killed([17, null], { source: ministry }),
  killed(14, { source: rescuers }),
  killed(2, { source: ministry, item: 'child' }),
]);
const b = article('b', '2025-03-12', [strike, killed(19, { source: ministry })]);
const c = article('c', '2025-03-15', [{ ...strike, time: on('2025-03-14') }]);

it('says what ties two passages into one event, and that two claims of one passage need no tie', async () => {
  const ledger = await linked([a, b, c]);
  expect(await explainPair(a[0], b[0], ledger)).toMatchObject({
    same: true,
    threshold: 4.5,
    reasons: [
      { points: 3.5, why: 'the same place: Omdurman' },
      { points: 3.5, why: 'the same time' },
      { why: 'Health Ministry on killed again' },
    ],
  });
  expect(await explainPair(a[0], a[1], ledger)).toMatchObject({
    same: true,
    points: null,
    reasons: [{ why: 'told together in one passage' }],
  });
});

it('says what keeps two apart', async () => {
  const told = await explainPair(a[0], c[0], await linked([a, c]));
  expect(told.same).toBe(false);
  expect(told.points).toBeLessThan(told.threshold);
  expect(told.reasons[0].why).toBe('different times');
  expect(told.figures).toBeNull();
});

it('names why figures are or are not a dispute', async () => {
  const ledger = await linked([a, b]);
  const relation = async (x: number, y: (typeof a)[number]) => (await explainPair(a[x], y, ledger)).figures?.relation;
  expect(await relation(1, a[2])).toBe('conflict');
  expect(await relation(1, a[3])).toBe('subset');
  expect(await relation(1, b[1])).toBe('compatible');
  expect(await relation(2, b[1])).toBe('newer count');
  expect(await relation(0, b[1])).toBeUndefined();
});

it("gives a reviewer's word beside the machine's", async () => {
  const ledger = new MemoryLinks();
  ledger.reviews.push({ claims: ['a-1', 'c-1'], same: true, by: 'ana', at: '2025-04-01', reason: 'one siege' });
  await linked([a, c], ledger);
  expect(await explainPair(a[0], c[0], ledger)).toMatchObject({
    same: true,
    judgements: ['ana (2025-04-01): one event, one siege'],
  });
});
