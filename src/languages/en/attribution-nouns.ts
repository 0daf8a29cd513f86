import { isParty } from './cast.ts';
import type { Chunk } from './chunk.ts';
import { AMOUNTING, CUE_NOUNS, MEDIA, PASSIVE_CUES, RELEASING } from './cues.ts';
import { gate } from './gates.ts';
import { type Finding, type Ground, isMark, isQuantity, isThat, isTie, OWN_COUNT, type Saying } from './saying.ts';
import { owned } from './tolls.ts';

/** Nouns that tell of no source when they are nobody's: "according to preliminary data". */
const UNOWNED = new Set([
  'data',
  'information',
  'figures',
  'numbers',
  'statistics',
  'estimates',
  'intercepts',
  'inputs',
]);
/** How many chunks behind its own phrase a noun of speech looks for what it says. */
const REACH = 5;

const TELLING = gate(CUE_NOUNS);
const isCueNoun = ({ cl }: Ground, k: number): boolean => {
  const c = cl.chunks[k];
  return c?.kind === 'NP' && (cl.tokens[c.head].word.gates & TELLING) !== 0;
};

/** "according to the ministry", ", per the mayor", "in the words of its spokesman". */
export function byPhrase(g: Ground, k: number): Finding | null {
  const { cl, speakers } = g;
  const { chunks } = cl;
  const according = isTie(cl, k, 'according') && chunks[k + 1]?.kind === 'IN';
  const asPer = isTie(cl, k, 'as') && isTie(cl, k + 1, 'per');
  const words = isTie(cl, k, 'in') && cl.tokens[chunks[k + 1]?.head]?.lower === 'words' && isTie(cl, k + 2, 'of');
  const np = words ? k + 3 : according || asPer ? k + 2 : k + 1;
  if (!words && !according && !asPer && !(isTie(cl, k, 'per') && chunks[k - 1]?.kind === 'CM')) return null;
  // "statements by officials according to which 70 died"
  if (according && chunks[np]?.kind === 'WH') return byWhich(g, k);
  // "as per our inputs, 12 died," he said
  if (chunks[np]?.kind !== 'NP' || cl.tokens[chunks[np].first].lower === 'our') return null;
  if (according && isMeasure(g, chunks[np])) return null;
  const owner = isCueNoun(g, np) ? speakers.whose(np, true) : null;
  let to = speakers.phraseEnd(np, true);
  while (owner && chunks[to] && chunks[to].first < owner.last) to++;
  const initial = k === 0 || chunks[k - 1].kind === 'CC' || isMark(cl, chunks[k - 1], ';:');
  return {
    cue: [chunks[k].first, chunks[np - 1].last],
    lemma: 'according',
    source: owner ?? (UNOWNED.has(cl.tokens[chunks[np].head].lower) ? null : speakers.at(np, to)),
    frame: [chunks[k].first, chunks[to - 1].last],
    from: k,
    to,
    content: to,
    stands: initial ? 'pre' : 'around',
    // "according to figures released by the mission"
    rule: owner && chunks[np + 1]?.verb && RELEASING.has(chunks[np + 1].verb!.lemma) ? 'release' : 'according-to',
  };
}

/** "According to type and location": a bare singular that names nobody is what one goes by. */
function isMeasure({ article, cl }: Ground, np: Chunk): boolean {
  const { lower, capital } = cl.tokens[np.head];
  const bare = np.last - np.first === 1 && !capital && article.pos[np.head] === 'NN';
  return bare && !isParty(lower) && !CUE_NOUNS.has(lower) && !/(?:s|men|people|media|staff|intelligence)$/.test(lower);
}

function byWhich({ cl, speakers }: Ground, k: number): Finding | null {
  const { chunks } = cl;
  const noun = chunks[k - 1]?.kind === 'NP' ? cl.chainStart(k - 1) : -1;
  const source = noun >= 0 ? speakers.whose(noun, true) : null;
  if (!source) return null;
  return {
    cue: [chunks[k].first, chunks[k + 2].last],
    lemma: 'according',
    source,
    frame: [source.first, chunks[k + 2].last],
    from: noun,
    to: k + 3,
    content: k + 3,
    stands: 'pre',
    rule: 'according-to-which',
  };
}

