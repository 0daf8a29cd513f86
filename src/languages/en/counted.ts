import type { Measure } from '../../model/claim.ts';
import type { QuantityMention } from '../../model/quantity.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { nounOfWhich, restOfKinds } from './governing.ts';
import { STATES, stateTold } from './happenings.ts';
import { type Item, itemOf } from './items.ts';
import { list } from './words.ts';

/** The phrase that a number counts. */
export interface Counted {
  /** What is counted; null when the number stands alone. */
  item: Item | null;
  /** The noun phrase of the number. */
  np: Chunk;
  /** Of "26 dead", "the wounded": the measure that the phrase itself gives. */
  state: Measure | null;
  /** "of them", "of those", "of the drones": it counts a part of something named before. */
  part: boolean;
  /** The last chunk (inclusive) of the counted phrase. */
  end: number;
  /** "drones and missiles" under one number. */
  both: boolean;
  /** It counts within a compound: "a 42-drone barrage". */
  compound: boolean;
  /** The state is an attribute of the noun: "nine captured rebels". */
  attributive: boolean;
  /** The item stands in apposition or as a predicate: "three of them women". */
  apposed: boolean;
}

/** "Five of those taken" are people, whatever became of them next. */
const STATES_OF_THOSE = /^(?:taken|held|seized|abducted|kidnapped|captured|detained|arrested|rescued|evacuated)$/;
const ALONE = /^(?:no one|no-one|nobody|none|nothing)$/i;
const ANAPHOR = /^(?:them|those|these|whom|which)$/;
/** "a column of", "a group of": units whose number is not the number of what they hold. */
const UNITS =
  /^(?:groups?|number|numbers|series|columns?|convoys?|batch|batches|kinds?|types?|waves?|rounds?|stages?|teams?|units?|brigades?|battalions?|countries|states|years?|days?|sides?|ways?|times?|hours?)$/;
const NAMES = /^names$/;
const AID = /\b(?:humanitarian|relief|food|flour|medicines?|medical supplies|aid)\b/;
const CAPTIVE = new Set(['prisoner', 'hostage', 'captive']);
const PERSON: Item = { item: 'person', sort: 'person' };
const BODY_NOUNS = /^(?:bodies|remains|corpses|cadavers|body)$/;

const counted = (item: Item | null, np: Chunk, end: number, more: Partial<Counted> = {}): Counted => ({
  item,
  np,
  end,
  state: null,
  part: false,
  both: false,
  apposed: false,
  compound: false,
  attributive: false,
  ...more,
});

