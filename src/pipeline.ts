import type { Language, Reading } from './extract/language.ts';
import { articleFrom } from './ingest/fields.ts';
import { identifyLanguage } from './ingest/identify-language.ts';
import { type Ingested, type ReadOptions, readPaths } from './ingest/read.ts';
import { type Refusal, Refused } from './ingest/refusal.ts';
import type { Explanation } from './link/explain.ts';
import type { Message } from './model/claim.ts';
import type { Article, Document } from './model/document.ts';
import { openDocument } from './model/ids.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { FiledClaim, LinkOutcome, LinkView } from './model/ledger.ts';
import type { Added, Ledger, LedgerWriter, NewReview, Review } from './store/ledger.ts';

/** The languages that there is a reader for, by BCP 47 primary subtag. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  en: async () => (await import('./languages/en/index.ts')).english,
};

let opened: Promise<Knowledge> | undefined;
/** What is known of the world, opened once. */
const knowledge = (): Promise<Knowledge> =>
  (opened ??= import('./normalize/knowledge.ts').then(({ openKnowledge }) => openKnowledge()));

/** Stage 3: what the claims of some documents do to the events of a ledger, and what ends with documents that have none any more. */
const link = async (
  claims: readonly FiledClaim[],
  view: LinkView,
  gone: readonly string[] = [],
): Promise<LinkOutcome> => (await import('./link/link.ts')).linkDocument(claims, view, gone);

export type { Explanation, Refusal };

/** What is said of articles from outside them. */
export type Fields = Partial<Omit<Article, 'text'>>;

/**
 * Stage 1: the articles at addresses, in files, folders and standard input (`-`). `fields` stand above what an article says itself.
 * Throws a RangeError where one of them is not what it must be.
 */
export function articles(
  paths: readonly string[],
  { fields = {}, ...options }: ReadOptions & { fields?: Fields } = {},
): AsyncIterable<Ingested> {
  const { text: _, ...above } = checked({ ...fields, text: 'any' });
  const told = Object.fromEntries(Object.entries(above).filter(([, value]) => value !== null));
  return (async function* () {
    for await (const one of readPaths(paths, options))
      yield 'refused' in one ? one : { ...one, article: { ...one.article, ...told } };
  })();
}

/** An article that can be one: its text neither empty nor over the limit, its date a date. Throws a RangeError otherwise. */
function checked(article: Article): Article {
  try {
    return articleFrom({ ...article });
  } catch (error) {
    throw error instanceof Refused ? new RangeError(error.message) : error;
  }
}

/** Stage 2: an article becomes a document, and is read. Same article, same result, to the byte. */
export async function read(
  article: Article,
  options: { explain?: boolean } = {},
): Promise<Reading & { document: Document }> {
  const document = openDocument({ ...article, language: article.language ?? (await identifyLanguage(article.text)) });
  const language = languages[document.language];
  const reading: Reading = language
    ? (await language()).read(document, await knowledge(), options)
    : {
        claims: [],
        messages: [
          note(
            'unread-language',
            `there is no reader for the language "${document.language}": the text is kept, and no claims are read in it`,
          ),
        ],
        trace: [],
      };
  const undated = document.published === null && language !== undefined;
  if (undated)
    reading.messages.unshift(
      note(
        'undated',
        'the publication date is unknown, so "Tuesday" and "overnight" have no day: give it as "published"',
      ),
    );
  return { document, ...reading };
}

/** A message about a whole text. */
const note = (rule: string, reason: string): Message => ({ start: 0, end: 0, rule, reason });

/** What became of an article. */
export interface Filed {
  document: Document;
  added: Added;
  claims: number;
  messages: Message[];
}

