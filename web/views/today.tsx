import { useFilters, withQuery } from '../filters.ts';
import { dayWords, plural } from '../format.ts';
import { DisputeNote } from '../parts/dispute-note.tsx';
import { EndlessList } from '../parts/endless-list.tsx';
import { EventRow } from '../parts/event-row.tsx';
import { RecordNote } from '../parts/record-note.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { usePages, useQuery } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { DisputeRow, EventPage, LedgerInfo, Page, RecordRow, EventRow as Row } from '../wire.ts';

const keyOf = (row: Row) => row.event.id;

/** What is disputed today, what is new, and which records fell. */
export function Today() {
  useTitle('Today');
  const { filters, keep, active } = useFilters();
  const events = usePages<Row>(withQuery('/events', { ...filters, limit: 50 }));
  const disputes = useQuery<Page<DisputeRow>>(withQuery('/disputes', { ...filters, limit: 12 }));
  const records = useQuery<Page<RecordRow>>(withQuery('/records', { ...filters, limit: 40 }));
  const newest = disputes.data?.items ?? [];
  const leadId = leading(newest);
  const { data: lead } = useQuery<EventPage>(leadId ? `/events/${leadId}` : null);
  const broken = records.data?.items.filter((record) => record.status === 'broken').slice(0, 4) ?? [];
  const rest = oneEach(newest.filter((dispute) => dispute.event.id !== leadId)).slice(0, 4);
  const aside = rest.length > 0 || broken.length > 0;

  return (
    <div className="today">
      <Summary />
      {events.error ? <Failing error={events.error} again={events.again} /> : null}
      {events.loading ? <Loading what="the latest events" /> : null}
      {!events.loading && !events.error && events.items.length === 0 ? (
        active > 0 ? (
          <Empty title="Nothing matches these filters">Remove one of them, or search for other words.</Empty>
        ) : (
          <Empty title="This ledger is empty">
            <Link to="/add">Add an article</Link>, or run <code>counterclaim ingest</code>.
          </Empty>
        )
      ) : null}
      {events.items.length > 0 ? (
        <div className={aside ? 'columns' : undefined}>
          {lead ? (
            <section className="today-lead" aria-labelledby="lead">
              <h2 className="over" id="lead">
                Disputed now
              </h2>
              <EventRow row={lead} lead />
            </section>
          ) : null}
          {aside ? (
            <aside className="today-aside" aria-label="Disputes and records">
              {rest.length > 0 ? (
                <section>
                  <h2 className="over">Became disputed</h2>
                  {rest.map((dispute) => (
                    <DisputeNote key={dispute.id} dispute={dispute} />
                  ))}
                  <p className="meta">
                    <Link to={keep('/disputes')}>All disputes</Link>
                  </p>
                </section>
              ) : null}
              {broken.length > 0 ? (
                <section>
                  <h2 className="over">Records that fell</h2>
                  {broken.map((record) => (
                    <RecordNote key={record.claim} record={record} />
                  ))}
                  <p className="meta">
                    <Link to={keep('/records')}>All records</Link>
                  </p>
                </section>
              ) : null}
            </aside>
          ) : null}
          <section className="today-events" aria-labelledby="latest">
            <h2 className="over" id="latest">
              Latest events
            </h2>
            <EndlessList items={events.items} keyOf={keyOf} more={events.more} done={events.done} label="Latest events">
              {(row) => <EventRow row={row} />}
            </EndlessList>
            {events.done ? null : <Loading what="more events" />}
          </section>
        </div>
      ) : null}
    </div>
  );
}

/** The event that most of the newest disputes are about; of equals, the one disputed last. */
function leading(disputes: readonly DisputeRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { event } of disputes) counts.set(event.id, (counts.get(event.id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Of several disputes about one event, the newest stands for all. */
function oneEach(disputes: readonly DisputeRow[]): DisputeRow[] {
  const seen = new Set<string>();
  return disputes.filter(({ event }) => !seen.has(event.id) && seen.add(event.id));
}

function Summary() {
  const { data } = useQuery<LedgerInfo>('/ledger');
  return (
    <>
      <h1 className="visually-hidden">Today: who claims what</h1>
      <p className="summary">
        {data ? (
          <>
            {plural(data.documents, 'article')} make {plural(data.claims, 'claim')} by {plural(data.origins, 'origin')}{' '}
            on {plural(data.events, 'event')}
            {data.from && data.to ? `, ${dayWords(data.from)} to ${dayWords(data.to)}` : ''}.{' '}
            <b>{plural(data.disputes, 'dispute')}</b> {data.disputes === 1 ? 'stands' : 'stand'}.
          </>
        ) : (
          ' '
        )}
      </p>
    </>
  );
}
