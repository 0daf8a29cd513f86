import type { Place } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Draft, Role } from './draft.ts';
import { happeningOf } from './happenings.ts';
import { DIRECT, SIDES, WARS } from './place-words.ts';
import type { Segments } from './segments.ts';
import type { Voices } from './voices.ts';
import { type PlaceMention, PRECISION } from './whereabouts.ts';
import { POSSESSIVES } from './words.ts';

/** How strongly its relation says that something happened at a place. */
const WEIGHT: Readonly<Record<string, number>> = {
  in: 60,
  at: 60,
  near: 60,
  outside: 60,
  over: 60,
  inside: 60,
  around: 58,
  across: 55,
  within: 55,
  on: 52,
  into: 50,
  above: 50,
  off: 50,
  throughout: 50,
  struck: 45,
  attack: 45,
  along: 40,
  war: 30,
  between: 30,
  of: 26,
  to: 24,
  towards: 24,
  toward: 24,
  against: 24,
  through: 24,
  possessive: 22,
  beyond: 20,
  and: 20,
  from: 8,
};
/** Whoever is taken or driven away is so from there. */
const FROM = 30;
/** Before a part of those that are counted: where the part is, the whole need not be. */
const PARTS: ReadonlySet<string> = new Set(['including', 'among', 'whom', 'which']);

/** What a number or a share before "of" parts off: "65 over nine regions, 23 of them over X". */
const OF_THOSE: ReadonlySet<string> = new Set(['them', 'those', 'these', 'whom', 'which']);

/** What the cost of a war stands under: "in the war", "as a consequence of the war", "in two years of conflict". */
const DURING: ReadonlySet<string> = new Set([
  'in',
  'during',
  'as',
  'since',
  'through',
  'throughout',
  'over',
  'because of',
  'due to',
  'from',
]);
const COURSES: ReadonlySet<string> = new Set([
  'consequence',
  'result',
  'course',
  'years',
  'months',
  'decades',
  'start',
  'beginning',
  'outbreak',
]);

/** Titles of those who speak of a place of their own. */
const OFFICES: ReadonlySet<string> = new Set(['mayor', 'governor', 'head', 'chief', 'prefect', 'commissioner']);

/** Who sits in a capital and speaks from there. */
const BODIES: ReadonlySet<string> = new Set(
  'ministry ministries embassy leadership staff diplomat diplomats politicians analysts correspondents'.split(' '),
);
/** What people die of, beside attacks: "after a boat sank off X". */
const DEADLY: ReadonlySet<string> = new Set(
  'explode detonate drop fall land sink capsize crash collapse burn overturn erupt'.split(' '),
);

/** Houses where the wounded are treated and the dead are brought. */
const CARE: ReadonlySet<string> = new Set(
  'hospital hospitals clinic clinics morgue morgues mortuary ward wards'.split(' '),
);
/** What is done or suffered there. */
const CARING: ReadonlySet<string> = new Set(
  'die succumb treat take rush bring admit transfer evacuate hospitalise hospitalize arrive receive'.split(' '),
);
const TAKING: ReadonlySet<string> = new Set('take rush bring admit transfer evacuate arrive receive reach'.split(' '));
/** Verbs of the wounded. */
export const DYING: ReadonlySet<string> = new Set(['die', 'succumb']);
const WOUNDS: ReadonlySet<string> = new Set(['wound', 'wounds', 'injury', 'injuries', 'burns']);
/** "Two were hospitalised in X": what is done for them there. */
const TREATING: ReadonlySet<string> = new Set(['treat', 'hospitalise', 'hospitalize']);
/** "Two were injured and flown to X": the verb before where they were brought. */
const BRINGING: ReadonlySet<string> = new Set(
  'take rush bring transfer evacuate fly airlift ferry move carry'.split(' '),
);
const CARE_REACH = 4;
/** How many chunks before a place the verb that brings people there may stand. */
const REFUGE_REACH = 6;
/** What a part of a province is called. */
const DISTRICTS = /\b(?:district|township|county|department|municipality)$/i;
/** So many tokens back its side is told: "90 km south of the state capital X". */
const BEARING = 6;
/** Units of how far away a place is. */
const MEASURES: ReadonlySet<string> = new Set('km kilometres kilometers kilometre kilometer miles mile nm'.split(' '));
/** How many tokens of a bracket are looked through for its opening. */
const BRACKET = 12;
/** A quotation of so few words is no sentence of its own. */
const FEW_WORDS = 7;

