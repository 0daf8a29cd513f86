import type { PartyKind } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CARRYING, CUE_BY_LEMMA, CUE_NOUNS, DOCUMENTS, MEDIA, PRESS } from './cues.ts';
import { type Finding, type Ground, isTie, type Saying } from './saying.ts';
import { list } from './words.ts';

/** How far into an article its dateline may stand, in characters: "PORT SUDAN, Feb 10 (Reuters) -". */
const DATELINE = 300;
/** What may be cited that is no source: "citing a need for". */
const REASONS = list(
  `attacks breach breaches circumstances concern concerns conditions danger dangers decision decline desire difficulties fact failure fear fears
   importance increase insecurity instability lack law losses need pressure problems progress reason reasons release rise risk risks safety
   security shortage shortages success tensions threat threats unrest use violation violations violence weather wish work`,
);

/** Verbs by which somebody is quoted, where "as saying" stands behind: "cited a medic as saying". */
const QUOTING_AS = new Set(['cite', 'report']);

/** "Hezbollah was quoted by Al Mayadeen as saying", "MRTV quoted the information team as saying". */
export function quotes(g: Ground, k: number): Finding | null {
  const v = g.cl.chunks[k].verb!;
  if (v.form !== 'finite' || !(v.lemma === 'quote' || (QUOTING_AS.has(v.lemma) && saysAs(g, k)))) return null;
  return v.passive ? wasQuoted(g, k) : quoted(g, k);
}

/** Does "as saying" stand in the clause of the verb at `k`? */
function saysAs({ cl }: Ground, k: number): boolean {
  const next = cl.chunks.find((c) => c.at > k && (c.verb || c.kind === 'PU'));
  return next?.verb?.form === 'ing' && CUE_BY_LEMMA.has(next.verb.lemma) && cl.tokens[next.first - 1].lower === 'as';
}

/** The subject is the source, the agent passed it on. */
function wasQuoted({ cl, speakers }: Ground, k: number): Finding | null {
  const { chunks } = cl;
  const subject = cl.subject(k);
  if (!subject) return null;
  let end = speakers.phraseEnd(subject.at, true);
  if (end > k) end = subject.at + 1;
  const source = speakers.at(subject.at, end);
  if (!source) return null;
  const relays: Speaker[] = [];
  let saying = -1;
  for (let i = k + 1; i < chunks.length && i < k + 10; i++) {
    const c = chunks[i];
    if (isTie(cl, i, 'by') && chunks[i + 1]?.kind === 'NP') {
      const relay = speakers.from(i + 1, false);
      if (relay) relays.push(relay);
    }
    if (c.verb?.form === 'ing') saying = i;
    if (saying >= 0 || c.kind === 'PU' || c.kind === 'QT') break;
  }
  const that = chunks[saying + 1]?.kind === 'SC' ? 1 : 0;
  const follows = chunks[saying + 1 + that];
  const before = saying >= 0 && follows && (that > 0 || (follows.kind !== 'PU' && follows.kind !== 'CM'));
  const to = (saying >= 0 ? saying : k) + 1;
  return {
    cue: [chunks[k].first, chunks[to - 1].last],
    lemma: 'quote',
    source,
    relays,
    frame: [subject.first, chunks[before ? saying + that : to - 1].last],
    from: subject.at,
    to,
    // "as putting the toll at 12": the verb is content too
    content: !before ? to : chunks[saying].verb!.lemma === 'put' ? saying : to + that,
    stands: before ? 'pre' : 'around',
    rule: 'was-quoted',
  };
}

/** The object is the source, the subject passed it on. */
function quoted({ cl, speakers }: Ground, k: number): Finding | null {
  const { chunks } = cl;
  const object = cl.object(k);
  const subject = cl.subject(k);
  if (!object || !subject) return null;
  const stop = speakers.phraseEnd(object.at, false);
  const source = speakers.at(object.at, stop);
  const relay = speakers.at(subject.at, Math.max(subject.at + 1, Math.min(k, speakers.phraseEnd(subject.at, false))));
  if (!source) return null;
  let i = stop;
  while (i < chunks.length && !chunks[i].verb && chunks[i].kind !== 'PU') i++;
  const to = chunks[i]?.verb?.form === 'ing' ? i + 1 : stop;
  const content = chunks[to]?.kind === 'SC' ? to + 1 : to;
  const behind = !chunks[content] || chunks[content].kind === 'PU' || chunks[content].kind === 'CM';
  return {
    cue: [chunks[k].first, chunks[k].last],
    lemma: 'quote',
    source,
    relays: relay ? [relay] : [],
    frame: [subject.first, chunks[content - 1].last],
    from: subject.at,
    to,
    content,
    stands: behind ? 'around' : 'pre',
    rule: 'quoted',
  };
}

