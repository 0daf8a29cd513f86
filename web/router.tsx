import { type AnchorHTMLAttributes, createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

/** Where the reader is: the address bar is the only state that views share. */
export interface Place {
  path: string;
  query: URLSearchParams;
  /** Without the `#`. */
  hash: string;
}

interface Router extends Place {
  go(to: string, options?: { replace?: boolean }): void;
}

const RouterContext = createContext<Router | null>(null);

const here = (): Place => ({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  hash: decodeURIComponent(location.hash.slice(1)),
});

/** Follows the address bar; `go` writes it. A new page starts at its top, a step back keeps the browser's own scroll. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(here);

  useEffect(() => {
    const follow = () => setPlace(here());
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);

  const router = useMemo<Router>(
    () => ({
      ...place,
      go(to, options) {
        const target = new URL(to, location.href);
        const samePage = target.pathname === location.pathname;
        history[options?.replace ? 'replaceState' : 'pushState'](null, '', target);
        setPlace(here());
        if (!samePage) scrollTo(0, 0);
      },
    }),
    [place],
  );
  return <RouterContext value={router}>{children}</RouterContext>;
}

export function useRouter(): Router {
  const router = use(RouterContext);
  if (!router) throw new Error('useRouter needs a RouterProvider above it');
  return router;
}

/** A link that stays in the app; with a modifier key, or to elsewhere, it is the browser's. */
export function Link({ to, onClick, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { go } = useRouter();
  return (
    <a
      href={to}
      onClick={(press) => {
        onClick?.(press);
        if (press.defaultPrevented || press.button !== 0) return;
        if (press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
        press.preventDefault();
        go(to);
      }}
      {...rest}
    />
  );
}

/** Matches `/events/:id` against a path; null when it is another page. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) found[part.slice(1)] = decodeURIComponent(given[at]);
    else if (part !== given[at]) return null;
  }
  return found;
}
