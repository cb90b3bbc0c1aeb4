import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type LocalStack, startLocal } from '@chi-so/local/stack';
import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleApp, synthesizeExample } from './support/example-app.ts';

/** Notes the events that it gets; one that is "flaky" fails at first, one that is "bad" always does. */
const NOTES = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
const db = new DynamoDBClient();
const attempts = new Map();
export const handler = async (event) => {
  const name = event.detail?.object.key ?? event.schedule;
  const attempt = (attempts.get(name) ?? 0) + 1;
  attempts.set(name, attempt);
  if (name.includes('bad') || (name.includes('flaky') && attempt < 3)) throw new RangeError('attempt ' + attempt);
  await db.send(new PutItemCommand({ TableName: process.env.VIEWS, Item:
    { pk: { S: 'NOTE#' + name }, sk: { S: 'n' }, event: { S: JSON.stringify(event) }, attempt: { N: String(attempt) } } }));
};`;

/** Gives a URL for an upload, with the code that ships. */
const UPLOADS = `
import { presignedPut, s3 } from '@chi-so/storage/originals';
const bucket = { s3: s3(), name: process.env.BUCKET };
export const handler = async ({ pathParameters: { id }, queryStringParameters: { length, seconds } }) =>
  presignedPut(bucket, 'uploads/' + id, { contentLength: Number(length), expiresIn: Number(seconds ?? 60) });`;

/** Keeps what it is asked to keep outside of JavaScript's heap. */
const HOARD = `
export const handler = async ({ pathParameters: { megabytes } }) => String(Buffer.alloc(megabytes * 2 ** 20, 1).length);`;

const announcing = ({ bucket }: ExampleApp) => {
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
};
const landing = ({ bucket }: ExampleApp) => ({
  source: ['aws.s3'],
  detailType: ['Object Created'],
  detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'landing/' }] } },
});

let folder: string;
let stack: LocalStack;
let s3: S3Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chi-so-events-'));
  const assembly = synthesizeExample(join(folder, 'app'), (example) => {
    const { services, api, functionOf } = example;
    announcing(example);
    const notes = functionOf('Notes', NOTES);
    new Rule(services, 'Landing', { eventPattern: landing(example), targets: [new LambdaFunction(notes)] });
    for (const schedule of ['Good', 'Bad']) {
      new Schedule(services, `${schedule}Schedule`, {
        schedule: ScheduleExpression.rate(Duration.minutes(1)),
        target: new LambdaInvoke(notes, {
          input: ScheduleTargetInput.fromObject({ schedule: schedule.toLowerCase() }),
        }),
      });
    }
    const route = (path: string, id: string, source: string) =>
      api.addRoutes({
        path,
        methods: [HttpMethod.GET],
        integration: new HttpLambdaIntegration(id, functionOf(id, source)),
      });
    route('/uploads/{id}', 'Uploads', UPLOADS);
    route('/hoard/{megabytes}', 'Hoard', HOARD);
  });
  stack = await startLocal({ assembly, dataDir: join(folder, 'data') });
  s3 = new S3Client({
    endpoint: stack.s3Endpoint,
    region: 'ap-southeast-1',
    credentials: stack.s3Credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const named = (names: Readonly<Record<string, string>>, part: string) =>
  Object.entries(names).find(([id]) => id.startsWith(part))?.[1];
const bucket = () => named(stack.bucketNames, 'Files');
const putObject = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: bucket(), Key, Body }));
const textOf = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket: bucket(), Key }))).Body?.transformToString();

const noteOf = async (name: string) => {
  const db = new DynamoDBClient({
    endpoint: stack.dynamodbEndpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'a' },
  });
  const Key = { pk: { S: `NOTE#${name}` }, sk: { S: 'n' } };
  const { Item } = await db.send(new GetItemCommand({ TableName: named(stack.tableNames, 'Views'), Key }));
  return Item && { event: JSON.parse(Item.event?.S ?? ''), attempt: Number(Item.attempt?.N) };
};

