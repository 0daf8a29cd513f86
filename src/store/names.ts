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
  #known = new Map<string, number>();

  forget(): void {
    this.#known.clear();
  }

  /** Files those that are new. Afterwards `idOf` knows all of them. */
  async file(tx: Db, named: readonly Named[]): Promise<void> {
    if (this.#known.size > 100_000) this.#known.clear();
    const missing = new Map(named.filter((one) => !this.#known.has(mark(one))).map((one) => [mark(one), one]));
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
        .where(
          'key',
          'in',
          chunk.map(({ key }) => key),
        )
        .execute();
      for (const row of rows) {
        this.#known.set(mark(row), row.id);
        // An actor is filed without a kind; the first time it speaks it gets one.
        const kind = row.sort === 'party' ? missing.get(mark(row))?.kind : null;
        if (row.kind === null && kind) await tx.updateTable('names').set({ kind }).where('id', '=', row.id).execute();
      }
    }
  }

  /** Throws for one that was never filed. */
  idOf(one: Named): number {
    const id = this.#known.get(mark(one));
    if (id === undefined) throw new Error(`the name "${one.name}" was not filed before it was used`);
    return id;
  }
}

const mark = ({ sort, key }: Pick<Named, 'sort' | 'key'>) => `${sort} ${key}`;
