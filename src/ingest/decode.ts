import { Refused } from './refusal.ts';

/** What windows-1252 has from 0x80 to 0x9F, where Node 20 decodes it as Latin 1 (nodejs/node#56542). */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * What encoding bytes are in. In this order: a byte order mark; the charset that the text declares, or the caller names;
 * UTF-8 where they are valid UTF-8 (or all but a few sequences of them are); UTF-16 without a mark, where every other byte
 * is nearly always the same; and last a single-byte encoding, Cyrillic or Western, by which letters stand beside each other.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): string {
  const told = marked(bytes) ?? known(declared);
  // Nearly everything is plain UTF-8, and is not looked at further.
  const plain = told === null ? strictUtf8(bytes) : null;
  if (plain !== null && !CONTROL.test(plain)) return plain;
  const label = told ?? guess(bytes);
  try {
    const text = new TextDecoder(label).decode(bytes); // takes the mark off
    return label === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (char) => C1[char.charCodeAt(0) - 0x80]) : text;
  } catch (error) {
    throw new Refused(`it cannot be read as ${label}: ${(error as Error).message}`);
  }
}

/** What no text has, but UTF-16 taken for UTF-8 and binary files have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/** Null where the bytes are not UTF-8 from end to end. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function marked(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** A label as the WHATWG Encoding Standard knows it; null for none and for one that it does not know. */
export function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** How much is looked at. */
const SAMPLE = 65_536;

/** Throws Refused for bytes that are no text. */
export function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const wide = utf16(sample);
  if (wide) return wide;
  const { control, zero } = controls(sample);
  if (zero > 0 || control > sample.length / 100)
    throw new Refused('it is binary, not text: give articles as .txt, .md, .html, .json or .jsonl');
  return mostlyUtf8(bytes) ? 'utf-8' : legacy(sample);
}

/** UTF-16 without a mark: the high bytes of a text are few, blanks and full stops among them (0), the low ones many. */
function utf16(sample: Uint8Array): string | null {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  let evenZero = 0;
  let oddZero = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (sample[i] === 0) evenZero += 1;
    if (sample[i + 1] === 0) oddZero += 1;
  }
  // In Latin text nearly all high bytes are 0; in Cyrillic text those of blanks and punctuation, a sixth of it, are.
  if (oddZero > pairs / 10 && evenZero <= pairs / 100) return 'utf-16le';
  if (evenZero > pairs / 10 && oddZero <= pairs / 100) return 'utf-16be';
  return null;
}

/** Bytes that no text has (tab, line ends, form feed and escape aside). */
function controls(sample: Uint8Array): { control: number; zero: number } {
  let control = 0;
  let zero = 0;
  for (const byte of sample) {
    if (byte === 0) zero += 1;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control += 1;
  }
  return { control, zero };
}

/** Valid UTF-8, or such with a broken sequence for every twenty good ones at most (a file cut, or glued together). */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i];
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    let whole = length > 0;
    for (let k = 1; k < length && whole; k += 1) whole = (bytes[i + k] & 0xc0) === 0x80;
    if (!whole) bad += 1;
    else if (length > 1) good += 1;
    i += whole ? length : 1;
  }
  return bad === 0 || good >= bad * 20;
}

/** Pairs that Russian, Ukrainian, Bulgarian and Serbian are full of, in lower case. */
const CYRILLIC_PAIRS = new Set(
  'ст но на то по ен ов ни ра во ко не пр ос го ро ер ре от ал ли ел ва ет ть ка ом ти ви ті ні ії ськ єт ан ин'.split(
    ' ',
  ),
);
/** In an order that ties break by. */
const CYRILLIC = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5'] as const;

/** Western where less than a third of the letters are beyond ASCII; else the Cyrillic encoding that makes the likeliest words. */
function legacy(sample: Uint8Array): string {
  let ascii = 0;
  let high = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  }
  if (high < (ascii + high) / 3) return 'windows-1252';
  const scores = CYRILLIC.map((label) => {
    const text = new TextDecoder(label).decode(sample);
    let score = 0;
    for (let i = 0; i + 1 < text.length; i += 1) if (CYRILLIC_PAIRS.has(text.slice(i, i + 2))) score += 1;
    return { label, score };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.label : 'windows-1252';
}
