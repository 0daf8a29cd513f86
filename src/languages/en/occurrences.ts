import type { OccurrenceType } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { type Draft, draft } from './draft.ts';
import { wordsBehind } from './governing.ts';
import { happeningOf, NOUN_HAPPENINGS, TERRITORY_VERBS } from './happenings.ts';
import { itemOf } from './items.ts';
import { BLAMING, PHRASES_BY_VERB } from './occurrence-phrases.ts';
import { nounRoles, roles } from './roles.ts';
import { hedgesOf, modalityOf } from './stance.ts';
import type { Voices } from './voices.ts';

/** Verbs that say, with the noun behind them, that something was done: "carried out an attack", "signed a truce", "launched an offensive". */
const LIGHT = new Set(
  'carry launch conduct stage mount make sign reach hold sustain suffer deal unleash begin start open resume continue declare agree brokered accept commit perpetrate execute order call announce impose step'.split(
    ' ',
  ),
);
const FROM_TEXT = new Map<string, OccurrenceType>([
  ['push', 'attack'],
  ['fight', 'attack'],
  ['clash', 'attack'],
  ['invite', 'talks'],
  ['talk', 'talks'],
  ['meet', 'talks'],
  ['convene', 'talks'],
  ['negotiate', 'talks'],
  ['sign', 'agreement'],
  ['agree', 'agreement'],
  ['approve', 'agreement'],
  ['accept', 'agreement'],
  ['ceasefire', 'agreement'],
  ['arm', 'support'],
  ['support', 'support'],
  ['back', 'support'],
  ['finance', 'support'],
  ['assist', 'support'],
  ['loot', 'damage'],
  ['ignite', 'damage'],
  ['wreck', 'damage'],
  ['punch', 'damage'],
  ['black', 'disruption'],
  ['paralyse', 'disruption'],
  ['divert', 'disruption'],
  ['erupt', 'attack'],
  ['rock', 'attack'],
  ['detonate', 'attack'],
  ['explode', 'attack'],
  ['crash', 'interception'],
  ['blockade', 'disruption'],
  ['withdraw', 'territory'],
  ['fall', 'territory'],
  ['deport', 'detention'],
  ['poison', 'attack'],
  ['shoot', 'attack'],
  ['open', 'attack'],
  ['land', 'attack'],
  ['slam', 'attack'],
  ['assassinate', 'casualties'],
  ['surround', 'territory'],
  ['enter', 'territory'],
  ['leave', 'territory'],
  ['cross', 'territory'],
  ['control', 'territory'],
  ['violate', 'attack'],
  ['fire', 'attack'],
  ['launch', 'attack'],
  ['release', 'exchange'],
  ['cut', 'disruption'],
  ['send', 'attack'],
  ['drop', 'attack'],
  ['fly', 'attack'],
]);

/** Sorts of object or subject that a verb needs before it is a happening of its own. */
const NEEDS_PLACE = new Set([
  'withdraw',
  'fall',
  'enter',
  'leave',
  'cross',
  'control',
  'hold',
  'take',
  'advance',
  'surround',
  'seize',
  'capture',
  'liberate',
  'retake',
  'recapture',
  'occupy',
  'reclaim',
  'retreat',
]);
const NEEDS_WEAPON = new Set([
  'send',
  'drop',
  'fly',
  'fire',
  'launch',
  'land',
  'use',
  'deploy',
  'throw',
  'open',
  'cross',
  'crash',
  'slam',
  'fall',
  'release',
  'shoot',
]);
const WEAPONRY =
  /\b(?:drones?|uavs?|missiles?|rockets?|shells?|bombs?|mortars?|warplanes?|jets?|aircraft|helicopters?|tanks?|artillery|gunfire|fire|gunmen|fighters|troops|forces|soldiers|rebels|militants|raids?|strikes?|offensive|attacks?)\b/;
const TERRAIN =
  /\b(?:town|city|village|territory|region|province|district|area|ground|land|border|airport|base|camp|outpost|position|positions|post|hill|capital|bridge|road|settlement|neighbou?rhood|island|port|lines?|checkpoint|crossing)s?\b/;

