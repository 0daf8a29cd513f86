import type { Actor } from '../../model/claim.ts';
import type { Knowledge, ResolvedActor } from '../../model/knowledge.ts';
import type { Article } from './article.ts';
import type { Cast } from './cast.ts';
import type { Draft, Role } from './draft.ts';
import { VERB_HAPPENINGS } from './happenings.ts';
import type { Voices } from './voices.ts';

/** People who do such things and need no name to be somebody. */
const DOERS =
  /^(?:gunmen|militiamen|militants|bomber|bombers|attackers|attacker|rebels|fighters|soldiers|troops|gunman|bandits|jihadists|insurgents|army|military|police|forces|guards|rioters|settlers|separatists|terrorists|assailants|commandos|guerrillas|paramilitaries|mercenaries|guard|crew|marines)$/;
const OURS =
  /^(?:forces|troops|army|aircraft|air|pilots|fighters|men|soldiers|defences|defenses|lines|positions|drones|missiles|mujahideen|mujahidin|brothers|units|planes|jets|navy|artillery|unit|comrades)$/;

/** Who did it and to whom. */
export class Who {
  constructor(
    private readonly article: Article,
    private readonly cast: Cast,
    private readonly voices: Voices,
    private readonly knowledge: Knowledge,
  ) {}

  /** Whoever stands in a role; things ("the base") keep their words when `things`. Null when it is nobody. */
  at(role: Role, things = false): Actor | null {
    const { article } = this;
    let { first, last } = role;
    while (first < last && article.tokens[first].kind === 'mark') first++;
    if (last <= first) return null;
    const span = {
      text: article.words(first, last),
      start: article.tokens[first].start,
      end: article.tokens[last - 1].end,
    };
    const head = article.tokens[last - 1].lower;
    if (last - first === 1) {
      const spoken = this.spoken(head, first) ?? this.subjectOfSentence(head, first);
      if (spoken) return { name: spoken.name, id: spoken.id, side: spoken.side, ...span };
      const known = this.cast.pronoun(head, first, false);
      if (known) return { name: known.actor.name, id: known.actor.id, side: known.actor.side, ...span };
      if (known === null) return /^(?:we|us|i)$/.test(head) ? this.speaker(first, span) : null;
    }
    if (/^(?:our|my)$/.test(article.tokens[first].lower) && OURS.test(head)) return this.speaker(first, span);
    const figure = this.cast.read(first, last, false);
    if (figure && !(things && figure.actor.kind === 'unnamed'))
      return { name: figure.actor.name, id: figure.actor.id, side: figure.actor.side, ...span };
    // "Russian drones", "Israeli shelling", "Hezbollah's attack": whose
    for (let i = last - 1; i >= first; i--) {
      if (!article.tokens[i].capital) continue;
      const owner = this.knowledge.actors.demonym(article.tokens[i].text) ?? this.named(i, last, things);
      if (!owner || owner.kind === 'unnamed') continue;
      if (things) return { name: bare(article.words(first, last)), id: null, side: owner.side, ...span };
      return { name: owner.name, id: owner.id, side: owner.side, ...span };
    }
    if (article.pos[first] === 'PP$' && !things) {
      const word = ({ its: 'it', their: 'they', his: 'he', her: 'she' } as Record<string, string>)[
        article.tokens[first].lower
      ];
      const owner = word ? this.cast.pronoun(word, first, false) : null;
      if (owner) return { name: owner.actor.name, id: owner.actor.id, side: owner.actor.side, ...span };
    }
    if (figure) return { name: figure.actor.name, id: figure.actor.id, side: figure.actor.side, ...span };
    if (things)
      return /^(?:it|them|him|her|this|that)$/.test(head)
        ? null
        : { name: bare(article.words(first, last)), id: null, side: null, ...span };
    if (/^(?:defences|defenses|defence|defense)$/.test(head)) {
      const side = this.voices.at(first).source?.figure.actor.side;
      return side ? { ...this.side(side), ...span } : null;
    }
    return DOERS.test(head) ? { name: bare(article.words(first, last)), id: null, side: null, ...span } : null;
  }

  /** "it" and "they" in what somebody says are mostly himself: "the group said it had fired". */
  private spoken(word: string, at: number): ResolvedActor | null {
    const source = this.voices.at(at).source;
    if (!source || (source.first >= at && source.last <= at)) return null;
    const { actor } = source.figure;
    if (actor.kind === 'outlet') return null;
    const own =
      word === 'it'
        ? actor.sort === 'body'
        : word === 'they'
          ? actor.sort === 'people' || actor.kind === 'armed-group'
          : (word === 'he' && actor.gender !== 'f') || (word === 'she' && actor.gender !== 'm')
            ? actor.sort === 'person'
            : false;
    return own ? actor : null;
  }

