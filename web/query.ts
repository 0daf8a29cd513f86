import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { listen, Refusal, read } from './api.ts';
import type { Page } from './wire.ts';

/** What is known of a resource: its data (perhaps of a moment ago), or why there is none. */
export interface Answer<T> {
  data: T | null;
  error: Refusal | null;
  loading: boolean;
  again: () => void;
}

interface Kept {
  data?: unknown;
  error?: Refusal;
  asked?: Promise<void>;
  stale?: boolean;
}

const LIMIT = 400;
const kept = new Map<string, Kept>();
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

const asRefusal = (cause: unknown): Refusal =>
  cause instanceof Refusal
    ? cause
    : new Refusal({ type: 'about:blank', title: 'The desk stumbled', status: 0, detail: String(cause) });

/** Fetches a path once, however many ask; keeps the last few hundred answers. */
function fetchOnce(path: string): Promise<void> {
  const entry = kept.get(path) ?? {};
  if (entry.asked) return entry.asked;
  kept.delete(path);
  kept.set(path, entry);
  if (kept.size > LIMIT) kept.delete(kept.keys().next().value!);
  entry.asked = read(path)
    .then(
      (data) => Object.assign(entry, { data, error: undefined, stale: false }),
      (cause) => Object.assign(entry, { error: asRefusal(cause), stale: false }),
    )
    .then(() => {
      entry.asked = undefined;
      tell();
    });
  return entry.asked;
}

/** Marks everything that was read as of a moment ago: what is on screen is read again, the rest when it is next wanted. */
export function refresh(): void {
  for (const entry of kept.values()) entry.stale = true;
  tell();
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Reads a resource and keeps it fresh; `null` asks for nothing. */
export function useQuery<T>(path: string | null): Answer<T> {
  const snapshot = useSyncExternalStore(subscribe, () => {
    const entry = path === null ? undefined : kept.get(path);
    return entry?.stale ? entry : (entry?.error ?? entry?.data);
  });
  const entry = path === null ? undefined : kept.get(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the snapshot says that the entry changed inside
  useEffect(() => {
    if (path !== null && (!entry || entry.stale || (entry.data === undefined && !entry.error))) fetchOnce(path);
  }, [path, entry, snapshot]);
  const again = useCallback(() => {
    if (path !== null) {
      kept.delete(path);
      fetchOnce(path);
      tell();
    }
  }, [path]);
  return {
    data: (entry?.data as T) ?? null,
    error: entry?.error ?? null,
    loading: path !== null && entry?.data === undefined && !entry?.error,
    again,
  };
}

/** A resource that is wanted soon: read it before it is asked for. */
export const prefetch = (path: string): void => {
  if (!kept.has(path)) fetchOnce(path);
};

/** A list read page by page; `more` reads the next. A new address begins anew, a change in the ledger reads its first page again. */
export function usePages<T>(path: string) {
  const [pages, setPages] = useState<{ path: string; items: T[]; next: string | null } | null>(null);
  const [error, setError] = useState<Refusal | null>(null);
  const busy = useRef<string | null>(null);

  const load = useCallback(
    (cursor: string | null) => {
      const address = cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path;
      if (busy.current === address) return;
      busy.current = address;
      read<Page<T>>(address).then(
        (page) => {
          if (busy.current !== address) return;
          busy.current = null;
          setError(null);
          setPages((before) => ({
            path,
            items: cursor && before?.path === path ? [...before.items, ...page.items] : page.items,
            next: page.next,
          }));
        },
        (cause) => {
          if (busy.current !== address) return;
          busy.current = null;
          setError(asRefusal(cause));
        },
      );
    },
    [path],
  );

  useEffect(() => {
    load(null);
  }, [load]);
  const current = pages?.path === path ? pages : null;
  useEffect(() => onRefresh(() => (scrollY < 200 ? load(null) : undefined)), [load]);
  const more = useCallback(() => {
    if (current?.next) load(current.next);
  }, [current?.next, load]);
  return {
    items: current?.items ?? [],
    loading: !current && !error,
    error,
    more,
    done: current?.next === null,
    again: () => load(null),
  };
}

const refreshers = new Set<() => void>();
function onRefresh(call: () => void): () => void {
  refreshers.add(call);
  return () => refreshers.delete(call);
}

/** Keeps every view abreast of the ledger while the app is open. */
export const useChanges = (): void =>
  useEffect(
    () =>
      listen(() => {
        refresh();
        for (const call of refreshers) call();
      }),
    [],
  );
