import { useMemo } from 'react';
import { segmentsOf } from '../segments.ts';
import type { Claim } from '../wire.ts';
import { useSideColour } from './sides.tsx';

interface Props {
  text: string;
  claims: readonly Claim[];
  chosen: Claim | null;
  /** Characters to mark besides, half-open. */
  marked: { start: number; end: number } | null;
  onChoose: (claim: Claim) => void;
}

/** An article's text, as text nodes and nothing else, with every claim underlined in its side's colour and every number marked. */
export function MarkedText({ text, claims, chosen, marked, onChoose }: Props) {
  const colour = useSideColour();
  const paragraphs = useMemo(() => paragraphsOf(text, claims, marked), [text, claims, marked]);
  return (
    <div className="text" lang="en">
      {paragraphs.map((segments) => (
        <p key={segments[0].start}>
          {segments.map(({ start, end, claims: covering, value }) => {
            const words = text.slice(start, end);
            const askedFor = marked !== null && marked.start < end && start < marked.end;
            if (covering.length === 0)
              return askedFor ? (
                <mark key={start} className="chosen">
                  {words}
                </mark>
              ) : (
                words
              );
            const inChosen = chosen !== null && covering.includes(chosen);
            const narrowest = covering.at(-1)!;
            // A second press on the same words opens the next claim that covers them.
            const next = inChosen
              ? covering[(covering.indexOf(chosen) + covering.length - 1) % covering.length]
              : narrowest;
            const classes = [
              'claimed',
              `depth-${Math.min(3, covering.length)}`,
              value ? 'number' : '',
              inChosen ? 'chosen' : '',
              askedFor ? 'asked' : '',
            ];
            return (
              <a
                key={start}
                href={`#${next.id}`}
                className={classes.filter(Boolean).join(' ')}
                style={
                  { '--side': colour((inChosen ? chosen : narrowest).source?.side ?? null) } as React.CSSProperties
                }
                onClick={(press) => {
                  press.preventDefault();
                  onChoose(next);
                }}
              >
                {words}
              </a>
            );
          })}
        </p>
      ))}
    </div>
  );
}

/** The segments of each paragraph; what lies between paragraphs is only blank. */
function paragraphsOf(text: string, claims: readonly Claim[], marked: Props['marked']) {
  const breaks = [...text.matchAll(/\n+/g)].map((found) => [found.index, found.index + found[0].length] as const);
  const edges = [0, ...breaks.flat(), text.length];
  const paragraphs: { start: number; end: number }[] = [];
  for (let at = 0; at < edges.length; at += 2)
    if (edges[at] < edges[at + 1]) paragraphs.push({ start: edges[at], end: edges[at + 1] });
  const segments = segmentsOf(text, claims, marked ? [marked.start, marked.end] : []);
  let from = 0;
  return paragraphs.map(({ start, end }) => {
    while (segments[from] && segments[from].end <= start) from++;
    const within = [];
    for (let at = from; at < segments.length && segments[at].start < end; at++) {
      within.push({
        ...segments[at],
        start: Math.max(start, segments[at].start),
        end: Math.min(end, segments[at].end),
      });
    }
    return within;
  });
}
