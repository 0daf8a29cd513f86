// Writes schema/*.schema.json from the one definition in src/model. A test fails where they are out of date.
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Claim } from '../src/model/claim.ts';
import { DocumentInfo } from '../src/model/document.ts';
import { Event } from '../src/model/event.ts';

const published = {
  claim: [Claim, 'A claim', 'One proposition that a source puts forward, with the stretch of text that says so.'],
  document: [DocumentInfo, 'A document', 'An article as it was read, without its text.'],
  event: [Event, 'An event', 'The occurrence in the world that claims from one or many documents are about.'],
} as const;

/** Every schema as its file has it, by file name. */
export function schemaFiles(): Map<string, string> {
  const files = Object.entries(published).map(([name, [definition, title, description]]): [string, string] => {
    const { $schema, ...schema } = z.toJSONSchema(definition, { target: 'draft-2020-12' });
    return [
      `${name}.schema.json`,
      `${JSON.stringify({ $schema, $id: `counterclaim:${name}`, title, description, ...schema }, null, 2)}\n`,
    ];
  });
  return new Map(files);
}

if (process.argv[1]?.endsWith('schema.ts')) {
  const folder = new URL('../schema/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(new URL(name, folder), text);
}
