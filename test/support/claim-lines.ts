import type { Claim } from '../../src/model/claim.ts';

/**
 * One expected line of a claim table: `figure killed person 12 | source "the ministry" | time 2025-01-02..2025-01-03`. The first part is
 * the kind and what goes without a name: of a figure measure, item and value (`12`, `12..` at least, `..12` at most, `10..12`), of an
 * occurrence its type, of a response its stance. The others are fields; each may be left out. A line that begins with `no` must match nothing.
 */
export interface ClaimLine {
  line: string;
  wanted: boolean;
  fits: (claim: Claim, text: string, claims: readonly Claim[]) => boolean;
}

type Test = (claim: Claim, text: string, claims: readonly Claim[]) => boolean;

const plain = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/\bthe\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Do two names match as the gold's scorer has it: without "the", one contains the other as whole words? */
function sameName(a: string, b: string): boolean {
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}

/** A name in quotation marks, against a party's name or its words; `none` is nobody. */
function named(value: string, party: { name: string; text: string } | null): boolean {
  if (value === 'none') return party === null;
  const name = value.slice(1, -1);
  return party !== null && (sameName(party.name, name) || sameName(party.text, name));
}

const bounds = (value: string): [number | null, number | null] => {
  const [low, high = low] = value.split('..');
  return [low === '' ? null : Number(low), high === '' ? null : Number(high)];
};

const FIELDS: Readonly<Record<string, (value: string) => Test>> = {
  source: (value) => (c) => named(value, c.source),
  relays: (value) => (c) =>
    value === 'none'
      ? c.relays.length === 0
      : value.split(', ').length === c.relays.length && value.split(', ').every((v, i) => named(v, c.relays[i])),
  actor: (value) => (c) => named(value, c.actor),
  target: (value) => (c) => named(value, c.target),
  place: (value) => (c) => named(value, c.place && { name: c.place.name, text: c.place.text }),
  time: (value) => (c) => {
    const [from, to = from] = value.split('..');
    return value === 'none' ? c.time === null : c.time !== null && c.time.from === from && c.time.to === to;
  },
  type: (value) => (c) => c.type === value,
  stance: (value) => (c) => c.stance === value,
  modality: (value) => (c) => c.modality === value,
  hedged: () => (c) => c.hedges.length > 0,
  modifier: (value) => (c) => c.value?.modifier === value.slice(1, -1),
  cue: (value) => (c) => c.cue?.text === value.slice(1, -1),
  content: (value) => (c, text) => text.slice(c.content.start, c.content.end).includes(value.slice(1, -1)),
  about: (value) => (c, text, claims) =>
    claims.some(
      (o) => c.about.includes(o.id) && text.slice(o.content.start, o.content.end).includes(value.slice(1, -1)),
    ),
};

/** What the words after the kind stand for, by kind, in their order. */
const POSITIONS: Readonly<Record<string, readonly ((value: string) => Test)[]>> = {
  figure: [
    (value) => (c) => c.measure === value,
    (value) => (c) => c.item === value,
    (value) => (c) => {
      const [low, high] = bounds(value);
      return c.value !== null && c.value.low === low && c.value.high === high;
    },
  ],
  occurrence: [(value) => (c) => c.type === value],
  response: [(value) => (c) => c.stance === value],
  superlative: [],
};

/** Reads an expected line; throws when it names no kind or field that there is. */
export function claimLine(line: string): ClaimLine {
  const [head, ...fields] = line.split(' | ');
  const words = head.split(' ');
  const wanted = words[0] !== 'no';
  const [kind, ...rest] = wanted ? words : words.slice(1);
  const positions = POSITIONS[kind];
  if (!positions || rest.length > positions.length)
    throw new Error(`"${line}": wants ${Object.keys(POSITIONS).join(', ')} and at most its own words`);
  const tests: Test[] = [(c) => c.kind === kind, ...rest.map((value, i) => positions[i](value))];
  for (const field of fields) {
    const [name] = field.split(' ', 1);
    if (!FIELDS[name]) throw new Error(`"${line}": no field ${name}; there are ${Object.keys(FIELDS).join(', ')}`);
    tests.push(FIELDS[name](field.slice(name.length + 1)));
  }
  return { line, wanted, fits: (c, text, claims) => tests.every((test) => test(c, text, claims)) };
}

/** A claim in the words of a table, for messages. */
export function claimInWords(c: Claim, text: string): string {
  const head =
    c.kind === 'figure'
      ? `figure ${c.measure} ${c.item} ${c.value?.low ?? ''}..${c.value?.high ?? ''}`
      : c.kind === 'occurrence'
        ? `occurrence ${c.type}`
        : c.kind === 'response'
          ? `response ${c.stance}`
          : c.kind;
  const name = (party: { name: string } | null) => (party ? JSON.stringify(party.name) : 'none');
  return `${head} | source ${name(c.source)} | actor ${name(c.actor)} | target ${name(c.target)} | modality ${c.modality} | content ${JSON.stringify(text.slice(c.content.start, c.content.end))}`;
}
