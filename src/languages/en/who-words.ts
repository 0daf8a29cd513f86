/** A table of words, in a string. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
/** The same, each also with a plural in -s. */
const nouns = (list: string): ReadonlySet<string> => words(list.trim().replace(/(\S+)/g, '$1 $1s'));

/** People who do such things and need no name to be somebody: as a head ("gunmen") or before one ("army drones"). */
export const DOERS = words(`
  gunmen gunman militiamen militants militant bomber bombers attackers attacker assailants rebels rebel fighters soldiers troops bandits
  jihadists jihadist insurgents insurgent extremists terrorists terrorist separatists separatist guerrillas guerrilla paramilitaries
  paramilitary mercenaries militia commandos marines army military navy police forces guard guards crew government coalition rioters settlers
  settler kidnappers sniper snipers raiders herders gang gangs cartel criminals enemy adversary aggressor aggressors occupiers invaders aggression elements mujahideen mujahidin mujahedeen mujahedin
`);
/** Those who attacked, as a later sentence calls them: "as the attackers withdrew". */
export const ASSAILANTS = words(
  'attackers attacker assailants assailant gunmen gunman militants fighters raiders bandits rebels insurgents jihadists kidnappers bombers bomber',
);
/** Who did it where the agent of a passive says no more: "attacked by eight small boats". */
export const AGENTS = words(
  'man men mob mobs crowd crowds boat boats speedboat speedboats skiff skiffs villagers residents',
);
/** What is ours when a speaker says "our". */
export const OURS = words(`
  forces troops army aircraft air pilots fighters men soldiers defences defenses lines positions drones missiles mujahideen mujahidin brothers
  units planes jets navy artillery unit comrades own
`);
/** Those whom a state's forces are against, by what they are called. */
export const IRREGULAR = new Set([
  ...nouns('rebel militant terrorist insurgent jihadist extremist separatist bandit guerrilla militia'),
  'militiamen',
]);
/** A state's men, by what they are called. */
export const REGULAR = new Set([
  ...nouns(
    'soldier troop conscript sailor cadet constable officer paratrooper jawan marine reservist gendarme commando cop ranger',
  ),
  ...words('serviceman servicemen policeman policemen airman airmen guardsman guardsmen personnel'),
]);
/** What a state's forces are called when nothing says whose. */
export const ARMIES = words('army military forces troops soldiers government navy marines');
/** Others who are somebody's men: to be named as what was struck. */
export const FOES = new Set([
  ...nouns('occupier invader aggressor peacekeeper'),
  ...words('enemy enemies mercenary mercenaries police policemen'),
]);
/** Parts and targets of something: whatever they belong to was struck. */
export const PARTS = new Set([
  ...nouns('hull hold deck stern bow funnel roof wall floor target objective mark aim'),
  ...words('engine no'),
]);
/** Aircraft with a pilot: the weapons of states. */
export const AIR = new Set([
  ...nouns('jet warplane plane helicopter gunship chopper airstrike pilot fighter-jet antonov'),
  'aircraft',
]);
/** Other weapons of states, where they are said to have done it: "shelled by a tank". */
export const CREWED = nouns('tank warship gunboat destroyer frigate');
/** What strikes: whose it is did it. */
export const MEANS = new Set([
  ...nouns('missile drone rocket shell bomb tank jet warplane plane helicopter gunship sniper mortar gun'),
  ...words('fire firing gunfire aggression artillery aircraft'),
]);
/** What comes over a front or a border. */
export const AFAR = new Set([
  ...nouns('missile drone rocket shell strike airstrike bomb mortar uav'),
  ...words('shelling artillery bombardment'),
]);
/** Words for a group that point back to the one named last. */
export const GROUP = words(
  'group movement militia organisation organization faction fighters militants insurgents rebels',
);
/** What such a group is called besides: "the terror group". */
export const OF_GROUP = words(
  'terror terrorist militant armed islamist jihadist rebel insurgent extremist guerrilla separatist shiite sunni',
);
/** What a side announces that has taken something. */
export const TAKING = words('capture liberation seizure recapture conquest takeover');
export const NOBODY = words('no any neither none nobody');
/** The pronoun that a possessive stands for. */
export const SUBJECT_OF: Readonly<Record<string, string>> = {
  its: 'it',
  their: 'they',
  his: 'he',
  her: 'she',
  our: 'we',
};
/** What has a name and is no party: "the Battle of Bakhmut". */
export const EVENTS = words('battle war siege fall revolution uprising intifada crisis');
/** Heads whose "of" names no doer: "the city of", "a wave of". */
export const THINGS = words(`
  part parts number name names city town village region district province country capital outskirts area side north south east west death
  deaths end use case wave series barrage
`);
/** Verbs by which somebody tells of his own losses. */
export const ADMITTED = words('admit acknowledge concede mourn');
/** Nouns that say that the dead are somebody's: "the army's dead". */
export const LOSSES = words('losses dead casualties toll fatalities deaths wounded');
/** Verbs of attack that count no object. */
export const ASSAILING = words('invade advance encircle storm raid');
/** Verbs of fighting that are no happening by themselves. */
export const STRIKING = words(
  'drop repel retaliate hit fight push advance unleash fire launch deal conduct stage mount',
);
/** "at the hands of", "bears the hallmarks of": whose they are did it. */
export const HANDS = words('hands hallmark hallmarks fingerprints signature handiwork work');
/** "dropped from an army plane", "came from a position of the rebels". */
export const FROM = words('come drop fire launch originate shoot throw lob');
/** Bodies that speak for those who fight. */
export const MOUTHPIECE = /\b(?:relations|press|media|information|office|ministry|centre|center)\b/i;
