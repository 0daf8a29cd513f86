import { useState } from 'react';
import { plural } from '../format.ts';
import { Link } from '../router.tsx';
import { useWidth } from '../width.ts';
import type { OriginRow, Relay } from '../wire.ts';
import { useSideColour } from './sides.tsx';

interface Node {
  name: string;
  times: number;
  y: number;
  height: number;
  /** How much of its height is taken by the bands drawn so far. */
  taken: number;
}

const GAP = 10;
const LEAST = 16;
const PAIRS = 40;

/** Who relays whom: origins left, those who pass them on right, a band for each pair as thick as its claims. */
export function RelayGraph({ relays, origins }: { relays: readonly Relay[]; origins: readonly OriginRow[] }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [held, setHeld] = useState<string | null>(null);
  const colour = useSideColour();
  const pairs = relays.slice(0, PAIRS);
  const known = new Map(origins.map((origin) => [origin.name, origin]));
  const total = pairs.reduce((sum, pair) => sum + pair.times, 0);
  const unit = Math.max(2, Math.min(14, 340 / Math.max(1, total)));
  const left = stack(pairs, (pair) => pair.origin, unit);
  const right = stack(pairs, (pair) => pair.relay, unit);
  const height = Math.max(end(left), end(right)) + 4;
  const narrow = width < 560;
  const label = narrow ? Math.max(96, width * 0.36) : 230;
  const [x1, x2] = [label, Math.max(label + 40, Math.min(width - label, label + 440))];
  const letters = Math.floor((label - 14) / 6.9);

  const bands = pairs.map((pair) => {
    const [from, to] = [left.get(pair.origin)!, right.get(pair.relay)!];
    const thick = pair.times * unit;
    const [y1, y2] = [from.y + from.taken + thick / 2, to.y + to.taken + thick / 2];
    from.taken += thick;
    to.taken += thick;
    const middle = (x1 + x2) / 2;
    return { pair, thick, path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` };
  });
  const dim = (pair: Relay) => held !== null && pair.origin !== held && pair.relay !== held;

  return (
    <div ref={box} className="relay-graph">
      {width > 0 ? (
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={`${plural(left.size, 'origin')} relayed by ${right.size} others`}
        >
          {bands.map(({ pair, thick, path }) => (
            <path
              key={`${pair.origin} ${pair.relay}`}
              className={dim(pair) ? 'band dim' : 'band'}
              d={path}
              strokeWidth={thick}
              style={{ color: colour(known.get(pair.origin)?.side ?? null) }}
            >
              <title>{`${pair.relay} passes on ${pair.origin}: ${plural(pair.times, 'claim')}`}</title>
            </path>
          ))}
          {[...left.values()].map((node) => {
            const origin = known.get(node.name);
            const words = (
              <text x={x1 - 8} y={node.y + node.height / 2 + 4} textAnchor="end">
                {clip(node.name, letters)}
              </text>
            );
            return (
              <g key={node.name} onPointerEnter={() => setHeld(node.name)} onPointerLeave={() => setHeld(null)}>
                <rect
                  x={x1 - 3}
                  width={3}
                  y={node.y}
                  height={node.height}
                  style={{ fill: colour(origin?.side ?? null) }}
                />
                {origin ? (
                  <Link to={`/origins/${encodeURIComponent(origin.key)}`}>
                    <title>{node.name}</title>
                    {words}
                  </Link>
                ) : (
                  words
                )}
              </g>
            );
          })}
          {[...right.values()].map((node) => (
            <g key={node.name} onPointerEnter={() => setHeld(node.name)} onPointerLeave={() => setHeld(null)}>
              <rect x={x2} width={3} y={node.y} height={node.height} className="relay-mark" />
              <text x={x2 + 10} y={node.y + node.height / 2 + 4}>
                {clip(node.name, letters)}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
      <details className="meta">
        <summary>The same as a list</summary>
        <ul>
          {pairs.map((pair) => (
            <li key={`${pair.origin} ${pair.relay}`}>
              {pair.relay} passes on {pair.origin}: {plural(pair.times, 'claim')}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Nodes of one column, one under the other, in order of weight. */
function stack(pairs: readonly Relay[], nameOf: (pair: Relay) => string, unit: number): Map<string, Node> {
  const times = new Map<string, number>();
  for (const pair of pairs) times.set(nameOf(pair), (times.get(nameOf(pair)) ?? 0) + pair.times);
  const nodes = new Map<string, Node>();
  let y = 2;
  for (const [name, sum] of [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const height = Math.max(LEAST, sum * unit);
    nodes.set(name, { name, times: sum, y, height, taken: (height - sum * unit) / 2 });
    y += height + GAP;
  }
  return nodes;
}

const end = (nodes: ReadonlyMap<string, Node>): number =>
  Math.max(0, ...[...nodes.values()].map((node) => node.y + node.height));
const clip = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, Math.max(4, letters - 1)).trimEnd()}…` : name;
