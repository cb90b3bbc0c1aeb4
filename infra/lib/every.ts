import { type Duration, Stack } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { ServiceFunction } from './service-function.ts';

/** Calls a function at a regular rate, with the name of the schedule as its event. */
export const every = (scope: Construct, rate: Duration, schedule: string, called: ServiceFunction): void => {
  const target = new LambdaInvoke(called, {
    input: ScheduleTargetInput.fromObject({ schedule }),
    // A call that came too late would only be there twice, beside the next one.
    maxEventAge: rate,
    retryAttempts: 2,
  });
  // The library makes the role, outside of this construct.
  acknowledgeWildcard(Stack.of(scope), `${called.functionArn}:*`, 'A schedule calls one function, in any version');
  new Schedule(scope, `${schedule.charAt(0).toUpperCase()}${schedule.slice(1)}Schedule`, {
    schedule: ScheduleExpression.rate(rate),
    target,
  });
};
