import { LIMITS } from '@chi-so/contract/limits';
import { errorsIn, type Finding } from '@chi-so/domain/finding';
import { checkPlan, type PlanContext } from '@chi-so/domain/target-check';
import { type PlacedTarget, planOf } from '@chi-so/domain/target-plan';
import type { Standings } from '@chi-so/domain/target-progress';
import type { Answer, Request } from '@chi-so/runtime/http';
import { flag, parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import { getPlan, type PlanId, type PlanVersion, type PlanWrite, savePlan } from '@chi-so/storage/targets';
import { reusedKey } from '../append-entry.ts';
import { actorOf, ifMatchOf, requestIdOf } from '../caller.ts';
import { catalogueOf } from '../catalogue-reader.ts';
import { countsOf, shownFindings } from '../report.ts';
import { askedDay } from './asked-day.ts';
import type { TargetStores } from './get-targets.ts';
import { countsOfTargets, shownTarget } from './plan-rows-answer.ts';
import { plannedIndices } from './planned-indices.ts';
import { periodOf, plannedUnit } from './planned-unit.ts';
import { publishedStandings } from './published-standings.ts';
import { readPlan } from './read-plan.ts';

/** `PUT /v1/targets/{unit}/{period}?dry_run=&on=`: a whole plan becomes the newest version, or says what is wrong with it. */
export const putTargets = async (stores: TargetStores, request: Request): Promise<Answer> => {
  const { dry_run, on } = parameters(request.query, ['dry_run', 'on'], request.path);
  const isDryRun = flag('dry_run', dry_run);
  const day = askedDay(on, stores.now());
  const catalogue = catalogueOf(stores.records);
  const planned = await plannedUnit(catalogue, request);
  const id = { unit: planned.unit.unit, period: periodOf(request.path.period ?? '') };
  if (request.body.length > LIMITS.plan_bytes) throw tooLarge('1 MB');
  const base = ifMatchOf(request);
  const write = { actor: actorOf(request), request_id: requestIdOf(request), at: stores.now().toISOString() };

  const { head, reason, madeFrom, rows, findings: inFile } = await readPlan(request.body, id);
  const named = new Set(rows.map(({ index }) => index));
  const indices = await plannedIndices(catalogue, planned, id.period, (index) => named.has(index));
  const published = publishedStandings(stores, planned, id.period, head.baseline_period);
  const isKnown = ({ index }: PlacedTarget) => indices.get(index)?.methodology != null;
  const standings = new Map<PlacedTarget, Standings>(
    await Promise.all(rows.map(async (row) => [row, isKnown(row) ? await published.of(row) : NOTHING] as const)),
  );
  const context: PlanContext = {
    ...planned,
    period: id.period,
    indices,
    today: (row) => beforePlan(standings.get(row) ?? NOTHING, id.period),
  };
  const findings = [...inFile, ...checkPlan(head, rows, context)];
  if (!isDryRun && errorsIn(findings).length > 0) throw invalidPlan(findings);

  const plan = planOf(head, rows);
  if (Buffer.byteLength(JSON.stringify(plan)) > LIMITS.plan_text_bytes) throw tooLarge('384 KB');
  const saved = isDryRun
    ? { status: 'dry-run' as const, version: (await getPlan(stores.records, id))?.version.version ?? 0 }
    : await save(stores, id, { ...write, plan, reason, base: base ?? madeFrom ?? 0 });
  const { lang } = request;
  const shown = rows.map((row, i) =>
    shownTarget(plan.rows[i] ?? row, standings.get(row) ?? NOTHING, { planned, period: id.period, indices, day, lang }),
  );
  const { title, document, issued_on, baseline_period } = plan;
  return {
    status: saved.status === 'saved' ? 201 : 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      data: shown,
      meta: {
        ...{ unit: id.unit, unit_name: lang === 'vi' ? planned.unit.name_vi : planned.unit.name_en, period: id.period },
        ...{ version: saved.version, title, document, issued_on, baseline_period, status: saved.status, on: day },
        ...countsOfTargets(shown),
        degraded: published.degraded(),
        ...countsOf(findings),
        findings: shownFindings(findings, lang),
      },
      next: null,
    },
  };
};

const NOTHING: Standings = { actual: null, baseline: null };

/** What is known before the plan's own period is: its result is no reason to warn of the target. */
const beforePlan = ({ actual }: Standings, period: string) => (actual && actual.period !== period ? actual : null);

const save = async (
  { records }: TargetStores,
  id: PlanId,
  write: PlanWrite,
): Promise<{ status: 'saved' | 'same' | 'repeated'; version: number }> => {
  const result = await savePlan(records, id, write);
  if (result.outcome === 'reused') throw reusedKey();
  if (result.outcome === 'moved') throw stalePlan(result.version);
  return { status: result.outcome, version: result.version.version };
};

const stalePlan = (last: PlanVersion | undefined): Problem =>
  new Problem(
    409,
    'stale-base',
    {
      vi: 'Kế hoạch đã thay đổi sau khi bạn xem; hãy xem lại rồi gửi với If-Match mới',
      en: 'The plan has changed since you saw it; look again and send it with the new If-Match',
    },
    { current: last ? { version: last.version, at: last.at } : { version: 0 } },
  );

const invalidPlan = (findings: readonly Finding[]): Problem => {
  const { errors } = countsOf(findings);
  return new Problem(
    422,
    'invalid-plan',
    {
      vi: `Kế hoạch có ${errors} lỗi; chưa có gì được ghi`,
      en: `The plan has ${errors} faults; nothing was written`,
    },
    { errors: errorsIn(findings) },
  );
};

const tooLarge = (most: string): Problem =>
  new Problem(413, 'too-large', { vi: `Kế hoạch lớn hơn ${most}`, en: `The plan is larger than ${most}` });
