import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA, CUE_NOUNS, type Cue, MEDIA } from './cues.ts';

/** Somebody says something: the cue, who, by way of whom, and the tokens that hold what is said. */
export interface Attribution {
  sentence: number;
  /** Tokens of the cue, [first, last). */
  cue: readonly [number, number];
  act: Cue['act'];
  lemma: string;
  source: Speaker | null;
  /** Who passed it on, nearest the source first. */
  relays: Speaker[];
  /** Tokens of the content, as [first, last) stretches. */
  regions: [number, number][];
  /** Where the words about the speaking (source, cue, medium) stand. */
  frame: [number, number];
  /** `pre`: stands before its content; `around`: behind or inside it. */
  stands: 'pre' | 'around';
  rule: string;
}

interface Draft extends Attribution {
  /** Chunk at which its own words begin, and the chunk behind its last. */
  from: number;
  to: number;
  /** First chunk of the content of a `pre`. */
  content: number;
}

const isMark = (cl: Clauses, c: Chunk | undefined, marks: string): boolean =>
  c !== undefined && c.kind === 'PU' && marks.includes(cl.tokens[c.first].text);
const SPLITTERS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though']);

/** Reads who says what in one sentence. Enters the speakers into the cast. */
export function attributions(article: Article, cast: Cast, index: number): Attribution[] {
  const cl = article.clauses[index];
  const drafts = draftsOf(article, cast, index);
  if (drafts.length === 0) return drafts;
  const { chunks } = cl;
  const end = chunks.length;
  // segments: clauses that are coordinated at the top
  const cuts = [0];
  for (let k = 1; k < end; k++) {
    const c = chunks[k];
    if (isMark(cl, c, ';')) cuts.push(k + 1);
    else if ((c.kind === 'CC' || c.kind === 'SC') && SPLITTERS.has(cl.word(c)) && clauseFollows(cl, drafts, k))
      cuts.push(k);
  }
  cuts.push(end);
  const segmentOf = (k: number) => {
    let s = 0;
    while (s + 2 < cuts.length && cuts[s + 1] <= k) s++;
    return s;
  };
  const owners: Draft[][] = cuts.slice(1).map(() => []);
  for (const d of drafts) owners[segmentOf(d.from)].push(d);
  const add = (d: Draft, from: number, to: number) => {
    if (to <= from) return;
    const a = chunks[from].first;
    const b = chunks[to - 1].last;
    // the speaking's own words are no content
    const [fa, fb] = d.frame;
    if (fb <= a || fa >= b) d.regions.push([a, b]);
    else {
      if (fa > a) d.regions.push([a, fa]);
      if (fb < b) d.regions.push([fb, b]);
    }
  };
  owners.forEach((own, s) => {
    const [from, to] = [cuts[s], cuts[s + 1]];
    for (const d of own) {
      if (d.stands === 'pre') add(d, d.content, Math.min(nextPre(own, d, to), closer(own, d, to)));
      else {
        // behind one that has closed its clause ("A, X said, and B, Y said" is cut already; "A, X said. B" is two sentences)
        add(d, from, to);
      }
    }
    if (own.length > 0) return;
    // a clause without words of speaking belongs to the one before it, or to the one behind that closes the sentence
    const later = owners
      .slice(s + 1)
      .flat()
      .find((d) => d.stands === 'around');
    const earlier = owners.slice(0, s).flat();
    const before = earlier.filter((d) => d.stands === 'pre' || d.to < cuts[s]).at(-1) ?? earlier.at(-1);
    if (before && (before.stands === 'pre' || !later)) add(before, from, to);
    else if (later) add(later, from, to);
  });
  return drafts;
}

/** The content of a `pre` ends where another of the same segment, not nested in it, begins. */
function nextPre(own: readonly Draft[], d: Draft, to: number): number {
  for (const other of own)
    if (
      other !== d &&
      other.stands === 'pre' &&
      other.from > d.content &&
      other.source?.figure === d.source?.figure &&
      other.lemma !== d.lemma
    )
      return other.from;
  return to;
}

/** "The Red Crescent spoke of 22 dead, state TV said": the words of a cue that closes the segment are no content of the one inside it. */
function closer(own: readonly Draft[], d: Draft, to: number): number {
  for (const o of own) if (o !== d && o.stands === 'around' && o.from > d.content && o.to >= to - 2) return o.from;
  return to;
}

