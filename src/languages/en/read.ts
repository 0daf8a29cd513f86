import type { Reading, Trace } from '../../extract/language.ts';
import type { Claim, Message, Party } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import { stableId } from '../../model/ids.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { quote } from '../../model/span.ts';
import { tie } from './about.ts';
import { type Article, openArticle } from './article.ts';
import { attitudes } from './attitudes.ts';
import { Cast, type Speaker } from './cast.ts';
import { disown } from './denied.ts';
import type { Draft } from './draft.ts';
import { figures, type Passed } from './figures.ts';
import { occurrences } from './occurrences.ts';
import { responses } from './responses.ts';
import { Scene } from './scene.ts';
import { superlatives } from './superlatives.ts';
import { Voices } from './voices.ts';
import { findPlaces } from './whereabouts.ts';

/** Name and version of this reader: part of every claim and of its id. */
export const EXTRACTOR = 'counterclaim-en/1';

const byStart = (a: Draft, b: Draft): number => a.first - b.first;
const byExtent = (a: Draft, b: Draft): number => a.first - b.first || a.last - b.last;

/** Reads an English article into claims: the order of the steps, and nothing else. */
export function read(document: Document, knowledge: Knowledge, explain: boolean): Reading {
  const article = openArticle(document);
  const cast = new Cast(article, knowledge.actors);
  const voices = new Voices(article, cast);
  const scene = new Scene(article, cast, voices, findPlaces(article, voices, knowledge), knowledge);
  const drafts: Draft[] = [];
  const passed: Passed[] = [];
  const counts: Draft[] = [];
  let q = 0;
  for (const s of article.sentences) {
    const own = [];
    while (q < article.quantities.length && article.quantities[q].start < s.end) own.push(article.quantities[q++]);
    const counted = figures(article, voices, s.index, own, counts, passed);
    counts.push(...counted);
    const happened = occurrences(article, voices, s.index, counted);
    const here = [...counted, ...happened].sort(byStart);
    scene.sentence(s.index, here);
    const answers = responses(article, voices, cast, s.index, drafts);
    const records = superlatives(article, voices, cast, s.index);
    for (const d of answers) disown(d, here);
    drafts.push(...[...here, ...answers, ...records].sort(byExtent));
  }
  scene.backfill(drafts);
  tie(article, drafts);
  return publish(article, voices, drafts, passed, explain);
}

/** Attitudes, for whoever asks why a sentence gave no claim. */
function held(article: Article, voices: Voices): Trace[] {
  const { text, tokens } = article;
  return voices.bySentence.flatMap((own, index) =>
    attitudes(article, index, own).map(({ cue, holder }) => ({
      claim: null,
      start: tokens[cue[0]].start,
      end: tokens[cue[1] - 1].end,
      rules: ['attitude'],
      note: `${holder ? text.slice(tokens[holder[0]].start, tokens[holder[1] - 1].end) : 'nobody named'}: an attitude, no claim`,
    })),
  );
}

function publish(
  article: Article,
  voices: Voices,
  drafts: readonly Draft[],
  passed: readonly Passed[],
  explain: boolean,
): Reading {
  const { document, text, tokens } = article;
  const seen = new Map<string, number>();
  for (const d of drafts) {
    const key = JSON.stringify([
      d.kind,
      d.type,
      d.measure,
      d.item,
      d.first,
      d.last,
      d.quantity?.start ?? null,
      d.stance,
    ]);
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    d.id = stableId('c', document.text_sha256, EXTRACTOR, key, n);
  }
  const party = (s: Speaker): Party => {
    let last = s.last;
    while (
      last > s.first + 1 &&
      tokens[last - 1].kind === 'mark' &&
      tokens[last - 1].text !== ')' &&
      tokens[last - 1].text !== '.'
    )
      last--;
    const { name, id, kind, side } = s.figure.actor;
    return { name, id, kind, side, ...quote(text, tokens[s.first].start, tokens[last - 1].end) };
  };
  const messages: Message[] = [];
  const trace: Trace[] = [];
  const claims = drafts.map((d): Claim => {
    const a = d.voice.attribution;
    const { sentence: index, quantity } = d;
    const sentence = article.sentences[index];
    if (explain) {
      trace.push({
        claim: d.id,
        start: tokens[d.first].start,
        end: tokens[d.last - 1].end,
        rules: [...d.rules, ...(a ? [`attribution:${a.rule}`] : [])],
        note: '',
      });
    }
    return {
      id: d.id,
      kind: d.kind,
      type: d.type,
      measure: d.measure,
      item: d.item,
      value: quantity
        ? {
            low: quantity.low,
            high: quantity.high,
            modifier: quantity.modifier,
            ...quote(text, quantity.start, quantity.end),
          }
        : null,
      source: d.voice.source ? party(d.voice.source) : null,
      relays: d.voice.relays.map(party),
      cue: a ? quote(text, tokens[a.cue[0]].start, tokens[a.cue[1] - 1].end) : null,
      stance: d.stance,
      about: d.about.map((x) => x.id),
      hedges: d.hedges,
      modality: d.modality,
      actor: d.filledActor,
      target: d.filledTarget,
      weapon: d.weapon,
      place: d.place,
      time: d.time,
      content: { start: tokens[d.first].start, end: tokens[d.last - 1].end },
      sentence: { start: sentence.start, end: sentence.end },
      extractor: EXTRACTOR,
    };
  });
  if (document.published === null && article.times.length > 0)
    messages.push({
      start: article.times[0].start,
      end: article.times[0].end,
      rule: 'no-publication-date',
      reason: 'The article has no publication date: times relative to it stay unresolved. Give one with --published.',
    });
  if (explain) trace.push(...held(article, voices));
  if (explain)
    for (const p of passed)
      trace.push({ claim: null, start: p.quantity.start, end: p.quantity.end, rules: ['figures'], note: p.why });
  return { claims, messages, trace };
}
