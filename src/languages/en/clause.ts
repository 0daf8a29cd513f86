import type { Token } from '../../extract/tokens.ts';
import type { Chunk, VerbGroup } from './chunk.ts';
import { happeningOf, nounHappening } from './happenings.ts';

/** Prepositional phrases behind a verb or noun: the preposition's word and the noun phrase. */
export interface Oblique {
  preposition: string;
  np: Chunk;
}

/** Is a verb group one word in "-ed", which may be a past or a participle? */
const bare = (tokens: readonly Token[], c: Chunk): boolean =>
  c.last - c.first === 1 && tokens[c.first].lower.endsWith('ed');

const THOUGHT = new Set(['believe', 'think', 'suspect', 'say', 'allege', 'presume', 'report']);
const DASHES = new Set(['–', '—']);
/** Prepositions of place. */
const WHERE = new Set(['in', 'near', 'at', 'outside', 'inside']);
/** Prepositions that also open clauses. */
const SUBORDINATES = new Set(['after', 'before', 'since', 'until', 'till', 'as']);

/**
 * Grammatical relations over chunks, by position: no tree, but what a news sentence's word order tells. Chunks are those of one sentence.
 */
export class Clauses {
  /** Subjects that were asked for, by chunk: rule after rule asks for the same. */
  private readonly subjects: (Chunk | null | undefined)[] = [];
  /** Words behind chunks that patterns were held against (`wordsBehind`): pattern after pattern is. */
  behind: Map<number, string> | null = null;

  constructor(
    readonly tokens: readonly Token[],
    readonly chunks: readonly Chunk[],
  ) {}

  word(c: Chunk): string {
    return this.tokens[c.first].lower;
  }

  /** The noun phrase at `at` or the first of the "NP of NP in NP" chain that ends at it. */
  chainStart(at: number): number {
    let i = at;
    while (
      i >= 2 &&
      this.chunks[i].kind === 'NP' &&
      this.chunks[i - 1].kind === 'IN' &&
      this.chunks[i - 2].kind === 'NP'
    )
      i -= 2;
    return i;
  }

  /** The last chunk (inclusive) of the chain of prepositional phrases that begins with the noun phrase at `at`. */
  chainEnd(at: number): number {
    let i = at;
    while (i + 2 < this.chunks.length && this.chunks[i + 1].kind === 'IN' && this.chunks[i + 2].kind === 'NP') i += 2;
    return i;
  }

  /**
   * The subject of the verb group at `at`: the noun phrase before it, over prepositional phrases, relative clauses, appositions and
   * parentheses; shared by coordinated verbs. Null when there is none (imperatives, infinitives, gerunds at the beginning).
   */
  subject(at: number): Chunk | null {
    let known = this.subjects[at];
    if (known === undefined) {
      known = this.findSubject(at);
      this.subjects[at] = known;
    }
    return known;
  }