/** ", WAFA reported, citing medics" and "Tanjug, citing the hospital, said": what was said goes back to whom is cited. True where the verb cites. */
export function cited(g: Ground, k: number, earlier: readonly Saying[]): boolean {
  const { cl, speakers } = g;
  const v = cl.chunks[k].verb!;
  if (v.lemma !== 'cite' && !(v.lemma === 'quote' && v.form === 'ing')) return false;
  if (isTie(cl, k - 1, 'without')) return true;
  const said = earlier.findLast((s) => s.source && s.from < k);
  const object = said && cl.object(k);
  const source = object && !isReason(cl, object) ? speakers.from(object.at, true) : null;
  if (source) citing(said!, source);
  return true;
}

const isReason = (cl: Clauses, { head }: Chunk): boolean => REASONS.has(cl.tokens[head].lower);

/** What was said goes back to whom it cites, by words that are no content. */
function citing(said: Saying, source: Speaker): void {
  goesBack(said, source);
  said.frame = [said.frame[0], Math.max(said.frame[1], source.last)];
}

function goesBack(said: Saying, source: Speaker): void {
  const own = said.source!;
  said.relays = [own, ...said.relays.filter((r) => r.figure !== own.figure)];
  said.source = source;
  said.rule += '+citing';
}

/** Whoever only gathers what others tell. */
const GATHERING: ReadonlySet<PartyKind> = new Set<PartyKind>(['organisation', 'outlet']);

/** "OCHA says that 31 were hurt, according to local authorities": what a gatherer tells goes back to whom the sentence closes with. */
export function accorded(sayings: readonly Saying[]): void {
  for (const { source, from, stands, rule } of sayings) {
    if (rule !== 'according-to' || stands !== 'around' || !source || source.figure.actor.kind === 'outlet') continue;
    const told = sayings.findLast((s) => s.source && s.to <= from);
    if (!told?.source || told.stands !== 'pre' || told.act !== 'say' || told.relays.length > 0) continue;
    const { figure } = told.source;
    if (figure !== source.figure && GATHERING.has(figure.actor.kind)) goesBack(told, source);
  }
}

/** "Tanjug, citing the hospital, said", "Citing a medic, Tanjug said". */
export function citedInside({ cl, speakers }: Ground, said: Saying): void {
  const own = said.source;
  if (!own || said.relays.length > 0) return;
  const cites = cl.chunks.find(
    (c) =>
      c.verb?.form === 'ing' &&
      /^(?:cite|quote)$/.test(c.verb.lemma) &&
      (c.first > own.first || c.at === 0) &&
      c.last <= said.cue[0],
  );
  const object = cites && cl.object(cites.at);
  const source = object && !isReason(cl, object) ? speakers.from(object.at, false) : null;
  if (source) citing(said, source);
}

/** "in a statement carried by Saba", "in a statement translated by SITE", "read out on RTB": who carried it passed it on. */
export function carriers({ cl, cast }: Ground, said: Saying, since: number): void {
  const { chunks, tokens } = cl;
  for (let i = since; i < Math.min(chunks.length, said.to + 12); i++) {
    const c = chunks[i];
    if (!c.verb?.passive || !CARRYING.has(c.verb.lemma)) continue;
    const carried = chunks[i - 1]?.kind === 'NP' ? chunks[i - 1] : cl.subject(i);
    const noun = carried ? tokens[carried.head].lower : '';
    if (!MEDIA.has(noun) && !CUE_NOUNS.has(noun) && !DOCUMENTS.has(noun)) continue;
    const by = chunks
      .slice(i + 1, i + 6)
      .find((x) => isTie(cl, x.at, 'by', 'on', 'in') && chunks[x.at + 1]?.kind === 'NP');
    if (!by) continue;
    const carrier = chunks[by.at + 1];
    const byIt = isTie(cl, by.at, 'by');
    const figure = cast.read(carrier.first, carrier.last, byIt);
    if (!figure || figure === said.source?.figure || !(byIt || figure.actor.kind === 'outlet')) continue;
    if (!said.relays.some((r) => r.figure === figure))
      said.relays.push({ first: carrier.first, last: carrier.last, figure });
    if (said.frame[1] <= carrier.last && said.stands === 'around') said.frame = [said.frame[0], carrier.last];
  }
}

/** The outlet that was told, at chunks [k, to). Whoever talks to the outlet that tells of it has nobody between. */
export function relayOf({ article, cast, cl }: Ground, k: number, to: number): Speaker[] {
  const first = cl.chunks[k].first;
  const last = cl.chunks[to - 1].last;
  const name = article.words(first, last);
  if (cl.word(cl.chunks[k]) === 'this' || ownOutlet(article, name)) return [];
  const figure = cast.read(first, last, false);
  if (figure?.actor.kind === 'outlet') return [{ first, last, figure }];
  const head = article.tokens[last - 1].lower;
  if (!PRESS.has(head) || !(/\p{Lu}/u.test(name) || /media|outlet/.test(head))) return [];
  const entered = cast.read(first, last, true);
  return entered ? [{ first, last, figure: entered }] : [];
}

/** Is it the outlet that the article stands in: "told The Tribune", in The Frontier Tribune? */
function ownOutlet(article: Article, name: string): boolean {
  const own = ` ${article.document.outlet ?? ''} `;
  return own.includes(` ${name.replace(/^the /i, '')} `) || article.text.slice(0, DATELINE).includes(`(${name})`);
}
