import { valueWords } from '../format.ts';
import { Link } from '../router.tsx';
import type { DisputeRow } from '../wire.ts';
import { DISPUTES } from '../words.ts';
import { Moment } from './claim-source.tsx';
import { Figure } from './figure.tsx';

/** A dispute in brief: what about, why, and the numbers that clash. */
export function DisputeNote({ dispute }: { dispute: DisputeRow }) {
  const numbers = dispute.words.filter((row) => row.claim.value);
  return (
    <article className="note">
      <h3>
        <Link to={`/events/${dispute.event.id}`}>{dispute.event.title}</Link>
      </h3>
      <p>{dispute.note}</p>
      <p className="meta">
        {DISPUTES[dispute.kind]}
        {dispute.since ? (
          <>
            {' '}
            since <Moment at={dispute.since} />
          </>
        ) : null}
        {numbers.map((row) => (
          <span key={row.claim.id}>
            {' · '}
            <Figure claims={[row.claim.id]} row={row}>
              {valueWords(row.claim.value!)}
            </Figure>
          </span>
        ))}
      </p>
    </article>
  );
}