/** Does a clause of its own begin behind the conjunction at `k`: a subject and a finite verb, or a shared subject's next cue? */
function clauseFollows(cl: Clauses, drafts: readonly Draft[], k: number): boolean {
  const { chunks } = cl;
  if (chunks[k].kind === 'CC' && chunks[k - 1]?.kind !== 'CM') {
    // "and denied that": only when what follows speaks
    return drafts.some(
      (d) =>
        d.stands === 'pre' &&
        d.from > k &&
        d.from <= k + 3 &&
        !(chunks[k - 1]?.kind === 'NP' && chunks[k + 1]?.kind === 'NP' && d.from <= k - 1),
    ) && chunks[k + 1]?.kind !== 'NP'
      ? true
      : drafts.some((d) => d.stands === 'pre' && d.from === k + 1);
  }
  let subject = false;
  for (let i = k + 1; i < chunks.length && i < k + 14; i++) {
    const c = chunks[i];
    if (c.kind === 'NP') subject = true;
    if (c.kind === 'VG') {
      if (c.verb!.form === 'finite') return subject || drafts.some((d) => d.from <= i && i < d.to) || c.at === k + 1;
      // "five injured": a passive without its auxiliary is a clause too
      if (c.verb!.form === 'participle' && subject) return true;
    }
    if (isMark(cl, c, ';:')) return false;
  }
  return false;
}

function draftsOf(article: Article, cast: Cast, index: number): Draft[] {
  const cl = article.clauses[index];
  const { chunks } = cl;
  const drafts: Draft[] = [];
  const make = (d: Omit<Draft, 'sentence' | 'regions' | 'relays'> & { relays?: Speaker[] }) => {
    const draft: Draft = { sentence: index, regions: [], relays: [], ...d };
    medium(cast, cl, draft);
    drafts.push(draft);
  };
  for (let k = 0; k < chunks.length; k++) {
    const c = chunks[k];
    if (c.kind === 'VG') {
      const found =
        verbal(article, cast, cl, k, drafts) ??
        (TOLL_VERBS.test(c.verb!.lemma) || (c.verb!.lemma === 'put' && c.verb!.passive)
          ? tolls(article, cast, cl, k)
          : null);
      if (found) make(found);
    } else if (c.kind === 'IN') {
      const word = cl.word(c);
      const next = chunks[k + 1];
      if (
        (word === 'according' && next?.kind === 'IN' && chunks[k + 2]?.kind === 'NP') ||
        (word === 'per' && next?.kind === 'NP' && k > 0 && chunks[k - 1].kind === 'CM')
      ) {
        const np = word === 'according' ? k + 2 : k + 1;
        const to = phraseEnd(cl, np, true);
        const counts = CUE_NOUNS.has(cl.tokens[chunks[np].head].lower);
        const source =
          (counts ? (owner(article, cast, chunks[np]) ?? ofOwner(article, cast, cl, np)) : null) ??
          speaker(article, cast, cl, np, to);
        const initial = k === 0 || chunks[k - 1].kind === 'CC' || isMark(cl, chunks[k - 1], ';:');
        make({
          cue: [c.first, word === 'according' ? chunks[k + 1].last : c.last],
          act: 'say',
          lemma: 'according',
          source,
          frame: [c.first, chunks[to - 1].last],
          from: k,
          to,
          content: to,
          stands: initial ? 'pre' : 'around',
          rule: 'according-to',
        });
        k = to - 1;
      } else if (word === 'by' && next?.kind === 'NP' && CUE_NOUNS.has(cl.tokens[next.head].lower)) {
        const source = owner(article, cast, next) ?? ofOwner(article, cast, cl, next.at);
        if (source)
          make({
            cue: [c.first, next.last],
            act: 'say',
            lemma: 'count',
            source,
            frame: [c.first, Math.max(next.last, source.last)],
            from: k,
            to: k + 2,
            content: k + 2,
            stands: 'around',
            rule: 'by-count',
          });
      }
    } else if (c.kind === 'NP' && CUE_NOUNS.has(cl.tokens[c.head].lower)) {
      const found = nominal(article, cast, cl, k);
      if (found) make(found);
    }
  }
  // "Tanjug, citing the hospital, said": what it cites is the source, it the relay
  for (const d of drafts) {
    if (!d.source || d.relays.length > 0) continue;
    const cite = chunks.find(
      (x) =>
        x.kind === 'VG' &&
        x.verb!.form === 'ing' &&
        /^(?:cite|quote)$/.test(x.verb!.lemma) &&
        x.first > d.source!.first &&
        x.last <= d.cue[0],
    );
    const object = cite ? cl.object(cite.at) : null;
    const source = object ? speaker(article, cast, cl, object.at, phraseEnd(cl, object.at, false)) : null;
    if (!source) continue;
    d.relays = [d.source];
    d.source = source;
    d.rule += '+citing';
  }
  return drafts;
}

