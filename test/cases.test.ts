import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../src/languages/en/index.ts';
import type { Claim } from '../src/model/claim.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

/**
 * The case tables of cases/en: `# title`, an optional `@ 2025-03-11` line (when it was published), the text, `==>`, then what must come out, a line a claim, naming any
 * subset of its fields; `none` is no figure and no actual occurrence, `no KIND [MODALITY]` none of that kind. Tables of numbers and times
 * have runners of their own.
 */
const DIR = join(import.meta.dirname, '../cases/en');
const OTHERS = new Set(['numbers.txt', 'times.txt']);

const bound = (s: string) => (s === '' ? null : Number(s));
const plain = (s: string) => s.toLowerCase();
const named = (party: { name: string; text: string } | null, name: string) => party !== null && [party.name, party.text].some((n) => plain(n).includes(plain(name)));

function fits(claim: Claim, line: string, all: readonly Claim[], text: string): boolean {
  const [head, ...fields] = line.split('|').map((s) => s.trim());
  const [kind, ...words] = head.split(/\s+/);
  if (claim.kind !== kind) return false;
  if (kind === 'figure') {
    const [measure, item, range] = words;
    const [low, high = low] = range.split('..');
    if (claim.measure !== measure || claim.item !== item || claim.value?.low !== bound(low) || claim.value?.high !== bound(high)) return false;
  } else if (kind === 'occurrence' && words[0] && claim.type !== words[0]) return false;
  else if (kind === 'response' && words[0] && claim.stance !== words[0]) return false;
  return fields.every((field) => {
    const [, name, value] = /^(\w+)\s+(.*)$/.exec(field)!;
    const said = value.replace(/^"|"$/g, '');
    switch (name) {
      case 'source':
        return named(claim.source, said);
      case 'relays':
        return claim.relays.length === 1 && named(claim.relays[0], said);
      case 'place':
        return named(claim.place, said);
      case 'actor':
        return named(claim.actor, said);
      case 'target':
        return named(claim.target, said);
      case 'modality':
        return claim.modality === said;
      case 'about':
        return claim.about.some((id) => all.some((c) => c.id === id && plain(text.slice(c.content.start, c.content.end)).includes(plain(said))));
      case 'time':
        return claim.time !== null && `${claim.time.from}..${claim.time.to}` === said;
      default:
        throw new Error(`cases/en: no such field "${name}" in: ${line}`);
    }
  });
}

for (const file of readdirSync(DIR).filter((f) => f.endsWith('.txt') && !OTHERS.has(f))) {
  describe(`cases/en/${file}`, () => {
    const knowledge = openKnowledge();
    for (const block of readFileSync(join(DIR, file), 'utf8').split(/^(?=# )/m).filter((b) => b.includes('==>'))) {
      const [title, ...rest] = block.trimEnd().split('\n');
      const cut = rest.indexOf('==>');
      const published = /^(?:published:|@)\s*(.*)$/.exec(rest[0] ?? '')?.[1] ?? null;
      const text = rest.slice(published ? 1 : 0, cut).join('\n').trim();
      it(title.slice(2), () => {
        const { claims } = english.read(openDocument({ text, published }), knowledge);
        const shown = claims.map((c) => `${c.kind} ${c.type} ${c.stance} ${c.measure} ${c.item} ${c.value?.low}..${c.value?.high} ${c.modality} source=${c.source?.name} relays=${c.relays.map((r) => r.name)} actor=${c.actor?.name} place=${c.place?.name} time=${c.time?.from}..${c.time?.to}`).join('\n');
        for (const line of rest.slice(cut + 1).filter((l) => l.trim() !== '')) {
          if (line === 'none') expect(claims.filter((c) => c.kind === 'figure' || (c.kind === 'occurrence' && c.modality === 'actual')), shown).toEqual([]);
          else if (line.startsWith('no ')) {
            const [, kind, modality] = line.split(' ');
            expect(claims.filter((c) => c.kind === kind && (!modality || c.modality === modality)), shown).toEqual([]);
          } else expect(claims.some((c) => fits(c, line, claims, text)), `wanted: ${line}\nread:\n${shown || 'nothing'}`).toBe(true);
        }
      });
    }
  });
}