/** So many places in one breath are a list. */
const LIST = 3;

const ARMED: ReadonlySet<string> = new Set(
  'military army troops soldiers forces servicemen marines personnel peacekeepers fighters'.split(' '),
);

/** Words for what is over or in a speaker's own: of his country (first group), else of his office. */
const OWN =
  /\b(?:over|in|into|across|against|at|on) (?:his|her|its|their) (?:own )?(?:(airspace|territory|soil|waters)|region|city|district|province|town|area|state|oblast)\b/;
const OWN_DEAD =
  /\b(?:its|their|his) own (?:dead|losses|casualties|toll|wounded|fallen|death)\b|\bon (?:its|our) (?:own )?side\b/;
/** Verbs of whoever sees come what others sent. */
const OBSERVED: ReadonlySet<string> = new Set([
  'track',
  'detect',
  'spot',
  'sight',
  'face',
  'count',
  'log',
  'record',
  'register',
]);

/** The places of an article by sentence, and which of a sentence's belongs to a claim. */
export class Where {
  private readonly bySentence: PlaceMention[][];
  /** Those whose places are named. */
  private readonly countries: ReadonlySet<string | null | undefined>;
  /** Those in which the article says that something is. */
  private readonly located: ReadonlySet<string | null>;
  /** How often each country has been named, up to a sentence. */
  private readonly tally = new Map<string, number>();
  private tallied = 0;

  constructor(
    private readonly article: Article,
    private readonly voices: Voices,
    private readonly knowledge: Knowledge,
    places: readonly PlaceMention[],
    private readonly segments: Segments,
  ) {
    this.bySentence = article.sentences.map(() => []);
    for (const p of places) this.bySentence[p.sentence].push(p);
    this.countries = new Set(places.map((p) => p.resolved?.country));
    this.located = new Set(places.filter(isLocated).map((p) => p.country));
  }

  /** The place that the claim's own sentence gives it; null when it gives none. */
  of(d: Draft): PlaceMention | null {
    const { article } = this;
    const cl = article.clauses[d.sentence];
    const at = d.quantity ? article.tokenAt(d.quantity.numberStart) : d.first;
    const verb = d.predicate >= 0 ? cl.chunks[d.predicate].first : at;
    const own = d.np ? cl.chainEnd(d.np.at) : -1;
    const ownEnd = own >= 0 ? cl.chunks[own].last : d.last;
    const bracketed = this.beforeBracket(d.sentence, at);
    if (bracketed) return bracketed;
    let best: PlaceMention | null = null;
    let bestScore = 0;
    for (const p of this.bySentence[d.sentence]) {
      if (this.framed(d, p) || this.segments.aside(at, p.first)) continue;
      if (d.type === 'casualties' && this.isRefuge(p)) continue;
      if (d.whole === null && this.inPart(at, p.first)) continue;
      const aimed = d.target !== null && p.first >= d.target.first && p.last <= d.target.last;
      let score = WEIGHT[p.relation ?? ''] ?? 0;
      if (p.relation === 'beside' && (d.type === 'talks' || d.type === 'agreement')) score = WEIGHT.in;
      if (
        /^(?:from|start)$/.test(p.relation ?? '') &&
        (d.type === 'territory' || d.measure === 'displaced' || d.type === 'detention')
      )
        score = FROM;
      if (aimed && p.relation !== 'beside')
        score = Math.max(score, 45) + (d.measure === 'launched' || d.measure === 'hit' ? 45 : 0);
      if (score === 0 || p.relation === 'adjective') continue;
      // "the worst in X since April, when 20 died in Y"
      if (this.segments.inRecord(p.first)) score -= 25;
      if (p.first >= d.first && p.last <= Math.max(d.last, ownEnd)) score += 38;
      score -= Math.min(30, Math.min(Math.abs(p.first - at), Math.abs(p.first - verb)));
      if (this.segments.apart(p.first, at)) score -= 18;
      // "fired rockets on X and shot down a drone over Y"
      if (!d.quantity && this.underOtherVerb(d, p)) score -= 40;
      // "hit targets in Iraq after five died in an attack in Ankara": what is told beside has its own place
      if (this.segments.aside(p.first, at)) score -= 18;
      // "In Jarabulus, the toll rose to 10 when a girl died in Gaziantep"
      if (p.first - article.sentences[d.sentence].first <= 3 && /^(?:in|at|near|on|over)$/.test(p.relation ?? ''))
        score += 16;
      score += (8 - (p.place.precision ?? 6)) * (aimed ? 3 : 1);
      if (p.resolved?.kind === 'country' && !aimed) score -= 12;
      if (score > bestScore) {
        best = p;
        bestScore = score;
      }
    }
    if (best === null) {
      const cause = this.ofCause(d, at);
      return cause && this.finer(cause, d);
    }
    return d.measure !== 'launched' ? this.finer(best, d) : best;
  }

