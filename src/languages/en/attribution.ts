import type { Article } from './article.ts';
import { byCount, byGap, byLabel, byNoun, byOpening, byOwner, byPassing, byPhrase } from './attribution-nouns.ts';
import { accorded, carriers, cited, citedInside, quotes } from './attribution-relays.ts';
import { byAgent, byOrigin, byRelease, byToll, ORIGINATING } from './attribution-tolls.ts';
import { byVerb } from './attribution-verbs.ts';
import type { Cast } from './cast.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA, PASSIVE_CUES, RELEASING, TOLL_VERBS } from './cues.ts';
import { gate } from './gates.ts';
import { type Attribution, type Finding, type Ground, isMark, type Saying } from './saying.ts';
import { Speakers } from './speakers.ts';
import { list } from './words.ts';

const SPLITTERS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though']);
/** Verbs by which a number is somebody's that need not have told it. */
const SILENT_TOLLS = new Set(['treat', 'receive']);
/** How many chunks behind a conjunction the verb of a new clause may stand. */
const CLAUSE = 14;

/** Verbs by which somebody says something, or passes it on. */
const SPEAKING = gate(CUE_BY_LEMMA, PASSIVE_CUES, RELEASING, TOLL_VERBS, ORIGINATING, list('quote cite put'));

/** Reads who says what in one sentence. Enters the speakers into the cast. */
export function attributions(article: Article, cast: Cast, index: number): Attribution[] {
  const cl = article.clauses[index];
  const sayings = find({ article, cast, cl, speakers: new Speakers(article, cast, index) }, index);
  if (sayings.length > 0) share(cl, sayings);
  return sayings;
}

/** Everybody who speaks in a sentence, in the order of the cues. */
function find(g: Ground, index: number): Saying[] {
  const sayings: Saying[] = [];
  const enter = (f: Finding | null) => {
    if (!f) return;
    const saying: Saying = {
      sentence: index,
      cue: f.cue,
      act: f.act ?? 'say',
      lemma: f.lemma,
      source: f.source,
      relays: f.relays ?? [],
      regions: [],
      frame: f.frame,
      stands: f.stands,
      rule: f.rule,
      from: f.from,
      to: f.to,
      content: f.content,
      until: f.until,
    };
    if (saying.source) saying.source.figure.lastSubject = Math.max(saying.source.figure.lastSubject, saying.cue[0]);
    citedInside(g, saying);
    carriers(g, saying, sayings.at(-1)?.to ?? 0);
    sayings.push(saying);
  };
  const { chunks } = g.cl;
  for (let k = 0; k < chunks.length; k++) {
    const { kind, verb } = chunks[k];
    if (verb) {
      if ((verb.gates & SPEAKING) === 0) continue;
      const quote = quotes(g, k);
      if (!quote && cited(g, k, sayings)) continue;
      enter(
        quote ?? byVerb(g, k, sayings) ?? byAgent(g, k) ?? byToll(g, k, sayings) ?? byOrigin(g, k) ?? byRelease(g, k),
      );
    } else if (kind === 'IN') {
      const phrase = byPhrase(g, k) ?? byPassing(g, k);
      enter(phrase ?? byCount(g, k) ?? byOpening(g, k));
      if (phrase) k = phrase.to - 1;
    } else if (kind === 'NP') enter(byNoun(g, k) ?? byOwner(g, k) ?? byGap(g, k, sayings));
  }
  // "Health Ministry: hospitals received 61 bodies"
  if (sayings.every((s) => SILENT_TOLLS.has(s.lemma))) {
    const label = byLabel(g);
    if (label) sayings.length = 0;
    enter(label);
  }
  accorded(sayings);
  // "hospitals received 61 bodies, the ministry said": the hospitals have told nobody
  const told = sayings.some((s) => s.stands === 'around');
  return told ? sayings.filter((s) => !SILENT_TOLLS.has(s.lemma)) : sayings;
}

