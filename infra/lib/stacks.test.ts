import { EXPOSED_HEADERS } from '@chi-so/contract/headers';
import { THROTTLE } from '@chi-so/contract/limits';
import { NO_ROUTE, ROUTES, type RouteKey } from '@chi-so/contract/routes';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

const { data, services, stacks } = templatesOf({ fetchAllowedHosts: ['pcivietnam.vn'] });

describe('the data stack', () => {
  it('keeps both tables through mistakes: on demand, point-in-time recovery, deletion protection, retained', () => {
    const tables = Object.values(data.findResources('AWS::DynamoDB::GlobalTable'));

    expect(tables).toHaveLength(2);
    for (const { Properties, DeletionPolicy } of tables) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.Replicas[0]).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('is itself kept from being deleted, and encrypts what it holds', () => {
    expect(stacks.data.terminationProtection).toBe(true);
    for (const { Properties } of Object.values(data.findResources('AWS::DynamoDB::GlobalTable'))) {
      // Encrypted by a key of DynamoDB's own, which costs nothing for each read.
      expect(Properties.SSESpecification).toEqual({ SSEEnabled: false });
    }
    for (const [id, { Properties, DeletionPolicy }] of Object.entries(data.findResources('AWS::S3::Bucket'))) {
      expect([id, DeletionPolicy, Properties.BucketEncryption === undefined]).toEqual([id, 'Retain', false]);
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual(Array(4).fill(true));
    }
    const secured = Object.values(data.findResources('AWS::S3::BucketPolicy')).filter(({ Properties }) =>
      JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'),
    );
    expect(secured).toHaveLength(Object.keys(data.findResources('AWS::S3::Bucket')).length);
  });

  it('keeps every version of what was uploaded, and a log of who reached for it', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'releases/' },
    });
    data.hasResourceProperties('AWS::S3::Bucket', { LoggingConfiguration: { LogFilePrefix: 'failures/' } });
  });

  it('lets pages put files, by addresses that were signed for it, and read none', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['*'], AllowedHeaders: ['content-type'], MaxAge: 3600 }],
      },
    });
  });

  it('exports nothing by name: a restored table has another stream, and could not take the place of this one', () => {
    const exported = Object.values(data.findOutputs('*')).filter(({ Export }) => Export !== undefined);

    expect(exported).toEqual([]);
    expect(stacks.data.dependencies).toEqual([]);
    expect(stacks.services.dependencies).toEqual([stacks.data, stacks.identity]);
    expect(new Set(stacks.page.dependencies)).toEqual(new Set([stacks.data, stacks.identity, stacks.services]));
  });

  it('streams keys only, and only from Records: writing a ranking can never trigger ranking', () => {
    const streams = Object.values(data.findResources('AWS::DynamoDB::GlobalTable')).map(
      ({ Properties }) => Properties.StreamSpecification,
    );

    expect(streams).toEqual([{ StreamViewType: 'KEYS_ONLY' }, undefined]);
  });

  it('keeps the logical ids of what holds data: another id would be another, empty, resource', () => {
    const ids = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket'].flatMap((type) =>
      Object.keys(data.findResources(type)),
    );

    expect(ids).toMatchInlineSnapshot(`
      [
        "Records091F6ECA",
        "Rankings655BF4BC",
        "AccessLogs8B620ECA",
        "ReleasesE6BA3EBF",
        "Failures8A3E1A2F",
        "Exports25637AFB",
      ]
    `);
  });
});

describe('the release bucket', () => {
  it('tells EventBridge what is written to it, without a function that would only be there to say so', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    data.resourceCountIs('AWS::Lambda::Function', 0);
  });
});

/** The one function whose logical id begins like this. */
const functionOf = (part: string) => {
  const found = Object.entries(services.findResources('AWS::Lambda::Function')).filter(([id]) => id.startsWith(part));
  const [[id, { Properties }] = ['', {}]] = found;
  expect([part, found.length]).toEqual([part, 1]);
  return { id, Properties };
};

