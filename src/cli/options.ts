import { OCCURRENCE_TYPES, STANDINGS } from './choices.ts';
import { type Option, UsageError } from './command.ts';

const count = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`--limit ${value}: give a whole number from 1`);
  return number;
};

export const ledger: Option = {
  flags: '--ledger <file-or-url>',
  what: 'a SQLite file or a postgres:// URL (default: $COUNTERCLAIM_LEDGER, or ./counterclaim.db)',
};

/** What lists are narrowed by. */
export const filters: readonly Option[] = [
  { flags: '--since <day>', what: 'from this day on, as 2025-03-11' },
  { flags: '--until <day>', what: 'up to this day' },
  { flags: '--place <name>', what: 'a place: its name, words of it, or its id' },
  { flags: '--actor <name>', what: 'who did it or had it done to them: a name, an id, or a side' },
  { flags: '--type <type>', what: 'what is said to have happened', choices: OCCURRENCE_TYPES },
  { flags: '--standing <standing>', what: 'how well the event stands', choices: STANDINGS },
  { flags: '--origin <name>', what: 'who says it: a name, an id, or a side' },
  { flags: '--search <words>', what: 'full text; all words must occur, "words in quotes" as a phrase' },
  { flags: '--as-of <day>', what: 'only what was known by the end of this day' },
];

export const limit: Option = {
  flags: '--limit <number>',
  what: 'at most so many (tables: 50 unless said otherwise)',
  parse: count,
};

export const format: Option = {
  flags: '--format <format>',
  what: 'a table for eyes, or json (one a line) or csv for machines',
  choices: ['table', 'json', 'csv'],
};

/** What is said of articles from outside them; it stands above what they say themselves. */
export const fields: readonly Option[] = [
  { flags: '--url <address>', what: 'where it was read' },
  { flags: '--title <title>', what: 'its headline' },
  { flags: '--outlet <name>', what: 'who published it' },
  { flags: '--author <name>', what: 'who wrote it' },
  {
    flags: '--published <date>',
    what: 'when, as 2025-03-11 or 2025-03-11T14:30:00+02:00; relative times resolve against it',
  },
  { flags: '--language <code>', what: 'its language, as en (default: told from the text)' },
];

export const encoding: Option = {
  flags: '--encoding <name>',
  what: 'the encoding of files that are in none of UTF-8, UTF-16, windows-1252 and the Cyrillic ones',
};
