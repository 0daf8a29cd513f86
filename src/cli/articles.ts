import type { Fields, Refusal } from '../pipeline.ts';
import type { Call } from './command.ts';
import { plain } from './table.ts';

/** The options that speak of an article from outside it. */
export function fieldsOf({ options }: Call): { fields: Fields } {
  const { url, title, outlet, author, published, language } = options as Fields;
  return { fields: { url, title, outlet, author, published, language } };
}

/** As people read it: `articles.jsonl, line 12: …`. */
export const refusalLine = ({ path, line, reason }: Refusal): string =>
  plain(`${path === '-' ? 'standard input' : path}${line === null ? '' : `, line ${line}`}: ${reason}\n`);
