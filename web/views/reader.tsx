import { useEffect, useMemo, useRef } from 'react';
import { useFilters } from '../filters.ts';
import { plural } from '../format.ts';
import { useKeys } from '../keys.ts';
import { matches } from '../matches.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { Published } from '../parts/claim-source.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { Failing, Loading } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { Link, useRouter } from '../router.tsx';
import { useTitle } from '../title.ts';
import type { Claim, DocumentPage } from '../wire.ts';

const inOrder = (a: Claim, b: Claim) =>
  a.content.start - b.content.start || b.content.end - a.content.end || (a.id < b.id ? -1 : 1);

/** `?at=120-180`: the characters that a link was made for. They last when a claim's id does not. */
function charactersAsked(query: URLSearchParams, length: number): { start: number; end: number } | null {
  const parts = /^(\d{1,9})-(\d{1,9})$/.exec(query.get('at') ?? '');
  if (!parts) return null;
  const [start, end] = [Number(parts[1]), Number(parts[2])];
  return start < end && end <= length ? { start, end } : null;
}

/** The article with every claim marked at its characters; the one that is chosen opens beside the text. */
export function Reader({ id }: { id: string }) {
  const { data, error, again } = useQuery<DocumentPage>(`/documents/${encodeURIComponent(id)}`);
  const { hash, query, path, go } = useRouter();
  const { filters, active } = useFilters();
  const list = useRef<HTMLOListElement>(null);
  useTitle(data?.document.title ?? null);

  const claims = useMemo(() => {
    if (!data) return [];
    const { text, ...document } = data.document;
    return [...data.claims]
      .sort(inOrder)
      .filter((claim) =>
        matches({ claim, document, quote: text.slice(claim.sentence.start, claim.sentence.end) }, filters),
      );
  }, [data, filters]);

  const asked = useMemo(() => (data ? charactersAsked(query, data.document.text.length) : null), [data, query]);
  const chosen =
    claims.find((claim) => claim.id === hash) ??
    (asked ? claims.find(({ content }) => content.start === asked.start && content.end === asked.end) : undefined) ??
    null;
  const gone = asked !== null && chosen === null;

  const choose = (claim: Claim | null) => {
    const others = new URLSearchParams(query);
    others.delete('at');
    if (claim) others.set('at', `${claim.content.start}-${claim.content.end}`);
    const search = others.toString();
    go(`${path}${search ? `?${search}` : ''}${claim ? `#${claim.id}` : ''}`, { replace: true });
  };
  const step = (by: number) => {
    const at = chosen ? claims.indexOf(chosen) + by : by > 0 ? 0 : claims.length - 1;
    if (claims[at]) choose(claims[at]);
  };
  useKeys({ j: () => step(1), k: () => step(-1), Escape: () => choose(null) });

  const aim = chosen?.id ?? (gone ? `at ${asked!.start}` : null);
  useEffect(() => {
    if (!aim || !data) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const behavior = calm ? 'auto' : 'smooth';
    globalThis.document.querySelector('.text .chosen')?.scrollIntoView({ block: 'center', behavior });
    const card = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (card && list.current && getComputedStyle(list.current).overflowY === 'auto')
      list.current.scrollTo({ top: card.offsetTop - 60, behavior });
  }, [aim, data]);

  if (error) return <Failing error={error} again={again} />;
  if (!data) return <Loading what="the article" />;
  const { document } = data;
  const places = data.appearances.filter(({ url, outlet }) => url !== document.url || outlet !== document.outlet);

  return (
    <div className="reader">
      <header className="reader-head">
        <p className="meta">
          {document.outlet ?? 'Outlet unknown'}
          {document.author ? ` · ${document.author}` : ''} · <Published at={document.published} />
          {document.url ? (
            <>
              {' · '}
              <a href={document.url} rel="noreferrer noopener">
                the original
              </a>
            </>
          ) : null}
        </p>
        <h1>{document.title ?? 'Untitled'}</h1>
        {places.length > 0 ? (
          <p className="meta">
            Also appeared: {places.map(({ outlet, url }) => outlet ?? url ?? 'somewhere unnamed').join(', ')}
          </p>
        ) : null}
        <Versions page={data} />
        {gone ? (
          <p className="notice" role="status">
            The claim that this link was made for is no longer read here; the characters that it stood on are marked.
          </p>
        ) : null}
        {active > 0 ? (
          <p className="notice">
            {claims.length} of {plural(data.claims.length, 'claim')} match the filters in force.
          </p>
        ) : null}
      </header>
      <MarkedText text={document.text} claims={claims} chosen={chosen} marked={gone ? asked : null} onChoose={choose} />
      <aside className="reader-claims" aria-label="Claims in this article">
        <p className="over">
          {plural(claims.length, 'claim')}{' '}
          <span className="keys-hint">
            {claims.length > 0 ? (
              <>
                <kbd>j</kbd> <kbd>k</kbd>
              </>
            ) : null}
          </span>
        </p>
        <ol ref={list}>
          {claims.map((claim) => (
            <li key={claim.id} aria-current={claim === chosen ? 'true' : undefined}>
              <ClaimCard
                claim={claim}
                document={document}
                open={claim === chosen}
                onChoose={() => choose(claim === chosen ? null : claim)}
              />
            </li>
          ))}
        </ol>
        {data.claims.length === 0 ? <p className="meta">No claim was read in this article.</p> : null}
        {data.messages.length > 0 ? (
          <details className="meta">
            <summary>{plural(data.messages.length, 'doubt')} while reading</summary>
            <ul>
              {data.messages.map((message) => (
                <li key={`${message.start} ${message.rule}`}>{message.reason}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </aside>
    </div>
  );
}

/** An address whose text changed has several texts; this says which one is on the page. */
function Versions({ page }: { page: DocumentPage }) {
  if (page.versions.length < 2) return null;
  return (
    <p className="notice">
      The text at this address changed.{' '}
      {page.versions.map((version, at) => (
        <span key={version.document}>
          {at > 0 ? ' · ' : ''}
          {version.document === page.document.id ? (
            <b>Version {at + 1}</b>
          ) : (
            <Link to={`/documents/${version.document}`}>Version {at + 1}</Link>
          )}{' '}
          <Published at={version.published ?? version.seen} />
          {version.current ? ', the latest' : ''}
        </span>
      ))}
    </p>
  );
}
