import type { ClaimRow } from './wire.ts';
import { OWN_VOICE } from './words.ts';

/** What one origin says of one measure. */
export interface Cell {
  /** Its figures or assertions, the latest said first. */
  said: ClaimRow[];
  /** Its answers to what others say of it. */
  answers: ClaimRow[];
}

export interface Column {
  key: string;
  name: string;
  side: string | null;
}

export interface Row {
  key: string;
  measure: string | null;
  item: string | null;
  cells: Map<string, Cell>;
}

export interface Matrix {
  columns: Column[];
  /** Columns in runs of one side, in their order. */
  sides: { side: string | null; span: number }[];
  rows: Row[];
}

export const originOf = ({ claim, document }: ClaimRow): Column =>
  claim.source
    ? { key: claim.source.id ?? claim.source.name, name: claim.source.name, side: claim.source.side }
    : { key: `voice ${document.outlet}`, name: document.outlet ?? OWN_VOICE, side: null };

/** The row for what is said to have happened, without a figure. */
export const HAPPENED = 'happened';

const rowOf = ({ claim }: ClaimRow): string => (claim.measure ? `${claim.measure} ${claim.item}` : HAPPENED);

/**
 * A row a measure, a column an origin, grouped by side. A denial or a silence stands in the row of the figure that it answers, or,
 * when it answers no figure of this event, in the row of what happened. Superlatives have their own place on the page.
 */
export function matrixOf(filed: readonly ClaimRow[]): Matrix {
  const byId = new Map(filed.map((row) => [row.claim.id, row]));
  const rows = new Map<string, Row>();
  const columns = new Map<string, Column & { said: number }>();
  const cell = (key: string, row: ClaimRow): Cell => {
    const origin = originOf(row);
    const column = columns.get(origin.key) ?? { ...origin, said: 0 };
    // Who gives figures comes before who only speaks.
    column.said += row.claim.value ? 5 : 1;
    columns.set(origin.key, column);
    const [measure, item] =
      key === HAPPENED ? [null, null] : [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
    const line = rows.get(key) ?? { key, measure, item, cells: new Map() };
    rows.set(key, line);
    const found = line.cells.get(origin.key) ?? { said: [], answers: [] };
    line.cells.set(origin.key, found);
    return found;
  };

  for (const row of [...filed].reverse()) {
    const { claim } = row;
    if (claim.kind === 'superlative') continue;
    if (claim.kind !== 'response') cell(rowOf(row), row).said.push(row);
    else {
      const answered = new Set(claim.about.map((id) => byId.get(id)).map((about) => (about ? rowOf(about) : HAPPENED)));
      for (const key of answered.size > 0 ? answered : [HAPPENED]) cell(key, row).answers.push(row);
    }
  }

  const weight = new Map<string | null, number>();
  for (const { side, said } of columns.values()) weight.set(side, (weight.get(side) ?? 0) + said);
  const rank = (side: string | null) => (side === null ? -1 : weight.get(side)!);
  const ordered = [...columns.values()].sort(
    (a, b) =>
      rank(b.side) - rank(a.side) ||
      (a.side ?? '').localeCompare(b.side ?? '') ||
      b.said - a.said ||
      (a.key < b.key ? -1 : 1),
  );
  const sides: Matrix['sides'] = [];
  for (const { side } of ordered) {
    if (sides.at(-1) && sides.at(-1)!.side === side) sides.at(-1)!.span++;
    else sides.push({ side, span: 1 });
  }

  // Where most have spoken is where they differ; what happened, in words, comes last.
  const voices = (row: Row) => (row.key === HAPPENED ? -1 : row.cells.size);
  return {
    columns: ordered.map(({ said: _said, ...column }) => column),
    sides,
    rows: [...rows.values()].sort((a, b) => voices(b) - voices(a) || (a.key < b.key ? -1 : 1)),
  };
}