/** "the IDF's final tally … stands at 64", "its first count had been nine", "the ministry's claim that …". */
function nominal(
  article: Article,
  cast: Cast,
  cl: Clauses,
  k: number,
): Omit<Draft, 'sentence' | 'regions' | 'relays'> | null {
  const { chunks } = cl;
  const c = chunks[k];
  const source =
    owner(article, cast, c) ??
    (cl.word(chunks[k + 1] ?? c) === 'by' && chunks[k + 2]?.kind === 'NP'
      ? speaker(article, cast, cl, k + 2, phraseEnd(cl, k + 2, false))
      : null);
  if (!source) return null;
  const end = cl.chainEnd(k);
  for (let i = k + 1; i < chunks.length && i <= end + 4; i++) {
    const n = chunks[i];
    if (n.kind === 'SC' && cl.word(n) === 'that')
      return {
        cue: [c.head, c.head + 1],
        act: 'say',
        lemma: cl.tokens[c.head].lower,
        source,
        frame: [c.first, n.last],
        from: k,
        to: i + 1,
        content: i + 1,
        stands: 'pre',
        rule: 'cue-noun',
      };
    if (n.kind === 'VG' && /^(?:be|stand|put|rise|have)$/.test(n.verb!.lemma))
      return {
        cue: [c.head, c.head + 1],
        act: 'say',
        lemma: cl.tokens[c.head].lower,
        source,
        frame: [c.first, c.first],
        from: k,
        to: k + 1,
        content: k,
        stands: 'pre',
        rule: 'cue-noun',
      };
    if (n.kind === 'VG' && n.verb!.form === 'infinitive')
      return {
        cue: [c.head, c.head + 1],
        act: 'say',
        lemma: cl.tokens[c.head].lower,
        source,
        frame: [c.first, c.last],
        from: k,
        to: i,
        content: i,
        stands: 'pre',
        rule: 'cue-noun',
      };
    if (n.kind === 'IN' && cl.word(n) === 'of' && isQuantity(article, chunks[i + 1]))
      return {
        cue: [c.head, c.head + 1],
        act: 'say',
        lemma: cl.tokens[c.head].lower,
        source,
        frame: [c.first, c.last],
        from: k,
        to: i + 2,
        content: i,
        stands: 'pre',
        rule: 'cue-noun-of',
      };
    if (n.kind === 'VG' || n.kind === 'PU') return null;
  }
  return null;
}

/** "by the count of the ministry": whom the "of" behind names. */
function ofOwner(article: Article, cast: Cast, cl: Clauses, k: number): Speaker | null {
  const of = cl.chunks[k + 1];
  if (of?.kind !== 'IN' || cl.word(of) !== 'of' || cl.chunks[k + 2]?.kind !== 'NP') return null;
  return speaker(article, cast, cl, k + 2, phraseEnd(cl, k + 2, false));
}

/** Whose: the possessor or the demonym in a noun phrase ("the IDF's final tally", "Israeli count"). */
function owner(article: Article, cast: Cast, np: Chunk): Speaker | null {
  const { tokens, pos } = article;
  for (let i = np.head - 1; i > np.first; i--) {
    if (pos[i] !== 'POS') continue;
    const figure = cast.read(np.first, i, true);
    return figure ? { first: np.first, last: i, figure } : null;
  }
  if (pos[np.first] === 'PP$') {
    const word = { its: 'it', their: 'they', his: 'he', her: 'she' }[tokens[np.first].lower];
    const figure = word ? cast.pronoun(word, np.first, true) : null;
    return figure ? { first: np.first, last: np.first + 1, figure } : null;
  }
  for (let i = np.first; i < np.head; i++) {
    if (!tokens[i].capital || pos[i] !== 'NP') continue;
    const figure = cast.read(i, np.head, false) ?? (i === np.head - 1 ? cast.ofAdjective(tokens[i].text) : null);
    if (figure) return { first: i, last: np.head, figure };
  }
  return null;
}

/** The chunk behind a source phrase that begins at `k`: its "of", "for", "in", "at" phrases and, with `loose`, its apposition. */
function phraseEnd(cl: Clauses, k: number, loose: boolean): number {
  const { chunks, tokens } = cl;
  let i = k + 1;
  for (;;) {
    const c = chunks[i];
    const n = chunks[i + 1];
    if (
      c?.kind === 'IN' &&
      n?.kind === 'NP' &&
      /^(?:of|for|in|at|from|with|to|on|within)$/.test(cl.word(c)) &&
      !(cl.word(c) === 'on' && MEDIA.has(tokens[n.head].lower))
    ) {
      if ((cl.word(c) === 'in' || cl.word(c) === 'on' || cl.word(c) === 'at') && MEDIA.has(tokens[n.head].lower))
        return i;
      i += 2;
      continue;
    }
    if (loose && c?.kind === 'CM' && n?.kind === 'NP' && n.at === i + 1) {
      // an apposition: no finite verb before the next comma or the end
      const stop = cl.chainEnd(i + 1) + 1;
      const after = chunks[stop];
      if (
        (!after || after.kind === 'CM' || after.kind === 'PU' || after.kind === 'QT' || after.kind === 'WH') &&
        !(after?.kind === 'CM' && chunks[stop + 1]?.kind === 'CC' && tokens[n.first].kind === 'number')
      ) {
        const head = tokens[n.head];
        if (head.kind === 'word' && !/^\d/.test(tokens[n.first].text)) {
          i = stop;
          loose = false;
          continue;
        }
      }
    }
    if (c?.kind === 'WH' && loose) {
      // "three witnesses who saw them led …": the clause about the source, to the next comma or the end
      let j = i + 1;
      while (j < chunks.length && chunks[j].kind !== 'CM' && chunks[j].kind !== 'PU' && chunks[j].kind !== 'QT') j++;
      return j;
    }
    return i;
  }
}

