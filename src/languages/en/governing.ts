import type { Token } from '../../extract/tokens.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { stateTold } from './happenings.ts';
import { list } from './words.ts';

/** A verb near a counted phrase. `crossed`: a comma stands between that opens no list. */
export interface Governor {
  c: Chunk;
  crossed: boolean;
  /** Any comma stands between. */
  comma: boolean;
}

/** The verb whose object the phrase at `k` may be: the nearest to the left, over what is coordinated with it. */
export function verbBefore(cl: Clauses, k: number): Governor | null {
  const { chunks, tokens } = cl;
  let crossed = false;
  let comma = false;
  for (let i = k - 1; i >= 0 && i > k - 30; i--) {
    const c = chunks[i];
    if (c.kind === 'VG') return { c, crossed, comma };
    if (c.kind === 'SC' || c.kind === 'WH') return null;
    if (c.kind === 'CM') {
      const after = chunks[i + 1];
      const list =
        after?.kind === 'NP' && opensCount(tokens, after)
          ? true
          : after?.kind === 'CC' || (after?.kind === 'NP' && i + 1 === k);
      if (!list) crossed = true;
      comma = true;
    }
    if (c.kind === 'PU') {
      const mark = tokens[c.first].text;
      if (mark === ';' || mark === '.' || mark === '!' || mark === '?') return null;
      if (mark === ':') crossed = true;
    }
  }
  return null;
}

const NUMERALS = list(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty several dozens hundreds some about around nearly over at',
);

/** Does a number open the phrase: "12 trucks", "six positions", "at least four"? */
const opensCount = (tokens: readonly Token[], { first, last }: Chunk): boolean =>
  tokens[first].kind === 'number' || (last - first > 1 && NUMERALS.has(tokens[first].lower));

/** The noun phrase whose "of" stands right before the phrase at `k`, over the marks of a quotation: "the 'recovery' of 46 rifles". */
export function nounOfWhich(cl: Clauses, k: number): Chunk | null {
  const over = (i: number) => (cl.chunks[i]?.kind === 'QT' ? i - 1 : i);
  const p = over(k - 1);
  if (cl.chunks[p]?.kind !== 'IN' || cl.word(cl.chunks[p]) !== 'of') return null;
  const noun = cl.chunks[over(p - 1)];
  return noun?.kind === 'NP' ? noun : null;
}

/**
 * The verbs whose subject the phrase [k, end] may be, nearest first: over prepositional phrases, siblings and parentheses; a participle
 * behind the noun ("three drones targeting the capital were destroyed") does not hide the finite verb.
 */
