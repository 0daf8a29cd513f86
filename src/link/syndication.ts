import type { Claim } from '../model/claim.ts';
import { sha256 } from '../model/ids.ts';
import type { FiledClaim } from '../model/ledger.ts';

/**
 * Texts that are one text: wire copy that several outlets print. Each article's claims, in their own words and with the length of
 * their sentences, are its shingles; MinHash signatures of them, cut into bands, bring copies together without comparing all pairs.
 */
const BANDS = 16;
const ROWS = 4;
/** Share of claims that two articles must have word for word to be one text. */
const COPY = 0.6;
/** Articles with fewer claims agree too easily. */
const FEWEST = 3;

const shingle = ({ kind, value, source, cue, sentence, content, stance }: Claim): string =>
  JSON.stringify([
    kind,
    stance,
    value?.text,
    source?.text,
    cue?.text,
    sentence.end - sentence.start,
    content.start - sentence.start,
  ]);

/** Ids of those documents, among the ones that have a part in an event, that copy one before them. `filed` in order of publication. */
export function copiesAmong(filed: readonly FiledClaim[]): Set<string> {
  const documents = new Map<string, Set<string>>();
  for (const { claim, document } of filed) {
    const shingles = documents.get(document.id) ?? new Set();
    documents.set(document.id, shingles.add(shingle(claim)));
  }
  const buckets = new Map<string, string[]>();
  const copies = new Set<string>();
  for (const [id, shingles] of documents) {
    if (shingles.size < FEWEST) continue;
    const signature = minHash(shingles);
    const bands = Array.from(
      { length: BANDS },
      (_, b) => `${b} ${signature.slice(b * ROWS, (b + 1) * ROWS).join(' ')}`,
    );
    const candidates = new Set(bands.flatMap((band) => buckets.get(band) ?? []));
    if ([...candidates].some((other) => overlap(shingles, documents.get(other)!) >= COPY)) {
      copies.add(id);
      continue;
    }
    for (const band of bands) buckets.set(band, [...(buckets.get(band) ?? []), id]);
  }
  return copies;
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const both = [...a].filter((s) => b.has(s)).length;
  return both / (a.size + b.size - both);
};

/** The least of each of 64 permutations of the shingles' hashes. */
function minHash(shingles: ReadonlySet<string>): Uint32Array {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const words of shingles) {
    const hash = Number.parseInt(sha256(words).slice(0, 8), 16);
    for (let i = 0; i < least.length; i++) {
      const mixed = permute(hash, i);
      if (mixed < least[i]) least[i] = mixed;
    }
  }
  return least;
}

/** A permutation of 32-bit numbers, another for each seed: murmur3's finaliser over hash and seed. */
function permute(hash: number, seed: number): number {
  let h = hash ^ Math.imul(seed + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