/** "In another tally released by the agency, the dead were put at 74": a count with which the sentence opens. */
export function byOpening(g: Ground, k: number): Finding | null {
  const { cl, speakers } = g;
  if (k !== 0 || !isTie(cl, k, 'in') || !isCueNoun(g, 1) || MEDIA.has(cl.tokens[cl.chunks[1].head].lower)) return null;
  const source = speakers.whose(1, true);
  const comma = cl.chunks.find((c) => c.kind === 'CM');
  if (!source || !comma || comma.first < source.last) return null;
  return {
    cue: [cl.chunks[1].head, cl.chunks[1].head + 1],
    lemma: 'count',
    source,
    frame: [cl.chunks[0].first, comma.last],
    from: k,
    to: comma.at,
    content: comma.at + 1,
    stands: 'pre',
    rule: 'opening',
  };
}

/** "…, as reported by a source in the service": who says so, in passing. */
export function byPassing({ cl, speakers }: Ground, k: number): Finding | null {
  const { chunks } = cl;
  const cue = chunks[k + 1]?.verb;
  if (!isTie(cl, k, 'as') || cue?.form !== 'participle' || !PASSIVE_CUES.has(cue.lemma)) return null;
  if (!isTie(cl, k + 2, 'by') || chunks[k + 3]?.kind !== 'NP') return null;
  const to = speakers.phraseEnd(k + 3, false);
  const source = speakers.at(k + 3, to);
  return (
    source && {
      cue: [chunks[k + 1].first, chunks[k + 1].last],
      lemma: cue.lemma,
      source,
      frame: [chunks[k].first, chunks[to - 1].last],
      from: k,
      to,
      content: to,
      stands: 'around',
      rule: 'as-reported',
    }
  );
}

/** "by the ministry's count", "by the count of the ministry". */
export function byCount(g: Ground, k: number): Finding | null {
  const { cl, speakers } = g;
  if (!isTie(cl, k, 'by') || !isCueNoun(g, k + 1)) return null;
  const source = speakers.whose(k + 1, true);
  if (!source) return null;
  const [by, noun] = cl.chunks.slice(k, k + 2);
  return {
    cue: [by.first, noun.last],
    lemma: 'count',
    source,
    frame: [by.first, Math.max(noun.last, source.last)],
    from: k,
    to: k + 2,
    content: k + 2,
    stands: 'around',
    rule: 'by-count',
  };
}

/** "the ministry's 30", "the rebels' still 19": a bare number is its owner's claim. */
export function byOwner({ article, cl, speakers }: Ground, k: number): Finding | null {
  const { chunks } = cl;
  const c = chunks[k];
  if (!owned(article, cl, k)) return null;
  const source = speakers.owner(c);
  return (
    source && {
      cue: [c.last - 1, c.last],
      lemma: 'number',
      source,
      frame: [source.first, source.last],
      from: k,
      to: k,
      content: k,
      until: k + 1,
      stands: 'pre',
      rule: 'owned-number',
    }
  );
}

/** "our own count of graves has turned up 26": the article's own voice, unless somebody is quoted. */
function byOurs(g: Ground, k: number): Finding | null {
  const { article, cl } = g;
  const c = cl.chunks[k];
  const quoted = article.quotations.some((q) => q.first <= c.first && c.first < q.last);
  if (cl.tokens[c.first].lower !== 'our' || quoted) return null;
  return {
    cue: [c.head, c.head + 1],
    lemma: cl.tokens[c.head].lower,
    source: null,
    frame: [c.first, c.last],
    from: k,
    to: k + 1,
    content: k + 1,
    stands: 'pre',
    rule: OWN_COUNT,
  };
}

/** "the IDF's final tally … stands at 64", "its first count had been nine", "the ministry's claim that …", "its toll of 12". */
export function byNoun(g: Ground, k: number): Finding | null {
  const { article, cl, speakers } = g;
  const { chunks, tokens } = cl;
  if (!isCueNoun(g, k)) return null;
  const c = chunks[k];
  const source = speakers.whose(k);
  if (!source) return byOurs(g, k);
  const said = (from: number, to: number, last: number, rule = 'cue-noun'): Finding => ({
    cue: [c.head, c.head + 1],
    lemma: tokens[c.head].lower,
    source,
    frame: [c.first, last],
    from: k,
    to,
    content: from,
    stands: 'pre',
    rule,
  });
  const end = Math.min(chunks.length, cl.chainEnd(k) + REACH + 1);
  for (let i = k + 1; i < end; i++) {
    const n = chunks[i];
    if (isThat(cl, i)) return said(i + 1, i + 1, n.last);
    // "the toll given by the mayor is 12"
    if (i === k + 1 && n.verb?.form === 'participle') continue;
    if (n.verb) {
      if (AMOUNTING.has(n.verb.lemma)) return said(k, k + 1, c.first);
      return n.verb.form === 'infinitive' ? said(i, i, c.last) : null;
    }
    if (isTie(cl, i, 'of', 'about') && isQuantity(article, chunks[i + 1])) return said(i, i + 2, c.last, 'cue-noun-of');
    // "the claim of having killed 40"
    if (isTie(cl, i, 'of') && chunks[i + 1]?.verb?.form === 'ing') return said(i + 1, i + 1, c.last);
    if (n.kind === 'PU')
      return isMark(cl, n, ':') && chunks.slice(i + 1).some((x) => isQuantity(article, x))
        ? said(i + 1, i + 1, n.last)
        : null;
  }
  return null;
}

