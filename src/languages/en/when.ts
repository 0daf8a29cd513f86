import type { Time } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { TimeExpression, TimeMention } from '../../model/moment.ts';
import type { Article } from './article.ts';
import type { Draft } from './draft.ts';
import type { Voices } from './voices.ts';

interface Placed {
  mention: TimeMention;
  first: number;
  last: number;
}

type Days = Pick<Time, 'from' | 'to'>;

/** The times of an article by sentence, and which of a sentence's belongs to a claim. */
export class When {
  private readonly bySentence: Placed[][];
  /** The last time that the text named: what "that day" and "the day before" count from. */
  private named: Days | null = null;

  constructor(
    private readonly article: Article,
    private readonly voices: Voices,
    private readonly knowledge: Knowledge,
  ) {
    this.bySentence = article.sentences.map(() => []);
    for (const mention of article.times) {
      const first = article.tokenAt(mention.start);
      if (first < article.tokens.length)
        this.bySentence[article.sentenceAt(first)].push({ mention, first, last: article.tokenAt(mention.end - 1) + 1 });
    }
  }

  /** Call for each sentence when it has been read: moves what anchored expressions count from. */
  leave(index: number): void {
    for (const { mention } of this.bySentence[index]) {
      if (mention.expression.kind === 'dateline') continue;
      const days = this.resolve(mention.expression, false, this.named);
      if (days) this.named = mention.shape === 'since' ? { from: days.from, to: days.from } : days;
    }
  }

  /** The time that the claim's own sentence gives it; null when it gives none. `scene` is the day of the event at hand. */
  of(d: Draft, scene: Time | null): Time | null {
    const { article } = this;
    const at = d.quantity ? article.tokenAt(d.quantity.numberStart) : d.first;
    const cl = article.clauses[d.sentence];
    const verb = d.predicate >= 0 ? cl.chunks[d.predicate].first : at;
    const future =
      d.modality === 'planned' ||
      d.modality === 'hypothetical' ||
      ((d.type === 'talks' || d.type === 'agreement') && this.looksAhead(d));
    let best: Time | null = null;
    let bestScore = 0;
    const placed = this.bySentence[d.sentence];
    for (let k = 0; k < placed.length; k++) {
      const { mention, first, last } = placed[k];
      if (mention.expression.kind === 'dateline') continue;
      const framed = this.framed(d, first, last);
      if (framed) continue;
      let expression: TimeExpression = mention.expression;
      let score = 100 - Math.min(60, Math.min(Math.abs(first - at), Math.abs(first - verb)));
      const opensClause = this.opens(last, at);
      if (opensClause) {
        // "since March 2021, when 15 people were killed"
        if (expression.kind === 'since') expression = expression.from;
        score += 60;
      } else {
        if (this.rangeOfRecord(first)) continue;
        if (this.inRelative(first, at)) continue;
      }
      if (expression.kind === 'anchored' && expression.anchor === 'following') {
        // "a day after the group overran an outpost": what follows lies that long before the event at hand
        if (at < last) continue;
        expression = { ...expression, shift: -expression.shift, anchor: 'context' };
        score += 40;
      } else if (mention.shape !== 'since' && this.underSince(first)) expression = { kind: 'since', from: expression };
      else if (k + 1 < placed.length && this.between(first, placed[k + 1].first))
        expression = { kind: 'range', from: expression, to: placed[k + 1].mention.expression };
      if (clauseBetween(article, Math.min(first, at), Math.max(first, at))) score -= 40;
      if (mention.shape === 'since') score += 5;
      // a date goes before a reckoning ("a little over two weeks ago, … on Feb. 23")
      if (/^(?:ago|past)$/.test(expression.kind)) score -= 15;
      if (score <= bestScore) continue;
      const resolved = this.resolve(expression, future, this.anchorFor(expression, d, scene));
      if (!resolved) continue;
      best = {
        ...resolved,
        text: article.text.slice(mention.start, mention.end),
        start: mention.start,
        end: mention.end,
      };
      bestScore = score;
    }
    return best;
  }

  private resolve(expression: TimeExpression, future: boolean, anchor: Days | null) {
    return this.knowledge.calendar(expression, this.article.document.published, { future, anchor });
  }

