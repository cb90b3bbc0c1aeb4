import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const ROOT = join(import.meta.dirname, '..', '..');

/** Table actions, by what a function does. Nobody may Scan or delete. */
const ACTIONS = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  'read-write': [
    'dynamodb:GetItem',
    'dynamodb:BatchGetItem',
    'dynamodb:Query',
    'dynamodb:PutItem',
    'dynamodb:BatchWriteItem',
  ],
  'get-put': ['dynamodb:GetItem', 'dynamodb:PutItem'],
  'get-query-put': ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
} as const;

/** A function of `services/<service>`: one bundled file on arm64, with its own log group. */
export class ServiceFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { service, ...props }: { service: string } & NodejsFunctionProps) {
    super(scope, id, {
      entry: join(ROOT, 'services', service, 'src', 'handler.ts'),
      projectRoot: ROOT,
      depsLockFilePath: join(ROOT, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(20),
      logGroup: new LogGroup(scope, `${id}Logs`, {
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      ...props,
      environment: { SERVICE: service, ...props.environment },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        mainFields: ['module', 'main'],
        // The SDK's own copy: bundled, it loads faster than the runtime's.
        bundleAwsSDK: true,
        ...props.bundling,
      },
    });
  }

  /** Permission and environment in one call: a function has both or neither. */
  useTable(table: ITable, variable: string, access: keyof typeof ACTIONS): void {
    table.grant(this, ...ACTIONS[access]);
    this.addEnvironment(variable, table.tableName);
  }

  /** May write objects under a prefix of the bucket. */
  useBucket(bucket: IBucket, variable: string, prefix: string): void {
    bucket.grantPut(this, `${prefix}/*`);
    this.addEnvironment(variable, bucket.bucketName);
  }
}
