import { sql } from 'kysely';
import type { Standing } from '../model/event.ts';
import { correct, fieldOf } from './corrections.ts';
import type { Db } from './dialects/dialect.ts';
import { announce } from './feed.ts';
import type { Page, Paging } from './filters.ts';
import type { NewReview, Review, ReviewAction } from './ledger.ts';
import { type Order, paged } from './page.ts';
import { inChunks } from './rows.ts';
import type { ReviewsTable } from './tables.ts';

const order: Order = [{ column: 'id', type: 'number' }];

const review = ({ old, new: value, action, ...row }: Omit<ReviewsTable, 'id'> & { id: number }): Review => ({
  ...row,
  action: action as ReviewAction,
  old: old === null ? null : JSON.parse(old),
  new: value === null ? null : JSON.parse(value),
});

export async function listReviews(
  db: Db,
  filter: { subject?: string; by?: string },
  paging: Paging,
): Promise<Page<Review>> {
  const { after, orderBy, fetch, page } = paged(order, paging);
  let query = db.selectFrom('reviews').selectAll().where(after);
  if (filter.subject !== undefined)
    query = query.where((where) =>
      where.or([where('subject', '=', filter.subject!), where('other', '=', filter.subject!)]),
    );
  if (filter.by !== undefined) query = query.where('by', '=', filter.by);
  return page(await query.orderBy(orderBy).limit(fetch).execute(), (row) => [row.id], review);
}

/** Standings that reviewers gave, by the claim that they were given on; the later holds. */
export async function standingsOf(
  db: Db,
  claims: readonly string[],
): Promise<Map<string, { id: number; standing: Standing }>> {
  const rows = await inChunks(claims, (some) =>
    db
      .selectFrom('reviews')
      .select(['id', 'subject', 'new'])
      .where('action', '=', 'standing')
      .where('undone_by', 'is', null)
      .where('subject', 'in', some)
      .orderBy('id')
      .execute(),
  );
  return new Map(rows.map(({ id, subject, new: value }) => [subject, { id, standing: JSON.parse(value!) }]));
}

/**
 * Files a review. Of `correct`, the old value is what the claim says now. Throws a RangeError where there is no such claim,
 * or the new value cannot stand in that field.
 */
export async function addReview(
  tx: Db,
  { by, action, subject, reason, other = null, field = null, new: value = null }: NewReview,
  now: string,
): Promise<Review> {
  for (const id of other === null ? [subject] : [subject, other]) {
    const claim = await tx.selectFrom('claims').select('json').where('id', '=', id).executeTakeFirst();
    if (!claim) throw new RangeError(`there is no claim ${id}`);
    if (action === 'correct' && field !== null) correct(JSON.parse(claim.json), field, value);
  }
  const before =
    action !== 'correct' || field === null
      ? null
      : await tx.selectFrom('claims').select('json').where('id', '=', subject).executeTakeFirstOrThrow();
  const old = before === null ? null : JSON.stringify(fieldOf(JSON.parse(before.json), field!) ?? null);
  const row = await tx
    .insertInto('reviews')
    .values({
      at: now,
      by,
      action,
      subject,
      other,
      field,
      old,
      new: value === null && action !== 'correct' ? null : JSON.stringify(value),
      reason,
      undone_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce(tx, now, [{ kind: 'review', id: String(row.id) }]);
  return review(row);
}

/** Takes a review back, by another. Throws a RangeError where it is unknown, or was taken back before. */
export async function undoReview(tx: Db, id: number, by: string, reason: string, now: string): Promise<Review> {
  const undone = await tx.selectFrom('reviews').selectAll().where('id', '=', id).executeTakeFirst();
  if (!undone) throw new RangeError(`there is no review ${id}`);
  if (undone.undone_by !== null)
    throw new RangeError(`review ${id} was taken back before, by review ${undone.undone_by}`);
  if (undone.action === 'undo') throw new RangeError(`review ${id} took another back: make that one anew instead`);
  const row = await tx
    .insertInto('reviews')
    .values({
      at: now,
      by,
      action: 'undo',
      subject: undone.subject,
      other: undone.other,
      field: undone.field,
      old: undone.new,
      new: undone.old,
      reason,
      undone_by: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx.updateTable('reviews').set({ undone_by: row.id }).where('id', '=', id).execute();
  await announce(tx, now, [{ kind: 'review', id: String(row.id) }]);
  return review(row);
}

/**
 * Condition on `events`: a claim of it waits for a verdict, and nobody has set its standing. With `by`, only what this reviewer did counts,
 * so that two can judge the same claims and be compared.
 */
export function waiting(by?: string) {
  const theirs = by === undefined ? sql`` : sql`and reviews.by = ${by}`;
  const claims = sql`from reviews join claims on claims.id = reviews.subject`;
  // Both are found once a question, and not once an event: there are few.
  const judged = sql`select claims.seq ${claims} where reviews.undone_by is null ${theirs}
    and reviews.action in ('accept', 'correct', 'reject')`;
  const settled = sql`select event_claims.event ${claims} join event_claims on event_claims.claim = claims.seq
    where reviews.action = 'standing' and reviews.undone_by is null ${theirs}`;
  return sql<boolean>`exists (select 1 from event_claims where event_claims.event = events.seq and event_claims.claim not in (${judged}))
    and events.seq not in (${settled})`;
}
