import type { Time } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { TimeExpression, TimeMention, TimeUnit } from '../../model/moment.ts';
import type { Span } from '../../model/span.ts';
import type { Article } from './article.ts';
import type { Chunk, VerbGroup } from './chunk.ts';
import type { Clauses } from './clause.ts';
import type { Draft } from './draft.ts';
import { WARS } from './place-words.ts';
import type { Segments } from './segments.ts';
import { isDay } from './time-shape.ts';
import type { Voices } from './voices.ts';

/** What is said or written on a day of its own: "in a second statement on Sunday". */
const UTTERANCES: ReadonlySet<string> = new Set(
  'statement communique communiqué briefing bulletin interview speech address post message letter video broadcast conference update tweet note dispatch announcement release'.split(
    ' ',
  ),
);

/** Verbs whose participle tells when somebody spoke. */
const SPEAKING: ReadonlySet<string> = new Set(
  'brief speak address write interview question tell testify ask insist say deny claim maintain announce admit acknowledge confirm warn'.split(
    ' ',
  ),
);
/** The same at the head of a sentence, where they look like nouns. */
const OPENINGS: ReadonlySet<string> = new Set(['briefing', 'speaking', 'addressing', 'writing']);
/** Participles of what has been published, and nouns of what may be: "figures released today", not "hostages released today". */
const PUBLISHING: ReadonlySet<string> = new Set('release publish issue post air circulate compile update'.split(' '));
const PUBLISHED: ReadonlySet<string> = new Set([
  ...UTTERANCES,
  ...'figures data statistics numbers report reports count toll list lists footage photos images recording statements'.split(
    ' ',
  ),
]);
/** Verbs of whoever gives a toll, and what they call it. */
const GIVES: ReadonlySet<string> = new Set(['give', 'put']);
const TOLLS: ReadonlySet<string> = new Set(['toll', 'figure', 'number', 'tally', 'total', 'count', 'dead']);
/** Verbs of a toll that moves. */
const RISES: ReadonlySet<string> = new Set('climb rise reach stand increase grow mount pass raise revise'.split(' '));
/** Verbs that say when something began. */
const BEGINS: ReadonlySet<string> = new Set('begin start erupt commence'.split(' '));
const begins = ({ lemma, particle }: VerbGroup): boolean =>
  BEGINS.has(lemma) || (lemma === 'break' && particle === 'out');

/** So few tokens behind a number a day is its own. */
const BEHIND = 3;

/** What begins once and is not the event at hand: what is counted since then is counted since its date, or since a day that nobody told. */
const ERAS: ReadonlySet<string> = new Set([...WARS, 'invasion', 'hostilities', 'coup', 'genocide', 'crisis']);

const YEAR = /^(?:19|20)\d\d$/;

interface Placed {
  mention: TimeMention;
  first: number;
  last: number;
}

type Days = Pick<Time, 'from' | 'to'>;
type Resolved = Pick<Time, 'from' | 'to' | 'precision'>;

/** The time that a claim's own sentence gives it. */
export interface OwnTime {
  /** Null of a window whose beginning the article does not tell. */
  time: Time | null;
  /** A window over which things are summed up ("since March", "in the past week"): no day of one event. */
  window: boolean;
}

/** The times of an article by sentence, and which of a sentence's belongs to a claim. */
export class When {
  private readonly bySentence: Placed[][];
  /** The last time that the text named: what "that day" and "the day before" count from. */
  private named: Days | null = null;
  /** The last of more than a day: "the reporting period". */
  private period: Days | null = null;
  /** When the war began, if the article has told it. */
  private outbreak: Days | null = null;

  constructor(
    private readonly article: Article,
    private readonly voices: Voices,
    private readonly knowledge: Knowledge,
    private readonly segments: Segments,
  ) {
    this.bySentence = article.sentences.map(() => []);
    for (const mention of article.times) {
      const first = article.tokenAt(mention.start);
      if (first < article.tokens.length && mention.expression.kind !== 'dateline')
        this.bySentence[article.sentenceAt(first)].push({ mention, first, last: article.tokenAt(mention.end - 1) + 1 });
    }
  }