  /** Does a verb of its own before an "and" part a place from the verb of a claim? */
  private underOtherVerb(d: Draft, { first }: PlaceMention): boolean {
    const { chunks } = this.article.clauses[d.sentence];
    const at = this.article.chunkAt(first);
    const and = chunks.slice(at + 1, Math.max(at + 1, d.predicate)).find((c) => c.kind === 'CC');
    if (!and || and.at < d.predicate - 2) return false;
    return chunks.slice(this.article.chunkAt(d.first), at).some((c) => c.verb?.form === 'finite');
  }

  /** "A man was killed after a drone hit his car in X": the dead of an attack that is told behind "after" are where it was. */
  private ofCause(d: Draft, at: number): PlaceMention | null {
    if (d.type !== 'casualties' && d.type !== 'damage') return null;
    const { chunks } = this.article.clauses[d.sentence];
    const attack = chunks.find(
      (c) =>
        c.verb?.form === 'finite' &&
        this.segments.aside(at, c.first) &&
        (happeningOf(c.verb)?.type === 'attack' || DEADLY.has(c.verb.lemma)),
    );
    const there = (p: PlaceMention) =>
      (DIRECT.has(p.relation ?? '') || p.relation === 'on' || p.relation === 'struck') &&
      !this.framed(d, p) &&
      this.segments.aside(at, p.first) &&
      p.first > attack!.first;
    return (attack && this.bySentence[d.sentence].find(there)) ?? null;
  }

  /** "followed by Homs (14 killed, 20 wounded)": the place that a bracket breaks down; of a sum before it, the one that the sentence opens with. */
  private beforeBracket(index: number, at: number): PlaceMention | undefined {
    const { tokens, sentences } = this.article;
    const { first } = sentences[index];
    let open = at;
    const isBracket = (i: number) => tokens[i].text === '(' || tokens[i].text === ')';
    while (open > first && at - open < BRACKET && !isBracket(open)) open--;
    if (tokens[open].text !== '(') return undefined;
    const row = this.bySentence[index];
    return row.find((p) => p.last === open) ?? row.find((p) => p.first === first && p.relation === null);
  }

  /** Stands the place behind a part of what is counted: "12 people, including three in X"? */
  private inPart(at: number, place: number): boolean {
    let part = false;
    const { tokens, pos } = this.article;
    for (let i = at + 1; i < place; i++) {
      // "five across the country: three in X and two in Y"
      if (tokens[i].text === ':' && pos[i + 1] === 'CD') return true;
      const share = tokens[i].lower === 'of' && OF_THOSE.has(tokens[i + 1]?.lower ?? '');
      // "nine children were among the dead in X" are themselves the part
      const opens =
        PARTS.has(tokens[i].lower) &&
        (tokens[i].lower !== 'among' || OF_THOSE.has(tokens[i + 1]?.lower ?? '')) &&
        // "strikes in which 14 died in X" were in X
        !(tokens[i].lower === 'which' && tokens[i - 1].lower === 'in');
      part = share || opens || (part && pos[i] !== 'CM');
    }
    return part;
  }

