import { useState } from 'react';
import { spanWords, valueWords } from '../format.ts';
import { useQuery } from '../query.ts';
import { Link } from '../router.tsx';
import type { Claim, ClaimRow, DocumentInfo, EventRow } from '../wire.ts';
import { itemWords, measureWords, STANCES, TYPES } from '../words.ts';
import { ClaimSource } from './claim-source.tsx';
import { wordsAt } from './figure.tsx';
import { Standing } from './standing.tsx';

interface Props {
  claim: Claim;
  document: DocumentInfo;
  open: boolean;
  onChoose: () => void;
}

/** One claim beside its article: in a line, and when it is chosen with all that was read of it and the event it stands in. */
export function ClaimCard({ claim, document, open, onChoose }: Props) {
  return (
    <div className={open ? 'claim-card open' : 'claim-card'}>
      <button type="button" aria-expanded={open} onClick={onChoose}>
        <b>{headline(claim)}</b>
        <span className="meta">
          <ClaimSource claim={claim} />
        </span>
      </button>
      {open ? <Details claim={claim} document={document} /> : null}
    </div>
  );
}

/** A claim in a few words: "Killed: 31 people", "denies", "Damage". */
export function headline(claim: Claim): string {
  if (claim.measure && claim.value) {
    const item = claim.item
      ? ` ${claim.value.low === 1 && claim.value.high === 1 ? claim.item : itemWords(claim.item)}`
      : '';
    return `${measureWords(claim.measure)}: ${valueWords(claim.value)}${item}`;
  }
  if (claim.kind === 'response') return `Answer: ${STANCES[claim.stance]}`;
  if (claim.kind === 'superlative') return 'Record claimed';
  return TYPES[claim.type];
}

function Details({ claim, document }: { claim: Claim; document: DocumentInfo }) {
  const { data: row } = useQuery<ClaimRow>(`/claims/${claim.id}`);
  const { data: event } = useQuery<EventRow>(row?.event ? `/events/${row.event}` : null);
  const facts: [string, string | null][] = [
    ['Words', claim.cue ? `“${claim.cue.text}”` : null],
    ['Kind', `${claim.kind}, ${TYPES[claim.type].toLowerCase()}`],
    ['Modality', claim.modality === 'actual' ? null : claim.modality],
    ['Hedges', claim.hedges.length > 0 ? claim.hedges.join(', ') : null],
    ['By whom', claim.actor?.name ?? null],
    ['To whom', claim.target?.name ?? null],
    ['With', claim.weapon],
    ['Where', claim.place?.name ?? null],
    ['When', claim.time ? spanWords(claim.time.from, claim.time.to) : null],
    ['Read by', claim.extractor],
  ];
  return (
    <div className="claim-details">
      <dl>
        {facts.map(([name, fact]) =>
          fact === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
        )}
      </dl>
      {event ? (
        <p className="claim-event">
          <Standing standing={event.event.standing} /> <Link to={`/events/${event.event.id}`}>{event.event.title}</Link>
        </p>
      ) : null}
      <CopyLink address={wordsAt({ claim, document })} />
    </div>
  );
}

function CopyLink({ address }: { address: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="button plain"
      onClick={() =>
        navigator.clipboard.writeText(new URL(address, location.href).href).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span role="status">{copied ? 'Copied' : 'Copy a link to these words'}</span>
    </button>
  );
}