  /** Call for each sentence when it has been read: moves what anchored expressions count from. */
  leave(index: number): void {
    const all = this.bySentence[index];
    const told = all.filter(({ first, last }) => !this.saying(index, first, last) && !this.inRelative(first, -1));
    let here = false;
    for (const { mention } of told.length > 0 ? told : all) {
      if (/^(?:a few|several|some|many)\b/i.test(this.article.text.slice(mention.start, mention.start + 8))) continue;
      const days = this.resolve(mention.expression, false, this.named);
      // "that day" is the day, not the night that the sentence named beside it
      if (!days || (here && days.precision === 'night')) continue;
      here = true;
      this.named = mention.shape === 'since' ? { from: days.from, to: days.from } : days;
      if (days.from !== days.to && days.precision !== 'night') this.period = days;
    }
    for (const { mention, first } of all) {
      const start = this.begun(first) ? this.resolve(mention.expression, false, this.named) : null;
      if (start) this.outbreak = { from: start.from, to: start.from };
    }
  }

  /** "11.40 Reports are coming in": the hour at the head of a paragraph is one of the day of publication. */
  entry(index: number): Time | null {
    const { tokens, sentences, text, document } = this.article;
    const { first } = sentences[index];
    const { start, end, gap } = tokens[first];
    if ((first > 0 && gap < 2) || !document.published || !/^\d{1,2}[.:]\d\d$/.test(tokens[first].text)) return null;
    const day = document.published.slice(0, 10);
    return { from: day, to: day, precision: 'day', text: text.slice(start, end), start, end };
  }

  /** The time that a sentence gives to what it tells, whether or not a claim stands in it; null when none. */
  stage(index: number): Time | null {
    for (const { mention, first, last } of this.bySentence[index]) {
      if (
        mention.shape === 'since' ||
        /^(?:ago|limit)$/.test(mention.expression.kind) ||
        this.underSince(first) ||
        this.saying(index, first, last) ||
        this.segments.isAside(first) ||
        this.inRelative(first, -1)
      )
        continue;
      const days = this.resolve(mention.expression, false, this.named);
      if (days) return this.told(days, mention);
    }
    return null;
  }

  /** "whether civilians were killed on Wednesday": in doubt, but not to come. */
  private isPast(d: Draft): boolean {
    const { chunks } = this.article.clauses[d.sentence];
    const c = chunks[d.predicate] ?? chunks.findLast((x) => x.verb && x.first < d.first);
    if (!c?.verb || c.verb.modal) return false;
    return this.article.pos[c.head] === 'VBD' || /^(?:was|were|had)$/.test(this.article.tokens[c.first].lower);
  }

