/** Words that make up a third of any English text, and are rare together in any other language. */
const ENGLISH = new Set([
  'the',
  'of',
  'and',
  'to',
  'in',
  'that',
  'was',
  'were',
  'is',
  'has',
  'had',
  'have',
  'by',
  'with',
  'from',
  'said',
  'at',
  'for',
  'on',
  'as',
  'after',
  'which',
  'its',
  'their',
]);
/** Characters that are looked at. */
const SAMPLE = 4_000;
/** Share of those words above which a text is plainly English. */
const PLAIN = 0.2;

/**
 * The language of a text as a BCP 47 primary subtag. English is told by its commonest words; only for anything else is the
 * detector loaded, which takes longer than reading most articles. `und` where it cannot tell.
 */
export async function identifyLanguage(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.filter((word) => ENGLISH.has(word)).length > words.length * PLAIN) return 'en';
  const { eld } = await import('eld/extrasmall');
  return eld.detect(sample).language || 'und';
}