/** Who stands at chunks [k, to): tried whole, then without its apposition or prepositional phrases. */
function speaker(article: Article, cast: Cast, cl: Clauses, k: number, to: number): Speaker | null {
  const { chunks } = cl;
  const first = chunks[k].first;
  // a pronoun or short form alone
  let last = chunks[to - 1].last;
  const wh = chunks.slice(k, to).find((c) => c.kind === 'WH');
  if (wh) last = wh.first;
  while (last > first && cl.tokens[last - 1].kind === 'mark' && cl.tokens[last - 1].text !== ')') last--;
  const comma = chunks.slice(k, to).find((c) => c.kind === 'CM');
  if (comma) {
    // "its spokesman, Nay Lin Zaw" · "Solange Kabuo, a doctor at the hospital": the named half is who, the whole says what
    const left = cast.lookUp(article.words(first, comma.first));
    const whole = cast.lookUp(article.words(first, last));
    const right = cast.lookUp(article.words(comma.last, last));
    const named = (a: typeof left) => a !== null && a.sort === 'person' && /^\p{Lu}/u.test(a.name);
    if (whole && named(whole)) {
      const figure = cast.read(first, last, true);
      if (figure) return { first, last, figure };
    }
    if (
      !named(left) &&
      capitals(article, comma.last, last) >= 1 &&
      !/^(?:of|in|at|for)$/.test(cl.tokens[comma.last].lower)
    ) {
      const role = cast.read(first, comma.first, false);
      const figure = cast.read(comma.last, last, true);
      if (figure && figure.actor.sort === 'person') {
        if (role && figure.actor.side === null)
          figure.actor = {
            ...figure.actor,
            side: role.actor.side,
            kind: figure.actor.kind === 'person' ? 'official' : figure.actor.kind,
          };
        return { first, last, figure };
      }
      if (right && figure) return { first, last, figure };
    }
    const figure = cast.read(first, comma.first, true);
    return figure ? { first, last: comma.first, figure } : null;
  }
  const figure = cast.read(first, last, true);
  return figure ? { first, last, figure } : null;
}

function capitals(article: Article, first: number, last: number): number {
  let n = 0;
  for (let i = first; i < last; i++) if (article.tokens[i].capital) n++;
  return n;
}

/** What is done with a statement by whoever passes it on. */
const CARRYING =
  /^(?:carry|publish|translate|read|broadcast|air|circulate|release|post|distribute|relay|run|quote|report|issue|see|obtain)$/;

const SILENCED = new Set([
  'decline',
  'refuse',
  'fail',
  'yet',
  'want',
  'ask',
  'seem',
  'appear',
  'try',
  'need',
  'have',
  'continue',
]);

