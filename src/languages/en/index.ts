import type { Language } from '../../extract/language.ts';

/** English: see the files beside this one. */
export const english: Language = {
  code: 'en',
  read: () => ({ claims: [], messages: [], trace: [] }),
};
