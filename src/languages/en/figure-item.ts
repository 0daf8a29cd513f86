import type { Draft } from './draft.ts';
import { isMixed } from './governing.ts';
import type { ItemSort } from './items.ts';
import type { Situation } from './situation.ts';
import { PERSONAL } from './situation.ts';
import type { Judgement } from './way.ts';
import { list } from './words.ts';

const OF_PEOPLE: ReadonlySet<ItemSort> = new Set(['person', 'people', 'body', 'family']);
const MORTARS = list('mortar mortars');
/** Items that those listed behind them share: "12 soldiers died and 30 were wounded". */
const ARMED = list('soldier fighter prisoner hostage');
/** Parts of a toll that do not name the rest of it: a child among the dead does not make the toll one of children. */
const OWN_KIND = list('child woman body');
/** Ways that repeat an earlier count in other numbers. */
const REPEATING = list('list bare-number correction');

/** What a judged number counts; null when nothing says. */
export function itemName(s: Situation, j: Judgement): string | null {
  const { c, q, whole, sibling } = s;
  if (j.item) return j.item;
  if (c.both) return 'drone+missile';
  // a mortar that is fired is a shell, one that is taken the weapon
  if (
    c.item?.item === 'shell' &&
    MORTARS.has(s.cl.tokens[c.np.head].lower) &&
    j.measure !== 'launched' &&
    j.measure !== 'hit'
  )
    return 'mortar';
  // "1,500 civilians, soldiers and militants"
  if (PERSONAL.has(j.measure) && c.item?.sort === 'person' && isMixed(s.cl, c.end)) return 'person';
  if (c.item) return c.item.sort !== 'people' ? c.item.item : PERSONAL.has(j.measure) ? 'person' : null;
  const main = j.from ?? whole;
  const thing = PERSONAL.has(j.measure) && !OF_PEOPLE.has(s.sort);
  if (thing && (main ?? sibling)) return (main ?? sibling)!.item;
  if (!PERSONAL.has(j.measure)) return main && !PERSONAL.has(main.measure!) ? pairOf(s, main) : null;
  if (main?.item && PERSONAL.has(main.measure!)) {
    const repeats = c.part || REPEATING.has(j.rule) || q.relation !== null;
    const ofBodies = (c.part || j.rule === 'list') && !c.item && main.item === 'body';
    if (repeats && j.measure === main.measure && (ofBodies || !OWN_KIND.has(main.item))) return main.item;
    if (c.part && ARMED.has(main.item)) return main.item;
  }
  const beside = sibling?.np && c.np.at - sibling.np.at <= 5;
  if (beside && ARMED.has(sibling.item!) && sibling.measure !== 'captured' && j.rule !== 'up-from' && !c.part)
    return sibling.item;
  return 'person';
}

/** "28 of which": of two siblings that are drones and missiles, both. */
function pairOf({ c, earlier, here, index }: Situation, main: Draft): string | null {
  if (!c.part) return main.item;
  const siblings = new Set(
    [...earlier.slice(-4), ...here]
      .filter((d) => d.sentence === main.sentence && d.measure === main.measure)
      .map((d) => d.item),
  );
  return siblings.size === 2 && siblings.has('drone') && siblings.has('missile') && main.sentence === index
    ? 'drone+missile'
    : main.item;
}
