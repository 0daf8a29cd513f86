import type { Article } from '../../model/document.ts';
import { MAX_JSON, MAX_ONE } from '../limits.ts';
import type { Refused } from '../refusal.ts';
import { readHtml } from './html.ts';
import { readJson } from './json.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** A kind of file that is read whole. `.jsonl`, the other kind, is read line by line in `read.ts`. */
export interface Format {
  endings: readonly string[];
  /** Bytes above which a file is refused unread. */
  limit: number;
  read(bytes: Uint8Array, encoding: string | null): (Article | Refused)[] | Promise<(Article | Refused)[]>;
}

/** All formats, the plainest first; to add one, add its file and its line here. */
export const formats = [
  { endings: ['.txt'], limit: MAX_ONE, read: readText },
  { endings: ['.md'], limit: MAX_ONE, read: readMarkdown },
  { endings: ['.json'], limit: MAX_JSON, read: readJson },
  { endings: ['.html', '.htm'], limit: MAX_ONE, read: readHtml },
] as const satisfies readonly Format[];

/** Endings that are read, for messages. Each may have `.gz` behind it. */
export const endings = [...formats.flatMap((format) => [...format.endings]), '.jsonl'];
