/** Supposed figures as an address has them, `VN63-46:land:7.5`: what cannot be read is kept, for the API to say so. */

type Place = { unit: string; component: string };
export type Supposed = Place & { value: number };

/** The figure that is supposed there; null where none is. */
export const supposedAt = (changes: readonly string[], place: Place): number | null => {
  const found = changes.find((change) => isAt(change, place));
  return found === undefined ? null : Number(found.split(':')[2]);
};

/** With another figure there; null takes it back to what is published. */
export const withSupposed = (changes: readonly string[], place: Place, value: number | null): string[] => {
  const change = `${place.unit}:${place.component}:${value}`;
  const rest = changes.filter((one) => !isAt(one, place));
  if (value === null) return rest;
  return changes.length === rest.length
    ? [...changes, change]
    : changes.map((one) => (isAt(one, place) ? change : one));
};

const isAt = (change: string, { unit, component }: Place): boolean => change.startsWith(`${unit}:${component}:`);
