import { ALL } from '@chi-so/domain/identity';
import { bandsOf } from '@chi-so/domain/places';
import type { PlannedIndex } from '@chi-so/domain/target-check';
import type { TargetRow } from '@chi-so/domain/target-plan';
import { type NamedCost, pointsSheet } from '@chi-so/domain/target-points-sheet';
import { type ListedComponent, planSheets } from '@chi-so/domain/target-sheet';
import { componentsFor, levelOf } from '@chi-so/domain/template';
import type { Unit } from '@chi-so/domain/unit-set';
import type { Answer } from '@chi-so/runtime/http';
import { notFound } from '@chi-so/runtime/problem';
import { sheetWorkbook, XLSX_TYPE } from '@chi-so/runtime/sheet-workbook';
import type { SavedPlan } from '@chi-so/storage/targets';
import type { Catalogue } from '../catalogue-reader.ts';
import { plannedIndices } from './planned-indices.ts';
import type { PlannedUnit } from './planned-unit.ts';
import type { PublishedStandings } from './published-standings.ts';

/** What the sheet is made of. */
type Wanted = {
  planned: PlannedUnit;
  period: string;
  saved: SavedPlan | undefined;
  /** Indices whose components are listed, separated by commas. */
  asked: string | undefined;
  published: PublishedStandings;
};

/**
 * The plan as a sheet to fill in, with what its components have lost beside it. It lists the components that have no target
 * yet: of the indices that are asked for; where none is, of those of the plan, and of every index that scores the unit where
 * there is no plan.
 */
export const planWorkbook = async (
  catalogue: Catalogue,
  { planned, period, saved, asked, published }: Wanted,
): Promise<Answer> => {
  const rows = saved?.plan.rows ?? [];
  const inPlan = new Set(rows.map(({ index }) => index));
  const named = asked === undefined ? (saved ? inPlan : null) : new Set(asked.split(',').filter(Boolean));
  const indices = await plannedIndices(
    catalogue,
    planned,
    period,
    (index) => named === null || named.has(index) || inPlan.has(index),
  );
  for (const id of named ?? []) requireScored(indices.get(id), id, planned);
  const listed = [...indices.values()].filter(({ index, methodology }) => methodology && (named?.has(index) ?? true));
  const { unit } = planned;
  const nameOf = (index: string, component: string) =>
    indices.get(index)?.methodology?.components.find((one) => one.component === component)?.name_vi ?? component;
  const sheets = planSheets({
    unit,
    period,
    version: saved?.version.version ?? 0,
    plan: saved?.plan ?? null,
    components: listed
      .flatMap((index) => componentsOf(index, unit.groups))
      .filter((one) => !rows.some(({ index, component }) => index === one.index && component === one.component)),
    nameOf,
    grades: new Map(listed.map((index) => [index.index, gradesOf(index, unit)])),
  });
  const costs = await costsOf(rows, published, nameOf);
  const name = ['chi-tieu', unit.unit, period].join('-').replace(/[^A-Za-z0-9.-]+/g, '-');
  return {
    headers: {
      'content-type': XLSX_TYPE,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'no-store',
    },
    body: await sheetWorkbook([...sheets, ...pointsSheet(costs, published.degraded())]),
  };
};

const costsOf = (
  rows: readonly TargetRow[],
  published: PublishedStandings,
  nameOf: (index: string, component: string) => string,
): Promise<NamedCost[]> =>
  Promise.all(
    rows.map(async (row) => {
      const { actual } = await published.of(row);
      return {
        ...row,
        component_name: nameOf(row.index, row.component),
        actual_period: actual?.period ?? null,
        points_lost: actual?.lost?.points ?? null,
        points_lost_weights: actual?.lost?.weights ?? null,
      };
    }),
  );

const requireScored = (index: PlannedIndex | undefined, id: string, { unit }: PlannedUnit): void => {
  if (index?.methodology) return;
  throw notFound(
    `Không có chỉ số "${id}" chấm điểm ${unit.unit}`,
    `There is no index "${id}" that scores ${unit.unit}`,
  );
};

/** In the methodology's order, each below the node that it is part of. */
const componentsOf = ({ index, methodology }: PlannedIndex, groups: readonly string[]): ListedComponent[] => {
  if (!methodology) return [];
  const applying = componentsFor(methodology, groups);
  return applying.map(({ component, name_vi }) => ({ index, component, name_vi, level: levelOf(component, applying) }));
};

/** The grades of every group that the unit is in, since a row may name any of them. */
const gradesOf = ({ methodology }: PlannedIndex, { groups }: Unit): string[] => {
  const own = [ALL, ...groups].flatMap((group) => (methodology && bandsOf(methodology, group)) ?? []);
  return [...new Set(own.map(({ grade }) => grade))];
};
