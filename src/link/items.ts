/**
 * Things that figures count. `everybody` are words for anybody; `groups` are sorts of people, each a part of everybody, with the words
 * that mean it; `things` are words for one thing. Fighters of a state and irregulars are told apart: mostly they are the two sides of a battle.
 */
const everybody = ['person', 'people', 'body', 'civilian', 'victim', 'resident', 'citizen'];
const groups: Readonly<Record<string, readonly string[]>> = {
  troops: [
    'soldier',
    'serviceman',
    'peacekeeper',
    'officer',
    'trooper',
    'airman',
    'policeman',
    'police officer',
    'marine',
    'sailor of the navy',
  ],
  irregulars: [
    'fighter',
    'militant',
    'terrorist',
    'combatant',
    'gunman',
    'rebel',
    'insurgent',
    'jihadist',
    'mercenary',
    'operative',
    'militiaman',
  ],
  captives: ['hostage', 'captive', 'prisoner', 'detainee', 'suspect'],
  crew: ['sailor', 'crew member', 'seafarer', 'crewman', 'deckhand'],
  children: ['child', 'boy', 'girl', 'schoolchild', 'minor'],
  women: ['woman'],
  rescuers: ['rescuer', 'rescue worker', 'paramedic', 'medic', 'doctor', 'nurse'],
  workers: ['worker', 'employee', 'staff', 'staff member', 'aid worker'],
};
const things: Readonly<Record<string, readonly string[]>> = {
  families: ['family', 'household'],
  buildings: ['building', 'house', 'home', 'apartment', 'apartment building'],
  vehicles: ['vehicle', 'truck', 'tanker', 'lorry', 'car', 'truckload', 'pickup'],
  aircraft: ['aircraft', 'plane', 'jet', 'warplane', 'fighter jet', 'helicopter'],
  vessels: ['vessel', 'ship', 'boat'],
};
const sorts = new Map([
  ...everybody.map((item): [string, string] => [item, 'people']),
  ...[groups, things].flatMap((table) =>
    Object.entries(table).flatMap(([name, items]) => items.map((item): [string, string] => [item, name])),
  ),
]);

/** What an item is a word for; an item of no list is a thing of its own. */
export const itemSort = (item: string | null): string => sorts.get(item ?? '') ?? item ?? '';

/** Is what the first counts a part of what the second counts? */
export const isPartOf = (item: string | null, whole: string | null): boolean =>
  itemSort(whole) === 'people' && itemSort(item) in groups;

/** May two counts be of the same, as one word is of the other's sort, or of a part of it? */
export const comparable = (a: string | null, b: string | null): boolean =>
  itemSort(a) === itemSort(b) || isPartOf(a, b) || isPartOf(b, a);
