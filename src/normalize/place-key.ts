/**
 * How place names are compared. Two spellings are one name when their keys are equal; two transliterations probably are
 * when their sounds are. Keys are ASCII, so that a gazetteer may compare bytes.
 */

/** Letters that Unicode does not decompose into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
};

/** The Arabic article in the forms that assimilation and transliteration give it. */
const ARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ad',
  'ed',
  'an',
  'en',
  'ar',
  'er',
  'as',
  'es',
  'at',
  'et',
  'az',
  'ez',
  'ash',
  'esh',
  'adh',
  'ath',
  'ul',
  'l',
]);

const MARKS = /[\u0300-\u036f'’‘`´ʼʻʿʾʹ."“”]/g;
const OTHER_LETTERS = /[øłđðıßæœþəħŋɓɗƙ]/g;
const GAPS = /[\s\-‐‑–_/]+/g;
const PLAIN = /^[A-Za-z ]*$/;

/** Lower case, no marks, no apostrophes or full stops, hyphens as spaces: "Ma’rib" → `marib`, "Kolondiéba" → `kolondieba`. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(GAPS, ' ')
    .trim();
}

/** The folded name without what writers add or leave out at its head: `the`, an Arabic article, the length of "Saint". */
export function placeKey(name: string): string {
  let key = foldName(name);
  if (key.startsWith('the ')) key = key.slice(4);
  if (key.startsWith('saint ')) return `st ${key.slice(6)}`;
  if (key.startsWith('sankt ')) return `st ${key.slice(6)}`;
  const gap = key.indexOf(' ');
  return gap > 0 && gap < 4 && ARTICLES.has(key.slice(0, gap)) ? key.slice(gap + 1) : key;
}

const FRONT = 'aeiyêéâ';
const BACK = 'ouw';

/**
 * A key that is the same for most transliterations of one Arabic, Persian, Hebrew or Cyrillic name: vowels in two classes,
 * doubled letters once, `kh gh g h` as one, articles dropped. "Nuseirat" and "An Nuşayrāt" → `nusarat`. Coarse: a hit
 * needs support from elsewhere.
 */
export function soundKey(key: string): string {
  let sound = '';
  for (const word of key.split(' ')) {
    if (ARTICLES.has(word)) continue;
    let last = '';
    for (let i = 0; i < word.length; i++) {
      const letter = word[i] as string;
      const next = word[i + 1];
      let class_ = letter;
      // "aw" and "au" before a consonant are one back vowel: "Zawr", "Zor"
      if ('aeo'.includes(letter) && (next === 'w' || next === 'u') && !/^[aeiouwy]/.test(word.slice(i + 2))) continue;
      if (FRONT.includes(letter)) class_ = 'a';
      else if (BACK.includes(letter)) class_ = 'u';
      else if (next === 'h' && 'kg'.includes(letter)) continue;
      else if (next === 'h' && 'dt'.includes(letter)) {
        class_ = letter;
        i++;
      } else if (letter === 'g') class_ = 'h';
      else if (letter === 'q') class_ = 'k';
      if (letter === 'h' && next === undefined && last === 'a') break;
      if (class_ === last) continue;
      sound += class_;
      last = class_;
    }
  }
  return sound;
}

/** How many letters must be put in, taken out or replaced to make one word of another (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
