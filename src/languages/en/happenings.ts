import type { Token } from '../../extract/tokens.ts';
import type { Measure, OccurrenceType } from '../../model/claim.ts';
import type { VerbGroup } from './chunk.ts';
import { gate } from './gates.ts';
import type { ItemSort } from './items.ts';

type BySort = Partial<Record<ItemSort | 'any', Measure>>;

/**
 * What a verb (with its particle) says that happened. `object`: what a number of things in the object (or the subject of its passive)
 * measures; `subject`: what a number in the subject of the active does. `type`: what it is as an occurrence, null when it is none
 * without a figure. `by`: a thing that the agent phrase counts ("struck by three shells").
 */
export interface Happening {
  type: OccurrenceType | null;
  object?: BySort;
  subject?: BySort;
}

const KILLED: BySort = { person: 'killed', body: 'killed', family: 'killed' };
const LOSS: BySort = {
  person: 'killed',
  body: 'killed',
  vehicle: 'damaged',
  property: 'damaged',
  vessel: 'damaged',
  aircraft: 'damaged',
  weapon: 'intercepted',
  arms: 'captured',
  aid: 'damaged',
};
const WRECKED: BySort = {
  property: 'damaged',
  vehicle: 'damaged',
  vessel: 'damaged',
  weapon: 'intercepted',
  aircraft: 'damaged',
  person: 'killed',
  arms: 'damaged',
  settlement: 'damaged',
  aid: 'damaged',
};
const DOWNED: BySort = { weapon: 'intercepted', aircraft: 'intercepted', vessel: 'intercepted', vehicle: 'damaged' };
const SENT: BySort = { weapon: 'launched', aircraft: 'launched', aid: 'delivered' };
const REACHED: BySort = { weapon: 'hit' };
const TAKEN: BySort = {
  person: 'captured',
  family: 'captured',
  settlement: 'captured',
  vehicle: 'captured',
  vessel: 'captured',
  property: 'captured',
  weapon: 'captured',
  arms: 'captured',
  aircraft: 'captured',
  body: 'returned',
  aid: 'captured',
};
const GROUND: BySort = { settlement: 'captured', person: 'captured', property: 'captured' };
const HELD: BySort = { person: 'captured', family: 'captured' };
const FREED: BySort = {
  person: 'returned',
  body: 'returned',
  family: 'returned',
  vehicle: 'delivered',
  aid: 'delivered',
};
const MOVED: BySort = { person: 'displaced', family: 'displaced' };
const STRUCK_THINGS: BySort = {
  property: 'hit',
  vehicle: 'hit',
  vessel: 'hit',
  settlement: 'hit',
  aircraft: 'hit',
  aid: 'hit',
};
const STRUCK: BySort = { ...STRUCK_THINGS, person: 'injured' };
const GIVEN: BySort = {
  aid: 'delivered',
  vehicle: 'delivered',
  aircraft: 'delivered',
  weapon: 'delivered',
  arms: 'delivered',
  property: 'delivered',
};

const entries = (words: string, h: Happening): [string, Happening][] =>
  words.split(' ').map((w) => [w.replace('_', ' '), h]);