/** What is said to have happened in a sentence without a count of its own: verbs and nouns of happening. */
export function occurrences(article: Article, voices: Voices, index: number, figures: readonly Draft[]): Draft[] {
  const cl = article.clauses[index];
  const { chunks, tokens } = cl;
  const found: Draft[] = [];
  const counted = new Set(figures.filter((f) => f.sentence === index).map((f) => f.predicate));
  const inFigure = (at: number) => figures.some((f) => f.sentence === index && f.first <= at && at < f.last);
  for (const c of chunks) {
    if (c.kind === 'VG') {
      const v = c.verb!;
      if (counted.has(c.at)) continue;
      const key = v.particle ? `${v.lemma} ${v.particle}` : v.lemma;
      const happening = happeningOf(v);
      const phrases = PHRASES_BY_VERB.get(v.lemma) ?? [];
      // most verbs tell of nothing that happened
      if (
        !happening?.type &&
        phrases.length === 0 &&
        !FROM_TEXT.has(v.lemma) &&
        !LIGHT.has(v.lemma) &&
        !BLAMING.has(v.lemma)
      )
        continue;
      const subject = cl.subject(c.at);
      const object = cl.object(c.at);
      const subjectWords = subject ? article.lower(subject.first, subject.last) : '';
      const objectWords = object ? article.lower(object.first, object.last) : '';
      const rest = phrases.length > 0 ? wordsBehind(article, cl, c.at) : '';
      const phrase = phrases.find(
        (p) =>
          (!p.subject || p.subject.test(subjectWords)) &&
          p.complement.test(`${v.particle ? `${v.particle} ` : ''}${rest}`),
      );
      const blamed = blame(article, voices, cl, c);
      if (blamed && !voices.at(c.last).attribution?.lemma.startsWith('den')) {
        found.push(blamed);
        continue;
      }
      let type: OccurrenceType | null = happening?.type ?? FROM_TEXT.get(v.lemma) ?? null;
      const patient = v.passive ? subjectWords : objectWords;
      const patientItem = v.passive
        ? subject
          ? itemOf(tokens[subject.head].lower, false)
          : null
        : object
          ? itemOf(tokens[object.head].lower, false)
          : null;
      if (LIGHT.has(v.lemma)) {
        const noun = v.passive ? subject : object;
        const h = noun ? NOUN_HAPPENINGS.get(tokens[noun.head].lower) : undefined;
        // "opened intensive fire" burns nothing
        if (h) type = v.lemma === 'open' && tokens[noun!.head].lower === 'fire' ? 'attack' : h.type;
      }
      if (phrase) type = phrase.type;
      if (type === null) continue;
      if (phrase) {
        // said by verb and complement together: nothing more to ask
      } else if (TERRITORY_VERBS.has(v.lemma)) {
        if (patientItem?.sort === 'person') type = 'detention';
        else if (
          TERRAIN.test(patient) ||
          (patient !== '' && placeLike(article, v.passive ? subject : object)) ||
          /^(?:advance|withdraw|retreat)$/.test(v.lemma)
        )
          type = 'territory';
        else if (/^(?:capture|seize)$/.test(v.lemma) && patientItem) type = 'detention';
        else if (
          v.lemma !== 'overrun' &&
          v.lemma !== 'invade' &&
          v.lemma !== 'annex' &&
          v.lemma !== 'occupy' &&
          v.lemma !== 'encircle'
        )
          continue;
      } else if (NEEDS_PLACE.has(v.lemma) && !TERRAIN.test(patient + ' ' + subjectWords) && !placeLike(article, object))
        continue;
      if (
        !phrase &&
        NEEDS_WEAPON.has(v.lemma) &&
        !TERRITORY_VERBS.has(v.lemma) &&
        !WEAPONRY.test(`${subjectWords} ${objectWords}`) &&
        !(v.lemma === 'release' && patientItem?.sort === 'person')
      ) {
        // "the rebels had fired them"
        if (!(v.lemma === 'fire' && object)) continue;
      }
      if (
        v.lemma === 'intercept' ||
        key === 'shoot down' ||
        key === 'bring down' ||
        v.lemma === 'down' ||
        key === 'take down'
      )
        type = 'interception';
      if (!phrase && v.lemma === 'take' && !TERRAIN.test(patient) && !placeLike(article, object)) continue;
      if (/^(?:arm|support|back|finance|assist|supply|provide|deliver|donate)$/.test(v.lemma) && !subject && !object)
        continue;
      if (/^(?:damage|destroy|burn)$/.test(v.lemma) && patientItem?.sort === 'weapon') type = 'interception';
      if (v.negated) continue;
      const voice = voices.by(c);
      if (voice.attribution?.act === 'deny' || /^any\b/.test(subjectWords) || capable(cl, c.at)) continue;
      const first = Math.min(v.form === 'finite' && subject && subject.at < c.at ? subject.first : c.first, c.first);
      const last = Math.max(c.last, object?.last ?? c.last);
      const d = draft({
        kind: 'occurrence',
        type,
        sentence: index,
        first,
        last,
        predicate: c.at,
        voice,
        rules: [`verb-${key.replace(' ', '-')}`],
        modality: modalityOf(article, cl, c.at, c.first),
        hedges: hedgesOf(article, index, c.first),
      });
      roles(article, cl, d);
      if (/^(?:die|perish|explode|detonate|collapse|erupt)$/.test(v.lemma) && !v.passive) {
        d.target =
          subject && v.lemma !== 'explode' && v.lemma !== 'detonate' && v.lemma !== 'erupt'
            ? { first: subject.first, last: subject.last }
            : null;
        d.actor = null;
      }
      found.push(d);
    } else if (c.kind === 'NP') {
      const h = NOUN_HAPPENINGS.get(tokens[c.head].lower);
      if (!h || inFigure(c.head)) continue;
      if (
        /^(?:deaths?|loss(?:es)?|meeting|talks?|deal|agreement|operation|return|launch|wave|hail|swarm|fire|fighting|injur(?:y|ies)|casualt(?:y|ies)|exchange|swap|fires?|operations?)$/.test(
          tokens[c.head].lower,
        ) &&
        !hasComplement(article, cl, c.at)
      )
        continue;
      // the verb of the same clause has said it ("carried out an attack")
      if (found.some((f) => f.first <= c.head && c.head < f.last && f.type === h.type)) continue;
      const voice = voices.at(c.head);
      const end = cl.chainEnd(c.at);
      const modality = governedByNegation(article, cl, c.at)
        ? 'negated'
        : modalityOf(article, cl, nearVerb(cl, c.at), c.head);
      const d = draft({
        kind: 'occurrence',
        type: h.type,
        sentence: index,
        first: c.first,
        last: chunks[end].last,
        predicate: -1,
        voice,
        rules: [`noun-${tokens[c.head].lower}`],
        modality,
        hedges: hedgesOf(article, index, c.head),
      });
      d.np = c;
      nounRoles(article, cl, d, c);
      if (d.modality === 'negated') continue;
      found.push(d);
    }
  }
  return found;
}

