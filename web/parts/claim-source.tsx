import { momentWords, ownClock } from '../format.ts';
import type { Claim } from '../wire.ts';
import { OWN_VOICE } from '../words.ts';
import { Party } from './sides.tsx';

/** Who says it, and through whom it came. */
export function ClaimSource({ claim }: { claim: Claim }) {
  return (
    <>
      <Party name={claim.source?.name ?? OWN_VOICE} side={claim.source?.side ?? null} />
      {claim.relays.length > 0 ? <> via {claim.relays.map((relay) => relay.name).join(', ')}</> : null}
    </>
  );
}

/** When an article was published: in the reader's zone, with the article's own clock beside it where that differs. */
export function Published({ at }: { at: string | null }) {
  if (!at) return <>date unknown</>;
  const own = ownClock(at);
  return (
    <time dateTime={at}>
      {momentWords(at)}
      {own ? <> ({own})</> : null}
    </time>
  );
}

/** A moment where there is little room, or that is nobody's clock but the ledger's: the reader's zone alone, the article's own on hover. */
export function Moment({ at }: { at: string | null }) {
  if (!at) return <>date unknown</>;
  return (
    <time dateTime={at} title={ownClock(at) ?? undefined}>
      {momentWords(at)}
    </time>
  );
}
