import type { Measure } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { wordsBehind } from './governing.ts';
import { happeningOf, NOUN_HAPPENINGS, STATES } from './happenings.ts';
import { type ItemSort, itemOf } from './items.ts';

/** A verb and its complement that say together what became of people (or, for `damaged`, of things): "taken prisoner", "set free". */
interface Idiom {
  verbs: readonly string[];
  complement: RegExp;
  measure: Measure;
  of: 'people' | 'things' | 'weapons';
}

const IDIOMS = [
  {
    verbs: ['take'],
    complement: /\b(?:prisoners?|hostages?|captive|into custody|into captivity|away|alive)\b/,
    measure: 'captured',
    of: 'people',
  },
  {
    verbs: ['take', 'lift', 'bring'],
    complement: /^off\b|\bto safety\b|\bashore\b/,
    measure: 'displaced',
    of: 'people',
  },
  {
    verbs: ['take', 'admit', 'rush', 'bring', 'carry'],
    complement: /\b(?:to|in|at) (?:the |a |an |local |nearby )*(?:\w+ )?(?:hospitals?|clinics?)\b/,
    measure: 'injured',
    of: 'people',
  },
  {
    verbs: ['lead', 'carry', 'drag', 'march', 'whisk', 'spirit', 'herd'],
    complement: /^(?:away|off)\b/,
    measure: 'captured',
    of: 'people',
  },
  { verbs: ['set'], complement: /\bfree\b/, measure: 'returned', of: 'people' },
  { verbs: ['let', 'allow'], complement: /\b(?:go|free|to leave)\b/, measure: 'returned', of: 'people' },
  { verbs: ['walk'], complement: /\b(?:free|out)\b/, measure: 'returned', of: 'people' },
  {
    verbs: ['bring', 'come', 'fly', 'return', 'send', 'arrive'],
    complement: /\b(?:home|back)\b/,
    measure: 'returned',
    of: 'people',
  },
  { verbs: ['hand', 'give', 'turn', 'pass'], complement: /^(?:over|back|to)\b/, measure: 'returned', of: 'people' },
  {
    verbs: ['drive', 'force', 'chase'],
    complement: /\b(?:from|out of|to leave|to flee|to abandon)\b/,
    measure: 'displaced',
    of: 'people',
  },
  {
    verbs: ['leave', 'abandon'],
    complement: /\b(?:homes?|houses?|villages?|towns?|area|areas|region|city|districts?|camp|homeless)\b/,
    measure: 'displaced',
    of: 'people',
  },
  {
    verbs: ['move', 'shift', 'relocate'],
    complement: /\b(?:in)?to\b|\b(?:out|away)\b/,
    measure: 'displaced',
    of: 'people',
  },
  { verbs: ['put', 'send'], complement: /\bto death\b/, measure: 'killed', of: 'people' },
  { verbs: ['put'], complement: /\bout of (?:action|service)\b/, measure: 'damaged', of: 'things' },
  { verbs: ['put'], complement: /\bout of (?:action)\b/, measure: 'killed', of: 'people' },
  { verbs: ['put', 'lay'], complement: /\b(?:in the (?:earth|ground)|to rest)\b/, measure: 'killed', of: 'people' },
  {
    verbs: ['give', 'lose', 'lay', 'sacrifice'],
    complement: /\b(?:their|his|her) (?:lives|life)\b/,
    measure: 'killed',
    of: 'people',
  },
  { verbs: ['suffer', 'sustain', 'receive'], complement: /\b(?:injur|wound|burn)/, measure: 'injured', of: 'people' },
  { verbs: ['suffer', 'sustain'], complement: /\bdamage\b/, measure: 'damaged', of: 'things' },
  { verbs: ['lose'], complement: /\b(?:roofs?|windows?|walls?|power|glass)\b/, measure: 'damaged', of: 'things' },
  {
    verbs: ['find', 'reach', 'hit'],
    complement: /\b(?:a|their|its|the) (?:targets?|marks?|goals?|destinations?)\b/,
    measure: 'hit',
    of: 'weapons',
  },
  { verbs: ['get'], complement: /^through\b/, measure: 'hit', of: 'weapons' },
  {
    verbs: ['come', 'fly', 'head', 'approach', 'cross'],
    complement: /^(?:at|in|over|towards?|down|from|into|$)/,
    measure: 'launched',
    of: 'weapons',
  },
  {
    verbs: ['fall', 'go', 'come', 'crash', 'splash', 'disappear', 'end'],
    complement: /^(?:in|into|to|down|short|over)? ?(?:the )?(?:sea|black sea|open areas?|water|fields?|short)/,
    measure: 'intercepted',
    of: 'weapons',
  },
  { verbs: ['set'], complement: /\b(?:alight|ablaze|on fire)\b/, measure: 'damaged', of: 'things' },
  { verbs: ['catch'], complement: /\bfire\b/, measure: 'damaged', of: 'things' },
  { verbs: ['cross', 'pour', 'stream'], complement: /\b(?:into|border|over)\b/, measure: 'displaced', of: 'people' },
  { verbs: ['embrace', 'attain', 'achieve'], complement: /\bmartyrdom\b/, measure: 'killed', of: 'people' },
  {
    verbs: ['pay', 'make'],
    complement: /\b(?:supreme|ultimate) (?:price|sacrifice)\b/,
    measure: 'killed',
    of: 'people',
  },
  {
    verbs: ['give', 'turn', 'hand'],
    complement: /\bthemselves (?:up|in)\b|^up themselves/,
    measure: 'captured',
    of: 'people',
  },
  {
    verbs: ['put', 'house', 'shelter', 'lodge', 'accommodate'],
    complement: /\b(?:hotels?|schools|shelters?|tents|camps?)\b/,
    measure: 'displaced',
    of: 'people',
  },
  { verbs: ['make', 'render'], complement: /\bhomeless\b/, measure: 'displaced', of: 'people' },
  { verbs: ['enter', 'cross', 'arrive', 'reach', 'leave'], complement: /./, measure: 'delivered', of: 'things' },
] satisfies readonly Idiom[];

