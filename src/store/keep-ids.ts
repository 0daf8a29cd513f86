import type { Claim } from '../model/claim.ts';

/** What makes two readings of one text the same claim: at first to the character, then by what it counts or answers, and where. */
const marks = [
  ({ kind, type, measure, item, value, stance, content, source }: Claim) =>
    JSON.stringify([kind, type, measure, item, value?.start, value?.end, stance, content, source?.start]),
  ({ kind, type, measure, value, stance, sentence }: Claim) =>
    JSON.stringify(value ? [kind, measure, value.start, value.end] : [kind, type, stance, sentence]),
] as const;

/**
 * Claims as a newer reader reads them, with the ids that they had when an older one read the same words: so that links to them, and what
 * reviewers said of them, outlive the reader. A claim that nobody read before keeps its own id; of several that could be one, the first
 * in the text is. Does nothing where the same reader reads again.
 */
export function keepIds(before: readonly Claim[], read: readonly Claim[]): Claim[] {
  const ids = new Set(read.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const heirs = new Map<string, string>();
  let free = before.filter(({ id }) => !ids.has(id)).sort((a, b) => a.content.start - b.content.start);
  let fresh = read.filter(({ id }) => !known.has(id));
  for (const mark of marks) {
    const waiting = new Map<string, Claim[]>();
    for (const claim of free) waiting.set(mark(claim), [...(waiting.get(mark(claim)) ?? []), claim]);
    for (const claim of fresh) {
      const elder = waiting.get(mark(claim))?.shift();
      if (elder) heirs.set(claim.id, elder.id);
    }
    const taken = new Set(heirs.values());
    free = free.filter(({ id }) => !taken.has(id));
    fresh = fresh.filter(({ id }) => !heirs.has(id));
  }
  if (heirs.size === 0) return [...read];
  const kept = (id: string): string => heirs.get(id) ?? id;
  return read.map((claim) => ({ ...claim, id: kept(claim.id), about: claim.about.map(kept) }));
}
