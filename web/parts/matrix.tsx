import { bounds, plural, valueWords } from '../format.ts';
import { type Cell, type Matrix as MatrixData, matrixOf, type Row } from '../matrix.ts';
import type { ClaimRow, EventPage } from '../wire.ts';
import { itemWords, measureWords, STANCES } from '../words.ts';
import { Moment } from './claim-source.tsx';
import { Figure } from './figure.tsx';
import { Party, useSideColour } from './sides.tsx';

/** Columns that a wide screen has room for. */
const MANY = 6;

/** The claims matrix: a row a measure, a column an origin grouped by side; denials and silences stand in place. */
export function Matrix({ page, filed }: { page: EventPage; filed: readonly ClaimRow[] }) {
  const matrix = matrixOf(filed);
  const colour = useSideColour();
  if (matrix.rows.length === 0) return null;
  const many = matrix.columns.length > MANY;
  return (
    <>
      {many ? (
        <p className="meta matrix-hint">
          {matrix.columns.length} origins stand side by side, those of one side together: scroll sideways for all.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="matrix-scroll" role="region" aria-label="Claims by measure and origin" tabIndex={0}>
        <table className="matrix">
          <caption className="visually-hidden">
            Each row is a measure, each column an origin; the origins of one side stand together.
          </caption>
          <thead>
            <tr className="matrix-sides">
              <td />
              {matrix.sides.map(({ side, span }) => (
                <th key={side ?? ''} colSpan={span} scope="colgroup" style={{ borderColor: colour(side) }}>
                  {side ?? 'No side'}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {matrix.columns.map((column) => (
                <th key={column.key} scope="col">
                  <Party name={column.name} side={column.side} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <MatrixRow key={row.key} row={row} matrix={matrix} page={page} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function MatrixRow({ row, matrix, page }: { row: Row; matrix: MatrixData; page: EventPage }) {
  const figure = page.event.figures.find(({ measure, item }) => measure === row.measure && item === row.item);
  const whole = new Set(figure?.by.flatMap(({ claims }) => claims));
  return (
    <tr>
      <th scope="row">
        {row.measure ? measureWords(row.measure) : 'What happened'}
        {row.item ? <span className="matrix-item">{itemWords(row.item)}</span> : null}
        {figure && figure.by.length > 1 && figure.low !== figure.high ? (
          <span className="meta">{bounds(figure.low, figure.high)} over all</span>
        ) : null}
      </th>
      {matrix.columns.map((column) => {
        const cell = row.cells.get(column.key);
        return (
          <td key={column.key} className={cell ? undefined : 'nothing'} data-origin={column.name}>
            {cell ? <CellWords cell={cell} whole={whole} measured={row.measure !== null} /> : null}
          </td>
        );
      })}
    </tr>
  );
}

function CellWords({ cell, whole, measured }: { cell: Cell; whole: ReadonlySet<string>; measured: boolean }) {
  const parts = measured && whole.size > 0 ? cell.said.filter((row) => !whole.has(row.claim.id)) : [];
  const said = cell.said.filter((row) => !parts.includes(row));
  return (
    <>
      {measured ? <Values said={said} /> : <Assertions said={said} />}
      {measured && parts.length > 0 ? <Parts rows={parts} /> : null}
      {cell.answers.map((row) => (
        <p key={row.claim.id} className={`answer ${row.claim.stance}`}>
          <Figure claims={[row.claim.id]} row={row}>
            {STANCES[row.claim.stance]}
          </Figure>
          <span className="meta">
            <Moment at={row.document.published} />
          </span>
        </p>
      ))}
    </>
  );
}

/** The latest value large; what it was before, and how many articles carry it, beneath. */
function Values({ said }: { said: readonly ClaimRow[] }) {
  if (said.length === 0) return null;
  const [latest] = said;
  const words = valueWords(latest.claim.value!);
  const same = said.filter(
    (row) =>
      bounds(row.claim.value!.low, row.claim.value!.high) === bounds(latest.claim.value!.low, latest.claim.value!.high),
  );
  const before = said.filter((row) => !same.includes(row));
  const seen = new Set<string>();
  const earlier = before.filter((row) => {
    const text = valueWords(row.claim.value!);
    return !seen.has(text) && seen.add(text);
  });
  const articles = new Set(same.map((row) => row.document.id)).size;
  return (
    <div className="value">
      <Figure
        claims={same.map((row) => row.claim.id)}
        row={latest}
        className={latest.claim.modality === 'negated' ? 'big retracted' : 'big'}
      >
        {words}
      </Figure>
      {latest.claim.modality !== 'actual' ? <span className="meta">{latest.claim.modality}</span> : null}
      {latest.claim.hedges.length > 0 ? <span className="meta">“{latest.claim.hedges.join(', ')}”</span> : null}
      {earlier.length > 0 ? (
        <span className="meta">
          earlier{' '}
          {earlier.map((row) => (
            <Figure key={row.claim.id} claims={[row.claim.id]} row={row} className="earlier">
              {valueWords(row.claim.value!)}
            </Figure>
          ))}
        </span>
      ) : null}
      <span className="meta">
        <Moment at={latest.document.published} />
        {articles > 1 ? <>, {plural(articles, 'article')}</> : null}
      </span>
    </div>
  );
}

/** Shares of the whole, never set against it. */
const Parts = ({ rows }: { rows: readonly ClaimRow[] }) => (
  <p className="meta part">
    part:{' '}
    {rows.map((row, at) => (
      <span key={row.claim.id}>
        {at > 0 ? ', ' : ''}
        <Figure claims={[row.claim.id]} row={row}>
          {valueWords(row.claim.value!)}
        </Figure>
        {row.claim.place ? ` ${row.claim.place.name}` : ''}
      </span>
    ))}
  </p>
);

const WORDS = 3;

const Assertions = ({ said }: { said: readonly ClaimRow[] }) => (
  <>
    {said.slice(0, WORDS).map((row) => (
      <p key={row.claim.id} className="assertion">
        <Figure claims={[row.claim.id]} row={row}>
          {row.quote.slice(
            row.claim.content.start - row.claim.sentence.start,
            row.claim.content.end - row.claim.sentence.start,
          )}
        </Figure>{' '}
        <span className="meta">
          <Moment at={row.document.published} />
        </span>
      </p>
    ))}
    {said.length > WORDS ? <p className="meta">and {said.length - WORDS} more</p> : null}
  </>
);