const BY_VERB = new Map<string, Idiom[]>();
for (const idiom of IDIOMS) for (const verb of idiom.verbs) BY_VERB.set(verb, [...(BY_VERB.get(verb) ?? []), idiom]);

const PEOPLE: ReadonlySet<ItemSort> = new Set(['person', 'people', 'body', 'family']);
const fits = (of: Idiom['of'], sort: ItemSort, measure: Measure): boolean =>
  of === 'people'
    ? PEOPLE.has(sort)
    : of === 'weapons'
      ? sort === 'weapon' || sort === 'aircraft'
      : measure === 'delivered'
        ? sort === 'aid'
        : !PEOPLE.has(sort) && sort !== 'weapon';

function idiomatic(article: Article, cl: Clauses, c: Chunk, sort: ItemSort, active: boolean): Measure | null {
  const idioms = BY_VERB.get(c.verb!.lemma);
  if (!idioms) return null;
  const rest = `${c.verb!.particle ? `${c.verb!.particle} ` : ''}${wordsBehind(article, cl, c.at)}`;
  for (const idiom of idioms) {
    if (!fits(idiom.of, sort, idiom.measure) || !idiom.complement.test(rest)) continue;
    // what people do themselves ("left their homes", "came home", "gave their lives") against what is done to them
    if (
      active &&
      idiom.of === 'people' &&
      !/^(?:give|lose|lay|suffer|sustain|receive|come|fly|return|leave|abandon|move|walk|arrive|sacrifice|cross|pour|stream|embrace|attain|achieve|pay|make|turn|hand)$/.test(
        c.verb!.lemma,
      )
    )
      continue;
    return idiom.measure;
  }
  return null;
}

const bySort = (table: Partial<Record<ItemSort | 'any', Measure>> | undefined, sort: ItemSort): Measure | null =>
  table?.[sort === 'people' ? 'person' : sort] ?? table?.any ?? null;

