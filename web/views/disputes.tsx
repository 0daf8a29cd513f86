import { useFilters, withQuery } from '../filters.ts';
import { valueWords } from '../format.ts';
import { ClaimSource, Moment, Published } from '../parts/claim-source.tsx';
import { EndlessList } from '../parts/endless-list.tsx';
import { Figure } from '../parts/figure.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { Standing } from '../parts/standing.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { usePages } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { DisputeRow } from '../wire.ts';
import { DISPUTES, STANCES } from '../words.ts';

const keyOf = (dispute: DisputeRow) => dispute.id;

/** Everything that cannot all be true, or that somebody denies, the newest first, with the words that clash side by side. */
export default function Disputes() {
  useTitle('Disputes');
  const { filters, active } = useFilters();
  const { items, loading, error, more, done, again } = usePages<DisputeRow>(
    withQuery('/disputes', { ...filters, limit: 30 }),
  );
  return (
    <>
      <h1>Disputes</h1>
      <p className="deck">
        Claims on one event that cannot all be true, or that somebody denies. A later toll from the same origin is an
        update and stands in no dispute.
      </p>
      {error ? <Failing error={error} again={again} /> : null}
      {loading ? <Loading what="disputes" /> : null}
      {!loading && !error && items.length === 0 ? (
        <Empty title={active > 0 ? 'No dispute matches these filters' : 'Nothing is disputed'}>
          {active > 0
            ? 'Remove one of them, or search for other words.'
            : 'As soon as two origins contradict each other, it stands here.'}
        </Empty>
      ) : null}
      <div className="worklist">
        <EndlessList items={items} keyOf={keyOf} more={more} done={done} label="Disputes">
          {(dispute) => <Dispute dispute={dispute} />}
        </EndlessList>
      </div>
    </>
  );
}

const Dispute = ({ dispute }: { dispute: DisputeRow }) => (
  <article className="dispute">
    <header>
      <p className="over">
        {DISPUTES[dispute.kind]}
        {dispute.since ? (
          <span className="dispute-since">
            {' '}
            since <Moment at={dispute.since} />
          </span>
        ) : null}
      </p>
      <h2>
        <Link to={`/events/${dispute.event.id}`}>{dispute.event.title}</Link>
      </h2>
      {dispute.event.standing === 'contested' ? null : <Standing standing={dispute.event.standing} />}
      <p className="dispute-note">{dispute.note}</p>
    </header>
    <div className="against">
      {dispute.words.map((row) => (
        <figure key={row.claim.id} className="quoted">
          {row.claim.value || row.claim.stance !== 'asserts' ? (
            <p className="against-value">
              <Figure claims={[row.claim.id]} row={row} className="big">
                {row.claim.value ? valueWords(row.claim.value) : STANCES[row.claim.stance]}
              </Figure>
            </p>
          ) : null}
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
      ))}
      {dispute.claims.length > dispute.words.length ? (
        <p className="meta">
          <Link to={`/events/${dispute.event.id}`}>and {dispute.claims.length - dispute.words.length} more</Link>
        </p>
      ) : null}
    </div>
  </article>
);
