// Plain Node: `npm test` on a fresh clone installs what is missing, builds, and runs everything. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { buildProgram, buildWeb } from './build.js';
import { ensureInstalled, root } from './ensure.js';

ensureInstalled();
await buildProgram();
await buildWeb();
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
