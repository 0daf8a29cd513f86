import type { Actor } from '../../model/claim.ts';
import type { Article } from './article.ts';
import type { Chunk } from './chunk.ts';
import type { Clauses } from './clause.ts';
import { CUE_BY_LEMMA } from './cues.ts';
import type { Doers } from './doers.ts';
import type { Draft } from './draft.ts';
import { type Focus, NO_FOCUS } from './focus.ts';
import { gate } from './gates.ts';
import { inName } from './happened-not.ts';
import { happeningOf, nounHappening } from './happenings.ts';
import { itemOf } from './items.ts';
import { BLAMING } from './occurrence-phrases.ts';
import { blamedOn } from './occurrences.ts';
import { agentOf, doerOf, OBSERVERS, ownerOf, REPELLING } from './roles.ts';
import type { Sides } from './sides.ts';
import { bare, named, spanOf } from './spans.ts';
import { AIR, ASSAILING, CREWED, FROM, HANDS, MEANS, NOBODY, STRIKING } from './who-words.ts';

/** Nouns of what an attack is made with, and by whose hand. */
const DEALING = gate(HANDS, MEANS);

const ATTACKING: ReadonlySet<string> = new Set(['attack', 'territory', 'casualties', 'damage']);

/** The doer that a sentence names beside the claim's own verb: of the attack, the weapon, the order, the blame. */
export class Causes {
  constructor(
    private readonly article: Article,
    private readonly doers: Doers,
    private readonly sides: Sides,
  ) {}

  /** The doer behind a cause in the same sentence: "in an attack by militiamen", "when US aircraft bombed the port", "blaming an Israeli tank". */
  cause(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    // "a missile that injured 16": of a relative clause only its own noun tells
    const near = this.behind(cl, d, focus);
    if (near) return near;
    const from = inRelative(this.article, d)
      ? (cl.chunks.findLast((c) => c.first < d.first && (c.kind === 'WH' || c.kind === 'SC'))?.at ?? 1) - 1
      : 0;
    for (const c of cl.chunks.slice(from)) {
      const doer =
        c.kind === 'VG'
          ? this.causer(cl, c, d, focus)
          : c.kind === 'NP' && c !== d.np
            ? this.means(cl, c, focus)
            : null;
      if (doer) return doer;
    }
    return null;
  }

  /** "six dead in an ambush by rebels": what stands right behind the claim's own words, and who carried out what it counts in. */
  private behind(cl: Clauses, d: Draft, focus: Focus): Actor | null {
    const own = cl.chunks[d.predicate];
    if (own?.kind === 'NP') {
      const does = cl.chunks.find((c) => c.verb?.form === 'finite' && !c.verb.passive && cl.object(c.at) === own);
      const doer = does && this.subject(cl, does, focus);
      if (doer) return doer;
    }
    for (let i = Math.max(d.predicate, d.np?.at ?? -1, -1) + 1; cl.chunks[i] && BESIDE.has(cl.chunks[i].kind); i++) {
      const doer = cl.chunks[i].kind === 'NP' && this.means(cl, cl.chunks[i], focus);
      if (doer) return doer;
    }
    return null;
  }

