import { existsSync, readFileSync } from 'node:fs';
import { distance, soundKey } from './place-key.ts';

/** One line of places.tsv. */
export interface Town {
  name: string;
  /** GeoNames id, 0 where the packages give none. */
  id: number;
  latitude: number;
  longitude: number;
  /** 0 is unknown. */
  population: number;
  /** `C` capital, `A` seat of a first-order division, `X` quarter of a city, else empty. */
  kind: string;
  /** GeoNames code of its first-order division: `UA.07`. */
  division: string;
}

/** A first-order division, with its towns as a half-open range of line numbers, most populous first. */
export interface Section {
  code: string;
  /** Its name; empty for towns without a division. */
  title: string;
  /** The key of its name without the word for what it is: `kharkiv`. */
  core: string;
  from: number;
  to: number;
}

const SLOTS = 1 << 17;
const BITS = 1 << 21;
const FNV = 0x811c9dc5;
const PRIME = 0x01000193;

/** Where the table is: beside the source, beside a bundle, or in the source that a bundle was built from. */
const HOMES = [
  './data/places.tsv',
  './places.tsv',
  '../data/places.tsv',
  '../src/normalize/data/places.tsv',
  '../../src/normalize/data/places.tsv',
];

function readTable(): Buffer {
  const urls = HOMES.map((home) => new URL(home, import.meta.url));
  const url = urls.find((candidate) => existsSync(candidate));
  if (!url) {
    throw new Error(
      `The table of places is missing: none of ${urls.map((u) => u.pathname).join(', ')} exists. ` +
        'Copy src/normalize/data/places.tsv there, or rebuild it with scripts/gazetteer.ts.',
    );
  }
  return readFileSync(url);
}

function hashOf(key: string): number {
  let hash = FNV;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
  return hash;
}

/**
 * places.tsv in memory: the file's bytes, and a hash table from keys to its lines. Lines are decoded when they are asked for.
 * Opening takes about 20 ms and 4 MB.
 */
export class Gazetteer {
  readonly sections: Section[] = [];
  private readonly bytes: Buffer;
  private readonly starts: Uint32Array;
  private readonly sectionOf: Uint16Array;
  private count = 0;
  private readonly lines = new Int32Array(SLOTS);
  private readonly hashes = new Int32Array(SLOTS);
  private readonly firstWords = new Uint32Array(BITS / 32);
  private readonly decoded = new Map<number, Town>();
  private sounds: Map<string, number[]> | null = null;

  constructor(bytes: Buffer = readTable()) {
    this.bytes = bytes;
    // no line is shorter than 16 bytes
    this.starts = new Uint32Array(bytes.length >>> 4);
    this.sectionOf = new Uint16Array(bytes.length >>> 4);
    for (let at = 0; at < bytes.length; ) {
      let end = bytes.indexOf(10, at);
      if (end < 0) end = bytes.length;
      if (bytes[at] === 64) this.openSection(bytes.toString('utf8', at + 1, end));
      else if (bytes[at] === 9) this.addLine(at, at + 1, end, 9);
      else if (bytes[at] !== 35 && end > at) this.addLine(at, at, end, 59);
      at = end + 1;
    }
  }

  /** Numbers of the lines that have this key (see `placeKey`). */
  find(key: string): number[] {
    const found: number[] = [];
    const hash = hashOf(key);
    for (let slot = hash & (SLOTS - 1); this.lines[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      const line = this.lines[slot] - 1;
      if (this.hashes[slot] === hash && !found.includes(line) && this.keysOf(line).includes(key)) found.push(line);
    }
    return found;
  }

  /**
   * Numbers of the lines of these countries that sound like this key (see `soundKey`) and differ from it in no more than three letters of
   * eight; builds its index when first asked.
   */
  soundsLike(key: string, countries: ReadonlySet<string>): number[] {
    this.sounds ??= this.indexSounds();
    const lines = this.sounds.get(soundKey(key)) ?? [];
    return lines.filter(
      (line) =>
        countries.has(this.sections[this.sectionOf[line]].code.slice(0, 2)) &&
        this.keysOf(line).some((other) => distance(key, other) <= (Math.max(key.length, other.length) * 3) / 8),
    );
  }

  /** May a key begin with this word? Never wrongly no; wrongly yes for about one word in fifty. */
  begins(word: string): boolean {
    const bit = hashOf(word) & (BITS - 1);
    return (this.firstWords[bit >>> 5] & (1 << (bit & 31))) !== 0;
  }

  town(line: number): Town {
    const known = this.decoded.get(line);
    if (known) return known;
    const [, name, id, latitude, longitude, population = '', kind = ''] = this.fields(line);
    const town = {
      name,
      id: Number(id),
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      kind,
      division: this.sections[this.sectionOf[line]].code,
    };
    this.decoded.set(line, town);
    return town;
  }

  private openSection(header: string): void {
    const [code, title = '', core = ''] = header.split('\t');
    this.sections.push({ code, title, core, from: this.count, to: this.count });
  }

  /** Hashes a line's keys, or its plain name, which is folded on the way as scripts/gazetteer.ts expects. */
  private addLine(start: number, at: number, end: number, separator: 9 | 59): void {
    const { bytes, firstWords } = this;
    const line = this.count++;
    this.starts[line] = start;
    this.sectionOf[line] = this.sections.length - 1;
    this.sections[this.sections.length - 1].to = line + 1;
    let hash = FNV;
    let inFirst = true;
    for (let i = at; i <= end; i++) {
      let byte = i === end ? 9 : bytes[i];
      if (byte >= 97) {
        hash = Math.imul(hash ^ byte, PRIME);
        continue;
      }
      const last = byte === 9;
      if (byte >= 65 && byte <= 90) byte += 32;
      else if (byte === 39 || byte === 46) continue;
      else if (byte === 45) byte = 32;
      if (inFirst && (byte === 32 || last || byte === separator)) {
        firstWords[(hash & (BITS - 1)) >>> 5] |= 1 << (hash & 31);
        inFirst = false;
      }
      if (last || byte === separator) {
        let slot = hash & (SLOTS - 1);
        while (this.lines[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
        this.lines[slot] = line + 1;
        this.hashes[slot] = hash;
        if (last) return;
        hash = FNV;
        inFirst = true;
        continue;
      }
      hash = Math.imul(hash ^ byte, PRIME);
    }
  }

  private fields(line: number): string[] {
    const at = this.starts[line];
    const end = this.bytes.indexOf(10, at);
    return this.bytes.toString('utf8', at, end < 0 ? this.bytes.length : end).split('\t');
  }

  private keysOf(line: number): string[] {
    const [keys, name] = this.fields(line);
    return keys === '' ? [name.toLowerCase().replace(/['.]/g, '').replace(/-/g, ' ')] : keys.split(';');
  }

  private indexSounds(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (let line = 0; line < this.count; line++) {
      for (const key of this.keysOf(line)) {
        const sound = soundKey(key);
        const lines = index.get(sound);
        if (!lines) index.set(sound, [line]);
        else if (!lines.includes(line)) lines.push(line);
      }
    }
    return index;
  }
}
