import { type ReactNode, useState } from 'react';
import { hasToken, takeToken } from '../api.ts';
import { refresh, useQuery } from '../query.ts';
import type { Me } from '../wire.ts';
import { Failing } from './states.tsx';

/** Where the server asks for a token, asks the reader for theirs; it is kept in this tab and nowhere else. */
export function TokenGate({ children }: { children: ReactNode }) {
  const { data: me, error, again } = useQuery<Me>('/me');
  const [draft, setDraft] = useState('');
  if (error && error.problem.status !== 401)
    return <div className="gate">{<Failing error={error} again={again} />}</div>;
  if (!error && me?.role !== 'none') return children;
  return (
    <form
      className="gate"
      onSubmit={(submit) => {
        submit.preventDefault();
        takeToken(draft.trim());
        refresh();
        again();
      }}
    >
      <p className="wordmark">Counterclaim</p>
      <h1>This ledger asks who you are</h1>
      <p>
        Paste the token that you were given. Whoever keeps the ledger makes one with{' '}
        <code>counterclaim token add NAME --role reader</code>.
      </p>
      {error && hasToken() ? (
        <p className="wrong" role="alert">
          {error.message}
        </p>
      ) : null}
      <label className="field">
        Token
        <input
          type="password"
          name="token"
          autoComplete="off"
          required
          value={draft}
          onChange={(change) => setDraft(change.target.value)}
        />
      </label>
      <button type="submit" className="button main">
        Open the ledger
      </button>
    </form>
  );
}
