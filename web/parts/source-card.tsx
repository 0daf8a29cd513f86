import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { prefetch, useQuery } from '../query.ts';
import type { ClaimRow } from '../wire.ts';
import { ClaimSource, Published } from './claim-source.tsx';
import { MarkedSentence } from './marked-sentence.tsx';

interface Shown {
  anchor: HTMLElement;
  claims: readonly string[];
}

interface Cards {
  show(anchor: HTMLElement, claims: readonly string[]): void;
  hide(): void;
}

const CardsContext = createContext<Cards | null>(null);
const CARD = 'source-card';
const WAIT = 90;
const LINGER = 160;
const MOST = 3;

/** One card for the whole app: hover or focus on any number shows the sentence that it comes from, with the number marked. */
export function SourceCards({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((wait: number, next: Shown | null) => {
    clearTimeout(due.current);
    due.current = setTimeout(() => setShown(next), wait);
  }, []);
  const cards = useMemo<Cards>(
    () => ({ show: (anchor, claims) => later(WAIT, { anchor, claims }), hide: () => later(LINGER, null) }),
    [later],
  );

  useEffect(() => {
    if (!shown) return;
    const { anchor } = shown;
    anchor.setAttribute('aria-describedby', CARD);
    const close = (press: KeyboardEvent) => press.key === 'Escape' && setShown(null);
    const gone = () => setShown(null);
    addEventListener('keydown', close);
    addEventListener('scroll', gone, { passive: true });
    addEventListener('popstate', gone);
    return () => {
      anchor.removeAttribute('aria-describedby');
      removeEventListener('keydown', close);
      removeEventListener('scroll', gone);
      removeEventListener('popstate', gone);
    };
  }, [shown]);

  const open = shown?.anchor.isConnected ? shown : null;
  return (
    <CardsContext value={cards}>
      {children}
      {open ? (
        <Card shown={open} onEnter={() => clearTimeout(due.current)} onLeave={() => later(LINGER, null)} />
      ) : null}
    </CardsContext>
  );
}

function Card({ shown, onEnter, onLeave }: { shown: Shown; onEnter: () => void; onLeave: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = box.current!;
    const place = () => {
      const at = shown.anchor.getBoundingClientRect();
      const { width, height } = card.getBoundingClientRect();
      const left = Math.max(8, Math.min(at.left - 12, innerWidth - width - 8));
      const below = at.bottom + 8;
      const top = below + height > innerHeight - 8 && at.top - height - 8 > 8 ? at.top - height - 8 : below;
      card.style.left = `${left}px`;
      card.style.top = `${top}px`;
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(card);
    return () => watch.disconnect();
  }, [shown]);
  const rest = shown.claims.length - MOST;
  return (
    <div ref={box} id={CARD} role="tooltip" className="source-card" onPointerEnter={onEnter} onPointerLeave={onLeave}>
      {shown.claims.slice(0, MOST).map((id) => (
        <Words key={id} id={id} />
      ))}
      {rest > 0 ? <p className="meta">and {rest} more</p> : null}
    </div>
  );
}

function Words({ id }: { id: string }) {
  const { data, error } = useQuery<ClaimRow>(`/claims/${id}`);
  if (error) return <p className="meta">The sentence cannot be read: {error.message}</p>;
  if (!data) return <p className="meta">…</p>;
  return (
    <figure>
      <blockquote>
        <MarkedSentence row={data} />
      </blockquote>
      <figcaption className="meta">
        <ClaimSource claim={data.claim} /> · {data.document.outlet ?? 'Outlet unknown'} ·{' '}
        <Published at={data.document.published} />
      </figcaption>
    </figure>
  );
}

/** Handlers for whatever shows a number of these claims, the one that counts first. */
export function useSource(claims: readonly string[]) {
  const cards = use(CardsContext);
  if (!cards) throw new Error('useSource needs SourceCards above it');
  const show = (event: { currentTarget: Element }) => {
    if (claims.length === 0) return;
    prefetch(`/claims/${claims[0]}`);
    cards.show(event.currentTarget as HTMLElement, claims);
  };
  return { onPointerEnter: show, onPointerLeave: cards.hide, onFocus: show, onBlur: cards.hide };
}
