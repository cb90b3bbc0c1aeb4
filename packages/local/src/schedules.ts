import type { AsyncInvocations } from './async-invocations.ts';
import { asObject, asString } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { refuseOtherProperties } from './resource-types.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** A schedule of EventBridge Scheduler. */
export interface LocalSchedule {
  readonly logicalId: string;
  readonly isEnabled: boolean;
  readonly everyMs: number;
  readonly target: LocalFunction;
  /** The event, as JSON. */
  readonly input: string;
}

/** Reads the `AWS::Scheduler::Schedule`s. */
export const readSchedules = (
  values: TemplateValues,
  functionNamed: (nameOrArn: string) => LocalFunction | undefined,
): LocalSchedule[] =>
  values.resources('AWS::Scheduler::Schedule').map((resource) => readSchedule(resource, functionNamed));

/** Starts the timers; gives what stops them. On AWS a rate begins with a call, here with a wait: a start is no event. */
export const startSchedules = (schedules: readonly LocalSchedule[], invocations: AsyncInvocations): (() => void) => {
  const timers = schedules
    .filter(({ isEnabled }) => isEnabled)
    .map(({ everyMs, target, input }) => setInterval(() => invocations.send(target.settings.name, input), everyMs));
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
};

/** Calls a schedule's function once, now, and waits for it. */
export const fireSchedule = async (schedules: readonly LocalSchedule[], logicalIdPart: string): Promise<void> => {
  const [schedule, ...others] = schedules.filter(({ logicalId }) => logicalId.includes(logicalIdPart));
  if (schedule === undefined || others.length > 0) {
    const all = schedules.map(({ logicalId }) => logicalId).join(', ');
    throw new Error(`"${logicalIdPart}" does not name one schedule of: ${all}`);
  }
  const result = await schedule.target.invoke(schedule.input);
  if (!result.ok) throw new Error(`${schedule.logicalId}: ${result.error.errorType}: ${result.error.errorMessage}`);
};

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** A timer of Node counts no further. */
const LONGEST_MS = 2 ** 31 - 1;

/** The milliseconds of `rate(5 minutes)`. A time of every day comes once in 24 hours, at whatever time of the day. */
const rateMs = (expression: string, where: string): number => {
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return 86_400_000;
  const [, value, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const everyMs = Number(value) * (UNIT_MS[unit] ?? Number.NaN);
  if (everyMs > 0 && everyMs <= LONGEST_MS) return everyMs;
  throw new Error(
    `${where}: the schedule expression ${expression} is not emulated, only rates of up to 24 days and times of every day`,
  );
};

function readSchedule(
  { logicalId, type, properties }: LocalResource,
  functionNamed: (nameOrArn: string) => LocalFunction | undefined,
): LocalSchedule {
  refuseOtherProperties(logicalId, type, properties, [
    ...['Description', 'FlexibleTimeWindow', 'GroupName', 'Name', 'ScheduleExpression', 'ScheduleExpressionTimezone'],
    ...['State', 'Target'],
  ]);
  const target = asObject(properties.Target, `${logicalId}: Target`);
  // The retry policy is for deliveries that fail, which they do not here.
  refuseOtherProperties(logicalId, `the target of ${type}`, target, ['Arn', 'Input', 'RetryPolicy', 'RoleArn']);
  const window = asObject(properties.FlexibleTimeWindow, `${logicalId}: FlexibleTimeWindow`);
  if (window.Mode !== 'OFF') throw new Error(`${logicalId}: a FlexibleTimeWindow is not emulated`);
  const input = asString(target.Input ?? '{}', `${logicalId}: Input`);
  if (input.includes('<aws.scheduler.')) throw new Error(`${logicalId}: context attributes in Input are not emulated`);
  const found = functionNamed(asString(target.Arn, `${logicalId}: Arn`));
  if (found === undefined) throw new Error(`${logicalId} leads to no function of this assembly`);
  return {
    logicalId,
    isEnabled: properties.State !== 'DISABLED',
    everyMs: rateMs(asString(properties.ScheduleExpression, `${logicalId}: ScheduleExpression`), logicalId),
    target: found,
    input,
  };
}