/** "was capable of hitting": what could be done is not done. */
function capable(cl: Clauses, at: number): boolean {
  return (
    cl.chunks[at - 1]?.kind === 'IN' &&
    cl.chunks[at - 2]?.kind === 'JJ' &&
    /^(?:capable|incapable|suspected)$/.test(cl.tokens[cl.chunks[at - 2].first].lower)
  );
}

/** "Turkey accuses the YPG", "attributes it to tank fire": an attack, laid at somebody's door by whoever says so. */
function blame(article: Article, voices: Voices, cl: Clauses, c: Chunk): Draft | null {
  const v = c.verb!;
  const way = BLAMING.get(v.lemma);
  if (!way || v.negated || (v.passive && v.form === 'finite') || v.modal) return null;
  const next = cl.chunks.find((x) => x.at > c.at && x.kind === 'VG');
  // "accused Ukraine of carrying out attacks": that clause is a happening of its own
  if (
    way === 'object' &&
    next &&
    next.at <= c.at + 4 &&
    next.verb!.form === 'ing' &&
    cl.word(cl.chunks[next.at - 1] ?? next) === 'of'
  )
    return null;
  const to = cl.obliques(c.at).find((o) => o.preposition === 'to')?.np;
  const who = way === 'object' ? cl.object(c.at) : to;
  if (!who) return null;
  const inner = voices.at(c.last);
  const voice = inner.source ? inner : voices.at(c.head);
  return draft({
    kind: 'occurrence',
    type: 'attack',
    sentence: article.sentenceAt(c.first),
    first: c.first,
    last: who.last,
    predicate: -1,
    voice,
    rules: [`blame-${v.lemma}`],
    actor: { first: who.first, last: who.last },
    hedges: hedgesOf(article, article.sentenceAt(c.first), c.first),
  });
}

function placeLike(article: Article, np: { first: number; last: number; head: number } | null): boolean {
  return np !== null && np.last - np.first <= 3 && article.tokens[np.head].capital;
}

function nearVerb(cl: Clauses, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'VG') return c.verb!.modal || c.verb!.form === 'infinitive' ? i : -1;
    if (c.kind === 'CM' || c.kind === 'SC' || c.kind === 'PU') break;
  }
  for (let i = at + 1; i < cl.chunks.length && i <= at + 3; i++)
    if (cl.chunks[i].kind === 'VG') return cl.chunks[i].verb!.modal ? i : -1;
  return -1;
}

function governedByNegation(article: Article, cl: Clauses, at: number): boolean {
  const c = cl.chunks[at];
  const first = article.tokens[c.first].lower;
  return first === 'no' || first === 'any';
}

/** Says the phrase more than the bare noun: a "of", "in", "on" phrase, a demonym, a time before it. */
function hasComplement(article: Article, cl: Clauses, at: number): boolean {
  const c = cl.chunks[at];
  if (
    cl.chunks[at + 1]?.kind === 'IN' &&
    cl.chunks[at + 2]?.kind === 'NP' &&
    /^(?:in|at|near|on|of|between|with)$/.test(cl.word(cl.chunks[at + 1]))
  )
    return true;
  for (let i = c.first; i < c.head; i++) if (article.tokens[i].capital) return true;
  return false;
}
