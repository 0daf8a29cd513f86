import type { Stance } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { type Draft, draft } from './draft.ts';
import { VERB_HAPPENINGS } from './happenings.ts';
import {
  ACCEPTING,
  ANSWERING,
  CLAIM_NOUNS,
  DENYING,
  DENYING_IF_CLAIM,
  FALSE_WORDS,
  NAMING,
  NEGATIVE_FINDING,
  SILENT_PHRASES,
  SPEAKING,
  TELLING,
  WAVING_AWAY,
} from './response-words.ts';
import type { Attribution } from './saying.ts';
import type { Voices } from './voices.ts';
import { NEGATIONS, SILENT_WORDS, WAVING_WORDS } from './words.ts';

const FINDING = new Set('see find have insist say lose'.split(' '));
const REPLY = new Set('reply respond counter retort answer rejoin insist react'.split(' '));

interface Reader {
  article: Article;
  voices: Voices;
  cast: Cast;
  cl: Clauses;
  index: number;
  end: number;
  found: Draft[];
}

/** Answers to somebody's claim in one sentence: denials, confirmations, silence. At most one of a stance by one source. */
export function responses(article: Article, voices: Voices, cast: Cast, index: number): Draft[] {
  const r: Reader = {
    article,
    voices,
    cast,
    cl: article.clauses[index],
    index,
    end: article.sentences[index].last,
    found: [],
  };
  if (neitherNor(r)) return r.found;
  for (const a of voices.bySentence[index]) if (a.source) attributed(r, a);
  for (const c of r.cl.chunks) if (c.kind === 'VG') verbal(r, c);
  silentFrom(r);
  for (const a of voices.bySentence[index]) if (a.source) quoted(r, a);
  return r.found;
}

function add(r: Reader, stance: Stance, source: Speaker | null, first: number, last: number, rule: string): void {
  if (
    !source ||
    (/^(?:nobody|no one|none|what|who|it|anybody|anyone|no \w+)$/i.test(
      r.article.words(source.first, Math.min(source.last, source.first + 2)),
    ) &&
      source.figure.actor.kind === 'unnamed' &&
      source.figure.actor.name.length < 12)
  )
    return;
  const same = (d: Draft) =>
    d.stance === stance && (d.voice.source?.figure === source.figure || (first < d.last && d.first < last));
  if (r.found.some(same)) return;
  const around = r.voices.at(first);
  const outer =
    around.source && around.source.figure !== source.figure && around.source.figure.actor.kind === 'outlet'
      ? [around.source]
      : [];
  const relays = outer.concat(around.source?.figure === source.figure ? around.relays : []);
  r.found.push(
    draft({
      kind: 'response',
      type: 'statement',
      sentence: r.index,
      first,
      last: Math.max(last, first + 1),
      voice: { source, relays, attribution: null },
      stance,
      rules: [rule],
    }),
  );
}

/** "has neither confirmed nor denied it": silence, whoever's. */
function neitherNor(r: Reader): boolean {
  const { article, cl } = r;
  const sentence = article.sentences[r.index];
  if (!article.has(r.index, NEGATIONS)) return false;
  if (!/\bneither (?:confirm|den)\w*\b[^.;]*\bnor (?:confirm|den)/.test(article.lower(sentence.first, sentence.last)))
    return false;
  const at = cl.chunks.findIndex((c) => article.lower(c.first, c.last).includes('neither'));
  for (let i = at; i >= 0; i--) {
    if (cl.chunks[i].kind !== 'NP' || /neither/i.test(article.words(cl.chunks[i].first, cl.chunks[i].last))) continue;
    const start = cl.chainStart(i);
    const source = speakerAt(r, start, at);
    if (source) add(r, 'no-comment', source, source.first, r.end, 'neither-nor');
    return true;
  }
  return true;
}

