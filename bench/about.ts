/**
 * What answers and records point at: of the responses and superlatives that match a gold one, how many point at a claim that gold names.
 * `npx tsx bench/about.ts [GOLD_DIR] [--errors]`, by default ../shared/gold/dev. A pointer is right when the claim it names stands in the
 * sentence of a gold target and, where both are figures, counts the same; a response that gold lets answer nothing is not scored.
 */
import { existsSync } from 'node:fs';
import { english } from '../src/languages/en/index.ts';
import type { Claim } from '../src/model/claim.ts';
import { openDocument } from '../src/model/ids.ts';
import { openKnowledge } from '../src/normalize/knowledge.ts';
import { type GoldArticle as Article, goldArticles } from './gold-articles.ts';

interface GoldClaim {
  id: string;
  kind: Claim['kind'];
  quote: string;
  stance?: string;
  measure?: string | string[];
  about?: string[] | string;
  of?: string[] | string;
}
interface GoldArticle extends Article {
  claims: GoldClaim[];
}

const list = <T>(x: T | T[] | undefined): T[] => (x === undefined ? [] : Array.isArray(x) ? x : [x]);

/** Do the quote of a gold claim and the sentence of a claim of ours overlap, and do they count the same if both count? */
function same(text: string, gold: GoldClaim, claim: Claim): boolean {
  const start = text.indexOf(gold.quote);
  const measures = list(gold.measure);
  if (measures.length > 0 && claim.measure !== null && !measures.includes(claim.measure)) return false;
  return start < claim.sentence.end && claim.sentence.start < start + gold.quote.length;
}

const folder =
  process.argv.slice(2).find((arg) => !arg.startsWith('--')) ??
  new URL('../../shared/gold/dev', import.meta.url).pathname;
if (!existsSync(folder)) console.log(`about: skipped, ${folder} is not there`);
else {
  const knowledge = openKnowledge();
  const tally = {
    response: { matched: 0, first: 0, any: 0, none: 0 },
    superlative: { matched: 0, first: 0, any: 0, none: 0 },
  };
  for (const gold of goldArticles<GoldArticle>(folder)) {
    const { claims } = english.read(openDocument(gold), knowledge);
    const byId = new Map(claims.map((c) => [c.id, c]));
    for (const g of gold.claims) {
      if (g.kind !== 'response' && g.kind !== 'superlative') continue;
      const targets = gold.claims.filter((c) => [...list(g.about), ...list(g.of)].includes(c.id));
      const ours = claims.find(
        (c) => c.kind === g.kind && (g.stance === undefined || c.stance === g.stance) && same(gold.text, g, c),
      );
      if (!ours || targets.length === 0) continue;
      const t = tally[g.kind];
      const pointed = ours.about.flatMap((id) => byId.get(id) ?? []);
      const right = pointed.map((c) => targets.some((target) => same(gold.text, target, c)));
      t.matched++;
      if (pointed.length === 0) t.none++;
      if (right[0]) t.first++;
      if (right.includes(true)) t.any++;
      else if (process.argv.includes('--errors')) {
        console.log(`${gold.id} ${g.id} "${g.quote}"\n  gold: ${targets.map((c) => c.quote).join(' | ')}`);
        console.log(
          `  ours: ${pointed.map((c) => `${c.type} ${gold.text.slice(c.content.start, c.content.end)}`).join(' | ')}`,
        );
      }
    }
  }
  for (const [kind, t] of Object.entries(tally)) {
    const share = (n: number) => `${((100 * n) / Math.max(1, t.matched)).toFixed(1).padStart(5)}%`;
    console.log(
      `${kind.padEnd(12)} nearest right ${share(t.first)}   any right ${share(t.any)}   points nowhere ${share(t.none)}   (of ${t.matched} found)`,
    );
  }
}
