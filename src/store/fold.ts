/** A name for comparing: lower case, no accents, "the" dropped in front, single blanks. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s|%_]+/g, ' ')
    .trim()
    .replace(/^the /, '');
