import type { PartyKind } from '../model/claim.ts';
import type { ResolvedActor } from '../model/knowledge.ts';
import type { Owner, Owners } from './actor-owner.ts';
import { Reading } from './actor-reading.ts';
import { type ActorWords, foldPhrase } from './actor-words.ts';
import type { Institution } from './data/institutions.ts';
import type { Role } from './data/roles.ts';

/** A noun phrase taken apart: [owner] [institution] [offices and ranks] [name] [of, for, in … owner]. */
export interface Phrase {
  owner: Owner | null;
  institution: Institution | null;
  /** A ministry that the table does not list: "digital transformation"; empty for a bare "ministry". */
  ministry: string | null;
  /** Set for outlets nobody names: does it speak for a state? */
  media: boolean | null;
  roles: { word: string; role: Role; plural: boolean }[];
  person: string | null;
  /** A name that only its last word tells the nature of: "Nasser Hospital". */
  organisation: { name: string; kind: PartyKind; side: string | null } | null;
  /** Is there a number before it? */
  counted: boolean;
  /** Did whoever owns it put it there: "Russian-installed authorities"? */
  installed: boolean;
  /** Is it said to be a region's or a town's? */
  local: boolean;
  /** The words, without determiners. */
  words: string;
}

const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its his her their our this that these those another some any both all'.split(' '),
);
const NUMBERS: ReadonlySet<string> = new Set(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens several many hundreds thousands scores few more at least about'.split(
    ' ',
  ),
);

/** Takes noun phrases apart by the tables. One left-to-right pass, each time the longest entry that begins there. */
export class Phrases {
  private readonly words: ActorWords;
  private readonly owners: Owners;
  private readonly resolve: (phrase: string) => ResolvedActor | null;

  /** `resolve` reads what stands after a preposition: "a spokesman for the Syrian Democratic Forces". */
  constructor(words: ActorWords, owners: Owners, resolve: (phrase: string) => ResolvedActor | null) {
    this.words = words;
    this.owners = owners;
    this.resolve = resolve;
  }

  /** Null when some word has no place in a party's name. */
  take(text: string): Phrase | null {
    const tokens = text.split(' ');
    const whole = foldPhrase(text).split(' ');
    const folded = whole.length === tokens.length ? whole : tokens.map(foldPhrase);
    let at = 0;
    let counted = false;
    for (
      ;
      at < tokens.length - 1 &&
      (DETERMINERS.has(folded[at]) || NUMBERS.has(folded[at]) || /^\d[\d,.]*$/.test(folded[at]));
      at++
    ) {
      counted ||= !DETERMINERS.has(folded[at]);
    }
    const words = tokens.slice(at).join(' ');
    const phrase: Phrase = {
      owner: null,
      institution: null,
      ministry: null,
      media: null,
      roles: [],
      person: null,
      organisation: null,
      counted,
      installed: false,
      local: false,
      words,
    };
    return new Reading(tokens, folded, at, phrase, this.words, this.owners, this.resolve).run() ? phrase : null;
  }
}
