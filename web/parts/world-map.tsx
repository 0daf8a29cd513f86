import { geoGraticule10, geoMercator, geoPath } from 'd3-geo';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fineUrl from 'world-atlas/countries-50m.json?url';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import { plural } from '../format.ts';
import { Link } from '../router.tsx';
import { useWidth } from '../width.ts';
import type { EventPoint } from '../wire.ts';

interface Props {
  points: readonly EventPoint[];
  height: number;
  /** May places be opened to see their events? Without it the map only shows. */
  browse?: boolean;
}

interface Spot {
  key: string;
  longitude: number;
  latitude: number;
  precision: number | null;
  events: EventPoint[];
  disputed: number;
}

type World = Topology<{ countries: GeometryCollection }>;
const loaded = new Map<string, Promise<World>>();
const world = (url: string): Promise<World> => {
  const kept = loaded.get(url) ?? fetch(url).then((answer) => answer.json());
  loaded.set(url, kept);
  return kept;
};

/** Events at one point stand on one spot. */
function spotsOf(points: readonly EventPoint[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const point of points) {
    const key = `${point.longitude.toFixed(3)} ${point.latitude.toFixed(3)}`;
    const spot = spots.get(key) ?? {
      key,
      longitude: point.longitude,
      latitude: point.latitude,
      precision: point.precision,
      events: [],
      disputed: 0,
    };
    spot.events.push(point);
    if (point.disputes > 0) spot.disputed++;
    spots.set(key, spot);
  }
  return [...spots.values()].sort((a, b) => b.events.length - a.events.length);
}

/** Where most of it is: of many values the outermost twelfth on either side is left out; whoever looks for it zooms out. */
function middle(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const out = sorted.length < 8 ? 0 : Math.floor(sorted.length / 12);
  return sorted.slice(out, sorted.length - out);
}

/** Degrees shown around a single spot. */
const AROUND = 5;

