// Loaded before the program (node --import): kills it at its Nth statement to the ledger, N in COUNTERCLAIM_TEST_KILL_AT. Without N
// it only counts, and writes the number into the file COUNTERCLAIM_TEST_COUNT.
import { writeFileSync } from 'node:fs';
import Database from 'libsql';
import pg from 'pg';

const { COUNTERCLAIM_TEST_KILL_AT: at, COUNTERCLAIM_TEST_COUNT: file } = process.env;
let done = 0;
const step = () => {
  done += 1;
  if (done === Number(at)) process.kill(process.pid, 'SIGKILL');
};
if (file) process.on('exit', () => writeFileSync(file, String(done)));

const { prepare } = Database.prototype;
Database.prototype.prepare = function (text) {
  const statement = prepare.call(this, text);
  for (const name of ['all', 'run', 'iterate']) {
    const call = statement[name];
    statement[name] = function (...given) {
      step();
      return call.apply(this, given);
    };
  }
  return statement;
};
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...given) {
  step();
  return query.apply(this, given);
};