  private findSubject(at: number): Chunk | null {
    const v = this.chunks[at].verb!;
    if (v.form === 'infinitive') return this.controller(at);
    const antecedent = v.form === 'finite' ? (this.overRelative(at) ?? this.overReduced(at)) : null;
    if (antecedent) return antecedent;
    let i = at - 1;
    let hops = 0;
    while (i >= 0 && hops++ < 40) {
      const c = this.chunks[i];
      if (c.kind === 'RB' || c.kind === 'TM' || c.kind === 'JJ' || c.kind === 'QT') {
        i--;
        continue;
      }
      if (c.kind === 'PU' && this.tokens[c.first].text === ')') {
        // "the Civil Defence (PCD) reported"
        let k = i - 1;
        while (k > i - 8 && k >= 0 && this.tokens[this.chunks[k].first].text !== '(') k--;
        if (k < 0 || this.tokens[this.chunks[k].first].text !== '(') return null;
        i = k - 1;
        continue;
      }
      if (c.kind === 'PU' && DASHES.has(this.tokens[c.first].text)) {
        // "the group – banned since 2002 – has killed"
        const open = this.chunks.findLast((x) => x.at < i && x.kind === 'PU');
        if (!open || !DASHES.has(this.tokens[open.first].text) || this.chunks[open.at - 1]?.kind !== 'NP') return null;
        i = open.at - 1;
        continue;
      }
      // "the governor himself spoke of"
      if (c.kind === 'NP' && this.chunks[i - 1]?.kind === 'NP' && /sel(?:f|ves)$/.test(this.word(c))) {
        i--;
        continue;
      }
      if (c.kind === 'NP') {
        // "…, who died on Monday, was": over the chain to its head; a preposition that nothing precedes is an adverbial
        // "… hours after Hamas launched", "as rebels pushed on": the preposition opens a clause
        const opener = this.chunks[i - 1];
        if (opener?.kind === 'IN' && SUBORDINATES.has(this.word(opener)) && this.clauseBefore(i - 1)) return c;
        let s = this.chainStart(i);
        const before = this.chunks[s - 1];
        // "a strike on a school sheltering families killed": over the participle that describes the noun before it
        if (
          before?.kind === 'VG' &&
          before.verb!.form !== 'finite' &&
          before.verb!.form !== 'infinitive' &&
          this.chunks[s - 2]?.kind === 'NP' &&
          v.form === 'finite'
        ) {
          i = s - 2;
          continue;
        }
        // "rockets fired by rebels from the hill hit": over the agent of the participle
        const fired = this.chunks[s - 2];
        if (
          before?.kind === 'IN' &&
          this.word(before) === 'by' &&
          v.form === 'finite' &&
          fired?.verb?.form === 'participle' &&
          this.chunks[s - 3]?.kind === 'NP'
        ) {
          i = s - 3;
          continue;
        }
        // "gunmen believed to belong to the gang opened fire"
        const thought = this.chunks[s - 3]?.verb;
        if (
          before?.kind === 'IN' &&
          fired?.verb?.form === 'infinitive' &&
          thought &&
          THOUGHT.has(thought.lemma) &&
          this.chunks[s - 4]?.kind === 'NP'
        ) {
          i = s - 4;
          continue;
        }
        if (before?.kind === 'IN') {
          // "On Tuesday morning Hezbollah launched": the phrase nearest the verb after an adverbial time or place
          if (s < i) return this.chunks[i];
          i = s - 2;
          continue;
        }
        if (before?.kind === 'CC' && this.tokens[before.first].lower !== 'but' && this.chunks[s - 2]?.kind === 'NP') {
          const first = this.chainStart(s - 2);
          const lead = this.chunks[first - 1];
          if (!lead || lead.kind === 'CM' || lead.kind === 'SC' || lead.kind === 'PU' || lead.kind === 'QT') s = first;
        }
        return this.overAppositions(s);
      }
      if (c.kind === 'WH') {
        // "which hit", "who died": the antecedent
        const k = this.antecedent(i);
        // "a medic in the town who": people are who, over any preposition; things are what stands nearest
        if (k < 0) return null;
        return this.chunks[this.word(c) === 'who' ? this.peopleAt(k) : (this.deedAt(k, v) ?? this.ofHead(k))];
      }
      if (c.kind === 'CC') {
        const prior = this.verbBefore(i);
        return prior >= 0 ? this.subject(prior) : null;
      }
      if (c.kind === 'CM') {
        const open = this.parenthesis(i);
        // "attacked a post near X, in the desert, killing six"
        const main = open >= 0 && v.form === 'ing' ? this.verbBefore(open) : -1;
        if (main >= 0) return this.subject(main);
        if (open >= 0) {
          i = open - 1;
          continue;
        }
        const prior = this.verbBefore(i);
        return prior >= 0 ? this.subject(prior) : null;
      }
      if (c.kind === 'SC') {
        if (this.tokens[c.first].lower !== 'that' || this.chunks[i - 1]?.kind !== 'NP') return null;
        // "a depot in the city of Engels that was attacked": not the place
        return this.chunks[this.deedAt(i - 1, v) ?? (this.isPlace(i - 1) ? this.chainStart(i - 1) : i - 1)];
      }
      if (c.kind === 'VG') {
        // "three officials briefed on it said"
        if (
          v.form === 'finite' &&
          (c.verb!.form === 'participle' || c.verb!.form === 'ing') &&
          this.chunks[i - 1]?.kind === 'NP'
        ) {
          i--;
          continue;
        }
        if (v.form === 'participle' || v.form === 'ing') {
          const object = this.object(i);
          return object ?? this.subject(i);
        }
        return null;
      }
      if (c.kind === 'IN') {
        if (v.form === 'ing') {
          const prior = this.verbBefore(i);
          // "accused Ukraine of carrying out"
          if (
            prior >= 0 &&
            this.word(c) === 'of' &&
            /^(?:accuse|suspect|convict)$/.test(this.chunks[prior].verb!.lemma)
          )
            return (
              this.object(prior) ??
              (this.chunks[prior].verb!.passive ? this.subject(prior) : this.relativeObject(prior))
            );
          return prior >= 0 ? this.subject(prior) : null;
        }
        i--;
        continue;
      }
      return null;
    }
    return null;
  }

