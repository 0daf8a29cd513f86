import type { Sentence } from '../../extract/sentences.ts';
import type { Article } from './article.ts';
import { CUE_BY_LEMMA } from './cues.ts';

/** Words that point back to what was being told. */
const BACKWARD =
  /^(?:it(?! (?:comes|came|follows|followed|(?:was|is) (?:the|one of|by far|\w+['’]s)\b))|they|he|she|its|their|his|her|another|a further|the remaining|the rest|the (?:number|figure|total) of|the other|the others|of those|of the|two of|three of|most of|one of them|all of|both|the dead|the wounded|among (?:them|the dead|the wounded|the injured|those)|a (?:second|third|fourth|fifth|sixth)|nine|eight|seven|six|five|four|three|two) (?!is unclear|was unclear|is not clear|could not)|\bthere\b(?! (?:is|are|was|were|has|have|had|will))|\b(?:of them|among them)\b/;

/** What parts off from what was counted just before, also over the end of a paragraph: "Of these, 61 were shot down over Belgorod". */
const PARTING = /^(?:of (?:these|those|them)|the (?:rest|remaining|others?)|among (?:them|those killed|the dead))\b/;

/** Words by which a list of what was done goes on: "In addition, it used 40 drones". */
const ADDING =
  /^(?:in addition|additionally|moreover|furthermore|also|besides|in total|altogether|overall|a total of)\b/;

/** What tells of the whole war, as the article does by itself: "More than 4,000 people have been killed in the insurgency". */
const AT_LARGE = new Set(
  'since war conflict insurgency rebellion uprising crackdown fighting year years decade decades similar often usually'.split(
    ' ',
  ),
);

/** Does a sentence count parts of what the one before counted? */
export const partsOff = (article: Article, before: Sentence, s: Sentence): boolean =>
  PARTING.test(article.lower(s.first, s.last)) && counts(article, s) && counts(article, before);

/**
 * Does a sentence without a speaker of its own go on for whoever the sentence before it lets speak? So it does when a word of it points back
 * ("Seventeen were wounded there") or adds to a list, when its tense is that of reported speech ("A boy had died on the table"), and when it
 * only counts on: after a sentence that counts, it counts without a name or a time of its own ("Five soldiers were injured").
 */
export function goesOn(article: Article, before: Sentence, s: Sentence): boolean {
  const words = article.lower(s.first, s.last);
  if (BACKWARD.test(words) || PARTING.test(words)) return true;
  if (!counts(article, s) || speaks(article, s)) return false;
  return ADDING.test(words) || isReported(article, s) || (counts(article, before) && isBare(article, s));
}

const counts = ({ quantities }: Article, { start, end }: Sentence): boolean =>
  quantities.some((q) => start <= q.start && q.end <= end);

/** "An earlier version of this story said": a cue whose subject is nobody of the article. */
function speaks(article: Article, s: Sentence): boolean {
  return article.clauses[s.index].chunks.some(
    (c) => c.verb?.form === 'finite' && !c.verb.passive && CUE_BY_LEMMA.get(c.verb.lemma)?.act === 'say',
  );
}

/** Is its tense the past of the past, and not that of history: "had died", without a year? */
function isReported(article: Article, s: Sentence): boolean {
  const { tokens } = article;
  const past = article.clauses[s.index].chunks.some(
    (c) => c.verb?.form === 'finite' && c.verb.perfect && tokens[c.first].lower === 'had',
  );
  return past && !tokens.slice(s.first, s.last).some((t) => /^(?:1[89]|20)\d\d$/.test(t.text));
}

/** Has the sentence neither a name nor a time, and is not about the whole war? */
function isBare(article: Article, s: Sentence): boolean {
  const { pos, tokens } = article;
  for (let i = s.first; i < s.last; i++) {
    const named = i === s.first ? pos[i] === 'NP' : tokens[i].capital;
    if (named || AT_LARGE.has(tokens[i].lower)) return false;
  }
  return !article.clauses[s.index].chunks.some((c) => c.kind === 'TM');
}