  /** Where a part of what a claim counts was: "12 people, including three in X". */
  ofPart(d: Draft): PlaceMention | undefined {
    const at = d.quantity ? this.article.tokenAt(d.quantity.numberStart) : d.first;
    return d.whole
      ? undefined
      : this.bySentence[d.sentence].find((p) => DIRECT.has(p.relation ?? '') && this.inPart(at, p.first));
  }

  /** A finer place in the same sentence that lies within: "In the Sumy region one person was killed when a drone crashed into a house in Konotop". */
  private finer(p: PlaceMention, d: Draft): PlaceMention {
    const row = this.bySentence[d.sentence];
    // "Gaza City's Sabra neighbourhood"
    const part = row.find((q) => q.first === p.last + 1 && this.article.pos[p.last] === 'POS');
    const inner = row.find((q) => q.first < p.first && this.nested(q, part ?? p));
    if (inner || part) return inner ?? part!;
    const leads = p.first - this.article.sentences[d.sentence].first <= 3;
    if ((p.place.precision ?? 1) <= 3 && !leads) return p;
    for (const q of row) {
      if (q === p || this.framed(d, q) || !DIRECT.has(q.relation ?? '') || this.segments.inRecord(q.first)) continue;
      // "In the capital an officer was shot in Solino": a place that no gazetteer knows is smaller than a town that it does
      const inTown = leads && !q.resolved && q.relation === 'in' && p.resolved?.kind === 'city';
      if (!inTown && ((q.place.precision ?? 9) >= (p.place.precision ?? 0) || !within(q, p))) continue;
      if (!this.segments.apart(p.first, q.first, true) && !this.inPart(p.first, q.first)) return q;
    }
    return p;
  }

  /** "El Nahud in Sudan's West Kordofan state": is what stands before the wider place the town in it? */
  private nested(inner: PlaceMention, outer: PlaceMention): boolean {
    const { pos, tokens } = this.article;
    const between = pos.slice(inner.last, outer.first);
    const tied = between.length > 0 && between.length <= 4 && (between[0] === 'IN' || between[0] === 'CM');
    return (
      tied &&
      between.slice(1).every((p) => p === 'DT' || p === 'NP' || p === 'POS') &&
      (between[0] === 'CM' || tokens[inner.last].lower === 'in') &&
      (this.isVillageIn(inner, outer) ||
        ((inner.place.precision ?? 9) < (outer.place.precision ?? 0) && within(inner, outer)))
    );
  }

  /** "Kone Thar village in Kani township": the text knows better than the gazetteer which village of a name it means. */
  private isVillageIn(inner: PlaceMention, { resolved, place }: PlaceMention): boolean {
    return (
      (inner.place.precision ?? 9) <= 2 && (resolved?.kind === 'admin2' || (!resolved && DISTRICTS.test(place.name)))
    );
  }

  /** The most exact place of a sentence that says where things are, whether or not a claim stands in it. */
  stage(index: number): PlaceMention | null {
    const { article } = this;
    const { first, last } = article.sentences[index];
    // a line of its own without a stop ("Er Rahad changes hands"), a sentence without a verb ("More from Beirut.")
    const heading = index > 0 && article.tokens[last - 1].kind === 'word' && article.tokens[first].gap > 1;
    const bare = !article.clauses[index].chunks.some((c) => c.verb?.form === 'finite');
    // "By our reporter in Kaduna"
    if (bare && article.tokens[first].text === 'By') return null;
    let best: PlaceMention | null = null;
    for (const p of this.bySentence[index]) {
      if (this.inFrame(index, p) || this.segments.isAside(p.first) || this.inScareQuotes(p) || this.isSeat(p)) continue;
      const there = DIRECT.has(p.relation ?? '') || (bare && p.relation === 'from') || (heading && p.relation === null);
      if (there && (!best || (p.place.precision ?? 9) < (best.place.precision ?? 9))) best = p;
    }
    return best;
  }

