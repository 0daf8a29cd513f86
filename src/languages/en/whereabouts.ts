import type { Token } from '../../extract/tokens.ts';
import type { Place } from '../../model/claim.ts';
import type { Knowledge, ResolvedPlace } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { VerbGroup } from './chunk.ts';
import { formed, gate } from './gates.ts';
import { happeningOf, NOUN_HAPPENINGS, nounHappening, TERRITORY_VERBS } from './happenings.ts';
import {
  AT_HOME,
  BEFORE_AND,
  BESIDE,
  BODIES,
  COUNTS,
  DIRECT,
  DIRECTIONS,
  DIVISIONS,
  FOUGHT_FOR,
  GROUND,
  HELD,
  JOINING,
  KINDS,
  LANDMARKS,
  LOCATIVE,
  MOVES,
  NEARNESS,
  NO_PLACE,
  OF_A_NAME,
  OF_A_PLACE,
  OF_A_SITE,
  OF_FAITH,
  PEOPLES,
  PROVINCES,
  QUARTERS,
  ROADS,
  SHIPS,
  SIDES,
  SITES,
  SOURCES,
  SPOTS,
  STRONG,
  SUFFERS,
  TOWNS,
  TRACTS,
  WARS,
} from './place-words.ts';
import type { Voices } from './voices.ts';
import { list } from './words.ts';

/** A place as it stands in the article: tokens [first, last), and what it was taken for. */
export interface PlaceMention {
  first: number;
  last: number;
  /**
   * The preposition that it stands under; `struck` when it is the object of an attack or of the taking of ground, `attack` before its noun ("the Zaporizhzhia attack"), `possessive`, `adjective` ("Bryansk
   * officials": says next to nothing), `war` and `beside` under what is not the event itself, `start` and `end` of a way. Null when nothing ties it.
   */
  relation: string | null;
  sentence: number;
  resolved: ResolvedPlace | null;
  /** The country that it lies in; of a name that is not known, that of the place named before. */
  country: string | null;
  /** "The town of Pinga": what it is called. */
  called: string | null;
  /** "A village near Pinga": it is no more than what lies near a place that has not been named. */
  unnamed: boolean;
  place: Place;
}

/** Precision by kind, as UCDP's `where_prec`. */
export const PRECISION: Readonly<Record<ResolvedPlace['kind'], number>> = {
  site: 1,
  city: 1,
  admin2: 3,
  admin1: 4,
  region: 5,
  country: 6,
  sea: 7,
};
/** "al-Khadim": a name that begins with its article. */
const ARABIC = gate(formed(/^(?:a[dlnrstz]|el|ash)-\p{L}/u));
const isArabic = ({ word, text }: Token): boolean =>
  (word.gates & ARABIC) !== 0 && /\p{Lu}/u.test(text[text.indexOf('-') + 1]);
/** Words that may point to a place named before. */
const POINTING = gate(QUARTERS, TOWNS, DIVISIONS, TRACTS, SITES, SPOTS, list('there country capital'));
/** How many tokens before a name the town that lies near it may be told. */
const UNNAMED_REACH = 14;
/** Under these a name is that of a place. */
const INSIDE = list('in at near outside');
/** How many sentences back "the town" may point. */
const REACH = 6;

/** Finds the places of an article, in order. Linear in its length. */
export function findPlaces(article: Article, voices: Voices, knowledge: Knowledge): PlaceMention[] {
  return new Finder(article, voices, knowledge).found;
}

class Finder {
  readonly found: PlaceMention[] = [];
  /** The countries that the article has named so far: they decide between namesakes. */
  private near: readonly string[] = [];
  /** Names that no gazetteer knows and that the article uses as places. */
  private readonly unknowns = new Set<string>();
  /** Names that stand somewhere in the article as a place does: "in Pinga". Before that "the Pinga raid" tells where it was. */
  private readonly standing: ReadonlySet<string>;
  private readonly dateline: number;

