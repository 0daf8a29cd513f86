import { useEffect } from 'react';
import { wordsAt } from '../parts/figure.tsx';
import { Failing, Loading } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { useRouter } from '../router.tsx';
import type { ClaimRow } from '../wire.ts';

/** `/claims/ID`: goes on to the claim's words in its article. */
export function ClaimAddress({ id }: { id: string }) {
  const { data, error, again } = useQuery<ClaimRow>(`/claims/${encodeURIComponent(id)}`);
  const { go } = useRouter();
  useEffect(() => {
    if (data) go(wordsAt(data), { replace: true });
  }, [data, go]);
  return error ? <Failing error={error} again={again} /> : <Loading what="the claim" />;
}
