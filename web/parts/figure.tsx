import type { ReactNode } from 'react';
import { Link } from '../router.tsx';
import type { ClaimRow } from '../wire.ts';
import { useSource } from './source-card.tsx';

/** The lasting address of a claim's words: the article's id hangs on its text alone, and the characters are named beside the claim. */
export const wordsAt = ({ claim, document }: Pick<ClaimRow, 'claim' | 'document'>): string =>
  `/documents/${document.id}?at=${claim.content.start}-${claim.content.end}#${claim.id}`;

interface Props {
  /** Whose words the number is, the one that counts first. */
  claims: readonly string[];
  /** Where it is known, the claim itself: the link then goes straight to its words. */
  row?: ClaimRow;
  className?: string;
  label?: string;
  children: ReactNode;
}

/** A number. It is never without its source: hover or focus shows the sentence, a click lands on it in the article. */
export function Figure({ claims, row, className = '', label, children }: Props) {
  const source = useSource(claims);
  return (
    <Link
      className={`figure ${className}`}
      to={row ? wordsAt(row) : `/claims/${claims[0]}`}
      aria-label={label}
      {...source}
    >
      {children}
    </Link>
  );
}
