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
            <th scope="col">What</th>
            <th scope="col">Claimed by</th>
            <th scope="col" className="num">
              Highest
            </th>
            <th scope="col">Event</th>
            <th scope="col" className="num">
              Before
            </th>
            <th scope="col">Event</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ measure, item, side, now, before }) => (
            <tr key={[measure, item, side].join(' ')}>
              <th scope="row">
                {itemWords(item)} {MEASURES[measure as keyof typeof MEASURES].toLowerCase()}
              </th>
              <td>
                <Party name={side ?? 'on no side'} side={side} />
              </td>
              <Cells figure={now} />
              <Cells figure={before} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure with its words behind it, and the event that it was claimed of. */
function Cells({ figure: { low, high, origin, claims, day, event } }: { figure: SideFigure }) {
  return (
    <>
      <td className="num">
        <Figure claims={claims} label={`${bounds(low, high)}, ${origin}`}>
          {bounds(low, high)}
        </Figure>
      </td>
      <td>
        <Link to={`/events/${event.id}`} title={event.title}>
          {dayWords(day)}
        </Link>
      </td>
    </>
  );
}
