import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { every } from './every.ts';
import { ServiceFunction } from './service-function.ts';
import type { Stage } from './stage.ts';

/** What arrives as a file, and what may be done with it. */
const FILES = ['originals', 'uploads', 'landing'] as const;

/** Everything that writes releases: three functions, so that none can take the time or the memory of another. */
export class ReleaseWriters extends Construct {
  /** Reads files of strangers, however they come: by the API, or put under `landing/`. */
  readonly ingestion: ServiceFunction;
  /** Small writes of people who decide (corrections, publications, withdrawals), and embargoes when they end. */
  readonly publication: ServiceFunction;
  /** Fetches files from publishers' own sites. */
  readonly sources: ServiceFunction;

  constructor(
    scope: Construct,
    id: string,
    { stage, alarms, data }: { stage: Stage; alarms: Alarms; data: DataStack },
  ) {
    super(scope, id);
    this.ingestion = new ServiceFunction(this, 'Ingestion', {
      service: 'ingestion',
      memorySize: 512,
      // The HTTP API gives up after 30 seconds.
      timeout: Duration.seconds(29),
      // A flood of files fills these places and takes none of anybody else's.
      reservedConcurrentExecutions: 10,
    });
    this.publication = new ServiceFunction(this, 'Publication', {
      service: 'ingestion',
      entry: 'publication-handler.ts',
      environment: { FOUR_EYES: String(stage.fourEyes) },
    });
    this.sources = new ServiceFunction(this, 'Sources', {
      service: 'ingestion',
      entry: 'sources-handler.ts',
      timeout: Duration.seconds(60),
      // One that looks at what is due, and one for whoever asks meanwhile; the state of a source keeps them apart.
      reservedConcurrentExecutions: 2,
      environment: { FETCH_ALLOWED_HOSTS: stage.fetchAllowedHosts.join(',') },
    });

    for (const writer of [this.ingestion, this.publication, this.sources]) {
      writer.useTable(data.records, 'RECORDS_TABLE', 'read-write');
      writer.useTable(data.rankings, 'RANKINGS_TABLE', 'read');
    }
    this.ingestion.useBucket(data.releases, 'RELEASE_BUCKET', { read: FILES, write: FILES });
    this.sources.useBucket(data.releases, 'RELEASE_BUCKET', { read: FILES, write: FILES });
    this.publication.useBucket(data.releases, 'RELEASE_BUCKET', { write: ['originals'] });

    this.readWhatLands(data);
    every(this, Duration.minutes(1), 'embargoes', this.publication);
    every(this, Duration.hours(1), 'sources', this.sources);
    this.watch(alarms);
  }

  /** An object created under `landing/` of the release bucket goes to ingestion. */
  private readWhatLands({ releases }: DataStack): void {
    new Rule(this, 'Landing', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [releases.bucketName] }, object: { key: [{ prefix: 'landing/' }] } },
      },
      // What cannot be delivered for a day stays in the bucket, where it can be put again.
      targets: [new LambdaFunction(this.ingestion, { retryAttempts: 185, maxEventAge: Duration.hours(24) })],
    });
  }

  private watch(alarms: Alarms): void {
    alarms.raise(this, 'EmbargoFailed', {
      metric: ownMetric('ingestion', 'EmbargoesFailed'),
      most: 0,
      impact: {
        vi: 'Một lần công bố đã hẹn giờ không diễn ra; người xem vẫn thấy số liệu cũ.',
        en: 'A publication that was set for a time did not happen; readers still see the old figures.',
      },
      runbook: 'an-embargo-was-not-published',
    });
    alarms.raise(this, 'SourceFailed', {
      metric: ownMetric('ingestion', 'SourcesFailed', { statistic: Stats.MAXIMUM, period: Duration.hours(1) }),
      most: 0,
      // A site that was down for an hour is none of our business.
      periods: [6, 6],
      impact: {
        vi: 'Một nguồn số liệu không lấy được đã nhiều giờ: kỳ mới của cơ quan công bố có thể bị bỏ lỡ.',
        en: 'A source cannot be fetched for hours: a new release of its publisher may be missed.',
      },
      runbook: 'a-source-cannot-be-fetched',
    });
    alarms.raiseSilence(this, 'EmbargoesNotChecked', {
      metric: ownMetric('ingestion', 'EmbargoesFailed', { statistic: Stats.SAMPLE_COUNT }),
      within: Duration.minutes(15),
      impact: {
        vi: 'Việc công bố đúng giờ đã hẹn đang dừng: tới giờ số liệu sẽ không tự hiện ra.',
        en: 'Publishing at a set time has stopped: figures will not appear when their time comes.',
      },
      runbook: 'a-schedule-did-not-run',
    });
    alarms.raiseSilence(this, 'SourcesNotChecked', {
      metric: ownMetric('ingestion', 'SourcesFailed', { statistic: Stats.SAMPLE_COUNT, period: Duration.hours(1) }),
      within: Duration.hours(3),
      impact: {
        vi: 'Các nguồn số liệu không được xem lại nữa: kỳ mới sẽ không tự vào.',
        en: 'Sources are not looked at any more: new releases will not come in by themselves.',
      },
      runbook: 'a-schedule-did-not-run',
    });
  }
}
