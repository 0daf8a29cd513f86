import type { Stream } from './command.ts';

/** Writes and waits until the reader has taken it, so that a slow reader does not make us hold it all. */
export const write = (stream: Stream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

export const line = (stream: Stream, value: unknown): Promise<void> => write(stream, `${JSON.stringify(value)}\n`);
