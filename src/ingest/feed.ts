import type { Article } from '../model/document.ts';
import { foreignDate } from './fields.ts';
import { Refused } from './refusal.ts';

/** An entry of a feed: where its article is, and what the feed says of it. */
export type Entry = Pick<Article, 'title' | 'author' | 'published'> & { url: string };

/** Is this RSS, Atom, RDF or JSON Feed? */
export const isFeed = (type: string, text: string): boolean =>
  /[+/](rss|atom|feed)\b/.test(type) ||
  /^\s*(<\?xml[^>]{0,200}>)?\s*(<!--[\s\S]{0,2000}?-->\s*)?<(rss|feed|rdf:RDF)\b/i.test(text.slice(0, 4_000)) ||
  (type.includes('json') && text.includes('https://jsonfeed.org/version/'));

interface Item {
  link?: string;
  links?: { href?: string; rel?: string }[];
  url?: string;
  title?: string | { value?: string };
  pubDate?: string;
  published?: string;
  updated?: string;
  date_published?: string;
  authors?: (string | { name?: string })[];
  dc?: { date?: string; dates?: string[]; creator?: string; creators?: string[] };
}

/** The entries of a feed, in its order, each address once. `base` is where the feed was read. Throws Refused for what is no feed. */
export async function readFeed(text: string, base: string): Promise<Entry[]> {
  const { parseFeed } = await import('feedsmith');
  let items: Item[];
  try {
    const { feed } = parseFeed(text) as { feed: { items?: Item[]; entries?: Item[] } };
    items = feed.items ?? feed.entries ?? [];
  } catch (error) {
    throw new Refused(`it is no feed that can be read (${(error as Error).message})`);
  }
  const entries = new Map<string, Entry>();
  for (const item of items) {
    const link =
      item.link ??
      item.url ??
      (item.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? item.links?.[0])?.href;
    if (!link || !URL.canParse(link, base)) continue;
    const url = new URL(link, base).href;
    const author = item.authors?.[0] ?? item.dc?.creator ?? item.dc?.creators?.[0];
    const title = typeof item.title === 'string' ? item.title : item.title?.value;
    if (!entries.has(url))
      entries.set(url, {
        url,
        title: title?.trim() || null,
        author: (typeof author === 'string' ? author : author?.name)?.trim() || null,
        published: foreignDate(
          item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date ?? item.dc?.dates?.[0] ?? item.updated,
        ),
      });
  }
  if (entries.size === 0) throw new Refused('there is no article in this feed');
  return [...entries.values()];
}
