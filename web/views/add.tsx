import { type ReactNode, useRef, useState } from 'react';
import { Refusal, send, write } from '../api.ts';
import { plural } from '../format.ts';
import { refresh } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { Filed } from '../wire.ts';

interface Outcome extends Filed {
  key: number;
}

const ENDINGS = '.txt,.md,.json,.jsonl,.html,.htm,.gz';

/** Paste a text, give an address, drop files; what became of each is told as it comes. */
export default function Add() {
  useTitle('Add');
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [doing, setDoing] = useState<{ what: string; done: number; of: number | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const count = useRef(0);

  const told = (filed: Filed) => setOutcomes((before) => [{ ...filed, key: count.current++ }, ...before]);
  const work = async (what: string, job: () => Promise<void>, of: number | null = null) => {
    setProblem(null);
    setDoing({ what, done: 0, of });
    try {
      await job();
    } catch (refusal) {
      setProblem(refusal instanceof Refusal ? refusal.message : String(refusal));
    }
    setDoing(null);
    refresh();
  };

  const files = (chosen: readonly File[]) =>
    work(
      chosen.length === 1 ? chosen[0].name : plural(chosen.length, 'file'),
      async () => {
        for (const [at, file] of chosen.entries()) {
          setDoing({ what: file.name, done: at, of: chosen.length });
          try {
            await send(file, told);
          } catch (refusal) {
            told({
              document: null,
              title: file.name,
              status: 'refused',
              reason: (refusal as Error).message,
              claims: 0,
              events: [],
              disputes: 0,
            });
          }
        }
      },
      chosen.length,
    );

  return (
    <>
      <h1>Add articles</h1>
      <p className="deck">
        What is read here is filed for good: the text, every claim in it with its exact words, and the events they
        belong to.
      </p>
      <div className="add">
        <TextForm
          busy={doing !== null}
          onSubmit={(text) => work('the text', async () => told(await write<Filed>('/ingest/text', text)))}
        />
        <div className="add-side">
          <AddressForm busy={doing !== null} onSubmit={(url) => work(url, () => send(url, told))} />
          <Drop busy={doing !== null} onFiles={files} />
        </div>
      </div>
      <div aria-live="polite">
        {doing ? (
          <p className="progress">
            Reading {doing.what}… {doing.of !== null && doing.of > 1 ? `${doing.done} of ${doing.of}` : ''}
            <progress max={doing.of ?? undefined} value={doing.of ? doing.done : undefined} aria-label="Progress" />
          </p>
        ) : null}
        {problem ? (
          <p className="notice wrong" role="alert">
            {problem}
          </p>
        ) : null}
        {outcomes.length > 0 ? (
          <section className="section" aria-labelledby="outcomes">
            <h2 id="outcomes">What became of it</h2>
            <ol className="outcomes">
              {outcomes.map((outcome) => (
                <li key={outcome.key} className={outcome.status}>
                  <WhatBecame outcome={outcome} />
                </li>
              ))}
            </ol>
          </section>
        ) : null}
      </div>
    </>
  );
}

function WhatBecame({ outcome }: { outcome: Outcome }): ReactNode {
  const title = outcome.title ?? 'Untitled';
  if (outcome.status === 'refused') {
    return (
      <>
        <b>Refused:</b> {title}
        <p className="meta">{outcome.reason}</p>
      </>
    );
  }
  return (
    <>
      <b>{outcome.status === 'new' ? 'Read:' : 'Known already:'}</b>{' '}
      <Link to={`/documents/${outcome.document}`}>{title}</Link>
      <p className="meta">
        {plural(outcome.claims, 'claim')} on{' '}
        {outcome.events.length === 1 ? (
          <Link to={`/events/${outcome.events[0]}`}>one event</Link>
        ) : (
          plural(outcome.events.length, 'event')
        )}
        {outcome.disputes > 0 ? `, ${plural(outcome.disputes, 'dispute')}` : ''}
      </p>
    </>
  );
}

function TextForm({ busy, onSubmit }: { busy: boolean; onSubmit: (article: Record<string, string | null>) => void }) {
  return (
    <form
      className="add-text"
      onSubmit={(submit) => {
        submit.preventDefault();
        const given = Object.fromEntries(
          [...new FormData(submit.currentTarget)].map(([name, value]) => [name, String(value).trim() || null]),
        );
        onSubmit(given);
      }}
    >
      <h2>Paste a text</h2>
      <label className="field">
        Text
        <textarea name="text" rows={14} required maxLength={2_000_000} />
      </label>
      <div className="add-fields">
        <label className="field">
          Title
          <input name="title" maxLength={500} />
        </label>
        <label className="field">
          Outlet
          <input name="outlet" maxLength={500} />
        </label>
        <label className="field">
          Published
          <input name="published" type="date" aria-describedby="published-help" />
        </label>
        <label className="field">
          Address
          <input name="url" type="url" maxLength={2000} placeholder="https://" />
        </label>
      </div>
      <p className="meta" id="published-help">
        Without its day of publication, “on Tuesday” stays unresolved: nothing takes today’s date.
      </p>
      <button type="submit" className="button main" disabled={busy}>
        Read it
      </button>
    </form>
  );
}

const AddressForm = ({ busy, onSubmit }: { busy: boolean; onSubmit: (url: string) => void }) => (
  <form
    onSubmit={(submit) => {
      submit.preventDefault();
      onSubmit(String(new FormData(submit.currentTarget).get('url')));
    }}
  >
    <h2>Give an address</h2>
    <label className="field">
      Address of an article
      <input name="url" type="url" required maxLength={2000} placeholder="https://" />
    </label>
    <button type="submit" className="button" disabled={busy}>
      Fetch and read it
    </button>
  </form>
);

function Drop({ busy, onFiles }: { busy: boolean; onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(drag) => {
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault();
        setOver(false);
        if (!busy) onFiles([...drop.dataTransfer.files]);
      }}
    >
      <h2>Drop files</h2>
      <p className="meta">.txt, .md, .html, .json, .jsonl, also .gz; up to 8 MB each</p>
      <label className="button">
        Choose files
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept={ENDINGS}
          disabled={busy}
          onChange={(change) => {
            onFiles([...(change.target.files ?? [])]);
            change.target.value = '';
          }}
        />
      </label>
    </div>
  );
}
