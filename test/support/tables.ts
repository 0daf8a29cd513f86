import { readFileSync } from 'node:fs';

/** One case of a text table: what is read, and the lines that must come out. */
export interface Case {
  /** The comment that names it. */
  name: string;
  /** Where it stands, for messages: `cases/en/numbers.txt:12`. */
  at: string;
  /** What follows `@` above the text: `@ 2024-05-16 future` is ["2024-05-16", "future"]. */
  options: string[];
  text: string;
  expected: string[];
}

/**
 * The cases of a table in lezer's style: `# name`, an optional `@ options`, the text, `==>`, and what must come out, one a line, or `none`.
 * Throws when a case is not whole, and says where.
 */
export function readCases(path: string): Case[] {
  const lines = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').split('\n');
  const cases: Case[] = [];
  let open: (Case & { told: boolean }) | null = null;
  const close = () => {
    if (!open) return;
    const { told, ...whole } = open;
    if (!told || whole.expected.length === 0 || whole.text === '')
      throw new Error(`${whole.at}: "${whole.name}" wants a text, "==>" and what must come out, or "none"`);
    whole.expected = whole.expected.filter((line) => line !== 'none');
    cases.push(whole);
    open = null;
  };
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('# ')) {
      close();
      open = { name: line.slice(2), at: `${path}:${i + 1}`, options: [], text: '', expected: [], told: false };
    } else if (line.trim() === '' || open === null) continue;
    else if (line === '==>') open.told = true;
    else if (open.told) open.expected.push(line);
    else if (line.startsWith('@ ')) open.options = line.slice(2).split(' ');
    else open.text += (open.text === '' ? '' : '\n') + line;
  }
  close();
  return cases;
}
