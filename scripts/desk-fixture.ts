import { rmSync } from 'node:fs';
import { openLedger } from '../src/store/open.ts';
import { fileDesk } from '../test/fixtures/desk-ledger.ts';

// Makes the desk's hand-filed ledger as a file, to look at with `counterclaim serve`: npx tsx scripts/desk-fixture.ts FILE
const file = process.argv[2] ?? 'desk-fixture.db';
for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
const ledger = await openLedger(file, { now: () => '2026-05-29T08:00:00Z' });
await fileDesk(ledger);
console.log(await ledger.counts());
await ledger.close();
