import type { Lang } from '@chi-so/contract/ranking-response';
import { comparePeriods } from '@chi-so/domain/identity';
import type { Schemas } from './schemas.ts';
import { ask, getFile, getSigned, send } from './send.ts';

export type Plan = Schemas['TargetsAnswer'];
export type TargetRow = Plan['data'][number];
export type SavedPlan = Schemas['SavedPlanAnswer'];
/** A plan of a unit, and the periods for which it has one, oldest first. */
export type Plans = { plan: Plan; periods: string[] };

const pathOf = (unit: string, period: string): string =>
  `targets/${encodeURIComponent(unit)}/${encodeURIComponent(period)}`;

/** The plan for a period. `latest`: the newest that there is, else the one of this year, which is still to be made. */
export const loadPlan = async (
  unit: string,
  period: string,
  version: string | null,
  lang: Lang,
  signal: AbortSignal,
): Promise<Plans> => {
  const list = await getSigned<Schemas['PlansAnswer']>(`targets/${encodeURIComponent(unit)}`, {}, lang, signal);
  const periods = list.data.map((one) => one.period).sort(comparePeriods);
  const wanted = period === 'latest' ? (periods.at(-1) ?? String(new Date().getFullYear())) : period;
  return { plan: await getSigned<Plan>(pathOf(unit, wanted), { version }, lang, signal), periods };
};

/** The plan as the workbook that is filled in and sent back; an empty one where there is no plan. */
export const loadWorkbook = (unit: string, period: string, version: string | null, lang: Lang): Promise<Blob> =>
  getFile(`${pathOf(unit, period)}.xlsx`, { version }, lang);

/** What is found in a workbook, and how the plan would stand. Nothing is written. */
export const checkPlan = (unit: string, period: string, file: Blob, lang: Lang): Promise<SavedPlan> =>
  ask('PUT', pathOf(unit, period), { dry_run: 'true' }, lang, file);

/**
 * Writes the plan. The workbook itself says from which version it was made, so that an old one takes no newer one's place.
 *
 * @throws Failure `stale-base` where it was made from another version than the one that stands
 */
export const savePlan = (unit: string, period: string, file: Blob, lang: Lang): Promise<SavedPlan> =>
  send('PUT', pathOf(unit, period), {}, lang, { body: file });
