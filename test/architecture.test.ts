import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom: docs/architecture.md. Each may import from itself. Files directly in src/ are the pipeline. */
const mayImport: Record<string, readonly string[]> = {
  model: [],
  ingest: ['model'],
  extract: ['model'],
  normalize: ['model'],
  link: ['model'],
  export: ['model'],
  store: ['model'],
  languages: ['model', 'extract'],
  pipeline: ['model', 'ingest', 'extract', 'normalize', 'link', 'export', 'store', 'languages'],
  // Of the API only its front door, to serve it.
  cli: ['pipeline', 'store', 'export', 'model', 'api'],
  api: ['pipeline', 'store', 'export', 'model'],
  web: ['model'],
};

/** `src/store/page.ts` is in `store`, `src/pipeline.ts` in `pipeline`, `web/main.tsx` in `web`. */
function layer(path: string): string {
  const [top, second, third] = path.split('/');
  return top === 'web' ? 'web' : third === undefined ? 'pipeline' : second;
}

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)['"](\.[^'"]+)['"]/g;
const TYPE_ONLY = /^\s*(import|export)\s+type\b/;

/** Every import of one of our own files, with the line it stands on. */
function imports(path: string): { to: string; line: number; code: string }[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(IMPORT)].map(({ 1: to, index }) => {
    // The statement begins at its `import`, which may stand some lines above.
    const begin = Math.max(0, text.lastIndexOf('\nimport', index) + 1, text.lastIndexOf('\nexport', index) + 1);
    return {
      to: relative(root, join(root, dirname(path), to)),
      line: text.slice(0, index).split('\n').length,
      code: text
        .slice(begin, index + 80)
        .split('\n')
        .join(' ')
        .trim(),
    };
  });
}

it('imports go one way', () => {
  const wrong: string[] = [];
  for (const path of [...files('src'), ...files('web')]) {
    const from = layer(path);
    for (const { to, line, code } of imports(path)) {
      const target = layer(to);
      const allowed = target === from || mayImport[from]?.includes(target);
      const typesOnly = from !== 'web' || target === 'web' || TYPE_ONLY.test(code);
      if (!to.startsWith('src/') && !to.startsWith('web/')) {
        if (from !== 'web' && !/^(package\.json)$/.test(to))
          wrong.push(`${path}:${line}: imports ${to}, which is no part of the program`);
      } else if (!allowed)
        wrong.push(
          `${path}:${line}: ${from} may import ${mayImport[from]?.join(', ') || 'nothing'}, not ${target}: ${to}`,
        );
      else if (!typesOnly) wrong.push(`${path}:${line}: web may import only types from ${target}: ${to}`);
    }
  }
  expect(wrong.join('\n')).toBe('');
});

it('the check finds what it must', () => {
  const found = [
    ..."import type { A } from '../store/page.ts';\nconst b = await import('./x.ts');\nimport './y.css';\nexport { c } from \"./z.ts\";".matchAll(
      IMPORT,
    ),
  ].map(([, to]) => to);
  expect(found).toEqual(['../store/page.ts', './x.ts', './y.css', './z.ts']);
  expect([layer('src/pipeline.ts'), layer('src/store/dialects/sqlite.ts'), layer('web/main.tsx')]).toEqual([
    'pipeline',
    'store',
    'web',
  ]);
});
