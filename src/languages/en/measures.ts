import type { Measure, OccurrenceType } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { nounOfWhich, wordsBehind } from './governing.ts';
import { happeningOf, NOUN_HAPPENINGS, nounHappening, stateTold } from './happenings.ts';
import { type ItemSort, itemOf } from './items.ts';
import { list } from './words.ts';

/** A verb and its complement that say together what became of people, things, weapons or aid: "taken prisoner", "set free". */
interface Idiom {
  verbs: string;
  complement: RegExp;
  measure: Measure;
  of: 'people' | 'things' | 'weapons' | 'aid';
  /** Whose fate it is: what does it ("left their homes") or what it is done to ("set free 10", "10 were set free"). */
  as: 'subject' | 'object' | 'either';
}

const IDIOMS: readonly Idiom[] = [
  {
    verbs: 'take',
    complement: /\b(?:prisoners?|hostages?|captive|into custody|into captivity|away|alive)\b/,
    measure: 'captured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'lead carry drag march whisk spirit herd',
    complement: /^(?:away|off)\b/,
    measure: 'captured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'give turn hand',
    complement: /\bthemselves (?:up|in)\b|^up themselves/,
    measure: 'captured',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'lay', complement: /^down (?:their )?(?:arms|weapons)\b/, measure: 'captured', of: 'people', as: 'subject' },
  {
    verbs: 'fall go pass',
    complement: /\binto (?:\w+ )?(?:captivity|hands)\b/,
    measure: 'captured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'drag haul take pull',
    complement:
      /\b(?:from|out of|off) (?:the|a|an|their|his|her) (?:[\w-]+ )?(?:bus|buses|cars?|vehicles?|trains?|homes?|houses?|schools?)\b/,
    measure: 'captured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'list name give register present describe show parade display count report regard hold keep treat',
    complement: /\bas (?:(?:its|their|the|alleged|captured) ){0,2}(?:\w+ )?(?:prisoners?|captives?|hostages?|pows)\b/,
    measure: 'captured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'call',
    complement: /^(?:(?:its|their) )?(?:prisoners|captives|hostages|pows)\b/,
    measure: 'captured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'list name give register count report',
    complement: /\bas (?:still )?(?:missing|unaccounted|lost)\b/,
    measure: 'missing',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'list name give register count report',
    complement: /\bas (?:dead|killed|fallen)\b/,
    measure: 'killed',
    of: 'people',
    as: 'object',
  },
  { verbs: 'set', complement: /\bfree\b/, measure: 'returned', of: 'people', as: 'object' },
  { verbs: 'let allow', complement: /\b(?:go|free|to leave)\b/, measure: 'returned', of: 'people', as: 'object' },
  { verbs: 'pull dig', complement: /\balive\b/, measure: 'returned', of: 'people', as: 'object' },
  { verbs: 'walk', complement: /\b(?:free|out)\b/, measure: 'returned', of: 'people', as: 'subject' },
  { verbs: 'bring fly send', complement: /\b(?:home|back)\b/, measure: 'returned', of: 'people', as: 'object' },
  {
    verbs: 'come fly return arrive',
    complement: /\b(?:home|back)\b/,
    measure: 'returned',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'hand give turn pass', complement: /^(?:over|back|to)\b/, measure: 'returned', of: 'people', as: 'object' },
  {
    verbs: 'take lift bring',
    complement: /^off\b|\bto safety\b|\bashore\b/,
    measure: 'displaced',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'drive force chase',
    complement: /\b(?:from|out of|to leave|to flee|to abandon)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'bring take move bus lead lift get',
    complement: /^out\b(?! of the (?:rubble|ruins|debris|wreck))/,
    measure: 'displaced',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'leave abandon',
    complement: /\b(?:homes?|houses?|villages?|towns?|area|areas|region|city|districts?|camp)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'leave make render', complement: /\bhomeless\b/, measure: 'displaced', of: 'people', as: 'object' },
  {
    verbs: 'move shift relocate',
    complement: /\b(?:in)?to\b|\b(?:out|away)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'either',
  },
  {
    verbs: 'cross pour stream',
    complement: /\b(?:into|border|over)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'sleep spend live camp stay shelter crowd huddle',
    complement:
      /^(?:rough|outdoors|as (?:refugees|displaced))\b|\b(?:in|at|on|under|into|inside) (?:the |a |an |its |their |local |makeshift )*(?:[\w-]+ )?(?:open|streets?|tents?|camps?|schools?|classrooms?|halls?|church(?:es)?|mosques?|stadiums?|gyms?|gymnasiums?|monaster(?:y|ies)|temples?|shelters?|tarpaulins?|trees|parks?|warehouses?)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'take seek', complement: /^(?:shelter|refuge)\b/, measure: 'displaced', of: 'people', as: 'subject' },
  {
    verbs: 'put house shelter lodge accommodate',
    complement: /\b(?:hotels?|schools|shelters?|tents|camps?)\b/,
    measure: 'displaced',
    of: 'people',
    as: 'object',
  },
  { verbs: 'put send', complement: /\bto (?:death|hell)\b/, measure: 'killed', of: 'people', as: 'object' },
  {
    verbs: 'blow blast tear rip',
    complement: /^(?:up|apart)\b|\bto (?:bits|pieces|smithereens)\b/,
    measure: 'killed',
    of: 'people',
    as: 'object',
  },
  { verbs: 'blow', complement: /\bthemselves up\b|^up themselves/, measure: 'killed', of: 'people', as: 'subject' },
  { verbs: 'make', complement: /^it (?:back|home)\b/, measure: 'returned', of: 'people', as: 'subject' },
  { verbs: 'render', complement: /\b(?:ineffective|harmless)\b/, measure: 'killed', of: 'people', as: 'object' },
  {
    verbs: 'beat stab hack burn torture crush stone trample',
    complement: /\bto death\b/,
    measure: 'killed',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'starve freeze bleed burn',
    complement: /\bto death\b/,
    measure: 'killed',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'shoot', complement: /\bdead\b/, measure: 'killed', of: 'people', as: 'object' },
  { verbs: 'put', complement: /\bout of action\b/, measure: 'killed', of: 'people', as: 'object' },
  {
    verbs: 'put lay',
    complement: /\b(?:in the (?:earth|ground)|to rest)\b/,
    measure: 'killed',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'give lose lay sacrifice',
    complement: /\b(?:their|his|her) (?:lives|life)\b/,
    measure: 'killed',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'claim take cost', complement: /\b(?:lives|life)\b/, measure: 'killed', of: 'people', as: 'object' },
  {
    verbs: 'embrace attain achieve reach',
    complement: /\bmartyrdom\b/,
    measure: 'killed',
    of: 'people',
    as: 'subject',
  },
  { verbs: 'join fall rise become', complement: /\bmartyrs\b/, measure: 'killed', of: 'people', as: 'subject' },
  {
    verbs: 'pay make',
    complement: /\b(?:supreme|ultimate) (?:price|sacrifice)\b/,
    measure: 'killed',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'take admit rush bring carry evacuate transfer move airlift fly shift refer',
    complement: /\b(?:to|in|at) (?:the |a |an |local |nearby )*(?:[\w-]+ )?(?:hospitals?|clinics?)\b/,
    measure: 'injured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'suffer sustain receive',
    complement: /\b(?:injur|wounds?\b|burns?\b|suffocation|concussion|poisoning|breathing)/,
    measure: 'injured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'have',
    complement: /^(?:\w+ ){0,2}(?:injuries|wounds|burns)\b/,
    measure: 'injured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'lose',
    complement: /^(?:(?:a|an|one|both|their|his|her) )?(?:limbs?|legs?|arms?|hands?|foot|feet|eyes?|sight|eyesight)\b/,
    measure: 'injured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'trap',
    complement: /\b(?:under|beneath|rubble|debris|ruins|collapsed|wreckage|basement)\b/,
    measure: 'missing',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'fight battle cling',
    complement: /\b(?:for|to) (?:(?:their|his|her) )?(?:lives|life)\b/,
    measure: 'injured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'need require receive',
    complement: /\b(?:(?:hospital|medical) (?:treatment|care|attention)|treatment|surgery)\b/,
    measure: 'injured',
    of: 'people',
    as: 'subject',
  },
  {
    verbs: 'catch',
    complement: /^(?:up )?in (?:\w+ ){0,2}(?:blasts?|explosions?|crossfire|shelling|fire|bombing)\b/,
    measure: 'injured',
    of: 'people',
    as: 'object',
  },
  {
    verbs: 'destroy',
    complement: /\bon the (?:ground|tarmac|runway|apron)\b|\b(?:airfield|air ?base|airport|hangars?|aerodrome)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'object',
  },
  { verbs: 'take', complement: /\bfrom\b/, measure: 'captured', of: 'people', as: 'object' },
  { verbs: 'put', complement: /\bout of (?:action|service)\b/, measure: 'damaged', of: 'things', as: 'object' },
  { verbs: 'suffer sustain', complement: /\bdamage\b/, measure: 'damaged', of: 'things', as: 'subject' },
  {
    verbs: 'lose',
    complement: /\b(?:roofs?|windows?|walls?|power|glass)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'subject',
  },
  {
    verbs: 'set put',
    complement: /\b(?:alight|ablaze|afire|on fire|to the torch)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'object',
  },
  { verbs: 'catch', complement: /^fire\b/, measure: 'damaged', of: 'things', as: 'subject' },
  {
    verbs: 'go burst',
    complement: /^(?:up )?in(?:to)? (?:flames|smoke)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'subject',
  },
  {
    verbs: 'blow blast knock shoot swat',
    complement: /\b(?:out of|from) the (?:sky|skies|air)\b/,
    measure: 'intercepted',
    of: 'weapons',
    as: 'object',
  },
  {
    verbs: 'carry take haul cart',
    complement: /^(?:away|off)\b/,
    measure: 'captured',
    of: 'things',
    as: 'object',
  },
  {
    verbs: 'leave reduce turn',
    complement: /\b(?:in|to|into) (?:\w+ )?(?:ruins|rubble|flames|ashes|scrap|dust)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'object',
  },
  {
    verbs: 'declare render make leave',
    complement: /\b(?:uninhabitable|unfit|unusable|beyond repair|damaged|destroyed|wrecked|gutted)\b/,
    measure: 'damaged',
    of: 'things',
    as: 'object',
  },
  {
    verbs: 'find reach hit',
    complement: /\b(?:a|their|its|the) (?:targets?|marks?|goals?|destinations?)\b/,
    measure: 'hit',
    of: 'weapons',
    as: 'subject',
  },
  { verbs: 'get', complement: /^through\b/, measure: 'hit', of: 'weapons', as: 'subject' },
  {
    verbs: 'come fly head approach cross',
    complement: /^(?:at|in|over|towards?|from|into|$)/,
    measure: 'launched',
    of: 'weapons',
    as: 'subject',
  },
  { verbs: 'come', complement: /^down (?:on|upon)\b/, measure: 'hit', of: 'weapons', as: 'subject' },
  { verbs: 'come fall crash', complement: /^down\b/, measure: 'intercepted', of: 'weapons', as: 'subject' },
  {
    verbs: 'deliver',
    complement: /\b(?:on|onto|against)\b/,
    measure: 'launched',
    of: 'weapons',
    as: 'object',
  },
  {
    verbs: 'fall go come crash splash disappear end',
    complement:
      /^(?:in|into|to|down|short|over)? ?(?:the )?(?:sea|black sea|open (?:areas?|country|ground|terrain|land|spaces?)|uninhabited|desert|steppe|water|fields?|short)/,
    measure: 'intercepted',
    of: 'weapons',
    as: 'subject',
  },
  { verbs: 'fall', complement: /^over\b/, measure: 'intercepted', of: 'weapons', as: 'subject' },
  { verbs: 'crash', complement: /^(?:in|over|near|outside|$)/, measure: 'intercepted', of: 'weapons', as: 'subject' },
  {
    verbs: 'fall land',
    complement: /^(?:down )?(?:on|upon|near|inside|in)\b/,
    measure: 'hit',
    of: 'weapons',
    as: 'subject',
  },
  { verbs: 'enter cross arrive reach leave', complement: /./, measure: 'delivered', of: 'aid', as: 'subject' },
  {
    verbs: 'let wave allow',
    complement: /^(?:through|in|into|to enter|to cross)\b/,
    measure: 'delivered',
    of: 'aid',
    as: 'object',
  },
];