  constructor(
    private readonly article: Article,
    private readonly voices: Voices,
    private readonly knowledge: Knowledge,
  ) {
    const { tokens, pos } = article;
    this.dateline = datelineEnd(article);
    this.standing = this.namesUnderPrepositions();
    for (let i = this.dateline; i < tokens.length; )
      if (tokens[i].kind !== 'word' || pos[i] === 'TM') i++;
      else if (tokens[i].capital || isArabic(tokens[i])) i = Math.max(i + 1, this.name(i));
      else i = (tokens[i].word.gates & POINTING) !== 0 ? this.again(i) : i + 1;
  }

  private namesUnderPrepositions(): Set<string> {
    const { tokens, pos, phrase } = this.article;
    const names = new Set<string>();
    for (let i = 1; i < tokens.length; i++)
      if (pos[i] === 'NP' && tokens[i].capital && INSIDE.has(tokens[i - 1].lower) && pos[i - 1] === 'IN') {
        const name = phrase(i, this.nameEnd(i, this.run(i)));
        if (!this.knowledge.actors.resolve(name)) names.add(name);
      }
    return names;
  }

  /** Where a name ends whose run of words may end in "of" or "al-". */
  private nameEnd(i: number, run: number): number {
    let last = run;
    while (last > i + 1 && !this.article.tokens[last - 1].capital) last--;
    return last;
  }

  /** Reads the capitalised name at `i`; returns where to go on. */
  private name(i: number): number {
    const { tokens, pos } = this.article;
    const { places, actors } = this.knowledge;
    const { text } = tokens[i];
    if (pos[i] === 'IN' || pos[i] === 'DT' || OF_FAITH.has(tokens[i].lower)) return i + 1;
    const people = actors.demonym(text);
    if (people && tokens[i + 1]?.lower === 'capital') {
      const capital = this.look(this.article.words(i, i + 2));
      if (capital) return this.take(i, i + 2, i + 2, capital);
    }
    // "on the Armenian side"
    if (people && tokens[i + 1]?.lower === 'side' && this.preposition(i) === 'on') {
      const country = this.look(people.name);
      if (country?.kind === 'country') return this.take(i, i + 2, i + 2, country);
    }
    // "Congolese town", "Turkish-held": an adjective of a people is no place
    const hyphen = text.lastIndexOf('-');
    if (people && !places.startsPlace(text)) return i + 1;
    // "the Shiite district of Karrada": nor is a creed
    if (PEOPLES.has(tokens[i].lower) && !tokens[i + 1]?.capital) return i + 1;
    if (hyphen > 0 && HELD.has(text.slice(hyphen + 1).toLowerCase())) return i + 1;
    if (hyphen > 0 && /-\p{Ll}/u.test(text) && !places.startsPlace(text) && tokens[i + 1] && !tokens[i + 1].capital)
      return i + 1;
    const run = this.run(i);
    const known = this.longest(i, run);
    return known && !this.goesOn(i, known.last, run)
      ? this.take(i, known.last, run, known.place)
      : this.unknown(i, run);
  }

  /** Where the run of capitalised words from `i` ends, with what joins them: "Ain al-Arab", "the Strait of Hormuz". */
  private run(i: number): number {
    const { tokens, pos } = this.article;
    const end = Math.min(
      this.article.sentences[this.article.sentenceAt(i)].last,
      i + this.knowledge.places.longest + 2,
    );
    let run = i + 1;
    for (; run < end; run++) {
      const t = tokens[run];
      const goesOn =
        t.kind === 'word'
          ? t.capital ||
            isArabic(t) ||
            JOINING.has(t.lower) ||
            (t.lower === 'of' && tokens[run + 1]?.capital && OF_A_NAME.has(tokens[run - 1].lower))
          : t.text === '.' && pos[run] === 'NP';
      if (!goesOn || t.gap >= 2 || pos[run] === 'TM') break;
    }
    return run;
  }

