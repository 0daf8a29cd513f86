import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VERSION } from '../src/cli/program.ts';
import type { Claim } from '../src/model/claim.ts';
import { cli, ended, rows, start } from './support/cli.ts';
import { jsonLines, news } from './support/news.ts';
import { postgresAvailable, postgresServer } from './support/postgres.ts';

let home = '';
const at = (name: string) => join(home, name);
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'counterclaim-cli-'));
  execFileSync(process.execPath, [fileURLToPath(new URL('../bin/counterclaim.js', import.meta.url)), '--version']);
  writeFileSync(at('news.jsonl'), jsonLines(news(40)));
  expect((await cli(['ingest', at('news.jsonl'), '--ledger', at('news.db')])).status).toBe(0);
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The published schemas, as anybody else would use them. */
const published = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), 'utf8')));
const list = (name: string, ...options: string[]) => cli([name, '--ledger', at('news.db'), ...options]);

describe('extract', () => {
  it('prints one document with its claims a line, as the schemas have them, twice the same', async () => {
    const ran = await cli(['extract', at('news.jsonl'), '--format', 'json']);
    expect(ran.status).toBe(0);
    expect(rows(ran)).toHaveLength(40);
    const texts = new Map(news(40).map(({ url, text }) => [url, text]));
    let claims = 0;
    for (const line of rows(ran)) {
      expect(Object.keys(line)).toEqual(['document', 'claims']);
      published('document').parse(line.document);
      for (const claim of line.claims) {
        claims += 1;
        published('claim').parse(claim);
        for (const part of [claim.value, claim.source, claim.place, claim.time, claim.cue])
          if (part) expect(texts.get(line.document.url)!.slice(part.start, part.end)).toBe(part.text);
      }
    }
    expect(claims).toBeGreaterThan(100);
    expect((await cli(['extract', at('news.jsonl'), '--format', 'json'])).out).toBe(ran.out);
  });

  it('takes what it is told of an article, above what that says itself', async () => {
    const text = 'Two people were killed in Kharkiv on Tuesday, the governor said.';
    const ran = await cli(
      [
        'extract',
        '-',
        '--format',
        'json',
        '--published',
        '2024-05-02',
        '--outlet',
        'Wire',
        '--title',
        'T',
        '--url',
        'https://a.example/',
        '--language',
        'en-GB',
      ],
      { stdin: text },
    );
    expect(rows(ran)[0].document).toMatchObject({
      published: '2024-05-02',
      outlet: 'Wire',
      title: 'T',
      url: 'https://a.example/',
      language: 'en',
    });
  });

  it('says what it does without a date, and does not take today for it', async () => {
    const ran = await cli(['extract', '--format', 'json'], {
      stdin: 'Two people were killed in Kharkiv on Tuesday, the governor said.',
    });
    expect(ran.err).toMatch(/publication date is unknown/);
    expect(rows(ran)[0].document.published).toBeNull();
    for (const claim of rows(ran)[0].claims) expect(claim.time).toBeNull();
  });

  it('keeps a text whose language nobody reads, and says so', async () => {
    const ran = await cli(['extract', '--format', 'json'], {
      stdin: 'Le ministère de la défense a déclaré que quarante drones avaient été abattus pendant la nuit.',
    });
    expect(rows(ran)).toMatchObject([{ document: { language: 'fr' }, claims: [] }]);
    expect(ran.err).toMatch(/no reader for the language "fr"/);
  });

  it('in words: the sentence, what it claims, and who says so; no control character of the article', async () => {
    const ran = await cli(['extract', '--format', 'text', '--published', '2024-05-02'], {
      stdin: 'Forty drones were shot down over Kursk overnight, the defence ministry said \u001b[31mon Tuesday.',
    });
    expect(ran.out).toMatch(/40 drones intercepted — .*ministry/i);
    expect(ran.out).not.toContain('\u001b');
  });

  it('explains itself', async () => {
    const ran = await cli(['extract', '--format', 'json', '--explain', '--published', '2024-05-02'], {
      stdin: 'Forty drones were shot down over Kursk overnight, the defence ministry said. The S-300 is 40 years old.',
    });
    const [{ trace, claims }] = rows(ran);
    expect(trace.filter((step: { claim: string }) => step.claim === claims[0].id).length).toBeGreaterThan(0);
  });
});

