import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { addDays, type By, bucketEnd, bucketWords, type Series } from '../buckets.ts';
import { bounds, plural, shortDigits } from '../format.ts';
import { useWidth } from '../width.ts';
import { itemWords, measureWords } from '../words.ts';
import { niceTicks } from './over-time.tsx';
import { Party, useSideColour } from './sides.tsx';

interface Props {
  series: Series;
  buckets: readonly string[];
  by: By;
  chosen: string | null;
  onChoose: (bucket: string) => void;
  /** A stretch that was drawn over, first and last day inclusive. */
  onBrush: (since: string, until: string) => void;
}

const HEIGHT = 150;
const PAD = { left: 44, right: 6, top: 8, bottom: 22 };
const SIDES = 4;

/** What each side claims of one measure, bucket by bucket, side by side. Drag over a stretch to zoom; arrows and Enter do as the pointer does. */
export function DayBars({ series, buckets, by, chosen, onChoose, onBrush }: Props) {
  const colour = useSideColour();
  const [box, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const start = useRef<number | null>(null);
  const sides = series.sides.slice(0, SIDES);
  const top = Math.max(
    1,
    ...[...series.values.values()].flatMap((bucket) => sides.map((side) => bucket.get(side)?.high ?? 0)),
  );
  const ticks = niceTicks(top);
  const inner = Math.max(0, width - PAD.left - PAD.right);
  const step = inner / buckets.length;
  const x = (at: number) => PAD.left + at * step;
  const y = (value: number) => HEIGHT - PAD.bottom - (value / ticks.at(-1)!) * (HEIGHT - PAD.top - PAD.bottom);
  const title = `${measureWords(series.measure)}, ${itemWords(series.item)}`;
  const shown = hovered ?? (chosen === null ? null : buckets.indexOf(chosen));
  const values = shown === null ? undefined : series.values.get(buckets[shown]);

  const at = (event: PointerEvent) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(buckets.length - 1, Math.floor((event.clientX - left - PAD.left) / step)));
  };
  const keys = (event: KeyboardEvent) => {
    const from = shown ?? buckets.length;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: buckets.length - 1 }[event.key];
    if (to !== undefined) setHovered(Math.max(0, Math.min(buckets.length - 1, to)));
    else if ((event.key === 'Enter' || event.key === ' ') && shown !== null && shown >= 0) onChoose(buckets[shown]);
    else return;
    event.preventDefault();
  };

  return (
    <figure className="day-bars">
      <figcaption>
        <b>{title}</b>
        <span className="day-readout" aria-live="polite">
          {shown !== null && shown >= 0 ? (
            <>
              {bucketWords(buckets[shown], by)}:{' '}
              {values
                ? sides.flatMap((side) => {
                    const total = values.get(side);
                    return total
                      ? [
                          <Readout
                            key={side ?? ''}
                            side={side}
                            words={`${bounds(total.low, total.high)} (${plural(total.events, 'event')})`}
                          />,
                        ]
                      : [];
                  })
                : 'nothing claimed'}
            </>
          ) : (
            sides.map((side) => <Readout key={side ?? ''} side={side} words="" />)
          )}
        </span>
      </figcaption>
      <div
        ref={box}
        className="day-plot"
        role="slider"
        tabIndex={0}
        aria-label={`${title} by ${by}`}
        aria-valuemin={0}
        aria-valuemax={buckets.length - 1}
        aria-valuenow={shown ?? buckets.length - 1}
        aria-valuetext={shown !== null && shown >= 0 ? bucketWords(buckets[shown], by) : 'no day chosen'}
        onKeyDown={keys}
        onPointerDown={(event) => {
          start.current = at(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const now = at(event);
          setHovered(now);
          if (start.current !== null && now !== start.current)
            setBrush([Math.min(start.current, now), Math.max(start.current, now)]);
        }}
        onPointerUp={(event) => {
          if (brush) onBrush(buckets[brush[0]], bucketEnd(buckets[brush[1]], by));
          else if (start.current !== null) onChoose(buckets[at(event)]);
          start.current = null;
          setBrush(null);
        }}
        onPointerLeave={() => setHovered(null)}
        onPointerCancel={() => {
          start.current = null;
          setBrush(null);
        }}
      >
        {width > 0 ? (
          <svg width={width} height={HEIGHT} aria-hidden="true">
            {ticks.map((tick) => (
              <g key={tick} className="tick">
                <line x1={PAD.left} x2={width - PAD.right} y1={y(tick)} y2={y(tick)} />
                <text x={PAD.left - 6} y={y(tick) + 4} textAnchor="end">
                  {shortDigits(tick)}
                </text>
              </g>
            ))}
            {brush ? (
              <rect
                className="brush"
                x={x(brush[0])}
                width={x(brush[1] + 1) - x(brush[0])}
                y={PAD.top}
                height={HEIGHT - PAD.top - PAD.bottom}
              />
            ) : null}
            {shown !== null && shown >= 0 && !brush ? (
              <rect
                className={buckets[shown] === chosen ? 'brush held' : 'brush'}
                x={x(shown)}
                width={Math.max(step, 2)}
                y={PAD.top}
                height={HEIGHT - PAD.top - PAD.bottom}
              />
            ) : null}
            {buckets.map((bucket, index) => {
              const totals = series.values.get(bucket);
              if (!totals) return null;
              const heard = sides.filter((side) => totals.has(side));
              const slot = Math.max(1, (step * 0.82) / heard.length);
              return heard.map((side, place) => {
                const total = totals.get(side)!;
                const left = x(index) + step * 0.09 + place * slot;
                return (
                  <g key={`${bucket} ${side}`} style={{ color: colour(side) }}>
                    <rect
                      className="bar"
                      x={left}
                      width={Math.max(1, slot - (slot > 4 ? 1 : 0))}
                      y={y(total.low)}
                      height={Math.max(1, y(0) - y(total.low))}
                    />
                    {total.high > total.low ? (
                      <rect
                        className="bar above"
                        x={left}
                        width={Math.max(1, slot - 1)}
                        y={y(total.high)}
                        height={y(total.low) - y(total.high)}
                      />
                    ) : null}
                  </g>
                );
              });
            })}
            <text className="axis" x={PAD.left} y={HEIGHT - 6}>
              {bucketWords(buckets[0], by)}
            </text>
            <text className="axis" x={width - PAD.right} y={HEIGHT - 6} textAnchor="end">
              {bucketWords(buckets.at(-1)!, by)}
            </text>
          </svg>
        ) : (
          <div style={{ height: HEIGHT }} />
        )}
      </div>
    </figure>
  );
}

const Readout = ({ side, words }: { side: string | null; words: string }) => (
  <span className="readout">
    <Party name={side ?? 'No side'} side={side} /> {words}
  </span>
);

/** The days around a stretch: twice as long, its middle where it was, not past what the ledger holds. */
export function wider(since: string, until: string, from: string, to: string): [string, string] {
  const length = Math.max(1, Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000 / 2));
  return [[addDays(since, -length), from].sort().at(-1)!, [addDays(until, length), to].sort()[0]];
}
