import type { Review } from '../wire.ts';
import { Moment } from './claim-source.tsx';

const ACTS: Record<Review['action'], string> = {
  accept: 'accepted',
  correct: 'corrected',
  reject: 'rejected',
  same: 'merged',
  different: 'split',
  standing: 'set the standing of',
  undo: 'took back an act on',
};
const SHOWN = 8;
const words = (value: unknown): string =>
  value === null || value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);

/** The latest acts: who, when, what it was, what it is, and why; each but an undoing can be undone. */
export function ReviewHistory({ reviews, onUndo }: { reviews: readonly Review[]; onUndo: (review: Review) => void }) {
  if (reviews.length === 0) return null;
  return (
    <section className="history" aria-label="Latest acts">
      <p className="over">Latest acts</p>
      <ol>
        {reviews.slice(0, SHOWN).map((review) => (
          <li key={review.id} className={review.undone_by === null ? undefined : 'undone'}>
            <span>
              <b>{review.by}</b> {ACTS[review.action]} <a href={`/claims/${review.subject}`}>a claim</a>
              {review.action === 'correct' ? (
                <>
                  : {review.field} {words(review.old)} → {words(review.new)}
                </>
              ) : null}
              {review.action === 'standing' ? `: ${words(review.new)}` : null}
              <span className="meta">
                {' '}
                “{review.reason}”, <Moment at={review.at} />
              </span>
            </span>
            {review.undone_by === null && review.action !== 'undo' ? (
              <button type="button" className="button plain" onClick={() => onUndo(review)}>
                Undo
              </button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