describe('ingest', () => {
  it('says what became of the articles, and changes nothing the second time', async () => {
    const first = await cli(['ingest', at('news.jsonl'), '--ledger', at('twice.db')]);
    expect(first.out).toMatch(/documents: 40 new, 0 unchanged\n/);
    expect(first.out).toMatch(/40 documents \(\+40\), \d+ claims \(\+\d+\), \d+ events/);
    const before = await dump('twice.db');
    const second = await cli(['ingest', at('news.jsonl'), '--ledger', at('twice.db')]);
    expect(second.out).toMatch(/documents: 0 new, 40 unchanged\n/);
    expect(await dump('twice.db')).toEqual(before);
  });

  it('gives identical bytes from the same input', async () => {
    await cli(['ingest', at('news.jsonl'), '--ledger', at('again.db')]);
    expect(await dump('again.db')).toEqual(await dump('news.db'));
  });

  it.skipIf(!postgresAvailable())('gives the same bytes from PostgreSQL as from SQLite', async () => {
    const server = await postgresServer();
    try {
      const url = await server.database('cli');
      const first = await cli(['ingest', at('news.jsonl'), '--ledger', url]);
      expect(first.out, first.err).toMatch(/documents: 40 new, 0 unchanged\n/);
      expect((await cli(['ingest', at('news.jsonl'), '--ledger', url])).out).toMatch(
        /documents: 0 new, 40 unchanged\n/,
      );
      expect(await dump(url)).toEqual(await dump('news.db'));
      const secret = url.replace('counterclaim@', 'counterclaim:hush@');
      expect((await cli(['ingest', at('news.jsonl'), '--ledger', secret])).out).not.toContain('hush');
    } finally {
      server.stop();
    }
  });

  it('goes on after what it refuses, says where that was, and ends with 1', async () => {
    mkdirSync(at('inbox'), { recursive: true });
    const [a, b] = news(2);
    writeFileSync(at('inbox/a.jsonl'), `${JSON.stringify(a)}\n{broken\n${JSON.stringify(b)}\n`);
    writeFileSync(at('inbox/b.exe'), 'x');
    writeFileSync(at('inbox/c.txt'), '');
    const ran = await cli(['ingest', at('inbox'), '--ledger', at('inbox.db')]);
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(/a\.jsonl, line 2: it is not valid JSON/);
    expect(ran.err).toMatch(/b\.exe: its ending is not known/);
    expect(ran.err).toMatch(/c\.txt: it is empty/);
    expect(ran.out).toMatch(/2 new, 0 unchanged, 3 refused/);
  });

  it('the same text under two addresses is one text with two appearances', async () => {
    const [a] = news(1);
    writeFileSync(at('copies.jsonl'), jsonLines([a, { ...a, url: 'https://copy.example/1', outlet: 'Copy Post' }]));
    const ran = await cli(['ingest', at('copies.jsonl'), '--ledger', at('copies.db')]);
    expect(ran.out).toMatch(/1 new, 0 unchanged, 1 seen in another place/);
    expect((await cli(['documents', '--ledger', at('copies.db'), '--format', 'json'])).out).toMatch(/"appearances":2/);
  });

  it('reads again what was filed without a date, once it is told', async () => {
    writeFileSync(at('undated.txt'), 'Two people were killed in Kharkiv on Tuesday, the governor said.');
    const ledger = ['--ledger', at('undated.db')];
    expect((await cli(['ingest', at('undated.txt'), ...ledger])).err).toMatch(
      /note on 1 document: the publication date is unknown/,
    );
    expect((await cli(['ingest', at('undated.txt'), ...ledger, '--published', '2024-05-02'])).out).toMatch(
      /1 completed/,
    );
    expect(rows(await cli(['claims', ...ledger, '--format', 'json']))[0].document.published).toBe('2024-05-02');
    expect((await cli(['ingest', at('undated.txt'), ...ledger])).out).toMatch(/1 unchanged/);
  });

  it('shows what changed in an article that is read again', async () => {
    const [a] = news(1);
    const later = {
      ...a,
      published: '2024-01-02',
      text: a.text.replace('0 people were killed', '4 people were killed'),
    };
    writeFileSync(at('v1.json'), JSON.stringify(a));
    writeFileSync(at('v2.json'), JSON.stringify(later));
    await cli(['ingest', at('v1.json'), at('v2.json'), '--ledger', at('versions.db')]);
    const [change] = rows(await cli(['changes', '--ledger', at('versions.db'), '--format', 'json']));
    expect(
      change.changed.map(({ before, after }: { before: Claim; after: Claim }) => [before.value?.low, after.value?.low]),
    ).toContainEqual([0, 4]);
    expect(rows(await cli(['claims', '--ledger', at('versions.db'), '--format', 'json']))).toHaveLength(1);
  });
});