export const VERB_HAPPENINGS: ReadonlyMap<string, Happening> = new Map([
  ...entries(
    'kill slay murder execute massacre slaughter behead assassinate liquidate butcher annihilate vaporise vaporize gun_down mow_down pick_off lynch martyr',
    { type: 'casualties', object: KILLED },
  ),
  ...entries('eliminate neutralise neutralize wipe_out', {
    type: 'casualties',
    object: {
      person: 'killed',
      body: 'killed',
      weapon: 'intercepted',
      property: 'damaged',
      vehicle: 'damaged',
      aircraft: 'intercepted',
    },
  }),
  ...entries('die perish succumb drown expire pass_away', { type: 'casualties', subject: KILLED }),
  ...entries('bury mourn', { type: null, object: KILLED }),
  ...entries('lose', { type: null, object: LOSS }),
  ...entries('wound injure hurt maim hospitalise hospitalize harm stab', {
    type: 'casualties',
    object: { person: 'injured', family: 'injured' },
  }),
  ...entries('treat', { type: null, object: { person: 'injured' } }),
  ...entries('unaccount', { type: 'casualties', object: { person: 'missing' } }),
  ...entries('go_missing vanish disappear', {
    type: 'casualties',
    subject: { person: 'missing', weapon: 'intercepted' },
  }),
  ...entries('capture seize', { type: 'detention', object: TAKEN }),
  ...entries('overrun', { type: 'territory', object: TAKEN }),
  ...entries('take reclaim liberate', { type: null, object: GROUND }),
  ...entries('retake recapture regain win_back occupy annex', { type: 'territory', object: GROUND }),
  ...entries('detain arrest abduct kidnap apprehend imprison jail intern remand round_up snatch', {
    type: 'detention',
    object: { person: 'captured', family: 'captured' },
  }),
  ...entries('hold', { type: null, object: HELD }),
  ...entries('surrender', { type: 'detention', subject: { person: 'captured' } }),
  ...entries('stop', { type: null, object: { weapon: 'intercepted', aircraft: 'intercepted' } }),
  ...entries('release free repatriate hand_over exchange swap ransom', { type: 'exchange', object: FREED }),
  ...entries('rescue', { type: 'exchange', object: { person: 'returned' } }),
  ...entries('return hand transfer set_free', { type: null, object: FREED }),
  ...entries('find collect retrieve pull', { type: null, object: { body: 'killed', arms: 'captured' } }),
  ...entries('take_out', { type: null, object: { ...WRECKED, person: 'killed' } }),
  ...entries('receive', { type: null, object: { ...GIVEN, body: 'killed' } }),
  ...entries('recover', {
    type: null,
    object: { body: 'killed', vehicle: 'captured', arms: 'captured', weapon: 'captured' },
  }),
  ...entries('track detect face spot sight', { type: null, object: { weapon: 'launched', aircraft: 'launched' } }),
  ...entries('involve comprise', { type: null, object: { weapon: 'launched' } }),
  ...entries('show parade display', { type: null, object: { arms: 'captured' } }),
  ...entries('evacuate displace uproot deport relocate expel evict shelter', { type: 'casualties', object: MOVED }),
  ...entries('flee', { type: 'casualties', subject: MOVED }),
  ...entries('launch fire lob unleash hurl', { type: 'attack', object: SENT }),
  ...entries('rain', { type: 'attack', object: SENT, subject: { weapon: 'launched' } }),
  ...entries('send dispatch use drop deploy shoot throw fly direct aim', { type: null, object: SENT }),
  ...entries('target', { type: 'attack', subject: { weapon: 'launched' }, object: STRUCK_THINGS }),
  ...entries('intercept shoot_down down', { type: 'interception', object: { ...DOWNED, property: 'intercepted' } }),
  ...entries('bring_down take_down suppress jam repel thwart knock_down knock_out deflect shoot', {
    type: 'interception',
    object: DOWNED,
  }),
  ...entries('hit strike', { type: 'attack', object: STRUCK, subject: { weapon: 'hit', aircraft: 'hit' } }),
  ...entries('bomb bombard shell pound strafe batter hammer pummel', {
    type: 'attack',
    object: STRUCK_THINGS,
    subject: { weapon: 'launched', aircraft: 'launched' },
  }),
  ...entries('reach penetrate get_through break_through slip_through tear slam plough smash', {
    type: null,
    subject: REACHED,
  }),
  ...entries('blast', { type: null, object: STRUCK_THINGS }),
  ...entries('land impact', { type: null, subject: REACHED }),
  ...entries('crash', { type: null, subject: { aircraft: 'intercepted' } }),
  ...entries('fall', {
    type: null,
    subject: { aircraft: 'intercepted', person: 'killed', family: 'killed', settlement: 'captured' },
  }),
  ...entries('fall_back fall_in fall_out fall_through', { type: null }),
  ...entries('go_down splash_down', { type: null, subject: { weapon: 'intercepted', aircraft: 'intercepted' } }),
  ...entries('explode detonate go_off', { type: 'attack', subject: REACHED }),
  ...entries('set_off', { type: 'attack', object: REACHED }),
  ...entries('blow_up', { type: 'attack', subject: REACHED, object: WRECKED }),
  ...entries(
    'damage burn torch flatten raze wreck demolish level loot gut incinerate burn_down ransack collapse shatter obliterate pulverise disable cripple topple desecrate vandalise vandalize',
    { type: 'damage', object: WRECKED, subject: { property: 'damaged', vehicle: 'damaged' } },
  ),
  ...entries('destroy', { type: 'damage', object: { ...WRECKED, aircraft: 'intercepted' } }),
  ...entries('sink scuttle', {
    type: 'damage',
    object: { vessel: 'damaged', weapon: 'intercepted' },
    subject: { vessel: 'damaged' },
  }),
  ...entries('attack storm raid ambush assault besiege shoot_at open_fire torpedo', {
    type: 'attack',
    object: STRUCK_THINGS,
    subject: { weapon: 'launched', aircraft: 'launched' },
  }),
  ...entries('invade advance encircle', { type: 'territory' }),
  ...entries('withdraw retreat', { type: 'territory' }),
  ...entries('cancel ground suspend halt black_out cut_off disrupt close shut', { type: 'disruption' }),
  ...entries('deliver donate supply provide', { type: 'support', object: GIVEN }),
  ...entries('meet negotiate', { type: 'talks' }),
]);
/** Verbs that tell of something that happened, or do with a particle. */
const TELLING = gate(new Set([...VERB_HAPPENINGS.keys()].map((phrase) => phrase.split(' ')[0])));