  /** Whoever does the attacking in a clause beside, or is said to be behind it. */
  private causer(cl: Clauses, c: Chunk, d: Draft, focus: Focus): Actor | null {
    const v = c.verb!;
    if (v.negated || (REPELLING.has(v.lemma) && d.np !== null && cl.object(c.at) === d.np)) return null;
    const blamed = BLAMING.get(v.lemma);
    if (blamed) {
      // what somebody is accused of stands right behind; it is no cause of what is told beside it
      if (v.lemma === 'accuse' && v.form === 'finite' && (d.first < c.last || commaBetween(cl, c, d))) return null;
      const on = cl.obliques(c.at).find((o) => o.preposition === 'on')?.np;
      const at =
        v.passive && on
          ? on
          : blamed === 'object'
            ? (blamedOn(this.article, cl, c) ??
              cl.object(c.at) ??
              (v.passive ? cl.subject(c.at) : cl.relativeObject(c.at)))
            : cl.obliques(c.at).find((o) => o.preposition === 'to')?.np;
      return at ? this.doers.doer(at, NO_FOCUS) : null;
    }
    // "the bombing, which killed nine, was claimed by Islamic State"
    if (v.lemma === 'claim' && v.passive) {
      const agent = agentOf(cl, c.at);
      return agent && this.doers.doer(agent, focus);
    }
    const object = cl.object(c.at);
    if (v.lemma === 'claim' && object && this.article.tokens[object.head].lower === 'responsibility') {
      const claimant = cl.subject(c.at);
      if (!claimant || NOBODY.has(this.article.tokens[claimant.first].lower)) return null;
      return (
        this.doers.doer(claimant, focus) ?? {
          ...spanOf(this.article, claimant.first, claimant.last),
          name: bare(this.article.words(claimant.first, claimant.last)),
          id: null,
          side: null,
        }
      );
    }
    if (v.form === 'participle' && this.isWeapon(cl, c.at)) {
      const agent = agentOf(cl, c.at);
      const doer = agent && this.doers.doer(agent, focus);
      if (doer) return doer;
    }
    if (FROM.has(v.lemma)) {
      const from = cl.obliques(c.at).find((o) => o.preposition === 'from')?.np;
      const doer = from && this.doers.doer(from, focus);
      if (doer) return doer;
    }
    if (v.lemma === 'be' && this.isGuilty(cl, c)) return this.subject(cl, c, focus);
    if (c.at === d.predicate || CUE_BY_LEMMA.has(v.lemma)) return null;
    const opens = v.lemma === 'open' && object && this.article.tokens[object.head].lower === 'fire';
    const happening = happeningOf(v);
    // "destroyed a missile that was fired at it": whoever stops it has not sent it
    const stops = happening?.object?.weapon === 'intercepted' && object !== null;
    if (stops && itemOf(this.article.tokens[object.head].lower, false)?.sort === 'weapon') return null;
    const attacks =
      opens ||
      (happening?.object !== undefined && ATTACKING.has(happening.type ?? 'talks')) ||
      ASSAILING.has(v.lemma) ||
      STRIKING.has(v.lemma);
    if (!attacks) return null;
    if (v.passive) {
      const agent = agentOf(cl, c.at);
      return agent && this.doers.doer(agent, focus);
    }
    return this.subject(cl, c, focus);
  }

  /** "was responsible for", "were behind": does a verb of being say who did it? */
  private isGuilty(cl: Clauses, c: Chunk): boolean {
    const next = cl.chunks.slice(c.at + 1, c.at + 3).find((x) => x.kind !== 'RB');
    return next !== undefined && /^(?:responsible|behind)$/.test(cl.word(next));
  }

  /** "a drone reportedly operated by": does a participle describe a weapon or an attack? */
  private isWeapon(cl: Clauses, at: number): boolean {
    const np = cl.chunks[cl.chunks[at - 1]?.kind === 'RB' ? at - 2 : at - 1];
    if (np?.kind !== 'NP') return false;
    const head = this.article.tokens[np.head];
    return MEANS.has(head.lower) || AIR.has(head.lower) || nounHappening(head)?.type === 'attack';
  }

  subject(cl: Clauses, c: Chunk, focus: Focus): Actor | null {
    const subject = doerOf(cl, c);
    return subject && !OBSERVERS.has(c.verb!.lemma) ? this.doers.doer(subject, focus) : null;
  }

  /** Whose an attack or a weapon is that the sentence names: "by Israeli shelling", "in an attack by militiamen", "dropped from an army plane". */
  private means(cl: Clauses, c: Chunk, focus: Focus): Actor | null {
    const token = this.article.tokens[c.head];
    const head = token.lower;
    const attack = nounHappening(token)?.type === 'attack';
    if (!attack && (token.word.gates & DEALING) === 0) return null;
    if (HANDS.has(head)) {
      const of = cl.obliques(c.at, cl.chainEnd(c.at) + 1).find((o) => o.preposition === 'of')?.np;
      return (
        (of && this.doers.doer(of, focus)) ??
        (c.head > c.first ? this.doers.doer({ first: c.first, last: c.head }, focus) : null)
      );
    }
    if ((!attack && !MEANS.has(head)) || inName(this.article, cl, c)) return null;
    if (isAnswered(cl, c)) return null;
    const by = cl.obliques(c.at, cl.chainEnd(c.at) + 1).find((o) => o.preposition === 'by')?.np;
    const owner = ownerOf(this.article, cl, c);
    return (
      (by && this.doers.doer(by, focus)) ??
      (owner && this.doers.doer(owner, focus)) ??
      this.doers.byKind(c.first, c.last)
    );
  }