/** All stages: an article is read, and what it claims is filed and linked, in one transaction. Throws a RangeError for one that cannot be one. */
export async function add(ledger: Ledger, given: Article): Promise<Filed> {
  const article = checked(given);
  const known = openDocument({ ...article, language: article.language ?? 'und' });
  if (await ledger.knows(known)) return { document: known, added: 'known', claims: 0, messages: [] };
  const { document, claims, messages } = await read(article);
  return ledger.write(async (tx) => {
    const { added, superseded } = await tx.addDocument(document, messages);
    const changed = added === 'new' || added === 'completed';
    const filed = changed ? await tx.putClaims(document.id, claims) : [];
    await relinkDocuments(tx, changed ? [document.id, ...superseded] : superseded);
    return { document, added, claims: filed.length, messages };
  });
}

/** Links some documents as they now stand. */
async function relinkDocuments(tx: LedgerWriter, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const claims = await tx.filed(documents);
  const told = new Set(claims.map(({ document }) => document.id));
  await tx.putOutcome(
    await link(
      claims,
      tx,
      documents.filter((id) => !told.has(id)),
    ),
  );
}

/** Ingests one article after the other. One that cannot be read is refused, and the others go on. */
export async function* ingest(
  ledger: Ledger,
  articles: AsyncIterable<Ingested>,
): AsyncGenerator<Filed | { refused: Refusal }> {
  for await (const one of articles) {
    if ('refused' in one) {
      yield one;
      continue;
    }
    try {
      yield await add(ledger, one.article);
    } catch (error) {
      if (ledgerFailed(error)) throw error;
      yield {
        refused: {
          path: one.path,
          line: one.line,
          reason: `it could not be read, by a fault of Counterclaim's: please report it (${(error as Error).stack?.split('\n').slice(0, 2).join(' ')})`,
        },
      };
    }
  }
}

/** Errors of the database, not of an article: they have a code. */
const ledgerFailed = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string';

/** Builds all events anew from the claims on file, in order of publication. With `reread`, the claims from the texts first. */
export async function relink(
  ledger: Ledger,
  options: { reread?: boolean; progress?: (documents: number) => void } = {},
): Promise<void> {
  if (options.reread) for await (const id of ledger.documentIds()) await reread(ledger, id);
  await ledger.write(async (tx) => {
    await tx.clearEvents();
    let done = 0;
    for await (const id of ledger.documentIds()) {
      await relinkDocuments(tx, [id]);
      options.progress?.((done += 1));
    }
  });
}

/** What a document says is read again: by a newer reader, or with other corrections. Its events are linked anew where claims changed. */
async function reread(ledger: Ledger, id: string): Promise<void> {
  const page = await ledger.document(id);
  if (!page) return;
  const { claims } = await read(page.document);
  await ledger.write(async (tx) => {
    await tx.putClaims(id, claims);
  });
}

/** Why two claims are, or are not, about one event. Throws a RangeError where there is no such claim. */
export async function why(ledger: Ledger, one: string, other: string): Promise<Explanation> {
  const [a, b] = [await ledger.claim(one), await ledger.claim(other)];
  if (!a || !b) throw new RangeError(`there is no claim ${a ? other : one}: "counterclaim claims" lists what there is`);
  return (await import('./link/explain.ts')).explainPair(a, b, ledger);
}

/** Files a reviewer's act, and judges anew what it touches. Throws a RangeError for an act that cannot be. */
export const review = (ledger: Ledger, act: NewReview): Promise<Review> => judged(ledger, (tx) => tx.addReview(act));

/** Takes an act back. Throws a RangeError for one that is unknown or was taken back before. */
export const undo = (ledger: Ledger, id: number, by: string, reason: string): Promise<Review> =>
  judged(ledger, (tx) => tx.undoReview(id, by, reason));

function judged(ledger: Ledger, act: (tx: LedgerWriter) => Promise<Review>): Promise<Review> {
  return ledger.write(async (tx) => {
    const done = await act(tx);
    const documents = new Set<string>();
    for (const id of done.other === null ? [done.subject] : [done.subject, done.other]) {
      await tx.reapply(id);
      documents.add((await tx.claim(id))!.document.id);
    }
    await relinkDocuments(tx, [...documents]);
    return done;
  });
}