/** Cues that answer: "denied", "rejected the claim", "confirmed". */
function attributed(r: Reader, a: Attribution): void {
  const { article, cl } = r;
  const c = cl.chunks[article.chunkAt(a.cue[0])];
  const v = c.verb;
  if (!v || v.negated || !a.source) return;
  if (a.act !== 'confirm' && !DENYING.has(v.lemma)) return;
  const first = Math.min(a.cue[0], a.source.first);
  const object = cl.object(c.at);
  const said = object ? article.lower(object.first, object.last) : '';
  if (DENYING.has(v.lemma)) {
    if (DENYING_IF_CLAIM.has(v.lemma) && !denies(r, c, said)) return;
    add(r, 'denies', a.source, first, contentEnd(r, c.at), `denial-${v.lemma}`);
  } else if (a.act === 'confirm') {
    // "has verified 16 deaths" is a figure, not an answer
    for (let i = c.at + 1; i <= c.at + 4 && i < cl.chunks.length; i++) {
      const n = cl.chunks[i];
      if (n.kind === 'NP') {
        if (article.pos[n.first] === 'CD') return;
        if (!/^(?:the|a|that|its|their|his)?\s*(?:loss|death|killing|capture)$/.test(article.lower(n.first, n.last)))
          break;
      }
      if (n.kind === 'SC') break;
    }
    if (v.lemma === 'verify' && !/\b(?:authentic\w*|claim|report|video|footage|attack|incident)\b/.test(said)) return;
    add(r, 'confirms', a.source, first, contentEnd(r, c.at), `confirmation-${v.lemma}`);
  }
}