  /** "at dawn" is of the day on which it was said so, when the words say that; "that day" of the day named last. */
  private anchorFor(expression: TimeExpression, d: Draft, scene: Time | null): Days | null {
    if (expression.kind === 'part' && expression.of === null) {
      for (const a of this.voices.bySentence[d.sentence]) {
        for (const { mention, first, last } of this.bySentence[d.sentence]) {
          if (first < a.frame[0] || last > a.frame[1]) continue;
          const said = this.resolve(mention.expression, false, null);
          if (said) return said;
        }
      }
      return scene;
    }
    if (expression.kind === 'since') return this.named ?? scene;
    return expression.kind === 'anchored' && /^(?:day|hour)$/.test(expression.unit) && this.named
      ? this.named
      : (scene ?? this.named);
  }

  /** Belongs the time to the saying ("said on Thursday"), not to what is said? */
  private framed(d: Draft, first: number, last: number): boolean {
    for (const a of this.voices.bySentence[d.sentence])
      if (first >= a.frame[0] && last <= a.frame[1] && !(first >= d.first && last <= d.last)) return true;
    return false;
  }

  private looksAhead(d: Draft): boolean {
    const { first, last } = this.article.sentences[d.sentence];
    for (let i = first; i < last; i++)
      if (
        /^(?:invite|invited|invites|planned|scheduled|due|called|calls|convened|proposed|set)$/.test(
          this.article.tokens[i].lower,
        )
      )
        return true;
    return false;
  }

  /** Does a "when" or "in which" right behind the time open the clause that the claim stands in? */
  private opens(last: number, at: number): boolean {
    const { tokens } = this.article;
    if (at < last) return false;
    for (let i = last; i < Math.min(tokens.length, last + 3); i++)
      if (/^(?:when|where)$/.test(tokens[i].lower)) return i < at;
    return false;
  }

  private rangeOfRecord(first: number): boolean {
    const { article } = this;
    const s = article.sentences[article.sentenceAt(first)];
    return /\b(?:largest|biggest|deadliest|heaviest|worst|highest|record|lowest|the most|the first|the third|the second|bloodiest|fiercest|death of)\b[^,]*$/.test(
      article.lower(Math.max(s.first, first - 9), first),
    );
  }

  /** Does the time stand in a relative clause, or under "than" or "before", that the claim is not in? */
  private inRelative(first: number, at: number): boolean {
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    for (let i = this.article.chunkAt(first) - 1, hops = 0; i >= 0 && hops < 14; i--, hops++) {
      const c = cl.chunks[i];
      if (c.kind === 'WH' || (c.kind === 'IN' && /^(?:than|until|before|despite)$/.test(cl.word(c))))
        return c.first > at;
      if (
        (c.kind === 'CM' && cl.chunks[i + 1]?.kind !== 'WH' && cl.chunks[i + 1]?.kind !== 'NP') ||
        c.kind === 'SC' ||
        c.kind === 'PU'
      )
        return false;
    }
    return false;
  }

  /** "Since the group re-emerged in November 2021, …" */
  private underSince(first: number): boolean {
    const { article } = this;
    const s = article.sentences[article.sentenceAt(first)];
    for (let i = first - 1; i >= Math.max(s.first, first - 10); i--) {
      if (article.tokens[i].text === ',') return false;
      if (article.tokens[i].lower === 'since') return article.pos[i] !== 'TM';
    }
    return false;
  }

  /** "between 8 p.m. on Tuesday and 3 a.m. on Wednesday" */
  private between(first: number, second: number): boolean {
    const { article } = this;
    if (second - first > 9) return false;
    const s = article.sentences[article.sentenceAt(first)];
    const lead = article.lower(Math.max(s.first, first - 6), first);
    return /\b(?:between|from)\b[^,;]*$/.test(lead) && /\b(?:and|to)\b/.test(article.lower(first, second));
  }
}

/** Does a clause end between two tokens of one sentence: a semicolon, or a comma with a conjunction? */
export function clauseBetween(article: Article, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const t = article.tokens[i];
    if (t.text === ';' || t.text === '—') return true;
    if (
      (t.lower === 'while' || t.lower === 'but' || t.lower === 'and' || t.lower === 'whereas') &&
      article.pos[i - 1] === 'CM'
    )
      return true;
  }
  return false;
}
