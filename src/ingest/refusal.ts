/** Something that could not be read. The others go on without it. */
export interface Refusal {
  /** The file, folder or address, as it was given; `-` for standard input. */
  path: string;
  /** The line it stands on, from 1; null where lines mean nothing. */
  line: number | null;
  /** What is wrong, and what to do about it. */
  reason: string;
}

/** Thrown by a format for a text that it cannot read; becomes a Refusal. */
export class Refused extends Error {
  readonly line: number | null;
  constructor(reason: string, line: number | null = null) {
    super(reason);
    this.line = line;
  }
}
