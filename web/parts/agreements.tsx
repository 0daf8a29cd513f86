import { plural } from '../format.ts';
import { useQuery } from '../query.ts';
import type { Agreement } from '../wire.ts';

/** How far each two reviewers agree on what both judged. */
export function Agreements() {
  const { data } = useQuery<{ items: Agreement[] }>('/review/agreement');
  if (!data || data.items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="agreement">
      <h2 id="agreement">Agreement of reviewers</h2>
      <ul className="plain-list">
        {data.items.map(({ reviewers, both, agree, kappa }) => (
          <li key={reviewers.join(' ')}>
            {reviewers[0]} and {reviewers[1]}: {agree} of {plural(both, 'claim')} alike
            <span className="meta">{kappa === null ? '' : `, Cohen’s κ ${kappa.toFixed(2)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