  /** Do sentences from one up to another name a place, by itself or with its kind ("Dori", "Dori province")? */
  names(from: number, to: number, name: string): boolean {
    return this.bySentence
      .slice(from, to + 1)
      .some((row) => row.some(({ place }) => place.name === name || place.name.startsWith(`${name} `)));
  }

  /** Does a sentence name any place, beside a country ("Mali: 14 die in raid")? */
  namesAny(sentence: number): boolean {
    return this.bySentence[sentence].some((p) => p.resolved?.kind !== 'country');
  }

  /** "The ministry in Yerevan calls it a lie": where a body sits. */
  private isSeat({ first }: PlaceMention): boolean {
    const { tokens } = this.article;
    return tokens[first - 1]?.lower === 'in' && BODIES.has(tokens[first - 2]?.lower ?? '');
  }

  /** "The attack took place 40 km north of X": says where the event at hand was, not that it was in X. */
  isBearing({ first }: PlaceMention): boolean {
    const { tokens } = this.article;
    for (let k = first - 1; k > Math.max(2, first - BEARING); k--)
      if (tokens[k].lower === 'of' && SIDES.has(tokens[k - 1].lower)) return MEASURES.has(tokens[k - 2].lower);
    return false;
  }

  /** Stands the place in a few quoted words: dismissed as "written in London"? */
  private inScareQuotes({ first, last }: PlaceMention): boolean {
    return this.article.quotations.some((q) => q.first <= first && last <= q.last && q.last - q.first <= FEW_WORDS);
  }

  /** "Two of the wounded died in hospital in Melitopol": where somebody was treated, not where it happened. */
  isCare(d: Draft, p: PlaceMention): boolean {
    const verb = this.article.clauses[d.sentence].chunks[d.predicate]?.verb;
    return CARING.has(verb?.lemma ?? '') && this.isBesideHouse(p);
  }

  /** Does a hospital stand before a place, or as the place's own behind it: "hospitals in Mosul", "Mosul's main hospital"? */
  private isBesideHouse({ first, last }: PlaceMention): boolean {
    const { pos, tokens } = this.article;
    const end = pos[last] === 'POS' ? last + CARE_REACH : first;
    return tokens.slice(Math.max(0, first - CARE_REACH), end).some((t) => CARE.has(t.lower));
  }

  /** "The wounded were taken to hospitals in Mosul", "and evacuated to Djibouti": it did not happen where people were brought. */
  private isRefuge(p: PlaceMention): boolean {
    const { chunks } = this.article.clauses[p.sentence];
    const at = this.article.chunkAt(p.first);
    const verb = chunks.slice(Math.max(0, at - REFUGE_REACH), at).findLast((c) => c.verb)?.verb;
    if (!verb || this.article.tokens[p.first - 1]?.lower === 'from') return false;
    const house = /\b(?:hospital|clinic|morgue)$/i.test(p.place.name) || this.isBesideHouse(p);
    if (DYING.has(verb.lemma)) return this.isInHospital(p) || this.isOfWounds(p);
    if (house) return TAKING.has(verb.lemma);
    return verb.passive && (p.relation === 'to' ? BRINGING : TREATING).has(verb.lemma);
  }

  /** "Two more died in hospital in Baku"; but "five died in a hospital in Kunduz", which may have been hit. */
  private isInHospital({ first }: PlaceMention): boolean {
    const { tokens } = this.article;
    return CARE.has(tokens[first - 2]?.lower ?? '') && tokens[first - 3]?.lower === 'in';
  }

  /** "A third died of his wounds in Goma" */
  private isOfWounds({ first }: PlaceMention): boolean {
    return WOUNDS.has(this.article.tokens[first - 2]?.lower ?? '');
  }

  /** The country whose cities, sites or people the target or the counted phrase names: "various Ukrainian cities". */
  ofDemonym(first: number, last: number): Place | null {
    const { article, knowledge } = this;
    const armed = article.tokens.slice(first, last).some((t) => ARMED.has(t.lower));
    for (let i = first; i < last; i++) {
      const t = article.tokens[i];
      if (!t.capital) continue;
      const state = knowledge.actors.demonym(t.text);
      if (state?.kind !== 'state') continue;
      const place = knowledge.places.find(state.name);
      // soldiers may be abroad
      if (place?.kind === 'country' && (!armed || this.located.has(place.name)))
        return {
          name: place.name,
          id: place.id,
          latitude: place.latitude,
          longitude: place.longitude,
          precision: 6,
          text: t.text,
          start: t.start,
          end: t.end,
        };
    }
    return null;
  }

