import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandFile } from '../command.ts';
import { withLedger } from '../ledger-at.ts';
import { filtersOf } from '../list.ts';
import { filters, ledger } from '../options.ts';
import { write } from '../out.ts';

/** Rows that are fetched at a time. */
const AT_ONCE = 500;

export const exportCommand: CommandFile = {
  usage: 'export <folder>',
  summary: 'write a ledger, or what filters leave of it, into a folder: JSON Lines, CSV and GeoJSON',
  options: [...filters, ledger],
  run: (call) =>
    withLedger(call, async (ledger) => {
      const { exporters, notice } = await import('../../export/index.ts');
      const [folder] = call.args;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'README.txt'), notice);
      for (const exporter of exporters) {
        const file = createWriteStream(join(folder, exporter.file));
        let rows = 0;
        await write(file, exporter.before ?? '');
        let cursor: string | undefined;
        do {
          const page = await ledger[exporter.rows](filtersOf(call), { limit: AT_ONCE, cursor });
          await write(file, exporter.write(page.items as never, rows));
          rows += page.items.length;
          cursor = page.next ?? undefined;
        } while (cursor);
        await write(file, exporter.after ?? '');
        await new Promise((resolve) => file.end(resolve));
        await write(call.io.stdout, `${join(folder, exporter.file)}: ${rows}\n`);
      }
      return 0;
    }),
};
