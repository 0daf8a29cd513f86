import { lazy, Suspense } from 'react';
import { type By, bucketEnd, bucketsBetween, bucketWords, byFor, seriesOf } from '../buckets.ts';
import { useFilters, withQuery } from '../filters.ts';
import { plural, spanWords } from '../format.ts';
import { DayBars, wider } from '../parts/day-bars.tsx';
import { EventRow } from '../parts/event-row.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { usePages, useQuery } from '../query.ts';
import { useRouter } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { DayTotal, EventPoint, LedgerInfo, EventRow as Row } from '../wire.ts';

const WorldMap = lazy(() => import('../parts/world-map.tsx'));
const CHARTS = 5;

interface Totals {
  since: string | null;
  until: string | null;
  items: DayTotal[];
}

/** What each side claims per day, side by side, and where. */
export default function Timeline() {
  useTitle('Timeline and map');
  const { filters, set, active } = useFilters();
  const { query, go } = useRouter();
  const { data: ledger } = useQuery<LedgerInfo>('/ledger');
  // Without a filter by time the last months are shown, day by day; a filter shows its own time as fine as there is room for.
  const dated = filters.since !== undefined || filters.until !== undefined;
  const by: By = dated ? byFor(filters.since ?? ledger?.from ?? '', filters.until ?? ledger?.to ?? '') : 'day';
  const totals = useQuery<Totals>(dated && !ledger ? null : withQuery('/timeline', { ...filters, by }));
  const points = useQuery<{ items: EventPoint[] }>(withQuery('/points', { ...filters, limit: 1000 }));
  const all = totals.data ? seriesOf(totals.data.items) : [];
  const more = query.get('charts') === 'all';
  const series = more ? all : all.slice(0, CHARTS);
  const on = query.get('on');
  const { since, until } = totals.data ?? { since: null, until: null };
  const go_ = (change: Record<string, string | null>) =>
    go(withQuery('/timeline', { ...Object.fromEntries(query), ...change }), { replace: true });

  return (
    <>
      <header className="view-head">
        <h1>Timeline and map</h1>
        <p className="deck">
          What each side claims, summed over the events of each {by}; of several voices of one side on one event only
          the highest figure counts. The pale part of a bar is what the upper bound adds.
        </p>
      </header>
      {totals.error ? <Failing error={totals.error} again={totals.again} /> : null}
      {totals.loading ? <Loading what="the timeline" /> : null}
      {totals.data && all.length === 0 ? (
        <Empty title={active > 0 ? 'No figures match these filters' : 'No figures yet'}>
          Figures appear here by the day of their event.
        </Empty>
      ) : null}
      {since && until && all.length > 0 ? (
        <>
          <div className="zoom">
            <p>
              <b>{spanWords(since, until)}</b>, by {by}
            </p>
            <p className="zoom-buttons">
              <button
                type="button"
                className="button"
                disabled={!ledger?.from || (since <= ledger.from && until >= (ledger.to ?? until))}
                onClick={() => {
                  const [first, last] = wider(since, until, ledger!.from!, ledger!.to!);
                  set({ since: first, until: last });
                }}
              >
                Zoom out
              </button>
              {dated ? (
                <button type="button" className="button" onClick={() => set({ since: undefined, until: undefined })}>
                  The last months
                </button>
              ) : null}
              {ledger?.from && ledger.to && (since > ledger.from || until < ledger.to) ? (
                <button
                  type="button"
                  className="button"
                  onClick={() => set({ since: ledger.from!, until: ledger.to! })}
                >
                  Whole ledger
                </button>
              ) : null}
              <span className="meta">Drag over days to zoom in; press one to see its events.</span>
            </p>
          </div>
          <div className="day-charts">
            {series.map((one) => (
              <DayBars
                key={one.key}
                series={one}
                buckets={bucketsBetween(since, until, by)}
                by={by}
                chosen={on}
                onChoose={(bucket) => go_({ on: bucket === on ? null : bucket })}
                onBrush={(first, last) => go_({ since: first, until: last, on: null })}
              />
            ))}
          </div>
          {all.length > CHARTS ? (
            <button type="button" className="button" onClick={() => go_({ charts: more ? null : 'all' })}>
              {more ? 'Only the main measures' : `All ${all.length} measures`}
            </button>
          ) : null}
        </>
      ) : null}
      {on ? (
        <OnDay
          path={withQuery('/events', { ...filters, since: on, until: bucketEnd(on, by), limit: 30 })}
          title={bucketWords(on, by)}
        />
      ) : null}
      <section className="section" aria-labelledby="map">
        <h2 id="map">Where</h2>
        {points.error ? <Failing error={points.error} again={points.again} /> : null}
        {points.data && points.data.items.length === 0 ? (
          <Empty title="Nothing to show on the map">No event here has a place with a point.</Empty>
        ) : null}
        {points.data && points.data.items.length > 0 ? (
          <Suspense fallback={<Loading what="the map" />}>
            <WorldMap height={440} points={points.data.items} browse />
            <p className="meta">
              {plural(points.data.items.length, 'event')} with a place
              {points.data.items.length === 1000 ? ', the latest of them' : ''}. A ring is an event that somebody
              disputes.
            </p>
          </Suspense>
        ) : null}
      </section>
    </>
  );
}

/** The events of a day that was pressed. */
function OnDay({ path, title }: { path: string; title: string }) {
  const { items, loading, error, again } = usePages<Row>(path);
  return (
    <section className="section" aria-labelledby="on-day">
      <h2 id="on-day">{title}</h2>
      {error ? <Failing error={error} again={again} /> : null}
      {loading ? <Loading what="events" /> : null}
      {!loading && !error && items.length === 0 ? <p className="meta">No event on these days.</p> : null}
      <ol className="endless">
        {items.map((row) => (
          <li key={row.event.id}>
            <EventRow row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}
