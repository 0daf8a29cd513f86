import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA, CUE_NOUNS } from './cues.ts';
import type { Draft } from './draft.ts';
import { verbBefore } from './governing.ts';
import { NOBODY } from './voices.ts';
import { list } from './words.ts';

/** "denied losing a single drone": the verb before, or the one that it hangs on, denies. */
export function deniedBefore(cl: Clauses, k: number): boolean {
  if (underUntruth(cl, k)) return true;
  const before = verbBefore(cl, k);
  if (!before) return false;
  const denies = (lemma: string) => CUE_BY_LEMMA.get(lemma)?.act === 'deny';
  const { verb, at } = before.c;
  if (denies(verb!.lemma) && !verb!.negated) return true;
  if (verb!.form === 'finite') return false;
  const further = verbBefore(cl, at);
  return further !== null && further.c.at === at - 1 && denies(further.c.verb!.lemma);
}

const UNTRUE = list('untrue false incorrect wrong');

/** "It is not true that 200 prisoners were shot". */
function underUntruth({ chunks, tokens }: Clauses, k: number): boolean {
  const that = chunks.findLast((c) => c.at < k && c.kind === 'SC');
  const [be, judged] = that ? chunks.slice(that.at - 2, that.at) : [];
  if (be?.verb?.lemma !== 'be' || judged?.kind !== 'JJ') return false;
  const word = tokens[judged.last - 1].lower;
  return be.verb.negated ? word === 'true' : UNTRUE.has(word);
}

/** Nouns for what others say, besides those that attribute. */
const CLAIMED = list(
  'talk figure toll assurance number rumour rumours rumor rumors accusations charges narrative narratives story stories',
);

/** "dismissed the figure of 50 given by …", "rejected a claim to have taken two villages": what is denied is another's, and stands as his. */
export function claimedByAnother(cl: Clauses, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 8; i--) {
    const c = cl.chunks[i];
    const head = cl.tokens[c.head].lower;
    if (c.kind === 'NP' && (CUE_NOUNS.has(head) || CLAIMED.has(head))) return true;
    // "denied that a raid said to have killed 90 took place"
    if (c.kind === 'VG' && CUE_BY_LEMMA.has(c.verb!.lemma)) return c.verb!.passive;
  }
  return false;
}

/** What stands in the words for what a denial denies is not said by whoever denies: "the talk of dead fighters was a lie, he said". */
export function disown({ denied, voice }: Draft, claims: readonly Draft[]): void {
  if (!denied) return;
  for (const d of claims)
    if (denied.first <= d.first && d.first < denied.last && d.voice.source?.figure === voice.source?.figure)
      d.voice = NOBODY;
}