/** What the number at token `t` counts, or, as a string, why nothing. */
export function countedBy(article: Article, cl: Clauses, t: number, q: QuantityMention): Counted | string {
  const { tokens, pos } = article;
  const { chunks } = cl;
  const k = article.chunkAt(t);
  const np = chunks[k];
  const words = article.text.slice(q.start, q.end);
  const compound = np && compoundOf(article, t, q);
  if (compound) return counted(compound, np, k, { compound: true });
  if (!np || (np.kind !== 'NP' && np.kind !== 'JJ' && np.kind !== 'RB')) return 'it stands in no noun phrase';
  if (ALONE.test(words)) {
    const of = ofPhrase(cl, k);
    const item = of ? itemOf(tokens[of.head].lower, tokens[of.head].capital) : null;
    if (of && !item && !ANAPHOR.test(tokens[of.head].lower))
      return `"${tokens[of.head].text}" is nothing that is counted here`;
    if (/^nothing$/i.test(words)) return 'it counts nothing';
    return counted(item ?? PERSON, np, of ? of.at : k, { part: of !== null && !item });
  }
  let firstAfter = t;
  while (firstAfter < np.last && tokens[firstAfter].start < q.end) firstAfter++;
  const head = headOf(article, np, firstAfter);
  if (head > t) return byNoun(article, cl, q, np, head, firstAfter);
  // no noun: "26 dead", "two of the drones", "three of them women", "the other five"
  for (let i = t; i < np.last; i++) {
    const state = pos[i] === 'CD' ? undefined : stateTold(tokens[i]);
    if (state) return counted(null, np, k, { state });
  }
  let next = chunks[k + 1];
  // "a hunt for dozens still missing"
  if (
    next?.kind === 'RB' &&
    chunks[k + 2] &&
    stateTold(tokens[chunks[k + 2].first]) &&
    chunks[k + 2].last - chunks[k + 2].first === 1
  )
    if (chunks[k + 2].kind === 'JJ' || chunks[k + 2].verb?.form === 'ing') next = chunks[k + 2];
  // "Twenty-three wounded remain under treatment"
  if (
    next?.kind === 'VG' &&
    next.last - next.first === 1 &&
    stateTold(tokens[next.first]) &&
    next.verb!.form === 'participle' &&
    chunks[k + 2]?.kind === 'VG' &&
    chunks[k + 2].verb!.form === 'finite'
  )
    return counted(null, np, k + 1, { state: stateTold(tokens[next.first]) });
  if (next && (next.kind === 'JJ' || next.verb?.form === 'ing') && stateTold(tokens[next.first]))
    return counted(null, np, next.at, { state: stateTold(tokens[next.first]) });
  const quoted = next?.kind === 'QT' ? quotedNumber(cl, k + 2) : null;
  if (quoted) {
    const item = itemAt(article, quoted.head, chunks[k + 2].first);
    if (item) return counted(item, np, quoted.at);
  }
  // "dozens of wounded were being treated"
  const stated = next?.kind === 'IN' && cl.word(next) === 'of' ? chunks[k + 2] : undefined;
  if (stated?.verb?.form === 'participle' && stated.last - stated.first === 1 && stateTold(tokens[stated.first]))
    return counted(null, np, stated.at, { state: stateTold(tokens[stated.first]) });
  const far = outOf(cl, k) ?? behindBracket(article, cl, k);
  const item = far && itemOf(tokens[far.head].lower, tokens[far.head].capital);
  if (item) return counted(item, np, far.at, { part: outOf(cl, k) !== null });
  const of = ofPhrase(cl, k);
  if (of) {
    const word = tokens[of.head].lower;
    // "dozens of others were wounded"
    if (word === 'others') return counted(null, np, of.at);
    if (pos[of.first] === 'DT' && tokens[of.first].lower === 'those' && STATES_OF_THOSE.test(word))
      return counted(PERSON, np, of.at);
    if (ANAPHOR.test(word) || (pos[of.first] === 'DT' && of.last - of.first === 1)) {
      const apposed = chunks[of.at + 1];
      if (apposed?.kind === 'NP' && pos[apposed.first] !== 'CD' && tokens[apposed.first].gap < 2) {
        const item = itemOf(tokens[apposed.head].lower, tokens[apposed.head].capital);
        if (item) return counted(item, np, apposed.at, { part: true, apposed: true });
      }
      // "some 600 of those who fled": those are people
      if (word === 'those' && apposed?.kind === 'WH' && tokens[apposed.first].lower === 'who')
        return counted(PERSON, np, of.at, { part: false });
      return counted(null, np, of.at, { part: true });
    }
    // "three of the eight who were wounded"
    if (pos[of.head] === 'CD') return counted(null, np, of.at, { part: true });
    const state = STATES.get(word) ?? null;
    // "50 of their own"
    if (word === 'own' && pos[of.first] === 'PP$') return counted(PERSON, np, of.at);
    const named = itemOf(word, tokens[of.head].capital);
    // "three of a family"
    const item = named?.sort === 'family' && !word.endsWith('s') ? PERSON : named;
    const behind = chunks[of.at + 1]?.kind === 'JJ' ? stateTold(tokens[chunks[of.at + 1].first]) : undefined;
    if (behind && item?.sort === 'person') return counted(item, np, of.at + 1, { state: behind });
    if (state && (!item || item.item === 'person')) return counted(null, np, of.at, { state, part: true });
    if (!item) return `"${word}" is nothing that is counted here`;
    const whole = pos[of.first] === 'DT' || pos[of.first] === 'PP$' || pos[of.first] === 'NP' || pos[of.first] === 'CD';
    const inner = item.sort === 'body' ? ofPhrase(cl, of.at) : null;
    return counted(item, np, inner ? inner.at : of.at, { part: whole });
  }
  if (next?.kind === 'IN' && cl.word(next) === 'among')
    return counted(null, np, chunks[k + 2]?.kind === 'NP' ? k + 2 : k);
  // "three of what it called 'launchers'"
  if (next?.kind === 'IN' && chunks[k + 2] && cl.word(chunks[k + 2]) === 'what') {
    const called = chunks.slice(k + 3, k + 8).findLast((x) => x.kind === 'NP' && pos[x.first] !== 'PR');
    const what = called && itemOf(tokens[called.head].lower, tokens[called.head].capital);
    return what ? counted(what, np, called.at) : 'it counts what somebody calls by another name';
  }
  if (next?.kind === 'WH' || (next?.kind === 'IN' && chunks[k + 2]?.kind === 'WH'))
    return counted(null, np, next.kind === 'WH' ? k + 1 : k + 2, { part: true });
  if (q.kind === 'other' || /^one$/i.test(words)) {
    // "one" alone is a pronoun, save "one killed", "one was shot down"
    if (
      next?.kind !== 'VG' &&
      next?.kind !== 'CM' &&
      !(next?.kind === 'RB' && chunks[k + 2]?.kind === 'VG' && chunks[k + 2].verb!.passive) &&
      !endsList(article, cl, k)
    )
      return 'it is a pronoun';
  }
  // "a family of seven": those are people
  const kin = nounOfWhich(cl, k);
  return counted(kin && itemOf(tokens[kin.head].lower, false)?.sort === 'family' ? PERSON : null, np, k);
}

