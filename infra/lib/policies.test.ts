import { expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

/** Every function's policy, whole: whatever is added to one shows here, and has to be meant. */

const { identity, services } = templatesOf();
const all = (type: string) => ({ ...identity.findResources(type), ...services.findResources(type) });

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };

/** A resource as a reader would call it: the logical id that it names, and what follows. */
const named = (resource: unknown): string =>
  JSON.stringify(resource)
    .replaceAll(/\{"Fn::GetStackOutput".*?(?:FnGetAtt|Ref)(\w+?)[0-9A-F]{8}(Stream)?Arn[0-9A-F]{8}"\}\}/g, '$1$2')
    .replaceAll(/\{"Fn::GetAtt":\["(\w+?)[0-9A-F]{8}","Arn"\]\}/g, '$1')
    .replaceAll(/Fn::Join|[^\w/*:.-]/g, '')
    .replace(/^:/, '');

it('every role may do exactly this, and no more', () => {
  const lines = Object.entries(all('AWS::IAM::Policy')).flatMap(([id, { Properties }]) =>
    (Properties.PolicyDocument.Statement as Statement[]).flatMap(({ Effect, Action, Resource, Condition }) => {
      expect([id, Effect, Condition]).toEqual([id, 'Allow', undefined]);
      const who = id.replace(/(Role)?DefaultPolicy[0-9A-F]{8}$/, '').replace(/ForTarget\w+$/, '');
      const what = [Action].flat().join(', ');
      return [Resource].flat().map((one) => `${who}: ${what} on ${named(one)}`);
    }),
  );

  expect(lines.sort()).toMatchInlineSnapshot(`
    [
      "Analysis: dynamodb:GetItem, dynamodb:Query on Rankings",
      "Analysis: dynamodb:GetItem, dynamodb:Query on Records",
      "Analysis: logs:CreateLogStream, logs:PutLogEvents on AnalysisLogs",
      "Catalogue: dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query on Records",
      "Catalogue: logs:CreateLogStream, logs:PutLogEvents on CatalogueLogs",
      "Exports: dynamodb:GetItem, dynamodb:Query on Rankings",
      "Exports: dynamodb:GetItem, dynamodb:Query on Records",
      "Exports: logs:CreateLogStream, logs:PutLogEvents on ExportsLogs",
      "NightlyVerifyVerify: dynamodb:GetItem, dynamodb:Query on Records",
      "NightlyVerifyVerify: dynamodb:GetItem, dynamodb:Scan on Rankings",
      "NightlyVerifyVerify: logs:CreateLogStream, logs:PutLogEvents on NightlyVerifyVerifyLogs",
      "Query: dynamodb:GetItem, dynamodb:Query on Rankings",
      "Query: dynamodb:GetItem, dynamodb:Query on Records",
      "Query: logs:CreateLogStream, logs:PutLogEvents on QueryLogs",
      "RankingPipelineRanking: dynamodb:DescribeStream, dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:ListStreams on RecordsStream",
      "RankingPipelineRanking: dynamodb:GetItem, dynamodb:PutItem on Rankings",
      "RankingPipelineRanking: dynamodb:GetItem, dynamodb:Query on Records",
      "RankingPipelineRanking: logs:CreateLogStream, logs:PutLogEvents on RankingPipelineRankingLogs",
      "RankingPipelineRanking: s3:ListBucket on Failures",
      "RankingPipelineRanking: s3:PutObject on Failures/aws/lambda/*",
      "ReleaseWritersIngestion: dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query on Records",
      "ReleaseWritersIngestion: dynamodb:GetItem, dynamodb:Query on Rankings",
      "ReleaseWritersIngestion: logs:CreateLogStream, logs:PutLogEvents on ReleaseWritersIngestionLogs",
      "ReleaseWritersIngestion: s3:GetObject, s3:PutObject on Releases/landing/*",
      "ReleaseWritersIngestion: s3:GetObject, s3:PutObject on Releases/originals/*",
      "ReleaseWritersIngestion: s3:GetObject, s3:PutObject on Releases/uploads/*",
      "ReleaseWritersIngestion: s3:ListBucket on Releases",
      "ReleaseWritersPublication: dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query on Records",
      "ReleaseWritersPublication: dynamodb:GetItem, dynamodb:Query on Rankings",
      "ReleaseWritersPublication: logs:CreateLogStream, logs:PutLogEvents on ReleaseWritersPublicationLogs",
      "ReleaseWritersPublication: s3:PutObject on Releases/originals/*",
      "ReleaseWritersSources: dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query on Records",
      "ReleaseWritersSources: dynamodb:GetItem, dynamodb:Query on Rankings",
      "ReleaseWritersSources: logs:CreateLogStream, logs:PutLogEvents on ReleaseWritersSourcesLogs",
      "ReleaseWritersSources: s3:GetObject, s3:PutObject on Releases/landing/*",
      "ReleaseWritersSources: s3:GetObject, s3:PutObject on Releases/originals/*",
      "ReleaseWritersSources: s3:GetObject, s3:PutObject on Releases/uploads/*",
      "ReleaseWritersSources: s3:ListBucket on Releases",
      "ScheduledExportExport: dynamodb:Scan on Records",
      "ScheduledExportExport: logs:CreateLogStream, logs:PutLogEvents on ScheduledExportExportLogs",
      "ScheduledExportExport: s3:ListBucket on Failures",
      "ScheduledExportExport: s3:PutObject on Exports/records/*",
      "ScheduledExportExport: s3:PutObject on Failures/aws/lambda/*",
      "SchedulerRole: lambda:InvokeFunction on NightlyVerify",
      "SchedulerRole: lambda:InvokeFunction on NightlyVerify:*",
      "SchedulerRole: lambda:InvokeFunction on ReleaseWritersPublication",
      "SchedulerRole: lambda:InvokeFunction on ReleaseWritersPublication:*",
      "SchedulerRole: lambda:InvokeFunction on ReleaseWritersSources",
      "SchedulerRole: lambda:InvokeFunction on ReleaseWritersSources:*",
      "SchedulerRole: lambda:InvokeFunction on ScheduledExport",
      "SchedulerRole: lambda:InvokeFunction on ScheduledExport:*",
      "TargetPlansTargets: dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query on Records",
      "TargetPlansTargets: dynamodb:GetItem, dynamodb:Query on Rankings",
      "TargetPlansTargets: logs:CreateLogStream, logs:PutLogEvents on TargetPlansTargetsLogs",
      "UsersTokens: logs:CreateLogStream, logs:PutLogEvents on UsersTokensLogs",
    ]
  `);
});

it('no role has a policy of somebody else, which could change under it', () => {
  for (const [id, { Properties }] of Object.entries(all('AWS::IAM::Role'))) {
    expect([id, Properties.ManagedPolicyArns ?? [], Properties.Policies ?? []]).toEqual([id, [], []]);
  }
});
