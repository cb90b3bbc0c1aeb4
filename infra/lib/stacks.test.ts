import { ROUTES } from '@chi-so/contract/routes';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';

// Without bundling: what is asserted here is not in the code of the functions.
const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const dataStack = new DataStack(app, 'Data');
const serviceStack = new ServiceStack(app, 'Services', { data: dataStack });
const data = Template.fromStack(dataStack);
const services = Template.fromStack(serviceStack);

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
        "ReleasesE6BA3EBF",
        "Failures8A3E1A2F",
      ]
    `);
  });
});

describe('the service stack', () => {
  it('runs every function on Node 24, arm64', () => {
    const ours = Object.values(services.findResources('AWS::Lambda::Function'));

    expect(ours).toHaveLength(4);
    for (const { Properties } of ours) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
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

  it('serves exactly the routes of the contract: reads open, everything else behind a token with a scope', () => {
    const routes = Object.values(services.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    );

    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(Object.keys(ROUTES).sort());
    for (const { RouteKey, AuthorizationType, AuthorizationScopes } of routes) {
      const isRead = RouteKey.startsWith('GET ');
      expect([RouteKey, AuthorizationType]).toEqual([RouteKey, isRead ? 'NONE' : 'JWT']);
      if (!isRead) expect(AuthorizationScopes.length).toBeGreaterThan(0);
    }
  });

  it('lets no function scan or delete, and only ranking write rankings', () => {
    const policies = Object.entries(services.findResources('AWS::IAM::Policy')).map(([id, { Properties }]) => ({
      id,
      statements: Properties.PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[],
    }));
    const writersOf = (table: string) =>
      policies
        .filter(({ statements }) =>
          statements.some(
            ({ Action, Resource }) =>
              JSON.stringify(Action).includes('dynamodb:PutItem') && JSON.stringify(Resource).includes(table),
          ),
        )
        .map(({ id }) => id.replace(/ServiceRole.*/, ''));

    expect(JSON.stringify(policies)).not.toMatch(/dynamodb:(Scan|DeleteItem|\*)/);
    expect(writersOf('Rankings')).toEqual([expect.stringContaining('Ranking')]);
    expect(writersOf('Records').sort()).toEqual([
      expect.stringContaining('Catalogue'),
      expect.stringContaining('Ingestion'),
    ]);
  });
});