export function verbsBehind(cl: Clauses, k: number, end: number): Chunk[] {
  const { chunks, tokens } = cl;
  const found: Chunk[] = [];
  let i = end + 1;
  let hops = 0;
  let toldBy = false;
  while (i < chunks.length && hops++ < 30) {
    const c = chunks[i];
    const next = chunks[i + 1];
    if (c.kind === 'VG') {
      const v = c.verb!;
      if (v.form === 'finite') {
        if (chunks[i - 1]?.kind === 'WH') {
          // "seven of the evacuees who fell ill have died": the clause goes on behind the relative one
          found.push(c);
          // "all five who attacked the post were shot": over its object, too
          const main = overAdverbials(cl, next?.kind === 'NP' ? i + 1 : i);
          if (main > i && chunks[main]?.verb?.form === 'finite') found.push(chunks[main]);
          return found;
        }
        if (!reduced(cl, i)) {
          found.push(c);
          return found;
        }
        found.push({ ...c, verb: { ...v, form: 'participle', passive: true } });
        i++;
        continue;
      }
      if (v.form === 'infinitive' && found.length === 0 && i !== end + 1) return found;
      found.push(c);
      // over what the participle takes, to the finite verb
      i++;
      if (chunks[i]?.kind === 'NP') i = cl.chainEnd(i) + 1;
      if (found.length > 2) return found;
      continue;
    }
    if (c.kind === 'RB' || c.kind === 'TM' || c.kind === 'QT' || c.kind === 'WH' || c.kind === 'JJ') {
      i++;
      continue;
    }
    if (c.kind === 'SC' && tokens[c.first].lower === 'that' && i === end + 1) {
      i++;
      // "the drones that the militia sent": the relative clause has its own subject
      if (chunks[i]?.kind === 'NP') return found;
      continue;
    }
    // "90 wounded with one of their men killed": the second participle is of those behind "with"
    if (c.kind === 'IN' && cl.word(c) === 'with' && next?.kind === 'NP' && found.length > 0) {
      const beside = chunks[cl.chainEnd(next.at) + 1]?.verb;
      if (beside && beside.form !== 'finite') return found;
    }
    // "128, according to the state, and 150 according to villagers, were killed"
    if (c.kind === 'IN' && next?.kind === 'IN' && cl.word(c) === 'according') {
      toldBy = true;
      i += 3;
      continue;
    }
    if (c.kind === 'CM' && toldBy && next?.verb?.form === 'finite') {
      i++;
      continue;
    }
    if (c.kind === 'IN' && (next?.kind === 'NP' || next?.kind === 'TM' || next?.kind === 'CM' || next?.kind === 'RB')) {
      i += next.kind === 'CM' || next.kind === 'RB' ? 1 : 2;
      continue;
    }
    // "11 men of the Border Guard Force (BGF) were killed"
    const measured = next && opensCount(tokens, next) && cl.word(chunks[i + 2] ?? c) !== 'among';
    if (c.kind === 'PU' && cl.word(c) === '(' && next && !measured && found.length === 0) {
      i = overBracket(cl, i);
      continue;
    }
    // "six soldiers – and then eight – had been killed"
    if (c.kind === 'PU' && isDash(cl, c)) {
      const close = chunks.slice(i + 1, i + ASIDE).find((x) => x.kind === 'PU' && isDash(cl, x));
      if (!close) return found;
      i = close.at + 1;
      continue;
    }
    if (found.length > 0 && (c.kind === 'CC' || (c.kind === 'CM' && i > end + 1))) return found;
    // "600 soldiers and, according to the mission, 320 civilians have died"
    if (c.kind === 'CC' && next?.kind === 'CM') {
      const close = chunks.slice(next.at + 1, next.at + ASIDE).find((x) => x.kind === 'CM');
      const counted = close && chunks[close.at + 1];
      if (counted?.kind === 'NP' && opensCount(tokens, counted)) {
        i = counted.at + 1;
        continue;
      }
    }
    if (c.kind === 'CC' && cl.word(c) !== 'but') {
      // "and nearby towns", "and affiliated militants"
      const described = next?.kind === 'RB' || next?.kind === 'JJ' || next?.verb?.form === 'participle';
      const np = described ? chunks[i + 2] : next;
      if (np?.kind === 'NP') {
        // "359 wounded and the bodies of 143 who had died": who is only the last, but "46 members of the army and the police who were held"
        const within = chunks[i - 2]?.kind === 'IN' && cl.word(chunks[i - 2]) === 'of';
        if (chunks[cl.chainEnd(np.at) + 1]?.kind === 'WH' && !within) return found;
        i = np.at + 1;
        continue;
      }
    }
    if (
      c.kind === 'CM' &&
      next?.kind === 'VG' &&
      next.verb!.form === 'finite' &&
      chunks[k - 1]?.kind === 'CC' &&
      chunks[k - 2]?.kind === 'CM'
    ) {
      // "2,700 households, or about 13,500 people, have left"
      i++;
      continue;
    }
    // "the dead, three men and a woman, were buried": over the comma that closes the apposition
    if (
      c.kind === 'CM' &&
      next?.verb?.form === 'finite' &&
      chunks[k - 1]?.kind === 'CM' &&
      cl.parenthesis(i) === k - 1
    ) {
      i++;
      continue;
    }
    // "1,500 civilians, security forces and militants were killed"
    const rest = restOfKinds(cl, i);
    if (rest > 0) {
      i = rest;
      continue;
    }
    if (c.kind === 'CM') {
      // "a group of 40, freed through the good offices of a bishop"
      if (next?.kind === 'VG' && next.verb!.form === 'participle' && next.verb!.passive && found.length === 0)
        found.push(next);
      // "eleven, who were wounded in action, are responding"
      if (next?.kind === 'WH' && chunks[i + 2]?.kind === 'VG') found.push(chunks[i + 2]);
      const close = closing(cl, i);
      // a parenthesis, not the second of a list ("ten houses, a market, pipelines and a school")
      if (close > i && chunks[close + 1]?.kind !== 'NP' && !(next && opensCount(tokens, next) && listed(cl, close))) {
        i = close + 1;
        continue;
      }
      if (
        next?.kind === 'NP' &&
        (opensCount(tokens, next) || /^an?$/.test(cl.word(next)) || /^(?:and|or)$/.test(cl.word(chunks[i + 2] ?? c))) &&
        chunks[i + 2] &&
        /^(?:CM|CC|IN)$/.test(chunks[i + 2].kind)
      ) {
        i += 2;
        continue;
      }
    }
    return found;
  }
  return found;
}

