import { useEffect, useState } from 'react';
import { Refusal, sign, signature, takeToken, write } from '../api.ts';
import { useFilters, withQuery } from '../filters.ts';
import { plural } from '../format.ts';
import { Agreements } from '../parts/agreements.tsx';
import { Standing } from '../parts/standing.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { refresh, usePages, useQuery } from '../query.ts';
import { useRouter } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { EventRow, Me } from '../wire.ts';
import { Workbench } from './workbench.tsx';

/** What needs a person most, first; one event after the other, claim by claim, by keyboard alone. */
export default function ReviewView() {
  useTitle('Review');
  const { filters, active } = useFilters();
  const { query, go } = useRouter();
  const [name, setName] = useState(signature());
  const queue = usePages<EventRow>(withQuery('/review/queue', { ...filters, reviewer: name, limit: 40 }));
  const asked = query.get('event');
  const event = asked ?? queue.items[0]?.event.id ?? null;
  const open = (id: string) => go(withQuery('/review', { ...Object.fromEntries(query), event: id }), { replace: true });
  const at = queue.items.findIndex((row) => row.event.id === event);

  return (
    <>
      <header className="view-head review-head">
        <div>
          <h1>Review</h1>
          <p className="deck">
            The most disputed events that you have not judged yet. Every act is kept with your name and reason, can be
            undone, and outlives rereading and relinking.
          </p>
        </div>
        <Reviewer name={name} onName={setName} />
      </header>
      {queue.error ? <Failing error={queue.error} again={queue.again} /> : null}
      {queue.loading ? <Loading what="the queue" /> : null}
      {!queue.loading && !queue.error && queue.items.length === 0 && !asked ? (
        <Empty title={active > 0 ? 'Nothing to review with these filters' : 'Nothing is left to review'}>
          New events come here as articles are read.
        </Empty>
      ) : null}
      {event ? (
        <div className="review">
          <nav className="queue" aria-label="Queue">
            <p className="over">Queue</p>
            <ol>
              {queue.items.map((row) => (
                <li key={row.event.id}>
                  <button
                    type="button"
                    aria-current={row.event.id === event ? 'true' : undefined}
                    onClick={() => open(row.event.id)}
                  >
                    <Standing standing={row.event.standing} />
                    <b>{row.event.title}</b>
                    <span className="meta">
                      {row.disputes > 0 ? `${plural(row.disputes, 'dispute')}, ` : ''}
                      {plural(row.claims, 'claim')}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            {queue.done ? null : (
              <button type="button" className="button plain" onClick={queue.more}>
                More
              </button>
            )}
          </nav>
          <Workbench
            key={event}
            id={event}
            onNext={() => queue.items[at + 1] && open(queue.items[at + 1].event.id)}
            onPrevious={() => at > 0 && open(queue.items[at - 1].event.id)}
            onGone={() => go(withQuery('/review', { ...Object.fromEntries(query), event: null }), { replace: true })}
          />
        </div>
      ) : null}
      <Agreements />
    </>
  );
}

/** On the reviewer's own machine they say who they are; a token says it by itself. */
function Reviewer({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { data: me } = useQuery<Me>('/me');
  const [draft, setDraft] = useState(name);
  useEffect(() => setDraft(name), [name]);
  if (me && !me.local) return <p className="meta">You review as {me.name}</p>;
  return (
    <form
      className="reviewer"
      onSubmit={(submit) => {
        submit.preventDefault();
        const next = draft.trim() || 'desk';
        sign(next);
        takeToken(null);
        onName(next);
      }}
    >
      <label className="field">
        You review as
        <input name="reviewer" value={draft} maxLength={80} onChange={(change) => setDraft(change.target.value)} />
      </label>
      {draft !== name ? (
        <button type="submit" className="button">
          Sign so
        </button>
      ) : null}
    </form>
  );
}

/** Sends an act; throws a Refusal. What is on screen is read anew. */
export async function act(body: Record<string, unknown>): Promise<void> {
  try {
    await write('/reviews', body);
  } finally {
    refresh();
  }
}

export const wordsOf = (cause: unknown): string => (cause instanceof Refusal ? cause.message : String(cause));
