import type { Article } from '../model/document.ts';
import { decode } from './decode.ts';
import { isFeed, readFeed } from './feed.ts';
import { Fetcher } from './fetch.ts';
import { readHtml } from './formats/html.ts';
import { readText } from './formats/text.ts';
import type { Allow } from './guard.ts';
import type { Ingested } from './read.ts';
import { Refused } from './refusal.ts';

export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** The article at an address, or, of a feed, the articles that it leads to, one after the other. */
export async function* readAddress(address: string, allow?: Allow): AsyncGenerator<Ingested> {
  const fetcher = new Fetcher(allow);
  try {
    const page = await attempt(address, () => fetcher.get(address));
    if ('refused' in page) return yield page;
    const text =
      page.bytes.length > 0 && /xml|json|rss|atom/.test(page.type)
        ? await attempt(address, async () => decode(page.bytes, page.charset))
        : '';
    if (typeof text !== 'string') return yield text;
    if (!isFeed(page.type, text))
      return yield await attempt(address, async () => ({ article: await articleOf(page), path: address, line: null }));
    const entries = await attempt(address, () => readFeed(text, page.url));
    if ('refused' in entries) return yield entries;
    for (const { url, ...told } of entries)
      yield await attempt(url, async () => {
        const article = await articleOf(await fetcher.get(url));
        for (const field of ['title', 'author', 'published'] as const) article[field] ??= told[field];
        return { article, path: url, line: null };
      });
  } finally {
    await fetcher.close();
  }
}

async function articleOf({ bytes, type, charset, url }: Awaited<ReturnType<Fetcher['get']>>): Promise<Article> {
  if (bytes.length === 0) throw new Refused('it is empty: there is no text in it');
  if (type === 'text/plain') return { ...readText(bytes, charset)[0], url };
  if (!/html|^$/.test(type)) throw new Refused(`it is ${type}, and pages, plain texts and feeds are read`);
  const [article] = await readHtml(bytes, charset);
  // A page may name its own address, but not another site's.
  const own = article.url && URL.canParse(article.url) && new URL(article.url).host === new URL(url).host;
  return { ...article, url: own ? article.url : url };
}

async function attempt<T>(
  path: string,
  work: () => Promise<T>,
): Promise<T | { refused: { path: string; line: null; reason: string } }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { refused: { path, line: null, reason: error.message } };
    throw error;
  }
}