  /** The time that the claim's own sentence gives it; null when it gives none. `scene` is the day of the event at hand. */
  of(d: Draft, scene: Time | null): OwnTime | null {
    const { article } = this;
    const at = d.quantity ? article.tokenAt(d.quantity.numberStart) : d.first;
    const cl = article.clauses[d.sentence];
    const verb = d.predicate >= 0 ? cl.chunks[d.predicate].first : at;
    const future =
      d.modality === 'planned' ||
      (d.modality === 'hypothetical' && !this.isPast(d)) ||
      ((d.type === 'talks' || d.type === 'agreement') && this.looksAhead(d));
    let best: OwnTime | null = null;
    let bestScore = 0;
    for (const placed of this.bySentence[d.sentence]) {
      const { mention, first, last } = placed;
      if (this.framed(d, first, last) || this.ofToll(d, first, last)) continue;
      let expression: TimeExpression = mention.expression;
      let score = 100 - Math.min(60, Math.min(Math.abs(first - at), Math.abs(first - verb)));
      if (first >= d.first && last <= d.last) score += 15;
      // "has fought since rebels attacked it on Oct. 7": that attack was on the day
      if (expression.kind === 'since' && this.isSinceWhen(d, first)) expression = expression.from;
      const opens = this.opens(placed, at);
      if (opens) {
        // "since March 2021, when 15 people were killed"
        if (expression.kind === 'since') expression = expression.from;
        score += expression.kind === 'ago' ? 10 : 60;
      } else if (!isDay(expression) && this.segments.inRecord(first)) continue;
      // "one was killed, bringing to 41 the number killed this month": a sum's time is its own, and no other's
      else if (this.segments.outsideSum(at, first) || this.segments.outsideSum(first, at)) continue;
      else if (this.segments.aside(at, first) && !this.tiesAside(expression) && !this.underSince(first)) continue;
      else if (this.inRelative(first, at) && !this.lasts(d, first)) {
        // "the two farmers who died on Tuesday were hit by shells"
        if (mention.shape !== 'since' && !this.describesCounted(d, first)) continue;
        score -= 30;
      }
      if (expression.kind === 'anchored' && expression.anchor === 'following') {
        // "a day after the group overran an outpost": what follows, up to the comma, lies that long before
        if (at < last || this.clauseEnds(first, last, at)) continue;
        score += 40;
      } else if (mention.shape !== 'since' && !opens && (this.underSince(first, d) || this.lasts(d, first)))
        expression = { kind: 'since', from: expression };
      if (this.segments.apart(first, at)) score -= 40;
      // "three on Sunday, six on Monday and two on Tuesday"
      if (d.quantity && first > at && first - at <= BEHIND && isDay(expression)) score += 30;
      if (mention.shape === 'since') score += 5;
      // a date goes before a reckoning ("a little over two weeks ago, … on Feb. 23")
      if (/^(?:ago|past)$/.test(expression.kind)) score -= 15;
      if (score <= bestScore) continue;
      const days = this.resolve(expression, future, this.anchorFor(expression, d, first, scene));
      if (!days) continue;
      // "by Friday the toll had risen": the day of the count, not of the deaths
      if (
        expression.kind === 'limit' &&
        expression.which === 'by' &&
        d.modality === 'actual' &&
        scene &&
        scene.from <= days.to
      )
        continue;
      best = {
        time: this.told(days, mention),
        window: days.precision === 'since' || (expression.kind === 'past' && !isDayLong(expression)),
      };
      bestScore = score;
    }
    return best ?? this.sinceItBegan(d, scene);
  }

  /** "Since the fighting began 14 have been killed": since the day at hand; "since the war began": since its date, if that was told. */
  private sinceItBegan(d: Draft, scene: Time | null): OwnTime | null {
    const { article } = this;
    const { chunks } = article.clauses[d.sentence];
    const c = chunks.find((c) => (c.kind === 'SC' || c.kind === 'IN') && article.tokens[c.first].lower === 'since');
    if (!c || this.segments.inRecord(c.first) || this.inRelative(c.first, d.first)) return null;
    const behind = chunks.slice(c.at + 1, c.at + 6);
    const era = behind.find((n) => n.kind === 'NP' && ERAS.has(article.tokens[n.head].lower));
    const verb = era ?? behind.slice(0, 4).find((v) => v.verb && begins(v.verb));
    const from = era ? this.outbreak : (this.named ?? scene);
    if (era && !from) return { time: null, window: true };
    if (!from || !verb) return null;
    const date = {
      kind: 'date',
      year: Number(from.from.slice(0, 4)),
      month: Number(from.from.slice(5, 7)),
      day: Number(from.from.slice(8)),
    } as const;
    const days = this.resolve({ kind: 'since', from: date }, false, null);
    const { start } = article.tokens[c.first];
    const { end } = article.tokens[verb.last - 1];
    return days && { time: this.told(days, { start, end }), window: true };
  }

