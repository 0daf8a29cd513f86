import type { Article } from './article.ts';
import { type Cast, type Figure, fitsSort, isBody, OWNERS, type Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA, MEDIA, RELEASING } from './cues.ts';
import { isQuantity, isThat, isTie } from './saying.ts';

/** Prepositions that tie a phrase to the source before it: "a spokesman for the army", "medics at the hospital". */
const TIES = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'to', 'on', 'within']);
/** Of these, those before a means of speaking: "said on Telegram". */
const BY_MEANS = new Set(['in', 'on', 'at']);
/** "No group has said", "nobody knows". */
const NOBODY = new Set(['no', 'neither', 'nobody', 'none']);
/** What an article may call itself. */
const TEXTS = new Set(['article', 'story', 'report', 'entry', 'post', 'page', 'dispatch']);
const PERIODIC = new Set(['daily', 'weekly', 'monthly', 'annual']);
/** What is put out by somebody, and named once it is known. */
const STATEMENTS = new Set([
  'statement',
  'communique',
  'communiqué',
  'bulletin',
  'release',
  'announcement',
  'dispatch',
  'report',
  'post',
  'message',
  'publication',
]);
/** What begins behind a comma with one of these is no name of who was named before it. */
const DESCRIBING = new Set(['of', 'in', 'at', 'for', 'a', 'an']);
/** Verbs besides the cues whose subject a pronoun of the same sentence goes back to. */
const PRESENTING = new Set([
  'call',
  'present',
  'publish',
  'release',
  'show',
  'issue',
  'dismiss',
  'describe',
  'announce',
]);

