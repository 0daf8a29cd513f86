import { useEffect, useRef, useState } from 'react';
import { write } from '../api.ts';
import { plural, valueWords } from '../format.ts';
import { useKeys } from '../keys.ts';
import { type Act, ActForm, CorrectForm, MergeForm, SplitForm } from '../parts/act-form.tsx';
import { headline } from '../parts/claim-card.tsx';
import { ClaimSource, Published } from '../parts/claim-source.tsx';
import { Figure, wordsAt } from '../parts/figure.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { ReviewHistory } from '../parts/review-history.tsx';
import { Standing } from '../parts/standing.tsx';
import { Failing, Loading } from '../parts/states.tsx';
import { refresh, useQuery } from '../query.ts';
import { Link, useRouter } from '../router.tsx';
import type { ClaimRow, EventPage, Page, Review } from '../wire.ts';
import { act, wordsOf } from './review.tsx';

type Open = 'correct' | 'reject' | 'merge' | 'split' | 'confirmed' | 'rejected' | null;

interface Props {
  id: string;
  onNext: () => void;
  onPrevious: () => void;
  /** The event is no more: its claims went to another. */
  onGone: () => void;
}

/** One event under review: its claims one at a time with the exact words, and the acts, each by one key. */
export function Workbench({ id, onNext, onPrevious, onGone }: Props) {
  const { data, error, again } = useQuery<EventPage>(`/events/${encodeURIComponent(id)}`);
  const { data: mine } = useQuery<Page<Review>>('/reviews?limit=100');
  const { go } = useRouter();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState<string | null>(null);
  const current = useRef<HTMLLIElement>(null);
  const filed = data?.filed ?? [];
  const row: ClaimRow | undefined = filed[Math.min(at, filed.length - 1)];
  const judged = new Map<string, Review>();
  for (const review of mine?.items ?? []) {
    if (
      review.undone_by === null &&
      ['accept', 'correct', 'reject'].includes(review.action) &&
      !judged.has(review.subject)
    )
      judged.set(review.subject, review);
  }

  const done = async (job: () => Promise<void>, words: string) => {
    try {
      await job();
      setSaid(words);
      setOpen(null);
    } catch (cause) {
      setSaid(wordsOf(cause));
    }
  };
  const send = (given: Act, reason: string) => done(() => act({ ...given, reason }), `${DONE[given.action]}.`);
  const accept = () => {
    if (!row) return;
    done(() => act({ action: 'accept', subject: row.claim.id, reason: 'Read; it says so' }), 'Accepted.');
    if (at < filed.length - 1) setAt(at + 1);
  };
  const undo = (review: Review) =>
    done(() => write(`/reviews/${review.id}/undo`, { reason: 'Taken back' }).then(refresh), 'Taken back.');
  const last = mine?.items.find((review) => review.undone_by === null && review.action !== 'undo');

  useKeys(
    open || !row
      ? { Escape: () => setOpen(null) }
      : {
          j: () => setAt(Math.min(filed.length - 1, at + 1)),
          k: () => setAt(Math.max(0, at - 1)),
          J: onNext,
          K: onPrevious,
          a: accept,
          c: () => setOpen('correct'),
          r: () => setOpen('reject'),
          s: () => setOpen('split'),
          m: () => setOpen('merge'),
          y: () => setOpen('confirmed'),
          n: () => setOpen('rejected'),
          o: () => row && go(wordsAt(row)),
          u: () => last && undo(last),
        },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the place in the list
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  if (error?.problem.status === 404) {
    return (
      <section className="workbench">
        <p className="notice" role="status">
          {said ? `${said} ` : ''}This event is no more: its claims stand in another now.
        </p>
        <button type="button" className="button" onClick={onGone}>
          Go on with the queue
        </button>
        {mine && last ? <ReviewHistory reviews={mine.items} onUndo={undo} /> : null}
      </section>
    );
  }
  if (error) return <Failing error={error} again={again} />;
  if (!data || !row) return <Loading what="the event" />;
  const close = () => setOpen(null);
  const forms = { onSend: send, onClose: close };
  return (
    <section className="workbench" aria-label={data.event.title}>
      <header>
        <h2>
          <Link to={`/events/${id}`}>{data.event.title}</Link>
        </h2>
        <p className="workbench-standing">
          <Standing standing={data.event.standing} />
          <Key name="y" label="Confirm event" onPress={() => setOpen('confirmed')} />
          <Key name="n" label="Reject event" onPress={() => setOpen('rejected')} />
          <Key name="m" label="Merge" onPress={() => setOpen('merge')} />
          <Key name="u" label="Undo last" onPress={() => last && undo(last)} />
        </p>
        {data.event.disputes.length > 0 ? (
          <details open={data.event.disputes.length < 3}>
            <summary className="meta">{plural(data.event.disputes.length, 'dispute')}</summary>
            {data.event.disputes.map((dispute) => (
              <p key={`${dispute.kind} ${dispute.claims.join(' ')}`} className="dispute-note">
                {dispute.note}
              </p>
            ))}
          </details>
        ) : null}
      </header>
      <p className="visually-hidden" role="status">
        Claim {at + 1} of {filed.length}
      </p>
      <ol className="bench-claims">
        {filed.map((each, index) => (
          <li
            key={each.claim.id}
            ref={each === row ? current : undefined}
            aria-current={each === row ? 'true' : undefined}
          >
            {each === row ? (
              <>
                <p className="bench-head">
                  <b>{headline(each.claim)}</b> <Judged review={judged.get(each.claim.id)} />
                </p>
                <blockquote>
                  <MarkedSentence row={each} />
                </blockquote>
                <p className="meta">
                  <ClaimSource claim={each.claim} /> · {each.document.outlet ?? 'Outlet unknown'} ·{' '}
                  <Published at={each.document.published} /> ·{' '}
                  <Figure claims={[each.claim.id]} row={each}>
                    in the article
                  </Figure>
                </p>
                {open === null ? (
                  <p className="act-buttons">
                    <Key name="a" label="Accept" onPress={accept} />
                    <Key name="c" label="Correct" onPress={() => setOpen('correct')} />
                    <Key name="r" label="Reject" onPress={() => setOpen('reject')} />
                    <Key name="s" label="Split off" onPress={() => setOpen('split')} />
                    <Key name="o" label="Open" onPress={() => go(wordsAt(each))} />
                  </p>
                ) : null}
                {open === 'correct' ? <CorrectForm row={each} {...forms} /> : null}
                {open === 'reject' ? (
                  <ActForm title="Reject" act={{ action: 'reject', subject: each.claim.id }} {...forms} />
                ) : null}
                {open === 'split' ? <SplitForm row={each} filed={filed} {...forms} /> : null}
                {open === 'merge' ? <MergeForm row={each} event={id} {...forms} /> : null}
                {open === 'confirmed' || open === 'rejected' ? (
                  <ActForm
                    title={open === 'confirmed' ? 'Confirm the event' : 'Reject the event'}
                    act={{ action: 'standing', subject: each.claim.id, new: open }}
                    {...forms}
                  />
                ) : null}
              </>
            ) : (
              <button type="button" className="bench-line" onClick={() => setAt(index)}>
                <b>{each.claim.value ? valueWords(each.claim.value) : headline(each.claim)}</b>
                <span>{each.quote}</span>
                <Judged review={judged.get(each.claim.id)} />
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="said-so" role="status">
        {said}
      </p>
      <p className="meta keys-hint">
        <kbd>j</kbd> <kbd>k</kbd> claim, <kbd>J</kbd> <kbd>K</kbd> event
      </p>
      {mine ? <ReviewHistory reviews={mine.items} onUndo={undo} /> : null}
    </section>
  );
}

const DONE: Record<string, string> = {
  accept: 'Accepted',
  correct: 'Corrected',
  reject: 'Rejected',
  same: 'Merged',
  different: 'Split',
  standing: 'Standing set',
};

const Key = ({ name, label, onPress }: { name: string; label: string; onPress: () => void }) => (
  <button type="button" className="button" aria-keyshortcuts={name} onClick={onPress}>
    {label} <kbd>{name}</kbd>
  </button>
);

const Judged = ({ review }: { review: Review | undefined }) =>
  review ? (
    <span className="judged">
      {DONE[review.action].toLowerCase()} by {review.by}
    </span>
  ) : null;
