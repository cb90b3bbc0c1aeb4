import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';

/** What writes the export of Records every night, by the name that its metrics carry. */
const SERVICE = 'export';

/** Alarms of the export: it did not come about, or the last one is too old. */
export const watchExport = (scope: Construct, alarms: Alarms): void => {
  const period = Duration.hours(1);
  alarms.raise(scope, 'ExportFailed', {
    metric: ownMetric(SERVICE, 'ExportFailed', { period, statistic: Stats.MAXIMUM }),
    most: 0,
    untilMeasured: true,
    impact: {
      vi: 'Bản sao lưu đêm qua không thành: nếu mất dữ liệu hôm nay thì chỉ khôi phục được tới bản trước.',
      en: 'The export of last night failed: what is lost today can be restored from the one before only.',
    },
    runbook: 'the-export-failed-or-is-old',
  });
  alarms.raiseSilence(scope, 'ExportTooOld', {
    metric: ownMetric(SERVICE, 'RecordsExported', { period, statistic: Stats.SAMPLE_COUNT }),
    within: Duration.hours(26),
    impact: {
      vi: 'Hơn một ngày chưa có bản sao lưu nào của số liệu.',
      en: 'There has been no export of the figures for more than a day.',
    },
    runbook: 'the-export-failed-or-is-old',
  });
};
