import type { Sentence } from '../../extract/sentences.ts';
import type { PartyKind } from '../../model/claim.ts';
import type { Article } from './article.ts';
import { attributions } from './attribution.ts';
import type { Cast, Speaker } from './cast.ts';
import type { Chunk } from './chunk.ts';
import { goesOn, partsOff } from './continuing.ts';
import { gate } from './gates.ts';
import { pointer } from './pointing.ts';
import { type Attribution, OWN_COUNT } from './saying.ts';
import { turns } from './transcript.ts';
import { list } from './words.ts';

/** Who speaks at some token: the root, who passed it on (nearest the root first), and the attribution that says so. */
export interface Voice {
  source: Speaker | null;
  relays: Speaker[];
  attribution: Attribution | null;
}

export const NOBODY: Voice = { source: null, relays: [], attribution: null };

/** An attribution that holds tokens [first, last) of a sentence. */
interface Hold {
  a: Attribution;
  first: number;
  last: number;
}

const BULLETS = new Set(['-', '–', '—', '•', '*', '·', '▶', '►', '▪', '◾', '🔹', '➡']);

/** Words of those who tell of themselves. */
const OURS = gate(list('we our'));

/** Whoever puts out a bulletin is named by this sentence at the latest. */
const HEAD = 1;

/** Words of what others say: "ISAF is aware of allegations that 11 died". */
const TALK = gate(list('allegations allegation reports rumours rumors claims claim'));

/** Who puts out what happened and is no outlet. */
const PUBLISHING: ReadonlySet<PartyKind> = new Set<PartyKind>([
  'organisation',
  'institution',
  'military',
  'armed-group',
]);

/** How many sentences away the words of speaking may stand. */
const REACH = 6;

/** Whole sentences that are somebody's word, with no verb of saying beside them. */
const word = (of: Pick<Attribution, 'sentence' | 'source' | 'cue' | 'frame' | 'rule'>): Attribution => ({
  ...of,
  act: 'say',
  lemma: 'say',
  relays: [],
  regions: [],
  stands: 'pre',
});

/** All attributions of an article, and who speaks where. */
export class Voices {
  readonly bySentence: Attribution[][];
  /** Does the article speak of itself as "we", outside quotation marks, as a communiqué does? */
  readonly own: boolean;
  /** By sentence, what holds its tokens. */
  private readonly holds: Hold[][];
  /** How many tokens each attribution holds. */
  private readonly sizes = new Map<Attribution, number>();
  private readonly heirs = new Map<number, Attribution>();
  /** Paragraphs that are items of somebody's list. */
  private readonly lists = new Map<number, { owner: Attribution; bulleted: boolean }>();

  constructor(
    private readonly article: Article,
    cast: Cast,
  ) {
    this.holds = article.sentences.map(() => []);
    this.bySentence = article.sentences.map((s) => {
      for (const c of article.clauses[s.index].chunks)
        if (c.kind === 'NP' && c.last - c.first >= 1 && article.pos[c.first] !== 'PR')
          this.enter(cast, c.first, c.last);
      return attributions(article, cast, s.index);
    });
    for (const own of this.bySentence)
      for (const a of own) for (const [first, last] of a.regions) this.hold(a, first, last);
    this.own = this.says('we');
    this.quotations();
    this.pointers(cast);
    this.transcript(cast);
    this.continued();
    this.bulletin();
    this.publisher(cast);
  }

  /** Enters whom a phrase names, and whose that is: "Sudan's paramilitary Rapid Support Forces". */
  private enter(cast: Cast, first: number, last: number): void {
    let owner = first + 1;
    while (owner < last && this.article.pos[owner] !== 'POS') owner++;
    if (owner < last) cast.read(first, owner, false);
    cast.read(first, last, false);
  }

  /** What a mission, a ministry or a relief body puts out itself is its own word, where it names nobody else's. */
  private publisher(cast: Cast): void {
    const { document, sentences } = this.article;
    const actor = document.outlet === null ? null : cast.lookUp(document.outlet);
    if (!actor?.id || !PUBLISHING.has(actor.kind)) return;
    const self = cast.mentioned(actor);
    if (!self) return;
    const cue: [number, number] = [self.first, self.last];
    for (const s of sentences)
      if (this.holds[s.index].length === 0 && !this.article.passes(s.index, TALK))
        this.give(word({ sentence: s.index, source: self, cue, frame: cue, rule: 'publisher' }), s.first, s.last);
  }

