/** Where a command reads and writes; the tests hand in their own. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdout: Stream;
  stderr: Stream;
  env: Readonly<Record<string, string | undefined>>;
}
export interface Stream {
  write(text: string, done?: (error?: Error | null) => void): boolean;
  isTTY?: boolean;
  columns?: number;
}

export interface Option {
  /** As commander writes it: `--limit <number>`. */
  flags: string;
  what: string;
  /** The values that it may have. */
  choices?: readonly string[];
  parse?: (value: string) => unknown;
}

/** One call of a command. Options are by name in camel case, absent where they were not given. */
export interface Call {
  args: string[];
  options: Readonly<Record<string, unknown>>;
  io: Io;
}

/** One command, one file. */
export interface CommandFile {
  /** Name and arguments, as commander writes them: `extract [file...]`. */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  options: readonly Option[];
  /** Gives the exit status: 0, or 1 where something was refused or not found. Throws a UsageError where the call was wrong (2). */
  run(call: Call): Promise<number>;
}

/** Thrown where a command was called in a way that cannot be. */
export class UsageError extends Error {}