  /** Is a time that of the beginning of a war: "since the war began in April 2023", "the coup of February 2021"? */
  private begun(first: number): boolean {
    const { chunks } = this.article.clauses[this.article.sentenceAt(first)];
    const at = this.article.chunkAt(first);
    const era = chunks.slice(Math.max(0, at - 6), at).findLast((c) => c.kind === 'NP' && c.last <= first);
    return (
      era !== undefined &&
      (ERAS.has(this.article.tokens[era.head].lower) || this.article.tokens[era.head].lower === 'fighting') &&
      chunks
        .slice(era.at + 1, at)
        .every((c) => c.kind === 'IN' || c.kind === 'CM' || c.kind === 'WH' || (c.verb && begins(c.verb)))
    );
  }

  /** Does a claim tell of what has happened up to now? */
  isPerfect(d: Draft): boolean {
    const verb = this.article.clauses[d.sentence].chunks[d.predicate]?.verb;
    return verb?.perfect === true && verb.form === 'finite';
  }

  /** Days, and the words that told them. */
  private told({ from, to, precision }: Resolved, { start, end }: Span): Time {
    return { from, to, precision, text: this.article.text.slice(start, end), start, end };
  }

  private resolve(expression: TimeExpression, future: boolean, anchor: Days | null) {
    return this.knowledge.calendar(expression, this.article.document.published, { future, anchor });
  }

  /**
   * The day that an expression counts from. "At dawn" is of the day on which it was said so, when the words say that, else of the day that the
   * sentence named before; "that day" is the day named last; what lies "two days after" counts from the event at hand.
   */
  private anchorFor(expression: TimeExpression, d: Draft, before: number, scene: Time | null): Days | null {
    const under = expression.kind === 'limit' ? expression.of : expression;
    // "since dawn" is of the same day as "at dawn"
    const bare = under.kind === 'since' && under.from.kind === 'part' ? under.from : under;
    if (bare.kind === 'part' && bare.of === null) {
      let day: Days | null = null;
      for (const { mention, first, last } of this.bySentence[d.sentence]) {
        if (this.saying(d.sentence, first, last)) return this.resolve(mention.expression, false, null) ?? scene;
        if (first < before) day = this.resolve(mention.expression, false, null) ?? day;
      }
      return day ?? scene;
    }
    if (bare.kind === 'since') return this.named ?? scene;
    if (bare.kind !== 'anchored') return null;
    if (bare.anchor === 'period') return this.period;
    if (bare.anchor === 'context') {
      // "a truce on 19 October and an exchange three days later"
      const prior = this.bySentence[d.sentence].findLast(
        (p) => p.first < before && !this.saying(d.sentence, p.first, p.last),
      );
      const day = prior && this.resolve(prior.mention.expression, false, null);
      if (day) return day;
    }
    return bare.anchor === 'context' && this.named ? this.named : (scene ?? this.named);
  }

  /** Belongs the time to the saying ("said on Thursday"), not to what is said? */
  private framed(d: Draft, first: number, last: number): boolean {
    return !(first >= d.first && last <= d.last) && this.saying(d.sentence, first, last);
  }

  /** Does the time stand in the words of an attribution, or behind what was said or written: "in a statement on Sunday", "briefing the press on Friday"? */
  private saying(sentence: number, first: number, last: number): boolean {
    const { article } = this;
    const { tokens, pos } = article;
    if (tokens[first].lower === 'since') return false;
    // "said in 2020 the forces had carried out": a year without "that" is one of what is said
    const year = last - first === 1 && YEAR.test(tokens[first].text) && tokens[last]?.kind === 'word';
    if (year && tokens[last].lower !== 'that') return false;
    if (this.voices.bySentence[sentence].some((a) => first >= a.frame[0] && last <= a.frame[1])) return true;
    const noun = pos[first - 1] === 'IN' ? first - 2 : first - 1;
    if (noun > 0 && UTTERANCES.has(tokens[noun].lower) && pos[noun] === 'NN') return true;
    const { chunks } = article.clauses[sentence];
    for (let i = article.chunkAt(first) - 1; i >= 0; i--) {
      const { kind, verb } = chunks[i];
      if (i === 0 && OPENINGS.has(tokens[chunks[0].first].lower)) return true;
      if (kind === 'CM' || kind === 'PU' || kind === 'CC') return false;
      if (kind === 'VG') return (verb!.form !== 'finite' && SPEAKING.has(verb!.lemma)) || this.isPublished(chunks, i);
    }
    return false;
  }