  /** The longest place of the gazetteer that begins at `i`, with its kind if that follows ("the Kharkiv region"). */
  private longest(i: number, run: number): { place: ResolvedPlace; last: number } | null {
    const { tokens, words } = this.article;
    const { places } = this.knowledge;
    const end = this.article.sentences[this.article.sentenceAt(i)].last;
    const both = BEFORE_AND.has(tokens[i].lower) && tokens[i + 1]?.lower === 'and' ? this.look(words(i, i + 3)) : null;
    if (both && i + 3 <= end) return { place: both, last: i + 3 };
    const starts = places.startsPlace(tokens[i].text);
    // "the region of Voronezh"
    const division = tokens[i - 1]?.lower === 'of' ? tokens[i - 2]?.lower : undefined;
    for (let e = Math.min(run, i + places.longest); e > i; e--) {
      const kind = e < end && KINDS.has(tokens[e].lower) && tokens[e].gap < 2;
      const whole = kind ? this.look(words(i, e + 1)) : null;
      if (whole) return { place: whole, last: e + 1 };
      const region = division && DIVISIONS.has(division) ? this.look(`${words(i, e)} ${division}`) : null;
      if (region) return { place: region, last: e };
      const place = starts || kind ? this.look(words(i, e)) : null;
      if (place) return { place, last: kind ? e + 1 : e };
    }
    return null;
  }

  /** Is a known name but the beginning of another, that is not known: "in Baga Sola"? */
  private goesOn(i: number, last: number, run: number): boolean {
    const { tokens, pos, sentences } = this.article;
    return (
      last < run &&
      tokens[last].capital &&
      tokens[last].kind === 'word' &&
      i - 1 > sentences[this.article.sentenceAt(i)].first &&
      (pos[i - 1] === 'POS' || (pos[i - 1] === 'IN' && DIRECT.has(tokens[i - 1].lower))) &&
      this.look(this.article.words(last, run)) === null &&
      this.knowledge.actors.resolve(this.article.words(last, run)) === null
    );
  }

  /** Files a place that the gazetteer knows. */
  private take(i: number, last: number, run: number, hit: ResolvedPlace): number {
    const { tokens, words } = this.article;
    const relation = this.relation(i, last, hit);
    // a name that goes on in capitals is no place by itself ("Moscow Mayor", "Kharkiv Post")
    const goesOn = last < run && tokens[last]?.capital;
    if (goesOn && (relation === null || (relation === 'adjective' && BODIES.has(tokens[run - 1].lower)))) return run;
    const before = tokens[i - 1];
    if (before && DIRECTIONS.has(before.lower) && hit.kind !== 'city') {
      const side = this.look(`${before.text} ${words(i, last)}`);
      this.file(
        i - 1,
        last,
        relation,
        side ?? hit,
        side?.name ?? `${before.lower} ${hit.name}`,
        side ? PRECISION[side.kind] : 5,
      );
    } else this.file(i, last, relation, hit, hit.name, PRECISION[hit.kind]);
    const country = hit.country ?? (hit.kind === 'country' ? hit.name : null);
    if (country && !this.near.includes(country)) this.near = [...this.near, country];
    return last;
  }

