import type { ClaimRow } from '../wire.ts';

/**
 * A claim's sentence with its number marked, or, where it has none, the words that are claimed, unless they are all of it.
 * Text nodes only.
 */
export function MarkedSentence({ row }: { row: ClaimRow }) {
  const { claim, quote } = row;
  const mark = claim.value ?? claim.content;
  const start = Math.max(0, mark.start - claim.sentence.start);
  const end = Math.min(quote.length, mark.end - claim.sentence.start);
  if (start >= end || end - start > quote.length * 0.85) return quote;
  return (
    <>
      {quote.slice(0, start)}
      <mark>{quote.slice(start, end)}</mark>
      {quote.slice(end)}
    </>
  );
}
