/** A string of its own: engines make slices of a long text that keep all of it in memory, for as long as they are kept. */
export const detached = (slice: string): string =>
  slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le');
