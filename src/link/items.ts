/** Things that figures count, in the classes within which two figures can be of the same things. */
const classes: Readonly<Record<string, readonly string[]>> = {
  people: [
    'person', 'people', 'body', 'civilian', 'villager', 'resident', 'passenger', 'worker', 'victim', 'sailor', 'crew member', 'employee', 'farmer',
    'citizen', 'driver', 'patient', 'staff', 'refugee', 'man', 'guard', 'monk', 'aid worker', 'rescuer', 'medic', 'seafarer',
  ],
  fighters: [
    'soldier', 'fighter', 'militant', 'terrorist', 'combatant', 'gunman', 'rebel', 'insurgent', 'jihadist', 'serviceman', 'peacekeeper', 'officer',
    'policeman', 'police officer', 'mercenary', 'trooper', 'operative', 'commander',
  ],
  captives: ['hostage', 'captive', 'prisoner', 'detainee', 'suspect'],
  families: ['family', 'household'],
  buildings: ['building', 'house', 'home', 'apartment'],
  vehicles: ['vehicle', 'truck', 'tanker', 'lorry', 'car', 'truckload', 'pickup'],
};
const classOf = new Map(Object.entries(classes).flatMap(([name, items]) => items.map((item) => [item, name])));

/** The class of an item; an item of none is a class of its own. */
export const itemClass = (item: string | null): string => classOf.get(item ?? '') ?? item ?? '';
