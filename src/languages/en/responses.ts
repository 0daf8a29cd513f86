import type { Stance } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Clauses } from './clause.ts';
import { type Draft, draft } from './draft.ts';
import type { Voices } from './voices.ts';

const REFUSE = new Set('decline refuse'.split(' '));
const SPEAK = new Set('comment say respond reply react answer discuss give confirm provide elaborate explain disclose reveal speak identify specify address return issue release make offer acknowledge mention talk report draw'.split(' '));
const REPLY = new Set('reply respond counter retort answer rejoin object insist'.split(' '));
const FALSE = /^(?:false|untrue|baseless|nonsense|fabricated|fabrication|fake|lie|lies|invention|propaganda|absurd|unfounded|groundless|exaggerated|inflated|fiction|fantasy|myth|wrong|ridiculous|disinformation|misinformation|provocation|slander|fairy|hoax|staged|rubbish|incorrect|inaccurate|misleading|hysteria|fabrications|falsehood|falsehoods)$/;
const CALLS = new Set('call dismiss describe brand label denounce decry reject term deride condemn'.split(' '));
const NEGATIVE_START = /^(?:no|not|none|nobody|never|nothing|neither)$/;

/** Answers to somebody's claim: denials, confirmations, silence. */
export function responses(article: Article, voices: Voices, cast: Cast, index: number): Draft[] {
  const cl = article.clauses[index];
  const { chunks, tokens } = cl;
  const found: Draft[] = [];
  const add = (stance: Stance, source: Speaker | null, first: number, last: number, rule: string) => {
    if (found.some((d) => d.stance === stance && d.voice.source?.figure === source?.figure && !(first >= d.last))) return;
    const attribution = voices.at(first).attribution;
    const around = voices.at(first);
    const relays = around.source && source && around.source.figure !== source.figure && around.source.figure.actor.kind === 'outlet' ? [around.source] : [];
    found.push(draft({ kind: 'response', type: 'statement', sentence: index, first, last, voice: { source, relays: relays.concat(attribution?.source?.figure === source?.figure ? around.relays : []), attribution: null }, stance, rules: [rule] }));
  };
  const end = article.sentences[index].last;
  for (const a of voices.bySentence[index]) {
    if (!a.source) continue;
    const [cueFirst] = a.cue;
    const cueChunk = chunks[article.chunkAt(a.cue[0])];
    if (a.act === 'deny' && cueChunk.verb) {
      if (cueChunk.verb.negated) continue;
      const object = cl.object(cueChunk.at);
      // "rejected the proposal", "dismissed the commander": not an answer to a claim
      const words = object ? article.words(object.first, object.last).toLowerCase() : '';
      if (/^(?:reject|dismiss|contest|dispute)$/.test(a.lemma) && object && !/\b(?:claims?|accusations?|allegations?|reports?|charges?|figures?|tolls?|accounts?|suggestions?|talk|it|this|that|them|number|statement|version|idea|story|stories|assertion|finding|findings|estimate|count|numbers|responsibility|involvement|notion|theory|those|criticism|description|report|rumou?rs?|denial|tally|verdict|picture|video|footage|image|images)\b/.test(words) && !chunks.slice(cueChunk.at).some((c) => c.kind === 'IN' && cl.word(c) === 'as')) continue;
      add('denies', a.source, Math.min(cueFirst, a.source.first), contentEnd(article, cl, cueChunk.at, end), `denial-${a.lemma}`);
    } else if (a.act === 'confirm' && cueChunk.verb && !cueChunk.verb.negated) {
      add('confirms', a.source, Math.min(cueFirst, a.source.first), contentEnd(article, cl, cueChunk.at, end), `confirmation-${a.lemma}`);
    }
  }
  for (const c of chunks) {
    if (c.kind !== 'VG') continue;
    const v = c.verb!;
    const next = chunks[c.at + 1];
    const then = chunks[c.at + 2];
    const who = () => {
      const subject = cl.subject(c.at);
      if (!subject) return null;
      return speakerAt(article, cast, cl, subject.at, c.at);
    };
    const infinitive = next?.kind === 'VG' && next.verb!.form === 'infinitive' ? next.verb! : then?.kind === 'VG' && then.verb!.form === 'infinitive' && next?.kind === 'RB' ? then.verb! : null;
    const silent = () => {
      const s = who();
      if (s) add('no-comment', s, s.first, contentEnd(article, cl, c.at, end), `silence-${v.lemma}`);
    };
    if (REFUSE.has(v.lemma) && !v.negated && infinitive && SPEAK.has(infinitive.lemma)) silent();
    else if (v.lemma === 'have' && !v.perfect && next?.kind === 'RB' && tokens[next.first].lower === 'yet' && infinitive && SPEAK.has(infinitive.lemma)) silent();
    else if (v.lemma === 'be' && infinitive && next?.kind === 'RB' && tokens[next.first].lower === 'yet' && SPEAK.has(infinitive.lemma)) silent();
    else if (v.negated && /^(?:comment|respond|reply|react|answer)$/.test(v.lemma)) silent();
    else if (v.negated && v.lemma === 'return' && /\bcalls?|messages?|emails?\b/.test(words(article, cl.object(c.at)))) silent();
    else if (v.negated && /^(?:discuss|elaborate|address|acknowledge|confirm|mention)$/.test(v.lemma) && (v.modal !== null || v.perfect || /^(?:did|does|do)$/.test(tokens[c.first].lower))) {
      if (v.lemma !== 'mention') silent();
    } else if (v.negated && v.lemma === 'claim' && /responsibility/.test(words(article, cl.object(c.at)))) {
      const s = who();
      if (s && !/^(?:no|nobody|none)/i.test(article.words(s.first, s.last))) silent();
    } else if (v.negated && (v.lemma === 'recognise' || v.lemma === 'recognize' || v.lemma === 'accept') && /\b(?:number|figure|figures|toll|count|claim|numbers|version|account|accounts)\b/.test(words(article, cl.object(c.at)))) {
      const s = who();
      if (s) add('denies', s, s.first, contentEnd(article, cl, c.at, end), 'denial-not-recognised');
    } else if (v.negated && /^(?:give|say|issue|make|provide|offer)$/.test(v.lemma) && v.modal && /\b(?:figure|comment|details?|statement|number|numbers)\b/.test(words(article, cl.object(c.at)))) silent();
    else if ((v.lemma === 'make' || v.lemma === 'have' || v.lemma === 'offer' || v.lemma === 'give' || v.lemma === 'issue') && /^no\b.*\b(?:comment|statement|response|reply|reaction)\b/.test(words(article, cl.object(c.at)))) silent();
    else if ((v.lemma === 'keep' || v.lemma === 'remain' || v.lemma === 'stay' || v.lemma === 'be' || v.lemma === 'fall') && next && /^(?:silent|tight-lipped|mum|quiet)$/.test(tokens[next.first].lower) && (then?.kind === 'IN' ? /^(?:about|on|over)$/.test(cl.word(then)) : v.lemma !== 'be' || !then || then.kind === 'PU')) {
      const s = who();
      if (s && s.figure.actor.kind !== 'unnamed' && s.figure.actor.name.length > 1 && !/^they$/i.test(article.words(s.first, s.last))) silent();
    } else if (v.lemma === 'say' && /^nothing\b/.test(words(article, cl.object(c.at)))) silent();
    else if (v.lemma === 'be' && v.negated && next?.kind === 'JJ' && tokens[next.first].lower === 'available') silent();
    else if (v.lemma === 'reach' && v.passive && v.negated && /\bcomment\b/.test(article.words(c.first, end))) silent();
    else if ((v.lemma === 'confirm' || v.lemma === 'deny') && /\bneither\b/.test(article.words(Math.max(article.sentences[index].first, c.first - 2), c.last))) {
      const s = who();
      if (s) {
        add('no-comment', s, s.first, end, 'silence-neither-nor');
        for (let i = found.length - 1; i >= 0; i--) if (found[i].stance !== 'no-comment' && found[i].voice.source?.figure === s.figure) found.splice(i, 1);
      }
    } else if ((v.lemma === 'be' || v.lemma === 'come') && comesFrom(article, cl, c.at)) {
      // "There was no immediate comment from Tehran", "No comment has come from Washington"
      const np = comesFrom(article, cl, c.at)!;
      const s = speakerAt(article, cast, cl, np, chunks.length);
      if (s) add('no-comment', s, article.sentences[index].first, end, 'silence-from');
    } else if (CALLS.has(v.lemma) && !v.negated && !v.passive) {
      const rest = article.words(c.last, Math.min(end, c.last + 22)).toLowerCase();
      const hit = rest.split(/[^\p{L}]+/u).some((w) => FALSE.test(w));
      const says = /^\s*(?:the|that|this|those|these|it|such|all|any|both|claims?|reports?|allegations?|accusations?|as)\b/.test(rest.replace(/^["“]\s*/, '')) || v.lemma === 'dismiss';
      if (hit && says) {
        const s = who();
        if (s) add('denies', s, s.first, end, `denial-${v.lemma}`);
      }
    } else if (v.lemma === 'be' && !v.negated && next && FALSE.test(tokens[next.kind === 'NP' ? next.head : next.first].lower)) {
      // "Reports of a missing sailor are false, the source insisted"
      const subject = cl.subject(c.at);
      const voice = voices.at(c.head);
      if (subject && voice.source && /\b(?:reports?|claims?|allegations?|accusations?|figures?|it|that|this|accounts?|statements?|tolls?|numbers?|story|stories)\b/i.test(article.words(subject.first, subject.last))) add('denies', voice.source, subject.first, end, 'denial-false');
    } else if (v.lemma === 'be' && v.negated && next && /^(?:true|correct|accurate)$/.test(tokens[next.first].lower)) {
      const voice = voices.at(c.head);
      if (voice.source) add('denies', voice.source, c.first, end, 'denial-not-true');
    }
  }
  // "Not one civilian was harmed," he said: a quotation that begins by negating
  for (const a of voices.bySentence[index]) {
    if (!a.source || a.act === 'deny') continue;
    for (const [x, y] of a.regions) {
      if (x < article.sentences[index].first || y > end) continue;
      let i = x;
      const quoted = tokens[x]?.kind === 'mark' && /["“]/.test(tokens[x].text);
      while (i < y && tokens[i].kind === 'mark') i++;
      const w = tokens[i]?.lower ?? '';
      const negative = (NEGATIVE_START.test(w) && tokens[i + 1]?.kind === 'word') || (w === 'there' && /^(?:was|were|is|are|have|has)$/.test(tokens[i + 1]?.lower ?? '') && /^(?:no|not|never|been|none)$/.test(tokens[i + 2]?.lower ?? ''));
      if (!negative) continue;
      if ((quoted && i - x <= 2 && !/^(?:matter|doubt|longer|more)$/.test(tokens[i + 1].lower)) || REPLY.has(a.lemma)) {
        const s = a.source;
        if (!found.some((d) => d.stance === 'denies')) add('denies', s, i, y, 'denial-negative-quote');
      }
    }
  }
  // "The rebels tell the opposite story", "replied": an answer that contradicts
  return found;
}

const words = (article: Article, c: { first: number; last: number } | null): string => (c ? article.words(c.first, c.last).toLowerCase() : '');

function contentEnd(article: Article, cl: Clauses, at: number, end: number): number {
  for (let i = at + 1; i < cl.chunks.length; i++) {
    const c = cl.chunks[i];
    if (c.kind === 'PU' && /[;.]/.test(article.tokens[c.first].text)) return c.first;
    if (c.kind === 'CC' && cl.chunks[i - 1]?.kind === 'CM') return c.first;
  }
  return end;
}

function comesFrom(article: Article, cl: Clauses, at: number): number | null {
  const { chunks, tokens } = cl;
  let no = false;
  for (let i = Math.max(0, at - 4); i < Math.min(chunks.length, at + 6); i++) {
    const c = chunks[i];
    if (c.kind === 'NP' && /^no$/i.test(tokens[c.first].lower) && /^(?:comment|response|reply|reaction|word|statement|confirmation|answer)$/.test(tokens[c.head].lower)) no = true;
    if (c.kind === 'NP' && no && c.kind === 'NP' && chunks[i - 1]?.kind === 'IN' && /^(?:from|by)$/.test(cl.word(chunks[i - 1]))) return i;
  }
  void article;
  return null;
}

function speakerAt(article: Article, cast: Cast, cl: Clauses, k: number, before: number): Speaker | null {
  const c = cl.chunks[k];
  let last = c.last;
  let i = k + 1;
  while (i + 1 < before && cl.chunks[i].kind === 'IN' && cl.chunks[i + 1].kind === 'NP' && /^(?:of|for|in|at|from)$/.test(cl.word(cl.chunks[i]))) {
    last = cl.chunks[i + 1].last;
    i += 2;
  }
  const figure = cast.read(c.first, last, true) ?? cast.read(c.first, c.last, true);
  return figure ? { first: c.first, last, figure } : null;
}
