#!/usr/bin/env node
// Runs the built program. In a clone it is built first where that was not done, or its sources changed since.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
if (existsSync(at('../src/cli/main.ts'))) {
  const { buildProgram, buildWeb } = await import('../scripts/build.js');
  await buildProgram();
  if (process.argv[2] === 'serve') await buildWeb();
}
await import('../dist/main.js');
