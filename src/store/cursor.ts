import { FilterError } from './filters.ts';

/** A place in a list, as its sort keys: opaque to callers, and free of anything secret. */
export const encodeCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Throws a FilterError for one that was not made here. */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === types.length && keys.every((key, i) => typeof key === types[i]))
      return keys;
  } catch {}
  throw new FilterError('cursor', 'the cursor is not one that this list gave: begin again without it');
}
