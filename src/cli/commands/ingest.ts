import { stat } from 'node:fs/promises';
import type { Counts } from '../../model/rows.ts';
import { articlesOf, refusalLine } from '../articles.ts';
import { type CommandFile, UsageError } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { encoding, fields, ledger } from '../options.ts';
import { write } from '../out.ts';
import { Progress } from '../progress.ts';

export const ingest: CommandFile = {
  usage: 'ingest [path...]',
  summary: 'read articles into a ledger: files, folders, addresses of pages and feeds, or - for standard input',
  options: [ledger, ...fields, encoding],
  async run(call) {
    const { io, args } = call;
    if (args.length === 0) throw new UsageError('ingest what? Give files or folders, or - for standard input');
    const { ingest } = await import('../../pipeline.ts');
    return withLedger(
      call,
      async (ledger) => {
        const before = await ledger.counts();
        const progress = new Progress(io.stderr, await bytesIn(args));
        const articles = await articlesOf(call, args, (bytes) => progress.read(bytes));
        const counts = { new: 0, known: 0, appearance: 0, completed: 0, refused: 0 };
        const notes = new Map<string, { reason: string; documents: number }>();
        for await (const done of ingest(ledger, articles)) {
          if ('refused' in done) {
            counts.refused += 1;
            progress.clear();
            await write(io.stderr, refusalLine(done.refused));
          } else {
            counts[done.added] += 1;
            for (const { rule, reason, start, end } of done.messages)
              if (start === end) notes.set(rule, { reason, documents: (notes.get(rule)?.documents ?? 0) + 1 });
          }
          progress.show(counts.new + counts.known + counts.appearance + counts.completed);
        }
        progress.clear();
        for (const { reason, documents } of notes.values())
          await write(io.stderr, `note on ${some(documents, 'document')}: ${reason}\n`);
        await write(io.stdout, summary(counts, before, await ledger.counts(), ledger.location));
        return counts.refused > 0 ? 1 : 0;
      },
      { make: true },
    );
  },
};

/** What the paths hold, in bytes; folders and standard input make it unknown, and the bar counts without an end. */
async function bytesIn(paths: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const path of paths) {
    const there = path === '-' ? null : await stat(path).catch(() => null);
    if (!there?.isFile()) return null;
    sum += there.size;
  }
  return sum;
}

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function summary(
  done: { new: number; known: number; appearance: number; completed: number; refused: number },
  before: Counts,
  now: Counts,
  where: string,
): string {
  const documents = [`${done.new} new`, `${done.known} unchanged`];
  if (done.completed > 0) documents.push(`${done.completed} completed`);
  if (done.appearance > 0) documents.push(`${done.appearance} seen in another place`);
  if (done.refused > 0) documents.push(`${done.refused} refused (see above)`);
  const more = (name: keyof Counts, one: string) => {
    const change = now[name] - before[name];
    return `${some(now[name], one)}${change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change)})`}`;
  };
  return `documents: ${documents.join(', ')}\n${where}: ${more('documents', 'document')}, ${more('claims', 'claim')}, ${more('events', 'event')}, ${more('disputes', 'dispute')}\n`;
}
