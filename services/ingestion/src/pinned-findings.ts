import type { Finding } from '@chi-so/domain/finding';
import type { ScoreRow } from '@chi-so/domain/release-file';

/**
 * Findings with the unit, the component and the stage that stand at their place in the file. A draft has rows by these
 * only, so that whoever looks at it later could not tell which of its figures line 12, column D was.
 */
export const pinned = (findings: readonly Finding[], rows: readonly ScoreRow[]): Finding[] => {
  const nameColumns = new Set(rows.flatMap((row) => lettersOf(row, isName).map((letter) => placeOf(row, letter))));
  const [unit, component, stage] = [lookupOf(rows, 'unit'), lookupOf(rows, 'component'), lookupOf(rows, 'stage')];
  return findings.map((found) => {
    const { column } = found;
    const isOfNames = column !== null && (isName(column) || nameColumns.has(placeOf(found, column)));
    const pins = {
      // Tables side by side have another unit's figures in the same line, and below each other's columns.
      unit: unit.ofCell(found) ?? unit.ofLine(found),
      // What is wrong with a name is wrong with all that stands beside it.
      ...(isOfNames ? {} : { component: anyOf(component, found), stage: anyOf(stage, found) }),
    };
    return { ...found, ...Object.fromEntries(Object.entries(pins).filter(([, value]) => value !== undefined)) };
  });
};

type Field = 'unit' | 'component' | 'stage';
type Spot = Pick<Finding, 'sheet' | 'row' | 'column'>;

const NAMES: ReadonlySet<string> = new Set<Field>(['unit', 'component', 'stage']);
const isName = (field: string): boolean => NAMES.has(field);

const placeOf = ({ sheet }: { sheet?: string | null }, ...place: (string | number)[]): string =>
  [sheet ?? '', ...place].join('\n');

/** The columns of a row's fields. */
const lettersOf = ({ at }: ScoreRow, isMeant: (field: string) => boolean): string[] =>
  Object.entries(at ?? {}).flatMap(([field, letter]) => (isMeant(field) ? [letter] : []));

/** What the rows say of a place, by less and less of it. */
const lookupOf = <F extends Field>(rows: readonly ScoreRow[], field: F) => {
  const byCell = onlyOnes(rows, (row) => lettersOf(row, () => true).map((letter) => [row.row, letter]), field);
  // Columns that hold the row's figures; those of its names are the same for many.
  const byColumn = onlyOnes(rows, (row) => lettersOf(row, (one) => !isName(one)).map((letter) => [letter]), field);
  const byLine = onlyOnes(rows, (row) => [[row.row]], field);
  return {
    ofCell: (spot: Spot) =>
      spot.row === null || spot.column === null ? undefined : byCell.get(placeOf(spot, spot.row, spot.column)),
    ofColumn: (spot: Spot) => (spot.column === null ? undefined : byColumn.get(placeOf(spot, spot.column))),
    ofLine: (spot: Spot) => (spot.row === null ? undefined : byLine.get(placeOf(spot, spot.row))),
  };
};

/** In a long table every line is one component's and one stage's, whichever of its columns is meant. */
const anyOf = <T>(
  { ofCell, ofColumn, ofLine }: Record<'ofCell' | 'ofColumn' | 'ofLine', (spot: Spot) => T>,
  spot: Spot,
) => ofCell(spot) ?? ofColumn(spot) ?? ofLine(spot);

/** What stands at each place, where it is one thing only. */
const onlyOnes = <F extends Field>(
  rows: readonly ScoreRow[],
  placesOf: (row: ScoreRow) => readonly (string | number)[][],
  field: F,
): ReadonlyMap<string, ScoreRow[F]> => {
  const seen = new Map<string, Set<ScoreRow[F]>>();
  for (const row of rows) {
    for (const place of placesOf(row).map((one) => placeOf(row, ...one))) {
      const there = seen.get(place) ?? new Set();
      seen.set(place, there.add(row[field]));
    }
  }
  return new Map([...seen].flatMap(([place, [one, ...others]]) => (one && others.length === 0 ? [[place, one]] : [])));
};
