/**
 * What a rule has to mend: of the figures and occurrences that gold and the reader agree on, those with a field wrong, with what was wanted and what was said.
 * `npx tsx bench/misses.ts FIELD[,FIELD…] [GOLD_DIR…]`; fields: source relays actor target place time hedged; by default in ../shared/gold/dev and cases/gold.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { english } from '../src/languages/en/index.ts';
import type { Claim } from '../src/model/claim.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { type GoldArticle as Article, goldArticles } from './gold-articles.ts';
import { OWN_GOLD, SHARED_GOLD } from './gold-score.ts';

type Names = (string | null)[] | string | null;
interface GoldClaim {
  id: string;
  kind: Claim['kind'];
  type: Claim['type'];
  alt_types?: Claim['type'][];
  stance?: Claim['stance'];
  quote: string;
  optional?: boolean;
  source?: Names;
  relays?: Names[];
  actor?: Names;
  target?: Names;
  place?: Names;
  time?: { from: string; to: string };
  hedged?: boolean;
}
interface GoldArticle extends Article {
  claims: GoldClaim[];
}
/** How the shared scorer compares: its own module, so that this never says otherwise than it. */
const { partyMatches, matchFigure, bound, overlap } = await import(pathToFileURL(join(SHARED_GOLD, 'gold.mjs')).href);

const wrong: Record<string, (gold: GoldClaim, said: Claim) => boolean> = {
  source: (g, c) => g.source !== undefined && !partyMatches(g.source, c.source),
  relays: (g, c) =>
    g.relays !== undefined &&
    (g.relays.length !== c.relays.length || !g.relays.every((r, i) => partyMatches(r, c.relays[i]))),
  actor: (g, c) => g.actor !== undefined && !partyMatches(g.actor, c.actor),
  target: (g, c) => g.target !== undefined && !partyMatches(g.target, c.target),
  place: (g, c) => g.place !== undefined && !partyMatches(g.place, c.place),
  time: (g, c) => g.time !== undefined && !(c.time && bound(g.time.from, c.time.from) && bound(g.time.to, c.time.to)),
  hedged: (g, c) => g.hedged !== undefined && g.hedged !== c.hedges.length > 0,
};
const brief = (x: unknown): string => {
  const party = x as { name?: string; text?: string; from?: string; to?: string } | null;
  if (party?.from) return `${party.from}..${party.to} "${party.text}"`;
  return party?.name ? `${party.name} "${party.text}"` : JSON.stringify(x ?? null);
};

const [fields = 'place', ...folders] = process.argv.slice(2);
const knowledge = openKnowledge();
for (const folder of folders.length > 0 ? folders : [join(SHARED_GOLD, 'dev'), OWN_GOLD])
  for (const article of goldArticles<GoldArticle>(folder)) {
    const { claims } = english.read(openDocument(article), knowledge);
    const used = new Set<Claim>();
    for (const gold of article.claims) {
      if (gold.kind !== 'figure' && gold.kind !== 'occurrence') continue;
      const start = article.text.indexOf(gold.quote);
      const at = { start, end: start + gold.quote.length };
      const near = (c: Claim) => Math.abs((c.value?.start ?? c.content.start) - start);
      const fits = (c: Claim) =>
        gold.kind === 'figure'
          ? c.modality !== 'hypothetical' && matchFigure(gold, c)
          : c.kind === 'occurrence' &&
            [gold.type, ...(gold.alt_types ?? [])].includes(c.type) &&
            (!gold.stance || c.stance === gold.stance);
      const said = claims
        .filter((c) => !used.has(c) && fits(c) && overlap(c.sentence, at))
        .sort((a, b) => near(a) - near(b))[0];
      if (!said) continue;
      used.add(said);
      if (gold.optional) continue;
      for (const field of fields.split(','))
        if (wrong[field](gold, said)) {
          const want = JSON.stringify(gold[field as keyof GoldClaim]);
          const got = said[field as keyof Claim];
          console.log(
            `${article.id} ${gold.id} ${field}: want ${want} got ${Array.isArray(got) ? got.map(brief).join(' ; ') : brief(got)}\n  ${article.text.slice(said.sentence.start, said.sentence.end).replaceAll('\n', ' ')}`,
          );
        }
    }
  }
