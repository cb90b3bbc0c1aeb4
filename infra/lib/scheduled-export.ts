import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { everyNight } from './every.ts';
import { FailureDestination } from './failure-destination.ts';
import { ServiceFunction } from './service-function.ts';

/** What its metrics carry, too. */
const SERVICE = 'export';

/** Every night the whole of Records goes to the bucket Exports, from where `chiso import` restores it. */
export class ScheduledExport extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { alarms, data: { records, exports, failures } }: { alarms: Alarms; data: DataStack },
  ) {
    super(scope, id);
    const exporting = new ServiceFunction(this, 'Export', {
      service: SERVICE,
      memorySize: 1024,
      timeout: Duration.minutes(15),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new FailureDestination(failures),
    });
    exporting.useTable(records, 'RECORDS_TABLE', 'scan');
    exporting.useBucket(exports, 'EXPORT_BUCKET', { write: ['records'] });

    everyNight(this, 30, 'export', exporting);

    const period = Duration.hours(1);
    alarms.raise(this, 'ExportFailed', {
      metric: ownMetric(SERVICE, 'ExportFailed', { period, statistic: Stats.MAXIMUM }),
      most: 0,
      untilMeasured: true,
      impact: {
        vi: 'Bản sao lưu đêm qua không thành: nếu mất dữ liệu hôm nay thì chỉ khôi phục được tới bản trước.',
        en: 'The export of last night failed: what is lost today can be restored from the one before only.',
      },
      runbook: 'the-export-failed-or-is-old',
    });
    alarms.raiseSilence(this, 'ExportTooOld', {
      metric: ownMetric(SERVICE, 'RecordsExported', { period, statistic: Stats.SAMPLE_COUNT }),
      within: Duration.hours(26),
      impact: {
        vi: 'Hơn một ngày chưa có bản sao lưu nào của số liệu.',
        en: 'There has been no export of the figures for more than a day.',
      },
      runbook: 'the-export-failed-or-is-old',
    });
  }
}
