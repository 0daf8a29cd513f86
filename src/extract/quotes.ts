import type { Span } from '../model/span.ts';
import type { Token } from './tokens.ts';

/** A quotation: its characters with the marks, and its tokens without them. */
export interface Quotation extends Span {
  first: number;
  last: number;
}

const OPEN = new Set(['“', '«', '„', '``']);
const CLOSE = new Set(['”', '»']);
/** Marks that open and close. */
const BOTH = new Set(['"', "''"]);

/**
 * Finds quotations in double marks, straight or curly, over sentences and paragraphs. A paragraph that opens with a mark
 * while one is open continues it (the newspaper convention); an unclosed one ends with its paragraph. No nesting. Linear.
 */
export function quotations(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  const close = (at: number, first: number, last: number) => {
    if (last > first)
      found.push({ start: tokens[at].start, end: tokens[Math.min(last, tokens.length - 1)].end, first, last });
    open = -1;
  };
  for (let i = 0; i < tokens.length; i++) {
    const { text, kind, gap } = tokens[i];
    if (kind !== 'mark' && gap !== 2) continue;
    if (open >= 0 && gap === 2 && !(OPEN.has(text) || BOTH.has(text))) close(open, open + 1, i - 1);
    if (OPEN.has(text) || (BOTH.has(text) && open < 0)) {
      if (open >= 0) {
        if (gap !== 2) continue;
        close(open, open + 1, i - 1); // the same quotation goes on in this paragraph
      }
      open = i;
    } else if (open >= 0 && (CLOSE.has(text) || BOTH.has(text))) close(open, open + 1, i);
  }
  if (open >= 0) close(open, open + 1, tokens.length);
  return found;
}
