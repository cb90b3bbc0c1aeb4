/** Supposed figures as an address has them, `VN63-46:land:7.5`: what cannot be read is kept, for the API to say so. */

type Place = { unit: string; component: string };

/** The figure that is supposed there; null where none is, or what is there is none. */
export const supposedAt = (changes: readonly string[], place: Place): number | null => {
  const text = changes
    .find((change) => isAt(change, place))
    ?.split(':')[2]
    ?.trim();
  const value = text ? Number(text) : Number.NaN;
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

type Told = {
  changes: readonly (Place & { score_simulated: number })[];
  others: 'fixed' | 'trend';
};

/** Whether an answer of the API is to these figures, and not to those before them. */
export const isAnswerTo = (told: Told, asked: string, others: string | null): boolean => {
  const changes = asked.split(',');
  return (
    told.others === (others ?? 'fixed') &&
    told.changes.length === changes.length &&
    told.changes.every((change) => supposedAt(changes, change) === change.score_simulated)
  );
};

const isAt = (change: string, { unit, component }: Place): boolean => change.startsWith(`${unit}:${component}:`);
