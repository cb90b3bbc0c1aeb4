import { type Finding, finding, type Spot } from '../finding.ts';
import type { Methodology } from '../methodology.ts';
import type { ScoreRow } from '../release-file.ts';
import type { UnitSet } from '../unit-set.ts';
import { spotOf } from './spot.ts';

/** Every row is about a unit, a component and a stage that there are, and is there once. */
export const checkUnits = (rows: readonly ScoreRow[], unitSet: UnitSet, methodology: Methodology): Finding[] => {
  const units = new Map(unitSet.units.map(({ unit, groups }) => [unit, groups]));
  const components = new Map(methodology.components.map((component) => [component.component, component]));
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const component = components.get(row.component);
    const groups = units.get(row.unit);
    const key = `${row.unit} ${row.component} ${row.stage}`;
    const earlier = seen.get(key);
    seen.set(key, row.row);
    return [
      ...(groups ? [] : [unknownUnit(row, unitSet)]),
      ...(component ? [] : [unknownComponent(spotOf(row, 'component'), methodology)]),
      ...(groups && component?.groups && !component.groups.some((group) => groups.includes(group))
        ? [notInGroup(row)]
        : []),
      ...(row.stage === 'result' || methodology.stages.includes(row.stage) ? [] : [unknownStage(row, methodology)]),
      ...(earlier === undefined ? [] : [duplicate(row, earlier)]),
    ];
  });
};

const unknownUnit = (row: ScoreRow, { unit_set }: UnitSet): Finding =>
  finding(
    'error',
    'unknown-unit',
    spotOf(row, 'unit'),
    `Không có đơn vị "${row.unit}" trong tập đơn vị ${unit_set}`,
    `There is no unit "${row.unit}" in the unit set ${unit_set}`,
  );

export const unknownComponent = (spot: Spot, { methodology }: Methodology): Finding =>
  finding(
    'error',
    'unknown-component',
    spot,
    `Không có chỉ số thành phần "${spot.value}" trong ${methodology}`,
    `There is no component "${spot.value}" in ${methodology}`,
  );

const notInGroup = (row: ScoreRow): Finding =>
  finding(
    'error',
    'not-in-group',
    spotOf(row, 'component'),
    `${row.component} không dùng cho khối của ${row.unit}`,
    `${row.component} is not scored in the group of ${row.unit}`,
  );

const unknownStage = (row: ScoreRow, { methodology }: Methodology): Finding =>
  finding(
    'error',
    'unknown-stage',
    spotOf(row, 'stage'),
    `${methodology} không có bước "${row.stage}"`,
    `${methodology} has no stage "${row.stage}"`,
  );

const duplicate = (row: ScoreRow, earlier: number): Finding =>
  finding(
    'error',
    'duplicate',
    spotOf(row, 'unit'),
    `Trùng với dòng ${earlier}: ${row.unit}, ${row.component}`,
    `Repeats row ${earlier}: ${row.unit}, ${row.component}`,
  );