  /** Where the speaker is at home: the place of his office, or "in X" beside his name. */
  home(d: Draft): Place | null {
    const speaker = d.voice.source;
    if (!speaker) return null;
    const { place, kind } = speaker.figure.actor;
    if (place && (kind === 'official' || kind === 'institution' || kind === 'unnamed')) return this.named(place, d);
    return kind === 'unnamed' || kind === 'official' ? (this.ofSpeaker(d)?.place ?? null) : null;
  }

  /** The place of a mayor's or governor's office, if what is told lies elsewhere or is all around it: he speaks of his own. */
  ofOffice(d: Draft, told: PlaceMention | null): Place | null {
    const { source } = d.voice;
    if (source?.figure.actor.kind !== 'official' || source.figure.actor.sort !== 'person' || !told?.resolved)
      return null;
    const name = source.figure.actor.place ?? this.ofTitle(source)?.place.name;
    const office = name ? this.knowledge.places.find(name) : null;
    if (!name || !office || office.kind === 'country') return null;
    const own = { resolved: office, country: office.country };
    return elsewhere(own, told) || within(own, told) ? this.named(name, d) : null;
  }

  /** "The mayor of X, N. N.": the place in the title beside a name. */
  private ofTitle({ first, last }: Role): PlaceMention | undefined {
    const { tokens, sentenceAt } = this.article;
    return this.bySentence[sentenceAt(first)].find(
      (p) =>
        tokens[p.first - 1]?.lower === 'of' &&
        OFFICES.has(tokens[p.first - 2]?.lower ?? '') &&
        p.last >= first - 2 &&
        p.first <= last + 4,
    );
  }

  /** Does a place stand in a list of three or more: "on X, Y and Z"? */
  isListed(place: PlaceMention): boolean {
    const row = this.bySentence[place.sentence];
    let first = row.indexOf(place);
    let last = first;
    while (first > 0 && this.joined(row[first - 1], row[first])) first--;
    while (last + 1 < row.length && this.joined(row[last], row[last + 1])) last++;
    return last - first + 1 >= LIST;
  }

  /** Have two places nothing but marks, "and" and articles between them, and does the first not lie in the second ("Nairobi, Kenya")? */
  private joined(a: PlaceMention, b: PlaceMention): boolean {
    return (
      b.first - a.last <= 3 &&
      this.article.pos.slice(a.last, b.first).every((p) => p === 'CM' || p === 'CC' || p === 'DT') &&
      !within(a, b)
    );
  }

  /** The place beside the name of whoever speaks: "a doctor in X". */
  ofSpeaker(d: Draft, relation = /^in$/): PlaceMention | undefined {
    if (!d.voice.source) return undefined;
    const { first, last } = d.voice.source;
    return this.bySentence[this.article.sentenceAt(first)].find(
      (p) => p.first >= first && p.last <= last && relation.test(p.relation ?? ''),
    );
  }

  /**
   * The place that the article was sent from, unless it is a capital, where much is said and little happens, or in a country that the article
   * tells nothing of.
   */
  dateline(): Place | null {
    const { tokens } = this.article;
    const [first] = tokens;
    if (!first || first.text.length < 3 || first.text !== first.text.toUpperCase()) return null;
    const dash = tokens.slice(1, 16).findIndex((t) => /^[-–—:]+$/.test(t.text));
    if (dash < 0) return null;
    const name = first.text[0] + first.lower.slice(1);
    const found = this.knowledge.places.find(name);
    if (!found || (found.country && this.knowledge.places.find(`the capital of ${found.country}`)?.name === found.name))
      return null;
    if (!this.countries.has(found.country)) return null;
    return {
      name: found.name,
      id: found.id,
      latitude: found.latitude,
      longitude: found.longitude,
      precision: found.kind === 'city' ? 1 : 4,
      text: first.text,
      start: first.start,
      end: first.end,
    };
  }

