import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

const { data, services } = templatesOf({ exportsKeptDays: 365 });

describe('the nightly export', () => {
  it('lies in a bucket that is retained, encrypted, versioned, private and logged, cheaper after a month, gone at its end', () => {
    data.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        VersioningConfiguration: { Status: 'Enabled' },
        LoggingConfiguration: { LogFilePrefix: 'exports/' },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        LifecycleConfiguration: {
          Rules: [
            {
              Status: 'Enabled',
              ExpirationInDays: 365,
              NoncurrentVersionExpiration: { NoncurrentDays: 90 },
              Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }],
            },
          ],
        },
      },
    });
  });

  it('begins when offices in Vietnam are closed', () => {
    services.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 1 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      State: 'ENABLED',
      Target: { Input: '{"schedule":"export"}', RetryPolicy: { MaximumRetryAttempts: 2 } },
    });
  });

  it('is tried three times, and what fails for good is kept in the failure bucket', () => {
    services.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 21_600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  it('alone of all functions may scan Records, and neither read items singly nor write', () => {
    const policies = Object.entries(services.findResources('AWS::IAM::Policy'));
    const scanning = policies.filter(([, policy]) =>
      /"dynamodb:Scan","Effect":"Allow","Resource":.*Records/.test(JSON.stringify(policy)),
    );
    expect(scanning.map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))).toEqual(['ScheduledExportExport']);
    const actions = scanning.flatMap(([, { Properties }]) =>
      (Properties.PolicyDocument.Statement as { Action: string | string[] }[]).flatMap(({ Action }) => Action),
    );
    expect(actions.filter((action) => action.startsWith('dynamodb:'))).toEqual(['dynamodb:Scan']);
    expect(actions.filter((action) => /^s3:(Get|Delete)/.test(action))).toEqual([]);
  });
});
