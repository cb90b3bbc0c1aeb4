/** Whose distance nobody knows comes last: unknown is not near. */
export const nearestFirst = <R extends { distance: number | null }>(rows: readonly R[]): R[] =>
  rows.toSorted((a, b) => (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE));
