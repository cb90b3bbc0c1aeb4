import { type Finding, finding } from './finding.ts';
import { ALL } from './identity.ts';
import type { Component, Index, Methodology } from './methodology.ts';
import { nearest } from './nearest.ts';
import { checkTargetDays } from './target-days.ts';
import type { PlacedTarget, TargetPlanHead } from './target-plan.ts';
import { targetSpot } from './target-spot.ts';
import type { Standing } from './target-standing.ts';
import { checkTarget, worseThanToday } from './target-value.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/** What is wrong or remarkable in a plan, row by row. Errors refuse it; a warning is there to be read. */

/** An index as a plan for one unit and period meets it. */
export type PlannedIndex = Index & {
  /** The methodology of the plan's period; of the nearest period that has one where it has none; null where none fits the unit. */
  methodology: Methodology | null;
  /** Whether that is the methodology of the plan's own period. */
  isOfPeriod: boolean;
};

export type PlanContext = {
  unit: Unit;
  unitSet: UnitSet;
  period: string;
  /** Every index that there is, by its id. */
  indices: ReadonlyMap<string, PlannedIndex>;
  /** Where the unit stands today in what a row is about; null where nothing is known. */
  today: (row: PlacedTarget) => Standing | null;
};

/** Everything that is found in the rows, and in what the plan says of itself. */
export const checkPlan = (head: TargetPlanHead, rows: readonly PlacedTarget[], context: PlanContext): Finding[] => [
  ...checkTargetDays(head, rows, context.period),
  ...rows.flatMap((row) => checkRow(row, context)),
  ...duplicates(rows),
];

const checkRow = (row: PlacedTarget, context: PlanContext): Finding[] => {
  const index = context.indices.get(row.index);
  if (!index) return [unknownIndex(row, context)];
  const { methodology, isOfPeriod } = index;
  if (!methodology) return [otherUnits(row, index, context.unit)];
  const component = methodology.components.find((one) => one.component === row.component);
  const { unitSet, unit, period } = context;
  return [
    ...(isOfPeriod ? [] : [noMethodologyYet(row, methodology, period)]),
    ...(component ? checkComponent(row, component, unit) : [unknownComponent(row, methodology)]),
    ...checkGroup(row, unitSet, unit),
    ...checkTarget(row, { methodology, component, unitSet, unit }),
    ...worseThanToday(row, context.today(row)),
  ];
};

const unknownIndex = (row: PlacedTarget, { indices }: PlanContext): Finding => {
  const near = nearest(row.index, [...indices.keys()]);
  return finding(
    'error',
    'unknown-index',
    targetSpot(row, 'index'),
    `Không có chỉ số "${row.index}"${near ? `; có phải ${near} không?` : `; có: ${[...indices.keys()].join(', ')}`}`,
    `There is no index "${row.index}"${near ? `; did you mean ${near}?` : `; there are: ${[...indices.keys()].join(', ')}`}`,
  );
};

const otherUnits = (row: PlacedTarget, { index }: Index, { unit }: Unit): Finding =>
  finding(
    'error',
    'index-of-other-units',
    targetSpot(row, 'index'),
    `Chỉ số ${index} không chấm điểm ${unit}`,
    `The index ${index} does not score ${unit}`,
  );

const noMethodologyYet = (row: PlacedTarget, { methodology }: Methodology, period: string): Finding =>
  finding(
    'warning',
    'no-methodology-yet',
    targetSpot(row, 'index'),
    `Chưa có phương pháp cho kỳ ${period}; kiểm tra theo ${methodology}`,
    `There is no methodology for ${period} yet; checked by ${methodology}`,
  );

const unknownComponent = (row: PlacedTarget, { methodology, components }: Methodology): Finding => {
  const near = nearest(
    row.component,
    components.map(({ component }) => component),
  );
  return finding(
    'error',
    'unknown-component',
    targetSpot(row, 'component'),
    `Không có chỉ số thành phần "${row.component}" trong ${methodology}${near ? `; có phải ${near} không?` : ''}`,
    `There is no component "${row.component}" in ${methodology}${near ? `; did you mean ${near}?` : ''}`,
  );
};

const checkComponent = (row: PlacedTarget, { groups }: Component, unit: Unit): Finding[] =>
  groups === undefined || groups.some((group) => unit.groups.includes(group))
    ? []
    : [
        finding(
          'error',
          'not-in-group',
          targetSpot(row, 'component'),
          `${row.component} không dùng cho khối của ${unit.unit}`,
          `${row.component} is not scored in the group of ${unit.unit}`,
        ),
      ];

const checkGroup = (row: PlacedTarget, { groups }: UnitSet, unit: Unit): Finding[] => {
  if (row.group === null || row.group === ALL || unit.groups.includes(row.group)) return [];
  const isKnown = groups.some(({ group }) => group === row.group);
  return [
    finding(
      'error',
      isKnown ? 'not-in-group' : 'unknown-group',
      targetSpot(row, 'group'),
      isKnown ? `${unit.unit} không thuộc khối "${row.group}"` : `Không có khối "${row.group}"`,
      isKnown ? `${unit.unit} is not in the group "${row.group}"` : `There is no group "${row.group}"`,
    ),
  ];
};

const duplicates = (rows: readonly PlacedTarget[]): Finding[] => {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = JSON.stringify([
      row.index,
      row.edition,
      row.component,
      row.group,
      row.target_kind,
      row.office,
      row.action,
    ]);
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row.row);
    return earlier === undefined
      ? []
      : [
          finding(
            'error',
            'duplicate',
            targetSpot(row, 'component'),
            `Trùng với dòng ${earlier}: ${row.index}, ${row.component}, ${row.office}`,
            `Repeats row ${earlier}: ${row.index}, ${row.component}, ${row.office}`,
          ),
        ];
  });
};