  /** A place by its name alone, standing at the claim's own words. */
  named(name: string, d: Draft): Place | null {
    const found = this.knowledge.places.find(name);
    const { tokens } = this.article;
    return found
      ? {
          name: found.name,
          id: found.id,
          latitude: found.latitude,
          longitude: found.longitude,
          precision: PRECISION[found.kind],
          text: this.article.words(d.first, d.last),
          start: tokens[d.first].start,
          end: tokens[d.last - 1].end,
        }
      : null;
  }

  /** Is the claim's subject a war? What it cost was not at the place at hand. */
  ofWar(d: Draft): boolean {
    const cl = this.article.clauses[d.sentence];
    const war = (np: Chunk) => WARS.has(this.article.tokens[np.head].lower);
    // "put the dead of two years of war at 20,000"
    if (d.rules.includes('toll'))
      return cl.chunks.some(
        (np) => war(np) && DURING.has(cl.word(cl.chunks[np.at - 1] ?? np)) && !this.segments.apart(np.first, d.first),
      );
    // "the war has led to 12 deaths": the verb over what is counted
    const own = cl.chunks[d.predicate]?.verb ? d.predicate : -1;
    const verb = own >= 0 ? own : cl.chunks.findLast((c) => d.np && c.at < d.np.at && c.verb?.form === 'finite')?.at;
    if (verb === undefined) return false;
    const subject = cl.subject(verb);
    const under = (np: Chunk) => war(np) || (COURSES.has(this.article.tokens[np.head].lower) && this.ofA(np, war));
    return (
      (subject !== null && war(subject)) ||
      (own >= 0 && cl.obliques(own).some((o) => DURING.has(o.preposition) && under(o.np)))
    );
  }

  /** "a consequence of the war" */
  private ofA(np: Chunk, fits: (np: Chunk) => boolean): boolean {
    const { chunks } = this.article.clauses[this.article.sentenceAt(np.first)];
    const of = chunks[np.at + 1];
    const next = chunks[np.at + 2];
    return of?.kind === 'IN' && this.article.tokens[of.first].lower === 'of' && next?.kind === 'NP' && fits(next);
  }

  /** The country that most of the article's places so far lie in. */
  country(d: Draft): Place | null {
    for (; this.tallied <= d.sentence; this.tallied++)
      for (const p of this.bySentence[this.tallied])
        if (p.country && isLocated(p)) this.tally.set(p.country, (this.tally.get(p.country) ?? 0) + 1);
    let most: string | null = null;
    for (const [country, n] of this.tally) if (most === null || n > this.tally.get(most)!) most = country;
    return most === null ? null : this.named(most, d);
  }

  /** "On the Israeli side, 12 were killed": the state whose side is named first. */
  onSide(d: Draft): Place | null {
    const { tokens, sentences } = this.article;
    const { first } = sentences[d.sentence];
    const [on, the, whose, side] = tokens.slice(first, first + 4);
    if (on.lower !== 'on' || the?.lower !== 'the' || side?.lower !== 'side') return null;
    const state = this.knowledge.actors.demonym(whose.text);
    return state?.kind === 'state' ? this.named(state.name, d) : null;
  }

  /** "over his region alone", "in its airspace": the speaker's own. */
  ownGround(d: Draft): Place | null {
    const { article } = this;
    const actor = d.voice.source?.figure.actor;
    if (!actor || !article.has(d.sentence, POSSESSIVES)) return null;
    const own = OWN.exec(article.lower(d.first, Math.min(article.sentences[d.sentence].last, d.last + 8)));
    if (!own) return null;
    if (own[1]) return actor.side ? this.named(actor.side, d) : null;
    return actor.place ? this.named(actor.place, d) : (this.ofSpeaker(d, /^(?:in|of)$/)?.place ?? null);
  }

