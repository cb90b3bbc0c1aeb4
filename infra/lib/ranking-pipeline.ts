import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { FailureDestination } from './failure-destination.ts';
import { ServiceFunction } from './service-function.ts';

/** Records stream → ranking function → Rankings table. What fails for good ends whole in the failure bucket. */
export class RankingPipeline extends Construct {
  /** How long ago what is read from the stream was written. */
  readonly lag: Metric;

  constructor(scope: Construct, id: string, { alarms, data }: { alarms: Alarms; data: DataStack }) {
    super(scope, id);
    const { records, rankings, failures } = data;
    const ranking = new ServiceFunction(this, 'Ranking', {
      service: 'ranking',
      memorySize: 1024,
      timeout: Duration.seconds(60),
    });
    ranking.useTable(records, 'RECORDS_TABLE', 'read');
    ranking.useTable(rankings, 'RANKINGS_TABLE', 'get-put');
    ranking.addEventSource(
      new DynamoEventSource(records, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('LOG#') } } } })],
        batchSize: 1000,
        // The shortest window: only log entries pass the filter, and while one batch is ranked the next one gathers.
        maxBatchingWindow: Duration.seconds(0),
        // What is tried in vain for so long is no passing fault; what cannot be read at all never gets here.
        retryAttempts: 10,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new FailureDestination(failures),
      }),
    );
    this.lag = ranking.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: Duration.minutes(1) });
    this.watch(alarms);
    this.watchFailures(data, alarms);
  }

  private watch(alarms: Alarms): void {
    alarms.raise(this, 'Lag', {
      metric: this.lag,
      most: Duration.minutes(5).toMilliseconds(),
      periods: [3, 3],
      impact: {
        vi: 'Số liệu đã công bố hơn năm phút mà thứ hạng chưa tính lại; trang vẫn hiển thị bản trước.',
        en: 'Figures published more than five minutes ago are not ranked yet; the page still shows those before.',
      },
      runbook: 'rankings-lag-or-stream-records-were-lost',
    });
    alarms.raise(this, 'Degraded', {
      metric: ownMetric('ranking', 'RankingsDegraded'),
      most: 0,
      impact: {
        vi: 'Số liệu gốc của một lần công bố không đọc được; người xem thấy bản trước đó, có ghi rõ.',
        en: 'Figures of a publication cannot be read; readers see the one before it, and are told so.',
      },
      runbook: 'an-entry-is-in-quarantine',
    });
    alarms.raise(this, 'CoverageShrank', {
      metric: ownMetric('ranking', 'CoverageShrank'),
      most: 0,
      impact: {
        vi: 'Bản mới nhất của một chỉ số thiếu điểm của nhiều đơn vị hơn bản trước: có thể tệp bị thiếu dòng.',
        en: 'The newest figures of an index lack more units than those before: rows of the file may be missing.',
      },
      runbook: 'coverage-shrank',
    });
  }

  /** Everything that is put into the bucket is a batch that was given up. A rule counts what it matches by itself. */
  private watchFailures({ failures }: DataStack, alarms: Alarms): void {
    const { ruleName } = new Rule(this, 'GivenUp', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [failures.bucketName] } },
      },
    });
    alarms.raise(this, 'RecordsGivenUp', {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'TriggeredRules',
        dimensionsMap: { RuleName: ruleName },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      most: 0,
      impact: {
        vi: 'Có lần công bố mà hệ thống đã thử nhiều lần vẫn không tính được thứ hạng; nó sẽ không tự tính nữa.',
        en: 'Some publication could not be ranked however often it was tried; it will not be ranked by itself.',
      },
      runbook: 'records-were-given-up',
    });
  }
}
