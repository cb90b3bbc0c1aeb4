import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { DataStack } from './data-stack.ts';
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

  constructor(scope: Construct, id: string, { stage, data }: { stage: Stage; data: DataStack }) {
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
    this.every(Duration.minutes(1), 'embargoes', this.publication);
    this.every(Duration.hours(1), 'sources', this.sources);
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

  /** Calls a function at a regular rate, with the name of the schedule as its event. */
  private every(rate: Duration, schedule: string, called: ServiceFunction): void {
    const target = new LambdaInvoke(called, {
      input: ScheduleTargetInput.fromObject({ schedule }),
      // A call that came too late would only be there twice, beside the next one.
      maxEventAge: rate,
      retryAttempts: 2,
    });
    // The library makes the role, outside of this construct.
    acknowledgeWildcard(Stack.of(this), `${called.functionArn}:*`, 'A schedule calls one function, in any version');
    new Schedule(this, `${schedule.charAt(0).toUpperCase()}${schedule.slice(1)}Schedule`, {
      schedule: ScheduleExpression.rate(rate),
      target,
    });
  }
}
