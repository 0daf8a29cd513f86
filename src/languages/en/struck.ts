import type { Actor } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Chunk } from './chunk.ts';
import type { Role } from './draft.ts';
import { type Focus, NO_FOCUS } from './focus.ts';
import { itemOf } from './items.ts';
import type { Sides } from './sides.ts';
import { bare, named, type Span, spanOf, trimmed } from './spans.ts';
import { PARTS } from './who-words.ts';

/** What was struck, in its own words. */
export class Struck {
  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly sides: Sides,
  ) {}

  /** A thing or a party in the role of what is struck, in its own words. */
  thing(role: Role, focus: Focus): Actor | null {
    const { article } = this;
    const { first, last } = trimmed(this.article, role);
    if (last <= first || article.pos.slice(first, last).every((p) => p === 'CD')) return null;
    const span = spanOf(this.article, first, last);
    const head = article.tokens[last - 1].lower;
    if (last - first === 1 && article.pos[first] === 'PR')
      return focus.target ? { ...focus.target, ...span } : this.thingBefore(first);
    const owner = this.sides.owner(first, last);
    if (PARTS.has(head) && !owner && last - first <= 2) return focus.target;
    const figure = this.cast.read(first, last, false)?.actor;
    if (figure && figure.kind !== 'unnamed') return named(figure, span);
    const whole = this.ofChain(first, last);
    return { name: bare(whole.text), id: null, side: owner?.side ?? null, ...whole };
  }

  isProperty(np: Chunk): boolean {
    const sort = itemOf(this.article.tokens[np.head].lower, false)?.sort;
    return sort === 'property' || sort === 'settlement' || sort === 'vessel';
  }

  /** Those counted, by what they are, when nothing says for whom they fought: "35 rebels". */
  counted(np: Role): Actor {
    const { article } = this;
    // "dead 12 militants": what stands behind the number
    let first = Math.max(np.first, article.pos.slice(np.first, np.last - 1).lastIndexOf('CD') + 1 + np.first);
    while (first < np.last - 1 && !/^(?:JJ|NN|NP)$/.test(article.pos[first])) first++;
    return {
      name: article.words(first, np.last).replace(/\s+/g, ' '),
      id: null,
      side: null,
      ...spanOf(this.article, np.first, np.last),
    };
  }

  /** "the courtyard of the church", "a line of police recruits": a thing with what stands under its "of". */
  private ofChain(first: number, last: number): Span {
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    const at = this.article.chunkAt(first);
    if (cl.chunks[at].last !== last) return spanOf(this.article, first, last);
    let end = at;
    while (
      cl.chunks[end + 1]?.kind === 'IN' &&
      cl.word(cl.chunks[end + 1]) === 'of' &&
      cl.chunks[end + 2]?.kind === 'NP'
    )
      end += 2;
    return spanOf(this.article, first, cl.chunks[end].last);
  }

  /** What "it" is before anything was struck: the last thing under a preposition in the sentence, else what the sentence before is about. */
  private thingBefore(at: number): Actor | null {
    const index = this.article.sentenceAt(at);
    const cl = this.article.clauses[index];
    const isThing = (c: Chunk | null): c is Chunk =>
      c !== null && this.article.pos[c.first] !== 'PR' && !this.sides.party(c.first, c.last);
    const here = cl.chunks.findLast(
      (c) => c.first < at && c.kind === 'NP' && cl.chunks[c.at - 1]?.kind === 'IN' && isThing(c),
    );
    // "The ship called for help, and it took on water"
    const does = cl.chunks.find((c) => c.first > at && c.verb?.form === 'finite');
    const told = cl.chunks.findLast((c) => c.first < at && c.verb?.form === 'finite' && isThing(cl.subject(c.at)));
    const ship = does && cl.subject(does.at)?.first === at && told ? cl.subject(told.at) : null;
    if (!here && ship) return this.thing(ship, NO_FOCUS);
    const before = this.article.clauses[index - 1];
    const verb = before?.chunks.find((c) => c.kind === 'VG' && c.verb!.form === 'finite');
    const subject = verb ? before.subject(verb.at) : null;
    const thing = here ?? (isThing(subject) ? subject : null);
    return thing ? this.thing(thing, NO_FOCUS) : null;
  }
}