  /** "according to figures released today": when it was published, not when it happened. */
  private isPublished(chunks: readonly Chunk[], at: number): boolean {
    const noun = chunks[at - 1];
    const { lemma } = chunks[at].verb!;
    return PUBLISHING.has(lemma) && noun?.kind === 'NP' && PUBLISHED.has(this.article.tokens[noun.head].lower);
  }

  /** "a week after": counts from the event at hand to what is told beside it. */
  private tiesAside(x: TimeExpression): boolean {
    return x.kind === 'anchored' && x.anchor === 'following';
  }

  /** "The toll rose to 17 on Monday": the day of the count, not of the deaths. */
  private ofToll(d: Draft, first: number, last: number): boolean {
    const { article } = this;
    if (d.type !== 'casualties' || !d.quantity || article.pos[last] === 'POS') return false;
    const { chunks } = article.clauses[d.sentence];
    const at = article.chunkAt(article.tokenAt(d.quantity.numberStart));
    const verb = chunks.slice(Math.max(0, at - 3), at).findLast((c) => c.verb !== null);
    if (!verb || !(RISES.has(verb.verb!.lemma) || this.givesToll(chunks, verb, at))) return false;
    const opens = first - article.sentences[d.sentence].first <= 2;
    return !this.segments.apart(first, verb.first) && (first > verb.first || opens);
  }

  /** "Had put the toll at 22", "gave a figure of 26": a toll stands between the verb and its number. */
  private givesToll(chunks: readonly Chunk[], { at, verb }: Chunk, number: number): boolean {
    const { tokens } = this.article;
    return GIVES.has(verb!.lemma) && chunks.slice(at + 1, number).some((c) => TOLLS.has(tokens[c.head].lower));
  }

  /** Is what a claim tells the deed since which something else has gone on? */
  private isSinceWhen(d: Draft, first: number): boolean {
    const { article } = this;
    const { chunks } = article.clauses[d.sentence];
    const verb = chunks[d.predicate];
    // "since a bus was hit on Jan. 13, killing 12"
    const own = verb?.verb?.form === 'ing' ? chunks.findLast((c) => c.at < verb.at && c.verb?.form === 'finite') : verb;
    if (!own?.verb || own.first > first || begins(own.verb)) return false;
    for (let i = own.first - 1; i >= article.sentences[d.sentence].first && article.tokens[i].text !== ','; i--)
      if (article.tokens[i].lower === 'since') return true;
    return false;
  }