  /** Files a name that the gazetteer does not know, when its place in the sentence makes it one. */
  private unknown(i: number, run: number): number {
    const { tokens, pos, phrase } = this.article;
    let last = this.nameEnd(i, run);
    const site = last > i + 1 && SITES.has(tokens[last - 1].lower);
    const end = OF_A_SITE.has(tokens[last]?.lower ?? '') ? last + 1 : last;
    const noun = tokens[end]?.lower ?? '';
    const kind = (SITES.has(noun) || (end === last && KINDS.has(noun))) && tokens[end].gap < 2;
    if (kind) last = end + 1;
    const again = this.unknowns.has(phrase(i, last));
    const relation = site || kind || again ? this.relation(i, last, null) : this.relationOfUnknown(i, last);
    if (relation === null || (pos[i] !== 'NP' && !isArabic(tokens[i]))) return i + 1;
    if (!kind && /^an?$/.test(tokens[i - 1]?.lower ?? '')) return last;
    if (!kind && SHIPS.has(tokens[i].lower)) return last;
    for (let k = i; k < last; k++) if (NO_PLACE.has(tokens[k].lower) && tokens[k].capital) return last;
    const name = phrase(i, last);
    const party = this.knowledge.actors.resolve(name);
    const free = again || site || kind || party === null || (party.kind === 'person' && relation !== 'struck');
    if (name.length > 2 && name !== name.toUpperCase() && free && !this.knowledge.actors.demonym(tokens[i].text)) {
      this.unknowns.add(name);
      this.file(i, last, relation, null, name, 1);
    }
    return last;
  }

  private relationOfUnknown(i: number, last: number): string | null {
    const { tokens, pos } = this.article;
    const relation = this.preposition(i);
    if (this.standing.has(this.article.phrase(i, last))) {
      const here = this.relation(i, last, null);
      if (here === 'attack' || (here === 'in' && relation === null)) return here;
    }
    if (relation === null) return tokens[i - 1]?.kind === 'word' && this.isStruck(i, false) ? 'struck' : null;
    // right before the name, with at most a determiner or "town of" between
    let k = i - 1;
    while (k >= 0 && (pos[k] === 'DT' || pos[k] === 'QT')) k--;
    const called = tokens[i - 1]?.lower === 'of' && KINDS.has(tokens[i - 2]?.lower ?? '');
    if (!called && !STRONG.has(relation) && !(relation === 'on' && (LANDMARKS.has(tokens[i].lower) || this.isAim(k))))
      return null;
    if (pos[k] === 'CC' || pos[k] === 'CM') return pos[k - 1] === 'NP' ? relation : null;
    return pos[k] === 'POS' || pos[k] === 'IN' || pos[k] === 'RB' ? relation : null;
  }

  /** "An attack on", "dropped bombs on": is what stands under the preposition at `k` aimed at? */
  private isAim(k: number): boolean {
    const { chunks } = this.article.clauses[this.article.sentenceAt(k)];
    for (let c = this.article.chunkAt(k) - 1; c >= 0 && c > this.article.chunkAt(k) - 6; c--) {
      const { kind, verb, head } = chunks[c];
      if (kind === 'NP' && nounHappening(this.article.tokens[head])?.type === 'attack') return true;
      if (kind === 'VG') return verb!.lemma === 'drop' || happeningOf(verb!)?.type === 'attack';
    }
    return false;
  }

