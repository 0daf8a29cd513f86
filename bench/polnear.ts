/**
 * PolNeAR, dev part (2018): who says what in 84 US news articles. `npx tsx bench/polnear.ts [DIR] [--missed] [--invented]`, by default
 * ../shared/benchmarks/polnear-dev. An attribution is found when its cue overlaps a gold cue, each side matched once; of those found,
 * source and content are scored by the words that both hold (micro F1 over all found) and exactly. Gold attributions without a cue are
 * left out of recall's count: nothing could overlap them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArticle } from '../src/languages/en/article.ts';
import { attitudes } from '../src/languages/en/attitudes.ts';
import { Cast } from '../src/languages/en/cast.ts';
import { wholePhrase } from '../src/languages/en/holders.ts';
import { Voices } from '../src/languages/en/voices.ts';
import { openDocument } from '../src/model/ids.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';

/** Characters, [from, to), in stretches. */
export type Spans = readonly (readonly [number, number])[];

export interface Said {
  cue: Spans;
  source: Spans;
  content: Spans;
}

const LINE = /^([TE]\d+)\t([^\t]+)/;

/** The attributions of a BRAT file that have a cue; a line that is none is passed over. */
export function readGold(ann: string): Said[] {
  const spans = new Map<string, Spans>();
  const said: Said[] = [];
  for (const line of ann.split('\n')) {
    const [, id, body] = LINE.exec(line) ?? [];
    if (!id) continue;
    const at = body.indexOf(' ');
    if (id.startsWith('T')) {
      spans.set(
        id,
        body
          .slice(at + 1)
          .split(';')
          .map((x) => x.split(' ').map(Number) as [number, number]),
      );
      continue;
    }
    const roles = body.split(' ').map((x) => x.split(':'));
    // a role that is told twice is numbered: Source, Source2
    const of = (role: string): Spans =>
      roles.filter(([name]) => name.replace(/\d+$/, '') === role).flatMap(([, t]) => spans.get(t) ?? []);
    const cue = of('Cue');
    if (cue.length > 0) said.push({ cue, source: of('Source'), content: of('Content') });
  }
  return said;
}

/**
 * What the English reader takes for attributions, and for attitudes, from which it reads no claims. PolNeAR tells of none inside what
 * another says (of its 2,189 not one), so that only the outermost are given.
 */
export function readSaid(text: string, knowledge: Knowledge): Said[] {
  const article = openArticle(openDocument({ text, published: null }));
  const { tokens } = article;
  const chars = (first: number, last: number): [number, number][] =>
    last > first ? [[tokens[first].start, tokens[last - 1].end]] : [];
  const { bySentence } = new Voices(article, new Cast(article, knowledge.actors));
  const isQuoted = ([first]: readonly [number, number]): boolean =>
    article.quotations.some((q) => q.first <= first && first < q.last);
  const said = bySentence.flatMap((own, index) => [
    ...own
      .filter((a) => !isQuoted(a.cue))
      .map((a) => ({
        cue: chars(...a.cue),
        source: a.source ? chars(...wholePhrase(article.clauses[index], [a.source.first, a.source.last], a.cue)) : [],
        content: a.regions.flatMap(([first, last]) => chars(first, last)),
      })),
    ...attitudes(article, index, own).map((a) => ({
      cue: chars(...a.cue),
      source: a.holder ? chars(...a.holder) : [],
      content: a.content.flatMap(([first, last]) => chars(first, last)),
    })),
  ]);
  return said.filter((a) => !said.some((b) => b !== a && isInside(b, a)));
}

/** Does an attribution stand in what another says? Of two that hold each other the first is the outer one; those of one source stand side by side. */
const isInside = (outer: Said, inner: Said): boolean =>
  overlap(outer.content, inner.cue) &&
  (!overlap(inner.content, outer.cue) || outer.cue[0][0] < inner.cue[0][0]) &&
  !(outer.source.length > 0 && outer.source[0][0] === inner.source[0]?.[0]);

const overlap = (a: Spans, b: Spans): boolean => a.some(([s, e]) => b.some(([x, y]) => s < y && x < e));
const WORD = /[\p{L}\p{N}]+/gu;

/** The places at which words begin inside the spans. */
function words(text: string, spans: Spans): Set<number> {
  const out = new Set<number>();
  for (const [from, to] of spans) for (const m of text.slice(from, to).matchAll(WORD)) out.add(from + m.index);
  return out;
}

class Tally {
  private both = 0;
  private gold = 0;
  private ours = 0;
  private exact = 0;
  private pairs = 0;

  add(gold: Set<number>, ours: Set<number>): void {
    let both = 0;
    for (const w of ours) if (gold.has(w)) both++;
    this.both += both;
    this.gold += gold.size;
    this.ours += ours.size;
    this.pairs++;
    if (both === gold.size && both === ours.size) this.exact++;
  }

  toString(): string {
    return `token F1 ${ratio(2 * this.both, this.gold + this.ours)}  exact ${ratio(this.exact, this.pairs)}`;
  }
}

const ratio = (a: number, b: number): string => (b === 0 ? 'n/a' : (a / b).toFixed(3));

function main(args: readonly string[]): void {
  const dir = args.find((a) => !a.startsWith('--')) ?? join(import.meta.dirname, '../../shared/benchmarks/polnear-dev');
  if (!existsSync(dir)) {
    console.log(`PolNeAR: skipped, ${dir} is not there`);
    return;
  }
  const knowledge = openKnowledge();
  const files = new Map(readdirSync(join(dir, 'attributions')).map((f) => [f.replace(/_[0-9a-f]+\.ann$/, ''), f]));
  const source = new Tally();
  const content = new Tally();
  let found = 0;
  let wanted = 0;
  let given = 0;
  for (const [name, file] of [...files].sort()) {
    const text = readFileSync(join(dir, 'text', `${name}.txt`), 'utf8');
    const gold = readGold(readFileSync(join(dir, 'attributions', file), 'utf8'));
    const ours = readSaid(text, knowledge);
    wanted += gold.length;
    given += ours.length;
    const free = new Set(gold);
    const tell = (what: string, s: Said) =>
      console.log(
        `${what}\t${s.cue.map((c) => text.slice(...c)).join(' … ')}\t${text.slice(Math.max(0, s.cue[0][0] - 70), s.cue[0][1] + 70).replace(/\s+/g, ' ')}`,
      );
    for (const o of ours) {
      const g = [...free].find((x) => overlap(x.cue, o.cue));
      if (!g) {
        if (args.includes('--invented')) tell('invented', o);
        continue;
      }
      free.delete(g);
      found++;
      source.add(words(text, g.source), words(text, o.source));
      content.add(words(text, g.content), words(text, o.content));
    }
    if (args.includes('--missed')) for (const g of free) tell('missed', g);
  }
  console.log(`PolNeAR dev, ${files.size} articles, ${wanted} attributions`);
  console.log(`found    P ${ratio(found, given)}  R ${ratio(found, wanted)}  F1 ${ratio(2 * found, given + wanted)}`);
  console.log(`source   ${source}`);
  console.log(`content  ${content}`);
  console.log(
    'published: annotators among themselves, tokens, alpha 0.754; Citron on PARC 3, F1: cue 0.823, source 0.820 exact, content 0.593 exact, 0.833 overlap',
  );
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
