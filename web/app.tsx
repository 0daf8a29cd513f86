import { lazy, type ReactNode, Suspense } from 'react';
import { Filters } from './parts/filters.tsx';
import { Masthead } from './parts/masthead.tsx';
import { SidesProvider } from './parts/sides.tsx';
import { SourceCards } from './parts/source-card.tsx';
import { Loading } from './parts/states.tsx';
import { Stumble } from './parts/stumble.tsx';
import { TokenGate } from './parts/token-gate.tsx';
import { useChanges } from './query.ts';
import { match, RouterProvider, useRouter } from './router.tsx';
import { ClaimAddress } from './views/claim-address.tsx';
import { EventView } from './views/event.tsx';
import { NotFound } from './views/not-found.tsx';
import { Reader } from './views/reader.tsx';
import { Today } from './views/today.tsx';

const Timeline = lazy(() => import('./views/timeline.tsx'));
const Origins = lazy(() => import('./views/origins.tsx'));
const OriginView = lazy(() => import('./views/origin.tsx'));
const Records = lazy(() => import('./views/records.tsx'));
const Disputes = lazy(() => import('./views/disputes.tsx'));
const ReviewView = lazy(() => import('./views/review.tsx'));
const Add = lazy(() => import('./views/add.tsx'));
const About = lazy(() => import('./views/about.tsx'));

type Found = Record<string, string>;

/** Every address of the app, one a line; the first that matches is shown. */
const VIEWS: readonly (readonly [pattern: string, show: (found: Found) => ReactNode])[] = [
  ['/', () => <Today />],
  ['/events/:id', ({ id }) => <EventView key={id} id={id} />],
  ['/documents/:id', ({ id }) => <Reader key={id} id={id} />],
  ['/claims/:id', ({ id }) => <ClaimAddress key={id} id={id} />],
  ['/timeline', () => <Timeline />],
  ['/origins', () => <Origins />],
  ['/origins/:key', ({ key }) => <OriginView key={key} originKey={key} />],
  ['/records', () => <Records />],
  ['/disputes', () => <Disputes />],
  ['/review', () => <ReviewView />],
  ['/add', () => <Add />],
  ['/about', () => <About />],
];

function View() {
  const { path } = useRouter();
  for (const [pattern, show] of VIEWS) {
    const found = match(pattern, path);
    if (found) return show(found);
  }
  return <NotFound />;
}

function Shell() {
  useChanges();
  const { path } = useRouter();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        To the content
      </a>
      <Masthead />
      <Filters />
      <main className="view" id="content" tabIndex={-1}>
        <Stumble key={path}>
          <Suspense fallback={<Loading what="this view" />}>
            <View />
          </Suspense>
        </Stumble>
      </main>
      <footer className="foot meta">
        <span>Counterclaim records what is said, and by whom. It does not say what is true.</span>
        <span>
          Places: <a href="https://www.geonames.org/">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Outlines:{' '}
          <a href="https://www.naturalearthdata.com/">Natural Earth</a>.
        </span>
        <span>
          <a href="/api/docs">API</a> · <a href="/api/v1/feed.atom">Feed</a>
        </span>
      </footer>
    </div>
  );
}

export const App = () => (
  <RouterProvider>
    <TokenGate>
      <SidesProvider>
        <SourceCards>
          <Shell />
        </SourceCards>
      </SidesProvider>
    </TokenGate>
  </RouterProvider>
);
