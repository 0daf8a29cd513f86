import { FilterError, type Filters, type Page, type Paging } from '../store/filters.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Call, CommandFile, Option } from './command.ts';
import { UsageError } from './command.ts';
import { withLedger } from './ledger-at.ts';
import { filters as filterOptions, format, ledger, limit } from './options.ts';
import { line, write } from './out.ts';
import { type Column, table } from './table.ts';

/** Rows that are fetched, and held, at a time. */
const AT_ONCE = 500;
/** Rows of a table unless said otherwise. */
const TABLE = 50;

/** A command that lists one kind of row. */
export interface ListCommand<Row> {
  name: string;
  summary: string;
  /** More options than all lists have. */
  options?: readonly Option[];
  rows(ledger: Ledger, filters: Filters, paging: Paging): Promise<Page<Row>>;
  table: readonly Column<Row>[];
  /** The whole rows as CSV, with the heading or without. */
  csv(): Promise<(rows: readonly Row[], heading: boolean) => string>;
  /** What is printed a line; the row itself unless said otherwise. Rows that give the same `group` in succession are one line. */
  json?(rows: readonly Row[]): unknown;
  group?(row: Row): string;
}

export function listCommand<Row>(list: ListCommand<Row>): CommandFile {
  return {
    usage: list.name,
    summary: list.summary,
    options: [...filterOptions, limit, format, ledger, ...(list.options ?? [])],
    run: (call) => withLedger(call, (ledger) => print(list, ledger, call)),
  };
}

export const filtersOf = ({ options }: Call): Filters => {
  const { since, until, place, actor, type, standing, origin, search, asOf } = options as Filters;
  return { since, until, place, actor, type, standing, origin, search, asOf };
};

async function print<Row>(list: ListCommand<Row>, ledger: Ledger, call: Call): Promise<number> {
  const { io, options } = call;
  const wanted = options.format ?? 'table';
  const most = (options.limit as number | undefined) ?? (wanted === 'table' ? TABLE : Number.POSITIVE_INFINITY);
  const pages = pagesOf(list, ledger, filtersOf(call), most);
  if (wanted === 'json') await printJson(list, pages, io.stdout);
  else if (wanted === 'csv') {
    const csv = await list.csv();
    let heading = true;
    for await (const { items } of pages) {
      await write(io.stdout, csv(items, heading));
      heading = false;
    }
  } else {
    const rows: Row[] = [];
    let more = false;
    for await (const { items, next } of pages) {
      rows.push(...items);
      more = next !== null;
    }
    await write(io.stdout, rows.length > 0 ? table(list.table, rows, io) : `no ${list.name}\n`);
    if (more) await write(io.stderr, `… and more: --limit ${most * 2}, or --format json for all\n`);
  }
  return 0;
}

async function* pagesOf<Row>(
  list: ListCommand<Row>,
  ledger: Ledger,
  filters: Filters,
  most: number,
): AsyncGenerator<Page<Row>> {
  let left = most;
  let cursor: string | undefined;
  try {
    do {
      const page = await list.rows(ledger, filters, { limit: Math.min(left, AT_ONCE), cursor });
      yield page;
      left -= page.items.length;
      cursor = page.next ?? undefined;
    } while (cursor && left > 0);
  } catch (error) {
    if (error instanceof FilterError)
      throw new UsageError(
        `--${error.field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${error.message}`,
      );
    throw error;
  }
}

async function printJson<Row>(
  { json = ([row]) => row, group }: ListCommand<Row>,
  pages: AsyncIterable<Page<Row>>,
  stdout: Call['io']['stdout'],
): Promise<void> {
  let held: Row[] = [];
  for await (const { items } of pages)
    for (const row of items) {
      if (held.length > 0 && (!group || group(held[0]) !== group(row))) {
        await line(stdout, json(held));
        held = [];
      }
      held.push(row);
    }
  if (held.length > 0) await line(stdout, json(held));
}
