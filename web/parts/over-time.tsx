import { bounds, momentWords, shortDigits, valueWords } from '../format.ts';
import { originOf } from '../matrix.ts';
import type { ClaimRow, Event } from '../wire.ts';
import { itemWords, measureWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { Party, useSideColour } from './sides.tsx';

interface Point {
  at: number;
  low: number;
  high: number;
  row: ClaimRow;
}

interface Line {
  key: string;
  name: string;
  side: string | null;
  points: Point[];
}

const WIDTH = 560;
const HEIGHT = 190;
const PAD = { left: 46, right: 14, top: 22, bottom: 26 };
const DASHES = ['', '6 3', '2 3', '8 3 2 3'];

/** How one figure moved, by origin: each step is an article that said so. Only the figures of the whole event are drawn. */
export function OverTime({ figure, filed }: { figure: Event['figures'][number]; filed: readonly ClaimRow[] }) {
  const colour = useSideColour();
  const lines = linesOf(figure, filed);
  const points = lines.flatMap((line) => line.points);
  const times = points.map((point) => point.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (points.length < 2 || first === last) return null;
  const top = Math.max(...points.map((point) => point.high));
  const ticks = niceTicks(top);
  const x = (at: number) => PAD.left + ((at - first) / (last - first)) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number) => HEIGHT - PAD.bottom - (value / ticks.at(-1)!) * (HEIGHT - PAD.top - PAD.bottom);
  const title = `${measureWords(figure.measure)}, ${itemWords(figure.item)}`;

  return (
    <figure className="over-time">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`${title}: how the figure moved, by origin`}>
        {ticks.map((tick) => (
          <g key={tick} className="tick">
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(tick)} y2={y(tick)} />
            <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end">
              {shortDigits(tick)}
            </text>
          </g>
        ))}
        <text className="axis" x={PAD.left} y={HEIGHT - 6}>
          {momentWords(new Date(first).toISOString())}
        </text>
        <text className="axis" x={WIDTH - PAD.right} y={HEIGHT - 6} textAnchor="end">
          {momentWords(new Date(last).toISOString())}
        </text>
        {lines.map((line, at) => (
          <g key={line.key} style={{ color: colour(line.side) }}>
            <path className="step" d={steps(line.points, x, y, x(last))} strokeDasharray={DASHES[at % DASHES.length]} />
            <text
              className="last"
              x={x(line.points.at(-1)!.at)}
              y={y(line.points.at(-1)!.high) - 9}
              textAnchor={line.points.length > 1 ? 'end' : 'start'}
            >
              {bounds(line.points.at(-1)!.row.claim.value!.low, line.points.at(-1)!.row.claim.value!.high)}
            </text>
            {line.points.map((point) => (
              <Dot
                key={point.row.claim.id}
                point={point}
                x={x(point.at)}
                low={y(point.low)}
                high={y(point.high)}
                name={line.name}
              />
            ))}
          </g>
        ))}
      </svg>
      <ul className="legend">
        {lines.map((line) => (
          <li key={line.key}>
            <Party name={line.name} side={line.side} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

const Dot = ({ point, x, low, high, name }: { point: Point; x: number; low: number; high: number; name: string }) => (
  <Figure
    claims={[point.row.claim.id]}
    row={point.row}
    label={`${name}: ${valueWords(point.row.claim.value!)}, ${momentWords(point.row.document.published!)}`}
  >
    {low !== high ? <line className="range" x1={x} x2={x} y1={low} y2={high} /> : null}
    <circle cx={x} cy={high} r={9} fill="transparent" />
    <circle className="dot" cx={x} cy={high} r={4} />
  </Figure>
);

function linesOf(figure: Event['figures'][number], filed: readonly ClaimRow[]): Line[] {
  const whole = new Set(figure.by.flatMap((by) => by.claims));
  const lines = new Map<string, Line>();
  for (const row of filed) {
    const { value } = row.claim;
    if (!whole.has(row.claim.id) || !value || !row.document.published) continue;
    const origin = originOf(row);
    const line = lines.get(origin.key) ?? { ...origin, points: [] };
    lines.set(origin.key, line);
    const low = value.low ?? value.high ?? 0;
    line.points.push({ at: Date.parse(row.document.published), low, high: value.high ?? low, row });
  }
  return [...lines.values()].map((line) => ({ ...line, points: line.points.sort((a, b) => a.at - b.at) }));
}

/** A value holds until its origin says another. */
function steps(points: readonly Point[], x: (at: number) => number, y: (value: number) => number, end: number): string {
  const path = points.map((point, at) =>
    at === 0 ? `M${x(point.at)} ${y(point.high)}` : `H${x(point.at)}V${y(point.high)}`,
  );
  return `${path.join('')}H${end}`;
}

/** From zero, in steps of 1, 2 or 5 times a power of ten, at most five of them. */
export function niceTicks(top: number): number[] {
  const rough = Math.max(top, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough)!);
  return Array.from({ length: Math.ceil(Math.max(top, 1) / step) + 1 }, (_, at) => at * step);
}
