import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaFiles } from '../scripts/schema.ts';

it.each([...schemaFiles()])(
  'schema/%s is what the model says; "npx tsx scripts/schema.ts" writes it anew',
  (name, text) => {
    expect(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8')).toBe(text);
  },
);
