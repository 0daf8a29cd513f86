import { useFilters } from '../filters.ts';
import { Link, useRouter } from '../router.tsx';
import { type Scheme, useScheme } from '../scheme.ts';

const VIEWS = [
  ['/', 'Today'],
  ['/timeline', 'Timeline'],
  ['/disputes', 'Disputes'],
  ['/records', 'Records'],
  ['/origins', 'Origins'],
  ['/review', 'Review'],
  ['/add', 'Add'],
] as const;

const NEXT: Record<Scheme, Scheme> = { auto: 'dark', dark: 'light', light: 'auto' };
const LABEL: Record<Scheme, string> = { auto: 'Auto', dark: 'Dark', light: 'Light' };

/** Name, views and colour scheme. The filters in force go along from view to view. */
export function Masthead() {
  const { path } = useRouter();
  const { keep } = useFilters();
  const [scheme, setScheme] = useScheme();
  return (
    <header className="masthead">
      <Link className="wordmark" to="/">
        Counterclaim
      </Link>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map(([to, label]) => {
            const here = to === '/' ? path === '/' : path.startsWith(to);
            return (
              <li key={to}>
                <Link to={keep(to)} aria-current={here ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <button type="button" className="button plain" onClick={() => setScheme(NEXT[scheme])}>
        <Moon />
        <span className="visually-hidden">Colour scheme: </span>
        {LABEL[scheme]}
      </button>
    </header>
  );
}

const Moon = () => (
  <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M8 1.750a6.250 6.250 0 0 1 0 12.500z" fill="currentColor" />
  </svg>
);