/** A verb of speaking at chunk `k`, if it is one here. */
function verbal(
  article: Article,
  cast: Cast,
  cl: Clauses,
  k: number,
  drafts: readonly Draft[],
): (Omit<Draft, 'sentence' | 'regions' | 'relays'> & { relays?: Speaker[] }) | null {
  const { chunks, tokens } = cl;
  const c = chunks[k];
  const v = c.verb!;
  const prev = chunks[k - 1];
  if (v.lemma === 'quote' && v.passive && v.form === 'finite') return quoted(article, cast, cl, k);
  if (v.lemma === 'quote' && !v.passive && v.form === 'finite') return quoting(article, cast, cl, k);
  if (v.lemma === 'cite' || (v.lemma === 'quote' && v.form === 'ing')) return citing(article, cast, cl, k, drafts);
  const cue = CUE_BY_LEMMA.get(v.lemma);
  if (!cue) return null;
  if (v.passive) return null;
  if (v.negated && cue.act !== 'deny') return null;
  if (v.negated || (v.modal && /^(?:may|might|could|should|must|can)$/.test(v.modal))) return null;
  if (v.form === 'infinitive') {
    const before = chunks
      .slice(0, k)
      .reverse()
      .find((x) => x.kind === 'VG');
    if (
      !before ||
      SILENCED.has(before.verb!.lemma) ||
      before.verb!.lemma === 'be' ||
      !/^(?:go|continue|come|hasten|rush)$/.test(before.verb!.lemma)
    )
      return null;
  }
  if (v.form === 'participle') return null;
  // ---- what stands behind it ----
  let after = k + 1;
  let told: [number, number] | null = null;
  if (cue.told && chunks[after]?.kind === 'NP') {
    const stop = phraseEnd(cl, after, false);
    told = [after, stop];
    after = stop;
  }
  const skip = () => {
    for (;;) {
      const n = chunks[after];
      if (!n) return;
      if (n.kind === 'TM' || n.kind === 'RB') after++;
      else if (n.kind === 'IN' && chunks[after + 1]?.kind === 'TM') after += 2;
      else if (
        n.kind === 'IN' &&
        chunks[after + 1]?.kind === 'NP' &&
        (MEDIA.has(tokens[chunks[after + 1].head].lower) ||
          (cl.word(n) === 'to' && told === null && cue.of === undefined && !isQuantity(article, chunks[after + 1])) ||
          (/^(?:in|on|at|from|by|during|via|through)$/.test(cl.word(n)) && beforeMark(cl, after + 2)))
      ) {
        if (cl.word(n) === 'to' && told === null) told = [after + 1, after + 2];
        after += 2;
        if (
          chunks[after]?.kind === 'IN' &&
          /^(?:of|with|in|from|for|on)$/.test(cl.word(chunks[after])) &&
          chunks[after + 1]?.kind === 'NP'
        )
          after += 2;
        // "in remarks carried by Al Masirah TV", "in a communiqué that was read out on RTB"
        const carried =
          chunks[after]?.kind === 'SC' || chunks[after]?.kind === 'WH' ? chunks[after + 1] : chunks[after];
        if (carried?.kind === 'VG' && carried.verb!.passive && CARRYING.test(carried.verb!.lemma)) {
          while (
            after < chunks.length &&
            chunks[after].kind !== 'CM' &&
            chunks[after].kind !== 'PU' &&
            chunks[after].kind !== 'QT' &&
            !(chunks[after].kind === 'SC' && after > carried.at)
          )
            after++;
          return;
        }
      } else return;
    }
  };
  skip();
  const next = chunks[after];
  const that = next?.kind === 'SC' && cl.word(next) === 'that';
  const quoteNext =
    next?.kind === 'QT' || (next && (next.kind === 'CM' || isMark(cl, next, ':')) && chunks[after + 1]?.kind === 'QT');
  const colon = isMark(cl, next, ':');
  const closes = !next || next.kind === 'CM' || (next.kind === 'PU' && !colon) || next.kind === 'QT' || colon;
  // ---- who ----
  const inverted =
    cue.inverts &&
    v.form === 'finite' &&
    (!prev || prev.kind === 'QT' || prev.kind === 'CM' || isMark(cl, prev, '–—')) &&
    chunks[k + 1]?.kind === 'NP' &&
    !(chunks[k + 2]?.kind === 'VG' && chunks[k + 2].verb!.form === 'finite') &&
    k > 0;
  if (inverted) {
    const to = phraseEnd(cl, k + 1, true);
    const source = speaker(article, cast, cl, k + 1, to);
    if (!source) return null;
    let stop = to;
    while (
      stop < chunks.length &&
      (chunks[stop].kind === 'TM' || (chunks[stop].kind === 'IN' && chunks[stop + 1]?.kind === 'TM'))
    )
      stop += chunks[stop].kind === 'TM' ? 1 : 2;
    return {
      cue: [c.first, c.last],
      act: cue.act,
      lemma: cue.lemma,
      source,
      frame: [c.first, chunks[stop - 1].last],
      from: k,
      to: stop,
      content: stop,
      stands: 'around',
      rule: 'inverted-cue',
    };
  }
  const subject = cl.subject(k);
  if (prev?.kind === 'CC' || v.form === 'ing') {
    // "…, and denied that", "…, adding that": whoever spoke last in this sentence
    const last = [...drafts].reverse().find((d) => d.source && d.from < k);
    if (last?.source) {
      const ok = that || quoteNext || cue.act === 'deny' || cue.act === 'confirm' || cue.count || !cue.strict;
      if (!ok) return null;
      return {
        cue: [c.first, c.last],
        act: cue.act,
        lemma: cue.lemma,
        source: last.source,
        frame: [c.first, that ? next!.last : (chunks[after - 1] ?? c).last],
        from: prev?.kind === 'CC' ? k - 1 : k,
        to: after,
        content: that ? after + 1 : after,
        stands: 'pre',
        rule: 'shared-source',
        relays: told ? relayOf(article, cast, cl, told) : [],
      };
    }
    if (v.form === 'ing' && !subject) return null;
  }
  if (!subject) return null;
  if (subject.at > k) return null;
  if (cue.strict && !that && !quoteNext) return null;
  if (cue.lemma === 'put' && !putsFigure(article, cl, k)) return null;
  if (
    (cue.lemma === 'count' ||
      cue.lemma === 'record' ||
      cue.lemma === 'log' ||
      cue.lemma === 'register' ||
      cue.lemma === 'list' ||
      cue.lemma === 'document') &&
    !isQuantity(article, chunks[after])
  )
    return null;
  if ((cue.lemma === 'speak' || cue.lemma === 'talk') && !(next?.kind === 'IN' && cl.word(next) === 'of')) return null;
  if (
    cue.lemma === 'post' ||
    cue.lemma === 'show' ||
    cue.lemma === 'broadcast' ||
    cue.lemma === 'publish' ||
    cue.lemma === 'repeat' ||
    cue.lemma === 'continue'
  ) {
    if (!that && !quoteNext && !closes) return null;
  }
  const sFirst = subject.at;
  let sTo = phraseEnd(cl, sFirst, true);
  if (sTo > k) sTo = phraseEnd(cl, sFirst, false);
  if (sTo > k) sTo = sFirst + 1;
  const source = samePerson(article, cast, cl, sFirst) ?? speaker(article, cast, cl, sFirst, sTo);
  if (source) source.figure.lastSubject = Math.max(source.figure.lastSubject, source.first);
  const relays = told ? relayOf(article, cast, cl, told) : [];
  if (!source) {
    // "told us", "I said": somebody without a name here
    if (!/^(?:i|we|who|that|which|one|this|there|it|he|she|they)$/.test(tokens[subject.first].lower)) return null;
    return null;
  }
  const lead = chunks[sFirst - 1];
  // "a claim that Kyiv has denied": only that claim is what is answered, not the sentence
  const relative =
    closes && (lead?.kind === 'SC' || lead?.kind === 'WH') && chunks[sFirst - 2]?.kind === 'NP' && cue.act !== 'say';
  if (relative)
    return {
      cue: [c.first, c.last],
      act: cue.act,
      lemma: cue.lemma,
      source,
      relays,
      frame: [chunks[sFirst].first, (chunks[after - 1] ?? c).last],
      from: sFirst,
      to: after,
      content: chunks.length,
      stands: 'pre',
      rule: 'relative-answer',
    };
  const behind = lead !== undefined && (lead.kind === 'CM' || lead.kind === 'QT' || isMark(cl, lead, '–—;:'));
  const around = closes && !colon && (behind || sFirst > 0) && !(quoteNext && !behind) && sFirst > 0;
  return {
    cue: [c.first, c.last],
    act: cue.act,
    lemma: cue.lemma,
    source,
    relays,
    frame: [tokens[chunks[sFirst].first].i, that ? next!.last : (chunks[after - 1] ?? c).last],
    from: sFirst,
    to: after,
    content: that ? after + 1 : after,
    stands: around ? 'around' : closes && !quoteNext && !colon && cue.act === 'say' ? 'around' : 'pre',
    rule: around ? 'cue-behind' : 'cue-before',
  };
}

