import type { Standing as StandingName } from '../wire.ts';
import { STANDINGS } from '../words.ts';

/** How well an event stands, in a word; the sign beside it keeps it from hanging on colour. */
export const Standing = ({ standing }: { standing: StandingName }) => (
  <span className={`standing ${standing}`} title={STANDINGS[standing].means}>
    <i aria-hidden="true">{SIGNS[standing]}</i>
    {STANDINGS[standing].label}
  </span>
);

const SIGNS: Record<StandingName, string> = {
  contested: '≠',
  corroborated: '=',
  'one-sided': '◐',
  'single-source': '·',
  confirmed: '✓',
  rejected: '✕',
};
