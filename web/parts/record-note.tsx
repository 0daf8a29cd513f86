import { Link } from '../router.tsx';
import type { RecordRow } from '../wire.ts';
import { RECORDS } from '../words.ts';
import { Published } from './claim-source.tsx';
import { Figure } from './figure.tsx';

/** A record that somebody claims, and what the ledger says of it. */
export function RecordNote({ record }: { record: RecordRow }) {
  return (
    <article className="note">
      <h3>
        <Link to={`/events/${record.about.id}`}>{record.about.title}</Link>
      </h3>
      <blockquote>
        <Figure claims={[record.claim]}>{record.quote}</Figure>
      </blockquote>
      <p className="meta">
        {record.document.outlet ?? 'Outlet unknown'}, <Published at={record.document.published} />
      </p>
      <p>
        <b className={`record ${record.status}`}>{RECORDS[record.status]}.</b> {record.note}
        {record.event && record.broken_by ? (
          <>
            {' '}
            <Link to={`/events/${record.event}`}>{record.broken_by}</Link>
          </>
        ) : null}
      </p>
    </article>
  );
}
