import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  Architecture,
  Code,
  FilterCriteria,
  FilterRule,
  Function as LambdaFunction,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { buildSync } from 'esbuild';

/** What a variant of the app may add to. */
export interface ExampleApp {
  readonly services: Stack;
  readonly api: HttpApi;
  readonly bucket: Bucket;
  readonly functionOf: (id: string, source: string) => LambdaFunction;
}

/** Writes an item and its twin in one transaction and a file; reads them back. */
const ITEMS = `
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const db = new DynamoDBClient(), s3 = new S3Client();
const { TABLE: TableName, VIEWS, BUCKET: Bucket } = process.env;
const get = async (table, pk, sk) => (await db.send(new GetItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }))).Item;
export const handler = async (event) => {
  const { id } = event.pathParameters;
  if (event.requestContext.http.method === 'PUT') {
    const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
    await s3.send(new PutObjectCommand({ Bucket, Key: 'files/' + id, Body: body }));
    const put = (pk, sk) => ({ Put: { TableName, Item: { pk: { S: pk }, sk: { S: sk }, body: { S: body } } } });
    await db.send(new TransactWriteItemsCommand({ TransactItems: [put('ITEM#' + id, 'left'), put('TWIN#' + id, 'right')] }));
    return { statusCode: 201, body: JSON.stringify({ by: event.requestContext.authorizer.jwt.claims.sub }) };
  }
  const [left, right, view] = await Promise.all([get(TableName, 'ITEM#' + id, 'left'), get(TableName, 'TWIN#' + id, 'right'), get(VIEWS, 'VIEW#' + id, 'v')]);
  const file = left && (await (await s3.send(new GetObjectCommand({ Bucket, Key: 'files/' + id }))).Body.transformToString());
  return { statusCode: left || right ? 200 : 404, headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ left: left?.body.S, right: right?.body.S, view: view?.body.S, file }) };
};`;

/** Copies what its stream names to another table; an item that says "poison" is too much for it. */
const VIEWS = `
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
const db = new DynamoDBClient();
export const handler = async ({ Records }) => {
  for (const { dynamodb: { Keys, SequenceNumber } } of Records) {
    const { Item } = await db.send(new GetItemCommand({ TableName: process.env.TABLE, Key: Keys, ConsistentRead: true }));
    if (Item.body.S === 'poison') return { batchItemFailures: [{ itemIdentifier: SequenceNumber }] };
    await db.send(new PutItemCommand({ TableName: process.env.VIEWS, Item: { ...Item, pk: { S: Keys.pk.S.replace('ITEM', 'VIEW') }, sk: { S: 'v' } } }));
  }
};`;

/** Synthesizes a small app of two stacks to a folder: tables, a stream, a bucket, an HTTP API with scopes. */
export function synthesizeExample(folder: string, add: (app: ExampleApp) => void = () => {}): string {
  const app = new App({ outdir: join(folder, 'cdk.out'), analyticsReporting: false });
  const data = new Stack(app, 'ExampleData');
  const key = {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
  };
  const table = new TableV2(data, 'Items', { ...key, dynamoStream: StreamViewType.KEYS_ONLY });
  table.addGlobalSecondaryIndex({ indexName: 'by-sk', partitionKey: key.sortKey });
  const views = new TableV2(data, 'Views', key);
  const bucket = new Bucket(data, 'Files');
  const failures = new Bucket(data, 'Failures');

  const services = new Stack(app, 'ExampleServices');
  const functionOf = (id: string, source: string) => {
    const outdir = join(folder, 'code', id);
    mkdirSync(outdir, { recursive: true });
    const stdin = { contents: source, resolveDir: import.meta.dirname };
    const banner = {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    };
    buildSync({
      stdin,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      banner,
      outfile: join(outdir, 'index.mjs'),
    });
    return new LambdaFunction(services, id, {
      code: Code.fromAsset(outdir),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      environment: { TABLE: table.tableName, VIEWS: views.tableName, BUCKET: bucket.bucketName },
    });
  };

  const api = new HttpApi(services, 'Api', { corsPreflight: { allowOrigins: ['https://dashboard.example'] } });
  const issuer = new CfnParameter(services, 'JwtIssuer').valueAsString;
  const audience = new CfnParameter(services, 'JwtAudience').valueAsString;
  const authorizer = new HttpJwtAuthorizer('Jwt', issuer, { jwtAudience: [audience] });
  const items = new HttpLambdaIntegration('Items', functionOf('ItemsFunction', ITEMS));
  api.addRoutes({ path: '/items/{id}', methods: [HttpMethod.GET], integration: items });
  const scoped = { authorizer, authorizationScopes: ['items:write'] };
  api.addRoutes({ path: '/items/{id}', methods: [HttpMethod.PUT], integration: items, ...scoped });

  functionOf('ViewsFunction', VIEWS).addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('ITEM#') } } } })],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 1,
      onFailure: new S3OnFailureDestination(failures),
    }),
  );
  add({ services, api, bucket, functionOf });
  return app.synth().directory;
}
