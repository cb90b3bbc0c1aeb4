import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import { serviceRole } from './service-role.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Table actions, by what a function does. Nobody may delete; to scan is for what runs at night. */
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
  'get-scan': ['dynamodb:GetItem', 'dynamodb:Scan'],
  scan: ['dynamodb:Scan'],
} as const;

type ServiceFunctionProps = Omit<NodejsFunctionProps, 'entry'> & {
  service: string;
  /** The file in the service's `src`; a service has several where its work needs different limits. */
  entry?: string;
};

/** What the release bucket holds (files as they came, on their way in through the API, or put there), and exports. */
type Prefix = 'originals' | 'uploads' | 'landing' | 'records';

/** A function of `services/<service>`: one bundled file on arm64, with its own log group. */
export class ServiceFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { service, entry = 'handler.ts', ...props }: ServiceFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      entry: join(ROOT, 'services', service, 'src', entry),
      projectRoot: ROOT,
      depsLockFilePath: join(ROOT, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(20),
      logGroup,
      role: serviceRole(scope, `${id}Role`, logGroup),
      ...props,
      environment: { SERVICE: service, ...props.environment },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        mainFields: ['module', 'main'],
        // The SDK's own copy: bundled, it loads faster than the runtime's.
        bundleAwsSDK: true,
        esbuildArgs: { '--alias:node:crypto': join(import.meta.dirname, 'node-crypto.cjs') },
        // Some dependencies are CommonJS and require Node's own modules, which an ES module cannot by itself.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
        ...props.bundling,
      },
    });
  }

  /** Permission and environment in one call: a function has both or neither. */
  useTable(table: ITable, variable: string, access: keyof typeof ACTIONS): void {
    table.grant(this, ...ACTIONS[access]);
    this.addEnvironment(variable, table.tableName);
  }

  /** May read and write objects under some prefixes of the bucket, and no others. */
  useBucket(
    bucket: IBucket,
    variable: string,
    { read = [], write = [] }: Partial<Record<'read' | 'write', readonly Prefix[]>>,
  ): void {
    const under = (prefixes: readonly Prefix[]) => prefixes.map((prefix) => bucket.arnForObjects(`${prefix}/*`));
    const allow = (action: string, resources: string[]) =>
      this.addToRolePolicy(new PolicyStatement({ actions: [action], resources }));
    for (const objects of under([...new Set([...read, ...write])])) {
      acknowledgeWildcard(this.role as Role, objects, 'Objects under one prefix of a bucket that is all ours');
    }
    allow('s3:PutObject', under(write));
    if (read.length > 0) {
      allow('s3:GetObject', under(read));
      // Without it S3 says "access denied" of an object that is not there.
      allow('s3:ListBucket', [bucket.bucketArn]);
    }
    this.addEnvironment(variable, bucket.bucketName);
  }
}