  /** A bulletin speaks of "our troops" and names whose it is once, at its head: all of it is his. */
  private bulletin(): void {
    const { sentences } = this.article;
    if (!this.says('our')) return;
    const said = this.bySentence.flat().filter((a) => a.source);
    if (said.length === 0 || said[0].sentence > HEAD) return;
    const { figure } = said[0].source!;
    if (figure.actor.id === null || said.some((a) => a.source!.figure !== figure)) return;
    for (const s of sentences.slice(said[0].sentence + 1))
      if (!this.at(s.first).source)
        this.give({ ...said[0], sentence: s.index, relays: [], regions: [] }, s.first, s.last);
  }

  /** What a turn of a transcript says is the speaker's until the next turn, unless he tells what others say. */
  private transcript(cast: Cast): void {
    const { sentences } = this.article;
    const all = turns(this.article, cast);
    all.forEach(({ sentence, speaker, colon }, i) => {
      if (!speaker) return;
      for (let s = sentence; s < (all[i + 1]?.sentence ?? sentences.length); s++) {
        const a = word({
          sentence: s,
          source: speaker,
          cue: [colon, colon + 1],
          frame: [speaker.first, colon],
          rule: 'turn',
        });
        this.give(a, s === sentence ? colon + 1 : sentences[s].first, sentences[s].last);
      }
    });
  }

  /** "Two people were hurt in Shostka. This was announced by the governor": what stands right before, as far as nobody else says it. */
  private pointers(cast: Cast): void {
    const { sentences } = this.article;
    for (const s of sentences) {
      const back = s.index > 0 ? pointer(this.article, cast, s, this.bySentence[s.index]) : null;
      const { paragraph } = sentences[s.index - 1] ?? s;
      for (let k = s.index - 1; back && k > 0 && sentences[k].paragraph === paragraph; k--) {
        if (this.at(sentences[k].first).source) break;
        this.give({ ...back, sentence: k, regions: [] }, sentences[k].first, sentences[k].last);
      }
    }
  }

  /**
   * A sentence without a speaker of its own goes on for the one before it, in the same paragraph, when its words or its tense say so: "It used
   * two missiles", "The remaining three went down". So does a list behind a colon. Else it is the article's own voice.
   */
  private continued(): void {
    for (const s of this.article.sentences) {
      if (s.index === 0 || this.bySentence[s.index].some((a) => a.source) || this.at(s.first).source) continue;
      const before = this.lister(s) ?? this.pointedTo(s);
      if (!before || before.act === 'deny') continue;
      this.give(before, s.first, s.last);
      this.heirs.set(s.index, before);
    }
  }

  /** Does a word stand outside quotation marks? */
  private says(word: 'we' | 'our'): boolean {
    const { tokens, quotations, sentences } = this.article;
    if (!sentences.some((s) => this.article.passes(s.index, OURS))) return false;
    let q = 0;
    for (let i = 0; i < tokens.length; i++) {
      while (q < quotations.length && quotations[q].last <= i) q++;
      if (tokens[i].lower === word && !(q < quotations.length && quotations[q].first <= i)) return true;
    }
    return false;
  }

  /** Who spoke last, in the sentence before. */
  private lastVoice(s: Sentence): Attribution | null {
    const last = this.bySentence[s.index - 1].findLast((a) => a.source && a.regions.length > 0);
    return last ?? this.heirs.get(s.index - 1) ?? null;
  }

  /** Whoever the sentence before it lets speak, if the sentence goes on for it; who passes this on is not told again. */
  private pointedTo(s: Sentence): Attribution | null {
    const last = this.article.sentences[s.index - 1];
    const before = this.lastVoice(s);
    // what was released goes on over paragraphs as long as it only counts on
    const same = last.paragraph === s.paragraph || partsOff(this.article, last, s);
    if (!before || (!same && before.rule !== 'release')) return null;
    const goes = (same && before.rule === 'release') || goesOn(this.article, last, s);
    return goes ? { ...before, relays: [], regions: [] } : null;
  }

  /** Whose list the sentence is an item of: behind a colon the first paragraph, then as many as begin with a bullet. */
  private lister(s: Sentence): Attribution | null {
    const last = this.article.sentences[s.index - 1];
    const list = this.lists.get(last.paragraph);
    if (list && last.paragraph === s.paragraph) return list.owner;
    const opens = this.article.tokens[last.last - 1].text === ':';
    const owner = opens ? this.lastVoice(s) : list?.bulleted && this.isItem(s) ? list.owner : null;
    if (owner && last.paragraph !== s.paragraph) this.lists.set(s.paragraph, { owner, bulleted: this.isItem(s) });
    return owner;
  }

  /** Does a sentence begin with a bullet or a number and its stop? */
  private isItem(s: Sentence): boolean {
    const [first, second] = this.article.tokens.slice(s.first, s.first + 2);
    return (
      BULLETS.has(first.text) || (first.kind === 'number' && second !== undefined && ['.', ')'].includes(second.text))
    );
  }