/** Who a stretch of one sentence names as speaking. Enters them into the cast. */
export class Speakers {
  private readonly cl: Clauses;

  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    index: number,
  ) {
    this.cl = article.clauses[index];
  }

  /** The source whose phrase begins at chunk `k`, over as much as belongs to it. */
  from(k: number, loose: boolean): Speaker | null {
    return this.at(k, this.phraseEnd(k, loose));
  }

  /** The party at chunks [k, to), if it is one that is known for one by its name. */
  known(k: number, to: number): Speaker | null {
    const { chunks } = this.cl;
    const { last } = chunks[to - 1];
    let { first } = chunks[k];
    // "15:42 Israeli army"
    while (first < last - 1 && this.cl.tokens[first].kind !== 'word') first++;
    const figure = this.cast.read(first, last, false) ?? this.cast.read(first, chunks[k].last, false);
    return figure && { first, last, figure };
  }

  /** Who stands at chunks [k, to): tried whole, then without its apposition or prepositional phrases. */
  at(k: number, to: number): Speaker | null {
    const { cast, cl } = this;
    const first = cl.chunks[k].first;
    const both = this.ofBoth(k);
    if (both) return both;
    let last = cl.chunks[to - 1].last;
    const clause = cl.chunks.slice(k, to).find((c) => c.kind === 'WH');
    if (clause) last = clause.first;
    while (last > first && cl.tokens[last - 1].kind === 'mark' && cl.tokens[last - 1].text !== ')') last--;
    const comma = cl.chunks.slice(k, to).find((c) => c.kind === 'CM');
    if (comma && comma.last < last) return this.apposed(first, comma, last);
    // "one of them": of those who spoke before
    if (cl.tokens[first].lower === 'one' && /^of (?:them|those|these)$/.test(this.article.lower(first + 1, last)))
      last = first + 1;
    if (this.isText(first, last) || NOBODY.has(cl.tokens[first].lower)) return null;
    const figure = this.issuer(first, last) ?? cast.read(first, last, true);
    return figure ? { first, last, figure } : null;
  }

  /** "the statement said": whoever spoke last put it out. */
  private issuer(first: number, last: number): Figure | null {
    const { tokens } = this.article;
    const known = last - first === 2 && /^(?:the|its|this|that)$/.test(tokens[first].lower);
    return known && STATEMENTS.has(tokens[first + 1].lower) ? this.cast.lastSpeaker(first) : null;
  }

  /** "Iraqi and U.S. officials": people of two states, who are neither's alone. */
  private ofBoth(k: number): Speaker | null {
    const { cast, cl } = this;
    const [one, and, other] = cl.chunks.slice(k, k + 3);
    const adjective = one.kind === 'NP' && one.last - one.first === 1 && cl.tokens[one.first].capital;
    if (!adjective || and?.kind !== 'CC' || cl.word(and) !== 'and' || other?.kind !== 'NP') return null;
    const figure = cl.tokens[other.head].capital ? null : cast.ofTwo(cl.tokens[one.first].text, one.first, other);
    return figure && { first: one.first, last: other.last, figure };
  }

  /** "this article", "an earlier version of this report": the article itself. */
  private isText(first: number, last: number): boolean {
    const { tokens } = this.article;
    return tokens[last - 2]?.lower === 'this' && last - 2 >= first && TEXTS.has(tokens[last - 1].lower);
  }

  /** "its spokesman, Nay Lin Zaw" · "Solange Kabuo, a doctor at the hospital": the named half is who, the whole says what. */
  private apposed(first: number, comma: Chunk, last: number): Speaker | null {
    const { cast, cl } = this;
    const left = cast.meaning(first, comma.first);
    const whole = cast.meaning(first, last);
    const right = cast.meaning(comma.last, last);
    const named = (a: typeof left) => a !== null && a.sort === 'person' && /^\p{Lu}/u.test(a.name);
    if (named(whole)) {
      const figure = cast.read(first, last, true);
      if (figure) return { first, last, figure };
    }
    // "Airwars, a London-based monitor" is no other name of it
    const renamed =
      cl.tokens.slice(comma.last, last).some((t) => t.capital) && !DESCRIBING.has(cl.tokens[comma.last].lower);
    if (!named(left) && renamed) {
      const role = cast.read(first, comma.first, false);
      const figure = cast.read(comma.last, last, true);
      if (figure?.actor.sort === 'person') {
        if (role && figure.actor.side === null) takeOffice(figure, role);
        return { first, last, figure };
      }
      if (right && figure) return { first, last, figure };
    }
    const figure = cast.read(first, comma.first, true);
    return figure ? { first, last: comma.first, figure } : null;
  }

  /** Whose: the possessor or the demonym in a noun phrase ("the IDF's final tally", "Israeli count"). */
  owner(np: Chunk): Speaker | null {
    const { tokens, pos } = this.article;
    const { cast } = this;
    for (let i = np.last - 1; i > np.first; i--) {
      if (pos[i] !== 'POS') continue;
      const figure = cast.read(np.first, i, true);
      return figure ? { first: np.first, last: i, figure } : null;
    }
    if (pos[np.first] === 'PP$') {
      const word = OWNERS[tokens[np.first].lower];
      const figure = word ? cast.pronoun(word, np.first, true) : null;
      return figure ? { first: np.first, last: np.first + 1, figure } : null;
    }
    const apart = this.ownerApart(np.at - 1);
    if (apart) return apart;
    // "the Israeli count", "a government tally"
    for (let i = np.first; i < np.head; i++) {
      // a "daily report" is no daily's, an "internal police report" the police's
      if (pos[i] === 'DT' || PERIODIC.has(tokens[i].lower) || (pos[i] === 'JJ' && !tokens[i].capital)) continue;
      const named = i === np.head - 1 && isBody(tokens[i].lower);
      const figure = cast.read(i, np.head, named) ?? (i === np.head - 1 ? cast.ofAdjective(tokens[i].text) : null);
      if (figure) return { first: i, last: np.head, figure };
    }
    return null;
  }

  /** "the ministry, whose count", "the ministry's first count": an owner whom an adverb or "whose" keeps from what it owns; `k` is the chunk before. */
  private ownerApart(k: number): Speaker | null {
    const { cl, cast } = this;
    const { chunks } = cl;
    const adverb = chunks[k]?.kind === 'RB';
    if (adverb) k--;
    const c = chunks[k];
    if (adverb && c?.kind === 'NP' && this.article.pos[c.last - 1] === 'POS') {
      const figure = cast.read(c.first, c.last - 1, true);
      return figure ? { first: c.first, last: c.last - 1, figure } : null;
    }
    if (c?.kind !== 'WH' || cl.word(c) !== 'whose') return null;
    if (chunks[--k]?.kind === 'CM') k--;
    return chunks[k]?.kind === 'NP' ? this.from(cl.chainStart(k), false) : null;
  }

  /** Whose count, claim or statement the noun at `k` is, by the words before it, behind it, or in a clause about it; with `any`, also of parties unknown. */
  whose(k: number, any = false): Speaker | null {
    return this.owner(this.cl.chunks[k]) ?? this.behind(k, any);
  }

  /** "figures from the ministry", "the count of the mayor", "a toll compiled by the UN", "a statement that the army issued". */
  private behind(k: number, any: boolean): Speaker | null {
    const { cl } = this;
    const { chunks } = cl;
    if (isTie(cl, k + 1, 'of', 'by', 'from') && chunks[k + 2]?.kind === 'NP') {
      // "reports of a massacre", "reports of 23 people killed" and "the toll from the attack" are nobody's
      if (isTie(cl, k + 1, 'of') && isQuantity(this.article, chunks[k + 2])) return null;
      const { first, last } = chunks[k + 2];
      const body = isBody(cl.tokens[last - 1].lower);
      return any || body || isTie(cl, k + 1, 'by') || this.cast.read(first, last, false)
        ? this.from(k + 2, false)
        : null;
    }
    const verb = chunks[k + 1]?.verb;
    // "figures released today by the mission"
    let by = k + 2;
    while (chunks[by]?.kind === 'TM' || chunks[by + 1]?.kind === 'TM') by++;
    if (verb && verb.form !== 'ing' && RELEASING.has(verb.lemma) && isTie(cl, by, 'by'))
      return chunks[by + 1]?.kind === 'NP' ? this.from(by + 1, false) : null;
    const linked = chunks[k + 1]?.kind === 'WH' || isThat(cl, k + 1);
    const does = chunks.slice(k + 3, k + 6).find((c) => c.verb)?.verb;
    return linked && chunks[k + 2]?.kind === 'NP' && does && RELEASING.has(does.lemma) ? this.from(k + 2, false) : null;
  }

  /** "X called it a lie: his side had lost four, he said": the pronoun is whoever the sentence's own cue or naming verb had as subject. */
  samePerson(k: number): Speaker | null {
    const { cast, cl } = this;
    const c = cl.chunks[k];
    const word = cl.word(c);
    if (c.last - c.first !== 1 || !['he', 'she', 'it', 'they'].includes(word)) return null;
    for (let i = k - 1; i >= 0; i--) {
      const v = cl.chunks[i].verb;
      if (v?.form !== 'finite' || v.passive || !(CUE_BY_LEMMA.has(v.lemma) || PRESENTING.has(v.lemma))) continue;
      const subject = cl.subject(i);
      if (!subject || subject.first >= c.first) continue;
      const figure = cast.read(subject.first, subject.last, true);
      const one = cl.tokens[subject.first].lower === 'one';
      return figure && (one || fitsSort(word, figure.actor.sort)) ? { first: c.first, last: c.last, figure } : null;
    }
    return null;
  }

  /** The chunk behind a source phrase that begins at `k`: its "of", "for", "in", "at" phrases and, with `loose`, its apposition and clause. */
  phraseEnd(k: number, loose: boolean): number {
    const { chunks, tokens } = this.cl;
    let apposition = loose;
    let i = k + 1;
    for (;;) {
      const c = chunks[i];
      const n = chunks[i + 1];
      if (c?.kind === 'IN' && n?.kind === 'NP' && TIES.has(this.cl.word(c))) {
        if (BY_MEANS.has(this.cl.word(c)) && MEDIA.has(tokens[n.head].lower)) return i;
        i += 2;
        continue;
      }
      if (this.nameGoesOn(i)) {
        i += 2;
        continue;
      }
      if (apposition && c?.kind === 'CM' && n?.kind === 'NP' && this.apposes(i + 1)) {
        i = this.cl.chainEnd(i + 1) + 1;
        apposition = false;
        continue;
      }
      // "three witnesses who saw them led …": the clause about the source, to the next comma or the end
      if (c?.kind === 'WH' && apposition) {
        let j = i + 1;
        while (j < chunks.length && !CLOSING.has(chunks[j].kind)) j++;
        return j;
      }
      return i;
    }
  }

  /** "the Center for Research and Security Studies": does the "and" at `i` stand inside a name, between capitals that are nobody by themselves? */
  private nameGoesOn(i: number): boolean {
    const { cast, cl } = this;
    const [before, and, behind] = cl.chunks.slice(i - 1, i + 2);
    if (and?.kind !== 'CC' || cl.word(and) !== 'and' || behind?.kind !== 'NP') return false;
    if (cast.meaning(cl.chunks[cl.chainStart(i - 1)].first, behind.last)?.id != null) return true;
    const names = [before, behind].every(
      (c) => cl.tokens.slice(c.first, c.last).every((t) => t.capital) && cast.meaning(c.first, c.last) === null,
    );
    return names && isTie(cl, i - 2, 'for', 'of', 'on') && cl.tokens[cl.chunks[i - 3]?.head]?.capital === true;
  }

  /** Is the noun phrase at `k`, behind a comma, an apposition: no number, and no finite verb before the next comma or the end? */
  private apposes(k: number): boolean {
    const { chunks, tokens } = this.cl;
    const n = chunks[k];
    const stop = this.cl.chainEnd(k) + 1;
    const after = chunks[stop];
    if (after && !CLOSING.has(after.kind) && after.kind !== 'WH') return false;
    const listed = after?.kind === 'CM' && chunks[stop + 1]?.kind === 'CC' && tokens[n.first].kind === 'number';
    return !listed && tokens[n.head].kind === 'word' && !/^\d/.test(tokens[n.first].text);
  }
}

const CLOSING: ReadonlySet<Chunk['kind']> = new Set(['CM', 'PU', 'QT'] as const);

/** A person who is named behind an office has its side, and is an official. */
function takeOffice(person: Figure, office: Figure): void {
  const { kind } = person.actor;
  person.actor = { ...person.actor, side: office.actor.side, kind: kind === 'person' ? 'official' : kind };
}
