import type { Assembly, TemplateResource } from './assembly.ts';

/** The resource types that the local run stands in for. */
export const EMULATED = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'Custom::CDKBucketDeployment',
] as const;

/** A type of {@link EMULATED}. */
export type EmulatedType = (typeof EMULATED)[number];

/**
 * The types that do nothing on one machine, each with what is lost by that. The table is closed: a type that is in
 * neither list stops the start, because an app that leans on something silently missing would pass here and fail on
 * AWS.
 */
export const INERT: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::ApiMapping': 'no custom domain',
  'AWS::ApiGatewayV2::DomainName': 'no custom domain',
  'AWS::ApplicationInsights::Application': 'no monitoring service',
  'AWS::Backup::BackupPlan': 'no backups',
  'AWS::Backup::BackupSelection': 'no backups',
  'AWS::Backup::BackupVault': 'no backups',
  'AWS::Budgets::Budget': 'no bill',
  'AWS::CDK::Metadata': 'nothing to report',
  'AWS::CloudFront::CachePolicy': 'nothing is cached between a reader and what answers',
  'AWS::CloudFront::OriginAccessControl': 'permissions are not checked',
  'AWS::CloudTrail::Trail': 'no trail',
  'AWS::CloudWatch::Alarm': 'no alarms',
  'AWS::CloudWatch::AnomalyDetector': 'no alarms',
  'AWS::CloudWatch::CompositeAlarm': 'no alarms',
  'AWS::CloudWatch::Dashboard': 'no dashboards of the operator',
  'AWS::IAM::ManagedPolicy': 'permissions are not checked',
  'AWS::IAM::Policy': 'permissions are not checked',
  'AWS::IAM::Role': 'permissions are not checked',
  'AWS::KMS::Alias': 'data is not encrypted at rest',
  'AWS::KMS::Key': 'data is not encrypted at rest',
  'AWS::Lambda::EventInvokeConfig': 'what fails for good is named in the log and kept nowhere',
  'AWS::Lambda::LayerVersion': 'only of functions that copy files at deployment; others with layers are refused',
  'AWS::Lambda::Permission': 'permissions are not checked',
  'AWS::Logs::LogGroup': 'logs are files under logs/',
  'AWS::Logs::MetricFilter': 'no metrics',
  'AWS::Logs::QueryDefinition': 'no log queries',
  'AWS::Logs::ResourcePolicy': 'permissions are not checked',
  'AWS::Logs::SubscriptionFilter': 'logs stay where they are',
  'AWS::Route53::RecordSet': 'no custom domain',
  'AWS::S3::BucketPolicy': 'permissions are not checked',
  'AWS::Scheduler::ScheduleGroup': 'schedules are told apart by their logical ids',
  'AWS::SNS::Subscription': 'no operator is notified',
  'AWS::SNS::Topic': 'no operator is notified',
  'AWS::SNS::TopicPolicy': 'permissions are not checked',
  'AWS::SSM::Parameter': 'read by nothing that runs here',
  'AWS::WAFv2::WebACL': 'everybody is let in',
};

/** Fails for the first resource that this table does not know, naming its type and logical id. */
export function refuseUnknownTypes({ stacks }: Assembly): void {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(stack.resources)
      .filter(([, { type }]) => !isEmulated(type) && !Object.hasOwn(INERT, type))
      .map(([id, { type }]) => `${id} (${type}, stack ${stack.name})`),
  );
  if (unknown.length === 0) return;
  throw new Error(
    `The local run does not know what to do with ${unknown.join(', ')}. Emulate it in packages/local, or list its type in resource-types.ts as one that does nothing there.`,
  );
}

/** Fails when a resource uses a property that the emulation would ignore although it changes what happens. */
export function refuseProperties(id: string, { type }: TemplateResource, properties: object, names: readonly string[]) {
  const present = names.filter((name) => name in properties);
  if (present.length > 0) throw new Error(`The local run does not emulate ${present.join(', ')} of ${id} (${type})`);
}

/** Fails when something has a property besides those that the emulation knows. */
export function refuseOtherProperties(id: string, type: string, properties: object, known: readonly string[]) {
  const others = Object.keys(properties).filter((name) => !known.includes(name));
  if (others.length > 0) throw new Error(`The local run does not emulate ${others.join(', ')} of ${id} (${type})`);
}

const isEmulated = (type: string): type is EmulatedType => (EMULATED as readonly string[]).includes(type);
