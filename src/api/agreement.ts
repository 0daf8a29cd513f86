import type { Ledger, Review } from '../store/ledger.ts';

export interface Agreement {
  reviewers: [string, string];
  /** Claims that both judged. */
  both: number;
  agree: number;
  /** Cohen's kappa; null where both gave every claim one and the same verdict, so that chance alone would agree. */
  kappa: number | null;
}

type Verdict = 'accept' | 'correct' | 'reject';
const isVerdict = (action: Review['action']): action is Verdict =>
  action === 'accept' || action === 'correct' || action === 'reject';

const PAGE = 200;
/** Acts looked at, the latest first: what bounds the cost of the question. */
const ACTS = 20_000;

/** How far each two reviewers agree on claims that both judged; of one reviewer's several verdicts on a claim the latest counts. */
export async function agreements(ledger: Ledger): Promise<Agreement[]> {
  const verdicts = new Map<string, Map<string, Verdict>>();
  let cursor: string | undefined;
  for (let seen = 0; seen < ACTS; seen += PAGE) {
    const { items, next } = await ledger.reviews({}, { limit: PAGE, cursor });
    for (const { action, by, subject, undone_by } of items) {
      if (!isVerdict(action) || undone_by !== null) continue;
      const of = verdicts.get(by) ?? new Map<string, Verdict>();
      if (!of.has(subject)) of.set(subject, action);
      verdicts.set(by, of);
    }
    if (next === null) break;
    cursor = next;
  }
  const reviewers = [...verdicts.keys()].sort();
  return reviewers.flatMap((one, at) =>
    reviewers.slice(at + 1).flatMap((other) => compare(one, other, verdicts.get(one)!, verdicts.get(other)!)),
  );
}

/** Cohen (1960): observed agreement against what each reviewer's own habits would give by chance. */
function compare(one: string, other: string, ones: Map<string, Verdict>, others: Map<string, Verdict>): Agreement[] {
  const shared = [...ones.keys()].filter((claim) => others.has(claim));
  if (shared.length === 0) return [];
  const both = shared.length;
  const agree = shared.filter((claim) => ones.get(claim) === others.get(claim)).length;
  const share = (verdicts: Map<string, Verdict>, verdict: Verdict) =>
    shared.filter((claim) => verdicts.get(claim) === verdict).length / both;
  const chance = (['accept', 'correct', 'reject'] as const).reduce(
    (sum, verdict) => sum + share(ones, verdict) * share(others, verdict),
    0,
  );
  return [
    { reviewers: [one, other], both, agree, kappa: chance === 1 ? null : (agree / both - chance) / (1 - chance) },
  ];
}
