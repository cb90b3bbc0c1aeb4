import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stage.ts';

/** They hold addresses of people: for as long as an incident takes to be noticed, and no longer. */
export const ACCESS_LOGS_KEPT = Duration.days(90);

/**
 * Everything that cannot be made again. Records is the truth and has the stream; Rankings follows from it, and is a
 * table of its own so that writing a ranking can never trigger the stream that writes rankings.
 */
export class DataStack extends Stack {
  readonly records: TableV2;
  readonly rankings: TableV2;
  readonly releases: Bucket;
  readonly failures: Bucket;
  /** What the nightly export puts there. */
  readonly exports: Bucket;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { terminationProtection: true, ...props });
    const table = {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.records = new TableV2(this, 'Records', { ...table, dynamoStream: StreamViewType.KEYS_ONLY });
    this.rankings = new TableV2(this, 'Rankings', table);

    const privately = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...privately,
      lifecycleRules: [{ expiration: ACCESS_LOGS_KEPT }],
    });
    acknowledge(accessLogs, 'S1', 'Who reads the log of accesses is not logged in turn');
    const bucket = { ...privately, serverAccessLogsBucket: accessLogs };
    this.releases = new Bucket(this, 'Releases', {
      ...bucket,
      versioned: true,
      serverAccessLogsPrefix: 'releases/',
      // The page puts large files there by a signed address, which is all that it takes, from wherever it is called.
      cors: [
        { allowedMethods: [HttpMethods.PUT], allowedOrigins: ['*'], allowedHeaders: ['content-type'], maxAge: 3600 },
      ],
    });
    // What lands there starts ingestion.
    tellEventBridge(this.releases);
    this.failures = new Bucket(this, 'Failures', { ...bucket, serverAccessLogsPrefix: 'failures/' });
    // What lands there is what somebody has to know of.
    tellEventBridge(this.failures);
    this.exports = new Bucket(this, 'Exports', {
      ...bucket,
      versioned: true,
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [
        {
          transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }],
          expiration: Duration.days(stage.exportsKeptDays),
          // Whoever deletes one by mistake has as long to notice as an incident is given.
          noncurrentVersionExpiration: ACCESS_LOGS_KEPT,
        },
      ],
    });
  }
}

/** Bucket's own option does this by a custom resource: a function more to run. */
const tellEventBridge = (bucket: Bucket): void => {
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
};
