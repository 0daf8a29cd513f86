// Plain Node: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Are the packages that package-lock.json names the ones in node_modules? */
function installed() {
  const there = `${root}node_modules/.package-lock.json`;
  if (!existsSync(there)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const had = JSON.parse(readFileSync(there, 'utf8')).packages;
  // Packages for other systems are optional, and absent.
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) => path === '' || optional || link || had[path]?.version === version,
  );
}

/** Runs a command and shows what it says on standard error; ends this process where it fails. */
export function run(what, command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
  if (status === 0) return;
  console.error(`${what} failed${error ? `: ${error.message}` : ''}`);
  process.exit(status || 1);
}

/** Installs what is missing, exactly as package-lock.json has it. */
export function ensureInstalled() {
  if (installed()) return;
  console.error('Installing packages …');
  run('npm', 'npm', [
    existsSync(`${root}node_modules`) ? 'install' : 'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
