import type { Claim, OccurrenceType } from '../model/claim.ts';
import type { Dispute } from '../model/event.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { figureKey } from './draft.ts';
import { Ties } from './ties.ts';
import type { View } from './told.ts';
import { comparePlaces } from './whereabouts.ts';

/** Who denies what; all that one origin denies of the same claims is one dispute. */
export function denials(view: View): Dispute[] {
  const found = new Map<string, { by: Claim[]; of: Set<string> }>();
  for (const { claim } of view.claims) {
    if (claim.stance !== 'denies') continue;
    const denied = claim.about
      .flatMap((id) => view.get(id) ?? [])
      .filter((f) => view.source(f.claim) !== view.source(claim));
    if (!denied.length || isTakenBack(claim, denied, view)) continue;
    const key = JSON.stringify([view.source(claim).name, ...denied.map((d) => d.claim.id).sort()]);
    const entry = found.get(key) ?? { by: [], of: new Set(denied.map((d) => d.claim.id)) };
    entry.by.push(claim);
    for (const { claim: target } of denied) for (const id of echoes(target, claim, view)) entry.of.add(id);
    found.set(key, entry);
  }
  const ties = new Ties<(typeof entries)[number]>();
  const entries = [...found.values()];
  const holding = new Map<string, (typeof entries)[number]>();
  for (const entry of entries)
    for (const id of entry.of) {
      const key = JSON.stringify([view.source(entry.by[0]).name, id]);
      ties.tie(entry, holding.get(key) ?? entry);
      holding.set(key, entry);
    }
  return ties.groups().map((group) => {
    const by = group.flatMap((e) => e.by);
    const of = view.sorted(group.flatMap((e) => [...e.of]));
    const whom = [...new Set(of.map((id) => view.name(view.get(id)!.claim)))].join(', ');
    return {
      kind: 'denial',
      claims: view.sorted([...by.map((c) => c.id), ...of]),
      note: `${view.name(by[0])} denied what ${whom} said.`,
    };
  });
}

/** Did its source own in a later article to what it denied? What it owns to in one breath with its denial is a part. */
function isTakenBack(denial: Claim, denied: readonly FiledClaim[], view: View): boolean {
  const last = view.claims.findLast(
    ({ claim }) =>
      (claim.stance === 'confirms' || claim.stance === 'denies') &&
      view.source(claim) === view.source(denial) &&
      claim.about.some((id) => {
        const other = view.get(id)?.claim;
        return other && denied.some((d) => d.claim === other || saysTheSame(other, d.claim, view));
      }),
  );
  return last?.claim.stance === 'confirms' && last.document.id !== view.get(denial.id)!.document.id;
}

/** What else says what is denied: in the same article the same number, and of what was told before what counts or tells of the same; in others, what says the same. */
function echoes(denied: Claim, denial: Claim, view: View): string[] {
  const document = view.get(denied.id)!.document.id;
  return view.claims
    .filter(({ claim, document: { id } }) => {
      if (claim.stance !== 'asserts' || claim.modality !== 'actual' || claim.kind === 'superlative') return false;
      if (view.source(claim) === view.source(denial)) return false;
      if (view.side(claim) !== null && view.side(claim) === view.side(denial)) return false;
      if ((claim.value?.high ?? 1) === 0) return false;
      return id === document
        ? isSameCount(claim, denied) ||
            (claim.sentence.start <= denial.sentence.start && isToldAgain(claim, denied, view))
        : saysTheSame(claim, denied, view);
    })
    .map(({ claim }) => claim.id);
}

/** The headline's number, which the text gives with its source. */
const isSameCount = (a: Claim, b: Claim): boolean =>
  a.value !== null &&
  b.value !== null &&
  figureKey(a) === figureKey(b) &&
  a.value.low === b.value.low &&
  a.value.high === b.value.high;

/** In one article counts are of one sort if their measures are; a count and a happening, if they say the same. */
const isToldAgain = (claim: Claim, denied: Claim, view: View): boolean =>
  claim.measure !== null && denied.measure !== null
    ? claim.measure === denied.measure
    : saysTheSame(claim, denied, view);

/** What an attack does: whoever denies the attack denies it too. */
const done: ReadonlySet<OccurrenceType> = new Set(['attack', 'casualties', 'damage'] as const);

/** The same count by the same origin, or the same sort of thing of the same spot. */
function saysTheSame(claim: Claim, denied: Claim, view: View): boolean {
  if (denied.kind === 'figure')
    return (
      claim.kind === 'figure' && figureKey(claim) === figureKey(denied) && view.source(claim) === view.source(denied)
    );
  const near = view
    .places(claim)
    .some((p) => view.places(denied).some((q) => ['same', 'inside', 'near'].includes(comparePlaces(p, q))));
  return (claim.type === denied.type || (denied.type === 'attack' && done.has(claim.type))) && near;
}
