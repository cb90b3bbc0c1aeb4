import type { Answer, Request } from '@chi-so/runtime/http';
import { flag, parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidParameter, notFound } from '@chi-so/runtime/problem';
import type { Table } from '@chi-so/storage/client';
import { getPlan, listPlans, listPlanVersions, type SavedPlan } from '@chi-so/storage/targets';
import { catalogueOf } from '../catalogue-reader.ts';
import { askedDay } from './asked-day.ts';
import { countsOfTargets, shownTarget } from './plan-rows-answer.ts';
import { planWorkbook } from './plan-workbook.ts';
import { plannedIndices } from './planned-indices.ts';
import { periodOf, plannedUnit } from './planned-unit.ts';
import { publishedStandings } from './published-standings.ts';

/** What the functions of plans read and write. */
export type TargetStores = { records: Table; rankings: Table; now: () => Date };

const SHEET = '.xlsx';
const PRIVATE = { 'cache-control': 'no-store' };

/** `GET /v1/targets/{unit}`: the newest version of each of its plans. */
export const getPlans = async ({ records }: TargetStores, request: Request): Promise<Answer> => {
  parameters(request.query, [], request.path);
  const { unit } = await plannedUnit(catalogueOf(records), request);
  const data = (await listPlans(records, unit.unit)).map(({ request_id: _id, ...plan }) => plan);
  return { headers: PRIVATE, body: { data, meta: {}, next: null } };
};

/** `GET /v1/targets/{unit}/{period}?version=&on=&overdue=`: a plan and how far it has come; `.xlsx`: the sheet of it. */
export const getTargets = async (stores: TargetStores, request: Request): Promise<Answer> => {
  const query = parameters(request.query, ['version', 'on', 'overdue', 'index'], request.path);
  const catalogue = catalogueOf(stores.records);
  const planned = await plannedUnit(catalogue, request);
  const file = request.path.period ?? '';
  const isSheet = file.endsWith(SHEET);
  const period = periodOf(isSheet ? file.slice(0, -SHEET.length) : file);
  const version = query.version === undefined ? undefined : wholeNumber('version', query.version, 1, 999_999);
  const day = askedDay(query.on, stores.now());
  const isOverdueOnly = flag('overdue', query.overdue);
  const id = { unit: planned.unit.unit, period };
  const saved = await getPlan(stores.records, id, version);
  if (version !== undefined && !saved) {
    throw notFound(`Kế hoạch ${period} không có bản ${version}`, `The plan of ${period} has no version ${version}`);
  }
  const unfit = (isSheet ? (['on', 'overdue'] as const) : (['index'] as const)).find(
    (name) => query[name] !== undefined,
  );
  if (unfit) throw notHere(unfit, isSheet);
  const { rows = [], baseline_period = null } = saved?.plan ?? {};
  const published = publishedStandings(stores, planned, period, baseline_period);
  if (isSheet) return planWorkbook(catalogue, { planned, period, saved, asked: query.index, published });

  const named = new Set(rows.map((row) => row.index));
  const [indices, versions] = await Promise.all([
    plannedIndices(catalogue, planned, period, (index) => named.has(index)),
    listPlanVersions(stores.records, id),
  ]);
  const context = { planned, period, indices, day, lang: request.lang };
  const shown = await Promise.all(rows.map(async (row) => shownTarget(row, await published.of(row), context)));
  return {
    headers: PRIVATE,
    body: {
      data: isOverdueOnly ? shown.filter(({ overdue }) => overdue) : shown,
      meta: {
        ...aboutPlan(saved, id, request.lang === 'vi' ? planned.unit.name_vi : planned.unit.name_en),
        ...{
          actor: saved?.version.actor ?? null,
          at: saved?.version.at ?? null,
          reason: saved?.version.reason ?? null,
        },
        on: day,
        ...countsOfTargets(shown),
        degraded: published.degraded(),
        versions: versions.map(({ unit: _unit, period: _period, request_id: _id, ...made }) => made),
      },
      next: null,
    },
  };
};

/** A parameter that would be ignored in silence. */
const notHere = (name: string, isSheet: boolean) =>
  isSheet
    ? invalidParameter(name, `${name} không dùng cho tệp .xlsx`, `${name} is not for the .xlsx sheet`)
    : invalidParameter(name, `${name} chỉ dùng cho tệp .xlsx`, `${name} is for the .xlsx sheet only`);

/** What a plan says of itself; nulls and version 0 where there is none. */
const aboutPlan = (
  saved: SavedPlan | undefined,
  { unit, period }: { unit: string; period: string },
  unit_name: string,
) => ({
  ...{ unit, unit_name, period, version: saved?.version.version ?? 0, title: saved?.plan.title ?? null },
  ...{ document: saved?.plan.document ?? null, issued_on: saved?.plan.issued_on ?? null },
  baseline_period: saved?.plan.baseline_period ?? null,
});