const BY_VERB = new Map<string, Idiom[]>();
for (const idiom of IDIOMS)
  for (const verb of idiom.verbs.split(' ')) BY_VERB.set(verb, [...(BY_VERB.get(verb) ?? []), idiom]);

const PEOPLE: ReadonlySet<ItemSort> = new Set(['person', 'people', 'body', 'family']);
const WEAPONS: ReadonlySet<ItemSort> = new Set(['weapon', 'aircraft']);
const fits = (of: Idiom['of'], sort: ItemSort): boolean => {
  if (of === 'people') return PEOPLE.has(sort);
  if (of === 'weapons') return WEAPONS.has(sort);
  return of === 'aid' ? sort === 'aid' : !PEOPLE.has(sort) && sort !== 'weapon';
};

/** How far behind its verb a complement may end, in chunks. */
const COMPLEMENT = 9;

function idiomatic(article: Article, cl: Clauses, c: Chunk, sort: ItemSort, as: 'subject' | 'object'): Measure | null {
  const idioms = BY_VERB.get(c.verb!.lemma);
  if (!idioms) return null;
  const rest = `${c.verb!.particle ? `${c.verb!.particle} ` : ''}${wordsBehind(article, cl, c.at, COMPLEMENT, true)}`;
  return (
    idioms.find((x) => (x.as === as || x.as === 'either') && fits(x.of, sort) && x.complement.test(rest))?.measure ??
    null
  );
}

