import { useMemo } from 'react';
import { useRouter } from './router.tsx';

/** The filters that every view and every list of the API understands, by the names they have in the address and in the command. */
export const FILTERS = ['since', 'until', 'place', 'actor', 'type', 'standing', 'origin', 'search'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

export const readFilters = (query: URLSearchParams): Filters =>
  Object.fromEntries(FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));

/** An address with these filters and further parameters; what is empty is left out. */
export function withQuery(path: string, parameters: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The filters in force, a way to change them in place, and a way to carry them to another view. */
export function useFilters() {
  const { path, query, hash, go } = useRouter();
  return useMemo(() => {
    const filters = readFilters(query);
    const others = Object.fromEntries([...query].filter(([name]) => !FILTERS.includes(name as FilterName)));
    return {
      filters,
      active: Object.keys(filters).length,
      set: (change: Filters) =>
        go(withQuery(path, { ...others, ...filters, ...change }) + (hash ? `#${hash}` : ''), { replace: true }),
      clear: () => go(withQuery(path, others), { replace: true }),
      /** `path` with the filters in force. */
      keep: (to: string, more: Filters = {}) => withQuery(to, { ...filters, ...more }),
    };
  }, [path, query, hash, go]);
}
