import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Article } from '../model/document.ts';
import { isAddress, readAddress } from './address.ts';
import { decode, guess, known, marked } from './decode.ts';
import { endings, type Format, formats } from './formats/index.ts';
import { readLine } from './formats/json.ts';
import type { Allow } from './guard.ts';
import { MAX_ONE, size } from './limits.ts';
import { lines } from './lines.ts';
import { type Refusal, Refused } from './refusal.ts';

export interface Found {
  article: Article;
  path: string;
  line: number | null;
}
export type Ingested = Found | { refused: Refusal };

export interface ReadOptions {
  /** The encoding of files that do not say theirs, as the WHATWG Encoding Standard names it. */
  encoding?: string | null;
  /** What `-` reads. */
  stdin?: AsyncIterable<Uint8Array>;
  /** Which addresses may be fetched from; the public internet unless said otherwise. */
  allow?: Allow;
  /** Called with the bytes read so far, for a progress bar. */
  progress?: (bytes: number) => void;
}

/** All articles at addresses, in files, folders and standard input (`-`), in the order given; in a folder by name. */
export async function* readPaths(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Ingested> {
  for (const path of paths) {
    if (isAddress(path)) yield* readAddress(path, options.allow);
    else if (path === '-') yield* readStream('-', null, options.stdin ?? process.stdin, options);
    else yield* readPath(path, options);
  }
}

async function* readPath(path: string, options: ReadOptions): AsyncGenerator<Ingested> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (there instanceof Error)
    yield refused(
      path,
      there.code === 'ENOENT' ? 'there is no such file or folder: check the spelling' : reasonOf(there),
    );
  else if (there.isDirectory()) yield* readFolder(path, options);
  else if (!there.isFile())
    yield refused(path, 'it is neither a file nor a folder: give a file, or - for standard input');
  else if (there.size === 0) yield refused(path, 'it is empty: there is no text in it');
  else yield* readFile(path, options);
}

/** Files by name, in code point order, folders among them. What begins with a dot, and a README, which is about the folder, are passed over. */
async function* readFolder(path: string, options: ReadOptions): AsyncGenerator<Ingested> {
  const names = await readdir(path, { withFileTypes: true }).catch((error: Error) => error);
  if (names instanceof Error) return yield refused(path, reasonOf(names));
  let any = false;
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^(\.|readme(\.|$))/i.test(entry.name)) continue;
    any = true;
    // A link to a folder could lead back here.
    if (entry.isSymbolicLink() && (await stat(join(path, entry.name)).catch(() => null))?.isDirectory()) continue;
    yield* readPath(join(path, entry.name), options);
  }
  if (!any)
    yield refused(
      path,
      `there is no article in this folder: files that end in ${endings.join(' ')} are read, each also with .gz`,
    );
}

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<Ingested> {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  const ending = endings.find((one) => name.endsWith(one));
  if (!ending)
    return yield refused(
      path,
      `its ending is not known: files that end in ${endings.join(' ')} are read, each also with .gz`,
    );
  const file = counted(createReadStream(path, { highWaterMark: 1 << 18 }), options.progress);
  yield* readStream(path, ending, path.toLowerCase().endsWith('.gz') ? unzipped(file) : file, options);
}

/** What a gzip stream holds. Its errors are thrown to whoever reads it. */
const unzipped = (file: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(file), createGunzip(), () => {});

/**
 * Reads a stream as its ending says; without one, by how it begins: a line of JSON as JSON Lines, other JSON as JSON, tags as
 * HTML, `---` as Markdown, all else as text. `path` is only for messages.
 */
export async function* readStream(
  path: string,
  ending: string | null,
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<Ingested> {
  try {
    if (ending === '.jsonl') yield* readLines(path, stream, options);
    else if (ending !== null) yield* readWhole(path, formatOf(ending), stream, options);
    else {
      const { head, rest } = await beginning(stream);
      if (head.length === 0) throw new Refused('it is empty: there is no text in it');
      const kind = sniff(head);
      if (kind === '.jsonl') yield* readLines(path, rest, options);
      else yield* readWhole(path, formatOf(kind), rest, options);
    }
  } catch (error) {
    yield {
      refused: {
        path,
        line: error instanceof Refused ? error.line : null,
        reason: error instanceof Refused ? error.message : reasonOf(error as Error),
      },
    };
  }
}

const formatOf = (ending: string): Format =>
  formats.find((format) => (format.endings as readonly string[]).includes(ending))!;

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  progress?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    progress?.(chunk.length);
    yield chunk;
  }
}

/** The first 64 kB or more of a stream, and the whole of it. */
async function beginning(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length < 65_536) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(next.value);
    length += next.value.length;
  }
  const rest = (async function* () {
    yield* held;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  return { head: Buffer.concat(held), rest };
}

function sniff(head: Uint8Array): string {
  const text = decode(head.subarray(0, 65_536)).trimStart();
  if (text.startsWith('{')) {
    const first = text.slice(0, text.search(/\r?\n|$/));
    try {
      JSON.parse(first);
      return '.jsonl';
    } catch {
      return first.length > 2 && first.length === text.length && text.length > 60_000 ? '.jsonl' : '.json';
    }
  }
  if (text.startsWith('[')) return /^\[\s*(\{|\])/.test(text) ? '.json' : '.txt';
  if (/^<(!doctype|html|head|body|\?xml)\b/i.test(text)) return '.html';
  return /^---\s*\n/.test(text) ? '.md' : '.txt';
}

async function* readWhole(
  path: string,
  format: Format,
  stream: AsyncIterable<Uint8Array>,
  { encoding = null }: ReadOptions,
): AsyncGenerator<Ingested> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    parts.push(chunk);
    length += chunk.length;
    if (length > format.limit)
      throw new Refused(
        `it is larger than ${size(format.limit)}, the limit for a file that is read whole: split it, or write one article a line as .jsonl, which may be of any size`,
      );
  }
  if (length === 0) throw new Refused('it is empty: there is no text in it');
  for (const one of await format.read(Buffer.concat(parts), encoding)) {
    if (one instanceof Refused) yield refused(path, one.message, one.line);
    else yield { article: one, path, line: null };
  }
}

/** JSON Lines, one at a time. Each line is decoded by itself, but for UTF-16, whose line ends are not bytes. */
async function* readLines(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  { encoding = null }: ReadOptions,
): AsyncGenerator<Ingested> {
  const { head, rest } = await beginning(stream);
  const label = marked(head) ?? known(encoding) ?? (head.length > 0 ? guess(head) : 'utf-8');
  const wide = label.startsWith('utf-16');
  let any = false;
  for await (const { number, bytes } of lines(wide ? transcoded(rest, label) : rest, MAX_ONE)) {
    if (bytes === null) {
      any = true;
      yield refused(
        path,
        `the line is longer than ${size(MAX_ONE)}: one line is one article, of ${size(MAX_ONE)} at most`,
        number,
      );
      continue;
    }
    try {
      const line = decode(bytes, wide ? 'utf-8' : encoding);
      if (line.trim() === '') continue;
      any = true;
      yield { article: readLine(line), path, line: number };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      any = true;
      yield refused(path, error.message, number);
    }
  }
  if (!any) throw new Refused('it is empty: there is no article in it');
}

async function* transcoded(stream: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(label);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

const refused = (path: string, reason: string, line: number | null = null): Ingested => ({
  refused: { path, line, reason },
});

/** What the system says, in words. */
function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'it may not be read: check its permissions';
  if (error.code?.startsWith('Z_')) return `it is damaged, or no gzip file (${error.message}): unpack it to see`;
  return `it cannot be read (${error.message})`;
}
