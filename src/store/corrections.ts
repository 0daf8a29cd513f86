import type { Claim } from '../model/claim.ts';
import { Claim as ClaimSchema } from '../model/claim.ts';
import type { Db } from './dialects/dialect.ts';
import { inChunks } from './rows.ts';

/** What reviewers said of one claim, in order, without what was undone. */
export interface Corrections {
  fields: { field: string; value: unknown }[];
  rejected: boolean;
}

/** The reviews in force on some claims. */
export async function correctionsOf(db: Db, claims: readonly string[]): Promise<Map<string, Corrections>> {
  const rows = await inChunks(claims, (some) =>
    db
      .selectFrom('reviews')
      .select(['subject', 'action', 'field', 'new'])
      .where('subject', 'in', some)
      .where('action', 'in', ['correct', 'reject', 'accept'])
      .where('undone_by', 'is', null)
      .orderBy('id')
      .execute(),
  );
  const found = new Map<string, Corrections>();
  for (const row of rows) {
    const one = found.get(row.subject) ?? { fields: [], rejected: false };
    found.set(row.subject, one);
    if (row.action === 'correct' && row.field !== null)
      one.fields.push({ field: row.field, value: JSON.parse(row.new ?? 'null') });
    else one.rejected = row.action === 'reject';
  }
  return found;
}

/** The value at a path such as `source.name`; undefined where the claim has no such field. */
export function fieldOf(claim: Claim, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      claim,
    );
}

/** Fields that name the claim and its words: what stands in the article cannot be corrected, only what it was taken to mean. */
const FIXED = new Set(['id', 'content', 'sentence', 'extractor']);

/**
 * The claim with one field set; a parent that is null is not made up: correct the whole of it (`place`), not a part.
 * Throws a RangeError naming the field where it cannot be set, or the claim would be none.
 */
export function correct(claim: Claim, path: string, value: unknown): Claim {
  const keys = path.split('.');
  const last = keys.pop()!;
  if (FIXED.has(keys[0] ?? last)) throw new RangeError(`${path} is what stands in the article and cannot be corrected`);
  const copy = structuredClone(claim);
  let at: unknown = copy;
  for (const key of keys)
    at =
      at !== null && typeof at === 'object' && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined;
  if (at === null || typeof at !== 'object' || !Object.hasOwn(at, last))
    throw new RangeError(`the claim has no field ${path}`);
  (at as Record<string, unknown>)[last] = value;
  const checked = ClaimSchema.safeParse(copy);
  if (!checked.success)
    throw new RangeError(`${path}: ${checked.error.issues.map(({ message }) => message).join('; ')}`);
  return checked.data;
}
