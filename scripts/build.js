// Plain Node. Builds the program into dist/ and the web app into dist/web/, each only where its sources are newer.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root, run } from './ensure.js';

/** The latest change of a file in a folder, in milliseconds. */
function newest(path) {
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there) return 0;
  if (!there.isDirectory()) return there.mtimeMs;
  return Math.max(there.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

/** Builds one thing, unless a stamp says that it was built after its sources last changed. */
async function build(name, sources, work) {
  const stamp = `${root}dist/.${name}`;
  const changed = Math.max(...sources.map((source) => newest(root + source)));
  if ((statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= changed) return;
  ensureInstalled();
  console.error(`Building ${name} …`);
  await work();
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(stamp, '');
  // As of when the sources were looked at: what changed during the build is built again.
  utimesSync(stamp, new Date(), new Date(Math.ceil(changed)));
}

/**
 * The command and the server: dist/main.js, and parts that are loaded when they are needed. Packages stay outside. A part's
 * name holds its digest, and files appear whole: a server that runs meanwhile still finds its own.
 */
export const buildProgram = () =>
  build('program', ['src', 'package.json', 'scripts/build.js'], async () => {
    const { build, stop } = await import('esbuild');
    const { outputFiles } = await build({
      entryPoints: [`${root}src/cli/main.ts`],
      outdir: `${root}dist`,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // Node's engine knows them, save for the scripts of the newest Unicode: else each pattern is made anew wherever it is used
      supported: { 'regexp-unicode-property-escapes': true },
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
      write: false,
    });
    await stop();
    mkdirSync(`${root}dist`, { recursive: true });
    // main.js, the only name that stays, last: what it loads is there before it.
    for (const { path, contents } of outputFiles.sort(
      (a, b) => Number(a.path.endsWith('main.js')) - Number(b.path.endsWith('main.js')),
    )) {
      writeFileSync(`${path}.${process.pid}`, contents);
      renameSync(`${path}.${process.pid}`, path);
    }
  });

export const buildWeb = () =>
  build('web app', ['web', 'src/model', 'package.json', 'scripts/build.js'], async () => {
    if (existsSync(`${root}web/index.html`))
      run('vite', process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn']);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  rmSync(`${root}dist`, { recursive: true, force: true });
  await buildProgram();
  await buildWeb();
}
