import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Doers } from './doers.ts';
import type { Draft, Role } from './draft.ts';
import { NO_FOCUS } from './focus.ts';
import type { Sides } from './sides.ts';
import { ADMITTED, FOES, IRREGULAR, LOSSES, REGULAR, SUBJECT_OF } from './who-words.ts';

/** On whose side those are to whom it was done. */
export class Victims {
  /** The claim that was asked about last, who suffered, and their side if that was asked: of one claim much is. */
  private asked: Draft | null = null;
  private men: readonly Role[] = [];
  private side: string | null | undefined;

  constructor(
    private readonly article: Article,
    private readonly doers: Doers,
    private readonly sides: Sides,
  ) {}

  /** On whose side those are to whom it was done: by name ("11 SDF fighters"), by whose they are ("its own men"), or by what they are. */
  sideOf(d: Draft): string | null {
    const spans = this.sufferers(d);
    if (spans.length === 0) return null;
    const irregular = this.irregular(d);
    return this.toldSide(d) ?? (irregular === null ? null : this.sides.sideOfMen(irregular));
  }

  /** The victims' side as the words of the sentence tell it. */
  toldSide(d: Draft): string | null {
    const men = this.sufferers(d);
    if (this.side === undefined) this.side = this.sideNamed(men) ?? this.ownLoss(d);
    return this.side;
  }

  /** "It admitted to the death of one soldier", "put own fatalities at two": the speaker's losses. */
  private ownLoss(d: Draft): string | null {
    const cl = this.article.clauses[d.sentence];
    if (d.np && this.article.lower(d.np.first, d.np.last).startsWith('own ')) return this.doers.speakersSide(d.first);
    const verb = cl.chunks.findLast((c) => c.kind === 'VG' && c.first < d.first);
    const before = cl.chunks.slice(verb ? verb.at + 1 : 0, this.article.chunkAt(d.first));
    if (!verb || verb.verb!.negated || before.some((c) => /^(?:CM|SC|PU)$/.test(c.kind))) return this.lossesOf(d);
    if (verb.verb!.lemma === 'lose') {
      const loser = cl.subject(verb.at);
      const who = loser && this.doers.doer(loser, NO_FOCUS);
      return who && this.doers.sideOf(who);
    }
    const admits = ADMITTED.has(verb.verb!.lemma) || (verb.verb!.lemma === 'own' && verb.verb!.particle === 'up');
    return admits && (this.irregular(d) !== null || this.countsNobody(d))
      ? this.doers.speakersSide(d.first)
      : this.lossesOf(d);
  }

  /** "22", "22 dead": a count that does not say of whom. */
  private countsNobody({ np }: Draft): boolean {
    return np !== null && (this.article.pos[np.head] === 'CD' || LOSSES.has(this.article.tokens[np.head].lower));
  }

  /** "put the army's dead at 300", "the enemy's losses number 120": whose the dead are. */
  private lossesOf(d: Draft): string | null {
    if (!this.countsNobody(d)) return null;
    const losses = this.article.clauses[d.sentence].chunks.findLast(
      (c) => c.kind === 'NP' && c.first < d.first && LOSSES.has(this.article.tokens[c.head].lower) && c.head > c.first,
    );
    if (!losses) return null;
    const owner = { first: losses.first, last: losses.head };
    if (/^(?:the )?enemy/.test(this.article.lower(owner.first, owner.last))) {
      const ours = this.doers.speakersSide(d.first);
      return ours && this.sides.adversary(ours);
    }
    if (/^(?:(?:its|their|our) )?own$/.test(this.article.lower(owner.first, owner.last)))
      return this.doers.speakersSide(d.first);
    const who = this.doers.doer(owner, NO_FOCUS);
    return who && this.doers.sideOf(who);
  }

  /** "26 invaders were killed" after "the Russian invaders shelled": are the victims called what somebody was? */
  areCalled(d: Draft, text: string): boolean {
    const [men] = this.sufferers(d);
    const head = men ? this.article.tokens[men.last - 1].lower : '';
    return FOES.has(head) && text.toLowerCase().endsWith(head);
  }

  /** Are the victims irregular fighters, or a state's men? Null when they are neither. */
  irregular(d: Draft): boolean | null {
    const men = this.sufferers(d).at(-1);
    const head = men ? this.article.tokens[men.last - 1].lower : '';
    // "26 invaders": whoever is so called is somebody's army
    if (FOES.has(head)) return null;
    if (IRREGULAR.has(head) || d.item === 'fighter') return true;
    return (REGULAR.has(head) || d.item === 'soldier') && !/^(?:peacekeepers?|observers?)$/.test(head) ? false : null;
  }

  /** The phrases that say who the victims are: those counted and what stands under their "of", or the target of what counts nobody. */
  sufferers(d: Draft): readonly Role[] {
    if (d !== this.asked) {
      this.men = this.findSufferers(d);
      this.side = undefined;
      this.asked = d;
    }
    return this.men;
  }

  private findSufferers(d: Draft): readonly Role[] {
    if (!d.np || !d.measure) return d.target ? [d.target] : [];
    if (d.measure === 'launched' || d.measure === 'intercepted' || d.measure === 'hit') return [];
    const { pos } = this.article;
    const cl = this.article.clauses[d.sentence];
    const behind = cl.obliques(d.np.at, cl.chainEnd(d.np.at) + 1);
    const other = behind.findIndex((o) => !/^(?:of|from|among)$/.test(o.preposition));
    const within = other < 0 ? behind : behind.slice(0, other);
    return [d.np, ...within.map((o) => o.np), ...(pos[d.np.head] === 'CD' ? this.tolled(cl, d.np) : [])];
  }

  /** "the number of fallen troopers to 89", "raised to 89 the number of troopers killed": of whom the number is one. */
  private tolled(cl: Clauses, np: Chunk): Chunk[] {
    const of = cl.chunks.findLast(
      (c) =>
        c.at <= np.at + 3 &&
        c.kind === 'NP' &&
        cl.chunks[c.at - 1]?.kind === 'IN' &&
        cl.word(cl.chunks[c.at - 1]) === 'of' &&
        /^(?:number|toll|tally|count|total)$/.test(this.article.tokens[cl.chunks[c.at - 2]?.head ?? 0].lower),
    );
    return of ? [of] : [];
  }

  /** The side that such phrases name, or point to with "its" or "their". */
  private sideNamed(spans: readonly Role[]): string | null {
    for (const { first, last } of spans) {
      const owner = this.doers.back({ first, last }) ?? this.sides.party(first, last);
      if (owner?.side && this.sides.fights(owner)) return this.sides.sideOf(owner);
      for (let i = first; i < last; i++) {
        const subject = SUBJECT_OF[this.article.tokens[i].lower];
        if (!subject) continue;
        const who = this.doers.pronoun(subject, i, NO_FOCUS);
        return who && this.doers.sideOf(who);
      }
    }
    return null;
  }
}
