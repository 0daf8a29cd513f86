// Plain Node: `npm start` on a fresh clone installs what is missing, builds, makes the sample ledger, and shows it.
import { existsSync, statSync, utimesSync } from 'node:fs';
import { buildProgram, buildWeb } from './build.js';
import { ensureInstalled, root, run } from './ensure.js';

ensureInstalled();
await buildProgram();
await buildWeb();
const ledger = `${root}sample.db`;
const counterclaim = (...args) =>
  run('the sample', process.execPath, ['bin/counterclaim.js', ...args, '--ledger', ledger]);
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (existsSync(`${root}sample`)) {
  // What an older program read of the sample is read anew; reviews stay.
  const old = changed(ledger) > 0 && changed(ledger) < changed(`${root}dist/main.js`);
  console.error('Reading the sample articles …');
  counterclaim('ingest', 'sample');
  if (old) {
    counterclaim('relink', '--reread');
    utimesSync(ledger, new Date(), new Date());
  }
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
