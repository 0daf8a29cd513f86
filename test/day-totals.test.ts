import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relink, review, undo } from '../src/pipeline.ts';
import type { Ledger } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { fileDesk } from './fixtures/desk-ledger.ts';

describe('what each side claims per day', () => {
  let folder: string;
  let ledger: Ledger;
  let claims: Map<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-totals-'));
    ledger = await openLedger(join(folder, 'totals.db'));
    ({ claims } = await fileDesk(ledger));
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  /** The sums on file beside the same summed anew: any filter, even one that leaves all, is summed when asked. */
  const both = async (by: 'day' | 'week' | 'month') => [
    await ledger.dayTotals({}, by),
    await ledger.dayTotals({ asOf: '2099-12-31' }, by),
  ];

  it('counts of one side on one event the highest figure', async () => {
    const month = await ledger.dayTotals({}, 'month');
    expect(month).toContainEqual({
      day: '2026-05-01',
      measure: 'intercepted',
      item: 'drone',
      side: 'Russia',
      low: 324,
      high: 324,
      events: 2,
    });
    expect(month).toContainEqual({
      day: '2026-05-01',
      measure: 'killed',
      item: 'person',
      side: null,
      low: 40,
      high: 40,
      events: 1,
    });
  });

  it.each(['day', 'week', 'month'] as const)('keeps its sums by %s right through every change', async (by) => {
    const [first, anew] = await both(by);
    expect(first.length).toBeGreaterThan(8);
    expect(first).toEqual(anew);
    await relink(ledger);
    const [relinked, summed] = await both(by);
    expect(relinked).toEqual(summed);
    const act = await review(ledger, {
      by: 'Ada',
      action: 'correct',
      subject: claims.get('s4')!,
      field: 'value.high',
      new: 60,
      reason: 'test',
    });
    const [after, again] = await both(by);
    expect(after).toEqual(again);
    expect(after).not.toEqual(first);
    await undo(ledger, act.id, 'Ada', 'test');
    expect((await both(by))[0]).toEqual((await both(by))[1]);
  });
});
