import type { Message } from '../../model/claim.ts';
import { documentInfo } from '../../model/ids.ts';
import { grouped } from '../../store/rows.ts';
import { articlesOf, refusalLine } from '../articles.ts';
import type { CommandFile } from '../command.ts';
import { encoding, fields } from '../options.ts';
import { line, write } from '../out.ts';
import { plain } from '../table.ts';
import { circumstances, day, gist } from '../words.ts';

/** What the pipeline gives for one article. */
type Read = Awaited<ReturnType<typeof import('../../pipeline.ts')['read']>>;

export const extract: CommandFile = {
  usage: 'extract [file...]',
  summary: 'print the claims in articles (files, folders, or - for standard input), without a ledger',
  options: [
    {
      flags: '--format <format>',
      what: 'text for eyes, or json: one document with its claims a line (default: text on a terminal)',
      choices: ['text', 'json'],
    },
    ...fields,
    encoding,
    { flags: '--explain', what: 'show which rules made each claim, and what was dropped and why' },
  ],
  async run(call) {
    const { read } = await import('../../pipeline.ts');
    const { io, options, args } = call;
    const explain = options.explain === true;
    const json = (options.format ?? (io.stdout.isTTY ? 'text' : 'json')) === 'json';
    let status = 0;
    const paths = args.length > 0 ? args : ['-'];
    for await (const one of await articlesOf(call, paths)) {
      if ('refused' in one) {
        status = 1;
        await write(io.stderr, refusalLine(one.refused));
        continue;
      }
      const reading = await read(one.article, { explain });
      if (json)
        await line(io.stdout, {
          document: documentInfo(reading.document),
          claims: reading.claims,
          ...(explain ? { messages: reading.messages, trace: reading.trace } : {}),
        });
      else await write(io.stdout, asText(reading, explain, one.path));
      if (json && !explain)
        for (const message of reading.messages) await write(io.stderr, `${one.path}: ${message.reason}\n`);
    }
    return status;
  },
};

/** Sentence by sentence: the words, and under them what they claim. */
function asText({ document, claims, messages, trace }: Read, explain: boolean, path: string): string {
  const heading = [document.title ?? path, document.outlet, document.published && day(document.published)]
    .filter(Boolean)
    .join(' — ');
  const parts = [plain(heading)];
  for (const [, group] of grouped(claims, (claim) => claim.sentence.start)) {
    parts.push(
      `\n  “${plain(document.text.slice(group[0].sentence.start, group[0].sentence.end)).replace(/\s+/g, ' ')}”`,
    );
    for (const claim of group) {
      parts.push(`    ${gist(claim)} — ${plain(circumstances(claim))}`);
      if (explain)
        parts.push(
          ...trace
            .filter((step) => step.claim === claim.id)
            .map((step) => `      ${step.rules.join(' → ')}${step.note ? `: ${step.note}` : ''}`),
        );
    }
  }
  if (claims.length === 0) parts.push('\n  no claims');
  const dropped = explain ? trace.filter((step) => step.claim === null) : [];
  if (dropped.length > 0) parts.push('\n  Dropped, or never a claim:');
  for (const step of dropped)
    parts.push(
      `    “${plain(document.text.slice(step.start, step.end)).replace(/\s+/g, ' ')}” — ${step.note}${step.rules.length > 0 ? ` (${step.rules.join(' → ')})` : ''}`,
    );
  if (messages.length > 0)
    parts.push('', ...messages.map((message) => `  note: ${message.reason}${words(message, document.text)}`));
  return `${parts.join('\n')}\n\n`;
}

const words = ({ start, end }: Message, text: string): string =>
  end > start ? ` (“${plain(text.slice(start, end)).replace(/\s+/g, ' ')}”)` : '';