  /** "Islamabad puts its own dead at 31", "the dead on its side": a state's losses are its own, wherever the scene is. */
  ownDead(d: Draft): Place | null {
    const { article } = this;
    const actor = d.voice.source?.figure.actor;
    if (d.type !== 'casualties' || !actor?.side) return null;
    const { first, last } = article.sentences[d.sentence];
    const tells = article.has(d.sentence, POSSESSIVES) && OWN_DEAD.test(article.lower(first, last));
    const place = tells ? this.named(actor.side, d) : null;
    return place?.precision === PRECISION.country ? place : null;
  }

  /** The country of whoever says that he brought something down or saw it come: it was over his own. */
  defended(d: Draft): Place | null {
    const verb = this.article.clauses[d.sentence].chunks[d.predicate]?.verb;
    const seen = d.measure === 'launched' && OBSERVED.has(verb?.lemma ?? '');
    return d.measure === 'intercepted' || seen ? this.guarded(d) : null;
  }

  /** The country of whoever speaks for a state or a part of it, unless he did himself what he tells of. */
  guarded(d: Draft): Place | null {
    const actor = d.voice.source?.figure.actor;
    if (!actor?.side || actor.kind === 'outlet' || actor.kind === 'organisation') return null;
    const own = d.measure === 'launched' && d.actor && this.isOwn(d.actor, actor.side);
    const place = own ? null : this.named(actor.side, d);
    return place?.precision === PRECISION.country ? place : null;
  }

  /** Are tokens in a role of a side, or a pronoun for whoever speaks? */
  private isOwn({ first, last }: Role, side: string): boolean {
    const { pos } = this.article;
    if (pos[first] === 'PR' || pos[first] === 'PP$') return true;
    return this.knowledge.actors.resolve(this.article.phrase(first, last))?.side === side;
  }

  private framed(d: Draft, p: PlaceMention): boolean {
    if (p.first >= d.first && p.last <= d.last) return false;
    // "Smolensk reported two injured"
    if (p.relation === 'struck' && p.first === d.voice.source?.first) return false;
    for (const a of this.voices.bySentence[d.sentence]) {
      if (p.first < a.frame[0]) continue;
      // what stands behind a closing "…, says X of Y, a firm in Z" describes the speaker
      if (
        p.first < a.frame[1] ||
        (a.stands === 'around' && a.frame[0] > d.first && !this.segments.apart(a.frame[1], p.first))
      )
        return true;
    }
    return false;
  }

  private inFrame(index: number, p: PlaceMention): boolean {
    return this.voices.bySentence[index].some((a) => p.first >= a.frame[0] && p.first < a.frame[1]);
  }
}

/** Does its relation say that something is at a place, and not merely whose it is? */
const isLocated = ({ relation }: Pick<PlaceMention, 'relation'>): boolean =>
  relation !== null && relation !== 'beside' && relation !== 'adjective';

type Located = Pick<PlaceMention, 'resolved' | 'country'>;

/** The first-order division that a place is or lies in, by its first word: "Kharkiv" of "Kharkiv Oblast". */
function division({ resolved: p }: Located): string | undefined {
  const name = p?.kind === 'admin1' ? p.name : p?.admin1;
  const blank = name?.indexOf(' ') ?? -1;
  return blank < 0 ? (name ?? undefined) : name!.slice(0, blank);
}

/** Do two places lie in divisions or countries that the gazetteer knows to be different? */
export function elsewhere(a: Located, b: Located): boolean {
  const [x, y] = [division(a), division(b)];
  return (a.country !== b.country && a.country !== null && b.country !== null) || (!!x && !!y && x !== y);
}

/** Does `inner` lie in `outer`, as far as the gazetteer knows? An unknown place may. */
export function within(inner: Located, outer: Located): boolean {
  const b = outer.resolved;
  if (!b) return false;
  const a = inner.resolved ?? { country: inner.country, admin1: null };
  switch (b.kind) {
    case 'country':
      return a.country === b.name;
    case 'admin1':
      return (
        a.admin1 === b.name ||
        (a.country === b.country &&
          (a.admin1 === null || b.name.includes(a.admin1) || a.admin1.includes(b.name.split(' ')[0])))
      );
    case 'region':
      return b.country === null || a.country === b.country;
    default:
      return false;
  }
}