/** What becomes of a number of things that the verb has for its object, or for the subject of its passive. */
export const doneTo = (article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null =>
  idiomatic(article, cl, c, sort, false) ?? bySort(happeningOf(c.verb!)?.object, sort);

/** What a number of things in the object of an active verb measures. */
export function asObject(article: Article, cl: Clauses, c: Chunk, sort: ItemSort): Measure | null {
  if (c.verb!.passive) return null;
  const idiom = idiomatic(article, cl, c, sort, false);
  if (
    idiom &&
    idiom !== 'delivered' &&
    !/^(?:leave|abandon|come|fall|go|enter|cross|arrive|reach|find|hit)$/.test(c.verb!.lemma)
  )
    return idiom;
  if (c.verb!.lemma === 'take' && PEOPLE.has(sort)) return null;
  if (c.verb!.lemma === 'go' && cl.chunks[c.at - 1]?.kind === 'VG' && cl.chunks[c.at - 1].verb!.lemma === 'let')
    return PEOPLE.has(sort) ? 'returned' : null;
  return bySort(happeningOf(c.verb!)?.object, sort);
}

/** What a number of things in its subject measures: what it is done to in the passive, what it does in the active. */
export function asSubject(article: Article, cl: Clauses, c: Chunk, sort: ItemSort, depth = 0): Measure | null {
  const v = c.verb!;
  if (v.passive) {
    const idiom = idiomatic(article, cl, c, sort, false);
    if (idiom) return idiom;
    if (v.negated && /^(?:see|find|locate|trace)$/.test(v.lemma) && PEOPLE.has(sort)) return 'missing';
    const measure = bySort(happeningOf(c.verb!)?.object, sort);
    if (measure) return measure;
    if (
      /^(?:report|know|believe|say|confirm|fear|presume|feel|leave|declare|list|think|consider|find|register|record)$/.test(
        v.lemma,
      ) &&
      depth < 2
    ) {
      const next = cl.chunks[c.at + 1]?.kind === 'RB' ? cl.chunks[c.at + 2] : cl.chunks[c.at + 1];
      if (next?.kind === 'VG') return asSubject(article, cl, next, sort, depth + 1);
      return stateBehind(article, cl, c.at);
    }
    return null;
  }
  const idiom = idiomatic(article, cl, c, sort, true);
  if (idiom) return idiom;
  if (v.negated && v.lemma === 'survive' && PEOPLE.has(sort)) return 'killed';
  if (v.negated && v.lemma === 'live' && /^through\b/.test(wordsBehind(article, cl, c.at))) return 'killed';
  if (v.lemma === 'expire' && PEOPLE.has(sort)) return 'killed';
  if (v.lemma === 'fall' && !v.particle) return PEOPLE.has(sort) ? 'killed' : sort === 'settlement' ? 'captured' : null;
  if (/^(?:end|remain|continue|manage|begin|start|have|go|keep|appear|seem)$/.test(v.lemma) && depth < 2) {
    const next = cl.chunks[c.at + 1];
    if (next?.kind === 'VG') return asSubject(article, cl, next, sort, depth + 1);
    return v.lemma === 'have' || v.lemma === 'begin' ? null : stateBehind(article, cl, c.at);
  }
  return bySort(happeningOf(c.verb!)?.subject, sort);
}

/** A state behind a copula: "are missing", "were among the dead", "remain in hospital", "are on the roads". */
export function stateBehind(article: Article, cl: Clauses, at: number): Measure | null {
  const rest = wordsBehind(article, cl, at, 5);
  if (
    /\b(?:hospitals?|intensive care|critical condition|serious condition|under (?:medical )?(?:treatment|care)|being treated)\b/.test(
      rest,
    )
  )
    return 'injured';
  if (/\bin (?:[\w-]+ )?(?:hands|captivity|custody|detention)\b/.test(rest)) return 'captured';
  if (/^(?:due|expected)\b/.test(rest)) return 'returned';
  if (/\bon the (?:roads?|move|run)\b/.test(rest)) return 'displaced';
  for (let i = at + 1; i < cl.chunks.length && i <= at + 4; i++) {
    const c = cl.chunks[i];
    if (c.kind === 'VG' && c.verb!.form === 'participle' && STATES[article.tokens[c.head].lower])
      return STATES[article.tokens[c.head].lower];
    if (c.kind === 'VG' || c.kind === 'CM' || c.kind === 'PU' || c.kind === 'SC') return null;
    for (let t = c.first; t < c.last; t++) {
      const state = STATES[article.tokens[t].lower];
      if (!state || /^(?:hit|shot|death|toll)$/.test(article.tokens[t].lower)) continue;
      const plainNoun =
        c.kind === 'NP' && cl.chunks[i - 1]?.kind !== 'IN' && itemOf(article.tokens[c.head].lower, false) !== null;
      if (!plainNoun) return state;
    }
  }
  return null;
}

/** The measure of a noun whose "of" phrase is counted: "a barrage of 396 drones", "the deaths of 12 people". */
export function ofNoun(article: Article, cl: Clauses, k: number, sort: ItemSort): Measure | null {
  const noun = cl.chunks[k - 2];
  if (cl.chunks[k - 1]?.kind !== 'IN' || cl.word(cl.chunks[k - 1]) !== 'of' || noun?.kind !== 'NP') return null;
  return bySort(NOUN_HAPPENINGS.get(article.tokens[noun.head].lower)?.of, sort);
}
