import type { Ledger } from '../../store/ledger.ts';
import type { Explanation } from '../../why.ts';
import { type CommandFile, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { ledger } from '../options.ts';
import { line, write } from '../out.ts';
import { plain } from '../table.ts';
import { day } from '../words.ts';

export const why: CommandFile = {
  usage: 'why <claim> <other>',
  summary: 'explain why two claims are, or are not, about one event',
  options: [ledger, { flags: '--format <format>', what: 'text for eyes, or json', choices: ['text', 'json'] }],
  run: (call) =>
    withLedger(call, async (ledger) => {
      const { io, options, args } = call;
      const { why } = await import('../../why.ts');
      const [one, other] = await Promise.all(args.map((id) => claimId(ledger, id)));
      try {
        const answer = await why(ledger, one, other);
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

function asText({ together, events, reasons, points, threshold, withEvent, judgements }: Explanation): string {
  const head = together
    ? `They are one event: ${events[0]}.`
    : `They are not one event: the first stands in ${events[0] ?? 'none'}, the other in ${events[1] ?? 'none'}.`;
  const parts = [head];
  for (const { same, by, at, reason } of judgements)
    parts.push(`${by} judged on ${day(at)} that they are ${same ? 'one' : 'two'}: ${plain(reason)}`);
  const sum = (points: number) => `${signed(points)} points, and ${threshold} are enough`;
  parts.push(`\nThe passages that they stand in, against each other: ${sum(points)}.`, ...reasons.map(inPoints));
  if (withEvent)
    parts.push(
      `\nThe first, against the whole event of the other: ${sum(withEvent.points)}.`,
      ...withEvent.reasons.map(inPoints),
    );
  return `${parts.join('\n')}\n`;
}

const signed = (points: number): string => `${points < 0 ? '−' : ''}${Math.abs(points)}`;
const inPoints = ({ points, why }: { points: number; why: string }): string =>
  `  ${(points < 0 ? '' : '+') + signed(points)}`.padEnd(9) + plain(why);
