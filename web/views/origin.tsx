import { useFilters, withQuery } from '../filters.ts';
import { digits, plural } from '../format.ts';
import { ClaimSource, Moment, Published } from '../parts/claim-source.tsx';
import { Figure } from '../parts/figure.tsx';
import { MarkedSentence } from '../parts/marked-sentence.tsx';
import { Party } from '../parts/sides.tsx';
import { Failing, Loading } from '../parts/states.tsx';
import { usePages, useQuery } from '../query.ts';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { ClaimRow, OriginPage } from '../wire.ts';
import { DISPUTES, KINDS } from '../words.ts';

/** One origin: its track record, who passes it on, who contradicts it, and what it said. */
export default function OriginView({ originKey }: { originKey: string }) {
  const { data, error, again } = useQuery<OriginPage>(`/origins/${encodeURIComponent(originKey)}`);
  const { filters } = useFilters();
  useTitle(data?.name ?? null);
  const claims = usePages<ClaimRow>(withQuery('/claims', { ...filters, origin: data?.name ?? originKey, limit: 50 }));
  if (error) return <Failing error={error} again={again} />;
  if (!data) return <Loading what="the origin" />;
  const record = [
    ['claims', data.claims],
    ['events', data.events],
    ['revised by itself', data.revised],
    ['denied by others', data.denied],
    ['contradicted', data.contradicted],
  ] as const;
  const own = claims.items.filter(
    (row) => row.claim.source && (row.claim.source.id === data.id || row.claim.source.name === data.name),
  );
  return (
    <article>
      <p className="meta">
        {KINDS[data.kind]}
        {data.side ? ` · speaks for ${data.side}` : ''}
        {data.first ? (
          <>
            {' · '}
            <Moment at={data.first} /> to <Moment at={data.latest} />
          </>
        ) : null}
      </p>
      <h1>
        <Party name={data.name} side={data.side} />
      </h1>
      <dl className="record-line">
        {record.map(([label, count]) => (
          <div key={label}>
            <dd>{digits(count)}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      <div className="two">
        <section className="section" aria-labelledby="by">
          <h2 id="by">Contradicted by</h2>
          {data.contradicted_by.length === 0 ? <p className="meta">Nobody so far.</p> : null}
          <ul className="plain-list">
            {data.contradicted_by.map((other) => (
              <li key={`${other.key} ${other.kind}`}>
                <Link to={`/origins/${encodeURIComponent(other.key)}`}>
                  <Party name={other.name} side={other.side} />
                </Link>{' '}
                <span className="meta">
                  {DISPUTES[other.kind].toLowerCase()}, {plural(other.times, 'time')}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="section" aria-labelledby="relayed">
          <h2 id="relayed">Passed on by</h2>
          {data.relayed_by.length === 0 ? <p className="meta">Nobody so far.</p> : null}
          <ul className="plain-list">
            {data.relayed_by.map((relay) => (
              <li key={relay.key}>
                {relay.name} <span className="meta">{plural(relay.times, 'claim')}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className="section" aria-labelledby="said">
        <h2 id="said">What it said</h2>
        {claims.error ? <Failing error={claims.error} again={claims.again} /> : null}
        {claims.loading ? <Loading what="its claims" /> : null}
        <ol className="said">
          {own.map((row) => (
            <li key={row.claim.id}>
              <blockquote>
                <Figure claims={[row.claim.id]} row={row}>
                  <MarkedSentence row={row} />
                </Figure>
              </blockquote>
              <p className="meta">
                <ClaimSource claim={row.claim} /> · {row.document.outlet ?? 'Outlet unknown'} ·{' '}
                <Published at={row.document.published} />
              </p>
            </li>
          ))}
        </ol>
        {claims.done || claims.loading ? null : (
          <button type="button" className="button" onClick={claims.more}>
            More
          </button>
        )}
      </section>
    </article>
  );
}