/** How many tokens behind "shot" may tell that those were not killed. */
const NEAR = 12;
const SPARED = /\b(?:wound(?:ed|ing)|injur(?:ed|ing)|hurt|survived|legs?|arms?|shoulder|in the (?:foot|hand|back))\b/;

/** "shot 17 of them", "18 people were shot": dead, unless the words spare them. */
const shotDead = (article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null =>
  sort === 'person' &&
  c.verb!.lemma === 'shoot' &&
  !c.verb!.particle &&
  !SPARED.test(article.lower(c.last, Math.min(c.last + NEAR, cl.chunks[cl.chunks.length - 1].last)))
    ? 'killed'
    : null;

const bySort = (table: Partial<Record<ItemSort | 'any', Measure>> | undefined, sort: ItemSort): Measure | null =>
  table?.[sort === 'people' ? 'person' : sort] ?? table?.any ?? null;

const DEGREES = list('severely badly seriously slightly lightly');

/** "were severely burned": so told of nobody who died. */
const survived = ({ tokens }: Article, c: Chunk, sort: ItemSort): Measure | null =>
  sort === 'person' && c.verb!.lemma === 'burn' && tokens.slice(c.first, c.last).some((t) => DEGREES.has(t.lower))
    ? 'injured'
    : null;

/** What becomes of a number of things that the verb has for its object, or for the subject of its passive. */
export const doneTo = (article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null =>
  survived(article, c, sort) ??
  idiomatic(article, cl, c, sort, 'object') ??
  shotDead(article, cl, c, sort) ??
  bySort(happeningOf(c.verb!)?.object, sort);

/** What a number of things in the object of an active verb measures. */
export function asObject(article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null {
  const v = c.verb!;
  if (v.passive) return null;
  const idiom = idiomatic(article, cl, c, sort, 'object');
  if (idiom) return idiom;
  if (v.lemma === 'take' && PEOPLE.has(sort)) return null;
  if (v.lemma === 'claim') return PEOPLE.has(sort) && isDeadly(cl, cl.subject(c.at)) ? 'killed' : null;
  // "arrested and beat six members of parliament"
  const first = cl.chunks[c.at - 1]?.kind === 'CC' && cl.chunks[c.at - 2]?.verb ? cl.chunks[c.at - 2] : null;
  const let_ = cl.chunks[c.at - 1]?.verb;
  if (v.lemma === 'go' && let_?.lemma === 'let') return PEOPLE.has(sort) ? 'returned' : null;
  return (
    shotDead(article, cl, c, sort) ??
    bySort(happeningOf(v)?.object, sort) ??
    (first && asObject(article, cl, first, sort))
  );
}

/** What claims lives: "the blast claimed 12", while a spokesman only says so. */
const DEADLY = list('violence war conflict unrest mine landmine fire gunfire weapon weapons insurgency');

const isDeadly = ({ tokens }: Clauses, subject: Chunk | null): boolean => {
  const head = subject && tokens[subject.head].lower;
  return head !== null && (DEADLY.has(head) || NOUN_HAPPENINGS.has(head) || itemOf(head, false)?.sort === 'weapon');
};

/** Verbs of knowing and saying that pass a number in their subject on to what follows: "are feared dead", "were reported killed". */
export const REPORTING = list(
  'report know believe say confirm fear presume feel leave declare list think consider find register record',
);
/** Verbs whose subject is that of the verb behind them, or of the state: "remain missing", "ended up captured". */
const RAISING = list('end remain continue manage begin start have go keep appear seem');
/** What, when it did not happen to somebody, makes him missing: "have not been seen since". */
const SEEING = list('see find locate trace reach contact account hear');
/** What those who are missing have not done: "have not come back", "have not been heard from", "never returned". */
const NOT_BACK = new Map([
  ['come', /^(?:back|home)\b/],
  ['return', /^(?:$|from|since|home|by|after)/],
  ['turn', /^up\b/],
]);
/** What nobody does without doing it to something: a bare past of these verbs is a passive. */
const ELLIPTIC: ReadonlySet<OccurrenceType> = new Set(['casualties', 'detention', 'interception', 'damage']);

const WITH_WOUNDS = /\bwith (?:[\w-]+ ){0,3}(?:wounds?|injuries|burns)\b/;

/** What a number of things in its subject measures: what it is done to in the passive, what it does in the active. */
export function asSubject(article: Article, cl: Clauses, c: Chunk, sort: ItemSort, depth = 0): Measure | null {
  const v = c.verb!;
  if (PEOPLE.has(sort) && WITH_WOUNDS.test(wordsBehind(article, cl, c.at))) return 'injured';
  const passOn = (): Measure | null => {
    const next = cl.chunks[c.at + 1]?.kind === 'RB' ? cl.chunks[c.at + 2] : cl.chunks[c.at + 1];
    const said = next?.kind === 'VG' && depth < 2 ? asSubject(article, cl, next, sort, depth + 1) : null;
    return said ?? stateBehind(article, cl, c.at);
  };
  if (v.passive) {
    if (v.negated && SEEING.has(v.lemma) && PEOPLE.has(sort))
      return wordsBehind(article, cl, c.at).includes('for comment') ? null : 'missing';
    const measure = doneTo(article, cl, c, sort);
    // "were ambushed and killed"
    const second = cl.chunks[c.at + 1]?.kind === 'CC' ? cl.chunks[c.at + 2] : undefined;
    const further = second?.verb && second.last - second.first <= 2 ? doneTo(article, cl, second, sort) : null;
    if (further === 'killed' || measure === null) return further ?? (REPORTING.has(v.lemma) ? passOn() : null);
    return measure;
  }
  const behind = wordsBehind(article, cl, c.at);
  if (v.negated && PEOPLE.has(sort) && NOT_BACK.get(v.lemma)?.test(`${v.particle ? `${v.particle} ` : ''}${behind}`))
    return 'missing';
  const idiom = idiomatic(article, cl, c, sort, 'subject');
  if (idiom) return idiom;
  if (PEOPLE.has(sort)) {
    if (v.lemma === 'be' && yetTo(cl, c)) return 'missing';
    if (v.negated && v.lemma === 'survive') return 'killed';
    if (v.negated && v.lemma === 'live' && wordsBehind(article, cl, c.at).startsWith('through')) return 'killed';
  }
  if (RAISING.has(v.lemma)) {
    if (cl.chunks[c.at + 1]?.kind !== 'VG' && (v.lemma === 'have' || v.lemma === 'begin')) return null;
    return passOn();
  }
  const own = bySort(happeningOf(v)?.subject, sort);
  if (own) return own;
  return !v.modal && v.form === 'finite' && cl.object(c.at) === null ? cutShort(article, cl, c, sort) : null;
}

/** "are yet to be found" */
function yetTo(cl: Clauses, c: Chunk): boolean {
  const [yet, found] = cl.chunks.slice(c.at + 1, c.at + 3);
  return yet?.kind === 'RB' && cl.word(yet) === 'yet' && found?.verb?.passive === true && SEEING.has(found.verb.lemma);
}

/** "and more than 340 injured since", "11 huts set alight": a passive without its auxiliary looks like a past. */
function cutShort(article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null {
  const happening = happeningOf(c.verb!);
  const past = article.pos[c.head] === 'VBD' || article.pos[c.head] === 'VBN';
  if (past && REPORTING.has(c.verb!.lemma) && PEOPLE.has(sort)) return stateBehind(article, cl, c.at);
  const transitive = past && happening?.type && !happening.subject && ELLIPTIC.has(happening.type);
  return idiomatic(article, cl, c, sort, 'object') ?? (transitive ? bySort(happening.object, sort) : null);
}

const CARE =
  /\b(?:hospitals?|intensive care|(?:critical|serious|grave|stable) (?:condition|state)|under (?:medical )?(?:treatment|care)|being treated)\b/;
const CUSTODY = /\bin (?:[\w-]+ )?(?:hands|captivity|custody|detention)\b/;
const AWAITED = /^(?:due|expected)\b/;
const ON_THE_ROAD = /\bon the (?:roads?|move|run)\b/;
/** States that a word behind a copula does not tell: "were under a death threat", "was a hit". */
const NO_STATE = list(
  'hit shot death toll killings murders executions assassinations abductions kidnappings arrests detentions',
);

/** A state behind a copula: "are missing", "were among the dead", "remain in hospital", "are on the roads". */
export function stateBehind(article: Article, cl: Clauses, at: number): Measure | null {
  const rest = wordsBehind(article, cl, at, 5);
  if (CARE.test(rest)) return 'injured';
  if (CUSTODY.test(rest)) return 'captured';
  if (AWAITED.test(rest)) return 'returned';
  if (ON_THE_ROAD.test(rest)) return 'displaced';
  for (let i = at + 1; i < cl.chunks.length && i <= at + 4; i++) {
    const c = cl.chunks[i];
    const told = c.kind === 'VG' && c.verb!.form !== 'finite' ? stateTold(article.tokens[c.head]) : undefined;
    if (told) return told;
    // "were among those who were wounded"
    if (c.kind === 'VG' && cl.chunks[i - 1].kind === 'WH' && c.verb!.passive) return doneTo(article, cl, c, 'person');
    if (c.kind === 'VG' || c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC') return null;
    for (let t = c.first; t < c.last; t++) {
      const state = stateTold(article.tokens[t]);
      if (!state || NO_STATE.has(article.tokens[t].lower)) continue;
      const plainNoun =
        c.kind === 'NP' && cl.chunks[i - 1]?.kind !== 'IN' && itemOf(article.tokens[c.head].lower, false) !== null;
      if (!plainNoun) return state;
    }
  }
  return null;
}

/** The measure of a noun whose "of" phrase is counted: "a barrage of 396 drones", "the deaths of 12 people". */
export function ofNoun(article: Article, cl: Clauses, k: number, sort: ItemSort): Measure | null {
  const noun = nounOfWhich(cl, k);
  return noun && bySort(nounHappening(article.tokens[noun.head])?.of, sort);
}