  /** Sentences inside a quotation that no cue of their own attributes belong to whoever speaks the rest of it. */
  private quotations(): void {
    const { article } = this;
    let previous: { speaker: Attribution; paragraph: number } | null = null;
    for (const q of article.quotations) {
      if (q.last - q.first < 4) continue;
      const from = article.sentenceAt(q.first);
      const to = article.sentenceAt(q.last - 1);
      const paragraph = article.sentences[from].paragraph;
      let speaker: Attribution | null = null;
      for (let s = from; s <= to && !speaker; s++) {
        for (const a of this.bySentence[s])
          if (a.cue[0] >= q.last || a.cue[0] < q.first)
            if (a.regions.some(([x, y]) => x < q.last && y > q.first)) speaker = a;
      }
      const whole = article.sentences[from].first >= q.first - 1;
      if (!speaker && whole) {
        if (previous && previous.paragraph === paragraph) speaker = previous.speaker;
        else {
          // a quotation that stands alone: whoever the sentence before it lets speak, else the one behind
          const before = this.bySentence[from - 1]?.at(-1);
          const after = this.bySentence[to + 1]?.[0];
          speaker =
            before && article.sentences[from - 1].paragraph >= paragraph - 1
              ? before
              : after && article.sentences[to + 1].paragraph === paragraph
                ? after
                : null;
        }
      }
      if (!speaker) continue;
      previous = { speaker, paragraph: article.sentences[to].paragraph };
      for (let s = from; s <= to; s++) {
        const { first, last } = article.sentences[s];
        const a = Math.max(first, q.first);
        const b = Math.min(last, q.last + 1);
        if (b > a && !this.holds[s].some((h) => h.a === speaker && h.first <= a && h.last >= b))
          this.give(speaker, a, b);
      }
    }
  }

  /** Gives tokens of one sentence to an attribution. */
  private give(a: Attribution, first: number, last: number): void {
    a.regions.push([first, last]);
    this.hold(a, first, last);
  }

  private hold(a: Attribution, first: number, last: number): void {
    this.holds[this.article.sentenceAt(first)].push({ a, first, last });
    this.sizes.set(a, (this.sizes.get(a) ?? 0) + last - first);
  }

  /** Everybody who holds words of a sentence, also where the words of speaking stand in another. */
  over(index: number): Set<Attribution> {
    return new Set([...this.bySentence[index], ...this.holds[index].map((h) => h.a)]);
  }

  /** Who says what the verb at `c` tells of: "the group claimed responsibility" is the group's own word. */
  by(c: Chunk): Voice {
    const around = this.at(c.head);
    if (around.source) return around;
    const own = this.bySentence[this.article.sentenceAt(c.head)].find((a) => a.source && a.cue[0] === c.first);
    return own ? { source: own.source, relays: own.relays, attribution: own } : around;
  }

  /** Who speaks at a token: the innermost attribution whose content holds it is the root; those around it passed it on. */
  at(token: number): Voice {
    const s = this.article.sentenceAt(token);
    const around: { a: Attribution; size: number }[] = [];
    for (const { a, first, last } of this.holds[s]) {
      if ((!a.source && a.rule !== OWN_COUNT) || token < first || token >= last || Math.abs(a.sentence - s) > REACH)
        continue;
      if (around.some((x) => x.a === a)) continue;
      const size = this.sizes.get(a)!;
      around.push({ a, size: a.stands === 'pre' && a.sentence === s ? size - 0.5 : size });
    }
    if (around.length === 0) return NOBODY;
    // "…, investigators have concluded, the manager said": of two that close the sentence the nearer has said it to the other
    const closes = ({ stands, sentence, cue }: Attribution) => stands === 'around' && sentence === s && cue[0] > token;
    if (around.length > 1)
      around.sort((p, q) =>
        closes(p.a) && closes(q.a) ? p.a.cue[0] - q.a.cue[0] : p.size - q.size || q.a.cue[0] - p.a.cue[0],
      );
    const inner = around[0].a;
    if (!inner.source) return NOBODY;
    const relays = [...inner.relays];
    for (const { a } of around.slice(1)) {
      for (const r of a.source ? [a.source, ...a.relays] : a.relays) {
        if (r.figure === inner.source.figure || relays.some((x) => x.figure === r.figure)) continue;
        const passed = a.rule.startsWith('was-quoted') || (closes(a) && closes(inner));
        if (r.figure.actor.kind === 'outlet' || passed) relays.push(r);
      }
    }
    return { source: inner.source, relays, attribution: inner };
  }
}
