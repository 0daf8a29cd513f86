import type { Event } from '../model/event.ts';
import type { Link } from '../model/ledger.ts';
import type { Draft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { weights } from './weights.ts';

/** Goes into every link, so that one can see which linker made it. */
export const LINKER = 'linker 1';

/** Why each claim stands where it stands: a passage by what it was matched with, a claim by the first of its passage. */
export function linksOf(event: Event, draft: Draft): Link[] {
  const link = (claim: string, other: string | null, score: number, reason: string, by = LINKER): Link => ({
    claim,
    event: event.id,
    other,
    score,
    reason,
    by,
  });
  return draft.passages.flatMap((passage) => {
    const evidence = draft.evidence.get(passage);
    const [first, ...rest] = passage.claims;
    const strongest = evidence?.reasons.reduce((a, b) => (b.points > a.points ? b : a));
    const head = strongest
      ? link(
          first.id,
          strongest.other.claims[0].id,
          scoreOf(evidence!),
          inWords(evidence!),
          evidence!.points === Number.POSITIVE_INFINITY ? strongest.why.split(':')[0] : LINKER,
        )
      : link(first.id, null, 0, 'the first of its event');
    return [
      head,
      ...rest.map((c) =>
        link(c.id, first.id, 0.95, c.about.includes(first.id) ? 'answers or ranks it' : 'told together in one passage'),
      ),
    ];
  });
}

/** 0.5 at the threshold, 1 only for a reviewer's word. */
const scoreOf = ({ points }: Evidence): number =>
  points === Number.POSITIVE_INFINITY ? 1 : Math.round((points / (points + weights.threshold)) * 1000) / 1000;

/** What spoke for it and against it, the strongest first. */
const inWords = ({ reasons }: Evidence): string =>
  [...reasons]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ points, why }) => (points < 0 ? `though ${why}` : why))
    .join('; ');
