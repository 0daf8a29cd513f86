import { bounds, plural, spanWords } from '../format.ts';
import { Link } from '../router.tsx';
import type { Event, EventRow as Row } from '../wire.ts';
import { itemWords, measureWords, TYPES } from '../words.ts';
import { Figure } from './figure.tsx';
import { Party } from './sides.tsx';
import { Standing } from './standing.tsx';

const MEASURES = 3;
const ORIGINS = 4;

/** An event as a list shows it: its figures side by side by origin, and how many articles boil down to how many origins. */
export function EventRow({ row, lead = false }: { row: Row; lead?: boolean }) {
  const { event } = row;
  return (
    <article className={lead ? 'event-row lead' : 'event-row'}>
      <header>
        <p className="meta">
          {event.time ? (
            <time dateTime={event.time.from}>{spanWords(event.time.from, event.time.to)}</time>
          ) : (
            'Date unknown'
          )}
          {event.place ? ` · ${event.place.name}` : ''} · {TYPES[event.type]}
        </p>
        <Standing standing={event.standing} />
      </header>
      <h3>
        <Link to={`/events/${event.id}`}>{event.title}</Link>
      </h3>
      {lead && event.disputes[0] ? <p className="deck">{event.disputes[0].note}</p> : null}
      <Figures event={event} />
      <p className="meta">
        {plural(row.documents, 'article')}, {plural(row.origins, 'origin')}
        {row.disputes > 0 ? `, ${plural(row.disputes, 'dispute')}` : ''}
      </p>
    </article>
  );
}

/** The measures on which most origins have spoken come first: they are where figures differ. */
export function Figures({ event }: { event: Event }) {
  if (event.figures.length === 0) return null;
  const figures = [...event.figures].sort((a, b) => b.by.length - a.by.length);
  return (
    <dl className="figures">
      {figures.slice(0, MEASURES).map((figure) => (
        <div key={`${figure.measure} ${figure.item}`} className={figure.by.length > 1 ? 'several' : undefined}>
          <dt>
            {measureWords(figure.measure)}, {itemWords(figure.item)}
          </dt>
          {figure.by.slice(0, ORIGINS).map((by) => (
            <dd key={by.origin}>
              <Figure claims={[...by.claims].reverse()}>{bounds(by.low, by.high)}</Figure>{' '}
              <Party name={by.origin} side={event.origins.find((origin) => origin.name === by.origin)?.side ?? null} />
            </dd>
          ))}
          {figure.by.length > ORIGINS ? (
            <dd className="meta">and {plural(figure.by.length - ORIGINS, 'origin')} more</dd>
          ) : null}
        </div>
      ))}
      {figures.length > MEASURES ? (
        <div className="meta">
          <dt className="visually-hidden">More</dt>
          <dd>and {plural(figures.length - MEASURES, 'measure')} more</dd>
        </div>
      ) : null}
    </dl>
  );
}
