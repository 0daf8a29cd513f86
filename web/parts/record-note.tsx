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
        <b className={`record ${record.status}`}>{RECORDS[record.status]}.</b> <Verdict record={record} />
      </p>
    </article>
  );
}

/** The ledger's word on it; the event that breaks it is a link, where the note names it or behind. */
function Verdict({ record: { note, event, broken_by } }: { record: RecordRow }) {
  if (!event || !broken_by) return note;
  const at = note.indexOf(broken_by);
  const link = <Link to={`/events/${event}`}>{broken_by}</Link>;
  if (at < 0) {
    return (
      <>
        {note} {link}
      </>
    );
  }
  return (
    <>
      {note.slice(0, at)}
      {link}
      {note.slice(at + broken_by.length)}
    </>
  );
}
