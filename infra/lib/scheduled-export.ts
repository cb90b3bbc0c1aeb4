import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { DataStack } from './data-stack.ts';
import { FailureDestination } from './failure-destination.ts';
import { ServiceFunction } from './service-function.ts';

/** Every night the whole of Records goes to the bucket Exports, from where `chiso import` restores it. */
export class ScheduledExport extends Construct {
  constructor(scope: Construct, id: string, { records, exports, failures }: DataStack) {
    super(scope, id);
    const exporting = new ServiceFunction(this, 'Export', {
      service: 'export',
      memorySize: 1024,
      timeout: Duration.minutes(15),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new FailureDestination(failures),
    });
    exporting.useTable(records, 'RECORDS_TABLE', 'scan');
    exporting.useBucket(exports, 'EXPORT_BUCKET', { write: ['records'] });

    // The library makes the role, outside of this construct.
    acknowledgeWildcard(Stack.of(this), `${exporting.functionArn}:*`, 'A schedule calls one function, in any version');
    new Schedule(this, 'Nightly', {
      // When offices in Vietnam are closed, so that the table stands still.
      schedule: ScheduleExpression.cron({ minute: '30', hour: '1', timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      target: new LambdaInvoke(exporting, {
        input: ScheduleTargetInput.fromObject({ schedule: 'export' }),
        maxEventAge: Duration.hours(6),
        retryAttempts: 10,
      }),
    });
  }
}
