import type { Stream } from './command.ts';

const WIDTH = 30;
/** Milliseconds between two drawings. */
const EVERY = 100;

/** A bar on a terminal; nothing at all where standard error is none. */
export class Progress {
  readonly #stream: Stream;
  readonly #whole: number | null;
  #read = 0;
  #drawn = 0;
  #shown = false;

  constructor(stream: Stream, whole: number | null) {
    this.#stream = stream;
    this.#whole = whole;
  }

  read(bytes: number): void {
    this.#read += bytes;
  }

  show(documents: number): void {
    if (!this.#stream.isTTY || Date.now() - this.#drawn < EVERY) return;
    this.#drawn = Date.now();
    this.#shown = true;
    const share = this.#whole ? Math.min(1, this.#read / this.#whole) : null;
    const bar =
      share === null
        ? ''
        : `${'█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')} ${Math.round(share * 100)} %  `;
    this.#stream.write(`\r\x1b[K${bar}${documents} documents, ${(this.#read / 1e6).toFixed(1)} MB`);
  }

  clear(): void {
    if (this.#shown) this.#stream.write('\r\x1b[K');
    this.#shown = false;
  }
}
