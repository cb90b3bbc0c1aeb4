import type { Finding } from '@chi-so/domain/finding';
import type { ScoreRow } from '@chi-so/domain/release-file';

/**
 * Findings with the unit and the component that stand at their place in the file. A draft has rows by these only, so that
 * whoever looks at it later could not tell which of its figures line 12, column D was.
 */
export const pinned = (findings: readonly Finding[], rows: readonly ScoreRow[]): Finding[] => {
  const units = onlyOnes(rows, (row) => [row.row], 'unit');
  const byColumn = onlyOnes(rows, lettersOf, 'component');
  const byRow = onlyOnes(rows, (row) => [row.row], 'component');
  return findings.map((found) => {
    const { sheet, row, column } = found;
    const unit = row === null ? undefined : units.get(placeOf(sheet, row));
    const ofColumn = column === null ? undefined : byColumn.get(placeOf(sheet, column));
    // In a long table every line is one component's, whichever of its columns is meant.
    const component = ofColumn ?? (row === null ? undefined : byRow.get(placeOf(sheet, row)));
    return { ...found, ...(unit === undefined ? {} : { unit }), ...(component === undefined ? {} : { component }) };
  });
};

const placeOf = (sheet: string | null | undefined, place: string | number): string => `${sheet ?? ''}\n${place}`;

/** Columns that hold the row's figures; those of its unit and component are the same for many. */
const lettersOf = ({ at }: ScoreRow): string[] =>
  Object.entries(at ?? {}).flatMap(([field, letter]) => (NAMES.has(field) ? [] : [letter]));

const NAMES = new Set(['unit', 'component', 'stage']);

/** What stands at each place, where it is one thing only. */
const onlyOnes = (
  rows: readonly ScoreRow[],
  placesOf: (row: ScoreRow) => readonly (string | number)[],
  field: 'unit' | 'component',
): ReadonlyMap<string, string> => {
  const seen = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const place of placesOf(row).map((one) => placeOf(row.sheet, one))) {
      const there = seen.get(place) ?? new Set();
      seen.set(place, there.add(row[field]));
    }
  }
  return new Map([...seen].flatMap(([place, [one, ...others]]) => (one && others.length === 0 ? [[place, one]] : [])));
};
