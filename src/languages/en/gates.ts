/**
 * Gates: most sentences have none of the words that a rule is about. A rule makes a gate of its own table, beside it, and looks closer only at
 * words, verbs or sentences that pass; so no gate can be out of step with its rule. A table is asked once for every spelling.
 */
export interface Table {
  has(word: string): boolean;
}

/** As many as an integer has bits. */
const MOST = 32;
const tables: Table[] = [];
const known = new Map<string, number>();
let asked = false;

/** A bit for the words of these tables. Make gates where modules begin: a word that has been read keeps those that it has. */
export function gate(...of: readonly Table[]): number {
  if (asked || tables.length >= MOST) throw new Error('no gate can be made when words have been read, nor a 33rd');
  tables.push({ has: (word) => of.some((table) => table.has(word)) });
  return 1 << (tables.length - 1);
}

/** Words of a form: "un…ed". */
export const formed = (pattern: RegExp): Table => ({ has: (word) => pattern.test(word) });

/** The gates that a lower-case word passes. */
export function gatesOf(word: string): number {
  asked = true;
  let gates = 0;
  for (const [i, table] of tables.entries()) if (table.has(word)) gates |= 1 << i;
  return gates;
}

/** The same for the lemmas of verbs, which are few and come again and again. */
export function gatesOfLemma(lemma: string): number {
  let gates = known.get(lemma);
  if (gates === undefined) {
    gates = gatesOf(lemma);
    if (known.size >= LEMMAS) known.clear();
    known.set(lemma, gates);
  }
  return gates;
}

/** The most lemmas that are kept: those of unknown verbs are as many as misspellings. */
const LEMMAS = 20_000;
