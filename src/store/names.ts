import type { Actor, Party, PartyKind, Place } from '../model/claim.ts';
import type { DocumentInfo } from '../model/document.ts';
import type { Db } from './dialects/dialect.ts';
import { fold } from './fold.ts';
import { chunks } from './rows.ts';
import type { NamesTable } from './tables.ts';

/** A party or place as a row of `names`, before it has a number. */
export type Named = Omit<NamesTable, 'id' | 'words'>;

/** Parties without an id are told apart by name and side. */
export function party(one: Pick<Actor, 'name' | 'id' | 'side'> & { kind?: PartyKind }): Named {
  const { name, id, side, kind = null } = one;
  const key = id ?? (side ? `${fold(name)} (${fold(side)})` : fold(name));
  return { sort: 'party', key, name, uid: id, kind, side };
}

export const place = ({ name, id }: Pick<Place, 'name' | 'id'>): Named => ({
  sort: 'place',
  key: id ?? fold(name),
  name,
  uid: id,
  kind: null,
  side: null,
});

/** Whose claim it is: its source, or the outlet in whose own voice it stands. */
export const origin = (source: Party | null, document: DocumentInfo): Named =>
  party(source ?? { name: document.outlet ?? 'unknown outlet', id: null, side: null, kind: 'outlet' });

const words = ({ name, uid, side }: Named) => ` ${[name, uid ?? '', side ?? ''].map(fold).join(' | ')} `;

/**
 * Numbers for parties and places. Numbers once given never change, so they are remembered; `forget` after a transaction
 * that was rolled back.
 */
export class Names {
  #known = new Map<string, { id: number; kind: string | null }>();

  forget(): void {
    this.#known.clear();
  }

  /** Files those that are new. Afterwards `idOf` knows all of them. */
  async file(tx: Db, named: readonly Named[]): Promise<void> {
    if (this.#known.size > 100_000) this.#known.clear();
    // An actor is filed without a kind; the first time it speaks it gets one.
    const missing = new Map<string, Named>();
    for (const one of named) {
      const known = this.#known.get(mark(one));
      if (known ? known.kind === null && one.kind !== null : !missing.get(mark(one))?.kind) missing.set(mark(one), one);
    }
    if (missing.size === 0) return;
    for (const chunk of chunks([...missing.values()])) {
      await tx
        .insertInto('names')
        .values(chunk.map((one) => ({ ...one, words: words(one) })))
        .onConflict((on) => on.doNothing())
        .execute();
      const rows = await tx
        .selectFrom('names')
        .select(['id', 'sort', 'key', 'kind'])
        .where('sort', 'in', ['party', 'place']) // all there are: what the index begins with
        .where(
          'key',
          'in',
          chunk.map(({ key }) => key),
        )
        .execute();
      for (const row of rows) {
        const kind = row.kind ?? missing.get(mark(row))?.kind ?? null;
        this.#known.set(mark(row), { id: row.id, kind });
        if (row.kind !== kind) await tx.updateTable('names').set({ kind }).where('id', '=', row.id).execute();
      }
    }
  }

  /** Throws for one that was never filed. */
  idOf(one: Named): number {
    const known = this.#known.get(mark(one));
    if (!known) throw new Error(`the name "${one.name}" was not filed before it was used`);
    return known.id;
  }
}

const mark = ({ sort, key }: Pick<Named, 'sort' | 'key'>) => `${sort} ${key}`;
