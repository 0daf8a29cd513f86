import type { Article } from '../../model/document.ts';
import { decode } from '../decode.ts';
import { articleFrom } from '../fields.ts';
import { Refused } from '../refusal.ts';
import { trimmed } from './text.ts';

const FRONT_MATTER = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n?^---[^\S\n]*\r?(?:\n|$)/m;

/** One article with its fields in YAML between two lines of `---` before it. The text is what follows, marks of Markdown and all. */
export async function readMarkdown(bytes: Uint8Array, encoding: string | null): Promise<Article[]> {
  const whole = decode(bytes, encoding);
  const front = whole.startsWith('---') ? FRONT_MATTER.exec(whole) : null;
  if (whole.startsWith('---') && front === null)
    throw new Refused('its front matter has no end: close it with a line of ---', 1);
  const fields = front === null ? {} : await frontMatter(front[1]);
  return [articleFrom({ ...fields, text: trimmed(whole.slice(front?.[0].length ?? 0)) })];
}

async function frontMatter(yaml: string): Promise<Record<string, unknown>> {
  const { parseDocument } = await import('yaml');
  const parsed = parseDocument(yaml, { schema: 'core', prettyErrors: false });
  const wrong = parsed.errors[0];
  if (wrong)
    throw new Refused(
      `its front matter is no YAML: ${wrong.message}`,
      1 + yaml.slice(0, wrong.pos[0]).split('\n').length,
    );
  const fields: unknown = parsed.toJS({ maxAliasCount: 100 }) ?? {};
  if (typeof fields !== 'object' || Array.isArray(fields))
    throw new Refused('its front matter is no list of fields: write it as "outlet: Example Wire", one a line', 2);
  // A year alone or a date without quotes may come out as a number.
  return Object.fromEntries(
    Object.entries(fields as object).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
}
