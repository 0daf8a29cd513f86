/**
 * What the verbs, nouns and phrases of attribution do. `act`: `say` puts a proposition forward, `deny` and `confirm` answer one,
 * `accuse` says it of somebody, `order` asks for it, `think` holds it. `of`: the preposition under which a bare thing said may stand
 * ("spoke of 26 dead"). `names`: takes "NP as/AP" (calls it false). `told`: the object is who is told. `count`: the object is a figure.
 */
export interface Cue {
  lemma: string;
  act: 'say' | 'deny' | 'confirm' | 'accuse' | 'order' | 'think';
  of?: string;
  told?: true;
  count?: true;
  /** May stand before its subject behind a content: "…, said the mayor". */
  inverts?: true;
  /** Needs a "that", a quotation or an infinitive to be a cue at all ("found that", not "found two bodies"). */
  strict?: true;
}

const say = (words: string, more: Partial<Cue> = {}): Cue[] =>
  words
    .trim()
    .split(/\s+/)
    .map((lemma) => ({ lemma, act: 'say', ...more }));

export const CUES = [
  ...say(
    'say add announce report state declare note claim explain insist reply answer write warn argue conclude retort respond counter quip joke recall observe tweet exclaim comment remark continue shout',
    { inverts: true },
  ),
  ...say(
    'allege assert maintain contend reiterate stress emphasise emphasize underline underscore reveal disclose suggest stipulate imply indicate proclaim specify clarify elaborate affirm reaffirm post recount relate hint lament complain boast caution testify swear predict forecast speculate hypothesise outline signal broadcast publish repeat narrate advise mention rule',
    {},
  ),
  { lemma: 'say', act: 'say', inverts: true, count: true },
  { lemma: 'claim', act: 'say', inverts: true, count: true },
  { lemma: 'report', act: 'say', inverts: true, count: true },
  { lemma: 'announce', act: 'say', inverts: true, count: true },
  { lemma: 'speak', act: 'say', of: 'of' },
  { lemma: 'talk', act: 'say', of: 'of' },
  { lemma: 'boast', act: 'say', of: 'of' },
  { lemma: 'complain', act: 'say', of: 'of' },
  { lemma: 'warn', act: 'say', of: 'of', inverts: true },
  { lemma: 'tell', act: 'say', told: true },
  { lemma: 'inform', act: 'say', told: true },
  { lemma: 'assure', act: 'say', told: true },
  { lemma: 'notify', act: 'say', told: true, strict: true },
  { lemma: 'remind', act: 'say', told: true, strict: true },
  { lemma: 'convince', act: 'say', told: true, strict: true },
  { lemma: 'brief', act: 'say', told: true, strict: true },
  { lemma: 'count', act: 'say', count: true },
  { lemma: 'record', act: 'say', count: true },
  { lemma: 'log', act: 'say', count: true },
  { lemma: 'register', act: 'say', count: true },
  { lemma: 'estimate', act: 'say', count: true, inverts: true },
  { lemma: 'put', act: 'say', count: true },
  { lemma: 'list', act: 'say', count: true },
  { lemma: 'document', act: 'say', count: true },
  { lemma: 'verify', act: 'confirm', count: true },
  { lemma: 'find', act: 'say', strict: true },
  { lemma: 'show', act: 'say', strict: true },
  { lemma: 'learn', act: 'say', strict: true },
  { lemma: 'hear', act: 'say', strict: true },
  { lemma: 'see', act: 'say', strict: true },
  { lemma: 'agree', act: 'say', strict: true },
  { lemma: 'know', act: 'think', strict: true },
  { lemma: 'think', act: 'think', strict: true, inverts: true },
  { lemma: 'believe', act: 'think', strict: true },
  { lemma: 'hope', act: 'think', strict: true },
  { lemma: 'fear', act: 'think', inverts: true },
  { lemma: 'feel', act: 'think', strict: true },
  { lemma: 'expect', act: 'think', strict: true },
  { lemma: 'assume', act: 'think', strict: true },
  { lemma: 'suspect', act: 'think', strict: true },
  { lemma: 'realise', act: 'think', strict: true },
  { lemma: 'realize', act: 'think', strict: true },
  { lemma: 'doubt', act: 'deny', strict: true },
  { lemma: 'assess', act: 'say', strict: true },
  { lemma: 'determine', act: 'say', strict: true },
  { lemma: 'calculate', act: 'say', strict: true },
  { lemma: 'decide', act: 'say', strict: true },
  { lemma: 'vow', act: 'say' },
  { lemma: 'pledge', act: 'say', strict: true },
  { lemma: 'promise', act: 'say', strict: true },
  { lemma: 'threaten', act: 'say', strict: true },
  { lemma: 'propose', act: 'say', strict: true },
  { lemma: 'recommend', act: 'order', strict: true },
  { lemma: 'demand', act: 'order', strict: true },
  { lemma: 'ask', act: 'order', strict: true, told: true },
  { lemma: 'urge', act: 'order', told: true, strict: true },
  { lemma: 'order', act: 'order', told: true, strict: true },
  { lemma: 'accuse', act: 'accuse' },
  { lemma: 'blame', act: 'accuse' },
  { lemma: 'deny', act: 'deny' },
  { lemma: 'reject', act: 'deny' },
  { lemma: 'dismiss', act: 'deny' },
  { lemma: 'refute', act: 'deny' },
  { lemma: 'rebut', act: 'deny' },
  { lemma: 'dispute', act: 'deny' },
  { lemma: 'contest', act: 'deny' },
  { lemma: 'confirm', act: 'confirm', count: true, inverts: true },
  { lemma: 'acknowledge', act: 'confirm', inverts: true, count: true },
  { lemma: 'admit', act: 'confirm', inverts: true, count: true },
  { lemma: 'concede', act: 'confirm', inverts: true, count: true },
] satisfies readonly Cue[];

/** By lemma; the last entry of a lemma holds. */
export const CUE_BY_LEMMA: ReadonlyMap<string, Cue> = new Map(CUES.map((c) => [c.lemma, c as Cue]));

/** Nouns that carry what somebody says: "the ministry's claim that", "in a statement", "by its own count". */
export const CUE_NOUNS: ReadonlySet<string> = new Set(
  'claim statement report account allegation assertion announcement count tally estimate figure reports claims count counts estimates accounts allegations version communique communiqué bulletin briefing comments remarks accusation denial admission toll tolls figures reckoning assurance talk charge warning belief fear fears suggestion suggestions insistence reckoning'.split(
    ' ',
  ),
);

/** Behind a source: by what means it spoke; not a part of the content. */
export const MEDIA: ReadonlySet<string> = new Set(
  'statement remarks comments post message interview briefing report telegram twitter x facebook weibo tweet communique communiqué bulletin video address speech television radio press conference letter note update reporters journalists channel telegram email article'.split(
    ' ',
  ),
);
