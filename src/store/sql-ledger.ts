import { sql } from 'kysely';
import type { Claim, Message } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Exceeded, LinkOutcome } from '../model/ledger.ts';
import { listChanges } from './changes.ts';
import { claimsOfDocument, filedClaims, listClaims, readClaims } from './claims.ts';
import { type Bucket, readDayTotals } from './day-totals.ts';
import type { Db, Dialect } from './dialects/dialect.ts';
import { listDisputes, readDispute } from './disputes.ts';
import { fileDocument, isKnown, knownBy, listDocuments, readDocument } from './documents.ts';
import { linksOf, listEvents, listQueue, readEvent } from './events.ts';
import { announce, feedEnd, readFeed } from './feed.ts';
import type { Filters, Paging } from './filters.ts';
import { findIds } from './find.ts';
import type { Counts, DocumentPage, Ledger, LedgerReads, LedgerWriter, NewReview, Role } from './ledger.ts';
import { Names } from './names.ts';
import { listOrigins, readOrigin } from './origins.ts';
import { fileClaims, reapply } from './put-claims.ts';
import { clearEvents, fileOutcome } from './put-outcome.ts';
import { listRecords } from './records.ts';
import { listRelays } from './relays.ts';
import { addReview, listReviews, undoReview } from './reviews.ts';
import { inChunks } from './rows.ts';
import { readSideRecords } from './side-records.ts';
import { readPoints, readTimeline } from './timeline.ts';
import { addToken, checkToken, listTokens, revokeToken } from './tokens.ts';
import { coverage, exceeding, judgements, neighbours } from './view.ts';

/** The queries, on one connection. */
class Reads implements LedgerReads {
  constructor(
    protected readonly db: Db,
    protected readonly dialect: Dialect,
  ) {}
  events = (filters: Filters = {}, paging: Paging = {}) => listEvents(this.db, this.dialect, filters, paging);
  event = (id: string) => readEvent(this.db, id);
  claims = (filters: Filters = {}, paging: Paging = {}) => listClaims(this.db, this.dialect, filters, paging);
  claim = async (id: string) => (await this.claimsById([id])).get(id) ?? null;
  claimsById = (ids: readonly string[]) => readClaims(this.db, ids);
  documents = (filters: Filters = {}, paging: Paging = {}) => listDocuments(this.db, this.dialect, filters, paging);
  async document(id: string): Promise<DocumentPage | null> {
    const found = await readDocument(this.db, id);
    if (!found) return null;
    const { seq, ...page } = found;
    return { ...page, claims: await claimsOfDocument(this.db, seq) };
  }
  disputes = (filters: Filters = {}, paging: Paging = {}) => listDisputes(this.db, this.dialect, filters, paging);
  dispute = (id: string) => readDispute(this.db, id);
  records = (filters: Filters = {}, paging: Paging = {}) => listRecords(this.db, this.dialect, filters, paging);
  origins = (filters: Filters = {}, paging: Paging = {}) => listOrigins(this.db, filters, paging);
  origin = (key: string) => readOrigin(this.db, key);
  relays = (limit: number) => listRelays(this.db, limit);
  changes = (filters: Filters = {}, paging: Paging = {}) => listChanges(this.db, filters, paging);
  find = (prefix: string) => findIds(this.db, prefix);
  knownBy = (documents: readonly string[], day: string) => knownBy(this.db, documents, day);
  knows = (document: Document) => isKnown(this.db, document);
  links = (claim: string) => linksOf(this.db, [claim]);
  timeline = (filters: Filters = {}) => readTimeline(this.db, this.dialect, filters);
  dayTotals = (filters: Filters, by: Bucket) => readDayTotals(this.db, this.dialect, filters, by);
  sideRecords = (filters: Filters = {}) => readSideRecords(this.db, this.dialect, filters);
  points = (filters: Filters = {}, limit = 5_000) => readPoints(this.db, this.dialect, filters, limit);
  feed = (after: number, limit: number) => readFeed(this.db, after, limit);
  feedEnd = () => feedEnd(this.db);
  reviews = (filter: { subject?: string; by?: string } = {}, paging: Paging = {}) =>
    listReviews(this.db, filter, paging);
  queue = (filters: Filters = {}, paging: Paging = {}, by?: string) =>
    listQueue(this.db, this.dialect, filters, paging, by);
  /** Rows of a table that none is ever taken from. SQLite numbers them without a gap, so the last number is their number. */
  private all(table: 'documents' | 'appearances' | 'claims') {
    const rows = this.dialect.kind === 'sqlite' ? sql`coalesce(max(seq), 0)` : sql`count(*)`;
    return sql<number>`(select ${rows} from ${sql.table(table)})`;
  }
  async counts(): Promise<Counts> {
    const found =
      await sql<Counts>`select ${this.all('documents')} as documents, ${this.all('appearances')} as appearances,
      ${this.all('claims')} - (select count(*) from claims where current in (0, -1)) as claims, (select count(*) from events) as events, (select count(*) from disputes) as disputes,
      (select count(*) from records) as records, (select count(*) from origins where events > 0) as origins`.execute(
        this.db,
      );
    return found.rows[0];
  }