  /** "The town", "the capital", "there": a place named before. */
  private again(i: number): number {
    const { tokens, pos } = this.article;
    const { lower } = tokens[i];
    const s = this.article.sentenceAt(i);
    const next = tokens[i + 1];
    if (lower === 'there') {
      // "the bombing of Jarabulus is the deadliest there"; of a sentence before it is the scene
      const clause = this.article.clauses[s].chunks[this.article.chunkAt(i) + 1];
      let place: PlaceMention | null = null;
      const finest = (p: PlaceMention) => {
        if (!place || p.place.precision! < place.place.precision!) place = p;
        return false;
      };
      this.last(s, finest);
      // "a doctor in X said that nine had died there"
      if (!place) this.last(s, (p) => this.isSubjectAt(p) && finest(p), true);
      if (place && clause?.kind !== 'VG') this.point(i, i + 1, 'in', place);
      return i + 1;
    }
    const quarter = QUARTERS.has(lower);
    if (lower === 'country') return this.land(i);
    const start = this.article.clauses[s].chunks[this.article.chunkAt(i)].first;
    const same = tokens[i - 1]?.lower === 'same';
    const kind =
      quarter ||
      TOWNS.has(lower) ||
      DIVISIONS.has(lower) ||
      TRACTS.has(lower) ||
      SITES.has(lower) ||
      (same && SPOTS.has(lower)) ||
      lower === 'capital';
    // "the same town", "the Hamas-run territory"
    const called = TRACTS.has(lower) ? tokens[start].lower : (tokens[i - (same ? 2 : 1)]?.lower ?? '');
    if (!kind || !/^(?:the|that|this)$/.test(called)) return i + 1;
    if (next && (next.capital || next.lower === 'of')) return i + 1;
    const relation =
      pos[i + 1] === 'POS' ? 'possessive' : (this.preposition(i) ?? (this.isStruck(i, true) ? 'struck' : null));
    if (
      relation === null ||
      (pos[i + 1] !== 'POS' && this.article.clauses[s].chunks[this.article.chunkAt(i)].last > i + 1)
    )
      return i + 1;
    if (lower === 'capital' || quarter) {
      const country = this.found.at(-1)?.country;
      const place = country ? this.look(quarter ? `${lower} of ${country}` : `the capital of ${country}`) : null;
      if (place && (!quarter || DIRECT.has(relation)))
        this.file(i - 1, i + 1, relation, place, place.name, PRECISION[place.kind]);
      return i + 1;
    }
    const fits = same && SPOTS.has(lower) ? isSpot : (p: PlaceMention) => mayBeCalled(p, lower);
    const place = this.last(s - REACH, fits, TRACTS.has(lower));
    const province = place && PROVINCES.has(lower) && this.provinceOf(place);
    if (province) this.file(i - 1, i + 1, relation, province, province.name, PRECISION.admin1);
    else if (place) this.point(i - 1, i + 1, relation, place);
    return i + 1;
  }

  /** The province that a town or a district lies in. */
  private provinceOf({ resolved }: PlaceMention): ResolvedPlace | null {
    const found = resolved?.admin1 && resolved.kind !== 'admin1' ? this.look(resolved.admin1) : null;
    return found?.kind === 'admin1' ? found : null;
  }

  /** "Across the country": that of the place named last. */
  private land(i: number): number {
    const relation = this.article.tokens[i - 1]?.lower === 'the' ? this.preposition(i) : null;
    const country = this.found.at(-1)?.country;
    const place = country && relation ? this.look(country) : null;
    if (place && relation) this.file(i - 1, i + 1, relation, place, place.name, PRECISION.country);
    return i + 1;
  }

  /** The last place that something happened at, from a sentence on. */
  private last(from: number, fits = (_: PlaceMention): boolean => true, said = false): PlaceMention | null {
    for (let k = this.found.length - 1; k >= 0; k--) {
      const p = this.found[k];
      if (p.sentence < from) return null;
      if (
        p.relation !== null &&
        p.relation !== 'home' &&
        p.relation !== 'beside' &&
        p.relation !== 'from' &&
        (said || !this.said(p)) &&
        fits(p)
      )
        return p;
    }
    return null;
  }

  /** Does the place stand in the words of an attribution: "told reporters in Geneva"? */
  private said({ sentence, first }: PlaceMention): boolean {
    return this.voices.bySentence[sentence].some((a) => first >= a.frame[0] && first < a.frame[1]);
  }

  /** "A doctor in X said": stands a place before the first verb of its sentence, and nothing that is its own? */
  private isSubjectAt({ sentence, first, last }: PlaceMention): boolean {
    const verb = this.article.clauses[sentence].chunks.find((c) => c.verb?.form === 'finite');
    return verb !== undefined && first < verb.first && this.article.pos[last] !== 'POS';
  }

  private point(first: number, last: number, relation: string, to: PlaceMention): void {
    this.file(first, last, relation, to.resolved, to.place.name, to.place.precision ?? 1);
  }