/** Everything that machines can be told of a ledger. */
async function dump(name: string): Promise<string[]> {
  const lists = ['events', 'claims', 'disputes', 'records', 'origins', 'documents', 'changes'];
  const all = [];
  for (const list of lists)
    all.push((await cli([list, '--ledger', name.includes('://') ? name : at(name), '--format', 'json'])).out);
  return all;
}

describe('lists', () => {
  it('of events and claims are in the published shape', async () => {
    const events = rows(await list('events', '--format', 'json'));
    expect(events.length).toBeGreaterThan(10);
    for (const event of events) published('event').parse(event);
    const lines = rows(await list('claims', '--format', 'json'));
    for (const { document, claims } of lines) {
      published('document').parse(document);
      for (const claim of claims) published('claim').parse(claim);
    }
    expect(new Set(lines.map(({ document }) => document.id)).size).toBe(lines.length);
    const held = new Set(lines.flatMap(({ claims }) => claims.map((claim: { id: string }) => claim.id)));
    for (const event of events) for (const id of event.claims) expect(held.has(id)).toBe(true);
  });

  it.each(['events', 'claims', 'disputes', 'records', 'origins', 'documents', 'changes'])(
    '%s: a table, csv, and the filters',
    async (name) => {
      for (const format of ['table', 'csv', 'json']) {
        const ran = await list(
          name,
          '--format',
          format,
          '--since',
          '2024-01-02',
          '--until',
          '2024-01-04',
          '--limit',
          '3',
          '--search',
          'drones',
          '--as-of',
          '2024-06-01',
        );
        expect(ran.status, ran.err).toBe(0);
      }
      const csv = (await list(name, '--format', 'csv')).out.split('\r\n');
      const count = rows(await list(name, '--format', 'json')).flatMap((row) =>
        row.claims && row.document ? row.claims : [row],
      ).length;
      expect(csv.filter(Boolean).length).toBeGreaterThanOrEqual(count === 0 ? 0 : count + 1);
    },
  );

  it('narrow by each filter', async () => {
    const places = async (...options: string[]) =>
      new Set(rows(await list('events', '--format', 'json', ...options)).map((event) => event.place?.name));
    expect([...(await places('--place', 'Kursk'))]).toEqual(['Kursk']);
    expect((await places()).size).toBeGreaterThan(3);
    const types = async (...options: string[]) =>
      new Set(rows(await list('events', '--format', 'json', ...options)).map((event) => event.type));
    expect([...(await types('--type', 'attack'))]).toEqual(['attack']);
    const standing = rows(await list('events', '--format', 'json', '--standing', 'single-source'));
    expect(standing.every((event) => event.standing === 'single-source')).toBe(true);
    const governor = rows(await list('events', '--format', 'json', '--origin', 'governor'));
    expect(governor.length).toBeGreaterThan(0);
  });

  it('a long list says that there is more', async () => {
    const ran = await list('claims', '--limit', '5');
    expect(ran.out.trim().split('\n')).toHaveLength(6);
    expect(ran.err).toMatch(/and more/);
  });
});

