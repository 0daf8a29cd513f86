import type { PartyKind } from '../model/claim.ts';
import type { Dispute, Origin, Standing } from '../model/event.ts';

/** Sorts of origin that are somebody, and so, with no side behind them, a third party. An unnamed source or a passer-by is nobody we know to be independent. */
const independent = new Set<PartyKind>(['organisation', 'outlet', 'institution', 'military', 'state', 'armed-group']);

/**
 * How well an event stands by its origins and disputes alone; docs/linking.md has the rules on a page. `confirmed` and `rejected`
 * are a reviewer's, and never come from here.
 */
export function standingOf(origins: readonly Origin[], disputes: readonly Dispute[]): Standing {
  if (disputes.length > 0) return 'contested';
  if (origins.length <= 1) return 'single-source';
  const sides = new Set(origins.flatMap(({ side }) => side ?? []));
  const thirds = origins.filter(({ side, kind }) => side === null && independent.has(kind)).length;
  return sides.size + thirds >= 2 ? 'corroborated' : 'one-sided';
}