/** "four in Goma, two in Sake and one in Masisi": "one" goes on with a list of numbers and their places. */
function endsList({ pos }: Article, { chunks }: Clauses, k: number): boolean {
  const placed = (i: number) =>
    chunks[i]?.kind === 'IN' && chunks[i + 1]?.kind === 'NP' && pos[chunks[i + 1].first] !== 'CD';
  let i = k - 1;
  while (chunks[i]?.kind === 'CC' || chunks[i]?.kind === 'CM') i--;
  return (
    i < k - 1 && placed(k + 1) && placed(i - 1) && chunks[i - 2]?.kind === 'NP' && pos[chunks[i - 2].first] === 'CD'
  );
}

/** "69 out of 96 drones": what both count. */
function outOf({ chunks, tokens }: Clauses, k: number): Chunk | null {
  const [out, of, np] = chunks.slice(k + 1, k + 4);
  const words = out && of && `${tokens[out.first].lower} ${tokens[of.first].lower}`;
  return words === 'out of' && np?.kind === 'NP' ? np : null;
}

/** "11,260 (+4) tanks": what is counted, behind what was added since. */
function behindBracket({ tokens }: Article, { chunks }: Clauses, k: number): Chunk | null {
  if (chunks[k + 1] === undefined || tokens[chunks[k + 1].first].text !== '(') return null;
  const close = chunks.slice(k + 2, k + 5).find((c) => tokens[c.first].text === ')');
  const np = close && chunks[close.at + 1];
  return np?.kind === 'NP' ? np : null;
}

/** What a number counts that is a part of its word: the drones of "42-drone". */
export function compoundOf(article: Article, t: number, q: QuantityMention): Item | null {
  if (article.tokens[t].end <= q.numberEnd + 1) return null;
  const word = article.text.slice(q.numberEnd, article.tokens[t].end);
  return /^[-‑]\p{L}/u.test(word) ? itemOf(word.slice(1).toLowerCase(), false) : null;
}

/** "'one, possibly two' loitering munitions": the noun behind a number that stands in quotation marks. */
const quotedNumber = ({ chunks }: Clauses, k: number): Chunk | null => {
  const noun = chunks[chunks[k]?.verb?.form === 'ing' ? k + 1 : k];
  return noun?.kind === 'NP' ? noun : null;
};

/** The last of the phrases that "and" joins to the one at `k`. */
function overJoined(cl: Clauses, k: number): number {
  const { chunks } = cl;
  let last = k;
  while (chunks[last + 1]?.kind === 'CC' && chunks[last + 2]?.kind === 'NP') last += 2;
  // "26 police, soldiers and prosecutors dead"
  const rest = restOfKinds(cl, last + 1);
  return rest > 0 ? rest - 1 : last;
}

const ofPhrase = (cl: Clauses, k: number): Chunk | null => {
  const of = cl.chunks[k + 1];
  const np = cl.chunks[k + 2];
  return of?.kind === 'IN' && cl.word(of) === 'of' && np?.kind === 'NP' ? np : null;
};

/** The noun that the number counts: the last of its phrase, or the possessor ("12 villagers' houses"), or the one before "prisoner". */
function headOf(article: Article, np: Chunk, from: number): number {
  const { tokens, pos } = article;
  for (let i = from; i < np.last; i++) if (pos[i] === 'POS') return i - 1;
  for (let i = np.last - 1; i >= from; i--) {
    if ((pos[i] !== 'NN' && pos[i] !== 'NP') || tokens[i].kind !== 'word') continue;
    if (
      /^(?:prisoner|hostage|captive)$/.test(tokens[i].lower) &&
      i > from &&
      /s$|men$|people$/.test(tokens[i - 1].lower)
    )
      continue;
    return i;
  }
  return -1;
}

