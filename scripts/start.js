// Plain Node: `npm start` on a fresh clone installs what is missing, builds, makes the sample ledger, and shows it.
import { existsSync } from 'node:fs';
import { buildProgram, buildWeb } from './build.js';
import { ensureInstalled, root, run } from './ensure.js';

ensureInstalled();
await buildProgram();
await buildWeb();
const ledger = `${root}sample.db`;
if (existsSync(`${root}sample`)) {
  console.error('Reading the sample articles …');
  run('the sample', process.execPath, ['bin/counterclaim.js', 'ingest', 'sample', '--ledger', ledger]);
}
// The server takes this process over; what follows `npm start --` is handed to it.
process.argv.splice(
  2,
  process.argv.length,
  'serve',
  '--ledger',
  ledger,
  ...(process.env.CI ? [] : ['--open']),
  ...process.argv.slice(2),
);
await import('../bin/counterclaim.js');
