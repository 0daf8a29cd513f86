import type { Article } from '../../model/document.ts';
import { decode } from '../decode.ts';
import { foreignDate, readable } from '../fields.ts';
import { Refused } from '../refusal.ts';

/** A web page: the article in it as Readability finds it, one paragraph a block, blank lines between. */
export async function readHtml(bytes: Uint8Array, encoding: string | null): Promise<Article[]> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  const { document } = parseHTML(decode(bytes, encoding ?? declared(bytes)));
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (found) return found;
    }
    return null;
  };
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  const language = document.documentElement?.getAttribute('lang') ?? meta('og:locale');
  const published =
    meta('article:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    null;
  const outlet = meta('og:site_name', 'application-name');
  const found = new Readability<BlockNode>(document as never, {
    serializer: (node) => node as unknown as BlockNode,
  }).parse();
  const text = found?.content ? paragraphs(found.content) : '';
  if (text === '')
    throw new Refused('no article was found in this page: save the article itself, or give its text as .txt');
  return [
    {
      text: readable(text),
      url: url && /^https?:\/\//.test(url) ? url : null,
      title: found?.title || null,
      author: found?.byline || null,
      outlet: outlet ?? found?.siteName ?? null,
      published: foreignDate(published ?? found?.publishedTime),
      language: /^([a-z]{2,3})\b/i.exec(language ?? '')?.[1].toLowerCase() ?? null,
    },
  ];
}

/** What a page says of its own encoding in its first kilobytes. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,30})/i.exec(head)?.[1] ?? null;
}

interface BlockNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<BlockNode>;
}
const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'BLOCKQUOTE',
  'PRE',
  'TABLE',
  'TBODY',
  'THEAD',
  'TR',
  'TD',
  'TH',
  'HR',
  'HEADER',
  'FOOTER',
  'ASIDE',
  'ADDRESS',
  'DETAILS',
  'SUMMARY',
]);
/** Captions and credits are not the article's own sentences. */
const LEFT_OUT = new Set([
  'FIGURE',
  'FIGCAPTION',
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'BUTTON',
  'SVG',
  'IFRAME',
  'FORM',
]);

/** Text block by block: `textContent` would glue the end of one to the start of the next. */
function paragraphs(root: BlockNode): string {
  const done: string[] = [];
  let open = '';
  const close = () => {
    const lines = open
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    if (lines.length > 0) done.push(lines.join('\n'));
    open = '';
  };
  const walk = (node: BlockNode): void => {
    if (node.nodeType === 3) open += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (LEFT_OUT.has(name)) return;
    if (name === 'BR') open += '\n';
    const block = BLOCKS.has(name);
    if (block) close();
    for (const child of node.childNodes) walk(child);
    if (block) close();
  };
  walk(root);
  close();
  return done.join('\n\n');
}
