import { useFilters, withQuery } from '../filters.ts';
import { EndlessList } from '../parts/endless-list.tsx';
import { RecordNote } from '../parts/record-note.tsx';
import { SideRecords } from '../parts/side-records.tsx';
import { Empty, Failing, Loading } from '../parts/states.tsx';
import { usePages, useQuery } from '../query.ts';
import { useTitle } from '../title.ts';
import type { RecordRow, SideRecord } from '../wire.ts';

const keyOf = (record: RecordRow) => record.claim;

/** "The largest so far": every record that somebody claims, and whether the ledger bears it out. */
export default function Records() {
  useTitle('Records');
  const { filters } = useFilters();
  const { items, loading, error, more, done, again } = usePages<RecordRow>(
    withQuery('/records', { ...filters, limit: 50 }),
  );
  const bySide = useQuery<{ items: SideRecord[] }>(withQuery('/records/by-side', filters));
  return (
    <>
      <h1>Records</h1>
      <p className="deck">
        Whoever says “the largest so far” can be checked: it holds in this ledger, it was broken, or the ledger reaches
        too short a time to tell.
      </p>
      {bySide.error ? <Failing error={bySide.error} again={bySide.again} /> : null}
      {bySide.data && bySide.data.items.length > 0 ? (
        <section className="section" aria-labelledby="by-side">
          <h2 id="by-side">The highest that each side has claimed</h2>
          <p className="meta">
            Of one event, so far in this ledger, beside the highest before it. Totals over more than a week stay out.
          </p>
          <SideRecords records={bySide.data.items} />
        </section>
      ) : null}
      <section className="section" aria-labelledby="called">
        <h2 id="called">What is called a record</h2>
        {error ? <Failing error={error} again={again} /> : null}
        {loading ? <Loading what="records" /> : null}
        {!loading && !error && items.length === 0 ? (
          <Empty title="Nobody claims a record here">
            Superlatives such as “the largest since” appear here as articles make them.
          </Empty>
        ) : null}
        <div className="worklist">
          <EndlessList items={items} keyOf={keyOf} more={more} done={done} label="Records">
            {(record) => <RecordNote record={record} />}
          </EndlessList>
        </div>
      </section>
    </>
  );
}
