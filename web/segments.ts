import type { Claim } from './wire.ts';

/** A run of text that the same claims cover, in order from the widest to the narrowest; `value` where it is one of their numbers. */
export interface Segment {
  start: number;
  end: number;
  claims: Claim[];
  value: boolean;
}

const width = ({ content }: Claim): number => content.end - content.start;

/** Cuts a text at every claim's beginning and end, and at further places. All segments together are the text, whatever overlaps what. */
export function segmentsOf(text: string, claims: readonly Claim[], places: readonly number[] = []): Segment[] {
  const cuts = new Set([0, text.length, ...places]);
  for (const { content, value } of claims) {
    for (const at of [content.start, content.end, ...(value ? [value.start, value.end] : [])])
      cuts.add(Math.max(0, Math.min(text.length, at)));
  }
  const marks = [...cuts].sort((a, b) => a - b);
  const pending = [...claims].sort((a, b) => a.content.start - b.content.start);
  let open: Claim[] = [];
  return marks.slice(0, -1).map((start, at) => {
    while (pending[0] && pending[0].content.start <= start) open.push(pending.shift()!);
    open = open.filter(({ content }) => content.end > start);
    const covering = [...open].sort(
      (a, b) => width(b) - width(a) || a.content.start - b.content.start || (a.id < b.id ? -1 : 1),
    );
    return {
      start,
      end: marks[at + 1],
      claims: covering,
      value: open.some(({ value }) => value !== null && value.start <= start && start < value.end),
    };
  });
}
