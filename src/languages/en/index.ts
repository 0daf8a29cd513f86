import type { Language } from '../../extract/language.ts';
import { read } from './read.ts';

/** English: the order of its steps is in `read.ts`, what they know in the tables beside it. */
export const english: Language = {
  code: 'en',
  read: (document, knowledge, options) => read(document, knowledge, options?.explain ?? false),
};
