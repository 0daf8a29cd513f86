import type { Article } from '../../model/document.ts';
import { decode } from '../decode.ts';
import { articleFrom } from '../fields.ts';
import { Refused } from '../refusal.ts';

/** One article, or a list of them. A bad one in a list is handed back as the reason it was refused. */
export function readJson(bytes: Uint8Array, encoding: string | null): (Article | Refused)[] {
  const value = parse(decode(bytes, encoding));
  if (!Array.isArray(value)) return [record(value)];
  if (value.length === 0) throw new Refused('it is empty: there is no article in its list');
  return value.map((item, i) => {
    try {
      return record(item, `article ${i + 1} of its list: `);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  });
}

/** One line of JSON Lines. */
export const readLine = (line: string): Article => record(parse(line));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = /line (\d+)/.exec((error as Error).message)?.[1];
    throw new Refused(`it is not valid JSON (${(error as Error).message})`, line ? Number(line) : null);
  }
}

function record(value: unknown, where = ''): Article {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(`${where}it is no article: an article is an object with "text"`);
  const fields = value as Record<string, unknown>;
  const article = articleFrom(fields, where);
  // An annotated article of our own test format has an id, and no address.
  if (fields.format === 'counterclaim-gold/1' && typeof fields.id === 'string')
    article.url ??= `https://gold.example/${fields.id}`;
  return article;
}