/** Where events are said to have happened, over outlines that are part of the app: no tile is fetched from anybody. */
export default function WorldMap({ points, height, browse = false }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const spots = useMemo(() => spotsOf(points), [points]);
  const [zoom, setZoom] = useState({ scale: 1, x: 0, y: 0 });
  const [outlines, setOutlines] = useState<World | null>(null);
  const [chosen, setChosen] = useState<Spot | null>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    let wanted = true;
    world(coarseUrl).then((coarse) => wanted && setOutlines((now) => now ?? coarse));
    world(fineUrl).then((fine) => wanted && setOutlines(fine));
    return () => {
      wanted = false;
    };
  }, []);

  const base = useMemo(() => {
    const longitudes = middle(points.map((point) => point.longitude));
    const latitudes = middle(points.map((point) => point.latitude));
    const edges = {
      west: Math.min(...longitudes) - AROUND,
      east: Math.max(...longitudes) + AROUND,
      south: Math.max(-80, Math.min(...latitudes) - AROUND * 0.7),
      north: Math.min(80, Math.max(...latitudes) + AROUND * 0.7),
    };
    return geoMercator().fitExtent(
      [
        [0, 0],
        [Math.max(1, width), height],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [edges.west, edges.south],
          [edges.east, edges.north],
          [edges.west, edges.north],
          [edges.east, edges.south],
        ],
      },
    );
  }, [points, width, height]);

  const projection = useMemo(() => {
    const [x, y] = base.translate();
    const [middleX, middleY] = [width / 2, height / 2];
    return geoMercator()
      .scale(base.scale() * zoom.scale)
      .translate([middleX + (x - middleX) * zoom.scale + zoom.x, middleY + (y - middleY) * zoom.scale + zoom.y])
      .clipExtent([
        [-20, -20],
        [width + 20, height + 20],
      ]);
  }, [base, zoom, width, height]);

  const drawn = useMemo(() => {
    if (!outlines || width === 0) return null;
    const path = geoPath(projection).digits(1);
    return {
      land: path(feature(outlines, outlines.objects.countries)) ?? '',
      borders: path(mesh(outlines, outlines.objects.countries, (a, b) => a !== b)) ?? '',
      lines: path(geoGraticule10()) ?? '',
    };
  }, [outlines, projection, width]);

  const magnify = (by: number) =>
    setZoom((now) => {
      const scale = Math.max(0.15, Math.min(40, now.scale * by));
      return { scale, x: now.x * (scale / now.scale), y: now.y * (scale / now.scale) };
    });
  const largest = spots[0]?.events.length ?? 1;
  const radius = (spot: Spot) => 4 + 9 * Math.sqrt(spot.events.length / largest) * (spots.length > 1 ? 1 : 0.3);
  const shown = spots.flatMap((spot) => {
    const at = projection([spot.longitude, spot.latitude]);
    return at && at[0] > -10 && at[0] < width + 10 && at[1] > -10 && at[1] < height + 10
      ? [{ spot, x: at[0], y: at[1] }]
      : [];
  });
  const labels = labelled(shown, width);

  return (
    <div className="map" ref={box}>
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={`Map of ${plural(points.length, 'event')} at ${plural(spots.length, 'place')}`}
        onPointerDown={(event: PointerEvent<SVGSVGElement>) => {
          if ((event.target as Element).closest('a')) return;
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (!from) return;
          drag.current = { x: event.clientX, y: event.clientY };
          setZoom((now) => ({ ...now, x: now.x + event.clientX - from.x, y: now.y + event.clientY - from.y }));
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
      >
        <rect className="sea" width={width} height={height} />
        {drawn ? (
          <>
            <path className="graticule" d={drawn.lines} />
            <path className="land" d={drawn.land} />
            <path className="borders" d={drawn.borders} />
          </>
        ) : null}
        {[...shown].reverse().map(({ spot, x, y }) => (
          <SpotMark
            key={spot.key}
            spot={spot}
            x={x}
            y={y}
            radius={radius(spot)}
            onOpen={browse ? () => setChosen(spot) : undefined}
          />
        ))}
        {labels.map(({ spot, x, y, name }) => (
          <text key={spot.key} className="place-name" x={x + radius(spot) + 5} y={y + 4}>
            {name}
          </text>
        ))}
      </svg>
      <div className="map-buttons">
        <button type="button" className="button" aria-label="Map: closer" onClick={() => magnify(1.7)}>
          +
        </button>
        <button type="button" className="button" aria-label="Map: further" onClick={() => magnify(1 / 1.7)}>
          −
        </button>
        <button type="button" className="button" onClick={() => setZoom({ scale: 1, x: 0, y: 0 })}>
          Reset
        </button>
      </div>
      {chosen ? (
        <div className="map-chosen" role="status">
          <ul>
            {chosen.events.slice(0, 8).map((event) => (
              <li key={event.id}>
                <Link to={`/events/${event.id}`}>{event.title}</Link>
              </li>
            ))}
          </ul>
          {chosen.events.length > 8 ? <p className="meta">and {chosen.events.length - 8} more</p> : null}
          <button type="button" className="button plain" onClick={() => setChosen(null)}>
            Close
          </button>
        </div>
      ) : null}
      <p className="map-note meta">
        Outlines: Natural Earth, as drawn there, de facto; they take no side on any border. No front line is shown.
      </p>
    </div>
  );
}

function SpotMark({
  spot,
  x,
  y,
  radius,
  onOpen,
}: {
  spot: Spot;
  x: number;
  y: number;
  radius: number;
  onOpen?: () => void;
}) {
  const wide = spot.precision !== null && spot.precision >= 3;
  const name = `${nameOf(spot)}: ${plural(spot.events.length, 'event')}${spot.disputed > 0 ? `, ${spot.disputed} disputed` : ''}`;
  const mark = (
    <>
      <title>{name}</title>
      {wide ? <circle className="area" cx={x} cy={y} r={radius + 9} /> : null}
      {spot.disputed > 0 ? <circle className="ring" cx={x} cy={y} r={radius + 3} /> : null}
      <circle className="spot" cx={x} cy={y} r={radius} />
    </>
  );
  if (!onOpen) return <g>{mark}</g>;
  return (
    // biome-ignore lint/a11y/useValidAnchor: SVG has no button
    <a
      href="#map"
      role="button"
      aria-label={name}
      onClick={(press) => {
        press.preventDefault();
        onOpen();
      }}
    >
      {mark}
    </a>
  );
}

/** "Drone attack on Kursk, 11 Mar 2025" has no place of its own in a point: what the titles of a spot's events share is shown. */
const nameOf = (spot: Spot): string => spot.events[0].title.replace(/,? \d.*$/, '');

/** Names that do not run into one another, the larger spots first. */
function labelled(shown: readonly { spot: Spot; x: number; y: number }[], width: number) {
  const taken: { x: number; y: number; right: number }[] = [];
  return shown.flatMap(({ spot, x, y }) => {
    const name = nameOf(spot);
    const right = x + 20 + name.length * 6.4;
    if (right > width || taken.some((other) => Math.abs(other.y - y) < 15 && other.x < right && x < other.right))
      return [];
    taken.push({ x: x - 14, y, right });
    return [{ spot, x, y, name }];
  });
}
