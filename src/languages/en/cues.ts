/**
 * Words of attribution. `act`: `say` puts a proposition forward, `deny` and `confirm` answer one, `accuse` says it of somebody, `order`
 * asks for it, `think` holds it.
 */
export interface Cue {
  lemma: string;
  act: 'say' | 'deny' | 'confirm' | 'accuse' | 'order' | 'think';
  /** The object is who is told. */
  told?: true;
  /** May stand before its subject behind a content: "…, said the mayor". */
  inverts?: true;
  /** What must stand behind it for it to speak at all; see `Need`. */
  needs?: Need;
}

/**
 * `clause`: "that" or a quotation ("found that", not "found two bodies") · `object`: that, or whom it is of ("suspects the rebels") · `figure`: a number ("counted 12") · `level`: a number behind
 * "at" ("put the dead at 12") · `of`: "spoke of" · `known`: "made known" · `close`: a clause, or nothing at all ("…, it posted").
 */
export type Need = 'clause' | 'object' | 'figure' | 'level' | 'of' | 'known' | 'close';

/** What the verbs of a line do. A lemma stands once. */
type Line = readonly [act: Cue['act'], how: Omit<Cue, 'lemma' | 'act'>, lemmas: string];

const CUES: readonly Line[] = [
  [
    'say',
    { inverts: true },
    `say add announce report state declare note claim explain insist reply write warn argue conclude retort
     quip joke recall observe tweet exclaim comment remark shout fume thunder gloat crow brag sneer snap muse marvel opine summarise
     summarize rage blurt chime interject grumble`,
  ],
  // one may also respond with fire
  ['say', { inverts: true, needs: 'close' }, 'continue respond answer counter'],
  [
    'say',
    {},
    `allege assert maintain contend reiterate stress emphasise emphasize underline underscore reveal disclose suggest stipulate imply
     indicate proclaim specify clarify elaborate affirm reaffirm recount relate hint lament complain boast caution testify swear predict
     forecast speculate hypothesise outline signal narrate advise mention rule vow`,
  ],
  ['say', { needs: 'close' }, 'post broadcast publish repeat read'],
  [
    'say',
    { needs: 'clause' },
    'find show learn hear see agree establish ascertain point discover demonstrate attest surmise concur posit assess determine calculate decide pledge promise threaten propose divulge',
  ],
  ['say', { needs: 'of' }, 'speak talk alert'],
  ['say', { needs: 'known' }, 'make'],
  ['say', { told: true }, 'tell inform'],
  ['say', { told: true, inverts: true }, 'assure'],
  ['say', { told: true, needs: 'clause' }, 'notify remind convince brief'],
  ['say', { needs: 'figure' }, 'count record log register list document'],
  ['say', { needs: 'level' }, 'put'],
  ['say', { inverts: true }, 'estimate'],
  ['think', { needs: 'clause' }, 'know believe hope feel expect assume realise realize'],
  ['think', { needs: 'object' }, 'suspect'],
  ['think', { needs: 'clause', inverts: true }, 'think'],
  ['think', { inverts: true }, 'fear reckon'],
  ['order', { needs: 'clause' }, 'recommend demand'],
  ['order', { told: true, needs: 'clause' }, 'ask urge order'],
  ['accuse', {}, 'accuse blame attribute'],
  ['deny', {}, 'deny reject dismiss refute rebut dispute contest'],
  ['deny', { needs: 'clause' }, 'doubt'],
  ['confirm', {}, 'verify'],
  ['confirm', { inverts: true }, 'confirm acknowledge admit concede confess'],
  ['confirm', { needs: 'clause' }, 'allow'],
  ['confirm', { needs: 'figure' }, 'recognise recognize'],
];

/** Every verb of speaking, by lemma. */
export const CUE_BY_LEMMA: ReadonlyMap<string, Cue> = new Map(
  CUES.flatMap(([act, how, lemmas]) => lemmas.split(/\s+/).map((lemma) => [lemma, { lemma, act, ...how }] as const)),
);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that carry what somebody says: "the ministry's claim that", "in a statement", "by its own count". */
export const CUE_NOUNS = words(
  `claim claims statement report reports account accounts allegation allegations assertion announcement count counts tally tallies estimate
   estimates figure figures version communique communiqué bulletin briefing comments remarks accusation denial admission toll tolls
   reckoning balance review assurance talk charge warning belief fear fears suggestion suggestions insistence data numbers records list database statistics information`,
);

/** Behind a source: by what means it spoke; not a part of the content. */
export const MEDIA = words(
  `statement remarks reply response answer comments post message interview briefing report telegram twitter x facebook weibo tweet communique communiqué
   bulletin video address speech television radio press conference letter note update reporters journalists channel email article phone telephone condition`,
);

/** Nouns by which a company that passes news on ends its name. */
export const PRESS = words(
  `media radio tv television news daily times post journal newspaper magazine agency channel outlet outlets tribune gazette wire`,
);

/** What is done with a statement by whoever passes it on: "carried by the state agency". */
export const CARRYING = words(
  'carry publish translate read broadcast air circulate release post distribute relay run quote report issue see obtain review verify examine',
);

/** What tells of something without anybody's saying it, and is passed on by whoever has seen it: "an assessment obtained by CNN". */
export const DOCUMENTS = words(
  `assessment assessments document documents memo memos cable cables papers filing filings footage images photographs photos recording recordings transcript
   transcripts log logs dossier presentation email emails autopsy`,
);

/** Verbs that let an infinitive of speaking speak: "went on to say". */
export const GOING_ON = words('go continue come hasten rush');

/** Verbs by which a party moves or owns a toll: "raised to 12 the number of", "stands by its 72". */
export const TOLL_VERBS = words('move raise lower revise update give own stand cut treat receive');
/** Of these, the ones whose object must be a toll or those who are counted in it. */
export const TOLL_OBJECTS = words(
  'figure number toll total losses casualties wounded injured bodies victims patients people dead',
);
export const GIVING_TOLLS = words('give cut treat receive');

/** What a noun of speech does with a number: "its final tally stands at 64". */
export const AMOUNTING = words(
  'be stand put rise lower have range vary reach total exceed come show suggest indicate run count include differ read give list',
);

/** What is done with a figure or statement by whoever puts it out: "published its tally", "a toll compiled by the UN". */
export const RELEASING = words(
  'release publish issue put give announce present detail provide compile collect keep gather communicate produce share supply draw cite quote obtain receive',
);
/** Of the cues, those whose passive puts forward: "was reported by the ministry", "the figure given by the mayor". */
export const PASSIVE_CUES = words(
  'report announce claim confirm acknowledge state note record document log register count list estimate verify declare disclose reveal mention admit',
);

/** Modals under which nobody has spoken. */
export const UNSPOKEN = words('may might could should must can');
