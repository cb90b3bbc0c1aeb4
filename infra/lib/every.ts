import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { ServiceFunction } from './service-function.ts';

/** Calls a function at a regular rate, with the name of the schedule as its event. */
export const every = (scope: Construct, rate: Duration, schedule: string, called: ServiceFunction): void =>
  // A call that came too late would only be there twice, beside the next one.
  call(scope, ScheduleExpression.rate(rate), schedule, called, rate);

/** Calls a function every night, when offices in Vietnam are closed and tables stand still: at one o'clock and so many minutes. */
export const everyNight = (scope: Construct, minutes: number, schedule: string, called: ServiceFunction): void =>
  call(
    scope,
    ScheduleExpression.cron({ minute: String(minutes), hour: '1', timeZone: TimeZone.ASIA_HO_CHI_MINH }),
    schedule,
    called,
    Duration.hours(6),
  );

const call = (
  scope: Construct,
  expression: ScheduleExpression,
  schedule: string,
  called: ServiceFunction,
  maxEventAge: Duration,
): void => {
  // The library makes the role, outside of this construct.
  acknowledgeWildcard(Stack.of(scope), `${called.functionArn}:*`, 'A schedule calls one function, in any version');
  new Schedule(scope, `${schedule.charAt(0).toUpperCase()}${schedule.slice(1)}Schedule`, {
    schedule: expression,
    target: new LambdaInvoke(called, {
      input: ScheduleTargetInput.fromObject({ schedule }),
      maxEventAge,
      retryAttempts: 2,
    }),
  });
};
