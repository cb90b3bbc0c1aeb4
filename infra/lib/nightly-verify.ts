import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { everyNight } from './every.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * Every night: whether each stored result is what Records says, and which releases are late. It reads and writes nothing;
 * to find what follows from nothing it may scan Rankings, as the nightly export may Records.
 */
export class NightlyVerify extends Construct {
  constructor(scope: Construct, id: string, { alarms, data }: { alarms: Alarms; data: DataStack }) {
    super(scope, id);
    const verify = new ServiceFunction(this, 'Verify', {
      service: 'ranking',
      entry: 'nightly-handler.ts',
      // One log after the other, each whole: it holds the largest, and of every other output its key.
      memorySize: 2048,
      timeout: Duration.minutes(15),
    });
    verify.useTable(data.records, 'RECORDS_TABLE', 'read');
    verify.useTable(data.rankings, 'RANKINGS_TABLE', 'get-scan');
    everyNight(this, 0, 'nightly', verify);

    const hourly = { period: Duration.hours(1) };
    const worst = { ...hourly, statistic: Stats.MAXIMUM };
    alarms.raise(this, 'RankingsDiffer', {
      metric: ownMetric('ranking', 'RankingsDiffer', worst),
      most: 0,
      untilMeasured: true,
      impact: {
        vi: 'Có thứ hạng đang hiển thị không khớp với số liệu đã công bố.',
        en: 'Some ranking that is shown does not follow from the figures that were published.',
      },
      runbook: 'stored-rankings-differ',
    });
    alarms.raise(this, 'EntriesInQuarantine', {
      metric: ownMetric('ranking', 'EntriesInQuarantine', worst),
      most: 0,
      untilMeasured: true,
      impact: {
        vi: 'Số liệu gốc của một lần công bố không đọc được nữa; người xem thấy bản trước đó.',
        en: 'Figures of a publication cannot be read any more; readers see the one before it.',
      },
      runbook: 'an-entry-is-in-quarantine',
    });
    alarms.raise(this, 'ReleasesOverdue', {
      metric: ownMetric('ranking', 'ReleasesOverdue', worst),
      most: 0,
      untilMeasured: true,
      impact: {
        vi: 'Một kỳ chỉ số lẽ ra đã có mà chưa được nạp; trang vẫn hiển thị kỳ trước.',
        en: 'A release that should be out by now has not been put in; the page still shows the one before.',
      },
      runbook: 'a-release-is-overdue',
    });
    alarms.raiseSilence(this, 'NotVerified', {
      metric: ownMetric('ranking', 'RankingsDiffer', { ...hourly, statistic: Stats.SAMPLE_COUNT }),
      within: Duration.hours(26),
      impact: {
        vi: 'Đêm qua không ai kiểm tra thứ hạng: nếu có sai lệch thì chưa ai biết.',
        en: 'Nobody verified the rankings last night: if one is wrong, nobody knows.',
      },
      runbook: 'a-schedule-did-not-run',
    });
  }
}
