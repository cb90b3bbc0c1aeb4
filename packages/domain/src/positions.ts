/** Where units stand in a list: of thousands, looking each up by its name costs more than ranking them. */

type Of = { readonly unit: string };

/** Where each row's unit stands among `units`; −1 where it does not. Rows in the order of the units are found unasked. */
export const positionsAmong = (units: readonly Of[], rows: readonly Of[]): Int32Array => {
  const positions = new Int32Array(rows.length);
  let next = 0;
  for (let i = 0; i < rows.length; i++) {
    const { unit } = rows[i] as Of;
    // A unit has one row after the other in each of its groups.
    if (next > 0 && units[next - 1]?.unit === unit) next--;
    if (units[next]?.unit !== unit) next = byName(units).get(unit) ?? -1;
    positions[i] = next++;
  }
  return positions;
};

/** Built once for each list, however many of its groups are looked up in it. */
const names = new WeakMap<readonly Of[], Map<string, number>>();
const byName = (units: readonly Of[]): Map<string, number> => {
  const known = names.get(units) ?? new Map<string, number>();
  if (known.size === 0) for (let i = 0; i < units.length; i++) known.set((units[i] as Of).unit, i);
  names.set(units, known);
  return known;
};

/** The positions of rows in an order of their own, remembered from when they were put into it. */
const remembered = new WeakMap<
  readonly Of[],
  { readonly units: readonly Of[]; readonly positions: ArrayLike<number> }
>();

/** Remembers where the rows' units stand among `units`. */
export const rememberPositions = (units: readonly Of[], rows: readonly Of[], positions: ArrayLike<number>): void => {
  remembered.set(rows, { units, positions });
};

/** As `positionsAmong`, at once for rows whose positions are remembered. */
export const positionsOf = (units: readonly Of[], rows: readonly Of[]): ArrayLike<number> => {
  const known = remembered.get(rows);
  return known?.units === units ? known.positions : positionsAmong(units, rows);
};
