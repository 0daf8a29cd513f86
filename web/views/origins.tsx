import { useFilters, withQuery } from '../filters.ts';
import { digits } from '../format.ts';
import { RelayGraph } from '../parts/relay-graph.tsx';
import { Party } from '../parts/sides.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { usePages, useQuery } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { OriginRow, Relay } from '../wire.ts';
import { KINDS } from '../words.ts';

/** Who says what, who passes whom on, and how their word fared. */
export default function Origins() {
  useTitle('Origins');
  const { filters, active } = useFilters();
  const { items, loading, error, more, done, again } = usePages<OriginRow>(
    withQuery('/origins', { ...filters, limit: 100 }),
  );
  const relays = useQuery<{ items: Relay[] }>('/relays?limit=60');
  return (
    <>
      <h1>Origins</h1>
      <p className="deck">
        The sources at the root of claims. Whoever repeats them adds no weight: ten outlets on one ministry are one
        origin.
      </p>
      {error ? <Failing error={error} again={again} /> : null}
      {loading ? <Loading what="origins" /> : null}
      {!loading && !error && items.length === 0 ? (
        <Empty title={active > 0 ? 'No origin matches these filters' : 'Nobody has said anything yet'}>
          {active > 0 ? 'Remove one of them, or search for other words.' : 'Origins appear as articles are read.'}
        </Empty>
      ) : null}
      {items.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="table-scroll" role="region" aria-label="Origins and their track record" tabIndex={0}>
          <table className="origins">
            <thead>
              <tr>
                <th scope="col">Origin</th>
                <th scope="col">Kind</th>
                <th scope="col" className="num">
                  Claims
                </th>
                <th scope="col" className="num">
                  Events
                </th>
                <th scope="col" className="num" title="Figures that it later changed itself">
                  Revised
                </th>
                <th scope="col" className="num" title="Claims that somebody denied">
                  Denied
                </th>
                <th scope="col" className="num" title="Claims that cannot be true beside another origin's">
                  Contradicted
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((origin) => (
                <tr key={origin.key}>
                  <th scope="row">
                    <Link to={`/origins/${encodeURIComponent(origin.key)}`}>
                      <Party name={origin.name} side={origin.side} />
                    </Link>
                    {origin.side && origin.side !== origin.name ? <span className="meta"> {origin.side}</span> : null}
                  </th>
                  <td>{KINDS[origin.kind]}</td>
                  {([origin.claims, origin.events, origin.revised, origin.denied, origin.contradicted] as const).map(
                    (count, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                      <td key={at} className={count === 0 ? 'num none' : 'num'}>
                        {digits(count)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {items.length > 0 && !done ? (
        <button type="button" className="button" onClick={more}>
          More origins
        </button>
      ) : null}
      <section className="section" aria-labelledby="relays">
        <h2 id="relays">Who passes on whom</h2>
        {relays.error ? <Failing error={relays.error} again={relays.again} /> : null}
        {relays.loading ? <Loading what="relays" /> : null}
        {relays.data && relays.data.items.length === 0 ? (
          <Empty title="Nobody passes anybody on">An article that cites another outlet appears here.</Empty>
        ) : null}
        {relays.data && relays.data.items.length > 0 ? <RelayGraph relays={relays.data.items} origins={items} /> : null}
      </section>
    </>
  );
}
