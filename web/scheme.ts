import { useEffect, useState } from 'react';

export type Scheme = 'light' | 'dark' | 'auto';

const KEY = 'counterclaim.scheme';
const stored = (): Scheme => {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'auto';
};

/** Light, dark, or as the system has it. public/scheme.js applies a choice before the first paint. */
export function useScheme(): [Scheme, (next: Scheme) => void] {
  const [scheme, setScheme] = useState(stored);
  useEffect(() => {
    if (scheme === 'auto') {
      localStorage.removeItem(KEY);
      delete document.documentElement.dataset.scheme;
    } else {
      localStorage.setItem(KEY, scheme);
      document.documentElement.dataset.scheme = scheme;
    }
  }, [scheme]);
  return [scheme, setScheme];
}
