import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  /** Asked for when the end comes near. */
  more: () => void;
  done: boolean;
  label: string;
}

const GUESS = 130;
/** Rows kept above and below the screen. */
const SPARE = 12;

/** A list as long as the ledger that holds only the rows near the screen; heights are measured as rows come by. */
export function EndlessList<T>({ items, keyOf, children, more, done, label }: Props<T>) {
  const list = useRef<HTMLOListElement>(null);
  const heights = useRef(new Map<string, number>());
  const [window_, setWindow] = useState<[number, number]>([0, 30]);

  const height = useCallback((item: T) => heights.current.get(keyOf(item)) ?? GUESS, [keyOf]);

  const look = useCallback(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    let at = 0;
    let first = 0;
    while (first < items.length && at + height(items[first]) < -top) at += height(items[first++]);
    let last = first;
    while (last < items.length && at < innerHeight - top) at += height(items[last++]);
    const next: [number, number] = [Math.max(0, first - SPARE), Math.min(items.length, last + SPARE)];
    setWindow((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
    if (!done && last + SPARE >= items.length) more();
  }, [items, height, more, done]);

  useEffect(() => {
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [look]);

  useLayoutEffect(() => {
    for (const row of list.current?.children ?? []) {
      const { key } = (row as HTMLElement).dataset;
      if (key !== undefined) heights.current.set(key, row.getBoundingClientRect().height);
    }
  });

  const [from, to] = [Math.min(window_[0], items.length), Math.min(window_[1], items.length)];
  const sum = (some: readonly T[]) => some.reduce((total, item) => total + height(item), 0);
  return (
    <ol
      className="endless"
      ref={list}
      aria-label={label}
      style={{ paddingTop: sum(items.slice(0, from)), paddingBottom: sum(items.slice(to)) }}
    >
      {items.slice(from, to).map((item, at) => (
        <li
          key={keyOf(item)}
          data-key={keyOf(item)}
          aria-posinset={from + at + 1}
          aria-setsize={done ? items.length : -1}
        >
          {children(item)}
        </li>
      ))}
    </ol>
  );
}