describe('show', () => {
  it('an event, a claim, a document, by the beginning of an id', async () => {
    const [event] = rows(await list('events', '--format', 'json', '--origin', 'governor'));
    const shown = await list('show', event.id.slice(0, 12));
    expect(shown.out).toContain(event.title);
    expect(shown.out).toMatch(/“.*drones.*”/);
    expect(rows(await list('show', event.id, '--format', 'json'))[0].event).toEqual(event);
    expect((await list('show', event.claims[0])).out).toContain(event.id);
    expect((await list('show', event.documents[0])).out).toContain('The other side denied the attack.');
  });

  it('nothing, and says so with 1', async () => {
    const ran = await list('show', 'e_ffffffffffff');
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(/nothing has the id e_ffffffffffff/);
  });
});

describe('why', () => {
  it('two claims are one event, or not', async () => {
    const [first, second] = rows(await list('events', '--format', 'json')).filter((event) => event.claims.length > 1);
    const same = await list('why', first.claims[0], first.claims[1]);
    expect(same.out).toMatch(/one event/);
    const apart = await list('why', first.claims[0], second.claims[0]);
    expect(apart.out).toMatch(/not one event|two events/);
    expect((await list('why', first.claims[0], 'c_none')).status).toBe(2);
  });
});

describe('relink and export', () => {
  it('relinking gives the same events', async () => {
    await cli(['ingest', at('news.jsonl'), '--ledger', at('relinked.db')]);
    const before = (await cli(['events', '--ledger', at('relinked.db'), '--format', 'json'])).out;
    expect((await cli(['relink', '--ledger', at('relinked.db')])).status).toBe(0);
    expect((await cli(['events', '--ledger', at('relinked.db'), '--format', 'json'])).out).toBe(before);
    expect((await cli(['relink', '--reread', '--ledger', at('relinked.db')])).status).toBe(0);
    expect((await cli(['events', '--ledger', at('relinked.db'), '--format', 'json'])).out).toBe(before);
  });

  it('writes files that others open, and names GeoNames', async () => {
    const ran = await list('export', at('out'));
    expect(ran.status, ran.err).toBe(0);
    expect(readdirSync(at('out')).sort()).toEqual([
      'README.txt',
      'claims.csv',
      'claims.jsonl',
      'disputes.csv',
      'documents.csv',
      'events.csv',
      'events.geojson',
      'events.jsonl',
      'origins.csv',
      'records.csv',
    ]);
    expect(readFileSync(at('out/README.txt'), 'utf8')).toMatch(/GeoNames.*CC BY 4\.0/s);
    const { type, features } = JSON.parse(readFileSync(at('out/events.geojson'), 'utf8'));
    expect(type).toBe('FeatureCollection');
    for (const { geometry } of features) expect(Math.abs(geometry.coordinates[1])).toBeLessThanOrEqual(90);
    const events = readFileSync(at('out/events.jsonl'), 'utf8');
    expect(events).toBe((await list('events', '--format', 'json')).out);
  });
});

describe('tokens', () => {
  it('are made, listed and revoked', async () => {
    const made = await cli(['token', 'add', 'desk', '--role', 'reviewer', '--ledger', at('tokens.db')]);
    expect(made.out).toMatch(/^cc_[\w-]{43}\n$/);
    const listed = await cli(['token', 'list', '--ledger', at('tokens.db')]);
    expect(listed.out).toMatch(/desk\s+reviewer/);
    expect(listed.out).not.toContain(made.out.trim());
    expect((await cli(['token', 'revoke', '1', '--ledger', at('tokens.db')])).status).toBe(0);
    expect((await cli(['token', 'revoke', '1', '--ledger', at('tokens.db')])).status).toBe(1);
  });
});