function byNoun(
  article: Article,
  cl: Clauses,
  q: QuantityMention,
  np: Chunk,
  head: number,
  from: number,
): Counted | string {
  const { tokens } = article;
  const k = np.at;
  const word = tokens[head].lower;
  // "took nine prisoner": the one noun is no plural
  if (
    CAPTIVE.has(word) &&
    q.low !== 1 &&
    np.last - head === 1 &&
    head === from &&
    /^(?:take|hold)$/.test(cl.chunks[k - 1]?.verb?.lemma ?? '')
  )
    return counted(null, np, k, { state: 'captured' });
  const item = itemAt(article, head, from);
  const of = ofPhrase(cl, k);
  // "two ULFA(I) cadres"
  const far = item ? null : behindBracket(article, cl, k);
  const faction = far && itemOf(tokens[far.head].lower, false);
  if (far && faction?.sort === 'person') return counted(faction, np, far.at);
  // "leaving 17 people dead", "two officers and a guard dead", "112 RSF dead"; "17 people with shrapnel wounds"
  const beside = cl.chunks[overJoined(cl, k) + 1];
  // "two children lying dead"
  const lying = beside?.verb?.lemma === 'lie' && cl.chunks[beside.at + 1]?.kind === 'JJ';
  const next = lying ? cl.chunks[beside.at + 1] : beside;
  const states = next?.kind === 'JJ' || (next?.verb?.form === 'ing' && next.last - next.first === 1);
  const behind = states ? stateTold(tokens[next.first]) : undefined;
  if (behind && (item === null || item.sort === 'person')) {
    const joined = !lying && next.at > k + 1;
    if (!joined || (item !== null && next.kind === 'JJ'))
      return counted(item, np, joined ? k : next.at, { state: behind });
  }
  if (
    item?.sort === 'person' &&
    next?.kind === 'IN' &&
    next.at === k + 1 &&
    cl.word(next) === 'with' &&
    cl.chunks[k + 2]?.kind === 'NP' &&
    /^(?:wounds?|injury|injuries|burns?)$/.test(tokens[cl.chunks[k + 2].head].lower)
  )
    return counted(item, np, k + 2, { state: 'injured' });
  if (!item) {
    const state = STATES.get(word);
    if (state) return counted(null, np, k, { state });
    if (of && /^members?$/.test(word)) {
      const who = article.lower(of.first, of.last);
      return counted(
        {
          item: /\b(?:army|armed forces|guard|military|navy|defen[cs]e force)\b/.test(who)
            ? 'soldier'
            : /\b(?:armed|militia|rebel|group|brigade|battalion|faction|cell|gang|movement)s?\b/.test(who)
              ? 'fighter'
              : 'person',
          sort: 'person',
        },
        np,
        of.at,
      );
    }
    // "a list of 51 names": as many people
    if (NAMES.test(word)) return counted(null, np, k);
    return UNITS.test(word) ? `"${word}" is no unit that is counted` : `"${word}" is nothing that is counted here`;
  }
  let end = k;
  if ((item.sort === 'body' || /^(?:lives|members|crew)$/.test(word)) && of) end = of.at;
  if (/^members?$/.test(word) && of) {
    const who = article.lower(of.first, of.last);
    if (/\b(?:armed groups?|militia|rebels?|brigade|battalion|faction|hamas|hezbollah)\b/.test(who))
      return counted({ item: 'fighter', sort: 'person' }, np, end);
    if (/\b(?:army|forces|guard|guards)\b/.test(who)) return counted({ item: 'soldier', sort: 'person' }, np, end);
  }
  // "367 drones and missiles": one number for both
  const cc = cl.chunks[k + 1];
  const second = cl.chunks[k + 2];
  if (
    cc?.kind === 'CC' &&
    cl.word(cc) === 'and' &&
    second?.kind === 'NP' &&
    article.pos[second.first] !== 'CD' &&
    article.pos[second.first] !== 'DT'
  ) {
    const other = itemOf(tokens[second.head].lower, tokens[second.head].capital);
    if (other && [item.item, other.item].sort().join() === 'drone,missile')
      return counted(item, np, k + 2, { both: true });
  }
  const state = item.sort === 'body' ? null : stateBefore(article, from, head);
  return counted(item, np, end, { state, attributive: state !== null });
}

const PILOTLESS = list('unmanned uncrewed pilotless loitering');
const DRONE_BOATS = /^(?:drone|explosive|naval-drone|suicide|(?:explosives?|bomb)-laden|remote-controlled)$/;
const ARTILLERY = /^(?:pieces?|systems?)$/;
/** What makes a target one that flies. */
const ALOFT = /^(?:air|aerial|airborne|flying)$/;
/** What makes a gun more than a man carries. */
const CANNON = /^(?:artillery|field|anti-aircraft|self-propelled|towed|\d+-?mm)$/;
/** Before an officer: he is no soldier. */
const CIVIL = list('police customs prison probation medical press election immigration');
const AMMUNITION = /^(?:ammunition|ammo|cartridges?)$/;

