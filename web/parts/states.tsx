import type { ReactNode } from 'react';
import type { Refusal } from '../api.ts';

/** While it is read: quiet at first, so that a quick answer does not flicker. */
export const Loading = ({ what }: { what: string }) => (
  <div className="state loading" role="status">
    <span className="visually-hidden">Reading {what}…</span>
    <i aria-hidden="true" />
    <i aria-hidden="true" />
    <i aria-hidden="true" />
  </div>
);

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="state empty">
    <h2>{title}</h2>
    {children ? <p>{children}</p> : null}
  </div>
);

/** What went wrong in the server's own words, and the one thing to do about it. */
export const Failing = ({ error, again }: { error: Refusal; again?: () => void }) => (
  <div className="state failing" role="alert">
    <h2>{error.problem.title}</h2>
    <p>{error.message}</p>
    {again ? (
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    ) : null}
  </div>
);
