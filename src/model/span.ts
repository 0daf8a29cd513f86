import { z } from 'zod';

/**
 * A stretch of a document's text: `start` inclusive, `end` exclusive (half-open), both UTF-16 code units
 * into `Document.text`, exactly as `String.prototype.slice` counts them.
 */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;

/** A span that carries its own words, so that a stale offset shows: `text` is `document.text.slice(start, end)`. */
export const Quote = Span.extend({ text: z.string() });
export type Quote = z.infer<typeof Quote>;

/** Do two half-open spans share at least one character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Does `outer` hold all of `inner`? */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The words at a span of a text, as a Quote. */
export const quote = (text: string, start: number, end: number): Quote => ({
  text: text.slice(start, end),
  start,
  end,
});