/** Does this sentence or the one before it speak of relief, so that its lorries carry it? */
function ofAid(article: Article, token: number): boolean {
  const s = article.sentenceAt(token);
  return AID.test(article.lower(article.sentences[Math.max(0, s - 1)].first, article.sentences[s].last));
}

/** What the noun at `head` is; compounds are told by the word before it ("drone boats", "aid trucks"), models by their names. */
function itemAt(article: Article, head: number, from: number): Item | null {
  const { tokens } = article;
  const token = tokens[head];
  const before = head > from ? tokens[head - 1].lower : '';
  if (before === 'artillery' && ARTILLERY.test(token.lower)) return { item: 'artillery', sort: 'property' };
  const direct = itemOf(token.lower, token.capital);
  if (direct) {
    for (let i = from; i < head; i++)
      if (direct.sort !== 'person' && PILOTLESS.has(tokens[i].lower)) return { item: 'drone', sort: 'weapon' };
    if (CIVIL.has(before) && /^officers?$/.test(token.lower)) return PERSON;
    if (direct.item === 'target' && ALOFT.test(before)) return { item: 'target', sort: 'weapon' };
    if (direct.item === 'weapon' && CANNON.test(before)) return { item: 'artillery', sort: 'property' };
    if (direct.sort === 'aircraft' && before === 'suicide') return { item: 'fighter', sort: 'person' };
    if (direct.item === 'shell' && AMMUNITION.test(tokens[head + 2]?.lower ?? ''))
      return { item: 'round', sort: 'arms' };
    if (direct.sort === 'vessel' && DRONE_BOATS.test(before)) return { item: 'drone', sort: 'weapon' };
    if (direct.sort === 'vehicle' && ofAid(article, head)) return { item: 'truck', sort: 'aid' };
    if (direct.sort === 'vehicle' && /^(?:aid|relief|food|flour|supply)$/.test(before))
      return { item: 'truck', sort: 'aid' };
    if (/^fighters?$/.test(token.lower) && /^(?:jet|stealth|su|mig)/.test(before))
      return { item: 'aircraft', sort: 'aircraft' };
    if (/^(?:positions?|sites?|pads?)$/.test(token.lower) && /^(?:radar|launch|launcher)$/.test(before))
      return { item: before === 'radar' ? 'radar' : 'building', sort: 'property' };
    if (
      /^(?:mortars?|rounds?)$/.test(token.lower) &&
      !/shell|mortar/.test(before) &&
      /^mortars?$/.test(token.lower) === false
    )
      return direct;
    return direct;
  }

  const name = token.text;
  if (/^(?:MQ|RQ)-?\d|^(?:Shahed|Geran|Lancet|Gerbera|Bayraktar|Heron|Harop|Hermes|Orlan|Mohajer|Wing)/.test(name))
    return { item: 'drone', sort: 'weapon' };
  if (
    /^(?:Su|MiG|F|Tu|Il|Mi|Ka|An|C|B|A|AH|UH|J|JF)-\d|^(?:Rafale|Eurofighter|Typhoon|Gripen|Mirage|Sukhoi|Apache|Chinook)s?$/.test(
      name,
    )
  )
    return { item: 'aircraft', sort: 'aircraft' };
  if (
    /^(?:Kh|S|R|Fateh|Fajr|Emad|Ghadr)-?\d|^(?:Iskander|Kalibr|Kinzhal|Oniks|Onyx|Zircon|ATACMS|Neptune|Tochka|Storm|Tomahawk|BrahMos|Sejjil)/.test(
      name,
    )
  )
    return { item: 'missile', sort: 'weapon' };
  if (/^(?:T|BMP|BTR)-\d/.test(name)) return { item: name.startsWith('T-') ? 'tank' : 'vehicle', sort: 'vehicle' };
  // a people's name that no ending tells ("two million Burkinabe"): only what befalls people will accept it
  if (token.capital && head === from && /[a-z]/.test(name.slice(1)) && !/\d/.test(name))
    return { item: 'person', sort: 'people' };
  return null;
}

/** "five dead soldiers", "nine captured rebels": a state before the noun. */
function stateBefore(article: Article, from: number, head: number): Measure | null {
  for (let i = from; i < head; i++) {
    const state = article.pos[i] === 'NP' ? undefined : stateTold(article.tokens[i]);
    if (state) return state;
  }
  return null;
}

export const isBodyNoun = (word: string): boolean => BODY_NOUNS.test(word);
