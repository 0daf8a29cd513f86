import type { PlaceIndex, ResolvedActor, ResolvedPlace } from '../model/knowledge.ts';
import { type ActorWords, foldPhrase, type Known, slugOf } from './actor-words.ts';

/** Whose an institution or an office is: a country's, a group's, a town's, a body's. */
export interface Owner {
  /** First half of ids: `ru`, `houthis`, `ua/kharkiv-oblast`; null when the owner has none. */
  prefix: string | null;
  label: string;
  side: string | null;
  place: ResolvedPlace | null;
  /** A body that employs: "NATO", "the defence ministry"; null for countries and places. */
  body: ResolvedActor | null;
}

/** Places that somebody else holds than the country that they lie in: what is theirs speaks for the holder. */
const HELD: Readonly<Record<string, { prefix: string; label: string; side: string }>> = {
  'Gaza Strip': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'northern Gaza': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'southern Gaza': { prefix: 'gaza', label: 'Gaza', side: 'Hamas' },
  'Gaza City': { prefix: 'gaza/gaza-city', label: 'Gaza City', side: 'Hamas' },
  Crimea: { prefix: 'ru/crimea', label: 'Crimea', side: 'Russia' },
};
const WITH_ARTICLE =
  /^(?:United |Democratic Republic|Republic of|Central African|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Solomon|Marshall|Dominican|Houthis|Taliban|Rapid |Syrian Democratic|Kurdistan Region|Department|Ministry|Armed Forces|General Staff|Government|Air Force|International|Islamic Rev|Security Service|Main Directorate|Syrian Observatory|UN |World |European |African |Israel Def|Sudanese |Malian |Southern |.* People's Republic)/;
const AREAS = new Set(
  'region oblast province district state governorate county krai republic township area'.split(' '),
);

/** A name as it stands after "of" and "for". */
export const withArticle = (label: string): string => (WITH_ARTICLE.test(label) ? `the ${label}` : label);

/** Finds whose something is, among the names of the tables and the places. */
export class Owners {
  private readonly words: ActorWords;
  private readonly places: PlaceIndex;

  constructor(words: ActorWords, places: PlaceIndex) {
    this.words = words;
    this.places = places;
  }

  /** The owner that begins at a token, the longest first; `length` is how many words it takes. */
  at(tokens: readonly string[], folded: readonly string[], at: number): { owner: Owner; length: number } | null {
    if (!/^\p{Lu}|^(?:al|el)-\p{Lu}/u.test(tokens[at])) return null;
    const listed = Math.min(this.words.longest.get(strip(folded[at])) ?? 0, tokens.length - at);
    for (let length = listed; length > 0; length--) {
      const known = this.named(
        tokens
          .slice(at, at + length)
          .join(' ')
          .replace(/'s?$/, ''),
      );
      if (known) return { owner: this.of(known, tokens.slice(at, at + length).join(' ')), length };
    }
    if (!this.places.startsPlace(tokens[at].replace(/'s?$/, ''))) return null;
    let run = 1;
    while (
      run < 5 &&
      at + run < tokens.length &&
      !/'s?$/.test(tokens[at + run - 1]) &&
      (/^\p{Lu}/u.test(tokens[at + run]) || AREAS.has(folded[at + run]) || folded[at + run] === 'and')
    )
      run++;
    for (let length = run; length > 0; length--) {
      const place = this.places.find(
        tokens
          .slice(at, at + length)
          .join(' ')
          .replace(/'s?$/, ''),
      );
      if (place && !this.runsOn(tokens, folded, at + length)) return { owner: this.ofPlace(place), length };
    }
    return null;
  }

  /** Does a capitalised word follow that no table knows: was it the beginning of a longer name ("Kamal Adwan Hospital")? */
  private runsOn(tokens: readonly string[], folded: readonly string[], at: number): boolean {
    return (
      at < tokens.length &&
      !/'s?$/.test(tokens[at - 1]) &&
      /^\p{Lu}/u.test(tokens[at]) &&
      !this.words.longest.has(strip(folded[at])) &&
      !this.words.adjectives.has(folded[at])
    );
  }

  /** How many words the longest name of the tables takes that begins at a token; 0 is none. */
  listed(tokens: readonly string[], folded: readonly string[], at: number): number {
    if (!/^\p{Lu}/u.test(tokens[at])) return 0;
    for (let length = Math.min(this.words.longest.get(folded[at]) ?? 0, tokens.length - at); length > 1; length--) {
      if (this.words.names.has(folded.slice(at, at + length).join(' '))) return length;
    }
    return this.words.acronyms.has(tokens[at]) || this.words.names.has(folded[at]) ? 1 : 0;
  }

  /** The owner that a whole phrase names, null when it names none. */
  whole(phrase: string): Owner | null {
    const known = this.named(phrase);
    if (known) return this.of(known, phrase);
    const place = /\p{Lu}/u.test(phrase) ? this.places.find(phrase) : null;
    return place && this.ofPlace(place);
  }

  ofBody(actor: ResolvedActor): Owner {
    return { prefix: actor.id, label: actor.name, side: actor.side, place: null, body: actor };
  }

  /** Ids of what belongs to a place: its country's code, then itself. */
  placePrefix(place: ResolvedPlace): string {
    const held = HELD[place.name];
    if (held) return held.prefix;
    const code = place.country ? this.words.names.get(foldPhrase(place.country))?.prefix : null;
    return `${code ?? 'place'}/${slugOf(place.name)}`;
  }

  /** The division that a town is the seat of or that is named after it; itself when it is one already. */
  regionOf(place: ResolvedPlace): ResolvedPlace {
    if (place.kind !== 'city' || !place.country) return place;
    const region = this.places.find(`${place.name} region`, [place.country]);
    return region?.kind === 'admin1' ? region : place;
  }

  private named(phrase: string): Known | null {
    const bare = phrase.replace(/\./g, '');
    return (
      this.words.acronyms.get(bare) ??
      this.words.people.get(bare) ??
      this.words.people.get(bare.replace(/s$/, '')) ??
      this.words.names.get(foldPhrase(phrase)) ??
      null
    );
  }

  private of(known: Known, phrase: string): Owner {
    const { prefix, label, actor, sort } = known;
    if (sort !== 'country') return { prefix, label, side: actor.side, place: null, body: actor };
    const bare = phrase.replace(/\./g, '').replace(/'s?$/, '');
    const place = this.words.people.has(bare) || bare === label ? null : this.places.find(bare);
    return { prefix, label, side: actor.side, place: place && place.kind !== 'country' ? place : null, body: null };
  }

  private ofPlace(place: ResolvedPlace): Owner {
    const held = HELD[place.name];
    if (held) return { ...held, place, body: null };
    return {
      prefix: this.placePrefix(place),
      label: place.name,
      side: place.country,
      place: place.kind === 'country' ? null : place,
      body: null,
    };
  }
}

const strip = (word: string): string => word.replace(/'s?$/, '');
