import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { fireSchedule, readSchedules } from './schedules.ts';
import type { TemplateValues } from './template-values.ts';

const HOURLY = {
  FlexibleTimeWindow: { Mode: 'OFF' },
  ScheduleExpression: 'rate(1 hour)',
  ScheduleExpressionTimezone: 'Etc/UTC',
  State: 'ENABLED',
  Target: { Arn: 'arn:reader', Input: '{"schedule":"sources"}', RoleArn: 'arn:role', RetryPolicy: {} },
};

const schedulesOf = (all: Record<string, JsonObject>, invoke?: LocalFunction['invoke']) => {
  const resources = Object.entries(all).map(([logicalId, properties]) => ({
    ...{ stack: 'S', logicalId, type: 'AWS::Scheduler::Schedule', properties },
  }));
  const values: Pick<TemplateValues, 'resources'> = { resources: () => resources };
  return readSchedules(values as TemplateValues, (arn) =>
    arn === 'arn:reader' ? ({ invoke } as LocalFunction) : undefined,
  );
};

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(15 minutes)', 900_000],
    ['rate(1 hour)', 3_600_000],
    ['rate(2 days)', 172_800_000],
    ['cron(0 10 * * ? *)', 86_400_000],
  ])('can be %s', (ScheduleExpression, everyMs) => {
    expect(schedulesOf({ Sources: { ...HOURLY, ScheduleExpression } })).toMatchObject([
      { everyMs, isEnabled: true, input: '{"schedule":"sources"}' },
    ]);
  });

  it.each([
    ['goes by the calendar', { ScheduleExpression: 'cron(0 10 ? * MON *)' }, /cron.*not emulated/],
    ['happens once', { ScheduleExpression: 'at(2026-11-12T00:00:00)' }, /not emulated/],
    ['never comes', { ScheduleExpression: 'rate(0 minutes)' }, /not emulated/],
    ['is rarer than a timer can wait', { ScheduleExpression: 'rate(30 days)' }, /not emulated/],
    ['begins later', { StartDate: '2026-12-01T00:00:00Z' }, /StartDate/],
    ['comes at some time in a window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, /FlexibleTimeWindow/],
    ['calls another service', { Target: { Arn: 'arn:aws:sqs:x', RoleArn: 'r' } }, /leads to no function/],
    ['names its own time', { Target: { Arn: 'arn:reader', Input: '<aws.scheduler.scheduled-time>' } }, /context/],
  ])('fails at the start when it %s', (_, change, message) => {
    expect(() => schedulesOf({ Nightly: { ...HOURLY, ...change } })).toThrow(message);
  });

  it('is fired by a part of its name, one at a time, and says when its function fails', async () => {
    const events: string[] = [];
    const schedules = schedulesOf({ HourlySources: HOURLY, HourlyNews: HOURLY }, async (event) => {
      events.push(event);
      return events.length === 1
        ? { requestId: 'r', ok: true, payload: 'null' }
        : { requestId: 'r', ok: false, error: { errorType: 'RangeError', errorMessage: 'no' } };
    });
    await fireSchedule(schedules, 'Sources');
    expect(events).toEqual(['{"schedule":"sources"}']);
    await expect(fireSchedule(schedules, 'Sources')).rejects.toThrow('HourlySources: RangeError: no');
    await expect(fireSchedule(schedules, 'Hourly')).rejects.toThrow(/one schedule of: HourlySources, HourlyNews/);
    await expect(fireSchedule(schedules, 'Daily')).rejects.toThrow(/one schedule/);
  });
});
