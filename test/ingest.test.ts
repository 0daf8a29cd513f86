import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyLanguage } from '../src/ingest/identify-language.ts';
import { lines } from '../src/ingest/lines.ts';
import { type Ingested, type ReadOptions, readPaths } from '../src/ingest/read.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'counterclaim-ingest-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What comes of one file: texts, or `line: reason` of what was refused. */
async function read(name: string, content: string | Uint8Array, options?: ReadOptions): Promise<Ingested[]> {
  const path = join(home, name);
  writeFileSync(path, content);
  return all([path], options);
}
async function all(paths: string[], options?: ReadOptions): Promise<Ingested[]> {
  const found: Ingested[] = [];
  for await (const one of readPaths(paths, options)) found.push(one);
  return found;
}
const texts = (found: Ingested[]) =>
  found.map((one) =>
    'article' in one ? one.article.text : `REFUSED ${one.refused.line ?? '-'} ${one.refused.reason}`,
  );
const article = (found: Ingested[]) => ('article' in found[0] ? found[0].article : texts(found)[0]);
const piped = (bytes: string | Uint8Array) => all(['-'], { stdin: Readable.from([Buffer.from(bytes)]) });

/** A single-byte encoding, the other way round. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (char) => codes.get(char)!);
}
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('refused by name, with the reason, while the others go on', () => {
  it.each([
    ['nothing.txt', '', /it is empty/],
    ['blank.txt', ' \n\n ', /it is empty/],
    ['empty.jsonl', '\n\n', /it is empty/],
    ['empty.json', '[]', /it is empty/],
    ['notes.doc', 'words', /ending is not known.*\.txt \.md/],
    ['picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0]), /binary/],
    ['noise.txt', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32), /binary/],
    ['broken.json', '{"text": "a"', /not valid JSON/],
    ['number.json', '7', /no article/],
    ['textless.json', '{"body": "a", "date": "b"}', /no "text".*body, date/],
    ['list.json', '{"text": ["a"]}', /"text" is a list/],
    ['date.json', '{"text": "a", "published": "last Tuesday"}', /"published" is "last Tuesday".*2025-03-11/],
    ['day.json', '{"text": "a", "published": "2025-02-30"}', /2025-02-30/],
    ['tag.json', '{"text": "a", "language": "English!"}', /"language" is/],
    ['open.md', '---\noutlet: A\n\nWords.', /no end/],
    ['yaml.md', '---\noutlet: [\n---\nWords.', /no YAML/],
    ['zip.txt.gz', 'these are no gzip bytes', /damaged/],
    ['page.html', '<html><body></body></html>', /no article was found/],
  ])('%s', async (name, content, reason) => {
    const [refused, next] = texts([...(await read(name, content)), ...(await read('good.txt', 'Good.'))]);
    expect(refused).toMatch(/^REFUSED/);
    expect(refused).toMatch(reason);
    expect(next).toBe('Good.');
  });

  it('a missing file, an empty folder, a folder with one good file and one bad', async () => {
    mkdirSync(join(home, 'empty'));
    mkdirSync(join(home, 'mixed/deeper'), { recursive: true });
    writeFileSync(join(home, 'mixed/a.txt'), 'First.');
    writeFileSync(join(home, 'mixed/b.exe'), 'x');
    writeFileSync(join(home, 'mixed/.hidden'), 'x');
    writeFileSync(join(home, 'mixed/README.md'), 'About this folder.');
    writeFileSync(join(home, 'mixed/deeper/c.txt'), 'Third.');
    symlinkSync(join(home, 'mixed'), join(home, 'mixed/deeper/round'));
    const found = texts(await all(['none.txt', 'empty', 'mixed'].map((name) => join(home, name))));
    expect(found[0]).toMatch(/no such file/);
    expect(found[1]).toMatch(/no article in this folder/);
    expect(found.slice(2)).toEqual(['First.', expect.stringMatching(/ending is not known/), 'Third.']);
  });

  it('bad lines of JSON Lines, by number', async () => {
    const found = texts(await read('some.jsonl', '{"text":"One."}\nno json\n\n{"title":"x"}\n{"text":"Five."}'));
    expect(found).toEqual([
      'One.',
      expect.stringMatching(/^REFUSED 2 it is not valid JSON/),
      expect.stringMatching(/^REFUSED 4 it has no "text"/),
      'Five.',
    ]);
  });

  it('a bad article in a list, by its place in it', async () => {
    expect(texts(await read('list2.json', '[{"text":"One."},{"text":3}]'))).toEqual([
      'One.',
      expect.stringMatching(/article 2 of its list: "text" is the number 3/),
    ]);
  });
});

describe('encodings', () => {
  const russian =
    'Министерство обороны России сообщило, что ночью были сбиты сорок беспилотников над Белгородской областью.';
  const ukrainian = 'Міністерство оборони повідомило, що вночі було збито сорок безпілотників над областю.';
  const western = 'The café burned — “two people died”, the mayor said.';
  it.each([
    ['a UTF-8 mark', Buffer.from(`\ufeff${russian}`), russian],
    ['UTF-8', Buffer.from(russian), russian],
    ['UTF-16 LE with a mark', utf16(russian, false, true), russian],
    ['UTF-16 BE with a mark', utf16(russian, true, true), russian],
    ['UTF-16 LE without a mark', utf16(russian, false, false), russian],
    ['UTF-16 BE without a mark', utf16(western, true, false), western],
    ['windows-1251', encode(russian, 'windows-1251'), russian],
    ['windows-1251, Ukrainian', encode(ukrainian, 'windows-1251'), ukrainian],
    ['koi8-u', encode(russian, 'koi8-u'), russian],
    ['ibm866', encode(russian, 'ibm866'), russian],
    [
      'windows-1252',
      Buffer.from(western.replace('—', '\x97').replace('“', '\x93').replace('”', '\x94'), 'latin1'),
      western,
    ],
    ['emoji', Buffer.from('🚀 Two 👩‍👩‍👧 died.'), '🚀 Two 👩‍👩‍👧 died.'],
    ['NFD', Buffer.from('Zaporíz\u030chz\u030cia'), 'Zaporíz\u030chz\u030cia'],
    ['CRLF', Buffer.from('One.\r\nTwo.\r\n'), 'One.\r\nTwo.'],
    [
      'one broken byte among many good',
      Buffer.concat([Buffer.from(russian), Uint8Array.of(0xff), Buffer.from(russian)]),
      `${russian}\ufffd${russian}`,
    ],
  ])('%s', async (_, bytes, text) => {
    expect(texts(await read('encoded.txt', bytes))).toEqual([text]);
  });

  it('in JSON Lines, each line for itself', async () => {
    const line = JSON.stringify({ text: russian });
    expect(texts(await read('cp1251.jsonl', encode(`{"text":"Plain."}\n${line}\r\n${line}`, 'windows-1251')))).toEqual([
      'Plain.',
      russian,
      russian,
    ]);
    expect(texts(await read('wide.jsonl', utf16(`${line}\n${line}\n`, true, true)))).toEqual([russian, russian]);
  });

  it('by name, where the bytes do not tell', async () => {
    const greek = 'Ο υπουργός άμυνας δήλωσε ότι δύο άνθρωποι σκοτώθηκαν.';
    expect(texts(await read('greek.txt', encode(greek, 'windows-1253'), { encoding: 'windows-1253' }))).toEqual([
      greek,
    ]);
  });

  it('keeps the place of what no text can hold', async () => {
    expect(texts(await read('odd.json', '{"text":"a\\u0000b\\ud800c"}'))).toEqual(['a\ufffdb\ufffdc']);
  });
});

describe('formats', () => {
  const fields = {
    url: 'https://example.org/a',
    title: 'A title',
    outlet: 'Example Wire',
    author: 'A. Writer',
    published: '2025-03-11T14:00:00+02:00',
    language: 'en',
  };
  it('JSON: one article, a list, and compressed', async () => {
    const json = JSON.stringify({ ...fields, text: 'Words.', tags: ['unknown fields are left aside'] });
    expect(article(await read('one.json', json))).toEqual({ ...fields, text: 'Words.' });
    expect(await read('two.json', `[${json},${json}]`)).toHaveLength(2);
    expect(article(await read('one.json.gz', gzipSync(json)))).toEqual({ ...fields, text: 'Words.' });
    expect(article(await read('one.jsonl.gz', gzipSync(`${json}\n`)))).toEqual({ ...fields, text: 'Words.' });
  });

  it('Markdown with YAML front matter', async () => {
    const matter = Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n');
    expect(article(await read('front.md', `---\r\n${matter}\r\n---\r\n\r\nWords.\r\n\r\n--- and more\n`))).toEqual({
      ...fields,
      text: 'Words.\r\n\r\n--- and more',
    });
    expect(article(await read('bare.md', 'Only **words**.\n'))).toMatchObject({
      text: 'Only **words**.',
      published: null,
    });
    expect(article(await read('day.md', '---\npublished: 2025-03-11\n---\nWords.'))).toMatchObject({
      published: '2025-03-11',
    });
  });

  it('an annotated article of the test format', async () => {
    expect(
      article(
        await read(
          'gold.json',
          JSON.stringify({ format: 'counterclaim-gold/1', id: 'x-1', text: 'Words.', claims: [] }),
        ),
      ),
    ).toMatchObject({ url: 'https://gold.example/x-1', text: 'Words.' });
  });

  it('a web page: its article, block by block, and what the page says of itself', async () => {
    const long =
      'The ministry said that forty drones were shot down over the region during the night, and that nobody was hurt.';
    const page = `<!doctype html><html lang="en-GB"><head><meta charset="windows-1252"><title>Raid</title><meta property="og:site_name" content="Example Wire">
      <meta property="article:published_time" content="2025-03-11T06:00:00Z"><link rel="canonical" href="https://example.org/raid"></head><body><nav>Home</nav>
      <article><h1>Raid</h1><p>${long}</p><p>The governor<br>said &ldquo;two&rdquo; fell.</p><figure><figcaption>Ten people in a picture</figcaption></figure><ul><li>${long}</li><li>Three <b>cars</b> burned.</li></ul>
      <p>${long}</p></article><script>alert(1)</script></body></html>`;
    expect(article(await read('page.html', Buffer.from(page, 'latin1')))).toMatchObject({
      text: `${long}\n\nThe governor\nsaid “two” fell.\n\n${long}\n\nThree cars burned.\n\n${long}`,
      url: 'https://example.org/raid',
      outlet: 'Example Wire',
      published: '2025-03-11T06:00:00Z',
      language: 'en',
      title: 'Raid',
    });
  });

  it('dates without an offset are days', async () => {
    const published = async (text: string) =>
      article(await read('d.json', JSON.stringify({ text: 'x', published: text })));
    expect(await published('2025-03-11T14:00:00')).toMatchObject({ published: '2025-03-11' });
    expect(await published('2025-03-11 14:00 +0200')).toMatchObject({ published: '2025-03-11T14:00:00+02:00' });
  });

  it('standard input, by how it begins', async () => {
    expect(texts(await piped('Just words.\n'))).toEqual(['Just words.']);
    expect(texts(await piped('{"text":"A."}\n{"text":"B."}\n'))).toEqual(['A.', 'B.']);
    expect(texts(await piped('{\n "text": "A."\n}'))).toEqual(['A.']);
    expect(texts(await piped('[{"text":"A."}]'))).toEqual(['A.']);
    expect(texts(await piped('[Editor] words'))).toEqual(['[Editor] words']);
    expect(article(await piped('---\ntitle: T\n---\nWords.'))).toMatchObject({ title: 'T', text: 'Words.' });
    expect(texts(await piped(''))).toEqual([expect.stringMatching(/it is empty/)]);
    expect(
      texts(await piped(`{"text":"${'long '.repeat(50_000)}"}\n{"text":"B."}`)).map((text) => text.length),
    ).toEqual([250_000, 2]);
  });
});

describe('large input', () => {
  it('a text of 50 MB and a line of 5 MB are refused by the stated limit', async () => {
    expect(texts(await read('large.txt', Buffer.alloc(50_000_000, 'Words. ')))).toEqual([
      expect.stringMatching(/larger than 9 MB, the limit/),
    ]);
    expect(texts(await read('line.txt', 'word '.repeat(1_000_000)))).toEqual([
      expect.stringMatching(/5 MB of characters, and one article may have 2 MB/),
    ]);
  });

  it('50 MB of JSON Lines go through line by line, a line over the limit by its number', async () => {
    const path = join(home, 'large.jsonl');
    const line = JSON.stringify({ text: 'Forty drones were shot down. '.repeat(350) });
    const count = Math.floor(50_000_000 / line.length);
    writeFileSync(path, `${`${line}\n`.repeat(count)}{"text":"${'x'.repeat(9_100_000)}"}\n${line}\n`);
    let good = 0;
    const refused: Ingested[] = [];
    const before = process.memoryUsage().rss;
    let peak = 0;
    for await (const one of readPaths([path])) {
      if ('article' in one) good += 1;
      else refused.push(one);
      if (good % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(good).toBe(count + 1);
    expect(texts(refused)).toEqual([
      expect.stringMatching(new RegExp(`^REFUSED ${count + 1} the line is longer than 9 MB`)),
    ]);
    expect(peak - before).toBeLessThan(200_000_000);
  }, 60_000);

  it('lines are split alike, however the stream is cut', async () => {
    const text = 'one\r\ntwo\n\nfour';
    for (let size = 1; size <= text.length; size += 1) {
      const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        Buffer.from(text.slice(i * size, (i + 1) * size)),
      );
      const found: string[] = [];
      for await (const { number, bytes } of lines(Readable.from(parts), 4))
        found.push(`${number} ${bytes ? Buffer.from(bytes).toString() : 'too long'}`);
      expect(found).toEqual(['1 one', '2 two', '3 ', '4 four']);
    }
  });
});

describe('languages', () => {
  it.each([
    ['en', 'The ministry said that forty drones were shot down over the region during the night.'],
    ['ru', 'Министерство обороны сообщило, что ночью были сбиты сорок беспилотников.'],
    ['uk', 'Міністерство оборони повідомило, що вночі було збито сорок безпілотників.'],
    ['fr', 'Le ministère de la défense a déclaré que quarante drones avaient été abattus pendant la nuit.'],
  ])('%s', async (code, text) => {
    expect(await identifyLanguage(text)).toBe(code);
  });
});