  /** "Russia set the record when it launched …": the subject of a clause before in the sentence. */
  private subjectOfSentence(word: string, at: number): ResolvedActor | null {
    if (word !== 'it' && word !== 'they') return null;
    const index = this.article.sentenceAt(at);
    const cl = this.article.clauses[index];
    for (const c of cl.chunks) {
      if (c.first >= at) return null;
      if (c.kind !== 'VG' || c.verb!.form !== 'finite') continue;
      const subject = cl.subject(c.at);
      if (!subject || subject.first >= at) continue;
      const figure = this.cast.read(subject.first, subject.last, false);
      if (figure && (word === 'it' ? figure.actor.sort === 'body' : figure.actor.sort !== 'person'))
        return figure.actor;
    }
    return null;
  }

  /** Who did what no word of the clause says: the defender of an interception, the owner of what was launched, the scene's. */
  byDefault(d: Draft, scene: Actor | null, attacked: Actor | null, country: string | null): Actor | null {
    const { article } = this;
    if (d.measure === 'intercepted') {
      const source = d.voice.source;
      const kind = source?.figure.actor.kind;
      if (source?.figure.actor.side && kind !== 'outlet' && kind !== 'organisation') {
        return {
          ...this.side(source.figure.actor.side),
          text: article.words(source.first, source.last),
          start: article.tokens[source.first].start,
          end: article.tokens[source.last - 1].end,
        };
      }
      // nobody says whose defences: those of whom the attack was aimed at, else of the country that it was over
      if (attacked?.side) return { ...attacked, ...this.side(attacked.side) };
      const over = country && d.place ? this.side(country) : null;
      return over && d.place ? { ...over, text: d.place.text, start: d.place.start, end: d.place.end } : null;
    }
    if (d.np && (d.measure === 'launched' || d.measure === 'hit')) {
      for (let i = d.np.first; i < d.last; i++) {
        const t = article.tokens[i];
        const owner = t.capital ? this.knowledge.actors.demonym(t.text) : null;
        if (owner)
          return { name: owner.name, id: owner.id, side: owner.side, text: t.text, start: t.start, end: t.end };
      }
    }
    if (d.measure === 'returned' || d.measure === 'delivered' || d.measure === 'displaced' || d.measure === 'missing')
      return null;
    return this.cause(d) ?? scene;
  }

  /** The doer behind a cause of the same sentence: "in a PKK attack", "by Israeli shelling", "in an attack by militiamen". */
  private cause(d: Draft): Actor | null {
    const { article } = this;
    const cl = article.clauses[d.sentence];
    for (const c of cl.chunks) {
      if (c.kind !== 'NP' || c.first < d.first) continue;
      const head = article.tokens[c.head].lower;
      // "… were killed when US aircraft bombed the port"
      const verb = cl.chunks[c.at + 1];
      if (
        c !== d.np &&
        verb?.kind === 'VG' &&
        !verb.verb!.passive &&
        (VERB_HAPPENINGS.get(verb.verb!.lemma)?.type === 'attack' || verb.verb!.lemma === 'drop')
      ) {
        const doer = this.at(c);
        if (doer) return doer;
      }
      if (
        !/^(?:attacks?|strikes?|raids?|shelling|bombing|bombardment|fire|ambush|assault|airstrikes?|missiles?|drones?|rockets?|aggression|offensive)$/.test(
          head,
        )
      )
        continue;
      const by = cl.chunks[c.at + 1];
      if (by?.kind === 'IN' && cl.word(by) === 'by' && cl.chunks[c.at + 2]?.kind === 'NP')
        return this.at(cl.chunks[c.at + 2]);
      const owner = c.head > c.first ? this.at({ first: c.first, last: c.head }) : null;
      if (owner) return owner;
    }
    return null;
  }

  /** Does the claim stand in a relative clause: told beside the main line? */
  inRelative(d: Draft): boolean {
    const cl = this.article.clauses[d.sentence];
    const at = this.article.chunkAt(d.first);
    for (let i = at - 1; i >= 0 && i > at - 7; i--) {
      const c = cl.chunks[i];
      if (c.kind === 'WH' && !/^what$/.test(cl.word(c))) return true;
      if (c.kind === 'SC' && /^(?:when|where)$/.test(cl.word(c)) && cl.chunks[i - 1]?.kind === 'CM') return true;
      if (c.kind === 'CM' || c.kind === 'PU' || c.kind === 'CC') return false;
    }
    return false;
  }

  private speaker(at: number, span: { text: string; start: number; end: number }): Actor | null {
    const source = this.voices.at(at).source?.figure.actor;
    if (!source) return null;
    return source.side
      ? { ...this.side(source.side), ...span }
      : { name: source.name, id: source.id, side: null, ...span };
  }

  private named(i: number, last: number, things: boolean) {
    const { article } = this;
    return article.pos[i + 1] === 'POS' || i < last - 1 || !things ? this.cast.lookUp(article.tokens[i].text) : null;
  }

  private side(side: string): Pick<Actor, 'name' | 'id' | 'side'> {
    const found = this.cast.lookUp(side);
    return { name: found?.name ?? side, id: found?.id ?? null, side };
  }
}

const bare = (words: string): string =>
  words.replace(/^(?:the|a|an|its|their|his|our|two|one)\s+/i, '').replace(/\s+/g, ' ');
