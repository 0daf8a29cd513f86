import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from '../src/languages/en/index.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { claimInWords, claimLine } from './support/claim-lines.ts';
import { readCases } from './support/tables.ts';

/** Every table of claims in cases/en, with `@ published outlet`; `none` is no figure and no actual occurrence. Attitudes, numbers and times have tests of their own. */
const OTHERS = new Set(['attitudes.txt', 'numbers.txt', 'times.txt']);
const tables = readdirSync(new URL('../cases/en', import.meta.url)).filter((f) => f.endsWith('.txt') && !OTHERS.has(f));

for (const table of tables) {
  describe(`cases/en/${table}`, () => {
    const knowledge = openKnowledge();
    for (const { name, at, options, text, expected } of readCases(`cases/en/${table}`)) {
      it(name, () => {
        const [published = null, outlet = null] = options;
        const { claims } = english.read(openDocument({ text, published, outlet }), knowledge);
        const read = `${at}, read as:\n${claims.map((c) => claimInWords(c, text)).join('\n') || 'nothing'}`;
        if (expected.length === 0)
          expect(
            claims.filter((c) => c.kind === 'figure' || (c.kind === 'occurrence' && c.modality === 'actual')),
            read,
          ).toEqual([]);
        for (const { line, wanted, fits } of expected.map(claimLine))
          expect(
            claims.some((c) => fits(c, text, claims)),
            `${line}\n${read}`,
          ).toBe(wanted);
      });
    }
  });
}
