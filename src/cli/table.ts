import { styleText } from 'node:util';
import type { Io } from './command.ts';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => string | number | null;
  /** The one column that gives way when the terminal is narrow. */
  wide?: boolean;
}

/** Columns of a terminal; a pipe has as many as are needed. */
const terminal = ({ stdout, env }: Io): number =>
  stdout.isTTY ? (stdout.columns ?? Number(env.COLUMNS) ?? 100) : Number.POSITIVE_INFINITY;

/** Rows under headings; numbers to the right. Line ends in a cell become blanks, control characters are taken out. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], io: Io): string {
  const cells = rows.map((row) => columns.map(({ cell }) => inert(cell(row))));
  const widths = columns.map(({ heading }, i) => Math.max(heading.length, ...cells.map((row) => width(row[i]))));
  const wide = columns.findIndex((column) => column.wide);
  const spare = terminal(io) - widths.reduce((sum, one) => sum + one + 2, -2);
  if (wide >= 0 && spare < 0) widths[wide] = Math.max(12, widths[wide] + spare);
  const right = columns.map((_, i) => rows.length > 0 && rows.every((row) => typeof columns[i].cell(row) === 'number'));
  const put = (texts: readonly string[]) =>
    texts
      .map((text, i) => padded(text, widths[i], right[i]))
      .join('  ')
      .trimEnd();
  const heading = put(columns.map((column) => column.heading));
  return (
    [io.stdout.isTTY && !io.env.NO_COLOR ? styleText('bold', heading) : heading, ...cells.map(put)].join('\n') + '\n'
  );
}

const inert = (cell: string | number | null): string =>
  cell === null
    ? ''
    : String(cell)
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '');

/** Words of others on a terminal: no control characters, so that nothing in an article moves the cursor. */
export const plain = (text: string): string => text.replace(/[^\S\n]+/g, ' ').replace(/(?!\n)\p{Cc}/gu, '');

const width = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

function padded(text: string, to: number, right: boolean): string {
  const over = width(text) - to;
  if (over > 0) return `${[...text].slice(0, to - 1).join('')}…`;
  return right ? ' '.repeat(-over) + text : text + ' '.repeat(-over);
}
