import type { Claim } from '../model/claim.ts';
import type { Dispute } from '../model/event.ts';
import type { FiledClaim } from '../model/ledger.ts';
import { compareFigures } from './conflicts.ts';
import { byArticle, type Count } from './counts.ts';
import { figureKey } from './draft.ts';
import type { Source } from './origins.ts';
import type { Passage } from './passages.ts';
import { comparePlaces, isVast, type Where } from './whereabouts.ts';

/** What disputes are looked for in: an event's claims in order of publication, who said each, and where each passage is. */
export interface Told {
  filed: readonly FiledClaim[];
  sources: readonly Source[];
  counts: readonly Count[];
  passages: readonly Passage[];
}

export function disputesOf(told: Told): Dispute[] {
  const view = new View(told);
  return [...figureDisputes(told, view), ...denials(view), ...responsibilities(view)];
}

/** The event's claims with who said each and where. */
class View {
  readonly claims: readonly FiledClaim[];
  private readonly order: Map<string, number>;
  private readonly sourceOf: Map<string, Source>;
  private readonly passageOf: Map<string, Passage>;
  private readonly byId: Map<string, FiledClaim>;

  constructor({ filed, sources, passages }: Told) {
    this.claims = filed;
    this.order = new Map(filed.map((f, i) => [f.claim.id, i]));
    this.byId = new Map(filed.map((f) => [f.claim.id, f]));
    this.sourceOf = new Map(sources.flatMap((s) => s.claims.map((c) => [c.claim.id, s])));
    this.passageOf = new Map(passages.flatMap((p) => p.claims.map((c) => [c.id, p])));
  }

  get = (id: string): FiledClaim | undefined => this.byId.get(id);
  source = (claim: Claim): Source => this.sourceOf.get(claim.id)!;
  side = (claim: Claim): string | null => claim.source?.side ?? null;
  places = (claim: Claim): readonly Where[] => this.passageOf.get(claim.id)?.places ?? [];
  /** Ids, each once, in order of publication. */
  sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort((a, b) => this.order.get(a)! - this.order.get(b)!);
  name = (claim: Claim): string => (claim.source ? this.source(claim).name : `${this.get(claim.id)!.document.outlet ?? 'an article'} in its own voice`);
  /** May the two be of one spot? Exact places must be one; what has no place may be anywhere its own article speaks of. */
  sameSpot(a: Claim, b: Claim): boolean {
    const [x, y] = [this.places(a), this.places(b)];
    if (!x.length && !y.length) return true;
    if (!x.length || !y.length) return this.get(a.id)!.document.id === this.get(b.id)!.document.id;
    return x.some((p) => y.some((q) => !(isVast(p) && isVast(q)) && ['same', 'near'].includes(comparePlaces(p, q))));
  }
}

/** What pairs tie together, in order of first mention; what no pair names is in none. */
class Ties<T> {
  private readonly group = new Map<T, T[]>();

  tie(a: T, b: T): void {
    const x = this.of(a);
    const y = this.of(b);
    if (x === y) return;
    const [more, less] = x.length >= y.length ? [x, y] : [y, x];
    for (const thing of less) {
      more.push(thing);
      this.group.set(thing, more);
    }
  }

  groups = (): T[][] => [...new Set(this.group.values())];

  private of(thing: T): T[] {
    const there = this.group.get(thing) ?? [thing];
    this.group.set(thing, there);
    return there;
  }
}

/** Figures that cannot all be true: each against what every other origin stood by when it was published, with all that repeat them. */
function figureDisputes({ counts }: Told, view: View): Dispute[] {
  const actual = counts.filter((c) => !isDenial(c, view));
  const clashes = new Ties<Count>();
  const current = new Map<string, Count>();
  for (const count of byArticle(actual)) {
    const { claim, share, side, source } = count;
    current.set(JSON.stringify([claim.measure, claim.item, share, side, source.name]), count);
    for (const other of current.values()) if (other !== count && isConflict(other, count)) clashes.tie(other, count);
  }
  const position = ({ claim, share, low, high }: Count) => JSON.stringify([figureKey(claim), share, low, high]);
  return clashes.groups().map((group) => {
    const { measure, item } = group[0].claim;
    const held = new Set(group.map(position));
    const stands = (c: Count) => group.some((g) => g.source === c.source && figureKey(g.claim) === figureKey(c.claim) && compareFigures(g, c) === 'compatible');
    const repeated = actual.filter((c) => held.has(position(c)) || stands(c));
    const voices = new Map(group.map((c) => [c.source.name, c]));
    const where = group[0].share === null ? '' : ` in ${group[0].claim.place?.name}`;
    const each = [...voices.values()].map((c) => `${view.name(c.claim)} says ${inWords(c)}`).join('; ');
    return { kind: 'figures', claims: view.sorted(repeated.map((c) => c.claim.id)), note: `These cannot all be true, of ${item} ${measure}${where}: ${each}.` };
  });
}

/** What an article says in its own voice beside a source's number it tells of as that source's. */
const isConflict = (a: Count, b: Count): boolean =>
  !(a.filed.document.id === b.filed.document.id && (a.source.party === null || b.source.party === null)) && compareFigures(a, b) === 'conflict';