/** "X called it a lie: his side had lost four, he said": the pronoun is whoever the sentence's own cue or naming verb had as subject. */
function samePerson(article: Article, cast: Cast, cl: Clauses, k: number): Speaker | null {
  const c = cl.chunks[k];
  const word = article.tokens[c.first].lower;
  if (c.last - c.first !== 1 || !/^(?:he|she|it|they)$/.test(word)) return null;
  for (let i = k - 1; i >= 0; i--) {
    const v = cl.chunks[i];
    if (
      v.kind !== 'VG' ||
      v.verb!.form !== 'finite' ||
      !(
        CUE_BY_LEMMA.has(v.verb!.lemma) ||
        /^(?:call|present|publish|release|show|issue|dismiss|describe|announce)$/.test(v.verb!.lemma)
      )
    )
      continue;
    const subject = cl.subject(i);
    if (!subject || subject.first >= c.first) continue;
    const figure = cast.read(subject.first, subject.last, false);
    const fits =
      figure &&
      (word === 'it'
        ? figure.actor.sort === 'body'
        : word === 'they'
          ? figure.actor.sort !== 'person'
          : figure.actor.sort === 'person');
    return fits ? { first: c.first, last: c.last, figure } : null;
  }
  return null;
}

/** Verbs by which a party moves or owns a toll: "raised to 12 the number of", "stands by its 72". */
const TOLL_VERBS = /^(?:raise|lower|revise|update|give|own|stand|cut|treat|receive)$/;

/** A party that gives a number without a verb of speaking: its figure is its claim. */
function tolls(
  article: Article,
  cast: Cast,
  cl: Clauses,
  k: number,
): (Omit<Draft, 'sentence' | 'regions' | 'relays'> & { relays?: Speaker[] }) | null {
  const { chunks } = cl;
  const c = chunks[k];
  const v = c.verb!;
  if (v.negated || v.modal) return null;
  let number = false;
  for (let i = k + 1; i < chunks.length && i < k + 12 && !number; i++) number = isQuantity(article, chunks[i]);
  if (v.passive && v.lemma === 'put') {
    const by = chunks.findIndex((x) => x.at > k && x.kind === 'IN' && cl.word(x) === 'by');
    if (!number || by < 0 || chunks[by + 1]?.kind !== 'NP') return null;
    const source = speaker(article, cast, cl, by + 1, phraseEnd(cl, by + 1, true));
    return source
      ? {
          cue: [c.first, c.last],
          act: 'say',
          lemma: v.lemma,
          source,
          frame: [chunks[by].first, source.last],
          from: k,
          to: by + 2,
          content: 0,
          stands: 'around',
          rule: 'toll-put-by',
        }
      : null;
  }
  if (v.passive || !number || v.form === 'infinitive') return null;
  if (v.lemma === 'stand' && !(chunks[k + 1]?.kind === 'IN' && cl.word(chunks[k + 1]) === 'by')) return null;
  if (v.lemma === 'own' && v.particle !== 'up' && !(chunks[k + 1] && cl.word(chunks[k + 1]) === 'up')) return null;
  if (/^(?:give|cut|treat|receive)$/.test(v.lemma)) {
    const object = cl.object(k);
    const words = object ? article.lower(object.first, cl.chunks[cl.chainEnd(object.at)].last) : '';
    if (!/\b(?:figure|number|toll|total|wounded|injured|bodies|victims|patients|people|dead)\b/.test(words))
      return null;
  }
  const subject = cl.subject(k);
  if (!subject || subject.at >= k) return null;
  const figure = cast.read(
    subject.first,
    chunks[Math.min(k, phraseEnd(cl, subject.at, false)) - 1]?.last ?? subject.last,
    false,
  );
  if (!figure) return null;
  const source: Speaker = { first: subject.first, last: subject.last, figure };
  figure.lastSpoke = Math.max(figure.lastSpoke, subject.first);
  return {
    cue: [c.first, c.last],
    act: 'say',
    lemma: v.lemma,
    source,
    frame: [subject.first, c.last],
    from: subject.at,
    to: k + 1,
    content: k + 1,
    stands: 'pre',
    rule: 'toll-verb',
  };
}

