const PLURALS: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  woman: 'women',
  man: 'men',
  aircraft: 'aircraft',
  infantry: 'infantry',
  artillery: 'artillery',
};

/** Several of a claim's item in English: "drone+missile" is "drones and missiles", "person" is "people". */
export const itemsOf = (item: string): string =>
  item
    .split('+')
    .map(
      (one) =>
        PLURALS[one] ??
        (/[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`),
    )
    .join(' and ');
