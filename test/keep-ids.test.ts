import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../src/model/claim.ts';
import { review } from '../src/pipeline.ts';
import { keepIds } from '../src/store/keep-ids.ts';
import type { Ledger } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { fileDesk } from './fixtures/desk-ledger.ts';

describe('a newer reader', () => {
  let folder: string;
  let ledger: Ledger;
  let ids: Map<string, string>;
  let documents: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-ids-'));
    ledger = await openLedger(join(folder, 'ids.db'));
    ({ claims: ids, documents } = await fileDesk(ledger));
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
  const newer = (claims: readonly Claim[]): Claim[] =>
    claims.map((claim) => ({
      ...claim,
      id: `${claim.id}-2`,
      about: claim.about.map((id) => `${id}-2`),
      extractor: 'by-hand/2',
    }));

  it('leaves links and corrections where they were', async () => {
    const id = documents[8];
    const before = (await ledger.document(id))!.claims;
    await review(ledger, {
      by: 'Ada',
      action: 'correct',
      subject: ids.get('s4')!,
      field: 'value.low',
      new: 52,
      reason: 'says 52',
    });
    await ledger.write((writer) => writer.putClaims(id, newer(before)));
    const after = (await ledger.document(id))!.claims;
    expect(after.map((claim) => claim.id)).toEqual(before.map((claim) => claim.id));
    expect(after.every((claim) => claim.extractor === 'by-hand/2')).toBe(true);
    expect((await ledger.claim(ids.get('s4')!))!.claim.value!.low).toBe(52);
    expect(after.find((claim) => claim.id === ids.get('s5'))!.about).toEqual([ids.get('s1'), ids.get('s3')]);
  });

  it('gives what nobody read before an id of its own, and no id twice', async () => {
    const before = (await ledger.document(documents[8]))!.claims;
    const moved = newer(before).map((claim) => ({ ...claim, content: claim.sentence }));
    const twice = [...moved, { ...moved[0], id: 'c_twin' }];
    const kept = keepIds(before, twice);
    expect(new Set(kept.map((claim) => claim.id)).size).toBe(twice.length);
    expect(kept.at(-1)!.id).toBe('c_twin');
    expect(kept[0].id).toBe(before[0].id);
  });

  it('changes nothing where the same reader reads again', async () => {
    const before = (await ledger.document(documents[8]))!.claims;
    expect(keepIds(before, before)).toEqual(before);
  });
});
