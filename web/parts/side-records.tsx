import { bounds, dayWords } from '../format.ts';
import { Link } from '../router.tsx';
import type { SideFigure, SideRecord } from '../wire.ts';
import { itemWords, MEASURES } from '../words.ts';
import { Figure } from './figure.tsx';
import { Party } from './sides.tsx';

/** The running table: the highest that each side has claimed of one event, a row a measure, item and side, and what it beat. */
export function SideRecords({ records }: { records: readonly SideRecord[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="table-scroll" role="region" aria-label="Highest figures by measure and side" tabIndex={0}>
      <table className="origins">
        <thead>
          <tr>
            <th scope="col">What, claimed by</th>
            <th scope="col">Highest</th>
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ measure, item, side, now, before }) => (
            <tr key={[measure, item, side].join(' ')}>
              <th scope="row">
                {itemWords(item)} {MEASURES[measure as keyof typeof MEASURES].toLowerCase()}
                <br />
                <Party name={side} side={side} />
              </th>
              {[now, before].map((figure) => (
                <td key={figure.event.id}>
                  <Said figure={figure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure with its words behind it, and the day of the event that it was claimed of. */
function Said({ figure: { low, high, origin, claims, day, event } }: { figure: SideFigure }) {
  return (
    <>
      <Figure claims={claims} label={`${bounds(low, high)}, ${origin}`}>
        {bounds(low, high)}
      </Figure>
      <br />
      <Link className="meta" to={`/events/${event.id}`} title={event.title}>
        {dayWords(day)}
      </Link>
    </>
  );
}