  /** "The offensive, which began on June 4, has killed 300": what began then has gone on since. */
  private lasts(d: Draft, first: number): boolean {
    const { article } = this;
    const { chunks } = article.clauses[d.sentence];
    if (!chunks.some((c) => c.verb?.perfect && c.at <= Math.max(d.predicate, article.chunkAt(first)))) return false;
    for (let i = article.chunkAt(first) - 1, hops = 0; i >= 0 && hops < 3; i--, hops++) {
      const { verb } = chunks[i];
      if (verb) return begins(verb) && i !== d.predicate;
    }
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
  private opens({ first, last }: Placed, at: number): boolean {
    const { tokens } = this.article;
    if (at < last) return false;
    for (let i = last; i < Math.min(tokens.length, last + 3); i++) {
      // "118 attacks since May, in which 34 died": in the attacks
      const inWhich = tokens[i].lower === 'which' && tokens[i - 1].lower === 'in' && tokens[first].lower !== 'since';
      if (inWhich || tokens[i].lower === 'when' || tokens[i].lower === 'where')
        return i < at && !this.goesOnBehind(last, at);
    }
    return false;
  }

  /** "Since February, when a deal was signed, killing 469": does the main clause go on between a time and `at`? */
  private goesOnBehind(last: number, at: number): boolean {
    const { chunks } = this.article.clauses[this.article.sentenceAt(at)];
    const goesOn = (c: Chunk) => c.verb?.form === 'ing' && chunks[c.at - 1]?.kind === 'CM';
    return chunks.some((c) => last + 2 < c.first && c.first <= at && goesOn(c));
  }

  /** Does the time stand in a relative clause, or under "than" or "before", that the claim is not in? */
  private inRelative(first: number, at: number): boolean {
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    for (let i = this.article.chunkAt(first) - 1, hops = 0; i >= 0 && hops < 14; i--, hops++) {
      const c = cl.chunks[i];
      if (
        c.kind === 'WH' ||
        cl.word(c) === 'where' ||
        (c.kind === 'IN' && /^(?:than|until|before|despite)$/.test(cl.word(c)))
      )
        return c.first > at || this.closes(cl, first, at);
      if (
        (c.kind === 'CM' && cl.chunks[i + 1]?.kind !== 'WH' && cl.chunks[i + 1]?.kind !== 'NP') ||
        c.kind === 'SC' ||
        c.kind === 'PU'
      )
        return false;
    }
    return false;
  }

  /** Does the time stand in a relative clause right behind what is counted? */
  private describesCounted(d: Draft, first: number): boolean {
    if (!d.np) return false;
    const cl = this.article.clauses[d.sentence];
    const wh = cl.chunks[cl.chainEnd(d.np.at) + 1];
    if (wh?.kind !== 'WH' || wh.first > first) return false;
    for (let i = wh.at; i < this.article.chunkAt(first); i++) if (cl.chunks[i].kind === 'CM') return false;
    return true;
  }

  /** "In X, where the fighting began in May, two died": a parenthesis that closes before the claim says when it all began. */
  private closes(cl: Clauses, first: number, at: number): boolean {
    const time = this.article.chunkAt(first);
    for (let k = time + 1; k < this.article.chunkAt(at); k++) {
      const open = cl.chunks[k].kind === 'CM' ? cl.parenthesis(k) : -1;
      if (open >= 0 && open < time) return cl.chunks.slice(open, time).some((c) => c.verb && begins(c.verb));
    }
    return false;
  }

  /** "Since the group re-emerged in November 2021, …"; but what happened then ("since two men were killed last month") has that time itself. */
  private underSince(first: number, d?: Draft): boolean {
    const { article } = this;
    const s = article.sentences[article.sentenceAt(first)];
    for (let i = first - 1; i >= Math.max(s.first, first - 10); i--) {
      if (article.tokens[i].text === ',') return false;
      if (article.tokens[i].lower === 'since') return article.pos[i] !== 'TM' && !(d && this.isSinceWhen(d, first));
    }
    return false;
  }

  /** Does a clause that hangs between commas ("On Friday, a week after 30 people died in X, a bomb …") end before `at`? */
  private clauseEnds(first: number, last: number, at: number): boolean {
    const { article } = this;
    const s = article.sentenceAt(first);
    if (article.pos[first - 1] !== 'CM' && first !== article.sentences[s].first) return false;
    const { chunks } = article.clauses[s];
    let told = false;
    for (let i = article.chunkAt(last); i < article.chunkAt(at); i++) {
      if (chunks[i].kind === 'VG' && chunks[i].verb!.form === 'finite') told = true;
      if (told && chunks[i].kind === 'CM' && chunks[i + 1].kind !== 'VG') return true;
    }
    return false;
  }
}

/** "in the past 24 hours": as good as a day. */
const isDayLong = ({ count, unit }: { count: number; unit: TimeUnit }): boolean =>
  (unit === 'hour' && count <= 24) || (unit === 'day' && count <= 1);