const isQuantity = (article: Article, c: Chunk | undefined): boolean => {
  if (c?.kind !== 'NP') return false;
  for (let i = c.first; i < c.last; i++) if (article.pos[i] === 'CD') return true;
  return false;
};

/** "put the toll at 12", "puts the dead at 29": an object and, behind "at", a number. */
function putsFigure(article: Article, cl: Clauses, k: number): boolean {
  for (let i = k + 1; i < cl.chunks.length && i < k + 8; i++) {
    const c = cl.chunks[i];
    if (c.kind === 'IN' && cl.word(c) === 'at' && isQuantity(article, cl.chunks[i + 1])) return true;
    if (c.kind === 'VG' && c.verb!.form === 'finite') return false;
  }
  return false;
}

const beforeMark = (cl: Clauses, i: number): boolean => {
  const c = cl.chunks[i];
  return !c || c.kind === 'CM' || c.kind === 'PU' || c.kind === 'QT' || (c.kind === 'SC' && cl.word(c) === 'that');
};

/** How far into an article its dateline may stand, in characters: "PORT SUDAN, Feb 10 (Reuters) -". */
const DATELINE = 300;

const ownOutlet = (article: Article, name: string): boolean =>
  name === article.document.outlet || article.text.slice(0, DATELINE).includes(`(${name})`);

function relayOf(article: Article, cast: Cast, cl: Clauses, told: [number, number]): Speaker[] {
  const first = cl.chunks[told[0]].first;
  const last = cl.chunks[told[1] - 1].last;
  // whoever talks to the outlet that tells of it has nobody between
  if (article.lower(first, first + 1) === 'this' || ownOutlet(article, article.words(first, last))) return [];
  const figure = cast.read(first, last, false);
  if (figure && figure.actor.kind === 'outlet') return [{ first, last, figure }];
  const words = article.words(first, last);
  const head = article.tokens[last - 1].lower;
  if (
    /^(?:media|radio|tv|television|news|daily|times|post|journal|newspaper|magazine|agency|channel|outlet|outlets|tribune|gazette|wire)$/.test(
      head,
    ) &&
    (/\p{Lu}/u.test(words) || /media|outlet/.test(head))
  ) {
    const entered = cast.read(first, last, true);
    if (entered) return [{ first, last, figure: entered }];
  }
  return [];
}

/** "Hezbollah was quoted by Al Mayadeen as saying it had fired": the subject is the source, the agent passed it on. */
function quoted(
  article: Article,
  cast: Cast,
  cl: Clauses,
  k: number,
): (Omit<Draft, 'sentence' | 'regions' | 'relays'> & { relays?: Speaker[] }) | null {
  const { chunks } = cl;
  const subject = cl.subject(k);
  if (!subject) return null;
  let to = phraseEnd(cl, subject.at, true);
  if (to > k) to = subject.at + 1;
  const source = speaker(article, cast, cl, subject.at, to);
  if (!source) return null;
  const relays: Speaker[] = [];
  let i = k + 1;
  let saying = -1;
  for (; i < chunks.length && i < k + 10; i++) {
    const c = chunks[i];
    if (c.kind === 'IN' && cl.word(c) === 'by' && chunks[i + 1]?.kind === 'NP') {
      const stop = phraseEnd(cl, i + 1, false);
      const s = speaker(article, cast, cl, i + 1, stop);
      if (s) relays.push(s);
    }
    if (c.kind === 'VG' && c.verb!.form === 'ing') {
      saying = i;
      break;
    }
    if (c.kind === 'PU' || c.kind === 'QT') break;
  }
  const that = chunks[saying + 1]?.kind === 'SC' ? 1 : 0;
  if (
    saying >= 0 &&
    saying + 1 + that < chunks.length &&
    !(chunks[saying + 1].kind === 'PU' || chunks[saying + 1].kind === 'CM')
  ) {
    return {
      cue: [chunks[k].first, chunks[saying].last],
      act: 'say',
      lemma: 'quote',
      source,
      relays,
      frame: [chunks[subject.at].first, chunks[saying + that].last],
      from: subject.at,
      to: saying + 1,
      content: chunks[saying].verb!.lemma === 'put' ? saying : saying + 1 + that,
      stands: 'pre',
      rule: 'was-quoted',
    };
  }
  const stop = saying >= 0 ? saying + 1 : k + 1;
  return {
    cue: [chunks[k].first, chunks[stop - 1].last],
    act: 'say',
    lemma: 'quote',
    source,
    relays,
    frame: [chunks[subject.at].first, chunks[stop - 1].last],
    from: subject.at,
    to: stop,
    content: stop,
    stands: 'around',
    rule: 'was-quoted',
  };
}