/** Behind the bracket that opens at a chunk; the chunk itself when it does not close soon. */
function overBracket({ chunks, tokens }: Clauses, open: number): number {
  const close = chunks.slice(open + 1, open + 5).find((c) => tokens[c.first].text === ')');
  return close ? close.at + 1 : open + 7;
}

/** Goes a list on behind the comma at a chunk: ", and 20 men"? */
const listed = ({ chunks }: Clauses, comma: number): boolean =>
  chunks[comma + 1]?.kind === 'CC' && chunks[comma + 2]?.kind === 'NP';

/** How many chunks an aside between dashes has at most. */
const ASIDE = 10;

const isDash = ({ tokens }: Clauses, c: Chunk): boolean => /^(?:[–—-]|--)$/.test(tokens[c.first].text);

/** "Twelve policemen seized last week were freed": a past with another finite verb right behind its adverbials only describes. */
function reduced(cl: Clauses, at: number): boolean {
  const { chunks } = cl;
  if (chunks[at].last - chunks[at].first > 1) return false;
  const i = overAdverbials(cl, at);
  return i > at + 1 && chunks[i]?.verb?.form === 'finite';
}

/** Prepositions that open a clause where a verb follows: "died after the rebels set it alight". */
const OPENING = list('after before since until till as');

/** The first chunk behind a verb that is no adverb, complement adjective, time or prepositional phrase of it. */
function overAdverbials(cl: Clauses, at: number): number {
  const { chunks } = cl;
  let i = at + 1;
  while (i < chunks.length && i < at + 12) {
    const { kind } = chunks[i];
    if (kind === 'RB' || kind === 'TM' || kind === 'JJ') i++;
    else if (kind === 'IN' && OPENING.has(cl.word(chunks[i])) && chunks[i + 2]?.verb?.form === 'finite') return i;
    else if (kind === 'IN' && (chunks[i + 1]?.kind === 'NP' || chunks[i + 1]?.kind === 'TM')) i += 2;
    else if (kind === 'PU' && cl.word(chunks[i]) === '(') i = overBracket(cl, i);
    else if (kind === 'PU' && isDash(cl, chunks[i]) && chunks[i + 1]?.kind === 'NP') i += 2;
    else return i;
  }
  return i;
}

