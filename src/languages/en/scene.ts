import type { Actor, Time } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { TimeMention } from '../../model/moment.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Draft, Role } from './draft.ts';
import type { Voices } from './voices.ts';
import type { PlaceMention } from './whereabouts.ts';

type Party = Pick<Actor, 'name' | 'id' | 'side'>;

interface Standing {
  place: Draft['place'];
  time: Time | null;
  actor: Actor | null;
  target: Actor | null;
  sentence: number;
}

/**
 * Where, when, who: fills what a claim's own clause leaves open from its sentence, and then from the scene that the article has set. A new
 * place or day opens a new scene; what hangs on an earlier claim ("two of them") takes that one's.
 */
export class Scene {
  private readonly placesOf: PlaceMention[][];
  private readonly timesOf: { mention: TimeMention; first: number; last: number }[][];
  private standing: Standing = { place: null, time: null, actor: null, target: null, sentence: -1 };

  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly voices: Voices,
    places: readonly PlaceMention[],
    private readonly knowledge: Knowledge,
  ) {
    this.placesOf = article.sentences.map(() => []);
    for (const p of places) this.placesOf[p.sentence].push(p);
    this.timesOf = article.sentences.map(() => []);
    for (const m of article.times) {
      const first = article.tokenAt(m.start);
      const last = article.tokenAt(m.end - 1) + 1;
      if (first < article.tokens.length) this.timesOf[article.sentenceAt(first)].push({ mention: m, first, last });
    }
  }

  fill(d: Draft): void {
    const whole = d.whole;
    const own = this.placeIn(d);
    const time = this.timeIn(d);
    const actor = d.actor ? this.actorAt(d.actor) : null;
    const target = d.target ? this.actorAt(d.target, true) : null;
    const carried = whole && d.rules.some((r) => /^(?:part-of|list|including|bare-number|correction|up-from|state-part|claimed)$/.test(r));
    const follows = this.standing.sentence >= 0 && d.sentence - this.standing.sentence <= 12;
    d.place = own ?? (carried ? whole.place : null) ?? (follows ? this.standing.place : null);
    d.time = time ?? (carried ? whole.time : null) ?? (follows && !this.isOther(d) ? this.standing.time : null);
    const s = this.standing;
    d.filledActor = actor ?? (carried ? whole.filledActor : null) ?? this.defaultActor(d, follows ? s : null);
    d.filledTarget = target ?? (carried ? whole.filledTarget : null) ?? (d.measure === 'launched' && follows ? this.targetOfScene(d, s) : null);
    if (d.kind === 'figure' || d.kind === 'occurrence') {
      const fresh = (own && own.name !== s.place?.name) || (time && time.from !== s.time?.from);
      const total = time?.precision === 'since';
      if (!total && d.modality === 'actual') {
        this.standing = {
          place: own ?? d.place,
          time: time ?? (fresh && own ? this.standing.time : d.time),
          actor: d.type === 'attack' || d.measure === 'launched' ? (d.filledActor ?? (fresh ? null : s.actor)) : fresh && own ? (d.filledActor ?? s.actor) : s.actor,
          target: d.type === 'attack' || d.measure === 'launched' ? (d.filledTarget ?? (fresh ? null : s.target)) : s.target,
          sentence: d.sentence,
        };
      }
    }
  }

  /** Is it about something else than the scene, such that the scene's day is not its own? A total, a record of before. */
  private isOther(d: Draft): boolean {
    return d.modality === 'planned';
  }

  private targetOfScene(d: Draft, s: Standing): Actor | null {
    return d.type === 'attack' ? s.target : null;
  }

  private defaultActor(d: Draft, s: Standing | null): Actor | null {
    if (d.measure === 'intercepted') {
      // air defences are those of whoever says that they did it, unless the words say otherwise
      const source = d.voice.source;
      if (source && source.figure.actor.side && (source.figure.actor.kind === 'military' || source.figure.actor.kind === 'institution' || source.figure.actor.kind === 'state')) {
        return { ...this.sideParty(source.figure.actor.side), text: this.article.words(source.first, source.last), start: this.article.tokens[source.first].start, end: this.article.tokens[source.last - 1].end };
      }
      return null;
    }
    if (d.item && d.np && (d.measure === 'launched' || d.measure === 'hit')) {
      const by = this.modifierOf(d);
      if (by) return by;
    }
    if (d.measure === 'returned' || d.measure === 'delivered' || d.measure === 'displaced' || d.measure === 'missing' || d.measure === 'captured') return null;
    return s?.actor ?? null;
  }

  /** "122 Ukrainian drones": the demonym before the counted noun. */
  private modifierOf(d: Draft): Actor | null {
    for (let i = d.np!.first; i < d.np!.last; i++) {
      const t = this.article.tokens[i];
      if (!t.capital) continue;
      const found = this.knowledge.actors.demonym(t.text);
      if (found) return { name: found.name, id: found.id, side: found.side, text: t.text, start: t.start, end: t.end };
    }
    return null;
  }

  private sideParty(side: string): Party {
    const found = this.knowledge.actors.resolve(side);
    return { name: found?.name ?? side, id: found?.id ?? null, side };
  }

  /** Who stands in a role; things ("the base") keep their words when `things`. */
  actorAt(role: Role, things = false): Actor | null {
    const { article } = this;
    let { first, last } = role;
    while (first < last && article.tokens[first].kind === 'mark') first++;
    if (last <= first) return null;
    const at = { text: article.words(first, last), start: article.tokens[first].start, end: article.tokens[last - 1].end };
    if (last - first === 1) {
      const word = article.tokens[first].lower;
      const known = this.cast.pronoun(word, first, false);
      if (known) return { name: known.actor.name, id: known.actor.id, side: known.actor.side, ...at };
      if (known === null) {
        const speaker = /^(?:we|us|i)$/.test(word) ? this.voices.at(first).source : null;
        return speaker ? { name: speaker.figure.actor.name, id: speaker.figure.actor.id, side: speaker.figure.actor.side, ...at } : null;
      }
    }
    if (/^(?:our|my)$/.test(article.tokens[first].lower)) {
      const speaker = this.voices.at(first).source;
      if (speaker && /^(?:forces|troops|army|aircraft|air|pilots|fighters|men|soldiers|defences|defenses|lines|positions|drones|missiles|mujahideen|brothers|units|planes|jets|navy)$/.test(article.tokens[last - 1].lower)) return { name: speaker.figure.actor.side ?? speaker.figure.actor.name, id: null, side: speaker.figure.actor.side, ...at };
    }
    const figure = this.cast.read(first, last, false);
    if (figure && !(things && figure.actor.kind === 'unnamed')) return { name: figure.actor.name, id: figure.actor.id, side: figure.actor.side, ...at };
    // "Russian drones", "Enemy warplanes", "Israeli shelling", "Hezbollah's attack": whose
    for (let i = last - 1; i >= first; i--) {
      const t = article.tokens[i];
      if (!t.capital) continue;
      const owner = this.knowledge.actors.demonym(t.text) ?? (article.pos[i + 1] === 'POS' || i < last - 1 || !things ? this.cast.lookUp(t.text) : null);
      if (owner && owner.kind !== 'unnamed') {
        if (things) return { name: article.words(first, last).replace(/^(?:the|a|an)\s+/i, ''), id: null, side: owner.side, ...at };
        return { name: owner.name, id: owner.id, side: owner.side, ...at };
      }
    }
    if (figure) return { name: figure.actor.name, id: figure.actor.id, side: figure.actor.side, ...at };
    const head = article.tokens[last - 1].lower;
    if (!things) {
      if (/^(?:gunmen|militiamen|militants|bomber|attackers|rebels|fighters|soldiers|troops|gunman|bandits|jihadists|insurgents|army|military|police|forces|guards|rioters|settlers|separatists|terrorists|assailants|attacker|defences|defenses|commandos)$/.test(head)) {
        if (/^(?:defences|defenses)$/.test(head)) {
          const side = this.voices.at(first).source?.figure.actor.side;
          return side ? { ...this.sideParty(side), ...at } : null;
        }
        return { name: article.words(first, last).replace(/^(?:the|a|an|its|their)\s+/i, ''), id: null, side: null, ...at };
      }
      return null;
    }
    if (/^(?:it|them|him|her|this|that)$/.test(head)) return null;
    return { name: article.words(first, last).replace(/^(?:the|a|an|its|their|his|our)\s+/i, ''), id: null, side: null, ...at };
  }

  // ---- where ----

  private placeIn(d: Draft): Draft['place'] {
    const all = this.placesOf[d.sentence];
    const frames = this.voices.bySentence[d.sentence];
    const cl = this.article.clauses[d.sentence];
    let best: PlaceMention | null = null;
    let bestScore = 0;
    const at = d.quantity ? this.article.tokenAt(d.quantity.numberStart) : d.first;
    const from = d.predicate >= 0 ? cl.chunks[d.predicate].first : at;
    for (const p of all) {
      if (frames.some((a) => p.first >= a.frame[0] && p.first < a.frame[1])) continue;
      if (p.preposition === 'adjective') continue;
      let score = 0;
      const prep = p.preposition;
      if (prep === 'in' || prep === 'at' || prep === 'near' || prep === 'outside' || prep === 'over' || prep === 'around' || prep === 'inside' || prep === 'across') score = 60;
      else if (prep === 'on' || prep === 'into' || prep === 'above' || prep === 'off') score = 50;
      else if (prep === 'to' || prep === 'towards' || prep === 'against' || prep === 'of' || prep === 'through' || prep === 'along') score = 24;
      else if (prep === 'possessive') score = 20;
      else if (prep === 'from') score = d.type === 'territory' || d.measure === 'captured' || d.measure === 'displaced' ? 22 : 6;
      else if (prep === null) score = d.target && p.first >= d.target.first && p.last <= d.target.last ? 40 : p.resolved?.kind === 'city' || p.resolved?.kind === 'admin1' ? 12 : 3;
      if (score === 0) continue;
      // what the claim's own phrase or the words behind its verb say goes before the rest
      if (p.first >= d.first && p.last <= d.last) score += 30;
      const distance = Math.min(Math.abs(p.first - at), Math.abs(p.first - from));
      score -= Math.min(30, distance);
      if (between(this.article, Math.min(p.first, at), Math.max(p.first, at))) score -= 14;
      score += 8 - (p.place.precision ?? 6);
      if (p.resolved?.kind === 'country') score -= 12;
      if (score > bestScore || best === null) {
        if (score > -25) {
          best = p;
          bestScore = score;
        }
      }
    }
    return best?.place ?? null;
  }

  // ---- when ----

  private timeIn(d: Draft): Time | null {
    const { article } = this;
    const frames = this.voices.bySentence[d.sentence];
    const at = d.quantity ? article.tokenAt(d.quantity.numberStart) : d.first;
    const cl = article.clauses[d.sentence];
    const from = d.predicate >= 0 ? cl.chunks[d.predicate].first : at;
    let best: Time | null = null;
    let bestScore = -1;
    for (const { mention, first, last } of this.timesOf[d.sentence]) {
      if (mention.expression.kind === 'dateline') continue;
      const framed = frames.some((a) => first >= a.frame[0] && last <= a.frame[1] && !(first >= d.first && last <= d.last));
      if (framed) continue;
      // "the previous record", "before that", "until", "due on": the range of a superlative is no time of the event
      if (this.rangeOfRecord(first)) continue;
      const resolved = this.knowledge.calendar(mention.expression, article.document.published, { future: d.modality === 'planned' || d.modality === 'hypothetical', anchor: this.standing.time });
      if (!resolved) continue;
      const distance = Math.min(Math.abs(first - at), Math.abs(first - from));
      let score = 100 - Math.min(60, distance);
      if (between(article, Math.min(first, at), Math.max(first, at))) score -= 40;
      if (this.inRelative(first, at)) score -= 45;
      if (mention.shape === 'since') score += 5;
      if (score > bestScore) {
        best = { ...resolved, text: article.text.slice(mention.start, mention.end), start: mention.start, end: mention.end };
        bestScore = score;
      }
    }
    return best;
  }

  private rangeOfRecord(first: number): boolean {
    const s = this.article.sentences[this.article.sentenceAt(first)];
    const before = this.article.words(Math.max(s.first, first - 9), first).toLowerCase();
    return /\b(?:largest|biggest|deadliest|heaviest|worst|highest|record|the most|the first|the third|the second|bloodiest)\b[^,]*$/.test(before);
  }

  /** Does the time stand in a relative clause or under "after"/"before" that the claim is not in? */
  private inRelative(first: number, at: number): boolean {
    const cl = this.article.clauses[this.article.sentenceAt(first)];
    const k = this.article.chunkAt(first);
    for (let i = k - 1; i >= 0 && i > k - 7; i--) {
      const c = cl.chunks[i];
      if (c.kind === 'WH' || (c.kind === 'IN' && /^(?:than|until|before|despite)$/.test(cl.word(c)))) return c.first > at;
      if (c.kind === 'CM' || c.kind === 'SC') return false;
    }
    return false;
  }
}

/** Does a clause end between two tokens of one sentence: a semicolon, or a comma with a conjunction? */
function between(article: Article, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const t = article.tokens[i];
    if (t.text === ';') return true;
    if ((t.lower === 'while' || t.lower === 'but' || t.lower === 'and' || t.lower === 'whereas') && article.pos[i - 1] === 'CM') return true;
  }
  return false;
}
