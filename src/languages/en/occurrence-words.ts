import type { OccurrenceType } from '../../model/claim.ts';
import { list } from './words.ts';

/** Verbs that say, with the noun behind them, that something was done: "carried out an attack", "signed a truce", "launched an offensive". */
export const LIGHT = list(
  'carry launch conduct stage mount make sign reach hold sustain suffer deal unleash begin start open resume continue declare agree accept commit perpetrate execute order call announce impose step',
);

/** What a verb tells as an occurrence, where `happenings.ts` has no type for it, since it tells of a count only. */
const TOLD: Partial<Record<OccurrenceType, string>> = {
  attack:
    'push fight clash erupt rock detonate explode poison shoot open land slam violate fire launch send drop fly machine-gun smash engage',
  interception: 'crash',
  talks: 'invite talk meet convene negotiate',
  agreement: 'sign agree approve accept ceasefire',
  support: 'arm support back finance assist',
  damage: 'loot ignite wreck punch',
  disruption: 'black paralyse divert blockade cut',
  territory: 'withdraw fall surround enter leave cross control take reclaim liberate',
  detention: 'deport',
  casualties: 'assassinate',
  exchange: 'release',
};
export const OCCURRENCE_OF_VERB: ReadonlyMap<string, OccurrenceType> = new Map(
  Object.entries(TOLD).flatMap(([type, verbs]) =>
    verbs.split(' ').map((v): [string, OccurrenceType] => [v, type as OccurrenceType]),
  ),
);

/** Verbs that are a happening only of a place: "left the town", not "left a message". */
export const NEEDS_PLACE = list(
  'withdraw fall enter leave cross control hold take advance surround seize capture liberate retake recapture occupy reclaim retreat smash engage',
);
/** Verbs of territory that say so whatever stands behind them. */
export const ALWAYS_TERRITORY = list('advance withdraw retreat');
export const TERRITORY_BY_ITSELF = list('overrun invade annex occupy encircle');
/** Verbs that are a happening only of arms or armed men: "dropped a bomb", not "dropped a hint". */
export const NEEDS_WEAPON = list(
  'send drop fly fire launch land use deploy throw open cross crash slam fall release shoot',
);
/** Verbs of help, which need somebody who helps or is helped. */
export const HELPING = list('arm support back finance assist supply provide deliver donate');
/** Verbs of damage that bring down what flies. */
export const WRECKING = list('damage destroy burn');
/** Verbs that with "down" bring something out of the air. */
export const DOWNING = list('shoot bring take');
/** Verbs whose subject suffers it, and those that nobody suffers. */
export const SUFFERED = list('die perish collapse');
export const UNDIRECTED = list('explode detonate erupt');

/** Nouns too common to tell of a happening by themselves: they need a place, a side or an "of" phrase. */
export const NEEDS_COMPLEMENT = list(
  'hit hits impact impacts death deaths loss losses meeting talk talks deal agreement operation operations return launch wave hail swarm fire fires fighting injury injuries casualty casualties exchange swap',
);

export const WEAPONRY = list(
  'drone drones uav uavs missile missiles rocket rockets shell shells bomb bombs mortar mortars warplane warplanes jet jets aircraft helicopter helicopters tank tanks artillery gunfire fire gunmen fighters troops forces soldiers rebels militants raid raids strike strikes offensive attack attacks',
);
export const TERRAIN = list(
  'town towns city cities village villages territory region regions province provinces district districts area areas ground land border borders airport airports base bases camp camps outpost outposts position positions post posts hill hills capital bridge bridges road roads settlement settlements neighbourhood neighbourhoods neighborhood neighborhoods island islands port ports line lines barracks stronghold strongholds checkpoint checkpoints crossing crossings',
);
