import { Empty } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { useTitle } from '../title.ts';

export function NotFound() {
  useTitle('Not found');
  return (
    <>
      <h1 className="visually-hidden">Not found</h1>
      <Empty title="There is no such page">
        <Link to="/">Go to what is claimed today</Link>.
      </Empty>
    </>
  );
}
