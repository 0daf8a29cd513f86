import { hash } from 'node:crypto';
import type { Article, Document } from './document.ts';

/** Hex SHA-256 of a string as UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/**
 * A stable id: a prefix and the first 80 bits of SHA-256 over a JSON tuple. A tuple, never joined strings
 * (followthemoney's rule): `["a","bc"]` and `["ab","c"]` must differ.
 */
export const stableId = (prefix: string, ...tuple: readonly unknown[]): string =>
  `${prefix}_${sha256(JSON.stringify(tuple)).slice(0, 20)}`;

/** A Document from what was read. Its id hangs on the text alone, so the same text under two addresses is one document. */
export function openDocument(article: Article): Document {
  const text_sha256 = sha256(article.text);
  return {
    id: stableId('d', text_sha256),
    url: article.url ?? null,
    outlet: article.outlet ?? null,
    author: article.author ?? null,
    title: article.title ?? null,
    language: article.language ?? 'en',
    published: article.published ?? null,
    text_sha256,
    text: article.text,
  };
}

/** The public part of a document: all but the text. */
export function documentInfo({ text: _text, ...info }: Document) {
  return info;
}
