const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Superlatives that only blood or force makes: a record by themselves when a range follows. */
export const VIOLENT_DEGREES = words('deadliest bloodiest fiercest costliest heaviest worst gravest ugliest boldest');
/** Superlatives of size, that need an event or a count beside them. */
export const DEGREES = words(
  'smallest largest biggest longest highest greatest fewest lowest strongest busiest widest mightiest',
);
/** Adjectives that "most" makes superlatives of violence. */
export const MOST = words(
  'deadly intense lethal powerful severe violent serious extensive massive devastating murderous destructive brutal sustained successful',
);

/** What of a war can be ranked. */
export const RANKED = words(
  `attack attacks strike strikes raid raids assault barrage bombardment bombing bombings offensive blast explosion salvo volley loss losses
   toll total number night day week month year battle massacre massacres atrocity incident operation exchange swap shelling influx blow clash
   clashes fighting engagement haul withdrawal defeat tally casualties death deaths wave drone-attack air-raid airstrike airstrikes ambush
   burial evacuation exodus displacement incursion onslaught violence escalation killing abduction kidnapping crash setback`,
);
/** Over what a record stands: behind its words. */
export const RANGE =
  /\b(?:so far|to date|yet|ever|since|of the war|in (?:\w+ ){0,3}(?:years|months|weeks|decades|year|decade)|on record|in (?:\w+(?:'s|’s)? ){0,4}history|this year|this month|in (?:the )?(?:past|last)|until now|of the conflict|in \d{4}|of this year|of its kind|in (?:recent |living )?memory|for \w+ (?:years|months|weeks)|(?:has|have|had) (?:documented|recorded|seen|suffered|experienced|registered|carried out|launched)|^\w+est of (?:them|the \w+ (?:that|which)))\b/;
/** A sentence of war, for words that rank prices and cities too. */
export const CONTEXT =
  /\b(?:attack\w*|strikes?|airstrikes?|raids?|barrage|killed|dead|deaths?|toll|drones?|missiles?|rockets?|shell(?:ing|s|ed)|bomb\w*|lost|loss|losses|massacre|casualties|ceasefire violations?|violated the ceasefire|fighting|clashes|offensive|hostages?|prisoners?)\b/;
/** What happens, for "the first time". */
export const FIRST_OF =
  /\b(?:attack\w*|strikes?|struck|raids?|hit|fired|killed|shell(?:ed|ing)|bomb\w*|used|launched|targeted|clash\w*|missiles?|drones?|rockets?|exchange|captured|seized|shot down)\b/;
/** Verbs of breaking a record, in their forms. */
export const BREAKING = words(
  `surpass surpasses surpassed surpassing eclipse eclipses eclipsed eclipsing top tops topped topping exceed exceeds exceeded exceeding beat
   beats beating break breaks broke breaking dwarf dwarfs dwarfed dwarfing`,
);
export const BROKEN = /\b(?:record|previous|earlier (?:high|mark|total)|largest|highest|deadliest|high|mark)\b/;
/** Records of persons and books. */
export const FILES =
  /\b(?:track|criminal|medical|military|public|service|human rights|off the|for the|on|court|police|personal)\s*$/;