/** What a verb says that happened: with its particle ("shot down") if that is told apart, else by itself. */
export function happeningOf({ lemma, particle, gates }: VerbGroup): Happening | undefined {
  if ((gates & TELLING) === 0) return undefined;
  return (particle ? VERB_HAPPENINGS.get(`${lemma} ${particle}`) : undefined) ?? VERB_HAPPENINGS.get(lemma);
}

// what the same verb does to people and to places: "captured 14 soldiers" is a detention, "captured the town" is territory
export const TERRITORY_VERBS: ReadonlySet<string> = new Set(
  'capture seize overrun take retake recapture liberate occupy annex reclaim withdraw retreat enter control hold advance invade encircle'.split(
    ' ',
  ),
);

export interface NominalHappening {
  type: OccurrenceType;
  /** What a number under its "of" measures: "a barrage of 396 drones", "the killing of 12 people". */
  of?: BySort;
}

const nouns = (words: string, h: NominalHappening): [string, NominalHappening][] =>
  words.split(' ').flatMap((w): [string, NominalHappening][] => [
    [w, h],
    [plural(w), h],
  ]);

/** "attacks", "clashes", "deliveries" */
function plural(noun: string): string {
  if (noun.endsWith('s') || noun.endsWith('z')) return noun;
  if (/(?:sh|ch)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

export const NOUN_HAPPENINGS: ReadonlyMap<string, NominalHappening> = new Map<string, NominalHappening>([
  ...nouns(
    'attack strike raid assault offensive bombardment bombing shelling airstrike air-strike ambush incursion onslaught blitz explosion blast clash fighting shooting firing detonation counterattack counteroffensive operation stabbing gunfight firefight mortar-fire',
    { type: 'attack', of: { weapon: 'launched' } },
  ),
  ...nouns('barrage salvo volley swarm wave hail fusillade launch', {
    type: 'attack',
    of: { weapon: 'launched', aircraft: 'launched' },
  }),
  ...nouns('hit impact', { type: 'attack', of: { weapon: 'hit', aircraft: 'hit' } }),
  ...nouns('interception downing', { type: 'interception', of: DOWNED }),
  ...nouns('life', { type: 'casualties', of: KILLED }),
  ['lives', { type: 'casualties', of: KILLED }],
  ...nouns(
    'killing death murder assassination massacre execution slaughter beheading martyrdom shahadat elimination neutralisation neutralization',
    {
      type: 'casualties',
      of: KILLED,
    },
  ),
  ...nouns('injury wounding injuries', { type: 'casualties', of: { person: 'injured' } }),
  ...nouns('casualty casualties', { type: 'casualties' }),
  ...nouns('evacuation displacement exodus', { type: 'casualties', of: MOVED }),
  ...nouns('arrest abduction kidnapping detention capture', { type: 'detention', of: TAKEN }),
  ...nouns('seizure recovery confiscation haul', { type: 'detention', of: { ...TAKEN, body: 'killed' } }),
  ...nouns('liberation', { type: 'territory', of: GROUND }),
  ...nouns('release exchange swap handover repatriation return', { type: 'exchange', of: FREED }),
  ...nouns('destruction damage fire blaze', { type: 'damage', of: WRECKED }),
  ...nouns('loss losses', { type: 'casualties', of: LOSS }),
  ...nouns('blackout outage shutdown closure', { type: 'disruption' }),
  ...nouns('talk meeting negotiation summit', { type: 'talks' }),
  ...nouns('ceasefire truce agreement deal accord cease-fire', { type: 'agreement' }),
  ...nouns('delivery shipment', { type: 'support', of: GIVEN }),
]);

/** Nouns that name something that happened. */
const NAMED = gate(NOUN_HAPPENINGS);

/** What a noun names that happened. */
export const nounHappening = ({ word }: Token): NominalHappening | undefined =>
  (word.gates & NAMED) === 0 ? undefined : NOUN_HAPPENINGS.get(word.lower);

/** Nouns and adjectives that say what has become of those counted: "26 dead", "the wounded", "a toll of 12". */
export const STATES: ReadonlyMap<string, Measure> = new Map(
  (
    [
      [
        'killed',
        'dead deceased kia losses killed fallen killings murders executions assassinations deaths death fatalities fatality toll martyrs martyr martyred slain corpses cadavers bodies buried lives victims eliminated neutralised neutralized died perished murdered executed',
      ],
      ['injured', 'wounded wia injured hurt injuries injury hospitalised hospitalized'],
      ['missing', 'missing unaccounted'],
      ['displaced', 'displaced evacuated homeless evacuees uprooted refugees'],
      [
        'captured',
        'captured detained arrested kidnapped abducted captives abductions kidnappings arrests detentions seized',
      ],
      ['returned', 'freed released returned repatriated'],
      ['launched', 'launched fired'],
      ['intercepted', 'downed intercepted shot'],
      ['damaged', 'damaged destroyed burned burnt sunk'],
      ['hit', 'hit'],
    ] as const
  ).flatMap(([measure, words]) => words.split(' ').map((word) => [word, measure] as const)),
);

const OF_STATE = gate(STATES);

/** What a word says has become of those counted. */
export const stateTold = ({ word }: Token): Measure | undefined =>
  (word.gates & OF_STATE) === 0 ? undefined : STATES.get(word.lower);

/** Happenings that one side does to another. */
export const VIOLENT: ReadonlySet<OccurrenceType> = new Set<OccurrenceType>([
  'attack',
  'interception',
  'casualties',
  'damage',
  'territory',
  'detention',
]);

/** Nouns that say of those they name what has become of them. */
export const FATES: Readonly<Record<string, Measure>> = {
  martyr: 'killed',
  refugee: 'displaced',
  evacuee: 'displaced',
  idp: 'displaced',
};

export const TYPE_OF_MEASURE: Readonly<Record<Measure, OccurrenceType>> = {
  launched: 'attack',
  hit: 'attack',
  intercepted: 'interception',
  killed: 'casualties',
  injured: 'casualties',
  missing: 'casualties',
  displaced: 'casualties',
  captured: 'detention',
  returned: 'exchange',
  damaged: 'damage',
  delivered: 'support',
};
