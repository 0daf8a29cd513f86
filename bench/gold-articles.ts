import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What every reader of gold articles needs of one; the annotations are in the file's own fields. */
export interface GoldArticle {
  id: string;
  text: string;
  outlet: string | null;
  published: string | null;
}

/** The folder of articles that those who improve the reader do not open, so that they measure what it makes of new language. */
export const LOCKED = 'locked';

/** The gold articles (counterclaim-gold/1) in a folder and the folders in it, in the order of their names; the locked ones only where that folder itself is asked for. */
export function goldArticles<T extends GoldArticle>(folder: string): T[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === LOCKED ? [] : goldArticles<T>(path);
      if (!entry.name.endsWith('.json')) return [];
      const file = JSON.parse(readFileSync(path, 'utf8'));
      return file.format === 'counterclaim-gold/1' ? [file as T] : [];
    });
}
