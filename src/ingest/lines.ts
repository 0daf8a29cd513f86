/** A line of a stream, from 1; `bytes` is null for one that was longer than the limit, and was passed over. */
export interface Line {
  number: number;
  bytes: Uint8Array | null;
}

/** Splits a stream at line feeds, holding one line of it at a time and never more than `limit` bytes. The line ends are taken off. */
export async function* lines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (): Line => {
    const line: Line = {
      number,
      bytes: length > limit ? null : withoutReturn(parts.length === 1 ? parts[0] : Buffer.concat(parts)),
    };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10, from); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

const withoutReturn = (line: Uint8Array): Uint8Array => (line.at(-1) === 13 ? line.subarray(0, -1) : line);
