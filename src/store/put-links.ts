import type { Link } from '../model/ledger.ts';
import type { Db } from './dialects/dialect.ts';
import { chunks, inChunks } from './rows.ts';

/** Links are added and never overwritten; one that says what the claim's last one said is not said again. */
export async function fileLinks(tx: Db, links: readonly Link[], at: string): Promise<void> {
  const claims = [...new Set(links.map(({ claim }) => claim))];
  const told = await inChunks(claims, (some) =>
    tx
      .selectFrom('links')
      .select(['claim', 'event', 'other', 'score', 'reason', 'by'])
      .where('seq', 'in', (from) =>
        from
          .selectFrom('links')
          .select(({ fn }) => fn.max('seq').as('seq'))
          .where('claim', 'in', some)
          .groupBy('claim'),
      )
      .execute(),
  );
  const last = new Map(told.map((row) => [row.claim, tuple(row)]));
  const news = links.filter((link) => {
    const same = last.get(link.claim) === tuple(link);
    last.set(link.claim, tuple(link));
    return !same;
  });
  for (const chunk of chunks(news))
    await tx
      .insertInto('links')
      .values(
        chunk.map(({ claim, event, other, score, reason, by }) => ({ claim, event, other, score, reason, by, at })),
      )
      .execute();
}

const tuple = ({ event, other, score, reason, by }: Link): string => JSON.stringify([event, other, score, reason, by]);
