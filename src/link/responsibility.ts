import type { Claim } from '../model/claim.ts';
import type { Dispute } from '../model/event.ts';
import { stated } from './facts.ts';
import { Ties } from './ties.ts';
import type { View } from './told.ts';

/** A claim that somebody did it, by another than who did. */
interface Accusation {
  claim: Claim;
  by: string | null;
  accused: string;
}
const violent = new Set(['attack', 'damage', 'casualties']);

/** Different sides for one attack: each blames another, and one of those who speak is blamed, or may be as nobody knows whose he is. */
export function responsibilities(view: View): Dispute[] {
  const accusations = accusationsOf(view);
  const clash = (a: Accusation, b: Accusation) =>
    a.accused !== b.accused &&
    view.source(a.claim) !== view.source(b.claim) &&
    (a.by === null || b.by === null || a.by === b.accused || b.by === a.accused) &&
    view.sameSpot(a.claim, b.claim) &&
    !isExchange(a, b, view);
  const ties = new Ties<Accusation>();
  for (const [i, a] of accusations.entries()) for (const b of accusations.slice(0, i)) if (clash(a, b)) ties.tie(a, b);
  return ties.groups().map((group) => {
    group.sort(view.inOrder);
    const told = new Map(group.map((a) => [view.source(a.claim).name, a]));
    const each = [...told.values()].map((a) => `${view.name(a.claim)} named ${a.accused}`).join('; ');
    return {
      kind: 'responsibility',
      claims: view.sorted(group.map((a) => a.claim.id)),
      note: `Each holds another responsible: ${each}.`,
    };
  });
}

/** Each fired at the other, and not at one place: both can be so. */
const isExchange = (a: Accusation, b: Accusation, view: View): boolean =>
  (a.claim.target?.side === b.accused || b.claim.target?.side === a.accused) &&
  !(view.places(a.claim).length > 0 && view.places(b.claim).length > 0);

function accusationsOf(view: View): Accusation[] {
  const attacks = view.claims.filter(
    ({ claim }) =>
      violent.has(claim.type) &&
      claim.modality === 'actual' &&
      claim.stance !== 'denies' &&
      (claim.kind === 'occurrence' || claim.kind === 'figure'),
  );
  const named = attacks.filter(({ claim }) => accusedBy(claim) !== null);
  const commonest = mode(named.map(({ claim }) => claim.actor!.side!));
  const contrary = named.filter(({ claim }) => claim.actor!.side !== commonest);
  return attacks.flatMap(({ claim }): Accusation[] => {
    const by = view.side(claim);
    const own = named.find((n) => view.source(n.claim) === view.source(claim) && n.claim.source)?.claim.actor?.side;
    const answered = view.places(claim).length > 0 && contrary.some((n) => view.sameSpot(n.claim, claim));
    const accused = accusedBy(claim) ?? (claim.kind === 'occurrence' ? (own ?? (answered ? commonest : null)) : null);
    return accused && accused !== by ? [{ claim, by, accused }] : [];
  });
}

/** Whom the claim's own sentence names as the doer: one whom the reader took from elsewhere is not accused. */
const accusedBy = (claim: Claim): string | null =>
  claim.actor && stated(claim, claim.actor) ? claim.actor.side : null;

/** The commonest, the first of equals; null of none. */
function mode(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (
    [...counts].reduce<[string, number] | null>(
      (top, one) => (top === null || one[1] > top[1] ? one : top),
      null,
    )?.[0] ?? null
  );
}