  /** How a name is tied to what happens: by its preposition, as what is struck, as whose. */
  private relation(i: number, last: number, hit: ResolvedPlace | null): string | null {
    const { tokens, pos, clauses } = this.article;
    const preposition = this.preposition(i);
    const s = this.article.sentenceAt(i);
    const np = clauses[s].chunks[this.article.chunkAt(i)];
    if (tokens[last]?.text === ':' && hit?.kind !== 'country' && this.isLabel(i, s)) return 'in';
    const site = SITES.has(tokens[last]?.lower ?? '') ? 1 : 0;
    if (pos[last + site] === 'POS') {
      // "Russia's attack" is by it, "Ukraine's ministry" its own; "Hodeidah's port" is there
      const whose = clauses[s].chunks[this.article.chunkAt(last + site)];
      const noun = tokens[whose.head].lower;
      if (whose.head < last || nounHappening(tokens[whose.head]) !== undefined || COUNTS.has(noun)) return 'adjective';
      // "Kampala's twin city of Entebbe" is not Kampala
      if (TOWNS.has(noun) && tokens[whose.last]?.lower === 'of') return 'adjective';
      const at = preposition && (DIRECT.has(preposition) || preposition === 'on' || preposition === 'across');
      if (at && !(hit?.kind === 'country' && NEARNESS.has(preposition))) return preposition;
      return hit?.kind !== 'country' || SITES.has(noun) ? 'possessive' : 'adjective';
    }
    if (np?.kind === 'NP' && np.last > last && !KINDS.has(tokens[last]?.lower ?? '')) {
      // an adjective of place ("Bryansk officials", "the Geneva talks") says little, save before a site ("at the Kursk substation")
      if (hit && WARS.has(tokens[np.head].lower)) return 'war';
      // "the Zaporizhzhia attack", "the Balad blast toll"; a name that is not known was used as a place before
      // a state's may be by it, save in "nine killed in Mali attack"
      const small = !hit || PRECISION[hit.kind] < PRECISION.region || tokens[i - 1]?.lower === 'in';
      if (small && this.isBeforeAttack(last, np.last)) return 'attack';
      const there = (site || SITES.has(tokens[last + 1]?.lower ?? '')) && hit?.kind !== 'country';
      // "the Dnipro plant in Zaporizhzhia" says itself where it is
      const next = clauses[s].chunks[np.at + 1];
      if (!there || (next?.kind === 'IN' && tokens[next.first].lower === 'in')) return 'adjective';
      return DIRECT.has(preposition ?? '') ? preposition : this.isStruck(i, true) ? 'struck' : 'adjective';
    }
    return preposition ?? (this.isStruck(i, true) ? 'struck' : null);
  }

  /** "A mainly Sunni town 40 km (25 miles) north of", "a village near": does what stands before a name tell of a town without naming it? */
  private isOfUnnamed(first: number): boolean {
    const { tokens, pos } = this.article;
    const least = Math.max(first - UNNAMED_REACH, this.article.sentences[this.article.sentenceAt(first)].first);
    let town = first - 1;
    while (town > least && !TOWNS.has(tokens[town].lower)) town--;
    let k = town - 1;
    while (k > least && /^(?:JJ|RB|NP|NN)$/.test(pos[k])) k--;
    return town > least && k >= least && /^an?$/.test(tokens[k].lower);
  }

  /** "Pinga: 12 buried" over an article; "PINGA: Twelve people were buried." is where it was sent from. */
  private isLabel(i: number, sentence: number): boolean {
    const { tokens, sentences } = this.article;
    const { first, last } = sentences[sentence];
    return i === first && tokens[i].text !== tokens[i].text.toUpperCase() && tokens[last - 1].kind === 'word';
  }

  /** Does a noun of an attack or of its dead stand between two tokens of a phrase? */
  private isBeforeAttack(from: number, to: number): boolean {
    return this.article.tokens
      .slice(from, to)
      .some((t) => ['attack', 'casualties'].includes(nounHappening(t)?.type ?? ''));
  }

