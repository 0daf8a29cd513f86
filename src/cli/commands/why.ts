import type { Explanation } from '../../pipeline.ts';
import type { Ledger, LinkRow } from '../../store/ledger.ts';
import { type CommandFile, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { line, write } from '../out.ts';
import { plain } from '../table.ts';

export const why: CommandFile = {
  usage: 'why <claim> <other>',
  summary: 'explain why two claims are, or are not, about one event',
  options: [ledger, { flags: '--format <format>', what: 'text for eyes, or json', choices: ['text', 'json'] }],
  run: (call) =>
    withLedger(call, async (ledger) => {
      const { io, options, args } = call;
      const { why } = await import('../../pipeline.ts');
      const [one, other] = await Promise.all(args.map((id) => claimId(ledger, id)));
      try {
        const answer = {
          ...(await why(ledger, one, other)),
          links: [...(await ledger.links(one)), ...(await ledger.links(other))],
        };
        if (options.format === 'json') await line(io.stdout, answer);
        else await write(io.stdout, asText(answer));
      } catch (error) {
        throw error instanceof RangeError ? new UsageError(error.message) : error;
      }
      return 0;
    }),
};

/** The beginning of an id is enough where it is the only one. */
async function claimId(ledger: Ledger, id: string): Promise<string> {
  const found = (await ledger.find(id)).filter((one) => one.startsWith('c_'));
  return found.length === 1 ? found[0] : id;
}

function asText({
  same,
  events,
  reasons,
  points,
  threshold,
  judgements,
  figures,
  links,
}: Explanation & { links: LinkRow[] }): string {
  const parts = [
    same
      ? `They are one event: ${events[0]}.`
      : `They are not one event: the first stands in ${events[0] ?? 'none'}, the other in ${events[1] ?? 'none'}.`,
  ];
  for (const judgement of judgements) parts.push(`A reviewer said so: ${plain(judgement)}`);
  if (figures) parts.push(`${figures.relation}: ${figures.note}`);
  parts.push(
    '',
    points === null
      ? 'Their passages:'
      : `Their passages, against each other: ${signed(points)} points, and ${threshold} are enough.`,
  );
  parts.push(
    ...reasons.map(
      ({ points, why }) => `  ${points === 0 ? '' : (points > 0 ? '+' : '') + signed(points)}`.padEnd(9) + plain(why),
    ),
  );
  if (links.length > 0) parts.push('', 'How they were linked:');
  for (const { claim, event, other, score, reason, by } of links)
    parts.push(
      `  ${short(claim)} to ${short(event)}${other ? ` by ${short(other)}` : ''}, ${score.toFixed(2)}: ${plain(reason)} (${by})`,
    );
  return `${parts.join('\n')}\n`;
}

const signed = (points: number): string => `${points < 0 ? '−' : ''}${Math.abs(points)}`;
const short = (id: string): string => id.slice(0, 10);
