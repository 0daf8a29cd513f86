import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asText, entered, fieldsOf } from '../correction.ts';
import { withQuery } from '../filters.ts';
import { useQuery } from '../query.ts';
import type { ClaimRow, EventRow, Page } from '../wire.ts';

/** An act on its way: everything but the reason and the name. */
export type Act = { action: string; subject: string; other?: string; field?: string; new?: unknown };

interface FormProps {
  title: string;
  /** Null while something is still missing. */
  act: Act | null;
  onSend: (act: Act, reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Every act but a plain acceptance is asked for its reason. */
export function ActForm({ title, act, onSend, onClose, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea, input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="act-form"
      aria-label={title}
      onKeyDown={(press) => press.key === 'Escape' && onClose()}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (act) onSend(act, reason.trim());
      }}
    >
      <h3>{title}</h3>
      {children}
      <label className="field">
        Why
        <input
          name="reason"
          required
          maxLength={1000}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
          autoComplete="off"
        />
      </label>
      <p className="act-buttons">
        <button type="submit" className="button main" disabled={act === null}>
          {title}
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

type Rest = Pick<FormProps, 'onSend' | 'onClose'>;

export function CorrectForm({ row, ...rest }: { row: ClaimRow } & Rest) {
  const fields = fieldsOf(row.claim);
  const [path, setPath] = useState(fields[0].path);
  const field = fields.find((each) => each.path === path)!;
  const [text, setText] = useState(asText(field));
  let act: Act | null = null;
  let wrong: string | null = null;
  try {
    const value = entered(field, text);
    if (text !== asText(field)) act = { action: 'correct', subject: row.claim.id, field: path, new: value };
  } catch (cause) {
    wrong = (cause as Error).message;
  }
  return (
    <ActForm title="Correct" act={act} {...rest}>
      <div className="act-fields">
        <label className="field">
          Field
          <select
            name="field"
            value={path}
            onChange={(change) => {
              setPath(change.target.value);
              setText(asText(fields.find((each) => each.path === change.target.value)!));
            }}
          >
            {fields.map((each) => (
              <option key={each.path} value={each.path}>
                {each.path}
                {each.entry === 'json' ? ' (the whole of it)' : ''}
              </option>
            ))}
          </select>
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: one of the three below is always there */}
        <label className="field">
          What it should be
          {field.entry === 'choice' ? (
            <select name="new" value={text} onChange={(change) => setText(change.target.value)}>
              {field.options!.map((option) => (
                <option key={option} value={option}>
                  {option || 'none'}
                </option>
              ))}
            </select>
          ) : field.entry === 'json' ? (
            <textarea name="new" rows={6} value={text} onChange={(change) => setText(change.target.value)} />
          ) : (
            <input
              name="new"
              type={field.entry === 'date' ? 'date' : 'text'}
              inputMode={field.entry === 'number' ? 'decimal' : undefined}
              value={text}
              placeholder="none"
              onChange={(change) => setText(change.target.value)}
            />
          )}
        </label>
      </div>
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </ActForm>
  );
}

/** Finds another event by its words; its first claim and this one are then said to be about the same event. */
export function MergeForm({ row, event, ...rest }: { row: ClaimRow; event: string } & Rest) {
  const [words, setWords] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const { data } = useQuery<Page<EventRow>>(
    withQuery('/events', { search: words.trim().length > 2 ? words.trim() : null, limit: 12 }),
  );
  const others = data?.items.filter((each) => each.event.id !== event) ?? [];
  return (
    <ActForm title="Merge" act={other === null ? null : { action: 'same', subject: row.claim.id, other }} {...rest}>
      <label className="field">
        Find the other event
        <input
          name="find"
          value={words}
          placeholder="Its words"
          autoComplete="off"
          onChange={(change) => setWords(change.target.value)}
        />
      </label>
      <fieldset className="choices">
        <legend>Which event is it?</legend>
        {others.map(({ event: each }) => (
          <label key={each.id}>
            <input
              type="radio"
              name="other"
              checked={other === each.claims[0]}
              onChange={() => setOther(each.claims[0])}
            />{' '}
            {each.title}
          </label>
        ))}
        {data && others.length === 0 ? <p className="meta">No other event has these words.</p> : null}
      </fieldset>
    </ActForm>
  );
}

/** Says of this claim and another of its event that they are about different events. */
export function SplitForm({ row, filed, ...rest }: { row: ClaimRow; filed: readonly ClaimRow[] } & Rest) {
  const others = filed.filter((each) => each.claim.id !== row.claim.id);
  const [other, setOther] = useState(others[0]?.claim.id ?? '');
  return (
    <ActForm title="Split" act={other ? { action: 'different', subject: row.claim.id, other } : null} {...rest}>
      <label className="field">
        It is about another event than
        <select name="other" value={other} onChange={(change) => setOther(change.target.value)}>
          {others.map((each) => (
            <option key={each.claim.id} value={each.claim.id}>
              {each.document.outlet ?? 'Unknown'}: {each.quote.slice(0, 90)}
            </option>
          ))}
        </select>
      </label>
    </ActForm>
  );
}
