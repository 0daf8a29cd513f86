import { useEffect, useId, useState } from 'react';
import { FILTERS, type FilterName, useFilters } from '../filters.ts';
import { useQuery } from '../query.ts';
import type { LedgerInfo } from '../wire.ts';
import { STANDINGS, TYPES } from '../words.ts';

const LABELS: Record<FilterName, string> = {
  search: 'Words',
  since: 'Since',
  until: 'Until',
  place: 'Place',
  actor: 'Who did it, or to whom',
  origin: 'Who says it',
  type: 'Type',
  standing: 'Standing',
};

const shown = (name: FilterName, value: string): string => {
  if (name === 'type') return TYPES[value as keyof typeof TYPES] ?? value;
  if (name === 'standing') return STANDINGS[value as keyof typeof STANDINGS]?.label ?? value;
  return value;
};

/** The filters, on every view the same: what is asked stands in the address, so that a link shares it. */
export function Filters() {
  const { filters, active, set, clear } = useFilters();
  const [open, setOpen] = useState(false);
  const { data: ledger } = useQuery<LedgerInfo>('/ledger');
  const sides = useId();
  const panel = useId();
  return (
    <search className="filters">
      <div className="filters-line">
        <Text
          name="search"
          label="Search the ledger"
          hide
          value={filters.search}
          onCommit={(search) => set({ search })}
          placeholder="Search claims and articles"
        />
        <button
          type="button"
          className="button plain"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          Filters {active > 0 ? <b>{active}</b> : null} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </button>
        {FILTERS.filter((name) => name !== 'search' && filters[name]).map((name) => (
          <span key={name} className="chip">
            {LABELS[name]}: {shown(name, filters[name]!)}
            <button
              type="button"
              aria-label={`Remove the filter ${LABELS[name]}`}
              onClick={() => set({ [name]: undefined })}
            >
              ×
            </button>
          </span>
        ))}
        {active > 0 ? (
          <button type="button" className="button plain" onClick={clear}>
            Clear
          </button>
        ) : null}
      </div>
      <div className="filters-all" id={panel} hidden={!open}>
        <Text
          name="since"
          label={LABELS.since}
          type="date"
          value={filters.since}
          onCommit={(since) => set({ since })}
        />
        <Text
          name="until"
          label={LABELS.until}
          type="date"
          value={filters.until}
          onCommit={(until) => set({ until })}
        />
        <Text name="place" label={LABELS.place} value={filters.place} onCommit={(place) => set({ place })} />
        <Text
          name="origin"
          label={LABELS.origin}
          list={sides}
          value={filters.origin}
          onCommit={(origin) => set({ origin })}
        />
        <Text
          name="actor"
          label={LABELS.actor}
          list={sides}
          value={filters.actor}
          onCommit={(actor) => set({ actor })}
        />
        <Choice
          name="type"
          label={LABELS.type}
          options={Object.entries(TYPES)}
          value={filters.type}
          onCommit={(type) => set({ type })}
        />
        <Choice
          name="standing"
          label={LABELS.standing}
          options={Object.entries(STANDINGS).map(([value, { label }]) => [value, label])}
          value={filters.standing}
          onCommit={(standing) => set({ standing })}
        />
        <datalist id={sides}>
          {ledger?.sides.map((side) => (
            <option key={side} value={side} />
          ))}
        </datalist>
      </div>
    </search>
  );
}

interface TextProps {
  name: FilterName;
  label: string;
  value: string | undefined;
  onCommit: (value: string | undefined) => void;
  type?: 'date';
  list?: string;
  hide?: boolean;
  placeholder?: string;
}

/** A field that takes effect on Enter, on leaving it, and shortly after the last key. */
function Text({ name, label, value = '', onCommit, type, hide, ...rest }: TextProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) return;
    const due = setTimeout(() => onCommit(draft.trim() || undefined), 350);
    return () => clearTimeout(due);
  });
  const input = (
    <input
      type={type ?? (name === 'search' ? 'search' : 'text')}
      name={name}
      value={draft}
      autoComplete="off"
      aria-label={hide ? label : undefined}
      onChange={(change) => setDraft(change.target.value)}
      onKeyDown={(press) => {
        if (press.key === 'Enter') onCommit(draft.trim() || undefined);
      }}
      {...rest}
    />
  );
  if (hide) return input;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is the variable above
    <label className="field">
      {label}
      {input}
    </label>
  );
}

interface ChoiceProps {
  name: FilterName;
  label: string;
  options: readonly (readonly [string, string])[];
  value: string | undefined;
  onCommit: (value: string | undefined) => void;
}

const Choice = ({ name, label, options, value = '', onCommit }: ChoiceProps) => (
  <label className="field">
    {label}
    <select name={name} value={value} onChange={(change) => onCommit(change.target.value || undefined)}>
      <option value="">Any</option>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