describe('a wrong call ends with 2, and says what to do', () => {
  it.each([
    [['fly'], /unknown command/],
    [['events', '--nonsense'], /unknown option/],
    [['events', '--type', 'war'], /Allowed choices are attack/],
    [['events', '--limit', 'many'], /--limit many/],
    [['ingest'], /ingest what/],
    [['show'], /missing required argument/],
    [['token', 'eat'], /token add NAME/],
    [['extract', '--published', 'yesterday', '-'], /"published" is "yesterday"/],
  ])('%j', async (args, message) => {
    const ran = await cli(args);
    expect(ran.err).toMatch(message);
    expect(ran.status).toBe(2);
  });

  it('a ledger that is not there, a folder for a ledger, a day that is none', async () => {
    const missing = await cli(['events', '--ledger', at('none.db')]);
    expect([missing.status, missing.err]).toEqual([
      2,
      expect.stringMatching(/there is no ledger .*none\.db: make one/),
    ]);
    expect(existsSync(at('none.db'))).toBe(false);
    expect((await cli(['ingest', at('news.jsonl'), '--ledger', home])).err).toMatch(/is a folder/);
    const day = await list('events', '--since', 'Tuesday');
    expect([day.status, day.err]).toEqual([2, expect.stringMatching(/--since: "Tuesday" is no day/)]);
    writeFileSync(at('no.db'), 'this is no database at all, but some text that is long enough to look at');
    expect((await cli(['events', '--ledger', at('no.db')])).status).toBe(2);
  });

  it('help and version end with 0', async () => {
    expect((await cli(['--help'])).status).toBe(0);
    expect((await cli(['events', '--help'])).out).toMatch(/--standing/);
    expect((await cli(['--version'])).out.trim()).toBe(VERSION);
    expect(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version).toBe(VERSION);
  });

  it('the ledger is found in the environment', async () => {
    expect((await cli(['events', '--format', 'json'], { env: { COUNTERCLAIM_LEDGER: at('news.db') } })).out).toBe(
      (await list('events', '--format', 'json')).out,
    );
  });
});

describe('as users start it', () => {
  it('statuses come through, and a closed pipe is no error', async () => {
    expect((await ended(start(['events', '--ledger', at('none.db')]))).status).toBe(2);
    expect((await ended(start(['ingest', at('missing.txt'), '--ledger', at('x.db')]))).status).toBe(1);
    const shell = execFileSync(
      'bash',
      [
        '-o',
        'pipefail',
        '-c',
        `"${process.execPath}" bin/counterclaim.js claims --ledger "${at('news.db')}" --format json | head -1`,
      ],
      { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' },
    );
    expect(JSON.parse(shell)).toHaveProperty('claims');
  });

  it('killed again and again in the middle of an ingest, it ends with what one undisturbed run gives', async () => {
    const count = 120;
    writeFileSync(at('many.jsonl'), jsonLines(news(count)));
    await cli(['ingest', at('many.jsonl'), '--ledger', at('whole.db')]);
    const args = ['ingest', at('many.jsonl'), '--ledger', at('killed.db')];
    let killed = 0;
    // Later and later: in start-up, in making the tables, in reading, in linking.
    for (const after of [60, 300, 450, 600, 800, 1100]) {
      const child = start(args);
      const done = ended(child);
      const timer = setTimeout(() => child.kill('SIGKILL'), after);
      if ((await done).signal === 'SIGKILL') killed += 1;
      clearTimeout(timer);
    }
    expect(killed).toBeGreaterThan(2);
    expect((await ended(start(args))).status).toBe(0);
    expect(await dump('killed.db')).toEqual(await dump('whole.db'));
  }, 120_000);

  it('two processes fill one ledger, and nothing is lost', async () => {
    const all = news(100);
    writeFileSync(at('even.jsonl'), jsonLines(all.filter((_, i) => i % 2 === 0)));
    writeFileSync(at('odd.jsonl'), jsonLines(all.filter((_, i) => i % 2 === 1)));
    writeFileSync(at('all.jsonl'), jsonLines(all));
    await cli(['ingest', at('all.jsonl'), '--ledger', at('one.db')]);
    const both = ['even.jsonl', 'odd.jsonl'].map((name) =>
      ended(start(['ingest', at(name), '--ledger', at('two.db')])),
    );
    for (const { status, err } of await Promise.all(both)) expect(status, err).toBe(0);
    const [events, claims] = await dump('two.db');
    const [wanted, wantedClaims] = await dump('one.db');
    expect(claims).toBe(wantedClaims);
    expect(events).toBe(wanted);
  }, 120_000);
});