  /** Jets and helicopters without an owner are a state's: the attacker's if he is one, else that of the article. */
  flier(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    const agent = cl.chunks[d.predicate]?.verb?.passive ? agentOf(cl, d.predicate) : null;
    const craft =
      cl.chunks.find((c) => c.kind === 'NP' && AIR.has(this.article.tokens[c.head].lower)) ??
      (agent && CREWED.has(this.article.tokens[agent.head].lower) ? agent : null);
    if (!craft) return null;
    const speaker = this.doers.speakersSide(d.first);
    if (speaker && this.sides.isState(speaker))
      return this.doers.ofSide(speaker, spanOf(this.article, craft.first, craft.last));
    const side = focus.actor && this.doers.sideOf(focus.actor);
    if (side && this.sides.isState(side)) return focus.actor;
    if (this.sides.home !== null)
      return this.doers.ofSide(this.sides.home, spanOf(this.article, craft.first, craft.last));
    const army = this.sides.regulars();
    return army && named(army.actor, spanOf(this.article, army.first, army.last));
  }

  /** "Russia unleashed its largest barrage yet — 700 drones and missiles": what is set off by a dash or a colon is the main clause's. */
  apposed(d: Draft, focus: Focus): Actor | null {
    const cl = this.article.clauses[d.sentence];
    const mark = cl.chunks.findLast(
      (c) => c.first < d.first && c.kind === 'PU' && /^[:–—-]+$/.test(this.article.tokens[c.first].text),
    );
    if (!mark || cl.chunks.some((c) => c.at > mark.at && c.first < d.first && c.kind === 'VG')) return null;
    const verb = cl.chunks.find((c) => c.at < mark.at && c.kind === 'VG' && c.verb!.form === 'finite');
    return verb && !verb.verb!.passive ? this.subject(cl, verb, focus) : null;
  }
}

/** Verbs of what comes of a deed, and nouns of what is done for it. */
const COMING: ReadonlySet<string> = new Set(['follow', 'trigger', 'spark', 'prompt', 'provoke', 'ignite']);
const ANSWERS: ReadonlySet<string> = new Set([
  'response',
  'retaliation',
  'revenge',
  'reprisal',
  'retribution',
  'answer',
]);

/** "killed in the war that followed the group's attack", "struck in response to an attack": what it came of, not what did it. */
function isAnswered(cl: Clauses, c: Chunk): boolean {
  // "Hamas' Oct. 7 attack"
  const first = cl.chunks[c.at - 1]?.kind === 'TM' ? c.at - 2 : c.at;
  const before = cl.chunks[first - 1];
  if (before?.verb) return COMING.has(before.verb.lemma);
  if (before?.kind !== 'IN') return false;
  const governor = cl.chunks[first - 2];
  return (
    cl.word(before) === 'since' ||
    (governor?.kind === 'NP' && ANSWERS.has(cl.tokens[governor.head].lower)) ||
    (governor?.verb?.passive === true && COMING.has(governor.verb.lemma))
  );
}

/** What goes on with the same clause. */
const BESIDE: ReadonlySet<Chunk['kind']> = new Set(['NP', 'IN', 'TM', 'RB', 'JJ'] as const);

const commaBetween = (cl: Clauses, c: Chunk, d: Draft): boolean =>
  cl.chunks.some((x) => x.at > c.at && x.first < d.first && x.kind === 'CM');

/** Does the claim stand in a relative clause: told beside the main line? */
export function inRelative(article: Article, d: Draft): boolean {
  const cl = article.clauses[d.sentence];
  const at = article.chunkAt(d.first);
  for (let i = at - 1; i >= 0 && i > at - 7; i--) {
    const c = cl.chunks[i];
    if (c.kind === 'WH' && !/^what$/.test(cl.word(c))) return true;
    if (c.kind === 'SC' && /^(?:when|where)$/.test(cl.word(c)) && cl.chunks[i - 1]?.kind === 'CM') return true;
    if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'CC') return false;
  }
  return false;
}
