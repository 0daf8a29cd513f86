import { z } from 'zod';

/**
 * An article as it was read. The public part of a document: everything but its text, which is named by its digest.
 * `null` is always "not known", never "not asked".
 */
export const DocumentInfo = z.object({
  /** Stable: the same text gives the same id. */
  id: z.string(),
  /** Where it was read; null for pasted text and files without one. */
  url: z.string().nullable(),
  /** Who published it, in the publisher's own spelling. */
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  title: z.string().nullable(),
  /** BCP 47 primary subtag, e.g. `en`. */
  language: z.string(),
  /** ISO 8601 date, or date-time with offset. Null leaves relative times unresolved; nothing takes today's date. */
  published: z.string().nullable(),
  /** SHA-256 of the text as UTF-8, in lower-case hex. */
  text_sha256: z.string(),
});
export type DocumentInfo = z.infer<typeof DocumentInfo>;

/** A document with its final text: every offset in every claim refers to this string. */
export interface Document extends DocumentInfo {
  readonly text: string;
}

/** What a reader hands in; `openDocument` in `ids.ts` makes a Document of it. */
export interface Article {
  text: string;
  url?: string | null;
  outlet?: string | null;
  author?: string | null;
  title?: string | null;
  language?: string | null;
  published?: string | null;
}
