import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GoldArticle, goldArticles } from '../bench/gold-articles.ts';
import { SHARED_GOLD } from '../bench/gold-score.ts';
import { linkArticles } from '../bench/story-score.ts';
import type { MemoryLinks } from '../src/link/memory.ts';
import type { Event } from '../src/model/event.ts';
import { documentInfo } from '../src/model/ids.ts';
import type { FiledClaim } from '../src/model/ledger.ts';
import { read } from '../src/pipeline.ts';

/** The four real articles that the project began with, read and linked together: what a careful reader must find in the ledger. */
const dev = join(SHARED_GOLD, 'dev');

describe.skipIf(!existsSync(dev))('the four real seeds (skipped without ../shared/gold)', () => {
  let ledger: MemoryLinks;
  const said = new Map<string, FiledClaim>();
  const eventOf = (sought: string, number: number): Event =>
    [...ledger.events.values()].find((e) =>
      e.claims.some((id) => {
        const { measure, value } = said.get(id)!.claim;
        return measure === sought && value?.low === number;
      }),
    )!;

  beforeAll(async () => {
    const articles: FiledClaim[][] = [];
    for (const one of goldArticles<GoldArticle>(dev).filter(({ id }) => id.startsWith('seed-'))) {
      const { document, claims } = await read({
        text: one.text,
        url: `https://gold.example/${one.id}`,
        outlet: one.outlet,
        published: one.published,
      });
      articles.push(claims.map((claim) => ({ claim, document: documentInfo(document) })));
    }
    for (const one of articles.flat()) said.set(one.claim.id, one);
    ledger = await linkArticles(articles);
  }, 60_000);

  it('holds the 337 drones to be claimed by one ministry alone, without comment from Kyiv', () => {
    const event = eventOf('launched', 337);
    expect(event.standing).toBe('single-source');
    expect(event.origins).toMatchObject([{ id: 'ru/ministry-of-defence' }]);
    const answers = event.claims.map((id) => said.get(id)!.claim).filter((c) => c.kind === 'response');
    expect(answers).toMatchObject([{ stance: 'no-comment', source: { side: 'Ukraine' } }]);
  });

  it('holds the 91 drones at the residence to be denied by Kyiv', () => {
    const event = eventOf('launched', 91);
    expect(event.standing).toBe('contested');
    const denials = event.disputes.filter((d) => d.kind === 'denial');
    expect(denials.some((d) => d.claims.some((id) => said.get(id)!.claim.value?.low === 91))).toBe(true);
  });

  it("gives the 122 shot down as Russia's figure beside the mayor's three", () => {
    const event = eventOf('intercepted', 122);
    const figure = event.figures.find((f) => f.measure === 'intercepted' && f.item === 'drone')!;
    expect(figure).toMatchObject({ low: 122, high: 122 });
    expect(figure.by.map((b) => b.low).sort((a, b) => a! - b!)).toEqual([3, 122]);
    expect(event.disputes.filter((d) => d.kind === 'figures')).toEqual([]);
  });

  it('knows what broke the record of 267', () => {
    const broken = eventOf('launched', 267).records.filter((r) => r.status === 'broken');
    expect(broken).toMatchObject([{ event: eventOf('launched', 337).id }]);
  });
});