  /**
   * "A farmer in the town who took part told", "a helicopter that wanted to land men was hit": the antecedent of a relative clause that ends
   * right before the verb at `at`; else null. A place or a day between commas does not end it.
   */
  private overRelative(at: number): Chunk | null {
    let verbs = 0;
    let commas = 0;
    for (let i = at - 1; i > 0 && i > at - 14; i--) {
      const c = this.chunks[i];
      const opens = c.kind === 'WH' ? /^(?:who|which)$/.test(this.word(c)) : c.kind === 'SC' && this.word(c) === 'that';
      if (c.kind === 'VG' && c.verb!.form === 'finite') verbs++;
      else if (opens) {
        const next = this.chunks[this.chunks[i + 1].kind === 'RB' ? i + 2 : i + 1];
        if (verbs !== 1 || next.kind !== 'VG' || this.chunks[i - 1].kind !== 'NP') return null;
        return commas % 2 === 0 ? this.chunks[this.chainStart(i - 1)] : null;
      } else if (c.kind === 'CM') {
        if (verbs > 0) return null;
        commas++;
      } else if (c.kind === 'PU' || c.kind === 'QT' || c.kind === 'SC' || c.kind === 'CC') return null;
    }
    return null;
  }

  /** The noun phrase right before the relative pronoun at `at`, over a comma, a preposition and a bracket: "the Forces (RSF), which"; -1 if none. */
  private antecedent(at: number): number {
    let k = at - 1;
    while (k >= 0 && (this.chunks[k].kind === 'CM' || this.chunks[k].kind === 'IN')) k--;
    if (k >= 0 && this.tokens[this.chunks[k].first].text === ')') {
      while (k >= 0 && this.tokens[this.chunks[k].first].text !== '(') k--;
      k--;
    }
    return this.chunks[k]?.kind === 'NP' ? k : -1;
  }

  /** Is the phrase at `at` a name under a preposition of place, or under the "of" of one: "in Gao", "in the city of Gao"? */
  private isPlace(at: number): boolean {
    if (!this.tokens[this.chunks[at].head].capital) return false;
    const k = this.chunks[at - 1]?.kind === 'IN' && this.word(this.chunks[at - 1]) === 'of' ? at - 2 : at;
    return this.chunks[k - 1]?.kind === 'IN' && WHERE.has(this.word(this.chunks[k - 1]));
  }

  /** Of the phrases that end at `at`, the one that names people: "officials installed by Moscow, who". */
  private peopleAt(at: number): number {
    const start = this.chainStart(at);
    const [people, how, by] = [start - 3, start - 2, start - 1].map((i) => this.chunks[i]);
    const described = people?.kind === 'NP' && how.verb?.form === 'participle' && by.kind === 'IN';
    return described && this.tokens[this.chunks[start].first].capital ? this.chainStart(people.at) : start;
  }