describe('an object that is created', () => {
  it('reaches the function of the rule that it matches, as the event that S3 sends to EventBridge', async () => {
    const key = 'landing/2024/bảng điểm + (1).csv';
    await putObject(key, 'xin chào');
    await stack.drained();
    const { event } = (await noteOf(key)) ?? {};
    expect(event).toMatchObject({
      version: '0',
      source: 'aws.s3',
      'detail-type': 'Object Created',
      account: '000000000000',
      region: 'ap-southeast-1',
      resources: [`arn:aws:s3:::${bucket()}`],
      detail: {
        bucket: { name: bucket() },
        object: { key, size: 9, etag: createHash('md5').update('xin chào').digest('hex') },
        reason: 'PutObject',
      },
    });
    expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('reaches nobody when it is somewhere else', async () => {
    await putObject('elsewhere/a.csv', 'x');
    await stack.drained();
    expect(await noteOf('elsewhere/a.csv')).toBeUndefined();
  });

  it('comes again when the function fails, and no more than twice', async () => {
    // One after the other: the function counts attempts in its environment, and two at once have one each.
    await putObject('landing/flaky.csv', 'x');
    await stack.drained();
    await putObject('landing/bad.csv', 'x');
    await stack.drained();
    expect(await noteOf('landing/flaky.csv')).toMatchObject({ attempt: 3 });
    expect(await noteOf('landing/bad.csv')).toBeUndefined();
  });
});

describe('a schedule', () => {
  it('fires when it is told to, with its input, and says when its function fails', async () => {
    await stack.fireSchedule('GoodSchedule');
    expect(await noteOf('good')).toMatchObject({ event: { schedule: 'good' }, attempt: 1 });
    await expect(stack.fireSchedule('BadSchedule')).rejects.toThrow(/BadSchedule.*RangeError: attempt 1/);
    await expect(stack.fireSchedule('Schedule')).rejects.toThrow(/does not name one schedule.*GoodSchedule/);
  });
});

describe('a presigned URL', () => {
  const urlFor = async (id: string, query: string) => (await fetch(`${stack.url}/uploads/${id}?${query}`)).text();
  const put = async (url: string, body: string) => {
    const response = await fetch(url, { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream' } });
    const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
    return [response.status, code];
  };

  it('lets somebody without credentials put the bytes that were announced', async () => {
    expect(await put(await urlFor('one', 'length=5'), '12345')).toEqual([200, undefined]);
    expect(await textOf('uploads/one')).toBe('12345');
  });

  it('lets nobody put more, fewer or something else', async () => {
    const url = await urlFor('two', 'length=5');
    expect(await put(url, '123456')).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url, '1234')).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url.replace('uploads/two', 'landing/two'), '12345')).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(url.replace('content-length%3B', ''), '123456')).toEqual([403, 'SignatureDoesNotMatch']);
    await expect(textOf('uploads/two')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('ends at its time', async () => {
    const url = await urlFor('three', 'length=5&seconds=1');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await put(url, '12345')).toEqual([403, 'AccessDenied']);
  });

  it('is the only way in for somebody without credentials', async () => {
    const object = `${stack.s3Endpoint}/${bucket()}/uploads/one`;
    expect(await put(object, '12345')).toEqual([403, 'AccessDenied']);
    expect((await fetch(object)).status).toBe(403);
  });
});

describe('a function that takes more memory than it has', () => {
  it('is killed, its caller gets what the gateway gives, and the next one is served', async () => {
    const hoard = async (megabytes: number) => {
      const response = await fetch(`${stack.url}/hoard/${megabytes}`);
      return [response.status, await response.json()];
    };
    expect(await hoard(100)).toEqual([200, 104_857_600]);
    expect(await hoard(400)).toEqual([500, { message: 'Internal Server Error' }]);
    expect(await hoard(100)).toEqual([200, 104_857_600]);
  });
});
