import type { OccurrenceType } from '../../model/claim.ts';

/** A verb and what follows it that say together that something happened; `subject` must match the words of the subject, if given. */
export interface OccurrencePhrase {
  verbs: readonly string[];
  complement: RegExp;
  type: OccurrenceType;
  subject?: RegExp;
}

const ARMS =
  /\b(?:drones?|uavs?|missiles?|rockets?|shells?|bombs?|mortars?|munitions?|projectiles?|debris|car bomb|truck bomb|grenades?|warplanes?|jets?|aircraft|ieds?|explosives?)\b/;
const CAPTURED_ARMS =
  /\b(?:firearms?|guns?|pistols?|rifles?|weapons?|weaponry|arms|ammo|ammunitions?|munitions?|explosives?|explosive devices?|landmines?|mines?|grenades?|rockets?|cartridges|projectiles?|(?:arms|weapons) caches?|ieds?)\b/;
const GROUND =
  /^(?:(?:the|a|an|its|their|all|key|several|more|some|lost|other|two|three|much|most) ){0,3}(?:\w+ )?(?:territory|territories|ground|land|areas?|regions?|towns?|villages?|positions?|districts?|cit(?:y|ies)|camps?|bases?|posts?|outposts?)\b/;

const PHRASES: readonly OccurrencePhrase[] = [
  {
    verbs: [
      'take',
      'seize',
      'regain',
      'win',
      'gain',
      'wrest',
      'assume',
      'lose',
      'retake',
      'tighten',
      'consolidate',
      'cede',
      'hand',
    ],
    complement:
      /^(?:back )?(?:(?:full|complete|total|partial|firm|the|over) ){0,2}control (?:of|over)\b|^control\b[^.;]{0,30}\bof\b/,
    type: 'territory',
  },
  {
    verbs: ['regain', 'recover', 'win', 'liberate', 'free', 'lose', 'cede', 'capture'],
    complement: GROUND,
    type: 'territory',
  },
  {
    verbs: ['push', 'drive', 'oust', 'expel', 'force', 'dislodge', 'eject', 'flush'],
    complement:
      /^(?:(?:[^ ]+ ){0,8})(?:out of|from|back from) (?:[\w-]+ ){0,5}(?:areas?|regions?|towns?|villages?|cit(?:y|ies)|districts?|province|positions?|strongholds?|territory|camps?|bases?|coastline|outskirts|quarters?)\b/,
    type: 'territory',
  },
  {
    verbs: ['seize', 'confiscate', 'discover', 'find', 'unearth', 'impound'],
    complement: CAPTURED_ARMS,
    type: 'detention',
  },
  {
    verbs: ['seize', 'confiscate', 'discover', 'find', 'unearth', 'impound'],
    complement: /^/,
    subject: CAPTURED_ARMS,
    type: 'detention',
  },
  {
    verbs: ['come', 'be', 'take'],
    complement: /^under (?:\w+ ){0,2}(?:attack|fire|assault|bombardment|shelling)\b/,
    type: 'attack',
  },
  {
    verbs: ['take', 'suffer', 'receive', 'sustain', 'score'],
    complement: /\b(?:direct|several|\w+) hits?\b/,
    type: 'attack',
  },
  { verbs: ['deal', 'strike', 'deliver', 'inflict'], complement: /\bblows?\b/, type: 'attack' },
  {
    verbs: ['crash', 'slam', 'fall', 'land', 'plough', 'plow', 'tear', 'rip', 'come', 'rain', 'fly', 'smash', 'drop'],
    complement: /^(?:down )?(?:into|on|onto|through|at|in|from|over|short|near|down)\b|^at about\b/,
    type: 'attack',
    subject: ARMS,
  },
  {
    verbs: ['use', 'deploy', 'send', 'fire', 'launch'],
    complement: /\b(?:against|at|on|towards?)\b/,
    type: 'attack',
    subject: ARMS,
  },
  { verbs: ['aim', 'direct', 'point'], complement: /^at\b/, type: 'attack', subject: ARMS },
  { verbs: ['set'], complement: /\b(?:fire to|ablaze|alight|on fire)\b/, type: 'damage' },
  {
    verbs: ['make', 'give', 'lay', 'pay', 'lose'],
    complement: /\b(?:supreme|ultimate) (?:sacrifice|price)\b|\b(?:his|her|their) (?:life|lives)\b/,
    type: 'casualties',
  },
  {
    verbs: ['be', 'lie', 'remain', 'stay'],
    complement:
      /\bin (?:the )?(?:[\w-]+ )?hands\b|\bunder (?!full |complete |total )\w+ control\b|\bunder the (?:\w+ )?control\b|\bunder (?:\w+ )?control of\b/,
    type: 'territory',
  },
  { verbs: ['be'], complement: /^(?:also )?(?:said to be )?among the (?:dead|wounded|injured)\b/, type: 'casualties' },
  { verbs: ['trade', 'exchange'], complement: /\b(?:fire|shots|shelling|blows|gunfire)\b/, type: 'attack' },
  {
    verbs: ['run', 'drive', 'hit', 'strike', 'step'],
    complement: /\b(?:mine|mines|ied|device|devices|landmine|booby)\b/,
    type: 'attack',
  },
  { verbs: ['claim', 'admit', 'accept'], complement: /^(?:the |full )?responsibility\b/, type: 'attack' },
  {
    verbs: ['foil', 'repel', 'beat', 'thwart', 'repulse'],
    complement: /\b(?:infiltration|attack|assault|raid|offensive|attempt|bid)\b/,
    type: 'attack',
  },
  {
    verbs: ['cut', 'halt', 'suspend', 'resume', 'stop'],
    complement: /\b(?:intelligence|aid|supplies|deliveries|shipments|arms|assistance)\b/,
    type: 'support',
  },
  {
    verbs: ['hold', 'have'],
    complement: /\b(?:phone|telephone)? ?(?:conversation|call|talks|meeting|negotiations|consultations)\b/,
    type: 'talks',
  },
  {
    verbs: ['speak', 'talk'],
    complement: /\b(?:by phone|over the (?:phone|hotline)|on the phone|by telephone)\b/,
    type: 'talks',
  },
  { verbs: ['open'], complement: /^(?:up )?(?:[\w-]+ ){0,3}fire\b/, type: 'attack' },
  {
    verbs: ['fire', 'shoot'],
    complement:
      /^upon\b|^on(?:$| (?:the|an?|his|her|their|its|at|in|near|by|from)\b)|^(?:at|into|over|towards?|first|back|without)\b/,
    type: 'attack',
  },
  {
    verbs: ['blow'],
    complement: /\b(?:himself|herself|themselves|itself) up\b|^up (?:himself|herself|themselves)\b/,
    type: 'attack',
  },
  {
    verbs: ['lay', 'plant'],
    complement: /\b(?:mines?|landmines?|explosives|ieds?|bombs?|booby traps)\b/,
    type: 'attack',
  },
  {
    verbs: ['lose'],
    complement: /^(?:his|her|their|an?|both) (?:\w+ )?(?:foot|feet|legs?|arms?|hands?|eyes?|sight|limbs?)\b/,
    type: 'casualties',
  },
  { verbs: ['offer'], complement: /^to mediate\b/, type: 'talks' },
  { verbs: ['declare', 'pronounce', 'find'], complement: /^dead\b/, type: 'casualties' },
  {
    verbs: ['lead', 'conduct', 'carry', 'undertake', 'continue'],
    complement: /\b(?:offensive|assault|combat|hostile) (?:actions?|operations?)\b/,
    type: 'attack',
  },
  { verbs: ['claim'], complement: /^(?:it|them)(?: (?:on|in|for)\b|$)/, type: 'attack' },
  { verbs: ['claim', 'admit', 'accept'], complement: /^/, subject: /\bresponsibility\b/, type: 'attack' },
  {
    verbs: ['be'],
    complement:
      /^(?:also )?responsible(?:$| for (?:the|an?|this|that|these) (?:[\w-]+ )?(?:attack|strike|raid|blast|bombing|explosion|shelling|killing|massacre)s?\b)/,
    type: 'attack',
  },
  {
    verbs: ['land', 'arrive'],
    complement: /\bwith (?:[\w-]+ )?(?:weapons|arms|ammunition|munitions)\b/,
    type: 'support',
  },
  {
    verbs: ['send'],
    complement: /^by\b/,
    subject: /\b(?:car|vehicle|truck|lorry|bomber|attacker|gunman|gunmen)s?\b/,
    type: 'attack',
  },
  {
    verbs: ['drive', 'ram', 'crash', 'slam', 'plough', 'plow', 'steer'],
    complement: /\b(?:car|truck|lorry|vehicle|van|ambulance|motorcycle|motorbike|minibus|bus|tanker)s?\b.*\binto\b/,
    subject: /\b(?:bomber|attacker|assailant|militant|insurgent|fighter|gunman|gunmen)s?\b/,
    type: 'attack',
  },
  {
    verbs: ['be'],
    complement: /^(?:dead|down|cut|out)\b/,
    type: 'disruption',
    subject: /\b(?:lines?|internet|network|power|electricity|water|phones?|communications?)\b/,
  },
  { verbs: ['purge', 'clear', 'rid', 'sweep'], complement: /\bof\b/, type: 'territory' },
  {
    verbs: ['report', 'suffer'],
    complement: /^(?:\w+ ){0,2}(?:injuries|casualties|deaths|fatalities|losses)\b/,
    type: 'casualties',
  },
  { verbs: ['report', 'suffer'], complement: /^(?:\w+ ){0,2}(?:blackouts?|outages?|shutdowns?)\b/, type: 'disruption' },
  {
    verbs: ['report'],
    complement: /^(?:\w+ ){0,2}(?:explosions?|blasts?|strikes?|attacks?|drone activity|shelling)\b/,
    type: 'attack',
  },
];

/** The phrases that a verb may begin, by its lemma, in the order of the table. */
export const PHRASES_BY_VERB: ReadonlyMap<string, readonly OccurrencePhrase[]> = new Map(
  [...new Set(PHRASES.flatMap(({ verbs }) => verbs))].map((verb) => [
    verb,
    PHRASES.filter(({ verbs }) => verbs.includes(verb)),
  ]),
);

/** Verbs by which a source lays an attack at somebody's door: "accused the army of", "blamed a feud", "attributes it to". */
export const BLAMING = new Map<string, 'object' | 'to'>([
  ['accuse', 'object'],
  ['blame', 'object'],
  ['suspect', 'object'],
  ['attribute', 'to'],
  ['ascribe', 'to'],
  ['trace', 'to'],
]);