  /** Does the preposition at `at` stand behind a whole clause, or at the head of the sentence? */
  private clauseBefore(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const c = this.chunks[i];
      if (c.kind === 'VG' && c.verb!.form === 'finite') return true;
      if (c.kind === 'SC' || c.kind === 'WH' || (c.kind === 'PU' && this.tokens[c.first].text !== ')')) return false;
    }
    return this.word(this.chunks[at]) === 'as' && at === 0;
  }

  /** "Rwanda, which experts accuse of …": what the relative clause of the verb at `at` is about. */
  relativeObject(at: number): Chunk | null {
    for (let i = at - 2; i > 0 && i > at - 6; i--) {
      if (this.chunks[i].kind !== 'WH' || this.chunks[i + 1].kind !== 'NP') continue;
      const before = this.chunks[this.chunks[i - 1].kind === 'CM' ? i - 2 : i - 1];
      return before?.kind === 'NP' ? before : null;
    }
    return null;
  }

  /** "Three officials briefed on it said": the noun before a participle and its phrases, which end right before the verb at `at`; else null. */
  private overReduced(at: number): Chunk | null {
    let i = at - 1;
    if (this.chunks[i]?.kind === 'TM') i--;
    while (i >= 2 && this.chunks[i].kind === 'NP' && this.chunks[i - 1].kind === 'IN') i -= 2;
    const noun = this.chunks[i - 1];
    if (i === at - 1 || !this.chunks[i]?.verb || noun?.kind !== 'NP' || !bare(this.tokens, this.chunks[i])) return null;
    const lead = this.chunks[i - 2];
    return !lead || lead.kind === 'CM' || lead.kind === 'PU' || lead.kind === 'QT' || lead.kind === 'SC' ? noun : null;
  }

  /** "The group's attack on Kenya, which killed 40": it is the attack that kills, not what stands nearest; null where no deed is told of so. */
  private deedAt(at: number, v: VerbGroup): number | null {
    const does = v.passive ? null : happeningOf(v)?.type;
    const start = this.chainStart(at);
    const deed = nounHappening(this.tokens[this.chunks[start].head]);
    return (does === 'casualties' || does === 'damage') && deed?.type === 'attack' ? start : null;
  }

  /** The head of "NP of NP" that a relative clause after `at` is about: the nearest phrase, but over "of". */
  private ofHead(at: number): number {
    let i = at;
    while (
      i >= 2 &&
      this.chunks[i - 1].kind === 'IN' &&
      this.word(this.chunks[i - 1]) === 'of' &&
      this.chunks[i - 2].kind === 'NP'
    )
      i -= 2;
    return i;
  }

  /** Whose act an infinitive is: the object of the verb before it, else its subject. */
  private controller(at: number): Chunk | null {
    // "claimed to have killed 40 and to have burned two": the same one's as the infinitive before
    if (this.chunks[at - 1]?.kind === 'CC') {
      const prior = this.chunks.slice(0, at).findLast((c) => c.kind === 'VG');
      if (prior?.verb?.form === 'infinitive') return this.subject(prior.at);
    }
    for (let i = at - 1; i >= 0 && i > at - 8; i--) {
      const c = this.chunks[i];
      if (c.kind === 'VG') {
        const object = this.object(i);
        return object &&
          object.at < at &&
          object.at > i &&
          !/^(?:promise|vow|threaten|pledge|offer)$/.test(c.verb!.lemma)
          ? object
          : this.subject(i);
      }
      if (c.kind === 'PU' || c.kind === 'SC') return null;
    }
    return null;
  }

  /** The verb group that a coordination at `i` continues; -1 if none. */
  private verbBefore(i: number): number {
    for (let k = i - 1; k >= 0; k--) {
      const c = this.chunks[k];
      if (c.kind === 'VG' && c.verb!.form === 'finite') return k;
      if (c.kind === 'PU' && /[;:—–]/.test(this.tokens[c.first].text)) return -1;
    }
    return -1;
  }

  /**
   * Of a comma that closes an apposition, a relative clause or another parenthesis: the chunk index of the comma that opened it; else -1.
   */
  parenthesis(close: number): number {
    let verbs = 0;
    for (let k = close - 1; k >= 0 && k > close - 24; k--) {
      const c = this.chunks[k];
      if (c.kind === 'VG' && c.verb!.form === 'finite') verbs++;
      if (c.kind === 'PU' && /[;:]/.test(this.tokens[c.first].text)) return -1;
      if (c.kind !== 'CM') continue;
      const inside = this.chunks[k + 1];
      if (!inside || k + 1 >= close) return -1;
      const before = this.chunks[k - 1];
      const bracket = before?.kind === 'PU' && this.tokens[before.first].text === ')';
      if (!before || (before.kind !== 'NP' && before.kind !== 'TM' && !bracket)) continue;
      const partOf = inside.kind === 'NP' && this.chunks[k + 2]?.kind === 'IN' && this.chunks[k + 3]?.kind === 'WH';
      if (partOf || inside.kind === 'WH' || (inside.kind === 'IN' && this.chunks[k + 2]?.kind === 'WH'))
        return this.closes(k, close) ? -1 : k;
      if (inside.kind === 'NP' && verbs === 0) return k;
      if (inside.kind === 'VG' && inside.verb!.form !== 'finite' && verbs === 0) return k;
      // "an official, asked about the garrison, said": a participle that looks like a past
      const behind = this.chunks[this.chunks[close + 1]?.kind === 'RB' ? close + 2 : close + 1];
      if (inside.kind === 'VG' && verbs === 1 && bare(this.tokens, inside) && behind?.verb) return k;
      if ((inside.kind === 'JJ' || inside.kind === 'IN' || inside.kind === 'RB' || inside.kind === 'TM') && verbs === 0)
        return k;
      if (inside.kind === 'SC' && verbs <= 1) return k;
      if (inside.kind === 'NP' && verbs === 1 && this.chunks[close - 1].kind === 'VG') return k; // ", he said,"
    }
    return -1;
  }

  /** "X, which Y uses, alleged that Z hit it,": has what the comma at `open` opened ended before the one at `close`, with a verb of the main clause? */
  private closes(open: number, close: number): boolean {
    let told = false;
    for (let k = open + 1; k < close - 1; k++) {
      if (this.chunks[k].verb?.form === 'finite') told = true;
      else if (told && this.chunks[k].kind === 'CM' && this.chunks[k + 1].verb?.form === 'finite') return true;
    }
    return false;
  }

  /** From the second half of "NP, NP" (an apposition right before the verb) back to the first: "its spokesman, Nay Lin Zaw, said". */
  private overAppositions(s: number): Chunk {
    const c = this.chunks[s];
    const comma = this.chunks[s - 1];
    if (comma?.kind === 'CM' && this.chunks[s - 2]?.kind === 'NP') {
      const first = this.chainStart(s - 2);
      const lead = this.chunks[first - 1];
      // an apposition needs its closing comma, which stood between it and the verb: then parenthesis() has skipped it already
      if (lead?.kind === 'CM' || !lead) return c;
    }
    return c;
  }

  /** The direct object of the verb group at `at`: the noun phrase right behind it. Null in the passive or without one. */
  object(at: number): Chunk | null {
    const v = this.chunks[at].verb!;
    if (v.passive && v.form !== 'participle') return null;
    for (let i = at + 1; i < this.chunks.length && i < at + 5; i++) {
      const c = this.chunks[i];
      if (c.kind === 'NP') return c;
      if (c.kind === 'RB' || c.kind === 'QT' || c.kind === 'TM') continue;
      return null;
    }
    return null;
  }

  /** Coordinated noun phrases from `np` on: "138 drones and 24 missiles", "41 over Belgorod, 27 over Bryansk and eight over Voronezh". */
  conjuncts(np: Chunk): Chunk[] {
    const all = [np];
    let i = this.chainEnd(np.at);
    for (;;) {
      const sep = this.chunks[i + 1];
      if (!sep || (sep.kind !== 'CC' && sep.kind !== 'CM')) return all;
      let next = i + 2;
      if (sep.kind === 'CM' && this.chunks[next]?.kind === 'CC') next++;
      if (sep.kind === 'CC' && this.tokens[sep.first].lower === 'but') return all;
      const c = this.chunks[next];
      if (c?.kind !== 'NP') return all;
      const end = this.chainEnd(next);
      const after = this.chunks[end + 1];
      // "NP and NP verb": the second phrase begins a clause of its own
      if (after?.kind === 'VG' && after.verb!.form === 'finite') return all;
      all.push(c);
      i = end;
    }
  }

  /** The prepositional phrases that follow chunk `at`, up to the next verb group, mark or subordinator. */
  obliques(at: number, limit = this.chunks.length): Oblique[] {
    const found: Oblique[] = [];
    for (let i = at + 1; i < limit; i++) {
      const c = this.chunks[i];
      const np = this.chunks[this.chunks[i + 1]?.kind === 'QT' ? i + 2 : i + 1];
      if (c.kind === 'IN' && np?.kind === 'NP') {
        found.push({ preposition: this.word(c), np });
        i = np.at;
      } else if (c.kind === 'VG' && c.verb!.form === 'finite') break;
      else if (c.kind === 'SC' || c.kind === 'PU') break;
    }
    return found;
  }
}