/** Gives every saying the stretches of the sentence that hold what it says. */
function share(cl: Clauses, sayings: readonly Saying[]): void {
  const cuts = segments(cl, sayings);
  const owners: Saying[][] = cuts.slice(1).map(() => []);
  for (const s of sayings) owners[segmentOf(cuts, s.from)].push(s);
  owners.forEach((own, i) => {
    const [from, to] = [cuts[i], cuts[i + 1]];
    for (const s of own)
      if (s.until !== undefined) give(cl, s, s.content, s.until);
      else if (s.stands === 'around') give(cl, s, from, to);
      else give(cl, s, s.content, Math.min(nextPre(own, s, to), closer(own, s, to)));
    if (own.length > 0) return;
    // a clause without words of speaking belongs to the one before it, or to the one behind that closes the sentence
    const later = owners
      .slice(i + 1)
      .flat()
      .find((s) => s.stands === 'around');
    const earlier = owners.slice(0, i).flat();
    const before = earlier.filter((s) => s.stands === 'pre' || s.to < cuts[i]).at(-1) ?? earlier.at(-1);
    if (before && (before.stands === 'pre' || !later)) give(cl, before, from, to);
    else if (later) give(cl, later, from, to);
  });
}

/** Chunks at which the clauses that are coordinated at the top begin, and the end. */
function segments(cl: Clauses, sayings: readonly Saying[]): number[] {
  const cuts = [0];
  for (const c of cl.chunks.slice(1)) {
    if (isMark(cl, c, ';')) cuts.push(c.at + 1);
    else if ((c.kind === 'CC' || c.kind === 'SC') && SPLITTERS.has(cl.word(c)) && clauseFollows(cl, sayings, c.at))
      cuts.push(c.at);
  }
  cuts.push(cl.chunks.length);
  return cuts;
}

function segmentOf(cuts: readonly number[], k: number): number {
  let s = 0;
  while (s + 2 < cuts.length && cuts[s + 1] <= k) s++;
  return s;
}

/** Chunks [from, to) are content, without the speaking's own words. */
function give(cl: Clauses, s: Saying, from: number, to: number): void {
  if (to <= from) return;
  const a = cl.chunks[from].first;
  const b = cl.chunks[to - 1].last;
  const [first, last] = s.frame;
  if (last <= a || first >= b) s.regions.push([a, b]);
  else {
    if (first > a) s.regions.push([a, first]);
    if (last < b) s.regions.push([last, b]);
  }
}

/** The content of a `pre` ends where another of the same segment, not nested in it, begins. */
function nextPre(own: readonly Saying[], s: Saying, to: number): number {
  const next = own.find(
    (o) =>
      o !== s &&
      o.stands === 'pre' &&
      o.from > s.content &&
      o.source?.figure === s.source?.figure &&
      o.lemma !== s.lemma,
  );
  return next?.from ?? to;
}

/** "The Red Crescent spoke of 22 dead, state TV said": the words of a cue that closes the segment are no content of the one inside it. */
function closer(own: readonly Saying[], s: Saying, to: number): number {
  return own.find((o) => o !== s && o.stands === 'around' && o.from > s.content && o.to >= to - 2)?.from ?? to;
}

/** Does a clause of its own begin behind the conjunction at `k`: a subject and a finite verb, or a shared subject's next cue? */
function clauseFollows(cl: Clauses, sayings: readonly Saying[], k: number): boolean {
  const { chunks } = cl;
  // "and denied that": only when what follows speaks
  if (chunks[k].kind === 'CC' && chunks[k - 1]?.kind !== 'CM')
    return sayings.some(
      (s) =>
        s.stands === 'pre' && (s.from === k + 1 || (s.from > k && s.from <= k + 3 && chunks[k + 1]?.kind !== 'NP')),
    );
  let subject = false;
  for (const c of chunks.slice(k + 1, k + CLAUSE)) {
    if (c.kind === 'NP') subject = true;
    if (c.verb?.form === 'finite')
      return subject || sayings.some((s) => s.from <= c.at && c.at < s.to) || c.at === k + 1;
    // "five injured": a passive without its auxiliary is a clause too
    if (c.verb?.form === 'participle' && subject) return true;
    if (isMark(cl, c, ';:')) return false;
  }
  return false;
}