describe('the service stack', () => {
  it('runs every function on Node 24, arm64', () => {
    const ours = Object.values(services.findResources('AWS::Lambda::Function'));

    expect(ours).toHaveLength(11);
    for (const { Properties } of ours) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('reads files in bounds of its own: a flood of them takes nothing from anybody else', () => {
    expect(functionOf('ReleaseWritersIngestion').Properties).toMatchObject({
      MemorySize: 512,
      Timeout: 29,
      ReservedConcurrentExecutions: 10,
    });
    expect(functionOf('ReleaseWritersSources').Properties).toMatchObject({
      MemorySize: 512,
      Timeout: 60,
      ReservedConcurrentExecutions: 2,
    });
    expect(functionOf('TargetPlansTargets').Properties.ReservedConcurrentExecutions).toBe(10);
    for (const free of [
      'ReleaseWritersPublication',
      'Query',
      'Exports',
      'Analysis',
      'Catalogue',
      'RankingPipelineRanking',
    ]) {
      expect([free, functionOf(free).Properties.ReservedConcurrentExecutions]).toEqual([free, undefined]);
    }
  });

  it('lets only the fetching function know which hosts it may fetch from, and none where nobody said so', () => {
    const hostsOf = (template: Template) =>
      Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(([id, { Properties }]) =>
        'FETCH_ALLOWED_HOSTS' in Properties.Environment.Variables
          ? [[id.replace(/[0-9A-F]{8}$/, ''), Properties.Environment.Variables.FETCH_ALLOWED_HOSTS]]
          : [],
      );
    const silent = templatesOf({ fetchAllowedHosts: [] }).services;

    expect(hostsOf(services)).toEqual([['ReleaseWritersSources', 'pcivietnam.vn']]);
    expect(hostsOf(silent)).toEqual([['ReleaseWritersSources', '']]);
  });

  it('tells the publishing function, and no other, whether two people are needed', () => {
    const toldBy = (template: Template) =>
      Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(([id, { Properties }]) =>
        'FOUR_EYES' in Properties.Environment.Variables
          ? [[id.replace(/[0-9A-F]{8}$/, ''), Properties.Environment.Variables.FOUR_EYES]]
          : [],
      );

    expect(toldBy(services)).toEqual([['ReleaseWritersPublication', 'false']]);
    expect(toldBy(templatesOf({ fourEyes: true }).services)).toEqual([['ReleaseWritersPublication', 'true']]);
  });

  it('gives to ingestion what lands under landing/, and nothing else of the bucket', () => {
    // The other one has no target: what it matches is only counted.
    services.resourceCountIs('AWS::Events::Rule', 2);
    services.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [Match.anyValue()] }, object: { key: [{ prefix: 'landing/' }] } },
      },
      State: 'ENABLED',
      Targets: [
        {
          Arn: { 'Fn::GetAtt': [functionOf('ReleaseWritersIngestion').id, 'Arn'] },
          RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
        },
      ],
    });
  });

  it.each([
    ['embargoes', 'rate(1 minute)', 'ReleaseWritersPublication'],
    ['sources', 'rate(1 hour)', 'ReleaseWritersSources'],
    ['nightly', 'cron(0 1 * * ? *)', 'NightlyVerify'],
    ['export', 'cron(30 1 * * ? *)', 'ScheduledExport'],
  ])('looks for %s at %s', (schedule, ScheduleExpression, target) => {
    services.resourceCountIs('AWS::Scheduler::Schedule', 4);
    services.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression,
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [functionOf(target).id, 'Arn'] },
        Input: JSON.stringify({ schedule }),
      },
    });
  });

  it('ranks from log entries only, retries a bounded number of times and keeps what fails for good', () => {
    services.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: 'LOG#' }] } } } }) }],
      },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: Match.anyValue() },
      StartingPosition: 'TRIM_HORIZON',
    });
  });

  it('serves exactly the routes of the contract: open where it says so, and no write without a token', () => {
    const routes = Object.values(services.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    );

    const heads = Object.keys(ROUTES).flatMap((route) => (route.startsWith('GET ') ? [`HEAD ${route.slice(4)}`] : []));
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([...Object.keys(ROUTES), ...heads, NO_ROUTE].sort());
    for (const { RouteKey: key, AuthorizationType, AuthorizationScopes = [] } of routes) {
      if (key === NO_ROUTE) continue;
      const RouteKey = key.replace(/^HEAD /, 'GET ');
      const { scopes } = ROUTES[RouteKey as RouteKey];
      const isOpen = scopes.length === 0;
      expect([RouteKey, AuthorizationType, AuthorizationScopes]).toEqual([
        RouteKey,
        isOpen ? 'NONE' : 'JWT',
        [...scopes],
      ]);
      expect([RouteKey, isOpen && !RouteKey.startsWith('GET ')]).toEqual([RouteKey, false]);
    }
  });

  it('serves a HEAD by what serves the GET, and what no route fits by the query function, open to all', () => {
    const routes = Object.values(services.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    );
    const targetOf = (key: string) => JSON.stringify(routes.find(({ RouteKey }) => RouteKey === key)?.Target);

    for (const { RouteKey } of routes.filter((route) => route.RouteKey.startsWith('HEAD '))) {
      expect([RouteKey, targetOf(RouteKey)]).toEqual([RouteKey, targetOf(RouteKey.replace('HEAD ', 'GET '))]);
    }
    expect(targetOf(NO_ROUTE)).toBe(targetOf('GET /v1/indices'));
    expect(routes.find(({ RouteKey }) => RouteKey === NO_ROUTE)?.AuthorizationType).toBe('NONE');
  });

  it('lets the gateway call each function by one permission: one for each route would outgrow what a policy may hold', () => {
    const permissions = Object.values(services.findResources('AWS::Lambda::Permission')).filter(
      ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
    );

    expect(permissions).toHaveLength(new Set(Object.values(ROUTES).map(({ service }) => service)).size);
  });

  it('throttles as the configuration route says, and answers preflight requests itself', () => {
    services.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: {
        ThrottlingRateLimit: THROTTLE.requests_per_second,
        ThrottlingBurstLimit: THROTTLE.burst,
      },
    });
    services.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: { AllowOrigins: ['*'], AllowMethods: ['*'], ExposeHeaders: [...EXPOSED_HEADERS] },
    });
  });

  it('lets no function delete, only those of the night scan, and only ranking write rankings', () => {
    expect(JSON.stringify(statements)).not.toMatch(/dynamodb:(DeleteItem|\*)/);
    expect(allowed('dynamodb:Scan', 'Rankings')).toEqual(['NightlyVerifyVerify']);
    expect(allowed('dynamodb:Scan', 'Records')).toEqual(['ScheduledExportExport']);
    expect(allowed(/^s3:(Delete|\*)/, '')).toEqual([]);
    expect(allowed('dynamodb:PutItem', 'Rankings')).toEqual(['RankingPipelineRanking']);
    expect(allowed('dynamodb:PutItem', 'Records')).toEqual([
      'Catalogue',
      'ReleaseWritersIngestion',
      'ReleaseWritersPublication',
      'ReleaseWritersSources',
      'TargetPlansTargets',
    ]);
  });

  it('lets only what reads files read the bucket, and nobody write beyond the places of files', () => {
    const readers = ['ReleaseWritersIngestion', 'ReleaseWritersSources'];
    for (const place of ['/originals/*', '/uploads/*', '/landing/*']) {
      expect([place, allowed('s3:GetObject', place)]).toEqual([place, readers]);
    }
    expect(allowed('s3:PutObject', '/uploads/*')).toEqual(readers);
    expect(allowed('s3:PutObject', '/landing/*')).toEqual(readers);
    expect(allowed('s3:PutObject', '/originals/*')).toEqual([
      'ReleaseWritersIngestion',
      'ReleaseWritersPublication',
      'ReleaseWritersSources',
    ]);
  });
});

/** What each role may do, by the construct that it belongs to. */
const statements = Object.entries(services.findResources('AWS::IAM::Policy')).flatMap(([id, { Properties }]) =>
  (Properties.PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[]).map(
    ({ Action, Resource }) => ({ who: id.replace(/RoleDefaultPolicy.*/, ''), actions: [Action].flat(), Resource }),
  ),
);
const allowed = (action: string | RegExp, resource: string): string[] =>
  statements
    .filter(
      ({ actions, Resource }) =>
        actions.some((one) => (typeof action === 'string' ? one === action : action.test(one))) &&
        JSON.stringify(Resource).includes(resource),
    )
    .map(({ who }) => who)
    .sort();