/** "MRTV quoted the information team as saying": the object is the source, the subject passed it on. */
function quoting(
  article: Article,
  cast: Cast,
  cl: Clauses,
  k: number,
): (Omit<Draft, 'sentence' | 'regions' | 'relays'> & { relays?: Speaker[] }) | null {
  const { chunks } = cl;
  const object = cl.object(k);
  const subject = cl.subject(k);
  if (!object || !subject) return null;
  const stop = phraseEnd(cl, object.at, false);
  const source = speaker(article, cast, cl, object.at, stop);
  const relay = speaker(article, cast, cl, subject.at, Math.min(k, phraseEnd(cl, subject.at, false)));
  if (!source) return null;
  let i = stop;
  while (i < chunks.length && !(chunks[i].kind === 'VG') && chunks[i].kind !== 'PU') i++;
  const saying = chunks[i]?.kind === 'VG' && chunks[i].verb!.form === 'ing' ? i : -1;
  const to = saying >= 0 ? saying + 1 : stop;
  const content = chunks[to]?.kind === 'SC' ? to + 1 : to;
  const behind = content >= chunks.length || chunks[content].kind === 'PU' || chunks[content].kind === 'CM';
  return {
    cue: [chunks[k].first, chunks[k].last],
    act: 'say',
    lemma: 'quote',
    source,
    relays: relay ? [relay] : [],
    frame: [chunks[subject.at].first, chunks[content - 1].last],
    from: subject.at,
    to,
    content,
    stands: behind ? 'around' : 'pre',
    rule: 'quoted',
  };
}

/** ", WAFA reported, citing medics": what was said goes back to whom it cites. */
function citing(article: Article, cast: Cast, cl: Clauses, k: number, drafts: readonly Draft[]): null {
  const object = cl.object(k);
  if (!object) return null;
  const source = speaker(article, cast, cl, object.at, phraseEnd(cl, object.at, true));
  if (!source) return null;
  const said = [...drafts].reverse().find((d) => d.source && d.from < k);
  if (
    (said?.source && source.figure.actor.sort !== 'body') ||
    (said?.source &&
      !/^(?:a|an|the)?\s*(?:desire|need|lack|concern|fear|risk|reason|safety|security|wish|law)/.test(
        article.lower(object.first, object.last),
      ))
  ) {
    said!.relays = [said!.source!, ...said!.relays.filter((r) => r.figure !== said!.source!.figure)];
    said!.source = source;
    said!.frame = [said!.frame[0], Math.max(said!.frame[1], source.last)];
    said!.rule += '+citing';
  }
  return null;
}

/** "in a statement carried by Saba", "in a statement translated by SITE", "read out on RTB": who carried it passed it on. */
function medium(cast: Cast, cl: Clauses, d: Draft): void {
  const { chunks, tokens } = cl;
  for (let i = d.from; i < Math.min(chunks.length, d.to + 12); i++) {
    const c = chunks[i];
    if (c.kind !== 'VG' || !c.verb!.passive || !CARRYING.test(c.verb!.lemma)) continue;
    const carrier = chunks[i - 1]?.kind === 'NP' ? chunks[i - 1] : cl.subject(i);
    const noun = carrier ? tokens[carrier.head].lower : '';
    if (!MEDIA.has(noun) && !CUE_NOUNS.has(noun)) continue;
    for (let j = i + 1; j < Math.min(chunks.length, i + 6); j++) {
      const p = chunks[j];
      if (p.kind === 'IN' && /^(?:by|on|in)$/.test(cl.word(p)) && chunks[j + 1]?.kind === 'NP') {
        const last = chunks[j + 1].last;
        const figure = cast.read(chunks[j + 1].first, last, cl.word(p) === 'by');
        if (figure && figure !== d.source?.figure && (figure.actor.kind === 'outlet' || cl.word(p) === 'by')) {
          if (!d.relays.some((r) => r.figure === figure)) d.relays.push({ first: chunks[j + 1].first, last, figure });
          if (d.frame[1] <= last && d.stands === 'around') d.frame = [d.frame[0], last];
        }
        break;
      }
      if (p.kind === 'PU') break;
    }
  }
}