  /** Is the name the object of an attack, of the taking of ground or of a move? Of a name that is not known, only of an attack. */
  private isStruck(i: number, known: boolean): boolean {
    const cl = this.article.clauses[this.article.sentenceAt(i)];
    const { chunks } = cl;
    const at = this.article.chunkAt(i);
    if (chunks[at].kind !== 'NP') return false;
    const on = (v: VerbGroup) => {
      const type = happeningOf(v)?.type;
      return (
        type === 'attack' ||
        GROUND.has(v.lemma) ||
        (known && (type === 'damage' || type === 'disruption' || TERRITORY_VERBS.has(v.lemma) || MOVES.has(v.lemma)))
      );
    };
    const before = chunks[at - 1];
    if (before?.kind === 'VG') return !before.verb!.passive && on(before.verb!);
    // "Smolensk, west of Moscow, also reported injuries"
    for (let k = at + 1; k < chunks.length && k < at + 9; k++) {
      const { verb } = chunks[k];
      if (verb?.form === 'finite')
        return cl.subject(k) === chunks[at] && (verb.passive ? on(verb) : known && SUFFERS.has(verb.lemma));
    }
    return false;
  }

  /** The preposition of place that governs the name at `i`, over determiners, adjectives, lists and "the town of". */
  private preposition(i: number): string | null {
    const { tokens, pos, sentences } = this.article;
    const { first } = sentences[this.article.sentenceAt(i)];
    for (let k = i - 1; k >= first && k >= i - 7; k--) {
      switch (pos[k]) {
        case 'IN':
          return this.under(k, first);
        case 'CM':
          // "Nairobi, Kenya" and lists share the first's preposition, "the capital, Nairobi," that of what it is called
          if (k === i - 1 && pos[k - 1] !== 'NP' && !KINDS.has(tokens[k - 1]?.lower ?? '')) return null;
          break;
        case 'DT':
        case 'JJ':
        case 'NN':
        case 'NP':
        case 'PP$':
        case 'CC':
        case 'POS':
          break;
        case 'RB':
          // "killed off Khokha": the verb has taken the preposition
          if (k === i - 1 && STRONG.has(tokens[k].lower)) return tokens[k].lower;
          break;
        default:
          return null;
      }
    }
    return null;
  }

  /** What the preposition at `k` says, with the noun before it. */
  private under(k: number, first: number): string | null {
    const { tokens } = this.article;
    const { lower } = tokens[k];
    const noun = k > first ? tokens[k - 1].lower : '';
    if (AT_HOME.has(noun)) return 'home';
    if (BESIDE.has(noun)) return 'beside';
    if (WARS.has(noun)) return 'war';
    if (lower === 'for') return FOUGHT_FOR.has(noun) ? 'in' : lower;
    if (lower === 'to' && ROADS.has(noun)) return 'near';
    if (lower === 'in' && this.setsOut(k)) return 'from';
    if (lower !== 'of') return LOCATIVE.has(lower) ? lower : null;
    if (SIDES.has(noun)) return this.describes(k) ? 'adjective' : 'near';
    // "the town of Pinga", "the villagers of Pinga"; but "the governor of Kharkiv"
    if (KINDS.has(noun) || KINDS.has(noun.replace(/s$/, '')) || SITES.has(noun)) return this.preposition(k - 1) ?? 'in';
    return OF_A_PLACE.has(noun) ? 'in' : 'of';
  }

  /** "Rockets were fired from a base in Yei": does a site from which something came stand before the preposition at `k`? */
  private setsOut(k: number): boolean {
    const { tokens, clauses } = this.article;
    const { chunks } = clauses[this.article.sentenceAt(k)];
    const site = chunks[this.article.chunkAt(k) - 1];
    const from = site && chunks[site.at - 1];
    return (
      from?.kind === 'IN' &&
      site.kind === 'NP' &&
      SOURCES.has(tokens[site.head].lower) &&
      (tokens[from.first].lower === 'from' || tokens[from.last - 1].lower === 'of')
    );
  }

