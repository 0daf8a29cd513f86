import { lazy, Suspense, useState } from 'react';
import { useFilters } from '../filters.ts';
import { plural, spanWords } from '../format.ts';
import { matches } from '../matches.ts';
import { ClaimSource, Published } from '../parts/claim-source.tsx';
import { Figures } from '../parts/event-row.tsx';
import { Figure } from '../parts/figure.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { Matrix } from '../parts/matrix.tsx';
import { OverTime } from '../parts/over-time.tsx';
import { Party } from '../parts/sides.tsx';
import { Standing } from '../parts/standing.tsx';
import { Failing, Loading } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { ClaimRow, EventPage } from '../wire.ts';
import { DISPUTES, RECORDS, STANDINGS, TYPES } from '../words.ts';

const WorldMap = lazy(() => import('../parts/world-map.tsx'));

/** One event: who claims what of it, who disputes it, and the words. */
export function EventView({ id }: { id: string }) {
  const { data, error, again } = useQuery<EventPage>(`/events/${encodeURIComponent(id)}`);
  const { filters, active } = useFilters();
  useTitle(data?.event.title ?? null);
  if (error) return <Failing error={error} again={again} />;
  if (!data) return <Loading what="the event" />;
  const { event } = data;
  const filed = active > 0 ? data.filed.filter((row) => matches(row, filters)) : data.filed;
  const byId = new Map(data.filed.map((row) => [row.claim.id, row]));

  return (
    <article className="event">
      <header className="event-head">
        <p className="meta">
          {event.time ? (
            <time dateTime={event.time.from}>{spanWords(event.time.from, event.time.to)}</time>
          ) : (
            'Date unknown'
          )}
          {event.place ? ` · ${event.place.name}` : ''} · {TYPES[event.type]}
        </p>
        <h1>{event.title}</h1>
        <p className="event-standing">
          <Standing standing={event.standing} /> <span>{STANDINGS[event.standing].means}</span>{' '}
          <span className="meta">
            {plural(data.documents, 'article')}, {plural(data.origins, 'origin')}.
          </span>
        </p>
      </header>

      <section className="section" aria-labelledby="claims">
        <h2 id="claims">Who claims what</h2>
        {active > 0 ? (
          <p className="notice">
            {filed.length === data.filed.length ? 'All' : `${filed.length} of ${data.filed.length}`} claims match the
            filters in force.
          </p>
        ) : null}
        {filed.length > 0 ? <Matrix page={data} filed={filed} /> : <Figures event={event} />}
      </section>

      {event.disputes.length > 0 ? <Disputes event={event} byId={byId} /> : null}

      <Movement page={data} filed={filed} />

      {event.records.length > 0 ? (
        <section className="section" aria-labelledby="records">
          <h2 id="records">Records</h2>
          <ul className="records">
            {event.records.map((record) => {
              const row = byId.get(record.claim);
              return (
                <li key={record.claim}>
                  {row ? <Quoted row={row} /> : null}
                  <p>
                    <b className={`record ${record.status}`}>{RECORDS[record.status]}.</b> {record.note}{' '}
                    {record.event ? <Link to={`/events/${record.event}`}>See the event that breaks it</Link> : null}
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}

      {event.place?.latitude != null ? (
        <section className="section" aria-labelledby="where">
          <h2 id="where">Where</h2>
          <Suspense fallback={<Loading what="the map" />}>
            <WorldMap
              height={300}
              points={[
                {
                  id: event.id,
                  type: event.type,
                  title: event.place.name,
                  standing: event.standing,
                  day: event.time?.from ?? null,
                  latitude: event.place.latitude,
                  longitude: event.place.longitude!,
                  precision: event.place.precision,
                  documents: data.documents,
                  disputes: data.disputes,
                },
              ]}
            />
          </Suspense>
          <p className="meta">
            {event.place.name}, {PRECISION[event.place.precision ?? 6]}. {event.place.latitude.toFixed(2)},{' '}
            {event.place.longitude!.toFixed(2)}.
          </p>
        </section>
      ) : null}

      <Articles filed={data.filed} />
    </article>
  );
}

/** UCDP GED's where_prec, in words. */
const PRECISION: Record<number, string> = {
  1: 'the place itself',
  2: 'near the place',
  3: 'somewhere in the district',
  4: 'somewhere in the region',
  5: 'a wider area',
  6: 'somewhere in the country',
  7: 'international waters or airspace',
};

function Disputes({ event, byId }: { event: EventPage['event']; byId: ReadonlyMap<string, ClaimRow> }) {
  return (
    <section className="section" aria-labelledby="disputes">
      <h2 id="disputes">{event.disputes.length === 1 ? 'The dispute' : `${event.disputes.length} disputes`}</h2>
      <ul className="disputes">
        {event.disputes.map((dispute) => (
          <li key={`${dispute.kind} ${dispute.claims.join(' ')}`}>
            <p className="over">{DISPUTES[dispute.kind]}</p>
            <p className="dispute-note">{dispute.note}</p>
            <Against rows={oneEach(dispute.claims.flatMap((claim) => byId.get(claim) ?? []))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 4;

/** The words that clash, side by side; of many the first few, and the rest when they are asked for. */
function Against({ rows }: { rows: readonly ClaimRow[] }) {
  const [all, setAll] = useState(rows.length <= SHOWN);
  return (
    <>
      <div className="against">
        {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
          <Quoted key={row.claim.id} row={row} />
        ))}
      </div>
      {all ? null : (
        <button type="button" className="button plain" onClick={() => setAll(true)}>
          and {plural(rows.length - SHOWN, 'voice')} more
        </button>
      )}
    </>
  );
}

/** Of several articles that pass one origin's claim on, one stands for all. */
function oneEach(rows: readonly ClaimRow[]): ClaimRow[] {
  const seen = new Set<string>();
  return rows.filter(({ claim }) => {
    const key = `${claim.source?.name} ${claim.stance} ${claim.measure} ${claim.value?.low} ${claim.value?.high}`;
    return !seen.has(key) && seen.add(key);
  });
}

const Quoted = ({ row }: { row: ClaimRow }) => (
  <figure className="quoted">
    <blockquote>
      <Figure claims={[row.claim.id]} row={row}>
        <MarkedSentence row={row} />
      </Figure>
    </blockquote>
    <figcaption className="meta">
      <ClaimSource claim={row.claim} /> · {row.document.outlet ?? 'Outlet unknown'} ·{' '}
      <Published at={row.document.published} />
    </figcaption>
  </figure>
);

/** Only figures that moved, or that several origins gave at different times, have something to show. */
function Movement({ page, filed }: { page: EventPage; filed: readonly ClaimRow[] }) {
  const moved = page.event.figures.filter((figure) => {
    const claims = new Set(figure.by.flatMap((by) => by.claims));
    const times = new Set(
      filed.flatMap((row) =>
        claims.has(row.claim.id) && row.document.published ? [Date.parse(row.document.published)] : [],
      ),
    );
    return times.size > 1;
  });
  if (moved.length === 0) return null;
  return (
    <section className="section" aria-labelledby="moved">
      <h2 id="moved">How the figures moved</h2>
      <div className="charts">
        {moved.map((figure) => (
          <OverTime key={`${figure.measure} ${figure.item}`} figure={figure} filed={filed} />
        ))}
      </div>
    </section>
  );
}

function Articles({ filed }: { filed: readonly ClaimRow[] }) {
  const articles = new Map<string, { row: ClaimRow; claims: number; origins: Map<string, string | null> }>();
  for (const row of filed) {
    const article = articles.get(row.document.id) ?? { row, claims: 0, origins: new Map() };
    article.claims++;
    if (row.claim.source) article.origins.set(row.claim.source.name, row.claim.source.side);
    articles.set(row.document.id, article);
  }
  return (
    <section className="section" aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      <ol className="articles">
        {[...articles.values()].map(({ row: { document }, claims, origins }) => (
          <li key={document.id}>
            <h3>
              <Link to={`/documents/${document.id}`}>{document.title ?? 'Untitled'}</Link>
            </h3>
            <p className="meta">
              {document.outlet ?? 'Outlet unknown'} · <Published at={document.published} /> · {plural(claims, 'claim')}{' '}
              here
            </p>
            <p className="meta">
              {[...origins].map(([name, side]) => (
                <Party key={name} name={name} side={side} />
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