/** "X said that …, Y that …", "X counted 12 dead; the ministry 15": the cue of the one before holds for the party at `k` too. */
export function byGap({ article, cl, speakers }: Ground, k: number, earlier: readonly Saying[]): Finding | null {
  const { chunks } = cl;
  const last = earlier.at(-1);
  if (!last?.source || !GAPS.has(chunks[k - 1]?.kind) || isMark(cl, chunks[k - 1], '()[]')) return null;
  const that = isThat(cl, k + 1);
  const number = isQuantity(article, chunks[k + 1]) && (!chunks[k + 2] || GAPS.has(chunks[k + 2].kind));
  const source = that || number ? speakers.known(k, k + 1) : null;
  return (
    source && {
      cue: last.cue,
      act: last.act,
      lemma: last.lemma,
      source,
      frame: [source.first, chunks[that ? k + 1 : k].last],
      from: k,
      to: k + 1,
      content: that ? k + 2 : k + 1,
      stands: 'pre',
      rule: 'gap',
    }
  );
}

/** "21:31 | Thai army:": nothing but a time and a mark before the party? */
const isStamp = (chunks: readonly Chunk[], start: number): boolean =>
  start === 2 && chunks[0].kind === 'TM' && chunks[1].kind === 'PU';

const GAPS: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'CC'] as const);

const DESCRIBING: ReadonlySet<Chunk['kind']> = new Set(['NP', 'IN'] as const);

/** "Thai army: 15 villages shelled", "15 villages shelled - army": a party before or behind the mark of a line speaks. */
export function byLabel({ cl, speakers }: Ground): Finding | null {
  const { chunks, tokens } = cl;
  const start = chunks.findIndex((c) => c.kind === 'NP');
  let mark = start < 0 ? -1 : speakers.phraseEnd(start, false);
  if (isTie(cl, mark, 'on', 'in') && chunks[mark + 1]?.kind === 'NP') mark += 2;
  // "Musa Idris, for the army:", "Musa Idris, its spokesman:"
  if (chunks[mark]?.kind === 'CM') mark = chunks.findIndex((c) => c.at > mark && !DESCRIBING.has(c.kind));
  const said = (from: number, to: number, at: Chunk, content: readonly [number, number]): Finding | null => {
    const quoted = chunks[mark + 1]?.kind === 'QT' && at.at === mark;
    const named = speakers.known(from, to) ?? (quoted ? speakers.from(from, true) : null);
    // "UGANDA: 40 gunmen were killed": where it was, in news in brief
    const where = named?.figure.actor.kind === 'state' && /^\p{Lu}{4,}/u.test(tokens[named.first].text);
    const source = where ? null : named;
    return (
      source && {
        cue: [at.first, at.last],
        lemma: 'label',
        source,
        frame: [source.first, source.last],
        from,
        to,
        content: content[0],
        until: content[1],
        stands: 'pre',
        rule: 'label',
      }
    );
  };
  if ((start <= 1 || isStamp(chunks, start)) && isMark(cl, chunks[mark], ':') && mark + 1 < chunks.length)
    return said(start, speakers.phraseEnd(start, false), chunks[mark], [mark + 1, chunks.length]);
  // a headline has no stop
  const last = chunks.length - 1;
  if (chunks[last]?.kind !== 'NP' || tokens[chunks[last].last - 1].text === '.') return null;
  const lead = chunks[last - 1];
  return isMark(cl, lead, ':-–—') ? said(last, last + 1, lead, [0, last - 1]) : null;
}