function denies(r: Reader, c: Chunk, said: string): boolean {
  if (said === '') return r.cl.chunks[c.at + 1]?.kind === 'IN' || r.cl.chunks[c.at + 1]?.kind === 'QT';
  if (CLAIM_NOUNS.test(said)) return true;
  const rest = r.article.lower(c.last, Math.min(r.end, c.last + 14));
  return (
    /^\s*(?:as|out of hand)\b/.test(rest) || (/\bas\b/.test(rest) && (FALSE_WORDS.test(rest) || /["“]/.test(rest)))
  );
}

function verbal(r: Reader, c: Chunk) {
  const { article, cl, found } = r;
  const v = c.verb!;
  const { chunks, tokens } = cl;
  const who = () => {
    const subject = cl.subject(c.at);
    return subject && subject.first < c.first ? speakerAt(r, subject.at, c.at) : null;
  };
  const say = (stance: Stance, rule: string) => {
    const source = who();
    add(r, stance, source, Math.min(source?.first ?? c.first, c.first), contentEnd(r, c.at), rule);
  };
  if (found.some((d) => d.first <= c.first && c.first < d.last && d.rules[0].startsWith('denial'))) return;
  const clause = () => article.lower(c.first, Math.min(r.end, c.first + 14));
  const said = () => {
    const object = cl.object(c.at);
    return object ? article.lower(object.first, object.last) : '';
  };
  const next = chunks[c.at + 1];
  const after = next?.kind === 'RB' ? chunks[c.at + 2] : next;
  const infinitive = after?.kind === 'VG' && after.verb!.form === 'infinitive' ? after.verb! : null;
  // ---- silence ----
  if (
    (v.lemma === 'decline' || v.lemma === 'refuse') &&
    !v.negated &&
    infinitive &&
    !infinitive.passive &&
    SPEAKING.has(infinitive.lemma)
  )
    return say('no-comment', `silence-${v.lemma}`);
  if (
    (v.lemma === 'have' || v.lemma === 'be') &&
    next?.kind === 'RB' &&
    tokens[next.first].lower === 'yet' &&
    infinitive &&
    SPEAKING.has(infinitive.lemma)
  )
    return say('no-comment', 'silence-yet');
  if (
    v.negated &&
    !v.passive &&
    ANSWERING.has(v.lemma) &&
    !(v.modal && /^(?:will|can|could)$/.test(v.modal) && v.lemma === 'answer')
  )
    return say('no-comment', `silence-not-${v.lemma}`);
  if (
    v.negated &&
    !v.passive &&
    TELLING.has(v.lemma) &&
    (/^(?:would|will|did|does|do)/.test(tokens[c.first].lower) ||
      (v.lemma === 'confirm' && /^(?:can|could)/.test(tokens[c.first].lower)) ||
      (v.perfect && v.lemma !== 'say')) &&
    !(v.lemma === 'say' && next?.kind === 'SC' && cl.word(next) === 'that')
  )
    return say('no-comment', `silence-not-${v.lemma}`);
  if (v.negated && v.lemma === 'claim' && /responsibility/.test(said())) return say('no-comment', 'silence-no-claim');
  if (
    v.negated &&
    /^(?:give|issue|make|provide|offer)$/.test(v.lemma) &&
    v.modal &&
    /\b(?:figures?|comment|details?|statement|numbers?|toll)\b/.test(said())
  )
    return say('no-comment', 'silence-gives-no');
  if (
    article.has(r.index, SILENT_WORDS) &&
    SILENT_PHRASES.test(clause()) &&
    !found.some((d) => d.stance === 'no-comment')
  )
    return say('no-comment', 'silence-phrase');
  // ---- denial ----
  if (v.negated && ACCEPTING.has(v.lemma) && (said() === '' || CLAIM_NOUNS.test(said())))
    return say('denies', `denial-not-${v.lemma}`);
  if (
    DENYING.has(v.lemma) &&
    !v.negated &&
    !v.passive &&
    v.form === 'finite' &&
    !(DENYING_IF_CLAIM.has(v.lemma) && !denies(r, c, said()))
  )
    return say('denies', `denial-${v.lemma}`);
  if (
    article.has(r.index, WAVING_WORDS) &&
    WAVING_AWAY.test(clause().replace(/^(?:has|have|had|was|is|also)\s+(?:also\s+)?/, ''))
  )
    return say('denies', 'denial-waved-away');
  if (NAMING.has(v.lemma) && !v.negated && !v.passive) {
    const rest = article.lower(c.last, Math.min(r.end, c.last + 22));
    if (
      (FALSE_WORDS.test(rest) &&
        /^\W*(?:the|that|this|those|these|it|such|all|any|both|claims?|reports?|allegations?|accusations?|as|its|his|their)\b/.test(
          rest,
        )) ||
      (said() !== '' &&
        /\b(?:accusations?|allegations?|claims?|figures?|numbers?|tolls?|charges?|reports?|version|talk|story)\b/.test(
          said(),
        ) &&
        /["“]/.test(rest))
    )
      return say('denies', `denial-${v.lemma}`);
  }
  if (v.lemma === 'be') {
    const subject = cl.subject(c.at);
    const voice = r.voices.at(c.head);
    if (!voice.source) return;
    const subjectNp = claimBefore(r, c.at) ?? subject;
    if (!subjectNp) return;
    const topic = article.lower(subjectNp.first, chunks[cl.chainEnd(subjectNp.at)]?.last ?? subjectNp.last);
    const rest = article.lower(c.last, Math.min(r.end, c.last + 8));
    if (!v.negated && CLAIM_NOUNS.test(topic) && FALSE_WORDS.test(rest))
      return add(r, 'denies', voice.source, subjectNp.first, r.end, 'denial-false');
    if (v.negated && /^\W*(?:true|correct|accurate|so|the case)\b/.test(rest))
      return add(r, 'denies', voice.source, subjectNp.first, r.end, 'denial-not-true');
  }
  if (FINDING.has(v.lemma) && NEGATIVE_FINDING.test(clause())) {
    const voice = r.voices.at(c.head);
    const source = voice.source ?? who();
    if (source) add(r, 'denies', source, c.first, r.end, 'denial-finds-nothing');
  }
}

/** "Reports that the airport had fallen are false": the noun for what was said, that a clause or phrase of its own keeps from its verb. */
function claimBefore(r: Reader, at: number): Chunk | null {
  const { chunks } = r.cl;
  for (let i = at - 1; i >= 0; i--) {
    if (chunks[i].kind === 'PU') return null;
    const opens = chunks[i].kind === 'SC' || chunks[i].kind === 'IN' || chunks[i].kind === 'NP';
    const noun = chunks[i - 1];
    if (
      opens &&
      noun?.kind === 'NP' &&
      /^(?:that|of|about)$/.test(r.article.tokens[chunks[i].first].lower) &&
      CLAIM_NOUNS.test(r.article.tokens[noun.head].lower) &&
      (i === 1 || /^(?:CM|PU|SC|QT|CC|RB)$/.test(chunks[i - 2].kind))
    )
      return noun;
  }
  return null;
}

/** "There was no immediate comment from Tehran", "No comment has come from Washington". */
function silentFrom(r: Reader): void {
  const { cl } = r;
  if (!r.article.has(r.index, NEGATIONS)) return;
  let no = false;
  for (const c of cl.chunks) {
    if (c.kind !== 'NP') continue;
    if (
      cl.tokens[c.first].lower === 'no' &&
      /^(?:comment|response|reply|reaction|word|statement|confirmation|answer)$/.test(cl.tokens[c.head].lower)
    )
      no = true;
    else if (no && cl.chunks[c.at - 1]?.kind === 'IN' && /^(?:from|by)$/.test(cl.word(cl.chunks[c.at - 1]))) {
      add(
        r,
        'no-comment',
        speakerAt(r, c.at, cl.chunks.length),
        r.article.sentences[r.index].first,
        r.end,
        'silence-from',
      );
      return;
    }
  }
}

/** What is said denies by its own words: "Not one civilian was harmed," he said; "We do not bomb markets," responded the spokesman. */
function quoted(r: Reader, a: Attribution): void {
  if (a.act === 'deny' || a.act === 'confirm') return;
  const { article } = r;
  const { tokens } = article;
  const { first } = article.sentences[r.index];
  const reply = REPLY.has(a.lemma);
  for (const [x, y] of a.regions) {
    if (x < first || y > r.end) continue;
    const open = tokens[x]?.text === '"' || tokens[x]?.text === '“';
    if (!open && !reply) continue;
    let i = x;
    while (i < y && tokens[i].kind === 'mark') i++;
    if (i >= y) continue;
    const words = article.lower(i, Math.min(y, i + 14));
    const negated =
      /^(?:(?:no|not|none|nobody|never|nothing|neither)\b(?! (?:matter|doubt|longer|more|only))|(?:there|it|that|this) (?:was|were|is|are|has been|have been|had been) (?:no|not|never|none|nothing)\b)/.test(
        words,
      );
    const ownWords =
      /^(?:we|i|she|he|it|they|our \w+|their \w+) (?:do|did|does|have|has|had|was|were|are|is|never)(?: not|n't| never| no\b)?/.test(
        words,
      ) &&
      /\b(?:not|n't|never|no)\b/.test(words.split(' ').slice(0, 5).join(' ')) &&
      (happens(words) || NEGATIVE_FINDING.test(words) || /\b(?:touched|targeted|operate|present|there)\b/.test(words));
    const called =
      /^(?:a |an |that is |that's |this is |it is |it's |pure |complete |total )*(?:\w+ )?/.test(words) &&
      FALSE_WORDS.test(words.split(' ').slice(0, 6).join(' ')) &&
      (reply || /^(?:that|this|it|a|an|pure|fabricated|nonsense|lies)\b/.test(words));
    const answers = reply && (/\b(?:not|never|no|nothing)\b/.test(words) || /^(?:that|this) is\b/.test(words));
    if ((negated && (open || reply)) || (ownWords && open) || (called && (open || reply)) || answers)
      add(r, 'denies', a.source, i, y, 'denial-own-words');
  }
}

function happens(words: string): boolean {
  for (const w of words.split(' ').slice(1, 9)) {
    if (
      VERB_HAPPENINGS.has(w) ||
      VERB_HAPPENINGS.has(w.replace(/(?:ed|s|ing)$/, '')) ||
      VERB_HAPPENINGS.has(w.replace(/d$/, ''))
    )
      return true;
  }
  return /\b(?:struck|shot|hit|sent|fired|killed|bomb)\b/.test(words);
}

function contentEnd(r: Reader, at: number): number {
  for (let i = at + 1; i < r.cl.chunks.length; i++) {
    const c = r.cl.chunks[i];
    if (c.kind === 'PU' && /[;.]/.test(r.article.tokens[c.first].text)) return c.first;
    if (c.kind === 'CC' && r.cl.chunks[i - 1]?.kind === 'CM') return c.first;
  }
  return r.end;
}

function speakerAt(r: Reader, k: number, before: number): Speaker | null {
  const { cl, cast } = r;
  const c = cl.chunks[k];
  // the attribution of the sentence knows who this is, if it begins here
  for (const a of r.voices.bySentence[r.index]) if (a.source && a.source.first === c.first) return a.source;
  let last = c.last;
  let i = k + 1;
  while (
    i + 1 < before &&
    cl.chunks[i].kind === 'IN' &&
    cl.chunks[i + 1].kind === 'NP' &&
    /^(?:of|for|in|at|from)$/.test(cl.word(cl.chunks[i]))
  ) {
    last = cl.chunks[i + 1].last;
    i += 2;
  }
  const figure = cast.read(c.first, last, true) ?? cast.read(c.first, c.last, true);
  return figure ? { first: c.first, last, figure } : null;
}
