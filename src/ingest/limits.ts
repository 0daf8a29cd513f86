/** One article: UTF-16 code units of text. The longest news articles have a tenth of it. */
export const MAX_TEXT = 2_000_000;
/** One line of JSON Lines, and one file that holds one text, in bytes: a text of the longest, four bytes a character, and its fields. */
export const MAX_ONE = 4 * MAX_TEXT + 1_000_000;
/** One `.json` file, which must be read whole, in bytes. More than this belongs into JSON Lines, which is read line by line. */
export const MAX_JSON = 64_000_000;

export const size = (amount: number): string =>
  amount >= 1_000_000 ? `${Number((amount / 1_000_000).toFixed(1))} MB` : `${Math.ceil(amount / 1000)} kB`;