  neighbours = (keys: readonly string[]) => neighbours(this.db, keys);
  filed = (documents: readonly string[]) => inChunks(documents, (some) => filedClaims(this.db, 'documents.id', some));
  judgements = (claims: readonly string[]) => judgements(this.db, claims);
  exceeding = (figure: Exceeded, rival: string | null, since: string | null, limit: number) =>
    exceeding(this.db, figure, rival, since, limit);
  coverage = () => coverage(this.db);
}

/**
 * Lets the event loop turn once. SQLite answers at once, so a long ingest would be one chain of promises in which it never
 * does: a server would answer nobody, and Node would free none of the handles that SQLite's answers came in.
 */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

class Writer extends Reads implements LedgerWriter {
  constructor(
    db: Db,
    dialect: Dialect,
    private readonly names: Names,
    private readonly now: string,
  ) {
    super(db, dialect);
  }
  async addDocument(document: Document, messages: readonly Message[] = []) {
    const result = await fileDocument(this.db, this.dialect, document, messages, this.now);
    if (result.added !== 'known') await announce(this.db, this.now, [{ kind: 'document', id: document.id }]);
    return result;
  }
  putClaims = (document: string, claims: readonly Claim[]) =>
    fileClaims(this.db, this.dialect, this.names, document, claims);
  reapply = (claim: string) => reapply(this.db, this.names, claim);
  async putOutcome(outcome: LinkOutcome) {
    await fileOutcome(this.db, this.dialect, this.names, outcome, this.now);
    await turn();
  }
  clearEvents = () => clearEvents(this.db, this.dialect);
  addReview = (review: NewReview) => addReview(this.db, review, this.now);
  undoReview = (id: number, by: string, reason: string) => undoReview(this.db, id, by, reason, this.now);
}

/** A ledger on two connections (or one pool): who reads never waits for who writes. */
export class SqlLedger extends Reads implements Ledger {
  readonly kind: 'sqlite' | 'postgres';
  readonly #names = new Names();
  constructor(
    readonly location: string,
    reader: Db,
    private readonly writer: Db,
    dialect: Dialect,
    private readonly now: () => string,
  ) {
    super(reader, dialect);
    this.kind = dialect.kind;
  }

  async write<T>(work: (writer: LedgerWriter) => Promise<T>): Promise<T> {
    try {
      return await this.writer.transaction().execute(async (tx) => {
        await this.dialect.lock(tx);
        return work(new Writer(tx, this.dialect, this.#names, this.now()));
      });
    } catch (error) {
      this.#names.forget();
      throw error;
    }
  }

  async *documentIds(): AsyncIterable<string> {
    let after = ['', ''];
    for (;;) {
      const rows = await this.db
        .selectFrom('documents')
        .select(['known', 'id'])
        .where('current', '=', 1)
        .where(sql<boolean>`(known, id) > (${after[0]}, ${after[1]})`)
        .orderBy('known')
        .orderBy('id')
        .limit(1_000)
        .execute();
      for (const { id } of rows) yield id;
      if (rows.length < 1_000) return;
      after = [rows.at(-1)!.known, rows.at(-1)!.id];
    }
  }

  addToken = (name: string, role: Role) =>
    this.writer.transaction().execute((tx) => addToken(tx, name, role, this.now()));
  checkToken = (token: string) => checkToken(this.db, token);
  tokens = () => listTokens(this.db);
  revokeToken = (id: number) => this.writer.transaction().execute((tx) => revokeToken(tx, id, this.now()));
  async close(): Promise<void> {
    await this.writer.destroy();
    if (this.db !== this.writer) await this.db.destroy();
  }
}
