import type { Fields, Refusal } from '../pipeline.ts';
import { type Call, UsageError } from './command.ts';
import { plain } from './table.ts';

/** The articles that a call names, with what its options say of them. Throws a UsageError where they say what cannot be. */
export async function articlesOf({ options, io }: Call, paths: readonly string[], progress?: (bytes: number) => void) {
  const { articles } = await import('../pipeline.ts');
  const { url, title, outlet, author, published, language, encoding } = options as Fields & { encoding?: string };
  const fields = { url, title, outlet, author, published, language };
  try {
    return articles(paths, { fields, encoding, stdin: io.stdin, progress });
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** As people read it: `articles.jsonl, line 12: …`. */
export const refusalLine = ({ path, line, reason }: Refusal): string =>
  plain(`${path === '-' ? 'standard input' : path}${line === null ? '' : `, line ${line}`}: ${reason}\n`);