/** Of kinds without numbers that share the one before ("…, police and villagers"): the chunk behind the last, if it is a verb; else -1. */
export function restOfKinds(cl: Clauses, comma: number): number {
  const { chunks, tokens } = cl;
  let i = comma;
  let and = false;
  if (chunks[comma]?.kind !== 'CM') return -1;
  while (chunks[i]?.kind === 'CM' || (chunks[i]?.kind === 'CC' && cl.word(chunks[i]) === 'and')) {
    and ||= chunks[i].kind === 'CC';
    const kind = chunks[i + 1];
    if (
      kind?.kind !== 'NP' ||
      opensCount(tokens, kind) ||
      /^(?:an?|the)$/.test(cl.word(kind)) ||
      tokens[kind.head].capital
    )
      return -1;
    i += 2;
  }
  const told =
    chunks[i]?.kind === 'VG' || (chunks[i]?.kind === 'JJ' && stateTold(tokens[chunks[i].first]) !== undefined);
  return and && told ? i : -1;
}

/** Does the number before the chunk behind `end` count people of three kinds and more? */
export const isMixed = (cl: Clauses, end: number): boolean => restOfKinds(cl, end + 1) > 0;

/** The verb of a relative clause whose object the phrase is: "the six drones that the militia sent". */
export function relativeVerb(cl: Clauses, end: number): Chunk | null {
  const { chunks, tokens } = cl;
  let i = end + 1;
  if (chunks[i]?.kind === 'IN' && chunks[i + 1]?.kind === 'WH') i++;
  const c = chunks[i];
  const opens = c?.kind === 'WH' || (c?.kind === 'SC' && tokens[c.first].lower === 'that');
  // "whom, he said, the group holds"
  if (opens && chunks[i + 1]?.kind === 'CM') {
    const close = chunks.slice(i + 2, i + 7).findIndex((x) => x.kind === 'CM');
    if (close >= 0) i += close + 2;
  }
  const subject = opens && cl.word(c) !== 'whose' ? chunks[i + 1] : undefined;
  if (subject?.kind !== 'NP') return null;
  const v = chunks[cl.chainEnd(i + 1) + 1];
  return v?.kind === 'VG' && !v.verb!.passive ? v : null;
}

/** Of a comma that opens a parenthesis: the chunk of the comma that closes it; else the same. */
function closing(cl: Clauses, open: number): number {
  const { chunks, tokens } = cl;
  const not = chunks[open + 1]?.kind === 'RB' && tokens[chunks[open + 1].first].lower === 'not';
  const or = chunks[open + 1]?.kind === 'CC' && tokens[chunks[open + 1].first].lower === 'or';
  let verbs = 0;
  for (let j = open + 2; j < chunks.length && j < open + 16; j++) {
    const c = chunks[j];
    if (c.kind === 'VG' && c.verb!.form === 'finite') verbs++;
    if (c.kind === 'CM' && (cl.parenthesis(j) === open || ((not || or) && verbs <= 1))) return j;
    if (c.kind === 'PU') return open;
  }
  return open;
}

/** The words of the chunks behind `at`, lower-cased, up to a stop or over a list ("a bank, a post and 12 homes in ruins"): what a verb's complement is told by. */
export function wordsBehind(article: Article, cl: Clauses, at: number, reach = 6, overLists = false): string {
  const key = 2 * (reach * cl.chunks.length + at) + Number(overLists);
  cl.behind ??= new Map();
  let words = cl.behind.get(key);
  if (words === undefined) {
    words = joined(article, cl, at, reach, overLists);
    cl.behind.set(key, words);
  }
  return words;
}

function joined(article: Article, cl: Clauses, at: number, reach: number, overLists: boolean): string {
  const words: string[] = [];
  for (let i = at + 1; i < cl.chunks.length && i <= at + reach; i++) {
    const c = cl.chunks[i];
    if (overLists && c.kind === 'CM' && cl.chunks[i + 1]?.kind === 'NP' && cl.chunks[i + 2]?.kind === 'CC') continue;
    if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC') break;
    words.push(article.lower(c.first, c.last));
  }
  return words.join(' ');
}