const inWords = ({ low, high }: Count): string =>
  low === null ? `at most ${high}` : high === null ? `at least ${low}` : low === high ? String(low) : `${low} to ${high}`;

/** "No one was hurt" beside a denial in the same breath is that denial. */
const isDenial = (count: Count, view: View): boolean =>
  count.high === 0 &&
  view.claims.some(
    ({ claim }) => claim.stance === 'denies' && claim.sentence.start < count.claim.sentence.end && count.claim.sentence.start < claim.sentence.end &&
      view.get(claim.id)!.document.id === count.filed.document.id && view.source(claim) === count.source,
  );

/** Who denies what; all that one origin denies of the same claims is one dispute. */
function denials(view: View): Dispute[] {
  const found = new Map<string, { by: Claim[]; of: Set<string> }>();
  for (const { claim } of view.claims) {
    if (claim.stance !== 'denies') continue;
    const denied = claim.about.flatMap((id) => view.get(id) ?? []).filter((f) => view.source(f.claim) !== view.source(claim));
    if (!denied.length || isTakenBack(claim, view)) continue;
    const key = JSON.stringify([view.source(claim).name, ...(denied.map((d) => d.claim.id).sort())]);
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
    return { kind: 'denial', claims: view.sorted([...by.map((c) => c.id), ...of]), note: `${view.name(by[0])} denies what ${whom} says.` };
  });
}

/** Is the last that its source said of what it denied that it is so? */
function isTakenBack(denial: Claim, view: View): boolean {
  const said = view.claims.filter(
    ({ claim }) => (claim.stance === 'confirms' || claim.stance === 'denies') && view.source(claim) === view.source(denial) && claim.about.some((id) => denial.about.includes(id)),
  );
  return said.at(-1)!.claim.stance === 'confirms';
}

/** Claims of other articles that say what a denied claim says: the same count by the same origin, or the same sort of thing of the same spot. */
function echoes(denied: Claim, denial: Claim, view: View): string[] {
  const document = view.get(denied.id)!.document.id;
  return view.claims
    .filter(({ claim, document: { id } }) => {
      if (id === document || claim.stance !== 'asserts' || claim.modality !== 'actual' || claim.kind === 'superlative') return false;
      if (view.source(claim) === view.source(denial) || (view.side(claim) !== null && view.side(claim) === view.side(denial))) return false;
      if (denied.kind === 'figure')
        return claim.kind === 'figure' && figureKey(claim) === figureKey(denied) && view.source(claim) === view.source(denied);
      const same = claim.type === denied.type && (claim.value?.high ?? 1) > 0;
      return same && view.places(claim).some((p) => view.places(denied).some((q) => ['same', 'inside', 'near'].includes(comparePlaces(p, q))));
    })
    .map(({ claim }) => claim.id);
}

/** A claim that somebody did it, by another than who did. */
interface Accusation {
  claim: Claim;
  by: string | null;
  accused: string;
}
const violent = new Set(['attack', 'damage', 'casualties']);

/** Different sides for one attack: each blames another, and at least one of those who speak is blamed. */
function responsibilities(view: View): Dispute[] {
  const accusations = accusationsOf(view);
  const clash = (a: Accusation, b: Accusation) =>
    a.accused !== b.accused && view.source(a.claim) !== view.source(b.claim) && (a.by === b.accused || b.by === a.accused) && view.sameSpot(a.claim, b.claim);
  const ties = new Ties<Accusation>();
  for (const [i, a] of accusations.entries()) for (const b of accusations.slice(0, i)) if (clash(a, b)) ties.tie(a, b);
  return ties.groups().map((group) => {
    const told = new Map(group.map((a) => [view.source(a.claim).name, a]));
    const each = [...told.values()].map((a) => `${view.name(a.claim)} names ${a.accused}`).join('; ');
    return { kind: 'responsibility', claims: view.sorted(group.map((a) => a.claim.id)), note: `Each holds another responsible: ${each}.` };
  });
}

function accusationsOf(view: View): Accusation[] {
  const attacks = view.claims.filter(
    ({ claim }) => violent.has(claim.type) && claim.modality === 'actual' && claim.stance !== 'denies' && (claim.kind === 'occurrence' || claim.kind === 'figure'),
  );
  const named = attacks.filter(({ claim }) => claim.actor?.side);
  const commonest = mode(named.map(({ claim }) => claim.actor!.side!));
  const contrary = named.filter(({ claim }) => claim.actor!.side !== commonest);
  return attacks.flatMap(({ claim }): Accusation[] => {
    const by = view.side(claim);
    const own = named.find((n) => view.source(n.claim) === view.source(claim) && n.claim.source)?.claim.actor?.side;
    const answered = view.places(claim).length > 0 && contrary.some((n) => view.sameSpot(n.claim, claim));
    const accused = claim.actor?.side ?? (claim.kind === 'occurrence' ? (own ?? (answered ? commonest : null)) : null);
    return accused && accused !== by ? [{ claim, by, accused }] : [];
  });
}

/** The commonest, the first of equals; null of none. */
function mode(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce<[string, number] | null>((top, one) => (top === null || one[1] > top[1] ? one : top), null)?.[0] ?? null;
}
