import type { Filters } from './filters.ts';
import type { ClaimRow } from './wire.ts';

const has = (words: string | null | undefined, wanted: string): boolean =>
  (words ?? '').toLowerCase().includes(wanted.toLowerCase());
const party = (who: { name: string; id: string | null; side: string | null } | null, wanted: string): boolean =>
  who !== null && (has(who.name, wanted) || has(who.side, wanted) || who.id === wanted);

/** Does a claim that is already here pass the filters? Where the ledger would ask its indexes, this looks at the claim. */
export function matches(
  { claim, document, quote }: Pick<ClaimRow, 'claim' | 'document' | 'quote'>,
  filters: Filters,
): boolean {
  const from = claim.time?.from ?? document.published?.slice(0, 10) ?? null;
  const to = claim.time?.to ?? document.published?.slice(0, 10) ?? null;
  if (filters.since && (to === null || to < filters.since)) return false;
  if (filters.until && (from === null || from > filters.until)) return false;
  if (filters.place && !(has(claim.place?.name, filters.place) || claim.place?.id === filters.place)) return false;
  if (filters.actor && !party(claim.actor, filters.actor) && !party(claim.target, filters.actor)) return false;
  if (filters.origin && !party(claim.source, filters.origin)) return false;
  if (filters.type && claim.type !== filters.type) return false;
  if (
    filters.search &&
    !filters.search.split(/\s+/).every((word) => has(`${quote} ${document.title}`, word.replaceAll('"', '')))
  )
    return false;
  return true;
}
