import { createContext, type ReactNode, use, useMemo } from 'react';
import { useQuery } from '../query.ts';
import type { LedgerInfo } from '../wire.ts';

const COLOURS = 6;
const SidesContext = createContext<ReadonlyMap<string, string>>(new Map());

/** Hands a colour to each side, the same on every view: the six that speak most have one of their own. */
export function SidesProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery<LedgerInfo>('/ledger');
  const names = data?.sides.slice(0, COLOURS).join('\n') ?? '';
  const colours = useMemo(() => new Map(names.split('\n').map((name, at) => [name, `var(--side-${at})`])), [names]);
  return <SidesContext value={colours}>{children}</SidesContext>;
}

const NOBODY = 'var(--side-none)';

/** The colour of a side, as CSS; grey for nobody's and for those beyond the six. */
export function useSideColour(): (side: string | null) => string {
  const colours = use(SidesContext);
  return (side) => (side === null ? NOBODY : (colours.get(side) ?? NOBODY));
}

/** A party with its side's mark. The name is always there in words: the colour only helps the eye. */
export function Party({ name, side, children }: { name: string; side: string | null; children?: ReactNode }) {
  const colour = useSideColour();
  return (
    <span className="party" title={side && side !== name ? `${name} (${side})` : name}>
      <i className="party-mark" style={{ background: colour(side) }} aria-hidden="true" />
      {children ?? name}
    </span>
  );
}