  /** "Sopiri, 15 kilometres south-west of Yei": does what stands at `k` say where the place named just before is? */
  private describes(k: number): boolean {
    const { pos } = this.article;
    const named = this.found.at(-1);
    if (!named || named.sentence !== this.article.sentenceAt(k) || k - named.last > 8) return false;
    return named.relation !== null && named.relation !== 'adjective' && pos[named.last] === 'CM';
  }

  private look(name: string): ResolvedPlace | null {
    return this.knowledge.places.find(name, this.near);
  }

  private file(
    first: number,
    last: number,
    relation: string | null,
    resolved: ResolvedPlace | null,
    name: string,
    precision: number,
  ): void {
    const { tokens, words } = this.article;
    const before = this.found.at(-1);
    // "a train from Pinga to Sopiri": the ends of a way, neither of them where it happened
    const way =
      before !== undefined &&
      tokens[before.first - 1]?.lower === 'from' &&
      tokens[before.last]?.lower === 'to' &&
      first > before.last &&
      first - before.last <= 4;
    if (way) before.relation = 'start';
    const noun = tokens[first - 1]?.lower === 'of' ? tokens[first - 2]?.lower : undefined;
    this.found.push({
      first,
      last,
      relation: way ? 'end' : relation,
      sentence: this.article.sentenceAt(first),
      resolved,
      country: resolved ? resolved.country : (this.found.at(-1)?.country ?? null),
      called: noun && TOWNS.has(noun) ? noun : null,
      unnamed: NEARNESS.has(relation ?? '') && this.isOfUnnamed(first),
      place: {
        name,
        id: resolved?.id ?? null,
        latitude: resolved?.latitude ?? null,
        longitude: resolved?.longitude ?? null,
        precision: precision < 2 && NEARNESS.has(relation ?? '') ? 2 : precision,
        text: words(first, last),
        start: tokens[first].start,
        end: tokens[last - 1].end,
      },
    });
  }
}

/** May a later sentence call a place by this word: "the town", "the region", "the camp"? */
function mayBeCalled(p: PlaceMention, word: string): boolean {
  const kind = p.resolved?.kind;
  if (TOWNS.has(word))
    return p.place.precision! <= 2 && !SITES.has(lastWord(p)) && (p.called === null || p.called === word);
  if (PROVINCES.has(word)) return kind === 'admin1' || (p.resolved?.admin1 ?? null) !== null;
  if (word === 'district') return kind === 'admin2' || lastWord(p) === word;
  if (DIVISIONS.has(word)) return kind === 'admin1' || kind === 'admin2';
  // "the strip" is no part of it
  if (TRACTS.has(word))
    return (kind === 'region' || kind === 'country') && !DIRECTIONS.has(p.place.name.split(' ')[0].toLowerCase());
  return lastWord(p) === word;
}

/** Is a place small enough for "the same area"? */
const isSpot = (p: PlaceMention): boolean => p.place.precision! < PRECISION.admin1;

const lastWord = (p: PlaceMention): string => {
  const words = (p.resolved ? p.place.text : p.place.name).toLowerCase();
  return words.slice(words.lastIndexOf(' ') + 1);
};

/** "GOMA, Congo, Nov 12 (Agency) -", "ANKARA - The …", "Kabul, 27 October –": where the words of where the article was sent from end; 0 without. */
function datelineEnd({ tokens, pos }: Article): number {
  const [first] = tokens;
  if (!first?.capital) return 0;
  const loud = first.text.length > 2 && first.text === first.text.toUpperCase();
  for (let k = 0, dated = false; k < Math.min(tokens.length, 18); k++) {
    dated ||= pos[k] === 'TM';
    if (/^[-–—]+$/.test(tokens[k].text) || (tokens[k].text === ':' && k < 4)) return loud || dated ? k : 0;
    if (tokens[k].text === '.' && tokens[k + 1]?.gap) return 0;
  }
  return 0;
}
