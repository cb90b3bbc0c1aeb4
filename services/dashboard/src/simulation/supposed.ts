/** Supposed figures as an address has them, `VN63-46:land:7.5`: what cannot be read is kept, for the API to say so. */

type Place = { unit: string; component: string };

/** The figure that is supposed there; null where none is, or what is there is none. */
export const supposedAt = (changes: readonly string[], place: Place): number | null => {
  const value = Number(changes.find((change) => isAt(change, place))?.split(':')[2]);
  return Number.isFinite(value) ? value : null;
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
