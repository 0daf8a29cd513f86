import type { Article } from '../../model/document.ts';
import { decode } from '../decode.ts';
import { readable } from '../fields.ts';

/** A file that is one article's text. Blank lines at its ends are the file's, not the article's; all else stays as it is. */
export const readText = (bytes: Uint8Array, encoding: string | null): Article[] => [
  { text: readable(trimmed(decode(bytes, encoding))) },
];

/** Without blank lines in front, and blanks and line ends behind. */
export const trimmed = (text: string): string => text.replace(/^(?:[^\S\r\n]*\r?\n)+/, '').trimEnd();
