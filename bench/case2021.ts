/**
 * CASE 2021 task 2: the type of the main claim of a snippet against its sub-type, mapped to our occurrence types, beside the published figures.
 * `npx tsx bench/case2021.ts [FILE] [--errors]`, by default the half kept for developing, in ../shared/benchmarks. Sub-types that are no
 * occurrence of ours (protests, crime, disasters, diplomacy) have no entry in the mapping, and their snippets are not scored.
 */
import { existsSync, readFileSync } from 'node:fs';
import { english } from '../src/languages/en/index.ts';
import type { Claim, OccurrenceType } from '../src/model/claim.ts';
import { openDocument } from '../src/model/ids.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

/** The sub-types of CASE 2021 that are a type of ours; docs/benchmarks.md says why these and no others. */
export const TYPE_OF_SUBTYPE = {
  AIR_STRIKE: 'attack',
  ART_MISS_ATTACK: 'attack',
  ARMED_CLASH: 'attack',
  ATTACK: 'attack',
  CHEM_WEAP: 'attack',
  GRENADE: 'attack',
  REM_EXPLOS: 'attack',
  SUIC_BOMB: 'attack',
  DISR_WEAP: 'detention',
  GOV_REGAINS_TERIT: 'territory',
  NON_STATE_ACTOR_OVERTAKES_TER: 'territory',
  NON_VIOL_TERRIT_TRANSFER: 'territory',
  AGREEMENT: 'agreement',
  ARREST: 'detention',
  ABDUCT_DISSAP: 'detention',
  PROPERTY_DISTRUCT: 'damage',
} as const satisfies Readonly<Record<string, OccurrenceType>>;

export interface Snippet {
  id: string;
  text: string;
  subtype: string;
}

/** How much a claim of a type tells of what a snippet is about, the most telling first: casualties and damage follow from attacks. */
const TELLING: readonly OccurrenceType[] = ['agreement', 'territory', 'detention', 'attack', 'damage'];

/** Types of ours that CASE 2021 files under another sub-type: the dead under what killed them, talks and swaps under the agreement. */
const FILED_UNDER: Partial<Record<OccurrenceType, OccurrenceType>> = {
  casualties: 'attack',
  exchange: 'agreement',
  talks: 'agreement',
};

/**
 * The type of the main claim: of the claims of the first sentence that has any (figures and occurrences; what was denied or is only supposed
 * comes last), the most telling type. A snippet without a claim has null.
 */
export function mainType(claims: readonly Claim[]): OccurrenceType | null {
  const happened = claims.filter((c) => c.kind === 'figure' || c.kind === 'occurrence');
  const actual = happened.filter((c) => c.modality === 'actual');
  const pool = actual.length > 0 ? actual : happened;
  const first = pool[0]?.sentence.start;
  const types = new Set(pool.filter((c) => c.sentence.start === first).map((c) => FILED_UNDER[c.type] ?? c.type));
  return TELLING.find((type) => types.has(type)) ?? [...types][0] ?? null;
}

export const readSnippets = (file: string): Snippet[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [id, text, subtype] = line.split('\t');
      return { id, text, subtype: subtype.trim() };
    });

export interface TypeScore {
  type: OccurrenceType;
  gold: number;
  predicted: number;
  right: number;
  f1: number;
}

/** F1 of each type that the mapping reaches, their plain mean, and their mean weighted by how often gold has each. */
export function score(snippets: readonly Snippet[], knowledge: Knowledge) {
  const mapping: Readonly<Record<string, OccurrenceType>> = TYPE_OF_SUBTYPE;
  const scored = snippets.filter((s) => s.subtype in mapping);
  const pairs = scored.map((s) => {
    const document = openDocument({ text: s.text, published: null, language: 'en' });
    return { ...s, gold: mapping[s.subtype], predicted: mainType(english.read(document, knowledge).claims) };
  });
  const types = [...new Set(Object.values(mapping))].map((type): TypeScore => {
    const gold = pairs.filter((p) => p.gold === type).length;
    const predicted = pairs.filter((p) => p.predicted === type).length;
    const right = pairs.filter((p) => p.gold === type && p.predicted === type).length;
    return { type, gold, predicted, right, f1: gold + predicted === 0 ? 0 : (2 * right) / (gold + predicted) };
  });
  const macro = types.reduce((sum, t) => sum + t.f1, 0) / types.length;
  const weighted = types.reduce((sum, t) => sum + t.f1 * t.gold, 0) / Math.max(1, pairs.length);
  return { types, macro, weighted, scored: pairs.length, misses: pairs.filter((p) => p.gold !== p.predicted) };
}

const here = process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].replace(/^.*\//, '/'));
if (here) {
  const file =
    process.argv.slice(2).find((arg) => !arg.startsWith('--')) ??
    new URL('../../shared/benchmarks/case2021-odd.tsv', import.meta.url).pathname;
  if (!existsSync(file)) console.log(`case2021: skipped, ${file} is not there`);
  else {
    const snippets = readSnippets(file);
    const { types, macro, weighted, scored, misses } = score(snippets, openKnowledge());
    const percent = (x: number) => (100 * x).toFixed(1).padStart(5);
    console.log(
      `CASE 2021 task 2, ${scored} of ${snippets.length} snippets of ${file} have a sub-type that is a type of ours`,
    );
    for (const t of types)
      console.log(
        `${t.type.padEnd(14)} F1 ${percent(t.f1)}   (${t.right} right, ${t.predicted} predicted, ${t.gold} gold)`,
      );
    console.log(`macro F1       ${percent(macro)}`);
    console.log(`weighted F1    ${percent(weighted)}   published, supervised, over all 30 labels: 83.9, 79.7, 77.1`);
    if (process.argv.includes('--errors'))
      for (const m of misses) console.log(`${m.id} ${m.subtype}: ${m.predicted ?? 'none'} for ${m.gold}: ${m.text}`);
  }
}
